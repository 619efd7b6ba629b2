import type { WikiStatus } from '../../server/src/lsp/protocol.ts';
import type { ServerState } from './language-server.ts';

/** What the language status item says, in words and without VS Code's types. */
export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly busy: boolean;
  readonly action: 'menu' | 'restart';
}

/** `vscode.l10n.t`, or anything that fills `{0}`. */
export type Translate = (message: string, ...values: (string | number)[]) => string;

/** `wiki` is the wiki of the page in the editor, if the server knows one. */
export function statusText(state: ServerState, wiki: WikiStatus | undefined, t: Translate): StatusText {
  const calm = { severity: 'information', busy: false, action: 'menu' } as const;
  switch (state) {
    case 'failed':
      return {
        text: t('Wiki: not checked'),
        detail: t('The language server has stopped'),
        severity: 'error',
        busy: false,
        action: 'restart',
      };
    case 'not-started':
    case 'starting':
    case 'stopping':
      return { ...calm, text: t('Wiki: starting'), detail: '', busy: true };
    case 'running':
      break;
  }
  if (!wiki) return { ...calm, text: t('Not in a wiki'), detail: t('This file belongs to no research wiki') };
  if (wiki.state === 'indexing') {
    return { ...calm, text: t('Wiki: reading pages'), detail: pagesText(wiki.pages, t), busy: true };
  }
  const detail = [problemsText(wiki, t), ...(wiki.message ? [wiki.message] : [])];
  if (wiki.parser === 'remark') detail.push(t('slow Markdown parser: the fast one could not be loaded'));
  const trouble =
    wiki.state === 'failed' ? 'error' : wiki.message || wiki.parser === 'remark' ? 'warning' : undefined;
  return {
    ...calm,
    text: t('Wiki: {0}', pagesText(wiki.pages, t)),
    detail: detail.join(' · '),
    severity: trouble ?? 'information',
  };
}

function pagesText(pages: number, t: Translate): string {
  return pages === 1 ? t('1 page') : t('{0} pages', pages);
}

type Counts = Pick<WikiStatus, 'errors' | 'warnings' | 'infos'>;

export function problemsText({ errors, warnings, infos }: Counts, t: Translate): string {
  const parts = [
    errors === 1 ? t('1 error') : errors > 1 && t('{0} errors', errors),
    warnings === 1 ? t('1 warning') : warnings > 1 && t('{0} warnings', warnings),
    infos === 1 ? t('1 note') : infos > 1 && t('{0} notes', infos),
  ].filter(part => part !== false);
  return parts.length > 0 ? parts.join(', ') : t('no problems');
}
