import { AwsError } from '../aws/ports.ts';
import type { EndpointGroup, GlobalAccelerator } from '../aws/traffic-ports.ts';
import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import type { GlobalAcceleratorSettings } from '../topology/traffic-model.ts';
import { groupChanges, weightsOfGroups } from './dials.ts';
import type { TrafficDriver, TrafficState, Weights } from './model.ts';

export interface GlobalAcceleratorDriverOptions {
  readonly settings: GlobalAcceleratorSettings;
  /** Weights of the configuration: what a dial of 100 means. */
  readonly configured: Weights;
  /** Milliseconds; absent: until new connections are made. */
  readonly settleMs?: number;
  readonly accelerator: GlobalAccelerator;
  readonly clock: Clock;
}

/** Edge locations follow within about that; connections that are open stay where they are. */
const SETTLE_MS = 30_000;
const POLL_MS = 5_000;
const PATIENCE_MS = 900_000;

/**
 * Dials of the endpoint groups of a listener. The service has no compare-and-set and no batch: what was read is read
 * again just before the change, and groups that take more change before those that take less.
 */
export function createGlobalAcceleratorDriver(options: GlobalAcceleratorDriverOptions): TrafficDriver {
  const { settings, configured, accelerator, clock } = options;
  const { listener } = settings;

  const read = async (): Promise<TrafficState> => {
    const groups = await groupsOf(listener, accelerator);
    return { weights: weightsOfGroups(groups, configured, settings), revision: groups };
  };

  return {
    kind: 'global-accelerator',
    controlPlane: 'us-west-2',
    smallestShare: 0.01,
    settleMs: options.settleMs ?? SETTLE_MS,
    read,
    async set(weights, against) {
      const groups = await groupsOf(listener, accelerator);
      if (stateOf(groups) !== stateOf(against.revision as readonly EndpointGroup[])) throw changed(listener);
      for (const { group, dialPercent, endpoints } of groupChanges(weights, groups, configured, settings)) {
        if (endpoints === undefined) await accelerator.setDial(group.arn, dialPercent);
        else await accelerator.setEndpoints(group.arn, dialPercent, endpoints);
      }
      return { id: listener, weights };
    },
    async waitApplied(_change, signal) {
      const deadline = clock.now() + PATIENCE_MS;
      while (!(await accelerator.deployed(listener))) {
        if (clock.now() >= deadline) {
          throw new UserError(
            'traffic-not-applied',
            `the accelerator is not deployed after ${PATIENCE_MS / 60_000} minutes`,
            {
              fix: [
                'Look at the AWS Health Dashboard, then run the same command again: it goes on from what is there.',
              ],
            },
          );
        }
        await clock.sleep(POLL_MS, signal);
      }
    },
  };
}

async function groupsOf(listener: string, accelerator: GlobalAccelerator): Promise<readonly EndpointGroup[]> {
  try {
    return await accelerator.endpointGroups(listener);
  } catch (error) {
    if (!(error instanceof AwsError) || error.kind !== 'not-found') throw error;
    throw new UserError('traffic-listener-missing', `there is no listener ${listener}`, {
      fix: ['Check traffic.listener, and the account that traffic is called with.'],
      cause: error,
    });
  }
}

/** Dials and weights as one text; the service may change what else it says of a group at any time. */
function stateOf(groups: readonly EndpointGroup[]): string {
  const states = groups.map(({ arn, dialPercent, endpoints }) => [
    arn,
    dialPercent,
    endpoints.map(({ id, weight }) => [id, weight]).sort(),
  ]);
  return JSON.stringify(states.sort());
}

function changed(listener: string): AwsError {
  return new AwsError({
    kind: 'conflict',
    code: 'Changed',
    message: `the endpoint groups of ${listener} are not as they were read`,
    service: 'GlobalAccelerator',
    action: 'UpdateEndpointGroup',
    region: 'us-west-2',
  });
}
