import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anchorOfCell } from '../../../server/src/tables/cell-anchor.ts';
import { readTable } from '../../../server/src/tables/read-table.ts';
import { checkPage } from './check-page.ts';
import { csvOf, type RandomTable, randomTable, threeTables } from './random-table.ts';

/*
 * Whatever the table and the sentence: what an author may write for a cell or for two of them is never called wrong, and
 * a bound number with a digit changed always is. fast-check prints the seed of what fails.
 */

const RUNS = Number(process.env.PROPERTY_RUNS ?? 400);

interface Case {
  readonly table: RandomTable;
  readonly a: number;
  readonly b: number;
  readonly column: number;
  readonly other: number;
  /** Chooses the sentence and the way to write the numbers. */
  readonly choices: readonly number[];
}

const randomCase: fc.Arbitrary<Case> = randomTable.chain(table =>
  fc.record({
    table: fc.constant(table),
    a: fc.nat({ max: table.rows.length - 1 }),
    b: fc.nat({ max: table.rows.length - 1 }),
    column: fc.nat({ max: table.columns.length - 1 }),
    other: fc.nat({ max: table.columns.length - 1 }),
    choices: fc.array(fc.nat({ max: 9999 }), { minLength: 8, maxLength: 8 }),
  }),
);

const pick = <Item>(items: readonly Item[], choice: number): Item => items[choice % items.length]!;

/** Rounded or truncated to at most the decimals that it has, with or without commas. */
const written = (value: number, decimals: number, choice: number): string =>
  printed(value, choice % (decimals + 1), choice);

function printed(value: number, kept: number, choice: number): string {
  const factor = 10 ** kept;
  const sure = Number(value.toPrecision(12));
  // What lies so near below the next digit nobody truncates.
  const truncated = Math.floor(Math.abs(sure) * factor + 1e-6) / factor;
  const text = (choice % 2 === 0 ? truncated * Math.sign(sure) : sure).toFixed(kept);
  return choice % 3 === 0 ? text.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',') : text;
}

/** A cell as a percentage, or a percentage as a fraction, where authors write that. */
function inOtherScale(value: number, decimals: number, column: string, choice: number): string | undefined {
  if (Math.abs(value) <= 1 && decimals >= 2 && !column.includes('%'))
    return `${written(value * 100, decimals - 2, choice)}${pick([' %', '%', ' percent'], choice)}`;
  if (column.includes('%') && Math.abs(value) <= 100) return printed(value / 100, decimals + 2, choice);
  return undefined;
}

const plain = (column: string): string => column.replace(/ \(.*\)$/, '');

const VALUE: readonly ((row: string, column: string, value: string) => string)[] = [
  (row, column, value) => `${row} has a ${column} of ${value}.`,
  (row, column, value) => `The ${column} of ${row} is ${value} in our data.`,
  (row, column, value) => `With ${value}, ${row} comes first in ${column}.`,
  (row, column, value) => `${row} (${column} **${value}**) was tried last.`,
  (row, column, value) => `For ${row} we measured ${value}; ${column} was lower in no other year.`,
  (row, _, value) => `${row} reaches ${value}.`,
  (_, column, value) => `One of them has a ${column} of ${value}.`,
  (row, column, value) => `In ${column},\n${row} gets about ${value}, which is more than we thought.`,
  (row, column, value) => `- ${row}: ${column} = ${value}`,
  (row, column, value) => `Of all of them, ${row} has the most ${column}: ${value}.`,
  (row, column, value) => `The ${column} of ${row} (${value}) surprised us.`,
  (row, column, value) => `We report ${value} for ${row} in ${column}.`,
  (row, column, value) => `At ${value}, ${row} has the lowest ${column} of all.`,
  (row, column, value) => `Unlike the others, ${row} shows a ${column} of ${value}.`,
  (row, column, value) => `${value} was the ${column} in ${row}.`,
  (row, column, value) => `Among those, ${row} had ${value} in ${column} and was dropped.`,
  (row, column, value) => `Only ${row} stays below the rest in ${column}, with ${value}.`,
  (row, column, value) => `Nobody knows why ${row} has less ${column} than before, namely ${value}.`,
];

