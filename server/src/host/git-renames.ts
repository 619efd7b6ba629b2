import { execFile } from 'node:child_process';
import { dirname } from 'node:path';

/** Git is stopped after this long, in milliseconds; what it has told by then counts, newest commits first. */
const LONGEST_MS = 20_000;
const MOST_BYTES = 64_000_000;

/**
 * Renames that Git knows of, committed or staged. The first question starts Git, in the background; until it is done
 * nobody knows anything, and nothing ever waits for it but `whenKnown`. Where there is no Git, or no repository,
 * nothing is known.
 */
export class GitRenames {
  /** Called when Git has answered, with the paths that were asked for in the meantime. */
  known: (asked: ReadonlySet<string>) => void = () => {};
  private readonly root: string;
  private renames: ReadonlyMap<string, string> | undefined;
  private reading: Promise<void> | undefined;
  private asked = new Set<string>();

  /** `root` is the wiki's, absolute. */
  constructor(root: string) {
    this.root = root;
  }

  /** Where the file that was at a wiki path is now: the end of its renames that `exists`. */
  renamedTo(path: string, exists: (path: string) => boolean): string | undefined {
    if (!this.renames) {
      this.asked.add(path);
      this.reading ??= this.read();
      return undefined;
    }
    const seen = new Set([path]);
    for (
      let next = this.renames.get(path);
      next !== undefined && !seen.has(next);
      next = this.renames.get(next)
    ) {
      if (exists(next)) return next;
      seen.add(next);
    }
    return undefined;
  }

  /** Resolves when no question is open. */
  async whenKnown(): Promise<void> {
    await this.reading;
  }

  /** Files went: what was read may be short of the newest renames. */
  forget(): void {
    this.renames = undefined;
    this.reading = undefined;
  }

  private async read(): Promise<void> {
    const [staged, committed] = await Promise.all([
      this.git('diff', '--cached', ...FORM),
      this.git('log', '--format=', ...FORM),
    ]);
    // The newest first: an older rename of the same path does not count.
    const renames = new Map<string, string>();
    for (const [from, to] of [...renamesIn(staged), ...renamesIn(committed)]) {
      if (!renames.has(from)) renames.set(from, to);
    }
    this.renames = renames;
    const asked = this.asked;
    this.asked = new Set();
    if (renames.size > 0) this.known(asked);
  }

  private git(...command: readonly string[]): Promise<string> {
    // What a repository configures must not run; and Windows would look for git in the folder it is started in.
    const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '-C', this.root];
    const options = {
      cwd: dirname(process.execPath),
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
      timeout: LONGEST_MS,
      maxBuffer: MOST_BYTES,
      windowsHide: true,
    };
    return new Promise(resolve => {
      execFile('git', [...safe, ...command], options, (_error, stdout) => resolve(stdout));
    });
  }
}

const FORM = ['--diff-filter=R', '-M', '--name-status', '-z', '--relative', '--no-ext-diff', '--no-textconv'];

/** Reads `R100 NUL old NUL new NUL …`, commit after commit; a record that was cut off is left out. */
function* renamesIn(output: string): Iterable<readonly [from: string, to: string]> {
  for (const [, from, to] of output.matchAll(/(?<=^|\0)\n*R\d+\0([^\0]+)\0([^\0]+)\0/g)) yield [from!, to!];
}
