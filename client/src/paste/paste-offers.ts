import * as vscode from 'vscode';
import { PASTE, type PasteResult } from '../../../server/src/lsp/protocol.ts';
import { fileCreation } from '../commands/create-files.ts';
import type { LanguageServer } from '../language-server.ts';
import { pasteApi } from './paste-api.ts';

/** A text without any of these is neither a table nor a source, so that most pastes ask nobody. */
const WORTH_ASKING = /\t|\||&|<table|10\.\d{4}|\d{4}\.\d{4}|arxiv|^\s*@\w+\s*[{(]/i;

/**
 * Offers, in the menu that VS Code shows after a paste, to save tabular text as a data table and to make a source page from a
 * DOI, an arXiv id or BibTeX. The plain text stays what is pasted unless the author chooses otherwise.
 */
export function offerPastes(server: LanguageServer): vscode.Disposable {
  const api = pasteApi();
  if (!api) return new vscode.Disposable(() => {});
  const { Empty, Text } = api.DocumentDropOrPasteEditKind;
  const kinds = {
    table: Empty.append('researchWiki', 'table'),
    source: Empty.append('researchWiki', 'source'),
  };
  return api.languages.registerDocumentPasteEditProvider(
    { scheme: 'file', language: 'markdown' },
    {
      async provideDocumentPasteEdits(document, [range], data, _context, token) {
        // A paste is no reason to start the server.
        if (!range || server.state !== 'running') return undefined;
        const text = (await data.get('text/plain')?.asString()) ?? '';
        const html = await data.get('text/html')?.asString();
        if (token.isCancellationRequested || !WORTH_ASKING.test(text + (html ?? ''))) return undefined;
        const { offers } = await server.request<PasteResult>(PASTE, {
          uri: document.uri.toString(),
          position: { line: range.start.line, character: range.start.character },
          text,
          ...(html === undefined ? {} : { html }),
        });
        return offers.map(({ kind, title, newText, creates }) => {
          const edit = new api.DocumentPasteEdit(newText, title, kinds[kind]);
          edit.additionalEdit = fileCreation(creates);
          edit.yieldTo = [Text];
          return edit;
        });
      },
    },
    { providedPasteEditKinds: Object.values(kinds), pasteMimeTypes: ['text/plain', 'text/html'] },
  );
}
