import type { Comment, PageFacts } from '../markdown/facts.ts';
import { overlaps, type Span } from '../text/span.ts';

/** One rule id that a comment names, with the stretch of the page in which it says nothing. */
export interface Suppression {
  /** Rule id, or a pattern `group/*`, or `*`. */
  readonly pattern: string;
  /** The id's place in the comment. */
  readonly idSpan: Span;
  readonly commentSpan: Span;
  readonly governs: Span;
  readonly reason: string | undefined;
}

// As remark-message-control writes them: <!--lint ignore id id -- reason-->, disable … enable.
const COMMENT = /^\s*lint\s+(ignore|disable|enable)\b([^]*?)(?:\s--\s([^]*))?$/;
const ID = /[a-z-]+\/(?:[a-z-]+|\*)|\*/g;

const known = new WeakMap<PageFacts, readonly Suppression[]>();

/** All suppressions of a page. A comment that names no rule suppresses nothing. */
export function suppressionsOf(facts: PageFacts): readonly Suppression[] {
  let suppressions = known.get(facts);
  if (!suppressions) {
    suppressions = facts.comments.length === 0 ? [] : [...read(facts)];
    known.set(facts, suppressions);
  }
  return suppressions;
}

function* read(facts: PageFacts): Iterable<Suppression> {
  for (const [index, comment] of facts.comments.entries()) {
    const match = COMMENT.exec(comment.text);
    if (!match || match[1] === 'enable') continue;
    const reason = match[3]?.trim();
    for (const { pattern, idSpan } of idsIn(comment, match[2]!)) {
      const governs =
        match[1] === 'ignore'
          ? comment.governs
          : { start: comment.span.end, end: enabledAgain(facts, index, pattern) };
      yield { pattern, idSpan, commentSpan: comment.span, governs, reason: reason || undefined };
    }
  }
}

function* idsIn(comment: Comment, list: string): Iterable<{ pattern: string; idSpan: Span }> {
  const listStart =
    comment.span.start +
    '<!--'.length +
    comment.text.indexOf(list, comment.text.search(/ignore|disable|enable/));
  for (const match of list.matchAll(ID)) {
    const start = listStart + match.index;
    yield { pattern: match[0], idSpan: { start, end: start + match[0].length } };
  }
}

/** Where a `disable` ends: at the next `enable` of that id, or of all ids, or at the end of the page. */
function enabledAgain(facts: PageFacts, from: number, pattern: string): number {
  for (const comment of facts.comments.slice(from + 1)) {
    const match = COMMENT.exec(comment.text);
    if (match?.[1] !== 'enable') continue;
    const ids = [...match[2]!.matchAll(ID)].map(id => id[0]);
    if (ids.length === 0 || ids.includes(pattern) || ids.includes('*')) return comment.span.start;
  }
  return facts.length;
}

export const matchesRule = (pattern: string, rule: string): boolean =>
  pattern === rule || pattern === '*' || (pattern.endsWith('/*') && rule.startsWith(pattern.slice(0, -1)));

/** The first suppression that covers a diagnostic of a rule at a place. */
export const suppressionFor = (
  suppressions: readonly Suppression[],
  rule: string,
  span: Span,
): Suppression | undefined =>
  suppressions.find(
    ({ pattern, governs }) =>
      matchesRule(pattern, rule) &&
      (overlaps(governs, span) ||
        (span.start === span.end && governs.start <= span.start && span.start <= governs.end)),
  );
