const NOTHING = 'Aucune place n’a été prise et rien n’a été payé.';
const HELD = 'Vos places restent gardées jusqu’à l’heure affichée ; rien n’a été débité.';
const NONE = 'Ni vos places ni votre argent ne sont concernés.';

/** @type {Record<string, {title: string, touched: string, next: string}>} */
export default {
  'sold-out': {
    title: 'Complet, ou pas assez de places',
    touched: NOTHING,
    next: 'La page dit combien il en reste : prenez-les, ou revenez voir, des places gardées peuvent se libérer.',
  },
  'limit-exceeded': {
    title: 'Trop de places pour une commande ou un compte',
    touched: NOTHING,
    next: 'L’organisateur fixe une limite, indiquée sous les tarifs : réduisez votre choix.',
  },
  'too-many-holds': {
    title: 'Trop de commandes en attente',
    touched: 'Aucune nouvelle place n’a été prise. Celles que vous gardez déjà le restent.',
    next: 'Payez ou rendez l’une de vos commandes en attente, puis recommencez.',
  },
  'sale-not-open': {
    title: 'La vente n’est pas encore ouverte',
    touched: NOTHING,
    next: 'Gardez la page ouverte : elle s’ouvre toute seule à l’heure dite.',
  },
  'sale-ended': {
    title: 'La vente est terminée',
    touched: NOTHING,
    next: 'Demandez à l’organisateur s’il reste des places à l’entrée.',
  },
  'event-canceled': {
    title: 'L’événement est annulé',
    touched: 'Plus aucune place ne se vend. Ce qui était payé est à rembourser par l’organisateur.',
    next: 'Rien à faire de votre côté ; gardez la référence de votre commande.',
  },
  'event-not-published': {
    title: 'L’événement n’est pas à l’affiche',
    touched: NOTHING,
    next: 'Il est en préparation ou a été retiré. Revenez plus tard ou demandez à l’organisateur.',
  },
  'event-over': {
    title: 'L’événement a déjà eu lieu',
    touched: NOTHING,
    next: 'Choisissez un autre événement à l’affiche.',
  },
  'order-expired': {
    title: 'Le temps de paiement est écoulé',
    touched: 'Vos places ont été remises en vente ; rien n’a été débité.',
    next: 'S’il reste des places, reprenez-les depuis la page de l’événement.',
  },
  'order-not-payable': {
    title: 'Cette commande n’est plus à payer',
    touched: 'Elle est déjà payée ou annulée ; rien n’a été débité une seconde fois.',
    next: 'Ouvrez « Mes commandes » : son état y est écrit.',
  },
  'order-not-pending': {
    title: 'Cette commande est déjà payée',
    touched: 'Rien n’a changé : vos billets restent valables.',
    next: 'Une commande payée ne se rend pas ici ; demandez à l’organisateur.',
  },
  'payment-declined': {
    title: 'Le paiement a été refusé',
    touched: HELD,
    next: 'Essayez une autre carte avant la fin du compte à rebours.',
  },
  'payment-not-configured': {
    title: 'Aucun moyen de paiement n’est réglé',
    touched: 'Rien n’a été débité.',
    next: 'Administrateur : lancez la billetterie avec PAYMENT_TEST=on pour un essai. Les événements gratuits n’en ont pas besoin.',
  },
  'too-many-images': {
    title: 'Trop d’images en attente',
    touched: NONE,
    next: 'Enregistrez un événement avec l’une d’elles, ou revenez dans une semaine.',
  },
  'not-an-image': {
    title: 'Cette image ne se lit pas',
    touched: NONE,
    next: 'Enregistrez-la en JPEG ou en PNG, plus petite, puis recommencez.',
  },
  'not-a-test-card': {
    title: 'Ce n’est pas une carte d’essai',
    touched: HELD,
    next: 'Cette billetterie est en essai : utilisez une des cartes proposées, jamais une vraie.',
  },
  'outcome-unknown': {
    title: 'Nous vérifions',
    touched: 'Nous ne savons pas encore si la demande est passée. Elle ne comptera qu’une fois.',
    next: 'Ne payez pas une seconde fois : la page repose la même question et finit par savoir.',
  },
  'in-flight': {
    title: 'La même demande est déjà en cours',
    touched: 'Elle ne comptera qu’une fois.',
    next: 'Attendez : la page reprend la réponse dès qu’elle est là.',
  },
  'idempotency-key-missing': {
    title: 'Il manque la clé de la demande',
    touched: NOTHING,
    next: 'Ajoutez l’en-tête Idempotency-Key. Les pages de la billetterie le font d’elles-mêmes : rechargez-la.',
  },
  'idempotency-mismatch': {
    title: 'Cette clé a déjà servi à autre chose',
    touched: 'La première demande garde son résultat ; celle-ci n’a rien fait.',
    next: 'Regardez « Mes commandes » avant de recommencer.',
  },
  'bad-credentials': {
    title: 'Adresse ou mot de passe inconnus',
    touched: NONE,
    next: 'Vérifiez les majuscules. Si vous l’avez oublié, un administrateur peut vous en donner un nouveau.',
  },
  'email-taken': {
    title: 'Cette adresse a déjà un compte',
    touched: NONE,
    next: 'Connectez-vous avec cette adresse.',
  },
  'account-disabled': {
    title: 'Ce compte est fermé',
    touched: 'Vos billets payés restent valables à l’entrée.',
    next: 'Un administrateur de la billetterie peut le rouvrir.',
  },
  'last-admin': {
    title: 'C’est le dernier administrateur',
    touched: NONE,
    next: 'Nommez d’abord un autre administrateur.',
  },
  'recovery-link-ended': {
    title: 'Ce lien n’est plus valable',
    touched: NONE,
    next: 'Demandez un autre lien à l’administrateur : chacun ne sert qu’une fois et ne vaut qu’un jour.',
  },
  'sign-in-closed': {
    title: 'La connexion est fermée à cette adresse',
    touched: NONE,
    next: 'Ouvrez la billetterie en https ou depuis la machine elle-même ; sur un réseau de confiance : bin/up --lan.',
  },
  unauthenticated: {
    title: 'Il faut se connecter',
    touched: NOTHING,
    next: 'Connectez-vous ; votre choix est gardé.',
  },
  'session-ended': {
    title: 'Votre session est terminée',
    touched: 'Vos commandes et vos billets sont intacts.',
    next: 'Reconnectez-vous ; votre choix est gardé.',
  },
  forbidden: {
    title: 'Ce compte n’en a pas le droit',
    touched: NOTHING,
    next: 'Un administrateur peut changer votre rôle.',
  },
  csrf: {
    title: 'La demande ne vient pas de cette page',
    touched: NOTHING,
    next: 'Rechargez la page et recommencez.',
  },
  'both-credentials': {
    title: 'Deux identités à la fois',
    touched: NOTHING,
    next: 'Envoyez un cookie ou un jeton, pas les deux.',
  },
  'not-found': {
    title: 'Introuvable, ou pas à vous',
    touched: NONE,
    next: 'Vérifiez l’adresse, ou connectez-vous avec le compte qui a commandé.',
  },
  'invalid-fields': {
    title: 'Des champs sont à corriger',
    touched: NOTHING,
    next: 'Chaque champ concerné dit ce qui ne va pas.',
  },
  malformed: {
    title: 'La demande est illisible',
    touched: NOTHING,
    next: 'Rechargez la page. Si vous écrivez à l’API : vérifiez le JSON.',
  },
  'method-not-allowed': {
    title: 'Ce geste n’existe pas ici',
    touched: NOTHING,
    next: 'L’API dit dans Allow ce qui est possible.',
  },
  'not-acceptable': {
    title: 'Ce format n’est pas servi',
    touched: NONE,
    next: 'Demandez application/json.',
  },
  'unsupported-media-type': {
    title: 'Ce format n’est pas lu',
    touched: NOTHING,
    next: 'Envoyez application/json.',
  },
  'payload-too-large': {
    title: 'La demande est trop longue',
    touched: NOTHING,
    next: 'Raccourcissez le texte.',
  },
  'precondition-required': {
    title: 'Il manque la version de l’événement',
    touched: NONE,
    next: 'Envoyez If-Match avec l’ETag lu. Les pages de la billetterie le font d’elles-mêmes.',
  },
  'version-mismatch': {
    title: 'L’événement a changé entre-temps',
    touched: 'Rien n’a été enregistré, et votre texte est gardé.',
    next: 'Comparez les deux versions et choisissez.',
  },
  'capacity-below-taken': {
    title: 'Moins de places que déjà prises',
    touched: 'Rien n’a changé.',
    next: 'Le nombre de places ne peut pas descendre sous ce qui est vendu ou gardé.',
  },
  'in-use': {
    title: 'Déjà dans une commande',
    touched: 'Rien n’a changé.',
    next: 'Une monnaie ou un tarif qui figure dans une commande ne se change ni ne se retire plus.',
  },
  'event-has-orders': {
    title: 'Cet événement a des commandes',
    touched: 'Rien n’a changé.',
    next: 'Annulez-le au lieu de le supprimer : les acheteurs gardent une trace.',
  },
  'accounts-feed-stale': {
    title: 'Les droits ne peuvent pas être vérifiés',
    touched: 'Rien n’a été enregistré. Acheter et payer restent possibles.',
    next: 'Attendez que le service des comptes réponde, puis enregistrez de nouveau.',
  },
  'too-many-requests': {
    title: 'Il y a foule au guichet',
    touched: NOTHING,
    next: 'Attendez quelques secondes ; la page repart d’elle-même.',
  },
  overloaded: {
    title: 'La billetterie est saturée',
    touched: 'La demande n’a pas encore été traitée.',
    next: 'Attendez quelques secondes ; la page repart d’elle-même.',
  },
  unavailable: {
    title: 'Un service redémarre',
    touched:
      'La page vérifie ce qu’il en est avec la même clé : une demande ne compte qu’une fois.',
    next: 'Attendez quelques secondes.',
  },
  'storage-full': {
    title: 'Le disque est plein',
    touched: NOTHING,
    next: 'Opérateur : libérez de la place ; ce qui a été confirmé est intact.',
  },
  misdirected: {
    title: 'Cette adresse n’est pas celle de la billetterie',
    touched: NOTHING,
    next: 'Opérateur : réglez PUBLIC_URL ou ACCEPTED_HOSTS, ou lancez bin/up --lan.',
  },
  internal: {
    title: 'Une erreur de notre côté',
    touched: 'La même demande peut être répétée sans compter deux fois.',
    next: 'Réessayez ; si cela persiste, donnez la référence à l’organisateur.',
  },
};
