import type { Environment, Target } from '../topology/model.ts';
import type { GatePorts } from './check.ts';
import type { GateRequest } from './model.ts';

/** Outputs as one round of gates sees them. */
export interface Outputs {
  /**
   * Of the named target, else of the same target, else of the only one that has the stack. Undefined: no such stack.
   * @throws AwsError when it cannot be read
   */
  of(stack: string, named: string | undefined, target: Target): Promise<Readonly<Record<string, string>> | undefined>;
}

/** Takes what the rollout knows; the rest is read where it is, once a round. */
export function createOutputs(
  environment: Environment,
  known: GateRequest['outputs'],
  session: GatePorts['session'],
): Outputs {
  const read = new Map<string, Promise<Readonly<Record<string, string>> | undefined>>();
  return {
    async of(stack, named, target) {
      const places = environment.instances.filter((instance) => instance.stack.key === stack);
      const wanted = named ?? target.name;
      const place =
        places.find((instance) => instance.target.name === wanted) ?? (named === undefined ? places[0] : undefined);
      if (place === undefined) return undefined;
      const values = known[place.target.name]?.[stack];
      if (values !== undefined) return values;
      const found =
        read.get(place.id) ??
        session(place.target)
          .cloudformation.describeStack(place.stack.stackName)
          .then((description) => description?.outputs);
      read.set(place.id, found);
      return found;
    },
  };
}
