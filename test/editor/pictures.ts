/** `npm run pictures`: makes the pictures of the README and of the walkthrough anew, in a real VS Code with what is built. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleWiki } from '../../scripts/editor/example.ts';
import { cache } from '../../scripts/editor/folders.ts';
import { openInBrowser } from './launch/in-browser.ts';
import { driverVsix, ourPackages } from './launch/packages.ts';
import { readmePictures } from './pictures/readme.ts';
import { walkthroughPictures } from './pictures/walkthrough.ts';
import { useEditor } from './ui/editor.ts';

const packages = [(await ourPackages()).platform, await driverVsix()];

// In the browser on every machine: there the window is of one size, and has no frame of a system's own.
async function inEditor(take: () => Promise<void>, original?: string): Promise<void> {
  const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'research-wiki-pictures-'));
  const wiki = join(temporary, 'my-wiki');
  if (original) cpSync(original, wiki, { recursive: true });
  else mkdirSync(wiki);
  try {
    const editor = await openInBrowser({ packages, folder: join(cache, 'editor/pictures'), wiki });
    useEditor(editor);
    try {
      await take();
    } finally {
      await editor.close();
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

await inEditor(walkthroughPictures);
await inEditor(readmePictures, exampleWiki());
