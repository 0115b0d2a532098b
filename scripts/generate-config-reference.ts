/** Writes the tables of docs/configuration.md from src/topology/schema, between its markers; `--check` only compares. */
import { referenceText } from '../src/topology/schema/published.ts';
import { betweenMarkers, writeGenerated } from './generated.ts';

writeGenerated('docs/configuration.md', (current) => betweenMarkers(current, referenceText()));
