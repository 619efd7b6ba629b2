/** Everything that the preview says in its own words, in the user's language. */
export interface PreviewText {
  /** Of the page card. */
  readonly label: string;
  readonly date: string;
  readonly lenses: string;
  /** Said only by screen readers, behind what it is said of. */
  readonly contradicted: string;
  readonly brokenLink: string;
  readonly quoted: string;
  readonly quotedOtherwise: string;
  linkedFrom(pages: number): string;
  andMore(pages: number): string;
  /** Behind the name of a table that is shown in part. */
  rowsShown(shown: number, all: number): string;
  columnsShown(shown: number, all: number): string;
}
