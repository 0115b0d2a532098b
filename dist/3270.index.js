export const id = 3270;
export const ids = [3270];
export const modules = {

/***/ 89323:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ checkSources)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83916);
/* harmony import */ var _process_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69304);
/* harmony import */ var _release_stack_groups_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17763);
/* harmony import */ var _release_validate_template_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68426);
/* harmony import */ var _check_templates_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58722);








/**
 * Checks the templates as far as that takes no credentials: they are read, and SAM validates them. Returns what was found
 * out, as the end of a sentence.
 * @throws UserError for what is wrong with a template
 */
async function checkSources(environment, context) {
    const sources = await (0,_check_templates_js__WEBPACK_IMPORTED_MODULE_6__/* .checkTemplates */ .Y)(environment.stacks, false, context);
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'sam-multi-region-'));
    try {
        const { command: sam } = await (0,_release_stack_groups_js__WEBPACK_IMPORTED_MODULE_4__/* .samFinder */ .i)({ environment, env: context.env }, context.spawn)();
        const region = environment.targets[0]?.region ?? 'us-east-1';
        // Keys that are no keys: SAM must not look for real ones, and asks nobody where it can do without.
        const env = (0,_process_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .targetEnvironment */ .d)(context.env, {
            AWS_ACCESS_KEY_ID: 'none',
            AWS_SECRET_ACCESS_KEY: 'none',
            AWS_REGION: region,
            AWS_DEFAULT_REGION: region,
            SAM_CLI_TELEMETRY: '0',
            __SAM_CLI_APP_DIR: folder,
        });
        for (const [template, source] of sources)
            await (0,_release_validate_template_js__WEBPACK_IMPORTED_MODULE_5__/* .validateTemplate */ .d)({ template, source, sam, region, cwd: environment.directory, env }, context);
        return 'its configuration and templates are valid';
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo) || !error.code.startsWith('sam-'))
            throw error;
        return `its configuration and templates can be read, and were not validated: ${error.message}`;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 58722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ checkTemplates)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/release/build-template.ts
var build_template = __webpack_require__(90464);
// EXTERNAL MODULE: ./src/release/missing-artifacts.ts
var missing_artifacts = __webpack_require__(27931);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/template/plain-data.ts
var plain_data = __webpack_require__(18267);
;// CONCATENATED MODULE: ./src/template/image-functions.ts


/**
 * Refuses functions that are container images: their images are not copied to the registries of other regions.
 *
 * @throws UserError `image-function`
 */
function refuseImageFunctions(template) {
    const defaults = (0,plain_data/* asMap */.$H)(template.globals['Function']);
    const images = template.resources.filter(({ type, properties }) => {
        if (type === 'AWS::Serverless::Function') {
            return (properties['PackageType'] ?? defaults['PackageType']) === 'Image' || 'ImageUri' in properties;
        }
        if (type !== 'AWS::Lambda::Function')
            return false;
        return properties['PackageType'] === 'Image' || 'ImageUri' in (0,plain_data/* asMap */.$H)(properties['Code']);
    });
    const [first] = images;
    if (!first)
        return;
    const names = images.map(({ logicalId }) => logicalId).join(', ');
    const location = template.locate(first.logicalId);
    throw new errors/* UserError */.yo('image-function', `${template.file}: ${names} ${images.length === 1 ? 'is a container-image function' : 'are container-image functions'}; only functions packaged as zip files can be taken to several regions.`, {
        fix: [
            'Package the function as a zip file (PackageType: Zip with CodeUri), or keep it in a stack that is deployed without this tool.',
        ],
        ...(location && { location }),
    });
}

// EXTERNAL MODULE: ./src/template/read.ts
var read = __webpack_require__(79224);
;// CONCATENATED MODULE: ./src/commands/deploy/check-templates.ts





/**
 * The templates of the stacks by path, refused if they cannot be read, name files that are not there or hold what
 * cannot be deployed: before the first lease is taken or bucket made. Messages name them from the working directory.
 *
 * @param built what `sam build` made before is deployed, where there is any
 * @throws UserError `template-missing`, `template-not-yaml`, `template-not-cloudformation`, `image-function`,
 * `artifact-missing`
 */
async function checkTemplates(stacks, built, context) {
    const readFile = async (path) => {
        const text = context.readFile(path);
        if (text === undefined)
            throw Object.assign(new Error('it does not exist'), { code: 'ENOENT' });
        return text;
    };
    const show = (path) => (0,external_node_path_.relative)(context.cwd, path);
    const files = [...new Set(stacks.map(({ template }) => template))];
    const templates = await Promise.all(files.map(async (file) => {
        const source = await (0,read/* readTemplate */.x)(file, readFile, show(file));
        refuseImageFunctions(source);
        // What SAM built names the files in its own folder, and those it has put there itself.
        const builds = built ? (0,build_template/* buildsOf */.jV)(file, (0,build_template/* sharesFolder */.fv)(file, files)) : [];
        if (!builds.some((build) => context.readFile(build) !== undefined))
            await (0,missing_artifacts/* refuseMissingArtifacts */.i)(source, file, { readFile, show });
        return [file, source];
    }));
    return new Map(templates);
}


/***/ }),

/***/ 3270:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy),
  deployEnvironment: () => (/* binding */ deployEnvironment),
  plan: () => (/* binding */ deploy_plan),
  promote: () => (/* binding */ deploy_promote)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/rollout/discard.ts
var discard = __webpack_require__(60859);
// EXTERNAL MODULE: ./src/rollout/plan.ts
var plan = __webpack_require__(45762);
// EXTERNAL MODULE: ./src/topology/amount.ts
var amount = __webpack_require__(8149);
// EXTERNAL MODULE: ./src/stack/changes.ts
var stack_changes = __webpack_require__(51313);
// EXTERNAL MODULE: ./src/rollout/results.ts
var rollout_results = __webpack_require__(32527);
// EXTERNAL MODULE: ./src/rollout/unshown.ts
var unshown = __webpack_require__(73825);
;// CONCATENATED MODULE: ./src/rollout/instance.ts




/**
 * Brings one stack to its end: executes the change set that was shown, or, where its inputs came or changed after
 * the plan, a new one that destroys nothing unseen.
 */
async function runInstance(instance, phase, plan, ports) {
    const startedAt = new Date(ports.clock.now()).toISOString();
    const { preparation, outcome } = await withinGrace(attempt(instance, plan, ports), ports);
    if (outcome.state === 'succeeded' || outcome.state === 'no-change')
        ports.remember(instance, outcome.outputs);
    return (0,rollout_results/* instanceResult */.Rr)(instance, phase, outcome, {
        ...(preparation !== undefined && { preparation }),
        startedAt,
        endedAt: new Date(ports.clock.now()).toISOString(),
    });
}
/** What AWS may still answer after a cancel; the runner kills 10 s after its first signal. Milliseconds. */
const CANCEL_GRACE_MS = 4_000;
/** An attempt that does not end soon after a cancel is left alone: AWS goes on with it, and the next run takes over. */
async function withinGrace(work, { signal, clock }) {
    const done = new AbortController();
    const overdue = new Promise((resolve) => {
        const late = async () => {
            await clock.sleep(CANCEL_GRACE_MS, done.signal).catch(() => undefined);
            resolve({ outcome: (0,rollout_results/* notTried */.QI)('cancelled', 'cancelled while AWS had not answered: what runs there goes on') });
        };
        if (signal.aborted)
            void late();
        else
            signal.addEventListener('abort', () => void late(), { signal: done.signal });
    });
    try {
        return await Promise.race([work, overdue]);
    }
    finally {
        done.abort();
    }
}
async function attempt(instance, plan, ports) {
    try {
        const preparation = await currentPreparation(instance, plan, ports);
        const first = await carryOut(instance, preparation, ports);
        // Somebody else changed the stack since it was planned. An approved plan is refused; a plan of our own is made anew.
        if (first.outcome.code === undefined || plan?.explicit)
            return first;
        return await carryOut(instance, await prepareAgain(instance, plan, ports), ports);
    }
    catch (error) {
        // One target's surprise must not take the others and the summary with it.
        return { outcome: { state: 'failed', reason: (0,src_errors/* errorText */.kc)(error), failures: [], fix: [], outputs: {} } };
    }
}
async function carryOut(instance, preparation, ports) {
    switch (preparation.kind) {
        case 'failed':
            return { preparation, outcome: { ...preparation, outputs: {} } };
        case 'no-change': {
            await ports.align(instance, preparation);
            const { stackId, outputs } = preparation;
            return { preparation, outcome: { state: 'no-change', stackId, failures: [], fix: [], outputs } };
        }
        case 'recreate':
            // A deployment is never given one: it recreates the stack and has a change set.
            return { preparation, outcome: (0,rollout_results/* notTried */.QI)('skipped', 'planned only') };
        case 'change-set':
        case 'unreviewed': {
            const { id, target, stack } = instance;
            ports.report({ type: 'instance.state', instance: id, target: target.name, stack: stack.key, state: 'executing' });
            return { preparation, outcome: await ports.execute(instance, preparation) };
        }
    }
}
/** What was shown, as long as nothing that it is made of has changed; otherwise made again. */
async function currentPreparation(instance, plan, ports) {
    const shown = plan?.preparation;
    if (shown?.kind === 'failed')
        return shown;
    const inputs = await ports.inputs(instance);
    if (inputs.kind === 'failed') {
        await discardShown(instance, plan, ports);
        return inputs.preparation;
    }
    if (inputs.kind === 'waiting') {
        await discardShown(instance, plan, ports);
        return failed(`still has no value for what it takes from ${inputs.for.join(', ')}`, []);
    }
    const unchanged = plan?.inputs.kind === 'known' && plan.inputs.fingerprint === inputs.fingerprint;
    // What was to be created anew has no change set yet.
    if (shown?.kind === 'recreate' && unchanged)
        return prepareAgain(instance, plan, ports);
    if (shown !== undefined && unchanged)
        return shown;
    if (shown !== undefined && plan?.explicit) {
        return failed('its parameters are no longer those of the plan: a stack before it has other outputs now', [
            'Make a new plan, and have it approved.',
        ]);
    }
    return prepareAgain(instance, plan, ports);
}
/** A new change set in place of the one that was shown, if any. It may not destroy what nobody has seen. */
async function prepareAgain(instance, plan, ports) {
    const shown = plan?.preparation;
    await discardShown(instance, plan, ports);
    const fresh = await ports.prepare(instance);
    if (fresh.kind !== 'change-set')
        return fresh;
    ports.report({
        type: 'note',
        level: 'info',
        text: `${instance.id} is planned now: ${describeChanges(fresh.changes)}`,
        target: instance.target.name,
    });
    const unseen = (0,unshown/* unshownDestruction */.$)(shown?.kind === 'change-set' ? shown.changes : undefined, fresh.changes);
    if (unseen.length === 0)
        return fresh;
    await ports.discard(instance, fresh);
    return failed(`would replace or delete what the plan did not show: ${unseen.map(nameUnseen).join(', ')}`, [
        'Its inputs are known now: run the same command again, and its plan shows these changes.',
    ]);
}
function nameUnseen({ path, unseen }) {
    return unseen ? `${path} (a nested stack whose changes cannot be looked into)` : path;
}
/** Deletes the change set that was shown, unless somebody approved it: that one is theirs, for another try. */
async function discardShown(instance, plan, ports) {
    if (plan?.preparation?.kind === 'change-set' && !plan.explicit)
        await ports.discard(instance, plan.preparation);
}
/** "2 added, 1 modified, Table replaced": what the plan could not show yet. */
function describeChanges(changes) {
    const { add, modify } = (0,rollout_results/* countChanges */.xS)(changes);
    const destroyed = changes
        .filter(stack_changes/* mayDestroy */.M7)
        .map(({ path, action }) => `${path} ${action === 'Remove' ? 'removed' : 'replaced'}`);
    return ([add > 0 ? `${add} added` : '', modify > 0 ? `${modify} modified` : '', ...destroyed].filter(Boolean).join(', ') ||
        'no resource changes');
}
function failed(reason, fix) {
    return { kind: 'failed', state: 'failed', reason, failures: [], fix };
}

// EXTERNAL MODULE: ./src/rollout/pool.ts
var pool = __webpack_require__(44319);
// EXTERNAL MODULE: ./src/rollout/state.ts
var rollout_state = __webpack_require__(49988);
;// CONCATENATED MODULE: ./src/rollout/stop.ts
function cancelled() {
    return { state: 'cancelled', reason: 'cancelled before it started' };
}

;// CONCATENATED MODULE: ./src/rollout/deploy-phase.ts






/**
 * Deploys the targets of one phase side by side, up to `max-concurrency`. No further target starts once more than
 * `failure-tolerance` of them failed (StackSets' soft tolerance: concurrency does not shrink). Every instance of the phase
 * has its result afterwards.
 * @returns why nothing further may start, if so
 */
async function deployPhase(phase, plans, results, ports) {
    ports.report({ type: 'phase.started', phase: phase.name, targets: phase.targets });
    const tolerated = (0,amount/* toleranceOf */.Lz)(phase.failureTolerance, phase.targets.length);
    const failed = new Set();
    const mayStart = () => !ports.signal.aborted && failed.size <= tolerated;
    await (0,pool/* runPool */.k)(phase.targets, (0,amount/* concurrencyOf */.RO)(phase.maxConcurrency, phase.targets.length), mayStart, async (target) => {
        const instances = phase.instances.filter((instance) => instance.target.name === target);
        const states = await runTarget(instances, phase, plans, results, ports);
        if ((0,rollout_state/* isFailure */.N6)((0,rollout_state/* worstState */.Fk)(states)))
            failed.add(target);
    });
    const stop = judge(phase, failed, tolerated, results, ports);
    settleUntried(phase, plans, results, stop ?? cancelled(), ports);
    return stop;
}
function judge(phase, failed, tolerated, results, ports) {
    const finished = { type: 'phase.finished', phase: phase.name };
    if (failed.size > tolerated) {
        const reason = `${[...failed].join(', ')} did not succeed in ${phase.name}${tolerated > 0 ? ` (${tolerated} tolerated)` : ''}`;
        ports.report({ ...finished, verdict: 'failed', reason });
        return { state: 'skipped', reason };
    }
    if (ports.signal.aborted &&
        phase.instances.some((instance) => !(0,rollout_state/* isGood */.Kg)(results.get(instance.id)?.state ?? 'cancelled'))) {
        ports.report({ ...finished, verdict: 'cancelled' });
        return cancelled();
    }
    ports.report({ ...finished, verdict: 'passed' });
    return undefined;
}
/** The stacks of one target: each starts when those it takes outputs from are done. */
async function runTarget(instances, phase, plans, results, ports) {
    const running = new Map();
    const run = async (instance) => {
        const needed = ports.dependencies(instance);
        await Promise.all(needed.flatMap((id) => running.get(id) ?? []));
        const broken = needed.find((id) => !(0,rollout_state/* isGood */.Kg)(results.get(id)?.state ?? 'skipped'));
        const result = broken === undefined
            ? await runInstance(instance, phase, plans.get(instance.id), ports)
            : (0,rollout_results/* instanceResult */.Rr)(instance, phase, (0,rollout_results/* notTried */.QI)('skipped', `needs ${broken}, which did not succeed`));
        settle(result, results, ports);
        return result.state;
    };
    for (const instance of instances)
        running.set(instance.id, run(instance));
    return Promise.all(running.values());
}
function settle(result, results, ports) {
    results.set(result.instance, result);
    ports.report({ type: 'instance.finished', result });
}
/** Gives every instance of the phase that has no result yet its honest one. */
function settleUntried(phase, plans, results, stop, ports) {
    for (const instance of phase.instances) {
        if (results.has(instance.id))
            continue;
        const preparation = plans.get(instance.id)?.preparation;
        const outcome = preparation?.kind === 'failed' ? { ...preparation, outputs: {} } : (0,rollout_results/* notTried */.QI)(stop.state, stop.reason);
        settle((0,rollout_results/* instanceResult */.Rr)(instance, phase, outcome, preparation === undefined ? {} : { preparation }), results, ports);
    }
}

// EXTERNAL MODULE: ./src/rollout/judge.ts
var rollout_judge = __webpack_require__(31462);
// EXTERNAL MODULE: ./src/rollout/open-rollout.ts
var open_rollout = __webpack_require__(80893);
;// CONCATENATED MODULE: ./src/rollout/progress.ts

function createProgress(start, journal) {
    let current = start;
    /** The last one that was sent: one that nobody said to be kept may lie there all the same, and is never used again. */
    let { revision } = start;
    const batch = async (change, where) => {
        revision += 1;
        const next = { ...change(current), revision };
        await journal.save(next, where);
        current = next;
    };
    return {
        get current() {
            return current;
        },
        of: (phase) => current.phases[phase],
        batch,
        note: (phase, progress) => {
            current = (0,open_rollout/* withPhase */.Su)(current, phase, progress);
        },
        // The first write opens the rollout: nobody may miss it.
        mark: (phase, progress) => batch((rollout) => (0,open_rollout/* withPhase */.Su)(rollout, phase, progress), current.revision === 0 ? 'everywhere' : 'keepers'),
        decide: (change) => batch((rollout) => ({ ...rollout, ...change }), 'everywhere'),
    };
}

// EXTERNAL MODULE: ./src/rollout/move-weights.ts
var move_weights = __webpack_require__(35992);
// EXTERNAL MODULE: ./src/rollout/weights.ts
var rollout_weights = __webpack_require__(95544);
;// CONCATENATED MODULE: ./src/rollout/wave-weights.ts

/** The weights with a wave's active targets lowered before they are deployed. */
function drainedWave(current, active, { targets }, { weights }, percent) {
    // Only who is active and able has traffic to give away.
    const able = targets.filter((name) => active.has(name));
    return (0,rollout_weights/* drainWeights */._$)(current, weights, able, percent);
}
/** The weights with these targets at a step of their ramp. */
function raisedWave(current, targets, { weights }, percent) {
    const raised = (0,rollout_weights/* rampWeights */.Oj)(current, weights, targets, percent);
    if (percent === 100)
        return raised;
    // A ramp never lowers: who serves already keeps what it has, and only the last step says what it ends with.
    const kept = Object.entries(raised).map(([name, weight]) => [name, Math.max(weight, (0,rollout_weights/* weightOf */.mm)(current, name))]);
    return Object.fromEntries(kept);
}
/**
 * The changes of weights of each wave that is deployed, by its name: what a rollout does when nothing fails and nobody else
 * changes weights meanwhile.
 */
function plannedMoves(waves, current, active, settings) {
    let now = current;
    const found = new Map();
    for (const wave of waves) {
        const moves = [];
        const move = (kind, percent, after) => {
            if (!(0,rollout_weights/* sameWeights */.ML)(now, after))
                moves.push({ kind, percent, before: now, after });
            now = after;
        };
        const { drainPercent, steps } = settings;
        if (drainPercent !== undefined)
            move('drain', drainPercent, drainedWave(now, active, wave, settings, drainPercent));
        const able = wave.targets.filter((name) => active.has(name));
        steps.forEach((percent, index) => {
            const kind = index === steps.length - 1 ? 'final' : 'step';
            move(kind, percent, raisedWave(now, able, settings, percent));
        });
        found.set(wave.name, moves);
    }
    return found;
}

;// CONCATENATED MODULE: ./src/rollout/promote.ts





/** Whether anything of the phase is judged or moved once its stacks are deployed. */
function isJudged(phase, { traffic }) {
    return phase.gates.length > 0 || phase.bakeMs > 0 || trafficOf(phase, traffic) !== undefined;
}
/** Lowers the phase's targets to their share before they are deployed, where the configuration asks for it. */
async function drain(phase, work) {
    const traffic = trafficOf(phase, work.ports.traffic);
    const percent = traffic?.settings.drainPercent;
    if (traffic === undefined || percent === undefined)
        return { kind: 'passed' };
    return move(work, traffic, (current, active) => drainedWave(current, active, phase, traffic.settings, percent));
}
/**
 * Takes a deployed phase to its configured weight step by step, each step judged all through its bake. Where no traffic is
 * moved it bakes once. How many steps passed and since when it bakes are kept, so that another process goes on there.
 */
async function promote(phase, at, work) {
    const traffic = trafficOf(phase, work.ports.traffic);
    const steps = traffic?.settings.steps ?? [100];
    let state = at;
    for (let index = at.steps ?? 0; index < steps.length; index += 1) {
        const percent = steps[index] ?? 100;
        let moved = false;
        if (traffic !== undefined) {
            const raised = await raise(phase, percent, traffic, work);
            if (raised.kind !== 'passed')
                return raised;
            moved = raised.moved;
        }
        const isLast = index === steps.length - 1;
        // A step that gives nobody more traffic is no step, as long as another one judges.
        if (!moved && !isLast && state.bakeSince === undefined)
            continue;
        const judgement = await bake(phase, moved ? withoutBake(state) : state, work);
        if (judgement.kind !== 'passed')
            return judgement;
        state = { ...withoutBake(state), stage: 'deployed', steps: index + 1 };
        if (!isLast)
            await work.progress.mark(phase.name, state);
    }
    return { kind: 'passed' };
}
async function raise(phase, percent, traffic, work) {
    let moved = false;
    const result = await move(work, traffic, (current, active) => {
        const targets = phase.targets.filter((name) => active.has(name) && isDeployed(name, work));
        return raisedWave(current, targets, traffic.settings, percent);
    }, (changed) => {
        moved = changed;
    });
    return result.kind === 'passed' ? { kind: 'passed', moved } : result;
}
async function move({ progress, results, ports }, traffic, wanted, onEnd = () => { }) {
    const bad = new Set([...results.values()].filter(({ state }) => (0,rollout_state/* isFailure */.N6)(state)).map(({ target }) => target));
    try {
        onEnd(await (0,move_weights/* moveWeights */.b)(wanted, bad, traffic, progress, ports));
        return { kind: 'passed' };
    }
    catch (error) {
        if (ports.signal.aborted)
            return { kind: 'cancelled' };
        return { kind: 'held-up', reason: `traffic could not be moved: ${(0,src_errors/* errorText */.kc)(error)}` };
    }
}
function isDeployed(target, { environment, results }) {
    return environment.instances
        .filter((instance) => instance.target.name === target)
        .every(({ id }) => (0,rollout_state/* isGood */.Kg)(results.get(id)?.state ?? 'skipped'));
}
/** Only waves have traffic: what comes before and after them exists once. */
function trafficOf(phase, traffic) {
    return phase.kind === 'wave' ? traffic : undefined;
}
function withoutBake({ bakeSince: _, ...rest }) {
    return rest;
}
async function bake(phase, at, work) {
    const { progress, verdicts, ports } = work;
    const since = at.bakeSince ?? new Date(ports.clock.now()).toISOString();
    const begun = { ...at, stage: 'deployed', bakeSince: since };
    // Where no time passes and no weight was moved, another process simply asks once more.
    if (phase.bakeMs === 0 && trafficOf(phase, ports.traffic) === undefined)
        progress.note(phase.name, begun);
    else if (at.bakeSince === undefined)
        await progress.mark(phase.name, begun);
    ports.report({ type: 'bake.started', phase: phase.name, since, bakeMs: phase.bakeMs });
    return (0,rollout_judge/* judgeBake */.jt)(judged(phase, at.startedAt, work), Date.parse(since), ports, verdicts);
}
/** The phase as its gates see it. */
function judged(phase, startedAt, { environment, results }) {
    const outputs = {};
    for (const { id, target, stack } of environment.instances) {
        const result = results.get(id);
        if (result === undefined)
            continue;
        outputs[target.name] = { ...outputs[target.name], [stack.key]: result.outputs };
    }
    const known = outputs;
    return {
        phase: phase.name,
        targets: phase.targets,
        outputs: known,
        since: Date.parse(startedAt),
        bakeMs: phase.bakeMs,
    };
}

// EXTERNAL MODULE: ./src/rollout/return-phase.ts + 1 modules
var return_phase = __webpack_require__(24747);
// EXTERNAL MODULE: ./src/rollout/shown-return.ts
var shown_return = __webpack_require__(26207);
// EXTERNAL MODULE: ./src/rollout/still-bad.ts
var still_bad = __webpack_require__(14385);
;// CONCATENATED MODULE: ./src/rollout/recover.ts





/**
 * Returns what a failed rollout reached to the release it had: planned first, then phase by phase, newest first, no more
 * targets at once than when it was deployed. A target that cannot return, or cannot be reached, does not stop the others.
 * It closes the rollout only when nothing is left that another try could bring back.
 */
async function recover(recovery) {
    const { environment, progress, ports } = recovery;
    const { failure, release, openedAt } = progress.current;
    const aim = { leave: { release: release.id, openedAt } };
    const phases = phasesToReturn(environment, progress);
    // Users first: their traffic leaves before anything is worked out.
    const left = new Map();
    const stillBad = (0,still_bad/* createStillBad */.O)(phases.map((phase) => ({ ...phase, ...waveOf(phase, recovery) })));
    for (const phase of phases.filter((each) => leavesFirst(each, recovery))) {
        left.set(phase.name, await (0,return_phase/* leaveFirst */.I0)(phase.targets, returnWork(recovery, aim, stillBad, new Map())));
    }
    const plan = await ports.rollback.planRollback(phases.flatMap((phase) => phase.instances), aim);
    const { instances } = plan;
    const reason = failure?.reason ?? 'the rollout failed';
    const shown = shownPhases(phases, plan, left, recovery);
    ports.report({ type: 'rollback.started', scope: environment.onFailure, reason, instances, phases: shown });
    const work = returnWork(recovery, aim, stillBad, (0,return_phase/* releasesOfPlan */.H7)(instances));
    for (const phase of phases) {
        if (ports.signal.aborted)
            return;
        const stage = progress.of(phase.name)?.stage;
        const way = left.get(phase.name);
        const whole = await (0,return_phase/* returnPhase */.S7)(phase, { again: stage === 'returned', ...(way !== undefined && { left: way }) }, work);
        await keepReturned(phase, whole, work.owed, recovery);
        // What was owed to targets of earlier phases may have been given now.
        for (const earlier of phases.slice(0, phases.indexOf(phase)))
            await keepReturned(earlier, false, work.owed, recovery);
    }
    if (ports.signal.aborted || phases.some((phase) => isUnfinished(phase, recovery)))
        return;
    await progress.decide({ course: 'closed' });
}
/** Who goes on with it gives no traffic to what stays. */
async function keepReturned(phase, whole, owing, recovery) {
    const { progress } = recovery;
    const found = progress.of(phase.name);
    if (found === undefined)
        return;
    const { kept: before = [], owed: owedBefore = [], ...at } = found;
    const kept = keptOf(phase, before, recovery);
    const stage = whole ? 'returned' : at.stage;
    // A phase that is not back is gone through again, and gives each target its weight then.
    const owed = stage === 'returned' ? phase.targets.filter((name) => owing.has(name)) : [];
    if (stage === at.stage && kept.join() === before.join() && owed.join() === owedBefore.join())
        return;
    await progress.mark(phase.name, {
        ...at,
        stage,
        ...(kept.length > 0 && { kept }),
        ...(owed.length > 0 && { owed }),
    });
}
/** What is about to happen, traffic included: what left already is not said again. */
function shownPhases(phases, { instances, traffic: seen }, left, recovery) {
    const { progress, ports } = recovery;
    const { traffic } = ports;
    const steps = new Map(instances.map((step) => [step.instance, step]));
    const expected = phases.map((phase) => {
        const own = (target) => phase.instances.filter((instance) => instance.target.name === target).flatMap(({ id }) => steps.get(id) ?? []);
        const changing = new Set(phase.targets.filter((name) => own(name).some(({ kind }) => kind === 'returns')));
        const done = progress.of(phase.name)?.stage === 'returned' && changing.size === 0;
        const good = phase.targets.filter((name) => own(name).every(({ kind, there }) => kind === 'returns' || there));
        const way = left.get(phase.name);
        return {
            phase,
            wave: waveOf(phase, recovery),
            leaving: [],
            ...(way !== undefined && { left: way }),
            changing,
            back: new Set(done ? [] : good),
            there: new Set(done ? good : []),
        };
    });
    if (traffic === undefined || seen === undefined)
        return (0,shown_return/* shownReturn */.Y)(expected, undefined);
    const { settings, driver } = traffic;
    const { weightsBefore: before } = progress.current;
    return (0,shown_return/* shownReturn */.Y)(expected, {
        ...seen,
        settings,
        settleMs: driver.settleMs,
        ...(before !== undefined && { before }),
        owed: owedOf(progress),
    });
}
/** Lower weights that an earlier run could not give back. */
function owedOf({ current: { phases } }) {
    return Object.values(phases).flatMap(({ owed = [] }) => owed);
}
/** A lost region, a stack that did not come back, traffic that was not restored: the next run goes on with it. */
function isUnfinished(phase, { results, progress }) {
    if (progress.of(phase.name)?.stage !== 'returned')
        return true;
    return phase.instances.some(({ id }) => {
        const state = results.get(id)?.rollback?.state;
        return state !== undefined && !['rolled-back', 'no-change', 'kept'].includes(state);
    });
}
function phasesToReturn({ phases, onFailure }, { current }) {
    const names = phases.map(({ name }) => name);
    const reached = (0,open_rollout/* reachedPhases */.ZE)(current, names);
    const wanted = onFailure === 'rollback-wave' ? reached.filter((name) => name === current.failure?.phase) : reached;
    return phases.filter(({ name }) => wanted.includes(name)).toReversed();
}
/** A phase that was judged good returns in place: nobody is harmed by its release meanwhile. */
function leavesFirst({ kind, name }, { progress }) {
    const stage = progress.of(name)?.stage;
    return kind === 'wave' && stage !== 'passed' && stage !== 'returned';
}
function waveOf({ name }, { progress }) {
    const { stage = 'failed', kept = [] } = progress.of(name) ?? {};
    if (stage === 'returned')
        return { judged: stage, kept };
    return { judged: stage === 'passed' || stage === 'incomplete' ? 'good' : 'bad', kept };
}
/** Targets that stay on the release that is left: also those that stayed before and of which this run knows nothing better. */
function keptOf({ targets, instances }, before, { results }) {
    return targets.filter((name) => {
        const own = instances.filter(({ target }) => target.name === name).map(({ id }) => endOf(results.get(id)));
        return own.includes('kept') || (before.includes(name) && own.includes('lost'));
    });
}
function returnWork(recovery, aim, stillBad, releases) {
    const { results, progress, verdicts, ports } = recovery;
    return {
        ports,
        verdicts,
        kept: progress,
        stillBad,
        owed: new Set(owedOf(progress)),
        releases,
        rollBack: async (instance, phase) => {
            await returnInstance(instance, phase, aim, recovery);
            return endOf(results.get(instance.id));
        },
        outputsOf: ({ id }) => results.get(id)?.outputs ?? {},
    };
}
function endOf(result) {
    switch (result?.rollback?.state) {
        case 'rolled-back':
            return 'returned';
        case 'no-change':
            return 'there';
        case 'kept':
            return 'kept';
        default:
            return 'lost';
    }
}
async function returnInstance(instance, phase, aim, { results, ports }) {
    const { id, target, stack } = instance;
    ports.report({ type: 'instance.state', instance: id, target: target.name, stack: stack.key, state: 'rolling-back' });
    const first = await ports.rollback.rollBack(instance, aim);
    // Somebody else changed the stack meanwhile: it is worked out anew, once, as it is when it is deployed.
    const again = first.code !== undefined && !ports.signal.aborted;
    const outcome = again ? await ports.rollback.rollBack(instance, aim) : first;
    const result = returned(results.get(id), (0,rollout_results/* instanceResult */.Rr)(instance, phase, outcome), outcome);
    results.set(id, result);
    ports.report({ type: 'instance.finished', result });
}
/** One honest state of what its deployment and its return came to. */
function returned(deployed, fresh, outcome) {
    const { state, reason } = outcome;
    const because = reason === undefined ? {} : { reason };
    const base = deployed ?? fresh;
    switch (state) {
        case 'rolled-back':
            return { ...base, state, outputs: outcome.outputs, rollback: { state, ...because } };
        case 'no-change':
            // It never had the release, or CloudFormation or an earlier process brought it back.
            return deployed === undefined
                ? { ...fresh, state: 'rolled-back', rollback: { state } }
                : { ...base, rollback: { state } };
        case 'skipped':
            return { ...base, rollback: { state: 'kept', ...because } };
        default: {
            const text = `rollback: ${reason ?? state}`;
            return {
                ...base,
                state,
                reason: text,
                failures: outcome.failures,
                fix: outcome.fix,
                rollback: { state, ...because },
            };
        }
    }
}

