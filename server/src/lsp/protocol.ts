/**
 * What our server and our VS Code client say to each other beside LSP. Types and method names only, so that the
 * client can import it. URIs are strings; positions are LSP's (zero-based, UTF-16).
 */

/** `initializationOptions` of `initialize`. All optional: any LSP client works without them. */
export interface InitializationOptions {
  /** `push` is the default; `pull` holds only where the client announces `textDocument.diagnostic`. */
  readonly diagnostics?: 'push' | 'pull';
  /** True in VS Code, whose own Markdown support answers symbols, folding, path completion of bare paths. */
  readonly besideVsCodeMarkdown?: boolean;
  /** False in an untrusted workspace: no git, nothing outside the folder. */
  readonly trusted?: boolean;
  /** Severity of rules by id or pattern, as in the wiki's `rules`; the VS Code setting. */
  readonly rules?: Readonly<Record<string, string>>;
  /** True where the client understands `SHOW_PLACES`; else a message lists them. */
  readonly showsPlaces?: boolean;
  /** Lenses that are not wanted; all are shown by default. */
  readonly codeLens?: CodeLensSettings;
  /** Words shown behind links, and values behind numbers; by default the latter where they contradict. */
  readonly inlayHints?: InlayHintSettings;
  /** True where a new, empty page that is opened gets what its type needs. */
  readonly fillNewPages?: boolean;
  /** True where the client answers `CONFIRM`; else the server asks by `window/showMessageRequest`. */
  readonly confirms?: boolean;
  /** VS Code's own settings that decide what we leave to it. */
  readonly vscodeMarkdown?: VsCodeMarkdownSettings;
}

/** Which hints are shown behind links and numbers; sent again as the lenses' settings are. */
export interface InlayHintSettings {
  /** The status of the page that a link leads to. */
  readonly status?: boolean;
  /** The table's value behind contradicted numbers (the default), behind all that it has otherwise, or behind none. */
  readonly numbers?: 'contradicted' | 'all' | 'none';
}

/** Which lenses are shown; sent again by `didChangeConfiguration` as `{ settings: { researchWiki: { codeLens } } }`. */
export interface CodeLensSettings {
  /** Backlinks, and listings that are missing. */
  readonly links?: boolean;
  /** What became of a page's numbers. */
  readonly numbers?: boolean;
}

/** Settings of VS Code's own Markdown support; sent again by `didChangeConfiguration` as `{ settings: { researchWiki: { rules, vscodeMarkdown } } }`. */
export interface VsCodeMarkdownSettings {
  readonly validateEnabled: boolean;
  /** `markdown.validate.*` kinds that are not `ignore`. */
  readonly fileLinks: boolean;
  /** Anchors of the page itself. */
  readonly ownFragmentLinks: boolean;
  /** Anchors of other pages. */
  readonly fragmentLinks: boolean;
  readonly referenceLinks: boolean;
  readonly duplicateDefinitions: boolean;
  readonly unusedDefinitions: boolean;
  /** `markdown.suggest.paths.enabled` */
  readonly pathSuggestions: boolean;
}

/** Notification, server → client, whenever something of it changes. */
export const STATUS = 'researchWiki/status';
export interface StatusParams {
  readonly wikis: readonly WikiStatus[];
}
export interface WikiStatus {
  readonly rootUri: string;
  readonly state: 'indexing' | 'ready' | 'failed';
  readonly pages: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Which Markdown parser runs; `remark` means that the fast ones could not be loaded. */
  readonly parser: 'native' | 'wasm' | 'remark';
  /** Set where the status item should say something: a broken schema, a folder that cannot be read. */
  readonly message?: string;
}

/** Request, client → server: what the preview shows of a page, or null when it is no page of a wiki. */
export const PREVIEW = 'researchWiki/preview';
export interface PreviewParams {
  readonly uri: string;
}
export type * from './preview-data.ts';
export * from './view-requests.ts';

/** Notification, server → client: the preview data of these open pages changed. */
export const PREVIEW_CHANGED = 'researchWiki/previewChanged';
export interface PreviewChangedParams {
  readonly uris: readonly string[];
}

/** Request: the page types of all wikis, for New Page. */
export const PAGE_TYPES = 'researchWiki/pageTypes';
export interface PageTypesResult {
  readonly wikis: readonly {
    readonly rootUri: string;
    readonly name: string;
    readonly types: readonly {
      readonly name: string /** Folder relative to the root. */;
      readonly folder: string;
    }[];
  }[];
}

