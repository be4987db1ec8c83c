const NOTHING = 'No place was taken and nothing was paid.';
const HELD = 'Your places are kept until the time shown; nothing was charged.';
const NONE = 'Neither your places nor your money are concerned.';

/** @type {Record<string, {title: string, touched: string, next: string}>} */
export default {
  'sold-out': {
    title: 'Sold out, or not enough places',
    touched: NOTHING,
    next: 'The page says how many are left: take them, or look again, places on hold may come back.',
  },
  'limit-exceeded': {
    title: 'Too many places for one order or account',
    touched: NOTHING,
    next: 'The organizer sets a limit, shown under the prices: choose fewer.',
  },
  'too-many-holds': {
    title: 'Too many orders waiting',
    touched: 'No new place was taken. Those that you already hold stay yours.',
    next: 'Pay or give back one of your waiting orders, then try again.',
  },
  'sale-not-open': {
    title: 'The sale is not open yet',
    touched: NOTHING,
    next: 'Keep the page open: it opens by itself at the time shown.',
  },
  'sale-ended': {
    title: 'The sale has ended',
    touched: NOTHING,
    next: 'Ask the organizer whether there are places at the door.',
  },
  'event-canceled': {
    title: 'The event is canceled',
    touched: 'Nothing sells any more. What was paid is for the organizer to refund.',
    next: 'Nothing to do on your side; keep the reference of your order.',
  },
  'event-not-published': {
    title: 'The event is not on',
    touched: NOTHING,
    next: 'It is being prepared or was withdrawn. Come back later or ask the organizer.',
  },
  'event-over': {
    title: 'The event has taken place',
    touched: NOTHING,
    next: 'Choose another event.',
  },
  'order-expired': {
    title: 'The time to pay is over',
    touched: 'Your places are on sale again; nothing was charged.',
    next: 'If any are left, take them again from the event’s page.',
  },
  'order-not-payable': {
    title: 'This order is not to be paid any more',
    touched: 'It is paid or canceled already; nothing was charged a second time.',
    next: 'Open “My orders”: its state is written there.',
  },
  'order-not-pending': {
    title: 'This order is paid already',
    touched: 'Nothing has changed: your tickets stay valid.',
    next: 'A paid order cannot be given back here; ask the organizer.',
  },
  'payment-declined': {
    title: 'The payment was declined',
    touched: HELD,
    next: 'Try another card before the countdown ends.',
  },
  'payment-not-configured': {
    title: 'No way to pay is set up',
    touched: 'Nothing was charged.',
    next: 'Administrator: start with PAYMENT_TEST=on to try it out. Free events need none.',
  },
  'too-many-images': {
    title: 'Too many images waiting',
    touched: NONE,
    next: 'Save an event with one of them, or come back in a week.',
  },
  'not-an-image': {
    title: 'This image cannot be read',
    touched: NONE,
    next: 'Save it as JPEG or PNG, smaller, and try again.',
  },
  'not-a-test-card': {
    title: 'This is not a test card',
    touched: HELD,
    next: 'This box office is on trial: use one of the cards offered, never a real one.',
  },
  'outcome-unknown': {
    title: 'We are checking',
    touched: 'We do not know yet whether the request went through. It will count once only.',
    next: 'Do not pay a second time: the page asks the same question again until it knows.',
  },
  'in-flight': {
    title: 'The same request is under way',
    touched: 'It will count once only.',
    next: 'Wait: the page takes the answer as soon as it is there.',
  },
  'idempotency-key-missing': {
    title: 'The request has no key',
    touched: NOTHING,
    next: 'Add the header Idempotency-Key. The pages do it by themselves: reload.',
  },
  'idempotency-mismatch': {
    title: 'This key was used for something else',
    touched: 'The first request keeps its result; this one did nothing.',
    next: 'Look at “My orders” before you try again.',
  },
  'bad-credentials': {
    title: 'Unknown address or password',
    touched: NONE,
    next: 'Check the capitals. If you forgot it, an administrator can give you a new one.',
  },
  'email-taken': {
    title: 'This address has an account',
    touched: NONE,
    next: 'Sign in with this address.',
  },
  'account-disabled': {
    title: 'This account is closed',
    touched: 'Your paid tickets still admit.',
    next: 'An administrator of the box office can reopen it.',
  },
  'last-admin': {
    title: 'This is the last administrator',
    touched: NONE,
    next: 'Make another administrator first.',
  },
  'recovery-link-ended': {
    title: 'This link is no longer good',
    touched: NONE,
    next: 'Ask the administrator for another link: each works once, for one day.',
  },
  'sign-in-closed': {
    title: 'Sign-in is closed at this address',
    touched: NONE,
    next: 'Open the box office over https or on the machine itself; on a trusted network: bin/up --lan.',
  },
  unauthenticated: {
    title: 'Please sign in',
    touched: NOTHING,
    next: 'Sign in; your choice is kept.',
  },
  'session-ended': {
    title: 'Your session has ended',
    touched: 'Your orders and tickets are untouched.',
    next: 'Sign in again; your choice is kept.',
  },
  forbidden: {
    title: 'This account may not do that',
    touched: NOTHING,
    next: 'An administrator can change your role.',
  },
  csrf: {
    title: 'The request does not come from this page',
    touched: NOTHING,
    next: 'Reload the page and try again.',
  },
  'both-credentials': {
    title: 'Two identities at once',
    touched: NOTHING,
    next: 'Send a cookie or a token, not both.',
  },
  'not-found': {
    title: 'Not found, or not yours',
    touched: NONE,
    next: 'Check the address, or sign in with the account that ordered.',
  },
  'invalid-fields': {
    title: 'Some fields need correcting',
    touched: NOTHING,
    next: 'Each field concerned says what is wrong.',
  },
  malformed: {
    title: 'The request cannot be read',
    touched: NOTHING,
    next: 'Reload the page. If you write to the API: check the JSON.',
  },
  'method-not-allowed': {
    title: 'This cannot be done here',
    touched: NOTHING,
    next: 'The API says in Allow what is possible.',
  },
  'not-acceptable': {
    title: 'This format is not served',
    touched: NONE,
    next: 'Ask for application/json.',
  },
  'unsupported-media-type': {
    title: 'This format is not read',
    touched: NOTHING,
    next: 'Send application/json.',
  },
  'payload-too-large': {
    title: 'The request is too long',
    touched: NOTHING,
    next: 'Shorten the text.',
  },
  'precondition-required': {
    title: 'The version of the event is missing',
    touched: NONE,
    next: 'Send If-Match with the ETag that was read. The pages do it by themselves.',
  },
  'version-mismatch': {
    title: 'The event has changed in the meantime',
    touched: 'Nothing was saved, and your text is kept.',
    next: 'Compare the two versions and choose.',
  },
  'capacity-below-taken': {
    title: 'Fewer places than already taken',
    touched: 'Nothing has changed.',
    next: 'The number of places cannot go below what is sold or held.',
  },
  'in-use': {
    title: 'Already part of an order',
    touched: 'Nothing has changed.',
    next: 'A currency or ticket type that an order names can no longer be changed or removed.',
  },
  'event-has-orders': {
    title: 'This event has orders',
    touched: 'Nothing has changed.',
    next: 'Cancel it instead of deleting it: its buyers keep a trace.',
  },
  'accounts-feed-stale': {
    title: 'Rights cannot be checked right now',
    touched: 'Nothing was saved. Buying and paying go on.',
    next: 'Wait until the accounts service answers, then save again.',
  },
  'too-many-requests': {
    title: 'There is a crowd at the counter',
    touched: NOTHING,
    next: 'Wait a few seconds; the page goes on by itself.',
  },
  overloaded: {
    title: 'The box office is saturated',
    touched: 'The request has not been handled yet.',
    next: 'Wait a few seconds; the page goes on by itself.',
  },
  unavailable: {
    title: 'A service is restarting',
    touched: 'The page checks with the same key how it stands: a request counts once only.',
    next: 'Wait a few seconds.',
  },
  'storage-full': {
    title: 'The disk is full',
    touched: NOTHING,
    next: 'Operator: make room; what was confirmed is untouched.',
  },
  misdirected: {
    title: 'This is not the address of the box office',
    touched: NOTHING,
    next: 'Operator: set PUBLIC_URL or ACCEPTED_HOSTS, or start bin/up --lan.',
  },
  internal: {
    title: 'A fault on our side',
    touched: 'The same request can be repeated without counting twice.',
    next: 'Try again; if it persists, give the reference to the organizer.',
  },
};
