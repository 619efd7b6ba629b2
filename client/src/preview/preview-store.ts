import * as vscode from 'vscode';
import { PREVIEW, type PreviewData, type PreviewParams } from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../language-server.ts';
import { moved, mustRender, type PreviewPage } from './preview-page.ts';

/** What the server says about pages, kept here because a preview is rendered at once or not at all. */
export interface PreviewStore extends vscode.Disposable {
  /** What to show of a page in one rendering; undefined when it is no page of a wiki, or not known to be one yet. */
  readonly pageFor: (resource: vscode.Uri) => PreviewPage | undefined;
}

/** VS Code renders at most 300 ms after a change; what is asked for sooner is there in time. In milliseconds. */
const ASK_AFTER = 60;
/** A refresh reloads the preview: wait until VS Code has rendered by itself, and for more news. */
const REFRESH_AFTER = 500;
const MOST_TRIES = 5;

export function createPreviewStore(server: LanguageServer, log: vscode.LogOutputChannel): PreviewStore {
  /** By URI; null for what is no page. Only of pages that were open in a preview or are visible in an editor. */
  const known = new Map<string, PreviewData | null>();
  /** Of these the text changed since the server spoke of them. */
  const outdated = new Set<string>();
  const shown = new Map<string, PreviewPage>();
  const asking = new Map<string, NodeJS.Timeout>();
  let refresh: NodeJS.Timeout | undefined;
  let renderings = 0;

  const ask = async (uri: string) => {
    asking.delete(uri);
    if (server.state !== 'running') return;
    try {
      const params: PreviewParams = { uri };
      outdated.delete(uri);
      const data = await server.request<PreviewData | null>(PREVIEW, params);
      if (outdated.has(uri)) return; // It speaks of the text as it was; the change has asked again, or rendering will.
      known.set(uri, data);
      planRefresh();
    } catch (error) {
      log.debug(`no preview data for ${uri}: ${error instanceof Error ? error.message : error}`);
    }
  };
  const askSoon = (uri: string, delay = ASK_AFTER) => {
    clearTimeout(asking.get(uri));
    asking.set(uri, setTimeout(ask, delay, uri));
  };

  const stale = () => [...shown].filter(([uri, page]) => isStale(page, known.get(uri)));
  /** VS Code tells of a new preview's tab after it has rendered, and drops a refresh while another is due: so several tries. */
  const planRefresh = (tries = MOST_TRIES) => {
    clearTimeout(refresh);
    refresh = setTimeout(() => {
      if (tries === 0 || stale().length === 0) return;
      if (!isPreviewOpen()) {
        planRefresh(tries - 1);
        return;
      }
      const before = renderings;
      void vscode.commands.executeCommand('markdown.preview.refresh');
      refresh = setTimeout(() => {
        if (renderings === before) planRefresh(tries - 1);
        // What was not rendered while others were is shown no more.
        else for (const [uri] of stale()) shown.delete(uri);
      }, REFRESH_AFTER);
    }, REFRESH_AFTER);
  };

  const pageFor = (resource: vscode.Uri): PreviewPage | undefined => {
    renderings++;
    const uri = resource.toString();
    const data = known.get(uri);
    if (resource.scheme === 'file' && (data === undefined || outdated.has(uri))) askSoon(uri, 0);
    const page = data ? { data, found: new Set<never>() } : undefined;
    shown.set(uri, page ?? NOTHING);
    return page;
  };

  const follow = (change: vscode.TextDocumentChangeEvent) => {
    const uri = change.document.uri.toString();
    const data = known.get(uri);
    if (!data || change.contentChanges.length === 0) return;
    known.set(uri, change.contentChanges.reduce(moved, data));
    outdated.add(uri);
    if (shown.has(uri) && isPreviewOpen()) askSoon(uri);
  };
  const prepare = (editors: readonly vscode.TextEditor[]) => {
    for (const { document } of editors) {
      const uri = document.uri.toString();
      if (document.languageId === 'markdown' && document.uri.scheme === 'file' && !known.has(uri))
        askSoon(uri);
    }
  };
  /** A new process knows nothing of what we were told by the one before it, and a wiki is read page by page. */
  const askAgain = () => {
    if (server.state !== 'running') return;
    for (const uri of new Set([...known.keys(), ...shown.keys()])) askSoon(uri);
    prepare(vscode.window.visibleTextEditors);
  };
  let readiness = '';
  const listeners = [
    server.onDidChange(() => {
      const now = JSON.stringify([server.state, server.wikis.map(wiki => [wiki.rootUri, wiki.state])]);
      if (now !== readiness) askAgain();
      readiness = now;
    }),
    server.onDidChangePreview(uris => {
      for (const uri of uris) askSoon(vscode.Uri.parse(uri).toString());
    }),
    vscode.workspace.onDidChangeTextDocument(follow),
    // While a page is closed, the server does not tell who else has come to link to it.
    vscode.workspace.onDidOpenTextDocument(({ uri }) => known.has(uri.toString()) && askSoon(uri.toString())),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      // A preview may still show it: VS Code closes the text of a page that no editor has open after a while.
      if (isPreviewOpen()) return;
      for (const each of [known, outdated, shown]) each.delete(uri.toString());
    }),
    vscode.window.onDidChangeVisibleTextEditors(prepare),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('researchWiki.preview') && isPreviewOpen())
        void vscode.commands.executeCommand('markdown.preview.refresh');
    }),
  ];

  return {
    pageFor,
    dispose() {
      for (const each of listeners) each.dispose();
      for (const timer of asking.values()) clearTimeout(timer);
      clearTimeout(refresh);
    },
  };
}

/** Stands for a rendering without any data. */
const NOTHING: PreviewPage = {
  data: {
    card: { title: '', lenses: [] },
    marks: [],
    brokenLinks: [],
    tables: [],
    backlinks: { pages: [], more: 0 },
  },
  found: new Set(),
};

function isStale(page: PreviewPage, fresh: PreviewData | null | undefined): boolean {
  if (fresh === undefined) return false;
  if (page === NOTHING || fresh === null) return page !== NOTHING || fresh !== null;
  return mustRender(page, fresh);
}

function isPreviewOpen(): boolean {
  return vscode.window.tabGroups.all.some(group =>
    group.tabs.some(
      ({ input }) =>
        (input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputCustom) &&
        input.viewType.includes('markdown.preview'),
    ),
  );
}
