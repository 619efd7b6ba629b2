import { setImmediate } from 'node:timers/promises';

/**
 * How many pages are parsed before the event loop gets its turn. The native parser's buffers are given back only there:
 * without a pause they pile up, and touching ever new memory makes parsing twice as slow.
 */
const PAGES = 32;

/** Pauses now and then; to be awaited once for each page that is parsed. */
export function breather(): () => Promise<void> | undefined {
  let pages = 0;
  return () => (++pages % PAGES === 0 ? setImmediate() : undefined);
}
