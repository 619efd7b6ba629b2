/** The program itself, which in a worker thread does a part of `check`; see `main.ts`. */
export const PROGRAM = new URL(import.meta.url.endsWith('.ts') ? '../main.ts' : './cli.js', import.meta.url);
