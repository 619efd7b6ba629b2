import { readCell } from './cell-value.ts';
import type { Cell } from './table.ts';

/** More rows of header than this nobody writes. */
const MOST_HEADER_ROWS = 4;

/**
 * How many of the first records are header. The first one is, unless it looks like data itself; further ones are as
 * long as they hold no number and more than one name while numbers stand below them.
 */
export function headerRowsOf(records: readonly (readonly Cell[])[]): number {
  const [first, ...rest] = records;
  if (!first) return 0;
  if (looksLikeData(first, rest)) return 0;
  const dataAt = records.findIndex((record, index) => index > 0 && hasNumber(record));
  if (dataAt <= 1) return 1;
  let count = 1;
  while (count < dataAt && count < MOST_HEADER_ROWS && isHeaderRow(records[count]!, first)) count++;
  return count;
}

/** All of it is numbers, and no row of years or steps such as `2019, 2020, 2021`. */
function looksLikeData(first: readonly Cell[], rest: readonly (readonly Cell[])[]): boolean {
  if (rest.length === 0 || first.length < 2) return false;
  const values = first.map(field => readCell(field.text));
  if (!values.every(value => value.kind === 'number')) return false;
  const numbers = values.map(value => value.main!.value);
  const rising = numbers.every((number, index) => index < 2 || number > numbers[index - 1]!);
  return !(rising && numbers.length > 2) && values.some(value => value.main!.decimals > 0);
}

const hasNumber = (record: readonly Cell[]): boolean =>
  record.some(field => readCell(field.text).kind === 'number');

/**
 * A second header row leaves the first cell blank or says the same there, or names the columns under names that span
 * several (`,Dev,Dev`), or repeats a few names over and over (`FPR, AR, FPR, AR`). One name alone, or the same in each cell, is a group's title.
 */
function isHeaderRow(record: readonly Cell[], first: readonly Cell[]): boolean {
  if (hasNumber(record)) return false;
  const filled = record.filter(field => field.text !== '');
  const distinct = new Set(filled.map(field => field.text));
  if (distinct.size < 2) return false;
  const label = record[0]?.text ?? '';
  if (label === '' || label === first[0]?.text || (first[0]?.text === '' && hasSpan(first))) return true;
  return filled.length > 4 && distinct.size * 2 <= filled.length;
}

/** A name in the header that stands, or leaves blanks, over several columns. */
const hasSpan = (header: readonly Cell[]): boolean =>
  header.some(
    ({ text }, index) =>
      index > 0 && index + 1 < header.length && ['', text].includes(header[index + 1]!.text),
  );
