import { spawnSync, spawn as start } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The built command line; `RESEARCH_WIKI_CLI` runs the tests against another, such as `server/src/main.ts`. */
const CLI = process.env.RESEARCH_WIKI_CLI ?? join(import.meta.dirname, '../../dist/cli.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in a folder, without a terminal. */
export const run = (cwd: string, ...argv: readonly string[]): Ran => runWith({}, cwd, ...argv);

/** The same with environment variables of the test's own. */
export const runWith = (
  variables: Readonly<Record<string, string>>,
  cwd: string,
  ...argv: readonly string[]
): Ran => spawn(variables, '', cwd, argv);

/** The same with a text on standard input. */
export const runWithInput = (input: string, cwd: string, ...argv: readonly string[]): Ran =>
  spawn({}, input, cwd, argv);

/** The same with nobody left to read the output, as behind `| head`. */
export async function runUnread(cwd: string, ...argv: readonly string[]): Promise<Omit<Ran, 'stdout'>> {
  const child = start(process.execPath, [CLI, ...argv], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
}

function spawn(
  variables: Readonly<Record<string, string>>,
  input: string,
  cwd: string,
  argv: readonly string[],
): Ran {
  const { FORCE_COLOR, NO_COLOR, NODE_OPTIONS, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...argv], {
    cwd,
    env: { ...env, ...variables },
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { code: status, stdout, stderr };
}
