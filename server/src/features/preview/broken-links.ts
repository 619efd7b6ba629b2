import { claimsOf } from '../../claims/claims-of.ts';
import { brokenAnchor } from '../../rules/links/broken-anchor.ts';
import { brokenPage } from '../../rules/links/broken-page.ts';
import { wrongCase } from '../../rules/links/wrong-case.ts';
import { encloses, type Span } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';

/** A destination written in a page that leads nowhere. */
export interface BrokenLink {
  /** As CommonMark reads it (entities and escapes undone), still percent-encoded. */
  readonly destination: string;
  readonly reason: string;
}

const RULES = [brokenPage, wrongCase, brokenAnchor];

/**
 * The destinations of a page that lead nowhere, each once, also those for which the page silences the rule: a reader who
 * follows them finds nothing all the same.
 */
export function brokenLinksOf(wiki: Wiki, page: Page): readonly BrokenLink[] {
  const reasons = new Map<string, string>();
  for (const { span, message } of problemsOf(wiki, page)) {
    const place = [...page.facts.links, ...page.facts.definitions].find(({ destinationSpan }) =>
      encloses(destinationSpan, span),
    );
    if (place && !reasons.has(place.destination)) reasons.set(place.destination, message);
  }
  return [...reasons].map(([destination, reason]) => ({ destination, reason }));
}

function* problemsOf(wiki: Wiki, page: Page): Iterable<{ readonly span: Span; readonly message: string }> {
  for (const rule of RULES) yield* rule.check(page, wiki, {});
  if (page.facts.partial || page.facts.mergeConflict) return;
  for (const diagnostic of claimsOf(wiki, page)?.diagnostics ?? [])
    if (diagnostic.rule === 'claims/broken-binding') yield diagnostic;
}
