import type { RunContext } from '../../context.ts';
import { InternalError } from '../../errors.ts';
import type { GitHub } from '../../github/model.ts';
import type { Options } from '../../options/values.ts';
import { createAnnouncer } from '../../preview/announce.ts';
import type { Ownership } from '../../preview/tags.ts';
import type { InstanceResult } from '../../report/run-result.ts';
import type { Environment, StackInstance } from '../../topology/model.ts';
import { previewEnvironment } from '../../topology/preview.ts';
import { logUrlOf } from '../preview/log-url.ts';
import { removePreviewStacks } from '../preview/remove-stacks.ts';
import type { FoundStack } from './find.ts';

type Own = Extract<Ownership, { kind: 'own' }>;

/** Deletes what was found, a preview after the other, and says so on its pull request. */
export async function deleteFound(
  leaving: readonly FoundStack[],
  environment: Environment,
  gitHub: GitHub | undefined,
  options: Options,
  context: RunContext,
): Promise<readonly InstanceResult[]> {
  const results: InstanceResult[] = [];
  for (const found of Map.groupBy(leaving, ({ owner }) => JSON.stringify(ownOf(owner))).values()) {
    const [first] = found;
    if (first === undefined) continue;
    const { number, application } = ownOf(first.owner);
    const instances = found.map((item) => instanceOf(item, environment));
    const own = await removePreviewStacks(
      {
        command: 'cleanup',
        leaving: instances,
        environment: previewOf(instances, application, number, environment),
        // It may have been deployed again since it was found, or be another stack by now.
        whyNot: (stack) =>
          found.some((item) => item.stack.stackId === stack.stackId && same(item.stack.tags, stack.tags))
            ? undefined
            : `stack ${stack.stackName} is not what it was when it was found`,
      },
      options,
      context,
    );
    results.push(...own);
    const announcer = createAnnouncer(
      { number, application, ...logUrlOf(context) },
      { gitHub, report: context.report },
    );
    await announcer.deleted(own);
  }
  return results;
}

function ownOf(owner: FoundStack['owner']): Pick<Own, 'number' | 'application'> {
  if (owner.kind !== 'own') throw new InternalError('a stack whose owner is not clear is deleted');
  return { number: owner.number, application: owner.application };
}

/** A new push gives new tags. */
function same(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const sorted = (tags: Readonly<Record<string, string>>): string => JSON.stringify(Object.entries(tags).sort());
  return sorted(a) === sorted(b);
}

/** As the configuration sets stacks of that target; CloudFormation uses the service role that the stack has. */
function instanceOf({ target, stack }: FoundStack, { instances }: Environment): StackInstance {
  const like = instances.find((instance) => instance.target.name === target.name) ?? instances[0];
  if (like === undefined) throw new InternalError('a preview without stacks');
  const { serviceRole: _, ...settings } = like.settings;
  const key = stack.stackName;
  return { id: `${key}@${target.name}`, target, stack: { ...like.stack, key, stackName: key, needs: [] }, settings };
}

/** The environment whose leases a deployment of this preview takes. */
function previewOf(
  instances: readonly StackInstance[],
  application: string,
  number: number,
  like: Environment,
): Environment {
  const targets = [...new Map(instances.map(({ target }) => [target.name, target])).values()];
  return {
    ...like,
    application,
    name: previewEnvironment(number),
    pullRequest: number,
    targets,
    instances,
    stacks: instances.map(({ stack }) => stack),
    phases: [],
  };
}
