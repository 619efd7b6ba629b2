import { derived } from '../tables/derived.ts';
import { filledFirst, filledTexts, isGroupRow } from '../tables/labels.ts';
import type { Table } from '../tables/table.ts';
import { valuesOf } from '../tables/table-values.ts';
import { dimensionOf } from '../tables/units.ts';
import { conditionColumns } from './condition-columns.ts';
import { countingColumns } from './counting-columns.ts';
import { labelWords, type Part, withHeader } from './label-parts.ts';
import { LabelWords } from './label-words.ts';
import { withWholeYears } from './month-labels.ts';
import { OWN_COLUMN, OWN_NAME, ownRows } from './own-row.ts';
import { isCommon, wordsOf } from './words.ts';

/** A word of a label with how much it tells: 1 for a word that only this label has, near 0 for one that all have. */
export interface LabelWord {
  readonly norm: string;
  readonly numeric: boolean;
  readonly capitals: boolean;
  /** A capital stands inside of it, as in `BiLSTM`: a name, which no other word is akin to. */
  readonly isName: boolean;
  readonly weight: number;
}

/** A name in a table: of the rows that share a text in a label column, of the rows under a group's title, or of a column. */
export interface Label {
  /** Its place among the index's labels. */
  readonly id: number;
  readonly axis: 'row' | 'column';
  /** The rows or columns that it names. */
  readonly ids: readonly number[];
  /** The label column that it stands in; -1 for a group's title and for a header, `OWN_COLUMN` for what texts call the authors' own. */
  readonly column: number;
  readonly text: string;
  readonly words: readonly LabelWord[];
  readonly total: number;
  /** All its words are words that everybody uses. */
  readonly onlyCommon: boolean;
  /** 1 where it names a single row or column, 0 where it names all of them. */
  readonly specificity: number;
  /**
   * Which of its words stand outside of brackets, with what those weigh together, where no other label says the same there: `GALAXY` of
   * `GALAXY (He et al., 2022)`.
   */
  readonly core: LabelPart | undefined;
  /** The same of what stands in brackets: `Portuguese` of `Tycho (Portuguese)`. Neither a year nor a number is a name. */
  readonly alias: LabelPart | undefined;
  /** It is a year that tells rows apart, or columns, all of which have years for names: it says which is meant. */
  readonly tellsTime: boolean;
  /** It is a number that rows are counted with: `Game 4` names the row, `the 4 games` doesn't. */
  readonly counted: boolean;
}

/** Some of a label's words. */
export interface LabelPart {
  /** Which they are. */
  readonly has: readonly boolean[];
  /** What they weigh together. */
  readonly total: number;
}

export interface LabelIndex {
  readonly rowLabels: readonly Label[];
  readonly columnLabels: readonly Label[];
  /** The labels of each row. */
  readonly ofRow: readonly (readonly Label[])[];
  /** One number for each label, for whoever works through a sentence. */
  readonly scratch: Float64Array;
  /** The same for places in a list. */
  readonly places: Int32Array;
  readonly words: LabelWords;
  /** Columns whose cells are numbers that a text may quote. */
  readonly measures: readonly number[];
  /** Columns whose cells name the row. */
  readonly keys: readonly number[];
  /** What the columns of names are called: `the player from Croatia` says nothing that the table does not know. */
  readonly keyHeaders: ReadonlySet<string>;
  /** Columns that say what a row was tried with; see `conditionColumns`. */
  readonly conditions: ReadonlySet<number>;
}

/** The names in a table, found by their words. Worked out once a table. */
export const labelIndex = (table: Table): LabelIndex => derived(table, indexLabels);

function indexLabels(table: Table): LabelIndex {
  const values = valuesOf(table);
  const keys = keyColumns(table);
  // A first column of numbers (a rank, a year) names the row and can be quoted itself.
  const measures = table.columns
    .map(column => column.index)
    .filter(column => !keys.includes(column) || isNumeric(table, column));
  const isTitle = table.rows.map(
    (row, at) => isGroupRow(row) && values[at]!.every(value => value.kind !== 'number'),
  );
  const groups = groupTitles(table, isTitle);
  const texts = filledFirst(table);
  const headers = table.columns.map(({ index }) => headerWords(table, index));

  const named: Named[] = [];
  const byColumn = new Map<number, Map<string, number[]>>();
  const name = (text: string, column: number, row: number): void => {
    if (text === '') return;
    let ofColumn = byColumn.get(column);
    if (!ofColumn) byColumn.set(column, (ofColumn = new Map()));
    const known = ofColumn.get(text);
    if (known) known.push(row);
    else {
      const ids = [row];
      ofColumn.set(text, ids);
      named.push({ text, header: column < 0 ? '' : headers[column]!, column, ids });
    }
  };
  table.rows.forEach((cells, row) => {
    if (isTitle[row]) return;
    for (const column of keys) name(column === 0 ? texts[row]! : cells[column]!.text, column, row);
    name(groups[row]!, -1, row);
  });
  const count = isTitle.filter(title => !title).length;
  for (const row of ownRows(named, count)) name(OWN_NAME, OWN_COLUMN, row);
  const rowLabels = makeLabels('row', named, count, 0);
  const columnLabels = makeLabels(
    'column',
    measures.map(column => ({ text: headers[column]!, header: '', column: -1, ids: [column] })),
    measures.length,
    rowLabels.length,
  );
  const ofRow: (readonly Label[])[] = table.rows.map(() => NO_LABELS);
  // Most rows have one or two: lists of just that size, which stay as long as the table.
  for (const label of rowLabels) for (const row of label.ids) ofRow[row] = [...ofRow[row]!, label];
  const labels = [...rowLabels, ...columnLabels];
  return {
    rowLabels,
    columnLabels,
    ofRow,
    scratch: new Float64Array(labels.length),
    places: new Int32Array(labels.length),
    words: new LabelWords(labels),
    measures,
    keys,
    keyHeaders: new Set(keys.flatMap(key => wordsOf(table.columns[key]!.header).map(({ norm }) => norm))),
    conditions: conditionColumns(table, measures),
  };
}

