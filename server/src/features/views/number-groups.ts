import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { numbersOf, type ReportedNumber } from '../number-report.ts';

/**
 * What became of a number, what needs the author first. `ambiguous`: it may speak of several cells, or its link names none;
 * `ignored`: it contradicts, and a comment of the page says that this is meant.
 */
export const NUMBER_GROUPS = [
  'contradicted',
  'ambiguous',
  'unchecked',
  'agrees',
  'bound',
  'ignored',
] as const;
export type NumberGroup = (typeof NUMBER_GROUPS)[number];

/** How many numbers are in which group; a group without any is left out. */
export type NumberGroupCounts = Readonly<Partial<Record<NumberGroup, number>>>;

export function groupOf({ claim, ignored }: Pick<ReportedNumber, 'claim' | 'ignored'>): NumberGroup {
  switch (claim.verdict) {
    case 'contradicted':
      return ignored === undefined ? 'contradicted' : 'ignored';
    case 'supported':
      return claim.bound ? 'bound' : 'agrees';
    case 'unverified':
      return claim.bound || claim.candidates.length > 0 ? 'ambiguous' : 'unchecked';
  }
}

/** The numbers of a page, counted by group. */
export function numberGroupsOf(wiki: Wiki, page: Page): NumberGroupCounts {
  const counts: Partial<Record<NumberGroup, number>> = {};
  for (const number of numbersOf(wiki, page)) {
    const group = groupOf(number);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
}
