import { forgetVerdicts } from '../claims/verdicts-of.ts';
import { breather } from '../host/breathe.ts';
import { checkPath, type FileCheck, pathsToCheck } from '../host/check-wiki.ts';
import type { GitRenames } from '../host/git-renames.ts';
import type { HostChange, WikiHost } from '../host/wiki-host.ts';
import type { CheckOptions } from '../rules/check-page.ts';
import type { Diagnostic } from '../rules/rule.ts';
import type { CheckTeam } from './check-team.ts';
import type { ClaimsAhead } from './claims-ahead.ts';
import type { ProgressBar } from './progress-bar.ts';

/** The checks of one call of the command line: what is known of each file, and how to know it anew. */
export class CheckRun {
  readonly host: WikiHost;
  private readonly renames: GitRenames;
  private readonly isWanted: (path: string) => boolean;
  private readonly options: CheckOptions;
  private readonly bar: ProgressBar;
  private readonly checks = new Map<string, FileCheck>();
  private readonly breathe = breather();
  /** Pages with links to what Git may know of. */
  private readonly toldByGit = new Set<string>();

  constructor(
    host: WikiHost,
    renames: GitRenames,
    isWanted: (path: string) => boolean,
    options: CheckOptions,
    bar: ProgressBar,
  ) {
    this.host = host;
    this.renames = renames;
    this.isWanted = isWanted;
    this.options = options;
    this.bar = bar;
    renames.known = asked => {
      for (const path of asked) for (const linker of host.wiki.linkersOf(path)) this.toldByGit.add(linker);
    };
  }

  /** Files that are checked, by path. */
  wanted(): readonly string[] {
    return pathsToCheck(this.host).filter(this.isWanted);
  }

  /** By file, in source order. */
  results(): readonly FileCheck[] {
    return [...this.checks.keys()].sort().map(path => this.checks.get(path)!);
  }

  diagnostics(): readonly Diagnostic[] {
    return this.results().flatMap(({ diagnostics }) => diagnostics);
  }

  /** Checks every file, what a team checks aside; `ahead` starts a thread for the numbers. */
  async all(team?: CheckTeam, ahead?: (paths: readonly string[]) => ClaimsAhead | undefined): Promise<void> {
    const wanted = this.wanted();
    await this.check(team ? wanted.filter(path => team.isOwn(path)) : wanted, ahead?.(wanted));
    forgetVerdicts(this.host.wiki);
    if (!team) return;
    const { checks, isLeft } = await team.others();
    for (const check of checks) this.checks.set(check.path, check);
    await this.check(wanted.filter(isLeft));
  }

  /** Checks what a change concerns; what rules say of the whole wiki stays as it was. */
  async again(change: HostChange): Promise<void> {
    const wanted = this.wanted();
    const concerned = new Set([...change.pages, ...change.files]);
    for (const path of this.checks.keys()) if (!wanted.includes(path)) this.checks.delete(path);
    await this.check(change.all ? wanted : wanted.filter(path => concerned.has(path)));
  }

  private async check(paths: readonly string[], ahead?: ClaimsAhead): Promise<void> {
    let done = 0;
    for await (const path of ahead?.inTurn(paths) ?? paths) {
      this.checks.set(path, checkPath(this.host, path, this.options));
      this.bar.update('checking', { done: ++done, total: paths.length });
      await this.breathe();
    }
    // Git was asked on the way, where links lead nowhere.
    await this.renames.whenKnown();
    const told = [...this.toldByGit].filter(path => this.checks.has(path));
    this.toldByGit.clear();
    for (const path of told) this.checks.set(path, checkPath(this.host, path, this.options));
  }
}
