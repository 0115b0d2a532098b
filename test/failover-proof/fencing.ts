import { type FailoverRoom, PRIMARY, STANDBY, SWITCH_PLAN } from '../support/failover-room.ts';
import type { Proof } from './scenario.ts';

/** The primary hangs, and a Region switch plan is executed in the standby. */
export async function regionSwitch(room: FailoverRoom, proof: Proof): Promise<void> {
  const plan = room.writePlan('switch.json', { ...room.switchPlan(), environment: 'switch' });
  await proof.run({
    name: 'Region switch: the primary, us-east-1, hangs',
    plan,
    url: room.switchPlan().probe?.url ?? '',
    moves: /StartPlanExecution/,
    lose: async () => room.cloud.blackout(PRIMARY, 'hang'),
  });
  const id = `${SWITCH_PLAN}#${PRIMARY}`;
  proof.promise(room.cloud.regionSwitch.state(id) === 'Off', 'the health check of the primary is not turned');
  room.cloud.restore(PRIMARY);
}

/**
 * A primary that does what fencing asks and loses the answer, then the loss of the standby: what was fenced must serve
 * again, with nothing but what lies in its own region.
 */
export async function fencing(room: FailoverRoom, proof: Proof): Promise<void> {
  console.log('fencing a primary that half answers, then the standby is lost');
  const functionName = room.output(PRIMARY, 'Function');
  const plan = room.writePlan('fence.json', { fence: { functions: { [PRIMARY]: [functionName] } } });
  const lost = {
    service: 'lambda',
    region: PRIMARY,
    action: 'PutFunctionConcurrency',
    kind: 'reset',
    when: 'after',
  } as const;
  const mend = room.cloud.fault(lost);
  const away = await room.failover('--plan', plan, '--to', STANDBY, '--confirm', STANDBY);
  mend();
  const fenced = away.result.failover?.fencing;
  const results = fenced?.steps.map(({ result, detail = '' }) => `${result} ${detail}`.trim()) ?? [];
  console.log(`  ${away.result.failover?.outcome}; fenced in ${fenced?.seconds} s: ${results.join('; ')}`);
  proof.promise(away.exitCode === 0, `fencing: the failover ended with ${away.exitCode}`);
  proof.promise((fenced?.seconds ?? 99) <= 30, 'fencing took more than 30 s');
  proof.promise(
    results[0] === 'done' && results[1]?.startsWith('unknown') === true,
    `fencing told ${results.join('; ')}`,
  );
  const stopped = (await room.cloud.fetch(room.output(PRIMARY, 'Url'))).status;
  proof.promise(stopped === 429, `the fenced primary answers with ${stopped}`);

  room.cloud.blackout(STANDBY, 'hang');
  const back = await room.failover('--plan', plan, '--to', PRIMARY, '--confirm', PRIMARY);
  console.log(`  the standby hangs: ${back.result.failover?.outcome}, recovery ${back.result.failover?.rto.seconds} s`);
  proof.promise(
    back.exitCode === 0,
    `going back to what was fenced ended with ${back.exitCode}: ${back.stdout.slice(-1_500)}`,
  );
  const serves = (await room.cloud.fetch(room.output(PRIMARY, 'Url'))).status;
  proof.promise(serves === 200, `the primary that was fenced answers with ${serves}`);
  room.cloud.restore(STANDBY);

  const ended = await room.failback(STANDBY);
  proof.promise(ended.exitCode === 0, `failback ended with ${ended.exitCode}: ${ended.result.failure ?? ''}`);
}