// EXTERNAL MODULE: ./src/rollout/revert.ts
var revert = __webpack_require__(13391);
// EXTERNAL MODULE: ./src/rollout/verdict-log.ts
var verdict_log = __webpack_require__(61999);
;// CONCATENATED MODULE: ./src/rollout/rollout.ts












/**
 * Takes a release through the phases of an environment. A phase starts when the one before it was judged good: its
 * stacks by CloudFormation, then its gates, all through its bake. When one fails, what was reached returns to the release
 * it had, as `on-failure` says. How far it is, is kept in AWS, so that a run that was killed is continued by the next one
 * (`rollout.revision` above 0). Every instance ends with exactly one result.
 */
async function runRollout(environment, plans, rollout, ports, pause) {
    const inThisRun = new Set(environment.instances.map(({ id }) => id));
    const selected = {
        ...ports,
        // What is deployed already and not part of this run needs no result: its outputs are read where it is.
        dependencies: (instance) => ports.dependencies(instance).filter((id) => inThisRun.has(id)),
    };
    const run = {
        environment,
        plans,
        results: new Map(),
        progress: createProgress(rollout, ports.journal),
        verdicts: (0,verdict_log/* createVerdictLog */.a)(ports.report),
        ports: selected,
        // After the last phase there is nothing to wait for.
        ...(pause !== undefined && pause.after !== environment.phases.at(-1)?.name && { pause }),
    };
    const stop = blockedByPlan(environment, plans) ?? (await goOn(run));
    if (stop?.state === 'cancelled')
        await leaveOff(run);
    if (stop !== undefined) {
        for (const phase of environment.phases)
            settleUntried(phase, plans, run.results, stop, ports);
    }
    const untried = [...plans.values()].filter(({ instance }) => run.results.get(instance.id)?.startedAt === undefined);
    await (0,discard/* discardPlans */.V)(untried, ports);
    const { current } = run.progress;
    return {
        instances: environment.instances.flatMap(({ id }) => run.results.get(id) ?? []),
        verdicts: run.verdicts.last(),
        ...(stop?.state === 'skipped' && !stop.paused && { failure: stop.reason }),
        ...(stop?.paused && pause !== undefined && { paused: pause.after }),
        ...(current.revision > 0 && { rollout: current }),
    };
}
/** Failures that are known before the start stop the whole rollout while nothing has changed anywhere. */
function blockedByPlan(environment, plans) {
    for (const phase of environment.phases) {
        const failed = phase.targets.filter((target) => phase.instances.some((instance) => instance.target.name === target && plans.get(instance.id)?.preparation?.kind === 'failed'));
        if (failed.length > (0,amount/* toleranceOf */.Lz)(phase.failureTolerance, phase.targets.length)) {
            return { state: 'skipped', reason: `nothing was executed: the plan of ${failed.join(', ')} failed` };
        }
    }
    return undefined;
}
/** From where the rollout is to its end, or to why it cannot go on. */
async function goOn(run) {
    const { environment, progress, ports } = run;
    try {
        const threatened = await (0,revert/* cancelRevert */.TB)(run);
        if (threatened !== undefined)
            return threatened;
        if (progress.current.course === 'rolling-back')
            return await finishRollback(run);
        for (const phase of environment.phases) {
            if (ports.signal.aborted)
                return cancelled();
            const stop = await runPhase(phase, run);
            const end = stop ?? (phase.name === run.pause?.after ? await wait(phase, run) : undefined);
            if (end === undefined)
                continue;
            if (end.state === 'skipped' && !end.paused)
                await giveUp(phase, end, run);
            return end;
        }
        if (progress.current.revision > 0)
            await endWell(run);
        return undefined;
    }
    catch (error) {
        // Without knowing that the next step is kept, nothing further may be written.
        const reason = `the rollout could not go on: ${(0,src_errors/* errorText */.kc)(error)}`;
        ports.report({ type: 'note', level: 'warning', text: reason });
        return { state: 'skipped', reason };
    }
}
/** Targets whose failure was tolerated have not got the release: another run of the same release gets it there. */
async function endWell({ environment, progress }) {
    const incomplete = environment.phases.find(({ name }) => progress.of(name)?.stage === 'incomplete');
    if (incomplete === undefined)
        return progress.decide({ course: 'closed' });
    const failure = { phase: incomplete.name, reason: `not every target of ${incomplete.name} got the release` };
    await progress.decide({ course: 'failed', failure });
}
async function runPhase(phase, run) {
    const { plans, results, progress, verdicts, ports } = run;
    const kept = progress.of(phase.name);
    const earlier = kept?.stage === 'pending' ? undefined : kept;
    const idle = phase.instances.every(({ id }) => plans.get(id)?.preparation?.kind === 'no-change');
    if (idle && (kept === undefined || kept.stage === 'passed'))
        return deployPhase(phase, plans, results, ports);
    const started = earlier?.startedAt ?? new Date(ports.clock.now()).toISOString();
    if (earlier === undefined) {
        const judgement = await (0,rollout_judge/* judgeBefore */.b6)(judged(phase, started, run), ports, verdicts);
        if (judgement.kind !== 'passed')
            return stopFor(judgement, phase, 'before');
    }
    // What was deployed by an earlier process goes on baking; what changes now begins anew.
    const baking = idle && earlier?.stage === 'deployed' ? earlier : undefined;
    if (baking === undefined) {
        await progress.mark(phase.name, { stage: 'started', startedAt: started });
        const drained = idle ? undefined : await drain(phase, run);
        if (drained !== undefined && drained.kind !== 'passed')
            return stopFor(drained, phase, 'before');
    }
    const stop = await deployPhase(phase, plans, results, ports);
    if (stop !== undefined)
        return stop;
    const late = phase.instances.filter(({ id }) => (0,rollout_state/* isFailure */.N6)(results.get(id)?.state ?? 'skipped'));
    const missed = [...new Set(late.map(({ target }) => target.name))];
    const over = missed.length > 0 ? { stage: 'incomplete', startedAt: started, missed } : { stage: 'passed', startedAt: started };
    if (!isJudged(phase, ports)) {
        progress.note(phase.name, over);
        return undefined;
    }
    const promotion = await promote(phase, baking ?? { stage: 'started', startedAt: started }, run);
    if (promotion.kind !== 'passed')
        return stopFor(promotion, phase, 'after');
    // A phase that is waited after is judged once more, over the whole pause, when the rollout is promoted.
    if (phase.name === run.pause?.after)
        return undefined;
    // The last one is kept with the end of the rollout.
    if (phase === run.environment.phases.at(-1))
        progress.note(phase.name, over);
    else
        await progress.mark(phase.name, over);
    return undefined;
}
/** Nobody works on it until it is promoted; the rollout stays open, in the region of every target. */
async function wait(phase, run) {
    const { progress, ports } = run;
    // Nothing of this release was needed so far: there is nothing to judge, and nothing to keep open.
    if (progress.current.revision === 0)
        return { state: 'skipped', reason: `left for promote, after ${phase.name}`, paused: true };
    const { revertAfterMs } = run.pause ?? {};
    const unsafe = revertAfterMs === undefined ? undefined : await (0,revert/* scheduleRevert */._h)(revertAfterMs, run);
    if (unsafe !== undefined)
        return unsafe;
    await progress.decide({ paused: { after: phase.name, at: new Date(ports.clock.now()).toISOString() } });
    return { state: 'skipped', reason: `waits to be promoted, after ${phase.name}`, paused: true };
}
function stopFor(judgement, phase, when) {
    if (judgement.kind === 'held-up')
        return { state: 'skipped', reason: judgement.reason, keeps: true };
    if (judgement.kind !== 'failed')
        return cancelled();
    const what = when === 'before' ? `${phase.name} may not start` : `${phase.name} was judged bad`;
    return { state: 'skipped', reason: `${what}: ${judgement.reason}` };
}
/** After a cancel there is little time. Milliseconds. */
const LEAVE_OFF_MS = 2_000;
/**
 * A run that is cancelled says so, that a newer release may take its place; the same one goes on where this one was.
 * One that cannot say it in time leaves the rollout open, as if it had been killed.
 */
async function leaveOff({ progress, ports }) {
    if (progress.current.revision === 0 || progress.current.course !== 'forward')
        return;
    const failure = { phase: '', reason: 'it was cancelled' };
    const done = new AbortController();
    const budget = ports.clock.sleep(LEAVE_OFF_MS, done.signal).catch(() => undefined);
    const said = progress.batch((rollout) => ({ ...rollout, course: 'failed', failure }), 'keepers');
    await Promise.race([said.catch(() => undefined), budget]);
    done.abort();
}
/** A phase failed: what it and those before it reached returns, or the rollout ends where it is. */
async function giveUp(phase, { reason, keeps }, run) {
    const { environment, progress } = run;
    if (progress.current.revision === 0)
        return;
    const failure = { phase: phase.name, reason };
    const reached = progress.of(phase.name);
    const phases = reached === undefined || reached.stage === 'pending'
        ? {}
        : { [phase.name]: { ...reached, stage: 'failed' } };
    const course = keeps || environment.onFailure === 'stop' ? 'failed' : 'rolling-back';
    await progress.batch((rollout) => ({ ...rollout, course, failure, phases: { ...rollout.phases, ...phases } }), 'everywhere');
    if (course === 'rolling-back')
        await recover(run);
}
/** Somebody else began to roll back and died: that goes on, whatever was asked for now. */
async function finishRollback(run) {
    await recover(run);
    const { failure } = run.progress.current;
    return { state: 'skipped', reason: `this release is being rolled back: ${failure?.reason ?? 'it failed'}` };
}

// EXTERNAL MODULE: ./src/commands/environment.ts + 1 modules
var environment = __webpack_require__(15742);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/tell-later-gates.ts
var tell_later_gates = __webpack_require__(65689);
;// CONCATENATED MODULE: ./src/rollout/admission.ts


/**
 * The rollout that a deployment works on: one of the same release is continued, also by another process; one that is
 * over gives way to a new one. An open one of another release keeps everybody else out (issue 4, 4).
 * @param last the newest copy that was found
 * @throws UserError `rollout-open`, `older-release`
 */
function admit(last, applicant) {
    const { release, owner, supersede, now } = applicant;
    const same = last?.release.id === release.id;
    if (applicant.older !== undefined && !same) {
        throw new src_errors/* UserError */.yo('older-release', `release ${release.id} is older than what is deployed: ${applicant.older}`, {
            fix: ['To return to it on purpose: rollback --to.', 'Or deploy it all the same with --allow-older.'],
        });
    }
    if (last === undefined || last.course === 'closed')
        return (0,open_rollout/* openRollout */.WV)(release, owner, last, now);
    if (same && !(supersede && last.course === 'rolling-back'))
        return continued(last, owner);
    if (last.course === 'failed' || supersede)
        return (0,open_rollout/* openRollout */.WV)(release, owner, last, now);
    const what = last.course === 'rolling-back'
        ? 'being rolled back'
        : last.paused === undefined
            ? 'under way'
            : `waiting after ${last.paused.after} to be promoted`;
    throw new src_errors/* UserError */.yo('rollout-open', `release ${last.release.id}${last.release.commit === undefined ? '' : ` (commit ${last.release.commit.slice(0, 12)})`} is ${what} since ${last.openedAt}, by ${last.owner.who}`, {
        fix: [
            last.paused === undefined
                ? `Let that run end, or continue it: deploy --release ${last.release.id}.`
                : 'Promote it, or give it up: promote, abort.',
            'Or take its place with --supersede: stacks that have its release get this one.',
        ],
    });
}
/** What ended as failed is tried again from where it failed. */
function continued({ paused: _paused, ...last }, owner) {
    if (last.course !== 'failed')
        return { ...last, owner };
    const { failure: _, ...rest } = last;
    const phases = Object.fromEntries(Object.entries(last.phases).map(([name, progress]) => {
        const { bakeSince: __, ...begun } = progress;
        return [name, progress.stage === 'failed' ? { ...begun, stage: 'started' } : progress];
    }));
    return { ...rest, owner, course: 'forward', phases };
}

;// CONCATENATED MODULE: ./src/commands/deploy/older.ts
/** Asking git must not hold a deployment up. Milliseconds. */
const GIT_MS = 5_000;
/**
 * Why a release is older than the one of the last rollout, as far as that can be told: its workflow run began earlier, or
 * its commit is an ancestor. Undefined where it is not, or nobody knows (a checkout of depth 1 has no history).
 */
async function whyOlder(release, last, context) {
    if (last === undefined || last.release.id === release.id)
        return undefined;
    const [mine, theirs] = [runNumber(context.env['GITHUB_RUN_ID']), runNumber(last.owner.run)];
    // Ids of workflow runs grow with time, over all workflows; a re-run keeps its id.
    if (mine !== undefined && theirs !== undefined && mine < theirs) {
        return `this workflow run (${mine}) began before the one that deployed last (${theirs})`;
    }
    if (await isAncestor(release.commit, last.release.commit, context)) {
        return `its commit ${release.commit} is an ancestor of ${last.release.commit}, which was deployed last`;
    }
    return undefined;
}
function runNumber(id) {
    return id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}
