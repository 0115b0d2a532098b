/**
 * Condition blocks of policies, as in the IAM reference "Condition operators" and "Set operators for multivalued
 * context keys". Keys compare without case; an operator that is not known never holds.
 */
export type ContextKeys = ReadonlyMap<string, readonly string[]>;

type Test = (actual: string, wanted: string) => boolean;

const date = (text: string): number => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));
const POSITIVE: Readonly<Record<string, Test>> = {
  StringEquals: (actual, wanted) => actual === wanted,
  StringEqualsIgnoreCase: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  StringLike: (actual, wanted) => wildcardMatch(wanted, actual),
  ArnEquals: (actual, wanted) => arnMatch(wanted, actual),
  ArnLike: (actual, wanted) => arnMatch(wanted, actual),
  NumericEquals: (actual, wanted) => Number(actual) === Number(wanted),
  NumericLessThan: (actual, wanted) => Number(actual) < Number(wanted),
  NumericLessThanEquals: (actual, wanted) => Number(actual) <= Number(wanted),
  NumericGreaterThan: (actual, wanted) => Number(actual) > Number(wanted),
  NumericGreaterThanEquals: (actual, wanted) => Number(actual) >= Number(wanted),
  DateLessThan: (actual, wanted) => date(actual) < date(wanted),
  DateGreaterThan: (actual, wanted) => date(actual) > date(wanted),
  Bool: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
};
const NEGATED: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
};

/** Whether every operator and key of a Condition block holds. */
export function conditionHolds(block: unknown, keys: ContextKeys): boolean {
  return entries(block).every(([operator, wanted]) =>
    entries(wanted).every(([key, values]) => operatorHolds(operator, keys.get(key.toLowerCase()), texts(values))),
  );
}

function operatorHolds(name: string, actual: readonly string[] | undefined, wanted: readonly string[]): boolean {
  const [, set, base, ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  const missing = actual === undefined || actual.length === 0;
  if (base === 'Null') return wanted.some((text) => (text.toLowerCase() === 'true') === missing);
  if (missing && ifExists !== undefined) return true;
  const positive = NEGATED[base ?? ''];
  const test = POSITIVE[positive ?? base ?? ''];
  if (test === undefined) return false;
  const one = (value: string): boolean => wanted.some((text) => test(value, text)) === (positive === undefined);
  // An Allow with ForAllValues is true for a key that is absent or misspelled: so it is on AWS.
  if (set === 'ForAllValues') return (actual ?? []).every(one);
  if (missing) return set === undefined && positive !== undefined;
  return positive !== undefined && set === undefined ? actual.every(one) : actual.some(one);
}

/** `*` any text, `?` one character. */
export function wildcardMatch(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '[\\s\\S]*')
    .replace(/\?/g, '[\\s\\S]');
  return new RegExp(`^${source}$`).test(text);
}

/** Wildcards in an ARN do not cross its first five colons. */
function arnMatch(pattern: string, arn: string): boolean {
  const split = (text: string): string[] => {
    const parts = text.split(':');
    return [...parts.slice(0, 5), parts.slice(5).join(':')];
  };
  const wanted = split(pattern);
  const actual = split(arn);
  return wanted.every((part, index) => wildcardMatch(part, actual[index] ?? ''));
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** One text or a list of texts, as policies write both. */
export function texts(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
