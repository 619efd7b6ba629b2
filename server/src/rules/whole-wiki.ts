import type { Wiki } from '../wiki/wiki.ts';

/** An answer about the whole wiki, worked out once for each state of what pages see of one another. */
export function ofWholeWiki<Answer>(work: (wiki: Wiki) => Answer): (wiki: Wiki) => Answer {
  const known = new WeakMap<Wiki, { readonly version: number; readonly answer: Answer }>();
  return wiki => {
    let last = known.get(wiki);
    if (last?.version !== wiki.surfaceVersion) {
      last = { version: wiki.surfaceVersion, answer: work(wiki) };
      known.set(wiki, last);
    }
    return last.answer;
  };
}
