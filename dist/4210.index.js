export const id = 4210;
export const ids = [4210];
export const modules = {

/***/ 9858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ endRevert)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _rollout_revert_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13391);
/* harmony import */ var _traffic_driver_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92088);



/**
 * Takes away what AWS would do to the traffic of a rollout that is ended by hand.
 * @throws UserError `revert-scheduled` when that cannot be done: it would strike later
 */
async function endRevert({ revert }, environment, context) {
    if (revert === undefined)
        return;
    const { traffic } = environment;
    try {
        const driver = traffic && (await (0,_traffic_driver_js__WEBPACK_IMPORTED_MODULE_2__/* .trafficDriverOf */ .j)(traffic, environment, context));
        const now = context.clock.now();
        const there = await (0,_rollout_revert_js__WEBPACK_IMPORTED_MODULE_1__/* .removeRevert */ .DU)(revert, driver?.later, now);
        const until = (0,_rollout_revert_js__WEBPACK_IMPORTED_MODULE_1__/* .strikesUntil */ .Wc)(revert, now);
        if (there && until === undefined)
            return;
        const text = until === undefined
            ? `the revert of ${revert.at} is not scheduled any more: it has taken effect, or somebody deleted it. See the weights in status`
            : `the time of the revert has come (${revert.at}): it has taken effect, or may do so until ${new Date(until).toISOString()}. See the weights in status`;
        context.report({ type: 'note', level: 'warning', text });
    }
    catch (error) {
        context.signal.throwIfAborted();
        const message = `the revert that is scheduled for ${revert.at} could not be taken away: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('revert-scheduled', message, {
            fix: [
                `Run the same command again; as long as it fails, see to it that the schedule ${revert.name} in ${revert.region} is deleted.`,
            ],
            cause: error,
        });
    }
}


/***/ }),

/***/ 94210:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/commands/active-targets.ts
var active_targets = __webpack_require__(66805);
// EXTERNAL MODULE: ./src/commands/consumer-roles.ts
var consumer_roles = __webpack_require__(39860);
// EXTERNAL MODULE: ./src/commands/deploy/journal.ts
var deploy_journal = __webpack_require__(81411);
// EXTERNAL MODULE: ./src/commands/deploy/prove-targets.ts
var prove_targets = __webpack_require__(40369);
// EXTERNAL MODULE: ./src/commands/deploy/recorder.ts + 1 modules
var deploy_recorder = __webpack_require__(57508);
// EXTERNAL MODULE: ./src/commands/deploy/target-work.ts
var target_work = __webpack_require__(55749);
// EXTERNAL MODULE: ./src/commands/end-revert.ts
var end_revert = __webpack_require__(9858);
// EXTERNAL MODULE: ./src/commands/environment.ts + 1 modules
var commands_environment = __webpack_require__(15742);
// EXTERNAL MODULE: ./src/commands/refuse-drill.ts
var refuse_drill = __webpack_require__(95824);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/tell-later-gates.ts
var tell_later_gates = __webpack_require__(65689);
// EXTERNAL MODULE: ./src/records/release-record.ts
var release_record = __webpack_require__(50589);
// EXTERNAL MODULE: ./src/rollout/rollback-target.ts
var rollback_target = __webpack_require__(41135);
;// CONCATENATED MODULE: ./src/commands/rollback/choose-aim.ts



/** The word for what was there before the last rollout. */
const PREVIOUS = 'previous';
/** Shorter parts of a commit are not unique for long. */
const SHORTEST_COMMIT = 7;
/**
 * What a person means by a release: its id, its commit (or the beginning of it), or `previous`.
 * @param chains of all stacks
 * @param seen `returning`: those of stacks that a rollback takes back at all; `silent`: a target does not answer
 * @throws UserError `release-unknown`, `release-ambiguous`, `nothing-recorded`
 */
function chooseAim(to, chains, seen = {}) {
    if (to === PREVIOUS)
        return unfinishedAim(seen.returning ?? chains, seen.silent === true) ?? previousAim(chains);
    const known = new Map(chains.flat().flatMap(namesOf));
    const matching = [...known].filter(([id, commit]) => id === to || isCommit(to, commit)).map(([id]) => id);
    const [only, ...others] = [...new Set(matching)];
    if (only === undefined) {
        const list = [...known].map(([id, commit]) => (commit === undefined ? id : `${id} of commit ${commit}`));
        throw new errors/* UserError */.yo('release-unknown', `no target has a record of release ${to}`, {
            fix: [
                list.length === 0
                    ? 'Nothing is recorded yet: a deployment records its release.'
                    : `Recorded are ${list.join(', ')}.`,
            ],
        });
    }
    if (others.length > 0) {
        throw new errors/* UserError */.yo('release-ambiguous', `${to} means several releases: ${[only, ...others].join(', ')}`, {
            fix: ['Name the release by its id.'],
        });
    }
    return { to: only };
}
/**
 * Where some stacks are back and others still have what those have left, a rollback did not come to its end: the same again
 * goes on with it, and takes nobody back one release more. Nobody knows what a silent target has: it may not be back.
 */
function unfinishedAim(chains, silent) {
    const last = chains.toSorted((a, b) => ((a.at(-1)?.ended.at ?? '') < (b.at(-1)?.ended.at ?? '') ? -1 : 1)).at(-1);
    const [record, left] = [last?.at(-1), last?.at(-2)];
    // A release that came since, also one that changed nothing there, was another rollout.
    if (record?.asked.restores === undefined || left === undefined || record.also.length > 0)
        return undefined;
    // The same release with other parameters: its id tells nobody apart.
    if (left.asked.release === record.asked.release)
        return undefined;
    const isMissed = (newest) => newest?.asked.release === left.asked.release && !newest.asked.created;
    return silent || chains.some((chain) => isMissed(chain.at(-1))) ? { to: record.asked.release } : undefined;
}
function previousAim(chains) {
    const newest = chains.flatMap((chain) => {
        const [record, before] = [chain.at(-1), chain.at(-2)];
        return record === undefined ? [] : [{ record, ...(before !== undefined && { before }) }];
    });
    const previous = (0,rollback_target/* lastRollout */.S)(newest);
    if (previous === undefined) {
        throw new errors/* UserError */.yo('nothing-recorded', 'no release is recorded that the stacks vouch for', {
            fix: ['Deploy once with this version: every target records its releases from then on.'],
        });
    }
    return { previous };
}
function namesOf(record) {
    const { asked, also } = record;
    const all = [{ release: asked.release, commit: asked.commit }, ...also];
    return all
        .filter(({ release }) => (0,release_record/* releasesOf */.w0)(record).includes(release))
        .map(({ release, commit }) => [release, commit]);
}
function isCommit(to, commit) {
    return to.length >= SHORTEST_COMMIT && commit !== undefined && commit.startsWith(to);
}

// EXTERNAL MODULE: ./src/commands/rollback/evaluate.ts
var evaluate = __webpack_require__(38052);
// EXTERNAL MODULE: ./src/rollout/results.ts
var rollout_results = __webpack_require__(32527);
// EXTERNAL MODULE: ./src/rollout/return-phase.ts + 1 modules
var return_phase = __webpack_require__(24747);
// EXTERNAL MODULE: ./src/rollout/state.ts
var rollout_state = __webpack_require__(49988);
// EXTERNAL MODULE: ./src/rollout/still-bad.ts
var still_bad = __webpack_require__(14385);
// EXTERNAL MODULE: ./src/rollout/verdict-log.ts
var verdict_log = __webpack_require__(61999);
// EXTERNAL MODULE: ./src/rollout/unshown.ts
var unshown = __webpack_require__(73825);
;// CONCATENATED MODULE: ./src/commands/rollback/return-again.ts

/**
 * Executes what was prepared. A stack that somebody else changed since is worked out anew, once, as it is in a rollout
 * that returns: what comes of that may not go elsewhere than was shown, and destroys nothing that was not shown.
 * @returns how it ended, and what was tried last
 */
async function returnOnce(shown, aim, work, { signal, report }) {
    const first = await work.execute(shown);
    if (first.code === undefined)
        return { outcome: first, tried: shown };
    await work.discard(shown);
    if (signal.aborted)
        return { outcome: first, tried: shown };
    const { id, target } = shown.instance;
    report({ type: 'note', level: 'info', text: `${id} is worked out anew: ${first.reason}`, target: target.name });
    const fresh = await work.prepare(shown.instance, aim);
    const other = otherThanShown(shown, fresh);
    const outcome = other === undefined ? await work.execute(fresh) : refused(shown.instance, other);
    // Nobody executes it any more.
    if (other !== undefined || outcome.code !== undefined)
        await work.discard(fresh);
    return { outcome, tried: fresh };
}
/** What nobody has seen of it; undefined: nothing. A region that does not answer any more says so itself. */
function otherThanShown(shown, { step, ready, failed }) {
    if (failed !== undefined || step.there)
        return undefined;
    if (step.kind !== 'returns')
        return step.reason ?? 'it cannot return any more';
    const [was, is] = [shown.step.to?.id, step.to?.id];
    if (is !== was)
        return `it would return to ${is} now, and the plan said ${was}`;
    if (ready?.preparation.kind !== 'change-set')
        return undefined;
    const unseen = (0,unshown/* unshownDestruction */.$)(changesOf(shown), ready.preparation.changes);
    if (unseen.length === 0)
        return undefined;
    return `it would replace or delete what the plan did not show: ${unseen.map(({ path }) => path).join(', ')}`;
}
function changesOf({ ready }) {
    return ready?.preparation.kind === 'change-set' ? ready.preparation.changes : undefined;
}
function refused({ id }, why) {
    return {
        state: 'failed',
        reason: `${id} was changed by somebody else meanwhile: ${why}`,
        failures: [],
        fix: ['Run the rollback again: its plan shows what it would do now.'],
        outputs: {},
    };
}

// EXTERNAL MODULE: ./src/rollout/plan.ts
var plan = __webpack_require__(45762);
// EXTERNAL MODULE: ./src/rollout/shown-return.ts
var shown_return = __webpack_require__(26207);
// EXTERNAL MODULE: ./src/commands/rollback/seen-return.ts
var seen_return = __webpack_require__(36375);
;// CONCATENATED MODULE: ./src/commands/rollback/shown-plan.ts



/** What is returned to, where it is one release for all. */
function releaseOf(prepared) {
    const releases = releasesOf(prepared);
    return releases.length === 1 ? releases[0] : undefined;
}
function releasesOf(prepared) {
    return [...new Map(prepared.flatMap(({ step: { to } }) => (to === undefined ? [] : [[to.id, to]]))).values()];
}
/** A rollback as a plan: what changes in each stack, and why some stay. */
function rollbackPlan({ name, phases }, prepared, order) {
    const items = new Map(prepared.map((item) => [item.instance.id, item]));
    const instances = phases.flatMap((phase) => phase.instances.flatMap(({ id }) => {
        const item = items.get(id);
        return item === undefined ? [] : [planned(item, phase.name)];
    }));
    const ids = releasesOf(prepared).map(({ id }) => id);
    const of = releaseOf(prepared) ?? { id: ids.join(', ') || 'as it is' };
    const commit = of.commit === undefined ? {} : { commit: of.commit };
    return { environment: name, release: of.id, ...commit, instances, phases: order };
}
/** The phases as they return, what was deployed last first, with how their traffic moves. */
function returnOrder({ phases }, prepared, { resumes }, traffic) {
    const items = new Map(prepared.map((item) => [item.instance.id, item]));
    const expected = phases.toReversed().map((phase) => {
        const own = (target) => phase.instances.filter((instance) => instance.target.name === target).flatMap(({ id }) => items.get(id) ?? []);
        const changes = ({ ready }) => ready?.preparation.kind === 'change-set';
        const changing = new Set(phase.targets.filter((name) => own(name).some(changes)));
        const good = phase.targets.filter((name) => own(name).every(({ failed }) => failed === undefined));
        // Where nothing changes the traffic stays, but for what a run that was lost did not restore.
        const done = changing.size === 0 && !resumes;
        const [back, there] = done ? [[], good] : [good, []];
        return {
            phase,
            wave: { judged: 'good' },
            leaving: [...changing],
            changing,
            back: new Set(back),
            there: new Set(there),
        };
    });
    return (0,shown_return/* shownReturn */.Y)(expected, traffic);
}
/** Traffic as it is now; undefined where none is moved. */
async function shownTraffic({ traffic: settings }, { ports, kept }, context) {
    const seen = settings && ports && (await (0,seen_return/* seenReturn */.U)(ports, context));
    if (seen === undefined || ports === undefined)
        return undefined;
    const { weightsBefore: before } = kept.current;
    const { settleMs } = ports.driver;
    return { ...seen, settings: ports.settings, settleMs, ...(before !== undefined && { before }) };
}
function planned({ instance, step, ready, failed }, phase) {
    const preparation = failed ?? ready?.preparation ?? unprepared(step);
    const shown = (0,plan/* describePlan */.d)({ instance, phase, inputs: { kind: 'waiting', for: [] }, preparation }, { switchesAtOnce: [] });
    const { from, to } = step;
    const way = to === undefined ? [] : [`${from?.id ?? 'what it has'} → ${to.id}`];
    const why = step.kind === 'stays' && step.reason !== undefined ? [`stays: ${step.reason}`] : [];
    return { ...shown, notes: [...way, ...why, ...step.notes, ...shown.notes] };
}
/** Nothing was asked of CloudFormation for it. */
function unprepared({ kind, reason, needs }) {
    if (kind === 'refused') {
        const fix = needs === undefined ? [] : ['Add --accept-data-loss (input "accept-data-loss") if the data may be lost.'];
        return { kind: 'failed', state: 'failed', reason: reason ?? 'it cannot return', failures: [], fix };
    }
    return {
        kind: 'no-change',
        stackId: '',
        before: { stackId: '', status: '', changedAt: '' },
        outputs: {},
        notes: [],
    };
}

;// CONCATENATED MODULE: ./src/commands/rollback/execute-rollbacks.ts







/**
 * Executes rollbacks phase by phase in reverse order, what was deployed last first, on the same path as a rollout that
 * failed. One that fails, or is lost, does not stop the others: each of them is better off on the release it returns to.
 */
async function executeRollbacks({ phases }, prepared, work, { traffic, aim }, context) {
    const { clock, report, signal } = context;
    const items = new Map(prepared.map((item) => [item.instance.id, item]));
    const results = new Map();
    const verdicts = (0,verdict_log/* createVerdictLog */.a)(report);
    const returning = {
        ports: { clock, report, signal, gates: traffic.gates, ...(traffic.ports && { traffic: traffic.ports }) },
        verdicts,
        kept: traffic.kept,
        // Nobody says that what is left is bad: a person wants the other release.
        stillBad: (0,still_bad/* createStillBad */.O)(phases.map((phase) => ({ ...phase, judged: 'good' }))),
        owed: new Set(),
        releases: (0,return_phase/* releasesOfPlan */.H7)(prepared.map(({ step }) => step)),
        rollBack: async (instance, phase) => {
            const item = items.get(instance.id);
            if (item === undefined)
                return 'there';
            const result = await returnOne(item, phase, { work, aim }, context);
            results.set(instance.id, result);
            return endOf(result);
        },
        outputsOf: ({ id }) => results.get(id)?.outputs ?? {},
    };
    let whole = true;
    for (const phase of phases.toReversed()) {
        report({ type: 'phase.started', phase: phase.name, targets: phase.targets });
        const left = await leave(phase, items, returning);
        const way = { again: !traffic.resumes, ...(left !== undefined && { left }) };
        whole = (await (0,return_phase/* returnPhase */.S7)(phase, way, returning)) && whole;
        const bad = phase.instances.filter(({ id }) => (0,rollout_state/* isFailure */.N6)(results.get(id)?.state ?? 'cancelled'));
        const verdict = signal.aborted ? 'cancelled' : bad.length > 0 ? 'failed' : 'passed';
        report({ type: 'phase.finished', phase: phase.name, verdict });
    }
    // What is not whole is restored by whoever runs it again.
    if (whole)
        await traffic.close();
    const instances = phases.flatMap((phase) => phase.instances.map((instance) => results.get(instance.id) ??
        (0,rollout_results/* instanceResult */.Rr)(instance, phase, (0,rollout_results/* notTried */.QI)('cancelled', 'cancelled before it returned'))));
    const status = statusOf(instances);
    const waits = !whole && (status === 'succeeded' || status === 'no-change');
    // With all stacks back, `previous` would be one release more.
    const release = 'to' in aim ? aim.to : releaseOf(prepared)?.id;
    const again = release === undefined ? 'it again, by the ids of the releases,' : `rollback --to ${release}`;
    return {
        instances,
        gates: verdicts.last(),
        ...(waits
            ? { status: 'failed', failure: `not every target has its traffic back: run ${again} when it answers` }
            : { status }),
    };
}
/** Traffic leaves the targets of a wave in which a stack is about to change. */
async function leave({ kind, instances }, items, work) {
    if (kind !== 'wave' || work.ports.signal.aborted)
        return undefined;
    const changing = instances.filter(({ id }) => items.get(id)?.ready?.preparation.kind === 'change-set');
    if (changing.length === 0)
        return undefined;
    return (0,return_phase/* leaveFirst */.I0)([...new Set(changing.map(({ target }) => target.name))], work);
}
/** What is to stay as it is was seen in the plan, and may have its traffic. */
function endOf({ state }) {
    if (state === 'rolled-back')
        return 'returned';
    return state === 'no-change' || state === 'skipped' ? 'there' : 'lost';
}
async function returnOne(item, phase, { work, aim }, context) {
    const { clock, report } = context;
    const { instance, ready } = item;
    const { id, target, stack } = instance;
    const startedAt = new Date(clock.now()).toISOString();
    const returns = ready?.preparation.kind === 'change-set';
    if (returns)
        report({ type: 'instance.state', instance: id, target: target.name, stack: stack.key, state: 'rolling-back' });
    const { outcome, tried } = await returnOnce(item, aim, work, context);
    const preparation = tried.ready?.preparation;
    const result = (0,rollout_results/* instanceResult */.Rr)(instance, phase, outcome, {
        ...(preparation !== undefined && { preparation }),
        ...(returns && { startedAt, endedAt: new Date(clock.now()).toISOString() }),
    });
    report({ type: 'instance.finished', result });
    return result;
}
/** A stack that is to stay is no failure: the plan said so. */
function statusOf(instances) {
    if (instances.some(({ state }) => (0,rollout_state/* isFailure */.N6)(state)))
        return 'failed';
    if (instances.some(({ state }) => state === 'cancelled'))
        return 'cancelled';
    return instances.some(({ state }) => state === 'rolled-back') ? 'succeeded' : 'no-change';
}

;// CONCATENATED MODULE: ./src/commands/rollback/keep-plan.ts

/**
 * The failover plan says which release each target should have: after a rollback it is compiled anew, as after a
 * deployment. Never throws.
 * @param file it is written here too; from the working directory
 */
async function keepReturnedPlan(chosen, prepared, results, file, context) {
    if (chosen.whole.failover === undefined)
        return;
    const release = releaseOf(prepared);
    if (release === undefined) {
        const text = 'the failover plan was not compiled: not all targets return to one release. It is at the next deployment';
        context.report({ type: 'note', level: 'warning', text });
        return;
    }
    const { keepFailoverPlan } = await __webpack_require__.e(/* import() */ 6100).then(__webpack_require__.bind(__webpack_require__, 86100));
    const has = (target) => releaseIn(target, prepared, results);
    await keepFailoverPlan(chosen, { release, results, has, ...(file !== undefined && { file }) }, context);
}
/** What all stacks of a target have that are of one release; undefined: nobody knows, or they differ. */
function releaseIn(target, prepared, results) {
    const own = prepared.filter(({ instance }) => instance.target.name === target);
    const ids = own.map(({ instance, step }) => {
        const state = results.find((result) => result.instance === instance.id)?.state;
        return state === 'rolled-back' ? step.to?.id : state === 'no-change' ? step.has?.id : undefined;
    });
    const [first] = ids;
    return ids.every((id) => id === first) ? first : undefined;
}

;// CONCATENATED MODULE: ./src/commands/rollback/not-executed.ts

/** Results where nothing is executed. */
function notExecuted({ phases }, prepared, why, cancelled) {
    const items = new Map(prepared.map((item) => [item.instance.id, item]));
    return phases.flatMap((phase) => phase.instances.flatMap((instance) => {
        const item = items.get(instance.id);
        return item === undefined ? [] : [(0,rollout_results/* instanceResult */.Rr)(instance, phase, outcomeOf(item, why, cancelled))];
    }));
}
function outcomeOf({ step, ready, failed }, why, cancelled) {
    const broken = failed ?? (ready?.preparation.kind === 'failed' ? ready.preparation : undefined);
    if (broken !== undefined)
        return { ...broken, outputs: {} };
    if (step.kind === 'refused')
        return { ...(0,rollout_results/* notTried */.QI)('skipped', step.reason ?? 'it cannot return'), state: 'failed' };
    if (step.kind === 'stays')
        return { ...(0,rollout_results/* notTried */.QI)('skipped', step.reason ?? ''), state: step.there ? 'no-change' : 'skipped' };
    return (0,rollout_results/* notTried */.QI)(cancelled ? 'cancelled' : 'skipped', why);
}

// EXTERNAL MODULE: ./src/commands/rollback/recorded-state.ts
var recorded_state = __webpack_require__(75087);
// EXTERNAL MODULE: ./src/gates/runner.ts
var runner = __webpack_require__(58156);
// EXTERNAL MODULE: ./src/commands/deploy/target-settings.ts
var target_settings = __webpack_require__(71349);
// EXTERNAL MODULE: ./src/commands/deploy/traffic.ts
var deploy_traffic = __webpack_require__(96697);
// EXTERNAL MODULE: ./src/commands/gate-ports.ts
var gate_ports = __webpack_require__(54246);
;// CONCATENATED MODULE: ./src/commands/rollback/return-ports.ts






/** Where the weights cannot be read the way back is not blocked: stacks then return in place, which is said. */
async function rollbackTraffic(options, context) {
    const { environment, reachable, release, rollout } = options;
    const { isActive } = (0,active_targets/* activeReader */.s)(environment, reachable, context);
    const gates = (0,runner/* createGateRunner */.q)({ ...(0,gate_ports/* gatePorts */.o)(context), environment, release: release ?? { id: '' }, isActive });
    const inPlace = { gates, ports: undefined, kept: keptWeights(undefined), resumes: false, close: async () => { } };
    try {
        const works = await withBucket(environment, reachable);
        const traffic = await (0,deploy_traffic/* trafficPortsOf */.t)(environment, { works, command: 'rollback' }, context);
        if (traffic === undefined)
            return inPlace;
        const { weights, resumes } = await weightsBefore(traffic, rollout);
        return { gates, ports: traffic.ports, kept: keptWeights(weights), resumes, close: traffic.close };
    }
    catch (error) {
        context.signal.throwIfAborted();
        const text = `traffic is not moved and no weight is restored, stacks return in place (see the weights with status when all is back, and set them with shift): ${(0,errors/* errorText */.kc)(error)}`;
        context.report({ type: 'note', level: 'warning', text });
        return inPlace;
    }
}
/** They are kept with the change itself: see `first` in the state of the environment. */
function keptWeights(weightsBefore) {
    return { current: { ...(weightsBefore !== undefined && { weightsBefore }) }, decide: async () => { } };
}
/**
 * What the targets get back: the weights before a rollback that was lost on its way; else those before a rollout that is not
 * over, unless a person moved them since; else what they have.
 */
async function weightsBefore(traffic, rollout) {
    const { now, unfinished, lastCommand } = await traffic.earlier();
    if (unfinished !== undefined)
        return { weights: unfinished, resumes: true };
    const left = rollout?.course === 'closed' ? undefined : rollout?.weightsBefore;
    const own = lastCommand === 'deploy' || lastCommand === 'promote';
    return { weights: (own ? left : undefined) ?? now, resumes: false };
}
/** Where nothing was ever deployed there is nothing to keep state in. */
async function withBucket(environment, works) {
    const found = works.map(async (work) => {
        const bucket = await work.findBucket((0,target_settings/* settingsOf */.f)(environment, work.target.name));
        return bucket === undefined ? [] : [work];
    });
    return (await Promise.all(found)).flat();
}

// EXTERNAL MODULE: ./src/commands/rollback/rollback-work.ts + 2 modules
var rollback_work = __webpack_require__(90088);
;// CONCATENATED MODULE: ./src/commands/rollback/rollback.ts





















/** Returns every target to a release that is recorded there. */
const rollback = async (options, context) => {
    const startedAt = context.clock.now();
    // Parameters come from the records; those that are given stand in for what no record holds.
    const { to, parameters: _given, ...others } = options;
    if (to === undefined) {
        throw new errors/* UserError */.yo('release-missing', 'rollback needs to be told which release', {
            fix: [`Name it with ${context.nameOption('to')}: its id, its commit, or previous.`],
        });
    }
    const chosen = await (0,commands_environment/* environmentOf */.p)(others, context, { templates: false });
    const { environment, whole } = chosen;
    const dryRun = options['dry-run'] === true;
    const { application, name } = environment;
    const targets = environment.targets.map((target) => target.name);
    const started = { type: 'run.started', command: 'rollback', version: context.version, application };
    context.report({ ...started, environment: name, targets, dryRun });
    const works = (0,target_work/* createTargetWork */.J2)(environment, {
        command: 'rollback',
        lockWaitMs: options['lock-wait'] ?? target_work/* DEFAULT_LOCK_WAIT_MS */.Xn,
        leases: !dryRun,
        makesBuckets: false,
    }, context);
    try {
        const reachable = await (0,prove_targets/* proveTargets */.t)(works, options, context);
        const recorder = (0,deploy_recorder/* createRecorder */.T)({ application, environment: name }, context);
        const roles = dryRun ? undefined : (0,consumer_roles/* createConsumerRoles */.y)(whole, reachable, context);
        const work = rollbackWorkOf({ environment, targets: works, recorder, roles }, options, context);
        if (!dryRun)
            await waitForDrill(environment, reachable, context);
        const { chains, returning } = await provenChains(environment, reachable, recorder, context);
        const aim = chooseAim(to, chains, { returning, silent: reachable.length < works.size });
        const prepared = await prepareAll(environment, aim, work, context);
        const journal = (0,deploy_journal/* journalOf */.P)(environment, reachable, context);
        const release = releaseOf(prepared);
        const { traffic, plan } = await rollback_planned(environment, prepared, async () => {
            const rollout = environment.traffic && (await readable(() => journal.readAll(), context));
            return rollbackTraffic({ environment, reachable, release, rollout }, context);
        }, context).catch(async (error) => {
            await discardAll(prepared, work);
            throw error;
        });
        context.report({ type: 'plan.ready', plan });
        // With some targets only, the rollout is still open in the others.
        const all = options.targets === undefined;
        const begin = async () => (all ? withoutRevert(environment, journal, context) : undefined);
        const end = await carryOut(environment, prepared, { work, aim, dryRun, traffic, begin }, context);
        if (isReturned(end) && all)
            await closeRollout(environment, journal, context);
        if (!dryRun && end.instances.some(({ state }) => state === 'rolled-back' || state === 'no-change'))
            await keepReturnedPlan(chosen, prepared, end.instances, options['dr-plan-file'], context);
        if (!dryRun)
            await (0,tell_later_gates/* tellLaterGates */.w)(environment, end.instances, context);
        const details = { command: 'rollback', startedAt, plan, ...(release !== undefined && { release }) };
        return (0,result/* runResult */.X)(environment, { ...details, ...end }, context);
    }
    finally {
        await Promise.all([...works.values()].map((each) => each.close()));
    }
};
function rollbackWorkOf(parts, options, context) {
    const { parameters } = options;
    if (parameters !== undefined && parameters.files.length > 0) {
        throw new errors/* UserError */.yo('parameter-files', 'a rollback takes its parameters from the records', {
            fix: [`Give only secret values that have changed since, as ${context.nameOption('parameters')} Name=value.`],
        });
    }
    const acceptDataLoss = options['accept-data-loss'] === true;
    return (0,rollback_work/* createRollbackWork */._)({ ...parts, acceptDataLoss, given: parameters?.values ?? {} }, context);
}
/**
 * What each reachable stack vouches for, and each of those that a rollback takes back. One that cannot be read is refused
 * when its turn comes, with the reason.
 */
async function provenChains(environment, reachable, recorder, context) {
    const names = new Set(reachable.map(({ target }) => target.name));
    const asked = environment.instances.filter(({ target }) => names.has(target.name));
    const found = await Promise.all(asked.map(async (instance) => {
        const state = await (0,recorded_state/* readRecordedState */.G)(instance, recorder, context).catch(() => undefined);
        const known = state !== undefined && state.proof.kind !== 'none';
        return known ? [{ records: state.proof.records, returns: (0,evaluate/* doesReturn */.Ae)(instance) }] : [];
    }));
    const all = found.flat();
    return {
        chains: all.map(({ records }) => records),
        returning: all.filter(({ returns }) => returns).map(({ records }) => records),
    };
}
async function prepareAll(environment, aim, work, context) {
    return Promise.all(environment.instances.map(async (instance) => {
        const state = { instance: instance.id, target: instance.target.name, stack: instance.stack.key };
        context.report({ type: 'instance.state', ...state, state: 'planning' });
        const prepared = await work.prepare(instance, aim);
        context.report({ type: 'instance.state', ...state, state: 'planned' });
        return prepared;
    }));
}
/** The plan as it is shown, and the traffic as it was looked at for it. Where nothing will be done nothing is looked at. */
async function rollback_planned(environment, prepared, look, context) {
    if (blockingOf(prepared).length > 0 || context.signal.aborted) {
        return {
            plan: rollbackPlan(environment, prepared, returnOrder(environment, prepared, { resumes: false }, undefined)),
        };
    }
    const traffic = await look();
    const phases = returnOrder(environment, prepared, traffic, await shownTraffic(environment, traffic, context));
    return { plan: rollbackPlan(environment, prepared, phases), traffic };
}
/**
 * What AWS would do to the traffic of a rollout that waits is taken away before anything moves: it must not strike what has
 * returned. Where that cannot be done the way back is not blocked: against other weights than it was made for it does nothing.
 */
async function withoutRevert(environment, journal, context) {
    try {
        const last = await journal.readAll();
        if (last?.revert === undefined)
            return;
        await (0,end_revert/* endRevert */.c)(last, environment, context);
        const { revert: _, ...rollout } = last;
        await journal.save({ ...rollout, revision: last.revision + 1 }, 'everywhere');
    }
    catch (error) {
        context.signal.throwIfAborted();
        context.report({ type: 'note', level: 'warning', text: (0,errors/* errorText */.kc)(error) });
    }
}
/** An environment that has returned has no rollout that anybody could continue. */
async function closeRollout(environment, journal, context) {
    try {
        const last = await journal.readAll();
        if (last === undefined || last.course === 'closed')
            return;
        await (0,end_revert/* endRevert */.c)(last, environment, context);
        const { paused: _, revert: __, ...rollout } = last;
        await journal.save({ ...rollout, course: 'closed', revision: last.revision + 1 }, 'everywhere');
    }
    catch (error) {
        // The stacks have returned: their result must reach the user.
        const text = `the rollout that was open is not closed, so the next deployment may be refused (abort closes it): ${(0,errors/* errorText */.kc)(error)}`;
        context.report({ type: 'note', level: 'warning', text });
    }
}
function isReturned({ status }) {
    return status === 'succeeded' || status === 'no-change';
}
/** Without it the weights that the stacks had are taken for those to restore. */
async function readable(read, context) {
    try {
        return await read();
    }
    catch (error) {
        const text = `what the last rollout did to the weights is not known: ${(0,errors/* errorText */.kc)(error)}`;
        context.report({ type: 'note', level: 'warning', text });
        return undefined;
    }
}
/** A drill that is at work is waited for like everybody else. @throws UserError `drill-open` for one that is dead */
async function waitForDrill(environment, reachable, context) {
    if (environment.failover === undefined)
        return;
    await Promise.allSettled(reachable.map((work) => work.lease()));
    (0,refuse_drill/* refuseOpenDrill */.U)(await (0,active_targets/* activeReader */.s)(environment, reachable, context).state());
}
/** What somebody has to decide stops all of it while nothing has changed; a region that is lost does not. */
function blockingOf(prepared) {
    const refused = prepared.filter(({ step, failed }) => step.kind === 'refused' && failed?.state !== 'unreachable');
    const broken = prepared.filter(({ ready }) => ready?.preparation.kind === 'failed');
    return [...new Set([...refused, ...broken].map(({ instance }) => instance.id))];
}
async function discardAll(prepared, work) {
    await Promise.all(prepared.map((item) => work.discard(item)));
}
async function carryOut(environment, prepared, { work, aim, dryRun, traffic, begin }, context) {
    const blocking = blockingOf(prepared);
    if (traffic === undefined || dryRun || context.signal.aborted) {
        await discardAll(prepared, work);
        const why = blocking.length > 0 ? `nothing was changed: ${blocking.join(', ')} cannot return` : 'planned only';
        const instances = notExecuted(environment, prepared, why, context.signal.aborted);
        if (blocking.length > 0)
            return { instances, status: 'failed', failure: why };
        return { instances, status: context.signal.aborted ? 'cancelled' : 'planned' };
    }
    const returning = prepared.filter(({ ready }) => ready?.preparation.kind === 'change-set');
    if (returning.length > 0) {
        try {
            const question = `Roll back ${returning.length} stacks of ${environment.name}?`;
            if (!(await context.confirm(question)))
                throw new errors/* UserError */.yo('declined', 'nothing was rolled back', { fix: ['Answer y, or add --yes.'] });
        }
        catch (error) {
            await discardAll(prepared, work);
            throw error;
        }
    }
    await begin();
    return executeRollbacks(environment, prepared, work, { traffic, aim }, context);
}


/***/ })

};
