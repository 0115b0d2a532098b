/** An emulator for the tests of a file, and the small templates that they deploy. */
import { ExecuteChangeSetCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll } from '@jest/globals';
import { type Emulator, startEmulator } from './process.ts';
import { Stacks } from './testing.ts';

export interface EmulatorRoom {
  /** It is there from `beforeAll` on. */
  readonly emulator: Pick<Emulator, 'url' | 'control'>;
  readonly stacks: Stacks;
  /** Executes a change set; the stack is under way then. */
  execute(id: string): Promise<unknown>;
}

export function useEmulator(): EmulatorRoom {
  let started: Emulator | undefined;
  const here = (): Emulator => {
    if (started === undefined) throw new Error('the emulator is not there yet');
    return started;
  };
  const stacks = new Stacks(() => here().url);
  beforeAll(async () => {
    started = await startEmulator();
  });
  afterAll(async () => {
    stacks.close();
    await started?.stop();
  });
  return {
    emulator: {
      get url() {
        return here().url;
      },
      control: (route, body) => here().control(route, body),
    },
    stacks,
    execute: (id) => stacks.client.send(new ExecuteChangeSetCommand({ ChangeSetName: id })),
  };
}

/** A queue that is changed in place. */
export const queue = (seconds = 0) => ({ Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: seconds } });
export const TOPIC = { Type: 'AWS::SNS::Topic' };
/** A function whose code lies in the bucket `code`; without the object it cannot be made. */
export const lambda = (key: string, more: object = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Handler: 'i.h', Runtime: 'nodejs22.x', Role: 'r', Code: { S3Bucket: 'code', S3Key: key } },
  ...more,
});
