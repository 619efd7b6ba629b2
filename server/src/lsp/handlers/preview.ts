import type { Preview, PreviewedNumber } from '../../features/preview/preview-of.ts';
import { positionAt } from '../../text/line-starts.ts';
import type { Span } from '../../text/span.ts';
import { encodePath } from '../../wiki/destination.ts';
import type { Page } from '../../wiki/page.ts';
import { folderOf, relativePath } from '../../wiki/path.ts';
import type { PreviewData, PreviewMark, PreviewPlace } from '../protocol.ts';
import type { OpenWiki } from '../wikis.ts';

/** What the preview shows, with positions instead of offsets and the way to a page instead of the page. */
export function toPreviewData({ host }: OpenWiki, preview: Preview): PreviewData {
  const { page, date, lenses, numbers, pagePaths, brokenLinks, tables, backlinks } = preview;
  const { path, facts, title, typeName, status } = page;
  const text = host.wiki.sources.textOf(path) ?? '';
  const hrefTo = (other: Page) => encodePath(relativePath(folderOf(path), other.path));
  const placeOf = (span: Span): PreviewPlace => ({
    ...positionAt(facts.lineStarts, span.start),
    length: span.end - span.start,
    text: text.slice(span.start, span.end),
  });
  const marks: PreviewMark[] = [
    ...numbers.map(number => ({ ...placeOf(number.claim.span), ...numberMark(number) })),
    ...pagePaths.map(({ span, page: to }) => ({
      ...placeOf(span),
      kind: 'page-path' as const,
      href: hrefTo(to),
      title: to.title,
    })),
    ...facts.undefinedReferences.map(({ span, label, labelSpan }) => ({
      ...placeOf(shownTextOf(span, labelSpan)),
      kind: 'undefined-reference' as const,
      message: `no definition of "${label}"`,
    })),
  ];
  return {
    card: {
      title,
      ...(typeName === undefined ? {} : { type: typeName }),
      ...(status === undefined ? {} : { status }),
      ...(date === undefined ? {} : { date }),
      lenses: lenses.map(({ name, page: lens }) =>
        lens ? { text: lens.title, href: hrefTo(lens) } : { text: name },
      ),
    },
    marks: marks.sort((a, b) => a.line - b.line || a.character - b.character),
    brokenLinks,
    tables,
    backlinks: {
      more: backlinks.more,
      pages: backlinks.pages.map(({ page: from, sections, sentences }) => ({
        title: from.title,
        ...(from.typeName === undefined ? {} : { type: from.typeName }),
        href: hrefTo(from),
        sections,
        sentences,
      })),
    },
  };
}

function numberMark({ claim, expected, excerpt }: PreviewedNumber) {
  return {
    kind: 'number' as const,
    verdict: claim.verdict,
    bound: claim.bound,
    message: claim.explanation,
    ...(expected === undefined ? {} : { expected }),
    ...(excerpt === undefined ? {} : { excerpt }),
  };
}

/** For `[text][label]` the span of `text`, for `[label][]` that of `label`. */
const shownTextOf = (span: Span, label: Span): Span =>
  label.start - span.start > 1 ? { start: span.start + 1, end: label.start - 2 } : label;
