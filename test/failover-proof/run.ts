/**
 * Failovers under blackouts, with users who ask all the time: `npm run test:failover`. Prints what was measured, and ends
 * with 1 when a promise was not kept. Figures are those of this machine; health checks run every 0.3 s, not every 10 s.
 */
import { failoverTemplate } from '../support/failover-app.ts';
import { CONTROLS, openFailoverRoom, PRIMARY, STANDBY } from '../support/failover-room.ts';
import { runJson } from '../support/run-product.ts';
import { startClients } from './clients.ts';

const broken: string[] = [];
const promise = (kept: boolean, text: string): void => {
  if (!kept) broken.push(text);
};
/** Health check (two answers of 2 s at 0.3 s), TTL of 1 s, and 5 s more. */
const BUDGET_SECONDS = 2 * 2 + 0.3 + 1 + 5;

const room = await openFailoverRoom();
try {
  const url = room.plan.probe?.url ?? '';
  const { host, port } = room.dns.server;

  await scenario('planned, everything is there', 'dr-plan.json', /stop\//, url, async () => {});
  await back();
  await scenario('the primary, us-east-1, hangs', 'dr-plan.json', /stop\//, url, async () => {
    room.cloud.blackout(PRIMARY, 'hang');
  });
  room.cloud.restore(PRIMARY);
  await back();
  await scenario('the primary is slow: 30 s for each answer', 'dr-plan.json', /stop\//, url, async () => {
    room.cloud.blackout(PRIMARY, 'slow', 30_000);
  });
  room.cloud.restore(PRIMARY);
  await back();
  await duringDeployment();
  const arc = room.writePlan('arc.json', { ...room.arcPlan(), environment: 'arc' });
  await scenario(
    'routing controls, three of five endpoints hang',
    arc,
    /UpdateRoutingControlStates/,
    room.arcPlan().probe?.url ?? '',
    async () => {
      for (const region of [PRIMARY, 'us-west-2', 'eu-west-1']) room.cloud.blackout(region, 'hang');
    },
  );
  promise(room.cloud.routingControls.state(CONTROLS[PRIMARY] ?? '') === 'Off', 'the primary is not Off');

  async function scenario(name: string, plan: string, moves: RegExp, asked: string, lose: () => Promise<void>) {
    const clients = startClients(asked, { host, port });
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await lose();
    room.cloud.clearCalls();
    const began = Date.now();
    const ended = await room.failover('--plan', plan, '--to', STANDBY, '--confirm', STANDBY);
    // As long as users must be served well to count.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await clients.stop();
    const own = room.cloud.calls.filter(({ account }) => account !== '');
    const moved = own.find(
      ({ path, action, method }) => moves.test(`${path} ${action}`) && method !== 'GET' && method !== 'DELETE',
    );
    const before = own.filter(({ time }) => moved !== undefined && time <= moved.time).length;
    const recovered = clients.recovered(began, [STANDBY]);
    const failed = clients.asked.filter(({ at, status }) => at >= began && status === undefined).length;
    console.log(
      [
        name,
        `  ${ended.result.failover?.outcome}; from the start of the program to the call that moves traffic: ${moved ? moved.time - began : '-'} ms, ${before} AWS calls`,
        `  users: 99% good after ${recovered?.toFixed(1) ?? 'never'} s (budget ${BUDGET_SECONDS} s), ${failed} requests without an answer`,
        `  calls of ours in ${PRIMARY}: ${room.signedIn(PRIMARY).length}`,
      ].join('\n'),
    );
    promise(ended.exitCode === 0, `${name}: ended with ${ended.exitCode}: ${ended.result.failure ?? ''}`);
    promise(room.signedIn(PRIMARY).length === 0, `${name}: the lost region was called`);
    promise(recovered !== undefined && recovered <= BUDGET_SECONDS, `${name}: users were served late`);
    promise(moved !== undefined && moved.time - began <= 5_000, `${name}: moved late`);
    promise(before <= 10, `${name}: ${before} calls`);
  }
} finally {
  await room[Symbol.asyncDispose]();
}
for (const text of broken) console.log(`BROKEN: ${text}`);
process.exitCode = broken.length > 0 ? 1 : 0;

async function back(): Promise<void> {
  const ended = await runJson(['failback', '--reason', 'next', '--confirm', PRIMARY, '--to', PRIMARY], room.options);
  promise(ended.exitCode === 0, `failback ended with ${ended.exitCode}: ${ended.stderr}`);
}

/** A deployment is in its first wave, the primary, when that is left: it must not reach the second. */
async function duringDeployment(): Promise<void> {
  room.app.write('template.yaml', failoverTemplate.replace('Outputs:', 'Outputs:\n  Mark: { Value: second }'));
  await room.cloud.configure({ stackSeconds: 10 });
  room.cloud.clearCalls();
  const deployment = runJson(['deploy', '--yes'], room.options);
  while (!room.cloud.calls.some(({ action }) => action === 'ExecuteChangeSet')) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const moved = await room.failover('--plan', 'dr-plan.json', '--to', STANDBY, '--confirm', STANDBY);
  const ended = await deployment;
  const executed = room.cloud.calls.filter(({ action }) => action === 'ExecuteChangeSet').map(({ region }) => region);
  console.log(
    `a deployment runs\n  failover ${moved.result.failover?.outcome}; the deployment ended with ${ended.exitCode}, change sets were executed in ${executed.join(', ')}`,
  );
  promise(moved.exitCode === 0, 'during a deployment the failover did not succeed');
  promise(ended.exitCode !== 0, 'the deployment went on');
  promise(!executed.includes(STANDBY), 'the deployment wrote in the standby');
  await room.cloud.configure({ stackSeconds: 0 });
}
