import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { keepHeapSmall } from '../host/heap.ts';
import { UserError } from '../host/user-error.ts';
import { VERSION } from '../host/version.ts';
import type { CheckCommandOptions } from './check.ts';
import type { CheckShare } from './check-share.ts';
import type { ClaimsCommandOptions } from './claims.ts';
import type { ClaimsShare } from './claims-share.ts';
import { colors } from './colors.ts';
import { addLinkCommands } from './link-commands.ts';
import type { MoveCommandOptions } from './move.ts';

/** A worker thread's part of `check`: some of the pages, or the numbers of some. */
export async function helpToCheck(share: CheckShare | ClaimsShare): Promise<void> {
  if ('taken' in share) await (await import('./claims-share.ts')).claimsShare(share);
  else await (await import('./check-share.ts')).checkShare(share);
}

/** `research-wiki claims | head`: who reads has enough, which is no error. */
function stopWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** Runs a command line and returns its exit code: 0, 1 for what was found, 2 where it could not run. */
export async function run(argv: readonly string[]): Promise<number> {
  keepHeapSmall();
  stopWithReader();
  let code = 0;
  const program = new Command('research-wiki')
    .description('Checks research wikis in Markdown: structure, links, and the numbers quoted from tables.')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(see research-wiki --help)');

  program
    .command('check')
    .description('check pages; paths limit what is reported')
    .argument('[paths...]', 'files or folders of one wiki')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['pretty', 'json', 'sarif', 'github'])
        .default('pretty'),
    )
    .option('--hints', 'report hints too')
    .option('--fix', 'apply the fixes that are safe, and report what is left')
    .option('--fixes', 'with --format json or sarif: say how each problem can be mended')
    .option('--max-warnings <n>', 'exit with 1 when there are more warnings', wholeNumber)
    .option(
      '--rule <id=severity>',
      'another severity for a rule or a group such as links/*; may be repeated',
      collect,
      [],
    )
    .option('--config <file>', 'a configuration that stands elsewhere')
    .option('--stdin-path <path>', 'check one page, whose text comes from standard input')
    .addOption(
      new Option('--threads <n>', 'how many threads check (default: by pages and processors)').argParser(
        atLeastOne,
      ),
    )
    .action(async (paths: string[], options: CheckCommandOptions) => {
      code = await (await import('./check.ts')).check(paths, options);
    });

  program
    .command('claims')
    .description('say what became of every number: its verdict, its cell, the reason')
    .argument('[paths...]', 'files or folders of one wiki')
    .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty'))
    .option('--config <file>', 'a configuration that stands elsewhere')
    .action(async (paths: string[], options: ClaimsCommandOptions) => {
      code = await (await import('./claims.ts')).claims(paths, options);
    });

  addLinkCommands(program, result => {
    code = result;
  });

  program
    .command('explain')
    .description('explain a rule, or list all of them')
    .argument('[rule]', 'id of a rule, such as links/broken-page')
    .action(async (rule?: string) => {
      code = (await import('./explain.ts')).explain(rule);
    });

  program
    .command('init')
    .description(
      'write a research-wiki.yaml that describes the pages as they are, and a first page where there are none',
    )
    .argument('[folder]', 'root of the wiki; the working directory by default')
    .action(async (folder?: string) => {
      code = await (await import('./init.ts')).init(folder);
    });

  program
    .command('move')
    .description('move or rename a file or folder, with all links to it and in it')
    .argument('<old>', 'a file or folder of a wiki')
    .argument('<new>', 'its new path, or a folder to move it into')
    .option('--dry-run', 'only print what would change')
    .option('--read-only', 'change pages too that research-wiki.yaml declares read-only')
    .action(async (from: string, to: string, options: MoveCommandOptions) => {
      code = await (await import('./move.ts')).move(from, to, options);
    });

  program
    .command('lsp')
    .description('run the language server')
    .option('--stdio', 'talk over standard input and output, the only way')
    .action(() => {
      throw new Error('the entry point starts the server before any command is read');
    });

  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return explainFailure(error);
  }
}

function explainFailure(error: unknown): number {
  // Commander has printed its own message by now; help and version end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    process.stderr.write(
      `${colors.red('research-wiki:')} ${error.message}${error.hint ? `; ${error.hint}` : ''}\n`,
    );
    return 2;
  }
  process.stderr.write(
    `research-wiki failed, which is a bug in it: ${(error as Error).stack ?? String(error)}\n`,
  );
  return 2;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

function atLeastOne(value: string): number {
  const number = wholeNumber(value);
  if (number === 0) throw new InvalidArgumentError('at least 1 is wanted');
  return number;
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('a whole number is wanted');
  return Number(value);
}
