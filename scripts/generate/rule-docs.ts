import { allRules } from '../../server/src/rules/all.ts';
import type { Rule } from '../../server/src/rules/rule.ts';

const GROUPS: Readonly<Record<string, string>> = {
  structure: 'Sections and pages as the schema wants them.',
  'front-matter': 'The fields at the top of a page.',
  links: 'Links, and who must link to whom.',
  claims: 'Numbers, held to the tables they come from. See [claims](../claims.md).',
  sources: 'Citation stubs.',
  review: 'What a reviewer should look at.',
  schema: '`research-wiki.yaml` itself. See [the schema](../schema.md).',
  suppression: 'Comments that silence a rule.',
  tables: 'Data tables themselves.',
  files: 'Files that can not be read as they should.',
};

const NEEDS_MORE = {
  page: 'the page alone',
  targets: 'the page and what it links to',
  backlinks: 'the page and what links to it',
  wiki: 'the whole wiki; it runs in `check` and when the editor is idle',
} as const;

/** Path and text of every generated page. */
export function generatedDocs(): ReadonlyMap<string, string> {
  const docs = new Map<string, string>();
  docs.set('docs/rules/README.md', listOfRules());
  for (const rule of allRules) docs.set(`docs/rules/${rule.id}.md`, pageOf(rule));
  return docs;
}

function listOfRules(): string {
  const groups = [...new Set(allRules.map(groupOf))];
  const tables = groups.map(group => {
    const rows = allRules
      .filter(rule => groupOf(rule) === group)
      .map(rule => `| [\`${rule.id}\`](${rule.id}.md) | ${rule.severity} | ${rule.summary} |`);
    return `## ${group}\n\n${GROUPS[group] ?? ''}\n\n| rule | severity | what it asks |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Rules

Made from the rules themselves by \`npm run generate\`. The severity is the one without any configuration; a wiki sets its
own in \`research-wiki.yaml\` (\`rules: { links/broken-page: warning, "structure/*": off }\`), by the status of a page
(\`by-status\`), VS Code in the setting \`researchWiki.rules\`, and the command line with \`--rule id=severity\`.

To silence a rule in one place, put a comment into the paragraph or list item, or alone before a block:
\`<!--lint ignore links/broken-page -- planned for May-->\`. \`<!--lint disable id-->\` … \`<!--lint enable id-->\` silences a
stretch.

${tables.join('\n')}`;
}

function pageOf(rule: Rule): string {
  const facts = [`Default severity: **${rule.severity}**.`];
  if (rule.subject === 'page') facts.push(`Looks at ${NEEDS_MORE[rule.reads]}.`);
  if (rule.subject === 'page' && rule.untyped) facts.push('Holds on pages without a type too.');
  if ('fix' in rule) facts.push('Has fixes.');
  const examples = [
    ['Reported', rule.examples.bad],
    ['Fine', rule.examples.good],
  ].filter(([, text]) => text !== '');
  return `<!-- Made by npm run generate from the rule itself. -->

# ${rule.id}

${rule.summary}

${rule.why}

${facts.join(' ')}
${examples.map(([title, text]) => `\n## ${title}\n\n${shown(text!)}`).join('')}`;
}

const groupOf = (rule: Rule): string => rule.id.split('/')[0]!;

/** The files of an example, a fence each; marks stay, as what a reader would see in the editor. */
function shown(example: string): string {
  const parts = example.replace(/^\n|\n$/g, '').split(/^=== (\S+)\n/m);
  const files: string[] = [];
  for (let index = 1; index < parts.length; index += 2) {
    const fence = parts[index + 1]!.includes('```') ? '````' : '```';
    files.push(`\`${parts[index]}\`\n\n${fence}text\n${parts[index + 1]!.replace(/\n*$/, '\n')}${fence}\n`);
  }
  return files.join('\n');
}
