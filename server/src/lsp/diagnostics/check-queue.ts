import { setTimeout as wait } from 'node:timers/promises';
import { checkPath, type FileCheck, pathsToCheck } from '../../host/check-wiki.ts';
import type { HostChange } from '../../host/wiki-host.ts';
import { allRules } from '../../rules/all.ts';
import { bySource, type CheckScope, checkPage } from '../../rules/check-page.ts';
import type { Overrides } from '../../rules/severity.ts';
import { giveWay, inSlices } from '../slices.ts';
import type { OpenWiki } from '../wikis.ts';
import { WholeWikiChecks } from './whole-wiki-checks.ts';

/** Who typed less than this ago is typing, in milliseconds: background checks wait, but not for ever. */
const TYPING_MS = 200;
/** The same of who asked for something: one question often follows another. */
const ASKING_MS = 40;
const MOST_WAITS = 10;

/** After so long without a change the author pauses, and the rules that read the whole wiki run; in milliseconds. */
const IDLE_MS = 1000;

/** What is known of one wiki's files, and which of it may be stale. */
interface WikiChecks {
  /** All that is known of each file, the two parts below together. */
  readonly results: Map<string, FileCheck>;
  /** What is found on a key. */
  readonly near: Map<string, FileCheck>;
  readonly dirty: Set<string>;
  /** What is found when the author pauses. */
  readonly whole: WholeWikiChecks;
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
  /** When the last change came, by the monotonic clock. */
  private lastChange = Number.NEGATIVE_INFINITY;
  private lastQuestion = Number.NEGATIVE_INFINITY;
  private idle: NodeJS.Timeout | undefined;

  constructor(listener: CheckListener) {
    this.listener = listener;
  }

  /** Says what a change concerns. Nothing is worked out yet. */
  mark(wiki: OpenWiki, change: HostChange): void {
    if (!change.all) this.lastChange = performance.now();
    const { dirty, results, whole } = this.of(wiki);
    whole.mark(change.all ? wiki.host.wiki.pages.keys() : change.pages);
    if (change.all) for (const path of [...pathsToCheck(wiki.host), ...results.keys()]) dirty.add(path);
    for (const path of change.pages) dirty.add(path);
    for (const path of change.files) dirty.add(path);
  }

  /** Somebody asks for something that is answered at once: what runs in the background makes room. */
  asked(): void {
    this.lastQuestion = performance.now();
  }

  markAll(wikis: readonly OpenWiki[]): void {
    for (const wiki of wikis) this.mark(wiki, { pages: new Set(), files: new Set(), all: true });
    this.run();
  }

  /** Checks one file at once, on a key or for a request. */
  now(wiki: OpenWiki, path: string, scope: CheckScope = 'neighbours'): FileCheck {
    const { dirty, near, results } = this.of(wiki);
    const known = results.get(path);
    if (known && !dirty.has(path)) return known;
    near.set(path, this.check(wiki, path, scope));
    if (wiki.ready) dirty.delete(path);
    return this.settle(wiki, path);
  }

  /** Runs the rules that read the whole wiki on one file. */
  private nowWhole(wiki: OpenWiki, path: string): void {
    const { whole } = this.of(wiki);
    const { wiki: core } = wiki.host;
    const page = core.pages.get(path);
    const options = { rules: allRules, overrides: this.overrides, scope: 'only-wiki' } as const;
    const found = this.guarded(path, () =>
      page ? checkPage(core, page, { ...options, unseen: !wiki.host.isOpen(path) }) : undefined,
    );
    if (whole.set(path, found ?? { diagnostics: [], suppressed: 0 })) this.settle(wiki, path);
  }

  /** Puts together what is known of a file, and tells it. */
  private settle(wiki: OpenWiki, path: string): FileCheck {
    const { near, results, whole } = this.of(wiki);
    const known = results.get(path);
    const check = together(near.get(path) ?? { path, diagnostics: [], suppressed: 0 }, whole.of(path));
    const gone = !wiki.host.wiki.pages.has(path) && check.diagnostics.length === 0;
    if (gone) {
      results.delete(path);
      near.delete(path);
    } else results.set(path, check);
    if (!gone || known) this.listener.checked(wiki, path, check);
    return check;
  }