const PAIR: readonly ((a: string, b: string, column: string, x: string, y: string) => string)[] = [
  (a, b, column, x, y) => `From ${a} to ${b}, the ${column} goes from ${x} to ${y}.`,
  (a, b, column, x, y) => `${column}: ${x} → ${y} (${a}, ${b}).`,
  (a, b, column, x, y) => `${a} has a ${column} of ${x} and ${b} of ${y}.`,
  (a, b, column, x, y) => `${a} and ${b} have a ${column} of ${x} and ${y}, respectively.`,
  (a, b, column, x, y) => `${b} (${y}) is ahead of ${a} (${x}) in ${column}.`,
  (a, b, column, x, y) => `The ${column} is ${x} for ${a}, compared with ${y} for ${b}.`,
  (a, b, column, x, y) => `While ${a} stands at ${x}, ${b} is at ${y} in ${column}.`,
  (a, b, column, x, y) => `${b} beats ${a} in ${column}, ${y} to ${x}.`,
  (a, b, column, x, y) => `${a} reaches ${x} in ${column}, whereas ${b} only gets ${y}.`,
  (a, b, column, x, y) => `The ${column} of ${a}, ${x}, is better than the ${y} of ${b}.`,
  (a, b, column, x, y) => `In ${column}, ${a} (${x}) trails ${b} (${y}).`,
  (a, b, column, x, y) => `${b}, with ${y}, is above ${a}, with ${x}, in ${column}.`,
  (a, b, column, x, y) => `${a} and ${b} reach ${x} and ${y} in ${column}.`,
  (a, b, column, x, y) => `Neither ${a} (${x}) nor ${b} (${y}) has much ${column}.`,
  (a, b, column, x, y) => `${a} had ${x} in ${column}; ${b} had ${y}.`,
  (a, b, column, x, y) => `The ${column} was ${x} (${a}) vs. ${y} (${b}).`,
  (a, b, column, x, y) => `${a}: ${x}; ${b}: ${y} (${column}).`,
  (a, b, column, x, y) => `Its ${column} makes ${a} better than ${b}, which is at ${y}, by far: ${x}.`,
];

const DIFFERENCE: readonly ((a: string, b: string, column: string, value: string) => string)[] = [
  (a, b, column, value) => `${b} differs from ${a} by ${value} in ${column}.`,
  (a, b, column, value) => `The ${column} of ${b} is ${value} points higher than that of ${a}.`,
  (a, b, column, value) => `Compared with ${a}, ${b} gains ${value} points of ${column}.`,
  (a, b, column, value) => `${column} rises by ${value} from ${a} to ${b}.`,
  (a, b, column, value) => `${a} has ${value} more ${column} than ${b}.`,
  (a, b, column, value) => `Between ${a} and ${b} there is a gap of ${value} in ${column}.`,
  (a, b, column, value) => `${a} is only ${value} ahead of ${b} in ${column}.`,
  (a, b, column, value) => `The two, ${a} and ${b}, are ${value} apart in ${column}.`,
];

const CHANGE: readonly ((a: string, b: string, column: string, value: string) => string)[] = [
  (a, b, column, value) => `${b} changes the ${column} by ${value}% relative to ${a}.`,
  (a, b, column, value) => `From ${a} to ${b}, ${column} drops by ${value} %.`,
  (a, b, column, value) => `A relative increase of ${value}% separates ${a} from ${b} in ${column}.`,
  (a, b, column, value) => `${b} has a ${value} % higher ${column} than ${a}.`,
];

const RATIO: readonly ((a: string, b: string, column: string, value: string) => string)[] = [
  (a, b, column, value) => `${b} has ${value} times the ${column} of ${a}.`,
  (a, b, column, value) => `The ${column} of ${b} is ${value}× that of ${a}.`,
  (a, b, column, value) => `${b} is ${value} times as high as ${a} in ${column}.`,
];

function claimsOf(table: RandomTable, sentence: string) {
  const page = `---\ntables: [../data/t.csv]\n---\n# Results\n\n${sentence}\n`;
  return { page, ...checkPage('pages/p.md', page, new Map([['data/t.csv', csvOf(table)]])) };
}

function neverFlagged(name: string, sentenceOf: (given: Case, numbers: Numbers) => string | undefined): void {
  test(`property: ${name} is never flagged`, () => {
    fc.assert(
      fc.property(randomCase, given => {
        const sentence = sentenceOf(given, numbersOf(given));
        fc.pre(sentence !== undefined);
        const { diagnostics } = claimsOf(given.table, sentence!);
        assert.deepEqual(
          diagnostics.map(({ message }) => message),
          [],
          `${sentence}\n${csvOf(given.table)}\n`,
        );
      }),
      { numRuns: RUNS },
    );
  });
}

interface Numbers {
  readonly rowA: string;
  readonly rowB: string;
  readonly name: string;
  readonly decimals: number;
  readonly x: number;
  readonly y: number;
}

function numbersOf({ table, a, b, column }: Case): Numbers {
  return {
    rowA: table.rows[a]!,
    rowB: table.rows[b]!,
    name: plain(table.columns[column]!),
    decimals: table.decimals[column]!,
    x: Number(table.cells[a]![column]),
    y: Number(table.cells[b]![column]),
  };
}

