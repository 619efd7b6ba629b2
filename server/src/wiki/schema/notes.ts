import { similarTo } from '../../text/distance.ts';
import type { Span } from '../../text/span.ts';
import type { SchemaProblem } from './schema.ts';

/** A name that must be one of those known once the whole file is read. */
export interface Mention {
  readonly name: string;
  readonly span: Span;
}

/** What a reading of the YAML has to say beside the data. */
export class Notes {
  readonly problems: SchemaProblem[] = [];
  /** Page types that relations and fields speak of. */
  readonly pageTypes: Mention[] = [];
  /** Rule ids and patterns. */
  readonly ruleIds: Mention[] = [];

  report(rule: SchemaProblem['rule'], span: Span, message: string, expected: readonly string[] = []): void {
    this.problems.push({ rule, span, message, ...(expected.length > 0 ? { expected } : {}) });
  }

  /** Something is none of the words that can stand there. */
  reportWord(
    rule: SchemaProblem['rule'],
    span: Span,
    what: string,
    word: string,
    allowed: readonly string[],
  ): void {
    const similar = similarTo(word, allowed, name => name);
    const ending =
      similar.length > 0
        ? `; did you mean "${similar[0]}"?`
        : allowed.length > 0
          ? `; allowed: ${allowed.join(', ')}`
          : '';
    this.report(rule, span, `${what}${ending}`, similar);
  }
}
