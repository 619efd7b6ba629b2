import type { HostChange, WikiHost } from './wiki-host.ts';

/** A file that changes while it is read over and over is given up after so many tries. */
const MOST_TRIES = 3;

/**
 * Works out edits of pages, closed ones too. Those that have changed since they were read are read again first, and
 * `onChange` is told of it. Undefined where a page can't be had as it was read.
 */
export function freshEdits<Result extends { readonly stale: readonly string[] }>(
  host: WikiHost,
  workOut: () => Result,
  onChange: (change: HostChange) => void = () => {},
): Result | undefined {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = workOut();
    if (result.stale.length === 0) return result;
    onChange(host.filesChanged(result.stale));
  }
  return undefined;
}
