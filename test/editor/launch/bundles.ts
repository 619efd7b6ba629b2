import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { type BuildOptions, build } from 'esbuild';
import { cache } from '../../../scripts/editor/folders.ts';

const editor = join(import.meta.dirname, '..');
const mocha = createRequire(import.meta.url).resolve('mocha');

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  // One mocha for the driver and the suite, where it is installed.
  alias: { mocha },
  external: ['vscode', mocha],
  logLevel: 'warning',
};

/** The driver extension as a VSIX, which is installed beside ours. */
export async function driverVsix(): Promise<string> {
  const folder = join(cache, 'editor/driver');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    ...common,
    entryPoints: [join(editor, 'driver/extension.ts')],
    outfile: join(folder, 'extension.js'),
  });
  const manifest = {
    name: 'research-wiki-test-driver',
    publisher: 'research-wiki-tests',
    version: '0.0.1',
    license: 'MIT',
    engines: { vscode: '^1.91.0' },
    main: './extension.js',
    activationEvents: ['onStartupFinished'],
    extensionKind: ['workspace'],
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'README.md'), 'Lets the tests into the extension host.\n');
  writeFileSync(join(folder, 'LICENSE'), 'MIT\n');
  const vsix = join(cache, 'editor/driver.vsix');
  await createVSIX({ cwd: folder, packagePath: vsix, dependencies: false, allowMissingRepository: true });
  return vsix;
}

/** All of `suite/*.test.ts` as one file for the extension host. */
export async function suiteBundle(): Promise<string> {
  const outfile = join(cache, 'editor/suite.js');
  const files = readdirSync(join(editor, 'suite')).filter(name => name.endsWith('.test.ts'));
  const contents = files.map(name => `import './${name}';`).join('\n');
  await build({ ...common, stdin: { contents, resolveDir: join(editor, 'suite') }, outfile });
  return outfile;
}

/** The suite of the side that a user sees runs in our own process, which reads TypeScript as it is. */
export const uiFiles = (): readonly string[] =>
  readdirSync(join(editor, 'ui'))
    .filter(name => name.endsWith('.test.ts'))
    .map(name => join(editor, 'ui', name));
