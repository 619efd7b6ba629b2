/** A server that ends by itself so often within the window is not started again, until the user asks. */
const MOST_ENDS = 5;
const WINDOW = 3 * 60_000;

/** Whether a server that has just ended may be started again; `ends` are the times of earlier ends, in milliseconds. */
export function mayRestart(
  ends: readonly number[],
  now: number,
): { restart: boolean; ends: readonly number[] } {
  const recent = [...ends.filter(end => now - end < WINDOW), now];
  // Starting from nothing again when the user asks for a restart gives the new process its full number of tries.
  return recent.length < MOST_ENDS ? { restart: true, ends: recent } : { restart: false, ends: [] };
}
