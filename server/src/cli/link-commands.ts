import { type Command, Option } from 'commander';
import type { GraphCommandOptions } from './graph.ts';
import type { LinksCommandOptions } from './links.ts';
import type { NewCommandOptions } from './new.ts';

/** The commands about pages and their links; each says its exit code by `done`. */
export function addLinkCommands(program: Command, done: (code: number) => void): void {
  program
    .command('links')
    .description('say who links to a page, and what it links to, with section and sentence')
    .argument('<page>', 'path, file name or title of a page')
    .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty'))
    .option('--config <file>', 'a configuration that stands elsewhere')
    .action(async (page: string, options: LinksCommandOptions) => {
      done(await (await import('./links.ts')).links(page, options));
    });

  program
    .command('graph')
    .description('print who links to whom; paths limit it to these pages and their neighbours')
    .argument('[paths...]', 'files or folders of one wiki')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['json', 'dot', 'mermaid']).default('json'),
    )
    .option('--config <file>', 'a configuration that stands elsewhere')
    .action(async (paths: string[], options: GraphCommandOptions) => {
      done(await (await import('./graph.ts')).graph(paths, options));
    });

  program
    .command('new')
    .description('write a page from the template of its type; never overwrites')
    .argument('<type>', 'a page type of the wiki, such as finding')
    .argument('<title>', 'title of the page')
    .option('--folder <folder>', 'where it goes; by default where pages of the type are')
    .option('--config <file>', 'a configuration that stands elsewhere')
    .action(async (type: string, title: string, options: NewCommandOptions) => {
      done(await (await import('./new.ts')).newCommand(type, title, options));
    });
}
