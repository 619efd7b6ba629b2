/** Commands that code actions send and the server runs, in every client. */
export const CREATE_PAGE_COMMAND = 'researchWiki.createPage';

export const SERVER_COMMANDS = [CREATE_PAGE_COMMAND] as const;

export interface CreatePageArguments {
  readonly uri: string;
  /** The path as the user knows it. */
  readonly name: string;
  readonly text: string;
  /** UTF-16 offset in `text` where the cursor goes. */
  readonly offset: number;
}
