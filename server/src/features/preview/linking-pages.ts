import type { Span } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { type Backlink, backlinksIn } from '../backlinks.ts';
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
/** Above this many the pages that are not shown are counted by the index, without a look at what their links mean. */
const MOST_COUNTED = 500;

/** The pages that lead to a page, with the sentences in which they do. Asked for at every pause of an author. */
export function linkingPagesOf(wiki: Wiki, page: Page): LinkingPages {
  const candidates = [...wiki.mayLinkTo(page)]
    .filter(from => from !== page)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const pages: LinkingPage[] = [];
  let next = 0;
  for (; next < candidates.length && pages.length < MOST_PAGES; next++) {
    const links = backlinksIn(wiki, candidates[next]!, page);
    if (links.length > 0) pages.push(linkingPage(wiki, candidates[next]!, links));
  }
  const rest = candidates.slice(next);
  const counted =
    rest.length > MOST_COUNTED ? rest : rest.filter(from => backlinksIn(wiki, from, page).length > 0);
  return { pages, more: counted.length };
}

/** What stands in the front matter is no sentence. */
function linkingPage(wiki: Wiki, page: Page, links: readonly Backlink[]): LinkingPage {
  const inText = links.filter(({ kind }) => kind !== 'field');
  const sections = inText.map(({ section }) => page.facts.sections[section]?.heading.text ?? '');
  const sentences = inText.slice(0, MOST_SENTENCES).map(({ span }) => knownSentence(wiki, page, span));
  return {
    page,
    sections: [...new Set(sections)].filter(title => title !== '' && title !== page.title),
    sentences: [...new Set(sentences)].filter(sentence => sentence !== ''),
  };
}

const known = new WeakMap<Page['facts'], Map<number, string>>();

/** The sentence around a place. Worked out once: to find a sentence, a page that is closed is read again. */
export function knownSentence(wiki: Wiki, page: Page, span: Span): string {
  let sentences = known.get(page.facts);
  if (!sentences) known.set(page.facts, (sentences = new Map()));
  let sentence = sentences.get(span.start);
  if (sentence === undefined) {
    sentence = shorten(sentenceAt(wiki, page, span).replace(/\s+/g, ' '), LONGEST);
    sentences.set(span.start, sentence);
  }
  return sentence;
}
