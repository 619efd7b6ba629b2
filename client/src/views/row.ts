import type { ViewPlace } from '../../../server/src/lsp/protocol.ts';
import type { Translate } from '../status-text.ts';

export type { Translate };

/** What a row of a view shows, without VS Code's types. `Data` is what its commands and its children need. */
export interface Row<Data = unknown> {
  /** Stays while the row means the same thing, so that VS Code keeps what is unfolded and selected. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Plain text; the label where absent. */
  readonly tooltip?: string;
  /** A codicon, with the id of a theme colour. */
  readonly icon?: readonly [name: string, color?: string];
  /** What a screen reader says, where that is more than label and description. */
  readonly spoken?: string;
  /** Words that menus look for. */
  readonly context?: string;
  /** Absent for a row that has no rows below it. */
  readonly fold?: 'open' | 'closed';
  /** What a click opens. */
  readonly opens?: ViewPlace | { readonly uri: string };
  /** What a click runs instead, with the row. */
  readonly runs?: string;
  readonly data: Data;
}

/** What a screen reader says: all that the row shows, what its icon means included. */
export const spokenOf = ({ label, description, spoken }: Row): string =>
  spoken ?? (description ? `${label}, ${description}` : label);

/** True where a row looks the same and does the same. */
export const isSameRow = (a: Row, b: Row): boolean => JSON.stringify(a) === JSON.stringify(b);

export const RED = 'problemsErrorIcon.foreground';
export const YELLOW = 'problemsWarningIcon.foreground';
export const BLUE = 'problemsInfoIcon.foreground';
export const GREEN = 'testing.iconPassed';

/** What there is of `parts`, in one line. */
export const inOneLine = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter(part => part !== undefined && part !== false && part !== '').join(' · ');
