/**
 * What to begin with: French law's usual contents for a house that sells dated places itself.
 * What only the house knows stands in [brackets]; what it has said already is filled in.
 */

/** @param {string} known @param {string} blank */
const or = (known, blank) =>
  known.trim() ? known.trim().replace(/\s*\n\s*/g, ', ') : `[${blank}]`;

/** @param {import('../../lib/types.js').House} house */
const legal = (house) => ({
  fr: `Éditeur

Ce site est édité par ${or(house.name, 'nom ou raison sociale')}, [forme juridique, par exemple association loi 1901 ou SARL au capital de …], ${or(house.contactAddress, 'adresse du siège')}.
Immatriculation : [SIREN, RCS ou RNA]. TVA intracommunautaire : [numéro, ou « non assujetti »].
Licences d’entrepreneur de spectacles : [numéros, ou « sans objet »].
Courriel : ${or(house.contactEmail, 'adresse e-mail')}. Téléphone : ${or(house.contactPhone, 'numéro')}.

Directeur de la publication

[Prénom et nom, qualité]

Hébergement

Ce site est hébergé par [nom de l’hébergeur], [adresse], [téléphone].

Médiation

En cas de litige qui n’aurait pas trouvé de solution avec nous, un consommateur peut saisir gratuitement le médiateur dont nous relevons : [nom, adresse et site du médiateur de la consommation].

Logiciel

Cette billetterie fonctionne avec Billetterie, un logiciel libre sous licence Apache 2.0.`,
  en: `Publisher

This site is published by ${or(house.name, 'name or company name')}, [legal form], ${or(house.contactAddress, 'registered address')}.
Registration: [registration number]. VAT number: [number, or “not subject to VAT”].
Licences to stage performances: [numbers, or “not applicable”].
E-mail: ${or(house.contactEmail, 'e-mail address')}. Telephone: ${or(house.contactPhone, 'number')}.

Responsible for the content

[First name and surname, function]

Hosting

This site is hosted by [name of the host], [address], [telephone].

Mediation

Should a dispute find no solution with us, a consumer may turn, free of charge, to the mediator that we belong to: [name, address and site of the consumer mediator].

Software

This box office runs on Billetterie, free software under the Apache 2.0 licence.`,
});

/** @param {import('../../lib/types.js').House} house */
const terms = (house) => ({
  fr: `1. Qui vend

Les présentes conditions s’appliquent à toute place vendue sur ce site par ${or(house.name, 'nom de la maison')}, ${or(house.contactAddress, 'adresse')}. Quand un événement est proposé par un autre organisateur, son nom figure sur la page de l’événement et sur la commande : c’est alors lui qui vend.

2. Prix

Les prix sont indiqués toutes taxes comprises. Aucun frais n’est ajouté au moment du paiement.

3. Commande

Les places choisies sont gardées le temps indiqué à l’écran. La vente est conclue lorsque le paiement est accepté ou, pour une place gratuite, lorsque la réservation est confirmée. Une commande qui n’est pas payée à temps est abandonnée et ses places sont remises en vente ; rien n’est débité.

4. Paiement

Le paiement se fait en ligne par [moyens de paiement]. Aucun numéro de carte n’est conservé par la billetterie.

5. Billets

Chaque billet porte un code unique et donne accès à une seule personne, une seule fois. Il se présente à l’écran ou imprimé. Un billet copié n’admet que la première personne qui le présente.

6. Pas de droit de rétractation

Conformément à l’article L. 221-28, 12° du code de la consommation, le droit de rétractation ne s’applique pas aux prestations de loisirs fournies à une date ou à une période déterminée. Un billet n’est ni repris ni échangé, sauf annulation ou report de l’événement [ou conditions plus favorables de la maison].

7. Annulation et report

Si l’événement est annulé, les billets sont remboursés à leur prix par le moyen utilisé pour payer, sous [nombre] jours. Si sa date change, le billet reste valable pour la nouvelle date ; qui ne peut pas venir peut demander le remboursement dans les [nombre] jours qui suivent l’annonce du report.

8. Accès

L’entrée se fait jusqu’à [heure ou délai]. Les retardataires sont placés dans la mesure du possible. Tarifs réduits : un justificatif peut être demandé à l’entrée. Personnes à mobilité réduite : [accueil, contact].

9. Réclamations et médiation

Écrivez à ${or(house.contactEmail, 'adresse e-mail')} ou à ${or(house.contactAddress, 'adresse')}. Sans réponse satisfaisante sous [nombre] jours, vous pouvez saisir gratuitement le médiateur de la consommation : [nom, adresse et site].

10. Droit applicable

Ces conditions sont soumises au droit français. Elles sont celles en vigueur au jour de la commande.`,
  en: `1. Who sells

These terms apply to every place sold on this site by ${or(house.name, 'name of the house')}, ${or(house.contactAddress, 'address')}. Where an event is offered by another organizer, its name is on the event’s page and on the order: it is then the seller.

2. Prices

Prices include all taxes. No fee is added when you pay.

3. Orders

The places you choose are held for the time shown on the screen. The sale is concluded when the payment is accepted or, for a free place, when the booking is confirmed. An order that is not paid in time is dropped and its places go back on sale; nothing is charged.

4. Payment

You pay online by [means of payment]. No card number is kept by the box office.

5. Tickets

Each ticket has a code of its own and lets one person in, once. Show it on a screen or on paper. A copied ticket admits only the first person who shows it.

6. No right of withdrawal

Under article L. 221-28, 12° of the French consumer code, there is no right of withdrawal for leisure services provided on a given date or period. A ticket is neither taken back nor exchanged unless the event is canceled or postponed [or better terms of the house].

7. Cancellation and postponement

If the event is canceled, tickets are refunded at their price by the means used to pay, within [number] days. If its date changes, the ticket stays valid for the new date; whoever cannot come may ask for a refund within [number] days after the announcement.

8. Admission

Doors close at [time]. Latecomers are seated as far as possible. Reduced prices: proof may be asked for at the entrance. Reduced mobility: [welcome, contact].

9. Complaints and mediation

Write to ${or(house.contactEmail, 'e-mail address')} or to ${or(house.contactAddress, 'address')}. Without a satisfactory answer within [number] days you may turn, free of charge, to the consumer mediator: [name, address and site].

10. Law

These terms are governed by French law. Those in force on the day of the order apply.`,
});

