/**
 * Writes what is derived from the list of options: `action.yml`, `run/action.yml` and `docs/reference/options.md`. With
 * `--check` it writes nothing and fails when a file is out of step.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { outputDescriptions } from '../src/action/outputs-list.ts';
import { summaries } from '../src/cli/help.ts';
import { definitions } from '../src/options/definitions.ts';
import { commands, type OptionDefinition } from '../src/options/model.ts';

const root = join(import.meta.dirname, '..');
const entries: readonly (readonly [string, OptionDefinition])[] = Object.entries(definitions);

function described({ description, default: standard }: OptionDefinition): string {
  return standard === undefined ? description : `${description} Default: ${standard}.`;
}

function usedBy(definition: OptionDefinition): string {
  return definition.commands.length === commands.length ? 'all' : definition.commands.join(', ');
}

function actionYml(main: string): string {
  const inputs = Object.fromEntries([
    [
      'command',
      {
        description: `What to do: ${commands.map((name) => `\`${name}\` (${summaries[name]})`).join(' ')}`,
        required: true,
      },
    ],
    ...entries
      .filter(([, definition]) => definition.only !== 'cli')
      .map(([name, definition]) => [
        name,
        {
          description: `${described(definition)} For: ${usedBy(definition)}.`,
          required: false,
          ...(definition.actionDefault !== undefined && { default: definition.actionDefault }),
        },
      ]),
  ]);
  const outputs = Object.fromEntries(
    Object.entries(outputDescriptions).map(([name, description]) => [name, { description }]),
  );
  const document = {
    name: 'sam-multi-region',
    description:
      'Deploy an AWS SAM application to many regions and accounts: one build, plan, waves, one role per target.',
    author: 'The sam-multi-region authors',
    branding: { icon: 'globe', color: 'orange' },
    inputs,
    outputs,
    runs: { using: 'node24', main },
  };
  return `# Made by scripts/generate-docs.ts from src/options/definitions.ts: change it there.\n${stringify(document, { lineWidth: 120 })}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

function kindText({ kind }: OptionDefinition): string {
  return kind.type === 'choice' ? kind.choices.map((choice) => `\`${choice}\``).join(', ') : kind.type;
}

function optionsPage(): string {
  const rows = entries.map(([name, definition]) => [
    `\`${name}\``,
    kindText(definition),
    described(definition),
    usedBy(definition),
    definition.only === 'cli' ? 'command line' : definition.only === 'action' ? 'action' : 'both',
  ]);
  return [
    '# Options',
    '',
    'The same names are inputs of the action (`regions: …`) and flags of the command line (`--regions …`).',
    'An unknown option, and one that the command does not use, is refused.',
    '',
    'A `list` is separated by commas or line ends; a flag may be repeated. `pairs` are `Key=value` lines (`file:PATH` reads more from a',
    'YAML or JSON file). A `duration` needs its unit: `90s`, `5m`, `1h30m`.',
    '',
    table(['option', 'kind', 'meaning', 'commands', 'where'], rows),
    '',
    '## Commands',
    '',
    table(
      ['command', 'meaning'],
      commands.map((name) => [`\`${name}\``, summaries[name]]),
    ),
    '',
    '## Outputs of the action',
    '',
    table(
      ['output', 'meaning'],
      Object.entries(outputDescriptions).map(([name, text]) => [`\`${name}\``, text]),
    ),
    '',
  ].join('\n');
}

const files: readonly (readonly [string, string])[] = [
  ['action.yml', actionYml('dist/index.js')],
  // The same for our own workflows: `$/` without a path is not understood by every tool that reads them.
  ['run/action.yml', actionYml('../dist/index.js')],
  [
    'docs/reference/options.md',
    `<!-- Made by scripts/generate-docs.ts: change src/options/definitions.ts. -->\n\n${optionsPage()}`,
  ],
];

const check = process.argv.includes('--check');
let stale = 0;
for (const [name, text] of files) {
  const path = join(root, name);
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`${name} is out of step with its source: run npm run docs`);
    stale += 1;
  }
}
process.exitCode = stale > 0 ? 1 : 0;
