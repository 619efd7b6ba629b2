/** Writes what is made from the source: `docs/rules/` and `l10n/bundle.l10n.json`. A test fails when it is stale. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { l10nBundle } from './generate/l10n-bundle.ts';
import { generatedDocs } from './generate/rule-docs.ts';

const root = join(import.meta.dirname, '..');
const files = new Map([...generatedDocs(), ['l10n/bundle.l10n.json', l10nBundle()]]);

for (const path of readdirSync(join(root, 'docs/rules'), { recursive: true, encoding: 'utf8' })) {
  if (path.endsWith('.md') && !files.has(`docs/rules/${path.replaceAll('\\', '/')}`))
    rmSync(join(root, 'docs/rules', path));
}
for (const [path, text] of files) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  if (read(path) !== text) writeFileSync(join(root, path), text);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
