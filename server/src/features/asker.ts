/** Who asks: beside VS Code's own Markdown support we leave out what that answers as well. */
export type Asker = 'vscode' | 'other';
