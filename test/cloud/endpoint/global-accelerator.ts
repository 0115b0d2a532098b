import { randomUUID } from 'node:crypto';
import type { AwsError } from './error-answer.ts';

/**
 * Global Accelerator, which the emulator lacks: accelerators, listeners and endpoint groups as far as weights and dials
 * go. Shapes and rules: AWS Global Accelerator API Reference (CreateEndpointGroup, UpdateEndpointGroup, Status).
 */
export interface Accelerators {
  call(action: string, input: Readonly<Record<string, unknown>>, account: string): object | AwsError;
  clear(): void;
}

interface Group {
  readonly EndpointGroupArn: string;
  readonly EndpointGroupRegion: string;
  EndpointDescriptions: readonly Endpoint[];
  TrafficDialPercentage: number;
}
interface Endpoint {
  readonly EndpointId: string;
  readonly Weight: number;
  readonly HealthState: 'HEALTHY';
  readonly ClientIPPreservationEnabled: boolean;
}

/** What callers send, all of it together; each action takes its own part. */
interface Input {
  readonly AcceleratorArn: string;
  readonly ListenerArn: string;
  readonly EndpointGroupArn: string;
  readonly EndpointGroupRegion: string;
  readonly EndpointConfigurations?: readonly Partial<Endpoint>[];
  readonly TrafficDialPercentage?: number;
}

/** API Reference, EndpointConfiguration: the default weight. */
const DEFAULT_WEIGHT = 128;

export function createAccelerators(): Accelerators {
  /** True: changed since it was last described; "IN_PROGRESS" is answered once. */
  const accelerators = new Map<string, boolean>();
  const listeners = new Map<string, Group[]>();

  const changed = (arn: string): void => void accelerators.set(arn.split('/listener/')[0] ?? '', true);
  const groupOf = (arn: string): Group | undefined =>
    [...listeners.values()].flat().find(({ EndpointGroupArn }) => EndpointGroupArn === arn);

  const actions: Readonly<Record<string, (input: Input, account: string) => object | AwsError>> = {
    CreateAccelerator(_input, account) {
      const AcceleratorArn = `arn:aws:globalaccelerator::${account}:accelerator/${randomUUID()}`;
      accelerators.set(AcceleratorArn, false);
      return { Accelerator: { AcceleratorArn, Status: 'DEPLOYED' } };
    },
    DescribeAccelerator({ AcceleratorArn }) {
      const inProgress = accelerators.get(AcceleratorArn);
      if (inProgress === undefined) return missing('AcceleratorNotFoundException');
      accelerators.set(AcceleratorArn, false);
      return { Accelerator: { AcceleratorArn, Status: inProgress ? 'IN_PROGRESS' : 'DEPLOYED' } };
    },
    CreateListener({ AcceleratorArn }) {
      const ListenerArn = `${AcceleratorArn}/listener/${randomUUID().slice(0, 8)}`;
      listeners.set(ListenerArn, []);
      return { Listener: { ListenerArn } };
    },
    CreateEndpointGroup({ ListenerArn, EndpointGroupRegion, EndpointConfigurations, TrafficDialPercentage }) {
      const groups = listeners.get(ListenerArn);
      if (groups === undefined) return missing('ListenerNotFoundException');
      const group: Group = {
        EndpointGroupArn: `${ListenerArn}/endpoint-group/${randomUUID().slice(0, 12)}`,
        EndpointGroupRegion,
        EndpointDescriptions: described(EndpointConfigurations),
        // API Reference, CreateEndpointGroup: "The default value is 100."
        TrafficDialPercentage: TrafficDialPercentage ?? 100,
      };
      groups.push(group);
      return { EndpointGroup: group };
    },
    ListEndpointGroups({ ListenerArn }) {
      const groups = listeners.get(ListenerArn);
      return groups === undefined ? missing('ListenerNotFoundException') : { EndpointGroups: groups };
    },
    UpdateEndpointGroup({ EndpointGroupArn, EndpointConfigurations, TrafficDialPercentage }) {
      const group = groupOf(EndpointGroupArn);
      if (group === undefined) return missing('EndpointGroupNotFoundException');
      // "EndpointConfigurations: The list of endpoint objects": given, it replaces the whole list.
      if (EndpointConfigurations !== undefined) group.EndpointDescriptions = described(EndpointConfigurations);
      if (TrafficDialPercentage !== undefined) group.TrafficDialPercentage = TrafficDialPercentage;
      changed(EndpointGroupArn);
      return { EndpointGroup: group };
    },
  };

  return {
    call(action, input, account) {
      const run = actions[action];
      // What a caller sent is what the reference says it may send: other values are not told apart here.
      if (run !== undefined) return run(input as unknown as Input, account);
      return { status: 400, code: 'UnknownOperationException', message: `${action} is not there` };
    },
    clear() {
      accelerators.clear();
      listeners.clear();
    },
  };
}

function described(configurations: readonly Partial<Endpoint>[] | undefined): readonly Endpoint[] {
  return (configurations ?? []).map(
    ({ EndpointId = '', Weight = DEFAULT_WEIGHT, ClientIPPreservationEnabled = true }) => ({
      EndpointId,
      Weight,
      ClientIPPreservationEnabled,
      HealthState: 'HEALTHY',
    }),
  );
}

function missing(code: string): AwsError {
  return { status: 400, code, message: `${code}: it is not there` };
}
