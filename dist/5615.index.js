export const id = 5615;
export const ids = [5615];
export const modules = {

/***/ 95615:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  compare: () => (/* binding */ compare)
});

;// CONCATENATED MODULE: ./src/gates/compare/holm.ts
/**
 * p-values that may be compared with the level as if only one test had been made (S. Holm, Scand. J. Statist. 6, 1979).
 * @param family how many tests there are in all, where others are made elsewhere
 */
function holm(values, family = values.length) {
    const order = values.map((_, index) => index).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
    const adjusted = new Array(values.length).fill(1);
    let most = 0;
    for (const [rank, index] of order.entries()) {
        most = Math.max(most, Math.min(1, (values[index] ?? 1) * (family - rank)));
        adjusted[index] = most;
    }
    return adjusted;
}

;// CONCATENATED MODULE: ./src/gates/compare/normal.ts
/** Distribution function of the standard normal distribution, to about 14 digits (G. Marsaglia, J. Stat. Software 11/4, 2004). */
function normalCdf(x) {
    if (x < -8)
        return 0;
    if (x > 8)
        return 1;
    if (x < -3)
        return upperTail(-x);
    if (x > 3)
        return 1 - upperTail(x);
    let [term, sum] = [x, x];
    for (let k = 3; Math.abs(term) > 1e-17; k += 2) {
        term *= (x * x) / k;
        sum += term;
    }
    return 0.5 + sum * density(x);
}
/** P(X > x), for x above 3, by its continued fraction (Abramowitz and Stegun, 26.2.14). */
function upperTail(x) {
    let fraction = 0;
    for (let k = 60; k > 0; k -= 1)
        fraction = k / (x + fraction);
    return density(x) / (x + fraction);
}
const density = (x) => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
/** The value below which a share of the distribution lies; by bisection, as it is asked for a few times only. */
function normalQuantile(share) {
    if (!(share > 0 && share < 1))
        return share <= 0 ? -Infinity : Infinity;
    let [low, high] = [-8, 8];
    while (high - low > 1e-12) {
        const middle = (low + high) / 2;
        if (normalCdf(middle) < share)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}

;// CONCATENATED MODULE: ./src/gates/compare/mann-whitney.ts

/** Up to so many values an arm the p-value is counted out; beyond, the normal approximation is as good. */
const MOST_EXACT = 25;
/** Mann–Whitney U test, one-sided: are the values of the canary higher than those of the baseline? */
function mannWhitney(canary, baseline) {
    const differences = canary.flatMap((a) => baseline.map((b) => a - b)).toSorted((a, b) => a - b);
    if (differences.length === 0)
        return { p: 1, exact: true, effect: 0.5, shift: 0 };
    const above = differences.filter((difference) => difference > 0).length;
    const ties = differences.filter((difference) => difference === 0).length;
    const u = above + ties / 2;
    const exact = canary.length <= MOST_EXACT && baseline.length <= MOST_EXACT;
    return {
        p: exact ? exactP(canary, baseline) : approximateP(canary, baseline, u),
        exact,
        effect: u / differences.length,
        shift: median(differences),
    };
}
function median(sorted) {
    const middle = Math.floor(sorted.length / 2);
    const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
    return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
/** Twice the mid-rank of each value, so that ties stay whole numbers. */
function doubledRanks(values) {
    const sorted = values.toSorted((a, b) => a - b);
    return new Map(sorted.map((value) => [value, sorted.indexOf(value) + sorted.lastIndexOf(value) + 2]));
}
/**
 * The share of all ways to pick the canary's values out of all values whose rank sum is at least that of the canary:
 * exact with ties too. Counted by dynamic programming over rank sums.
 */
function exactP(canary, baseline) {
    const all = [...canary, ...baseline];
    const ranks = doubledRanks(all);
    const rankOf = (value) => ranks.get(value) ?? 0;
    const sum = canary.reduce((total, value) => total + rankOf(value), 0);
    const most = all.reduce((total, value) => total + rankOf(value), 0);
    // ways[k][s]: in how many ways k values with the rank sum s can be picked.
    const ways = Array.from({ length: canary.length + 1 }, () => new Float64Array(most + 1));
    const [none] = ways;
    if (none)
        none[0] = 1;
    for (const value of all) {
        const rank = rankOf(value);
        for (let k = canary.length; k > 0; k -= 1) {
            const [to, from] = [ways[k], ways[k - 1]];
            if (to && from)
                for (let s = most; s >= rank; s -= 1)
                    to[s] = (to[s] ?? 0) + (from[s - rank] ?? 0);
        }
    }
    const picked = ways[canary.length] ?? new Float64Array();
    const total = picked.reduce((a, b) => a + b, 0);
    return picked.slice(sum).reduce((a, b) => a + b, 0) / total;
}
/** Normal approximation with the correction for ties and for continuity (Hollander, Wolfe: 4.1). */
function approximateP(canary, baseline, u) {
    const [n, m] = [canary.length, baseline.length];
    const size = n + m;
    const counts = new Map();
    for (const value of [...canary, ...baseline])
        counts.set(value, (counts.get(value) ?? 0) + 1);
    const tied = [...counts.values()].reduce((sum, count) => sum + count ** 3 - count, 0);
    const variance = ((n * m) / 12) * (size + 1 - tied / (size * (size - 1)));
    if (variance === 0)
        return 1;
    return 1 - normalCdf((u - (n * m) / 2 - 0.5) / Math.sqrt(variance));
}

;// CONCATENATED MODULE: ./src/gates/compare/proportions.ts

/**
 * How likely a canary that is no worse than the baseline fails at least as much more often than it did (one-sided). By
 * the pooled two-proportion test; where fewer than five failures are expected in an arm, by Fisher's exact test.
 */
function proportionTest(canary, baseline) {
    const failed = canary.failed + baseline.failed;
    const total = canary.total + baseline.total;
    if (canary.total === 0 || baseline.total === 0 || failed === 0 || failed === total)
        return 1;
    const pooled = failed / total;
    const least = Math.min(canary.total, baseline.total);
    if (least * Math.min(pooled, 1 - pooled) < 5)
        return fisher(canary, baseline);
    const spread = Math.sqrt(pooled * (1 - pooled) * (1 / canary.total + 1 / baseline.total));
    return 1 - normalCdf((rate(canary) - rate(baseline)) / spread);
}
const rate = ({ failed, total }) => (total === 0 ? 0 : failed / total);
/** P(at least as many failures in the canary | all failures), by the hypergeometric distribution. */
function fisher(canary, baseline) {
    const failed = canary.failed + baseline.failed;
    const most = Math.min(failed, canary.total);
    const all = choose(canary.total + baseline.total, failed);
    let sum = 0;
    for (let k = canary.failed; k <= most; k += 1) {
        if (failed - k > baseline.total)
            continue;
        sum += Math.exp(choose(canary.total, k) + choose(baseline.total, failed - k) - all);
    }
    return Math.min(1, sum);
}
/** Logarithm of the binomial coefficient. */
function choose(n, k) {
    return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
/** Stirling's series for large arguments, reached by recurrence (Abramowitz and Stegun, 6.1.40). */
function logGamma(x) {
    let [shifted, shift] = [x, 0];
    while (shifted < 15) {
        shift += Math.log(shifted);
        shifted += 1;
    }
    const inverse = 1 / shifted;
    const square = inverse * inverse;
    const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
    return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
/**
 * Requests in the canary that are needed to see a rate of `worse` instead of `baseline`, one-sided (Fleiss, Levin, Paik:
 * Statistical Methods for Rates and Proportions, 4.14). `ratio`: requests of the baseline for each of the canary.
 */
function requestsNeeded(baseline, worse, ratio, alpha, power) {
    const pooled = (worse + ratio * baseline) / (1 + ratio);
    const null_ = normalQuantile(1 - alpha) * Math.sqrt(pooled * (1 - pooled) * (1 + 1 / ratio));
    const other = normalQuantile(power) * Math.sqrt(worse * (1 - worse) + (baseline * (1 - baseline)) / ratio);
    return ((null_ + other) / (worse - baseline)) ** 2;
}
/** The smallest rate above that of the baseline that this traffic would show; undefined when not even 100 % would be seen. */
function smallestVisibleRate(canaryTotal, baseline, alpha, power) {
    if (canaryTotal === 0 || baseline.total === 0)
        return undefined;
    const before = rate(baseline);
    const ratio = baseline.total / canaryTotal;
    const seen = (worse) => requestsNeeded(before, worse, ratio, alpha, power) <= canaryTotal;
    if (before >= 1 || !seen(1))
        return undefined;
    let [low, high] = [before, 1];
    while (high - low > 1e-6) {
        const middle = (low + high) / 2;
        if (seen(middle))
            high = middle;
        else
            low = middle;
    }
    return high;
}

;// CONCATENATED MODULE: ./src/gates/compare/judge.ts



/** The usual power of a planned comparison: what is called visible is seen four times of five. */
const POWER = 0.8;
/**
 * Both tests with Holm's correction over them and over all targets that are judged in the same round. A difference
 * fails when it is significant and large enough to matter.
 * @param judged how many targets the same gate judges
 */
function judge(canary, baseline, check, judged) {
    const minutes = [...canary.latency.keys()].filter((minute) => baseline.latency.has(minute));
    const enoughMinutes = minutes.length >= check.minMinutes;
    const latency = mannWhitney(valuesOf(canary, minutes), valuesOf(baseline, minutes));
    const tests = [proportionTest(canary.calls, baseline.calls), ...(enoughMinutes ? [latency.p] : [])];
    const [errorsP = 1, latencyP = 1] = holm(tests, 2 * Math.max(1, judged));
    // What remains for one test once the others have theirs.
    const level = check.significance / (2 * Math.max(1, judged));
    const visible = smallestVisibleRate(canary.calls.total, baseline.calls, level, POWER);
    const increase = rate(canary.calls) - rate(baseline.calls);
    const slower = latency.shift / Math.max(judge_median(valuesOf(baseline, minutes)), Number.EPSILON);
    const evidence = {
        canary: canary.name,
        baseline: baseline.name,
        canaryCalls: canary.calls.total,
        baselineCalls: baseline.calls.total,
        canaryErrorRate: round(rate(canary.calls)),
        baselineErrorRate: round(rate(baseline.calls)),
        errorsP: round(errorsP),
        smallestVisibleErrorRate: visible === undefined ? null : round(visible),
        minutes: minutes.length,
        ...(enoughMinutes && {
            latencyP: round(latencyP),
            latencyIncrease: round(slower),
            latencyEffect: round(latency.effect),
        }),
    };
    const rates = `${percent(rate(canary.calls))} of ${canary.calls.total} calls of ${canary.name} failed, ${percent(rate(baseline.calls))} of ${baseline.calls.total} of ${baseline.name}`;
    const limit = visible === undefined ? 'this traffic cannot show any' : `this traffic shows ${percent(visible)} and more`;
    if (Math.min(canary.calls.total, baseline.calls.total) < check.minSamples) {
        const reason = `too few calls: ${canary.calls.total} of ${canary.name} and ${baseline.calls.total} of ${baseline.name}, ${check.minSamples} are needed each; ${limit}`;
        return { verdict: 'inconclusive', reason, evidence };
    }
    const wrong = [
        ...(errorsP < check.significance && increase >= check.errorIncrease ? [`${rates} (p ${round(errorsP)})`] : []),
        ...(enoughMinutes && latencyP < check.significance && slower >= check.latencyIncrease
            ? [
                `${canary.name} is slower than ${baseline.name} by ${percent(slower)} (${check.latencyStatistic}, p ${round(latencyP)}, higher in ${percent(latency.effect)} of the pairs)`,
            ]
            : []),
    ];
    if (wrong.length > 0)
        return { verdict: 'fail', reason: wrong.join('; '), evidence };
    if (check.detect !== undefined && (visible === undefined || visible - rate(baseline.calls) > check.detect)) {
        const reason = `an increase of ${percent(check.detect)} could not be seen: ${limit}`;
        return { verdict: 'inconclusive', reason, evidence };
    }
    const timed = enoughMinutes ? '' : `; latency not compared: ${minutes.length} of ${check.minMinutes} minutes`;
    const alone = check.baselineTarget === undefined ? '' : '; between regions this alone proves nothing';
    return { verdict: 'pass', reason: `no worse: ${rates}; ${limit}${timed}${alone}`, evidence };
}
const valuesOf = ({ latency }, minutes) => minutes.flatMap((minute) => latency.get(minute) ?? []);
function judge_median(values) {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
const round = (value) => Number(value.toPrecision(3));
const percent = (share) => `${Number((100 * share).toPrecision(3))} %`;

;// CONCATENATED MODULE: ./src/gates/compare/compare.ts

const MINUTE_MS = 60_000;
/** A canary against a baseline, over the minutes since the bake began. */
const compare = async (request, ports) => {
    const sides = await sidesOf(request, ports);
    if ('verdict' in sides)
        return sides;
    const [canary, baseline] = sides;
    const { check, from, judged } = request;
    const now = ports.clock.now();
    const start = Math.ceil(from / MINUTE_MS) * MINUTE_MS;
    const end = Math.floor(now / MINUTE_MS) * MINUTE_MS;
    if (end <= start)
        return unclear('no minute is over since the bake began');
    const arms = await Promise.all([canary, baseline].map((side) => armOf(side, check, start, end, ports)));
    const [first, second] = arms;
    if (first === undefined || second === undefined)
        return unclear('nothing to compare');
    return judge(first, second, check, judged);
};
async function sidesOf({ check, target, targets }, { session }) {
    const { function: name, alias, versions, baselineTarget } = check;
    if (baselineTarget !== undefined) {
        const other = targets.find((one) => one.name === baselineTarget.name);
        if (other === undefined)
            return unclear(`there is no target ${baselineTarget.name}`);
        if (other.name === target.name)
            return { ...unclear('it is the baseline itself'), verdict: 'pass' };
        return [
            { name: target.name, target, function: name },
            { name: other.name, target: other, function: baselineTarget.function },
        ];
    }
    const known = versions ?? (await versionsOf(name, alias, session(target)));
    if (typeof known === 'string')
        return unclear(known);
    return [
        { name: `version ${known.canary}`, target, function: name, version: known.canary },
        { name: `version ${known.baseline}`, target, function: name, version: known.baseline },
    ];
}
/** Versions that share the calls of the alias right now, or why they cannot be told apart. */
async function versionsOf(name, alias, session) {
    const found = await session.functions.alias(name, alias);
    if (found === undefined)
        return `${name} has no alias ${alias}`;
    const [canary, other] = Object.keys(found.weights);
    if (other !== undefined)
        return `${name}:${alias} has more than two versions`;
    if (canary === undefined)
        return `all calls of ${name}:${alias} go to version ${found.version}: there is nothing to compare`;
    return { canary, baseline: found.version };
}
async function armOf(side, check, start, end, ports) {
    const series = await ports.session(side.target).monitoring.metricData(queries(side, check), start, end);
    const of = (id) => series.find((one) => one.id === id)?.points ?? [];
    const sum = (id) => of(id).reduce((total, { value }) => total + value, 0);
    return {
        name: side.name,
        calls: { failed: sum('errors'), total: sum('calls') },
        latency: new Map(of('latency').map(({ at, value }) => [at, value])),
    };
}
/** Lambda Developer Guide, "Viewing metrics for Lambda functions": Resource is `function:alias`, and ExecutedVersion tells the versions of a weighted alias apart. */
function queries({ function: name, version }, { alias, latencyStatistic }) {
    const dimensions = {
        FunctionName: name,
        Resource: `${name}:${alias}`,
        ...(version !== undefined && { ExecutedVersion: version }),
    };
    const query = (id, metric, statistic) => ({
        id,
        source: { namespace: 'AWS/Lambda', metric, dimensions, statistic },
        periodSeconds: 60,
        returned: true,
    });
    return [
        query('calls', 'Invocations', 'Sum'),
        query('errors', 'Errors', 'Sum'),
        query('latency', 'Duration', latencyStatistic),
    ];
}
function unclear(reason) {
    return { verdict: 'inconclusive', reason, evidence: {} };
}


/***/ })

};
