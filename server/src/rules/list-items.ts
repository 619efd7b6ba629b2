import type { Link, Section } from '../markdown/facts.ts';
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
  let items: { start: number; end: number; indent: string; marker: string }[] = [];
  let fence = '';
  for (let at = bodySpan.start; at < bodySpan.end; ) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 || newline >= bodySpan.end ? bodySpan.end : newline + 1;
    const line = text.slice(at, next);
    const end = at + line.trimEnd().length;
    const current = items.at(-1);
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const item = fence === '' ? ITEM.exec(line) : null;
    if (mark && (fence === '' || mark.startsWith(fence))) fence = fence === '' ? mark : '';
    if (item && (!current || item[1]!.length < widthOf(current))) {
      const begun = { start: at + item[1]!.length, end, indent: item[1]!, marker: item[2]! };
      // Another kind of marker begins another list.
      items = current && kindOf(current.marker) === kindOf(begun.marker) ? [...items, begun] : [begun];
    } else if (line.trim() !== '' && current) {
      const blank = text.slice(current.end, at).split('\n').length > 2;
      if (blank && !/^[ \t]/.test(line)) items = [];
      else current.end = end;
    }
    at = next;
  }
  const targets = targetsOf(wiki, page);
  return items.map(item => {
    const first = targets.find(({ link }) => item.start <= link.span.start && link.span.end <= item.end);
    return {
      ...item,
      link: first?.link,
      target: first?.target.kind === 'page' ? first.target.page : undefined,
    };
  });
}

const widthOf = ({ indent, marker }: { indent: string; marker: string }): number =>
  indent.length + marker.length + 1;

const kindOf = (marker: string): string => (/\d/.test(marker) ? marker.at(-1)! : marker);
