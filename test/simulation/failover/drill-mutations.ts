import type { Mutation } from '../mutations.ts';

/** Wrong lines of drills. */
export const drillMutations: readonly Mutation[] = [
  {
    name: 'a drill brings traffic back to who is not fit',
    file: 'failover/drill/finish.ts',
    from: 'unfit === undefined ? await bringBack(so, ports) : await remain(unfit, so, ports)',
    to: 'await bringBack(so, ports)',
    core: 'failover',
  },
  {
    name: 'a drill arranges no way back',
    file: 'failover/drill/run.ts',
    from: 'await ports.returns.arrange();',
    to: '',
    core: 'failover',
  },
  {
    name: 'what a drill scheduled is left',
    file: 'failover/drill/finish.ts',
    from: 'await returns.cancel();',
    to: '',
    core: 'failover',
  },
  {
    name: 'what a drill broke is not mended',
    file: 'failover/drill/finish.ts',
    from: 'await fault.mend();\n    return true;',
    to: 'return true;',
    core: 'failover',
  },
  {
    name: 'a drill that a failover ended moves traffic all the same',
    file: 'failover/drill/keep.ts',
    from: 'if (drill?.id !== id || drill.ended === undefined) return;',
    to: 'if (drill?.id !== id || drill !== undefined) return;',
    core: 'failover',
  },
  {
    name: 'a failover leaves the drill open that it takes over from',
    file: 'failover/run.ts',
    from: 'ports.state.save({ ...next, ...(overridden && { drill: overridden }) }, asOf);',
    to: 'ports.state.save(next, asOf);',
    core: 'failover',
  },
  {
    name: 'too few good probes do not end a drill',
    file: 'failover/drill/hold.ts',
    from: 'if (few !== undefined) return few;',
    to: '',
    core: 'failover',
  },
  {
    name: 'gates that do not pass where traffic is do not end a drill',
    file: 'failover/drill/hold.ts',
    from: 'if (problem !== undefined) return problem;\n    if (!asking',
    to: 'if (!asking',
    core: 'failover',
  },
  {
    name: 'nobody looks at who takes over after something was injected',
    file: 'failover/drill/run.ts',
    from: 'if (unfit !== undefined) return learn({ early: unfit });',
    to: '',
    core: 'failover',
  },
  {
    name: 'a drill begins on a day that is bad already',
    file: 'failover/drill/run.ts',
    from: 'await assertGoodDay(request, ports);',
    to: '',
    core: 'failover',
  },
  {
    name: 'a drill moves before it is kept',
    file: 'failover/drill/run.ts',
    from: 'await ports.keep(request.record);\n    try {',
    to: 'try {',
    core: 'failover',
  },
  {
    name: 'a copy is forgotten that is not heard this time',
    file: 'records/active-state.ts',
    from: 'return copies.newest();',
    to: 'return newestState(answers.map((answer) => answer?.state));',
    core: 'failover',
  },
];
