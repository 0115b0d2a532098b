export const id = 1498;
export const ids = [1498];
export const modules = {

/***/ 71498:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   metric: () => (/* binding */ metric)
/* harmony export */ });
/** Ids of our own queries, beside those of the configuration. */
const RESULT = 'smr_result';
const SAMPLES = 'smr_samples';
/** How far back is looked where no bake has begun. */
const BEFORE_MS = 900_000;
/** Every datapoint since the bake began is on the right side of the threshold, and there are enough of them. */
const metric = async ({ check, moment, target, from }, { session, clock }) => {
    const now = clock.now();
    const since = check.windowMs !== undefined ? now - check.windowMs : moment === 'before' ? now - BEFORE_MS : from;
    // Whole periods: CloudWatch aligns them, and what happened before the bake is not the release's.
    const start = Math.ceil(since / check.periodMs) * check.periodMs;
    if (now <= start)
        return few(check, 0, undefined, 'no period is over since the bake began');
    const series = await session(target).monitoring.metricData(queries(check), start, now);
    const of = (id) => series.find((one) => one.id === id);
    const result = of(RESULT);
    if (result?.problem !== undefined)
        return { verdict: 'inconclusive', reason: `CloudWatch cannot tell: ${result.problem}`, evidence: {} };
    return judge(check, result, of(SAMPLES));
};
function queries({ metrics, expression, periodMs, samplesOf, minSamples }) {
    const periodSeconds = periodMs / 1000;
    const own = metrics.map(({ id, ...source }) => ({ id, source, periodSeconds, returned: false }));
    const [only] = own;
    const counted = own.find(({ id }) => id === samplesOf) ?? only;
    const samples = minSamples !== undefined && counted !== undefined && 'namespace' in counted.source;
    return [
        ...(expression === undefined
            ? own.slice(0, 1).map((query) => ({ ...query, id: RESULT, returned: true }))
            : [...own, { id: RESULT, source: { expression }, periodSeconds, returned: true }]),
        ...(samples && 'namespace' in counted.source
            ? [{ id: SAMPLES, source: { ...counted.source, statistic: 'SampleCount' }, periodSeconds, returned: true }]
            : []),
    ];
}
function judge(check, result, counted) {
    const points = result?.points ?? [];
    const samples = counted?.points.reduce((sum, { value }) => sum + value, 0);
    const worst = points.map(({ value }) => value).toSorted((a, b) => severity(check, b) - severity(check, a))[0];
    const bad = points.filter(({ value }) => !holds(check, value));
    if (check.minSamples !== undefined && (samples ?? 0) < check.minSamples)
        return few(check, points.length, samples, `${samples ?? 0} of ${check.minSamples} samples so far`);
    const evidence = evidenceOf(check, points.length, samples, worst);
    if (bad.length >= check.datapointsToFail) {
        const [{ at, value } = { at: 0, value: 0 }] = bad;
        const reason = `${nameOf(check)} was ${round(value)} at ${new Date(at).toISOString().slice(11, 16)} UTC, and must be ${rule(check)}`;
        return {
            verdict: 'fail',
            reason: bad.length > 1 ? `${reason}; ${bad.length} of ${points.length} datapoints` : reason,
            evidence,
        };
    }
    if (points.length < check.minDatapoints)
        return few(check, points.length, samples, `${points.length} of ${check.minDatapoints} datapoints so far`);
    const reason = `${nameOf(check)} is ${rule(check)}: at worst ${round(worst ?? 0)} in ${points.length} datapoints`;
    return { verdict: 'pass', reason, evidence };
}
function few(check, datapoints, samples, why) {
    const reason = `too little data: ${why}`;
    return { verdict: check.missingData, reason, evidence: evidenceOf(check, datapoints, samples, undefined) };
}
function evidenceOf({ threshold, comparison }, datapoints, samples, worst) {
    return {
        comparison,
        threshold,
        datapoints,
        ...(samples !== undefined && { samples }),
        ...(worst !== undefined && { worst: round(worst) }),
    };
}
function holds({ comparison, threshold }, value) {
    switch (comparison) {
        case 'below':
            return value < threshold;
        case 'at-most':
            return value <= threshold;
        case 'above':
            return value > threshold;
        case 'at-least':
            return value >= threshold;
    }
}
const severity = ({ comparison }, value) => comparison === 'below' || comparison === 'at-most' ? value : -value;
const rule = ({ comparison, threshold }) => `${comparison.replace('-', ' ')} ${threshold}`;
const nameOf = ({ expression, metrics: [only] }) => expression ?? `${only?.statistic} of ${only?.metric}`;
const round = (value) => Number(value.toPrecision(6));


/***/ })

};
