import type { Heading } from '../../markdown/facts.ts';
import type { Page } from '../../wiki/page.ts';

/** The heading that an anchor names; GitHub compares without case. */
export function headingOf(page: Page, fragment: string | undefined): Heading | undefined {
  const wanted = fragment?.toLowerCase().replace(/^user-content-/, '');
  return wanted ? page.facts.headings.find(({ slug }) => slug === wanted) : undefined;
}
