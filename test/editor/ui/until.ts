import { setTimeout as wait } from 'node:timers/promises';

/** How long something may take to come true, in milliseconds. */
const PATIENCE = 20_000;

/** Tries `check` again until it does not throw, and gives its result; after so many milliseconds throws what it threw last. */
export async function until<Result>(
  check: () => Result | Promise<Result>,
  patience = PATIENCE,
): Promise<Result> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await wait(100);
    }
  }
}
