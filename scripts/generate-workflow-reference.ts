/**
 * Writes `docs/reference/workflows.md` from the reusable workflows: what each takes, gives and may do. With `--check` it
 * writes nothing and fails when the page is out of step.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { writeGenerated } from './generated.ts';

interface Reusable {
  readonly on: { readonly workflow_call?: Interface };
  readonly jobs: Readonly<Record<string, { readonly permissions?: Readonly<Record<string, string>> }>>;
}

interface Interface {
  readonly inputs?: Readonly<Record<string, { description: string; required?: boolean; default?: unknown }>>;
  readonly outputs?: Readonly<Record<string, { description: string }>>;
}

const FOLDER = '.github/workflows';
const root = join(import.meta.dirname, '..');

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

/** The comment at the top of the file, which says what it is for. */
function purpose(text: string): string {
  const lines = text.split('\n');
  return lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('#')),
    )
    .map((line) => line.replace(/^# ?/, ''))
    .join(' ');
}

/** The lines with the reasons, as they stand at the jobs; a caller grants each at its highest level. */
function permissions(text: string, { jobs }: Reusable): string {
  const levels: Record<string, string> = {};
  for (const job of Object.values(jobs)) {
    for (const [name, level] of Object.entries(job.permissions ?? {}))
      if (levels[name] !== 'write') levels[name] = level;
  }
  const lines = Object.entries(levels).map(([name, level]) => {
    const reason = new RegExp(`${name}: ${level} # (.*)$`, 'm').exec(text)?.[1];
    return `  ${name}: ${level}${reason === undefined ? '' : ` # ${reason}`}`;
  });
  return ['```yaml', 'permissions:', ...lines, '```'].join('\n');
}

function section(file: string): string {
  const text = readFileSync(join(root, FOLDER, file), 'utf8');
  const workflow = parse(text) as Reusable;
  const { workflow_call: call } = workflow.on;
  if (call === undefined) return '';
  const inputs = Object.entries(call.inputs ?? {}).map(([name, { description, required, default: standard }]) => [
    `\`${name}\``,
    required ? '**required**' : standard === '' ? '' : `\`${String(standard)}\``,
    description,
  ]);
  const outputs = Object.entries(call.outputs ?? {}).map(([name, { description }]) => [`\`${name}\``, description]);
  return [
    `## ${file}`,
    purpose(text),
    'The job that calls it grants:',
    permissions(text, workflow),
    table(['input', 'default', 'meaning'], inputs),
    ...(outputs.length > 0 ? [table(['output', 'meaning'], outputs)] : []),
    '',
  ].join('\n\n');
}

writeGenerated('docs/reference/workflows.md', () =>
  [
    '<!-- Made by scripts/generate-workflow-reference.ts from .github/workflows: change them. -->\n',
    '# Reusable workflows\n',
    'How to use them: [../github-workflows.md](../github-workflows.md).\n',
    ...readdirSync(join(root, FOLDER)).sort().map(section),
  ]
    .filter((part) => part !== '')
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n'),
);
