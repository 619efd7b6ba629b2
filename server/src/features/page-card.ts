import type { Page } from '../wiki/page.ts';
import { sectionKey } from '../wiki/relations.ts';
import type { Wiki } from '../wiki/wiki.ts';

/** How much of a page's text a card shows, in UTF-16 units. */
const LONGEST = 320;

/** A page in a few lines of Markdown: title, type, status, date, and the beginning of its Summary (or of its text). */
export function pageCard(wiki: Wiki, page: Page): string {
  const date = page.facts.frontMatter?.data.date;
  const facts = [page.typeName, page.status, typeof date === 'string' ? date : undefined].filter(
    fact => fact !== undefined,
  );
  const head = `**${escapeMarkdown(page.title)}**${facts.length > 0 ? `  \n${facts.map(escapeMarkdown).join(' · ')}` : ''}`;
  const opening = openingOf(wiki, page);
  return opening === '' ? head : `${head}\n\n${escapeMarkdown(opening)}`;
}

/** The first lines of the Summary or Definition, else of whatever comes first, as plain text. */
function openingOf(wiki: Wiki, page: Page): string {
  const prose = wiki.sources.contentOf(page)?.prose;
  if (!prose) return '';
  const { sections } = page.facts;
  const wanted = sections.findIndex(({ heading }) =>
    ['summary', 'definition', 'abstract'].includes(sectionKey(heading.text)),
  );
  const blocks = prose.blocks.filter(({ kind }) => kind !== 'heading');
  const first = (wanted >= 0 ? blocks.find(({ section }) => section === wanted) : undefined) ?? blocks[0];
  return shorten(first?.text.trim() ?? '');
}

/** Cut at a word, with an ellipsis. */
export function shorten(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  const cut = text.lastIndexOf(' ', longest);
  return `${text.slice(0, cut > longest / 2 ? cut : longest).trimEnd()} …`;
}

/** Text that a Markdown reader shows as it is. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&').replaceAll('&', '&amp;');
