/** A title as the text of a link: what Markdown would read is escaped. */
export const escapeLinkText = (title: string): string => title.replace(/[\\[\]`*_<]/g, '\\$&');
