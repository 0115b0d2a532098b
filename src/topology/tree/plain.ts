import type { SourceLocation } from '../../errors.ts';
import type { Tree } from './tree.ts';

/** Plain data (inputs, parsed TOML) as a tree. `undefined` members are left out; what JSON cannot say becomes its text. */
export function plainTree(value: unknown, place?: string, location?: SourceLocation): Tree {
  const placed = { ...(place !== undefined && { place }), ...(location && { location }) };
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map((item) => plainTree(item, place, location)), ...placed };
  }
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => ({ key, value: plainTree(member, place, location) }));
    return { kind: 'map', entries, ...placed };
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) {
    return { kind: 'scalar', value, source: String(value), ...placed };
  }
  return { kind: 'scalar', value: String(value), source: String(value), ...placed };
}
