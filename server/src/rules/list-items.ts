import type { Link, Section } from '../markdown/facts.ts';
import type { Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import { targetsOf } from '../wiki/targets.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** An item of a list in the outermost level of a section. */
export interface ListItem {
  /** From its marker. */
  readonly start: number;
  /** Behind its last character that is not white space, parts nested in it included. */
  readonly end: number;
  readonly indent: string;
  /** `-`, `*`, `+`, `1.` or `1)`. */
  readonly marker: string;
  /** The first link of the item, with the page that it leads to. */
  readonly link: Link | undefined;
  readonly target: Page | undefined;
}

const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(?=[ \t]|\r?$)/;

/** The items of the last list that stands in a section itself, not in a part of it; empty where there is none. */
export function lastListIn(wiki: Wiki, page: Page, text: string, { bodySpan }: Section): readonly ListItem[] {
  const targets = targetsOf(wiki, page);
  return itemsIn(text, bodySpan).map(item => {
    const first = targets.find(({ link }) => item.start <= link.span.start && link.span.end <= item.end);
    return {
      ...item,
      link: first?.link,
      target: first?.target.kind === 'page' ? first.target.page : undefined,
    };
  });
}

type WrittenItem = Pick<ListItem, 'start' | 'end' | 'indent' | 'marker'>;

/** The outermost items of the last list in a stretch of a page, line by line; what stands in code fences is none. */
function itemsIn(text: string, stretch: Span): readonly WrittenItem[] {
  let items: WrittenItem[] = [];
  let fence = '';
  for (const { line, start } of linesOf(text, stretch)) {
    const end = start + line.trimEnd().length;
    const current = items.at(-1);
    const item = fence === '' ? ITEM.exec(line) : null;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
    if (item && (!current || item[1]!.length < widthOf(current))) {
      const begun = { start: start + item[1]!.length, end, indent: item[1]!, marker: item[2]! };
      // Another kind of marker begins another list.
      items = current && kindOf(current.marker) === kindOf(begun.marker) ? [...items, begun] : [begun];
    } else if (line.trim() !== '' && current) {
      const isAfterBlank = text.slice(current.end, start).split('\n').length > 2;
      // A paragraph behind a blank line ends the list; all else goes on with its item.
      items = isAfterBlank && !/^[ \t]/.test(line) ? [] : [...items.slice(0, -1), { ...current, end }];
    }
  }
  return items;
}

function* linesOf(text: string, { start, end }: Span): Iterable<{ line: string; start: number }> {
  for (let at = start; at < end; ) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 || newline >= end ? end : newline + 1;
    yield { line: text.slice(at, next), start: at };
    at = next;
  }
}

const widthOf = ({ indent, marker }: { indent: string; marker: string }): number =>
  indent.length + marker.length + 1;

const kindOf = (marker: string): string => (/\d/.test(marker) ? marker.at(-1)! : marker);
