import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { MarkdownParser } from './parser.ts';

/** Satteri by whatever binary its loader found; the host knows which and says so in `name`. */
export const satteriParser = (name: 'native' | 'wasm'): MarkdownParser => ({
  name,
  parse: text => markdownToMdast(text, { features: { frontmatter: true, gfm: true } }) as Root,
});
