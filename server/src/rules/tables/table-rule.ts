import type { TableProblem } from '../../tables/table.ts';
import type { TableRule } from '../rule.ts';

/** A rule whose problems are found while the table is read. */
export const tableRule = (
  docs: Pick<TableRule, 'severity' | 'summary' | 'why' | 'examples'> & { id: TableProblem['rule'] },
): TableRule => ({
  ...docs,
  subject: 'table',
  *check(file) {
    for (const { rule, span, message } of file.problems) if (rule === docs.id) yield { span, message };
  },
});
