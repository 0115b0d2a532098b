/**
 * Writes `dr-plan.schema.json`, `failover-report.schema.json` and `drill-report.schema.json` from the interfaces that the
 * program writes; `--check` only compares.
 */
import { join } from 'node:path';
import { writeGenerated } from './generated.ts';
import { schemaOfInterface } from './type-schema.ts';

const root = join(import.meta.dirname, '..');

for (const { file, title, path, name } of [
  { file: 'dr-plan.schema.json', title: 'dr-plan.json', path: 'src/failover/plan.ts', name: 'StoredPlan' },
  {
    file: 'failover-report.schema.json',
    title: 'failover-report.json',
    path: 'src/failover/report.ts',
    name: 'FailoverReport',
  },
  {
    file: 'drill-report.schema.json',
    title: 'drill-report.json',
    path: 'src/failover/drill/report.ts',
    name: 'DrillReport',
  },
]) {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    ...schemaOfInterface(join(root, path), name),
  };
  writeGenerated(file, () => `${JSON.stringify(schema, null, 2)}\n`);
}