const NO_LABELS: readonly Label[] = [];

/** `737`, `747`, `A330 family`, `CRJ family`: so many different texts among numbers are names, and so are the numbers. */
const FEWEST_NAMES = 3;
const AMONG_NUMBERS = 0.5;

/** The first column, what the wiki calls a key, and columns that hold more texts than numbers. */
/** `83.39 / 82.32` names no row. */
const RESULTS = /^[+\-−]?\d*\.\d+%?(?:\s?\/\s?[+\-−]?\d*\.?\d+%?)+$/u;

function keyColumns(table: Table): number[] {
  const values = valuesOf(table);
  return table.columns
    .filter(column => {
      if (column.index === 0) return true;
      let texts = 0;
      let numbers = 0;
      const different = new Set<string>();
      for (let at = 0; at < values.length; at++) {
        const { kind } = values[at]![column.index]!;
        if (kind === 'text') {
          const { text } = table.rows[at]![column.index]!;
          if (RESULTS.test(text)) continue;
          texts++;
          different.add(text);
        } else if (kind === 'number') numbers++;
      }
      return (
        texts > numbers ||
        (different.size >= FEWEST_NAMES && different.size >= numbers * AMONG_NUMBERS) ||
        (column.isLabel && !column.isText)
      );
    })
    .map(column => column.index);
}

function isNumeric(table: Table, column: number): boolean {
  const values = valuesOf(table);
  let numbers = 0;
  for (const row of values) if (row[column]!.kind === 'number') numbers++;
  return values.length > 1 && numbers > values.length * 0.8;
}

/** For each row the title of the group it stands in, or an empty text. */
function groupTitles(table: Table, isTitle: readonly boolean[]): readonly string[] {
  let title = '';
  return table.rows.map((row, at) => {
    if (isTitle[at]) title = row.find(cell => cell.text !== '')!.text;
    return isTitle[at] ? '' : title;
  });
}

/** A header without the `(2)` that tells two of one name apart. */
const headerWords = (table: Table, column: number): string =>
  table.columns[column]!.header.replace(/ \(\d\)$/, '');

interface Named {
  readonly text: string;
  /** The header of its column. */
  readonly header: string;
  readonly column: number;
  readonly ids: readonly number[];
}

function makeLabels(axis: Label['axis'], named: readonly Named[], count: number, firstId: number): Label[] {
  const written = writtenOf(named);
  const partsOf = named.map(({ text, column, header }) =>
    withHeader(labelWords(written(text, column)), header),
  );
  const frequency = frequencies(named, partsOf);
  const rarity = ({ notion }: Part): number => {
    const share = frequency.get(notion)!;
    if (count < 2) return 1;
    return share >= count ? 0.05 : Math.max(0.05, 1 - Math.log(share) / Math.log(count + 1));
  };
  // Long tables say few words many times.
  const known = new Map<Part, LabelWord>();
  const byNorm = new Map<string, LabelWord>();
  const weigh = (part: Part): LabelWord => {
    const { norm, numeric, capitals, isName } = part;
    const key = `${part.part} ${norm}`;
    const word = byNorm.get(key) ?? { norm, numeric, capitals, isName, weight: rarity(part) * part.part };
    byNorm.set(key, word);
    known.set(part, word);
    return word;
  };
  const counted = axis === 'row' ? countingColumns(named) : new Set<number>();
  const mayTellTime = axis === 'row' || named.every(({ text }) => YEAR.test(text));
  // What a header has in brackets is mostly a unit, which numbers have too.
  const bracketed = axis === 'row' ? partsOf : partsOf.filter(saysMoreThanUnit);
  const outside = saidInBrackets(bracketed, false);
  const inside = saidInBrackets(bracketed, true);
  const labels: Label[] = [];
  named.forEach(({ text, column, ids }, at) => {
    const words = partsOf[at]!.map(part => known.get(part) ?? weigh(part));
    const total = words.reduce((sum, word) => sum + word.weight, 0);
    if (total === 0) return;
    const specificity = count < 2 ? 1 : Math.max(0, 1 - Math.log(ids.length) / Math.log(count + 1));
    labels.push({
      id: firstId + labels.length,
      axis,
      ids,
      column,
      text,
      words,
      total,
      core: partOf(partsOf[at]!, words, outside, false),
      alias: axis === 'row' ? partOf(partsOf[at]!, words, inside, true) : undefined,
      onlyCommon: words.every(word => isCommon(word.norm)),
      specificity: ids.length >= count && count > 1 ? 0.02 : specificity,
      tellsTime: mayTellTime && words[0]!.numeric && YEAR.test(text),
      counted: words[0]!.numeric && counted.has(column) && /^\d+$/.test(text),
    });
  });
  return labels;
}

