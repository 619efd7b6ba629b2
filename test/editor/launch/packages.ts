import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { cache, root } from '../../../scripts/editor/folders.ts';
import { targetOfThisMachine } from '../../../scripts/lib/satteri.mjs';
import { bundle } from './bundle.ts';

export interface OurPackages {
  /** With this platform's native build, where there is one. */
  readonly platform: string;
  /** With the WebAssembly build only. */
  readonly universal: string;
}

/** Our extension out of what is built in `dist/`, by the same script that makes the ones we publish. */
export async function ourPackages(): Promise<OurPackages> {
  const universal = await packaged();
  const target = targetOfThisMachine();
  return { universal, platform: target ? await packaged('--target', target) : universal };
}

async function packaged(...options: string[]): Promise<string> {
  const script = join(root, 'scripts/package.mjs');
  const args = [script, '--as-built', '--out', join(cache, 'editor/packages'), ...options];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return stdout.trim().split('\n').at(-1)!;
}

/** The driver extension, which is installed beside ours. */
export async function driverVsix(): Promise<string> {
  const folder = join(cache, 'editor/driver');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await bundle({
    entryPoints: [join(import.meta.dirname, '../driver/extension.ts')],
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
    files: ['extension.js', 'LICENSE'],
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'README.md'), 'Lets the tests into the extension host.\n');
  writeFileSync(join(folder, 'LICENSE'), 'MIT\n');
  const packagePath = join(cache, 'editor/driver.vsix');
  await createVSIX({ cwd: folder, packagePath, dependencies: false, allowMissingRepository: true });
  return packagePath;
}
