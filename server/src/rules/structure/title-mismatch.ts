import type { Heading } from '../../markdown/facts.ts';
import type { Page } from '../../wiki/page.ts';
import { scalar } from '../../wiki/schema/field-message.ts';
import { fieldOf } from '../front-matter/fields.ts';
import type { PageRule } from '../rule.ts';
import { titleIndex } from './outline.ts';

/** Front matter and heading that give a page two different titles. */
export const titleMismatch: PageRule = {
  id: 'structure/title-mismatch',
  subject: 'page',
  severity: 'info',
  reads: 'page',
  summary: "The front matter's title and the page's heading should say the same.",
  why: `Lists, completion and link texts take the front matter's title, readers of the page see the heading. Where the two
differ, one of them was forgotten when the other changed. Punctuation, upper and lower case and mark-up make no
difference, and one may be a shorter form of the other.`,
  examples: {
    bad: `
=== findings/2024-probe.md
---
type: finding
title: Probes recall the list
---
# Probes forget the list
  ^^^^^^^^^^^^^^^^^^^^^^ the front matter's title is "Probes recall the list"
`,
    good: `
=== findings/2024-probe.md
---
type: finding
title: Probes recall the list
---
# Probes *recall* the list: a study
`,
  },
  *check(page) {
    const title = fieldOf(page, 'title')?.value.value;
    const heading = page.type && headingTitle(page);
    if (typeof title !== 'string' || !heading || sameTitle(title, heading.text)) return;
    yield { span: heading.textSpan, message: `the front matter's title is "${title.trim()}"` };
  },
  *fix(problem, page) {
    const field = fieldOf(page, 'title');
    const heading = headingTitle(page);
    if (!field || !heading) return;
    const own = { path: page.path, span: field.value.span, newText: scalar(heading.text) };
    yield {
      title: `Change the front matter's title to "${heading.text}"`,
      preferred: false,
      safe: false,
      edits: [own],
    };
    const title = String(field.value.value).trim();
    const other = { path: page.path, span: problem.span, newText: title.replace(/[\\`*_[\]<]/g, '\\$&') };
    yield { title: `Change the heading to "${title}"`, preferred: false, safe: false, edits: [other] };
  },
};

/** The heading that is the page's title, where there is just one such. */
function headingTitle(page: Page): Heading | undefined {
  if (titleIndex(page) !== 0 || page.facts.headings.filter(({ depth }) => depth === 1).length > 1)
    return undefined;
  const heading = page.facts.sections[0]!.heading;
  return heading.text === '' ? undefined : heading;
}

function sameTitle(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [plain(a), plain(b)];
  return one.trim() === '' || other.trim() === '' || one.includes(other) || other.includes(one);
}

const plain = (title: string): string =>
  ` ${title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
