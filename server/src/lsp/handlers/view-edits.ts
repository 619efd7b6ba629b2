import { filesOf } from '../../features/fixes.ts';
import { missingSectionFix } from '../../features/views/page-sections.ts';
import { bindNumber, putTableValue } from '../../features/views/view-edits.ts';
import { freshEdits } from '../../host/fresh-edits.ts';
import { lineStartsIn } from '../../host/lines.ts';
import { UserError } from '../../host/user-error.ts';
import { listBackFix } from '../../rules/list-back.ts';
import type { Fix } from '../../rules/rule.ts';
import { offsetAt } from '../../text/line-starts.ts';
import type { Page } from '../../wiki/page.ts';
import { guard } from '../guard.ts';
import { VIEW_EDIT, type ViewEditParams, type ViewEditResult } from '../protocol.ts';
import { locationOf } from '../ranges.ts';
import type { Session } from '../session.ts';
import type { OpenWiki } from '../wikis.ts';
import { pageOf } from './page-of.ts';

/** What a click in a view changes. The same fixes as those of the light bulb, worked out for the page as it is now. */
export function handleViewEdits(session: Session): void {
  const { connection, wikis } = session;
  connection.onRequest<ViewEditResult, void>(
    VIEW_EDIT,
    guard(
      connection.console,
      VIEW_EDIT,
      { edits: [] },
      async (params: ViewEditParams): Promise<ViewEditResult> => {
        const found = await pageOf(session, params.uri);
        if (!found) throw new UserError('this file is no page of a research wiki');
        const { wiki, page } = found;
        const { host } = wiki;
        const fresh = freshEdits(
          host,
          () => {
            const now = host.wiki.pages.get(page.path);
            const fix =
              now && fixFor(wiki, now, params, wikis.placeOf('listed' in params ? params.listed : ''));
            return { fix, stale: host.takeOutdated(fix ? filesOf(fix.edits) : []) };
          },
          change => session.changed(wiki, change),
        );
        const edits = fresh?.fix?.edits.filter(edit => 'newText' in edit) ?? [];
        if (edits.length === 0) throw new UserError('there is nothing to change here any more');
        if (edits.some(({ path }) => !host.pageFiles.isWritable(path)))
          throw new UserError("this page can't be edited", 'it is not wholly UTF-8');
        return {
          edits: [...edits]
            .sort((a, b) => a.span.start - b.span.start)
            .map(edit => ({ ...locationOf(session, wiki, edit), newText: edit.newText })),
        };
      },
    ),
  );
}

function fixFor(
  { host }: OpenWiki,
  page: Page,
  params: ViewEditParams,
  listed: { readonly path: string } | undefined,
): Fix | undefined {
  const { wiki } = host;
  switch (params.edit) {
    case 'bind-number':
    case 'table-value': {
      const { position, text } = params;
      const start = offsetAt(lineStartsIn(host, page.path), position, page.facts.length);
      // A view may be a moment behind the text.
      if (wiki.sources.textOf(page.path)?.slice(start, start + text.length) !== text) return undefined;
      return params.edit === 'bind-number' ? bindNumber(wiki, page, start) : putTableValue(wiki, page, start);
    }
    case 'add-section':
      return missingSectionFix(wiki, page, params.entry);
    case 'list-page': {
      const other = listed && wiki.pages.get(listed.path);
      return other && listBackFix(wiki, other, { path: page.path, section: params.section });
    }
  }
}
