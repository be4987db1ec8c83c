/**
 * The address to give to the public: the house's own, also where the organizer came another way.
 * @param {string} id @param {{signIn: {publicUrl: string}} | null} status
 */
export const saleUrl = (id, status) =>
  `${status?.signIn.publicUrl ?? location.origin}/events/${id}`;
