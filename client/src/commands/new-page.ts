import * as vscode from 'vscode';
import {
  NEW_PAGE,
  type NewPageParams,
  type NewPageResult,
  PAGE_TYPES,
  type PageTypesResult,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';
import { createFiles } from './create-files.ts';
import { openPage } from './open-page.ts';

type Wiki = PageTypesResult['wikis'][number];

/** Asks for a type and a title, writes the page from its template, and opens it. Never overwrites a file. */
export async function newPage(
  server: LanguageServer,
  folder?: vscode.Uri,
  wanted?: { readonly rootUri: string; readonly type: string },
): Promise<void> {
  const { wikis } = await server.request<PageTypesResult>(PAGE_TYPES);
  const { t } = vscode.l10n;
  if (wikis.length === 0) throw new Error(t('There is no research wiki in this workspace.'));

  const inFolder = folder && wikis.find(wiki => pathInside(wiki, folder) !== undefined);
  if (folder && !inFolder) throw new Error(t('This folder belongs to no research wiki.'));
  const choice = (wanted && typeOf(wikis, wanted)) ?? (await chooseType(inFolder ? [inFolder] : wikis));
  if (!choice) return;
  const title = await vscode.window.showInputBox({
    title: t('New {0}', choice.type.name),
    prompt: t('Title of the page'),
    validateInput: value => (value.trim() === '' ? t('A page needs a title.') : undefined),
  });
  if (title === undefined) return;

  const path = folder && pathInside(choice.wiki, folder);
  const params: NewPageParams = {
    rootUri: choice.wiki.rootUri,
    type: choice.type.name,
    title: title.trim(),
    ...(path === undefined ? {} : { folder: path }),
  };
  const page = await server.request<NewPageResult>(NEW_PAGE, params);
  await createFiles([page]);
  await openPage(page.uri, page.position);
}

interface Choice {
  readonly wiki: Wiki;
  readonly type: Wiki['types'][number];
}

function typeOf(
  wikis: readonly Wiki[],
  wanted: { readonly rootUri: string; readonly type: string },
): Choice | undefined {
  const wiki = wikis.find(({ rootUri }) => rootUri === wanted.rootUri);
  const type = wiki?.types.find(({ name }) => name === wanted.type);
  return wiki && type && { wiki, type };
}

async function chooseType(wikis: readonly Wiki[]): Promise<Choice | undefined> {
  const several = wikis.length > 1;
  const items = wikis.flatMap(wiki => [
    ...(several ? [{ label: wiki.name, kind: vscode.QuickPickItemKind.Separator }] : []),
    ...wiki.types.map(type => ({ label: type.name, description: type.folder, wiki, type })),
  ]);
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New Page'),
    placeHolder: vscode.l10n.t('Type of the page'),
    matchOnDescription: true,
  });
  return picked && 'type' in picked ? { wiki: picked.wiki, type: picked.type } : undefined;
}

/** The folder's path relative to the wiki's root, `''` for the root itself, undefined when it lies outside. */
function pathInside(wiki: Wiki, folder: vscode.Uri): string | undefined {
  const root = vscode.Uri.parse(wiki.rootUri).path.replace(/\/$/, '');
  if (folder.path === root) return '';
  return folder.path.startsWith(`${root}/`) ? folder.path.slice(root.length + 1) : undefined;
}
