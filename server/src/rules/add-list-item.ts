import type { Section } from '../markdown/facts.ts';
import type { Page } from '../wiki/page.ts';
import { stem } from '../wiki/path.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { linkTo } from './link-to.ts';
import { type ListItem, lastListIn } from './list-items.ts';
import type { FileEdit } from './rule.ts';

/** From so many items on an order is no accident. */
const LEAST_FOR_ORDER = 3;

/**
 * Adds a link to `target` to a section of `page`: to its list, in the list's own style, at the place that its order
 * gives (by title or by date, up or down, as the list is), else at the end.
 */
export function addListItem(wiki: Wiki, page: Page, text: string, section: Section, target: Page): FileEdit {
  const items = lastListIn(wiki, page, text, section);
  const last = items.at(-1);
  if (!last) return firstItem(page, text, section, target);
  const item = `${last.indent}${markerAfter(last)} ${styled(text, items, linkTo(page.path, target))}`;
  const gap = isLoose(text, items) ? '\n\n' : '\n';
  const before = /\d/.test(last.marker) ? undefined : items[placeIn(items, target)];
  const edit = before
    ? { at: before.start - before.indent.length, newText: `${item}${gap}` }
    : { at: last.end, newText: `${gap}${item}` };
  return edited(page, text, edit.at, edit.newText);
}

/** Behind whatever the section says, in a list of its own. */
function firstItem(page: Page, text: string, { bodySpan }: Section, target: Page): FileEdit {
  const body = text.slice(bodySpan.start, bodySpan.end);
  const at = bodySpan.start + body.trimEnd().length;
  const item = `- ${linkTo(page.path, target)}`;
  const ending = text.slice(at).trim() === '' && !text.slice(at).includes('\n') ? '\n' : '';
  return edited(page, text, at, `\n\n${item}${ending}`);
}

function edited(page: Page, text: string, at: number, newText: string): FileEdit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return { path: page.path, span: { start: at, end: at }, newText: newText.replaceAll('\n', newline) };
}

const markerAfter = ({ marker }: ListItem): string => {
  const number = /^\d+/.exec(marker)?.[0];
  return number === undefined ? marker : `${Number(number) + 1}${marker.slice(number.length)}`;
};

/** In bold where all links of the list are. */
function styled(text: string, items: readonly ListItem[], link: string): string {
  const isBold = items.every(item => item.link && text.slice(0, item.link.span.start).endsWith('**'));
  return isBold ? `**${link}**` : link;
}

/** True for a list whose items have blank lines between them. */
const isLoose = (text: string, items: readonly ListItem[]): boolean =>
  items.slice(1).some((item, index) => /\n[ \t]*\r?\n/.test(text.slice(items[index]!.end, item.start)));

/** Index of the item that the new one goes before; the number of items for the end. */
function placeIn(items: readonly ListItem[], target: Page): number {
  if (items.length < LEAST_FOR_ORDER) return items.length;
  for (const { key, own } of [titles(target), dates(target)]) {
    const keys = items.map(key);
    if (own === undefined || !keys.every(known => known !== undefined)) continue;
    const order = orderOf(keys);
    if (order === undefined) continue;
    const found = keys.findIndex(other => (order === 'up' ? other > own : other < own));
    return found < 0 ? items.length : found;
  }
  return items.length;
}

interface Sorting {
  /** What a list would be ordered by; undefined for an item that does not have it. */
  readonly key: (item: ListItem) => string | undefined;
  readonly own: string | undefined;
}

const titles = (target: Page): Sorting => ({
  key: ({ link }) => link && titleKey(link.text),
  own: titleKey(target.title),
});

const titleKey = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const dates = (target: Page): Sorting => ({
  key: ({ target: page }) => page && dateOf(page),
  own: dateOf(target),
});

/** The date of the front matter, else the one that the file name begins with. */
function dateOf(page: Page): string | undefined {
  const { date } = page.facts.frontMatter?.data ?? {};
  const written = typeof date === 'string' || typeof date === 'number' ? String(date) : stem(page.path);
  return /^\d{4}(?:-\d{2}){0,2}/.exec(written)?.[0];
}

/** Up or down; undefined for keys in no order, and for keys that are all the same. */
function orderOf(keys: readonly string[]): 'up' | 'down' | undefined {
  const steps = keys.slice(1).map((key, index) => (key > keys[index]! ? 1 : key < keys[index]! ? -1 : 0));
  if (steps.every(step => step === 0)) return undefined;
  if (steps.every(step => step >= 0)) return 'up';
  return steps.every(step => step <= 0) ? 'down' : undefined;
}
