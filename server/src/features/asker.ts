/** What kind of editor asks: what one with Markdown support of its own answers itself, we leave out. */
export type Asker = 'markdown-editor' | 'plain-editor';
