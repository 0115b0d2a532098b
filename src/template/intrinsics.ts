/** Short forms whose long form is not `Fn::` and the name. */
const BARE = new Set(['Ref', 'Condition']);

/**
 * The long form of a value under a YAML tag: `!Ref X` is `{Ref: X}`, `!GetAtt A.B` is `{'Fn::GetAtt': ['A', 'B']}`.
 * Undefined for tags that are no CloudFormation function (`!!str`).
 */
export function longForm(tag: string, value: unknown): Readonly<Record<string, unknown>> | undefined {
  const name = /^!([A-Za-z]\w*)$/.exec(tag)?.[1];
  if (name === undefined) return undefined;
  if (BARE.has(name)) return { [name]: value };
  if (name === 'GetAtt' && typeof value === 'string') {
    const dot = value.indexOf('.');
    return { 'Fn::GetAtt': dot < 0 ? [value] : [value.slice(0, dot), value.slice(dot + 1)] };
  }
  return { [`Fn::${name}`]: value };
}
