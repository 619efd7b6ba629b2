import type Mocha from 'mocha';
import type { SuiteResult } from '../driver/channel.ts';

/** Runs what `mocha` has loaded and gives the counts with a report to read, in place of what mocha would print. */
export function tally(mocha: Mocha, seen: (line: string) => void = () => {}): Promise<SuiteResult> {
  return new Promise(resolve => {
    const lines: string[] = [];
    let passed = 0;
    let failed = 0;
    let pending = 0;
    const say = (line: string) => {
      lines.push(line);
      seen(line);
    };
    mocha.reporter(
      class {
        constructor(runner: Mocha.Runner) {
          runner.on('pass', test => {
            passed++;
            say(`  ✔ ${test.fullTitle()} (${test.duration} ms)`);
          });
          // It counts if it passes the next time, and is said, so that what happens often is looked into.
          runner.on('retry', (test: Mocha.Test, error: Error) => {
            say(`  ↻ ${test.fullTitle()}: ${error.message.split('\n')[0]}`);
          });
          runner.on('pending', test => {
            pending++;
            say(`  - ${test.fullTitle()}`);
          });
          // A hook that fails is one too: what it should have prepared did not run.
          runner.on('fail', (test, error: Error) => {
            failed++;
            say(`  ✘ ${test.fullTitle()}\n${indented(error.stack ?? String(error))}`);
          });
        }
      } as unknown as Mocha.ReporterConstructor,
    );
    mocha.run(() => resolve({ passed, failed, pending, report: lines.join('\n') }));
  });
}

const indented = (text: string): string => text.replace(/^/gm, '      ');
