import type { Plan } from '../plan-report.ts';
import type { Style, Tone } from '../style.ts';
import { columns as align, clip, count, oneLine, someOf } from '../text.ts';
import { failureLines } from './failure-text.ts';
import {
  type Cell,
  type CellKind,
  type PlanModel,
  type PropertyDetail,
  planModel,
  type StackPlan,
  type Told,
} from './plan-model.ts';
import { cellMeaning, cellSign, usedKinds } from './plan-signs.ts';
import { shortCommit } from './summary-text.ts';
import { trafficLines } from './traffic-text.ts';

export interface PlanTextOptions {
  readonly style: Style;
  readonly width?: number;
  /** Also values of properties that change; on unless false. */
  readonly details?: boolean;
}

/** Columns that a line can hold and an eye can compare. */
const MOST_COLUMNS = 6;
const MOST_TARGETS = 40;
const MOST_PROPERTIES = 8;

/** The plan for people: what would be lost first, then a matrix of resources and targets for each stack. */
export function planText(plan: Plan, options: PlanTextOptions): readonly string[] {
  const { style } = options;
  const model = planModel(plan);
  const commit = plan.commit ? ` (commit ${shortCommit(plan.commit)})` : '';
  return [
    style.paint('strong', `Plan for ${oneLine(plan.environment)}, release ${oneLine(plan.release)}${commit}`),
    `order: ${plan.phases.map((phase) => `${oneLine(phase.name)} (${oneLine(someOf(phase.targets, 3))})`).join(` ${style.mark.change} `)}`,
    ...trafficLines(plan, style),
    '',
    ...lossLines(model, style),
    ...model.stacks.flatMap((stack) => stackLines(stack, options)),
    ...legend(model, style),
  ];
}

function lossLines({ dataLoss }: PlanModel, style: Style): readonly string[] {
  if (dataLoss.length === 0) return [];
  return [
    style.paint(
      'bad',
      `${style.mark.loss} DATA LOSS: ${count(dataLoss.length, 'stateful resource')} would lose what ${dataLoss.length === 1 ? 'it holds' : 'they hold'}`,
    ),
    ...dataLoss.map(
      ({ stack, path, resourceType, what, targets }) =>
        `  ${oneLine(stack)}: ${style.paint('strong', oneLine(path))} (${oneLine(resourceType)}) ${what} in ${names(targets)}`,
    ),
    '',
  ];
}

function stackLines(plan: StackPlan, { style, width = 160, details = true }: PlanTextOptions): readonly string[] {
  const title =
    plan.stackNames.length === 1
      ? `${oneLine(plan.stack)} (${oneLine(plan.stackNames[0] ?? '')})`
      : oneLine(plan.stack);
  return [
    style.paint('strong', title),
    ...matrixLines(plan, style),
    ...(details ? detailLines(plan, style, width) : []),
    ...parameterLines(plan, style, width),
    ...(plan.unchanged.length > 0 ? [style.paint('dim', `  no change in ${names(plan.unchanged)}`)] : []),
    ...plan.predicted.map(
      ({ text, targets }) => `  predicted${text === '' ? '' : `, known after ${oneLine(text)}`}: ${names(targets)}`,
    ),
    ...plan.failed.flatMap(({ first, targets }) => [
      style.paint(
        'bad',
        `  ${style.mark.bad} cannot be planned in ${names(targets)}: ${oneLine(first.reason ?? 'no reason given')}`,
      ),
      ...failureLines(first, style).map((line) => `  ${line}`),
    ]),
    ...plan.switchesAtOnce.map(
      (item) =>
        `  ${style.mark.warn} ${oneLine(item.text)}: events reach the new code at once, there is no alias in front${where(item, plan)}`,
    ),
    ...plan.inRegion.map(
      (item) => `  in-region: CodeDeploy moves ${oneLine(item.text)}, added to the template${where(item, plan)}`,
    ),
    ...plan.notes.map((item) => `  note: ${oneLine(item.text)}${where(item, plan)}`),
    '',
  ];
}

