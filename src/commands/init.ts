import { join, relative } from 'node:path';
import type { BootstrapSubject } from '../bootstrap/model.ts';
import { deployRoleName } from '../bootstrap/role-names.ts';
import { bootstrapSubject } from '../bootstrap/subject-of.ts';
import { bootstrapTemplate } from '../bootstrap/template.ts';
import type { InitAnswers } from '../init/answers.ts';
import { configText } from '../init/config-text.ts';
import { findExisting } from '../init/existing.ts';
import { fillStarter, type StarterValues } from '../init/fill-starter.ts';
import { gatherAnswers, type Question } from '../init/gather.ts';
import { releasePin } from '../init/release-pin.ts';
import { findRepository, gitIn } from '../init/repository.ts';
import { type StarterName, starterNames, starterText } from '../init/starters.ts';
import { type NewFile, type WrittenFile, writeMissing } from '../init/written-file.ts';
import type { Options } from '../options/values.ts';
import type { Spawn } from '../process/spawn.ts';

/** What `init` uses of the outside world. */
export interface InitPorts {
  /** Folder of the application, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly spawn: Spawn;
  /** Absent: there is nobody to ask. */
  readonly ask?: Question;
  /** Undefined when there is no such file; absolute paths. */
  readonly readFile: (path: string) => string | undefined;
  /** Makes a file and its folders; fails where one is. Absolute paths. */
  readonly createFile: (path: string, text: string) => Promise<void>;
  /** Content of the `release.json` of this package, where there is one. */
  readonly releaseFile?: string;
}

export interface InitResult {
  readonly answers: InitAnswers;
  /** Absolute. */
  readonly root: string;
  readonly files: readonly WrittenFile[];
  /** Where the configuration and the roles do not go together. */
  readonly notes: readonly string[];
}

/** The name of the template with the roles, beside the configuration. */
const BOOTSTRAP_FILE = 'bootstrap.yaml';

/**
 * Writes `multi-region.yml`, the workflows and the bootstrap template of an application into its repository. What is
 * there already is never changed.
 * @throws UserError what is missing or wrong; nothing is written then
 */
export async function init(options: Options, ports: InitPorts): Promise<InitResult> {
  const { cwd, readFile, version } = ports;
  const git = gitIn(cwd, ports.spawn, ports.env);
  const repository = await findRepository(cwd, git);
  const config = options.config ?? 'multi-region.yml';
  const existing = await findExisting(options, cwd, config, readFile);
  const { ask } = ports;
  const folder = relative(repository.root, cwd);
  const present = starterNames.filter(
    (name) => readFile(join(repository.root, workflowPath(name, folder))) !== undefined,
  );
  const gathering = { folder: cwd, readFile, repository, present, ...(ask !== undefined && { ask }) };
  const answers = await gatherAnswers(options, existing, gathering);
  const pin = await releasePin(options.pin, ports.releaseFile, version, git);
  const text = configText(answers, pin.commit) ?? readFile(join(cwd, config)) ?? '';
  const environments = existing?.environments ?? [answers.environment];
  const subject = await subjectOf(answers, { config, text, environments }, ports);
  const bootstrap = await bootstrapTemplate(subject);
  const files: readonly NewFile[] = [
    [join(folder, config), text],
    [join(folder, BOOTSTRAP_FILE), bootstrap],
    ...answers.workflows.map((name): NewFile => {
      const values = starterValues(answers, { config, folder, pin });
      return [workflowPath(name, folder), fillStarter(starterText(name), values)];
    }),
  ];
  const at = (path: string): string => join(repository.root, path);
  const written = await writeMissing(files, {
    read: (path) => readFile(at(path)),
    write: (path, content) => ports.createFile(at(path), content),
  });
  return { answers, root: repository.root, files: written, notes: [...otherRoles(subject), ...sharedPlaces(subject)] };
}

/** In a repository of several applications each has workflows of its own. */
function workflowPath(name: StarterName, folder: string): string {
  const prefix = folder === '' ? '' : `${folder.replaceAll(/[^A-Za-z0-9]+/g, '-')}-`;
  return join('.github', 'workflows', `${prefix}${name}.yml`);
}

function starterValues(
  { branch, environment, application, targets }: InitAnswers,
  others: Pick<StarterValues, 'config' | 'folder' | 'pin'>,
): StarterValues {
  return { branch, environment, application, targets: targets.map(({ name }) => name), ...others };
}

/** Made from the configuration as it will be, which proves at once that it is a valid one. */
async function subjectOf(
  { repository, branch }: InitAnswers,
  {
    config,
    text,
    environments,
  }: { readonly config: string; readonly text: string; readonly environments: readonly string[] },
  ports: InitPorts,
): Promise<BootstrapSubject> {
  const path = join(ports.cwd, config);
  const readFile = (file: string): string | undefined => (file === path ? text : ports.readFile(file));
  const request = { config, environments, repository, branch };
  return bootstrapSubject(request, { cwd: ports.cwd, readFile });
}

/** Environments that assume a deploy role of this application which the template makes for another one, or no longer. */
function otherRoles({ application = '', environments }: BootstrapSubject): readonly string[] {
  return environments.flatMap(({ name, policy }) => {
    const made = deployRoleName(application, name);
    const roles = policy.environment?.targets.map(({ credentials }) => credentials.role?.replace(/^arn:.*role\//, ''));
    const other = roles?.find((role) => role?.startsWith(`${application}-deploy`) && role !== made);
    return other === undefined ? [] : [`${name} assumes ${other}; its role is ${made}: write that as role-to-assume`];
  });
}

/** GitHub environments whose jobs get the deploy roles of several environments. */
function sharedPlaces({ environments }: BootstrapSubject): readonly string[] {
  const places = new Set(environments.flatMap(({ gitHubEnvironments }) => gitHubEnvironments));
  return [...places].flatMap((place) => {
    const names = environments.flatMap(({ name, gitHubEnvironments }) =>
      gitHubEnvironments.includes(place) ? [name] : [],
    );
    return names.length < 2 ? [] : [`jobs in the GitHub environment ${place} may deploy ${names.join(' and ')}`];
  });
}
