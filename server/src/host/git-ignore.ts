import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { folderOf } from '../wiki/path.ts';

/** The patterns of one `.gitignore`, which hold below its folder. */
interface Patterns {
  readonly patterns: Ignore;
  /** What to take from the front of a wiki path to see it from the folder of a `.gitignore` within the wiki … */
  readonly within: string;
  /** … or to put before it, where the `.gitignore` lies above the wiki. Both end with `/` or are empty. */
  readonly above: string;
}

/** Never walked, whatever `.gitignore` says. */
const NEVER = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** What Git ignores under a wiki's root. Each `.gitignore` is read once; after a change of one take a new object. */
export class GitIgnore {
  private readonly root: string;
  private readonly byFolder = new Map<string, readonly Patterns[]>();

  constructor(root: string) {
    this.root = root;
    this.byFolder.set('', withOwn(root, '', patternsAbove(root)));
  }

  /** Whether an entry of a folder that is itself not ignored is. */
  ignoresEntry(path: string, kind: 'file' | 'folder'): boolean {
    if (NEVER.has(path.slice(path.lastIndexOf('/') + 1))) return true;
    const rules = this.rulesIn(folderOf(path));
    return rules.length > 0 && isIgnored(rules, kind === 'folder' ? `${path}/` : path);
  }

  /** Whether a file or one of the folders above it is ignored. */
  ignoresFile(path: string): boolean {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      if (this.ignoresEntry(folder, 'folder')) return true;
    }
    return this.ignoresEntry(path, 'file');
  }

  private rulesIn(folder: string): readonly Patterns[] {
    let rules = this.byFolder.get(folder);
    if (!rules)
      this.byFolder.set(folder, (rules = withOwn(this.root, `${folder}/`, this.rulesIn(folderOf(folder)))));
    return rules;
  }
}

function withOwn(root: string, within: string, rules: readonly Patterns[]): readonly Patterns[] {
  const patterns = patternsFrom(`${root}/${within}.gitignore`);
  return patterns ? [...rules, { patterns, within, above: '' }] : rules;
}

/** What the repository says above the wiki's root: `.gitignore` of each folder up to Git's own, and `.git/info/exclude`. */
function patternsAbove(root: string): readonly Patterns[] {
  const found: Patterns[] = [];
  let above = '';
  const add = (file: string) => {
    const patterns = patternsFrom(file);
    if (patterns) found.push({ patterns, within: '', above });
  };
  for (let folder = root; ; folder = dirname(folder)) {
    if (folder !== root) add(`${folder}/.gitignore`);
    if (existsSync(`${folder}/.git`)) {
      add(`${folder}/.git/info/exclude`);
      return found.reverse();
    }
    if (dirname(folder) === folder) return [];
    above = `${basename(folder)}/${above}`;
  }
}

function patternsFrom(file: string): Ignore | undefined {
  try {
    return ignore({ allowRelativePaths: true }).add(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The innermost file that says anything of the path decides, as in Git. */
function isIgnored(rules: readonly Patterns[], path: string): boolean {
  for (let index = rules.length - 1; index >= 0; index--) {
    const { patterns, within, above } = rules[index]!;
    const result = patterns.test(above + path.slice(within.length));
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}
