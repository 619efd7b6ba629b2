import * as vscode from 'vscode';
import type {
  CodeLensSettings,
  InitializationOptions,
  InlayHintSettings,
  VsCodeMarkdownSettings,
} from '../../server/src/lsp/protocol.ts';

/** Which numbers the preview marks; the setting `researchWiki.preview.numbers`. */
export type NumberMarks = 'all' | 'contradicted' | 'none';

export function numberMarks(): NumberMarks {
  return vscode.workspace.getConfiguration('researchWiki').get<NumberMarks>('preview.numbers', 'all');
}

/** What the server is told when it starts. */
export function initializationOptions(): InitializationOptions {
  return {
    diagnostics: 'push',
    besideVsCodeMarkdown: true,
    confirms: true,
    showsPlaces: true,
    trusted: vscode.workspace.isTrusted,
    ...serverSettings(),
  };
}

/** What the server is told again whenever a setting changes that it reads. */
export function serverSettings(): Required<
  Pick<InitializationOptions, 'rules' | 'codeLens' | 'fillNewPages' | 'inlayHints' | 'vscodeMarkdown'>
> {
  return {
    rules: vscode.workspace.getConfiguration('researchWiki').get<Record<string, string>>('rules', {}),
    codeLens: codeLensSettings(),
    inlayHints: inlayHintSettings(),
    fillNewPages: vscode.workspace.getConfiguration('researchWiki').get('fillNewPages', false),
    vscodeMarkdown: vscodeMarkdownSettings(),
  };
}

export function affectsServer(change: vscode.ConfigurationChangeEvent): boolean {
  return [
    'researchWiki.rules',
    'researchWiki.codeLens',
    'researchWiki.fillNewPages',
    'researchWiki.inlayHints',
    'markdown.validate',
    'markdown.suggest.paths',
  ].some(section => change.affectsConfiguration(section));
}

function codeLensSettings(): Required<CodeLensSettings> {
  const wanted = vscode.workspace.getConfiguration('researchWiki.codeLens');
  return { links: wanted.get('links', true), numbers: wanted.get('numbers', true) };
}

function inlayHintSettings(): Required<InlayHintSettings> {
  const wanted = vscode.workspace.getConfiguration('researchWiki.inlayHints');
  return { status: wanted.get('status', false), numbers: wanted.get('numbers', 'contradicted') };
}

function vscodeMarkdownSettings(): VsCodeMarkdownSettings {
  const markdown = vscode.workspace.getConfiguration('markdown');
  const inherited = markdown.get<string>('validate.fileLinks.markdownFragmentLinks', 'inherit');
  const reports = (kind: string, otherwise: string) =>
    markdown.get<string>(`validate.${kind}.enabled`, otherwise) !== 'ignore';
  return {
    validateEnabled: markdown.get('validate.enabled', false),
    fileLinks: reports('fileLinks', 'warning'),
    ownFragmentLinks: reports('fragmentLinks', 'warning'),
    // Anchors in other files have a setting of their own, which by default does as `fragmentLinks`.
    fragmentLinks: inherited === 'inherit' ? reports('fragmentLinks', 'warning') : inherited !== 'ignore',
    referenceLinks: reports('referenceLinks', 'warning'),
    duplicateDefinitions: reports('duplicateLinkDefinitions', 'warning'),
    unusedDefinitions: reports('unusedLinkDefinitions', 'hint'),
    pathSuggestions: markdown.get('suggest.paths.enabled', true),
  };
}
