import { UserError } from '../errors.ts';
import type { Target } from '../topology/model.ts';
import type { TargetSession } from './ports.ts';

/** What nobody may call in this run. */
export interface LeftOut {
  /** Names of targets. */
  readonly targets: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
}

export function isLeftOut({ name, region }: Pick<Target, 'name' | 'region'>, { targets, regions }: LeftOut): boolean {
  return targets.has(name) || regions.has(region);
}

/** The session of a target that was left out: whatever is asked of it is refused here, and nobody is contacted. */
export function leftOutSession({ name, region, partition }: Target): TargetSession {
  const refuse = (): Promise<never> =>
    Promise.reject(
      new UserError('left-out', `${name} was left out, so nothing there is asked: what needs it cannot be done`, {
        fix: [`Run it again without leaving ${name} out, or change what needs it.`],
      }),
    );
  // Stands for every port of a session: each method of each refuses. It is no promise, though it is waited for.
  const nothing: object = new Proxy(refuse, { get: (_, key) => (key === 'then' ? undefined : nothing) });
  return {
    target: name,
    region,
    partition,
    account: refuse,
    cloudformation: nothing as TargetSession['cloudformation'],
    storage: nothing as TargetSession['storage'],
    traffic: nothing as TargetSession['traffic'],
    parameter: refuse,
    alarmKinds: refuse,
    monitoring: nothing as TargetSession['monitoring'],
    functions: nothing as TargetSession['functions'],
    laterCalls: nothing as TargetSession['laterCalls'],
    routingControls: nothing as TargetSession['routingControls'],
    regionSwitch: nothing as TargetSession['regionSwitch'],
    codeDeploy: nothing as TargetSession['codeDeploy'],
    mappings: nothing as TargetSession['mappings'],
    rules: nothing as TargetSession['rules'],
    schedules: nothing as TargetSession['schedules'],
    leftovers: nothing as TargetSession['leftovers'],
    heartbeats: nothing as TargetSession['heartbeats'],
    queues: nothing as TargetSession['queues'],
    readiness: nothing as TargetSession['readiness'],
    hasIdentityProvider: refuse,
    environment: refuse,
  };
}
