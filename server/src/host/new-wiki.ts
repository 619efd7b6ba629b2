import { basename } from 'node:path';
import type { MarkdownParser } from '../markdown/parser.ts';
import { titleOfPath } from '../rules/create-page.ts';
import { inferSchema } from '../wiki/schema/infer-schema.ts';
import { breather } from './breathe.ts';
import { SCHEMA_NAMES, schemaFileIn } from './find-wiki.ts';
import { UserError } from './user-error.ts';
import { WikiHost } from './wiki-host.ts';

/** What makes a folder a wiki. */
export interface NewWiki {
  /** None of them is there; paths relative to the folder. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** How many pages the folder has already. */
  readonly pages: number;
}

/**
 * What to write so that a folder is a wiki: a configuration that describes the pages as they are, and where there are
 * none a first one. Writes nothing. `root` is absolute; throws a `UserError` where it has a configuration.
 */
export async function newWiki(root: string, parser: MarkdownParser): Promise<NewWiki> {
  const there = schemaFileIn(root);
  if (there) throw new UserError(`"${there}" is there already`, 'edit it, or remove it first');
  const host = new WikiHost(root, { parser });
  const breathe = breather();
  for (const _ of host.load()) await breathe();
  const pages = [...host.wiki.pages.values()];
  const schema = { path: SCHEMA_NAMES[0], text: inferSchema(pages) };
  const index = { path: 'index.md', text: indexText(titleOfPath(basename(root))) };
  return { files: pages.length > 0 ? [schema] : [schema, index], pages: pages.length };
}

const indexText = (title: string): string =>
  `# ${title}\n\nWhat this wiki is about, in a sentence or two.\n\n## Findings\n\n## Concepts\n`;
