#!/usr/bin/env node
// Runs the benchmarks one after the other, each in a process of its own.
//
//   npm run bench [-- --wiki DIR]
//
// DIR is the wiki that completion, preview and mending are measured on; the example without it. Benchmarks that make
// their own data ignore it. `bench/eval-claims.mjs` needs a benchmark's folder and has a script of its own.

import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { wiki: { type: 'string', default: join(import.meta.dirname, '../examples/model-honesty') } },
});
const wiki = resolve(process.env.INIT_CWD ?? '.', values.wiki);

const benches = [
  ['claims.mjs'],
  ['rename.mjs'],
  ['completion.mjs', wiki],
  ['preview.mjs', wiki],
  ['mend.mjs', wiki],
];

for (const [file, ...args] of benches) {
  console.log(`\n── ${file}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...args], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
