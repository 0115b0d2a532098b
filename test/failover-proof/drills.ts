/**
 * Drills in three regions that all serve, with users who ask all the time: `npm run test:drills`. Under weights and under stop
 * switches, to one region and away from one, and killed at every stage: AWS brings traffic back by what was arranged. Prints what
 * was measured, and ends with 1 when a promise was not kept.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { schemaErrors } from '../support/published-schema.ts';
import { runCli, runJson } from '../support/run-product.ts';
import { CENTRAL, EAST, openThreeRoom, REGIONS, type ThreeMechanism, WEIGHTS, WEST } from '../support/three-room.ts';
import { startClients } from './clients.ts';
import { called, killedWhen } from './scenario.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const LATER_MS = 4 * 3_600_000;
const READ_MS = 250;
/** Users see a change of records within its TTL and the time of the checks. */
const PATIENCE_MS = 30_000;

const room = await openThreeRoom();
const broken: string[] = [];
try {
  for (const mechanism of ['weights', 'stop-switch'] as const) {
    if (values.only !== undefined && values.only !== mechanism) continue;
    await room.use(mechanism);
    await looked(mechanism, 'readiness');
    await looked(mechanism, 'probe', '--hold', '5s');
    await moved(mechanism, `one of three is left by ${mechanism}`, ['--from', WEST, '--confirm', WEST]);
    await moved(mechanism, `one of three takes over by ${mechanism}`, ['--to', CENTRAL, '--confirm', CENTRAL]);
    await moved(
      mechanism,
      `one of three is broken and left by ${mechanism}`,
      ['--from', WEST, '--confirm', WEST],
      'outage',
    );
    await diedAway(mechanism);
    await diedBroken(mechanism);
  }
} finally {
  await room[Symbol.asyncDispose]();
}
for (const text of broken) console.log(`BROKEN: ${text}`);
process.exitCode = broken.length > 0 ? 1 : 0;

function promise(kept: boolean, text: string): void {
  if (kept) return;
  broken.push(text);
  console.log(`  BROKEN: ${text}`);
}

function drill(...args: readonly string[]): ReturnType<typeof runJson> {
  return runJson(['drill', '--reason', 'a test', ...args], room.options);
}

/** Moves nothing. */
async function looked(mechanism: ThreeMechanism, kind: 'readiness' | 'probe', ...more: readonly string[]) {
  room.cloud.clearCalls();
  const { exitCode, result } = await drill('--kind', kind, ...more);
  const { outcome, why = '', readiness = [], deviations = [] } = result.drill ?? {};
  console.log(`${kind} under ${mechanism}: ${outcome} ${why} ${deviations.join('; ')}`);
  promise(exitCode === 0 || (kind === 'readiness' && exitCode === 4), `${kind} ended with ${exitCode}`);
  promise(kind !== 'readiness' || readiness.length === REGIONS.length, `${kind} looked at ${readiness.length} targets`);
  const moves = room.cloud.calls.filter(
    ({ action, path }) => action === 'ChangeResourceRecordSets' || path.includes('/stop/'),
  );
  promise(
    moves.every(({ account, method }) => account === '' || method === 'HEAD'),
    `${kind} moved traffic`,
  );
  checkReport(kind, result.drill);
}

/** There and back, with users. */
async function moved(mechanism: ThreeMechanism, name: string, where: readonly string[], kind = 'switchover') {
  const users = startClients({ url: room.urlOf(mechanism), dns: room.dns.server, everyMs: READ_MS });
  const { exitCode, result, stdout } = await drill('--kind', kind, ...where);
  await sleep(2_000);
  await users.stop();
  const { outcome, moves = [], why = '' } = result.drill ?? {};
  const failed = users.asked.filter(({ status }) => status !== 200).length;
  const times = moves.map(({ to, rto }) => `${to.length} active after ${rto.seconds} s`);
  console.log(
    `${name}: ${outcome} ${why}; ${times.join(', ')}; ${failed} of ${users.asked.length} requests without a good answer`,
  );
  promise(exitCode === 0, `${name}: ended with ${exitCode}: ${stdout.slice(-1_500)}`);
  promise(kind === 'outage' || failed === 0, `${name}: ${failed} requests failed in a planned move`);
  checkReport(name, result.drill);
  await asBefore(mechanism, name);
}

