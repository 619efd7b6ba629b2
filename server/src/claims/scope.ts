import type { ProseBlock } from '../markdown/prose.ts';
import type { ClaimsInput, ReachableTable } from './claim.ts';

/** The tables that a block's numbers may speak of, nearest level first; every table stands once, at its nearest. */
export type Scope = readonly (readonly ReachableTable[])[];

/** What the levels are, for explanations. */
export const LEVELS = [
  'linked here',
  'linked in this section',
  'named in the front matter',
  'in this page',
  'in a cited source',
] as const;

/** Works out scopes block by block; the parts that all blocks share are found once. */
export class ScopeFinder {
  private readonly input: ClaimsInput;
  private readonly ownTables: readonly ReachableTable[];
  private readonly sections = new Map<
    number,
    { linked: readonly ReachableTable[]; sources: readonly ReachableTable[] }
  >();

  constructor(input: ClaimsInput, ownTables: readonly ReachableTable[]) {
    this.input = input;
    this.ownTables = ownTables;
  }

  of(block: ProseBlock): Scope {
    const near = this.input.prose.blocks.filter(
      other => other === block || (block.item >= 0 && other.item === block.item),
    );
    const section = this.section(block.section);
    const levels = [
      near.flatMap(other => other.links.flatMap(({ link }) => this.input.tableAt(link.destination) ?? [])),
      section.linked,
      this.input.pageTables,
      this.ownTables,
      [
        ...near.flatMap(other =>
          other.links.flatMap(({ link }) => this.input.sourceTables(link.destination)),
        ),
        ...section.sources,
      ],
    ];
    const seen = new Set<unknown>();
    return levels.map(level => level.filter(({ table }) => !seen.has(table) && seen.add(table)));
  }

  /** Tables linked in a paragraph of their own, and tables of the sources that the section cites. */
  private section(index: number): { linked: readonly ReachableTable[]; sources: readonly ReachableTable[] } {
    let known = this.sections.get(index);
    if (!known) {
      const blocks = this.input.prose.blocks.filter(block => block.section === index);
      known = {
        linked: blocks
          .filter(isLinkAlone)
          .flatMap(block => block.links.flatMap(({ link }) => this.input.tableAt(link.destination) ?? [])),
        sources: blocks.flatMap(block =>
          block.links.flatMap(({ link }) => this.input.sourceTables(link.destination)),
        ),
      };
      this.sections.set(index, known);
    }
    return known;
  }
}

/** A paragraph that is there for its link: `Data: [deceptionbench.csv](…)`. */
function isLinkAlone(block: ProseBlock): boolean {
  if (block.links.length === 0) return false;
  const linked = block.links.reduce((sum, { start, end }) => sum + end - start, 0);
  return block.text.trim().length - linked <= 24;
}
