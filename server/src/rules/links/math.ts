import { patternsIn } from '../../markdown/prose-masks.ts';
import type { Span } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';

const NONE: readonly Span[] = [];

/** The formulas of a page, for rules that look at its prose. Empty also when the text can't be had any more. */
export function mathIn(wiki: Wiki, page: Page): readonly Span[] {
  const text = wiki.sources.textOf(page.path);
  if (text === undefined || !/\$|\\\(/.test(text)) return NONE;
  return patternsIn(text).filter(({ kind }) => kind === 'math');
}
