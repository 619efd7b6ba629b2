import type { Page } from 'playwright-core';
import type { Driver } from './driver.ts';

/** One window of a VS Code, and someone at the keyboard. */
export interface OpenWindow {
  readonly page: Page;
  readonly driver: Driver;
  close(): Promise<void>;
}

/** A VS Code with our extension, and a wiki open in its first window. */
export interface OpenEditor extends OpenWindow {
  /** Which VS Code this is, for the report. */
  readonly name: string;
  /** The folder that is open: a copy, which tests may change. */
  readonly wiki: string;
  /** Opens a folder that no window shows in one more, which does not close the others. */
  openWindow(folder: string): Promise<OpenWindow>;
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
