import { many } from './en.js';

/** What is read rarely: settings of the house, legal texts, a new password. Not part of the first load. */
export default {
  'house.title': 'The house',
  'house.adminOnly': 'Only an administrator sets up the house.',
  'house.intro':
    'What visitors read of you: at the top and foot of each page, before they pay, on their tickets.',
  'house.who': 'Who you are',
  'house.name': 'Name of the house',
  'house.nameHint': 'Theatre, festival, school, city… It stands at the top of each page.',
  'house.contactEmail': 'Public e-mail address',
  'house.contactPhone': 'Public telephone',
  'house.contactAddress': 'Postal address',
  'house.save': 'Save',
  'house.saved': 'Saved: your pages show it already.',
  'accent.title': 'Colour',
  'accent.pick': 'Colour of links and buttons',
  'accent.light': 'On light',
  'accent.dark': 'On dark',
  'accent.sample': 'Reserve',
  'accent.fits': 'It reads well as it is (contrast {contrast} to 1).',
  'accent.corrected':
    'As it is, it would be hard to read: contrast {contrast} to 1, where 4.5 is needed. The pages will show the nearest shade that reads well, this one.',
  'accent.save': 'Take this colour',
  'accent.original': 'Back to the original colour',
  'texts.title': 'Legal texts',
  'texts.intro':
    'They stand at the foot of each page and before the payment. Begin with the template, fill in the [blanks], then have it read by whoever advises you.',
  'texts.fr': 'In French',
  'texts.en': 'In English',
  'texts.published': 'published',
  'texts.notPublished': 'not published yet',
  'texts.starter': 'Begin with the template',
  'texts.blanks': ({ n }) => `${many(n, 'blank is', 'blanks are')} left to fill in, in brackets.`,
  'texts.save': 'Publish this text',
  'texts.saved': 'Published: it is at the foot of each page.',
  'texts.removed': 'Removed: the text was empty.',
  'texts.see': 'Read it',
  'choose.title': 'Choose your password',
  'choose.text':
    'Yours was made by a machine, and others may have read it. Choose one that only you know; the page goes on at once.',
  'choose.button': 'Go on with this one',
  'recover.title': 'A new password',
  'recover.text':
    'Hello {name}. Choose the password of your account; your other devices will have to sign in again.',
  'recover.button': 'Save this password',
  'recover.done': 'Done. Sign in with your new password.',
  'legal.none': 'The house has not published this text yet.',
};
