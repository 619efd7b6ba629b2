import type { Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import { pageNamed, pageOfPath } from '../wiki/resolve.ts';
import { targetsOf } from '../wiki/targets.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { backlinksOf } from './backlinks.ts';

/** A page that relies on another, or that another relies on, with the places where it does. */
export interface Evidence {
  readonly page: Page;
  /** Where the page that relies names the other; in that page. */
  readonly spans: readonly Span[];
  /** Titles of the sections that hold those places, each once. */
  readonly sections: readonly string[];
}

/** Who relies on a page: one entry for each page that leads to it. */
export function reliedOnBy(wiki: Wiki, page: Page): readonly Evidence[] {
  return grouped(
    backlinksOf(wiki, page).map(({ from, span, section }) => ({ page: from, span, section, within: from })),
  );
}

/** What a page relies on: one entry for each page that it leads to, in the order in which it does. */
export function reliesOn(wiki: Wiki, page: Page): readonly Evidence[] {
  const links = targetsOf(wiki, page).flatMap(({ link, target }) =>
    target.kind === 'page' ? { page: target.page, span: link.span, section: link.section } : [],
  );
  const paths = page.facts.pagePaths.flatMap(({ path, span, section }) => {
    const target = pageOfPath(wiki, page.path, path);
    return target ? { page: target, span, section } : [];
  });
  const fields = page.names.flatMap(({ name, type, span }) => {
    const target = pageNamed(wiki, page.path, name, type);
    return target ? { page: target, span, section: -1 } : [];
  });
  return grouped(
    [...fields, ...links, ...paths]
      .filter(({ page: target }) => target !== page)
      .sort((a, b) => a.span.start - b.span.start)
      .map(each => ({ ...each, within: page })),
  );
}

interface Place {
  readonly page: Page;
  readonly span: Span;
  readonly section: number;
  /** The page that the place stands in. */
  readonly within: Page;
}

function grouped(places: readonly Place[]): readonly Evidence[] {
  const byPage = new Map<Page, { spans: Span[]; sections: Set<string> }>();
  for (const { page, span, section, within } of places) {
    const entry = byPage.get(page) ?? { spans: [], sections: new Set<string>() };
    byPage.set(page, entry);
    entry.spans.push(span);
    const title = within.facts.sections[section]?.heading.text;
    if (title && title !== within.title) entry.sections.add(title);
  }
  return [...byPage].map(([page, { spans, sections }]) => ({ page, spans, sections: [...sections] }));
}
