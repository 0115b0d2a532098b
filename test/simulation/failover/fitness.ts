import { AwsError } from '../../../src/aws/ports.ts';
import type { FailoverCalls } from './calls.ts';
import type { FailoverWorld } from './world.ts';

/** Why a target should get no traffic, as one process finds it out; undefined: it is fit. Never throws. */
export async function problemOf(
  world: FailoverWorld,
  calls: FailoverCalls,
  target: string,
): Promise<string | undefined> {
  const region = world.scenario.targets.find(({ name }) => name === target)?.region ?? '';
  try {
    return await calls.call({ service: 'CloudWatch', region, action: 'DescribeAlarms', what: target }, () =>
      world.problem(target),
    );
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return `${target} does not answer`;
  }
}

/** Targets whose stacks are seen to be good. */
export async function fitTargets(world: FailoverWorld, calls: FailoverCalls): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    world.scenario.targets.map(async ({ name, region }) => {
      const seen = calls.call({ service: 'CloudFormation', region, action: 'DescribeStacks' }, () => true);
      return (await answered(seen)) ? [name] : [];
    }),
  );
  return new Set(found.flat());
}

/** False: there was no answer. */
export async function answered(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return false;
  }
}
