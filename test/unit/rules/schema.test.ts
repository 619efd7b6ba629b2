import test from 'node:test';
import { schemaInvalid } from '../../../server/src/rules/schema/invalid.ts';
import { schemaUnknownKey } from '../../../server/src/rules/schema/unknown-key.ts';
import { schemaUnusedGlob } from '../../../server/src/rules/schema/unused-glob.ts';
import { checkFix, checkRule } from './check-rule.ts';

test('unused-glob: every kind of glob but those of exclude', () =>
  checkRule(
    schemaUnusedGlob,
    `
=== research-wiki.yaml
include: ["**/*.md", "wiki/**"]
                     ^^^^^^^^^ no file matches "wiki/**"
exclude: ["drafts/**"]
read-only: [raw]
            ^^^ no file matches "raw"
tables: { a: data/a.csv, b: { file: "data/*.tsv" } }
                                    ^^^^^^^^^^^^ no file matches "data/*.tsv"
pages:
  note: { files: ["notes/*.md", "notices/*.md"] }
                                ^^^^^^^^^^^^^^ no file matches "notices/*.md"
  plan: null
=== notes/a.md
Text.
=== data/a.csv
x,y
`,
  ));

test('unused-glob: nothing is said of a wiki without pages', () =>
  checkRule(
    schemaUnusedGlob,
    '\n=== research-wiki.yaml\npages: { note: { files: "notes/*.md" } }\n=== data/a.csv\nx\n',
  ));

test('unused-glob: a pattern that is refused is not tried', () =>
  checkRule(
    schemaUnusedGlob,
    '\n=== research-wiki.yaml\ninclude: ["*a*b*c*d*e*f*"]\n=== notes/a.md\nText.\n',
  ));

test('a misspelt key or value is corrected', () => {
  checkFix(schemaUnknownKey, '\n=== research-wiki.yaml\npage: {}\n', 'Change to "pages"', 'pages: {}\n');
  checkFix(
    schemaInvalid,
    '\n=== research-wiki.yaml\npages: { finding: { order: yes } }\n',
    'Change to "true"',
    'pages: { finding: { order: true } }\n',
  );
});