/** Request: the text and place of a new page. Writes nothing; fails with a message where the file exists. */
export const NEW_PAGE = 'researchWiki/newPage';
export interface NewPageParams {
  readonly rootUri: string;
  readonly type: string;
  readonly title: string;
  /** Folder relative to the root; the type's own where absent. */
  readonly folder?: string;
}
export interface NewPageResult {
  readonly uri: string;
  readonly text: string;
  /** Where the cursor should go. */
  readonly position: { readonly line: number; readonly character: number };
}

/** Request: the files that make a folder a wiki, last the one to read first. Writes nothing; fails where it is one. */
export const NEW_WIKI = 'researchWiki/newWiki';
export interface NewWikiParams {
  readonly folderUri: string;
}
export interface NewWikiResult {
  readonly files: readonly { readonly uri: string; readonly text: string }[];
}

/** Request: check all pages of all wikis anew, rules that read the whole wiki too; diagnostics are published. */
export const CHECK_WIKI = 'researchWiki/checkWiki';
export interface CheckWikiResult {
  readonly pages: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly numbersChecked: number;
}

/** What is asked about a page. */
export interface PageParams {
  readonly uri: string;
}
export interface TableParams extends PageParams {
  /** Path relative to the wiki's root. */
  readonly table: string;
}

/** Request: the data tables of the page's wiki, those of the page first. */
export const TABLES = 'researchWiki/tables';
export interface TablesResult {
  readonly tables: readonly {
    readonly path: string;
    readonly title: string;
    /** The page links to it or names it. */
    readonly linked: boolean;
  }[];
}

/** Request: the numbers of a table, each with the link that binds it in the page. */
export const TABLE_VALUES = 'researchWiki/tableValues';
export interface TableValuesResult {
  readonly values: readonly {
    readonly value: string;
    readonly row: string;
    readonly column: string;
    readonly newText: string;
  }[];
}

/** A change of the page that was asked about. Nothing is written by the server. */
export interface PageEdit {
  readonly range: { readonly start: PlacePosition; readonly end: PlacePosition };
  readonly newText: string;
}

/** Request: the edit that names a table in the page's front matter; none where it is named already. */
export const LINK_TABLE = 'researchWiki/linkTable';
export interface LinkTableResult {
  readonly edits: readonly PageEdit[];
}

/** Request: for every supported number of the page that no link binds, the edit that does. */
export const BIND_NUMBERS = 'researchWiki/bindNumbers';
export interface BindNumbersResult {
  readonly edits: readonly (PageEdit & { readonly title: string })[];
}

/** Request: what a text about to be pasted at a position can become instead. */
export const PASTE = 'researchWiki/paste';
export interface PasteParams extends PageParams {
  readonly position: PlacePosition;
  readonly text: string;
  readonly html?: string;
}
export interface PasteResult {
  readonly offers: readonly {
    readonly kind: 'table' | 'source';
    readonly title: string;
    readonly newText: string;
    /** Files that the client makes; none of them is there. */
    readonly creates: readonly { readonly uri: string; readonly text: string }[];
  }[];
}

/** Request, server → client: asks the user by a dialog, before something is written. Answered with true or false. */
export const CONFIRM = 'researchWiki/confirm';
export interface ConfirmParams {
  readonly question: string;
  /** What the button says. */
  readonly action: string;
}

/**
 * Notification, client → server, right before `workspace/willRenameFiles` or `textDocument/rename`: the files and folders
 * whose own links VS Code's Markdown support will update, or leave where the user says so, once they are moved.
 */
export const LEAVE_OWN_LINKS = 'researchWiki/leaveOwnLinks';
export interface LeaveOwnLinksParams {
  readonly uris: readonly string[];
}

/**
 * Notification, client → server: VS Code's Markdown support has updated the own links of these files and folders, or was told
 * to; what it left broken is to be mended.
 */
export const MEND_OWN_LINKS = 'researchWiki/mendOwnLinks';
export interface MendOwnLinksParams {
  readonly files: readonly { readonly oldUri: string; readonly newUri: string }[];
}

/** Notification, server → client: shows places as the editor shows references. */
export const SHOW_PLACES = 'researchWiki/showPlaces';
export interface ShowPlacesParams {
  readonly title: string;
  /** What the places are about; the list opens there. Absent where that is gone. */
  readonly from?: Place;
  readonly places: readonly Place[];
}
export interface Place {
  readonly uri: string;
  readonly range: { readonly start: PlacePosition; readonly end: PlacePosition };
}
interface PlacePosition {
  readonly line: number;
  readonly character: number;
}
