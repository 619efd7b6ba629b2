import type { PageClaims, ReachableTable } from '../../../server/src/claims/claim.ts';
import { pageClaims } from '../../../server/src/claims/page-claims.ts';
import { pageFacts } from '../../../server/src/markdown/page-facts.ts';
import { proseOf } from '../../../server/src/markdown/prose-blocks.ts';
import { satteriParser } from '../../../server/src/markdown/satteri-parser.ts';
import { readTable } from '../../../server/src/tables/read-table.ts';
import { readDestination } from '../../../server/src/wiki/destination.ts';
import { isTablePath } from '../../../server/src/wiki/path.ts';

const parser = satteriParser('native');

/** The claims of a page at a path; `files` holds the texts of the tables by wiki path. The wiki has 14 findings. */
export function checkPage(path: string, text: string, files: ReadonlyMap<string, string>): PageClaims {
  const root = parser.parse(text);
  const facts = pageFacts(text, root);
  const tables = new Map<string, ReachableTable>();
  for (const [name, content] of files) tables.set(name, { path: name, table: readTable(name, content) });
  const tableAt = (destination: string): ReachableTable | undefined => {
    const read = readDestination(path, destination);
    return read.kind === 'path' && isTablePath(read.path) ? tables.get(read.path) : undefined;
  };
  const listed = facts.frontMatter?.data['tables'];
  return pageClaims({
    path,
    text,
    facts,
    prose: proseOf(text, root, facts),
    title: facts.headings.find(({ depth }) => depth === 1)?.text ?? path,
    tableAt,
    pageTables: Array.isArray(listed) ? listed.flatMap((name: string) => tableAt(name) ?? []) : [],
    sourceTables: () => [],
    countOf: type => (type === 'finding' ? 14 : undefined),
  });
}
