/**
 * Failovers under blackouts, with users who ask and write all the time: `npm run test:failover`. Prints what was measured, and
 * ends with 1 when a promise was not kept. Figures are those of this machine; health checks run every 0.3 s, not every 10 s.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { CONTROLS, openFailoverRoom, PRIMARY, STANDBY } from '../support/failover-room.ts';
import { makeOrders } from '../support/orders.ts';
import { atWork } from './at-work.ts';
import { comingBack } from './coming-back.ts';
import { fencing, regionSwitch } from './fencing.ts';
import { inDrill } from './in-drill.ts';
import { type Blackout, createProof } from './scenario.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const room = await openFailoverRoom();
const orders = await makeOrders(room.cloud, [PRIMARY, STANDBY]);
const proof = createProof(room, orders);
const work = atWork(room, proof);
/** Removes what makes the primary only half dead. */
let well = (): void => {};

const blackouts: Readonly<Record<string, () => { readonly blackout: Blackout; readonly mend?: () => Promise<void> }>> =
  {
    planned: () => ({ blackout: { name: 'planned, everything is there', lose: async () => {} } }),
    lost: () => ({
      blackout: {
        name: 'the primary, us-east-1, hangs',
        lose: async () => room.cloud.blackout(PRIMARY, 'hang'),
      },
    }),
    slow: () => ({
      blackout: {
        name: 'the primary is half dead: 5% of the calls are answered, the others after 30 s',
        async lose() {
          well = room.cloud.fault({ region: PRIMARY, kind: 'delay', delayMs: 30_000, probability: 0.95 });
        },
      },
    }),
    middle: () => ({ blackout: work.middle() }),
    killed: () => ({ blackout: work.killed() }),
    drill: () => ({ blackout: inDrill(room, proof) }),
    rollback: () => ({ blackout: work.rollback(PRIMARY), mend: () => work.mend('fourth') }),
    'rollback-standby': () => ({ blackout: work.rollback(STANDBY), mend: () => work.mend('fifth') }),
    rollout: () => ({ blackout: work.rollout(), mend: () => work.mend('third') }),
  };

try {
  for (const [name, make] of Object.entries(blackouts)) {
    if (values.only !== undefined && values.only !== name) continue;
    const { blackout, mend } = make();
    await proof.run(blackout);
    well();
    room.cloud.restore(PRIMARY);
    await mend?.();
    await back();
  }
  if (values.only === undefined || values.only === 'endpoints') await endpoints();
  if (values.only === undefined || values.only === 'switch') await regionSwitch(room, proof);
  if (values.only === undefined || values.only === 'fence') await fencing(room, proof);
  if (values.only === undefined || values.only === 'back') await comingBack(room, proof);
  console.log(
    `load of the machine at the end: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}`,
  );
} finally {
  orders.close();
  await room[Symbol.asyncDispose]();
}
for (const text of proof.broken) console.log(`BROKEN: ${text}`);
process.exitCode = proof.broken.length > 0 ? 1 : 0;

async function back(): Promise<void> {
  const ended = await room.failback(PRIMARY);
  proof.promise(ended.exitCode === 0, `failback ended with ${ended.exitCode}: ${ended.stdout.slice(-2_000)}`);
}

/** Two of five, besides that in the primary. */
async function endpoints(): Promise<void> {
  const plan = room.writePlan('arc.json', { ...room.arcPlan(), environment: 'arc' });
  await proof.run({
    name: 'routing controls: the primary and two more of the five endpoints hang',
    plan,
    url: room.arcPlan().probe?.url ?? '',
    moves: /UpdateRoutingControlStates/,
    async lose() {
      for (const region of [PRIMARY, 'us-west-2', 'eu-west-1']) room.cloud.blackout(region, 'hang');
    },
  });
  proof.promise(room.cloud.routingControls.state(CONTROLS[PRIMARY] ?? '') === 'Off', 'the primary is not Off');
  for (const region of [PRIMARY, 'us-west-2', 'eu-west-1']) room.cloud.restore(region);
}
