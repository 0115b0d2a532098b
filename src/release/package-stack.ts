import type { TargetSession } from '../aws/ports.ts';
import type { Clock } from '../clock.ts';
import { refuseImageFunctions } from '../template/image-functions.ts';
import type { Template } from '../template/model.ts';
import { parseTemplate } from '../template/parse.ts';
import { readTemplate } from '../template/read.ts';
import { withResourceIds } from '../template/resource-ids.ts';
import { type BuildRequest, builtTemplate } from './build-template.ts';
import { type LocalArtifacts, localArtifacts, refuseLocalArtifacts } from './local-artifacts.ts';
import { runSam, type SamCli, type SamParts } from './sam-cli.ts';
import { packageSettings } from './sam-settings.ts';
import { samEnvironment } from './sam-work.ts';

export interface PackageRequest extends Omit<BuildRequest, 'source' | 'local' | 'run' | 'arguments'> {
  /** Absolute path of the source template. */
  readonly template: string;
  /** Run `sam validate` first. */
  readonly validate: boolean;
  readonly session: TargetSession;
  readonly bucket: string;
  readonly prefix?: string;
  /** Environment table of samconfig.toml. */
  readonly samConfigEnvironment: string;
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
  readonly source: Template;
  readonly packaged: Template;
  /** False: the template names no local file, `sam` was not needed. */
  readonly bySam: boolean;
}

/**
 * One template from source to packaged text: validated, built and packaged as far as there is anything to.
 *
 * @throws UserError of the template (`template-missing` …, `image-function`) and of `sam` (`sam-missing`, `sam-failed` …)
 */
export async function packageTemplate(request: PackageRequest, parts: PackageParts): Promise<PackagedTemplate> {
  const source = await readTemplate(request.template, parts.readFile);
  refuseImageFunctions(source);
  const configEnv = ['--config-env', request.samConfigEnvironment];
  const run = samRunner(request, parts, localArtifacts(source));
  if (request.validate) {
    await run(['validate', '--template-file', request.template, '--region', request.session.region, ...configEnv]);
  }
  const built = await builtTemplate(
    { ...request, source, local: localArtifacts(source), run, arguments: configEnv },
    parts,
  );
  if (!localArtifacts(built).needsPackage) {
    return { source, packaged: parseTemplate(withResourceIds(built), built.file), bySam: false };
  }

  const output = `${request.folder}/${request.name}.packaged.yaml`;
  const settings = `${request.folder}/${request.name}.samconfig.toml`;
  await parts.writeFile(settings, await packageSettings(await samconfig(request, parts), request.samConfigEnvironment));
  await step(parts, 'package', `sam package ${request.template}`, () =>
    run([
      'package',
      ...['--template-file', built.file],
      ...['--output-template-file', output],
      ...['--s3-bucket', request.bucket],
      ...(request.prefix === undefined ? [] : ['--s3-prefix', request.prefix]),
      ...['--region', request.session.region],
      ...['--config-file', settings, ...configEnv],
      '--no-progressbar',
    ]),
  );
  const packaged = await readTemplate(output, parts.readFile);
  refuseLocalArtifacts(packaged, source);
  return { source, packaged, bySam: true };
}

/** Runs `sam` for one template; finds it and prepares its environment with the first run. */
function samRunner(request: PackageRequest, parts: PackageParts, { insideLoops }: LocalArtifacts): BuildRequest['run'] {
  let env: Promise<Readonly<Record<string, string>>> | undefined;
  return async (args) => {
    env ??= samEnvironment(request.env, request.session, request.folder, parts.clock, {
      languageExtensions: insideLoops,
    });
    const run = { args, cwd: request.directory, template: request.template };
    await runSam({ ...run, sam: await parts.sam(), env: await env }, parts);
  };
}

/** SAM looks beside the template. */
async function samconfig({ template }: PackageRequest, { readFile }: PackageParts): Promise<string | undefined> {
  const { dirname, join } = await import('node:path');
  return readFile(join(dirname(template), 'samconfig.toml')).catch(() => undefined);
}

async function step(parts: PackageParts, name: string, text: string, work: () => Promise<void>): Promise<void> {
  parts.report({ type: 'step.started', step: name, text });
  const start = parts.clock.now();
  await work();
  parts.report({ type: 'step.finished', step: name, text, durationMs: parts.clock.now() - start });
}
