/*
 * The marks of a suspicion are words for explanations; a few of them also tell doubts what a number was held to.
 */

export const KIN = 'other numbers of the sentence agree';
export const FAR = 'far from the named cells';
export const OUTSIDE = 'outside of the column';
export const COUNTS = 'counts something';
export const COUNTS_ELSE = 'counts something else';
export const OTHER_MEASURE = 'measures something else';
export const ROUND = 'a round number';
export const OF_NAME = 'belongs to a name';
export const ANOTHER_TIME = 'of another time';
export const ELSEWHERE = 'from elsewhere';
export const OTHER_CLAUSE = 'the clause has another subject';

const OF_ELSE = [COUNTS, COUNTS_ELSE, OTHER_MEASURE, OF_NAME, ANOTHER_TIME, ELSEWHERE, OTHER_CLAUSE];

/** A mark is followed by its points. */
export const hasMark = (marks: readonly string[], mark: string): boolean =>
  marks.some(given => given.startsWith(mark) && /^ -?\d/.test(given.slice(mark.length)));

/** What the marks tell: the number is about as large as no cell that may be meant; other numbers of its sentence agree with cells beside it. */
export const readMarks = (
  marks: readonly string[],
): { readonly isLikeNone: boolean; readonly isBorneOut: boolean } => ({
  isLikeNone: hasMark(marks, FAR) || hasMark(marks, OUTSIDE),
  isBorneOut: hasMark(marks, KIN),
});

/** Something says that the number is of what no table in scope has, be it only likely. */
export const isOfElse = (marks: readonly string[]): boolean => OF_ELSE.some(mark => hasMark(marks, mark));
