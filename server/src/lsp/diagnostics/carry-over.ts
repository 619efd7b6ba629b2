import type { Diagnostic } from '../../rules/rule.ts';

/**
 * Diagnostics of a text as they stand in the text that an edit made of it: moved along where they lie behind the edit,
 * and dropped where they lie in it. What takes the whole wiki to find is worked out again only when the author pauses.
 */
export function carriedOver(
  diagnostics: readonly Diagnostic[],
  before: string,
  after: string,
): readonly Diagnostic[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const end = before.length - tail;
  const by = after.length - before.length;
  return diagnostics.flatMap(diagnostic => {
    const { span } = diagnostic;
    if (span.end <= start) return diagnostic;
    return span.start >= end ? { ...diagnostic, span: { start: span.start + by, end: span.end + by } } : [];
  });
}
