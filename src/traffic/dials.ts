import type { EndpointGroup } from '../aws/traffic-ports.ts';
import { UserError } from '../errors.ts';
import type { GlobalAcceleratorSettings } from '../topology/traffic-model.ts';
import type { Weights } from './model.ts';

/** What an endpoint group is to be: its dial, and the weights of its endpoints where several targets share it. */
export interface GroupChange {
  readonly group: EndpointGroup;
  readonly dialPercent: number;
  /** Absent: they stay as they are. */
  readonly endpoints?: EndpointGroup['endpoints'];
}

/** A target that is configured to carry nothing has a dial all the same when it gets a weight: of this. */
const WHOLE = 100;

/**
 * Weights as dials and endpoint weights mean them. A dial is the percentage of the traffic *meant for a region* (of users
 * nearest to it) that the region takes; the rest goes to the next nearest group. So a dial is the percentage of the own
 * weight: at its configured weight a region has 100, whatever the weights of the others. Targets of one region share its
 * dial, and divide what it takes by endpoint weights, which are weights in the sense of Route 53.
 */
export function weightsOfGroups(
  groups: readonly EndpointGroup[],
  configured: Weights,
  settings: GlobalAcceleratorSettings,
): Weights {
  const weights: Record<string, number> = {};
  for (const group of groups) {
    const [target, ...others] = targetsOf(group, settings);
    if (target === undefined) throw foreign(group);
    if (others.length === 0) weights[target] = Math.round((group.dialPercent * (configured[target] || WHOLE)) / 100);
    else for (const name of [target, ...others]) weights[name] = endpointOf(group, name, settings).weight;
  }
  const missing = Object.keys(settings.regions).filter((target) => weights[target] === undefined);
  if (missing.length === 0) return weights;
  throw new UserError(
    'traffic-record-missing',
    `the listener has no endpoint group in the region of ${missing.join(', ')}`,
    {
      fix: ['Make an endpoint group there with the dial 0.'],
    },
  );
}

/**
 * @returns the groups that change, those that take more first: nobody is lowered before the others can take over
 * @throws UserError `traffic-not-expressible` for a weight above the configured one, which no dial can say
 */
export function groupChanges(
  next: Weights,
  groups: readonly EndpointGroup[],
  configured: Weights,
  settings: GlobalAcceleratorSettings,
): readonly GroupChange[] {
  const changes = groups.flatMap((group): readonly GroupChange[] => {
    const targets = targetsOf(group, settings);
    const sum = targets.reduce((total, name) => total + (next[name] ?? 0), 0);
    const whole = targets.reduce((total, name) => total + (configured[name] ?? 0), 0) || WHOLE;
    const [only, ...others] = targets;
    if (only !== undefined && others.length === 0 && sum > whole) throw tooMuch(only, sum, whole);
    const dialPercent = Math.min(100, (sum * 100) / whole);
    const endpoints = group.endpoints.map((endpoint) => {
      const target = targets.find((name) => settings.endpoints[name] === endpoint.id);
      return target === undefined ? endpoint : { ...endpoint, weight: next[target] ?? 0 };
    });
    const moved = others.length > 0 && endpoints.some(({ weight }, index) => weight !== group.endpoints[index]?.weight);
    if (!moved && Math.abs(dialPercent - group.dialPercent) < 0.001) return [];
    return [{ group, dialPercent, ...(moved && { endpoints }) }];
  });
  return changes.toSorted((a, b) => gain(b) - gain(a));
}

function gain({ dialPercent, group }: GroupChange): number {
  return dialPercent - group.dialPercent;
}

function targetsOf({ region }: EndpointGroup, { regions }: GlobalAcceleratorSettings): readonly string[] {
  return Object.keys(regions).filter((target) => regions[target] === region);
}

function endpointOf(group: EndpointGroup, target: string, { endpoints }: GlobalAcceleratorSettings) {
  const found = group.endpoints.find(({ id }) => id === endpoints[target]);
  if (found !== undefined) return found;
  throw new UserError(
    'traffic-record-missing',
    `the endpoint group in ${group.region} has no endpoint ${endpoints[target]} (${target})`,
    { fix: ['Add it to the group with the weight 0, or correct traffic.endpoints.'] },
  );
}

function foreign({ region }: EndpointGroup): UserError {
  return new UserError(
    'traffic-record-foreign',
    `the listener has an endpoint group in ${region}, where no target is: its traffic is not ours to change`,
    { fix: ['Delete that endpoint group, or use a listener of its own.'] },
  );
}

function tooMuch(target: string, weight: number, whole: number): UserError {
  return new UserError(
    'traffic-not-expressible',
    `${target} cannot get ${weight}: at its configured weight of ${whole} its dial is at 100 % already`,
    { fix: ['Lower the others instead, or raise its weight in the configuration.'] },
  );
}
