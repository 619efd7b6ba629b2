import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadMarkdownParser } from '../host/markdown-parser.ts';
import { newWiki } from '../host/new-wiki.ts';
import { UserError } from '../host/user-error.ts';
import { listOf } from '../rules/words.ts';

/**
 * `research-wiki init`: writes a `research-wiki.yaml` that describes the pages as they are, and where there are none a
 * first page. Never overwrites.
 */
export async function init(folder: string | undefined): Promise<number> {
  const root = resolve(folder ?? '.').replaceAll('\\', '/');
  if (!existsSync(root)) throw new UserError(`"${folder}" does not exist`);
  const { files, pages } = await newWiki(root, await loadMarkdownParser());
  for (const { path, text } of files) writeFileSync(`${root}/${path}`, text, { flag: 'wx' });
  const names = listOf(
    files.map(({ path }) => path),
    'and',
  );
  process.stderr.write(
    pages === 0
      ? `wrote ${names}; now try research-wiki new finding "A first finding"\n`
      : `wrote ${names} from ${pages} page${pages === 1 ? '' : 's'}; now try research-wiki check\n`,
  );
  return 0;
}
