import type { Root } from 'mdast';

/**
 * Turns Markdown (CommonMark, GFM, YAML front matter) into mdast with positions whose `offset` counts UTF-16 units.
 * Which one runs is chosen by the host, so that the core needs no binary and no Node API.
 */
export interface MarkdownParser {
  /** `remark` is the reference and the last resort: thirty times as slow. */
  readonly name: 'native' | 'wasm' | 'remark';
  /** Never throws on any text; the caller has stripped the BOM. */
  parse(text: string): Root;
}
