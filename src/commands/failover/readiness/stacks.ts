import { missing, notLookedAt, type ReadinessCheck, ready, unknown } from '../../../failover/readiness/model.ts';
import type { StackParameters } from '../../../failover/readiness/parameters.ts';
import { statusMeaning } from '../../../stack/index.ts';
import type { StackFacts, TargetFacts } from './facts.ts';

/** Whether the stacks of a target are good and have the release that the same stacks have where they serve. */
export function releaseCheck({ target, stacks }: TargetFacts, serving: readonly TargetFacts[]): ReadinessCheck {
  if (stacks.length === 0) return missing('release', `${target.name} has no stacks`, 'Deploy to it.');
  const bad = stacks.filter(({ stack }) => stack === undefined || !statusMeaning(stack.status).success);
  if (bad.length > 0) {
    const told = bad.map(({ instance, stack }) => `${instance.stack.stackName} is ${stack?.status ?? 'not there'}`);
    return missing('release', told.join(', '), `Deploy to ${target.name}, until status shows its stacks as good.`);
  }
  const vague = stacks.flatMap(({ instance, release }) =>
    'unknown' in release ? [`the release of ${instance.stack.stackName} is not known: ${release.unknown}`] : [],
  );
  if (vague.length > 0) return unknown('release', vague.join('; '), `Deploy to ${target.name}: that records it.`);
  for (const own of stacks) {
    for (const other of serving.flatMap((facts) => facts.stacks)) {
      const [has, wanted] = [idOf(own), idOf(other)];
      if (other.instance.stack.key !== own.instance.stack.key || wanted === undefined || has === wanted) continue;
      return missing(
        'release',
        `${own.instance.stack.stackName} has the release ${has}, ${other.instance.target.name} has ${wanted}`,
        `Deploy the same: deploy --release ${wanted}`,
      );
    }
  }
  const [release] = new Set(stacks.map(idOf));
  return ready('release', `${release}${serving.length === 0 ? '' : ', as where traffic is'}`);
}

function idOf({ release }: StackFacts): string | undefined {
  return 'release' in release ? release.release.id : undefined;
}

/** Whether what was deployed lies in the target's own bucket: without it nothing is deployed there again. */
export function artifactsCheck({ stacks, bucket }: TargetFacts): ReadinessCheck {
  if (bucket === undefined) return notLookedAt('artifacts', 'it has no bucket yet');
  const absent = stacks.flatMap((stack) => stack.absent);
  if (absent.length === 0) return ready('artifacts', `those of its release are in ${bucket}`);
  const [first] = absent;
  return missing(
    'artifacts',
    `${absent.length} of its release are not in ${bucket} any more, such as ${first}`,
    'Deploy again: what is missing is copied.',
  );
}

/** What its stacks have as parameters, and what the configuration says of them. */
export function parametersOf({ target, stacks }: TargetFacts): readonly StackParameters[] {
  return stacks.flatMap(({ instance, stack }) => {
    if (stack === undefined) return [];
    const texts = Object.entries(instance.settings.parameters).map(([name, { text }]) => [name, text] as const);
    return [
      {
        target: target.name,
        stack: instance.stack.key,
        deployed: stack.parameters,
        configured: Object.fromEntries(texts),
      },
    ];
  });
}
