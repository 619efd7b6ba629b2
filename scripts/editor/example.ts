import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folders.ts';

/** The example wiki: the one folder under `examples/` that is a wiki. */
export function exampleWiki(): string {
  const folders = readdirSync(join(root, 'examples')).map(name => join(root, 'examples', name));
  const wiki = folders.find(folder => existsSync(join(folder, 'research-wiki.yaml')));
  if (!wiki) throw new Error('there is no example wiki under examples/');
  return wiki;
}