/** Killed while traffic is away, and nobody comes: AWS brings it back. */
async function diedAway(mechanism: ThreeMechanism) {
  const name = `a switchover under ${mechanism} is killed while traffic is away`;
  const args = [
    'drill',
    '--kind',
    'switchover',
    '--reason',
    'a test',
    '--from',
    WEST,
    '--confirm',
    WEST,
    '--hold',
    '1h',
  ];
  await runCli([...args, '--revert-after', '3h'], {
    ...room.options,
    onStart: ({ kill, onOutput }) =>
      onOutput((text) => void (text.includes('99% of the probes are good') && kill('SIGKILL'))),
  });
  await servedBy(mechanism, [CENTRAL, EAST], name);
  const struck = Object.values(await room.cloud.passTime(LATER_MS));
  promise(struck.join() === 'done', `${name}: the schedule ended as ${struck.join() || 'nothing'}`);
  const began = Date.now();
  await servedBy(mechanism, REGIONS, name);
  console.log(
    `${name}: users were at all regions again ${((Date.now() - began) / 1000).toFixed(1)} s after AWS struck`,
  );
  await ended(mechanism, name);
}

/** Killed when the failure is there: users are kept off what is broken, and AWS sends nobody there. */
async function diedBroken(mechanism: ThreeMechanism) {
  for (const moment of ['injection', 'move'] as const) {
    const name = `an outage under ${mechanism} is killed after its ${moment}`;
    room.cloud.clearCalls();
    const args = ['drill', '--kind', 'outage', '--reason', 'a test', '--from', WEST, '--confirm', WEST, '--hold', '1h'];
    const event = () => called(room, ({ action, region }) => action === 'PutFunctionConcurrency' && region === WEST);
    const killed =
      moment === 'injection'
        ? killedWhen(room.options, event)
        : {
            ...room.options,
            onStart: ({ kill, onOutput }: Parameters<NonNullable<typeof room.options.onStart>>[0]) =>
              onOutput((text) => void (text.includes('99% of the probes are good') && kill('SIGKILL'))),
          };
    const { exitCode } = await runCli([...args, '--revert-after', '3h'], killed);
    promise(exitCode === 137, `${name}: it ended with ${exitCode}`);
    await servedBy(mechanism, [CENTRAL, EAST], name);
    const struck = Object.values(await room.cloud.passTime(LATER_MS));
    await servedBy(mechanism, [CENTRAL, EAST], name);
    console.log(
      `${name}: users stay where they are served when AWS strikes (${struck.join() || 'nothing was left to do'})`,
    );
    await ended(mechanism, name);
  }
}

/** Ends what was left over; everything is as before then. */
async function ended(mechanism: ThreeMechanism, name: string) {
  const end = await drill('--end', '--lock-wait', '5m');
  console.log(`  drill --end: ${end.result.drill?.outcome}`);
  promise(
    end.result.drill?.outcome === 'aborted',
    `${name}: --end ended as ${end.result.drill?.outcome}: ${end.stdout.slice(-1_500)}`,
  );
  checkReport(name, end.result.drill);
  await asBefore(mechanism, name);
}

async function asBefore(mechanism: ThreeMechanism, name: string) {
  await servedBy(mechanism, REGIONS, name);
  const now = await room.weights();
  promise(
    REGIONS.every((region) => now[region] === WEIGHTS[region]),
    `${name}: the weights are ${JSON.stringify(now)}`,
  );
  const left = await room.cloud.passTime(LATER_MS);
  promise(
    Object.keys(left).length === 0,
    `${name}: something was left that moves traffic later: ${JSON.stringify(left)}`,
  );
}

async function servedBy(mechanism: ThreeMechanism, wanted: readonly string[], name: string) {
  const deadline = Date.now() + PATIENCE_MS;
  let seen: readonly string[] = [];
  do seen = await room.servedBy(mechanism);
  while (seen.join() !== wanted.join() && Date.now() < deadline);
  promise(seen.join() === wanted.join(), `${name}: users are sent to ${seen.join(', ')}, not to ${wanted.join(', ')}`);
}

function checkReport(name: string, report: unknown): void {
  const errors = schemaErrors('drill-report', report);
  promise(errors.length === 0, `${name}: the report is not as its schema says: ${JSON.stringify(errors)}`);
}
