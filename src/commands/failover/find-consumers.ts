import type { CloudFormation } from '../../aws/cloudformation-port.ts';
import { AwsError } from '../../aws/ports.ts';
import type { PlannedConsumer } from '../../failover/plan.ts';
import { CONSUMER_KINDS } from '../../template/consumer-kinds.ts';
import { type MarkedResource, type Marks, markedConsumers } from '../../template/consumers.ts';
import { isNestedStack } from '../../template/locate-nested.ts';
import { parseTemplate } from '../../template/parse.ts';
import { asMap } from '../../template/plain-data.ts';
import type { ConsumerSettings } from '../../topology/failover-model.ts';

type Ports = Pick<CloudFormation, 'getTemplate' | 'listStackResources' | 'describeStack'>;
type Resources = Awaited<ReturnType<Ports['listStackResources']>>;

export interface FoundConsumers {
  readonly consumers: readonly PlannedConsumer[];
  /** Sentences on what is marked and cannot be switched. */
  readonly problems: readonly string[];
}

const NONE: FoundConsumers = { consumers: [], problems: [] };

/**
 * Marked consumers of a stack and of those that it nests, as they are there now; none where there is no such stack. The
 * template after its transforms says what SAM made of events.
 * @throws AwsError
 */
export async function findConsumers(
  { key, stackName }: { readonly key: string; readonly stackName: string },
  settings: ConsumerSettings,
  cloudformation: Ports,
): Promise<FoundConsumers> {
  const names = settings.resources[key] ?? [];
  if (names.length === 0 && settings.tag === undefined) return NONE;
  const marks = { names, ...(settings.tag !== undefined && { tag: settings.tag }) };
  return markedIn({ key, stackName }, marks, cloudformation);
}

/** Everything of a stack, and of those that it nests, that calls their functions by itself. @throws AwsError */
export async function consumersOfFunctions(
  stack: { readonly key: string; readonly stackName: string },
  cloudformation: Ports,
): Promise<FoundConsumers> {
  return markedIn(stack, { names: ['*'], ofFunctions: true }, cloudformation);
}

async function markedIn(
  { key, stackName }: { readonly key: string; readonly stackName: string },
  marks: Marks,
  cloudformation: Ports,
): Promise<FoundConsumers> {
  return inStack(stackName, '');

  async function inStack(stack: string, prefix: string): Promise<FoundConsumers> {
    const resources = await resourcesOf(stack, cloudformation);
    const nested = resources.filter(({ type }) => isNestedStack(type));
    const inner = nested.map(({ logicalId, physicalId }) =>
      physicalId === undefined ? NONE : inStack(physicalId, `${prefix}${logicalId}/`),
    );
    const own = resources.some(({ type }) => type in CONSUMER_KINDS) ? [inThis(stack, prefix, resources)] : [];
    const found = await Promise.all([...own, ...inner]);
    return {
      consumers: found.flatMap(({ consumers }) => consumers),
      problems: found.flatMap(({ problems }) => problems),
    };
  }

  async function inThis(stack: string, prefix: string, resources: Resources): Promise<FoundConsumers> {
    const template = parseTemplate(await cloudformation.getTemplate(stack, 'Processed'), stack);
    const consumers: PlannedConsumer[] = [];
    const problems: string[] = [];
    for (const marked of markedConsumers(template, marks, prefix)) {
      const id = physicalIdOf(marked.logicalId, resources);
      // Its condition does not hold here.
      if (id === undefined) continue;
      const resource = `${key}/${prefix}${marked.logicalId}`;
      const place = await placeOf(marked, id, stack, resources);
      if (place === undefined) problems.push(`the name of the schedule group of ${resource} is not known`);
      else consumers.push({ kind: marked.kind, resource, ...place });
    }
    return { consumers, problems };
  }

  async function placeOf({ kind, group }: MarkedResource, id: string, stack: string, resources: Resources) {
    if (kind === 'mapping') return { id };
    if (kind === 'rule') return rulePlace(id);
    if (group === undefined) return { id };
    const name = await groupName(group, stack, resources);
    return name === undefined ? undefined : { id, group: name };
  }

  async function groupName(group: unknown, stack: string, resources: Resources): Promise<string | undefined> {
    if (typeof group === 'string') return group;
    const ref = asMap(group)['Ref'];
    if (typeof ref !== 'string') return undefined;
    return physicalIdOf(ref, resources) ?? (await cloudformation.describeStack(stack))?.parameters[ref];
  }
}

/** `bus|name` on a bus of one's own, the name alone on the default one; an ARN where a later schema says so. */
function rulePlace(id: string): Pick<PlannedConsumer, 'id' | 'group'> {
  const path = id.startsWith('arn:') ? (id.split(':rule/')[1] ?? id).split('/') : id.split('|');
  const name = path.at(-1) ?? id;
  const bus = path.slice(0, -1).join('/');
  return { id: name, ...(bus !== '' && { group: bus }) };
}

function physicalIdOf(logicalId: string, resources: Resources): string | undefined {
  return resources.find((resource) => resource.logicalId === logicalId)?.physicalId;
}

/** None where there is no such stack. @throws AwsError */
export async function resourcesOf(
  stack: string,
  cloudformation: Pick<Ports, 'listStackResources'>,
): Promise<Resources> {
  try {
    return await cloudformation.listStackResources(stack);
  } catch (error) {
    if (error instanceof AwsError && error.kind === 'not-found') return [];
    throw error;
  }
}