const COMMIT = /^[0-9a-f]{40}$/;
async function isAncestor(mine, theirs, { cwd, env, spawn }) {
    if (mine === undefined || theirs === undefined || mine === theirs)
        return false;
    if (!COMMIT.test(mine) || !COMMIT.test(theirs))
        return false;
    try {
        const args = ['merge-base', '--is-ancestor', mine, theirs];
        const options = {
            cwd,
            env: { PATH: env['PATH'] ?? '', HOME: env['HOME'] ?? '' },
            signal: AbortSignal.timeout(GIT_MS),
        };
        const { exitCode } = await spawn('git', args, options);
        return exitCode === 0;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/commands/deploy/admitted-rollout.ts



/**
 * The rollout to work on as home knows it, before anything is planned. Nothing but a rollback that somebody began goes on
 * without knowing the weights.
 * @throws UserError `rollout-open`, `older-release`, `traffic-unreachable`
 */
async function admittedRollout(prepared, options, context) {
    const admitted = admit(prepared.lastRollout, await applicant(prepared, options, context));
    if (prepared.trafficProblem !== undefined && admitted.course !== 'rolling-back')
        throw prepared.trafficProblem;
    return admitted;
}
/**
 * The rollout to work on as all targets know it. Home alone was asked so far; where nothing is to be written, and nothing
 * is open, that is enough.
 * @throws UserError `rollout-open`, `older-release`, `rollout-unknown`, `rolled-back-meanwhile`
 */
async function latestRollout(seen, plans, prepared, options, context) {
    const idle = [...plans.values()].every(({ preparation }) => preparation?.kind === 'no-change');
    if (idle && prepared.rolloutKnown() && seen.revision === 0 && Object.keys(seen.phases).length === 0)
        return seen;
    const lastRollout = await prepared.latestRollout();
    // Nothing was planned for what another run was taking back: there is nothing that anybody has seen.
    if (seen.course === 'rolling-back' && lastRollout?.course !== 'rolling-back') {
        throw new src_errors/* UserError */.yo('rolled-back-meanwhile', `another run has just rolled back release ${seen.release.id}`, {
            fix: ['See why with status. To deploy it all the same, run the same command again.'],
        });
    }
    return admit(lastRollout, await applicant({ ...prepared, lastRollout }, options, context));
}
/** Whose rollout this is: that of the workflow run, else of the process. */
async function applicant({ release, lastRollout }, options, context) {
    const { origin, env, clock } = context;
    const older = options['allow-older'] ? undefined : await whyOlder(release, lastRollout, context);
    return {
        release,
        owner: { run: env['GITHUB_RUN_ID'] ?? origin.runId, who: origin.who },
        supersede: options.supersede === true,
        ...(older !== undefined && { older }),
        now: clock.now(),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/commands/deploy/plan-file.ts


const SCHEMA = 1;
/** The text of a plan file: the plan and a checksum against accidents. */
function writePlan(plan) {
    return `${JSON.stringify({ ...plan, checksum: checksum(plan) }, undefined, 2)}\n`;
}
/**
 * Reads a plan file.
 * @throws UserError `plan-damaged`, `plan-newer`, `plan-of-other`
 */
function readPlan(text, file, environment) {
    const plan = parse(text, file);
    if (plan.application !== environment.application || plan.environment !== environment.name) {
        throw new src_errors/* UserError */.yo('plan-of-other', `${file} is a plan of ${plan.application} ${plan.environment}, not of ${environment.application} ${environment.name}`, {
            fix: ['Name the environment that was planned.'],
        });
    }
    const planned = plan.instances
        .map(({ instance, stackName, region }) => `${instance} (${stackName} in ${region})`)
        .sort();
    const wanted = environment.instances
        .map(({ id, stack, target }) => `${id} (${stack.stackName} in ${target.region})`)
        .sort();
    if (planned.join() !== wanted.join()) {
        throw new src_errors/* UserError */.yo('plan-of-other', `${file} plans ${planned.join(', ')}, and now it would be ${wanted.join(', ')}`, {
            fix: ['Make a new plan: the configuration, targets or without have changed since.'],
        });
    }
    return plan;
}
function parse(text, file) {
    const damaged = new src_errors/* UserError */.yo('plan-damaged', `${file} is not a plan, or was changed after it was made`, {
        fix: ['Make a new plan.'],
    });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw damaged;
    }
    if (typeof value !== 'object' || value === null || !('schema' in value))
        throw damaged;
    if (typeof value.schema === 'number' && value.schema > SCHEMA) {
        throw new src_errors/* UserError */.yo('plan-newer', `${file} was written by a newer version (format ${value.schema})`, {
            fix: ['Use the same version for plan and deploy.'],
        });
    }
    const { checksum: written, ...plan } = value;
    // The checksum covers every member, so a plan that passes it has the shape that `writePlan` gave it.
    if (written !== checksum(plan))
        throw damaged;
    return plan;
}
function checksum(plan) {
    return (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(plan)).digest('hex');
}
/** What the plan file keeps of each instance. */
function plannedInstances(plans) {
    return [...plans.values()].map(({ instance, inputs, preparation }) => ({
        instance: instance.id,
        stackName: instance.stack.stackName,
        region: instance.target.region,
        inputs,
        ...(preparation !== undefined && { preparation: withoutValues(preparation) }),
    }));
}
function withoutValues(preparation) {
    if (preparation.kind !== 'change-set')
        return preparation;
    const { parameters: _values, ...kept } = preparation;
    return kept;
}
/** Text of a plan file. */
function readPlanText(path, { readFile }) {
    const text = readFile(path);
    if (text === undefined) {
        throw new src_errors/* UserError */.yo('plan-missing', `${path} is not there`, { fix: ['Make it with plan --plan-file.'] });
    }
    return text;
}
/** The release that a plan file was made of. */
function readPlanRelease(path, context) {
    return parse(readPlanText(path, context), path).release;
}

;// CONCATENATED MODULE: ./src/commands/deploy/adopt-plan.ts


/**
 * The plans of an earlier run, checked against AWS as it is now: a target whose stack or change set is no longer what
 * was shown refuses the whole deployment while nothing has changed.
 * @throws UserErrors `plan-moved`, and those of reading the file
 */
async function adoptPlan(path, prepared, context) {
    const file = readPlanFile(path, prepared, context);
    const phases = new Map(prepared.environment.phases.flatMap(({ name, instances }) => instances.map(({ id }) => [id, name])));
    const checks = await Promise.all(file.instances.map(async (planned) => {
        const instance = prepared.environment.instances.find(({ id }) => id === planned.instance);
        if (instance === undefined)
            throw new src_errors/* UserError */.yo('plan-of-other', `${path} plans ${planned.instance}, which is not there`);
        const { moved, done } = await compare(instance, planned, prepared);
        const preparation = done ?? planned.preparation;
        const plan = {
            instance,
            phase: phases.get(instance.id) ?? '',
            inputs: planned.inputs,
            explicit: true,
            ...(preparation !== undefined && { preparation }),
        };
        return { plan, moved, done };
    }));
    const moved = checks.flatMap(({ moved }) => moved ?? []);
    if (moved.length > 0)
        throw new src_errors/* UserErrors */.tQ('plan-moved', 'targets have moved since the plan was made; nothing was executed', moved);
    for (const { plan, done } of checks)
        if (done === undefined)
            prepared.ports.adopt(plan.instance);
    return new Map(checks.map(({ plan }) => [plan.instance.id, plan]));
}
function readPlanFile(path, { environment, release }, context) {
    const file = readPlan(readPlanText(path, context), path, environment);
    if (file.release !== release.id) {
        throw new src_errors/* UserError */.yo('plan-of-other', `${path} plans release ${file.release}, not ${release.id}`, {
            fix: ['Leave release out: the plan names its own.'],
        });
    }
    return file;
}
async function compare(instance, planned, { ports }) {
    const refuse = (why) => ({
        moved: new src_errors/* UserError */.yo('plan-moved', `${instance.id} ${why}`, { fix: ['Make a new plan, and have it approved.'] }),
    });
    if (planned.preparation === undefined || planned.preparation.kind === 'failed')
        return {};
    const inputs = await ports.inputs(instance);
    if (inputs.kind === 'failed')
        return refuse(`cannot be checked: ${inputs.preparation.reason}`);
    if (inputs.kind === 'waiting' ||
        planned.inputs.kind === 'waiting' ||
        inputs.fingerprint !== planned.inputs.fingerprint) {
        return refuse('has other parameters or tags than when it was planned');
    }
    return compareStack(instance, planned.preparation, ports, refuse);
}
async function compareStack(instance, preparation, ports, refuse) {
    const { cloudformation } = ports.session(instance);
    if (preparation.kind === 'failed' || preparation.kind === 'unreviewed')
        return {};
    const before = preparation.before;
    const [stack, changeSet] = await Promise.all([
        cloudformation.describeStack(preparation.stackId),
        preparation.kind === 'change-set' ? cloudformation.describeChangeSet(preparation.changeSetId) : undefined,
    ]);
    if (changeSet?.executionStatus === 'EXECUTE_COMPLETE')
        return executed(instance, ports, refuse);
    // An earlier try of the same plan is at work: it is taken over, not refused.
    if (changeSet?.executionStatus.startsWith('EXECUTE_'))
        return {};
    if (before !== undefined &&
        (stack === undefined || (stack.updatedAt ?? stack.createdAt) !== before.changedAt || stack.status !== before.status)) {
        return refuse(`is ${stack?.status ?? 'gone'} and was ${before.status} of ${before.changedAt} when it was planned`);
    }
    if (preparation.kind === 'change-set' && changeSet?.executionStatus !== 'AVAILABLE') {
        return refuse(`has no change set to execute any more (${changeSet?.executionStatus ?? 'it was deleted'})`);
    }
    return {};
}
/** The job of an earlier wave executed it: nothing may be left to do, or somebody changed the stack since. */
async function executed(instance, ports, refuse) {
    const now = await ports.prepare(instance);
    if (now.kind === 'no-change') {
        ports.remember(instance, now.outputs);
        return { done: now };
    }
    if (now.kind === 'change-set')
        await ports.discard(instance, now);
    return refuse(now.kind === 'failed' ? `cannot be checked: ${now.reason}` : 'was changed since its plan was executed');
}

// EXTERNAL MODULE: ./src/commands/deploy/check-sources.ts
var check_sources = __webpack_require__(89323);
;// CONCATENATED MODULE: ./src/commands/deploy/check-only.ts


/**
 * What can be said of a change without credentials: pull requests from forks and from Dependabot get none. The
 * configuration was read already; the templates are read here. Nothing of AWS is called.
 * @throws UserError for what is wrong with a template
 */
async function checkOnly(environment, startedAt, context) {
    const checked = await (0,check_sources/* checkSources */.B)(environment, context);
    const note = `${checked}; AWS was not asked what would change, because this run has no credentials (pull requests from forks and from Dependabot get none)`;
    return (0,result/* runResult */.X)(environment, { command: 'plan', startedAt, instances: [], planned: true, notes: [note] }, context);
}

;// CONCATENATED MODULE: ./src/commands/deploy/planned-phases.ts

/** The order of a rollout, with how each phase is watched and how its traffic moves. */
function plannedPhases({ phases }, plans, traffic) {
    // What has no plan is not deployed by this run: it goes on with a rollback, which says itself what it does.
    const changing = phases.filter(({ instances }) => instances.some(({ id }) => plans.has(id) && plans.get(id)?.preparation?.kind !== 'no-change'));
    const waves = changing.filter(({ kind }) => kind === 'wave');
    const moves = traffic && plannedMoves(waves, traffic.weights, traffic.active, traffic.settings);
    return phases.map((phase) => {
        const { name, targets, bakeMs } = phase;
        const own = moves?.get(name);
        return {
            name,
            targets,
            ...(bakeMs > 0 && changing.includes(phase) && { bakeMs }),
            ...(traffic !== undefined && own !== undefined && { traffic: { settleMs: traffic.driver.settleMs, moves: own } }),
        };
    });
}

;// CONCATENATED MODULE: ./src/commands/deploy/describe-plans.ts


/** The plan of a deployment as it is shown: what changes in each stack, what to know of it, and how traffic moves. */
async function describePlans(environment, plans, { release, templateOf, earlierMs, forecast, seenTraffic }) {
    const ordered = environment.phases.flatMap(({ instances }) => instances).flatMap(({ id }) => plans.get(id) ?? []);
    return {
        environment: environment.name,
        release: release.id,
        ...(release.commit !== undefined && { commit: release.commit }),
        instances: await Promise.all(ordered.map(async (item) => {
            const earlier = earlierMs.get(item.instance.id);
            const template = templateOf(item.instance.stack.key);
            const { switchesAtOnce, inRegion } = template;
            const shown = (0,plan/* describePlan */.d)(item, {
                switchesAtOnce,
                ...(inRegion !== undefined && { inRegion }),
                ...(earlier !== undefined && { earlierMs: earlier }),
            });
            const without = [...releasedWithout(item.instance.stack, template), ...pausing(item.instance, template)];
            return { ...shown, notes: [...shown.notes, ...without, ...(await forecast(item))] };
        })),
        phases: plannedPhases(environment, plans, await seenTraffic()),
    };
}
/** A release is what it was when it was made: `in-region` adds nothing to one that comes by its id. */
function releasedWithout({ inRegion }, { unshifted }) {
    if (inRegion === undefined || unshifted.length === 0)
        return [];
    return [
        `in-region ${inRegion} is not in this release, which was made without it: ${unshifted.join(', ')} switch to the new code at once`,
    ];
}
/** What is paused, and what that costs: queues and streams keep what arrives, EventBridge does not. */
function pausing({ settings }, { consumers }) {
    const kinds = (settings.pauseConsumers ?? []).filter((kind) => consumers.has(kind));
    if (kinds.length === 0)
        return [];
    const names = kinds.map((kind) => (kind === 'mapping' ? 'event source mappings' : `${kind}s`)).join(', ');
    const lost = kinds.some((kind) => kind !== 'mapping')
        ? '; what rules and schedules would have sent meanwhile is lost'
        : '';
    return [`pause-consumers: ${names} that are enabled are disabled while the stack is updated${lost}`];
}

// EXTERNAL MODULE: ./src/report/exit-codes.ts
var exit_codes = __webpack_require__(22675);
// EXTERNAL MODULE: ./src/aws/ports.ts
var aws_ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/release/hash.ts
var hash = __webpack_require__(35109);
// EXTERNAL MODULE: ./src/commands/bucket-of.ts
var bucket_of = __webpack_require__(25326);
// EXTERNAL MODULE: ./src/commands/deploy/target-settings.ts
var target_settings = __webpack_require__(71349);
;// CONCATENATED MODULE: ./src/commands/deploy/kept-plan.ts







const ID = /^[0-9a-f]{16}$/;
/**
 * Puts a plan into the bucket of the home target, or of the first other one that takes it.
 * @returns its id, which says what is in it
 * @throws UserError `plan-not-kept`
 */
async function storePlan(text, environment, context) {
    const id = (0,hash/* sha256 */.s)(text).slice(0, 16);
    const errors = [];
    for (const target of homeFirst(environment)) {
        try {
            const place = await placeOf(target, environment, context);
            if (place === undefined)
                continue;
            await place.storage.putText(place.bucket, place.key(id), text);
            return id;
        }
        catch (error) {
            if (!(error instanceof aws_ports/* AwsError */.G || error instanceof src_errors/* UserError */.yo))
                throw error;
            errors.push(`${target.name}: ${(0,src_errors/* errorText */.kc)(error)}`);
        }
    }
    throw new src_errors/* UserError */.yo('plan-not-kept', `no bucket took the plan (${errors.join('; ') || 'there is none'})`, {
        fix: [`Keep it in a file: ${context.nameOption('plan-file')}.`],
    });
}
/**
 * Options and context of a deployment in which the plan that the option `plan` names is a plan file like any other.
 * @throws UserError `plan-unknown`, `plan-damaged`, `plan-newer`
 */
async function withKeptPlan(chosen, options, context) {
    const { plan: id, ...others } = options;
    if (id === undefined)
        return { options, context };
    if (options['plan-file'] !== undefined) {
        const [one, other] = [context.nameOption('plan'), context.nameOption('plan-file')];
        throw new src_errors/* UserError */.yo('plan-twice', `${one} and ${other} both name a plan`, { fix: ['Leave one of them out.'] });
    }
    const name = `plan ${id}`;
    const path = (0,external_node_path_.join)(context.cwd, name);
    const text = await findPlan(id, chosen, context);
    const reading = { ...context, readFile: (file) => (file === path ? text : context.readFile(file)) };
    return {
        options: { ...others, 'plan-file': name, release: options.release ?? readPlanRelease(path, reading) },
        context: reading,
    };
}
async function findPlan(id, { environment, excluded }, context) {
    const unknown = (why) => new src_errors/* UserError */.yo('plan-unknown', `there is no plan ${id} of ${environment.application} ${environment.name}${why}`, {
        fix: ['Take the id from the summary of the run of plan --keep-plan, for the same environment and targets.'],
    });
    if (!ID.test(id))
        throw unknown(': an id has 16 hexadecimal digits');
    const silent = [];
    for (const target of homeFirst(environment).filter(({ name }) => !excluded.has(name))) {
        try {
            const place = await placeOf(target, environment, context);
            const found = place && (await place.storage.getText(place.bucket, place.key(id)));
            // What is stored under an id must be what the id was made of.
            if (found !== undefined && (0,hash/* sha256 */.s)(found.text).startsWith(id))
                return found.text;
        }
        catch (error) {
            if (!(error instanceof aws_ports/* AwsError */.G || error instanceof src_errors/* UserError */.yo))
                throw error;
            silent.push(`${target.name} could not be asked: ${(0,src_errors/* errorText */.kc)(error)}`);
        }
    }
    throw unknown(silent.length === 0 ? '' : ` (${silent.join('; ')})`);
}
function homeFirst({ targets, home }) {
    return targets.toSorted((a, b) => Number(b.name === home) - Number(a.name === home));
}
async function placeOf(target, environment, context) {
    const settings = (0,target_settings/* settingsOf */.f)(environment, target.name);
    const session = context.aws.session(target);
    const bucket = await (0,bucket_of/* bucketOf */.A)(session, settings, context);
    if (bucket === undefined)
        return undefined;
    const { artifactPrefix: prefix } = settings;
    const folder = [prefix, 'sam-multi-region', 'plans', encodeURIComponent(environment.application)]
        .filter(Boolean)
        .join('/');
    const key = (id) => `${folder}/${encodeURIComponent(environment.name)}/${id}.json`;
    return { storage: session.storage, bucket, key };
}

;// CONCATENATED MODULE: ./src/commands/deploy/planned-results.ts

/** A plan has states too: what failed, and what would not change. */
function plannedResults(environment, plans, cancelled) {
    return environment.phases.flatMap((phase) => phase.instances.map((instance) => {
        const preparation = plans.get(instance.id)?.preparation;
        const details = preparation === undefined ? {} : { preparation };
        switch (preparation?.kind) {
            case 'failed':
                return (0,rollout_results/* instanceResult */.Rr)(instance, phase, { ...preparation, outputs: {} }, details);
            case 'no-change':
                return (0,rollout_results/* instanceResult */.Rr)(instance, phase, { state: 'no-change', stackId: preparation.stackId, failures: [], fix: [], outputs: preparation.outputs }, details);
            default:
                return (0,rollout_results/* instanceResult */.Rr)(instance, phase, cancelled ? (0,rollout_results/* notTried */.QI)('cancelled', 'cancelled before it was executed') : (0,rollout_results/* notTried */.QI)('skipped', 'planned only'), details);
        }
    }));
}

;// CONCATENATED MODULE: ./src/commands/deploy/end-plan.ts








/** Ends a run that only plans, or was cancelled: what was made is kept where that was asked for, and deleted otherwise. */
async function endPlan(plans, shown, details, prepared, options, context) {
    const { environment, ports } = prepared;
    const { command } = details;
    const file = options['plan-file'];
    const instances = plannedResults(environment, plans, context.signal.aborted);
    const failed = instances.some(({ state }) => (0,rollout_state/* isFailure */.N6)(state));
    const kept = command === 'plan' && !failed && !context.signal.aborted;
    const byId = kept && options['keep-plan'] === true;
    const notes = [];
    if (kept && file !== undefined)
        await keepPlan((0,external_node_path_.join)(context.cwd, file), plans, prepared, context);
    if (byId)
        notes.push(await keepById(plans, prepared, context));
    if (!byId && !(kept && file !== undefined))
        await (0,discard/* discardPlans */.V)(plans.values(), ports);
    const changes = shown.instances.some(({ kind }) => kind !== 'no-change');
    return (0,result/* runResult */.X)(environment, {
        ...details,
        instances,
        plan: shown,
        planned: true,
        notes,
        ...(options['fail-on-changes'] && changes && { exitCode: exit_codes/* exitCodes */.h.failed }),
    }, context);
}
async function keepPlan(path, plans, { environment, release }, context) {
    await context.writeFile(path, planText(plans, { environment, release }));
    context.report({
        type: 'note',
        level: 'info',
        text: `the plan is in ${(0,external_node_path_.relative)(context.cwd, path)}; its change sets wait for deploy --plan-file`,
    });
}
/** What nobody could find again is not left behind. */
async function keepById(plans, { environment, release, ports }, context) {
    try {
        const id = await storePlan(planText(plans, { environment, release }), environment, context);
        return `the plan is ${id}; its change sets wait for deploy --plan ${id}`;
    }
    catch (error) {
        await (0,discard/* discardPlans */.V)(plans.values(), ports);
        throw error;
    }
}
function planText(plans, { environment, release }) {
    return writePlan({
        schema: 1,
        application: environment.application,
        environment: environment.name,
        release: release.id,
        instances: plannedInstances(plans),
    });
}

// EXTERNAL MODULE: ./src/records/rollout-journal.ts
var rollout_journal = __webpack_require__(17509);
// EXTERNAL MODULE: ./src/commands/active-targets.ts
var active_targets = __webpack_require__(66805);
// EXTERNAL MODULE: ./src/commands/consumer-roles.ts
var consumer_roles = __webpack_require__(39860);
// EXTERNAL MODULE: ./src/commands/inventory-place.ts
var inventory_place = __webpack_require__(26088);
// EXTERNAL MODULE: ./src/commands/refuse-drill.ts
var refuse_drill = __webpack_require__(95824);
// EXTERNAL MODULE: ./src/records/history-document.ts
var history_document = __webpack_require__(51078);
// EXTERNAL MODULE: ./src/rollout/rollback-loss.ts
var rollback_loss = __webpack_require__(77589);
// EXTERNAL MODULE: ./src/rollout/rollback-plan.ts + 1 modules
var rollback_plan = __webpack_require__(95679);
// EXTERNAL MODULE: ./src/template/stateful.ts
var stateful = __webpack_require__(93420);
// EXTERNAL MODULE: ./src/commands/rollback/artifacts.ts
var artifacts = __webpack_require__(11172);
;// CONCATENATED MODULE: ./src/commands/rollback/forecast.ts





/**
 * Whether a stack could return to what it has now if the planned change were executed and failed later: told before the
 * rollout starts. Undefined where nothing is recorded of it (the `sam` engine) or nothing was planned.
 */
async function forecastRollback({ instance, preparation }, { recorder, acceptDataLoss, retained }) {
    const draft = recorder.draft(instance.id);
    if (preparation?.kind !== 'change-set' || draft === undefined)
        return undefined;
    const { id, stack } = instance;
    const { scope, returns = scope === 'regional' } = stack;
    if (!returns)
        return { instance: id, kind: 'stays', reason: `a ${scope} stack is not rolled back`, notes: [] };
    if (preparation.type === 'CREATE') {
        return {
            instance: id,
            kind: 'stays',
            reason: 'it is made by this release: a rollback deletes no stack',
            notes: [],
        };
    }
    const target = whatItHas(draft.proof);
    if (typeof target === 'string')
        return { instance: id, kind: 'refused', reason: target, notes: [] };
    const { session, bucket } = draft.stack;
    const place = { storage: session.storage, bucket };
    const delivered = new Set(draft.asked.artifacts.map(({ key, sha256 }) => `${key} ${sha256}`));
    const others = target.asked.artifacts.filter(({ key, sha256 }) => !delivered.has(`${key} ${sha256}`));
    const template = (0,history_document/* keptTemplate */.Le)(draft.stored.document, target.asked.template.sha256);
    const stored = target.asked.template.url !== undefined;
    return (0,rollback_plan/* judgeRollback */.im)({
        instance: id,
        target,
        current: { ...target, asked: draft.asked },
        // One that lies in the bucket on its own is looked at when it is needed.
        ...((template !== undefined || stored) && { template: template ?? '' }),
        missingArtifacts: await (0,artifacts/* absentArtifacts */.h)(others, place),
        deployedParameters: new Set(Object.keys(draft.asked.parameters)),
        given: new Set(),
        shiftedAtOnce: [],
        atRisk: (0,rollback_loss/* stateAtRiskOfLeaving */.h)(preparation.changes, retained(stack.key), stateful/* isStateful */.V),
        acceptDataLoss,
    });
}
function whatItHas(proof) {
    if (proof === undefined)
        return 'it is new';
    if (proof.kind === 'none')
        return proof.reason;
    if (proof.kind === 'behind')
        return 'what it has was deployed by a run that was lost before it wrote its record';
    return proof.records.at(-1) ?? 'nothing is recorded of it';
}
/** What the plan says of it. */
function forecastNotes(step) {
    if (step === undefined)
        return [];
    const { kind, reason, needs, to, notes } = step;
    const accept = needs === undefined ? '' : ' (accept-data-loss allows it)';
    switch (kind) {
        case 'returns':
            return notes.map((note) => `if it is rolled back to ${to?.id}: ${note}`);
        case 'stays':
            return [`would stay as it is in a rollback: ${reason}`];
        case 'refused':
            return [`could not be rolled back: ${reason}${accept}`];
    }
}

// EXTERNAL MODULE: ./src/commands/rollback/rollback-work.ts + 2 modules
var rollback_work = __webpack_require__(90088);
// EXTERNAL MODULE: ./src/commands/visible-weights.ts
var visible_weights = __webpack_require__(44292);
// EXTERNAL MODULE: ./src/stack/index.ts + 28 modules
var stack = __webpack_require__(53860);
// EXTERNAL MODULE: ./src/commands/deploy/consumers-of.ts
var consumers_of = __webpack_require__(44123);
// EXTERNAL MODULE: ./src/commands/deploy/pause-consumers.ts + 1 modules
var pause_consumers = __webpack_require__(69681);
// EXTERNAL MODULE: ./src/commands/deploy/recorder.ts + 1 modules
var deploy_recorder = __webpack_require__(57508);
;// CONCATENATED MODULE: ./src/commands/deploy/read-ahead.ts

/** What was read longer ago is read again. Milliseconds. */
const FRESH_MS = 5_000;
/**
 * CloudFormation with a stack, and the change set that was executed on it last, asked for now: both are needed as soon
 * as artifacts are copied, which takes calls of its own. Each answer serves once, and only while it is fresh; whatever
 * is asked after that is asked anew.
 */
function readAhead(cloudformation, stackName, clock) {
    const askedAt = clock.now();
    const stack = cloudformation.describeStack(stackName);
    const changeSet = stack.then((found) => (0,deploy_recorder/* lastChangeSet */.h)(found, { session: { cloudformation } }));
    // Thrown to whoever asks; nobody may ask at all.
    for (const answer of [stack, changeSet])
        answer.catch(() => undefined);
    const left = new Set([stack, changeSet]);
    const take = (answer) => left.delete(answer) && clock.now() - askedAt < FRESH_MS;
    let executed;
    return {
        ...cloudformation,
        describeStack: async (nameOrId) => {
            if (nameOrId !== stackName || !take(stack))
                return cloudformation.describeStack(nameOrId);
            const found = await stack;
            executed = found?.changeSetId;
            return found;
        },
        describeChangeSet: (id, options) => id === executed && options === undefined && take(changeSet)
            ? changeSet
            : cloudformation.describeChangeSet(id, options),
    };
}

// EXTERNAL MODULE: ./src/stack/operation.ts
var operation = __webpack_require__(25141);
// EXTERNAL MODULE: ./src/stack/parameters.ts
var parameters = __webpack_require__(48598);
;// CONCATENATED MODULE: ./src/commands/deploy/recorded-stack.ts

/** What is recorded of a stack that gets a release. */
function recordedStack(instance, request, release, { resolved, delivered, declared }, { session }) {
    const { body, url, bucket, artifacts } = delivered;
    const { id, commit } = release;
    const noEcho = request.declaredParameters.filter((parameter) => parameter.noEcho).map(({ name }) => name);
    const { serviceRole } = request;
    return {
        instance: instance.id,
        target: instance.target.name,
        session,
        bucket,
        description: request.description ?? '',
        subject: {
            release: { id, ...(commit !== undefined && { commit }) },
            template: { sha256: (0,hash/* sha256 */.s)(body), ...(url !== undefined && { url }) },
            artifacts,
            taken: resolved.taken,
            secretParameters: new Set([...noEcho, ...resolved.fromStore.parameters]),
            secretTags: new Set(resolved.fromStore.tags),
            defaults: Object.fromEntries(declared.flatMap(({ name, defaultText }) => (defaultText === undefined ? [] : [[name, defaultText]]))),
            tags: request.tags,
            capabilities: request.capabilities,
            ...(serviceRole !== undefined && { serviceRole }),
            notificationArns: request.notificationArns,
        },
        ...(url === undefined && { template: body }),
    };
}

// EXTERNAL MODULE: ./src/commands/deploy/work-of.ts
var work_of = __webpack_require__(68037);
;// CONCATENATED MODULE: ./src/commands/deploy/record-keeping.ts





function createRecordKeeping(options, context) {
    const { release, targets, templateOf, delivery, recorder } = options;
    const warn = ({ target }, text) => context.report({ type: 'note', level: 'warning', text, target: target.name });
    return {
        async adopted(instance, request, resolved, outcome) {
            const { id, stack, settings } = instance;
            const work = (0,work_of/* workOf */.L)(instance, targets);
            try {
                const deployed = await work.session.cloudformation.describeStack(outcome.stackId ?? stack.stackName);
                if (deployed === undefined || delivery === undefined)
                    return;
                const delivered = await delivery.deliver(stack.key, work.session, await work.bucket(settings));
                const parts = { resolved, delivered, declared: templateOf(stack.key).parameters };
                const recorded = recordedStack(instance, request, release, parts, work);
                const sent = (0,parameters/* changeSetParameters */.h)(request, new Set(Object.keys(deployed.parameters)));
                await recorder.describe(recorded, sent, deployed);
                await recorder.unchanged(id, { outputs: outcome.outputs, changedAt: (0,operation/* changedAt */.Ek)(deployed) });
            }
            catch (error) {
                warn(instance, `${id} cannot be rolled back to this release, its record was not written: ${(0,src_errors/* errorText */.kc)(error)}`);
            }
        },
        async keepRelease(instance) {
            const { session, findBucket } = (0,work_of/* workOf */.L)(instance, targets);
            try {
                const bucket = await findBucket(instance.settings);
                if (bucket !== undefined)
                    await delivery?.keep(session, bucket, instance.settings.artifactPrefix);
            }
            catch (error) {
                const where = instance.target.name;
                warn(instance, `the release was not kept in ${where}, so a later job may have to find it elsewhere: ${(0,src_errors/* errorText */.kc)(error)}`);
            }
        },
    };
}

// EXTERNAL MODULE: ./src/origin.ts
var origin = __webpack_require__(52837);
;// CONCATENATED MODULE: ./src/commands/deploy/stack-request.ts


/** What an engine is asked to make of one stack. */
function stackRequest(instance, resolved, template, { release, templateOf, earlierMs }, { origin }) {
    const { settings, stack } = instance;
    const expectedMs = earlierMs.get(instance.id)?.at(-1);
    const { parameters: declaredParameters, hasNestedStacks } = templateOf(stack.key);
    return {
        instance: instance.id,
        stackName: stack.stackName,
        template,
        declaredParameters,
        parameters: resolved.parameters,
        missingParameters: settings.missingParameters,
        tags: resolved.tags,
        capabilities: settings.capabilities,
        ...(settings.serviceRole !== undefined && { serviceRole: settings.serviceRole }),
        notificationArns: settings.notificationArns,
        ...(settings.terminationProtection !== undefined && { terminationProtection: settings.terminationProtection }),
        ...(settings.stackPolicy !== undefined && { stackPolicy: settings.stackPolicy }),
        ...(settings.rollbackTriggers !== undefined && { rollbackTriggers: settings.rollbackTriggers }),
        disableRollback: settings.disableRollback,
        revertDrift: settings.revertDrift,
        ...(settings.express && { express: true }),
        timeoutMs: settings.timeoutMs,
        hasNestedStacks,
        ...(expectedMs !== undefined && { expectedMs }),
        runId: origin.runId,
        description: `release ${release.id}${release.commit === undefined ? '' : ` of commit ${release.commit}`}`,
    };
}
/** What the work on one stack may use. */
function stackPorts(instance, work, templateOf, context) {
    const { shifted } = templateOf(instance.stack.key);
    return {
        cloudformation: work.session.cloudformation,
        codeDeploy: work.session.codeDeploy,
        ...(shifted !== undefined && { shifted }),
        clock: context.clock,
        report: context.report,
        signal: context.signal,
        beforeWrite: async () => (await work.lease()).assertHeld(),
        isDeadRun: (runId) => (0,origin/* isDeadRun */.M)(runId, context.origin, context.processGone),
        locate: (path) => templateOf(instance.stack.key).locate(path),
        alarmKinds: (arns) => work.session.alarmKinds(arns),
        target: instance.target.name,
        isStateful: stateful/* isStateful */.V,
    };
}

;// CONCATENATED MODULE: ./src/commands/deploy/changeset-engine.ts









/** CloudFormation change sets through the SDK: what was reviewed is executed. */
function createChangeSetEngine(options, context) {
    const requests = new Map();
    const adopted = new Map();
    const pace = (0,stack/* createPaces */.$o)();
    const lastReads = new Map();
    const portsFor = (instance) => ({
        ...stackPorts(instance, (0,work_of/* workOf */.L)(instance, options.targets), options.templateOf, context),
        repair: options.repair,
        waits: options.waits,
        pace,
    });
    const requestOf = (instance) => {
        const request = requests.get(instance.id);
        if (request === undefined)
            throw new src_errors/* InternalError */.Gd(`${instance.id} is executed before it is prepared`);
        return request;
    };
    const records = createRecordKeeping(options, context);
    /** Undefined where the template has nothing that could be paused. */
    const consumers = async (instance) => {
        const { size } = options.templateOf(instance.stack.key).consumers;
        return size > 0 ? (0,consumers_of/* consumersOf */.d)(instance, (0,work_of/* workOf */.L)(instance, options.targets), options, context) : undefined;
    };
    return {
        adopt: (instance, inputs) => {
            // The change set holds its template already.
            adopted.set(instance.id, inputs.resolved);
            requests.set(instance.id, stackRequest(instance, inputs.resolved, { body: '' }, options, context));
        },
        align: async (instance, preparation) => {
            await (0,stack/* alignSettings */.d9)(requestOf(instance), preparation, portsFor(instance));
            const { outputs, before } = preparation;
            const isNew = await options.recorder.unchanged(instance.id, { outputs, changedAt: before.changedAt });
            if (isNew)
                await records.keepRelease(instance);
            // A run that died after its update has left them as the template says.
            await options.roles?.settle(instance);
        },
        prepare: async (instance, inputs) => {
            const work = (0,work_of/* workOf */.L)(instance, options.targets);
            await work.session.account();
            const { deadRuns } = await work.lease();
            const bucket = await work.findBucket(instance.settings);
            if (bucket === undefined || options.delivery === undefined) {
                const { resourceCount } = options.templateOf(instance.stack.key);
                return withoutBucket(instance, resourceCount, work.session);
            }
            options.recorder.open({ instance: instance.id, session: work.session, bucket });
            const cloudformation = readAhead(work.session.cloudformation, instance.stack.stackName, context.clock);
            const delivered = await options.delivery.deliver(instance.stack.key, work.session, bucket);
            const { body, url } = delivered;
            for (const text of delivered.notes)
                context.report({ type: 'note', level: 'info', text, target: instance.target.name });
            const template = { body, ...(url !== undefined && { url }) };
            const request = stackRequest(instance, inputs.resolved, template, options, context);
            requests.set(instance.id, request);
            const parts = {
                resolved: inputs.resolved,
                delivered,
                declared: options.templateOf(instance.stack.key).parameters,
            };
            const session = { ...work.session, cloudformation };
            const recorded = recordedStack(instance, request, options.release, parts, { session });
            const preparation = await (0,stack/* prepareStack */.eK)(request, {
                ...portsFor(instance),
                cloudformation: {
                    ...cloudformation,
                    describeStack: async (nameOrId) => {
                        const stack = await cloudformation.describeStack(nameOrId);
                        if (nameOrId === request.stackName && stack !== undefined)
                            lastReads.set(instance.id, { stack, at: context.clock.now() });
                        return stack;
                    },
                },
                deadRuns,
                describe: (parameters, stack) => options.recorder.describe(recorded, parameters, stack),
            });
            // A run that died in between has left them disabled. Where the stack is not at rest yet, they stay so.
            const state = preparation.kind === 'failed' ? preparation.state : 'succeeded';
            if (options.repair)
                await (await consumers(instance))?.after({ state });
            return preparation;
        },
        execute: async (instance, preparation) => {
            const lastRead = lastReads.get(instance.id);
            const ports = { ...portsFor(instance), ...(lastRead && { lastRead }) };
            const changeSet = changeSetOf(preparation);
            const kinds = new Set(instance.settings.pauseConsumers);
            const pause = kinds.size > 0 && changeSet.type === 'UPDATE' && (await consumers(instance));
            if (pause)
                await pause.pause(changeSet.stackId, kinds, changeSet.changes);
            await options.recorder.about(instance.id);
            const outcome = await (0,stack/* executeStack */._c)(requestOf(instance), changeSet, ports);
            if (pause)
                await pause.after(outcome);
            const { state, outputs } = outcome;
            if ((0,pause_consumers/* isOver */.P)(state))
                await options.roles?.settle(instance);
            if (state !== 'succeeded')
                return outcome;
            const resolved = adopted.get(instance.id);
            const changed = outcome.changedAt === undefined ? {} : { changedAt: outcome.changedAt };
            await Promise.all([
                resolved === undefined
                    ? options.recorder.succeeded(instance.id, { state, outputs, ...changed })
                    : records.adopted(instance, requestOf(instance), resolved, outcome),
                records.keepRelease(instance),
            ]);
            return outcome;
        },
        discard: (instance, preparation) => (0,stack/* discardPreparation */.ap)(requestOf(instance), changeSetOf(preparation), portsFor(instance)),
    };
}
/** Before the first deployment of anything there: nothing was uploaded, so CloudFormation cannot be asked. */
async function withoutBucket({ stack }, resourceCount, { cloudformation }) {
    const found = await cloudformation.describeStack(stack.stackName);
    const isNew = found === undefined || found.status === 'REVIEW_IN_PROGRESS';
    const changes = isNew
        ? `the stack is new, everything in the template would be created (resources before transforms and conditions: ${resourceCount})`
        : 'what would change in the stack is known then';
    return {
        kind: 'unreviewed',
        notes: [`there is no bucket for artifacts yet, the deployment makes it; ${changes}`],
    };
}
function changeSetOf(preparation) {
    if (preparation.kind === 'change-set')
        return preparation;
    throw new src_errors/* InternalError */.Gd('this engine executes change sets only');
}

// EXTERNAL MODULE: ./src/commands/deploy/check-templates.ts + 1 modules
var check_templates = __webpack_require__(58722);
// EXTERNAL MODULE: ./src/commands/deploy/drain-first.ts
var drain_first = __webpack_require__(37145);
// EXTERNAL MODULE: ./src/commands/deploy/journal.ts
var deploy_journal = __webpack_require__(81411);
// EXTERNAL MODULE: ./src/commands/deploy/prove-targets.ts
var prove_targets = __webpack_require__(40369);
// EXTERNAL MODULE: ./src/records/inventory.ts
var inventory = __webpack_require__(95330);
;// CONCATENATED MODULE: ./src/commands/deploy/record-inventory.ts



/**
 * Notes which stacks there are now, so that `status` can name orphans when the configuration forgets them.
 * @param known what {@link readEarlier} read: nothing is read again unless somebody else has written since
 */
async function recordInventory({ whole, excluded }, results, known, context) {
    if (context.signal.aborted || !mayAskHome(whole, excluded))
        return;
    try {
        const place = known?.place ?? (await (0,inventory_place/* inventoryPlace */.W)(whole, context));
        if (place === undefined)
            return;
        await (0,inventory/* updateInventory */.Q5)(place, { add: results.flatMap((result) => entryOf(result, whole) ?? []) }, known);
    }
    catch (error) {
        // The deployment is done, whatever this comes to: its result must reach the user.
        context.report({
            type: 'note',
            level: 'warning',
            text: `the inventory was not updated, so status may miss orphans: ${(0,src_errors/* errorText */.kc)(error)}`,
        });
    }
}
function entryOf(result, whole) {
    const { instance, stackName, target, region, stackId, state, startedAt, endedAt } = result;
    if (stackId === undefined)
        return undefined;
    // arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/ID
    const account = stackId.split(':')[4] ?? '';
    const known = state === 'succeeded' && startedAt !== undefined && endedAt !== undefined;
    const tookMs = known ? { tookMs: [Date.parse(endedAt) - Date.parse(startedAt)] } : {};
    const { serviceRole, artifactBucket } = whole.instances.find(({ id }) => id === instance)?.settings ?? {};
    const settings = {
        ...(serviceRole !== undefined && { serviceRole }),
        ...(artifactBucket !== undefined && { artifactBucket }),
    };
    return { instance, stackName, target, region, account, settings, ...tookMs };
}
/**
 * The inventory as earlier runs left it: how long each stack took last time is in it. Undefined when nobody can tell.
 * @param bucket of the home target, where this run works on it
 */
async function readEarlier({ whole, excluded }, bucket, context) {
    if (!mayAskHome(whole, excluded))
        return undefined;
    try {
        const place = await record_inventory_placeOf(whole, bucket, context);
        return place && { ...(await (0,inventory/* openInventory */.Vl)(place)), place };
    }
    catch {
        // Only an estimate hangs on it. Whatever is wrong there is reported by what needs it.
        return undefined;
    }
}
async function record_inventory_placeOf(whole, bucket, context) {
    if (bucket === undefined)
        return (0,inventory_place/* inventoryPlace */.W)(whole, context);
    const { storage } = context.aws.session((0,inventory_place/* homeOf */.l)(whole));
    return { storage, bucket: await bucket(), application: whole.application, environment: whole.name };
}
/** Milliseconds of each stack's last deployments, by instance. */
function durationsOf(known) {
    const entries = known?.entries ?? [];
    return new Map(entries.flatMap(({ instance, tookMs }) => (tookMs === undefined ? [] : [[instance, tookMs]])));
}
/** A target that was left out by name may be lost: it is never called. */
function mayAskHome(whole, excluded) {
    return !excluded.has((0,inventory_place/* homeOf */.l)(whole).name);
}

// EXTERNAL MODULE: ./src/commands/rollback/recorded-state.ts
var recorded_state = __webpack_require__(75087);
;// CONCATENATED MODULE: ./src/commands/deploy/recorded-outputs.ts



/**
 * Reads them from the records of the stack that takes them, in its own region: those of the lost region are lost with it.
 * Only what that stack vouches for is used, because it goes into parameters.
 */
function createRecordedOutputs(recorder, context) {
    const newest = new Map();
    const read = async (taker) => {
        const state = await (0,recorded_state/* readRecordedState */.G)(taker, recorder, context);
        return state === undefined || state.proof.kind === 'none' ? undefined : state.proof.records.at(-1);
    };
    return async (taker, source) => {
        const known = newest.get(taker.id) ?? read(taker);
        newest.set(taker.id, known);
        return (await known)?.asked.taken[source.id];
    };
}
/** Whether nobody answers there: the region is lost, or was left out by name. */
function isLost(error) {
    if (error instanceof aws_ports/* AwsError */.G)
        return error.kind === 'unreachable';
    return error instanceof src_errors/* UserError */.yo && error.code === 'left-out';
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./src/release/artifact-store.ts


const DOWNLOADS_AT_ONCE = 4;
/** A connection that breaks in the middle of a body is not retried by the SDK. */
const ATTEMPTS = 4;
/** @param folder made when the first artifact is fetched, and deleted by `dispose` */
function createArtifactStore(origin) {
    const fetched = new Map();
    const limit = lazy(async () => (await __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 70370))).default(DOWNLOADS_AT_ONCE));
    return {
        async fetch(key) {
            let artifact = fetched.get(key);
            if (!artifact) {
                const path = `${origin.folder}/${fetched.size}`;
                artifact = limit().then((run) => run(() => download(origin.storage, origin.bucket, key, path)));
                fetched.set(key, artifact);
            }
            return artifact;
        },
        async dispose() {
            await Promise.allSettled(fetched.values());
            const { rm } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 23));
            await rm(origin.folder, { recursive: true, force: true });
        },
    };
}
/** Streams an object to a file and hashes it on the way. */
async function download(storage, bucket, key, path) {
    const [{ createWriteStream }, { mkdir }, { dirname }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 73024, 23)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 23)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 76760, 23)),
    ]);
    await mkdir(dirname(path), { recursive: true });
    for (let attempt = 1;; attempt += 1) {
        const { head, body } = await artifact_store_open(storage, bucket, key);
        try {
            const { bytes, sha256 } = await hashInto(body, createWriteStream(path));
            if (bytes !== head.size)
                throw new Error(`${key} ended after ${bytes} of ${head.size} bytes`);
            return { path, bytes, sha256, etag: head.etag };
        }
        catch (error) {
            if (attempt === ATTEMPTS)
                throw error;
        }
    }
}
async function artifact_store_open(storage, bucket, key) {
    try {
        return await storage.get(bucket, key);
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G) || error.kind !== 'not-found')
            throw error;
        throw new src_errors/* UserError */.yo('artifact-missing', `The artifact ${key} is not in the bucket ${bucket}.`, {
            fix: ['Deploy from the sources of the commit again: that packages and uploads it.'],
            cause: error,
        });
    }
}
async function hashInto(body, file) {
    const [{ createHash }, { pipeline }] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 77598, 23)), Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 46466, 23))]);
    const hash = createHash('sha256');
    let bytes = 0;
    await pipeline(body, async function* (chunks) {
        for await (const chunk of chunks) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
        }
    }, file);
    return { bytes, sha256: hash.digest('hex') };
}
function lazy(make) {
    let value;
    return () => {
        value ??= make();
        return value;
    };
}

