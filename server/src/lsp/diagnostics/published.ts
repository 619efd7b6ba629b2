import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import type { FileCheck } from '../../host/check-wiki.ts';
import type { Diagnostic } from '../../rules/rule.ts';
import type { VsCodeMarkdownSettings } from '../protocol.ts';
import type { OpenWiki } from '../wikis.ts';
import { toDiagnostic } from './to-diagnostic.ts';

/** Kinds of VS Code's own link validation, with the rule of ours that says the same at the same place. */
const SAME: readonly [rule: string, kind: keyof VsCodeMarkdownSettings][] = [
  ['links/broken-page', 'fileLinks'],
  ['links/undefined-reference', 'referenceLinks'],
  ['links/duplicate-definition', 'duplicateDefinitions'],
  ['links/unused-definition', 'unusedDefinitions'],
];

/** Which diagnostics the client is shown, and in what form. */
export class Published {
  vscodeMarkdown: VsCodeMarkdownSettings | undefined;

  of(wiki: OpenWiki, check: FileCheck): LspDiagnostic[] {
    const isOpen = wiki.host.isOpen(check.path);
    return check.diagnostics
      .filter(diagnostic => !(isOpen && this.isShownByVsCode(wiki, diagnostic)))
      .map(diagnostic => toDiagnostic(wiki.host, diagnostic));
  }

  /** VS Code's validation looks at open documents only; where it speaks of the same place, ours would stand twice. */
  private isShownByVsCode({ host }: OpenWiki, { rule, path, data }: Diagnostic): boolean {
    const settings = this.vscodeMarkdown;
    if (!settings?.validateEnabled) return false;
    if (rule === 'links/broken-anchor') {
      return data?.path === path ? settings.ownFragmentLinks : settings.fragmentLinks;
    }
    // Where the disk tells upper from lower case, VS Code finds no such file; elsewhere it finds nothing amiss.
    if (rule === 'links/wrong-case') {
      return settings.fileLinks && !host.wiki.sources.exists(String(data?.written));
    }
    return SAME.some(([id, kind]) => id === rule && settings[kind]);
  }
}
