import { type FragmentProblem, readSelection, type Selection } from './fragment.ts';
import type { Table } from './table.ts';
import { type CellPlace, placesOf, valueAt } from './table-values.ts';

/** What an expression computes from the cells that it names. */
export const FUNCTIONS = ['change', 'difference', 'ratio', 'mean', 'sum', 'min', 'max', 'count'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** A cell fragment or an expression, worked out against a table. Offsets count in the decoded fragment. */
export type FragmentValue =
  | { readonly kind: 'cell'; readonly place: CellPlace }
  /** Narrows the scope: a row, a column, or several cells. */
  | { readonly kind: 'selection'; readonly selection: Selection }
  | {
      readonly kind: 'expression';
      readonly name: FunctionName;
      readonly value: number;
      readonly places: readonly CellPlace[];
      /** Most decimals among the cells that went in. */
      readonly decimals: number;
    }
  | { readonly kind: 'problem'; readonly problem: FragmentProblem };

const CALL = /^([\p{L}_-]+)\(/u;

/** Reads a fragment against a table; `sft+5-pct/total`, `severe-medical`, `/total`, `change(a/total,b/total)`. */
export function readFragment(table: Table, fragment: string): FragmentValue {
  const call = CALL.exec(fragment);
  if (call) return readCall(table, fragment, call[1]!);
  const read = readSelection(table, fragment, { several: false });
  if ('problem' in read) return { kind: 'problem', problem: read.problem };
  const { rows, columns } = read.selection;
  if (rows?.length === 1 && columns?.length === 1)
    return { kind: 'cell', place: { row: rows[0]!, column: columns[0]! } };
  return { kind: 'selection', selection: read.selection };
}

interface Argument {
  readonly text: string;
  readonly start: number;
}

/** A selection as it is written in a fragment. */
export interface SelectionText extends Argument {
  /** Whether it may name several cells; see `readSelection`. */
  readonly several: boolean;
}

/** The selections that a fragment is made of: itself, or what its function is given. */
export function selectionTexts(fragment: string): readonly SelectionText[] {
  const name = CALL.exec(fragment)?.[1];
  if (name === undefined) return [{ text: fragment, start: 0, several: false }];
  const close = fragment.indexOf(')');
  if (!isFunction(name) || close < 0) return [];
  const open = name.length + 1;
  return split(fragment.slice(open, close), open).map(argument => ({
    ...argument,
    several: !PAIRS.has(name),
  }));
}

function readCall(table: Table, fragment: string, name: string): FragmentValue {
  const fail = (
    message: string,
    start: number,
    end: number,
    candidates?: readonly number[],
  ): FragmentValue => ({
    kind: 'problem',
    problem: { message, start, end, ...(candidates ? { candidates } : {}) },
  });
  if (!isFunction(name)) {
    return fail(`no function "${name}"; there are ${FUNCTIONS.join(', ')}`, 0, name.length);
  }
  const open = name.length;
  const close = fragment.indexOf(')', open);
  if (close < 0) return fail('")" is missing', open, fragment.length);
  if (close < fragment.length - 1) return fail('nothing may follow ")"', close + 1, fragment.length);
  const nested = fragment.indexOf('(', open + 1);
  if (nested >= 0) return fail('expressions do not nest', nested, close);
  const given = split(fragment.slice(open + 1, close), open + 1);
  const wanted = PAIRS.has(name) ? 2 : 1;
  if (given.length !== wanted || given.some(argument => argument.text === '')) {
    const words = wanted === 2 ? 'two cells, as in' : 'cells, as in';
    return fail(
      `${name} takes ${words} ${name}(${wanted === 2 ? 'a/total,b/total' : '*/total'})`,
      open + 1,
      close,
    );
  }
  const places: CellPlace[][] = [];
  for (const argument of given) {
    const read = readSelection(table, argument.text, { several: wanted === 1 });
    if ('problem' in read) {
      const { message, start, end, candidates } = read.problem;
      return fail(message, argument.start + start, argument.start + end, candidates);
    }
    const found = placesOf(table, read.selection).filter(place => valueAt(table, place).kind === 'number');
    const end = argument.start + argument.text.length;
    if (name !== 'count' && found.length === 0)
      return fail(`no number stands at "${argument.text}"`, argument.start, end);
    if (wanted === 2 && found.length !== 1) {
      return fail(
        `"${argument.text}" names ${found.length} cells; ${name} compares one with one`,
        argument.start,
        end,
      );
    }
    places.push(found);
  }
  const all = places.flat();
  const numbers = all.map(place => valueAt(table, place).main!);
  const value = evaluate(
    name,
    numbers.map(number => number.scaled),
  );
  if (!Number.isFinite(value)) return fail(`${fragment} has no value: it divides by 0`, 0, fragment.length);
  const decimals = Math.max(0, ...numbers.map(number => number.decimals));
  return { kind: 'expression', name, value, places: all, decimals };
}

/** Those that compare one cell with one other. */
export const PAIRS: ReadonlySet<FunctionName> = new Set(['change', 'difference', 'ratio']);

const isFunction = (name: string): name is FunctionName => (FUNCTIONS as readonly string[]).includes(name);

function split(list: string, start: number): readonly Argument[] {
  let at = start;
  return list.split(',').map(part => {
    const argument = { text: part.trim(), start: at + part.length - part.trimStart().length };
    at += part.length + 1;
    return argument;
  });
}

/** `change` is the relative change from the first to the second, in percent. */
function evaluate(name: FunctionName, numbers: readonly number[]): number {
  const [a = 0, b = 0] = numbers;
  const sum = numbers.reduce((total, number) => total + number, 0);
  switch (name) {
    case 'change':
      return a === 0 ? Number.NaN : ((b - a) / Math.abs(a)) * 100;
    case 'difference':
      return b - a;
    case 'ratio':
      return b === 0 ? Number.NaN : a / b;
    case 'mean':
      return sum / numbers.length;
    case 'sum':
      return sum;
    case 'min':
      return numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
    case 'max':
      return numbers.reduce((most, number) => Math.max(most, number), Number.NEGATIVE_INFINITY);
    case 'count':
      return numbers.length;
  }
}
