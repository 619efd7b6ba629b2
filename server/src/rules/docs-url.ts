/** Where the project is found on the web. */
export const PROJECT_URL = 'https://github.com/research-wiki/research-wiki';

/** Where the pages of `docs/` are read on the web. */
export const DOCS_URL = `${PROJECT_URL}/blob/main/docs`;

/** The page that explains a rule. */
export const docsUrl = (rule: string): string => `${DOCS_URL}/rules/${rule}.md`;
