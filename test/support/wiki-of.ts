import { proseOf } from '../../server/src/markdown/prose-blocks.ts';
import { readPage } from '../../server/src/markdown/read-page.ts';
import { satteriParser } from '../../server/src/markdown/satteri-parser.ts';
import { readTable } from '../../server/src/tables/read-table.ts';
import type { Table } from '../../server/src/tables/table.ts';
import { isMarkdownPath, isTablePath } from '../../server/src/wiki/path.ts';
import { isIncluded } from '../../server/src/wiki/schema/page-type.ts';
import { parseSchema } from '../../server/src/wiki/schema/parse-schema.ts';
import { tableOptionsOf } from '../../server/src/wiki/schema/table-options.ts';
import { Wiki } from '../../server/src/wiki/wiki.ts';

const parser = satteriParser('native');

export const factsOf = (text: string) => readPage(parser, text);

/** A wiki in memory, from the texts of its files by path; `research-wiki.yaml` is its schema. */
export function wikiOf(files: ReadonlyMap<string, string>): Wiki {
  const tables = new Map<string, Table | undefined>();
  const tableOf = (path: string): Table | undefined => {
    const text = isTablePath(path) ? files.get(path) : undefined;
    if (text !== undefined && !tables.has(path))
      tables.set(path, readTable(path, text, tableOptionsOf(schema, path)));
    return tables.get(path);
  };
  const { schema } = parseSchema(files.get('research-wiki.yaml'), { ruleIds: [] });
  const wiki: Wiki = new Wiki(schema, {
    textOf: path => files.get(path),
    contentOf: page => {
      const text = files.get(page.path)!;
      return { text, prose: proseOf(text, parser.parse(text), page.facts) };
    },
    tableAt: path => tableOf(path),
    exists: () => false,
    today: () => '2024-06-01',
    renamedTo: () => undefined,
  });
  for (const path of files.keys()) wiki.addFile(path);
  for (const [path, text] of files) {
    if (isMarkdownPath(path) && isIncluded(schema, path)) wiki.insert(path, factsOf(text));
  }
  return wiki;
}
