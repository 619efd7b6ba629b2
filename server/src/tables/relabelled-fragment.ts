import { anchorOfRow } from './cell-anchor.ts';
import { selectionTexts } from './expression.ts';
import { readSelection, type Selection } from './fragment.ts';
import { columnNamed, partsOf } from './label.ts';
import type { Relabelled } from './relabel.ts';
import { slugOf } from './slug.ts';

/** The fragment that names in the relabelled table what `fragment` named before; undefined where none can. What named nothing stays. */
export function relabelledFragment(relabelled: Relabelled, fragment: string): string | undefined {
  const { before, after } = relabelled;
  let result = fragment;
  for (const { text, start, several } of [...selectionTexts(fragment)].reverse()) {
    const was = readSelection(before, text, { several });
    if ('problem' in was) continue;
    let now: string | undefined;
    for (const candidate of candidates(relabelled, text, was.selection)) {
      const read = readSelection(after, candidate, { several });
      if (!('selection' in read) || !isSameSelection(read.selection, was.selection)) continue;
      now = candidate;
      break;
    }
    if (now === undefined) return undefined;
    result = result.slice(0, start) + now + result.slice(start + text.length);
  }
  return result;
}

/** As it was, with the label's new slug, and as we would write it ourselves. */
function* candidates(
  { before, after, label, name }: Relabelled,
  text: string,
  { rows, columns }: Selection,
): Iterable<string> {
  yield text;
  const { keys, column } = partsOf(text);
  const columnSlug = (written: string): string => {
    const index = columnNamed(before, written);
    const now = index === undefined ? undefined : after.columns[index]!.slug;
    return now === undefined || now === before.columns[index!]!.slug ? written : now;
  };
  const isLabel = (key: string, header: string | undefined) =>
    label.kind === 'row' &&
    slugOf(key) === slugOf(label.text) &&
    (header === undefined || columnNamed(before, header) === label.column);
  const row = keys
    .map(({ header, key }) => {
      const now = isLabel(key.text, header?.text) ? slugOf(name) : key.text;
      return header ? `${columnSlug(header.text)}=${now}` : now;
    })
    .join('+');
  yield column ? `${row}/${columnSlug(column.text)}` : row;
  const own = rows?.length === 1 ? anchorOfRow(after, rows[0]!) : undefined;
  if (own === undefined) return;
  if (!column) yield own;
  else if (columns?.length === 1) yield `${own}/${after.columns[columns[0]!]!.slug}`;
}

const isSameSelection = (a: Selection, b: Selection): boolean =>
  isSameList(a.rows, b.rows) && isSameList(a.columns, b.columns);

const isSameList = (a: readonly number[] | undefined, b: readonly number[] | undefined): boolean =>
  a === b ||
  (a !== undefined && b !== undefined && a.length === b.length && a.every((each, at) => each === b[at]));
