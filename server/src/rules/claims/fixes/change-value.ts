import type { Page } from '../../../wiki/page.ts';
import type { Fix, Problem } from '../../rule.ts';

/**
 * Puts the right value in place of the digits, and nothing else: hedge, unit and wording stay. Only the value of a bound
 * number is safe, since only there nothing is guessed.
 */
export const changeValue = (
  { expected = [], span }: Problem,
  page: Page,
  trust: 'safe' | 'needs-a-look',
): readonly Fix[] =>
  expected.map((value, index) => ({
    title: `Change to ${value}`,
    preferred: index === 0,
    safe: trust === 'safe' && expected.length === 1,
    edits: [{ path: page.path, span, newText: value }],
  }));
