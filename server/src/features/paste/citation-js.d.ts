/** The parts of citation-js that read BibTeX; it has no types of its own for them. */
declare module '@citation-js/plugin-bibtex/lib/input/file.js' {
  /** An entry as it is written, months and years read. */
  export interface BibEntry {
    readonly type: string;
    readonly label: string;
    readonly properties: Readonly<Record<string, unknown>>;
  }
  /** Throws where the text is no BibTeX. */
  export function parse(text: string): BibEntry[];
}

declare module '@citation-js/plugin-bibtex/lib/input/entries.js' {
  import type { BibEntry } from '@citation-js/plugin-bibtex/lib/input/file.js';

  /** The parts of CSL-JSON that we use. */
  export interface CslEntry {
    readonly title?: string;
    readonly author?: readonly CslName[];
    readonly issued?: { readonly 'date-parts'?: readonly (readonly number[])[] };
    readonly 'container-title'?: string;
    readonly publisher?: string;
    readonly DOI?: string;
    readonly URL?: string;
  }
  export interface CslName {
    readonly given?: string;
    readonly family?: string;
    readonly literal?: string;
    readonly 'non-dropping-particle'?: string;
  }
  export function parse(entries: readonly BibEntry[]): CslEntry[];
}
