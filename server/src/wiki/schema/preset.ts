import type { RawSchema } from './raw-schema.ts';

/** A publication date, however precise. A bare year is a number in YAML. */
const date = { type: ['string', 'integer'] };
const texts = { type: ['array', 'string'], items: { type: 'string' } };
const lenses = { type: ['array', 'string'], items: { page: 'lens' } };

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
        aliases: texts,
        writers: texts,
        reviewers: texts,
        tables: texts,
        tags: texts,
      },
    },
  },
  pages: {
    finding: {
      files: '**/findings/*.md',
      fields: {
        required: ['date', 'status'],
        properties: {
          date,
          models: texts,
          'model-ids': texts,
          source: { type: ['string', 'array'] },
          status: { enum: ['draft', 'working', 'stable', 'superseded', 'archived'] },
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
        properties: { status: { enum: ['draft', 'working', 'stable', 'superseded', 'archived'] }, lenses },
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
      fields: { properties: { essay: { type: 'string' } } },
    },
    researcher: { files: '**/researchers/*.md' },
    source: {
      files: ['**/sources/*.md', '**/source-*.md'],
      fields: { properties: { authors: texts, date, venue: { type: 'string' }, url: { type: 'string' } } },
    },
  },
  // A draft is told what it lacks, and blocks nobody.
  'by-status': {
    draft: {
      'structure/*': 'info',
      'front-matter/missing-field': 'info',
      'links/missing-relation': 'info',
      'links/broken-page': 'warning',
      'links/broken-anchor': 'warning',
    },
  },
};
