/**
 * A value in the way the author wrote a number: as many decimals, thousands grouped or not, the same minus sign, no
 * sign where the author wrote none. Digits only: `formatLike('1,234.5', 987.26)` gives `987.3`.
 */
export function formatLike(authorText: string, value: number): string {
  const comma = /^\D*\d{1,3}(?:[. ]\d{3})*,(?:\d{1,2}|\d{4,})$/.test(authorText);
  const [, fraction = ''] = authorText.split(comma ? ',' : '.');
  const sign = /^\s*([+\-−–])/.exec(authorText)?.[1];
  const digits = Math.abs(value).toFixed(Math.min(fraction.length, 20));
  const [whole = '0', decimals] = digits.split('.');
  const mark = comma
    ? /\d([. ])\d{3}/.exec(authorText)?.[1]
    : /\d([,'’\u00a0\u2009\u202f])\d{3}/.exec(authorText)?.[1];
  const grouped = mark ? whole.replace(/\B(?=(?:\d{3})+$)/g, mark) : whole;
  const bare = /^\D*\.\d/.test(authorText) && grouped === '0' ? '' : grouped;
  const body = decimals === undefined ? grouped : `${bare}${comma ? ',' : '.'}${decimals}`;
  return `${signFor(sign, value)}${body}`;
}

function signFor(written: string | undefined, value: number): string {
  if (written === undefined) return '';
  if (value < 0) return written === '+' ? '-' : written;
  return written === '+' ? '+' : '';
}
