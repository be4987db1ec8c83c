/**
 * The wire, as the services send it (see docs/api). Types only; nothing here runs.
 *
 * @typedef {'Admin' | 'EventCreator' | 'User' | 'Basic'} Role
 * @typedef {{id: string, email: string, name: string, role: Role, disabled: boolean, createdAt: string, locale: string, passwordTemporary: boolean}} Account
 * @typedef {{status: 'AVAILABLE' | 'ALL_HELD' | 'SOLD_OUT', remaining: number, heldUntil: string | null}} Availability
 * @typedef {{id: string, name: string, priceMinor: number, capacity: number | null, availability: Availability}} TicketType
 * @typedef {{id: string, url: string, smallUrl: string}} Image
 * @typedef {object} EventView
 * @property {string} id
 * @property {string} title
 * @property {string | null} description
 * @property {string | null} venue
 * @property {string} startsAt
 * @property {string | null} endsAt
 * @property {string} timezone
 * @property {string | null} salesStartAt
 * @property {string | null} salesEndAt
 * @property {number} capacity
 * @property {string} currency
 * @property {number} maxPerOrder
 * @property {number | null} maxPerAccount
 * @property {'DRAFT' | 'PUBLISHED' | 'CANCELED'} status
 * @property {Image | null} cover
 * @property {{id: string, name: string}} organizer
 * @property {string[]} paymentMethods
 * @property {boolean} testPayment
 * @property {Availability} availability
 * @property {TicketType[]} ticketTypes
 * @property {number} version
 *
 * @typedef {{ticketTypeId: string, name: string, quantity: number, unitPriceMinor: number}} OrderLine
 * @typedef {{id: string, ticketTypeId: string, code: string, status: 'VALID' | 'CHECKED_IN' | 'REVOKED'}} OrderTicket
 * @typedef {object} Order
 * @property {string} id
 * @property {string} code
 * @property {string} eventId
 * @property {string} eventTitle
 * @property {string} eventStartsAt
 * @property {string | null} eventVenue
 * @property {string} eventTimezone
 * @property {'PENDING' | 'PAID' | 'EXPIRED' | 'CANCELED'} status
 * @property {string | null} expiresAt
 * @property {string} placedAt
 * @property {number} totalMinor
 * @property {string} currency
 * @property {boolean} testPayment
 * @property {OrderLine[]} lines
 * @property {OrderTicket[]} tickets
 *
 * @typedef {object} Ticket
 * @property {string} id
 * @property {string} code
 * @property {'VALID' | 'CHECKED_IN' | 'REVOKED'} status
 * @property {string} eventId
 * @property {string} eventTitle
 * @property {string | null} venue
 * @property {string} startsAt
 * @property {string} timezone
 * @property {string} ticketTypeName
 * @property {number} priceMinor
 * @property {string} currency
 * @property {string} orderId
 * @property {string} orderCode
 * @property {boolean} testPayment
 *
 * @typedef {{color: string, contrast: number, corrected: boolean}} Shade
 * @typedef {object} House
 * @property {string} name
 * @property {{asked: string, light: Shade, dark: Shade} | null} accent
 * @property {Image | null} logo
 * @property {string} contactEmail
 * @property {string} contactPhone
 * @property {string} contactAddress
 * @property {('legal' | 'terms' | 'privacy')[]} texts those that were written
 * @property {string[]} paymentMethods
 *
 * @typedef {{pointer: string, code: string, detail: string}} FieldError
 * @typedef {{ticketTypeId: string, quantity: number}} Line
 */
export {};
