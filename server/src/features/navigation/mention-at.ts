import type { Span } from '../../text/span.ts';
import { contains } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import { stem } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';

/** So many words on either side of the cursor may belong to a title. */
const MOST_WORDS = 8;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*(?<![.'’-])/gu;
/** Shorter names are met everywhere. */
const SHORTEST = 4;

/** The longest stretch of words around an offset that is the title or an alias of another typed page. */
export function mentionAt(
  wiki: Wiki,
  page: Page,
  offset: number,
): { readonly span: Span; readonly page: Page } | undefined {
  const text = wiki.sources.textOf(page.path);
  const { frontMatter } = page.facts;
  if (text === undefined || (frontMatter && contains(frontMatter.span, offset))) return undefined;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  // Between backticks are names of programs, not of pages.
  if ((line.slice(0, offset - lineStart).match(/`/g)?.length ?? 0) % 2 === 1) return undefined;
  const words = [...line.matchAll(WORD)].map(({ index, 0: word }) => ({
    start: lineStart + index,
    end: lineStart + index + word.length,
  }));
  const here = words.findIndex(word => contains(word, offset));
  if (here < 0) return undefined;
  for (const [first, last] of stretchesAround(here, words.length)) {
    const span = { start: words[first]!.start, end: words[last]!.end };
    const target = pageCalled(wiki, page, text.slice(span.start, span.end));
    if (target) return { span, page: target };
  }
  return undefined;
}

/** Every stretch of words that holds the one at `here`, longest first. */
function* stretchesAround(here: number, count: number): Iterable<readonly [number, number]> {
  for (let length = MOST_WORDS; length >= 1; length--) {
    for (let first = Math.max(0, here - length + 1); first <= here; first++) {
      if (first + length <= count) yield [first, first + length - 1];
    }
  }
}

/** A file name is no name in prose, unless the title says the same. */
function pageCalled(wiki: Wiki, from: Page, words: string): Page | undefined {
  if (words.length < SHORTEST) return undefined;
  const name = words.replace(/\s+/g, ' ').toLowerCase();
  return wiki
    .pagesNamed(name)
    .map(path => wiki.pages.get(path)!)
    .find(
      page =>
        page !== from &&
        page.typeName !== undefined &&
        [page.title, ...page.aliases].some(called => called.toLowerCase() === name) &&
        (page.title !== stem(page.path) || page.facts.headings.some(({ text }) => text === page.title)),
    );
}
