import type { SourceLocation } from '../errors.ts';
import type { Context } from './context.ts';
import type { StackDefinition, StackInstance, Wave } from './model.ts';
import { didYouMean } from './nearest.ts';
import { parseReferences, type Reference } from './references.ts';

/** The `needs` of every stack, those that follow from references included; wrong references are findings. */
export function completeNeeds(
  stacks: readonly StackDefinition[],
  instances: readonly StackInstance[],
  targetNames: readonly string[],
  waves: readonly Wave[],
  context: Context,
): ReadonlyMap<string, readonly string[]> {
  const needs = new Map(stacks.map(({ key, needs: written }) => [key, new Set(written)] as const));
  const waveOf = (target: string) => waves.findIndex((wave) => wave.targets.includes(target));
  for (const instance of instances) {
    const { key } = instance.stack;
    for (const { what, text, location } of textsOf(instance)) {
      const where = `${what} of ${key}`;
      const { parts, problems } = parseReferences(text);
      for (const { message, fix } of problems) context.findings.add('reference', `${where}: ${message}`, location, fix);
      for (const part of parts) {
        if (part.kind !== 'reference' || part.reference.kind !== 'output') continue;
        const fail = (message: string, fix: string) =>
          context.findings.add('reference', `${where}: ${part.source} ${message}`, location, fix);
        const valid = checkOutput(part.reference, instance, stacks, targetNames, waveOf, fail);
        if (valid && part.reference.stack !== key) needs.get(key)?.add(part.reference.stack);
      }
    }
  }
  return new Map([...needs].map(([key, set]) => [key, [...set]]));
}

/** The texts of an instance that may hold references. */
function textsOf({ settings, target }: StackInstance) {
  return [
    ...Object.entries(settings.parameters).map(([name, { text, location }]) => ({
      what: `the parameter ${name}`,
      text,
      location,
    })),
    ...Object.entries(settings.tags).map(([name, text]) => ({
      what: `the tag ${name}`,
      text,
      location: target.location,
    })),
  ];
}

type OutputReference = Extract<Reference, { readonly kind: 'output' }>;

function checkOutput(
  { stack, target }: OutputReference,
  instance: StackInstance,
  stacks: readonly StackDefinition[],
  targetNames: readonly string[],
  waveOf: (target: string) => number,
  fail: (message: string, fix: string) => void,
): boolean {
  const known = stacks.map(({ key }) => key);
  const referred = stacks.find(({ key }) => key === stack);
  const own = instance.target.name;
  if (referred === undefined) {
    fail(`names the stack "${stack}", which is none`, didYouMean(stack, known));
  } else if (target !== undefined && referred.scope !== 'regional') {
    fail(`names a target, but ${stack} has the scope ${referred.scope}`, `Write \${stacks.${stack}.outputs.NAME}.`);
  } else if (target !== undefined && !targetNames.includes(target)) {
    fail(`names the target "${target}", which is none`, didYouMean(target, targetNames));
  } else if (target === undefined && referred.scope === 'regional' && instance.stack.scope !== 'regional') {
    const example = targetNames[0] ?? 'TARGET';
    fail(
      `does not say of which target: ${instance.stack.key} has the scope ${instance.stack.scope}, but ${stack} is in every target`,
      `Name the target: \${stacks.${stack}.targets.${example}.outputs.NAME}.`,
    );
  } else if (stack === instance.stack.key && (target === undefined || target === own)) {
    fail('is an output of the stack itself', 'Use a value inside the template instead.');
  } else if (
    instance.stack.scope === 'regional' &&
    target !== undefined &&
    target !== own &&
    waveOf(target) >= waveOf(own)
  ) {
    fail(
      `is not there before ${own} is deployed: ${target} is not in an earlier wave`,
      `Put ${target} in an earlier wave.`,
    );
  } else {
    return true;
  }
  return false;
}

/** The stacks so that each comes after its needs, otherwise in the order in which they were written; cycles are findings. */
export function inOrder(stacks: readonly StackDefinition[], context: Context): readonly StackDefinition[] {
  const ordered: StackDefinition[] = [];
  const done = new Set<string>();
  let rest = [...stacks];
  while (rest.length > 0) {
    const ready = rest.filter(({ needs }) => needs.every((need) => done.has(need)));
    if (ready.length === 0) {
      reportCycle(rest, context);
      return [...ordered, ...rest];
    }
    for (const stack of ready) done.add(stack.key);
    ordered.push(...ready);
    rest = rest.filter((stack) => !done.has(stack.key));
  }
  return ordered;
}

function reportCycle(rest: readonly StackDefinition[], context: Context): void {
  const byKey = new Map(rest.map((stack) => [stack.key, stack] as const));
  const path: StackDefinition[] = [];
  let current = rest[0];
  while (current && !path.includes(current)) {
    path.push(current);
    current = current.needs.map((need) => byKey.get(need)).find((need) => need !== undefined);
  }
  const cycle = current ? [...path.slice(path.indexOf(current)), current] : path;
  const at: SourceLocation | undefined = cycle[0]?.location;
  const message = `stacks need each other in a circle: ${cycle.map(({ key }) => key).join(' → ')}`;
  context.findings.add('cycle', message, at, 'Remove one of these needs or references.');
}
