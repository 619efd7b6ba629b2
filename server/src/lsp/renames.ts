import { applyEdits } from '../text/edit.ts';
import { hashOf } from '../text/hash.ts';
import type { Move } from '../wiki/moves/moves.ts';
import type { PathEdit } from '../wiki/moves/path-edit.ts';
import { fileOf, pathUnder } from './uris.ts';
import type { OpenWiki } from './wikis.ts';

/** A rename that was answered, by which an editor may move a file and then ask what that changes. */
interface Answered {
  readonly wiki: OpenWiki;
  readonly move: Move;
  /** Path → hash of the text once the edits are done. */
  readonly texts: ReadonlyMap<string, number>;
}

/** What is remembered between the requests that one rename or move is made of. */
export class Renames {
  /** URIs of files and folders that are about to move and whose own links VS Code's Markdown support updates. */
  private left: readonly string[] = [];
  private answered: Answered | undefined;

  /** Holds for the request that comes next. */
  leaveOwnLinksOf(uris: readonly string[]): void {
    this.left = uris;
  }

  /** Says of a page whether its own links are left, for the request at hand. */
  takeLeft(): (wiki: OpenWiki, path: string) => boolean {
    const files = this.left.flatMap(uri => fileOf(uri) ?? []);
    this.left = [];
    return ({ host }, path) => files.some(file => pathUnder(file, `${host.root}/${path}`) !== undefined);
  }

  answer(wiki: OpenWiki, move: Move, edits: ReadonlyMap<string, readonly PathEdit[]>): void {
    const texts = new Map<string, number>();
    for (const [path, pathEdits] of edits) {
      const text = wiki.host.wiki.sources.textOf(path);
      if (text !== undefined) texts.set(path, hashOf(applyEdits(text, pathEdits)));
    }
    this.answered = { wiki, move, texts };
  }

  /** Whether a move is the one of the rename that was answered last, with its edits done. */
  isAnswered(wiki: OpenWiki, { from, to }: Move): boolean {
    const last = this.answered;
    if (last?.wiki !== wiki || last.move.from !== from || last.move.to !== to) return false;
    this.answered = undefined;
    const { pages } = wiki.host.wiki;
    return (
      last.texts.size === 0 ||
      [...last.texts].some(([path, hash]) => pages.get(path)?.facts.textHash === hash)
    );
  }
}
