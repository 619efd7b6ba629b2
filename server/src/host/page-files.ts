import { LRUCache } from 'lru-cache';
import type { PageFacts } from '../markdown/facts.ts';
import { pageFacts } from '../markdown/page-facts.ts';
import type { MarkdownParser } from '../markdown/parser.ts';
import { proseOf } from '../markdown/prose-blocks.ts';
import { PARTIAL_ABOVE, readPage } from '../markdown/read-page.ts';
import type { TroubledFile } from '../rules/rule.ts';
import { hashOf } from '../text/hash.ts';
import type { Page } from '../wiki/page.ts';
import type { PageContent } from '../wiki/wiki.ts';
import { readText } from './read-text.ts';

/** A page as it was read: its facts, and what stands in the way of reading or writing it. */
export interface PageRead {
  readonly facts: PageFacts | undefined;
  readonly trouble: TroubledFile | undefined;
  /** Undefined for an open document, and for what is no text. */
  readonly state?: ReadState;
}

/** How a closed page was found on the disk when it was read. */
export interface ReadState {
  readonly bom: boolean;
  readonly writable: boolean;
}

/** Contents kept for the pages looked at last; the text of all others stays on the disk. */
const KEPT = 24;

/** Reads pages, from open documents before the disk, and gets their text again when it is asked for. */
export class PageFiles {
  private readonly root: string;
  private readonly parser: MarkdownParser;
  /** Texts of open documents, BOM stripped, by wiki path. */
  private readonly open: ReadonlyMap<string, string>;
  private readonly states = new Map<string, ReadState>();
  private readonly kept = new LRUCache<PageFacts, PageContent>({ max: KEPT });

  constructor(root: string, parser: MarkdownParser, open: ReadonlyMap<string, string>) {
    this.root = root;
    this.parser = parser;
    this.open = open;
  }

  /** Reads a page now. No facts: it is gone, or no text. */
  read(path: string): PageRead {
    const openText = this.open.get(path);
    if (openText !== undefined) return this.readOpen(path, openText);
    const file = readText(`${this.root}/${path}`);
    if (!file || 'trouble' in file) {
      this.states.delete(path);
      return { facts: undefined, trouble: file && { path, ...file } };
    }
    const state = { bom: file.bom, writable: file.encoding === 'utf-8' };
    this.states.set(path, state);
    const facts = readPage(this.parser, file.text);
    const trouble = file.encoding === 'broken' ? brokenEncoding(path, file.text) : troubleOf(path, facts);
    return { facts, trouble, state };
  }

  /** Reads a page whose text is asked for next, in one reading of its Markdown; undefined where it has no such text. */
  readWithContent(path: string): PageFacts | undefined {
    const text = this.open.get(path) ?? this.textOnDisk(path);
    if (text === undefined || text.length > PARTIAL_ABOVE) return undefined;
    try {
      const root = this.parser.parse(text);
      const facts = pageFacts(text, root);
      this.kept.set(facts, { text, prose: proseOf(text, root, facts) });
      return facts;
    } catch {
      // Nesting so deep that the stack runs out.
      return undefined;
    }
  }

  /** Takes over what another thread read of a closed page. */
  accept(path: string, { state }: PageRead): void {
    if (state) this.states.set(path, state);
    else this.states.delete(path);
  }

  /** The text that these facts were read from, or undefined when the file has changed since. */
  textOf(path: string, facts: PageFacts): string | undefined {
    // Always as it is now: what is kept of a closed page may be older than the file that an edit would change.
    const text = this.open.get(path) ?? this.textOnDisk(path);
    return text?.length === facts.length && hashOf(text) === facts.textHash ? text : undefined;
  }

  /** The page's text and prose. */
  contentOf(page: Page): PageContent | undefined {
    const kept = this.kept.get(page.facts);
    if (kept) return kept;
    const text = this.textOf(page.path, page.facts);
    if (text === undefined) return undefined;
    const content = { text, prose: proseOf(text, this.parser.parse(text), page.facts) };
    this.kept.set(page.facts, content);
    return content;
  }

  /** True for a file that begins with a BOM, which a write puts back. */
  hasBom(path: string): boolean {
    return this.states.get(path)?.bom ?? false;
  }

  /** False where a write would lose bytes that could not be read. */
  isWritable(path: string): boolean {
    return this.states.get(path)?.writable ?? true;
  }

  private readOpen(path: string, text: string): PageRead {
    const facts = readPage(this.parser, text);
    return { facts, trouble: troubleOf(path, facts) };
  }

  private textOnDisk(path: string): string | undefined {
    const file = readText(`${this.root}/${path}`);
    return file && 'text' in file ? file.text : undefined;
  }
}

function troubleOf(path: string, facts: PageFacts): TroubledFile | undefined {
  if (facts.mergeConflict) {
    return {
      path,
      trouble: 'merge-conflict',
      message: 'the page has markers of a merge conflict and is not checked',
    };
  }
  if (!facts.partial) return undefined;
  const message =
    facts.length > PARTIAL_ABOVE
      ? `the page has ${Math.round(facts.length / 1_000_000)} million characters; only its links and front matter are checked`
      : 'the page is nested too deeply to be checked';
  return { path, trouble: 'too-big', message };
}

function brokenEncoding(path: string, text: string): TroubledFile {
  const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
  return {
    path,
    trouble: 'encoding',
    message: `the page is not wholly UTF-8, for the first time in line ${line}`,
  };
}
