/** Words of papers and reports in which a number is said, not under which it holds. */
export const GENERIC =
  /^(?:experiment|evaluation|table|figure|section|result|comparison|addition|contrast|particular|general|brief|conclusion|essence|principle|theory|total|summary|case|setting|paper|study|work|analysi|analysis|analyse|practice|fact|example|instance|test|line|short|sum|all|both|detail|report|order|turn|end|average|task|dataset|metric|measure|benchmark|model|method|approach|approache|system|performance|contribution|best|our|these|this|most|least)$/;

/** Without what stands in brackets, and without clauses between commas. */
export const withoutAsides = (text: string): string =>
  text
    .replace(/\s?\([^()]*\)/g, '')
    .replace(/,\s(?:which|who|as|where|though|if|whose|all)\s[^,;]*,/giu, ',');
