import * as vscode from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import { Answers } from './answers.ts';
import { atMostEvery } from './at-most-every.ts';
import type { ClaimsData } from './claims-rows.ts';
import { ClaimsView } from './claims-view.ts';
import { followPageInHand } from './page-in-hand.ts';
import type { PageData } from './page-rows.ts';
import { PageView } from './page-view.ts';
import type { Row } from './row.ts';
import { changeNumber, findBacklinks, goToCell, makeEdit, renamePage } from './row-actions.ts';
import type { Node, RowTree, Tree } from './row-tree.ts';
import { toItem } from './to-item.ts';
import type { WikiData } from './wiki-rows.ts';
import { WikiView } from './wiki-view.ts';

export type ViewName = 'wiki' | 'page' | 'claims';

export interface ViewParts {
  readonly server: LanguageServer;
  readonly log: vscode.LogOutputChannel;
  /** What is remembered of the workspace. */
  readonly memory: vscode.Memento;
  readonly trees: Readonly<Record<ViewName, Tree<unknown>>>;
  readonly subscriptions: vscode.Disposable[];
}

export interface Views {
  readonly trees: Readonly<Record<ViewName, RowTree<unknown>>>;
  itemOf(node: Node): vscode.TreeItem;
  /** By the names that `register-views.ts` registers; a row's command gets its node. */
  readonly commands: Readonly<Record<string, (node: never) => unknown>>;
}

/** While a big wiki is checked there is news all the time; it is shown so often, in milliseconds. */
const PAUSE = 1000;

type Of<Data> = { readonly row: Row<Data> } | undefined;

/** The three views, loaded when the first of them is seen or one of their commands is run. */
export function createViews({ server, log, memory, trees, subscriptions }: ViewParts): Views {
  const answers = new Answers(server);
  const page = followPageInHand();
  const parts = { log, subscriptions };
  const wiki = new WikiView(trees.wiki as Tree<WikiData>, answers, memory, parts);
  const own = new PageView(trees.page as Tree<PageData>, answers, page, parts);
  const claims = new ClaimsView(trees.claims as Tree<ClaimsData>, answers, page, memory, parts);

  const all = { wiki: wiki.tree, page: own.tree, claims: claims.tree };
  const look = atMostEvery(PAUSE, () => {
    for (const tree of Object.values(all)) void tree.refresh();
  });
  const refresh = () => {
    answers.forget();
    look.ask();
  };
  let state = server.state;
  subscriptions.push(
    page,
    look,
    server.onDidChangeViews(refresh),
    // A new process knows nothing of what was asked of the one before it.
    server.onDidChange(() => {
      if (server.state === state) return;
      state = server.state;
      if (state === 'running' || state === 'failed') refresh();
    }),
  );

  const uriOf = (node: Of<WikiData | PageData>) =>
    node && 'uri' in node.row.data
      ? node.row.data.uri
      : vscode.window.activeTextEditor?.document.uri.toString();
  const withUri = (run: (uri: string) => unknown) => (node: Of<WikiData | PageData>) => {
    const uri = uriOf(node);
    return uri === undefined ? undefined : run(uri);
  };
  const withNumber =
    (run: (data: Extract<ClaimsData, { kind: 'number' }>) => unknown) => (node: Of<ClaimsData>) =>
      node?.row.data.kind === 'number' ? run(node.row.data) : undefined;
  const editOf = (node: Of<PageData>) =>
    node?.row.data.kind === 'place' && node.row.data.edit ? makeEdit(server, node.row.data.edit) : undefined;
  const showClaims = (scope: 'page' | 'wiki') => async () => {
    claims.show(scope);
    await vscode.commands.executeCommand('researchWiki.claims.focus');
  };

  return {
    trees: all as unknown as Views['trees'],
    itemOf: toItem,
    commands: {
      'researchWiki.filterPages': () => wiki.askFilter(),
      'researchWiki.clearFilter': () => wiki.setFilter(''),
      'researchWiki.groupByType': () => wiki.groupBy('type'),
      'researchWiki.groupByStatus': () => wiki.groupBy('status'),
      'researchWiki.groupByFolder': () => wiki.groupBy('folder'),
      'researchWiki.openPage': withUri(uri => open(uri, vscode.ViewColumn.Active)),
      'researchWiki.openPageToSide': withUri(uri => open(uri, vscode.ViewColumn.Beside)),
      'researchWiki.findBacklinks': withUri(uri => findBacklinks(server, uri)),
      'researchWiki.renamePage': withUri(uri => renamePage(server, uri)),
      'researchWiki.newPageOfType': (node: Of<WikiData>) =>
        node?.row.data.kind === 'group'
          ? vscode.commands.executeCommand('researchWiki.newPage', undefined, {
              rootUri: node.row.data.rootUri,
              type: node.row.data.group,
            })
          : undefined,
      'researchWiki.addSection': editOf,
      'researchWiki.listPage': editOf,
      'researchWiki.claimsOfPage': showClaims('page'),
      'researchWiki.claimsOfWiki': showClaims('wiki'),
      'researchWiki.bindNumber': withNumber(({ uri, number }) =>
        changeNumber(server, 'bind-number', uri, number),
      ),
      'researchWiki.putTableValue': withNumber(({ uri, number }) =>
        changeNumber(server, 'table-value', uri, number),
      ),
      'researchWiki.goToCell': withNumber(({ number }) => goToCell(number)),
    },
  };
}

async function open(uri: string, column: vscode.ViewColumn): Promise<void> {
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), { viewColumn: column, preview: false });
}
