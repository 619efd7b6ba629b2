import { existsSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { UserError } from '../host/user-error.ts';
import type { Page } from '../wiki/page.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { formatLinks, formatLinksJson } from './format-links.ts';
import { linksResult } from './links-result.ts';
import { loadWiki } from './load-wiki.ts';

export interface LinksCommandOptions {
  readonly format: 'pretty' | 'json';
  readonly config?: string;
}

/** `research-wiki links PAGE`: who leads to a page, and where it leads, each with section and sentence. */
export async function links(name: string, options: LinksCommandOptions): Promise<number> {
  const isFile = existsSync(name);
  const { host, bar } = await loadWiki(isFile && options.config === undefined ? [name] : [], options.config);
  bar.stop();
  const page = isFile
    ? host.wiki.pages.get(relative(host.root, resolve(name)).replaceAll('\\', '/'))
    : pageNamed(host.wiki, name);
  if (!page)
    throw new UserError(`"${name}" is no page of this wiki`, 'give its path, its file name or its title');
  const result = linksResult(host, page);
  process.stdout.write(options.format === 'json' ? formatLinksJson(result) : formatLinks(result));
  return 0;
}

/** By wiki path, file name, title or alias. */
function pageNamed(wiki: Wiki, name: string): Page | undefined {
  const exact = wiki.pages.get(name.replaceAll('\\', '/'));
  if (exact) return exact;
  const [first, ...others] = wiki.pagesNamed(basename(name).replace(/\.md$/, ''));
  if (others.length > 0)
    throw new UserError(`"${name}" may be ${[first, ...others].join(' or ')}`, 'give the path of one');
  return first === undefined ? undefined : wiki.pages.get(first);
}
