import picomatch from 'picomatch/posix.js';

/** Says whether a wiki path is meant. */
export type PathTest = (path: string) => boolean;

/** Matching takes time exponential in these numbers at worst; nobody needs more. */
const MOST_STARS_IN_A_PART = 3;
const MOST_DOUBLE_STARS = 4;
const LONGEST = 300;

/** Why a glob is not taken, as a clause; undefined where it is fine. */
export function globFault(glob: string): string | undefined {
  if (glob.trim() === '') return 'a pattern for files must not be empty';
  if (glob.startsWith('!')) return 'a pattern for files can\'t begin with "!"; use "exclude"';
  if (glob.includes('\\')) return 'a pattern for files is written with "/", not "\\"';
  if (glob.startsWith('../') || glob === '..')
    return "a pattern for files counts from the wiki's root and can't leave it";
  const doubles = glob.match(/\*\*/g)?.length ?? 0;
  const starred = glob
    .split('/')
    .some(part => (part.replaceAll('**', '').match(/\*/g)?.length ?? 0) > MOST_STARS_IN_A_PART);
  if (doubles > MOST_DOUBLE_STARS || starred || glob.length > LONGEST)
    return 'the pattern has too many wildcards';
  try {
    expressionOf(glob);
    return undefined;
  } catch {
    return 'the pattern is no glob';
  }
}

/**
 * One test for all globs of a list. Globs are relative to the wiki's root. A glob without wildcards that names a
 * folder means all that is in it. `dots`: whether `*` matches names that begin with a dot.
 */
export function pathTest(globs: readonly string[], { dots }: { readonly dots: boolean }): PathTest {
  const sources = globs.flatMap(withFolder).map(glob => expressionOf(glob, dots).source);
  if (sources.length === 0) return () => false;
  const expression = new RegExp(sources.map(source => `(?:${source})`).join('|'));
  // Brackets in the name of a file mean themselves.
  const names = new Set(globs);
  return path => expression.test(path) || names.has(path);
}

function withFolder(glob: string): string[] {
  const bare = glob.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '/**');
  return /[*?{[]/.test(bare) ? [bare] : [bare, `${bare}/**`];
}

/** Parentheses, `|`, `+` and `@` mean themselves: as parts of a regular expression they could take long. */
const expressionOf = (glob: string, dot = false): RegExp =>
  picomatch.makeRe(glob.replace(/[()|+@]/g, '\\$&').replaceAll('[!', '[^'), {
    dot,
    noextglob: true,
    strictBrackets: false,
  });

/** The folder that a glob names before its first wildcard; undefined where it begins with one. */
export function folderOfGlob(glob: string): string | undefined {
  const parts = glob
    .replace(/^(?:\.?\/)+/, '')
    .split('/')
    .slice(0, -1);
  const wild = parts.findIndex(part => /[*?{[]/.test(part));
  const fixed = wild < 0 ? parts : parts.slice(0, wild);
  return fixed.length === 0 ? undefined : fixed.join('/');
}
