import type { Statement } from '../commands/policy/statement.ts';

/** A statement of a role: it may also take away what another one gives. */
export type RoleStatement = Omit<Statement, 'Effect'> & { readonly Effect: 'Allow' | 'Deny' };

/** Characters of a line of the template. */
const WIDTH = 120;

/** Statements as lines of YAML, indented by `indent` blanks; texts with `${…}` are filled in by CloudFormation. */
export function renderStatements(statements: readonly RoleStatement[], indent: number): string {
  const margin = ' '.repeat(indent);
  return statements
    .flatMap((statement) => render(statement, WIDTH - indent))
    .map((line) => `${margin}${line}`)
    .join('\n');
}

function render({ Sid, Effect, Action, Resource, Condition }: RoleStatement, width: number): readonly string[] {
  return [
    `- Sid: ${Sid}`,
    `  Effect: ${Effect}`,
    ...list('  Action:', Action, width),
    ...list('  Resource:', Resource, width),
    ...conditionLines(Condition),
  ];
}

/** A list in brackets, on as few lines as hold it: templates that are handed over as text have little room. */
function list(key: string, items: readonly string[], width: number): readonly string[] {
  const texts = items.map(scalar);
  const flat = `${key} [${texts.join(', ')}]`;
  if (flat.length <= width) return [flat];
  const lines: string[] = [];
  for (const [index, text] of texts.entries()) {
    const item = `${text}${index < texts.length - 1 ? ',' : ']'}`;
    const line = lines.at(-1);
    if (line === undefined) lines.push(`    [${item}`);
    else if (line.length + 1 + item.length <= width) lines[lines.length - 1] = `${line} ${item}`;
    else lines.push(`     ${item}`);
  }
  return [key, ...lines];
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
