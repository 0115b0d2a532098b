import type { SourceLocation } from '../../errors.ts';
import type { Plan } from '../plan-report.ts';
import type { Problem, RunResult } from '../run-result.ts';
import { cleanText, count, oneLine, someOf } from '../text.ts';
import { rootCauseFirst } from './failure-text.ts';
import { workflowCommand } from './github-commands.ts';
import { planModel } from './plan-model.ts';

/** GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest without a word. */
const MOST = 10;
/** GitHub cuts messages at 4 KiB or so; the log has the full text. */
const MOST_CHARACTERS = 3_000;

export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  readonly location?: SourceLocation;
}

/** Workflow commands for the annotations, at most ten of each level: the last one stands for all that do not fit. */
export function annotationCommands(
  annotations: readonly Annotation[],
  workspace: string | undefined,
): readonly string[] {
  return (['error', 'warning'] as const).flatMap((level) => {
    const own = annotations.filter((annotation) => annotation.level === level);
    const shown = own.length <= MOST ? own : own.slice(0, MOST - 1);
    const left = own.length - shown.length;
    const rest: readonly Annotation[] =
      left === 0
        ? []
        : [
            {
              level,
              title: `${left} more ${level}s`,
              message: own
                .slice(shown.length, shown.length + 20)
                .map((one) => `${one.title}: ${oneLine(one.message).slice(0, 150)}`)
                .join('\n'),
            },
          ];
    return [...shown, ...rest].map((annotation) => command(annotation, workspace));
  });
}

function command({ level, title, message, location }: Annotation, workspace: string | undefined): string {
  const file = location && relativeTo(workspace, location.file);
  const place = { file, line: location?.line, col: location?.line === undefined ? undefined : location.column };
  return workflowCommand(level, { ...place, title }, cleanText(message).slice(0, MOST_CHARACTERS));
}

/** GitHub puts annotations on lines of files named from the root of the repository. */
function relativeTo(workspace: string | undefined, file: string): string {
  const root = workspace?.replace(/\/+$/, '');
  return root && file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file.replace(/^\.\//, '');
}

/** One error for each root cause, however many targets it hit; for each failed stack that has no failed resource, its reason. */
export function failureAnnotations(result: Pick<RunResult, 'instances'>): readonly Annotation[] {
  const groups = new Map<string, { annotation: Annotation; targets: string[] }>();
  const add = (key: readonly unknown[], target: string, annotation: Annotation) => {
    const text = JSON.stringify(key);
    const group = groups.get(text) ?? { annotation, targets: [] };
    if (!group.targets.includes(target)) group.targets.push(target);
    groups.set(text, group);
  };
  for (const { stack, target, state, reason, failures, fix } of result.instances) {
    if (!failedStates.has(state)) continue;
    const causes = rootCauseFirst(failures).filter((failure, index) => failure.rootCause || index === 0);
    for (const { path, status, reason: why, location } of causes) {
      const message = [
        `${path} ${status}: ${oneLine(why)}`,
        ...fix.map((sentence) => `What to do: ${oneLine(sentence)}`),
      ].join('\n');
      add([stack, path, status, why, location], target, {
        level: 'error',
        title: stack,
        message,
        ...(location && { location }),
      });
    }
    if (causes.length === 0) {
      const message = [oneLine(reason ?? state), ...fix.map((sentence) => `What to do: ${oneLine(sentence)}`)].join(
        '\n',
      );
      add([stack, state, reason], target, { level: 'error', title: stack, message });
    }
  }
  return [...groups.values()].map(({ annotation, targets }) => ({
    ...annotation,
    title: `${annotation.title} failed in ${someOf(targets, 3)}`,
  }));
}

const failedStates: ReadonlySet<string> = new Set(['failed', 'stuck', 'timed-out', 'unreachable']);

/** An error for each gate that failed, a warning for each without a verdict, however many targets it speaks of. */
export function gateAnnotations({ gates = [] }: Pick<RunResult, 'gates'>): readonly Annotation[] {
  const open = gates.filter(({ verdict }) => verdict !== 'pass');
  return [...Map.groupBy(open, ({ gate, verdict }) => `${verdict} ${gate}`).values()].map((same) => ({
    level: same[0]?.verdict === 'fail' ? 'error' : 'warning',
    title: `gate ${same[0]?.gate} ${same[0]?.verdict === 'fail' ? 'failed' : 'inconclusive'}`,
    message: same
      .map(({ target, reason }) => `${target === undefined ? '' : `${target}: `}${oneLine(reason)}`)
      .join('\n'),
  }));
}

export function problemAnnotations(problems: readonly Problem[]): readonly Annotation[] {
  return problems.map(({ code, message, fix, location }) => ({
    level: 'error',
    title: code,
    message: [message, ...fix].join('\n'),
    ...(location && { location }),
  }));
}

/** A plan that loses data is worth a warning on the pull request, whatever else it says. */
export function planAnnotations(plan: Plan): readonly Annotation[] {
  return planModel(plan).dataLoss.map(({ stack, path, resourceType, what, targets }) => ({
    level: 'warning',
    title: `data loss in ${count(targets.length, 'target')}`,
    message: `${stack}: ${path} (${resourceType}) ${what} in ${someOf(targets, 10)}`,
  }));
}
