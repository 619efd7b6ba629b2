import { RE2JS } from 're2js';

/** A regular expression that takes time linear in the text, whoever wrote it. */
export interface SafePattern {
  /** As the author wrote it. */
  readonly source: string;
  test(text: string): boolean;
}

/** Compiles a pattern in the syntax that JavaScript and RE2 share; throws where it is none. Matches anywhere. */
export function safePattern(source: string): SafePattern {
  const engine = RE2JS.compile(RE2JS.translateRegExp(source));
  return { source, test: text => engine.test(text) };
}

// What backtracking engines have and RE2 has not; `\k` would be taken for a plain letter.
const UNSUPPORTED = /(?<!\\)(?:\\\\)*(?:\(\?<?[=!]|\\[1-9]|\\k<)/;

/** Why a pattern is not taken, as a clause; undefined where it is fine. */
export function patternFault(source: string): string | undefined {
  if (UNSUPPORTED.test(source)) return 'look-around and back-references are not supported';
  try {
    safePattern(source);
    return undefined;
  } catch (error) {
    return `no regular expression: ${String((error as Error).message).replace(/^error parsing regexp: /, '')}`;
  }
}
