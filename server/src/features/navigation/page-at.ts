import type { Span } from '../../text/span.ts';
import { contains } from '../../text/span.ts';
import type { Page } from '../../wiki/page.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { type LinkAt, linkAt } from '../link-at.ts';
import { mentionAt } from './mention-at.ts';

/** Something in a page by which a page of the wiki is meant. */
export interface PageAt {
  readonly span: Span;
  readonly page: Page;
  readonly by: /** The page's own title, in its first heading. */
    | 'heading'
    /** The page's own title, in its front matter. */
    | 'title'
    | 'field'
    | 'page-path'
    /** The text of a link. */
    | 'link-text'
    /** The destination of a link, or its mark-up. */
    | 'destination'
    /** A title or an alias in plain words. */
    | 'mention';
  readonly fragment?: string;
}

/** The page that is meant at an offset, by whatever names it. */
export function pageAtOffset(wiki: Wiki, page: Page, offset: number): PageAt | undefined {
  const title = titleSpansOf(page).find(({ span }) => contains(span, offset));
  const link = linkAt(wiki, page, offset);
  if (link?.target?.kind === 'page') return { ...linkedBy(link, offset), page: link.target.page };
  if (link) return undefined;
  if (title) return { ...title, page };
  const mention = mentionAt(wiki, page, offset);
  return mention && { ...mention, by: 'mention' };
}

function linkedBy({ source, span, fragment }: LinkAt, offset: number): Omit<PageAt, 'page'> {
  if (source === 'page-path') return { span, by: 'page-path' };
  if ('reportMissing' in source) return { span, by: 'field' };
  const part = fragment === undefined ? {} : { fragment };
  if ('textSpan' in source && isInside(source.textSpan, offset) && source.kind !== 'autolink')
    return { span: source.textSpan, by: 'link-text', ...part };
  // The destination of a reference link stands elsewhere.
  const written =
    'labelSpan' in source && 'textSpan' in source ? (source.labelSpan ?? span) : source.destinationSpan;
  return { span: written, by: 'destination', ...part };
}

/** Where the page says its own title: the front matter, the first heading of level 1. */
export function titleSpansOf({ facts, title }: Page): readonly { span: Span; by: 'heading' | 'title' }[] {
  const field = facts.frontMatter?.fields.find(({ key }) => key === 'title')?.value;
  const heading = facts.headings.find(({ depth }) => depth === 1);
  return [
    ...(field && field.value === title ? [{ span: field.span, by: 'title' as const }] : []),
    ...(heading ? [{ span: heading.textSpan, by: 'heading' as const }] : []),
  ];
}

const isInside = ({ start, end }: Span, offset: number): boolean => start <= offset && offset < end;
