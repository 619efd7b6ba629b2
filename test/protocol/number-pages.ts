/** A small wiki with one table, for tests of numbers. */
export const RECALL_CSV = `model,recall,precision
small probe,52.0,60.2
large probe,74.1,81.9
`;

export const NUMBERS = `---
type: finding
tables: [../data/recall.csv]
---

# Probes

## Summary

The large probe reaches a recall of 74.1.

## Key results

- The small probe has a recall of [52.0](../data/recall.csv#small-probe/recall).
- The large probe has a precision of 89.1.
- Recall rises from 52.0 for the small probe to 74.1 for the large probe, a 42.5% relative increase.
- With the large probe, recall is 22.1 points higher than with the small probe.
- It took 12 days.
`;

export const NUMBER_WIKI: Readonly<Record<string, string>> = {
  'research-wiki.yaml': `version: 1
extends: null
pages:
  finding: { files: "findings/*.md" }
  concept: { files: "concepts/*.md" }
`,
  'data/recall.csv': RECALL_CSV,
  'findings/probes.md': NUMBERS,
  'concepts/recall.md': `# Recall

What is brought back. The [large probe](../data/recall.csv#large-probe) reaches a recall of 74.1.
`,
};
