import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anchorOfCell } from '../../../server/src/tables/cell-anchor.ts';
import { readTable } from '../../../server/src/tables/read-table.ts';
import { checkPage } from './check-page.ts';
import { csvOf, type RandomTable, randomTable, threeTables } from './random-table.ts';
import {
  CHANGE,
  DIFFERENCE,
  inOtherScale,
  PAIR,
  pick,
  plain,
  RATIO,
  VALUE,
  written,
} from './sentence-templates.ts';

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
      // `4` is also a way to write 0.04, and `0.0` one to write 3 %.
      const asPercent = Math.max(step, 10 ** (2 - decimals));
      const isWrong = isOff(value, step) && isOff(value * 100, asPercent) && isOff(value / 100, step);
      if (isWrong && !/^-?0\d/.test(slip)) yield slip;
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

const FEWEST_STEPS = 20;

boundTo('a relative change', ({ table, a, b, column }, [one, two]) => {
  const [x, y] = [Number(table.cells[a]![column]), Number(table.cells[b]![column])];
  // On a base of few digits, as printed, a change may be anything.
  return a === b || Math.abs(x) < FEWEST_STEPS * 10 ** -table.decimals[column]!
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