// EXTERNAL MODULE: ./src/template/artifact-references.ts + 1 modules
var artifact_references = __webpack_require__(74153);
// EXTERNAL MODULE: ./src/release/references.ts + 1 modules
var release_references = __webpack_require__(24421);
;// CONCATENATED MODULE: ./src/release/collect-artifacts.ts



/** Follows nested templates to the last one. */
async function collectArtifacts(root, storage, bucket) {
    const templates = new Map();
    const files = new Set();
    async function visit({ references }) {
        await Promise.all(references.map(async ({ kind, value }) => {
            const { key } = value.location;
            if (kind === 'file')
                files.add(key);
            if (kind === 'file' || templates.has(key))
                return;
            const artifact = nestedTemplate(storage, bucket, key);
            templates.set(key, artifact);
            await visit((0,release_references/* referencingTemplate */.L2)((await artifact).text ?? '', key, bucket));
        }));
    }
    await visit(root);
    return { templates: await Promise.all(templates.values()), files: [...files] };
}
async function nestedTemplate(storage, bucket, key) {
    const stored = await storage.getText(bucket, key);
    if (!stored) {
        throw new src_errors/* UserError */.yo('artifact-missing', `The nested template ${key} is not in the bucket ${bucket}.`, {
            fix: ['Package the template again.'],
        });
    }
    const { text, etag } = stored;
    return { kind: 'template', key, bytes: Buffer.byteLength(text), sha256: (0,hash/* sha256 */.s)(text), etag, text };
}
/** Downloads files once to hash their bytes. */
function hashFiles(keys, store) {
    return Promise.all(keys.map(async (key) => {
        const { bytes, sha256, etag } = await store.fetch(key);
        return { kind: 'file', key, bytes, sha256, etag };
    }));
}

// EXTERNAL MODULE: ./src/release/forecast.ts
var release_forecast = __webpack_require__(67008);
// EXTERNAL MODULE: ./src/release/nested.ts
var release_nested = __webpack_require__(34622);
// EXTERNAL MODULE: ./src/release/object-url.ts
var object_url = __webpack_require__(91946);
;// CONCATENATED MODULE: ./src/release/zip-content.ts
/**
 * What a zip file unpacks to: names, sizes, checksums and Unix modes, in one order. Two archives with the same value
 * differ only in what unpacking does not show (times, compression, the order of entries). Undefined: not a zip file.
 */
async function zipContent(path) {
    const yauzl = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    try {
        const zip = await yauzl.openPromise(path, { lazyEntries: true, decodeStrings: true, autoClose: true });
        const lines = [];
        for await (const entry of zip.eachEntry())
            if (!entry.fileName.endsWith('/'))
                lines.push(line(entry));
        return lines.sort().join('\n');
    }
    catch {
        return undefined;
    }
}
function line({ fileName, uncompressedSize, crc32, versionMadeBy, externalFileAttributes }) {
    // Attributes are a Unix mode only in archives made on Unix (host 3); what is executable matters to Lambda.
    const executable = versionMadeBy >>> 8 === 3 && ((externalFileAttributes >>> 16) & 0o111) !== 0;
    return JSON.stringify([fileName, uncompressedSize, crc32, executable]);
}

;// CONCATENATED MODULE: ./src/release/replicate.ts




/** Metadata of a copy: which bytes it is made of, without reading them. */
const SHA256 = 'sha256';
/** Larger files are asked for before they are sent. Bytes, within one part of an upload. */
const SENT_UNASKED = 2 ** 20;
/**
 * Copies artifacts under their own keys. What is there is left alone: one HEAD each. Missing ones are a HEAD and a PUT;
 * small new ones a PUT that overwrites nothing.
 * The same key with other bytes is kept when it unpacks to the same content, as SAM's keys promise, and refused
 * otherwise.
 *
 * @throws UserErrors `artifact-differs`; UserError `artifact-missing`; AwsError
 */
async function replicate(artifacts, to, parts) {
    const results = await Promise.all(artifacts.map((artifact) => replicateOne(artifact, to, parts)));
    const refused = results.flatMap((result) => (result.kind === 'refused' ? [result.error] : []));
    if (refused.length > 0) {
        throw new src_errors/* UserErrors */.tQ('artifact-differs', `${refused.length} of ${artifacts.length} artifacts differ in the bucket ${to.bucket} of ${to.target}; nothing was overwritten.`, refused);
    }
    const copied = results.filter(({ kind }) => kind === 'copied').length;
    const notes = results.flatMap((result) => (result.kind === 'kept' ? [result.note] : []));
    return { copied, present: results.length - copied, notes };
}
async function replicateOne(artifact, to, parts) {
    const result = (await copyUnasked(artifact, to, parts)) ?? (await copyWhereMissing(artifact, to, parts));
    if (result.kind !== 'refused') {
        parts.report({
            type: 'artifact.copied',
            target: to.target,
            key: artifact.key,
            bytes: artifact.bytes,
            skipped: result.kind !== 'copied',
        });
    }
    return result;
}
async function copyWhereMissing(artifact, to, parts) {
    const head = await to.storage.head(to.bucket, artifact.key);
    return head ? replicate_compare(artifact, head, to, parts) : copy(artifact, to, parts);
}
/** Undefined: it is there after all, or is to be asked for first. */
async function copyUnasked(artifact, to, parts) {
    if (artifact.bytes > SENT_UNASKED || !parts.isNew?.(artifact.key))
        return undefined;
    try {
        return await copy(artifact, to, parts, true);
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G) || error.kind !== 'conflict')
            throw error;
        return undefined;
    }
}
async function copy(artifact, to, { store, limits }, ifAbsent = false) {
    const stored = await store.fetch(artifact.key);
    if (stored.sha256 !== artifact.sha256)
        return { kind: 'refused', error: changedAtOrigin(artifact, stored.sha256) };
    const { createReadStream } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 73024, 23));
    await limits.run(artifact.bytes, async () => {
        for (let attempt = 1;; attempt += 1) {
            try {
                return await to.storage.putStream(to.bucket, artifact.key, createReadStream(stored.path), {
                    size: stored.bytes,
                    sha256: stored.sha256,
                    metadata: { [SHA256]: stored.sha256 },
                    ...(ifAbsent && { ifAbsent }),
                });
            }
            catch (error) {
                // The SDK cannot send a stream twice; a new one can be.
                if (attempt === replicate_ATTEMPTS || !(error instanceof aws_ports/* AwsError */.G) || !PASSING.has(error.kind))
                    throw error;
            }
        }
    });
    return { kind: 'copied' };
}
const replicate_ATTEMPTS = 3;
const PASSING = new Set(['unreachable', 'throttled', 'server']);
async function replicate_compare(artifact, head, to, { store, folder }) {
    if (head.size === artifact.bytes && (head.metadata[SHA256] === artifact.sha256 || head.etag === artifact.etag)) {
        return { kind: 'present' };
    }
    const path = `${folder}/${encodeURIComponent(to.target)}-${artifact.sha256}`;
    try {
        const there = await download(to.storage, to.bucket, artifact.key, path);
        if (there.sha256 === artifact.sha256)
            return { kind: 'present' };
        const ours = await store.fetch(artifact.key);
        if (ours.sha256 !== artifact.sha256)
            return { kind: 'refused', error: changedAtOrigin(artifact, ours.sha256) };
        const [theirs, expected] = await Promise.all([zipContent(path), zipContent(ours.path)]);
        if (theirs !== undefined && theirs === expected) {
            return { kind: 'kept', note: `kept ${artifact.key} in ${to.bucket}: other bytes, same unpacked content` };
        }
        return { kind: 'refused', error: differs(artifact, there.sha256, to) };
    }
    finally {
        const { rm } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 23));
        await rm(path, { force: true });
    }
}
function differs(artifact, found, { bucket, target }) {
    return new src_errors/* UserError */.yo('artifact-differs', `${artifact.key} in the bucket ${bucket} (${target}) has other content than the release: SHA-256 ${found}, expected ${artifact.sha256}.`, {
        fix: [
            `Find out who wrote s3://${bucket}/${artifact.key}: its key is the hash of another content.`,
            'Delete that object and run again, or use another artifact bucket or prefix.',
        ],
    });
}
function changedAtOrigin(artifact, found) {
    return new src_errors/* UserError */.yo('artifact-differs', `${artifact.key} was changed in the first bucket after the release was made: SHA-256 ${found}, expected ${artifact.sha256}.`, { fix: ['Deploy from the sources of the commit again, and find out who writes to the artifact bucket.'] });
}

;// CONCATENATED MODULE: ./src/release/adopt.ts









/** The name that `sam package` gives to an object: the MD5 of its content. */
const CONTENT_KEY = /(?:^|\/)[0-9a-f]{32}(?:\.[a-z]+)?$/;
/**
 * Takes over a template that was packaged elsewhere: artifacts in other buckets are copied to this release's bucket and
 * the template is rewritten to them. Objects whose keys are no content hashes are somebody's own and stay as they are.
 */
async function adoptPackaged(packaged, origin, parts) {
    // A forecast keeps to its own folder; a deployment takes the keys as they are.
    const folder = (0,release_forecast/* isForecast */.kP)({ origin }) ? `${release_forecast/* FORECASTS */.Pt}/` : '';
    const into = (key) => `${folder}${key}`;
    let text = packaged.text;
    for (const foreign of foreignBuckets(packaged, origin.bucket)) {
        const { storage, region, partition, target } = origin.session;
        const root = (0,release_references/* referencingTemplate */.L2)(text, packaged.file, foreign);
        const { templates, files } = await collectArtifacts(root, storage, foreign);
        const store = createArtifactStore({ storage, bucket: foreign, folder: `${parts.folder}/${foreign}` });
        try {
            const artifacts = await hashFiles(files, store);
            const moved = artifacts.map((artifact) => ({ ...artifact, key: into(artifact.key) }));
            const fetched = { ...store, fetch: (key) => store.fetch(key.slice(folder.length)) };
            await replicate(moved, { target, storage, bucket: origin.bucket }, { ...parts, store: fetched });
        }
        finally {
            await store.dispose();
        }
        const rewritten = (0,release_nested/* rewriteStack */.zx)((0,release_nested/* parseStack */.GI)({ stack: '', template: text, source: packaged.file, artifacts: templates, baked: [] }, foreign), {
            bucket: origin.bucket,
            fileKey: into,
            url: (key) => (0,object_url/* objectUrl */.b)({ region, partition }, origin.bucket, key),
        }, (key, nested, changed) => changed ? into(`${key.slice(0, key.lastIndexOf('/') + 1)}${(0,hash/* sha256 */.s)(nested).slice(0, 32)}.template`) : into(key));
        await Promise.all(rewritten.nested.map((nested) => storage.putText(origin.bucket, nested.key, nested.text)));
        text = rewritten.root;
    }
    return text;
}
function foreignBuckets(packaged, own) {
    const buckets = (0,artifact_references/* artifactReferences */.t)(packaged).flatMap(({ value }) => value.form !== 'local' && CONTENT_KEY.test(value.location.key) ? [value.location.bucket] : []);
    return [...new Set(buckets)].filter((bucket) => bucket !== own);
}

// EXTERNAL MODULE: ./src/template/plain-data.ts
var plain_data = __webpack_require__(18267);
// EXTERNAL MODULE: ./src/template/sections.ts
var sections = __webpack_require__(40496);
;// CONCATENATED MODULE: ./src/release/baked-loops.ts



/**
 * Loops over something that only CloudFormation knows at deployment (a parameter) for which `sam package` wrote a
 * mapping from the values it knew to artifacts: `SAM{Property}{Loop}`, in `language_extensions_packaging.py`.
 */
function bakedLoops(packaged) {
    const mappings = (0,plain_data/* asMap */.$H)(packaged.data['Mappings']);
    return (0,sections/* forEachLoops */.kV)(packaged.data)
        .filter(({ collection }) => !Array.isArray(collection))
        .flatMap((loop) => lookups(loop).map((mapping) => bakedLoop(loop, mapping, Object.keys((0,plain_data/* asMap */.$H)(mappings[mapping])))));
}
/** Generated mappings that are looked up by the variable of the loop. */
function lookups({ body, variable }) {
    const found = new Set();
    const search = (value) => {
        const [name, key] = (0,plain_data/* asList */.DD)((0,plain_data/* asMap */.$H)(value)['Fn::FindInMap']);
        if (typeof name === 'string' && name.startsWith('SAM') && mentions(key, variable))
            found.add(name);
        else if (typeof value === 'object' && value !== null)
            for (const item of Object.values(value))
                search(item);
    };
    search(body);
    return [...found];
}
/** `{Ref: Name}`, or joined with the variables of outer loops. */
function mentions(key, variable) {
    return JSON.stringify(key ?? null).includes(JSON.stringify({ Ref: variable }));
}
function bakedLoop({ key, collection }, mapping, values) {
    const parameter = (0,plain_data/* asText */.e1)((0,plain_data/* asMap */.$H)(collection)['Ref']);
    return { loop: key, mapping, values, ...(parameter !== undefined && { parameter }) };
}
/** Keys of nested loops are the values of all of them, joined by hyphens. */
function isPackaged(value, keys) {
    return keys.some((key) => `-${key}-`.includes(`-${value}-`));
}
/**
 * Refuses values that the packaged mapping does not have. Values that are not given keep the template's default, which
 * was packaged, or what is deployed, which CloudFormation checks when the change set is made.
 *
 * @throws UserError `parameters-baked-in`
 */
function refuseBakedValues(loops, source, instances) {
    for (const { loop, parameter, mapping, values } of loops) {
        const location = source.locate(loop);
        const at = location && { location };
        if (parameter === undefined) {
            throw new src_errors/* UserError */.yo('parameters-baked-in', `${source.file}: ${loop} loops over what a function gives, and "sam package" fixed it to ${values.join(', ')} (mapping ${mapping}); in another region it may give something else.`, { fix: ['Loop over a literal list, or over a parameter whose Default lists every value.'], ...at });
        }
        for (const { id, settings } of instances) {
            const text = settings.parameters[parameter]?.text;
            if (text === undefined || text.includes('${'))
                continue;
            const missing = text
                .split(',')
                .map((value) => value.trim())
                .filter((value) => !isPackaged(value, values));
            if (missing.length === 0)
                continue;
            throw new src_errors/* UserError */.yo('parameters-baked-in', `${source.file}: ${id} sets ${parameter} to "${text}", but "sam package" packaged ${loop} only for ${values.join(', ')} (mapping ${mapping}): there is no artifact for ${missing.join(', ')}.`, { fix: [`Let the Default of the parameter ${parameter} list every value that any target uses.`], ...at });
        }
    }
}

// EXTERNAL MODULE: ./src/template/deployment-preference.ts
var deployment_preference = __webpack_require__(44749);
;// CONCATENATED MODULE: ./src/template/add-preference.ts


const FUNCTION = 'AWS::Serverless::Function';
const KEY = 'DeploymentPreference';
/**
 * Adds `DeploymentPreference: {Type: …}` to every SAM function that publishes an alias and says nothing of it, neither
 * itself nor by `Globals`. Left as they are: functions that switched it off (`Enabled: false`), and the hooks of others,
 * which CodeDeploy must not move while it asks them. The text stays as it is but for what is put in; it becomes JSON where
 * the properties of a function are written elsewhere (a YAML alias).
 */
function addPreference(template, type) {
    const defaults = (0,plain_data/* asMap */.$H)(template.globals['Function']);
    if (KEY in defaults)
        return { text: template.text, functions: [] };
    const hooks = hooksIn(template.resources, defaults);
    const without = template.resources.filter(({ type: kind, logicalId, properties }) => kind === FUNCTION &&
        (properties['AutoPublishAlias'] ?? defaults['AutoPublishAlias']) !== undefined &&
        !(KEY in properties) &&
        !hooks.has(logicalId));
    if (without.length === 0)
        return { text: template.text, functions: [] };
    return { text: inText(template, without, type) ?? inData(template, without, type), functions: without.map(idOf) };
}
const idOf = ({ logicalId }) => logicalId;
/** Functions that other functions name as hooks, by `Ref`. */
function hooksIn(resources, defaults) {
    const hooks = resources.flatMap(({ properties }) => Object.values((0,plain_data/* asMap */.$H)((0,deployment_preference/* preferenceOf */.z)(properties, defaults)?.['Hooks'])));
    return new Set(hooks.map((hook) => (0,plain_data/* asMap */.$H)(hook)['Ref']).filter((name) => typeof name === 'string'));
}
/** Undefined where one of them has no beginning of its own in the text. */
function inText(template, functions, type) {
    const insertions = [];
    for (const { path } of functions) {
        const properties = template.mapStart([...path, 'Properties']);
        const start = properties ?? template.mapStart(path);
        if (start === undefined)
            return undefined;
        const { offset, flow } = start;
        const indent = ' '.repeat(offset - template.text.lastIndexOf('\n', offset - 1) - 1);
        const entry = flow ? `"${KEY}": {"Type": "${type}"}` : `${KEY}: { Type: ${type} }`;
        // Globals may say everything of a function, which then has no properties.
        const text = properties !== undefined ? entry : flow ? `"Properties": {${entry}}` : `Properties: { ${entry} }`;
        insertions.push({ offset, text: flow ? `${text}, ` : `${text}\n${indent}` });
    }
    insertions.sort((a, b) => a.offset - b.offset);
    let done = 0;
    const pieces = insertions.flatMap(({ offset, text }) => {
        const kept = template.text.slice(done, offset);
        done = offset;
        return [kept, text];
    });
    return [...pieces, template.text.slice(done)].join('');
}
function inData({ data }, functions, type) {
    const added = new Set(functions.map(({ path }) => path.join('\0')));
    const walk = (value, path) => {
        if (Array.isArray(value))
            return value.map((item, index) => walk(item, [...path, index]));
        if (!(0,plain_data/* isMap */.jh)(value))
            return value;
        const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, [...path, key])]));
        if (!added.has(path.join('\0')))
            return copy;
        return { ...copy, Properties: { ...(0,plain_data/* asMap */.$H)(copy['Properties']), [KEY]: { Type: type } } };
    };
    return JSON.stringify(walk(data, []));
}

// EXTERNAL MODULE: ./src/template/parse.ts + 4 modules
var template_parse = __webpack_require__(78547);
;// CONCATENATED MODULE: ./src/release/in-region.ts


/** Our copy of a template with the `DeploymentPreference` that `in-region` of its stacks asks for; nested ones are left alone. */
function withInRegion(template, { inRegion: type }) {
    if (type === undefined)
        return { template };
    const { text, functions } = addPreference(template, type);
    if (functions.length === 0)
        return { template };
    return { template: (0,template_parse.parseTemplate)(text, template.file), inRegion: { type, functions } };
}
/** Says so where it was asked for and adds nothing. */
function warnOfNothing({ inRegion: type, stacks }, added, report) {
    if (type === undefined || added !== undefined)
        return;
    const keys = stacks.map(({ key }) => key).join(', ');
    const why = 'every function with AutoPublishAlias has a DeploymentPreference of its own, or there is none';
    report({ type: 'note', level: 'warning', text: `in-region ${type} adds nothing to ${keys}: ${why}` });
}

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/release/manifest-shape.ts
/** A stored release, when it has the shape of one. */
function readRelease(value) {
    if (!isFields(value) || typeof value['sha256'] !== 'string')
        return undefined;
    return isRelease(value['release']) ? { sha256: value['sha256'], release: value['release'] } : undefined;
}
function isRelease(value) {
    return (isFields(value) &&
        texts(value, ['id', 'application', 'createdAt']) &&
        optionalTexts(value, ['commit', 'commitTime', 'tag']) &&
        isFields(value['origin']) &&
        texts(value['origin'], ['bucket', 'region', 'account', 'target']) &&
        optionalTexts(value['origin'], ['prefix']) &&
        isListOf(value['stacks'], isStack));
}
function isStack(value) {
    return (isFields(value) &&
        texts(value, ['stack', 'template', 'source']) &&
        isListOf(value['artifacts'], isArtifact) &&
        isListOf(value['baked'], isBaked) &&
        (value['inRegion'] === undefined || isShift(value['inRegion'])));
}
function isShift(value) {
    return isFields(value) && texts(value, ['type']) && isListOf(value['functions'], isText);
}
const isText = (value) => typeof value === 'string';
function isArtifact(value) {
    return (isFields(value) &&
        texts(value, ['key', 'sha256', 'etag']) &&
        optionalTexts(value, ['text']) &&
        typeof value['bytes'] === 'number' &&
        (value['kind'] === 'file' || value['kind'] === 'template'));
}
function isBaked(value) {
    return (isFields(value) &&
        texts(value, ['loop', 'mapping']) &&
        optionalTexts(value, ['parameter']) &&
        isListOf(value['values'], isText));
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isListOf(value, isItem) {
    return Array.isArray(value) && value.every(isItem);
}
function texts(fields, names) {
    return names.every((name) => typeof fields[name] === 'string');
}
function optionalTexts(fields, names) {
    return names.every((name) => fields[name] === undefined || typeof fields[name] === 'string');
}

;// CONCATENATED MODULE: ./src/release/manifest.ts





/** Version of what lies in the bucket; a higher one is not read. */
const manifest_SCHEMA = 1;
function releaseKey({ prefix, application }, id) {
    return `${folder(prefix, application)}${id}.json`;
}
function folder(prefix, application) {
    return `${prefix ? `${prefix}/` : ''}sam-multi-region/releases/${encodeURIComponent(application)}/`;
}
/**
 * Stores a release. One that is there already stays as it is, unless its artifacts had to be uploaded again.
 * @returns false when one was there
 */
async function storeRelease(shelf, release, replace = false) {
    const content = JSON.stringify(release);
    const text = JSON.stringify({ schema: manifest_SCHEMA, sha256: (0,hash/* sha256 */.s)(content), release });
    try {
        const condition = replace ? undefined : { ifAbsent: true };
        await shelf.storage.putText(shelf.bucket, releaseKey(shelf, release.id), text, condition);
        return true;
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G) || error.kind !== 'conflict')
            throw error;
        return false;
    }
}
/**
 * The release with this id, exactly as it was made; undefined when there is none.
 *
 * @throws UserError `release-newer`, `release-damaged`; AwsError
 */
async function findRelease(shelf, id) {
    if (!/^[0-9a-f]{16}$/.test(id))
        return undefined;
    const key = releaseKey(shelf, id);
    const stored = await shelf.storage.getText(shelf.bucket, key);
    if (!stored)
        return undefined;
    const where = `s3://${shelf.bucket}/${key}`;
    const value = (0,json/* parseJson */.q)(stored.text);
    const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
    if (typeof schema === 'number' && schema > manifest_SCHEMA) {
        throw new src_errors/* UserError */.yo('release-newer', `The release ${id} was written by a newer version of this tool (format ${schema}).`, {
            fix: ['Use the version that made it, or a later one.'],
        });
    }
    const release = readRelease(value);
    const intact = release && release.sha256 === (0,hash/* sha256 */.s)(JSON.stringify(release.release));
    if (!intact || release.release.id !== id) {
        throw new src_errors/* UserError */.yo('release-damaged', `${where} is not what was stored for the release ${id}.`, {
            fix: [`Delete ${where} and deploy from the sources of the commit again.`],
        });
    }
    return release.release;
}

;// CONCATENATED MODULE: ./src/release/put-once.ts

/** Stores a text under a key that is the hash of its content: an object that is there already is the same. */
async function putOnce({ storage, bucket }, key, text) {
    try {
        await storage.putText(bucket, key, text, { ifAbsent: true });
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G) || error.kind !== 'conflict')
            throw error;
    }
}

