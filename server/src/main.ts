#!/usr/bin/env node
/** The command line. `lsp` starts the language server, which shares the engine but nothing of the commands. */
const argv = process.argv.slice(2);

if (argv[0] === 'lsp') void import('./lsp/main.ts');
else {
  void import('./cli/main.ts')
    .then(({ run }) => run(argv))
    .then(code => {
      process.exitCode = code;
    });
}

export {};
