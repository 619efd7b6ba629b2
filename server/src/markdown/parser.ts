import type { Root } from 'mdast';

/**
 * Turns Markdown (CommonMark, GFM, YAML front matter) into mdast with positions whose `offset` counts UTF-16 units.
 * Which one runs is chosen by the host, so that the core needs no binary and no Node API.
 */
export interface MarkdownParser {
  /** `remark` is the reference and the last resort: thirty times as slow. */
  readonly name: 'native' | 'wasm' | 'remark';
  /**
   * The caller has stripped the BOM. Takes any text; only nesting of ten thousands of levels can run it out of stack,
   * which is a RangeError that `readPage` answers.
   */
  parse(text: string): Root;
}
