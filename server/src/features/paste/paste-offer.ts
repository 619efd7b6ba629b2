/** What a paste can become instead of its plain text. Nothing is written until the author takes it. */
export interface PasteOffer {
  readonly kind: 'table' | 'source';
  /** Begins with a verb. */
  readonly title: string;
  /** Stands in the page in place of the pasted text. */
  readonly newText: string;
  /** Files to make, by wiki path; none of them is there. */
  readonly creates: readonly { readonly path: string; readonly text: string }[];
}
