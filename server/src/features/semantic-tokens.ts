import { lineAt } from '../text/line-starts.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import { pageNamed, pageOfPath } from '../wiki/resolve.ts';
import { targetsOf } from '../wiki/targets.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { numbersOf } from './number-report.ts';

/**
 * `number`: one that a table was found for. `page`: the text of a link to a page, or a field that names one.
 * `pagePath`: a page named in prose by its path.
 */
export const TOKEN_TYPES = ['number', 'page', 'pagePath'] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** Of a number what became of it, of a page its type; pages of types that a wiki makes itself have none. */
export const TOKEN_MODIFIERS = [
  'bound',
  'agrees',
  'contradicts',
  'finding',
  'concept',
  'lens',
  'thread',
  'researcher',
  'source',
] as const;
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** A stretch of one line whose colour depends on more than the page's own text. */
export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of a page that lie in a stretch of it, in source order; of two that overlap, the first. */
export function semanticTokens(wiki: Wiki, page: Page, span: Span): readonly SemanticToken[] {
  const found = [...numberTokens(wiki, page), ...pageTokens(wiki, page)]
    .filter(token => overlaps(token.span, span))
    .sort((a, b) => a.span.start - b.span.start);
  let end = 0;
  return found
    .filter(token => {
      if (token.span.start < end) return false;
      end = token.span.end;
      return true;
    })
    .flatMap(token => [...lineByLine(page, token)]);
}

/** Numbers that were not checked, and contradictions that a comment silences, look like the rest of the text. */
function* numberTokens(wiki: Wiki, page: Page): Iterable<SemanticToken> {
  for (const { claim, ignored } of numbersOf(wiki, page)) {
    if (claim.verdict === 'unverified' || ignored !== undefined) continue;
    const verdict = claim.verdict === 'supported' ? 'agrees' : 'contradicts';
    yield { span: claim.span, type: 'number', modifiers: claim.bound ? [verdict, 'bound'] : [verdict] };
  }
}

function* pageTokens(wiki: Wiki, page: Page): Iterable<SemanticToken> {
  const token = (type: TokenType, span: Span, target: Page): SemanticToken => ({
    span,
    type,
    modifiers: TOKEN_MODIFIERS.filter(name => name === target.typeName),
  });
  for (const { link, target } of targetsOf(wiki, page)) {
    const isText = link.kind === 'inline' || link.kind === 'reference' || link.kind === 'autolink';
    if (isText && target.kind === 'page' && target.page !== page)
      yield token('page', link.textSpan, target.page);
  }
  for (const { name, type, span } of page.names) {
    const target = pageNamed(wiki, page.path, name, type);
    if (target) yield token('page', span, target);
  }
  for (const { path, span } of page.facts.pagePaths) {
    const target = pageOfPath(wiki, page.path, path);
    if (target && target !== page) yield token('pagePath', span, target);
  }
}

/** Editors take tokens within a line only; the text of a link may go over several. */
function* lineByLine(page: Page, token: SemanticToken): Iterable<SemanticToken> {
  const { lineStarts } = page.facts;
  for (let { start } = token.span; start < token.span.end; ) {
    const end = Math.min(token.span.end, lineStarts[lineAt(lineStarts, start) + 1] ?? token.span.end);
    yield { ...token, span: { start, end } };
    start = end;
  }
}
