import type { CellKind, PlanModel } from './plan-model.ts';

/** The sign of a kind of change in a matrix. */
export function cellSign(kind: CellKind, unicode: boolean): string {
  switch (kind) {
    case 'add':
      return '+';
    case 'modify':
      return '~';
    case 'replace':
      return unicode ? '±' : '+/-';
    case 'may-replace':
      return unicode ? '±?' : '+/-?';
    case 'remove':
      return '-';
    case 'import':
      return unicode ? '→' : '->';
    case 'sync':
      return '=';
    case 'dynamic':
      return '?';
    case 'none':
      return unicode ? '·' : '.';
  }
}

export const cellMeaning: Readonly<Record<CellKind, string>> = {
  add: 'add',
  modify: 'modify',
  replace: 'replace',
  'may-replace': 'conditional replacement',
  remove: 'remove',
  import: 'import',
  sync: 'take over as it is',
  dynamic: 'known only during the update',
  none: 'no change',
};

/** The kinds that a plan uses, in reading order. */
export function usedKinds(model: PlanModel): readonly CellKind[] {
  const used = new Set(
    model.stacks.flatMap((stack) => stack.rows.flatMap((row) => row.cells.map((cell) => cell.kind))),
  );
  const order: readonly CellKind[] = [
    'add',
    'modify',
    'replace',
    'may-replace',
    'remove',
    'import',
    'sync',
    'dynamic',
    'none',
  ];
  return order.filter((kind) => used.has(kind));
}
