import { many } from './fr.js';

/** What is read rarely: settings of the house, legal texts, a new password. Not part of the first load. */
export default {
  'house.title': 'La maison',
  'house.adminOnly': 'Seul un administrateur règle la maison.',
  'house.intro':
    'Ce que vos visiteurs lisent de vous : en haut et au bas de chaque page, avant de payer, sur leurs billets.',
  'house.who': 'Qui vous êtes',
  'house.name': 'Nom de la maison',
  'house.nameHint': 'Théâtre, festival, école, ville… Il paraît en haut de chaque page.',
  'house.contactEmail': 'Adresse e-mail publique',
  'house.contactPhone': 'Téléphone public',
  'house.contactAddress': 'Adresse postale',
  'house.save': 'Enregistrer',
  'house.saved': 'Enregistré : vos pages le montrent déjà.',
  'logo.title': 'Logo',
  'logo.of': 'Logo de {name}',
  'logo.none': 'Sans logo, les pages montrent le nom de la maison.',
  'logo.choose': 'Choisir un logo',
  'logo.remove': 'Retirer le logo',
  'logo.hint': 'PNG ou JPEG, de préférence sur fond transparent et plus large que haut.',
  'accent.title': 'Couleur',
  'accent.pick': 'Couleur des liens et des boutons',
  'accent.light': 'Sur fond clair',
  'accent.dark': 'Sur fond sombre',
  'accent.sample': 'Réserver',
  'accent.fits': 'Elle se lit bien telle quelle (contraste de {contrast} pour 1).',
  'accent.corrected':
    'Telle quelle, elle se lirait mal : contraste de {contrast} pour 1, quand il en faut 4,5. Les pages montreront la teinte la plus proche qui se lit, celle-ci.',
  'accent.save': 'Adopter cette couleur',
  'accent.original': 'Reprendre la couleur d’origine',
  'texts.title': 'Textes légaux',
  'texts.intro':
    'Ils paraissent au bas de chaque page et avant le paiement. Partez du modèle, remplissez les [blancs], puis faites relire par qui vous conseille.',
  'texts.fr': 'En français',
  'texts.en': 'En anglais',
  'texts.published': 'publié',
  'texts.notPublished': 'pas encore publié',
  'texts.starter': 'Partir du modèle',
  'texts.blanks': ({ n }) =>
    `${many(n, 'blanc reste', 'blancs restent')} à remplir, entre crochets.`,
  'texts.save': 'Publier ce texte',
  'texts.saved': 'Publié : il est au bas de chaque page.',
  'texts.removed': 'Retiré : le texte était vide.',
  'texts.see': 'Le lire',
  'choose.title': 'Choisissez votre mot de passe',
  'choose.text':
    'Le vôtre a été fait par une machine et d’autres ont pu le lire. Choisissez-en un que vous seul connaissez ; la page continue aussitôt.',
  'choose.button': 'Continuer avec celui-ci',
  'recover.title': 'Un nouveau mot de passe',
  'recover.text':
    'Bonjour {name}. Choisissez le mot de passe de votre compte ; vos autres appareils devront se reconnecter.',
  'recover.button': 'Enregistrer ce mot de passe',
  'recover.done': 'C’est fait. Connectez-vous avec votre nouveau mot de passe.',
  'legal.none': 'La maison n’a pas encore publié ce texte.',
};
