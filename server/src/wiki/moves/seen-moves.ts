import type { PageFacts } from '../../markdown/facts.ts';
import { baseName } from '../path.ts';
import { likeness } from './likeness.ts';
import type { Move } from './moves.ts';

/** Files that went and came are remembered, the latest of them; more than that is no move but another wiki. */
const MOST = 2000;
/** A text of less is found in too many places, in UTF-16 units. */
const SHORTEST = 40;
/** Two pages with so much in common are one that was edited on its way, if no other is nearly as like. */
const ALIKE = 0.7;
const MARGIN = 0.15;
/** Comparing all that went with all that came is given up above so many pairs. */
const MOST_PAIRS = 40_000;

/** A file that went or came, with what it held if it is a page, and in which round of news. */
interface Seen {
  readonly facts: PageFacts | undefined;
  readonly round: number;
}

/**
 * Files that were moved by others: what vanished here and appeared there. A page is known again by its text, or by most of
 * what it holds; another file by its name, if it came when the old one went. Fixes and offers know of it, diagnostics do not:
 * they depend on what the files are, not on what they were.
 */
export class SeenMoves {
  private readonly gone = new Map<string, Seen>();
  private readonly came = new Map<string, Seen>();
  private readonly forward = new Map<string, string>();
  private readonly backward = new Map<string, string>();
  private readonly expected = new Map<string, string>();
  private news: readonly Move[] = [];
  private round = 0;
  private newlyGone = new Set<string>();
  private newlyCame = new Set<string>();

  /** Where the file that was at a path is now, as far as it was seen. */
  to(path: string): string | undefined {
    let at = this.forward.get(path);
    for (let steps = 0; at !== undefined && this.forward.has(at) && steps < 10; steps++)
      at = this.forward.get(at);
    return at === path ? undefined : at;
  }

  /** Where the file that is at a path came from. */
  from(path: string): string | undefined {
    return this.backward.get(path);
  }

  /** Says that a move is about to be made, so that it is no news when it is seen. */
  expect({ from, to }: Move): void {
    this.expected.set(from, to);
    cut(this.expected);
  }

  /** A file is gone; `facts` are those it had if it was a page. */
  vanished(path: string, facts: PageFacts | undefined): void {
    this.came.delete(path);
    this.newlyCame.delete(path);
    this.gone.set(path, { facts, round: this.round });
    this.newlyGone.add(path);
    cut(this.gone);
  }

  appeared(path: string, facts: PageFacts | undefined): void {
    this.gone.delete(path);
    this.newlyGone.delete(path);
    const to = this.forward.get(path);
    if (to !== undefined) {
      this.forward.delete(path);
      this.backward.delete(to);
    }
    this.came.set(path, { facts, round: this.round });
    this.newlyCame.add(path);
    cut(this.came);
  }

  /** Tells the moves among what has come and gone since the last time. */
  settle(): readonly Move[] {
    if (this.newlyGone.size === 0 && this.newlyCame.size === 0) return [];
    const expected = [...this.expected]
      .map(([from, to]) => ({ from, to }))
      .filter(({ from, to }) => this.gone.has(from) && this.came.has(to));
    for (const move of expected) {
      this.expected.delete(move.from);
      this.note(move);
    }
    const found = [...this.sameContent(), ...this.alike()];
    for (const move of found) this.note(move);
    this.news = [...this.news, ...found];
    this.newlyGone = new Set();
    this.newlyCame = new Set();
    this.round++;
    return [...expected, ...found];
  }

  /** The moves that were seen since this was asked last, without those that were expected. */
  takeNews(): readonly Move[] {
    const { news } = this;
    this.news = [];
    return news;
  }

  private note({ from, to }: Move): void {
    this.forward.set(from, to);
    this.backward.set(to, from);
    this.gone.delete(from);
    this.came.delete(to);
  }

  private sameContent(): readonly Move[] {
    const byText = new Map<number, string[]>();
    for (const [path, { facts }] of this.came) {
      if (!facts) continue;
      const same = byText.get(facts.textHash);
      if (same) same.push(path);
      else byText.set(facts.textHash, [path]);
    }
    const found = [...this.gone].flatMap(([from, seen]) => {
      const { facts } = seen;
      const to = facts ? this.sameText(from, seen, byText.get(facts.textHash) ?? []) : this.sameName(from);
      return to === undefined ? [] : [{ from, to, round: seen.round }];
    });
    // Of several that may have come to one place it is the one that went last.
    const isLast = ({ to, round }: (typeof found)[number]) =>
      found.filter(other => other.to === to && other.round >= round).length === 1;
    return found.filter(isLast).map(({ from, to }) => ({ from, to }));
  }

  private sameText(from: string, seen: Seen, same: readonly string[]): string | undefined {
    if (seen.facts!.length < SHORTEST) return undefined;
    const others = same.filter(path => isNews(seen, this.came.get(path)!));
    if (others.length === 1) return others[0];
    const sameName = others.filter(path => baseName(path) === baseName(from));
    return sameName.length === 1 ? sameName[0] : undefined;
  }

  private sameName(from: string): string | undefined {
    if (!this.newlyGone.has(from)) return undefined;
    const isSame = (path: string) => baseName(path) === baseName(from);
    const others = [...this.newlyCame].filter(path => isSame(path) && !this.came.get(path)?.facts);
    const rivals = [...this.newlyGone].filter(path => isSame(path));
    return others.length === 1 && rivals.length === 1 && this.came.has(others[0]!) ? others[0] : undefined;
  }

  /** Pages that were edited on their way: each the best match of the other, and no other nearly as good. */
  private alike(): readonly Move[] {
    const gone = [...this.gone].filter(([, { facts }]) => facts);
    const came = [...this.came].filter(([, { facts }]) => facts);
    if (gone.length * came.length > MOST_PAIRS) return [];
    const pairs = gone.flatMap(([from, old]) =>
      came
        .filter(([to, seen]) => (this.newlyGone.has(from) || this.newlyCame.has(to)) && isNews(old, seen))
        .map(([to, seen]) => ({ from, to, score: likeness(old.facts!, seen.facts!) })),
    );
    const good = pairs.filter(({ score }) => score >= ALIKE);
    const best = good.filter(
      pair =>
        !pairs.some(
          other =>
            other !== pair &&
            (other.from === pair.from || other.to === pair.to) &&
            other.score > pair.score - MARGIN,
        ),
    );
    return best.map(({ from, to }) => ({ from, to }));
  }
}

/** A copy that was there long before the other went is no new place of it; one that came right before may be. */
const isNews = (gone: Seen, came: Seen): boolean => came.round >= gone.round - 1;

/** Forgets the oldest. */
function cut(map: Map<string, unknown>): void {
  if (map.size > MOST) map.delete(map.keys().next().value!);
}
