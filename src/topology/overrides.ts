import type { Context } from './context.ts';
import { type InlineSettings, type NameInput, settingsTree } from './inline.ts';
import { type Layer, readLayer } from './layers.ts';
import { didYouMean } from './nearest.ts';
import { read } from './schema/read.ts';
import { stackSettings } from './schema/settings.ts';

/**
 * Settings that the inputs add to a file, by stack. A parameter names its stack (`KEY.Name`) unless there is only one;
 * files of parameters speak to all stacks.
 */
export async function readOverrides(
  inline: InlineSettings,
  keys: readonly string[],
  nameInput: NameInput,
  context: Context,
): Promise<ReadonlyMap<string, readonly Layer[]>> {
  const { parameters, parameterFiles, ...others } = inline;
  const named = nameStacks(parameters ?? {}, keys, nameInput('parameters'), context);
  const layer = async (
    settings: InlineSettings,
    own: Readonly<Record<string, string>> | undefined,
    shared: boolean,
  ) => {
    const value = read(stackSettings, settingsTree(settings, nameInput, own), context.findings);
    context.findings.throwIfAny();
    return await readLayer(value ?? {}, [], shared, context);
  };
  const layers = new Map<string, readonly Layer[]>();
  for (const key of keys) {
    const own = named.filter((parameter) => parameter.key === key).map(({ name, value }) => [name, value] as const);
    layers.set(key, [
      await layer(parameterFiles ? { parameterFiles } : {}, undefined, keys.length > 1),
      await layer(others, own.length > 0 ? Object.fromEntries(own) : undefined, false),
    ]);
  }
  return layers;
}

function nameStacks(
  parameters: Readonly<Record<string, string>>,
  keys: readonly string[],
  input: string,
  context: Context,
): readonly { readonly key: string | undefined; readonly name: string; readonly value: string }[] {
  return Object.entries(parameters).map(([text, value]) => {
    const dot = text.indexOf('.');
    const key = dot === -1 ? (keys.length === 1 ? keys[0] : undefined) : text.slice(0, dot);
    const name = text.slice(dot + 1);
    if (key === undefined) {
      const fix = `Write KEY.${name}; the stacks are ${keys.join(', ')}.`;
      context.findings.add('input-parameter', `${input}: ${name} does not say of which stack`, undefined, fix);
    } else if (!keys.includes(key)) {
      context.findings.add('unknown-stack', `${input}: there is no stack "${key}"`, undefined, didYouMean(key, keys));
    }
    return { key, name, value };
  });
}
