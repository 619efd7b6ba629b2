import { join } from 'node:path';

/** The checkout. */
export const root = join(import.meta.dirname, '../..');

/** Fetched or made once, may be thrown away; ignored by git. */
export const cache = join(root, '.cache');

/** The profile of `npm start`, never the user's own; ignored by git. */
export const startFolder = join(root, '.start');
