import Mocha from 'mocha';
import { tally } from '../launch/tally.ts';
import type { SuiteParams, SuiteResult } from './channel.ts';

/** Runs a bundled suite in the extension host. The suite asks for `mocha` by the same path, so it finds this one. */
export function runSuite({ file, only }: SuiteParams): Promise<SuiteResult> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, ...(only ? { grep: only } : {}) });
  mocha.addFile(file);
  return tally(mocha);
}
