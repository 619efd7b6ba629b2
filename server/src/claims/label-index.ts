import { derived } from '../tables/derived.ts';
import { filledTexts, isGroupRow } from '../tables/labels.ts';
import type { Table } from '../tables/table.ts';
import { valuesOf } from '../tables/table-values.ts';
import { conditionColumns } from './condition-columns.ts';
import { countingColumns } from './counting-columns.ts';
import { LabelWords } from './label-words.ts';
import { OWN } from './own-method.ts';
import { hasNameBesideOwn, OWN_COLUMN, OWN_NAME, ownRows } from './own-row.ts';
import { canonical, isCommon, isPale, wordsOf } from './words.ts';

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
  /** It is a year that tells rows apart, or columns, all of which have years for names: it says which is meant. */
  readonly tellsTime: boolean;
  /** It is a number that rows are counted with: `Game 4` names the row, `the 4 games` doesn't. */
  readonly counted: boolean;
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
  const groups = groupTitles(table);
  const texts = filledTexts(table);
  const headers = table.columns.map(({ index }) => headerWords(table, index));
  const isData = table.rows.map(
    (row, at) => !(isGroupRow(row) && values[at]!.every(value => value.kind !== 'number')),
  );

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
  table.rows.forEach((_, row) => {
    if (!isData[row]) return;
    for (const column of keys) name(texts[row]![column]!, column, row);
    name(groups[row]!, -1, row);
  });
  const count = isData.filter(Boolean).length;
  for (const row of ownRows(named, count)) name(OWN_NAME, OWN_COLUMN, row);
  const rowLabels = makeLabels('row', named, count, 0);
  const columnLabels = makeLabels(
    'column',
    measures.map(column => ({ text: headers[column]!, header: '', column: -1, ids: [column] })),
    measures.length,
    rowLabels.length,
  );
  const ofRow: Label[][] = table.rows.map(() => []);
  for (const label of rowLabels) for (const row of label.ids) ofRow[row]!.push(label);
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

/** `737`, `747`, `A330 family`, `CRJ family`: so many different texts among numbers are names, and so are the numbers. */
const FEWEST_NAMES = 3;
const AMONG_NUMBERS = 0.5;

