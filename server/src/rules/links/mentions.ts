import { type ProseBlock, sourceSpan } from '../../markdown/prose.ts';
import type { Span } from '../../text/span.ts';
import { linksTo } from '../../wiki/linkers.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { ofWholeWiki } from '../whole-wiki.ts';

/** A title of another page in a page's prose. */
export interface Mention {
  readonly span: Span;
  readonly target: Page;
}

/** A title or alias, as the words that a text must have in a row. */
interface Name {
  readonly words: readonly string[];
  /** For a name of one word, which counts only as it is written. */
  readonly exact: string | undefined;
  readonly path: string;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** What may stand between two words of a title: white space, hyphens, apostrophes, and the title's own marks. */
const BETWEEN = /^[\s'’‐-]+$/;
/** `TruthfulQA`, `GPT-4`: a word that is no ordinary word of a language. */
const COINED = /\p{L}\P{Lu}*\p{Lu}|\d/u;

/** The first mention of each page that this one leads to nowhere, in source order. */
export function mentionsIn(wiki: Wiki, page: Page): readonly Mention[] {
  const names = namesOf(wiki);
  const content = names.size > 0 ? wiki.sources.contentOf(page) : undefined;
  if (!content) return [];
  const seen = new Map<string, boolean>([[page.path, true]]);
  const found: Mention[] = [];
  for (const block of content.prose.blocks) {
    if (block.kind === 'heading' || block.kind === 'block-quote') continue;
    for (const { path, start, end } of namesIn(block, names)) {
      const target = wiki.pages.get(path)!;
      if (!seen.has(path)) seen.set(path, linksTo(wiki, page, target));
      if (seen.get(path)) continue;
      const span = sourceSpan(block, start, end);
      if (!isPlain(content.text.slice(span.start, span.end), block.text.slice(start, end))) continue;
      seen.set(path, true);
      found.push({ span, target });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Mark-up within a mention would be torn apart by a link around it. */
const isPlain = (source: string, text: string): boolean =>
  source.replace(/\s+/g, ' ') === text.replace(/\s+/g, ' ');

/** A word of a text, in lower case, with its place. */
interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function* namesIn(
  block: ProseBlock,
  names: ReadonlyMap<string, readonly Name[]>,
): Iterable<{ path: string; start: number; end: number }> {
  const words: readonly Word[] = [...block.text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
  for (let at = 0; at < words.length; at++) {
    const two = names.get(`${words[at]!.word} ${words[at + 1]?.word}`);
    const one = names.get(words[at]!.word);
    const fits = (candidate: Name) => stands(candidate, block.text, words, at);
    const name = two?.find(fits) ?? one?.find(fits);
    if (!name) continue;
    const start = words[at]!.start;
    const end = words[at + name.words.length - 1]!.end;
    if (!isCovered(block, start, end)) yield { path: name.path, start, end };
    at += name.words.length - 1;
  }
}

function stands({ words: wanted, exact }: Name, text: string, words: readonly Word[], at: number): boolean {
  const last = words[at + wanted.length - 1];
  if (!last) return false;
  if (exact !== undefined) return text.slice(words[at]!.start, last.end) === exact;
  return wanted.every(
    (word, index) =>
      words[at + index]!.word === word &&
      (index === 0 || BETWEEN.test(text.slice(words[at + index - 1]!.end, words[at + index]!.start))),
  );
}

const isCovered = ({ masks, links }: ProseBlock, start: number, end: number): boolean =>
  links.some(link => link.start < end && start < link.end) ||
  masks.some(
    mask =>
      mask.start < end && start < mask.end && ['code', 'url', 'html', 'math', 'footnote'].includes(mask.kind),
  );

/** The first two words (the one, of a name of one) → names that begin so, the longest first. What two pages share is left out. */
const namesOf = ofWholeWiki(wiki => {
  const pages = new Map<string, Name | undefined>();
  for (const page of wiki.pages.values()) {
    if (page.typeName === undefined) continue;
    for (const written of new Set([page.title, ...page.aliases])) {
      const words = [...written.toLowerCase().matchAll(WORD)].map(([word]) => word);
      const key = words.join(' ');
      const other = pages.get(key);
      if (!isName(written, words)) continue;
      const exact = words.length === 1 || (COINED.test(written) && !/\s/.test(written)) ? written : undefined;
      pages.set(
        key,
        pages.has(key) && other?.path !== page.path ? undefined : { words, exact, path: page.path },
      );
    }
  }
  const byWords = new Map<string, Name[]>();
  for (const name of pages.values()) {
    if (!name) continue;
    const key = name.words.slice(0, 2).join(' ');
    const alike = byWords.get(key);
    if (alike) alike.push(name);
    else byWords.set(key, [name]);
  }
  for (const names of byWords.values()) names.sort((a, b) => b.words.length - a.words.length);
  return byWords;
});

const isName = (written: string, words: readonly string[]): boolean =>
  words.length === 1
    ? COINED.test(written) && /\p{L}{2}/u.test(written)
    : words.length > 1 && /\p{L}{3}/u.test(written);
