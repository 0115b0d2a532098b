import type { StackEvent } from '../aws/cloudformation-port.ts';
import { AwsError } from '../aws/ports.ts';
import type { ShiftedAliases } from '../template/deployment-preference.ts';
import { NESTED_STACK } from './changes.ts';
import { isTransient } from './patience.ts';
import type { StackPorts } from './ports.ts';
import { CLOCK_SLACK_MS, createShiftWatch, type ShiftWatch } from './shift-watch.ts';

/** A nested stack that is being updated, with aliases of its own or of stacks below it. */
interface Child {
  readonly path: string;
  readonly stackId: string;
  /** ISO 8601, by CloudFormation's clock: since when it is updated. */
  readonly since: string;
  /** Absent where it has none of its own. */
  readonly watch: ShiftWatch | undefined;
  lastEventId: string | undefined;
}

/**
 * Follows the aliases of a stack and of the stacks nested in it. What happens in a nested stack is told by its own events,
 * which are read as long as it is updated; of several nested stacks one with each look, in turn.
 */
export function createShiftTree(
  { instance, stackId }: { readonly instance: string; readonly stackId: string },
  ports: StackPorts,
): ShiftWatch | undefined {
  const { shifted, cloudformation, report, target } = ports;
  const root = createShiftWatch({ instance, stackId }, ports);
  const nested = shifted?.nested;
  if (root === undefined || nested === undefined) return root;
  const paths = Object.keys(nested);
  const children = new Map<string, Child>();
  let refused = false;

  const noteIn = (prefix: string, watch: ShiftWatch | undefined, event: StackEvent): void => {
    const { resourceType, logicalId, physicalId, status, at } = event;
    if (resourceType !== NESTED_STACK) {
      watch?.note(event);
      return;
    }
    const path = `${prefix}${logicalId}`;
    if (status === 'UPDATE_COMPLETE') children.get(path)?.watch?.succeeded();
    if (status !== 'UPDATE_IN_PROGRESS') return void children.delete(path);
    const relevant = paths.some((known) => known === path || known.startsWith(`${path}.`));
    if (!relevant || physicalId === undefined || children.has(path)) return;
    const own = watchOf(path, physicalId, nested[path]);
    children.set(path, { path, stackId: physicalId, since: at, watch: own, lastEventId: undefined });
  };
  const watchOf = (path: string, id: string, aliases: ShiftedAliases | undefined): ShiftWatch | undefined =>
    aliases && createShiftWatch({ instance, stackId: id, prefix: `${path}.` }, { ...ports, shifted: aliases });

  const lookInto = async (child: Child): Promise<void> => {
    const { path, since, watch, lastEventId } = child;
    const events = await cloudformation.describeEvents({
      stack: child.stackId,
      ...(lastEventId !== undefined && { untilEventId: lastEventId }),
      notBefore: new Date(Date.parse(since) - CLOCK_SLACK_MS).toISOString(),
    });
    child.lastEventId = events[0]?.id ?? lastEventId;
    for (const event of events.toReversed()) {
      // The last update of it ended in its own events too.
      const old = event.id === lastEventId || Date.parse(event.at) < Date.parse(since) - CLOCK_SLACK_MS;
      if (!old && event.physicalId !== child.stackId) noteIn(`${path}.`, watch, event);
    }
    await watch?.look();
  };

  return {
    note: (event) => noteIn('', root, event.physicalId === stackId ? { ...event, resourceType: '' } : event),
    async look() {
      await root.look();
      const [child] = children.values();
      if (refused || child === undefined) return;
      try {
        await lookInto(child);
        // The next look is at the next one.
        if (children.delete(child.path)) children.set(child.path, child);
      } catch (error) {
        // What is seen of it is a comfort: CloudFormation tells how it ends.
        if (!(error instanceof AwsError)) throw error;
        if (isTransient(error)) return;
        refused = true;
        const text = `${instance}: CodeDeploy is not followed in nested stacks, ${error.action} failed: ${error.message}`;
        report({ type: 'note', level: 'warning', target, text });
      }
    },
    succeeded() {
      for (const watch of [root, ...[...children.values()].map((child) => child.watch)]) watch?.succeeded();
    },
  };
}
