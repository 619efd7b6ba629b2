import type { ProseBlock } from '../markdown/prose.ts';
import { type FragmentValue, readFragment } from '../tables/expression.ts';
import type { FragmentProblem } from '../tables/fragment.ts';
import type { Span } from '../text/span.ts';
import { decode } from '../wiki/destination.ts';
import type { ClaimsInput, ReachableTable } from './claim.ts';
import { findNumbers } from './find-numbers.ts';
import { numberWordsIn } from './number-words.ts';

/** What a link to a table does to the numbers around it. Offsets count in the block's text. */
export type Binding =
  /** Binds its one number to a cell or an expression. */
  | {
      readonly kind: 'number';
      readonly number: BoundNumber;
      readonly table: ReachableTable;
      readonly value: Extract<FragmentValue, { kind: 'cell' | 'expression' }>;
    }
  /** Binds its one number to how many pages of a type there are. */
  | { readonly kind: 'count'; readonly number: BoundNumber; readonly type: string; readonly count: number }
  /** Narrows its clause to rows and columns; an open side is undefined. */
  | {
      readonly kind: 'narrow';
      readonly at: Span;
      readonly table: ReachableTable;
      readonly rows: readonly number[] | undefined;
      readonly columns: readonly number[] | undefined;
    }
  | {
      readonly kind: 'broken';
      readonly span: Span;
      readonly table: ReachableTable | undefined;
      readonly problem: FragmentProblem;
    };

/** The number in the text of a link. */
export interface BoundNumber extends Span {
  readonly text: string;
  /** True for `twelve` and `fourteenth`. */
  readonly inWords: boolean;
  readonly value: number;
}

/** The bindings of a block, in order. A link to a missing table binds nothing: it is a broken link. */
export function bindingsOf(block: ProseBlock, input: ClaimsInput): Binding[] {
  return block.links.flatMap(({ link, start, end }): Binding[] => {
    const count = /^wiki:([\w-]+)$/.exec(link.destination)?.[1];
    if (count !== undefined) return countBinding(block, input, count, { start, end }, link.destinationSpan);
    const hash = link.destination.indexOf('#');
    if (hash < 0 || !link.fragmentSpan) return [];
    const table = input.tableAt(link.destination);
    if (!table || table.table.rows.length === 0) return [];
    const value = readFragment(table.table, decode(link.destination.slice(hash + 1)));
    return [tableBinding(block, table, value, { start, end }, link.fragmentSpan)];
  });
}

function tableBinding(
  block: ProseBlock,
  table: ReachableTable,
  value: FragmentValue,
  at: Span,
  fragmentSpan: Span,
): Binding {
  switch (value.kind) {
    case 'problem':
      return { kind: 'broken', span: fragmentSpan, table, problem: value.problem };
    case 'selection':
      return { kind: 'narrow', at, table, rows: value.selection.rows, columns: value.selection.columns };
    case 'cell': {
      const number = oneNumber(block, at);
      if (number) return { kind: 'number', number, table, value };
      return { kind: 'narrow', at, table, rows: [value.place.row], columns: [value.place.column] };
    }
    case 'expression': {
      const number = oneNumber(block, at);
      if (number) return { kind: 'number', number, table, value };
      const rows = [...new Set(value.places.map(({ row }) => row))];
      const columns = [...new Set(value.places.map(({ column }) => column))];
      return { kind: 'narrow', at, table, rows, columns };
    }
  }
}

function countBinding(block: ProseBlock, input: ClaimsInput, type: string, at: Span, span: Span): Binding[] {
  const count = input.countOf(type);
  if (count === undefined) {
    const message = `no page type "${type}"`;
    return [{ kind: 'broken', span, table: undefined, problem: { message, start: 0, end: type.length } }];
  }
  const number = oneNumber(block, at);
  return number ? [{ kind: 'count', number, type, count }] : [];
}

const IN_NAMES = new Set([
  'part of a name',
  'a version',
  'part of a compound',
  'a deviation',
  'a code',
  'a power',
  'out of range',
  'a size in a name',
]);

/** The only number in a stretch of text: in digits, else in words. */
function oneNumber(block: ProseBlock, at: Span): BoundNumber | undefined {
  const text = block.text.slice(at.start, at.end);
  const digits = findNumbers(text).filter(({ noClaim }) => noClaim === undefined || !IN_NAMES.has(noClaim));
  const shift = (start: number, end: number): Span => ({ start: at.start + start, end: at.start + end });
  if (digits.length === 1) {
    const { start, end, text: written, size, sign } = digits[0]!;
    return { ...shift(start, end), text: written, inWords: false, value: sign < 0 ? -size : size };
  }
  const words = digits.length === 0 ? numberWordsIn(text) : [];
  if (words.length !== 1) return undefined;
  const { start, end, text: written, value } = words[0]!;
  return { ...shift(start, end), text: written, inWords: true, value };
}
