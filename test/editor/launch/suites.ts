import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { cache } from '../../../scripts/editor/folders.ts';
import type { SuiteResult } from '../driver/channel.ts';
import { useEditor } from '../ui/editor.ts';
import { bundle } from './bundle.ts';
import type { OpenEditor } from './open-editor.ts';
import { tally } from './tally.ts';

export type Tallied = Pick<SuiteResult, 'passed' | 'failed' | 'pending'>;

const folder = join(import.meta.dirname, '..');

/** First what an extension can ask VS Code, inside of the extension host; then what a person sees and types. */
export async function runWhole(editor: OpenEditor, only?: string): Promise<Tallied> {
  const inside = await editor.driver.runSuite(await suiteBundle(), only);
  console.log(inside.report);
  const outside = await atTheKeyboard(editor, 'ui/*.test.ts', only);
  return {
    passed: inside.passed + outside.passed,
    failed: inside.failed + outside.failed,
    pending: inside.pending + outside.pending,
  };
}

/** That it starts and checks at all. */
export const runSmoke = (editor: OpenEditor, only?: string): Promise<Tallied> =>
  atTheKeyboard(editor, 'smoke/*.test.ts', only);

/** What happens in a folder that is no wiki: nothing. */
export const runElsewhere = (editor: OpenEditor, only?: string): Promise<Tallied> =>
  atTheKeyboard(editor, 'elsewhere/*.test.ts', only);

/** A new user in an empty folder. */
export const runStory = (editor: OpenEditor, only?: string): Promise<Tallied> =>
  atTheKeyboard(editor, 'story/*.test.ts', only);

/** These tests run in our own process, whose Node reads TypeScript as it is. */
async function atTheKeyboard(editor: OpenEditor, files: string, only?: string): Promise<SuiteResult> {
  useEditor(editor);
  // A click may miss what VS Code draws anew under it: once more, and the report says so.
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, retries: 1, ...(only ? { grep: only } : {}) });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const file of globSync(files, { cwd: folder }).sort()) {
    // Asked for under another name in each round, or the module would not be run again.
    await import(`${pathToFileURL(join(folder, file)).href}?${rounds}`);
  }
  rounds++;
  return tally(mocha, line => console.log(line));
}

let rounds = 0;

/** All of `suite/*.test.ts` as one file for the extension host. */
async function suiteBundle(): Promise<string> {
  const outfile = join(cache, `editor/suite-${rounds++}.js`);
  const files = globSync('suite/*.test.ts', { cwd: folder }).sort();
  const contents = files.map(file => `import './${file.replaceAll('\\', '/')}';`).join('\n');
  await bundle({ stdin: { contents, resolveDir: folder }, outfile });
  return outfile;
}
