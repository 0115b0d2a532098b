import { DeleteFunctionConcurrencyCommand, LambdaClient, PutFunctionConcurrencyCommand } from '@aws-sdk/client-lambda';
import { clientOptions } from '../cloud/test-clients.ts';
import { type FailoverRoom, PRIMARY, STANDBY } from '../support/failover-room.ts';
import type { Proof } from './scenario.ts';

/**
 * Ways back that have nothing to see under the public name, or something in the way: a stop signal in a region that is left and
 * alive, and the secondary of a failover pair, which nobody is served by.
 */
export async function comingBack(room: FailoverRoom, { promise }: Proof): Promise<void> {
  const to = (region: string, ...more: readonly string[]) =>
    room.failover('--plan', 'dr-plan.json', '--to', region, '--confirm', region, ...more);

  console.log('a failover back to a primary whose stop signal lies in the standby, which is alive');
  const away = await to(STANDBY);
  promise(away.result.failover?.outcome === 'verified', `the move away ended as ${away.result.failover?.outcome}`);
  const kept = await to(PRIMARY);
  const told = kept.result.failover?.failure ?? '';
  console.log(`  ${kept.result.failover?.outcome}: ${told}`);
  promise(kept.result.failover?.outcome === 'not-verified', 'users were served although the signal is there');
  promise(told.includes('run the same with graceful'), 'it does not say what to do');
  const forbidden = kept.result.failover?.ledger.filter(({ region }) => region === STANDBY) ?? [];
  promise(forbidden.length === 0, 'the region that is left was called');
  const began = Date.now();
  const graceful = await to(PRIMARY, '--graceful');
  console.log(`  --graceful: ${graceful.result.failover?.outcome}, after ${seconds(began)} s`);
  promise(graceful.exitCode === 0, `--graceful ended with ${graceful.exitCode}: ${graceful.stdout.slice(-2_000)}`);
  promise((await room.servedBy()) === PRIMARY, 'users are not at the primary');
  await secondaryReturns('stop-switch');

  await room.toRoutingControls();
  const first = await to(PRIMARY);
  console.log(`routing controls: ${first.result.failover?.outcome} at ${PRIMARY}`);
  const other = await to(STANDBY);
  promise(other.exitCode === 0, `the move to the standby ended with ${other.exitCode}: ${other.result.failure ?? ''}`);
  const home = await to(PRIMARY);
  promise(home.exitCode === 0, `the move to the primary ended with ${home.exitCode}: ${home.result.failure ?? ''}`);
  await secondaryReturns('arc-routing-control');

  /** The primary is active alone: once the standby does not answer, once it does. */
  async function secondaryReturns(mechanism: string): Promise<void> {
    console.log(`${mechanism}: the secondary of the pair returns`);
    const lambda = new LambdaClient(clientOptions(room.cloud, STANDBY));
    const FunctionName = room.output(STANDBY, 'Function');
    await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }));
    const deaf = await room.failback(STANDBY);
    console.log(`  it does not answer: ${deaf.result.failover?.outcome}: ${deaf.result.failover?.failure ?? ''}`);
    promise(deaf.result.failover?.failure?.includes('does not answer by itself') === true, 'a deaf secondary returned');
    await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
    lambda.destroy();
    const since = Date.now();
    const back = await room.failback(STANDBY);
    const { outcome, deviations = [] } = back.result.failover ?? {};
    console.log(`  it answers: ${outcome}, after ${seconds(since)} s; ${deviations.join('; ')}`);
    promise(back.exitCode === 0, `the failback ended with ${back.exitCode}: ${back.stdout.slice(-2_000)}`);
    promise((await room.servedBy()) === PRIMARY, 'users left the primary');
  }
}

function seconds(began: number): string {
  return ((Date.now() - began) / 1000).toFixed(1);
}
