import type { ResourceChange } from '../../stack/model.ts';
import type { Plan, PlannedInstance } from '../plan-report.ts';

/** What happens to a resource in one column of the matrix. */
export type CellKind = 'add' | 'modify' | 'replace' | 'may-replace' | 'remove' | 'import' | 'sync' | 'dynamic' | 'none';

export interface Cell {
  readonly kind: CellKind;
  readonly dataLoss: boolean;
}

/** Targets in which a stack changes in the same way. */
export interface Column {
  readonly kind: 'create' | 'update';
  readonly targets: readonly string[];
  readonly changes: ReadonlyMap<string, ResourceChange>;
  /** Tags, outputs or parameters change although no resource does. */
  readonly resourceLess: boolean;
}

export interface Row {
  readonly path: string;
  readonly resourceType: string;
  /** One for each column. */
  readonly cells: readonly Cell[];
  /** Columns of one kind disagree: a stack that is new in one region does not "differ" from its updates elsewhere. */
  readonly differs: boolean;
}

/** Before and after of one property, over all targets in which it changes. */
export interface PropertyDetail {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
  /** How many different before/after pairs there are; the first is given. */
  readonly variants: number;
  readonly replaces: boolean;
}

/** Before and after of a parameter, over all targets in which it changes. */
export interface ParameterDetail extends Pick<PropertyDetail, 'name' | 'before' | 'after' | 'variants'> {
  /** Targets in which it changes, when these are not all that are updated. */
  readonly only?: readonly string[];
}

/** Something that is true in several targets. */
export interface Told {
  readonly text: string;
  readonly targets: readonly string[];
}

export interface StackPlan {
  readonly stack: string;
  readonly stackNames: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly details: readonly {
    readonly path: string;
    readonly properties: readonly PropertyDetail[];
    /** Targets in which the resource changes, when these are not all that the stack changes in. */
    readonly only?: readonly string[];
  }[];
  /** Parameters of deployed stacks that get another value. */
  readonly parameters: readonly ParameterDetail[];
  readonly unchanged: readonly string[];
  readonly predicted: readonly Told[];
  readonly failed: readonly { readonly first: PlannedInstance; readonly targets: readonly string[] }[];
  readonly switchesAtOnce: readonly Told[];
  /** Functions with the type by which CodeDeploy moves them. */
  readonly inRegion: readonly Told[];
  readonly notes: readonly Told[];
}

/** A resource that goes, or gets a new physical id. */
export interface DataLoss {
  readonly stack: string;
  readonly path: string;
  readonly resourceType: string;
  readonly what: 'removed' | 'replaced' | 'may be replaced';
  readonly targets: readonly string[];
}

export interface PlanModel {
  readonly dataLoss: readonly DataLoss[];
  /** Resources without data of their own that get a new physical id, or may. */
  readonly replacements: readonly DataLoss[];
  readonly stacks: readonly StackPlan[];
}

/** Folds a plan of any number of targets into what a person can read: targets that are alike become one column. */
export function planModel(plan: Plan): PlanModel {
  const byStack = Map.groupBy(plan.instances, (instance) => instance.stack);
  return {
    dataLoss: grouped(plan.instances, (change) => change.dataLoss),
    replacements: grouped(plan.instances, (change) => !change.dataLoss && isReplaced(change)),
    stacks: [...byStack].map(([stack, instances]) => stackPlan(stack, instances)),
  };
}

function stackPlan(stack: string, instances: readonly PlannedInstance[]): StackPlan {
  const columns = columnsOf(instances);
  const targetsOf = (kind: PlannedInstance['kind']) => instances.filter((instance) => instance.kind === kind);
  return {
    stack,
    stackNames: [...new Set(instances.map((instance) => instance.stackName))],
    columns,
    rows: rowsOf(columns),
    details: detailsOf(instances),
    parameters: parametersOf(instances),
    unchanged: targetsOf('no-change').map((instance) => instance.target),
    predicted: told(targetsOf('predicted').map(({ target, waitsFor = [] }) => [waitsFor.join(', '), target])),
    failed: failedOf(targetsOf('failed')),
    switchesAtOnce: told(
      instances.filter((i) => i.switchesAtOnce.length > 0).map((i) => [i.switchesAtOnce.join(', '), i.target]),
    ),
    inRegion: told(
      instances.flatMap(({ inRegion, target }): [string, string][] =>
        inRegion === undefined ? [] : [[`${inRegion.functions.join(', ')} by ${inRegion.type}`, target]],
      ),
    ),
    notes: told(instances.flatMap(({ notes, target }) => notes.map((note): [string, string] => [note, target]))),
  };
}

/** Values of properties hold names of regions and buckets, so only what changes how decides whether targets are alike. */
function signature({ kind, changes }: PlannedInstance): string {
  const lines = changes.map((change) => [
    change.path,
    change.resourceType,
    cellOf(change).kind,
    change.dataLoss,
    ...change.properties.map((property) => property.name),
  ]);
  return JSON.stringify([kind, lines.map((line) => JSON.stringify(line)).sort()]);
}