const saidBy = (parts: readonly Part[], inBrackets: boolean): string =>
  parts.flatMap(({ inside, notion }) => (inside === inBrackets ? [notion] : [])).join(' ');

/** How many labels say the same in brackets, or outside of them. What one says in brackets and another one outside counts as said by both. */
function saidInBrackets(
  labels: readonly (readonly Part[])[],
  inBrackets: boolean,
): ReadonlyMap<string, number> {
  const said = new Map<string, number>();
  // Most tables have no brackets in them.
  if (!labels.some(hasBrackets)) return said;
  const add = (text: string): void => {
    said.set(text, (said.get(text) ?? 0) + 1);
  };
  for (const parts of labels) {
    add(saidBy(parts, inBrackets));
    if (inBrackets) for (const { inside, notion } of parts) if (!inside) add(notion);
  }
  return said;
}

const FEWEST_LETTERS = 4;

/** `(mean)` of `D² (mean)`, `(n = 102)`; not `(mAh/g)`, `(hours)`. */
const saysMoreThanUnit = (parts: readonly Part[]): boolean => {
  const inside = parts.filter(part => part.inside);
  return (
    inside.length > 0 &&
    inside.some(({ norm, numeric }) => numeric || norm.length >= FEWEST_LETTERS) &&
    inside.every(({ norm }) => dimensionOf(norm) < 0 && dimensionOf(`${norm}s`) < 0)
  );
};

const hasBrackets = (parts: readonly Part[]): boolean => parts.some(({ inside }) => inside);

/** What a label says in brackets, or outside, where no other one says that. */
function partOf(
  parts: readonly Part[],
  words: readonly LabelWord[],
  said: ReadonlyMap<string, number>,
  inBrackets: boolean,
): LabelPart | undefined {
  if (!hasBrackets(parts) || said.get(saidBy(parts, inBrackets)) !== 1) return undefined;
  const own = parts.filter(({ inside }) => inside === inBrackets);
  if (!own.some(({ norm, numeric }) => !numeric && !isCommon(norm))) return undefined;
  if (inBrackets && own.some(({ numeric }) => numeric)) return undefined;
  const has = parts.map(({ inside }) => inside === inBrackets);
  return { has, total: words.reduce((sum, { weight }, at) => sum + (has[at] ? weight : 0), 0) };
}

/** How sentences write labels of a column. */
function writtenOf(named: readonly Named[]): (label: string, column: number) => string {
  const columns = new Map<number, string[]>();
  for (const { text, column } of named) {
    const known = columns.get(column);
    if (known) known.push(text);
    else columns.set(column, [text]);
  }
  const byColumn = new Map([...columns].map(([column, labels]) => [column, withWholeYears(labels)] as const));
  return (label, column) => byColumn.get(column)!(label);
}

/** In how many rows, or columns, each notion is said. */
function frequencies(named: readonly Named[], partsOf: readonly (readonly Part[])[]): Map<string, number> {
  const frequency = new Map<string, number>();
  named.forEach(({ ids }, label) => {
    const parts = partsOf[label]!;
    for (let at = 0; at < parts.length; at++) {
      const { notion } = parts[at]!;
      // What a label says twice counts once.
      if (parts.findIndex(part => part.notion === notion) === at)
        frequency.set(notion, (frequency.get(notion) ?? 0) + ids.length);
    }
  });
  return frequency;
}

const YEAR = /^(?:1[6-9]|20)\d\d\*{0,3}$/;

/** The years in the labels of a row and in the header of a column; the years that its other cells hold count too. */
export function labelYears(table: Table, row: number, column: number): ReadonlySet<string> {
  const texts = [...(filledTexts(table)[row] ?? []), table.columns[column]!.header];
  return new Set(texts.flatMap(text => text.match(/(?<!\d)(?:18|19|20)\d{2}(?!\d)/g) ?? []));
}
