const MONTH_AND_NUMBER =
  /^((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Ll}*\.?)([\s-][’']?)(\d{1,2})(?=\*{0,3}$)/iu;
const ENDS_IN_NUMBER = /\d\*{0,3}$/;
const LONGEST = 20;
const LAST_DAY = 31;
/** `Sept`; what is longer is written in full. */
const LONGEST_SHORT = 4;
/** Months of some years have a year in common, days have not. */
const FEWEST_TOGETHER = 3;

const monthIn = (text: string): RegExpExecArray | undefined =>
  text.length > LONGEST || !ENDS_IN_NUMBER.test(text)
    ? undefined
    : (MONTH_AND_NUMBER.exec(text) ?? undefined);

/**
 * How a sentence writes labels that stand together: `Jan 16` among months of a few years is January 2016; `september 12` among
 * `september 5` and `november 21` is that day.
 */
export function withWholeYears(labels: readonly string[]): (label: string) => string {
  const months = labels.map(monthIn).filter(month => month !== undefined);
  if (months.length === 0 || !areYears(months)) return label => label;
  return label => {
    const month = monthIn(label);
    if (!month) return label;
    const year = Number(month[3]);
    return `${month[1]}${month[2]!.slice(0, 1)}${year < 50 ? 20 : 19}${month[3]}${label.slice(month[0].length)}`;
  };
}

function areYears(months: readonly RegExpExecArray[]): boolean {
  const numbers = months.map(month => month[3]!);
  if (numbers.some(number => number.length === 1)) return false;
  if (months.some(month => month[2] !== ' ') || numbers.some(number => Number(number) > LAST_DAY))
    return true;
  const different = new Set(numbers).size;
  if (months.length >= FEWEST_TOGETHER) return different * 2 <= months.length;
  return months.every(month => month[1]!.replace('.', '').length <= LONGEST_SHORT);
}
