import { loadMarkdownParser } from '../../host/markdown-parser.ts';
import { newWiki } from '../../host/new-wiki.ts';
import { UserError } from '../../host/user-error.ts';
import { guard } from '../guard.ts';
import { NEW_WIKI, type NewWikiParams, type NewWikiResult } from '../protocol.ts';
import type { Session } from '../session.ts';
import { fileOf, uriOf } from '../uris.ts';

/** *Create Research Wiki Here*: what `research-wiki init` writes, for the client to write. */
export function handleNewWiki({ connection }: Session): void {
  connection.onRequest<NewWikiResult | null, void>(
    NEW_WIKI,
    guard(
      connection.console,
      NEW_WIKI,
      null,
      async ({ folderUri }: NewWikiParams): Promise<NewWikiResult> => {
        const root = fileOf(folderUri);
        if (root === undefined) throw new UserError('a wiki is a folder on a disk');
        const { files } = await newWiki(root, await loadMarkdownParser());
        return { files: files.map(({ path, text }) => ({ uri: uriOf(`${root}/${path}`), text })) };
      },
    ),
  );
}
