import { slug } from 'github-slugger';
import { encodePath } from '../../wiki/destination.ts';
import { escapeLinkText } from '../../wiki/link-text.ts';
import type { Page } from '../../wiki/page.ts';
import { baseName, extension, folderOf, relativePath, stem } from '../../wiki/path.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { freePath } from './free-path.ts';
import type { PasteOffer } from './paste-offer.ts';
import { type Tabular, toCsv } from './tabular.ts';

/** Saves cells as a CSV file where the wiki's tables lie, and links it, so that the section's numbers are held to it. */
export function pastedTable(wiki: Wiki, page: Page, { rows, caption }: Tabular): PasteOffer {
  const name = (caption && slug(shortened(caption))) || `${stem(page.path)}-table`;
  const folder = tableFolder(wiki);
  const path = freePath(wiki, folder === '' ? `${name}.csv` : `${folder}/${name}.csv`, new Set());
  const text = escapeLinkText(caption || baseName(path));
  return {
    kind: 'table',
    title: `Save as data table "${path}" and link it`,
    newText: `[${text}](${encodePath(relativePath(folderOf(page.path), path))})`,
    creates: [{ path, text: toCsv(rows) }],
  };
}

const shortened = (caption: string): string =>
  caption
    .replace(/^table\s+\d+\s*[:.]?\s*/i, '')
    .split(/\s+/)
    .slice(0, 6)
    .join(' ')
    .replace(/[^\p{L}\p{N}\s-]/gu, '');

/** The folder that most CSV and TSV files of the wiki lie in; `data` where there is none. */
function tableFolder(wiki: Wiki): string {
  const counts = new Map<string, number>();
  for (const path of wiki.files) {
    if (!['.csv', '.tsv'].includes(extension(path))) continue;
    counts.set(folderOf(path), (counts.get(folderOf(path)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'data';
}
