import type { RawSchema } from './raw-schema.ts';

/** A field that is known, and may hold whatever a wiki puts into it. */
const anything = {};
const lenses = { type: ['array', 'string'], items: { page: 'lens' } };
const status = { enum: ['draft', 'working', 'stable', 'superseded', 'archived'] };

/**
 * The preset `research`: what a wiki of findings, concepts, lenses, threads, researchers and sources has in common.
 * It asks for little, since wikis differ; what a wiki wants beyond it stands in its YAML.
 */
export const PRESET: RawSchema = {
  include: ['**/*.md'],
  'all-pages': {
    fields: {
      properties: {
        type: { type: 'string' },
        title: { type: 'string' },
        aliases: anything,
        writers: anything,
        reviewers: anything,
        reviewed: anything,
        updated: anything,
        tables: anything,
        tags: anything,
      },
    },
  },
  pages: {
    finding: {
      files: '**/findings/*.md',
      fields: {
        required: ['date', 'status'],
        properties: {
          date: anything,
          models: anything,
          'model-ids': anything,
          source: anything,
          status,
          lenses,
        },
      },
      sections: [
        { title: 'Summary', aliases: ['Abstract', 'Overview', 'In brief', 'TL;DR'] },
        {
          'one-of': [
            [
              {
                title: 'Method',
                aliases: [
                  'Methods',
                  'Methodology',
                  'Approach',
                  'Setup',
                  'Experimental setup',
                  'Experiments',
                  'Experiment',
                ],
              },
              {
                title: 'Key results',
                aliases: ['Results', 'Main results', 'Key findings', 'Findings', 'Key case studies'],
              },
            ],
            [
              {
                title: 'Observed phenomenon',
                aliases: [
                  'Observed progression',
                  'Observed behavior',
                  'Observed behaviour',
                  'Observations',
                  'Phenomenon',
                ],
              },
            ],
            [
              {
                title: 'Argument',
                aliases: ['Central argument', 'Key arguments', 'Framework', 'Proposal', 'Key claims'],
              },
            ],
          ],
        },
        { title: 'Why it matters', aliases: ['Significance', 'Implications'], required: false },
        { title: 'Lens notes', aliases: ['Lenses'], required: false },
        { title: 'Interpretive tensions', aliases: ['Tensions', 'Limitations', 'Caveats'], required: false },
        {
          title: 'Concepts',
          aliases: ['Related concepts'],
          links: {
            to: 'concept',
            'at-least': 1,
            'listed-back-in': 'Instantiating findings',
            unless: ['adjacent', 'candidate', 'not instantiated', 'does not instantiate'],
          },
        },
        {
          title: 'Cross-references',
          aliases: ['Threads', 'Related', 'Related findings', 'See also'],
          required: false,
        },
        { title: 'Sources', aliases: ['Source', 'References', 'Citations', 'Bibliography'] },
      ],
    },
    concept: {
      files: '**/concepts/*.md',
      fields: {
        required: 'status',
        properties: { status, lenses },
      },
      sections: [
        { title: 'Definition', required: false },
        {
          title: 'Instantiating findings',
          aliases: ['Findings', 'Instances'],
          required: false,
          links: { to: 'finding' },
        },
        { title: 'What this concept is not', required: false },
        { title: 'Lens notes', aliases: ['Lenses'], required: false },
        { title: 'Scope note', required: false },
      ],
    },
    lens: { files: '**/lenses/*.md' },
    thread: {
      files: '**/threads/*.md',
      fields: { properties: { essay: anything } },
    },
    researcher: { files: '**/researchers/*.md' },
    source: {
      files: ['**/sources/*.md', '**/source-*.md'],
      fields: { properties: { authors: anything, date: anything, venue: anything, url: anything } },
    },
  },
  // A draft is told what it lacks, and blocks nobody; that it is not reviewed, its status says.
  'by-status': {
    draft: {
      'structure/*': 'info',
      'front-matter/missing-field': 'info',
      'links/missing-relation': 'info',
      'links/broken-page': 'warning',
      'links/broken-anchor': 'warning',
      'review/*': 'hint',
    },
  },
};
