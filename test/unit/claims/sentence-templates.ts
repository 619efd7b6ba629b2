/* Ways in which authors write a number, and sentences in which they say it. */

export const pick = <Item>(items: readonly Item[], choice: number): Item => items[choice % items.length]!;

/** Rounded or truncated to at most the decimals that it has, with or without commas. */
export const written = (value: number, decimals: number, choice: number): string =>
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
export function inOtherScale(
  value: number,
  decimals: number,
  column: string,
  choice: number,
): string | undefined {
  if (Math.abs(value) <= 1 && decimals >= 2 && !column.includes('%'))
    return `${written(value * 100, decimals - 2, choice)}${pick([' %', '%', ' percent'], choice)}`;
  if (column.includes('%') && Math.abs(value) <= 100) return printed(value / 100, decimals + 2, choice);
  return undefined;
}

export const plain = (column: string): string => column.replace(/ \(.*\)$/, '');

export const VALUE: readonly ((row: string, column: string, value: string) => string)[] = [
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

export const PAIR: readonly ((a: string, b: string, column: string, x: string, y: string) => string)[] = [
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

export const DIFFERENCE: readonly ((a: string, b: string, column: string, value: string) => string)[] = [
  (a, b, column, value) => `${b} differs from ${a} by ${value} in ${column}.`,
  (a, b, column, value) => `The ${column} of ${b} is ${value} points higher than that of ${a}.`,
  (a, b, column, value) => `Compared with ${a}, ${b} gains ${value} points of ${column}.`,
  (a, b, column, value) => `${column} rises by ${value} from ${a} to ${b}.`,
  (a, b, column, value) => `${a} has ${value} more ${column} than ${b}.`,
  (a, b, column, value) => `Between ${a} and ${b} there is a gap of ${value} in ${column}.`,
  (a, b, column, value) => `${a} is only ${value} ahead of ${b} in ${column}.`,
  (a, b, column, value) => `The two, ${a} and ${b}, are ${value} apart in ${column}.`,
];

export const CHANGE: readonly ((a: string, b: string, column: string, value: string) => string)[] = [
  (a, b, column, value) => `${b} changes the ${column} by ${value}% relative to ${a}.`,
  (a, b, column, value) => `From ${a} to ${b}, ${column} drops by ${value} %.`,
  (a, b, column, value) => `A relative increase of ${value}% separates ${a} from ${b} in ${column}.`,
  (a, b, column, value) => `${b} has a ${value} % higher ${column} than ${a}.`,
];

export const RATIO: readonly ((a: string, b: string, column: string, value: string) => string)[] = [
  (a, b, column, value) => `${b} has ${value} times the ${column} of ${a}.`,
  (a, b, column, value) => `The ${column} of ${b} is ${value}× that of ${a}.`,
  (a, b, column, value) => `${b} is ${value} times as high as ${a} in ${column}.`,
];
