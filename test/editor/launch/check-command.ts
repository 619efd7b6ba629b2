import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../../scripts/editor/folders.ts';

/** A diagnostic as the command line reports it; lines and characters count from zero. */
export interface Reported {
  readonly file: string;
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** What `research-wiki check` says of a wiki. */
export function checkedByCommand(wiki: string): readonly Reported[] {
  let output: string;
  try {
    output = execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'check', '--format', 'json', wiki], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    // Exit code 1 says that there are errors; the report is there all the same.
    output = (error as { stdout: string }).stdout;
  }
  return (JSON.parse(output) as { diagnostics: readonly Reported[] }).diagnostics;
}