function columnsOf(instances: readonly PlannedInstance[]): readonly Column[] {
  const changing = instances.filter((instance) => instance.kind === 'create' || instance.kind === 'update');
  return [...Map.groupBy(changing, signature).values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    return {
      kind: first.kind === 'create' ? ('create' as const) : ('update' as const),
      targets: alike.map((instance) => instance.target),
      changes: new Map(first.changes.map((change) => [change.path, change])),
      resourceLess: first.changes.length === 0,
    };
  });
}

function rowsOf(columns: readonly Column[]): readonly Row[] {
  const paths = new Map(
    columns.flatMap((column) => [...column.changes.values()].map((change) => [change.path, change])),
  );
  return [...paths.values()].map(({ path, resourceType }) => {
    const cells = columns.map((column) => cellOf(column.changes.get(path)));
    const updates = cells.filter((_, index) => columns[index]?.kind === 'update');
    const differs = new Set(updates.map((cell) => cell.kind)).size > 1;
    return { path, resourceType, cells, differs };
  });
}

function cellOf(change: ResourceChange | undefined): Cell {
  if (!change) return { kind: 'none', dataLoss: false };
  return { kind: cellKind(change), dataLoss: change.dataLoss };
}

function cellKind({ action, replacement }: ResourceChange): CellKind {
  switch (action) {
    case 'Add':
      return 'add';
    case 'Remove':
      return 'remove';
    case 'Import':
      return 'import';
    case 'SyncWithActual':
      return 'sync';
    case 'Dynamic':
      return 'dynamic';
    case 'Modify':
      return replacement === 'True' ? 'replace' : replacement === 'Conditional' ? 'may-replace' : 'modify';
  }
}

function detailsOf(instances: readonly PlannedInstance[]): StackPlan['details'] {
  const changing = instances.filter((instance) => instance.changes.length > 0);
  const modified = changing.flatMap(({ target, changes }) =>
    changes.filter((change) => change.action === 'Modify').map((change) => ({ target, change })),
  );
  return [...Map.groupBy(modified, ({ change }) => change.path)]
    .map(([path, same]) => ({
      path,
      properties: propertiesOf(same.map(({ change }) => change)),
      ...(same.length < changing.length && { only: same.map(({ target }) => target) }),
    }))
    .filter(({ properties }) => properties.length > 0);
}

function propertiesOf(changes: readonly ResourceChange[]): readonly PropertyDetail[] {
  const byName = Map.groupBy(
    changes.flatMap((change) => change.properties),
    (property) => property.name,
  );
  return [...byName].map(([name, same]) => {
    const { before, after } = same[0] ?? {};
    return {
      name,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      variants: new Set(same.map((property) => JSON.stringify([property.before, property.after]))).size,
      replaces: same.some((property) => property.requiresRecreation === 'Always'),
    };
  });
}

function parametersOf(instances: readonly PlannedInstance[]): readonly ParameterDetail[] {
  const updated = instances.filter(({ kind }) => kind === 'update');
  const changed = updated.flatMap(({ target, parameters = [] }) => parameters.map((each) => ({ target, ...each })));
  return [...Map.groupBy(changed, ({ name }) => name)].map(([name, same]) => {
    const { before, after } = same[0] ?? {};
    return {
      name,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      variants: new Set(same.map((each) => JSON.stringify([each.before, each.after]))).size,
      ...(same.length < updated.length && { only: same.map(({ target }) => target) }),
    };
  });
}

function isReplaced({ action, replacement }: ResourceChange): boolean {
  return action === 'Modify' && (replacement === 'True' || replacement === 'Conditional');
}

/** Changes of a kind, alike ones of several targets once. */
function grouped(
  instances: readonly PlannedInstance[],
  isMeant: (change: ResourceChange) => boolean,
): readonly DataLoss[] {
  const lost = instances.flatMap(({ stack, target, changes }) =>
    changes.filter(isMeant).map((change) => ({ stack, target, change, what: lossOf(change) })),
  );
  const groups = Map.groupBy(lost, ({ stack, change, what }) => JSON.stringify([stack, change.path, what]));
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { stack, what, change } = first;
    return {
      stack,
      path: change.path,
      resourceType: change.resourceType,
      what,
      targets: same.map(({ target }) => target),
    };
  });
}

function lossOf(change: ResourceChange): DataLoss['what'] {
  if (change.action === 'Remove') return 'removed';
  return change.replacement === 'Conditional' ? 'may be replaced' : 'replaced';
}

function failedOf(instances: readonly PlannedInstance[]): StackPlan['failed'] {
  const key = ({ reason, fix, failures }: PlannedInstance) =>
    JSON.stringify([reason, fix, failures.map((failure) => [failure.path, failure.status, failure.reason])]);
  return [...Map.groupBy(instances, key).values()].flatMap((same) => {
    const [first] = same;
    return first ? { first, targets: same.map((instance) => instance.target) } : [];
  });
}

/** Equal texts of several targets, told once. */
function told(pairs: readonly (readonly [text: string, target: string])[]): readonly Told[] {
  return [...Map.groupBy(pairs, ([text]) => text)].map(([text, same]) => ({
    text,
    targets: same.map(([, target]) => target),
  }));
}
