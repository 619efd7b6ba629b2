/** Commands that code actions and lenses send and the server runs, in every client. */
export const CREATE_PAGE_COMMAND = 'researchWiki.createPage';

/** Asks whether to make a page of a type and title, and makes it. */
export const CREATE_NEW_PAGE_COMMAND = 'researchWiki.createNewPage';

/** Applies every safe fix in every wiki. */
export const FIX_ALL_SAFE_COMMAND = 'researchWiki.fixAllSafe';

/** Shows the places that a lens speaks of. */
export const SHOW_LENS_COMMAND = 'researchWiki.showLens';

export const SERVER_COMMANDS = [
  CREATE_PAGE_COMMAND,
  CREATE_NEW_PAGE_COMMAND,
  SHOW_LENS_COMMAND,
  FIX_ALL_SAFE_COMMAND,
] as const;

export interface CreatePageArguments {
  readonly uri: string;
  /** The path as the user knows it. */
  readonly name: string;
  readonly text: string;
  /** UTF-16 offset in `text` where the cursor goes. */
  readonly offset: number;
}

/** A page that does not exist, with the page that links to it. */
export interface NewPageArguments {
  readonly uri: string;
  readonly type: string;
  readonly title: string;
}

/** What a lens is about: enough to work out again, when it is clicked, what it leads to. */
export interface LensArguments {
  readonly uri: string;
  readonly kind: string;
  readonly subject: string;
}
