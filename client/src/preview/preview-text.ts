import * as vscode from 'vscode';
import type { PreviewText } from './text.ts';

const { t } = vscode.l10n;

/** The words of the preview in the language of VS Code. */
export const previewText = (): PreviewText => ({
  label: t('About this page'),
  date: t('Date'),
  lenses: t('Lenses'),
  contradicted: t('contradicted'),
  brokenLink: t('broken link'),
  quoted: t('quoted'),
  quotedOtherwise: t('quoted otherwise'),
  linkedFrom: pages => (pages === 1 ? t('1 page links here') : t('{0} pages link here', grouped(pages))),
  andMore: pages => (pages === 1 ? t('and 1 more page') : t('and {0} more pages', grouped(pages))),
  rowsShown: (shown, all) => t('{0} of {1} rows', grouped(shown), grouped(all)),
  columnsShown: (shown, all) => t('{0} of {1} columns', grouped(shown), grouped(all)),
});

const grouped = (count: number): string => count.toLocaleString(vscode.env.language);
