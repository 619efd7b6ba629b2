import { planFixes, safeFix } from '../features/fix-all.ts';
import { writeEdits } from '../host/write-edits.ts';
import { allRules } from '../rules/all.ts';
import type { Diagnostic } from '../rules/rule.ts';
import { count } from '../rules/words.ts';
import type { CheckRun } from './check-run.ts';

/** A fix may bring up what the next can mend; more often than this it is a circle. */
const MOST_ROUNDS = 10;

/** What `check --fix` did. */
export interface FixReport {
  readonly fixed: number;
  readonly files: ReadonlySet<string>;
  /** Files with safe fixes that were not written, with the reason. */
  readonly left: ReadonlyMap<string, string>;
}

/** Applies safe fixes until there are none left, and checks everything again. */
export async function fixSafely(run: CheckRun): Promise<FixReport> {
  const { host } = run;
  const files = new Set<string>();
  const left = new Map<string, string>();
  const before = new Set<string>();
  let fixed = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // What came back after it was mended would come back again.
    const open = run
      .diagnostics()
      .filter(diagnostic => !before.has(keyOf(diagnostic)) && !left.has(diagnostic.path));
    const plan = planFixes(host.wiki, allRules, open, safeFix, host.schemaFile);
    if (plan.fixed.length === 0) break;
    const result = writeEdits(host, plan.edits);
    for (const path of result.written) files.add(path);
    for (const [path, reason] of result.left) left.set(path, reason);
    const mended = plan.fixed.filter(({ path }) => !result.left.has(path));
    for (const diagnostic of mended) before.add(keyOf(diagnostic));
    fixed += mended.length;
    await run.again(host.filesChanged([...result.written, ...result.left.keys()]));
  }
  if (fixed > 0) await run.all();
  return { fixed, files, left };
}

const keyOf = ({ path, rule, message }: Diagnostic): string => `${path}\n${rule}\n${message}`;

/** `mended 3 problems in 2 files`, and what was left alone. */
export function describeFixes({ fixed, files, left }: FixReport): string {
  const mended =
    fixed === 0
      ? 'nothing to mend safely'
      : `mended ${count(fixed, 'problem')} in ${count(files.size, 'file')}`;
  const alone = [...left].map(([path, reason]) => `left "${path}" alone: ${reason}\n`);
  return `${mended}\n${alone.join('')}`;
}
