import type { Page } from '../../wiki/page.ts';
import { sectionOf } from '../../wiki/relations.ts';
import { sectionAt } from '../section-at.ts';

export interface Wanted {
  /** Page types that the section's relation asks for; empty where it asks for none. */
  readonly types: readonly string[];
  readonly only: 'only-wanted' | 'all';
}

/** What kind of page a link at an offset should lead to: only that where it leads a list item, it first elsewhere. */
export function wantedAt(page: Page, offset: number, linkStart: number, text: string): Wanted {
  const types = sectionOf(page, sectionAt(page, offset))?.links?.to ?? [];
  const lineStart = text.lastIndexOf('\n', linkStart - 1) + 1;
  const leadsItem = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?[*_]*$/.test(text.slice(lineStart, linkStart));
  return { types, only: types.length > 0 && leadsItem ? 'only-wanted' : 'all' };
}
