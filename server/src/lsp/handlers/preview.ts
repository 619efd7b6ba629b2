import type { Preview } from '../../features/preview.ts';
import { positionAt } from '../../text/line-starts.ts';
import { encodePath } from '../../wiki/destination.ts';
import { folderOf, relativePath } from '../../wiki/path.ts';
import type { PreviewData } from '../protocol.ts';
import type { OpenWiki } from '../wikis.ts';

/** What the preview shows, with positions instead of offsets. */
export function toPreviewData({ host }: OpenWiki, { page, date, lenses, claims }: Preview): PreviewData {
  const { path, facts, title, typeName, status } = page;
  const text = host.wiki.sources.textOf(path) ?? '';
  return {
    card: {
      title,
      ...(typeName === undefined ? {} : { type: typeName }),
      ...(status === undefined ? {} : { status }),
      ...(date === undefined ? {} : { date }),
      lenses: lenses.map(({ name, page: lens }) =>
        lens
          ? { text: lens.title, href: encodePath(relativePath(folderOf(path), lens.path)) }
          : { text: name },
      ),
    },
    numbers: claims.map(({ span, verdict, bound, explanation }) => ({
      ...positionAt(facts.lineStarts, span.start),
      length: span.end - span.start,
      text: text.slice(span.start, span.end),
      verdict,
      bound,
      message: explanation,
    })),
  };
}
