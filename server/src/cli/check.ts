import { breather } from '../host/breathe.ts';
import { GitRenames } from '../host/git-renames.ts';
import { loadMarkdownParser } from '../host/markdown-parser.ts';
import { UserError } from '../host/user-error.ts';
import { WikiHost } from '../host/wiki-host.ts';
import { allRules } from '../rules/all.ts';
import { type CheckResult, countOf, resultOf } from './check-result.ts';
import { CheckRun } from './check-run.ts';
import { describeFixes, fixSafely } from './fix-safely.ts';
import { formatGitHub } from './format-github.ts';
import { formatJson } from './format-json.ts';
import { formatPretty, formatSummary } from './format-pretty.ts';
import { formatSarif } from './format-sarif.ts';
import { type ProgressBar, progressBar } from './progress-bar.ts';
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
}

/** `research-wiki check`. Returns the exit code: 0, or 1 where there are errors or too many warnings. */
export async function check(paths: readonly string[], options: CheckCommandOptions): Promise<number> {
  const overrides = severityOverrides(options.rule);
  const wiki = wikiFor(paths, options);
  const bar = await progressBar();
  const renames = new GitRenames(wiki.root);
  const host = await load(wiki, renames, bar);
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
  await run.all();
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

async function load(
  { root, schemaFile, page }: CommandWiki & { readonly page?: StdinPage },
  renames: GitRenames,
  bar: ProgressBar,
): Promise<WikiHost> {
  const parser = await loadMarkdownParser();
  const host = new WikiHost(root, { parser, renames, ...(schemaFile ? { schemaFile } : {}) });
  const breathe = breather();
  for (const progress of host.load()) {
    bar.update('reading', progress);
    await breathe();
  }
  if (page) host.setOpen(page.path, page.text);
  return host;
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