function matrixLines({ columns, rows }: StackPlan, style: Style): readonly string[] {
  if (columns.length === 0) return [];
  const shown = columns.slice(0, MOST_COLUMNS);
  const head = [
    '',
    '',
    ...shown.map(
      ({ targets, kind }) =>
        `${oneLine(someOf(targets, columns.length === 1 ? 3 : 1))}${kind === 'create' ? ' (new)' : ''}`,
    ),
  ];
  const body = rows
    .filter((row) => row.cells.slice(0, MOST_COLUMNS).some((cell) => cell.kind !== 'none'))
    .map((row) => [
      `  ${oneLine(row.path)}`,
      style.paint('dim', oneLine(row.resourceType)),
      ...row.cells.slice(0, MOST_COLUMNS).map((cell) => cellText(cell, style)),
      row.differs ? style.paint('warn', 'differs') : '',
    ]);
  const resourceLess = columns.filter((column) => column.resourceLess);
  return [
    ...align([head, ...body], style.measure),
    ...resourceLess.map((column) => `  only tags, outputs or parameters change in ${names(column.targets)}`),
    ...(columns.length === 1
      ? []
      : shown
          .filter(({ targets }) => targets.length > 1)
          .map(({ targets }) => style.paint('dim', `  ${oneLine(someOf(targets, 1))}: ${names(targets)}`))),
    ...columns
      .slice(MOST_COLUMNS)
      .map((column) => `  ${names(column.targets)}: ${count(column.changes.size, 'change')}, unlike the others`),
  ];
}

function detailLines({ details }: StackPlan, style: Style, width: number): readonly string[] {
  return details.flatMap(({ path, properties, only }) => {
    const place = only ? ` in ${oneLine(someOf(only, 2))}` : '';
    const told = properties
      .slice(0, MOST_PROPERTIES)
      .map((property) => `  ${oneLine(path)}.${propertyText(property, style)}${place}`);
    const more = properties.length - MOST_PROPERTIES;
    return [
      ...told.map((line) => clip(line, width, style.mark.more)),
      ...(more > 0 ? [`  ${oneLine(path)}: ${count(more, 'more property', 'more properties')}`] : []),
    ];
  });
}

function parameterLines({ parameters }: StackPlan, style: Style, width: number): readonly string[] {
  return parameters.map(({ only, ...parameter }) => {
    const place = only ? ` in ${oneLine(someOf(only, 2))}` : '';
    const text = propertyText({ ...parameter, replaces: false }, style);
    return clip(`  parameter ${text}${place}`, width, style.mark.more);
  });
}

function propertyText({ name, before, after, variants, replaces }: PropertyDetail, style: Style): string {
  const value = (text: string | undefined) =>
    text === undefined ? '(none)' : clip(oneLine(text), 60, style.mark.more);
  const values =
    before === undefined && after === undefined ? '' : `: ${value(before)} ${style.mark.change} ${value(after)}`;
  const notes = [
    replaces && 'requires replacement',
    variants > 1 && `${variants} different values over the targets`,
  ].filter(Boolean);
  return `${oneLine(name)}${values}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
}

/** Where a note holds; nothing when it holds in every target of the stack. */
function where({ targets }: Told, plan: StackPlan): string {
  const all = plan.columns.reduce((sum, column) => sum + column.targets.length, 0) + plan.unchanged.length;
  const others = plan.predicted.length + plan.failed.length;
  return others === 0 && targets.length === all ? '' : ` (${names(targets)})`;
}

function names(targets: readonly string[]): string {
  return oneLine(someOf(targets, MOST_TARGETS));
}

const toneOfCell: Readonly<Record<CellKind, Tone>> = {
  add: 'good',
  modify: 'busy',
  replace: 'bad',
  'may-replace': 'warn',
  remove: 'bad',
  import: 'good',
  sync: 'busy',
  dynamic: 'warn',
  none: 'dim',
};

function cellText({ kind, dataLoss }: Cell, style: Style): string {
  return style.paint(toneOfCell[kind], `${cellSign(kind, style.unicode)}${dataLoss ? style.mark.loss : ''}`);
}

function legend(model: PlanModel, style: Style): readonly string[] {
  const parts = usedKinds(model).map((kind) => `${cellSign(kind, style.unicode)} ${cellMeaning[kind]}`);
  if (model.dataLoss.length > 0) parts.push(`${style.mark.loss} data loss`);
  return parts.length === 0 ? [] : [style.paint('dim', parts.join('   '))];
}
