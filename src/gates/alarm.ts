import type { Alarm, Monitoring } from '../aws/monitoring-ports.ts';
import type { AlarmCheck } from '../topology/gate-model.ts';
import { isFresh } from './alarm-data.ts';
import type { Check, CheckRequest, Finding } from './check.ts';
import { findAlarms } from './find-alarms.ts';

/** What one alarm says. */
interface Opinion {
  readonly alarm: string;
  readonly verdict: Finding['verdict'];
  readonly reason: string;
}

/** Every alarm is OK, and was all the time that is judged. */
export const alarm: Check<AlarmCheck> = async (request, { session, clock }) => {
  const { check, moment, target } = request;
  const { monitoring } = session(target);
  const { alarms, missing } = await findAlarms(check, monitoring);
  if (missing.length > 0 && moment !== 'before') return absent(missing);
  const now = clock.now();
  const opinions = await Promise.all(
    alarms.map((one) => (moment === 'before' ? atStart(one, request) : inBake(one, request, monitoring, now))),
  );
  return summary(opinions, missing);
};

/** What is in ALARM already would be in ALARM after the deployment too: nobody could tell whether it is the release. */
function atStart({ name, state, reason = '' }: Alarm, { overrideAlarms }: CheckRequest): Opinion {
  if (state !== 'ALARM') return { alarm: name, verdict: 'pass', reason: `${name} is ${state}` };
  if (overrideAlarms !== undefined)
    return { alarm: name, verdict: 'pass', reason: `${name} is in ALARM, overridden: ${overrideAlarms}` };
  const fix = 'wait until it is OK, or give override-alarms with a reason';
  return { alarm: name, verdict: 'fail', reason: `${name} is in ALARM before the start (${reason}): ${fix}` };
}

async function inBake(
  one: Alarm,
  { check, from, since, overrideAlarms }: CheckRequest<AlarmCheck>,
  monitoring: Monitoring,
  now: number,
): Promise<Opinion> {
  const { name, state, reason = '' } = one;
  const say = (verdict: Opinion['verdict'], text: string): Opinion => ({
    alarm: name,
    verdict,
    reason: `${name} ${text}`,
  });
  const changes = await monitoring.alarmChanges(name, Math.min(since, from), now);
  if (overrideAlarms !== undefined && (changes[0]?.from ?? state) === 'ALARM') {
    // Somebody knew of it and deployed all the same; from when it is OK it counts like any other.
    const fine = changes.findIndex(({ to }) => to === 'OK');
    if (fine === -1) return say('pass', `was in ALARM before and still is, overridden: ${overrideAlarms}`);
    const again = changes.slice(fine).find(({ to }) => to === 'ALARM');
    if (again !== undefined) return say('fail', `was OK again and went into ALARM at ${time(again.at)}`);
    return say('pass', `was in ALARM before, overridden: ${overrideAlarms}; it is ${state} now`);
  }
  if (state === 'ALARM') return say('fail', `is in ALARM since ${time(one.stateSince)}: ${reason}`);
  const judged = changes.filter(({ at }) => at >= from);
  const fired = judged.find((change) => change.from === 'ALARM' || change.to === 'ALARM');
  if (fired !== undefined) {
    const what = fired.to === 'ALARM' ? `went into ALARM at ${time(fired.at)}` : `was in ALARM until ${time(fired.at)}`;
    return say('fail', `${what}; it is ${state} now`);
  }
  const doubt = check.insufficientData;
  if (state === 'INSUFFICIENT_DATA' && doubt !== 'pass') return say(doubt, 'has INSUFFICIENT_DATA');
  const blind = judged.find(({ to }) => to === 'INSUFFICIENT_DATA');
  if (blind !== undefined && doubt === 'fail') return say('fail', `had INSUFFICIENT_DATA at ${time(blind.at)}`);
  if (state === 'OK' && check.stale !== 'pass' && !(await isFresh(one, since, now, monitoring)))
    return say(check.stale, 'is OK, but its metric had no data since the deployment began');
  return say('pass', `is ${state}`);
}

function absent(missing: readonly string[]): Finding {
  return {
    verdict: 'fail',
    reason: `there is no alarm ${missing.join(', ')}`,
    evidence: { missing: missing.join(', ') },
  };
}

function summary(opinions: readonly Opinion[], missing: readonly string[]): Finding {
  const of = (verdict: Opinion['verdict']) => opinions.filter((opinion) => opinion.verdict === verdict);
  const [failed, unclear] = [of('fail'), of('inconclusive')];
  const names = (some: readonly Opinion[]) => some.map(({ alarm: name }) => name).join(', ');
  const evidence = {
    alarms: opinions.length,
    ...(failed.length > 0 && { failed: names(failed) }),
    ...(unclear.length > 0 && { unclear: names(unclear) }),
    ...(missing.length > 0 && { missing: missing.join(', ') }),
  };
  const telling = failed.length > 0 ? failed : unclear;
  if (telling.length > 0) {
    const more = telling.length > 3 ? `; and ${telling.length - 3} more` : '';
    const reason = `${telling
      .slice(0, 3)
      .map((opinion) => opinion.reason)
      .join('; ')}${more}`;
    return { verdict: failed.length > 0 ? 'fail' : 'inconclusive', reason, evidence };
  }
  const overridden = opinions.filter(({ reason }) => reason.includes('overridden: '));
  const all = opinions.length === 1 ? opinions[0]?.reason : `${opinions.length} alarms are not in ALARM`;
  const reason = overridden.length > 0 ? overridden.map((opinion) => opinion.reason).join('; ') : all;
  const later = missing.length > 0 ? ` (not there yet: ${missing.join(', ')})` : '';
  return { verdict: 'pass', reason: `${reason ?? ''}${later}`, evidence };
}

const time = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
