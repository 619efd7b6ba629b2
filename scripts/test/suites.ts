import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from '../editor/folders.ts';
import { runShown } from './run-shown.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export interface Suite {
  readonly name: string;
  /** True when it tests what `npm run build` has made. */
  readonly built?: true;
  run(): Promise<Counts>;
}

const bin = (name: string): string =>
  join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** A program that is one test: it passes by ending with 0. */
const program = (name: string, command: string, args: readonly string[]): Suite => ({
  name,
  async run() {
    const code = await runShown(command, args);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
});

/** The files `test/NAME/**` + `/*.test.ts`, run by Node's own test runner. */
const nodeTests = (name: string, options: { readonly built?: true } = {}): Suite => ({
  name,
  ...options,
  async run() {
    const counted = join(cache, `counts-${name}.json`);
    rmSync(counted, { force: true });
    const reporters = [
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      `--test-reporter=${join(root, 'scripts/test/count-reporter.mjs')}`,
      `--test-reporter-destination=${counted}`,
    ];
    await runShown(process.execPath, ['--test', ...reporters, ...testFiles(name)]);
    // A runner that died wrote nothing, and that is a failure too.
    const counts = readCounts(counted);
    return { passed: counts.passed, failed: counts.failed + counts.cancelled };
  },
});

const testFiles = (name: string): readonly string[] =>
  globSync(`test/${name}/**/*.test.ts`, { cwd: root }).sort();

function readCounts(file: string): { passed: number; failed: number; cancelled: number } {
  try {
    return { failed: 0, cancelled: 0, ...JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    return { passed: 0, failed: 1, cancelled: 0 };
  }
}

const inEditor: Suite = {
  name: 'editor',
  built: true,
  async run() {
    const counted = join(cache, 'counts-editor.json');
    rmSync(counted, { force: true });
    await runShown(process.execPath, ['test/editor/run.ts', '--counts', counted]);
    const { passed, failed } = readCounts(counted);
    return { passed, failed };
  },
};

/** In the order in which they tell soonest what is wrong. */
export const suites: readonly Suite[] = [
  program('lint', bin('biome'), ['check', '.']),
  program('types', bin('tsc'), ['--noEmit']),
  nodeTests('unit'),
  nodeTests('protocol', { built: true }),
  nodeTests('cli', { built: true }),
  nodeTests('packaging', { built: true }),
  nodeTests('start'),
  inEditor,
];
