import type { Page } from 'playwright-core';
import type { Driver } from './driver.ts';

/** A VS Code with our extension, a wiki open in it, and someone at the keyboard. */
export interface OpenEditor {
  /** Which VS Code this is, for the report. */
  readonly name: string;
  readonly page: Page;
  readonly driver: Driver;
  /** The folder that is open: a copy, which tests may change. */
  readonly wiki: string;
  close(): Promise<void>;
}

/** What an editor is started with. */
export interface Setup {
  /** The packages to install: ours and the driver. */
  readonly packages: readonly string[];
  /** A folder for settings, logs, extensions; emptied before. */
  readonly folder: string;
  readonly wiki: string;
}

/** Settings that differ from a user's only in that nothing moves or opens by itself. */
export const settings = {
  'security.workspace.trust.enabled': false,
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'explorer.confirmDelete': false,
  'window.dialogStyle': 'custom',
};

export const viewport = { width: 1400, height: 900 };
