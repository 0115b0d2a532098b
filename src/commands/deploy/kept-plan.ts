import { join } from 'node:path';
import { AwsError } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { errorText, UserError } from '../../errors.ts';
import type { Options } from '../../options/values.ts';
import { sha256 } from '../../release/hash.ts';
import type { Environment, Target } from '../../topology/model.ts';
import { bucketOf } from '../bucket-of.ts';
import type { ChosenEnvironment } from '../environment.ts';
import { readPlanRelease } from './plan-file.ts';
import { settingsOf } from './target-settings.ts';

const ID = /^[0-9a-f]{16}$/;

/**
 * Puts a plan into the bucket of the home target, or of the first other one that takes it.
 * @returns its id, which says what is in it
 * @throws UserError `plan-not-kept`
 */
export async function storePlan(text: string, environment: Environment, context: RunContext): Promise<string> {
  const id = sha256(text).slice(0, 16);
  const errors: string[] = [];
  for (const target of homeFirst(environment)) {
    try {
      const place = await placeOf(target, environment, context);
      if (place === undefined) continue;
      await place.storage.putText(place.bucket, place.key(id), text);
      return id;
    } catch (error) {
      if (!(error instanceof AwsError || error instanceof UserError)) throw error;
      errors.push(`${target.name}: ${errorText(error)}`);
    }
  }
  throw new UserError('plan-not-kept', `no bucket took the plan (${errors.join('; ') || 'there is none'})`, {
    fix: [`Keep it in a file: ${context.nameOption('plan-file')}.`],
  });
}

/**
 * Options and context of a deployment in which the plan that the option `plan` names is a plan file like any other.
 * @throws UserError `plan-unknown`, `plan-damaged`, `plan-newer`
 */
export async function withKeptPlan(
  chosen: ChosenEnvironment,
  options: Options,
  context: RunContext,
): Promise<{ readonly options: Options; readonly context: RunContext }> {
  const { plan: id, ...others } = options;
  if (id === undefined) return { options, context };
  if (options['plan-file'] !== undefined) {
    const [one, other] = [context.nameOption('plan'), context.nameOption('plan-file')];
    throw new UserError('plan-twice', `${one} and ${other} both name a plan`, { fix: ['Leave one of them out.'] });
  }
  const name = `plan ${id}`;
  const path = join(context.cwd, name);
  const text = await findPlan(id, chosen, context);
  const reading: RunContext = { ...context, readFile: (file) => (file === path ? text : context.readFile(file)) };
  return {
    options: { ...others, 'plan-file': name, release: options.release ?? readPlanRelease(path, reading) },
    context: reading,
  };
}

async function findPlan(
  id: string,
  { environment, excluded }: ChosenEnvironment,
  context: RunContext,
): Promise<string> {
  const unknown = (why: string): UserError =>
    new UserError('plan-unknown', `there is no plan ${id} of ${environment.application} ${environment.name}${why}`, {
      fix: ['Take the id from the summary of the run of plan --keep-plan, for the same environment and targets.'],
    });
  if (!ID.test(id)) throw unknown(': an id has 16 hexadecimal digits');
  const silent: string[] = [];
  for (const target of homeFirst(environment).filter(({ name }) => !excluded.has(name))) {
    try {
      const place = await placeOf(target, environment, context);
      const found = place && (await place.storage.getText(place.bucket, place.key(id)));
      // What is stored under an id must be what the id was made of.
      if (found !== undefined && sha256(found.text).startsWith(id)) return found.text;
    } catch (error) {
      if (!(error instanceof AwsError || error instanceof UserError)) throw error;
      silent.push(`${target.name} could not be asked: ${errorText(error)}`);
    }
  }
  throw unknown(silent.length === 0 ? '' : ` (${silent.join('; ')})`);
}

function homeFirst({ targets, home }: Environment): readonly Target[] {
  return targets.toSorted((a, b) => Number(b.name === home) - Number(a.name === home));
}

async function placeOf(target: Target, environment: Environment, context: RunContext) {
  const settings = settingsOf(environment, target.name);
  const session = context.aws.session(target);
  const bucket = await bucketOf(session, settings, context);
  if (bucket === undefined) return undefined;
  const { artifactPrefix: prefix } = settings;
  const folder = [prefix, 'sam-multi-region', 'plans', encodeURIComponent(environment.application)]
    .filter(Boolean)
    .join('/');
  const key = (id: string): string => `${folder}/${encodeURIComponent(environment.name)}/${id}.json`;
  return { storage: session.storage, bucket, key };
}
