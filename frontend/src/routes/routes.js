import EventList from './events/EventList.svelte';
import EventPage from './event/EventPage.svelte';

/** The page of each path. What a first visit shows comes at once, the rest when it is opened. */
export const routes = [
  { path: '/', load: async () => ({ default: EventList }) },
  { path: '/events/:id', load: async () => ({ default: EventPage }) },
  { path: '/sign-in', load: () => import('./account/SignInPage.svelte') },
  { path: '/register', load: () => import('./account/RegisterPage.svelte') },
  { path: '/profile', load: () => import('./account/ProfilePage.svelte') },
  { path: '/orders', load: () => import('./order/OrderList.svelte') },
  { path: '/orders/:id', load: () => import('./order/OrderPage.svelte') },
  { path: '/tickets', load: () => import('./tickets/TicketList.svelte') },
  { path: '/tickets/:id', load: () => import('./tickets/TicketPage.svelte') },
  { path: '/manage', load: () => import('./manage/ManagePage.svelte') },
  { path: '/manage/new', load: () => import('./manage/NewEvent.svelte') },
  { path: '/manage/events/:id', load: () => import('./manage/EditEvent.svelte') },
  { path: '/manage/events/:id/sales', load: () => import('./manage/SalesPage.svelte') },
  { path: '/accounts', load: () => import('./accounts/AccountsPage.svelte') },
  { path: '/problems', load: () => import('./problems/ProblemsPage.svelte') },
];
