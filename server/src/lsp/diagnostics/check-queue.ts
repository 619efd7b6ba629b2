import { setImmediate } from 'node:timers/promises';
import { checkPath, type FileCheck, pathsToCheck } from '../../host/check-wiki.ts';
import type { HostChange } from '../../host/wiki-host.ts';
import { allRules } from '../../rules/all.ts';
import type { CheckScope } from '../../rules/check-page.ts';
import type { Overrides } from '../../rules/severity.ts';
import type { OpenWiki } from '../wikis.ts';

/** How long checks may run before requests get their turn, in milliseconds. */
const SLICE_MS = 8;

/** What is known of one wiki's files, and which of it may be stale. */
interface WikiChecks {
  readonly results: Map<string, FileCheck>;
  readonly dirty: Set<string>;
}

export interface CheckListener {
  /** A file's diagnostics are known, and may differ from before. */
  checked(wiki: OpenWiki, path: string, check: FileCheck): void;
  /** A check ended in an exception, which is a bug of ours. */
  failed(path: string, error: unknown): void;
  /** Nothing is left to check for now. */
  idle(): void;
}

/** Keeps the diagnostics of every file of every wiki, and works off what became stale, open documents first. */
export class CheckQueue {
  overrides: Overrides = [];
  private readonly checks = new Map<OpenWiki, WikiChecks>();
  private readonly listener: CheckListener;
  private running: Promise<void> | undefined;

  constructor(listener: CheckListener) {
    this.listener = listener;
  }

  /** Says what a change concerns. Nothing is worked out yet. */
  mark(wiki: OpenWiki, change: HostChange): void {
    const { dirty, results } = this.of(wiki);
    if (change.all) for (const path of [...pathsToCheck(wiki.host), ...results.keys()]) dirty.add(path);
    for (const path of change.pages) dirty.add(path);
    for (const path of change.files) dirty.add(path);
  }

  markAll(wikis: readonly OpenWiki[]): void {
    for (const wiki of wikis) this.mark(wiki, { pages: new Set(), files: new Set(), all: true });
    this.run();
  }

  /** Checks one file at once, on a key or for a request. */
  now(wiki: OpenWiki, path: string, scope: CheckScope = 'neighbours'): FileCheck {
    const { dirty, results } = this.of(wiki);
    const known = results.get(path);
    if (known && !dirty.has(path)) return known;
    const check = this.check(wiki, path, scope);
    if (wiki.ready) dirty.delete(path);
    const gone = !wiki.host.wiki.pages.has(path) && check.diagnostics.length === 0;
    if (gone) results.delete(path);
    else results.set(path, check);
    if (!gone || known) this.listener.checked(wiki, path, check);
    return check;
  }

  /** A bug in a rule costs the diagnostics of one file, not those of the rest. */
  private check(wiki: OpenWiki, path: string, scope: CheckScope): FileCheck {
    try {
      return checkPath(wiki.host, path, { rules: allRules, overrides: this.overrides, scope });
    } catch (error) {
      this.listener.failed(path, error);
      return { path, diagnostics: [], suppressed: 0 };
    }
  }

  /** Works off what is dirty in the background. Resolves when nothing is left. */
  run(): Promise<void> {
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** The files of a wiki with what is known of each; a stale one is as it was last. */
  resultsOf(wiki: OpenWiki): ReadonlyMap<string, FileCheck> {
    return this.of(wiki).results;
  }

  drop(wiki: OpenWiki): void {
    this.checks.delete(wiki);
  }

  private of(wiki: OpenWiki): WikiChecks {
    let checks = this.checks.get(wiki);
    if (!checks) this.checks.set(wiki, (checks = { results: new Map(), dirty: new Set() }));
    return checks;
  }

  private async drain(): Promise<void> {
    await setImmediate();
    let start = performance.now();
    for (let next = this.next(); next; next = this.next()) {
      this.now(next.wiki, next.path);
      if (performance.now() - start < SLICE_MS) continue;
      await setImmediate();
      start = performance.now();
    }
    this.listener.idle();
  }

  private next(): { wiki: OpenWiki; path: string } | undefined {
    let closed: { wiki: OpenWiki; path: string } | undefined;
    for (const [wiki, { dirty }] of this.checks) {
      if (!wiki.ready) continue;
      for (const path of wiki.host.openPaths()) if (dirty.has(path)) return { wiki, path };
      if (closed) continue;
      for (const path of dirty) {
        closed = { wiki, path };
        break;
      }
    }
    return closed;
  }
}
