import type { GateDefinition } from '../../src/topology/gate-model.ts';
import type {
  Amount,
  Environment,
  Phase,
  StackDefinition,
  StackInstance,
  StackSettings,
  Target,
} from '../../src/topology/model.ts';

const settings: StackSettings = {
  parameters: {},
  tags: {},
  capabilities: [],
  missingParameters: 'keep',
  notificationArns: [],
  disableRollback: false,
  revertDrift: false,
  timeoutMs: 60_000,
};

export function target(region: string): Target {
  return {
    name: region,
    region,
    partition: 'aws',
    account: '111111111111',
    credentials: { source: 'ambient' },
    groups: [],
  };
}

export interface PhaseSketch {
  readonly name: string;
  readonly targets: readonly string[];
  readonly stacks?: readonly string[];
  readonly maxConcurrency?: Amount;
  readonly failureTolerance?: Amount;
  readonly gates?: readonly GateDefinition[];
  readonly bakeMs?: number;
}

/** An environment from a few words: every phase deploys its stacks (`app` unless named) to its targets. */
export function environment(phases: readonly PhaseSketch[]): Environment {
  const built: Phase[] = phases.map((phase) => ({
    name: phase.name,
    kind: 'wave',
    targets: phase.targets,
    gates: phase.gates ?? [],
    bakeMs: phase.bakeMs ?? 0,
    maxConcurrency: phase.maxConcurrency ?? { percent: 100 },
    failureTolerance: phase.failureTolerance ?? { count: 0 },
    instances: phase.targets.flatMap((name) => (phase.stacks ?? ['app']).map((key) => instance(key, name))),
  }));
  const instances = built.flatMap((phase) => phase.instances);
  return {
    application: 'orders',
    name: 'prod',
    home: instances[0]?.target.name ?? '',
    targets: [...new Map(instances.map(({ target }) => [target.name, target])).values()],
    waves: [],
    stacks: [...new Map(instances.map(({ stack }) => [stack.key, stack])).values()],
    instances,
    phases: built,
    engine: 'changeset',
    onFailure: 'stop',
    notes: [],
    directory: '/app',
  };
}

export function instance(key: string, targetName: string): StackInstance {
  const stack: StackDefinition = {
    key,
    template: `/app/${key}.yaml`,
    stackName: `orders-${key}`,
    scope: 'regional',
    needs: [],
  };
  return { id: `${key}@${targetName}`, stack, target: target(targetName), settings };
}
