import { RE2JS } from 're2js';

/** A regular expression that takes time linear in the text, whoever wrote it. */
export interface SafePattern {
  /** As the author wrote it. */
  readonly source: string;
  test(text: string): boolean;
}

/** One character of a kind, perhaps so many of them. */
const ATOM = String.raw`(?:[\w @:,/-]|\\[dw.]|\.|\[[^\]\\[]+\])(?:\{\d{1,3}\})?`;

/** Anchored, without groups, with at most one `+` or `*`: such a pattern is linear in every engine. */
const PLAIN = new RegExp(`^\\^(?:${ATOM})*(?:(?:${ATOM})[+*](?:${ATOM})*)?\\$?$`);
const LONGEST_PLAIN = 100;

/**
 * Compiles a pattern in the syntax that JavaScript and RE2 share; throws where it is none. Matches anywhere. Most
 * patterns are so plain that the engine of the language is safe, and there at once.
 */
export function safePattern(source: string): SafePattern {
  if (source.length <= LONGEST_PLAIN && PLAIN.test(source)) {
    const expression = new RegExp(source, 'u');
    return { source, test: text => expression.test(text) };
  }
  return linearPattern(source);
}

/** The same by RE2, for any pattern. */
export function linearPattern(source: string): SafePattern {
  const engine = RE2JS.compile(RE2JS.translateRegExp(source));
  return { source, test: text => engine.test(text) };
}

// What backtracking engines have and RE2 has not.
const UNSUPPORTED = /\(\?<?[=!]|\\[1-9]/;
// RE2 takes `\k` for a letter and says nothing.
const NAMED_REFERENCE = /(?<!\\)(?:\\\\)*\\k</;

const REFUSED = 'look-around and back-references are not supported';

/** Why a pattern is not taken, as a clause; undefined where it is fine. */
export function patternFault(source: string): string | undefined {
  if (NAMED_REFERENCE.test(source)) return REFUSED;
  try {
    safePattern(source);
    return undefined;
  } catch (error) {
    if (UNSUPPORTED.test(source)) return REFUSED;
    const reason = String((error as Error).message).replace(/^error parsing regexp: /, '');
    return `no regular expression: ${reason}`;
  }
}
