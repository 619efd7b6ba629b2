import type { Tabular } from './tabular.ts';

const BODY = /\\begin\{(tabular[*xy]?|longtable|array)\}([\s\S]*?)\\end\{\1\}/;
const RULES =
  /\\(?:hline|toprule|midrule|bottomrule|addlinespace(?:\[[^\]]*\])?|cmidrule(?:\([^)]*\))?\{[^}]*\}|cline\{[^}]*\})/g;
/** Commands whose last argument is what a reader sees. */
const WRAPPERS =
  /\\(?:text(?:bf|it|tt|sc|rm|normal)?|emph|underline|mathbf|mathrm|makecell|thead)\{([^{}]*)\}/g;
const SPAN = /\\(?:multicolumn|multirow)\{(\d+)\}\{[^{}]*\}\{((?:[^{}]|\{[^{}]*\})*)\}/g;
const SYMBOLS: readonly (readonly [RegExp, string])[] = [
  [/\\pm\b/g, '±'],
  [/\\times\b/g, '×'],
  [/\\leq?\b/g, '≤'],
  [/\\geq?\b/g, '≥'],
  [/\\sim\b/g, '~'],
  [/\\([%&#_$])/g, '$1'],
];

/** The cells of the first `tabular` of a LaTeX text; undefined where there is none. */
export function latexTable(text: string): Tabular | undefined {
  const body = BODY.exec(withoutComments(text))?.[2];
  if (body === undefined) return undefined;
  const rows = withoutArguments(body)
    .replace(RULES, '')
    .split(/\\\\(?:\[[^\]]*\])?|\\tabularnewline\b/)
    .filter(row => row.trim() !== '')
    .map(row => row.split(/(?<!\\)&/).flatMap(cellsOf));
  const caption = /\\caption(?:\[[^\]]*\])?\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(text)?.[1];
  return { rows, ...(caption === undefined ? {} : { caption: plain(caption) }) };
}

const withoutComments = (text: string): string => text.replace(/(?<!\\)%.*$/gm, '');

/** What stands between `\begin{tabular}` and the first row: `[t]{l|rr}`, `{\textwidth}{lX}`. */
function withoutArguments(body: string): string {
  let rest = body;
  for (;;) {
    const argument = /^\s*(?:\[[^\]]*\]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})/.exec(rest);
    if (!argument) return rest;
    rest = rest.slice(argument[0].length);
  }
}

/** A cell over several columns stands in the first; the others are blank. */
function cellsOf(written: string): readonly string[] {
  const span = /\\multicolumn\{(\d+)\}/.exec(written)?.[1];
  const width = Math.min(Number(span ?? 1), 100);
  return [plain(written), ...Array<string>(Math.max(0, width - 1)).fill('')];
}

function plain(latex: string): string {
  let text = latex.replace(SPAN, '$2');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(WRAPPERS, '$1');
  }
  for (const [symbol, shown] of SYMBOLS) text = text.replace(symbol, shown);
  return text
    .replace(/\\[a-zA-Z]+\*?(?:\[[^\]]*\])?/g, '')
    .replace(/\$([^$]*)\$/g, '$1')
    .replace(/[{}]|(?<!\\)~(?!\s*\d)/g, match => (match === '~' ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim();
}
