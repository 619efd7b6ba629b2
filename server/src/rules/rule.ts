import type { TableProblem } from '../tables/table.ts';
import type { Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import type { SchemaProblem, Severity } from '../wiki/schema/schema.ts';
import type { Wiki } from '../wiki/wiki.ts';
import type { Suppression } from './suppression.ts';

/** Another place that a diagnostic speaks of. */
export interface Related {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

/** What a rule finds. Severity, id and address come from the rule. */
export interface Problem {
  readonly span: Span;
  /** Lower case, no full stop, the user's words in double quotes. */
  readonly message: string;
  /** The right text for exactly `span`, best first. */
  readonly expected?: readonly string[];
  readonly related?: readonly Related[];
  /** Superfluous text is shown faded. */
  readonly unnecessary?: boolean;
  /** What `fix` needs to know again; plain data. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A change to one file. `create` holds the whole text of a file that must not exist yet. */
export type FileEdit =
  | {
      readonly path: string;
      readonly span: Span;
      readonly newText: string;
      /** Where in `newText` the author is to write something of their own; offsets in `newText`. */
      readonly placeholder?: Span;
    }
  | { readonly path: string; readonly create: string };

export interface Fix {
  /** Begins with a verb: `Change to "concepts/scheming.md"`. */
  readonly title: string;
  readonly preferred: boolean;
  /** True when it may be applied without a look. */
  readonly safe: boolean;
  readonly edits: readonly FileEdit[];
  /** A page to show after the edit, with the offset for the cursor. */
  readonly open?: { readonly path: string; readonly offset: number };
}

/** What a rule's verdict on a page depends on beside the page itself. */
export type Reads = 'page' | 'targets' | 'backlinks' | 'wiki';

interface RuleDocs {
  readonly id: `${string}/${string}`;
  /** One line, a full sentence. */
  readonly summary: string;
  /** Markdown: why it matters, what to do, when to switch it off. */
  readonly why: string;
  readonly severity: Severity;
  /** Fixtures: `=== path` opens a file, `^^^ message` marks the line above. Tests and documentation. */
  readonly examples: { readonly bad: string; readonly good: string };
}

export interface PageRule extends RuleDocs {
  readonly subject: 'page';
  readonly reads: Reads;
  /** True for rules that hold on index pages and files outside of all types too. */
  readonly untyped?: boolean;
  /** `options` are what the wiki's YAML gives the rule beside its severity. */
  check(page: Page, wiki: Wiki, options: RuleOptions): Iterable<Problem>;
  fix?(problem: Problem, page: Page, wiki: Wiki): Iterable<Fix>;
}

export type RuleOptions = Readonly<Record<string, unknown>>;

/** What `research-wiki.yaml` holds, as read. */
export interface SchemaFile {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly SchemaProblem[];
}

export interface SchemaRule extends RuleDocs {
  readonly subject: 'schema';
  check(file: SchemaFile, wiki: Wiki): Iterable<Problem>;
  fix?(problem: Problem, file: SchemaFile, wiki: Wiki): Iterable<Fix>;
}

export interface TableFile {
  readonly path: string;
  readonly problems: readonly TableProblem[];
}

export interface TableRule extends RuleDocs {
  readonly subject: 'table';
  check(file: TableFile, wiki: Wiki): Iterable<Problem>;
}

/** Why a file could not be read as a page or a table, or not wholly. */
export type FileTrouble = 'unreadable' | 'not-text' | 'encoding' | 'too-big' | 'merge-conflict';

export interface TroubledFile {
  readonly path: string;
  readonly trouble: FileTrouble;
  readonly message: string;
}

export interface FileRule extends RuleDocs {
  readonly subject: 'file';
  readonly trouble: FileTrouble;
}

/** A rule about the page's suppressions, run after all others. */
export interface SuppressionRule extends RuleDocs {
  readonly subject: 'suppression';
  check(suppressions: readonly SuppressionUse[], known: ReadonlySet<string>): Iterable<Problem>;
  fix?(problem: Problem, page: Page, wiki: Wiki): Iterable<Fix>;
}

/** A suppression with what came of it. */
export interface SuppressionUse {
  readonly suppression: Suppression;
  /** True when it silenced a diagnostic. */
  readonly used: boolean;
  /** False when a rule it names was not run here, so that nothing can be said of it. */
  readonly tried: boolean;
}

export type Rule = PageRule | SuppressionRule | SchemaRule | TableRule | FileRule;

/** A problem with all that a reader of it needs. */
export interface Diagnostic extends Problem {
  readonly path: string;
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
}
