/**
 * A copy of a string that keeps nothing else alive. V8's slices point into the string they were cut from, so one title
 * would keep the whole text of its page in memory; short strings are copied by V8 itself.
 */
export const own = (text: string): string => (text.length < 13 ? text : `${text}\0`.slice(0, -1));
