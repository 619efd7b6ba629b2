import { BlockMemory } from '../../../server/src/claims/block-memory.ts';
import type { ClaimsInput, PageClaims, ReachableTable } from '../../../server/src/claims/claim.ts';
import { pageClaims } from '../../../server/src/claims/page-claims.ts';
import { pageFacts } from '../../../server/src/markdown/page-facts.ts';
import { proseOf } from '../../../server/src/markdown/prose-blocks.ts';
import { satteriParser } from '../../../server/src/markdown/satteri-parser.ts';
import { gfmTable } from '../../../server/src/tables/gfm.ts';
import { readTable } from '../../../server/src/tables/read-table.ts';
import { readDestination } from '../../../server/src/wiki/destination.ts';
import { isTablePath } from '../../../server/src/wiki/path.ts';

const parser = satteriParser('native');

/**
 * The claims of a page at a path. `files` holds the texts of tables and of source pages by wiki path. The wiki has 14
 * findings.
 */
export function checkPage(
  path: string,
  text: string,
  files: ReadonlyMap<string, string>,
  memory = new BlockMemory(),
): PageClaims {
  const root = parser.parse(text);
  const facts = pageFacts(text, root);
  const tables = new Map<string, ReachableTable>();
  const sources = new Map<string, readonly ReachableTable[]>();
  for (const [name, content] of files) {
    if (isTablePath(name)) tables.set(name, { path: name, table: readTable(name, content) });
    else sources.set(name, tablesOfPage(name, content));
  }
  const at = <Value>(destination: string, known: ReadonlyMap<string, Value>): Value | undefined => {
    const read = readDestination(path, destination);
    return read.kind === 'path' ? known.get(read.path) : undefined;
  };
  const listed = facts.frontMatter?.data.tables;
  const input: ClaimsInput = {
    path,
    text,
    facts,
    prose: proseOf(text, root, facts),
    title: facts.headings.find(({ depth }) => depth === 1)?.text ?? path,
    tableAt: destination => at(destination, tables),
    pageTables: Array.isArray(listed) ? listed.flatMap((name: string) => at(name, tables) ?? []) : [],
    sourceTables: destination => at(destination, sources) ?? [],
    countOf: type => (type === 'finding' ? 14 : undefined),
  };
  return pageClaims(input, memory);
}

function tablesOfPage(path: string, text: string): ReachableTable[] {
  const root = parser.parse(text);
  const facts = pageFacts(text, root);
  return proseOf(text, root, facts).tables.map(rows => ({ path, table: gfmTable(rows, facts.lineStarts) }));
}
