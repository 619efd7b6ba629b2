import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';

/** One thing to insert. All texts are plain. */
export interface Completion {
  readonly kind: 'page' | 'anchor' | 'label' | 'field' | 'value' | 'section' | 'new-page';
  /** What the list shows: the page's title, the heading's text. */
  readonly label: string;
  /** Shown beside it: path, type and status; the slug. */
  readonly description: string;
  /** What is typed is matched against this, from the start of `span`. */
  readonly filterText: string;
  /** Ascending; the best first. */
  readonly rank: string;
  readonly span: Span;
  readonly newText: string;
  /** Where in `newText` writing goes on, if not at its end. */
  readonly caret?: number;
  /** Further edits of the page, away from the cursor. */
  readonly also?: readonly TextEdit[];
  /** Wiki path of the page whose card is its documentation. */
  readonly page?: string;
  /** Documentation as plain text. */
  readonly note?: string;
  /** A page that the user is asked to make when the item is taken. */
  readonly creates?: { readonly type: string; readonly title: string };
}

export interface Completions {
  readonly items: readonly Completion[];
  /** True when more would be found by typing on. */
  readonly incomplete: boolean;
}

export const NO_COMPLETIONS: Completions = { items: [], incomplete: false };
