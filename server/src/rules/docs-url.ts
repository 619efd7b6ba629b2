/** Where the pages of `docs/` are read on the web. */
export const DOCS_URL = 'https://github.com/research-wiki/research-wiki/blob/main/docs';

/** The page that explains a rule. */
export const docsUrl = (rule: string): string => `${DOCS_URL}/rules/${rule}.md`;
