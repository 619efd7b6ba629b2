#!/usr/bin/env node
import { isMainThread, workerData } from 'node:worker_threads';

/**
 * The command line. `lsp` starts the language server, which shares the engine but nothing of the commands. In a worker
 * thread it is a part of `check`.
 */
const argv = process.argv.slice(2);

if (!isMainThread) void import('./cli/main.ts').then(({ helpToCheck }) => helpToCheck(workerData));
else if (argv[0] === 'lsp') void import('./lsp/main.ts');
else {
  void import('./cli/main.ts')
    .then(({ run }) => run(argv))
    .then(code => {
      process.exitCode = code;
    });
}
