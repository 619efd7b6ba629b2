/**
 * The suite in a real VS Code, with our packages installed as a user would. Packages them, opens the editor, runs the
 * tests inside the extension host and those at the keyboard, and writes the counts to the file given by `--counts`.
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { exampleWiki } from '../../scripts/editor/example.ts';
import { cache } from '../../scripts/editor/folders.ts';
import { driverVsix, suiteBundle, uiFiles } from './launch/bundles.ts';
import { openInBrowser } from './launch/in-browser.ts';
import { tally } from './launch/tally.ts';
import { useEditor } from './ui/editor.ts';

const { values } = parseArgs({
  options: { counts: { type: 'string' }, vsix: { type: 'string', multiple: true } },
});
const folder = join(cache, 'editor');
const driver = await driverVsix();
const wiki = join(folder, 'wiki');
rmSync(wiki, { recursive: true, force: true });
cpSync(exampleWiki(), wiki, { recursive: true });
const begin = Date.now();
const opened = await openInBrowser({
  packages: [values.vsix![0]!, driver],
  folder: join(folder, 'whole'),
  wiki,
});
console.log(opened.name, Date.now() - begin);
try {
  const inside = await opened.driver.runSuite(await suiteBundle());
  console.log(inside.report);
  useEditor(opened);
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000 });
  for (const file of uiFiles()) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const outside = await tally(mocha, line => console.log(line));
  console.log(outside.passed, outside.failed);
} finally {
  await opened.close();
}
