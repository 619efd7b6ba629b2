import { GitRenames } from '../host/git-renames.ts';
import { ReadAhead } from '../host/read-ahead.ts';
import { UserError } from '../host/user-error.ts';
import { allRules } from '../rules/all.ts';
import { type CheckResult, countOf, resultOf } from './check-result.ts';
import { CheckRun } from './check-run.ts';
import { CheckTeam, threadsFor } from './check-team.ts';
import { ClaimsAhead } from './claims-ahead.ts';
import { describeFixes, fixSafely } from './fix-safely.ts';
import { formatGitHub } from './format-github.ts';
import { formatJson } from './format-json.ts';
import { formatPretty, formatSummary } from './format-pretty.ts';
import { formatSarif } from './format-sarif.ts';
import { progressBar } from './progress-bar.ts';
import { readHost } from './read-host.ts';
import { severityOverrides } from './severity-overrides.ts';
import { type StdinPage, wikiOfStdin } from './stdin-page.ts';
import { type CommandWiki, isWanted, wikiOfPaths } from './wiki-of-paths.ts';

export interface CheckCommandOptions {
  readonly format: 'pretty' | 'json' | 'sarif' | 'github';
  readonly hints?: boolean;
  readonly fix?: boolean;
  readonly fixes?: boolean;
  readonly maxWarnings?: number;
  readonly rule: readonly string[];
  readonly config?: string;
  readonly stdinPath?: string;
  readonly threads?: number;
}

/** `research-wiki check`. Returns the exit code: 0, or 1 where there are errors or too many warnings. */
export async function check(paths: readonly string[], options: CheckCommandOptions): Promise<number> {
  const overrides = severityOverrides(options.rule);
  const wiki = wikiFor(paths, options);
  const bar = await progressBar();
  const renames = new GitRenames(wiki.root);
  let team: CheckTeam | undefined;
  const readAhead: typeof ReadAhead.of = (root, pages) => {
    const threads = options.threads ?? threadsFor(pages.length);
    // One page is checked here, and only this thread has its text.
    if (threads === 1 || wiki.page) return ReadAhead.of(root, pages);
    // Each thread of a team reads the whole wiki: others that help to read would be in their way.
    team = new CheckTeam({ wiki, overrides, unseen: !options.hints }, threads);
    return undefined;
  };
  const host = await readHost(wiki, { bar, renames, readAhead });
  if (wiki.page) host.setOpen(wiki.page.path, wiki.page.text);
  const run = new CheckRun(
    host,
    renames,
    path => isWanted(wiki.only, path),
    { rules: allRules, overrides, scope: 'wiki', unseen: !options.hints },
    bar,
  );
  if (!run.wanted().some(path => host.wiki.pages.has(path)) && host.troubles.size === 0) {
    throw new UserError(
      'no page found',
      wiki.only.length > 0 ? 'the paths given hold none' : 'see include and exclude in research-wiki.yaml',
    );
  }
  const mayHelp = !team && !wiki.page && options.threads !== 1;
  await run.all(team, mayHelp ? paths => ClaimsAhead.of(host, wiki, paths) : undefined);
  const fixed = options.fix ? await fixSafely(run) : undefined;
  bar.stop();
  const result = resultOf(host, run.results(), options.hints ? 'with-hints' : 'without-hints');
  print(result, options);
  if (fixed) process.stderr.write(describeFixes(fixed));
  return countOf(result, 'error') > 0 ||
    countOf(result, 'warning') > (options.maxWarnings ?? Number.POSITIVE_INFINITY)
    ? 1
    : 0;
}

function wikiFor(
  paths: readonly string[],
  { stdinPath, fix, config }: CheckCommandOptions,
): CommandWiki & { readonly page?: StdinPage } {
  if (stdinPath === undefined) return wikiOfPaths(paths, config);
  if (paths.length > 0) throw new UserError('--stdin-path checks one page', 'give no other paths');
  if (fix) throw new UserError('--fix writes files', 'it does not go with --stdin-path');
  return wikiOfStdin(stdinPath, config);
}

function print(result: CheckResult, { format, fixes }: CheckCommandOptions): void {
  const withFixes = fixes ? 'with-fixes' : 'without-fixes';
  switch (format) {
    case 'json':
      process.stdout.write(formatJson(result, withFixes));
      break;
    case 'sarif':
      process.stdout.write(formatSarif(result, withFixes));
      break;
    case 'github':
      process.stdout.write(formatGitHub(result));
      process.stderr.write(formatSummary(result));
      break;
    case 'pretty':
      process.stdout.write(formatPretty(result));
      process.stderr.write(formatSummary(result));
      break;
  }
}
