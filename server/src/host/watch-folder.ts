import { watch } from 'node:fs';

/** Watches a folder and all below it, and calls with the absolute path of what changed. Returns how to stop. */
export function watchFolder(root: string, changed: (file: string) => void): () => void {
  try {
    const watcher = watch(root, { recursive: true, persistent: false }, (_event, name) => {
      if (name !== null) changed(`${root}/${name.replaceAll('\\', '/')}`);
    });
    // A folder that goes away, or too many to watch: what the client sends still counts.
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => {};
  }
}