neverFlagged(
  'a value, rounded or truncated',
  ({ choices: [how = 0, which = 0] }, { rowA, name, decimals, x }) =>
    pick(VALUE, which)(rowA, name, written(x, decimals, how)),
);

neverFlagged('a percentage for a fraction, or the other way round', ({ table, column, choices }, numbers) => {
  const [how = 0, which = 0] = choices;
  const value = inOtherScale(numbers.x, numbers.decimals, table.columns[column]!, how);
  return value === undefined ? undefined : pick(VALUE, which)(numbers.rowA, numbers.name, value);
});

neverFlagged('a value from one to another', ({ a, b, choices: [how = 0, which = 0] }, numbers) => {
  const { rowA, rowB, name, decimals, x, y } = numbers;
  return a === b
    ? undefined
    : pick(PAIR, which)(rowA, rowB, name, written(x, decimals, how), written(y, decimals, how));
});

neverFlagged(
  'a difference',
  ({ a, b, choices: [how = 0, which = 0] }, { rowA, rowB, name, decimals, x, y }) =>
    a === b ? undefined : pick(DIFFERENCE, which)(rowA, rowB, name, written(Math.abs(y - x), decimals, how)),
);

neverFlagged('a relative change', ({ a, b, choices: [how = 0, which = 0] }, { rowA, rowB, name, x, y }) =>
  a === b || x === 0
    ? undefined
    : pick(CHANGE, which)(rowA, rowB, name, written(Math.abs((y - x) / x) * 100, 2, how)),
);

neverFlagged('a ratio', ({ a, b, choices: [how = 0, which = 0] }, { rowA, rowB, name, x, y }) =>
  a === b || x === 0 ? undefined : pick(RATIO, which)(rowA, rowB, name, written(Math.abs(y / x), 2, how)),
);

neverFlagged('a step with its change', ({ a, b, choices: [how = 0, which = 0] }, numbers) => {
  const { rowA, rowB, name, decimals, x, y } = numbers;
  if (a === b || x <= 0) return undefined;
  const change = written((Math.abs(y - x) / x) * 100, 1, which);
  return `From ${rowA} to ${rowB}, ${name} goes from ${written(x, decimals, decimals)} to ${written(y, decimals, decimals)} (a ${change} % relative change${how % 2 === 0 ? '' : ' overall'}).`;
});

neverFlagged('two values of two columns', ({ table, a, column, other, choices }, { rowA, decimals, x }) => {
  const [how = 0, which = 0] = choices;
  if (column === other) return undefined;
  const [one, two] = [plain(table.columns[column]!), plain(table.columns[other]!)];
  const second = written(Number(table.cells[a]![other]), table.decimals[other]!, which);
  return `${rowA} has a ${one} of ${written(x, decimals, how)} and a ${two} of ${second}.`;
});

test('property: a value of any of three tables with the same rows is never flagged', () => {
  fc.assert(
    fc.property(
      threeTables,
      fc.array(fc.nat({ max: 9999 }), { minLength: 5, maxLength: 5 }),
      (tables, choices) => {
        const [of = 0, at = 0, of2 = 0, how = 0, which = 0] = choices;
        const table = pick(tables, of);
        const row = at % table.rows.length;
        const column = of2 % table.columns.length;
        const value = written(Number(table.cells[row]![column]), table.decimals[column]!, how);
        const sentence = pick(VALUE, which)(table.rows[row]!, plain(table.columns[column]!), value);
        const files = new Map(tables.map((each, index) => [`data/t${index}.csv`, csvOf(each)]));
        const listed = [...files.keys()].map(path => `../${path}`).join(', ');
        const page = `---\ntables: [${listed}]\n---\n# Results\n\n${sentence}\n`;
        const { diagnostics } = checkPage('pages/p.md', page, files);
        assert.deepEqual(
          diagnostics.map(({ message }) => message),
          [],
          `${sentence}\n${[...files.values()].join('\n\n')}\n`,
        );
      },
    ),
    { numRuns: RUNS },
  );
});

/** Turns each digit into another one, if that leads further off than rounding or truncation may. */
function* slipsOf(text: string, value: number, decimals: number): Generator<string> {
  const step = 10 ** -(text.split('.')[1]?.length ?? 0);
  for (const [at, digit] of [...text].entries()) {
    if (!/\d/.test(digit)) continue;
    for (const shift of [1, 4, 7]) {
      const slip = text.slice(0, at) + ((Number(digit) + shift) % 10) + text.slice(at + 1);
      const size = Number(slip.replaceAll(',', ''));
      const isOff = (other: number, slack: number): boolean =>
        Math.abs(Math.abs(size) - Math.abs(other)) > slack * 1.001;
      // `4` is also a way to write 0.04.
      const asPercent = Math.max(step, 10 ** (2 - decimals));
      if (isOff(value, step) && isOff(value * 100, asPercent) && !/^-?0\d/.test(slip)) yield slip;
    }
  }
}