/** @param {import('../../lib/types.js').House} house */
const privacy = (house) => ({
  fr: `Qui est responsable

${or(house.name, 'nom de la maison')}, ${or(house.contactAddress, 'adresse')}, est responsable du traitement de vos données. Pour toute question : ${or(house.contactEmail, 'adresse e-mail')}.

Ce que nous gardons, et pourquoi

Votre nom, votre adresse e-mail et un mot de passe illisible pour nous : pour votre compte (exécution du contrat).
Vos commandes, vos billets et vos paiements, sans numéro de carte : pour vous vendre des places, vous laisser entrer et tenir notre comptabilité (exécution du contrat, obligation légale).
Des journaux techniques, sans mot de passe ni contenu : pour la sécurité du service (intérêt légitime), pendant [durée].

Combien de temps

Votre compte : jusqu’à sa suppression, que vous pouvez demander à tout moment. Commandes et paiements : dix ans, comme le veut la comptabilité ; votre nom en est retiré si votre compte est supprimé.

Qui les voit

L’organisateur des événements pour lesquels vous prenez des places, l’administration de cette billetterie, notre hébergeur [nom et pays] et notre prestataire de paiement [nom et pays]. Rien n’est vendu ni transmis à d’autres. [Transferts hors de l’Union européenne : aucun, ou lesquels et avec quelles garanties.]

Cookies

Deux cookies, strictement nécessaires, vous gardent connecté. Il n’y a ni mesure d’audience ni publicité, et aucune requête vers un tiers : aucun consentement n’est donc demandé.

Vos droits

Vous pouvez demander l’accès à vos données, leur rectification, leur effacement, leur limitation et leur portabilité, ou vous opposer à un traitement : écrivez-nous. Vous pouvez aussi saisir la CNIL (cnil.fr).`,
  en: `Who is responsible

${or(house.name, 'name of the house')}, ${or(house.contactAddress, 'address')}, is the controller of your data. For any question: ${or(house.contactEmail, 'e-mail address')}.

What we keep, and why

Your name, your e-mail address and a password that we cannot read: for your account (performance of the contract).
Your orders, tickets and payments, without any card number: to sell you places, let you in and keep our books (performance of the contract, legal obligation).
Technical logs without passwords or contents: for the safety of the service (legitimate interest), for [duration].

For how long

Your account: until it is deleted, which you can ask for at any time. Orders and payments: ten years, as accounting requires; your name is removed from them when your account is deleted.

Who sees them

The organizer of the events that you take places for, the administration of this box office, our host [name and country] and our payment provider [name and country]. Nothing is sold or passed on to others. [Transfers outside the European Union: none, or which and under which safeguards.]

Cookies

Two strictly necessary cookies keep you signed in. There is no audience measurement, no advertising and no request to a third party: so no consent is asked for.

Your rights

You may ask for access to your data, their correction, erasure, restriction and portability, or object to their processing: write to us. You may also turn to the French authority, the CNIL (cnil.fr).`,
});

const ALL = { legal, terms, privacy };

/**
 * @param {'legal' | 'terms' | 'privacy'} name
 * @param {import('../../lib/types.js').House} house
 * @returns {{fr: string, en: string}}
 */
export const starters = (name, house) => ALL[name](house);
