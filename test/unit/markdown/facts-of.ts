import type { PageFacts } from '../../../server/src/markdown/facts.ts';
import { pageFacts } from '../../../server/src/markdown/page-facts.ts';
import type { MarkdownParser } from '../../../server/src/markdown/parser.ts';

export const factsOf = (parser: MarkdownParser, text: string): PageFacts =>
  pageFacts(text, parser.parse(text));
