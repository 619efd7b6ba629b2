import * as vscode from 'vscode';
import { registerCommands } from './commands/register.ts';
import { createLanguageServer } from './language-server.ts';
import { offerPastes } from './paste/paste-offers.ts';
import { createPreviewStore } from './preview/preview-store.ts';
import { previewText } from './preview/preview-text.ts';
import { wikiMarkdownIt } from './preview/wiki-markdown-it.ts';
import { numberMarks } from './settings.ts';
import { showStatus } from './status-item.ts';
import { tellCrashes } from './tell-crashes.ts';
import { registerViews } from './views/register-views.ts';
import { tickWalkthrough } from './walkthrough-progress.ts';
import { whenWikiFound } from './wiki-search.ts';

/**
 * Called by VS Code when a folder may hold a wiki, when one of our commands is run, and when a Markdown preview opens.
 * Does not wait for the server, and loads the language client only once a wiki is found.
 */
export function activate(context: vscode.ExtensionContext) {
  const log = vscode.window.createOutputChannel('Research Wiki', { log: true });
  const server = createLanguageServer(context.extensionUri, log);
  const previews = createPreviewStore(server, log);
  const search = whenWikiFound(() => server.start());

  context.subscriptions.push(
    log,
    server,
    previews,
    showStatus(server),
    tellCrashes(server),
    registerCommands(server, log),
    offerPastes(server),
    tickWalkthrough(),
    search,
    registerViews({ server, log, memory: context.workspaceState, searched: search.searched }),
  );

  return {
    /** VS Code's own Markdown preview asks for this (`markdown.markdownItPlugins`). */
    extendMarkdownIt: wikiMarkdownIt({
      pageFor: previews.pageFor,
      marks: numberMarks,
      frontMatterStyle: (resource: vscode.Uri) =>
        vscode.workspace.getConfiguration('markdown', resource).get('preview.frontMatter', 'table'),
      text: previewText(),
    }),
  };
}
