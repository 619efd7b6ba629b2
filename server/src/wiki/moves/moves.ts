import { folderOf } from '../path.ts';

/** A file or a folder that goes to another place. Wiki paths; one that begins with `../` lies outside of the wiki. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Several files and folders that move together, such as a selection in a file tree. */
export class Moves {
  readonly all: readonly Move[];
  private readonly byFrom = new Map<string, string>();
  private readonly byTo = new Map<string, string>();

  constructor(all: readonly Move[]) {
    this.all = all.filter(({ from, to }) => from !== to);
    for (const { from, to } of this.all) {
      this.byFrom.set(from, to);
      this.byTo.set(to, from);
    }
  }

  /** Where what is at a path now will be; the path itself where it stays. */
  newPath(path: string): string {
    return carried(path, this.byFrom) ?? path;
  }

  /** Where what will be at a path is now; undefined where nothing moves to it. */
  oldPath(path: string): string | undefined {
    return carried(path, this.byTo);
  }

  /** Whether what is at a path now goes away from it. */
  leaves(path: string): boolean {
    return carried(path, this.byFrom) !== undefined;
  }
}

/** A path carried along by the move of itself or of the nearest folder above it. */
function carried(path: string, moves: ReadonlyMap<string, string>): string | undefined {
  for (let at = path; at !== ''; at = folderOf(at)) {
    const other = moves.get(at);
    if (other !== undefined) return other + path.slice(at.length);
  }
  return undefined;
}
