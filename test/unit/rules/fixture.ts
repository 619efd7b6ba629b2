import { proseOf } from '../../../server/src/markdown/prose-blocks.ts';
import { readPage } from '../../../server/src/markdown/read-page.ts';
import { satteriParser } from '../../../server/src/markdown/satteri-parser.ts';
import { allRules } from '../../../server/src/rules/all.ts';
import type { SchemaFile } from '../../../server/src/rules/rule.ts';
import { readTable } from '../../../server/src/tables/read-table.ts';
import type { Table } from '../../../server/src/tables/table.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { isMarkdownPath, isTablePath } from '../../../server/src/wiki/path.ts';
import { isIncluded } from '../../../server/src/wiki/schema/page-type.ts';
import { parseSchema } from '../../../server/src/wiki/schema/parse-schema.ts';
import { tableOptionsOf } from '../../../server/src/wiki/schema/table-options.ts';
import { Wiki } from '../../../server/src/wiki/wiki.ts';

/** A place that a fixture marks, with the message written at the mark. */
export interface Mark {
  readonly path: string;
  readonly span: Span;
  readonly text: string;
}

export interface Fixture {
  readonly wiki: Wiki;
  /** Every file of the fixture without its marks. */
  readonly files: ReadonlyMap<string, string>;
  /** In source order. */
  readonly marks: readonly Mark[];
  readonly cursor?: { readonly path: string; readonly offset: number };
  readonly schemaFile?: SchemaFile;
}

const SCHEMA = 'research-wiki.yaml';
const parser = satteriParser('native');

/** The day on which every fixture plays. */
export const TODAY = '2024-06-01';

/**
 * A wiki drawn as one text:
 *
 * - `=== path` opens a file; what stands before the first belongs to `page.md`.
 * - `^^^ message` marks the columns above it in the nearest line of text; several marks may stand below one line.
 * - `^| message` marks an empty span in front of the column of its `^`.
 * - `↑` puts the cursor in front of the character above it.
 *
 * Marks are taken out before anything is parsed. `research-wiki.yaml` is the schema, and the preset holds without it;
 * files that are no pages are files of the wiki, and those with a table's ending can be read as tables.
 */
export function fixture(source: string): Fixture {
  const { files, marks, cursor } = unmarked(source);
  const text = files.get(SCHEMA);
  const { schema, problems } = parseSchema(text, { ruleIds: allRules.map(({ id }) => id) });
  const facts = (path: string) => readPage(parser, files.get(path)!);
  const tables = new Map<string, Table | undefined>();
  const wiki: Wiki = new Wiki(schema, {
    textOf: path => files.get(path),
    contentOf: page => {
      const own = files.get(page.path)!;
      return { text: own, prose: proseOf(own, parser.parse(own), page.facts) };
    },
    tableAt: path => {
      if (!files.has(path) || !isTablePath(path)) return undefined;
      if (!tables.has(path))
        tables.set(path, readTable(path, files.get(path)!, tableOptionsOf(schema, path)));
      return tables.get(path);
    },
    exists: () => false,
    today: () => TODAY,
    renamedTo: () => undefined,
  });
  for (const path of files.keys()) wiki.addFile(path);
  for (const path of files.keys()) {
    if (isMarkdownPath(path) && isIncluded(schema, path)) wiki.update(path, facts(path));
  }
  return {
    wiki,
    files,
    marks,
    ...(cursor ? { cursor } : {}),
    ...(text === undefined ? {} : { schemaFile: { path: SCHEMA, text, problems } }),
  };
}

interface Drawing {
  readonly files: Map<string, string>;
  readonly marks: readonly Mark[];
  readonly cursor: Fixture['cursor'];
}

function unmarked(source: string): Drawing {
  const files = new Map<string, string>();
  const marks: Mark[] = [];
  let cursor: Fixture['cursor'];
  let path = 'page.md';
  let lineStart = 0;
  for (const line of source.replace(/^\n|\n$/g, '').split('\n')) {
    const opened = /^=== (\S+)$/.exec(line)?.[1];
    const mark = /^( *)(\^+)(\|)?(?: (.*))?$/.exec(line);
    if (opened !== undefined) {
      path = opened;
      lineStart = 0;
      files.set(path, '');
    } else if (/^ *↑$/.test(line)) cursor = { path, offset: lineStart + line.indexOf('↑') };
    else if (mark) {
      const start = lineStart + mark[1]!.length;
      const end = mark[3] === undefined ? start + mark[2]!.length : start;
      marks.push({ path, span: { start, end }, text: mark[4] ?? '' });
    } else {
      const text = files.get(path) ?? '';
      lineStart = text.length;
      files.set(path, `${text}${line}\n`);
    }
  }
  return { files, marks: marks.sort(bySource), cursor };
}

/** By file, then by place, then by message: the order in which marks and problems are compared. */
export const bySource = (a: Mark, b: Mark): number =>
  a.path.localeCompare(b.path) ||
  a.span.start - b.span.start ||
  a.span.end - b.span.end ||
  a.text.localeCompare(b.text);
