import { setImmediate } from 'node:timers/promises';

/** How long one slice of background work may take before requests get their turn, in milliseconds. */
const SLICE_MS = 8;

/** A message passes through several turns of the event loop before it is answered: read, queued, handled, sent. */
const TURNS = 6;

/** Lets all messages that have come be answered before background work goes on. */
export async function giveWay(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await setImmediate();
}

/**
 * Runs a long piece of work step by step and lets requests in between, or whatever `pause` waits for. Stops early, with
 * `false`, when `cancelled` says so; the steps themselves are never cut.
 */
export async function inSlices(
  steps: Iterator<unknown>,
  cancelled: () => boolean,
  pause: () => Promise<void> = giveWay,
): Promise<boolean> {
  let start = performance.now();
  for (let step = steps.next(); !step.done; step = steps.next()) {
    if (performance.now() - start < SLICE_MS) continue;
    await pause();
    if (cancelled()) return false;
    start = performance.now();
  }
  return !cancelled();
}