;// CONCATENATED MODULE: ./src/release/nested-in-region.ts







/**
 * Adds to the nested templates of a packaged stack what `in-region` adds to its root. Templates that are changed are put beside
 * those of `sam package` under keys such as it makes: the MD5 of their content.
 * @param templates every nested template, with its text
 */
async function addNestedPreferences(root, templates, type, { session, bucket, }) {
    const nested = new Map(templates.map(({ key, text = '' }) => [key, (0,release_references/* referencingTemplate */.L2)(text, key, bucket)]));
    const added = new Map();
    const rewritten = (0,release_nested/* rewriteStack */.zx)({ root, nested }, { bucket, fileKey: (key) => key, url: (key) => (0,object_url/* objectUrl */.b)(session, bucket, key) }, (key, text, changed) => (changed ? `${key.slice(0, key.lastIndexOf('/') + 1)}${md5(text)}.template` : key), (key, text) => {
        const { text: shifted, functions } = addPreference((0,template_parse.parseTemplate)(text, key), type);
        added.set(key, functions);
        return shifted;
    });
    const functions = (0,release_nested/* placedNames */.w7)({ root, nested }, added);
    if (functions.length === 0)
        return { root: root.template.text, functions };
    const changed = rewritten.nested.filter((template) => template.changed);
    await Promise.all(changed.map(({ key, text }) => putOnce({ storage: session.storage, bucket }, key, text)));
    return { root: rewritten.root, functions };
}
function md5(text) {
    return (0,external_node_crypto_.createHash)('md5').update(text).digest('hex');
}

// EXTERNAL MODULE: ./src/template/read.ts
var read = __webpack_require__(79224);
;// CONCATENATED MODULE: ./src/template/resource-ids.ts
const resource_ids_KEY = 'SamResourceId';
/**
 * The template with `Metadata: {SamResourceId: …}` on each resource that lacks it. `sam package` and `sam deploy` write
 * it to every resource; without it the first update of a stack that SAM deployed would show all of them as changed.
 */
function withResourceIds(template) {
    const insertions = template.resources.flatMap((resource) => insertion(template, resource) ?? []);
    insertions.sort((a, b) => a.offset - b.offset);
    const pieces = [];
    let done = 0;
    for (const { offset, text } of insertions) {
        pieces.push(template.text.slice(done, offset), text);
        done = offset;
    }
    return pieces.join('') + template.text.slice(done);
}
function insertion(template, { path, logicalId, metadata }) {
    // Inside Fn::ForEach and for the CDK, SAM names resources otherwise or not at all.
    if (path.length !== 2 || resource_ids_KEY in metadata || 'aws:cdk:path' in metadata)
        return undefined;
    const inMetadata = template.mapStart([...path, 'Metadata']);
    const start = inMetadata ?? template.mapStart(path);
    if (!start || (!inMetadata && Object.keys(metadata).length > 0))
        return undefined;
    return { offset: start.offset, text: written(start, logicalId, inMetadata !== undefined, template.text) };
}
function written({ offset, flow }, id, inMetadata, text) {
    if (flow)
        return inMetadata ? `"${resource_ids_KEY}": "${id}", ` : `"Metadata": {"${resource_ids_KEY}": "${id}"}, `;
    const indent = ' '.repeat(offset - text.lastIndexOf('\n', offset - 1) - 1);
    return inMetadata ? `${resource_ids_KEY}: ${id}\n${indent}` : `Metadata:\n${indent}  ${resource_ids_KEY}: ${id}\n${indent}`;
}

// EXTERNAL MODULE: ./src/release/build-template.ts
var build_template = __webpack_require__(90464);
// EXTERNAL MODULE: ./src/release/local-artifacts.ts
var local_artifacts = __webpack_require__(97116);
// EXTERNAL MODULE: ./src/release/sam-cli.ts
var sam_cli = __webpack_require__(43621);
;// CONCATENATED MODULE: ./src/release/sam-settings.ts
/**
 * What `sam package` takes from samconfig apart from where artifacts go, which is decided here: `resolve_s3` there and
 * `--s3-bucket` on the command line would exclude each other. `sam deploy` packages too, so its table counts as well.
 */
const PACKAGING = new Set([
    'force_upload',
    'kms_key_id',
    'language_extensions',
    'metadata',
    'signing_profiles',
]);
/**
 * Options that say what the command line says already (merged: samconfig's values are the lowest level of them), would
 * lead to another account, ask somebody, or have SAM write or print elsewhere.
 */
const NOT_HANDED_ON = new Set([
    ...['stack_name', 'template', 'template_file', 'output_template_file', 'region', 's3_bucket', 's3_prefix'],
    ...['resolve_s3', 'parameter_overrides', 'tags', 'capabilities', 'role_arn', 'notification_arns'],
    ...['disable_rollback', 'fail_on_empty_changeset', 'no_progressbar'],
    ...['profile', 'guided', 'confirm_changeset', 'no_execute_changeset', 'save_params', 'output'],
    ...['config_file', 'config_env'],
]);
/** samconfig.toml for one `sam package` into the first bucket; `samConfig` is the user's own, if there is one. */
async function packageSettings(samConfig) {
    const tables = await tablesOf(samConfig);
    const all = { ...sam_settings_parameters(tables, 'global'), ...sam_settings_parameters(tables, 'deploy'), ...sam_settings_parameters(tables, 'package') };
    const kept = Object.fromEntries(Object.entries(all).filter(([name]) => PACKAGING.has(name)));
    return write({ package: { parameters: kept } }, samConfig);
}
/** samconfig.toml for literal `sam package` and `sam deploy`: every option of the user's, known here or not. */
async function engineSettings(samConfig) {
    const tables = await tablesOf(samConfig);
    const handedOn = ['global', 'package', 'deploy'].map((command) => {
        const all = Object.entries(sam_settings_parameters(tables, command));
        return [
            command,
            { parameters: Object.fromEntries(all.filter(([name, value]) => value !== null && !NOT_HANDED_ON.has(name))) },
        ];
    });
    return write(Object.fromEntries(handedOn), samConfig);
}
async function write(tables, samConfig) {
    const { stringify } = await __webpack_require__.e(/* import() */ 3292).then(__webpack_require__.bind(__webpack_require__, 3292));
    return stringify({ version: 0.1, [samConfig?.environment ?? 'default']: tables });
}
/** A file that cannot be read is reported where it is read for its own sake. */
async function tablesOf(samConfig) {
    if (samConfig === undefined)
        return {};
    const { path, text, environment } = samConfig;
    try {
        const document = path.endsWith('.toml')
            ? (await __webpack_require__.e(/* import() */ 3292).then(__webpack_require__.bind(__webpack_require__, 3292))).parse(text)
            : (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19))).parse(text);
        return field(document, environment);
    }
    catch {
        return {};
    }
}
const sam_settings_parameters = (tables, command) => field(field(tables, command), 'parameters');
function field(value, name) {
    const found = typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
    return typeof found === 'object' && found !== null ? found : {};
}

// EXTERNAL MODULE: ./src/process/environment.ts
var process_environment = __webpack_require__(69304);
;// CONCATENATED MODULE: ./src/release/sam-work.ts

/** Environment of `sam` in the first target. */
async function samEnvironment(outside, session, folder, clock, options) {
    return (0,process_environment/* targetEnvironment */.d)(outside, {
        ...(await session.environment()),
        SAM_CLI_TELEMETRY: '0',
        // On a fresh machine sam would ask PyPI for a newer version of itself each time it is started.
        __SAM_CLI_APP_DIR: await samHome(folder, clock),
        ...(options.languageExtensions && { SAM_CLI_ENABLE_LANGUAGE_EXTENSIONS: '1' }),
    });
}
/** SAM's own settings folder for one run. */
async function samHome(folder, clock) {
    const { mkdir, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 23));
    const home = `${folder}/sam-home`;
    await mkdir(home, { recursive: true });
    const settings = { telemetryEnabled: false, lastVersionCheck: clock.now() / 1000 };
    await writeFile(`${home}/metadata.json`, JSON.stringify(settings));
    return home;
}

;// CONCATENATED MODULE: ./src/release/package-stack.ts








/**
 * One template from source to packaged text: built and packaged as far as there is anything to.
 *
 * @throws UserError of what SAM made of the template, and of `sam` itself (`sam-missing`, `sam-failed` …)
 */
async function packageTemplate(request, parts) {
    const { source, template } = request;
    const local = (0,local_artifacts/* localArtifacts */.b)(source);
    const run = samRunner(request, parts);
    const built = await (0,build_template/* builtTemplate */.LT)({ ...request, local, run }, parts);
    if (!(0,local_artifacts/* localArtifacts */.b)(built.template).needsPackage) {
        return { packaged: (0,template_parse.parseTemplate)(withResourceIds(built.template), built.template.file), bySam: false };
    }
    const output = `${request.folder}/${request.name}.packaged.yaml`;
    const settings = `${request.folder}/${request.name}.samconfig.toml`;
    await parts.writeFile(settings, await packageSettings(request.samConfig));
    await step(parts, 'package', `sam package ${template}`, () => run([
        'package',
        ...['--template-file', built.path],
        ...['--output-template-file', output],
        ...['--s3-bucket', request.bucket],
        ...(request.prefix === undefined ? [] : ['--s3-prefix', request.prefix]),
        ...['--region', request.session.region],
        ...['--config-file', settings, '--config-env', request.samConfig?.environment ?? 'default'],
        '--no-progressbar',
    ]));
    const packaged = await (0,read/* readTemplate */.x)(output, parts.readFile);
    (0,local_artifacts/* refuseLocalArtifacts */.X)(packaged, source);
    return { packaged, bySam: true };
}
/** Runs `sam` for one template; finds it and prepares its environment with the first run. */
function samRunner(request, parts) {
    let env;
    return async (args) => {
        env ??= samEnvironment(request.env, request.session, request.folder, parts.clock, {
            languageExtensions: request.loops,
        });
        const run = { args, cwd: request.directory, template: request.template };
        await (0,sam_cli/* runSam */.HV)({ ...run, sam: await parts.sam(), env: await env }, parts);
    };
}
async function step(parts, name, text, work) {
    parts.report({ type: 'step.started', step: name, text });
    const start = parts.clock.now();
    await work();
    parts.report({ type: 'step.finished', step: name, text, durationMs: parts.clock.now() - start });
}

;// CONCATENATED MODULE: ./src/release/refresh.ts

/**
 * A release that was made before, with its artifacts as they lie in the first bucket now. After a lifecycle rule
 * removed them, packaging the same sources again uploads them again, and a zip file then has other bytes.
 *
 * @returns the same object when nothing has changed
 */
async function refreshed(release, storage, store) {
    const changed = new Map();
    await Promise.all([...filesOf(release).values()].map(async (artifact) => {
        const head = await storage.head(release.origin.bucket, artifact.key);
        if (head?.etag === artifact.etag && head.size === artifact.bytes)
            return;
        for (const now of await hashFiles([artifact.key], store))
            changed.set(now.key, now);
    }));
    if (changed.size === 0)
        return release;
    return {
        ...release,
        stacks: release.stacks.map((stack) => ({
            ...stack,
            artifacts: stack.artifacts.map((artifact) => changed.get(artifact.key) ?? artifact),
        })),
    };
}
function filesOf(release) {
    const files = release.stacks.flatMap(({ artifacts }) => artifacts.filter(({ kind }) => kind === 'file'));
    return new Map(files.map((artifact) => [artifact.key, artifact]));
}

;// CONCATENATED MODULE: ./src/release/release-id.ts


/**
 * 16 hex digits that depend on what is deployed and on nothing else: the same sources give the same id whatever the
 * bucket, its prefix and its region are. Keys of artifacts are SAM's content hashes; those of nested templates would
 * hold the bucket's name in what they hash, so they are hashed again without it.
 */
function releaseId(stacks, bucket) {
    const neutral = stacks.map((stack) => {
        const { root } = (0,release_nested/* rewriteStack */.zx)((0,release_nested/* parseStack */.GI)(stack, bucket), { bucket: 'artifacts', fileKey: baseName, url: (key) => `s3://artifacts/${baseName(key)}` }, (key, text, changed) => (changed ? (0,hash/* sha256 */.s)(text) : key));
        return [stack.stack, root];
    });
    neutral.sort(([a], [b]) => (a < b ? -1 : 1));
    return (0,hash/* sha256 */.s)(JSON.stringify(neutral)).slice(0, 16);
}
function baseName(key) {
    return key.slice(key.lastIndexOf('/') + 1);
}

// EXTERNAL MODULE: ./src/release/stack-groups.ts + 1 modules
var stack_groups = __webpack_require__(17763);
;// CONCATENATED MODULE: ./src/release/upload-limits.ts
const LARGE_BYTES = 8 * 1024 * 1024;
const LARGE_AT_ONCE = 2;
const SMALL_AT_ONCE = 32;
function createUploadLimits() {
    let limits;
    return {
        async run(bytes, upload) {
            limits ??= __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 70370)).then(({ default: pLimit }) => ({
                small: pLimit(SMALL_AT_ONCE),
                large: pLimit(LARGE_AT_ONCE),
            }));
            const { small, large } = await limits;
            return (bytes > LARGE_BYTES ? large : small)(upload);
        },
    };
}

;// CONCATENATED MODULE: ./src/release/upload-watch.ts
/** SAM CLI, samcli/lib/package/s3_uploader.py: "File with same data already exists at %s, skipping upload". */
const SKIPPED = /already exists at (\S+), skipping upload/;
/**
 * Listens to `sam package`: what it does not call old it has just uploaded. Only a guess may hang on this, never a
 * result: another version may say it in other words.
 */
function watchUploads(report) {
    const old = new Set();
    return {
        report(event) {
            const key = event.type === 'tool.output' ? SKIPPED.exec(event.line)?.[1] : undefined;
            if (key !== undefined)
                old.add(key);
            report(event);
        },
        isOld: (key) => old.has(key),
    };
}

;// CONCATENATED MODULE: ./src/release/build-release.ts















/**
 * Builds and packages every stack of the environment once, into the bucket of the first target, and stores the release
 * there under its id. Nothing but that bucket is written to.
 *
 * @throws UserError of templates, of `sam`, `parameters-baked-in`, `release-damaged` …; AwsError
 */
async function buildRelease(request, parts) {
    const { environment, origin, folder } = request;
    const { storage } = origin.session;
    const store = createArtifactStore({ storage, bucket: origin.bucket, folder: `${folder}/artifacts` });
    try {
        const uploads = watchUploads(parts.report);
        const drafts = await packageStacks(request, { ...parts, report: uploads.report });
        const id = releaseId(drafts.map(({ stack }) => stack), origin.bucket);
        const shelf = {
            storage,
            bucket: origin.bucket,
            application: environment.application,
            ...prefixOf(origin),
        };
        const make = () => newRelease(id, drafts, request, parts, store);
        const uploaded = new Set(drafts.flatMap(({ bySam, files }) => (bySam ? files.filter((key) => !uploads.isOld(key)) : [])));
        const { release, reused } = await (uploaded.size > 0 ? storeNew(make, shelf, store) : keep(id, make, shelf, store));
        const artifacts = uniqueArtifacts(release);
        parts.report({
            type: 'release.ready',
            release: id,
            ...(request.commit !== undefined && { commit: request.commit }),
            artifacts: artifacts.length,
            bytes: artifacts.reduce((sum, { bytes }) => sum + bytes, 0),
            reused,
        });
        return { release, reused, isNew: (key) => uploaded.has(key), store };
    }
    catch (error) {
        await store.dispose();
        throw error;
    }
}
/** The release that is there, or one that is made now. */
async function keep(id, make, shelf, store) {
    const known = await findRelease(shelf, id);
    const release = known ? await refreshed(known, shelf.storage, store) : await make();
    // That of a forecast is only there to spare the next one the hashing.
    const wanted = !(0,release_forecast/* isForecast */.kP)(release) || uniqueArtifacts(release).length > 0;
    if (release !== known && wanted)
        await storeRelease(shelf, release, known !== undefined);
    return { release, reused: known !== undefined };
}
/**
 * A file was uploaded just now: most likely nobody has made this release before, so nobody is asked first. Where
 * somebody has, a lifecycle rule had removed its file in between.
 */
async function storeNew(make, shelf, store) {
    const release = await make();
    if (await storeRelease(shelf, release))
        return { release, reused: false };
    return keep(release.id, make, shelf, store);
}
async function packageStacks(request, parts) {
    const sam = (0,stack_groups/* samFinder */.i)(request, parts.spawn);
    // One after the other: each `sam` fills a processor, and two of them in one build folder would meet.
    const drafts = [];
    for (const group of await (0,stack_groups/* stackGroups */.b)(request.environment, request.sources, parts.readFile)) {
        drafts.push(...(await packageGroup(request, { ...parts, sam }, group)));
    }
    return drafts;
}
async function packageGroup(request, parts, group) {
    const { environment, origin, folder, build, env } = request;
    const { stacks, source, template } = group;
    const { packaged: asPackaged, bySam } = await packageTemplate({ ...group, ...origin, build, folder, env, directory: environment.directory }, parts);
    const { template: packaged, inRegion: inRoot } = withInRegion(asPackaged, group);
    const baked = bakedLoops(packaged);
    const keys = new Set(stacks.map(({ key }) => key));
    refuseBakedValues(baked, source, environment.instances.filter(({ stack }) => keys.has(stack.key)));
    const adopting = { limits: createUploadLimits(), report: parts.report, folder: `${folder}/adopted` };
    const text = bySam ? packaged.text : await adoptPackaged(packaged, origin, adopting);
    const collect = (root) => collectArtifacts(root, origin.session.storage, origin.bucket);
    const asMade = (0,release_references/* referencingTemplate */.L2)(text, packaged.file, origin.bucket);
    const made = await collect(asMade);
    const type = made.templates.length === 0 ? undefined : group.inRegion;
    const nested = type && (await addNestedPreferences(asMade, made.templates, type, origin));
    const functions = [...(inRoot?.functions ?? []), ...(nested?.functions ?? [])];
    const inRegion = group.inRegion && functions.length > 0 ? { type: group.inRegion, functions } : undefined;
    warnOfNothing(group, inRegion, parts.report);
    const root = nested === undefined ? asMade : (0,release_references/* referencingTemplate */.L2)(nested.root, packaged.file, origin.bucket);
    const { templates, files } = root.template.text === text ? made : await collect(root);
    return stacks.map(({ key }) => ({
        stack: {
            ...{ stack: key, template: root.template.text, source: template, artifacts: templates, baked },
            ...(inRegion !== undefined && { inRegion }),
        },
        files,
        bySam,
    }));
}
async function newRelease(id, drafts, { environment, origin, commit, commitTime, tag }, { clock }, store) {
    const stacks = await Promise.all(drafts.map(async ({ stack, files }) => ({
        ...stack,
        artifacts: [...stack.artifacts, ...(await hashFiles(files, store))],
    })));
    return {
        id,
        application: environment.application,
        ...(commit !== undefined && { commit }),
        ...(commitTime !== undefined && { commitTime }),
        ...(tag !== undefined && { tag }),
        createdAt: new Date(clock.now()).toISOString(),
        origin: {
            bucket: origin.bucket,
            region: origin.session.region,
            account: await origin.session.account(),
            target: origin.session.target,
            ...prefixOf(origin),
        },
        stacks,
    };
}
/** Artifacts of all stacks, each once. */
function uniqueArtifacts(release) {
    return [...new Map(release.stacks.flatMap(({ artifacts }) => artifacts.map((item) => [item.key, item]))).values()];
}
function prefixOf({ prefix }) {
    return prefix === undefined ? {} : { prefix };
}

;// CONCATENATED MODULE: ./src/release/retarget.ts







/** CloudFormation's limits on `TemplateBody` and on what `TemplateURL` names. */
const LARGEST_BODY = 51_200;
const LARGEST_TEMPLATE = 1_000_000;
/**
 * Retargets the stacks of one release; each is parsed once, however many targets there are.
 * @param forecast where the release is one that nobody deploys
 */
function createRetargeter(release, forecast) {
    const parsed = new Map();
    function stackOf(key) {
        const known = parsed.get(key);
        if (known)
            return known;
        const stack = release.stacks.find((candidate) => candidate.stack === key);
        if (!stack)
            throw new src_errors/* InternalError */.Gd(`release ${release.id} has no stack ${key}`);
        const result = (0,release_nested/* parseStack */.GI)(stack, release.origin.bucket);
        parsed.set(key, result);
        return result;
    }
    return {
        async targetTemplate(key, place) {
            const stack = stackOf(key);
            const moved = retargeted(stack, place, release.origin.bucket);
            const { root, nested } = forecast === undefined ? moved : await forecast.rewrite(stack, place, moved);
            const bytes = Buffer.byteLength(root);
            const large = bytes > LARGEST_BODY;
            // Beside the artifacts: under the same prefix, which lifecycle rules and policies know.
            const { prefix } = release.origin;
            const rootKey = `${prefix ? `${prefix}/` : ''}${(0,hash/* sha256 */.s)(root).slice(0, 32)}.template`;
            for (const { text } of [{ text: root }, ...nested])
                refuseTooLarge(text, key, stack.root.template.file);
            const isOrigin = place.bucket === release.origin.bucket;
            const uploads = [
                ...nested.filter(({ changed, key }) => (forecast ? (0,release_forecast/* isForecastKey */.P_)(key) : true) && (changed || !isOrigin)),
                ...(large ? [{ key: rootKey, text: root }] : []),
            ];
            await Promise.all(uploads.map((upload) => putOnce(place, upload.key, upload.text)));
            return {
                body: root,
                ...(large && { url: (0,object_url/* objectUrl */.b)(place, place.bucket, rootKey) }),
                bucket: place.bucket,
                nested: nested.map((template) => ({ key: template.key, sha256: (0,hash/* sha256 */.s)(template.text) })),
                notes: [],
            };
        },
    };
}
/**
 * In the first bucket itself nothing changes, unless `sam package` wrote URLs with the host of an endpoint of one's own
 * (`AWS_ENDPOINT_URL_S3`), which CloudFormation does not take.
 */
function retargeted(stack, place, origin) {
    if (place.bucket !== origin)
        for (const template of [stack.root, ...stack.nested.values()])
            (0,release_references/* refuseVersions */.ui)(template);
    return (0,release_nested/* rewriteStack */.zx)(stack, { bucket: place.bucket, fileKey: (key) => key, url: (key) => (0,object_url/* objectUrl */.b)(place, place.bucket, key) }, (key, text, changed) => changed ? `${key.slice(0, key.lastIndexOf('/') + 1)}${(0,hash/* sha256 */.s)(text).slice(0, 32)}.template` : key);
}
function refuseTooLarge(text, stack, file) {
    const bytes = Buffer.byteLength(text);
    if (bytes <= LARGEST_TEMPLATE)
        return;
    throw new src_errors/* UserError */.yo('template-too-large', `The packaged template of ${stack} has ${bytes} bytes; CloudFormation takes ${LARGEST_TEMPLATE} at most.`, {
        location: { file },
        fix: ['Split the stack, or move parts of it to nested applications (AWS::Serverless::Application).'],
    });
}

;// CONCATENATED MODULE: ./src/release/verify-origin.ts

/**
 * A release made earlier is deployed from the bucket it was packaged into: are its artifacts still there, unchanged?
 * One HEAD each.
 *
 * @throws UserError `artifact-missing`, `artifact-differs`; AwsError
 */
async function verifyOrigin(artifacts, storage, bucket) {
    await Promise.all(artifacts.map(async ({ key, bytes, etag }) => {
        const head = await storage.head(bucket, key);
        if (head?.size === bytes && head.etag === etag)
            return;
        const fix = ['Deploy from the sources of the commit again: that packages and uploads it.'];
        if (!head)
            throw new src_errors/* UserError */.yo('artifact-missing', `The artifact ${key} is not in the bucket ${bucket}.`, { fix });
        throw new src_errors/* UserError */.yo('artifact-differs', `The artifact ${key} in the bucket ${bucket} is not the one the release was made of.`, { fix });
    }));
}

;// CONCATENATED MODULE: ./src/release/delivery.ts






/** Brings one release to many targets. */
function createDelivery({ release, store, report, folder, fresh, isNew }) {
    const parts = { store, report, folder, limits: createUploadLimits(), ...(isNew && { isNew }) };
    const forecast = (0,release_forecast/* isForecast */.kP)(release) ? (0,release_forecast/* createForecast */.cX)() : undefined;
    const retargeter = createRetargeter(release, forecast);
    /** By target and bucket: what is being copied there, and which keys that covers. */
    const copying = new Map();
    function artifactsOf(stack) {
        return release.stacks.find((candidate) => candidate.stack === stack)?.artifacts ?? [];
    }
    async function copy(artifacts, session, bucket) {
        const { storage, target } = session;
        const isOrigin = bucket === release.origin.bucket;
        if (isOrigin && !fresh)
            await verifyOrigin(artifacts, storage, bucket);
        if (isOrigin)
            return { copied: 0, present: artifacts.length, notes: [] };
        const files = artifacts.filter(({ kind }) => kind === 'file');
        const missing = forecast === undefined ? files : await forecast.missing(files, { storage, bucket });
        return replicate(missing, { target, storage, bucket }, parts);
    }
    function copyStack(stack, session, bucket) {
        const place = `${session.target} ${bucket}`;
        const there = copying.get(place) ?? { keys: new Set(), runs: [] };
        copying.set(place, there);
        const missing = artifactsOf(stack).filter(({ key }) => !there.keys.has(key));
        for (const { key } of missing)
            there.keys.add(key);
        if (missing.length > 0)
            there.runs.push(copy(missing, session, bucket));
        return Promise.all(there.runs);
    }
    const kept = new Map();
    return {
        async keep({ storage, target }, bucket, prefix) {
            const place = `${target} ${bucket}`;
            // There it was put when it was made.
            if (bucket === release.origin.bucket)
                return;
            const { application } = release;
            const shelf = { storage, bucket, application, ...(prefix !== undefined && { prefix }) };
            const stored = kept.get(place) ?? storeRelease(shelf, release);
            kept.set(place, stored);
            await stored;
        },
        async deliver(stack, session, bucket) {
            const [copies, template] = await Promise.all([
                copyStack(stack, session, bucket),
                retargeter.targetTemplate(stack, delivery_placeOf(session, bucket)),
            ]);
            const files = artifactsOf(stack).filter(({ kind }) => kind === 'file');
            return {
                ...template,
                artifacts: [...files.map(({ key, sha256 }) => ({ key, sha256 })), ...template.nested],
                notes: [...copies.flatMap(({ notes }) => notes), ...template.notes],
            };
        },
    };
}
function delivery_placeOf({ region, partition, storage }, bucket) {
    return { region, partition, storage, bucket };
}

// EXTERNAL MODULE: ./src/template/locate-nested.ts
var locate_nested = __webpack_require__(26996);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./src/release/content-hash.ts






const FILES_AT_ONCE = 16;
/**
 * Hex SHA-256 of a file's bytes, or of the names and bytes of all files below a folder, whatever their times and order.
 * SAM's own build folder is left out. Of what is not there it is empty.
 */
async function contentHash(path) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found === undefined)
        return '';
    if (!found.isDirectory())
        return fileHash(path);
    const { default: createLimit } = await __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 70370));
    const limit = createLimit(FILES_AT_ONCE);
    const names = (await (0,promises_.readdir)(path, { recursive: true })).filter((name) => !/^\.aws-sam(?:[\\/]|$)/.test(name)).sort();
    const entries = await Promise.all(names.map((name) => limit(async () => {
        const file = (0,external_node_path_.join)(path, name);
        return (await (0,promises_.stat)(file)).isDirectory() ? [name] : [name, await fileHash(file)];
    })));
    return (0,hash/* sha256 */.s)(JSON.stringify(entries));
}
async function fileHash(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
    return hash.digest('hex');
}

;// CONCATENATED MODULE: ./src/release/local-release.ts










/**
 * Builds every stack of the environment and packages none: for an engine that packages by itself in every target, and
 * for a plan that finds no bucket to package into. Nothing is written but the build folders.
 *
 * @throws UserError of templates and of `sam build`
 */
