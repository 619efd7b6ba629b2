import { suite, test } from 'node:test';
import { notListedBack } from '../../../server/src/rules/links/not-listed-back.ts';
import { checkFix } from './check-rule.ts';

const SCHEMA = `=== research-wiki.yaml
version: 1
extends: null
pages:
  finding:
    files: "findings/*.md"
    sections: [{ title: Concepts, links: { to: concept, listed-back-in: Findings } }]
  concept: { files: "concepts/*.md", sections: [Definition, Findings, Notes] }
`;
/** Findings of other years, to be listed before or after. */
const OTHERS = ['2021-amber', '2022-coral', '2025-ochre']
  .map(name => `=== findings/${name}.md\n# ${name.slice(5, 6).toUpperCase()}${name.slice(6)} probe\n`)
  .join('');
const PAGE =
  '=== findings/2024-beryl.md\n# Beryl probe\n\n## Concepts\n\n- [Recall](../concepts/recall.md)\n';

const amber = '[Amber probe](../findings/2021-amber.md)';
const beryl = '[Beryl probe](../findings/2024-beryl.md)';
const coral = '[Coral probe](../findings/2022-coral.md)';
const ochre = '[Ochre probe](../findings/2025-ochre.md)';

/** Lists the page back in a concept, given by what stands below its title. */
const listed = (before: string, after: string) =>
  checkFix(
    notListedBack,
    `${SCHEMA}${PAGE}${OTHERS}=== concepts/recall.md\n# Recall\n${before}`,
    'List this page in "Findings" of "Recall"',
    `# Recall\n${after}`,
  );

suite('listing back', () => {
  test('at the end of a list, in its style', () => {
    for (const marker of ['-', '*', '+'])
      listed(
        `\n## Findings\n\n${marker} ${ochre}\n`,
        `\n## Findings\n\n${marker} ${ochre}\n${marker} ${beryl}\n`,
      );
    listed(`\n## Findings\n\n  - ${ochre}: so\n`, `\n## Findings\n\n  - ${ochre}: so\n  - ${beryl}\n`);
  });
  test('with the next number', () =>
    listed(
      `\n## Findings\n\n9. ${ochre}\n10. ${amber}\n`,
      `\n## Findings\n\n9. ${ochre}\n10. ${amber}\n11. ${beryl}\n`,
    ));
  test('with blank lines between, where the list has them', () =>
    listed(
      `\n## Findings\n\n- ${ochre}\n\n- ${amber}\n\n## Notes\n`,
      `\n## Findings\n\n- ${ochre}\n\n- ${amber}\n\n- ${beryl}\n\n## Notes\n`,
    ));
  test('in bold, where all are', () =>
    listed(
      `\n## Findings\n\n- **${ochre}**: so\n- **${amber}**\n`,
      `\n## Findings\n\n- **${ochre}**: so\n- **${amber}**\n- **${beryl}**\n`,
    ));
  test('by title, where the list is ordered so', () =>
    listed(
      `\n## Findings\n\n- ${amber}\n- ${coral}, with\n  more of it\n- ${ochre}\n`,
      `\n## Findings\n\n- ${amber}\n- ${beryl}\n- ${coral}, with\n  more of it\n- ${ochre}\n`,
    ));
  test('by date, the oldest first or the newest', () => {
    const late = '[A late probe](../findings/2025-ochre.md)';
    listed(
      `\n## Findings\n\n- ${amber}\n- ${coral}\n- ${late}\n`,
      `\n## Findings\n\n- ${amber}\n- ${coral}\n- ${beryl}\n- ${late}\n`,
    );
    listed(
      `\n## Findings\n\n- ${late}\n- ${coral}\n- ${amber}\n`,
      `\n## Findings\n\n- ${late}\n- ${beryl}\n- ${coral}\n- ${amber}\n`,
    );
  });
  test('at the end of a list in no order, or of two items', () => {
    listed(
      `\n## Findings\n\n- ${coral}\n- ${ochre}\n- ${amber}\n`,
      `\n## Findings\n\n- ${coral}\n- ${ochre}\n- ${amber}\n- ${beryl}\n`,
    );
    listed(
      `\n## Findings\n\n- ${amber}\n- ${coral}\n`,
      `\n## Findings\n\n- ${amber}\n- ${coral}\n- ${beryl}\n`,
    );
  });
  test('behind nested items, code and what follows the list', () => {
    listed(
      `\n## Findings\n\n- ${ochre}\n  - more\n\n    \`\`\`\n    - no item\n    \`\`\`\n`,
      `\n## Findings\n\n- ${ochre}\n  - more\n\n    \`\`\`\n    - no item\n    \`\`\`\n- ${beryl}\n`,
    );
    listed(
      `\n## Findings\n\n- ${ochre}\n\nA paragraph.\n`,
      `\n## Findings\n\n- ${ochre}\n\nA paragraph.\n\n- ${beryl}\n`,
    );
  });
  test('in an empty section, at the end of the page and before another', () => {
    listed('\n## Findings', `\n## Findings\n\n- ${beryl}\n`);
    listed('\n## Findings\n\n## Notes\n', `\n## Findings\n\n- ${beryl}\n\n## Notes\n`);
  });
  test('in a new section at its place in the order', () => {
    listed(
      '\n## Definition\n\nIt is.\n\n## Notes\n',
      `\n## Definition\n\nIt is.\n\n## Findings\n\n- ${beryl}\n\n## Notes\n`,
    );
    listed('', `\n## Findings\n\n- ${beryl}\n`);
  });
  test('in a page of Windows lines', () =>
    listed(`\n## Findings\r\n\r\n- ${ochre}\r\n`, `\n## Findings\r\n\r\n- ${ochre}\r\n- ${beryl}\r\n`));
});
