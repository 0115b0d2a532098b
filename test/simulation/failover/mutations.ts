import type { Mutation } from '../mutations.ts';

/** Wrong lines of the failover core. */
export const failoverMutations: readonly Mutation[] = [
  {
    name: 'traffic is moved before it is remembered what is meant',
    file: 'failover/run.ts',
    from: 'await save(false);',
    to: '',
    core: 'failover',
  },
  {
    name: 'a failover counts as done before users are served',
    file: 'failover/run.ts',
    from: 'if (failure !== undefined || verified === undefined)\n',
    to: 'if (failure !== undefined)\n',
    core: 'failover',
  },
  {
    name: 'the lost region is asked for its part of the stop switch',
    file: 'failover/mechanisms/stop-switch.ts',
    from: 'if (!mayAsk(signal.in, move))\n      return [`${lies}, which is being left: it holds',
    to: 'if (false)\n      return [`${lies}, which is being left: it holds',
    core: 'failover',
  },
  {
    name: 'the target that takes over stays stopped',
    file: 'failover/mechanisms/stop-switch.ts',
    from: 'await Promise.all(move.active.map((target) => release(target, move)))',
    to: 'await Promise.all(move.inactive.map((target) => stopAgain(target, move)))',
    core: 'failover',
  },
  {
    name: 'an endpoint of routing controls in the lost region is asked',
    file: 'failover/mechanisms/arc-routing-control.ts',
    from: 'ports.endpoints.filter(({ region }) => ports.mayAsk(region, move))',
    to: 'ports.endpoints',
    core: 'failover',
  },
  {
    name: 'who is left keeps its routing control',
    file: 'failover/mechanisms/arc-routing-control.ts',
    from: "controls[target] ?? '', 'Off'] as const",
    to: "controls[target] ?? '', 'On'] as const",
    core: 'failover',
  },
  {
    name: 'who is left keeps its weight',
    file: 'failover/mechanisms/weights.ts',
    from: 'if (totalWeight(kept) > 0) return { ...none, ...kept };',
    to: 'if (totalWeight(kept) > 0) return { ...current, ...kept };',
    core: 'failover',
  },
  {
    name: 'a failback that fails does not take traffic back',
    file: 'failover/failback.ts',
    from: 'await ports.undo();',
    to: '',
    core: 'failover',
  },
  {
    name: 'traffic comes before the target is active',
    file: 'failover/failback.ts',
    from: 'await ports.state.save({ inactive: move.inactive, failover: { ...record, done: false } });',
    to: 'await ports.state.save({ inactive: before.inactive, failover: { ...record, done: false } });',
    core: 'failover',
  },
  {
    name: 'an older copy of which targets are active is believed',
    file: 'records/active-state-document.ts',
    from: 'copy.serial > newest.serial ? copy : newest',
    to: 'copy.serial < newest.serial || newest.serial === 0 ? copy : newest',
    core: 'failover',
  },
  {
    name: 'a region is believed that nobody could tell of a later move',
    file: 'failover/already.ts',
    from: 'if (probes?.regionKnown !== true) return false;',
    to: 'if (active.length > 0) return true;\n  if (probes?.regionKnown !== true) return false;',
    core: 'failover',
  },
  {
    name: 'copies of regions that know nothing of each other count alike',
    file: 'records/active-state.ts',
    from: 'Math.max(serial + 1, clock.now())',
    to: 'serial + 1',
    core: 'failover',
  },
];
