import type { TargetSession } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import type { Template } from '../template/model.ts';
import { parseTemplate } from '../template/parse.ts';
import { readTemplate } from '../template/read.ts';
import { withResourceIds } from '../template/resource-ids.ts';
import { type BuildRequest, builtTemplate } from './build-template.ts';
import { localArtifacts, refuseLocalArtifacts } from './local-artifacts.ts';
import { runSam, type SamCli, type SamParts } from './sam-cli.ts';
import { packageSettings } from './sam-settings.ts';
import { samEnvironment } from './sam-work.ts';

export interface PackageRequest extends Omit<BuildRequest, 'local' | 'run'> {
  /** SAM must be told to expand `Fn::ForEach`. */
  readonly loops: boolean;
  readonly session: TargetSession;
  readonly bucket: string;
  readonly prefix?: string;
  /** Of this run alone; exists. */
  readonly folder: string;
  /** Unique among the templates of the run; part of file names. */
  readonly name: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface PackageParts extends SamParts {
  readonly clock: Clock;
  readonly readFile: (file: string) => Promise<string>;
  readonly writeFile: (file: string, text: string) => Promise<void>;
  /** Finds `sam`, once a run and only when it is needed. */
  readonly sam: () => Promise<SamCli>;
}

export interface PackagedTemplate {
  readonly packaged: Template;
  /** False: the template names no local file, `sam` was not needed. */
  readonly bySam: boolean;
}

/**
 * One template from source to packaged text: built and packaged as far as there is anything to.
 *
 * @throws UserError of what SAM made of the template, and of `sam` itself (`sam-missing`, `sam-failed` …)
 */
export async function packageTemplate(request: PackageRequest, parts: PackageParts): Promise<PackagedTemplate> {
  const { source, template } = request;
  const local = localArtifacts(source);
  const run = samRunner(request, parts);
  const built = await builtTemplate({ ...request, local, run }, parts);
  if (!localArtifacts(built.template).needsPackage) {
    return { packaged: parseTemplate(withResourceIds(built.template), built.template.file), bySam: false };
  }

  const output = `${request.folder}/${request.name}.packaged.yaml`;
  const settings = `${request.folder}/${request.name}.samconfig.toml`;
  await parts.writeFile(settings, await packageSettings(request.samConfig));
  await step(parts, 'package', `sam package ${template}`, () =>
    run([
      'package',
      ...['--template-file', built.path],
      ...['--output-template-file', output],
      ...['--s3-bucket', request.bucket],
      ...(request.prefix === undefined ? [] : ['--s3-prefix', request.prefix]),
      ...['--region', request.session.region],
      ...['--config-file', settings, '--config-env', request.samConfig?.environment ?? 'default'],
      '--no-progressbar',
    ]),
  );
  const packaged = await readTemplate(output, parts.readFile);
  refuseLocalArtifacts(packaged, source);
  return { packaged, bySam: true };
}

/** Runs `sam` for one template; finds it and prepares its environment with the first run. */
export function samRunner(
  request: Pick<PackageRequest, 'env' | 'session' | 'folder' | 'directory' | 'template' | 'loops'>,
  parts: PackageParts,
): BuildRequest['run'] {
  let env: Promise<Readonly<Record<string, string>>> | undefined;
  return async (args) => {
    env ??= samEnvironment(request.env, request.session, request.folder, parts.clock, {
      languageExtensions: request.loops,
    });
    const run = { args, cwd: request.directory, template: request.template };
    await runSam({ ...run, sam: await parts.sam(), env: await env }, parts);
  };
}

async function step(parts: PackageParts, name: string, text: string, work: () => Promise<void>): Promise<void> {
  parts.report({ type: 'step.started', step: name, text });
  const start = parts.clock.now();
  await work();
  parts.report({ type: 'step.finished', step: name, text, durationMs: parts.clock.now() - start });
}
