import { own } from '../text/own.ts';
import type { PagePath, UndefinedReference } from './facts.ts';

/*
 * What mdast does not know of, since CommonMark takes it for plain text: references without a definition and page
 * paths. Both are looked for in the source of text nodes, never in their value, which an entity
 * makes shorter than its source.
 */

const PAGE_PATH =
  /(?<![\p{L}\p{N}_/.:@\\-])(?:\.{1,2}\/)*[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:\/[\p{L}\p{N}_][\p{L}\p{N}_.-]*)+/gu;

/** Candidates for page paths (`concepts/scheming`); the wiki decides which of them are pages. */
export function pagePathsIn(source: string, offset: number, section: number): PagePath[] {
  if (!source.includes('/')) return [];
  const found: PagePath[] = [];
  for (const match of source.matchAll(PAGE_PATH)) {
    const path = own(match[0].replace(/[.-]+$/, ''));
    if (!path.includes('/') || source[match.index + match[0].length] === '/') continue;
    const start = offset + match.index;
    found.push({ span: { start, end: start + path.length }, path, section });
  }
  return found;
}

const REFERENCE = /(?<![\p{L}\p{N}_\]\\)])!?\[((?:[^[\]\\]|\\.)*)\]\[((?:[^[\]\\]|\\.)*)\]/gu;

/**
 * `[text][label]` and `[label][]` in a text node. A shortcut `[label]` is left alone, since brackets in prose are
 * mostly no links; so is `[1][2]`, two citations side by side, and `a[i][j]`.
 */
export function undefinedReferencesIn(source: string, offset: number): UndefinedReference[] {
  if (!source.includes('][')) return [];
  const found: UndefinedReference[] = [];
  for (const match of source.matchAll(REFERENCE)) {
    const [whole, text, label] = match as unknown as [string, string, string];
    const written = label === '' ? text : label;
    if (written.trim() === '' || /^\d+$/.test(text) || written.startsWith('^')) continue;
    const start = offset + match.index;
    const labelStart =
      label === '' ? start + whole.indexOf('[') + 1 : start + whole.length - 1 - label.length;
    found.push({
      span: { start, end: start + whole.length },
      labelSpan: { start: labelStart, end: labelStart + written.length },
      label: own(written),
    });
  }
  return found;
}
