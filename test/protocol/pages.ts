/** Pages for protocol tests: a small clean wiki of its own kinds, so that tests do not hang on the preset. */
export const SCHEMA = `version: 1
extends: null
pages:
  finding:
    files: "findings/*.md"
    fields: { required: [status], properties: { status: { enum: [draft, stable] }, lenses: { type: array, items: { page: lens } } } }
    sections:
      - Summary
      - { title: Concepts, links: { to: concept, at-least: 1, listed-back-in: Findings } }
  concept: { files: "concepts/*.md", sections: [{ title: Findings, required: false }] }
  lens: { files: "lenses/*.md" }
`;

export const FINDING = `---
status: draft
lenses: [cognitive]
---

# Probe

## Summary

A probe of recall.

## Concepts

- [Recall](../concepts/recall.md)
`;

export const CONCEPT = `# Recall

What is brought back.

## Findings

- [Probe](../findings/probe.md)
`;

export const CLEAN: Readonly<Record<string, string>> = {
  'research-wiki.yaml': SCHEMA,
  'findings/probe.md': FINDING,
  'concepts/recall.md': CONCEPT,
  'concepts/memory.md': '# Memory\n\n## Findings\n\n- None yet\n',
  'lenses/cognitive.md':
    '# Cognitive\n\nMinds as machines.\n\nIt asks for [memory](../concepts/memory.md), and for [recall](../concepts/recall.md).\n',
};
