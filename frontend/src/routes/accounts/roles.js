/** From the least to the most. @type {import('../../lib/types.js').Role[]} */
export const ROLES = ['Basic', 'User', 'EventCreator', 'Admin'];
