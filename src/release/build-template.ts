import type { Clock } from '../clock.ts';
import type { Report } from '../report/events.ts';
import type { Template } from '../template/model.ts';
import { readTemplate } from '../template/read.ts';
import { type LocalArtifacts, localArtifacts } from './local-artifacts.ts';

export interface BuildRequest {
  readonly source: Template;
  readonly local: LocalArtifacts;
  /** False: take what `sam build` made before, or the source as it is. */
  readonly build: boolean;
  /** Working directory: relative paths of `sam build` settings count from here. */
  readonly directory: string;
  /** Another template of the application lies in the same folder: they cannot share one build folder. */
  readonly sharesFolder: boolean;
  readonly run: (args: readonly string[]) => Promise<void>;
  /** More arguments of `sam build`. */
  readonly arguments: readonly string[];
}

export interface BuildParts {
  readonly clock: Clock;
  readonly report: Report;
  readonly readFile: (file: string) => Promise<string>;
}

/** The template to package: as `sam build` made it now or before, or the source where there is nothing to build. */
export async function builtTemplate(request: BuildRequest, parts: BuildParts): Promise<Template> {
  const { source, local } = request;
  const { dirname, join, parse } = await import('node:path');
  const folder = dirname(source.file);
  if (!local.needsBuild || isBuilt(source.file)) return source;
  const own = join(folder, '.aws-sam', `build-${parse(source.file).name}`);
  if (!request.build) return (await earlierBuild(source, request.sharesFolder, parts.readFile)) ?? source;
  const buildFolder = request.sharesFolder ? own : join(folder, '.aws-sam', 'build');
  const text = `sam build ${source.file}`;
  parts.report({ type: 'step.started', step: 'build', text });
  const start = parts.clock.now();
  await request.run(['build', '--template-file', source.file, '--build-dir', buildFolder, ...request.arguments]);
  parts.report({ type: 'step.finished', step: 'build', text, durationMs: parts.clock.now() - start });
  return readTemplate(join(buildFolder, 'template.yaml'), parts.readFile);
}

/** What `sam build` made of this template before; undefined when it made nothing, or of another template. */
export async function earlierBuild(
  source: Template,
  sharesFolder: boolean,
  readFile: BuildParts['readFile'],
): Promise<Template | undefined> {
  const { dirname, join, parse } = await import('node:path');
  if (isBuilt(source.file) || !localArtifacts(source).needsBuild) return undefined;
  const folder = join(dirname(source.file), '.aws-sam');
  const own = join(folder, `build-${parse(source.file).name}`);
  for (const candidate of sharesFolder ? [own, join(folder, 'build')] : [join(folder, 'build')]) {
    const built = await readTemplate(join(candidate, 'template.yaml'), readFile).catch(() => undefined);
    if (built && isOf(built, source)) return built;
  }
  return undefined;
}

function isBuilt(file: string): boolean {
  return /[\\/]\.aws-sam[\\/]build(?:-[^\\/]+)?[\\/]/.test(file);
}

/** Whether a built template was made of this source: `sam build` changes no logical ids. */
function isOf(built: Template, source: Template): boolean {
  const ids = (template: Template) => template.resources.map(({ logicalId, type }) => `${logicalId} ${type}`).sort();
  return ids(built).join('\n') === ids(source).join('\n');
}
