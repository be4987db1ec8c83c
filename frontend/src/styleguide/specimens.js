import { createRawSnippet } from 'svelte';
import Checking from '../lib/Checking.svelte';
import Contact from '../lib/Contact.svelte';
import Countdown from '../lib/Countdown.svelte';
import Cover from '../lib/Cover.svelte';
import CoverPattern from '../lib/CoverPattern.svelte';
import DemoLogins from '../lib/DemoLogins.svelte';
import Dialog from '../lib/Dialog.svelte';
import Field from '../lib/Field.svelte';
import FileButton from '../lib/FileButton.svelte';
import HoldBar from '../lib/HoldBar.svelte';
import LanguageSwitch from '../lib/LanguageSwitch.svelte';
import Loading from '../lib/Loading.svelte';
import Pager from '../lib/Pager.svelte';
import ProblemNotice from '../lib/ProblemNotice.svelte';
import RegisterForm from '../lib/RegisterForm.svelte';
import SaleBadge from '../lib/SaleBadge.svelte';
import SelectField from '../lib/SelectField.svelte';
import SignInClosed from '../lib/SignInClosed.svelte';
import SignInForm from '../lib/SignInForm.svelte';
import Stepper from '../lib/Stepper.svelte';
import TestMark from '../lib/TestMark.svelte';
import { PATTERNS } from '../lib/cover.js';
import { ApiProblem } from '../lib/problem.js';
import { event, now, sales, soon } from './samples.js';

const none = () => {};
const said = (words) => createRawSnippet(() => ({ render: () => `<p>${words}</p>` }));
const each = (names, props) => Object.fromEntries(names.map((name) => [name, props(name)]));
const problem = (slug, extras = {}) =>
  new ApiProblem({
    type: `/problems#${slug}`,
    title: 'Plus assez de places',
    detail: 'Il en reste 2.',
    instance: '4acd4619ace3aec2cec1d7abbf2ce2ed',
    ...extras,
  });

const field = { label: 'Adresse e-mail', name: 'email', value: 'zoe@example.org' };
const currency = { label: 'Monnaie', name: 'currency', value: 'EUR' };
const options = [
  { value: 'EUR', label: 'EUR, euro' },
  { value: 'JPY', label: 'JPY, yen' },
];
const count = { label: 'Plein tarif', max: 10, onchange: none };
const login = { email: 'acheteur@demo.example', password: 'demo', role: 'User' };

/**
 * Every shared component in every state; those that wrap whole pages (header, footer, banners, what
 * asks for an account) are around and behind this page itself. The dialog is opened by its button;
 * what fills its place has a frame.
 * @type {{name: string, component: any, modal?: boolean, frame?: string, states: Record<string, any>}[]}
 */
export const specimens = [
  {
    name: 'Field',
    component: Field,
    states: {
      plain: field,
      optional: { ...field, optional: true },
      'with a hint': { ...field, hint: 'Nous n’y écrivons que pour vos billets.' },
      'to correct': { ...field, value: 'zoe', error: 'Ce n’est pas une adresse.' },
      disabled: { ...field, disabled: true },
      'many lines': { label: 'Présentation', name: 'text', multiline: true, rows: 3 },
    },
  },
  {
    name: 'SelectField',
    component: SelectField,
    states: {
      plain: { ...currency, options },
      'with a hint': { ...currency, options, hint: 'Elle ne change plus après une commande.' },
      'to correct': { ...currency, options, error: 'Choisissez.' },
    },
  },
  {
    name: 'FileButton',
    component: FileButton,
    states: {
      plain: { label: 'Choisir une image', name: 'image', onfile: none },
      disabled: { label: 'Choisir une image', name: 'image', disabled: true, onfile: none },
    },
  },
  {
    name: 'Stepper',
    component: Stepper,
    states: {
      none: { ...count, value: 0 },
      some: { ...count, value: 2 },
      most: { ...count, value: 10 },
    },
  },
  {
    name: 'SaleBadge',
    component: SaleBadge,
    states: each(Object.keys(sales), (name) => ({ event: sales[name] })),
  },
  {
    name: 'Countdown',
    component: Countdown,
    states: { 'a quarter of an hour': { until: soon }, 'a minute': { until: now } },
  },
  { name: 'TestMark', component: TestMark, states: { plain: {} } },
  {
    name: 'Cover',
    component: Cover,
    states: {
      'short title': { event: event({ title: 'Ondine' }), heading: 'p' },
      'long title': {
        event: event({ id: '7', title: 'Rencontre avec les machinistes et les costumières' }),
        heading: 'p',
      },
      'without a venue': { event: event({ id: '11', venue: null }), heading: 'p' },
    },
  },
  {
    name: 'CoverPattern',
    component: CoverPattern,
    frame: 'cover guide__frame',
    states: each([...PATTERNS], (pattern) => ({ pattern, flip: false })),
  },
  {
    name: 'Loading',
    component: Loading,
    states: { 'within a page': {} },
  },
  {
    name: 'Checking',
    component: Checking,
    states: { 'nobody knows yet': { state: 'checking' }, 'a crowd': { state: 'busy' } },
  },
  {
    name: 'ProblemNotice',
    component: ProblemNotice,
    states: {
      'nothing happened': { problem: problem('sold-out'), step: 'order' },
      'places are kept': { problem: problem('payment-declined', { detail: '' }), step: 'payment' },
      'nobody knows': { problem: problem('internal', { detail: '' }), step: 'payment' },
      'passes by itself': { problem: problem('unavailable', { detail: '' }), onretry: none },
      'with an offer': {
        problem: problem('sold-out'),
        children: said('Prendre les 2 qui restent'),
      },
    },
  },
  {
    name: 'Dialog',
    component: Dialog,
    modal: true,
    states: {
      question: { title: 'Rendre ces places ?', children: said('D’autres pourront les prendre.') },
    },
  },
  { name: 'HoldBar', component: HoldBar, states: { 'places on hold': {} } },
  {
    name: 'Pager',
    component: Pager,
    states: {
      more: { list: { next: 'x', loading: false, more: none } },
      loading: { list: { next: 'x', loading: true, more: none } },
    },
  },
  { name: 'SignInForm', component: SignInForm, states: { plain: {} } },
  { name: 'RegisterForm', component: RegisterForm, states: { plain: {} } },
  { name: 'DemoLogins', component: DemoLogins, states: { plain: { logins: [login] } } },
  {
    name: 'SignInClosed',
    component: SignInClosed,
    states: {
      plain: { reason: null, publicUrl: 'https://billets.example' },
      'with a reason': { reason: 'Cette adresse n’est pas en https.', publicUrl: '' },
    },
  },
  { name: 'Contact', component: Contact, states: { plain: {} } },
  { name: 'LanguageSwitch', component: LanguageSwitch, states: { plain: {} } },
];
