import type { Context } from './context.ts';
import type { StackDefinition, Target } from './model.ts';
import { didYouMean } from './nearest.ts';
import { parseReferences, type Reference, referencesIn } from './references.ts';

/** What references of gates may point to. */
export interface GatePlace {
  readonly stacks: readonly StackDefinition[];
  /** Names of all targets of the environment. */
  readonly allTargets: readonly string[];
  readonly targets: readonly Target[];
}

interface GateFacts {
  readonly name: string;
  readonly scope: 'target' | 'rollout';
  readonly path: readonly (string | number)[];
}

/** Every reference in the texts of a gate must mean something; outputs must be declared where the template can be read. */
export async function checkGateReferences(
  config: object,
  gate: GateFacts,
  place: GatePlace,
  context: Context,
): Promise<void> {
  for (const { text, path } of textsIn(config, gate.path)) {
    const location = context.at(...path);
    const fail = (message: string, fix: string) =>
      context.findings.add('reference', `the gate ${gate.name}: ${message}`, location, fix);
    const { parts, problems } = parseReferences(text);
    for (const { message, fix } of problems) fail(message, fix);
    for (const part of parts) {
      if (part.kind !== 'reference') continue;
      const { reference, source } = part;
      if (reference.kind === 'output') await checkOutput(reference, source, gate, place, context, fail);
      else if (reference.kind === 'target' && gate.scope === 'rollout')
        fail(`${source} cannot stand in a gate with scope: rollout`, 'It is asked once, for no target in particular.');
    }
  }
}

type OutputReference = Extract<Reference, { readonly kind: 'output' }>;

async function checkOutput(
  { stack, target, output }: OutputReference,
  source: string,
  gate: GateFacts,
  place: GatePlace,
  context: Context,
  fail: (message: string, fix: string) => void,
): Promise<void> {
  const referred = place.stacks.find(({ key }) => key === stack);
  if (referred === undefined) {
    const known = place.stacks.map(({ key }) => key);
    return fail(`${source} names the stack "${stack}", which is none`, didYouMean(stack, known));
  }
  if (target !== undefined && referred.scope !== 'regional')
    return fail(
      `${source} names a target, but ${stack} has the scope ${referred.scope}`,
      `Write \${stacks.${stack}.outputs.${output}}.`,
    );
  if (target !== undefined && !place.allTargets.includes(target))
    return fail(`${source} names the target "${target}", which is none`, didYouMean(target, place.allTargets));
  if (target === undefined && referred.scope === 'regional' && gate.scope === 'rollout')
    return fail(
      `${source} does not say of which target, and the gate is asked once for all`,
      `Name the target: \${stacks.${stack}.targets.${place.allTargets[0] ?? 'TARGET'}.outputs.${output}}.`,
    );
  const declared = await outputsOf(referred, context);
  if (declared !== undefined && !declared.includes(output))
    fail(
      `${source} is no output of ${stack}`,
      declared.length > 0 ? didYouMean(output, declared) : `Add it to the Outputs of its template.`,
    );
}

/** Undefined where nobody can say: the template is not there or broken, or its outputs come out of a loop. */
async function outputsOf(stack: StackDefinition, context: Context): Promise<readonly string[] | undefined> {
  const text = context.readFile(stack.template);
  if (text === undefined) return undefined;
  const { parseTemplate } = await import('../template/parse.ts');
  try {
    const outputs: unknown = parseTemplate(text, stack.template).data['Outputs'];
    const names = typeof outputs === 'object' && outputs !== null ? Object.keys(outputs) : [];
    return names.some((name) => name.startsWith('Fn::')) ? undefined : names;
  } catch {
    // Whoever needs the template reports it.
    return undefined;
  }
}

/** Whether a check asks for the release or its commit anywhere in its texts. */
export function namesRelease(check: object): boolean {
  return refers(check, ({ kind }) => kind === 'release' || kind === 'commit');
}

/** Whether a check asks anywhere in its texts if its target gets traffic. */
export function namesActive(check: object): boolean {
  return refers(check, (reference) => reference.kind === 'target' && reference.property === 'active');
}

function refers(check: object, matches: (reference: Reference) => boolean): boolean {
  return [...textsIn(check, [])].some(({ text }) => referencesIn(text).some(matches));
}

interface PlacedText {
  readonly text: string;
  readonly path: readonly (string | number)[];
}

/** All texts inside a value, with where they stand. */
export function* textsIn(value: unknown, path: readonly (string | number)[]): Generator<PlacedText> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* textsIn(item, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...path, key]);
}
