import type { Field } from '../../markdown/facts.ts';
import type { Page } from '../../wiki/page.ts';
import { addFields } from '../front-matter/add-fields.ts';
import { fieldOf } from '../front-matter/fields.ts';
import type { PageRule, RuleOptions } from '../rule.ts';
import { count } from '../words.ts';

/** Fields that say when somebody last held the page to what is known. */
const REVIEW_KEYS = ['reviewed', 'last-reviewed', 'last_reviewed', 'updated', 'last-updated', 'last_updated'];

/** Pages of these statuses say themselves that they are not up to date. */
const RETIRED: ReadonlySet<string> = new Set(['superseded', 'archived']);

const DEFAULT_MONTHS = 12;

/** A finding that nobody has looked at for long. */
export const stale: PageRule = {
  id: 'review/stale',
  subject: 'page',
  severity: 'info',
  reads: 'page',
  summary: 'A finding should be held to what is known now and then.',
  why: `Results are refined, disputed and superseded; a finding that nobody has looked at for a year may say what is no
longer held. Look for newer work, correct or supersede the page, and write the day into \`reviewed\` (or \`updated\`). Where
the wiki says after how many months, a finding without such a field is as old as its own \`date\`; else it is let be, as a
paper is no staler for being old. Pages of status superseded or archived are let be too.

\`review/stale: [info, { months: 24, types: [finding, concept] }]\` sets after how many months, and for which page types; pages
without any of these dates are never reported.`,
  examples: {
    bad: `
=== research-wiki.yaml
version: 1
rules: { review/stale: [info, { months: 12 }] }
=== findings/2022-probe.md
---
date: 2022-11-03
      ^^^^^^^^^^ not reviewed for 18 months
---
=== findings/2020-memory.md
---
date: 2020-02-01
reviewed: 2022-11-03
          ^^^^^^^^^^ not reviewed for 18 months
---
`,
    good: `
=== findings/2022-probe.md
---
date: 2022-11-03
reviewed: 2024-02-01
---
=== findings/2021-recall.md
---
date: 2021-05-01
status: superseded
---
`,
  },
  *check(page, wiki, options) {
    if (!typesOf(options).includes(page.typeName ?? '') || RETIRED.has(page.status ?? '')) return;
    const last = lastLook(page);
    // The date of a paper is no review; only a wiki that gives a term asks for it.
    if (!last || (!last.isReview && options.months === undefined)) return;
    const months = monthsBetween(last.day, wiki.sources.today());
    if (months < monthsOf(options)) return;
    yield { span: last.field.value.span, message: `not reviewed for ${count(months, 'month')}` };
  },
  *fix(_problem, page, wiki) {
    const last = lastLook(page);
    if (!last) return;
    const { field, isReview } = last;
    const today = wiki.sources.today();
    const edit = isReview
      ? { path: page.path, span: field.value.span, newText: today }
      : addFields(wiki, page, { reviewed: today }, ['date']);
    const title = isReview ? `Change ${field.key} to ${today}` : `Add "reviewed: ${today}"`;
    if (edit) yield { title, preferred: false, safe: false, edits: [edit] };
  },
};

const typesOf = ({ types }: RuleOptions): readonly unknown[] => (Array.isArray(types) ? types : ['finding']);

const monthsOf = ({ months }: RuleOptions): number =>
  typeof months === 'number' && months > 0 ? months : DEFAULT_MONTHS;

interface Look {
  readonly field: Field;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly isReview: boolean;
}

/** The latest day of review; without one, the page's date. */
function lastLook(page: Page): Look | undefined {
  const looks = REVIEW_KEYS.flatMap(key => lookIn(page, key, true) ?? []);
  return looks.sort((a, b) => (a.day < b.day ? 1 : -1))[0] ?? lookIn(page, 'date', false);
}

function lookIn(page: Page, key: string, isReview: boolean): Look | undefined {
  const field = fieldOf(page, key);
  const day = field && /^(\d{4})(-\d\d)?(-\d\d)?(?!\d)/.exec(String(field.value.value));
  // A year or a month alone is read as its last day: nothing is stale before it must be.
  return day ? { field, day: `${day[1]}${day[2] ?? '-12'}${day[3] ?? '-31'}`, isReview } : undefined;
}

/** Whole months from one day to another; below 0 for a day to come. */
function monthsBetween(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
}
