import { breather } from '../host/breathe.ts';
import { checkPath, type FileCheck, pathsToCheck } from '../host/check-wiki.ts';
import { loadMarkdownParser } from '../host/markdown-parser.ts';
import { UserError } from '../host/user-error.ts';
import { WikiHost } from '../host/wiki-host.ts';
import { allRules } from '../rules/all.ts';
import { type CheckResult, countOf, resultOf } from './check-result.ts';
import { formatJson } from './format-json.ts';
import { formatPretty, formatSummary } from './format-pretty.ts';
import { progressBar } from './progress-bar.ts';
import { severityOverrides } from './severity-overrides.ts';
import { isWanted, wikiOfPaths } from './wiki-of-paths.ts';

export interface CheckCommandOptions {
  readonly format: 'pretty' | 'json';
  readonly hints?: boolean;
  readonly fixes?: boolean;
  readonly maxWarnings?: number;
  readonly rule: readonly string[];
  readonly config?: string;
}

/** `research-wiki check`. Returns the exit code: 0, or 1 where there are errors or too many warnings. */
export async function check(paths: readonly string[], options: CheckCommandOptions): Promise<number> {
  const overrides = severityOverrides(options.rule);
  const { root, schemaFile, only } = wikiOfPaths(paths, options.config);
  const parser = await loadMarkdownParser();
  const host = new WikiHost(root, { parser, ...(schemaFile ? { schemaFile } : {}) });
  const bar = await progressBar();
  const breathe = breather();
  for (const progress of host.load()) {
    bar.update('reading', progress);
    await breathe();
  }

  const wanted = pathsToCheck(host).filter(path => isWanted(only, path));
  if (!wanted.some(path => host.wiki.pages.has(path)) && host.troubles.size === 0) {
    throw new UserError(
      'no page found',
      only.length > 0 ? 'the paths given hold none' : 'see include and exclude in research-wiki.yaml',
    );
  }
  const checks: FileCheck[] = [];
  for (const path of wanted) {
    checks.push(checkPath(host, path, { rules: allRules, overrides, scope: 'wiki' }));
    bar.update('checking', { done: checks.length, total: wanted.length });
    await breathe();
  }
  bar.stop();
  const result = resultOf(host, checks, options.hints ? 'with-hints' : 'without-hints');
  print(result, options);
  return countOf(result, 'error') > 0 ||
    countOf(result, 'warning') > (options.maxWarnings ?? Number.POSITIVE_INFINITY)
    ? 1
    : 0;
}

function print(result: CheckResult, options: CheckCommandOptions): void {
  if (options.format === 'json') {
    process.stdout.write(formatJson(result, options.fixes ? 'with-fixes' : 'without-fixes'));
    return;
  }
  process.stdout.write(formatPretty(result));
  process.stderr.write(formatSummary(result));
}
