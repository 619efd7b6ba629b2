import type { Span } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { reliedOnBy } from '../evidence.ts';
import { shorten } from '../page-card.ts';
import { sentenceAt } from '../sentence-at.ts';

/** Who links to a page, as its preview lists them at the foot. */
export interface LinkingPages {
  /** By path. */
  readonly pages: readonly LinkingPage[];
  /** How many pages there are beside these. */
  readonly more: number;
}

export interface LinkingPage {
  readonly page: Page;
  /** Titles of the sections that hold the links. */
  readonly sections: readonly string[];
  /** What it says where it links, as plain text; empty for a page that names the other in its fields only. */
  readonly sentences: readonly string[];
}

const MOST_PAGES = 40;
const MOST_SENTENCES = 2;
/** Longest sentence, in UTF-16 units. */
const LONGEST = 240;

/** The pages that lead to a page, with the sentences in which they do. */
export function linkingPagesOf(wiki: Wiki, page: Page): LinkingPages {
  const all = reliedOnBy(wiki, page);
  return {
    pages: all.slice(0, MOST_PAGES).map(({ page: from, spans, sections }) => ({
      page: from,
      sections,
      sentences: sentencesIn(wiki, from, spans),
    })),
    more: Math.max(0, all.length - MOST_PAGES),
  };
}

function sentencesIn(wiki: Wiki, page: Page, spans: readonly Span[]): readonly string[] {
  const fieldsEnd = page.facts.frontMatter?.span.end ?? 0;
  const sentences = spans
    .filter(({ start }) => start >= fieldsEnd)
    .slice(0, MOST_SENTENCES)
    .map(span => knownSentence(wiki, page, span));
  return [...new Set(sentences)].filter(sentence => sentence !== '');
}

const known = new WeakMap<Page['facts'], Map<number, string>>();

/** Worked out once: to find a sentence, a page that is closed is read again. */
function knownSentence(wiki: Wiki, page: Page, span: Span): string {
  let sentences = known.get(page.facts);
  if (!sentences) known.set(page.facts, (sentences = new Map()));
  let sentence = sentences.get(span.start);
  if (sentence === undefined) {
    sentence = shorten(sentenceAt(wiki, page, span).replace(/\s+/g, ' '), LONGEST);
    sentences.set(span.start, sentence);
  }
  return sentence;
}
