import type { Page } from '../wiki/page.ts';

/** Index in `sections` of the innermost section at an offset, or -1. */
export function sectionAt(page: Page, offset: number): number {
  let found = -1;
  page.facts.sections.forEach((section, index) => {
    if (section.span.start <= offset && offset <= section.span.end) found = index;
  });
  return found;
}
