import { sentencesOf } from '../claims/sentences.ts';
import type { ProseBlock } from '../markdown/prose.ts';
import { encloses, type Span } from '../text/span.ts';
import type { Page } from '../wiki/page.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** The sentence around a place, as a reader sees it; its line where it stands in no prose: a table, the front matter. */
export function sentenceAt(wiki: Wiki, page: Page, span: Span): string {
  const content = wiki.sources.contentOf(page);
  if (!content) return '';
  const block = content.prose.blocks.find(candidate => encloses(candidate.span, span));
  if (block) return sentenceIn(block, span);
  const start = content.text.lastIndexOf('\n', span.start - 1) + 1;
  const end = content.text.indexOf('\n', span.end);
  return content.text.slice(start, end < 0 ? content.text.length : end).trim();
}

function sentenceIn({ text, sources, links }: ProseBlock, span: Span): string {
  // A destination has no place in the text; its link has.
  const link = links.find(({ link: each }) => encloses(each.span, span));
  let at = link?.start ?? 0;
  if (!link) while (at < text.length - 1 && sources[at]! < span.start) at++;
  const sentence = sentencesOf(text).find(({ start, end }) => start <= at && at <= end);
  return (sentence ? text.slice(sentence.start, sentence.end) : text).trim();
}
