import type { TextEdit } from 'vscode-languageserver';
import { bindAll } from '../../features/data/bind-all.ts';
import { linkTable } from '../../features/data/link-table.ts';
import { tablesAtHand } from '../../features/data/tables-at-hand.ts';
import { valuesOfTable } from '../../features/data/values-of-table.ts';
import { lineStartsIn } from '../../host/lines.ts';
import { UserError } from '../../host/user-error.ts';
import { isTablePath } from '../../wiki/path.ts';
import { isReadOnly } from '../../wiki/schema/page-type.ts';
import { guard } from '../guard.ts';
import {
  BIND_NUMBERS,
  type BindNumbersResult,
  LINK_TABLE,
  type LinkTableResult,
  type PageParams,
  TABLE_VALUES,
  TABLES,
  type TableParams,
  type TablesResult,
  type TableValuesResult,
} from '../protocol.ts';
import { rangeIn } from '../ranges.ts';
import type { Session } from '../session.ts';
import type { OpenWiki } from '../wikis.ts';
import { pageOf } from './page-of.ts';

/** Requests of our VS Code client that bring a wiki's tables to the author; see `protocol.ts`. */
export function handleData(session: Session): void {
  const { connection } = session;
  const log = connection.console;

  connection.onRequest<TablesResult, void>(
    TABLES,
    guard(log, TABLES, { tables: [] }, async ({ uri }: PageParams): Promise<TablesResult> => {
      const { wiki, page } = await writable(session, uri);
      return { tables: tablesAtHand(wiki.host.wiki, page) };
    }),
  );

  connection.onRequest<TableValuesResult, void>(
    TABLE_VALUES,
    guard(
      log,
      TABLE_VALUES,
      { values: [] },
      async ({ uri, table: path }: TableParams): Promise<TableValuesResult> => {
        const { wiki, page } = await writable(session, uri);
        const table = isTablePath(path) ? wiki.host.wiki.sources.tableAt(path) : undefined;
        if (!table) throw new UserError(`"${path}" can't be read as a table`);
        return { values: valuesOfTable(path, table, page.path) };
      },
    ),
  );

  connection.onRequest<LinkTableResult, void>(
    LINK_TABLE,
    guard(log, LINK_TABLE, { edits: [] }, async ({ uri, table }: TableParams): Promise<LinkTableResult> => {
      const { wiki, page } = await writable(session, uri);
      const edit = linkTable(wiki.host.wiki, page, table);
      return { edits: edit && 'newText' in edit ? [textEdit(wiki, page.path, edit)] : [] };
    }),
  );

  connection.onRequest<BindNumbersResult, void>(
    BIND_NUMBERS,
    guard(log, BIND_NUMBERS, { edits: [] }, async ({ uri }: PageParams): Promise<BindNumbersResult> => {
      const { wiki, page } = await writable(session, uri);
      const edits = bindAll(wiki.host.wiki, page).flatMap(({ title, edits: [edit] }) =>
        edit && 'newText' in edit ? { title, ...textEdit(wiki, page.path, edit) } : [],
      );
      return { edits };
    }),
  );
}

/** The page of a document, which must be one that may be edited. */
async function writable(session: Session, uri: string) {
  const found = await pageOf(session, uri);
  if (!found) throw new UserError('this file is no page of a research wiki');
  if (isReadOnly(found.wiki.host.wiki.schema, found.page.path))
    throw new UserError('this page is read-only', 'research-wiki.yaml says so');
  return found;
}

const textEdit = (
  { host }: OpenWiki,
  path: string,
  edit: { readonly span: { readonly start: number; readonly end: number }; readonly newText: string },
): TextEdit => ({ range: rangeIn(lineStartsIn(host, path), edit.span), newText: edit.newText });
