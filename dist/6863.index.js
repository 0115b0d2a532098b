export const id = 6863;
export const ids = [6863];
export const modules = {

/***/ 96863:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  alarm: () => (/* binding */ alarm)
});

;// CONCATENATED MODULE: ./src/gates/alarm-data.ts
/**
 * Whether the metrics of an alarm had data in a time. An alarm that treats missing data as fine stays OK when nobody
 * measures any more, and `StateUpdatedTimestamp` is as old as for one that is fine. A composite alarm has no data.
 */
async function isFresh({ kind, queries, stateSince }, since, now, monitoring) {
    if (kind === 'composite' || stateSince >= since)
        return true;
    const measured = queries.filter(({ source }) => !('expression' in source));
    if (measured.length === 0)
        return true;
    const series = await monitoring.metricData(measured.map((query) => ({ ...query, returned: true })), since, now);
    return series.some(({ points }) => points.length > 0);
}

;// CONCATENATED MODULE: ./src/gates/find-alarms.ts
/** The alarms that a gate means: by name or the beginning of the name; where tags are said, those of them that have all. */
async function findAlarms({ names, prefixes, tags }, monitoring) {
    const wanted = Object.entries(tags);
    const anyName = names.length === 0 && prefixes.length === 0;
    const [byName, ...byPrefix] = await Promise.all([
        names.length === 0 ? [] : monitoring.alarms({ names }),
        ...(anyName ? [monitoring.alarms({})] : prefixes.map((prefix) => monitoring.alarms({ prefix }))),
    ]);
    const missing = [
        ...names.filter((name) => !byName.some((alarm) => alarm.name === name)),
        ...prefixes.filter((_, index) => byPrefix[index]?.length === 0).map((prefix) => `${prefix}…`),
    ];
    const all = [...new Map([byName, ...byPrefix].flat().map((alarm) => [alarm.arn, alarm])).values()];
    if (wanted.length === 0)
        return { alarms: all, missing };
    const tagged = await Promise.all(all.map(async (alarm) => {
        const own = await monitoring.alarmTags(alarm.arn);
        return wanted.every(([key, value]) => own[key] === value) ? alarm : undefined;
    }));
    const alarms = tagged.filter((alarm) => alarm !== undefined);
    const untagged = alarms.length === 0 ? [`with ${wanted.map(([key, value]) => `${key}=${value}`).join(', ')}`] : [];
    return { alarms, missing: [...missing, ...untagged] };
}

;// CONCATENATED MODULE: ./src/gates/alarm.ts


/** Every alarm is OK, and was all the time that is judged. */
const alarm = async (request, { session, clock }) => {
    const { check, moment, target } = request;
    const { monitoring } = session(target);
    const { alarms, missing } = await findAlarms(check, monitoring);
    if (missing.length > 0 && moment !== 'before')
        return absent(missing);
    const now = clock.now();
    const opinions = await Promise.all(alarms.map((one) => (moment === 'before' ? atStart(one, request) : inBake(one, request, monitoring, now))));
    return summary(opinions, missing);
};
/** What is in ALARM already would be in ALARM after the deployment too: nobody could tell whether it is the release. */
function atStart({ name, state, reason = '' }, { overrideAlarms }) {
    if (state !== 'ALARM')
        return { alarm: name, verdict: 'pass', reason: `${name} is ${state}` };
    if (overrideAlarms !== undefined)
        return { alarm: name, verdict: 'pass', reason: `${name} is in ALARM, overridden: ${overrideAlarms}` };
    const fix = 'wait until it is OK, or give override-alarms with a reason';
    return { alarm: name, verdict: 'fail', reason: `${name} is in ALARM before the start (${reason}): ${fix}` };
}
async function inBake(one, { check, from, since, overrideAlarms }, monitoring, now) {
    const { name, state, reason = '' } = one;
    const say = (verdict, text) => ({
        alarm: name,
        verdict,
        reason: `${name} ${text}`,
    });
    const changes = await monitoring.alarmChanges(name, Math.min(since, from), now);
    if (overrideAlarms !== undefined && (changes[0]?.from ?? state) === 'ALARM') {
        // Somebody knew of it and deployed all the same; from when it is OK it counts like any other.
        const fine = changes.findIndex(({ to }) => to === 'OK');
        if (fine === -1)
            return say('pass', `was in ALARM before and still is, overridden: ${overrideAlarms}`);
        const again = changes.slice(fine).find(({ to }) => to === 'ALARM');
        if (again !== undefined)
            return say('fail', `was OK again and went into ALARM at ${time(again.at)}`);
        return say('pass', `was in ALARM before, overridden: ${overrideAlarms}; it is ${state} now`);
    }
    if (state === 'ALARM')
        return say('fail', `is in ALARM since ${time(one.stateSince)}: ${reason}`);
    const judged = changes.filter(({ at }) => at >= from);
    const fired = judged.find((change) => change.from === 'ALARM' || change.to === 'ALARM');
    if (fired !== undefined) {
        const what = fired.to === 'ALARM' ? `went into ALARM at ${time(fired.at)}` : `was in ALARM until ${time(fired.at)}`;
        return say('fail', `${what}; it is ${state} now`);
    }
    const doubt = check.insufficientData;
    if (state === 'INSUFFICIENT_DATA' && doubt !== 'pass')
        return say(doubt, 'has INSUFFICIENT_DATA');
    const blind = judged.find(({ to }) => to === 'INSUFFICIENT_DATA');
    if (blind !== undefined && doubt === 'fail')
        return say('fail', `had INSUFFICIENT_DATA at ${time(blind.at)}`);
    if (state === 'OK' && check.stale !== 'pass' && !(await isFresh(one, since, now, monitoring)))
        return say(check.stale, 'is OK, but its metric had no data since the deployment began');
    return say('pass', `is ${state}`);
}
function absent(missing) {
    return {
        verdict: 'fail',
        reason: `there is no alarm ${missing.join(', ')}`,
        evidence: { missing: missing.join(', ') },
    };
}
function summary(opinions, missing) {
    const of = (verdict) => opinions.filter((opinion) => opinion.verdict === verdict);
    const [failed, unclear] = [of('fail'), of('inconclusive')];
    const names = (some) => some.map(({ alarm: name }) => name).join(', ');
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
const time = (at) => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;


/***/ })

};
