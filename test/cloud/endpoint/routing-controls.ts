import type { AwsError } from './error-answer.ts';

/**
 * The data plane of ARC's routing controls, which the emulator lacks: states in a quorum of five endpoints, safety rules
 * of assertion. Rules: Routing Control API Reference (UpdateRoutingControlStates), Developer Guide "Safety rules in ARC".
 */
export interface RoutingControlPlane {
  /** Makes a control; it is Off at first, as the guide says. */
  create(arn: string): void;
  /** A rule of the type ATLEAST: at least so many of these controls stay On. */
  rule(arn: string, controls: readonly string[], atLeast: number): void;
  state(arn: string): 'On' | 'Off' | undefined;
  call(action: string, input: Readonly<Record<string, unknown>>): object | AwsError;
  clear(): void;
}

interface Input {
  readonly RoutingControlArn?: string;
  readonly UpdateRoutingControlStateEntries?: readonly {
    readonly RoutingControlArn: string;
    readonly RoutingControlState: 'On' | 'Off';
  }[];
  readonly SafetyRulesToOverride?: readonly string[];
}

export function createRoutingControlPlane(): RoutingControlPlane {
  const states = new Map<string, 'On' | 'Off'>();
  const rules = new Map<string, { readonly controls: readonly string[]; readonly atLeast: number }>();

  const update = ({ UpdateRoutingControlStateEntries: entries = [], SafetyRulesToOverride: over = [] }: Input) => {
    const next = new Map(states);
    for (const { RoutingControlArn: arn, RoutingControlState: state } of entries) {
      if (!states.has(arn)) return missing(arn);
      next.set(arn, state);
    }
    for (const [arn, { controls, atLeast }] of rules) {
      if (over.includes(arn)) continue;
      if (controls.filter((control) => next.get(control) === 'On').length >= atLeast) continue;
      return { status: 409, code: 'ConflictException', message: `the safety rule ${arn} would not be met` };
    }
    // All of a call, or nothing.
    for (const [arn, state] of next) states.set(arn, state);
    return {};
  };

  return {
    create: (arn) => void states.set(arn, 'Off'),
    rule: (arn, controls, atLeast) => void rules.set(arn, { controls, atLeast }),
    state: (arn) => states.get(arn),
    call(action, input) {
      const given = input as Input;
      if (action === 'UpdateRoutingControlStates') return update(given);
      const arn = given.RoutingControlArn ?? '';
      const state = states.get(arn);
      if (action === 'GetRoutingControlState')
        return state === undefined ? missing(arn) : { RoutingControlArn: arn, RoutingControlState: state };
      return { status: 400, code: 'UnknownOperationException', message: `${action} is not there` };
    },
    clear() {
      states.clear();
      rules.clear();
    },
  };
}

function missing(arn: string): AwsError {
  return { status: 404, code: 'ResourceNotFoundException', message: `there is no routing control ${arn}` };
}
