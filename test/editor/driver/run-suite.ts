import Mocha from 'mocha';
import { tally } from '../launch/tally.ts';
import type { SuiteResult } from './channel.ts';

/** Runs a bundled suite in the extension host. The suite asks for `mocha` by the same path, so it finds this one. */
export function runSuite(file: string): Promise<SuiteResult> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000 });
  mocha.addFile(file);
  return tally(mocha);
}
