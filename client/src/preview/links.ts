import type { RendererRule, Token } from 'markdown-it';
import type { NumberMarks } from '../settings.ts';
import { escapeHtml, startTag } from './html.ts';
import { messagesIn } from './marks.ts';
import { noteHtml } from './note-html.ts';
import { brokenId, type Rendering } from './rendering.ts';
import type { PreviewText } from './text.ts';

type Renderer = Parameters<RendererRule>[4];

/**
 * The start tag of a link, which points to the messages that stand in it: why it is broken, what becomes of its numbers.
 * Undefined where there are none.
 */
export function linkStartHtml(
  tokens: readonly Token[],
  index: number,
  page: Rendering,
  numbers: NumberMarks,
  renderer: Renderer,
): string | undefined {
  const token = tokens[index]!;
  const broken = reasonOf(token, page) === undefined ? undefined : brokenId(page, token);
  const end = tokens.findIndex(({ type }, at) => at > index && type === 'link_close');
  const messages = messagesIn(tokens.slice(index + 1, end < 0 ? undefined : end), page, numbers);
  const described = broken === undefined ? messages : [broken, ...messages];
  if (described.length === 0) return undefined;
  return startTag(
    token,
    {
      class: broken === undefined ? undefined : 'research-wiki-broken',
      'aria-describedby': described.join(' '),
    },
    renderer,
  );
}

/** What a broken link has before its end tag: the reason, and the words for those who don't see its looks. */
export function linkEndHtml(
  tokens: readonly Token[],
  index: number,
  page: Rendering,
  text: PreviewText,
): string {
  const start = tokens.slice(0, index).findLast(({ type }) => type === 'link_open');
  const reason = start && reasonOf(start, page);
  if (!start || reason === undefined) return '';
  return (
    `<span class="research-wiki-unseen"> (${escapeHtml(text.brokenLink)})</span>` +
    noteHtml(brokenId(page, start), reason)
  );
}

function reasonOf(token: Token, page: Rendering): string | undefined {
  const href = token.attrGet('href');
  return href === null ? undefined : page.reasons.get(String(href));
}