/** The first column, what the wiki calls a key, and columns that hold more texts than numbers. */
function keyColumns(table: Table): number[] {
  const values = valuesOf(table);
  return table.columns
    .filter(column => {
      if (column.index === 0) return true;
      let texts = 0;
      let numbers = 0;
      const different = new Set<string>();
      for (const [at, row] of values.entries()) {
        const { kind } = row[column.index]!;
        if (kind === 'text') {
          texts++;
          different.add(table.rows[at]![column.index]!.text);
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
  const kinds = valuesOf(table).map(row => row[column]!.kind);
  return kinds.length > 1 && kinds.filter(kind => kind === 'number').length > kinds.length * 0.8;
}

/** For each row the title of the group it stands in, or an empty text. */
function groupTitles(table: Table): readonly string[] {
  let title = '';
  return table.rows.map((row, at) => {
    const isTitle = isGroupRow(row) && valuesOf(table)[at]!.every(value => value.kind !== 'number');
    if (isTitle) title = row.find(cell => cell.text !== '')!.text;
    return isTitle ? '' : title;
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
  const read = named.map(entry => ({ ...entry, words: withHeader(labelWords(entry.text), entry.header) }));
  const frequency = new Map<string, number>();
  for (const { words, ids } of read) {
    const notions = words.length === 1 ? words.map(notionOf) : new Set(words.map(notionOf));
    for (const notion of notions) frequency.set(notion, (frequency.get(notion) ?? 0) + ids.length);
  }
  const rarity = (part: Part): number => {
    const share = frequency.get(notionOf(part))!;
    if (count < 2) return 1;
    return share >= count ? 0.05 : Math.max(0.05, 1 - Math.log(share) / Math.log(count + 1));
  };
  // Long tables say few words many times.
  const known = new Map<number, Map<string, LabelWord>>();
  const weighed = (part: Part): LabelWord => {
    let ofPart = known.get(part.part);
    if (!ofPart) known.set(part.part, (ofPart = new Map()));
    const { norm, numeric, capitals, isName } = part;
    let word = ofPart.get(norm);
    if (!word)
      ofPart.set(norm, (word = { norm, numeric, capitals, isName, weight: rarity(part) * part.part }));
    return word;
  };
  let id = firstId;
  const counted = axis === 'row' ? countingColumns(named) : new Set<number>();
  const mayTellTime = axis === 'row' || named.every(({ text }) => YEAR.test(text));
  return read.flatMap(({ text, column, ids, words: parts }) => {
    const words = parts.map(weighed);
    const total = words.reduce((sum, word) => sum + word.weight, 0);
    if (total === 0) return [];
    const specificity = count < 2 ? 1 : Math.max(0, 1 - Math.log(ids.length) / Math.log(count + 1));
    return [
      {
        id: id++,
        axis,
        ids,
        column,
        text,
        words,
        total,
        onlyCommon: words.every(word => isCommon(word.norm)),
        specificity: ids.length >= count && count > 1 ? 0.02 : specificity,
        tellsTime: mayTellTime && words[0]!.numeric && YEAR.test(text),
        counted: words[0]!.numeric && counted.has(column) && /^\d+$/.test(text),
      },
    ];
  });
}

const YEAR = /^(?:1[6-9]|20)\d\d\*{0,3}$/;

const notionOf = ({ norm }: Part): string => canonical(norm);

interface Part {
  readonly norm: string;
  readonly numeric: boolean;
  readonly capitals: boolean;
  readonly isName: boolean;
  readonly part: number;
}

/** A key that is nothing but a number names its row only together with what it counts: `60 buses`, `5 % biased users`. */
function withHeader(words: readonly Part[], header: string): readonly Part[] {
  if (words.length === 0 || !words.every(word => word.numeric)) return words;
  return [...words, ...labelWords(header).filter(word => !word.numeric)];
}

const MONTH_AND_YEAR =
  /^((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Ll}*\.?[\s-])[’']?(\d\d)(?=\*{0,3}$)/iu;

const ENDS_IN_YEAR = /\d\*{0,3}$/;

/** `Jan 16` as `Jan 2016`, as a sentence writes it. */
const withWholeYear = (text: string): string =>
  text.length > 20 || !ENDS_IN_YEAR.test(text)
    ? text
    : text.replace(MONTH_AND_YEAR, (_, month, year) => `${month}${Number(year) < 50 ? 20 : 19}${year}`);

const CAPITAL_INSIDE = /\p{Ll}\p{Lu}/u;

/** The words of a label; what stands in brackets, years and words that everybody uses tell less. */
function labelWords(label: string): Part[] {
  const text = withWholeYear(label);
  const hasNames = CAPITAL_INSIDE.test(text);
  const brackets = /[([]/.test(text)
    ? [...text.matchAll(/\([^)]*\)|\[[^\]]*\]/g)].map(
        match => [match.index, match.index + match[0].length] as const,
      )
    : [];
  const whole = brackets.some(([start, end]) => start === 0 && end === text.length);
  const words = wordsOf(text);
  const hasName = hasNameBesideOwn(words);
  return words.map(word => {
    const norm = word.norm === OWN && hasName ? 'our' : word.norm;
    const inside = !whole && brackets.some(([start, end]) => start <= word.start && word.end <= end);
    const year = word.numeric && /^(?:19|20)\d\d$/.test(norm);
    const part = isCommon(norm) ? 0.1 : year ? 0.3 : inside ? 0.3 : isPale(norm) ? 0.5 : 1;
    const isName = hasNames && CAPITAL_INSIDE.test(text.slice(word.start, word.end));
    return { norm, numeric: word.numeric, capitals: word.capitals, isName, part };
  });
}

/** The years in the labels of a row and in the header of a column; the years that its other cells hold count too. */
export function labelYears(table: Table, row: number, column: number): ReadonlySet<string> {
  const texts = [...(filledTexts(table)[row] ?? []), table.columns[column]!.header];
  return new Set(texts.flatMap(text => text.match(/(?<!\d)(?:18|19|20)\d{2}(?!\d)/g) ?? []));
}
