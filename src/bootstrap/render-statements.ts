import type { Statement } from '../commands/policy/statement.ts';

/** Statements as lines of YAML, indented by `indent` blanks; texts with `${…}` are filled in by CloudFormation. */
export function renderStatements(statements: readonly Statement[], indent: number): string {
  const margin = ' '.repeat(indent);
  return statements
    .flatMap(render)
    .map((line) => `${margin}${line}`)
    .join('\n');
}

function render({ Sid, Effect, Action, Resource, Condition }: Statement): readonly string[] {
  return [
    `- Sid: ${Sid}`,
    `  Effect: ${Effect}`,
    '  Action:',
    ...Action.map((action) => `    - ${scalar(action)}`),
    '  Resource:',
    ...Resource.map((resource) => `    - ${scalar(resource)}`),
    ...conditionLines(Condition),
  ];
}

function conditionLines(condition: Statement['Condition']): readonly string[] {
  if (condition === undefined) return [];
  return [
    '  Condition:',
    ...Object.entries(condition).flatMap(([operator, keys]) => [
      `    ${scalar(operator)}:`,
      ...Object.entries(keys).map(([key, value]) => `      ${key}: ${scalar(value)}`),
    ]),
  ];
}

/** A text of one line; quoted where YAML would read it otherwise, also in a list in brackets. */
export function scalar(text: string): string {
  if (text.includes('${')) return `!Sub ${JSON.stringify(text)}`;
  return /^[A-Za-z][\w:/.*-]*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