async function buildLocally(request, parts) {
    const { environment, build, session, env, folder, commit, commitTime, tag } = request;
    const { directory } = environment;
    const builds = [];
    // One after the other: each `sam` fills a processor, and two of them in one build folder would meet.
    for (const group of await (0,stack_groups/* stackGroups */.b)(environment, request.sources, parts.readFile)) {
        const { template, source, loops } = group;
        const local = (0,local_artifacts/* localArtifacts */.b)(source);
        const run = samRunner({ env, session, folder, directory, template, loops }, { ...parts, sam: request.sam });
        const built = await (0,build_template/* builtTemplate */.LT)({ ...group, build, directory, local, run }, parts);
        const shifted = withInRegion(built.template, group);
        // What nested templates get is not known before they are packaged.
        const nested = built.template.resources.some(({ type }) => (0,locate_nested/* isNestedStack */.SZ)(type));
        if (!nested)
            warnOfNothing(group, shifted.inRegion, parts.report);
        builds.push({ ...built, group, ...shifted });
    }
    const hashed = await Promise.all(builds.map(async ({ path, template, group, inRegion }) => {
        const hash = await templateHash(template, path, parts.readFile);
        const shifted = inRegion === undefined ? {} : { inRegion };
        return group.stacks.map(({ key }) => ({ key, hash, text: template.text, source: group.template, shifted }));
    }));
    const stacks = hashed.flat().sort((a, b) => (a.key < b.key ? -1 : 1));
    return {
        builds: new Map(builds.map((build) => [build.group.template, build])),
        release: {
            id: (0,hash/* sha256 */.s)(JSON.stringify(stacks.map(({ key, hash }) => [key, hash]))).slice(0, 16),
            application: environment.application,
            ...(commit !== undefined && { commit }),
            ...(commitTime !== undefined && { commitTime }),
            ...(tag !== undefined && { tag }),
            createdAt: new Date(parts.clock.now()).toISOString(),
            stacks: stacks.map(({ key, text, source, shifted }) => ({
                ...{ stack: key, template: text, source, artifacts: [], baked: [] },
                ...shifted,
            })),
        },
    };
}
/** Of a template and all that it names locally, nested templates included. */
async function templateHash(template, path, readFile) {
    const { dirname, resolve } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 76760, 23));
    const folder = dirname(path);
    const local = (0,artifact_references/* artifactReferences */.t)(template).flatMap(({ kind, value }) => value.form === 'local' ? [{ kind, text: value.text }] : []);
    const looped = local.some(({ text }) => text.includes('${'));
    const hashes = await Promise.all(local.map(async ({ kind, text }) => {
        const file = resolve(folder, text);
        const hash = kind === 'template'
            ? await templateHash(await (0,read/* readTemplate */.x)(file, readFile), file, readFile)
            : await contentHash(file);
        return [text, hash];
    }));
    // Of a path with a loop's variable, any part of the folder may be meant.
    const own = looped || (0,artifact_references/* packagesOwnFolder */.K)(template) ? await contentHash(folder) : '';
    return (0,hash/* sha256 */.s)(JSON.stringify([template.text, hashes, own]));
}

// EXTERNAL MODULE: ./src/release/loops.ts
var loops = __webpack_require__(7746);
// EXTERNAL MODULE: ./src/release/validate-template.ts
var validate_template = __webpack_require__(68426);
;// CONCATENATED MODULE: ./src/commands/deploy/load-release.ts





/**
 * Finds a release by its id in the buckets of the environment's targets. Its artifacts are taken from where it was
 * packaged, or, where that may not be called, from where it was found: they were brought there when it was deployed.
 * Targets that cannot be asked are passed over, and those that may not be called are not asked.
 * @throws UserError `release-unknown`, `release-newer`, `release-damaged`
 */
async function loadRelease(id, search, context) {
    const { whole, reachable, silent } = search;
    const all = new Map([...reachable, ...whole.targets].map((target) => [target.name, target]));
    const targets = [...all.values()].filter(({ name }) => !silent.has(name));
    for (const target of targets) {
        const found = await findIn(target, id, whole, context);
        if (found === undefined)
            continue;
        const { release } = found;
        const origin = whole.targets.find(({ name }) => name === release.origin.target && !silent.has(name));
        if (origin === undefined)
            return { ...found, storage: context.aws.session(target).storage };
        return { release, storage: context.aws.session(origin).storage, bucket: release.origin.bucket };
    }
    const unasked = [...silent].sort().join(', ');
    throw new src_errors/* UserError */.yo('release-unknown', `there is no release ${id} of ${whole.application} in the buckets of ${targets.map(({ name }) => name).join(', ')}${unasked === '' ? '' : `; ${unasked} could not be asked`}`, {
        fix: [
            'Take the id from the output "release" of the run that made it, or deploy from sources: that makes one.',
            'A plan makes one that can be deployed only when it is kept (plan-file, keep-plan).',
        ],
    });
}
async function findIn(target, id, whole, context) {
    const session = context.aws.session(target);
    const settings = (0,target_settings/* settingsOf */.f)(whole, target.name);
    const { artifactPrefix: prefix } = settings;
    try {
        const bucket = await (0,bucket_of/* bucketOf */.A)(session, settings, context);
        if (bucket === undefined)
            return undefined;
        const shelf = { storage: session.storage, bucket, application: whole.application };
        const release = await findRelease({ ...shelf, ...(prefix !== undefined && { prefix }) }, id);
        return release && { release, bucket };
    }
    catch (error) {
        if (error instanceof src_errors/* UserError */.yo && error.code.startsWith('release-'))
            throw error;
        if (!(error instanceof aws_ports/* AwsError */.G || error instanceof src_errors/* UserError */.yo))
            throw error;
        context.report({
            type: 'note',
            level: 'warning',
            text: `${target.name} could not be asked for release ${id}: ${error.message}`,
            target: target.name,
        });
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/commands/deploy/release.ts

















/** Builds the release, or loads the one that is named by `release` or by the plan file. */
async function obtainRelease(request, options, context) {
    const wanted = options.release ?? plannedRelease(request, options, context);
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'sam-multi-region-'));
    const remove = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    try {
        if (request.environment.engine === 'sam') {
            return { ...(await buildForSam(request, folder, options, context)), folder, dispose: remove };
        }
        const obtained = await (wanted === undefined
            ? build(request, folder, options, context)
            : load(request, wanted, folder, context));
        if (obtained.store === undefined) {
            return { release: obtained.release, artifacts: { kind: 'packaged' }, folder, dispose: remove };
        }
        const { release, store } = obtained;
        const delivery = createDelivery({
            release,
            store,
            report: context.report,
            folder: `${folder}/delivery`,
            fresh: wanted === undefined,
            ...(obtained.isNew && { isNew: obtained.isNew }),
        });
        return {
            release,
            artifacts: { kind: 'packaged', delivery },
            folder,
            dispose: async () => {
                await store.dispose();
                await remove();
            },
        };
    }
    catch (error) {
        await remove();
        throw error;
    }
}
function plannedRelease({ command }, options, context) {
    const file = command === 'deploy' ? options['plan-file'] : undefined;
    return file === undefined ? undefined : readPlanRelease((0,external_node_path_.join)(context.cwd, file), context);
}
async function build({ environment, targets, sources, forecast }, folder, options, context) {
    const request = buildRequest({ environment, sources }, folder, options, context);
    const parts = { ...context, readFile: (path) => (0,promises_.readFile)(path, 'utf8') };
    const first = await firstBucket(environment, targets);
    if (first !== undefined) {
        const origin = forecast ? { ...first, prefix: (0,release_forecast/* forecastPrefix */.gL)(first.prefix) } : first;
        return buildRelease({ ...request, origin }, parts);
    }
    const text = 'no target has a bucket for artifacts yet: nothing is packaged, and the release will get another id';
    context.report({ type: 'note', level: 'info', text });
    const sam = (0,stack_groups/* samFinder */.i)(request, context.spawn);
    return { release: (await buildLocally({ ...request, session: firstOf(targets).session, sam }, parts)).release };
}
/** Where everything is packaged to: in a plan that makes no bucket, the first target that has one. */
async function firstBucket(environment, targets) {
    for (const { session, target, findBucket } of targets) {
        const settings = (0,target_settings/* settingsOf */.f)(environment, target.name);
        const bucket = await findBucket(settings);
        const { artifactPrefix: prefix } = settings;
        if (bucket !== undefined)
            return { session, bucket, ...(prefix !== undefined && { prefix }) };
    }
    return undefined;
}
/** Nothing is packaged before: SAM does so in every target, and would not take what was made here. */
async function buildForSam({ environment, targets, sources }, folder, options, context) {
    const needs = {
        version: sam_cli/* OLDEST_SAM_FOR_ENGINE */.PN,
        what: 'the sam engine',
        fix: 'Or use the changeset engine, which takes older versions.',
    };
    const sam = (0,stack_groups/* samFinder */.i)({ environment, env: context.env, needs }, context.spawn);
    const { session } = firstOf(targets);
    const request = buildRequest({ environment, sources }, folder, options, context);
    // Its change set comes when the first target is deployed: too late to learn that the template is wrong.
    for (const [template, source] of sources) {
        const languageExtensions = await (0,loops/* usesLoops */.a)(source, template, (path) => (0,promises_.readFile)(path, 'utf8'));
        const env = await samEnvironment(context.env, session, folder, context.clock, { languageExtensions });
        const { command } = await sam();
        const cwd = environment.directory;
        await (0,validate_template/* validateTemplate */.d)({ template, source, sam: command, region: session.region, cwd, env }, context);
    }
    const { release, builds } = await buildLocally({ ...request, session, sam }, { ...context, readFile: (path) => (0,promises_.readFile)(path, 'utf8') });
    return { release, artifacts: { kind: 'built', builds, sam } };
}
function firstOf([first]) {
    if (first === undefined)
        throw new src_errors/* InternalError */.Gd('a run without targets');
    return first;
}
function buildRequest({ environment, sources }, folder, options, { env, origin }) {
    return {
        environment,
        sources,
        folder,
        build: options.build !== 'never',
        env,
        ...(origin.commit !== undefined && { commit: origin.commit }),
        ...(origin.tag !== undefined && { tag: origin.tag }),
    };
}
async function load({ whole, targets, silent }, id, folder, context) {
    const reachable = targets.map(({ target }) => target);
    const { release, storage, bucket } = await loadRelease(id, { whole, reachable, silent }, context);
    const artifacts = uniqueArtifacts(release);
    context.report({
        type: 'release.ready',
        release: id,
        ...(release.commit !== undefined && { commit: release.commit }),
        artifacts: artifacts.length,
        bytes: artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0),
        reused: true,
    });
    return {
        release,
        store: createArtifactStore({ storage, bucket, folder: `${folder}/artifacts` }),
    };
}

// EXTERNAL MODULE: ./src/gates/runner.ts
var runner = __webpack_require__(58156);
// EXTERNAL MODULE: ./src/commands/gate-ports.ts
var gate_ports = __webpack_require__(54246);
// EXTERNAL MODULE: ./src/commands/rollback/seen-return.ts
var seen_return = __webpack_require__(36375);
// EXTERNAL MODULE: ./src/commands/deploy/dependencies.ts
var dependencies = __webpack_require__(6543);
// EXTERNAL MODULE: ./src/commands/deploy/failures.ts
var failures = __webpack_require__(81225);
// EXTERNAL MODULE: ./src/map-values.ts
var map_values = __webpack_require__(35088);
// EXTERNAL MODULE: ./src/topology/references.ts
var topology_references = __webpack_require__(21099);
;// CONCATENATED MODULE: ./src/commands/deploy/inputs.ts







/** Resolves the references of an instance against outputs, SSM parameters of its target, the release and the target itself. */
async function resolveInputs(instance, ports) {
    const references = (0,dependencies/* referencingTexts */.r6)(instance).flatMap(topology_references/* referencesIn */.ii);
    const values = new Map();
    const notes = new Set();
    const note = (text) => void notes.add(text);
    await Promise.all(references.map(async (reference) => values.set(keyOf(reference), await valueFor(reference, instance, ports, note))));
    const waiting = new Set();
    const resolve = (text) => {
        const resolution = (0,topology_references/* resolveReferences */.d)(text, (reference) => values.get(keyOf(reference)));
        if (resolution.kind === 'resolved')
            return resolution.text;
        for (const { reference, source } of resolution.missing)
            waiting.add(waitsFor(reference, instance, ports.environment) ?? source);
        return '';
    };
    const parameters = (0,map_values/* mapValues */.L)(instance.settings.parameters, ({ text }) => resolve(text));
    const tags = (0,map_values/* mapValues */.L)(instance.settings.tags, resolve);
    if (waiting.size > 0)
        return { kind: 'waiting', for: [...waiting] };
    const fingerprint = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify({ parameters, tags })).digest('hex');
    const { settings } = instance;
    const fromStore = {
        parameters: namesFromStore((0,map_values/* mapValues */.L)(settings.parameters, ({ text }) => text)),
        tags: namesFromStore(settings.tags),
    };
    const taken = takenOutputs(references, values, instance, ports.environment);
    return { kind: 'known', fingerprint, resolved: { parameters, tags, fromStore, taken }, notes: [...notes] };
}
function namesFromStore(texts) {
    return Object.keys(texts).filter((name) => (0,topology_references/* referencesIn */.ii)(texts[name] ?? '').some(({ kind }) => kind === 'ssm'));
}
function takenOutputs(references, values, instance, environment) {
    const taken = {};
    for (const reference of references) {
        if (reference.kind !== 'output')
            continue;
        const source = (0,dependencies/* referencedInstance */.PP)(environment, instance, reference);
        const value = values.get(keyOf(reference));
        if (source !== undefined && value !== undefined)
            taken[source.id] = { ...taken[source.id], [reference.output]: value };
    }
    return taken;
}
async function valueFor(reference, instance, ports, note) {
    const { target } = instance;
    switch (reference.kind) {
        case 'output':
            return outputOf(reference, instance, ports, note);
        case 'ssm':
            return ssmValue(reference.name, instance, ports);
        case 'release':
            return ports.release.id;
        case 'commit':
            return ports.release.commit ?? '';
        case 'environment':
            return ports.environment.name;
        case 'application':
            return ports.environment.application;
        case 'target':
            if (reference.property === 'account')
                return ports.session(instance).account();
            if (reference.property === 'active')
                return String(await ports.isActive(target.name));
            return target[reference.property];
    }
}
async function outputOf(reference, instance, ports, note) {
    const source = (0,dependencies/* referencedInstance */.PP)(ports.environment, instance, reference);
    if (source === undefined)
        return undefined;
    const { output } = reference;
    const known = ports.outputs.get(source.id);
    if (known !== undefined)
        return known[output];
    try {
        const stack = await ports.session(source).cloudformation.describeStack(source.stack.stackName);
        return stack?.outputs[output];
    }
    catch (error) {
        if (!isLost(error))
            throw error;
        const recorded = (await ports.recorded(instance, source))?.[output];
        if (recorded === undefined)
            throw error;
        note(`${output} of ${source.id} is taken as it was recorded here: ${source.target.name} is not asked or is lost`);
        return recorded;
    }
}
async function ssmValue(name, instance, ports) {
    try {
        return await ports.session(instance).parameter(name);
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G) || error.kind !== 'not-found')
            throw error;
        throw new src_errors/* UserError */.yo('ssm-parameter-missing', `${instance.id} takes the SSM parameter ${name}, which is not in ${instance.target.region}`, {
            fix: [`Create ${name} in ${instance.target.region}: SSM parameters belong to one region and account.`],
            cause: error,
        });
    }
}
function waitsFor(reference, instance, environment) {
    return reference.kind === 'output' ? (0,dependencies/* referencedInstance */.PP)(environment, instance, reference)?.id : undefined;
}
function keyOf(reference) {
    return JSON.stringify(reference);
}

;// CONCATENATED MODULE: ./src/commands/deploy/rollout-ports.ts






/** The rollout's effects on real AWS. What one target throws becomes that target's failed state. */
function createRolloutPorts(options, context) {
    const { whole, release, engine, journal, rollback, traffic, recorded, isActive, overrideAlarms } = options;
    const outputs = new Map();
    const resolved = new Map();
    const { signal } = context;
    const session = (instance) => context.aws.session(instance.target);
    return {
        clock: context.clock,
        report: context.report,
        signal,
        session,
        journal,
        gates: (0,runner/* createGateRunner */.q)({
            ...(0,gate_ports/* gatePorts */.o)(context),
            environment: whole,
            release,
            isActive,
            ...(overrideAlarms !== undefined && { overrideAlarms }),
        }),
        rollback: traffic === undefined ? rollback : withTraffic(rollback, traffic, context),
        ...(traffic !== undefined && { traffic }),
        dependencies: (instance) => (0,dependencies/* dependencyIds */.wo)(whole, instance),
        inputs: async (instance) => {
            try {
                const inputs = await resolveInputs(instance, {
                    environment: whole,
                    release,
                    session,
                    outputs,
                    recorded,
                    isActive,
                });
                if (inputs.kind === 'known')
                    resolved.set(instance.id, inputs);
                return inputs;
            }
            catch (error) {
                return { kind: 'failed', preparation: (0,failures/* failedPreparation */.V)(error, signal) };
            }
        },
        prepare: async (instance) => {
            try {
                const inputs = resolved.get(instance.id);
                if (inputs === undefined)
                    throw new Error(`${instance.id} is prepared before its inputs are known`);
                return await engine.prepare(instance, inputs);
            }
            catch (error) {
                return (0,failures/* failedPreparation */.V)(error, signal);
            }
        },
        execute: async (instance, preparation) => {
            try {
                return await engine.execute(instance, preparation);
            }
            catch (error) {
                return (0,failures/* failedOutcome */.i)(error, signal);
            }
        },
        discard: async (instance, preparation) => {
            try {
                await engine.discard(instance, preparation);
            }
            catch (error) {
                const text = `the change set of ${instance.id} could not be deleted: ${(0,failures/* failedPreparation */.V)(error, signal).reason}`;
                context.report({ type: 'note', level: 'warning', text, target: instance.target.name });
            }
        },
        align: (instance, preparation) => engine.align(instance, preparation),
        adopt: (instance) => {
            const inputs = resolved.get(instance.id);
            if (inputs !== undefined)
                engine.adopt(instance, inputs);
        },
        remember: ({ id }, values) => void outputs.set(id, values),
    };
}
/** What is shown of a rollback says how its traffic moves. */
function withTraffic(rollback, traffic, context) {
    return {
        ...rollback,
        planRollback: async (instances, aim) => {
            const [plan, seen] = await Promise.all([rollback.planRollback(instances, aim), (0,seen_return/* seenReturn */.U)(traffic, context)]);
            return { ...plan, ...(seen !== undefined && { traffic: seen }) };
        },
    };
}

// EXTERNAL MODULE: ./src/stack/failed.ts
var stack_failed = __webpack_require__(47547);
// EXTERNAL MODULE: ./src/stack/settings.ts
var settings = __webpack_require__(11123);
;// CONCATENATED MODULE: ./src/stack/engines/sam-arguments.ts

function packageArguments(paths, region, configuration, bucket) {
    return [
        'package',
        ...['--template-file', paths.template],
        ...['--output-template-file', paths.packaged],
        ...common(region, configuration, bucket),
    ];
}
/** Every setting of ours is stated on the command line, where it wins over the configuration file. */
function deployArguments(paths, region, configuration, bucket, request) {
    return [
        'deploy',
        ...['--template-file', paths.packaged],
        ...['--stack-name', request.stackName],
        ...common(region, configuration, bucket),
        '--no-fail-on-empty-changeset',
        '--no-confirm-changeset',
        request.disableRollback ? '--disable-rollback' : '--no-disable-rollback',
        ...list('--capabilities', request.capabilities),
        ...list('--notification-arns', request.notificationArns),
        ...(request.serviceRole === undefined ? [] : ['--role-arn', request.serviceRole]),
        ...list('--tags', Object.entries(request.tags).map(tagArgument)),
        ...(Object.keys(request.parameters).length === 0 ? [] : ['--parameter-overrides', `file://${paths.parameters}`]),
    ];
}
function common(region, configuration, { bucket, prefix }) {
    return [
        ...['--region', region],
        ...['--config-file', configuration.file],
        ...['--config-env', configuration.environment],
        // In this order: SAM looks at what came before --no-resolve-s3 (samcli/commands/_utils/options.py).
        ...(bucket === undefined ? ['--resolve-s3'] : ['--s3-bucket', bucket, '--no-resolve-s3']),
        ...(prefix === undefined ? [] : ['--s3-prefix', prefix]),
        '--no-progressbar',
    ];
}
function list(option, values) {
    return values.length === 0 ? [] : [option, ...values];
}
/**
 * Parameters as a YAML file for `--parameter-overrides file://…` (SAM CLI since pull request #7876). On the command line
 * SAM takes values apart with regular expressions that some values do not survive (a quote after a backslash, as JSON in
 * JSON has), and anybody on the machine can read them. Non-ASCII characters are escaped, because SAM reads the file in
 * the encoding of the locale.
 */
function parameterFile(parameters) {
    return Object.entries(parameters)
        .map(([name, value]) => `${yamlString(name)}: ${yamlString(protectedFromSam(value))}\n`)
        .join('');
}
/**
 * Of a file's values SAM removes quotes around them and backslashes before spaces and quotes, twice: when it has read
 * the file and when it has all values together (`CfnParameterOverridesType.convert` in samcli/cli/types.py). This adds
 * what it removes.
 */
