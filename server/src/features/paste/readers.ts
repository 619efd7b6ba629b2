import {
  type CslEntry,
  type CslName,
  parse as entriesOf,
} from '@citation-js/plugin-bibtex/lib/input/entries.js';
import { type BibEntry, parse as readFile } from '@citation-js/plugin-bibtex/lib/input/file.js';
import { Parser } from 'htmlparser2';
import type { SourceFields } from './pasted-source.ts';
import { asData, type Tabular } from './tabular.ts';

/*
 * What reads foreign formats, with the libraries that do it. Loaded when something of the kind is pasted: a server
 * that starts need not read them.
 */

/** What a BibTeX text says of its entries; empty where it can't be read. */
export function readBibtex(text: string): readonly SourceFields[] {
  try {
    return readFile(text).flatMap(entry => {
      const [found] = entriesOf([entry]);
      return found ? { ...arxivOf(entry), ...fieldsOf(found) } : [];
    });
  } catch {
    return [];
  }
}

/** CSL has no place for a preprint's id. */
function arxivOf({ properties }: BibEntry): SourceFields {
  const { eprint, archiveprefix, eprinttype } = properties;
  const isArxiv = /^arxiv$/i.test(String(archiveprefix ?? eprinttype ?? ''));
  return isArxiv && typeof eprint === 'string'
    ? { arxiv: eprint, url: `https://arxiv.org/abs/${eprint}` }
    : {};
}

function fieldsOf(entry: CslEntry): SourceFields {
  const date = entry.issued?.['date-parts']?.[0]?.map((part, index) =>
    String(part).padStart(index ? 2 : 4, '0'),
  );
  const venue = entry['container-title'] ?? entry.publisher;
  const fields = {
    title: plain(entry.title),
    authors: entry.author?.map(nameOf).filter(name => name !== ''),
    date: date?.join('-'),
    venue: plain(venue),
    doi: entry.DOI,
    url: entry.URL,
    familyName: entry.author?.[0]?.family ?? entry.author?.[0]?.literal,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const nameOf = (name: CslName): string =>
  name.literal ?? [name.given, name['non-dropping-particle'], name.family].filter(Boolean).join(' ');

/** Without the mark-up that CSL has for what stands in italics or above the line. */
const plain = (text: string | undefined): string | undefined => text?.replace(/<\/?\w+[^>]*>/g, '').trim();

/** The cells of the first table of an HTML text, header first; undefined where it has none that may be data. */
export function readHtmlTable(html: string): Tabular | undefined {
  const rows: string[][] = [];
  let caption = '';
  let depth = 0;
  let isDone = false;
  let into: 'cell' | 'caption' | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (isDone) return;
      if (name === 'table') depth++;
      if (depth !== 1) return;
      if (name === 'tr') rows.push([]);
      else if (name === 'caption') into = 'caption';
      else if (name === 'td' || name === 'th') {
        into = 'cell';
        const row = rows.at(-1) ?? rows[rows.push([]) - 1]!;
        row.push('');
        if (Number(attributes.colspan) > 1)
          spans.set(row.length - 1, Math.min(Number(attributes.colspan), 100));
      } else if (name === 'br' && into === 'cell') add(' ');
    },
    ontext: text => add(text),
    onclosetag(name) {
      if (name === 'td' || name === 'th') {
        into = undefined;
        const row = rows.at(-1);
        const width = row && spans.get(row.length - 1);
        if (row && width) row.push(...Array<string>(width - 1).fill(''));
        spans.clear();
      } else if (name === 'caption') into = undefined;
      else if (name === 'table' && depth > 0) isDone = --depth === 0;
    },
  });
  const spans = new Map<number, number>();
  function add(text: string): void {
    if (isDone || depth !== 1) return;
    const row = rows.at(-1);
    if (into === 'caption') caption += text;
    else if (into === 'cell' && row && row.length > 0) row[row.length - 1] += text;
  }
  parser.write(html);
  parser.end();
  const cells = rows.map(row => row.map(cell => cell.replace(/\s+/g, ' ').trim()));
  return asData({ rows: cells, caption: caption.replace(/\s+/g, ' ').trim() });
}
