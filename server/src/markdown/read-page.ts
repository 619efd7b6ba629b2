import { hashOf } from '../text/hash.ts';
import { lineStartsOf } from '../text/line-starts.ts';
import type { PageFacts } from './facts.ts';
import { pageFacts } from './page-facts.ts';
import type { MarkdownParser } from './parser.ts';
import { partialFacts } from './partial-facts.ts';

/** Above this many UTF-16 units only links and front matter of a page are read. */
export const PARTIAL_ABOVE = 10_000_000;

/** All facts of a page's text, whose BOM is stripped. Never throws. */
export function readPage(parser: MarkdownParser, text: string): PageFacts {
  try {
    if (text.length > PARTIAL_ABOVE) return partialFacts(parser, text);
    return pageFacts(text, parser.parse(text));
  } catch {
    // Nesting so deep that the stack runs out: such a page has no facts, but the wiki goes on.
    return emptyFacts(text);
  }
}

/** What is known of a text that could not be read as Markdown. */
export const emptyFacts = (text: string): PageFacts => ({
  length: text.length,
  textHash: hashOf(text),
  lineStarts: lineStartsOf(text),
  headings: [],
  sections: [],
  links: [],
  definitions: [],
  undefinedReferences: [],
  pagePaths: [],
  wikilinks: [],
  comments: [],
  htmlIds: [],
  tablesKey: 0,
  numbersKey: 0,
  mergeConflict: false,
  partial: true,
});
