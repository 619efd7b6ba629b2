import type { Wiki } from '../../wiki/wiki.ts';

/** The path, or the first of `path-2`, `path-3` … where no file is and none of `taken` either, which it joins. */
export function freePath(wiki: Wiki, path: string, taken: Set<string>): string {
  const dot = path.lastIndexOf('.');
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : `${path.slice(0, dot)}-${number}${path.slice(dot)}`;
    if (taken.has(candidate) || wiki.files.hasFile(candidate) || wiki.sources.exists(candidate)) continue;
    taken.add(candidate);
    return candidate;
  }
}
