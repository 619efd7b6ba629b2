/** What the launcher and the driver extension say to each other: two HTTP requests on this machine. */

/** Environment variable with the path of the file in which the driver says where it listens. */
export const READY_VARIABLE = 'RESEARCH_WIKI_DRIVER';

/** The file's content, as JSON. */
export interface Ready {
  readonly port: number;
  /** Every request carries it, so that no other page or program drives the editor. */
  readonly token: string;
}

/** POST /suite: run the mocha suite in that file, which is bundled. Answers with `SuiteResult`. */
export interface SuiteParams {
  readonly file: string;
  /** Only the tests with this in their title. */
  readonly only?: string;
}

/** POST /evaluate: call a function, given by its source, with `vscode` and `argument`. Answers with `Evaluated`. */
export interface EvaluateParams {
  readonly source: string;
  readonly argument: unknown;
}

export type Evaluated = { readonly value: unknown } | { readonly error: string };

export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  /** Left out by `skip`, which none should be. */
  readonly pending: number;
  /** What a person reads: one line a test, and the failures. */
  readonly report: string;
}
