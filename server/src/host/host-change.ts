/** What has to be looked at again after a change. */
export interface HostChange {
  /** Pages whose diagnostics may differ now. */
  readonly pages: ReadonlySet<string>;
  /** Other files whose own problems may differ now: tables, the configuration. */
  readonly files: ReadonlySet<string>;
  /** True when everything may differ: another schema. */
  readonly all: boolean;
}

export const NOTHING: HostChange = { pages: new Set(), files: new Set(), all: false };
/** Another schema, or other files that count. */
export const EVERYTHING: HostChange = { pages: new Set(), files: new Set(), all: true };

/** All that several changes concern. */
export function merge(changes: readonly HostChange[]): HostChange {
  if (changes.length === 1) return changes[0]!;
  return {
    pages: new Set(changes.flatMap(({ pages }) => [...pages])),
    files: new Set(changes.flatMap(({ files }) => [...files])),
    all: changes.some(({ all }) => all),
  };
}
