import type { Progress } from '../host/wiki-host.ts';

/** Shows how far a long run is; on a terminal only, and only after a while, so that short runs stay quiet. */
export interface ProgressBar {
  update(what: string, progress: Progress): void;
  stop(): void;
}

export const SILENT: ProgressBar = { update: () => {}, stop: () => {} };
const QUIET_MS = 700;

export async function progressBar(): Promise<ProgressBar> {
  if (!process.stderr.isTTY) return SILENT;
  const { SingleBar } = (await import('cli-progress')).default;
  const bar = new SingleBar({
    format: '{what} [{bar}] {value}/{total} pages',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  const start = Date.now();
  let last = 0;
  let started = false;
  return {
    update(what, { done, total }) {
      const now = Date.now();
      if (total === 0 || now - start < QUIET_MS || now - last < 50) return;
      last = now;
      if (!started) bar.start(total, done, { what });
      started = true;
      bar.setTotal(total);
      bar.update(done, { what });
    },
    stop() {
      if (started) bar.stop();
    },
  };
}
