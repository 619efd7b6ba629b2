import { cellsSaying } from '../../claims/cells-saying.ts';
import { type Drift, driftOf, restatementsIn } from '../../claims/drift.ts';
import type { Quantity } from '../../claims/quantity.ts';
import { spanOf } from '../../claims/report.ts';
import { restatedPage, type StatedNumber } from '../../claims/restated-page.ts';
import { verdictsOf } from '../../claims/verdicts-of.ts';
import type { Span } from '../../text/span.ts';
import { linkedTablesOf } from '../../wiki/link-keys.ts';
import type { Page } from '../../wiki/page.ts';
import { pageOfPath } from '../../wiki/resolve.ts';
import { targetsOf } from '../../wiki/targets.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Fix, PageRule } from '../rule.ts';

/** A page that says again what another says, with another number. */
export const drifted: PageRule = {
  id: 'claims/drifted',
  subject: 'page',
  severity: 'info',
  reads: 'targets',
  untyped: true,
  summary: 'A page that restates a number of another page should give that number.',
  why: `A thread or a concept quotes a finding's result in a sentence that links to the finding or gives its path; the finding is
corrected, the quotation is not. Reported only where one sentence of that page says the same: in the same words, with every
name and every other number, and one number of the same unit that differs. Nothing is said where that page, or a table it
uses, has the number anywhere. Which of the two is right, only a reader can tell.`,
  examples: {
    bad: `
=== threads/doses.md
In [Small doses](../findings/2025-small-doses.md), deception of the fine-tuned model rises to 26.62 % with bad data.
                                                                                              ^^^^^ "Small doses" says 26.26 of this, here it is 26.62
=== findings/2025-small-doses.md
# Small doses

With bad data mixed in, the deception of the fine-tuned model rises to 26.26 %.
`,
    good: `
=== threads/doses.md
In [Small doses](../findings/2025-small-doses.md), deception of the fine-tuned model rises to 26 % with bad data.
=== findings/2025-small-doses.md
# Small doses

With bad data mixed in, the deception of the fine-tuned model rises to 26.26 %.
`,
  },
  *check(page, wiki) {
    for (const { other, number, span, stated } of driftsIn(wiki, page)) {
      const said = stated.quantity.text;
      yield {
        span,
        message: `"${other.title}" says ${said} of this, here it is ${number.text}`,
        related: [{ path: other.path, span: stated.span, message: `here it is ${said}` }],
        data: { other: said },
      };
    }
  },
  *fix({ span, related, data }, page, wiki): Iterable<Fix> {
    const [place] = related ?? [];
    const other = place && wiki.pages.get(place.path);
    const here = wiki.sources.textOf(page.path)?.slice(span.start, span.end);
    if (!other || !place || here === undefined || typeof data?.other !== 'string') return;
    yield {
      title: `Change to ${data.other} as in "${other.title}"`,
      preferred: true,
      safe: false,
      edits: [{ path: page.path, span, newText: data.other }],
    };
    yield {
      title: `Change "${other.title}" to ${here}`,
      preferred: false,
      safe: false,
      edits: [{ path: other.path, span: place.span, newText: here }],
    };
  },
};

interface FoundDrift {
  readonly other: Page;
  readonly number: Quantity;
  readonly span: Span;
  readonly stated: StatedNumber;
}

function* driftsIn(wiki: Wiki, page: Page): Iterable<FoundDrift> {
  if (page.facts.partial) return;
  const others = namedBesideNumbers(wiki, page);
  const prose = others.size > 0 ? wiki.sources.contentOf(page)?.prose : undefined;
  if (!prose) return;
  const open = openNumbers(wiki, page);
  for (const [other, places] of others) {
    for (const block of prose.blocks) {
      const isOpen = (number: Quantity): boolean => open.has(spanOf(block, number).start);
      for (const restatement of restatementsIn(block, places, isOpen)) {
        const restated = restatedPage(wiki, other);
        const drift = restated && driftOf(restatement, restated);
        if (!drift || !isOpen(drift.number) || !isFirm(wiki, other, drift)) continue;
        yield { other, number: drift.number, span: spanOf(block, drift.number), stated: drift.other };
      }
    }
  }
}

/** Pages with numbers that a link beside a number leads to, or a page path, with the places that name them. */
function namedBesideNumbers(wiki: Wiki, page: Page): ReadonlyMap<Page, readonly Span[]> {
  const found = new Map<Page, Span[]>();
  const name = (other: Page | undefined, place: Span): void => {
    if (!other || other === page || other.facts.numbersKey === 0 || other.facts.partial) return;
    const places = found.get(other);
    if (places) places.push(place);
    else found.set(other, [place]);
  };
  if (page.facts.links.some(({ besideNumber }) => besideNumber)) {
    for (const { link, target } of targetsOf(wiki, page))
      if (link.besideNumber && target.kind === 'page') name(target.page, link.textSpan);
  }
  if (page.facts.numbersKey !== 0) {
    for (const { path, span } of page.facts.pagePaths) name(pageOfPath(wiki, page.path, path), span);
  }
  return found;
}

/** Where numbers begin that no table has confirmed or contradicted: only those can have drifted. */
const openNumbers = (wiki: Wiki, page: Page): ReadonlySet<number> =>
  new Set(
    (verdictsOf(wiki, page)?.claims ?? []).flatMap(({ verdict, span }) =>
      verdict === 'unverified' ? [span.start] : [],
    ),
  );

/** The other page's number stands, and no table of that page has the number that is given here. */
function isFirm(wiki: Wiki, other: Page, { number, other: stated }: Drift): boolean {
  const claim = verdictsOf(wiki, other)?.claims.find(({ span }) => span.start === stated.span.start);
  if (claim?.verdict === 'contradicted') return false;
  return [...linkedTablesOf(other)].every(path => {
    const table = wiki.sources.tableAt(path);
    return !table || cellsSaying(path, table, number).length === 0;
  });
}
