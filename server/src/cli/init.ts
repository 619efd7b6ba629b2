import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { breather } from '../host/breathe.ts';
import { SCHEMA_NAMES } from '../host/find-wiki.ts';
import { loadMarkdownParser } from '../host/markdown-parser.ts';
import { UserError } from '../host/user-error.ts';
import { WikiHost } from '../host/wiki-host.ts';
import { inferSchema } from '../wiki/schema/infer-schema.ts';

/** `research-wiki init`: writes a `research-wiki.yaml` that describes the pages as they are. Never overwrites. */
export async function init(folder: string | undefined): Promise<number> {
  const root = resolve(folder ?? '.').replaceAll('\\', '/');
  if (!existsSync(root)) throw new UserError(`"${folder}" does not exist`);
  const there = SCHEMA_NAMES.find(name => existsSync(`${root}/${name}`));
  if (there) throw new UserError(`"${there}" is there already`, 'edit it, or remove it first');
  const host = new WikiHost(root, { parser: await loadMarkdownParser() });
  const breathe = breather();
  for (const _ of host.load()) await breathe();
  const pages = [...host.wiki.pages.values()];
  const name = SCHEMA_NAMES[0];
  writeFileSync(`${root}/${name}`, inferSchema(pages), { flag: 'wx' });
  process.stderr.write(
    `wrote ${name} from ${pages.length} page${pages.length === 1 ? '' : 's'}; now try research-wiki check\n`,
  );
  return 0;
}
