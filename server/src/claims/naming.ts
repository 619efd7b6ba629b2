import type { Label, LabelIndex } from './label-index.ts';
import type { Mention } from './mentions.ts';
import { OWN_COLUMN } from './own-row.ts';

/** How surely a row or a column is named. */
export interface Named {
  /** 0 to 1; 1 when a label that nothing else has is named in full. */
  readonly score: number;
  /** The labels that name it, with how surely each. */
  readonly by: readonly { readonly label: Label; readonly quality: number }[];
}

/** What a stretch of prose names in a table. */
export interface Naming {
  readonly rows: ReadonlyMap<number, Named>;
  /** The same of one row; undefined where nothing names it. */
  row(id: number): Named | undefined;
  readonly columns: ReadonlyMap<number, Named>;
}

/** Some row is named as surely as `least`, or more. */
export function isAnyRowNamed({ rows }: Naming, least: number): boolean {
  for (const { score } of rows.values()) if (score >= least) return true;
  return false;
}

/** The mentions of one place with the place's weight: 1 for the sentence itself, less for what is around it. */
export interface WeighedMentions {
  readonly mentions: readonly Mention[];
  readonly weight: number;
}

/** What a dominated mention is still worth: the shorter name may be meant after all, unless the longer one is named in full. */
const DOMINATED = 0.5;
const DOMINATED_IN_FULL = 0.15;
/** A row whose own key is not named while another key of that column is. */
const OTHER_KEY = 0.35;

/** Adds the mentions up to rows and columns. */
export function namingOf(index: LabelIndex, places: readonly WeighedMentions[]): Naming {
  const best = new Map<Label, number>();
  for (const { mentions, weight } of places) {
    for (const { label, quality, dominated } of mentions) {
      const worth =
        quality * weight * (dominated === 0 ? 1 : dominated >= 0.95 ? DOMINATED_IN_FULL : DOMINATED);
      if (worth > (best.get(label) ?? 0)) best.set(label, worth);
    }
  }
  const columns = new Map<number, Named>();
  const bestOfColumn = new Map<number, number>();
  for (const [label, quality] of best) {
    if (label.axis === 'column') {
      columns.set(label.ids[0]!, { score: quality, by: [{ label, quality }] });
      continue;
    }
    bestOfColumn.set(label.column, Math.max(bestOfColumn.get(label.column) ?? 0, quality));
  }
  return new NamingOfRows(index, best, bestOfColumn, columns);
}

/** Most numbers ask for few rows of a table: each is worked out when somebody does. */
class NamingOfRows implements Naming {
  readonly columns: ReadonlyMap<number, Named>;
  private readonly index: LabelIndex;
  private readonly best: ReadonlyMap<Label, number>;
  private readonly bestOfColumn: ReadonlyMap<number, number>;
  private readonly known = new Map<number, Named>();
  private all: ReadonlyMap<number, Named> | undefined;

  constructor(
    index: LabelIndex,
    best: ReadonlyMap<Label, number>,
    bestOfColumn: ReadonlyMap<number, number>,
    columns: ReadonlyMap<number, Named>,
  ) {
    this.index = index;
    this.best = best;
    this.bestOfColumn = bestOfColumn;
    this.columns = columns;
  }

  row(id: number): Named | undefined {
    const known = this.known.get(id);
    if (known) return known;
    const isNamed = this.index.ofRow[id]?.some(label => this.best.has(label) && bringsRows(label));
    return isNamed ? this.named(id) : undefined;
  }

  get rows(): ReadonlyMap<number, Named> {
    if (!this.all) {
      const all = new Map<number, Named>();
      for (const label of this.best.keys())
        if (label.axis === 'row' && bringsRows(label))
          for (const id of label.ids) if (!all.has(id)) all.set(id, this.named(id));
      this.all = all;
    }
    return this.all;
  }

  private named(row: number): Named {
    let found = this.known.get(row);
    if (!found) this.known.set(row, (found = rowNamed(this.index, row, this.best, this.bestOfColumn)));
    return found;
  }
}

const IN_FULL = 0.95;

/** A name in full that no other row has: whatever else the sentence names, it is this row's. */
const isNameAlone = ({ label, quality }: Named['by'][number]): boolean =>
  quality >= IN_FULL && label.ids.length === 1 && label.words.some(({ numeric }) => !numeric);

/** A label that half of a long table shares does not bring all those rows into play by itself. */
const bringsRows = ({ ids, specificity }: Label): boolean => ids.length <= 60 || specificity > 0.3;

function rowNamed(
  index: LabelIndex,
  row: number,
  best: ReadonlyMap<Label, number>,
  bestOfColumn: ReadonlyMap<number, number>,
): Named {
  let not = 1;
  let conflict = 1;
  const by: { label: Label; quality: number }[] = [];
  for (const label of index.ofRow[row]!) {
    const quality = best.get(label) ?? 0;
    if (quality > 0) {
      by.push({ label, quality });
      not *= 1 - quality * label.specificity;
    }
    if (quality < 0.4 && (bestOfColumn.get(label.column) ?? 0) >= 0.7 && label.column >= 0)
      conflict = OTHER_KEY;
  }
  // `while ours achieves`: whatever else is named, this row is.
  const isOwn = by.some(({ label, quality }) => label.column === OWN_COLUMN && quality >= 0.7);
  return { score: (1 - not) * (isOwn || by.some(isNameAlone) ? 1 : conflict), by };
}
