/** Renders icon.svg as icon.png, 256 pixels wide: `node images/render-icon.mjs`, once `node scripts/setup.mjs` has run. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { browserInUse } from '../scripts/lib/browser.mjs';

const SIZE = 256;
const fileNamed = name => fileURLToPath(new URL(name, import.meta.url));
const { chromium } = createRequire(fileNamed('../test/editor/package.json'))('playwright-core');

const found = browserInUse();
if (!found) throw new Error('no browser is set up; run node scripts/setup.mjs first');
const browser = await chromium.launch({
  executablePath: found.executable,
  args: ['--no-sandbox'],
  env: { ...process.env, ...found.env },
});
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
await page.setContent(
  `<style>* { margin: 0 } svg { display: block }</style>${readFileSync(fileNamed('icon.svg'))}`,
);
await page.screenshot({ path: fileNamed('icon.png'), omitBackground: true });
await browser.close();
