/**
 * The second half of `npm test`, for the Node that the project is developed with: all suites, or those named on the
 * command line. The last line says how many tests passed and failed; the exit code is 0 only if none failed and every
 * suite ran.
 */
import { runShown } from './test/run-shown.ts';
import { type Counts, suites } from './test/suites.ts';

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find(name => !suites.some(suite => suite.name === name));
  if (unknown !== undefined) {
    console.error(`no suite "${unknown}"; there are ${suites.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const chosen = names.length === 0 ? suites : suites.filter(({ name }) => names.includes(name));
  const results: [name: string, counts: Counts, seconds: number][] = [];
  let built: boolean | undefined;
  for (const suite of chosen) {
    console.log(`\n── ${suite.name}`);
    const begin = Date.now();
    if (suite.built) built ??= (await runShown(process.execPath, ['esbuild.js'])) === 0;
    const counts = suite.built && !built ? { passed: 0, failed: 1 } : await suite.run();
    results.push([suite.name, counts, (Date.now() - begin) / 1000]);
  }
  console.log();
  for (const [name, { passed, failed }, seconds] of results) {
    const none = passed + failed === 0 ? ': no test ran' : '';
    console.log(`${name.padEnd(10)} ${passed} passed, ${failed} failed in ${seconds.toFixed(1)} s${none}`);
  }
  // A suite without a test has not shown anything, so it fails.
  const idle = results.filter(([, { passed, failed }]) => passed + failed === 0).length;
  const sum = (key: keyof Counts) => results.reduce((total, [, counts]) => total + counts[key], 0);
  const failed = sum('failed') + idle;
  console.log(`${sum('passed')} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
