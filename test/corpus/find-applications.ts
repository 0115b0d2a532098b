import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';

/** A SAM template in somebody's repository, with values for what it asks. */
export interface CorpusApplication {
  /** Path of the template below the folder that was searched. */
  readonly name: string;
  /** What is copied: the folder of the template, or one around it that holds what it names by `../`. */
  readonly folder: string;
  /** Path of the template below it. */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const SKIPPED = new Set(['node_modules', '.git', '.aws-sam', 'cdk.out', 'dist', 'venv', '.venv']);
const DEEPEST = 8;
const LARGEST_BYTES = 1_000_000;

/** Every SAM template below a folder, in the order of their paths. */
export function findApplications(root: string): readonly CorpusApplication[] {
  return templatesBelow(root, DEEPEST)
    .sort()
    .flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      const parameters = parametersOf(text);
      const folder = folderOf(path, text, root);
      return parameters === undefined
        ? []
        : [{ name: relative(root, path), folder, template: relative(folder, path), parameters }];
    });
}

/** The smallest folder, not above the one that was searched, with everything that the template names. */
function folderOf(path: string, text: string, root: string): string {
  const upwards = [...text.matchAll(/(?:^|[\s"':])((?:\.\.\/)+)/gm)].map(([, steps = '']) => steps.length / 3);
  let folder = dirname(path);
  for (let steps = Math.max(0, ...upwards); steps > 0 && folder !== root; steps -= 1) folder = dirname(folder);
  return folder;
}

function templatesBelow(folder: string, depth: number): string[] {
  if (depth === 0) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : templatesBelow(path, depth - 1);
    return entry.isFile() && /\.(ya?ml|json)$/i.test(entry.name) && isSamTemplate(path) ? [path] : [];
  });
}

function isSamTemplate(path: string): boolean {
  if (statSync(path).size > LARGEST_BYTES) return false;
  const text = readFileSync(path, 'utf8');
  return text.includes('AWS::Serverless-2016-10-31') && text.includes('Resources');
}

/** Values for parameters without a default. Undefined: no template after all, or one that nothing can be made up for. */
function parametersOf(text: string): Readonly<Record<string, string>> | undefined {
  try {
    const template: { readonly Resources?: unknown; readonly Parameters?: Record<string, Declared> } = parse(text, {
      logLevel: 'silent',
    });
    if (typeof template.Resources !== 'object') return undefined;
    const wanted = Object.entries(template.Parameters ?? {}).filter(([, { Default }]) => Default === undefined);
    return Object.fromEntries(wanted.map(([name, declared]) => [name, madeUp(declared)]));
  } catch {
    return undefined;
  }
}

interface Declared {
  readonly Type?: string;
  readonly Default?: unknown;
  readonly AllowedValues?: readonly unknown[];
  readonly MinValue?: number;
  readonly MinLength?: number;
}

function madeUp({ Type = 'String', AllowedValues, MinValue, MinLength }: Declared): string {
  if (AllowedValues?.[0] !== undefined) return String(AllowedValues[0]);
  if (Type.includes('Number')) return String(MinValue ?? 1);
  return 'corpus'.padEnd(MinLength ?? 0, 'x');
}
