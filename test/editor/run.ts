/**
 * The suite in a real VS Code with our packages installed as a user would: the whole of it with the package of this
 * platform, a smoke test with the one for all platforms, a look at a folder that is no wiki, and the story of a new user
 * in an empty one. `--counts FILE` writes how many passed and failed; `--part NAME` runs one of these (`platform`,
 * `universal`, `elsewhere`, `story`), `--only TEXT` the tests with that text in their title, `--repeat N` all of it N times
 * in the same editor.
 */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exampleWiki } from '../../scripts/editor/example.ts';
import { cache } from '../../scripts/editor/folders.ts';
import { desktopExecutable } from './launch/desktop-executable.ts';
import { openInBrowser } from './launch/in-browser.ts';
import { openOnDesktop } from './launch/on-desktop.ts';
import { driverVsix, ourPackages } from './launch/packages.ts';
import { runElsewhere, runSmoke, runStory, runWhole, type Tallied } from './launch/suites.ts';

const { values } = parseArgs({
  options: {
    counts: { type: 'string' },
    part: { type: 'string' },
    only: { type: 'string' },
    repeat: { type: 'string', default: '1' },
  },
});

const total = { passed: 0, failed: 0 };
const add = ({ passed, failed, pending }: Tallied) => {
  total.passed += passed;
  // A test that was left out has shown nothing.
  total.failed += failed + pending;
};

const desktop = await desktopExecutable();
const driver = await driverVsix();
const ours = await ourPackages();

/** Opens an editor on a fresh copy of a folder, or on an empty one, uses it and closes it. */
async function inEditor(
  vsix: string,
  name: string,
  use: typeof runWhole,
  original: string | undefined,
): Promise<void> {
  if (values.part !== undefined && values.part !== name) return;
  // Not in our own folder, where git ignores what is made: a wiki's pages that git ignores are no pages.
  const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'research-wiki-editor-'));
  const wiki = join(temporary, 'wiki');
  if (original === undefined) mkdirSync(wiki);
  else cpSync(original, wiki, { recursive: true });
  try {
    const setup = { packages: [vsix, driver], folder: join(cache, 'editor', name), wiki };
    const begin = Date.now();
    const editor = await (desktop ? openOnDesktop(desktop, setup) : openInBrowser(setup));
    console.log(`\n${editor.name}, ready after ${((Date.now() - begin) / 1000).toFixed(1)} s, with ${vsix}`);
    try {
      for (let round = 1; round <= Number(values.repeat); round++) add(await use(editor, values.only));
    } finally {
      await editor.close();
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

// Whoever interrupts the tests leaves no editor behind: what was started ends when we exit.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

try {
  await inEditor(ours.platform, 'platform', runWhole, exampleWiki());
  if (ours.universal !== ours.platform) await inEditor(ours.universal, 'universal', runSmoke, exampleWiki());
  await inEditor(ours.platform, 'elsewhere', runElsewhere, join(import.meta.dirname, 'elsewhere/notes'));
  await inEditor(ours.platform, 'story', runStory, undefined);
} catch (error) {
  console.error(error);
  total.failed++;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
if (values.counts) writeFileSync(values.counts, JSON.stringify(total));
process.exitCode = total.failed === 0 ? 0 : 1;
