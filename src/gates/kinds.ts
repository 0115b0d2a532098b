import type { GateCheck } from '../topology/gate-model.ts';
import type { CheckRequest, Finding, GatePorts } from './check.ts';

type AnyCheck = (request: CheckRequest, ports: GatePorts) => Promise<Finding>;

/** The check of a kind, loaded when a gate of that kind is first asked. */
export async function loadCheck({ kind }: GateCheck): Promise<AnyCheck> {
  // Each check gets the request of its own kind: the kind of the definition chose it.
  switch (kind) {
    case 'http':
      return (await import('./http.ts')).http as AnyCheck;
    case 'alarm':
      return (await import('./alarm.ts')).alarm as AnyCheck;
    case 'metric':
      return (await import('./metric.ts')).metric as AnyCheck;
    case 'command':
      return (await import('./command.ts')).command as AnyCheck;
    case 'lambda':
      return (await import('./lambda.ts')).lambda as AnyCheck;
    case 'compare':
      return (await import('./compare/compare.ts')).compare as AnyCheck;
  }
}
