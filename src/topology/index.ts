/** Configuration to environments: pure, file contents come in through `readFile`. */
export { concurrencyOf, formatAmount, parseAmount, toleranceOf } from './amount.ts';
export type { ReadFile } from './context.ts';
export { formatDuration, parseDuration } from './duration.ts';
export type { InlineSettings, NameInput } from './inline.ts';
export { type LoadOptions, listEnvironments, loadEnvironment } from './load.ts';
export {
  type ParsedText,
  type Part,
  parseReferences,
  type Reference,
  type ReferenceProblem,
  type Resolution,
  referencesIn,
  resolveReferences,
} from './references.ts';
export {
  findPartition,
  findRegion,
  KNOWN_REGIONS,
  type Partition,
  type Region,
  type RegionFinding,
} from './regions.ts';
export { parseParameterOverrides, parseTags } from './sam-values.ts';
