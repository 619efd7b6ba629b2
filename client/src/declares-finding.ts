/** Whether the front matter of a page says `type: finding`. Only to tell whether a folder is a wiki; the server parses. */
export function declaresFinding(text: string): boolean {
  const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/m.exec(text);
  return frontMatter?.index === 0 && /^type:[ \t]*(["']?)finding\1[ \t]*(?:#.*)?\r?$/m.test(frontMatter[1]!);
}
