import { dirname, resolve } from 'node:path';
import { type SourceLocation, UserError } from '../errors.ts';
import type { Template, TemplateResource } from './model.ts';
import { parseTemplate } from './parse.ts';

/** Where a nested stack has its template, by resource type. */
const TEMPLATE_PROPERTY: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
};

const DEEPEST = 5;

export function isNestedStack(type: string): boolean {
  return type in TEMPLATE_PROPERTY;
}

export interface SourceFiles {
  /** Undefined when there is no such file. */
  readonly readFile: (path: string) => string | undefined;
  /** How a path is shown. */
  readonly name: (path: string) => string;
}

/**
 * Finds the place of a resource by its path through nested stacks (`Child.Function`), in the file that declares it;
 * what is in a file that cannot be read is located at the nested stack. Files are read when first asked for, once each.
 * @param file of the root template, absolute
 */
export function createLocator(file: string, files: SourceFiles): (path: string) => SourceLocation | undefined {
  const known = new Map<string, Template | undefined>();
  const templateOf = (path: string): Template | undefined => {
    if (!known.has(path)) known.set(path, readTemplate(path, files));
    return known.get(path);
  };
  const locateIn = (path: string, resource: string, depth: number): SourceLocation | undefined => {
    const template = templateOf(path);
    const [first = '', ...rest] = resource.split('.');
    const child = rest.length === 0 || depth >= DEEPEST ? undefined : childFile(template, first);
    const inside = child === undefined ? undefined : locateIn(resolve(dirname(path), child), rest.join('.'), depth + 1);
    return inside ?? template?.locate(resource);
  };
  return (path) => locateIn(file, path, 0);
}

/** Where nested stacks have their templates, as it is written; undefined for one that is no local file, or is computed. */
export function nestedFiles({ resources }: Pick<Template, 'resources'>): readonly (string | undefined)[] {
  return resources.filter(({ type }) => isNestedStack(type)).map(fileOf);
}

function childFile(template: Template | undefined, logicalId: string): string | undefined {
  const nested = template?.resources.find((resource) => resource.logicalId === logicalId);
  return nested && fileOf(nested);
}

function fileOf({ type, properties }: Pick<TemplateResource, 'type' | 'properties'>): string | undefined {
  const path = properties[TEMPLATE_PROPERTY[type] ?? ''];
  return typeof path === 'string' && !/^[a-z0-9]+:\/\//i.test(path) ? path : undefined;
}

/** A source that is gone or broken by now costs the place, never what is said of the failure. */
function readTemplate(path: string, { readFile, name }: SourceFiles): Template | undefined {
  const text = readFile(path);
  if (text === undefined) return undefined;
  try {
    return parseTemplate(text, name(path));
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
