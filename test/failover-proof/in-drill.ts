import { makeReverter } from '../support/drill-reverter.ts';
import { type FailoverRoom, PRIMARY, STANDBY } from '../support/failover-room.ts';
import { runJson } from '../support/run-product.ts';
import type { Blackout, Proof } from './scenario.ts';

const LATER_MS = 4 * 3_600_000;

/** A drill has moved traffic to the standby, and then the primary is lost for real: the failover takes over from it. */
export function inDrill(room: FailoverRoom, { promise }: Pick<Proof, 'promise'>): Blackout {
  let drill: ReturnType<typeof runJson> | undefined;
  return {
    name: 'the primary is lost in the middle of a drill',
    joined: true,
    async lose() {
      await makeReverter(room.cloud);
      const args = ['drill', '--kind', 'switchover', '--to', STANDBY, '--confirm', STANDBY, '--hold', '1h'];
      await new Promise<void>((away) => {
        drill = runJson([...args, '--revert-after', '3h'], {
          ...room.options,
          onStart: ({ onOutput }) =>
            onOutput((text) => {
              if (text.includes('99% of the probes are good')) away();
            }),
        });
        // One that does not get there ends by itself.
        void drill.finally(away);
      });
      room.cloud.blackout(PRIMARY, 'hang');
    },
    async after() {
      const struck = Object.values(await room.cloud.passTime(LATER_MS));
      promise(!struck.includes('done'), 'the schedule of the drill took the signal of the failover away');
      promise((await room.servedBy()) === STANDBY, 'traffic went back to the region that is lost');
      room.cloud.restore(PRIMARY);
      const ended = await drill;
      const outcome = ended?.result.drill?.outcome;
      console.log(`  the drill ended as ${outcome}; what its schedules did: ${struck.join(', ') || 'they were gone'}`);
      promise(outcome === 'overridden', `the drill ended as ${outcome}: ${ended?.stderr.slice(-1_000) ?? ''}`);
    },
  };
}
