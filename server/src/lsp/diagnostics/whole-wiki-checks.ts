import type { PageFacts } from '../../markdown/facts.ts';
import type { Diagnostic } from '../../rules/rule.ts';
import type { OpenWiki } from '../wikis.ts';
import { carriedOver } from './carry-over.ts';

/** What the rules that read the whole wiki found in one file. */
interface WholeCheck {
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: number;
  /** What it was found in. The text is kept of open documents only, which change under the author's hands. */
  readonly facts: PageFacts;
  readonly text: string | undefined;
}

type Found = Pick<WholeCheck, 'diagnostics' | 'suppressed'>;

const NOTHING: Found = { diagnostics: [], suppressed: 0 };

/** The answers of the rules that read a whole wiki, and which of them may be stale. */
export class WholeWikiChecks {
  readonly dirty = new Set<string>();
  private readonly wiki: OpenWiki;
  private readonly checks = new Map<string, WholeCheck>();
  private surface = -1;

  constructor(wiki: OpenWiki) {
    this.wiki = wiki;
  }

  /** Pages changed; where others can see it, what is known of any page may be stale. */
  mark(pages: Iterable<string>): void {
    const { wiki } = this.wiki.host;
    for (const path of pages) this.dirty.add(path);
    if (this.surface === wiki.surfaceVersion) return;
    this.surface = wiki.surfaceVersion;
    for (const path of [...wiki.pages.keys(), ...this.checks.keys()]) this.dirty.add(path);
  }

  /** What is known of a file, at its places in the text as it is now. */
  of(path: string): Found {
    const known = this.checks.get(path);
    const { wiki } = this.wiki.host;
    const facts = wiki.pages.get(path)?.facts;
    if (!known || !facts) return NOTHING;
    if (known.facts.textHash === facts.textHash && known.facts.length === facts.length) return known;
    const text = known.text === undefined ? undefined : wiki.sources.textOf(path);
    if (known.text === undefined || text === undefined) return NOTHING;
    const carried = { ...known, facts, text, diagnostics: carriedOver(known.diagnostics, known.text, text) };
    this.checks.set(path, carried);
    return carried;
  }

  /** Puts in place what was found now. Returns whether it differs from what was known. */
  set(path: string, found: Found): boolean {
    const before = this.of(path);
    const { host } = this.wiki;
    const facts = host.wiki.pages.get(path)?.facts;
    this.dirty.delete(path);
    if (!facts || (found.diagnostics.length === 0 && found.suppressed === 0)) this.checks.delete(path);
    else {
      const text = host.isOpen(path) ? host.wiki.sources.textOf(path) : undefined;
      this.checks.set(path, { ...found, facts, text });
    }
    return (
      before.suppressed !== found.suppressed ||
      JSON.stringify(before.diagnostics) !== JSON.stringify(found.diagnostics)
    );
  }
}
