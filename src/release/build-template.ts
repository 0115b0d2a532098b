import { dirname, join, parse } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Report } from '../report/events.ts';
import type { Template } from '../template/model.ts';
import { readTemplate } from '../template/read.ts';
import { type LocalArtifacts, localArtifacts } from './local-artifacts.ts';
import type { SamConfigText } from './sam-settings.ts';

export interface BuildRequest {
  /** Absolute path of the source template. */
  readonly template: string;
  readonly source: Template;
  readonly local: LocalArtifacts;
  /** False: take what `sam build` made before, or the source as it is. */
  readonly build: boolean;
  /** Working directory: relative paths of `sam build` settings count from here. */
  readonly directory: string;
  /** Another template of the application lies in the same folder: they cannot share one build folder. */
  readonly sharesFolder: boolean;
  readonly run: (args: readonly string[]) => Promise<void>;
  readonly samConfig?: SamConfigText;
}

export interface BuildParts {
  readonly clock: Clock;
  readonly report: Report;
  readonly readFile: (file: string) => Promise<string>;
}

/** What is packaged, and where it lies, absolute: its paths count from there. */
export interface BuiltTemplate {
  readonly path: string;
  readonly template: Template;
}

/** The template to package: as `sam build` made it now or before, or the source where there is nothing to build. */
export async function builtTemplate(request: BuildRequest, parts: BuildParts): Promise<BuiltTemplate> {
  const { template, source, local } = request;
  const folder = dirname(template);
  if (!local.needsBuild || isBuilt(template)) return { path: template, template: source };
  const own = join(folder, '.aws-sam', `build-${parse(template).name}`);
  if (!request.build) {
    return (
      (await earlierBuild(template, source, request.sharesFolder, parts.readFile)) ?? {
        path: template,
        template: source,
      }
    );
  }
  const buildFolder = request.sharesFolder ? own : join(folder, '.aws-sam', 'build');
  const text = `sam build ${template}`;
  parts.report({ type: 'step.started', step: 'build', text });
  const start = parts.clock.now();
  const { path: configFile, environment = 'default' } = request.samConfig ?? {};
  await request.run([
    'build',
    ...['--template-file', template],
    ...['--build-dir', buildFolder],
    ...(configFile === undefined ? [] : ['--config-file', configFile]),
    ...['--config-env', environment],
  ]);
  parts.report({ type: 'step.finished', step: 'build', text, durationMs: parts.clock.now() - start });
  const path = join(buildFolder, 'template.yaml');
  return { path, template: await readTemplate(path, parts.readFile) };
}

/** What `sam build` made of this template before; undefined when it made nothing, or of another template. */
async function earlierBuild(
  template: string,
  source: Template,
  sharesFolder: boolean,
  readFile: BuildParts['readFile'],
): Promise<BuiltTemplate | undefined> {
  if (isBuilt(template) || !localArtifacts(source).needsBuild) return undefined;
  for (const path of buildsOf(template, sharesFolder)) {
    const built = await readTemplate(path, readFile).catch(() => undefined);
    if (built && isOf(built, source)) return { path, template: built };
  }
  return undefined;
}

/** Where `sam build` would have put what it made of a template. */
export function buildsOf(template: string, sharesFolder: boolean): readonly string[] {
  const folder = join(dirname(template), '.aws-sam');
  const folders = sharesFolder ? [`build-${parse(template).name}`, 'build'] : ['build'];
  return folders.map((name) => join(folder, name, 'template.yaml'));
}

/** `sam build` makes one folder for all templates beside each other, unless each is given its own. */
export function sharesFolder(template: string, others: readonly string[]): boolean {
  return others.some((other) => other !== template && dirname(other) === dirname(template));
}

function isBuilt(file: string): boolean {
  return /[\\/]\.aws-sam[\\/]build(?:-[^\\/]+)?[\\/]/.test(file);
}

/** Whether a built template was made of this source: `sam build` changes no logical ids. */
function isOf(built: Template, source: Template): boolean {
  const ids = (template: Template) => template.resources.map(({ logicalId, type }) => `${logicalId} ${type}`).sort();
  return ids(built).join('\n') === ids(source).join('\n');
}
