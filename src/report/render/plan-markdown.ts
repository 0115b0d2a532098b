import { code, escapeMarkdown, fitSections, folded, markdownTable, type Section } from '../markdown.ts';
import type { Plan } from '../plan-report.ts';
import { count, someOf } from '../text.ts';
import { rootCauseFirst } from './failure-text.ts';
import { locationText } from './location-text.ts';
import { type Cell, type PlanModel, planModel, type StackPlan } from './plan-model.ts';
import { cellMeaning, cellSign, usedKinds } from './plan-signs.ts';
import { shortCommit } from './summary-text.ts';
import { trafficMarkdown } from './traffic-text.ts';

export interface PlanMarkdownOptions {
  /** Most bytes; details are left out first, then matrices, never what would be lost. */
  readonly limit?: number;
  /** Heading level of the plan. */
  readonly level?: number;
  /** Markdown of the heading; default the environment. */
  readonly title?: string;
  /** Markdown of a sentence under the heading. */
  readonly tally?: string;
}

const MOST_COLUMNS = 8;
const MOST_TARGETS = 60;
const MOST_ROWS = 600;
/** GitHub takes comments of 65,536 characters. */
const COMMENT_LIMIT = 60_000;

/** The plan as GitHub-flavoured Markdown, for job summaries and pull request comments. */
export function planMarkdown(plan: Plan, options: PlanMarkdownOptions = {}): string {
  const {
    limit = COMMENT_LIMIT,
    level = 2,
    title = `Plan for ${escapeMarkdown(plan.environment)}`,
    tally = '',
  } = options;
  const model = planModel(plan);
  const heading = '#'.repeat(level);
  const commit = plan.commit ? ` (commit ${code(shortCommit(plan.commit))})` : '';
  const order = plan.phases.map((phase) => `**${escapeMarkdown(phase.name)}**: ${names(phase.targets, 6)}`).join(' → ');
  const sections: readonly Section[] = [
    { forms: [`${heading} ${title}`], importance: 9 },
    { forms: [tally], importance: 9 },
    { forms: [`Release ${code(plan.release)}${commit}. ${order}`], importance: 8 },
    { forms: [lossSection(model), lossSection(model, 50, 3), lossSection(model, 10, 1)], importance: 7 },
    { forms: [replaced(model), replaced(model, 20, 1), replaced(model, 0, 0)], importance: 4 },
    { forms: [trafficMarkdown(plan), ''], importance: 4 },
    ...model.stacks.flatMap((stack): Section[] => [
      { forms: [`${heading}# ${stackTitle(stack)}`], importance: 6 },
      { forms: [matrix(stack), shortMatrix(stack)], importance: 3 },
      { forms: [remarks(stack)], importance: 5 },
      { forms: [parameters(stack), ''], importance: 2 },
      { forms: [details(stack), ''], importance: 1 },
    ]),
    { forms: [legend(model), ''], importance: 2 },
  ];
  return fitSections(sections, limit);
}

function stackTitle({ stack, stackNames }: StackPlan): string {
  return stackNames.length === 1 ? `${escapeMarkdown(stack)} (${code(stackNames[0] ?? '')})` : escapeMarkdown(stack);
}

/** @param most resources; of each at most `mostTargets` targets are named */
function lossSection({ dataLoss }: PlanModel, most = 200, mostTargets = MOST_TARGETS): string {
  if (dataLoss.length === 0) return '';
  return [
    '> [!CAUTION]',
    `> **Data loss**: ${count(dataLoss.length, 'stateful resource')} would lose what ${dataLoss.length === 1 ? 'it holds' : 'they hold'}.`,
    ...resourceLines(dataLoss, most, mostTargets),
  ].join('\n');
}

/** Resources that hold no data, but get a new name, address or ARN. */
function replaced({ replacements }: PlanModel, most = 100, mostTargets = 12): string {
  if (replacements.length === 0) return '';
  return [
    '> [!WARNING]',
    `> **Replacement**: ${count(replacements.length, 'resource')} would be made anew.`,
    ...resourceLines(replacements, most, mostTargets),
  ].join('\n');
}

function resourceLines(all: PlanModel['dataLoss'], most: number, mostTargets: number): readonly string[] {
  return [
    ...all
      .slice(0, most)
      .map(
        ({ stack, path, resourceType, what, targets }) =>
          `> - ${escapeMarkdown(stack)}: ${code(path)} (${escapeMarkdown(resourceType)}) ${what} in ${names(targets, mostTargets)}`,
      ),
    ...(all.length > most && most > 0 ? [`> - and ${all.length - most} more`] : []),
  ];
}

