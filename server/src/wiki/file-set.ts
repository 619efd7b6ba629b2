import { baseName, folderOf } from './path.ts';

/**
 * Which files and folders there are under the wiki's root. Filled from one walk, kept right by watching. What the
 * walk leaves out (ignored files) is asked of `probe`, which looks on the disk.
 */
export class FileSet {
  private readonly files = new Set<string>();
  /** Lower-case path → the paths as they are. */
  private readonly byLowerCase = new Map<string, string[]>();
  private readonly folders = new Map<string, number>();
  private readonly probe: (path: string) => boolean;

  constructor(probe: (path: string) => boolean = () => false) {
    this.probe = probe;
  }

  /** Returns the paths that were not there before: the file and folders that come with it. */
  add(path: string): readonly string[] {
    if (this.files.has(path)) return [];
    const changed = [path];
    this.files.add(path);
    const key = path.toLowerCase();
    const same = this.byLowerCase.get(key);
    if (same) same.push(path);
    else this.byLowerCase.set(key, [path]);
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      const inside = this.folders.get(folder) ?? 0;
      if (inside === 0) changed.push(folder);
      this.folders.set(folder, inside + 1);
    }
    return changed;
  }

  /** Returns the paths that are gone now: the file and folders that go with their last file. */
  delete(path: string): readonly string[] {
    if (!this.files.delete(path)) return [];
    const changed = [path];
    const key = path.toLowerCase();
    const rest = this.byLowerCase.get(key)!.filter(other => other !== path);
    if (rest.length > 0) this.byLowerCase.set(key, rest);
    else this.byLowerCase.delete(key);
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      const left = this.folders.get(folder)! - 1;
      if (left > 0) this.folders.set(folder, left);
      else {
        this.folders.delete(folder);
        changed.push(folder);
      }
    }
    return changed;
  }

  /** A file of exactly this path, case and all. */
  hasFile(path: string): boolean {
    return this.files.has(path);
  }

  hasFolder(path: string): boolean {
    return path === '' || this.folders.has(path);
  }

  /** How many files a folder holds, at any depth. */
  countIn(folder: string): number {
    return this.folders.get(folder) ?? 0;
  }

  /** A file or folder that the walk left out. */
  isElsewhere(path: string): boolean {
    return this.probe(path);
  }

  /** The path as it really is, where only upper and lower case differ; undefined where there is none. */
  otherCase(path: string): string | undefined {
    return this.byLowerCase.get(path.toLowerCase())?.find(other => other !== path);
  }

  /** Files of this name in any folder, upper and lower case aside. */
  named(name: string): readonly string[] {
    const lower = name.toLowerCase();
    return [...this.files].filter(path => baseName(path).toLowerCase() === lower);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.files.values();
  }
}
