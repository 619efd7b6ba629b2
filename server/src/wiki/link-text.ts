/** A title as the text of a link: what Markdown would read is escaped, and line breaks are spaces. */
export const escapeLinkText = (title: string): string =>
  title.replace(/[\\[\]`*_<~]|&(?=#?\w+;)/g, '\\$&').replace(/\s+/g, ' ');
