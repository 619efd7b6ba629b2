import { createRequire } from 'node:module';
import { type BuildOptions, build } from 'esbuild';

/** There is to be one mocha for the driver and the suite: the installed one. */
const mocha = createRequire(import.meta.url).resolve('mocha');

/** Bundles what runs in the extension host of the tests. */
export async function bundle(what: BuildOptions): Promise<void> {
  await build({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    alias: { mocha },
    external: ['vscode', mocha],
    logLevel: 'warning',
    ...what,
  });
}
