import type { Page } from '../../wiki/page.ts';
import { stem } from '../../wiki/path.ts';

const texts = new WeakMap<Page, string>();

/** Everything by which an author may look for a page, in lower case: title first, then names, path, type, and who wrote it. */
export function searchText(page: Page): string {
  let text = texts.get(page);
  if (text === undefined) {
    const words = [page.title, ...nameWords(page), page.path, page.typeName ?? ''];
    texts.set(page, (text = words.join('\n').toLowerCase()));
  }
  return text;
}

/** What an editor matches beside the title: file name, aliases, type, and for a source authors, year, DOI, arXiv id. */
export const nameWords = (page: Page): readonly string[] => [
  stem(page.path),
  ...page.aliases,
  ...citationWords(page),
];

/** Authors, year, DOI and arXiv id, where the front matter has authors or such an id. */
function citationWords({ facts }: Page): readonly string[] {
  const data = facts.frontMatter?.data ?? {};
  const authors = [data.authors ?? data.author].flat().filter(name => typeof name === 'string');
  const ids = [data.doi, data.arxiv, data.url].filter(id => typeof id === 'string' || typeof id === 'number');
  if (authors.length === 0 && ids.length === 0) return [];
  const year = /\d{4}/.exec(String(data.date ?? data.year ?? ''))?.[0];
  return [...authors, ...(year ? [year] : []), ...ids.flatMap(id => idsIn(String(id)))];
}

/** The DOI or arXiv id within an address, else the text as it is; other addresses say nothing that one would type. */
function idsIn(text: string): readonly string[] {
  const id =
    /10\.\d{4,9}\/[^\s"<>]+/.exec(text)?.[0] ??
    /(?<!\d)\d{4}\.\d{4,5}(?!\d)/.exec(text)?.[0] ??
    /arxiv\.org\/\w+\/([a-z-]+\/\d{7})/i.exec(text)?.[1];
  if (id) return [id];
  return /^\w+:/.test(text) ? [] : [text];
}
