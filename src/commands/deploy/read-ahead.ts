import type { CloudFormation, Stack } from '../../aws/cloudformation-port.ts';
import type { Clock } from '../../clock.ts';
import { lastChangeSet } from './recorder.ts';

/** What was read longer ago is read again. Milliseconds. */
const FRESH_MS = 5_000;

/**
 * CloudFormation with a stack, and the change set that was executed on it last, asked for now: both are needed as soon
 * as artifacts are copied, which takes calls of its own. Each answer serves once, and only while it is fresh; whatever
 * is asked after that is asked anew.
 */
export function readAhead(
  cloudformation: CloudFormation,
  stackName: string,
  clock: Pick<Clock, 'now'>,
): CloudFormation {
  const askedAt = clock.now();
  const stack = cloudformation.describeStack(stackName);
  const changeSet = stack.then((found) => lastChangeSet(found, { session: { cloudformation } }));
  // Thrown to whoever asks; nobody may ask at all.
  for (const answer of [stack, changeSet]) answer.catch(() => undefined);
  const left = new Set<Promise<unknown>>([stack, changeSet]);
  const take = (answer: Promise<unknown>): boolean => left.delete(answer) && clock.now() - askedAt < FRESH_MS;
  let executed: Stack['changeSetId'];
  return {
    ...cloudformation,
    describeStack: async (nameOrId) => {
      if (nameOrId !== stackName || !take(stack)) return cloudformation.describeStack(nameOrId);
      const found = await stack;
      executed = found?.changeSetId;
      return found;
    },
    describeChangeSet: (id, options) =>
      id === executed && options === undefined && take(changeSet)
        ? changeSet
        : cloudformation.describeChangeSet(id, options),
  };
}
