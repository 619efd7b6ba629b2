import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const HEAD = 'Research Wiki contains the following packages, each under its own terms.';
const LINE = '-'.repeat(80);
const TERMS = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** The folder of the package that a file belongs to; undefined for files of our own. */
const packageOf = file => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll('\\', '/'))?.[1];

/**
 * The licences of all packages that a build took files from. `inputs` are the file names of esbuild's metafiles, relative to
 * `root`, `more` folders of packages that are shipped without being bundled. A package that brings no text of its licence is
 * named with what its manifest says.
 */
export async function noticesOf(root, inputs, more) {
  const folders = new Set([...inputs.flatMap(file => packageOf(file) ?? []), ...more]);
  const notices = new Map();
  for (const folder of folders) {
    const place = join(root, folder);
    const { name, version, license } = JSON.parse(await readFile(join(place, 'package.json'), 'utf8'));
    const files = (await readdir(place)).filter(file => TERMS.test(file)).sort();
    const texts = await Promise.all(files.map(file => readFile(join(place, file), 'utf8')));
    const terms =
      texts.length > 0
        ? texts.map(text => text.trim()).join('\n\n')
        : `Licence: ${license ?? 'see its sources'}`;
    notices.set(`${name} ${version}`, terms.replaceAll('\r\n', '\n'));
  }
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${[HEAD, ...sorted.map(([name, terms]) => `${LINE}\n${name}\n\n${terms}`)].join('\n\n')}\n`;
}
