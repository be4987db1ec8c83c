import { askStatus } from '../lib/status.svelte.js';
import EventList from './events/EventList.svelte';
import EventPage from './event/EventPage.svelte';

/** A page of organizers and Admins: its words come with it. */
const office = (load) => () => Promise.all([load(), words()]).then(([module]) => module);
const words = () => import('../lib/messages/manage.js');

/** A page that signs in asks meanwhile whether one can, and how. */
const account = (load) => () => {
  askStatus();
  return load();
};

/** The page of each path. What a first visit shows comes at once, the rest when it is opened. */
export const routes = [
  { path: '/', load: async () => ({ default: EventList }) },
  { path: '/events/:id', load: async () => ({ default: EventPage }) },
  { path: '/sign-in', load: account(() => import('./account/SignInPage.svelte')) },
  { path: '/register', load: account(() => import('./account/RegisterPage.svelte')) },
  { path: '/recover', load: office(() => import('./account/RecoverPage.svelte')) },
  { path: '/profile', load: () => import('./account/ProfilePage.svelte') },
  { path: '/orders', load: () => import('./order/OrderList.svelte') },
  { path: '/orders/:id', load: () => import('./order/OrderPage.svelte') },
  { path: '/tickets', load: () => import('./tickets/TicketList.svelte') },
  { path: '/tickets/:id', load: () => import('./tickets/TicketPage.svelte') },
  { path: '/manage', load: office(() => import('./manage/ManagePage.svelte')) },
  { path: '/manage/new', load: office(() => import('./manage/NewEvent.svelte')) },
  { path: '/manage/events/:id', load: office(() => import('./manage/EditEvent.svelte')) },
  { path: '/manage/events/:id/sales', load: office(() => import('./manage/SalesPage.svelte')) },
  { path: '/manage/events/:id/copies', load: office(() => import('./manage/CopiesPage.svelte')) },
  { path: '/manage/events/:id/poster', load: office(() => import('./manage/PosterPage.svelte')) },
  { path: '/accounts', load: office(() => import('./accounts/AccountsPage.svelte')) },
  { path: '/house', load: office(() => import('./house/HousePage.svelte')) },
  { path: '/legal/:name', load: office(() => import('./house/LegalPage.svelte')) },
  { path: '/problems', load: () => import('./problems/ProblemsPage.svelte') },
  ...(import.meta.env.DEV
    ? [{ path: '/styleguide', load: () => import('../styleguide/StyleGuide.svelte') }]
    : []),
];
