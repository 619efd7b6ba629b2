import assert from 'node:assert/strict';
import type { Asker } from '../../../server/src/features/asker.ts';
import { completionsAt } from '../../../server/src/features/completion/complete.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { fixture } from '../rules/fixture.ts';

/** What is offered at the cursor of a drawn wiki, best first, and the page's text once an item is taken. */
export function complete(source: string, asker: Asker = 'plain-editor') {
  const { wiki, files, cursor } = fixture(source);
  const { path, offset } = cursor!;
  const list = completionsAt(wiki, path, offset, { asker });
  const items = [...list.items].sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const itemOf = (label: string) => {
    const item = items.find(candidate => candidate.label === label);
    assert.ok(item, `no "${label}" among ${items.map(candidate => candidate.label).join(', ')}`);
    return item;
  };
  /** The line of the cursor after taking the item. */
  const taken = (label: string): string => {
    const { span, newText, also = [] } = itemOf(label);
    return applyEdits(files.get(path)!, [{ span, newText }, ...also]);
  };
  return { ...list, items, labels: items.map(({ label }) => label), itemOf, taken };
}

export const WIKI = `
=== research-wiki.yaml
version: 1
extends: null
pages:
  finding:
    files: "findings/*.md"
    fields:
      required: [status]
      properties:
        status: { enum: [draft, stable], description: How far it is }
        reviewed: { type: boolean }
        level: { enum: [1, 2] }
        kinds: { type: array, items: { enum: [probe, survey, "a, b"] } }
        read: { format: date }
        lenses: { type: array, items: { page: lens } }
    sections:
      - { title: Concepts, links: { to: concept } }
      - { title: Sources, links: { to: source } }
  concept: { files: "concepts/*.md" }
  lens: { files: "lenses/*.md" }
  source: { files: "sources/*.md" }
tables: { doses: { file: data/doses.csv } }
=== lenses/cognitive.md
# Cognitive
=== lenses/social.md
# Social
=== concepts/recall.md
---
aliases: [Retrieval]
---

# Recall

## What it is
=== concepts/memory.md
# Memory
=== sources/lin-2021.md
---
title: How models answer
authors: [Ada Lin, Bo Okoro]
date: 2021-09-08
url: https://arxiv.org/abs/2109.07958
doi: https://doi.org/10.1000/xyz.5
---

# How models answer
=== data/doses.csv
dose,rate
1,2
`;

/** A finding with this text behind its title. */
export const finding = (body: string): string => `${WIKI}=== findings/probe.md\n# Probe\n\n${body}`;
/** A finding with this front matter. */
export const fields = (yaml: string): string =>
  `${WIKI}=== findings/probe.md\n---\n${yaml}\n---\n\n# Probe\n`;
