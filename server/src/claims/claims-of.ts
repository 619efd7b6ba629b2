import { LRUCache } from 'lru-cache';
import { type Destination, readDestination } from '../wiki/destination.ts';
import type { Page } from '../wiki/page.ts';
import { isTablePath } from '../wiki/path.ts';
import { pageAt } from '../wiki/resolve.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { BlockMemory } from './block-memory.ts';
import type { ClaimsInput, PageClaims, ReachableTable } from './claim.ts';
import { pageClaims } from './page-claims.ts';
import { tablesInPage } from './page-tables.ts';

/** An answer from outside of the page that its claims were worked out with, to see whether it still holds. */
interface Dependency {
  readonly ask: () => unknown;
  readonly answer: unknown;
}

interface Known {
  readonly path: string;
  readonly claims: PageClaims;
  readonly dependencies: readonly Dependency[];
}

/**
 * The claims of the pages looked at last. Each holds on to the tables that it speaks of, so that those of a whole
 * wiki would be too much.
 */
const known = new WeakMap<Wiki, LRUCache<Page['facts'], Known>>();
const KEPT = 32;

/**
 * The numbers of a page and what became of them. Worked out once for the page's facts, the tables they were held to
 * and the counts they were compared with; undefined when the page's text can't be had any more.
 */
export function claimsOf(wiki: Wiki, page: Page): PageClaims | undefined {
  let cache = known.get(wiki);
  if (!cache) known.set(wiki, (cache = new LRUCache({ max: KEPT })));
  const before = cache.get(page.facts);
  if (before && before.path === page.path && before.dependencies.every(({ ask, answer }) => ask() === answer))
    return before.claims;
  const content = wiki.sources.contentOf(page);
  if (!content) return undefined;
  const dependencies: Dependency[] = [];
  const claims = pageClaims(inputOf(wiki, page, content, dependencies), memoryOf(wiki, page.path));
  cache.set(page.facts, { path: page.path, claims, dependencies });
  return claims;
}

const memories = new WeakMap<Wiki, LRUCache<string, BlockMemory>>();
const MOST_MEMORIES = 16;

/** What is known of the blocks of a page from its text before the last edit; of the pages edited last. */
function memoryOf(wiki: Wiki, path: string): BlockMemory {
  let byPath = memories.get(wiki);
  if (!byPath) memories.set(wiki, (byPath = new LRUCache({ max: MOST_MEMORIES })));
  const memory = byPath.get(path) ?? new BlockMemory();
  byPath.set(path, memory);
  return memory;
}

/** Everything outside is asked through `dependencies`, so that nothing that the verdicts rest on is forgotten. */
function inputOf(
  wiki: Wiki,
  page: Page,
  content: { text: string; prose: ClaimsInput['prose'] },
  dependencies: Dependency[],
): ClaimsInput {
  const tracked = <Answer>(ask: () => Answer): Answer => {
    const answer = ask();
    dependencies.push({ ask, answer });
    return answer;
  };
  const destinations = new Map(
    page.facts.links.map((link, index) => [link.destination, page.destinations[index]!]),
  );
  const destinationOf = (destination: string): Destination =>
    destinations.get(destination) ?? readDestination(page.path, destination);
  const tableOf = (path: string): ReachableTable | undefined => {
    const table = tracked(() => wiki.sources.tableAt(path));
    return table && { path, table };
  };
  return {
    path: page.path,
    text: content.text,
    facts: page.facts,
    prose: content.prose,
    title: page.title,
    pageTables: page.tables.flatMap(({ path }) => tableOf(path) ?? []),
    tableAt: destination => {
      const read = destinationOf(destination);
      return read.kind === 'path' && isTablePath(read.path) ? tableOf(read.path) : undefined;
    },
    sourceTables: destination => {
      const read = destinationOf(destination);
      const source = tracked(() => sourceFacts(wiki, page, read));
      return source?.tablesKey ? tablesInPage(wiki, source.path) : [];
    },
    countOf: type => tracked(() => countOf(wiki, type)),
  };
}

/** Whether the claims of a page rest on its text and its tables alone, and on no other page. */
export const restsOnTables = (wiki: Wiki, page: Page): boolean =>
  page.facts.links.every(
    ({ destination }, index) =>
      !destination.startsWith('wiki:') && !sourceFacts(wiki, page, page.destinations[index]!)?.tablesKey,
  );

/** Facts are compared by identity: an edit of the source that leaves its tables alone costs one reading too many. */
function sourceFacts(wiki: Wiki, page: Page, read: Destination) {
  const target = read.kind === 'path' ? pageAt(wiki, read.path.replace(/\/+$/, '')) : undefined;
  return target && target !== page && target.typeName === 'source' ? sources(target) : undefined;
}

const sourceKeys = new WeakMap<Page['facts'], { path: string; tablesKey: number }>();

function sources(page: Page): { path: string; tablesKey: number } {
  let key = sourceKeys.get(page.facts);
  if (!key) sourceKeys.set(page.facts, (key = { path: page.path, tablesKey: page.facts.tablesKey }));
  return key;
}

/** How many pages of a type the wiki has; undefined for a type that neither schema nor pages know. */
function countOf(wiki: Wiki, type: string): number | undefined {
  let count = 0;
  for (const page of wiki.pages.values()) if (page.typeName === type) count++;
  return count > 0 || wiki.schema.pages.has(type) ? count : undefined;
}
