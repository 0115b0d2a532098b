/** Writes multi-region.schema.json from its description in src/topology/schema; `--check` only compares. */
import { schemaText } from '../src/topology/schema/published.ts';
import { writeGenerated } from './generated.ts';

writeGenerated('multi-region.schema.json', () => schemaText());
