import * as vscode from 'vscode';
import type { LanguageServer } from '../language-server.ts';
import type { Node, Tree } from './row-tree.ts';
import type { ViewName, Views } from './views.ts';

const IDS: Readonly<Record<ViewName, string>> = {
  wiki: 'researchWiki.wiki',
  page: 'researchWiki.page',
  claims: 'researchWiki.claims',
};

/** What `views.ts` runs. */
const COMMANDS = [
  'researchWiki.filterPages',
  'researchWiki.clearFilter',
  'researchWiki.groupByType',
  'researchWiki.groupByStatus',
  'researchWiki.groupByFolder',
  'researchWiki.openPage',
  'researchWiki.openPageToSide',
  'researchWiki.findBacklinks',
  'researchWiki.renamePage',
  'researchWiki.newPageOfType',
  'researchWiki.addSection',
  'researchWiki.listPage',
  'researchWiki.claimsOfPage',
  'researchWiki.claimsOfWiki',
  'researchWiki.bindNumber',
  'researchWiki.putTableValue',
  'researchWiki.goToCell',
] as const;

interface Parts {
  readonly server: LanguageServer;
  readonly log: vscode.LogOutputChannel;
  readonly memory: vscode.Memento;
  /** Resolves when it is settled whether the workspace holds a wiki. */
  readonly searched: Promise<unknown>;
}

/**
 * The three views and their commands. What they do is loaded when one is seen in a wiki, so that nobody waits for it at the
 * start, and never in a folder that is none.
 */
export function registerViews({ server, log, memory, searched }: Parts): vscode.Disposable {
  const subscriptions: vscode.Disposable[] = [];
  let loaded: Promise<Views> | undefined;
  const load = (): Promise<Views> => {
    loaded ??= import('./views.ts').then(({ createViews }) =>
      createViews({ server, log, memory, trees, subscriptions }),
    );
    return loaded;
  };

  const treeFor = (name: ViewName): Tree<unknown> => {
    const changed = new vscode.EventEmitter<Node | Node[] | undefined>();
    const view: Tree<unknown>['view'] = vscode.window.createTreeView<Node>(IDS[name], {
      showCollapseAll: true,
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        async getChildren(node) {
          await searched;
          if (server.state === 'not-started') {
            void vscode.commands.executeCommand('setContext', 'researchWiki.noWiki', true);
            return [];
          }
          return (await load()).trees[name].getChildren(node);
        },
        getTreeItem: async node => (await load()).itemOf(node),
      },
    });
    subscriptions.push(view, changed);
    return { view, changed };
  };
  const trees: Readonly<Record<ViewName, Tree<unknown>>> = {
    wiki: treeFor('wiki'),
    page: treeFor('page'),
    claims: treeFor('claims'),
  };

  const run = async (command: (typeof COMMANDS)[number], node: unknown) => {
    try {
      await (await load()).commands[command]!(node as never);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  };
  let isStarted = false;
  subscriptions.push(
    ...COMMANDS.map(id => vscode.commands.registerCommand(id, node => run(id, node))),
    server.onDidChange(() => {
      if (isStarted || server.state === 'not-started') return;
      isStarted = true;
      void vscode.commands.executeCommand('setContext', 'researchWiki.noWiki', false);
      for (const { changed } of Object.values(trees)) changed.fire(undefined);
    }),
  );
  return {
    dispose: () => {
      for (const each of subscriptions) each.dispose();
    },
  };
}
