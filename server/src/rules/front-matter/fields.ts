import type { Field } from '../../markdown/facts.ts';
import type { Page } from '../../wiki/page.ts';

/** A field of a page's front matter by its key. */
export const fieldOf = (page: Page, key: string): Field | undefined =>
  page.facts.frontMatter?.fields.find(field => field.key === key);

/** True where the YAML could not be read as a whole, so that a field which seems to lack may be there. */
export const hasBrokenFrontMatter = (page: Page): boolean =>
  (page.facts.frontMatter?.problems.length ?? 0) > 0;