function protectedFromSam(value) {
    const untouched = !/\\[ "']/.test(value) && !/^(["'])[\s\S]*\1$|^["']$/.test(value);
    if (untouched)
        return value;
    const quote = (text) => `"${text.replace(/\\(?=[ "'])/g, '\\\\')}"`;
    return quote(quote(value));
}
/** A JSON string is one of YAML's, but for pairs of surrogates: YAML takes each half for a character. */
function yamlString(text) {
    return JSON.stringify(text).replace(/[^\0-\x7e]/gu, (character) => `\\U${character.codePointAt(0)?.toString(16).padStart(8, '0')}`);
}
/** One tag as an argument of `--tags`, quoted where SAM would otherwise cut it at a space or an equals sign. */
function tagArgument([key, value]) {
    const text = /[\s="']/.test(value) || value === '' ? `${key}="${value.replaceAll('"', '\\"')}"` : `${key}=${value}`;
    // SAM reads `a="b c=d"` as two tags: every piece between spaces has exactly one equals sign (samcli/cli/types.py, CfnTags).
    const pieces = text.split(' ');
    const misread = (pieces.length > 1 && pieces.every((piece) => piece.split('=').length === 2)) || /[^\S ]/.test(key + value);
    if (misread || /[="'\\]/.test(key) || value.includes('\\')) {
        throw new src_errors/* UserError */.yo('tag-not-for-sam', `"sam deploy" cannot be given the tag ${key} with the value ${value}.`, {
            fix: ['Use a value without line breaks, backslashes and spaces before equals signs, or the engine "changeset".'],
        });
    }
    return text;
}

;// CONCATENATED MODULE: ./src/stack/engines/sam-nested-urls.ts
const S3_HOST = { 'aws-cn': 'amazonaws.com.cn' };
/**
 * With an endpoint of S3 in the environment (a test double, a VPC endpoint), `sam package` writes the addresses of
 * nested templates with that host, and `sam deploy` takes only addresses that look like S3's (`is_s3_url` in
 * samcli/lib/package/utils.py). Without one nothing is touched.
 */
async function nestedUrlsOfAws(file, ports) {
    const { region, partition } = ports.session;
    const environment = await ports.environment();
    const endpoint = (environment['AWS_ENDPOINT_URL_S3'] || environment['AWS_ENDPOINT_URL'])?.replace(/\/+$/, '');
    if (endpoint === undefined)
        return;
    const text = ports.readFile(file);
    const changed = text?.replaceAll(`${endpoint}/`, `https://s3.${region}.${S3_HOST[partition] ?? 'amazonaws.com'}/`);
    if (changed !== undefined && changed !== text)
        await ports.writeFile(file, changed);
}

// EXTERNAL MODULE: ./src/stack/diagnose.ts
var diagnose = __webpack_require__(33198);
// EXTERNAL MODULE: ./src/stack/fixes.ts
var fixes = __webpack_require__(16555);
// EXTERNAL MODULE: ./src/stack/status.ts
var stack_status = __webpack_require__(53016);
;// CONCATENATED MODULE: ./src/stack/engines/sam-outcome.ts




async function stackBefore(name, cloudformation) {
    const stack = await cloudformation.describeStack(name);
    if (stack === undefined)
        return {};
    const baseline = (0,operation/* baselineOf */.Bv)(stack);
    // Where operations have ids, theirs tell our events from older ones.
    if (baseline.operations.size > 0)
        return { stack, baseline };
    const [newest] = await cloudformation.describeEvents({ stack: stack.stackId, notBefore: baseline.changedAt });
    return { stack, baseline, ...(newest !== undefined && { lastEventAt: newest.at }) };
}
const NO_STACK = { status: '', changedAt: '', operations: new Set() };
/** The honest end, from SAM's exit code and the stack as it is now. */
async function samOutcome({ request, before, after, run }, ports) {
    const nothing = { failures: [], fix: [], outputs: after?.outputs ?? {} };
    const known = after === undefined ? {} : { stackId: after.stackId, stackStatus: after.status };
    const running = after !== undefined && (0,stack_status/* statusMeaning */.u)(after.status).inProgress;
    if (run.stopped !== undefined) {
        const left = running
            ? `CloudFormation goes on with ${request.stackName} (${after.status})`
            : 'nothing is running in AWS';
        const why = run.stopped === 'cancelled' ? 'cancelled' : `not done after ${Math.round(request.timeoutMs / 1000)} s`;
        return { ...nothing, ...known, state: run.stopped, reason: `${run.command}: ${why}; ${left}` };
    }
    const touched = after !== undefined && (before.baseline === undefined || (0,operation/* showsOperation */.G3)(after, before.baseline));
    if (run.exitCode === 0) {
        if (after === undefined || !(0,stack_status/* statusMeaning */.u)(after.status).success) {
            const status = after?.status ?? 'absent';
            return { ...nothing, ...known, state: 'failed', reason: `sam deploy succeeded, but the stack is ${status}` };
        }
        return { ...nothing, ...known, state: touched ? 'succeeded' : 'no-change' };
    }
    const reason = `${run.command} ended with exit code ${run.exitCode}: ${errorLines(run.tail)}`;
    if (!touched || run.command === 'sam package')
        return { ...nothing, ...known, state: 'failed', reason };
    const operationIds = (0,operation/* newOperations */.LE)(after, before.baseline ?? NO_STACK).map(({ id }) => id);
    const since = before.lastEventAt;
    const failures = await (0,diagnose/* diagnose */.h)({ stackId: after.stackId, operationIds, ...(since !== undefined && { since }) }, ports);
    const state = (0,stack_status/* statusMeaning */.u)(after.status).end === 'stuck' ? 'stuck' : 'failed';
    return { ...nothing, ...known, state, reason, failures, fix: (0,fixes/* knownFixes */.B)(failures) };
}
/** What SAM says went wrong; its last line when it does not say "Error". */
function errorLines(tail) {
    const lines = tail.map((line) => line.trim()).filter((line) => line !== '');
    const first = lines.findLastIndex((line) => line.startsWith('Error:'));
    return (first === -1 ? lines.slice(-1) : lines.slice(first)).join(' ').slice(0, 2000);
}

;// CONCATENATED MODULE: ./src/stack/engines/sam.ts






/** Deploys one stack exactly as the SAM CLI does. The CLI packages, plans and executes by itself: nothing can be shown before. */
async function deployWithSam(deployment, ports) {
    const { request } = deployment;
    let before;
    try {
        refuseWhatSamCannot(request);
        before = await stackBefore(request.stackName, ports.cloudformation);
        const run = await runSam(deployment, ports);
        const after = await ports.cloudformation.describeStack(request.stackName);
        if (after !== undefined && run.exitCode === 0)
            await alignSettings(request, after, ports);
        return await samOutcome({ request, before, after, run }, ports);
    }
    catch (error) {
        const refusal = (0,stack_failed/* refusalOf */.Of)(error, ports.signal);
        if (refusal === undefined)
            throw error;
        return (0,stack_failed/* refusedOutcome */.jV)(refusal, before?.stack === undefined ? {} : { stackId: before.stack.stackId });
    }
}
async function runSam(deployment, ports) {
    const { request, folder, template } = deployment;
    const { region } = ports.session;
    const paths = { template, packaged: `${folder}/packaged.yaml`, parameters: `${folder}/parameters.yaml` };
    const { text, environment } = deployment.configuration ?? { text: 'version = 0.1\n', environment: 'default' };
    const configuration = { file: `${folder}/samconfig.toml`, environment };
    await ports.writeFile(configuration.file, text);
    await ports.writeFile(paths.parameters, parameterFile(request.parameters));
    const limit = new AbortController();
    const finished = new AbortController();
    const limited = ports.clock.sleep(request.timeoutMs, finished.signal).then(() => limit.abort(), () => undefined);
    const signal = AbortSignal.any([ports.signal, limit.signal]);
    const sam = async (command, args) => {
        await ports.beforeWrite();
        ports.report({ type: 'instance.state', ...subject(deployment, ports), state: 'executing', text: command });
        const env = await ports.environment();
        const { exitCode, tail, aborted } = await ports.spawn(deployment.sam, args, {
            cwd: folder,
            env,
            signal,
            onLine: (line) => ports.report({ type: 'tool.output', tool: `${command} ${request.instance}`, line }),
        });
        const stopped = limit.signal.aborted ? 'timed-out' : 'cancelled';
        return { command, exitCode, tail, ...(aborted && { stopped }) };
    };
    try {
        const packaged = await sam('sam package', packageArguments(paths, region, configuration, deployment));
        if (packaged.exitCode !== 0)
            return packaged;
        await nestedUrlsOfAws(paths.packaged, ports);
        return await sam('sam deploy', deployArguments(paths, region, configuration, deployment, request));
    }
    finally {
        finished.abort();
        await limited;
    }
}
function subject({ request }, { target }) {
    return { instance: request.instance, target, stack: request.instance.split('@')[0] ?? request.instance };
}
/** Settings that `sam deploy` has no option for, and that lie outside its change set. */
async function alignSettings(request, stack, ports) {
    await (0,settings/* warnOnFailure */.yh)('Termination protection', ports, () => (0,settings/* setTerminationProtection */.C4)(stack, request, ports));
    await (0,settings/* warnOnFailure */.yh)('The stack policy', ports, () => (0,settings/* setStackPolicy */.F1)(stack.stackId, request, ports));
}
/** Better refused than left out: whoever configured it counts on it. */
function refuseWhatSamCannot(request) {
    const unable = [
        request.rollbackTriggers !== undefined && 'rollback alarms',
        request.revertDrift && 'reverting drift',
        request.missingParameters === 'template-default' && 'missing-parameters: template-default',
    ].filter((what) => what !== false);
    if (unable.length === 0)
        return;
    throw new src_errors/* UserError */.yo('not-for-sam', `"sam deploy" has no option for ${unable.join(', ')} (stack ${request.stackName}).`, {
        fix: ['Use the engine "changeset", or leave the setting out.'],
    });
}

;// CONCATENATED MODULE: ./src/commands/deploy/sam-engine.ts









/** Literal `sam package` and `sam deploy` in every target: each packages for itself, and plans when it deploys. */
function createSamEngine(options, context) {
    const requests = new Map();
    return {
        adopt: () => undefined,
        align: async () => undefined,
        discard: async () => undefined,
        prepare: async (instance, { resolved }) => {
            const work = (0,work_of/* workOf */.L)(instance, options.targets);
            await work.session.account();
            await work.lease();
            requests.set(instance.id, stackRequest(instance, resolved, { body: '' }, options, context));
            return { kind: 'unreviewed', notes: ['the sam engine makes its change set when it deploys'] };
        },
        execute: async (instance) => {
            const { settings, stack, id } = instance;
            const work = (0,work_of/* workOf */.L)(instance, options.targets);
            const request = requests.get(id);
            const build = options.builds.get(stack.template);
            if (request === undefined || build === undefined)
                throw new src_errors/* InternalError */.Gd(`${id} is executed before it is prepared`);
            const folder = (0,external_node_path_.join)(options.folder, encodeURIComponent(id));
            await (0,promises_.mkdir)(folder, { recursive: true });
            const { samConfig } = build.group;
            const outcome = await deployWithSam({
                request,
                template: build.path,
                folder,
                sam: (await options.sam()).command,
                configuration: {
                    text: await engineSettings(samConfig),
                    environment: samConfig?.environment ?? 'default',
                },
                bucket: await work.bucket(settings),
                ...(settings.artifactPrefix !== undefined && { prefix: settings.artifactPrefix }),
            }, {
                ...stackPorts(instance, work, options.templateOf, context),
                spawn: context.spawn,
                session: work.session,
                environment: () => samEnvironment(context.env, work.session, folder, context.clock, {
                    languageExtensions: build.group.loops,
                }),
                readFile: context.readFile,
                writeFile: context.writeFile,
            });
            if ((0,pause_consumers/* isOver */.P)(outcome.state))
                await options.roles?.settle(instance);
            return outcome;
        },
    };
}

;// CONCATENATED MODULE: ./src/release/nested-templates.ts


/** As deep as CloudFormation is likely to follow; a template that names itself ends there. */
const DEEPEST = 5;
/** The packaged templates of a stack, root first, as far as they are part of the release. Each is parsed once. */
function templatesOf({ template, source, artifacts }) {
    const texts = new Map(artifacts.flatMap(({ key, text }) => (text === undefined ? [] : [[key, text]])));
    const parsed = new Map();
    const visit = (here) => {
        if (texts.size === 0 || here.path.length >= DEEPEST)
            return [here];
        const inside = (0,artifact_references/* artifactReferences */.t)(here.template).flatMap(({ kind, logicalId, value }) => {
            const key = kind === 'template' && value.form !== 'local' ? value.location.key : undefined;
            const text = key === undefined ? undefined : texts.get(key);
            if (key === undefined || text === undefined || logicalId === undefined)
                return [];
            const child = parsed.get(key) ?? (0,template_parse.parseTemplate)(text, key);
            parsed.set(key, child);
            return visit({ path: [...here.path, logicalId], template: child });
        });
        return [here, ...inside];
    };
    return visit({ path: [], template: (0,template_parse.parseTemplate)(template, source) });
}

// EXTERNAL MODULE: ./src/template/event-driven.ts
var event_driven = __webpack_require__(21369);
;// CONCATENATED MODULE: ./src/commands/deploy/stack-template.ts








/** Reads each packaged template of a release once. */
function createStackTemplates(release, context) {
    const known = new Map();
    return (stack) => {
        const found = known.get(stack) ?? stack_template_read(stack, release, context);
        known.set(stack, found);
        return found;
    };
}
function stack_template_read(key, release, context) {
    const stack = release.stacks.find((candidate) => candidate.stack === key);
    if (stack === undefined)
        throw new src_errors/* InternalError */.Gd(`release ${release.id} has no stack ${key}`);
    const all = templatesOf(stack);
    const packaged = all[0]?.template ?? (0,template_parse.parseTemplate)(stack.template, stack.source);
    const named = (find) => all.flatMap(({ path, template }) => find(template).map((name) => [...path, name].join('.')));
    const shifted = shiftedIn(all);
    return {
        parameters: packaged.parameters,
        resourceCount: packaged.resources.length,
        retained: new Set(packaged.resources.filter(({ deletionPolicy }) => deletionPolicy === 'Retain').map(({ logicalId }) => logicalId)),
        hasNestedStacks: packaged.resources.some(({ type }) => (0,locate_nested/* isNestedStack */.SZ)(type)),
        ...(shifted !== undefined && { shifted }),
        ...(stack.inRegion !== undefined && { inRegion: stack.inRegion }),
        unshifted: named((template) => addPreference(template, 'AllAtOnce').functions),
        consumers: new Set(all.flatMap(({ template }) => [...(0,event_driven/* consumerKinds */.I7)(template)])),
        switchesAtOnce: named(event_driven/* switchesAtOnce */.HZ),
        locate: (0,locate_nested/* createLocator */.TR)(stack.source, {
            readFile: context.readFile,
            name: (path) => (0,external_node_path_.relative)(context.cwd, path),
        }),
    };
}
/** Aliases of the root, and of nested stacks by their path. */
function shiftedIn(all) {
    const found = all.flatMap(({ path, template }) => {
        const shifted = (0,deployment_preference/* shiftedAliases */.c)(template);
        return shifted === undefined ? [] : [[path.join('.'), shifted]];
    });
    if (found.length === 0)
        return undefined;
    const { '': root = NO_ALIASES, ...nested } = Object.fromEntries(found);
    return Object.keys(nested).length === 0 ? root : { ...root, nested };
}
const NO_ALIASES = { functions: [], written: {} };

// EXTERNAL MODULE: ./src/commands/deploy/target-work.ts
var target_work = __webpack_require__(55749);
// EXTERNAL MODULE: ./src/commands/deploy/traffic.ts
var deploy_traffic = __webpack_require__(96697);
;// CONCATENATED MODULE: ./src/commands/deploy/prepare-run.ts

























/** How long giving back may take after a cancel: the runner kills 10 s after its first signal. */
const CLOSE_AFTER_CANCEL_MS = 3_000;
/**
 * Proves the account of every target, then makes or loads the release. Buckets and leases of the targets are obtained
 * while `sam package` runs.
 */
async function prepareRun(command, chosen, options, context) {
    const { environment, whole } = chosen;
    const writes = command === 'deploy' && options['dry-run'] !== true;
    const sources = options.release === undefined
        ? await (0,check_templates/* checkTemplates */.Y)(environment.stacks, options.build === 'never', context)
        : new Map();
    // A plan in a file is executed as it is: what it needs must be there when it is made.
    const keepsPlan = command === 'plan' && (options['plan-file'] !== undefined || options['keep-plan'] === true);
    const targets = (0,target_work/* createTargetWork */.J2)(environment, {
        command,
        lockWaitMs: options['lock-wait'] ?? target_work/* DEFAULT_LOCK_WAIT_MS */.Xn,
        leases: writes,
        makesBuckets: writes || keepsPlan,
    }, context);
    const closeTargets = () => Promise.all([...targets.values()].map((work) => work.close()));
    try {
        const reachable = await (0,prove_targets/* proveTargets */.t)(targets, options, context);
        // What cannot be held or found is reported when its turn comes; nobody waits for this here.
        for (const work of reachable) {
            work.findBucket((0,target_settings/* settingsOf */.f)(environment, work.target.name)).catch(() => undefined);
            work.lease().catch(() => undefined);
        }
        const journal = (0,deploy_journal/* journalOf */.P)(environment, reachable, context);
        const returns = async () => (await journal.readAll().catch(rollout_journal/* unknownAsNone */.f))?.course === 'rolling-back';
        const traffic = writes
            ? await (0,deploy_traffic/* trafficPortsOf */.t)(environment, { works: reachable, command, returns }, context)
            : undefined;
        const atHome = reachable.some(({ target }) => target.name === environment.home);
        const last = writes
            ? atHome
                ? journal.read()
                : journal.readAll().catch(rollout_journal/* unknownAsNone */.f)
            : Promise.resolve(undefined);
        // Who is refused because of it is told when the release is made.
        last.catch(() => undefined);
        const earlier = readEarlier(chosen, homeBucket(chosen, reachable), context);
        const { release, artifacts, folder, dispose } = await obtainRelease({
            command,
            forecast: !writes && !keepsPlan,
            environment,
            whole,
            targets: reachable,
            silent: silentTargets(chosen, reachable),
            sources,
        }, options, context);
        const templateOf = createStackTemplates(release, context);
        const inventory = await earlier;
        const earlierMs = durationsOf(inventory);
        const parts = { release, targets, templateOf, earlierMs };
        const recorder = (0,deploy_recorder/* createRecorder */.T)({ application: environment.application, environment: environment.name }, context);
        const roles = writes ? (0,consumer_roles/* createConsumerRoles */.y)(whole, reachable, context) : undefined;
        const engine = artifacts.kind === 'built'
            ? createSamEngine({ ...parts, ...artifacts, folder: (0,external_node_path_.join)(folder, 'sam'), roles }, context)
            : createChangeSetEngine({ ...parts, ...artifacts, environment, recorder, roles, repair: writes, waits: writes || keepsPlan }, context);
        const acceptDataLoss = options['accept-data-loss'] === true;
        const recorded = createRecordedOutputs(recorder, context);
        const rollback = (0,rollback_work/* createRollbackWork */._)({ recorder, targets, environment, roles, acceptDataLoss, given: {} }, context);
        const active = (0,active_targets/* activeReader */.s)(environment, reachable, context);
        return {
            environment,
            release,
            templateOf,
            earlierMs,
            inventory,
            lastRollout: await last,
            trafficProblem: traffic?.problem,
            rolloutKnown: journal.answered,
            latestRollout: async () => {
                // Who is at work ends first: what it leaves is what this run goes on from.
                await Promise.allSettled(reachable.map((work) => work.lease()));
                if (environment.failover !== undefined)
                    (0,refuse_drill/* refuseOpenDrill */.U)(await (0,active_targets/* activeReader */.s)(environment, reachable, context).state());
                return journal.readAll(reachable.some((work) => work.waited()) ? 'again' : undefined);
            },
            seenTraffic: async () => {
                if (traffic !== undefined)
                    return traffic.seen(active);
                const seen = await (0,visible_weights/* seenTraffic */.dZ)(environment, active, context);
                const drained = async (given) => ({
                    ...given,
                    settings: await (0,drain_first/* drainSettings */.E)(given.settings, given.weights, environment, reachable, context),
                });
                return seen && (0,visible_weights/* readable */.HD)(context, () => drained(seen));
            },
            forecast: async (plan) => {
                if (environment.onFailure === 'stop')
                    return [];
                const retained = (stack) => templateOf(stack).retained;
                try {
                    return forecastNotes(await forecastRollback(plan, { recorder, acceptDataLoss, retained }));
                }
                catch (error) {
                    // The plan stands without it: whether the stack can return is found out when it should.
                    return [`whether it could be rolled back is not known: ${(0,src_errors/* errorText */.kc)(error)}`];
                }
            },
            ports: createRolloutPorts({
                whole,
                release,
                engine,
                journal,
                rollback,
                traffic: traffic?.ports,
                recorded,
                isActive: active.isActive,
                overrideAlarms: options['override-alarms'],
            }, context),
            close: async () => {
                const given = (async () => {
                    await traffic?.close();
                    await closeTargets();
                })();
                const closing = Promise.all([given, dispose()]);
                await (context.signal.aborted ? Promise.race([closing, context.clock.sleep(CLOSE_AFTER_CANCEL_MS)]) : closing);
            },
        };
    }
    catch (error) {
        await closeTargets();
        throw error;
    }
}
/** Who is not asked for anything: what was left out, and what has just been found not to answer. */
function silentTargets({ environment, excluded }, reachable) {
    const answering = new Set(reachable.map(({ target }) => target.name));
    const lost = environment.targets.map(({ name }) => name).filter((name) => !answering.has(name));
    return new Set([...excluded, ...lost]);
}
/** Where this run works on the home target, its bucket is looked up once for everything. */
function homeBucket({ environment, whole }, reachable) {
    const { name } = (0,inventory_place/* homeOf */.l)(whole);
    const home = reachable.find(({ target }) => target.name === name);
    return home && (() => home.bucket((0,target_settings/* settingsOf */.f)(environment, name)));
}

;// CONCATENATED MODULE: ./src/commands/deploy/protected-environments.ts

/**
 * Refuses while a GitHub environment that should wait for an approval does not: GitHub makes an environment whose name is
 * misspelt, without any rule, and the job that names it starts at once
 * (docs.github.com, "Running a workflow that references an environment that does not exist will create an environment").
 * @throws UserErrors `environment-unprotected`
 */
async function refuseUnprotected(options, { gitHub, nameOption }) {
    const names = [...new Set(options['protected-environments'] ?? [])];
    if (names.length === 0)
        return;
    const client = await gitHub(options['github-token']);
    const found = await Promise.all(names.map(async (name) => ({ name, why: whyUnprotected(await client.environment(name)) })));
    const problems = found.flatMap(({ name, why }) => why === undefined
        ? []
        : new src_errors/* UserError */.yo('environment-unprotected', `the GitHub environment ${name} ${why}, so nobody would be asked`, {
            fix: [
                `Add required reviewers to ${name} under Settings → Environments, or correct its name.`,
                `If nobody is to be asked, leave it out of ${nameOption('protected-environments')} (in the reusable workflow: \`approval: none\`).`,
            ],
        }));
    if (problems.length > 0)
        throw new src_errors/* UserErrors */.tQ('environment-unprotected', 'no approval would be asked for; nothing was planned', problems);
}
/** A wait timer or a branch rule asks nobody; reviewers do, and so may the rule of a GitHub App. */
function whyUnprotected(found) {
    if (found === undefined)
        return 'does not exist';
    return found.reviewers.length > 0 || found.customRules.length > 0 ? undefined : 'has no required reviewers';
}

// EXTERNAL MODULE: ./src/commands/deploy/refusals.ts
var refusals = __webpack_require__(79619);
// EXTERNAL MODULE: ./src/release/invalid-template-error.ts
var invalid_template_error = __webpack_require__(71310);
;// CONCATENATED MODULE: ./src/commands/deploy/refuse-invalid.ts



/**
 * A template that SAM's translator refuses in every target is bad input, not a deployment that failed: the run is
 * refused with all that was found. What was made for other stacks is deleted, so nothing has changed anywhere. Where a
 * template is good in one target, parameters make the difference, and the others failed to be planned.
 *
 * @throws UserErrors `template-invalid`
 */
async function refuseInvalidTemplates(plans, ports) {
    const errors = [...Map.groupBy(plans.values(), ({ instance }) => instance.stack.key).values()].flatMap(errorsOf);
    if (errors.length === 0)
        return;
    await (0,discard/* discardPlans */.V)(plans.values(), ports);
    throw new src_errors/* UserErrors */.tQ('template-invalid', 'a template is not valid; nothing was changed', errors);
}
function errorsOf(plans) {
    const made = plans.flatMap(({ preparation }) => preparation ?? []);
    if (made.some(({ kind }) => kind !== 'failed'))
        return [];
    const [invalid] = made.flatMap((preparation) => preparation.kind === 'failed' && preparation.cause === 'template-invalid' ? [preparation] : []);
    const template = plans[0]?.instance.stack.template ?? '';
    return (invalid?.failures ?? []).map(({ path, reason, location }) => (0,invalid_template_error/* invalidTemplateError */.Q)(path, reason, location ?? { file: template }));
}

// EXTERNAL MODULE: ./src/commands/visible-journal.ts
var visible_journal = __webpack_require__(10370);
;// CONCATENATED MODULE: ./src/commands/deploy/waiting-release.ts


/**
 * The release of the rollout that can be taken further.
 * @throws UserError `nothing-to-promote`
 */
async function waitingRelease({ environment }, context) {
    const last = await (await (0,visible_journal/* visibleJournal */.A)(environment, context))?.readAll();
    if (last?.course === 'forward')
        return last.release;
    const found = last === undefined
        ? `${environment.name} never had a rollout`
        : `the last rollout of ${environment.name}, of release ${last.release.id}, is ${MEANS[last.course]}`;
    throw new src_errors/* UserError */.yo('nothing-to-promote', `${found}: there is nothing to promote`, {
        fix: ['Begin one that waits: deploy --until WAVE --leave (or --revert-after 2h).'],
    });
}
const MEANS = { closed: 'over', failed: 'over and failed', 'rolling-back': 'being rolled back' };

;// CONCATENATED MODULE: ./src/commands/deploy/deploy.ts




















/** Builds once and deploys to every target, wave by wave. */
const deploy = (options, context) => run('deploy', options, context);
/** Shows what `deploy` would do; what it made is deleted unless `plan-file` keeps it. With `failover`, whether one could be. */
const deploy_plan = async (options, context) => {
    if (options.failover !== true)
        return run('plan', options, context);
    const { planFailover } = await Promise.all(/* import() */[__webpack_require__.e(6283), __webpack_require__.e(1062)]).then(__webpack_require__.bind(__webpack_require__, 31062));
    return planFailover(options, context);
};
/** Takes the rollout that waits further, after it was judged over the whole pause. */
const deploy_promote = async (options, context) => {
    const chosen = await (0,environment/* environmentOf */.p)({ ...options, release: PENDING }, context);
    const { id } = await waitingRelease(chosen, context);
    return run('deploy', { ...options, release: id }, context, 'promote');
};
/** Stands for the release that the kept rollout names, while only the environment is read. */
const PENDING = 'pending';
async function run(command, options, context, verb = command) {
    const startedAt = context.clock.now();
    // A plan names its release: sources are not needed.
    const sources = options.plan === undefined ? options : { ...options, release: PENDING };
    const chosen = await (0,environment/* environmentOf */.p)(sources, context);
    const known = await withKeptPlan(chosen, options, context);
    return deployEnvironment(command, verb, chosen, startedAt, known.options, known.context);
}
/**
 * Deploys to (or plans) an environment that is chosen already.
 * @param verb how the run calls itself
 * @param startedAt milliseconds since the epoch
 */
async function deployEnvironment(command, verb, chosen, startedAt, options, context) {
    const { environment } = chosen;
    (0,refusals/* refuseUntil */.J)(environment, options, context);
    (0,refusals/* refuseForSam */.V)(environment, options, context);
    await refuseUnprotected(options, context);
    const dryRun = command === 'plan' || options['dry-run'] === true;
    context.report({
        type: 'run.started',
        command: verb,
        version: context.version,
        application: environment.application,
        environment: environment.name,
        targets: environment.targets.map(({ name }) => name),
        dryRun,
    });
    if (options['check-only'])
        return checkOnly(environment, startedAt, context);
    const prepared = await prepareRun(command, chosen, options, context);
    try {
        const details = { command: verb, startedAt, release: prepared.release };
        const seen = await admittedRollout(prepared, options, context);
        // A rollback that somebody began is finished first: there is nothing to plan.
        let plans = seen.course === 'rolling-back' ? noPlans : await makePlans(command, prepared, options, context);
        const shown = await describePlans(environment, plans, prepared);
        context.report({ type: 'plan.ready', plan: shown });
        if (dryRun || context.signal.aborted)
            return await endPlan(plans, shown, details, prepared, options, context);
        await confirmPlan(plans, shown, prepared.ports, context);
        const rollout = await latestRollout(seen, plans, prepared, options, context).catch(async (error) => {
            await (0,discard/* discardPlans */.V)(plans.values(), prepared.ports);
            throw error;
        });
        if (rollout.course === 'rolling-back') {
            await (0,discard/* discardPlans */.V)(plans.values(), prepared.ports);
            plans = noPlans;
        }
        const { until, 'revert-after': revertAfterMs } = options;
        const pause = until === undefined ? undefined : { after: until, ...(revertAfterMs !== undefined && { revertAfterMs }) };
        const end = await runRollout(environment, plans, rollout, prepared.ports, pause);
        const { instances, verdicts, failure } = end;
        // Nothing more is written to the targets: leases go back while the inventory is written.
        const file = options['dr-plan-file'];
        const deployed = { release: prepared.release, results: instances, ...(file !== undefined && { file }) };
        await Promise.all([
            recordInventory(chosen, instances, prepared.inventory, context),
            chosen.whole.failover && (await __webpack_require__.e(/* import() */ 6100).then(__webpack_require__.bind(__webpack_require__, 86100))).keepFailoverPlan(chosen, deployed, context),
            prepared.close(),
            (0,tell_later_gates/* tellLaterGates */.w)(environment, instances, context),
        ]);
        return (0,result/* runResult */.X)(environment, {
            ...details,
            instances,
            gates: verdicts,
            plan: shown,
            ...(failure !== undefined && { failure }),
            ...(end.rollout !== undefined && { rollout: end.rollout }),
            ...(end.paused !== undefined && { status: 'paused' }),
        }, context);
    }
    finally {
        await prepared.close();
    }
}
const noPlans = new Map();
async function makePlans(command, prepared, options, context) {
    const file = options['plan-file'];
    if (command === 'deploy' && file !== undefined)
        return adoptPlan((0,external_node_path_.join)(context.cwd, file), prepared, context);
    const plans = await (0,plan/* planInstances */.M)(prepared.environment, prepared.ports);
    await refuseInvalidTemplates(plans, prepared.ports);
    return plans;
}
async function confirmPlan(plans, shown, ports, context) {
    const changing = shown.instances.filter(({ kind }) => kind !== 'no-change' && kind !== 'failed');
    if (changing.length === 0)
        return;
    const losses = changing.flatMap(({ changes }) => changes.filter(({ dataLoss }) => dataLoss)).length;
    const warning = losses > 0 ? ` ${losses} of the changes would lose data.` : '';
    try {
        if (await context.confirm(`Deploy ${changing.length} stacks of ${shown.environment}?${warning}`))
            return;
        throw new src_errors/* UserError */.yo('declined', 'nothing was deployed', { fix: ['Answer y, or add --yes.'] });
    }
    catch (error) {
        await (0,discard/* discardPlans */.V)(plans.values(), ports);
        throw error;
    }
}


/***/ }),

/***/ 79619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refuseUntil),
/* harmony export */   V: () => (/* binding */ refuseForSam)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _topology_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34131);


/** A schedule is kept to the minute, and needs some time to be seen. Milliseconds. */
const SHORTEST_REVERT_MS = 5 * 60_000;
/** @throws UserError `unknown-phase`, `pause-undecided`, `revert-impossible` */
function refuseUntil(environment, options, context) {
    const { name, phases } = environment;
    const { until, leave } = options;
    const { nameOption } = context;
    const revertAfterMs = options['revert-after'];
    if (until === undefined) {
        if (revertAfterMs === undefined)
            return;
        throw undecided(`${nameOption('revert-after')} is for a rollout that waits`, [
            `Say after which phase, with ${nameOption('until')}.`,
        ]);
    }
    const names = phases.map((phase) => phase.name);
    if (!names.includes(until)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('unknown-phase', `${nameOption('until')} names ${until}, which is no phase of ${name}`, {
            fix: [(0,_topology_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .a)(until, names)],
        });
    }
    const [leaves, reverts] = [
        `leave it with ${nameOption('leave')}`,
        `take its traffic with ${nameOption('revert-after')}`,
    ];
    if (leave === true && revertAfterMs !== undefined) {
        throw undecided('what becomes of what is deployed was said twice', [`Either ${leaves}, or ${reverts}.`]);
    }
    if (revertAfterMs !== undefined)
        refuseRevert(environment, until, revertAfterMs, context);
    if (leave || revertAfterMs !== undefined)
        return;
    throw undecided('nobody said what becomes of what is deployed when the rollout is never promoted', [
        `Either ${leaves}, or ${reverts}; promote, abort and rollback end the pause.`,
    ]);
}
function undecided(message, fix) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('pause-undecided', message, { fix });
}
/** What is known to fail when the rollout pauses is refused before it begins. */
function refuseRevert({ phases, traffic, targets }, until, afterMs, { nameOption }) {
    const impossible = (why, ...fix) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('revert-impossible', `${nameOption('revert-after')} cannot be done: ${why}`, { fix });
    const leaves = `Or leave what is deployed as it is, with ${nameOption('leave')}.`;
    if (afterMs < SHORTEST_REVERT_MS)
        throw impossible('it takes five minutes at least', 'Give a longer time, such as 2h.');
    if (traffic === undefined)
        throw impossible('nothing says how traffic is shared', 'Add `traffic`.', leaves);
    const { driver, weights } = traffic;
    if (driver.driver !== 'route53') {
        throw impossible(`AWS cannot change the weights of ${driver.driver} by a schedule, only those of route53`, leaves);
    }
    if (driver.revertRole === undefined) {
        throw impossible('no role is named that may do it', 'Add traffic.revert-role.', leaves);
    }
    const last = phases.findIndex((phase) => phase.name === until);
    const reached = new Set(phases.slice(0, last + 1).flatMap((phase) => phase.targets));
    const others = targets.filter(({ name }) => !reached.has(name));
    if (others.every(({ name }) => (weights[name] ?? 0) === 0)) {
        throw impossible(`after ${until} no target with traffic is left that has the release before`, leaves);
    }
}
/** The `sam` engine packages the sources in every target: it cannot deploy what was made before. */
function refuseForSam({ engine }, options, { nameOption }) {
    if (engine !== 'sam')
        return;
    for (const name of ['release', 'plan-file', 'plan', 'keep-plan']) {
        if (options[name] === undefined)
            continue;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('not-with-sam', `${nameOption(name)} does not go with the sam engine, which packages the sources in every target`, {
            fix: ['Use the changeset engine, or leave it out.'],
        });
    }
}


/***/ }),

/***/ 26088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ inventoryPlace),
/* harmony export */   l: () => (/* binding */ homeOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25326);
/* harmony import */ var _deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71349);



/** The home target; the environment was checked to have it. */
function homeOf(environment) {
    const home = environment.targets.find(({ name }) => name === environment.home) ?? environment.targets[0];
    if (home === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InternalError */ .Gd(`${environment.name} has no target`);
    return home;
}
/** Where the inventory of an environment lies; undefined before the first deployment made a bucket. */
async function inventoryPlace(whole, context) {
    const home = homeOf(whole);
    const session = context.aws.session(home);
    const bucket = await (0,_bucket_of_js__WEBPACK_IMPORTED_MODULE_1__/* .bucketOf */ .A)(session, (0,_deploy_target_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .settingsOf */ .f)(whole, home.name), context);
    return bucket === undefined
        ? undefined
        : { storage: session.storage, bucket, application: whole.application, environment: whole.name };
}


/***/ }),

/***/ 10370:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ visibleJournal)
/* harmony export */ });
/* harmony import */ var _records_rollout_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69345);
/* harmony import */ var _records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17509);
/* harmony import */ var _record_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98634);



/** The kept rollout to look at only: makes no bucket and takes no lease. Undefined where no target has a bucket yet. */
async function visibleJournal(environment, context) {
    const works = environment.targets.map((target) => ({ target, session: context.aws.session(target) }));
    const places = await (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .visiblePlaces */ .fj)(environment, works, context);
    return places.length === 0 ? undefined : (0,_records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .createRolloutJournal */ .x)((0,_records_rollout_document_js__WEBPACK_IMPORTED_MODULE_0__/* .rolloutKey */ .n)(environment), places, (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .noteIn */ .Cr)(context));
}


/***/ }),

