import { expect, test } from '@jest/globals';
import type { Stack } from '../../../../src/aws/cloudformation-port.ts';
import type { TargetSession } from '../../../../src/aws/ports.ts';
import { AwsError } from '../../../../src/aws/ports.ts';
import { goodTargets } from '../../../../src/commands/shift/facts.ts';
import { environment } from '../../../support/topology.ts';

const STATUSES = {
  CREATE_COMPLETE: true,
  UPDATE_COMPLETE: true,
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: true,
  // CloudFormation restored it: it is what it was.
  UPDATE_ROLLBACK_COMPLETE: true,
  UPDATE_IN_PROGRESS: false,
  UPDATE_FAILED: false,
  UPDATE_ROLLBACK_FAILED: false,
  ROLLBACK_COMPLETE: false,
  REVIEW_IN_PROGRESS: false,
};

/** A target whose stack has this status; `absent` and `lost` are what they say. */
function work(name: string, status: string) {
  const described = async (): Promise<Stack | undefined> => {
    const details = { code: 'x', message: 'lost', service: 'cloudformation', action: 'DescribeStacks', region: name };
    if (status === 'lost') throw new AwsError({ kind: 'unreachable', ...details });
    return status === 'absent' ? undefined : ({ status } as Stack);
  };
  const found = environment([{ name: 'wave', targets: [name] }]).targets[0];
  if (found === undefined) throw new Error('no target');
  return { target: found, session: { cloudformation: { describeStack: described } } as unknown as TargetSession };
}

test.each([...Object.entries(STATUSES), ['absent', false], ['lost', false]] as const)(
  'a target whose stack is %s may get traffic: %s',
  async (status, good) => {
    const one = environment([{ name: 'wave', targets: ['a'] }]);
    expect([...(await goodTargets(one, new Map([['a', work('a', status)]])))]).toEqual(good ? ['a'] : []);
  },
);
