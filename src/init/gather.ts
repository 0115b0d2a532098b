import { UserError } from '../errors.ts';
import type { Options } from '../options/values.ts';
import type { ReadFile } from '../topology/context.ts';
import { didYouMean } from '../topology/nearest.ts';
import type { InitAnswers } from './answers.ts';
import type { Existing } from './existing.ts';
import { placesOf } from './places.ts';
import { parseRepository, type Repository } from './repository.ts';
import { readSources } from './sources.ts';
import { type StarterName, starterNames } from './starters.ts';

/** Asks a person; an empty answer is `standard`. */
export type Question = (text: string, standard: string) => Promise<string>;

const DEFAULT_WORKFLOWS: readonly string[] = ['deploy', 'plan', 'rollback'];
/** Role names have at most 64 characters, and the longest of ours ends in `-cloudformation`. */
const NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;

export interface GatherPorts {
  /** Of the application, absolute. */
  readonly folder: string;
  readonly readFile: ReadFile;
  readonly repository: Repository;
  /** Starter workflows that are in the repository already. */
  readonly present: readonly StarterName[];
  /** Absent: there is nobody to ask. */
  readonly ask?: Question;
}

/**
 * All that `init` has to know, from the options, else from a person, else from the files.
 * @param existing the configuration, when there is one that stays
 * @throws UserError what is missing or wrong, with the option that says it
 */
export async function gatherAnswers(
  options: Options,
  existing: Existing | undefined,
  { folder, readFile, repository, ask, present }: GatherPorts,
): Promise<InitAnswers> {
  const asked: Asked = async (given, text, standard) =>
    given ?? (ask === undefined ? standard : await ask(text, standard));
  const known = repository.gitHub === undefined ? '' : `${repository.gitHub.owner}/${repository.gitHub.name}`;
  const repositoryText = await asked(options.repository, 'Repository on GitHub (OWNER/NAME)', known);
  if (repositoryText === '') {
    throw new UserError('repository-unknown', 'the remote origin is no repository on GitHub', {
      fix: ['Give --repository OWNER/NAME: jobs of that repository get the roles.'],
    });
  }
  const identity = parseRepository(repositoryText, options['repository-ids']);
  return {
    ...(await application(options, existing, { folder, readFile, standardName: nameOf(identity.name), asked })),
    repository: identity,
    branch: checkBranch(options.branch ?? repository.branch ?? 'main'),
    workflows: workflowsOf(options.workflows ?? present),
  };
}

type Asked = (given: string | undefined, text: string, standard: string) => Promise<string>;
type Application = Pick<InitAnswers, 'application' | 'environment' | 'targets' | 'stack'>;

/** What is deployed where: as the configuration has it, or from options, a person and the files. */
async function application(
  options: Options,
  existing: Existing | undefined,
  {
    folder,
    readFile,
    standardName,
    asked,
  }: Pick<GatherPorts, 'folder' | 'readFile'> & {
    readonly standardName: string;
    readonly asked: Asked;
  },
): Promise<Application> {
  if (existing !== undefined) {
    const { application: name, name: environment, targets } = existing.environment;
    return { application: name, environment, targets };
  }
  const sources = await readSources(folder, options.template, readFile);
  const name = await asked(options.application, 'Name of the application', sources.stackName ?? standardName);
  checkName('application', name);
  const environment = await asked(options.environment, 'Environment', 'prod');
  checkName('environment', environment);
  const regions =
    options.regions ?? words(await asked(undefined, 'Regions, the first one first', sources.region ?? ''));
  const accounts = options.accounts ?? words(await asked(undefined, 'Account id, or REGION=ACCOUNT for each', ''));
  const stackName = options['stack-name'] ?? sources.stackName ?? name;
  return {
    application: name,
    environment,
    targets: placesOf(regions, accounts),
    stack: { template: sources.template, stackName },
  };
}

function workflowsOf(given: readonly string[]): readonly StarterName[] {
  const names =
    given.length > 0 ? given : DEFAULT_WORKFLOWS.filter((name) => starterNames.some((known) => known === name));
  return names.map((name) => {
    const found = starterNames.find((starter) => starter === name);
    if (found !== undefined) return found;
    throw new UserError('unknown-workflow', `there is no starter workflow "${name}"`, {
      fix: [didYouMean(name, starterNames)],
    });
  });
}

function words(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

/** A repository's name as that of an application. */
function nameOf(repository: string): string {
  return repository
    .replaceAll(/[^A-Za-z0-9-]+/g, '-')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, 40);
}

function checkName(option: 'application' | 'environment', name: string): void {
  if (NAME.test(name)) return;
  throw new UserError(`${option}-malformed`, `"${name}" is no name for the ${option}`, {
    fix: [`Give --${option}: letters, digits and hyphens, at most 40, beginning with a letter.`],
  });
}

function checkBranch(name: string): string {
  if (/^[\w][\w/.-]*$/.test(name)) return name;
  throw new UserError('branch-malformed', `"${name}" is no branch that roles can trust`, {
    fix: ['Give --branch: letters, digits, slashes, dots, hyphens and underscores.'],
  });
}
