import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import type { MarkdownParser } from './parser.ts';

/** The reference implementation, which the tests hold the fast parser to. */
export function remarkParser(): MarkdownParser {
  const processor = remark().use(remarkFrontmatter).use(remarkGfm).freeze();
  return { name: 'remark', parse: text => processor.parse(text) as Root };
}
