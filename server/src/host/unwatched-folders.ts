import { existsSync } from 'node:fs';
import { watchFolder } from './watch-folder.ts';
import type { WikiHost } from './wiki-host.ts';

/**
 * Watches what an editor's own watcher misses. On Linux a folder is watched only from the moment its creation is
 * noticed; a folder that was made in it before that (`git checkout`, `mkdir -p`) is never watched, and nothing that
 * happens in it is told (inotify(7), "Limitations and caveats"; VS Code's watcher doesn't look into a new folder).
 */
export class UnwatchedFolders {
  private readonly changed: (file: string) => void;
  /** How to stop, by absolute path. */
  private readonly watched = new Map<string, () => void>();

  /** `changed` is called with the absolute path of what changed. */
  constructor(changed: (file: string) => void) {
    this.changed = changed;
  }

  /** To be called for each path that an event names, before the host is told of it. */
  seen(host: WikiHost, path: string): void {
    const folder = `${host.root}/${path}`;
    for (const [watched, stop] of this.watched) {
      if (folder === watched || watched.startsWith(`${folder}/`)) {
        if (existsSync(watched)) continue;
        stop();
        this.watched.delete(watched);
      } else if (folder.startsWith(`${watched}/`)) return;
    }
    for (const inner of host.foldersOfNew(path)) {
      const absolute = `${host.root}/${inner}`;
      if (!this.watched.has(absolute)) this.watched.set(absolute, watchFolder(absolute, this.changed));
    }
  }
}