/***/ 69304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ targetEnvironment)
/* harmony export */ });
/** What decides whose AWS a program talks to; all of it comes from the target, nothing from the outside. */
const DECIDES = /^(AWS_|SAM_CLI_CONTAINER|ACTIONS_ID_TOKEN_|ACTIONS_RUNTIME_|INPUT_)/;
/**
 * Environment of a program that works in one target: the user's (PATH, HOME, proxies, the program's own settings),
 * without credentials and region that may be another target's and without the job's tokens and inputs; then the target's.
 */
function targetEnvironment(outside, target) {
    const kept = Object.entries(outside).filter((entry) => entry[1] !== undefined && (!DECIDES.test(entry[0]) || harmless(entry[0])));
    return { ...Object.fromEntries(kept), ...target };
}
/** How calls are made, not by whom: certificates, retries, endpoints in dual-stack or FIPS form. */
function harmless(name) {
    return /^AWS_(CA_BUNDLE|MAX_ATTEMPTS|RETRY_MODE|USE_|ENDPOINT_URL|IGNORE_CONFIGURED_ENDPOINT_URLS|EC2_METADATA_DISABLED)/.test(name);
}


/***/ }),

/***/ 95330:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q5: () => (/* binding */ updateInventory),
/* harmony export */   Vl: () => (/* binding */ openInventory),
/* harmony export */   zw: () => (/* binding */ readInventory)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


const VERSION = 1;
/** Two runs that end at once: the loser reads again and adds to what the winner wrote. */
const ATTEMPTS = 5;
const DURATIONS_KEPT = 5;
function keyOf({ application, environment }) {
    return `sam-multi-region/inventory/${encodeURIComponent(application)}/${encodeURIComponent(environment)}.json`;
}
/**
 * Every stack that this environment ever had and that was not removed with `remove`.
 * @throws UserError `inventory-newer`; AwsError
 */
async function readInventory(place) {
    return (await openInventory(place)).entries;
}
/**
 * Adds and takes out entries; writes nothing when that changes nothing.
 * @param known what a run read when it began: it is written over as long as nobody else has written since
 */
async function updateInventory(place, change, known) {
    for (let attempt = 1;; attempt += 1) {
        const { entries, etag } = (attempt === 1 ? known : undefined) ?? (await openInventory(place));
        const kept = entries.filter(({ instance }) => !change.remove?.has(instance));
        const byId = new Map(kept.map((entry) => [entry.instance, entry]));
        for (const entry of change.add ?? [])
            byId.set(entry.instance, merged(byId.get(entry.instance), entry));
        const next = [...byId.values()].sort((a, b) => (a.instance < b.instance ? -1 : 1));
        if (JSON.stringify(next) === JSON.stringify(entries))
            return;
        const document = { version: VERSION, entries: next };
        try {
            const condition = etag === undefined ? { ifAbsent: true } : { ifMatch: etag };
            await place.storage.putText(place.bucket, keyOf(place), JSON.stringify(document), condition);
            return;
        }
        catch (error) {
            if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) || error.kind !== 'conflict' || attempt === ATTEMPTS)
                throw error;
        }
    }
}
/** A run without changes says nothing about how long one takes. */
function merged(known, entry) {
    const tookMs = [...(known?.tookMs ?? []), ...(entry.tookMs ?? [])].slice(-DURATIONS_KEPT);
    return { ...entry, ...(tookMs.length > 0 && { tookMs }) };
}
/**
 * The inventory, to be written back later without reading it again.
 * @throws UserError `inventory-newer`; AwsError
 */
async function openInventory(place) {
    const stored = await place.storage.getText(place.bucket, keyOf(place));
    if (stored === undefined)
        return { entries: [] };
    const document = parse(stored.text);
    if (document !== undefined && document.version > VERSION) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('inventory-newer', `the inventory of ${place.environment} was written by a newer version (format ${document.version})`, {
            fix: ['Use the version that deployed last, or a later one.'],
        });
    }
    // A damaged inventory only hides orphans: it is begun anew, guarded by its ETag.
    return { entries: document?.entries ?? [], etag: stored.etag };
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return typeof value?.version === 'number' && Array.isArray(value.entries)
            ? { version: value.version, entries: value.entries }
            : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 90464:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LT: () => (/* binding */ builtTemplate),
/* harmony export */   fv: () => (/* binding */ sharesFolder),
/* harmony export */   jV: () => (/* binding */ buildsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _template_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79224);
/* harmony import */ var _local_artifacts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97116);



/** The template to package: as `sam build` made it now or before, or the source where there is nothing to build. */
async function builtTemplate(request, parts) {
    const { template, source, local } = request;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(template);
    if (!local.needsBuild || isBuilt(template))
        return { path: template, template: source };
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, '.aws-sam', `build-${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.parse)(template).name}`);
    if (!request.build) {
        return ((await earlierBuild(template, source, request.sharesFolder, parts.readFile)) ?? {
            path: template,
            template: source,
        });
    }
    const buildFolder = request.sharesFolder ? own : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, '.aws-sam', 'build');
    const text = `sam build ${template}`;
    parts.report({ type: 'step.started', step: 'build', text });
    const start = parts.clock.now();
    const { path: configFile, environment = 'default' } = request.samConfig ?? {};
    await request.run([
        'build',
        ...['--template-file', template],
        ...['--build-dir', buildFolder],
        ...(configFile === undefined ? [] : ['--config-file', configFile]),
        ...['--config-env', environment],
    ]);
    parts.report({ type: 'step.finished', step: 'build', text, durationMs: parts.clock.now() - start });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(buildFolder, 'template.yaml');
    return { path, template: await (0,_template_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readTemplate */ .x)(path, parts.readFile) };
}
/** What `sam build` made of this template before; undefined when it made nothing, or of another template. */
async function earlierBuild(template, source, sharesFolder, readFile) {
    if (isBuilt(template) || !(0,_local_artifacts_js__WEBPACK_IMPORTED_MODULE_2__/* .localArtifacts */ .b)(source).needsBuild)
        return undefined;
    for (const path of buildsOf(template, sharesFolder)) {
        const built = await (0,_template_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readTemplate */ .x)(path, readFile).catch(() => undefined);
        if (built && isOf(built, source))
            return { path, template: built };
    }
    return undefined;
}
/** Where `sam build` would have put what it made of a template. */
function buildsOf(template, sharesFolder) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(template), '.aws-sam');
    const folders = sharesFolder ? [`build-${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.parse)(template).name}`, 'build'] : ['build'];
    return folders.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name, 'template.yaml'));
}
/** `sam build` makes one folder for all templates beside each other, unless each is given its own. */
function sharesFolder(template, others) {
    return others.some((other) => other !== template && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(other) === (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(template));
}
function isBuilt(file) {
    return /[\\/]\.aws-sam[\\/]build(?:-[^\\/]+)?[\\/]/.test(file);
}
/** Whether a built template was made of this source: `sam build` changes no logical ids. */
function isOf(built, source) {
    const ids = (template) => template.resources.map(({ logicalId, type }) => `${logicalId} ${type}`).sort();
    return ids(built).join('\n') === ids(source).join('\n');
}


/***/ }),

/***/ 67008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P_: () => (/* binding */ isForecastKey),
/* harmony export */   Pt: () => (/* binding */ FORECASTS),
/* harmony export */   cX: () => (/* binding */ createForecast),
/* harmony export */   gL: () => (/* binding */ forecastPrefix),
/* harmony export */   kP: () => (/* binding */ isForecast)
/* harmony export */ });
/* harmony import */ var _hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35109);
/* harmony import */ var _nested_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34622);
/* harmony import */ var _object_url_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91946);



/**
 * Where a plan that is not kept puts what it packages: no deployment looks there, so whoever may only plan (jobs of pull
 * requests) can write nothing that is deployed.
 */
const FORECASTS = 'sam-multi-region/forecasts';
/** The prefix of the artifacts of a forecast, from that of deployments. */
function forecastPrefix(prefix) {
    return prefix === undefined ? FORECASTS : `${FORECASTS}/${prefix}`;
}
/** Whether what was packaged to this place is a forecast. */
function isForecast({ origin }) {
    return isForecastKey(`${origin.prefix}/`);
}
function isForecastKey(key) {
    return key.startsWith(`${FORECASTS}/`);
}
/** The key that a deployment gives to an artifact of a forecast. */
function deployedKey(key) {
    return isForecastKey(key) ? key.slice(FORECASTS.length + 1) : key;
}
/** Asks for each object once. */
function createForecast() {
    const asked = new Map();
    function isThere({ storage, bucket }, key) {
        const id = `${bucket} ${key}`;
        const found = asked.get(id) ?? storage.head(bucket, key).then((head) => head !== undefined);
        asked.set(id, found);
        return found;
    }
    async function present(keys, place) {
        const found = await Promise.all(keys.map(async (key) => ((await isThere(place, key)) ? [key] : [])));
        return new Set(found.flat());
    }
    return {
        async missing(files, place) {
            const there = await present(files.map(({ key }) => deployedKey(key)), place);
            return files.filter(({ key }) => !there.has(deployedKey(key)));
        },
        async rewrite(stack, place, normal) {
            const { createHash } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 77598, 23));
            const rekeyed = new Set(normal.nested.flatMap(({ from, changed }) => (changed ? [from] : [])));
            const nameOf = (key, text, changed) => {
                const own = deployedKey(key);
                if (!changed)
                    return own;
                // Where a deployment rewrites nothing the template keeps the key that `sam package` gave it: its MD5.
                const hash = rekeyed.has(key) ? (0,_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(text).slice(0, 32) : createHash('md5').update(text).digest('hex');
                return `${own.slice(0, own.lastIndexOf('/') + 1)}${hash}.template`;
            };
            const to = { bucket: place.bucket, url: (key) => (0,_object_url_js__WEBPACK_IMPORTED_MODULE_2__/* .objectUrl */ .b)(place, place.bucket, key) };
            const deployed = (0,_nested_js__WEBPACK_IMPORTED_MODULE_1__/* .rewriteStack */ .zx)(stack, { ...to, fileKey: deployedKey }, nameOf);
            const there = await present([...filesOf(stack), ...deployed.nested.map(({ key }) => key)], place);
            return (0,_nested_js__WEBPACK_IMPORTED_MODULE_1__/* .rewriteStack */ .zx)(stack, { ...to, fileKey: (key) => (there.has(deployedKey(key)) ? deployedKey(key) : key) }, (key, text, changed) => {
                const name = nameOf(key, text, changed);
                return there.has(name) ? name : `${FORECASTS}/${name}`;
            });
        },
    };
}
function filesOf({ root, nested }) {
    const references = [root, ...nested.values()].flatMap((template) => template.references);
    const keys = references.flatMap(({ kind, value }) => (kind === 'file' ? [deployedKey(value.location.key)] : []));
    return [...new Set(keys)];
}


/***/ }),

/***/ 71310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ invalidTemplateError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** One thing that SAM's translator refuses in a template. @param subject the resource, or "the template" */
function invalidTemplateError(subject, sentence, location) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('template-invalid', `${location.file} is no valid SAM template: ${subject}: ${sentence}`, {
        location,
        fix: ['Correct the template; "sam validate" says the same without deploying.'],
    });
}


/***/ }),

/***/ 97116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ refuseLocalArtifacts),
/* harmony export */   b: () => (/* binding */ localArtifacts)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _template_artifact_references_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74153);
/* harmony import */ var _missing_artifacts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27931);



/** Resource types that `sam build` builds; nested templates may hold them. */
const BUILT = new Set([
    'AWS::CloudFormation::Stack',
    'AWS::Lambda::Function',
    'AWS::Lambda::LayerVersion',
    'AWS::Serverless::Application',
    'AWS::Serverless::Function',
    'AWS::Serverless::LayerVersion',
    'AWS::Serverless::WebFunction',
]);
function localArtifacts(template) {
    const local = (0,_template_artifact_references_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactReferences */ .t)(template).filter(isLocal);
    const resources = new Map(template.resources.map((resource) => [resource.logicalId, resource]));
    const users = local.flatMap(({ logicalId }) => resources.get(logicalId ?? '') ?? []);
    const ownFolder = (0,_template_artifact_references_js__WEBPACK_IMPORTED_MODULE_1__/* .packagesOwnFolder */ .K)(template);
    // The CDK names assets in metadata only.
    const assets = template.resources.some(({ metadata }) => 'aws:asset:path' in metadata);
    return {
        needsPackage: local.length > 0 || ownFolder || assets,
        needsBuild: ownFolder ||
            assets ||
            users.some(({ type }) => BUILT.has(type)) ||
            local.some(({ path }) => path[0] === 'Globals'),
    };
}
function isLocal(reference) {
    return reference.value.form === 'local';
}
/**
 * What is local still after packaging would be refused by CloudFormation, and late.
 *
 * @throws UserError `artifact-not-packaged`
 */
function refuseLocalArtifacts(packaged, source) {
    const left = (0,_template_artifact_references_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactReferences */ .t)(packaged).find((reference) => isLocal(reference) && (0,_missing_artifacts_js__WEBPACK_IMPORTED_MODULE_2__/* .isTaken */ .C)(reference, packaged));
    if (left?.value.form !== 'local')
        return;
    const global = left.path[0] === 'Globals';
    const place = (global ? left.path : left.path.slice(1)).join('.');
    const location = source.locate(place) ?? source.locate(left.logicalId ?? '');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('artifact-not-packaged', `${source.file}: "sam package" left ${left.path.join('.')} as the local path ${left.value.text}.`, {
        fix: [
            global
                ? 'Build it (build: auto), or say it in each function: "sam package" passes over what is global.'
                : 'Check that the path exists; inside Fn::ForEach this needs AWS SAM CLI 1.160 or later.',
        ],
        ...(location && { location }),
    });
}


/***/ }),

/***/ 7746:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ usesLoops)
/* harmony export */ });
/* harmony import */ var _template_artifact_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74153);
/* harmony import */ var _template_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79224);
/* harmony import */ var _template_sections_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40496);



/**
 * Whether a template, or one that it nests locally, has an `Fn::ForEach`: SAM must be told to expand loops, or it ends with
 * "'list' object has no attribute 'get'" even where no loop holds an artifact. Where there are none it is not told: it
 * would evaluate functions for which it has no values.
 *
 * @param path where the template lies, absolute
 */
async function usesLoops(template, path, readFile, seen = new Set([path])) {
    if ((0,_template_sections_js__WEBPACK_IMPORTED_MODULE_2__/* .forEachLoops */ .kV)(template.data).length > 0)
        return true;
    const { dirname, resolve } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 76760, 23));
    for (const { kind, value } of (0,_template_artifact_references_js__WEBPACK_IMPORTED_MODULE_0__/* .artifactReferences */ .t)(template)) {
        if (kind !== 'template' || value.form !== 'local')
            continue;
        const file = resolve(dirname(path), value.text);
        if (seen.has(file))
            continue;
        seen.add(file);
        if (await usesLoops(await (0,_template_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readTemplate */ .x)(file, readFile), file, readFile, seen))
            return true;
    }
    return false;
}


/***/ }),

/***/ 27931:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isTaken),
/* harmony export */   i: () => (/* binding */ refuseMissingArtifacts)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _template_artifact_references_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74153);
/* harmony import */ var _template_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79224);



/**
 * Refuses local paths that are not there, as they are written and before anything is started: SAM would name the path
 * that it made of them, and after some work. Templates that are nested locally are looked through as well.
 *
 * @param template what SAM will package, or build first
 * @param path where it lies, absolute: its paths count from there
 * @throws UserError `artifact-missing`; UserErrors `artifacts-missing` when there are several
 */
async function refuseMissingArtifacts(template, path, files) {
    const missing = await missingIn(template, path, files, new Set([path]));
    const [first] = missing;
    if (first === undefined)
        return;
    if (missing.length === 1)
        throw first;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserErrors */ .tQ('artifacts-missing', `${missing.length} files or folders that the templates name do not exist`, missing);
}
async function missingIn(template, path, files, seen) {
    const [{ access }, { dirname, resolve }] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 23)), Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 76760, 23))]);
    const found = await Promise.all((0,_template_artifact_references_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactReferences */ .t)(template).map(async (reference) => {
        const { value, kind } = reference;
        if (value.form !== 'local' || !isPackaged(reference, template))
            return [];
        const file = resolve(dirname(path), value.text);
        const there = await access(file).then(() => true, () => false);
        if (!there)
            return [missing(reference, value.text, template)];
        if (kind !== 'template' || seen.has(file))
            return [];
        seen.add(file);
        const nested = await (0,_template_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readTemplate */ .x)(file, files.readFile, files.show(file));
        return missingIn(nested, file, files, seen);
    }));
    return found.flat();
}
/** Inside a loop a path holds the loop's variable. */
function isPackaged(reference, template) {
    const { value } = reference;
    return !(value.form === 'local' && value.text.includes('${')) && isTaken(reference, template);
}
/** A global code location counts where a function has none of its own. */
function isTaken({ path }, { resources }) {
    if (path[0] !== 'Globals')
        return true;
    return (path[1] === 'Function' &&
        resources.some(({ type, properties }) => type === 'AWS::Serverless::Function' && !properties['CodeUri'] && !properties['InlineCode']));
}
function missing({ path, logicalId }, text, template) {
    const [section, ...rest] = path;
    const name = section === 'Resources' ? rest.join('.') : path.join('.');
    const location = template.locate(name) ?? template.locate(logicalId ?? '');
    const property = path.at(-1) ?? '';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('artifact-missing', `${template.file}: ${property} of ${logicalId ?? path.slice(0, -1).join('.')} is ${text}, which does not exist.`, {
        fix: [
            'Correct the path: it counts from the folder of the template. What another step makes must be there first.',
        ],
        ...(location && { location }),
    });
}


/***/ }),

/***/ 43621:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ runSam),
/* harmony export */   PN: () => (/* binding */ OLDEST_SAM_FOR_ENGINE),
/* harmony export */   yX: () => (/* binding */ OLDEST_SAM)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/**
 * First version whose boto3 takes `AWS_ENDPOINT_URL` and whose `--config-file` may lie anywhere; older ones are not
 * tried out.
 */
const OLDEST_SAM = '1.100.0';
/**
 * First version that takes parameters from a file (`--parameter-overrides file://…`, aws/aws-sam-cli pull request #7876
 * of 2025-12-17: not in v1.151.0, in v1.152.0). The sam engine hands them over in no other way: on the command line some
 * values do not arrive as they are, and everybody on the machine can read them.
 */
const OLDEST_SAM_FOR_ENGINE = '1.152.0';
/** What SAM suggests to type next: it would only mislead, as this program does the next step. */
const HINT = /^\s*(Commands you can use next|=+\s*$|\[\*\] |Execute the following command|sam deploy --template-file )/;
/**
 * Runs `sam`, every line of it an event.
 *
 * @throws UserError `sam-failed` with its last lines, `sam-cancelled`
 */
async function runSam(run, parts) {
    const { exitCode, tail, aborted } = await parts.spawn(run.sam.command, run.args, {
        cwd: run.cwd,
        env: run.env,
        tailLines: 40,
        onLine: (line) => {
            if (line.trim() !== '' && !HINT.test(line))
                parts.report({ type: 'tool.output', tool: 'sam', line });
        },
        ...(parts.signal && { signal: parts.signal }),
    });
    if (aborted)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('sam-cancelled', `"sam ${run.args[0]}" was cancelled.`);
    if (exitCode === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('sam-failed', [`"sam ${run.args[0]}" of ${run.template} failed with exit code ${exitCode}:`, ...lastLines(tail)].join('\n'), {
        location: { file: run.template },
        fix: [`Run "sam ${run.args[0]} --template ${run.template}" by hand: it fails in the same way.`],
    });
}
function lastLines(tail) {
    const lines = tail.map((line) => line.trimEnd()).filter((line) => line !== '');
    // sam ends with the reason; what comes before is progress.
    const error = lines.findLastIndex((line) => /^(?:Error|Build Failed|Usage)\b/.test(line));
    return lines.slice(error >= 0 ? error : -15).slice(0, 30);
}


/***/ }),

/***/ 17763:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ samFinder),
  b: () => (/* binding */ stackGroups)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/release/build-template.ts
var build_template = __webpack_require__(90464);
// EXTERNAL MODULE: ./src/release/sam-cli.ts
var sam_cli = __webpack_require__(43621);
;// CONCATENATED MODULE: ./src/release/find-sam.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});


/**
 * Finds `sam` and its version. The version is read from where it is installed: starting it only to ask takes as long as
 * packaging does. Where that does not tell, `sam --version` does.
 *
 * @throws UserError `sam-missing`, `sam-too-old`
 */
async function findSam(request, spawn) {
    const wanted = request.samPath ?? 'sam';
    const command = await locate(wanted, request);
    if (command === undefined)
        throw missing(wanted, request);
    const version = (await installedVersion(command)) ?? (await askVersion(command, request, spawn));
    if (version === undefined)
        throw missing(wanted, request, `${command} does not tell its version`);
    const oldest = request.needs?.version ?? sam_cli/* OLDEST_SAM */.yX;
    if (compareVersions(version, oldest) < 0) {
        const what = request.needs === undefined ? '' : ` for ${request.needs.what}`;
        throw new errors/* UserError */.yo('sam-too-old', `${command} is AWS SAM CLI ${version}; ${oldest} or later is needed${what}.`, {
            fix: [
                onGitHub(request)
                    ? `Set "sam-version" of the reusable workflow to ${oldest} or later; in a job of your own, put the step aws-actions/setup-sam before this one.`
                    : 'Update it: pip install --upgrade aws-sam-cli.',
                ...(request.needs === undefined ? [] : [request.needs.fix]),
            ],
        });
    }
    return { command, version };
}
async function locate(wanted, { cwd, env }) {
    const [{ access, constants }, { delimiter, isAbsolute, join, resolve }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 23)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 76760, 23)),
    ]);
    const names = process.platform === 'win32' && !/\.\w+$/.test(wanted) ? [`${wanted}.cmd`, `${wanted}.exe`] : [wanted];
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
    const candidates = /[\\/]/.test(wanted)
        ? [isAbsolute(wanted) ? wanted : resolve(cwd, wanted)]
        : folders.flatMap((folder) => names.map((name) => join(folder, name)));
    for (const candidate of candidates) {
        try {
            await access(candidate, constants.X_OK);
            return candidate;
        }
        catch {
            // Look further.
        }
    }
    return undefined;
}
/** From the folder of the Python package, or of the installer (`…/aws-sam-cli/…/1.170.0/bin/sam`). */
async function installedVersion(command) {
    const [{ open, readdir, realpath }, { dirname, join }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 23)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 76760, 23)),
    ]);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const real = await realpath(command);
            const versioned = /[\\/]aws-sam-cli[\\/].*?(\d+\.\d+\.\d+)[\\/]/.exec(real)?.[1];
            if (versioned !== undefined)
                return versioned;
            const file = __addDisposableResource(env_1, await open(real), true);
            const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
            const python = /^#!\s*(\S+python[\d.]*)\s/.exec(buffer.toString('latin1', 0, bytesRead))?.[1];
            if (python === undefined)
                return undefined;
            const lib = join(dirname(dirname(python)), 'lib');
            for (const version of (await readdir(lib)).filter((name) => name.startsWith('python3'))) {
                const packages = await readdir(join(lib, version, 'site-packages')).catch(() => []);
                for (const name of packages) {
                    const found = /^aws_sam_cli-(\d+\.\d+\.\d+)\S*\.dist-info$/.exec(name)?.[1];
                    if (found !== undefined)
                        return found;
                }
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch {
        // Installed in another way.
    }
    return undefined;
}
async function askVersion(command, request, spawn) {
    const { tail } = await spawn(command, ['--version'], { cwd: request.cwd, env: request.env, tailLines: 20 });
    return /version,? (\d+\.\d+\.\d+)/i.exec(tail.join('\n'))?.[1];
}
function compareVersions(a, b) {
    const [left, right] = [a, b].map((version) => version.split('.').map(Number));
    for (let index = 0; index < 3; index += 1) {
        const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** The reusable workflows install the version that their caller names. */
function onGitHub({ env }) {
    return env['GITHUB_ACTIONS'] === 'true';
}
function missing(wanted, request, why = 'it is not on the PATH') {
    return new errors/* UserError */.yo('sam-missing', `The AWS SAM CLI ("${wanted}") cannot be used: ${why}.`, {
        fix: [
            onGitHub(request)
                ? 'Set "sam-version" of the reusable workflow; in a job of your own, put the step aws-actions/setup-sam before this one.'
                : 'Install it: pip install aws-sam-cli.',
            'A template that is packaged already (its artifacts are s3:// locations) needs no SAM CLI.',
        ],
    });
}

// EXTERNAL MODULE: ./src/release/loops.ts
var loops = __webpack_require__(7746);
;// CONCATENATED MODULE: ./src/release/stack-groups.ts




/** @param sources the templates, read already, by path */
function stackGroups({ stacks }, sources, readFile) {
    const groups = Map.groupBy(stacks, ({ template, inRegion = '' }) => `${inRegion}\0${template}`);
    const templates = [...new Set(stacks.map(({ template }) => template))];
    return Promise.all([...groups.values()].map(async (members, index) => {
        const { template = '', inRegion } = members[0] ?? {};
        const source = sources.get(template);
        if (source === undefined)
            throw new errors/* InternalError */.Gd(`${template} was not read`);
        const file = members.find(({ samConfig }) => samConfig !== undefined)?.samConfig;
        return {
            template,
            source,
            ...(inRegion !== undefined && { inRegion }),
            ...(file && { samConfig: { ...file, text: await readFile(file.path) } }),
            sharesFolder: (0,build_template/* sharesFolder */.fv)(template, templates),
            loops: await (0,loops/* usesLoops */.a)(source, template, readFile),
            stacks: members,
            name: String(index),
        };
    }));
}
/** Finds `sam` once a run, and only when it is needed. */
function samFinder({ samPath, environment, env, needs }, spawn) {
    let sam;
    return () => {
        sam ??= findSam({
            ...(samPath !== undefined && { samPath }),
            ...(needs && { needs }),
            cwd: environment.directory,
            env: texts(env),
        }, spawn);
        return sam;
    };
}
function texts(env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined));
}


/***/ }),

/***/ 68426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ validateTemplate)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _template_sam_findings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38380);
/* harmony import */ var _invalid_template_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71310);



/**
 * Runs `sam validate`. It knows no parameter values and runs no other transform (`AWS::Include`), so what it finds in a
 * resource that needs such is said, and left to CloudFormation; and it may fail for reasons of its own (it asks IAM for
 * the names of managed policies).
 *
 * @throws UserErrors `template-invalid`
 */
async function validateTemplate({ template, source, sam, region, cwd, env }, { spawn, report, signal }) {
    const args = ['validate', '--template-file', template, '--region', region];
    const { tail } = await spawn(sam, args, {
        cwd,
        env,
        ...(signal && { signal }),
    });
    const errors = [];
    for (const finding of (0,_template_sam_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .validateFindings */ .Fk)(tail.join('\n')) ?? []) {
        const { id = 'the template', sentence } = finding;
        const paths = (0,_template_sam_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .findingPaths */ .EW)(finding);
        const location = paths.map(source.locate).find((place) => place !== undefined) ?? { file: source.file };
        if (needsMore(finding, source)) {
            const text = `sam validate, which knows neither parameter values nor other transforms, objects to ${id}: ${sentence}`;
            report({ type: 'note', level: 'warning', text });
        }
        else
            errors.push((0,_invalid_template_error_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidTemplateError */ .Q)(id, sentence, location));
    }
    if (errors.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserErrors */ .tQ('template-invalid', 'a template is not valid; nothing was changed', errors);
}
/** Functions that decide what a property is; the others only fill in texts. */
const DECIDING = /"Fn::(?!GetAtt|Sub|Join)/;
function needsMore(finding, { resources, parameters, globals }) {
    const paths = (0,_template_sam_findings_js__WEBPACK_IMPORTED_MODULE_1__/* .findingPaths */ .EW)(finding);
    const resource = resources.find(({ logicalId }) => paths.includes(logicalId));
    if (resource === undefined)
        return false;
    const text = JSON.stringify([resource.properties, globals]);
    return (DECIDING.test(text) ||
        parameters.some(({ name }) => text.includes(`"Ref":"${name}"`) || text.includes(`\${${name}}`)));
}


/***/ }),

/***/ 79224:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ readTemplate)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78547);


/**
 * Reads and parses a template file.
 *
 * @param shown how messages call it; its path unless given
 * @throws UserError `template-missing`, and those of {@link parseTemplate}
 */
async function readTemplate(file, readFile, shown = file) {
    let text;
    try {
        text = await readFile(file);
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : undefined;
        const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('template-missing', `The template ${shown} ${reason}.`, {
            location: { file: shown },
            fix: ['Give the path of the template, from the folder of the configuration file.'],
            cause: error,
        });
    }
    return (0,_parse_js__WEBPACK_IMPORTED_MODULE_1__.parseTemplate)(text.startsWith('\uFEFF') ? text.slice(1) : text, shown);
}


/***/ })

};
