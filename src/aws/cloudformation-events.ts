import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { CloudFormation, StackEvent } from './cloudformation-port.ts';
import { toEvent } from './cloudformation-shapes.ts';
import { AwsError } from './ports.ts';

type Request = Parameters<CloudFormation['describeEvents']>[0];

interface Page {
  readonly events: readonly StackEvent[];
  readonly next: string | undefined;
}

/** Codes of an endpoint that does not know DescribeEvents, which is of November 2025. */
const UNKNOWN_OPERATION = new Set([
  'InvalidAction',
  'UnknownOperationException',
  'UnknownOperation',
  'UnrecognizedAction',
]);

/**
 * Reads events, newest first. Where DescribeEvents is refused (older policies do not allow it) or unknown,
 * DescribeStackEvents answers from then on; it has no events of change sets.
 */
export function createEventReader(
  client: () => Promise<CloudFormationClient>,
  poll: () => Promise<void>,
): CloudFormation['describeEvents'] {
  let fallback = false;

  async function operationEvents(request: Request, token: string | undefined): Promise<Page> {
    const [{ DescribeEventsCommand }, cloudformation] = await Promise.all([
      import('@aws-sdk/client-cloudformation'),
      client(),
    ]);
    const { stack, changeSet, operationId, failedOnly } = request;
    const answer = await cloudformation.send(
      new DescribeEventsCommand({
        StackName: stack,
        ChangeSetName: changeSet,
        OperationId: operationId,
        ...(failedOnly ? { Filters: { FailedEvents: true } } : {}),
        NextToken: token,
      }),
    );
    return { events: (answer.OperationEvents ?? []).map(toEvent), next: answer.NextToken };
  }

  async function stackEvents({ stack, operationId, failedOnly }: Request, token: string | undefined): Promise<Page> {
    if (stack === undefined) return { events: [], next: undefined };
    const [{ DescribeStackEventsCommand }, cloudformation] = await Promise.all([
      import('@aws-sdk/client-cloudformation'),
      client(),
    ]);
    const answer = await cloudformation.send(new DescribeStackEventsCommand({ StackName: stack, NextToken: token }));
    const events = (answer.StackEvents ?? [])
      .map(toEvent)
      .filter((event) => operationId === undefined || (event.operationId ?? operationId) === operationId)
      .filter((event) => !failedOnly || event.status?.endsWith('_FAILED'));
    return { events, next: answer.NextToken };
  }

  async function page(request: Request, token: string | undefined): Promise<Page> {
    await poll();
    if (fallback) return stackEvents(request, token);
    try {
      return await operationEvents(request, token);
    } catch (error) {
      if (token !== undefined || !(error instanceof AwsError)) throw error;
      if (error.kind !== 'denied' && !UNKNOWN_OPERATION.has(error.code)) throw error;
      fallback = true;
      return stackEvents(request, token);
    }
  }

  return async (request) => {
    const events: StackEvent[] = [];
    let token: string | undefined;
    do {
      const { events: found, next } = await page(request, token);
      for (const event of found) {
        if (event.id === request.untilEventId || isOlder(event, request.notBefore)) return events;
        events.push(event);
      }
      token = next;
    } while (token !== undefined);
    return events;
  };
}

/** ISO 8601 in UTC with milliseconds sorts as text. An event without a time tells nothing about those after it. */
function isOlder({ at }: StackEvent, notBefore: string | undefined): boolean {
  return notBefore !== undefined && at !== '' && at < notBefore;
}