  private check(wiki: OpenWiki, path: string, scope: CheckScope): FileCheck {
    const options = { rules: allRules, overrides: this.overrides, scope };
    const check = this.guarded(path, () => checkPath(wiki.host, path, options, true));
    return check ?? { path, diagnostics: [], suppressed: 0 };
  }

  /** A bug in a rule costs the diagnostics of one file, not those of the rest. */
  private guarded<Result>(path: string, work: () => Result): Result | undefined {
    try {
      return work();
    } catch (error) {
      this.listener.failed(path, error);
      return undefined;
    }
  }

  /** Works off what is dirty in the background. Resolves when nothing is left but what waits for a pause. */
  run(): Promise<void> {
    clearTimeout(this.idle);
    this.running ??= this.drain(() => this.next()).finally(() => {
      this.running = undefined;
      this.idle = setTimeout(() => void this.runWhole(), IDLE_MS).unref();
    });
    return this.running;
  }

  /** Whether the diagnostics of some files of a wiki are still to be worked out. */
  isBehind(wiki: OpenWiki): boolean {
    return this.of(wiki).dirty.size > 0;
  }

  /** Works off what waits for a pause, too. */
  async runAll(): Promise<void> {
    await this.run();
    clearTimeout(this.idle);
    await this.runWhole();
  }

  /** Goes on until a change comes in between, after which there will be another pause. */
  private async runWhole(): Promise<void> {
    if (!this.running) await this.drain(() => (this.running ? undefined : this.nextWhole()));
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
    if (!checks) {
      checks = { results: new Map(), near: new Map(), dirty: new Set(), whole: new WholeWikiChecks(wiki) };
      this.checks.set(wiki, checks);
    }
    return checks;
  }

  private async drain(next: () => (() => void) | undefined): Promise<void> {
    await giveWay();
    await inSlices(
      oneByOne(next),
      () => false,
      () => this.pause(),
    );
    this.listener.idle();
  }

  private async pause(): Promise<void> {
    await giveWay();
    for (let waits = 0; waits < MOST_WAITS; waits++) {
      const now = performance.now();
      if (now - this.lastChange < TYPING_MS) await wait(TYPING_MS);
      else if (now - this.lastQuestion < ASKING_MS) await wait(ASKING_MS);
      else return;
    }
  }

  private next(): (() => void) | undefined {
    const found = this.firstOf(({ dirty }) => dirty);
    return found && (() => void this.now(found.wiki, found.path));
  }

  private nextWhole(): (() => void) | undefined {
    const found = this.firstOf(({ whole }) => whole.dirty);
    return found && (() => this.nowWhole(found.wiki, found.path));
  }

  /** Open documents before closed ones. */
  private firstOf(
    dirtyOf: (checks: WikiChecks) => ReadonlySet<string>,
  ): { wiki: OpenWiki; path: string } | undefined {
    let closed: { wiki: OpenWiki; path: string } | undefined;
    for (const [wiki, checks] of this.checks) {
      if (!wiki.ready) continue;
      const dirty = dirtyOf(checks);
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

/** Does each piece of work when the one before is done, as long as there is one. */
function* oneByOne(next: () => (() => void) | undefined): Generator<void, void, void> {
  for (let work = next(); work; work = next()) yield work();
}

const together = (near: FileCheck, whole: Pick<FileCheck, 'diagnostics' | 'suppressed'>): FileCheck =>
  whole.diagnostics.length === 0 && whole.suppressed === 0
    ? near
    : {
        ...near,
        diagnostics: [...near.diagnostics, ...whole.diagnostics].sort(bySource),
        suppressed: near.suppressed + whole.suppressed,
      };
