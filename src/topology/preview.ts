import { UserError } from '../errors.ts';
import type { Layer } from './layers.ts';
import { didYouMean } from './nearest.ts';
import type { ConfigEnvironment, ConfigFile, ConfigPreview, ConfigStack } from './schema/file.ts';
import { DEFAULT_STACK } from './stacks.ts';
import { child, type Tree } from './tree/tree.ts';

/** The preview that an environment is made for. */
export interface PreviewRequest {
  /** Of the pull request. */
  readonly number: number;
  /** The name of a stack in this preview. What the configuration calls it counts for environments alone. */
  readonly stackName: (key: string, application: string) => string;
  /** Tags that say whose it is and how long it stays. */
  readonly tags: (facts: { readonly application: string; readonly expiresAfterMs: number }) => Layer['tags'];
  /** These win over the configuration. */
  readonly expiresAfterMs?: number;
  readonly express?: boolean;
}

/** How long a preview stays when nobody says so, milliseconds. */
const EXPIRES_AFTER_MS = 7 * 86_400_000;

/** The environment of a preview; runs in no GitHub environment of that name unless a workflow says so. */
export function previewEnvironment(number: number): string {
  return `pr-${number}`;
}

/**
 * A configuration in which `preview:` is an environment: everything that holds for environments holds for previews.
 * @throws UserError `no-preview`, `environment-is-preview`, `unknown-stack`
 */
export function withPreview(
  config: ConfigFile,
  tree: Tree,
  number: number,
  file: string,
): { readonly config: ConfigFile; readonly tree: Tree } {
  const { preview } = config;
  if (preview === undefined) {
    throw new UserError('no-preview', `${file} says nothing of previews`, {
      fix: ['Add, for example:  preview: { targets: [eu-west-1] }'],
    });
  }
  const name = previewEnvironment(number);
  if (Object.hasOwn(config.environments, name)) {
    throw new UserError(
      'environment-is-preview',
      `${file} has an environment ${name}: that is what previews are called`,
      {
        fix: ['Give the environment another name.'],
      },
    );
  }
  const { 'termination-protection': _, ...rest } = config;
  const stacks = chosenStacks(config.stacks ?? { [DEFAULT_STACK]: {} }, preview);
  return {
    config: { ...rest, stacks, environments: { ...config.environments, [name]: environmentOf(preview) } },
    tree: withEntry(tree, name),
  };
}

/** What a preview adds to the settings of its stacks; nothing wins over it. */
export function previewLayer(
  request: PreviewRequest,
  application: string,
  preview: Pick<ConfigPreview, 'expires-after' | 'express'> = {},
): Layer {
  const expiresAfterMs = request.expiresAfterMs ?? preview['expires-after'] ?? EXPIRES_AFTER_MS;
  const express = request.express ?? preview.express ?? true;
  return { parameters: {}, tags: request.tags({ application, expiresAfterMs }), rest: { express } };
}

function environmentOf(preview: ConfigPreview): ConfigEnvironment {
  const { only: _, 'expires-after': __, express: ___, ...environment } = preview;
  return environment;
}

/** Nothing protects a preview: it has to go when its pull request is closed. */
function chosenStacks(
  stacks: Readonly<Record<string, ConfigStack>>,
  { only }: ConfigPreview,
): Readonly<Record<string, ConfigStack>> {
  const keys = Object.keys(stacks);
  for (const key of only ?? []) {
    if (keys.includes(key)) continue;
    throw new UserError('unknown-stack', `preview names "${key}", which is no stack`, { fix: [didYouMean(key, keys)] });
  }
  return Object.fromEntries(
    Object.entries(stacks)
      .filter(([key]) => only?.includes(key) ?? true)
      .map(([key, { 'termination-protection': _, ...stack }]) => [key, stack]),
  );
}

/** Messages then point to the lines of `preview:`. */
function withEntry(tree: Tree, name: string): Tree {
  const preview = child(tree, 'preview');
  if (tree.kind !== 'map' || preview === undefined) return tree;
  return {
    ...tree,
    entries: tree.entries.map((entry) =>
      entry.key === 'environments' && entry.value.kind === 'map'
        ? { ...entry, value: { ...entry.value, entries: [...entry.value.entries, { ...preview, key: name }] } }
        : entry,
    ),
  };
}
