import { LRUCache } from 'lru-cache';
import type { PageFacts } from '../markdown/facts.ts';
import type { Prose } from '../markdown/prose.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { findNumbers } from './find-numbers.ts';
import type { Quantity } from './quantity.ts';
import { readingOf } from './reading.ts';
import { spanOf } from './report.ts';
import { isCommon, type Word, wordsOf } from './words.ts';

/** What another page may restate of a page. */
export interface RestatedPage {
  readonly page: Page;
  readonly statements: readonly Statement[];
  /** The numbers of its GFM tables, without their signs. */
  readonly inTables: readonly number[];
}

/** A sentence with numbers. */
export interface Statement {
  /** Its words, those of the headings above it, and those of the page's title, which it need not say again. */
  readonly words: ReadonlySet<string>;
  readonly numbers: readonly StatedNumber[];
}

export interface StatedNumber {
  readonly quantity: Quantity;
  /** Its digits in the page. */
  readonly span: Span;
  /** It stands in the text of a link, as a part of a title. */
  readonly linked: boolean;
}

/** The pages that were restated last. */
const known = new WeakMap<Wiki, LRUCache<PageFacts, RestatedPage>>();
const KEPT = 128;

/** A page taken apart for restatements; undefined when its text can't be had any more. */
export function restatedPage(wiki: Wiki, page: Page): RestatedPage | undefined {
  let cache = known.get(wiki);
  if (!cache) known.set(wiki, (cache = new LRUCache({ max: KEPT })));
  let restated = cache.get(page.facts);
  if (restated?.page === page) return restated;
  const prose = wiki.sources.contentOf(page)?.prose;
  if (!prose) return undefined;
  restated = { page, statements: statementsOf(page, prose), inTables: tableNumbers(prose) };
  cache.set(page.facts, restated);
  return restated;
}

function statementsOf({ title, facts }: Page, { blocks }: Prose): Statement[] {
  const subject = contentWords(wordsOf(title));
  return blocks
    .filter(({ kind, text }) => kind !== 'heading' && kind !== 'block-quote' && /\d/.test(text))
    .flatMap(block => {
      const reading = readingOf(block);
      const sentences = reading.sentences.filter(({ quantities }) => quantities.length > 0);
      if (sentences.length === 0) return [];
      const headings = headingWords(facts, block.section);
      return sentences.map(({ from, to, quantities }) => ({
        words: new Set([...subject, ...headings, ...contentWords(reading.words.slice(from, to))]),
        numbers: quantities.map(quantity => ({
          quantity,
          span: spanOf(block, quantity),
          linked: block.links.some(link => overlaps(link, quantity)),
        })),
      }));
    });
}

function headingWords({ sections }: PageFacts, section: number): string[] {
  const words: string[] = [];
  for (let at = section; at >= 0; at = sections[at]!.parent)
    words.push(...contentWords(wordsOf(sections[at]!.heading.text)));
  return words;
}

const tableNumbers = ({ tables }: Prose): number[] =>
  tables.flatMap(({ rows }) =>
    rows.flatMap(row => row.flatMap(({ text }) => findNumbers(text).map(({ size }) => size))),
  );

/** Words that say something, without numbers. */
export const contentWords = (words: readonly Word[]): string[] =>
  words.flatMap(({ norm, numeric }) => (numeric || isCommon(norm) ? [] : [norm]));
