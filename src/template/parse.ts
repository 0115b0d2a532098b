import { errorText, UserError } from '../errors.ts';
import { composeDocument, follow, locationAt, mapStartOf, spanOf } from './document.ts';
import { pathOf } from './location-path.ts';
import type { Template } from './model.ts';
import { asMap, isMap } from './plain-data.ts';
import { parametersOf, resourcesOf, transformsOf } from './sections.ts';
import { yamlData } from './yaml-data.ts';

/**
 * Reads a SAM or CloudFormation template, YAML (with short-form functions) or JSON. JSON costs no syntax tree until
 * something is located in it.
 *
 * @throws UserError `template-not-yaml` with the line, `template-not-cloudformation`
 */
export function parseTemplate(text: string, file: string): Template {
  const json = /^\s*\{/.test(text) ? parseJson(text) : undefined;
  let document = json === undefined ? composeChecked(text, file) : undefined;
  const tree = () => {
    document ??= composeDocument(text);
    return document;
  };
  const data = json ?? toData(tree(), file);
  if (!isMap(data) || !isMap(data['Resources']) || Object.keys(data['Resources']).length === 0) {
    throw notCloudFormation(data, file);
  }

  const locate: Template['locate'] = (path) => {
    const candidates = pathOf(path).map((parts) => ({ parts, found: follow(tree(), parts) }));
    const best = candidates.find(({ parts, found }) => found.depth > Math.min(1, parts.length - 1));
    return best && locationAt(file, text, best.found.offset);
  };
  let resources: Template['resources'] | undefined;
  return {
    file,
    text,
    data,
    get parameters() {
      return parametersOf(data).map((parameter) => ({
        ...parameter,
        location: locationAt(file, text, follow(tree(), ['Parameters', parameter.name]).offset),
      }));
    },
    transforms: transformsOf(data),
    get resources() {
      resources ??= resourcesOf(data);
      return resources;
    },
    globals: asMap(data['Globals']),
    locate,
    scalarAt: (path) => spanOf(tree(), path),
    mapStart: (path) => mapStartOf(tree(), path),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // YAML in flow style, or broken: the YAML parser tells, and with the line.
    return undefined;
  }
}

function composeChecked(text: string, file: string): ReturnType<typeof composeDocument> {
  let document: ReturnType<typeof composeDocument>;
  try {
    document = composeDocument(text);
  } catch (error) {
    throw notYaml(file, errorText(error), 0, text, error);
  }
  const problem = document.errors[0];
  if (problem) throw notYaml(file, problem.message, problem.pos[0], text, problem);
  return document;
}

function toData(document: ReturnType<typeof composeDocument>, file: string): unknown {
  try {
    return yamlData(document);
  } catch (error) {
    throw notYaml(file, errorText(error), 0, '', error);
  }
}

function notYaml(file: string, reason: string, offset: number, text: string, cause: unknown): UserError {
  return new UserError('template-not-yaml', `The template ${file} is neither YAML nor JSON: ${reason}`, {
    location: text ? locationAt(file, text, offset) : { file },
    fix: ['Correct the template; "sam validate" checks it without deploying.'],
    cause,
  });
}

function notCloudFormation(data: unknown, file: string): UserError {
  const what = !isMap(data)
    ? 'it holds no mapping'
    : isMap(data['Resources'])
      ? 'its Resources section is empty'
      : 'it has no Resources section';
  return new UserError('template-not-cloudformation', `${file} is no SAM or CloudFormation template: ${what}.`, {
    location: { file },
    fix: ['Name the file that holds the Resources section of the stack.'],
  });
}