const bound = (text: string, fragment: string, unit = ''): string =>
  `It is [${text}](../data/t.csv#${fragment})${unit} here.`;

interface Bound {
  readonly fragment: string;
  readonly value: number;
  readonly decimals: number;
  readonly unit: string;
}

function boundTo(
  name: string,
  boundOf: (given: Case, anchors: readonly [string, string]) => Bound | undefined,
): void {
  const make = (given: Case) => {
    const { table, a, b, column, choices } = given;
    const read = readTable('t.csv', csvOf(table));
    const anchors = [anchorOfCell(read, a, column + 1)!, anchorOfCell(read, b, column + 1)!] as const;
    const target = boundOf(given, anchors);
    fc.pre(target !== undefined);
    return { ...target!, text: written(target!.value, target!.decimals, choices[0]!) };
  };

  test(`property: a number bound to ${name}, rendered, is never flagged`, () => {
    fc.assert(
      fc.property(randomCase, given => {
        const { fragment, text, unit } = make(given);
        const { diagnostics, claims } = claimsOf(given.table, bound(text, fragment, unit));
        assert.deepEqual(
          diagnostics.map(({ message }) => message),
          [],
        );
        assert.deepEqual(
          claims.map(({ verdict }) => verdict),
          ['supported'],
        );
      }),
      { numRuns: RUNS },
    );
  });

  test(`property: a number bound to ${name} with a digit changed always is, and its fix makes it right`, () => {
    fc.assert(
      fc.property(randomCase, given => {
        const { fragment, text, value, decimals, unit } = make(given);
        const slips = [...slipsOf(text, value, decimals)];
        fc.pre(slips.length > 0);
        const slip = pick(slips, given.choices[1]!);
        const { page, diagnostics } = claimsOf(given.table, bound(slip, fragment, unit));
        assert.deepEqual(
          diagnostics.map(({ rule, span }) => [rule, page.slice(span.start, span.end)]),
          [['claims/bound-value', slip]],
          `${slip} for ${value}`,
        );
        const [expected] = diagnostics[0]!.expected!;
        const mended = claimsOf(given.table, bound(expected!, fragment, unit));
        assert.deepEqual(
          mended.diagnostics.map(({ message }) => message),
          [],
          `${expected} for ${value}`,
        );
      }),
      { numRuns: RUNS },
    );
  });
}

boundTo('a cell', ({ table, a, column }, [fragment]) => ({
  fragment,
  value: Number(table.cells[a]![column]),
  decimals: table.decimals[column]!,
  unit: '',
}));

boundTo('a difference', ({ table, a, b, column }, [one, two]) => {
  const value = Number(table.cells[b]![column]) - Number(table.cells[a]![column]);
  return a === b
    ? undefined
    : { fragment: `difference(${one},${two})`, value, decimals: table.decimals[column]!, unit: ' points' };
});

boundTo('a relative change', ({ table, a, b, column }, [one, two]) => {
  const [x, y] = [Number(table.cells[a]![column]), Number(table.cells[b]![column])];
  return a === b || x === 0
    ? undefined
    : { fragment: `change(${one},${two})`, value: ((y - x) / Math.abs(x)) * 100, decimals: 1, unit: ' %' };
});

boundTo('a ratio', ({ table, a, b, column }, [one, two]) => {
  const [x, y] = [Number(table.cells[a]![column]), Number(table.cells[b]![column])];
  return a === b || y === 0
    ? undefined
    : { fragment: `ratio(${one},${two})`, value: x / y, decimals: 2, unit: ' times' };
});

test('property: whatever stands in the link and around it, a page is checked without a crash', () => {
  const piece = fc.constantFrom(
    ...'[34.46] (../data/t.csv #alder/height-m #change(a/b,c/d) ) [ ] 1e309 0x1F 1.2.3 ½ 10⁻³ 3,14 ± → – − × % about by from to more than * ** ` “ ” > - 1. | # points doubled half twelve'.split(
      ' ',
    ),
    ' ',
    '\n',
    '\n\n',
    '\u2009',
    '\u200f',
    'חיפה',
  );
  fc.assert(
    fc.property(randomTable, fc.array(piece, { maxLength: 40 }), (table, pieces) => {
      const { page, claims, diagnostics, numbers } = claimsOf(table, pieces.join(''));
      for (const { span } of [...claims, ...diagnostics])
        assert.ok(0 <= span.start && span.start < span.end && span.end <= page.length);
      assert.equal(numbers.found, numbers.supported + numbers.contradicted + numbers.unverified);
      assert.equal(numbers.found, claims.length);
    }),
    { numRuns: RUNS },
  );
});