function matrix({ columns, rows }: StackPlan): string {
  if (rows.length === 0) return '';
  const shown = columns.slice(0, MOST_COLUMNS);
  const head = shown.map(
    ({ targets, kind }) => `${names(targets, columns.length === 1 ? 3 : 1)}${kind === 'create' ? ' (new)' : ''}`,
  );
  const differs = rows.some((row) => row.differs);
  const body = rows
    .filter((row) => row.cells.slice(0, MOST_COLUMNS).some((cell) => cell.kind !== 'none'))
    .slice(0, MOST_ROWS)
    .map((row) => [
      code(row.path),
      escapeMarkdown(row.resourceType),
      ...row.cells.slice(0, MOST_COLUMNS).map(cellMarkdown),
      ...(differs ? [row.differs ? '≠ differs' : ''] : []),
    ]);
  return markdownTable(['resource', 'type', ...head, ...(differs ? [''] : [])], body);
}

function cellMarkdown({ kind, dataLoss }: Cell): string {
  const sign = cellSign(kind, true);
  return kind === 'none' ? sign : `<code>${sign}</code>${dataLoss ? ' ⚠ **data loss**' : ''}`;
}

/** What remains of a matrix that is too long: how many resources each group of targets changes. */
function shortMatrix({ columns }: StackPlan): string {
  return columns
    .slice(0, 50)
    .map((column) => `- ${names(column.targets, 3)}: ${count(column.changes.size, 'change')}`)
    .join('\n');
}

function remarks(plan: StackPlan): string {
  const { columns } = plan;
  const groups = columns.length === 1 ? [] : columns.slice(0, MOST_COLUMNS).filter(({ targets }) => targets.length > 1);
  return [
    ...groups.map(({ targets }) => `- ${names(targets, 1)} are ${names(targets)}`),
    ...columns
      .slice(MOST_COLUMNS, 60)
      .map((column) => `- ${names(column.targets)}: ${count(column.changes.size, 'change')}, unlike the others`),
    ...(columns.length > 60 ? [`- ${columns.length - 60} more groups of targets, each unlike the others`] : []),
    ...columns
      .filter((column) => column.resourceLess)
      .map((column) => `- only tags, outputs or parameters change in ${names(column.targets)}`),
    ...(plan.unchanged.length > 0 ? [`- no change in ${names(plan.unchanged)}`] : []),
    ...plan.predicted.map(
      ({ text, targets }) =>
        `- *predicted*${text === '' ? '' : `, known after ${escapeMarkdown(text)}`}: ${names(targets)}`,
    ),
    ...plan.failed.flatMap(({ first, targets }) => [
      `- ❌ cannot be planned in ${names(targets)}: ${escapeMarkdown(first.reason ?? 'no reason given')}`,
      ...rootCauseFirst(first.failures)
        .slice(0, 10)
        .map((failure) => {
          const place = failure.location ? ` (${code(locationText(failure.location))})` : '';
          return `  - ${code(failure.path)} ${escapeMarkdown(failure.status)}: ${escapeMarkdown(failure.reason)}${place}`;
        }),
      ...first.fix.map((sentence) => `  - → ${escapeMarkdown(sentence)}`),
    ]),
    ...plan.switchesAtOnce.map(
      ({ text, targets }) =>
        `- ⚠ ${code(text)}: events reach the new code at once, there is no alias in front (${names(targets, 3)})`,
    ),
    ...plan.inRegion.map(
      ({ text, targets }) =>
        `- in-region: CodeDeploy moves ${code(text)}, added to the template (${names(targets, 3)})`,
    ),
    ...plan.notes.map(({ text, targets }) => `- ${escapeMarkdown(text)} (${names(targets, 3)})`),
  ].join('\n');
}

function details({ details: all }: StackPlan): string {
  const rows = all.flatMap(({ path, properties, only }) =>
    properties.map(({ name, before, after, variants, replaces }) => [
      code(path),
      code(name),
      short(before),
      short(after),
      [
        replaces && 'requires replacement',
        variants > 1 && `${variants} different values over the targets`,
        only && `in ${names(only, 2)}`,
      ]
        .filter(Boolean)
        .join('; '),
    ]),
  );
  if (rows.length === 0) return '';
  return folded(`Properties (${rows.length})`, markdownTable(['resource', 'property', 'before', 'after', ''], rows));
}

function parameters({ parameters: all }: StackPlan): string {
  if (all.length === 0) return '';
  const rows = all.map(({ name, before, after, variants, only }) => [
    code(name),
    short(before),
    after === undefined ? 'default of the template, or none' : short(after),
    [variants > 1 && `${variants} different values over the targets`, only && `in ${names(only, 3)}`]
      .filter(Boolean)
      .join('; '),
  ]);
  return markdownTable(['parameter', 'before', 'after', ''], rows);
}

function short(value: string | undefined): string {
  return value === undefined ? '' : code(value.length > 120 ? `${value.slice(0, 119)}…` : value);
}

function names(targets: readonly string[], most = MOST_TARGETS): string {
  return escapeMarkdown(someOf(targets, most));
}

function legend(model: PlanModel): string {
  const kinds = usedKinds(model);
  return kinds.length === 0
    ? ''
    : `<sub>${kinds.map((kind) => `${cellSign(kind, true)} ${cellMeaning[kind]}`).join(', ')}</sub>`;
}
