import type { StackReport } from '../events.ts';
import type { Style, Tone } from '../style.ts';
import { columns, oneLine } from '../text.ts';

/** The table of `status`: every stack as AWS has it, who works on it, and orphans. */
export function statusLines(stacks: readonly StackReport[], style: Style): readonly string[] {
  if (stacks.length === 0) return ['no stacks'];
  const head = ['TARGET', 'STACK', 'REGION', 'ACCOUNT', 'STATE', 'CHANGED', 'NOTE'].map((name) =>
    style.paint('dim', name),
  );
  const rows = stacks.map((stack) => [
    oneLine(stack.target),
    oneLine(stack.stackName),
    stack.region,
    stack.account ?? '',
    style.paint(toneOf(stack), stack.status ?? stack.kind),
    stack.changedAt ?? '',
    oneLine(noteOf(stack)),
  ]);
  return columns([head, ...rows], style.measure);
}

function toneOf({ kind, good }: StackReport): Tone {
  if (kind === 'unreachable') return 'bad';
  if (kind === 'orphan' || kind === 'absent') return 'warn';
  return good ? 'good' : 'bad';
}

function noteOf({ kind, heldBy, reason }: StackReport): string {
  return [
    kind === 'orphan' ? 'orphan: no longer configured (remove --targets takes it out)' : '',
    heldBy === undefined ? '' : `held by ${heldBy}`,
    reason ?? '',
  ]
    .filter((text) => text !== '')
    .join('; ');
}
