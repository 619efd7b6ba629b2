import type { Page } from '../../wiki/page.ts';
import { folderOf } from '../../wiki/path.ts';
import { folderOfGlob } from '../../wiki/schema/glob.ts';
import { liesRight, typeOfPath } from '../../wiki/schema/page-type.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { fieldOf } from '../front-matter/fields.ts';
import type { PageRule } from '../rule.ts';
import { article, listOf } from '../words.ts';

/** A page of a type that lies where pages of another type belong, or nowhere near its own. */
export const wrongFolder: PageRule = {
  id: 'structure/wrong-folder',
  subject: 'page',
  severity: 'info',
  reads: 'page',
  summary: 'A page should lie where the schema keeps pages of its type.',
  why: `What a page says it is (\`type\` in the front matter) and where it lies should agree: people and scripts look for
findings in the folder of findings. The rule speaks where the folder belongs to another type, and where the folder
that the schema names for the type is there and the page is not in it.`,
  examples: {
    bad: `
=== concepts/2024-probe.md
---
type: finding
      ^^^^^^^ this folder holds concepts; a finding belongs in "**/findings/*.md"
---
# Probes recall the list
`,
    good: `
=== drafts/2024-probe.md
---
type: finding
---
# Probes recall the list
`,
  },
  *check(page, wiki) {
    const field = fieldOf(page, 'type');
    if (!page.type || !field || liesRight(wiki.schema, page.path, page.type.name)) return;
    const other = typeOfPath(wiki.schema, page.path);
    if (other === undefined && !hasHome(page, wiki)) return;
    const here = other === undefined ? '' : `this folder holds ${other}s; `;
    const files = listOf(
      page.type.files.map(glob => `"${glob}"`),
      'or',
    );
    yield {
      span: field.value.span,
      message: `${here}${article(page.type.name)} belongs in ${files}`,
      ...(other === undefined ? {} : { expected: [other] }),
    };
  },
  *fix(problem, page) {
    for (const type of problem.expected ?? []) {
      const edits = [{ path: page.path, span: problem.span, newText: type }];
      yield { title: `Change the type to "${type}"`, preferred: false, safe: false, edits };
    }
  },
};

/** True where the schema names a folder for the type, that folder is there, and the page lies elsewhere. */
const hasHome = (page: Page, wiki: Wiki): boolean =>
  page.type!.files.some(glob => {
    const folder = folderOfGlob(glob);
    return (
      folder !== undefined &&
      wiki.files.hasFolder(folder) &&
      !`${folderOf(page.path)}/`.startsWith(`${folder}/`)
    );
  });
