import { relative } from 'node:path';
import type { RunContext } from '../../context.ts';
import { InternalError, type SourceLocation } from '../../errors.ts';
import type { InRegionShift, Release } from '../../release/model.ts';
import { type PlacedTemplate, templatesOf } from '../../release/nested-templates.ts';
import { addPreference } from '../../template/add-preference.ts';
import type { ConsumerKind } from '../../template/consumer-kinds.ts';
import { type ShiftedAliases, shiftedAliases } from '../../template/deployment-preference.ts';
import { consumerKinds, switchesAtOnce } from '../../template/event-driven.ts';
import { createLocator, isNestedStack } from '../../template/locate-nested.ts';
import type { Template } from '../../template/model.ts';
import { parseTemplate } from '../../template/parse.ts';

/** What the run must know of one template of the release, whatever the target. */
export interface StackTemplate {
  readonly parameters: Template['parameters'];
  readonly hasNestedStacks: boolean;
  /** Logical ids that stay when they leave the stack (`DeletionPolicy: Retain`). */
  readonly retained: ReadonlySet<string>;
  /** As the template declares them, before transforms and conditions. */
  readonly resourceCount: number;
  /** Aliases that CodeDeploy moves while the stack is updated; absent where it moves none. */
  readonly shifted?: ShiftedAliases;
  /** What `in-region` added to the template when the release was made. */
  readonly inRegion?: InRegionShift;
  /** Functions with an alias that nobody moves in steps: `in-region` could. */
  readonly unshifted: readonly string[];
  /** What calls its functions by itself, and `pause-consumers` may switch off during an update. */
  readonly consumers: ReadonlySet<ConsumerKind>;
  /** Functions that event sources call without CodeDeploy in between: they switch at once. */
  readonly switchesAtOnce: readonly string[];
  /** Place of a resource in its source, for errors: by its path through nested stacks, in the file that declares it. */
  readonly locate: (path: string) => SourceLocation | undefined;
}

/** Reads each packaged template of a release once. */
export function createStackTemplates(
  release: Pick<Release, 'id' | 'stacks'>,
  context: RunContext,
): (stack: string) => StackTemplate {
  const known = new Map<string, StackTemplate>();
  return (stack) => {
    const found = known.get(stack) ?? read(stack, release, context);
    known.set(stack, found);
    return found;
  };
}

function read(key: string, release: Pick<Release, 'id' | 'stacks'>, context: RunContext): StackTemplate {
  const stack = release.stacks.find((candidate) => candidate.stack === key);
  if (stack === undefined) throw new InternalError(`release ${release.id} has no stack ${key}`);
  const all = templatesOf(stack);
  const packaged = all[0]?.template ?? parseTemplate(stack.template, stack.source);
  const named = (find: (template: Template) => readonly string[]): readonly string[] =>
    all.flatMap(({ path, template }) => find(template).map((name) => [...path, name].join('.')));
  const shifted = shiftedIn(all);
  return {
    parameters: packaged.parameters,
    resourceCount: packaged.resources.length,
    retained: new Set(
      packaged.resources.filter(({ deletionPolicy }) => deletionPolicy === 'Retain').map(({ logicalId }) => logicalId),
    ),
    hasNestedStacks: packaged.resources.some(({ type }) => isNestedStack(type)),
    ...(shifted !== undefined && { shifted }),
    ...(stack.inRegion !== undefined && { inRegion: stack.inRegion }),
    unshifted: named((template) => addPreference(template, 'AllAtOnce').functions),
    consumers: new Set(all.flatMap(({ template }) => [...consumerKinds(template)])),
    switchesAtOnce: named(switchesAtOnce),
    locate: createLocator(stack.source, {
      readFile: context.readFile,
      name: (path) => relative(context.cwd, path),
    }),
  };
}

/** Aliases of the root, and of nested stacks by their path. */
function shiftedIn(all: readonly PlacedTemplate[]): ShiftedAliases | undefined {
  const found = all.flatMap(({ path, template }) => {
    const shifted = shiftedAliases(template);
    return shifted === undefined ? [] : [[path.join('.'), shifted] as const];
  });
  if (found.length === 0) return undefined;
  const { '': root = NO_ALIASES, ...nested } = Object.fromEntries(found);
  return Object.keys(nested).length === 0 ? root : { ...root, nested };
}

const NO_ALIASES: ShiftedAliases = { functions: [], written: {} };
