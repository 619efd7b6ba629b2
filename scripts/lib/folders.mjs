import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the built files go. */
export const dist = join(root, 'dist');

/** Satteri's WebAssembly build, a package of its own. */
export const wasm = join(root, 'wasm');

/** The suite in a real VS Code with all that it needs, a package of its own. */
export const editor = join(root, 'test/editor');

/** What is fetched or made once and may be thrown away; ignored by git. */
export const cache = join(root, '.cache');
