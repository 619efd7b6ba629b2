import { root } from './folders.mjs';
import { run } from './run.mjs';

/** `npm run build`, with what esbuild has to say on the terminal. */
export async function build() {
  await run(process.execPath, ['esbuild.js'], { cwd: root, shown: true });
}
