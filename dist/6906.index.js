export const id = 6906;
export const ids = [6906,1782];
export const modules = {

/***/ 6543:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ referencedInstance),
/* harmony export */   r6: () => (/* binding */ referencingTexts),
/* harmony export */   wo: () => (/* binding */ dependencyIds)
/* harmony export */ });
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21099);

/** The instance that an output reference means: of the named target, else of the same target, else the only one. */
function referencedInstance(environment, from, reference) {
    const candidates = environment.instances.filter(({ stack }) => stack.key === reference.stack);
    const wanted = reference.target ?? from.target.name;
    return (candidates.find(({ target }) => target.name === wanted) ??
        (reference.target === undefined && candidates.length === 1 ? candidates[0] : undefined));
}
/** Every text of an instance that may hold references. */
function referencingTexts({ settings }) {
    return [...Object.values(settings.parameters).map(({ text }) => text), ...Object.values(settings.tags)];
}
/** Ids of the instances that must be done before this one: those whose outputs it takes, and its `needs`. */
function dependencyIds(environment, instance) {
    const references = referencingTexts(instance)
        .flatMap(_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .referencesIn */ .ii)
        .filter((reference) => reference.kind === 'output');
    const wanted = [...references, ...instance.stack.needs.map((stack) => ({ stack }))];
    return [...new Set(wanted.flatMap((reference) => referencedInstance(environment, instance, reference)?.id ?? []))];
}


/***/ }),

/***/ 31656:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ askEndpoint)
/* harmony export */ });
/* harmony import */ var _failover_probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4368);
/* harmony import */ var _probing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12740);


const ATTEMPTS = 3;
const PAUSE_MS = 300;
/**
 * Asks a target itself, not by the public name: it must answer with success, and from its own region where it names one.
 * A bad answer is not believed at once. Never throws.
 */
async function askEndpoint({ endpoint, region }, probe, context) {
    const settings = {
        url: endpoint,
        ...(probe?.region !== undefined && { region: probe.region }),
        ...(probe?.release !== undefined && { release: probe.release }),
    };
    for (let attempt = 1;; attempt += 1) {
        const result = await (0,_probing_js__WEBPACK_IMPORTED_MODULE_0__/* .askOnce */ .R)(settings, context);
        const good = (0,_failover_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .isGood */ .K)(result, { regions: new Set([region]), regionKnown: result.region !== undefined });
        if (good || attempt === ATTEMPTS || context.signal.aborted) {
            return { good, text: textOf(result), ...(result.release !== undefined && { release: result.release }) };
        }
        await context.clock.sleep(PAUSE_MS, context.signal).catch(() => undefined);
    }
}
function textOf({ status, region, error }) {
    if (status === undefined)
        return error ?? 'no answer';
    return region === undefined ? `HTTP ${status}` : `HTTP ${status} from ${region}`;
}


/***/ }),

/***/ 96384:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  failover: () => (/* binding */ failover)
});

// EXTERNAL MODULE: ./src/failover/contact-rules.ts
var contact_rules = __webpack_require__(31724);
// EXTERNAL MODULE: ./src/failover/move.ts
var failover_move = __webpack_require__(30189);
// EXTERNAL MODULE: ./src/failover/patience.ts
var failover_patience = __webpack_require__(99543);
// EXTERNAL MODULE: ./src/failover/run.ts + 6 modules
var run = __webpack_require__(53192);
// EXTERNAL MODULE: ./src/records/active-state.ts
var active_state = __webpack_require__(38286);
// EXTERNAL MODULE: ./src/records/active-state-document.ts
var active_state_document = __webpack_require__(58010);
// EXTERNAL MODULE: ./src/same-names.ts
var same_names = __webpack_require__(39912);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/commands/failover/break-glass.ts

/** Refusals of credentials. They come with the first question, before anything is written. */
const ABOUT_CREDENTIALS = new Set([
    'expired-token',
    'no-credentials',
    'invalid-credentials',
    'role-refused',
    'oidc-unavailable',
    'oidc-failed',
]);
/**
 * The same error with a way that needs neither GitHub nor Identity Center: at night the usual advice may be lost with the
 * region.
 * @param region that takes over, as far as it is known: STS is asked there
 */
function withBreakGlass(error, region) {
    if (!(error instanceof errors/* UserError */.yo) || !ABOUT_CREDENTIALS.has(error.code))
        return error;
    const where = region ?? 'REGION';
    return new errors/* UserError */.yo(error.code, `nothing was moved: ${error.message}`, {
        fix: [
            ...error.fix,
            `Without GitHub and Identity Center, with the keys of the break-glass user: aws sts get-session-token --region ${where} --serial-number ARN_OF_MFA --token-code CODE. Then run the same command again.`,
        ],
        cause: error,
    });
}

// EXTERNAL MODULE: ./src/commands/failover/consent.ts
var consent = __webpack_require__(15827);
// EXTERNAL MODULE: ./src/commands/failover/consumers.ts
var failover_consumers = __webpack_require__(73380);
// EXTERNAL MODULE: ./src/commands/failover/drill/cancel-returns.ts
var cancel_returns = __webpack_require__(6939);
;// CONCATENATED MODULE: ./src/commands/failover/drill/ended-returns.ts



/** Less than a failover waits for. */
const PATIENCE_MS = 1_500;
/** What a drill had scheduled in regions that stay; a lost one is not asked. */
async function endedReturns({ returns, injected }, plan, context) {
    const left = injected ? ['what the drill had injected may still be there: drill --end takes it back'] : [];
    try {
        const done = await (0,failover_patience/* patienceOf */.H)(context.clock, PATIENCE_MS)((0,cancel_returns/* cancelReturns */.m)(returns, await (0,cancel_returns/* schedulesOf */.w)(returns, plan, context)).then(() => true));
        return done ? left : [...left, 'what the drill had scheduled could not be deleted in time'];
    }
    catch (error) {
        return [...left, (0,errors/* errorText */.kc)(error)];
    }
}

// EXTERNAL MODULE: ./src/commands/failover/ends.ts
var ends = __webpack_require__(17787);
// EXTERNAL MODULE: ./src/commands/failover/fencing.ts + 4 modules
var failover_fencing = __webpack_require__(18053);
;// CONCATENATED MODULE: ./src/commands/failover/fence-left.ts


/**
 * Fences what a failover left, once users are seen to be served. A failover that was done before is looked at anew: that
 * is how a region is fenced that did not answer then. Nothing of it makes a failover fail.
 */
async function fenceLeft(plan, { outcome, move }, { targets, rehearse }, ports, context) {
    if (rehearse || outcome === 'failed')
        return { deviations: [] };
    const names = move.leaving.length > 0 ? move.leaving : move.inactive;
    const served = outcome === 'verified' || (outcome === 'already-active' && (await isServed()));
    if (!served)
        return told([`${names.join(', ')} was not fenced: users were not seen to be served`]);
    const text = `fencing ${names.join(', ')}`;
    context.report({ type: 'step.started', step: 'failover-fenced', text });
    // Where nobody tells who is active, the region that was left cannot learn it either; the rest is fenced.
    const kept = await ports.state.read().catch(() => undefined);
    const fencing = await (0,failover_fencing/* fence */.E)(plan, names, kept, context);
    const durationMs = fencing.endedAt - fencing.startedAt;
    context.report({ type: 'step.finished', step: 'failover-fenced', text, durationMs });
    const open = fencing.steps.filter(({ result }) => result !== 'done');
    return {
        fencing,
        ...told(open.map(({ target, what, result, detail }) => `fencing ${target}, ${what}: ${result}, ${detail}`)),
    };
    async function isServed() {
        return typeof (await (0,run/* verify */.M)(move, { targets }, ports)) === 'number';
    }
    function told(deviations) {
        for (const deviation of deviations)
            context.report({ type: 'note', level: 'warning', text: deviation });
        return { deviations };
    }
}

// EXTERNAL MODULE: ./src/commands/failover/hooks.ts
var failover_hooks = __webpack_require__(93045);
// EXTERNAL MODULE: ./src/commands/failover/load-plan.ts
var load_plan = __webpack_require__(94813);
// EXTERNAL MODULE: ./src/commands/failover/mechanism.ts + 2 modules
var failover_mechanism = __webpack_require__(34782);
// EXTERNAL MODULE: ./src/commands/failover/plan-copies.ts
var plan_copies = __webpack_require__(61782);
// EXTERNAL MODULE: ./src/commands/failover/probing.ts
var probing = __webpack_require__(12740);
// EXTERNAL MODULE: ./src/commands/failover/recovery-point.ts + 1 modules
var recovery_point = __webpack_require__(79681);
// EXTERNAL MODULE: ./src/commands/failover/reporting.ts + 2 modules
var reporting = __webpack_require__(73676);
;// CONCATENATED MODULE: ./src/commands/failover/source-probing.ts
/** One a second, to one server after the other: each has all answers of its zone. */
const INTERVAL_MS = 1_000;
/** Starts to ask. An answer that is late holds up no other question. */
function startSourceProbes(authority, { clock, names, signal }) {
    const answers = [];
    const stopping = new AbortController();
    const asked = new Set();
    let turn = Math.floor(clock.random() * authority.servers.length);
    const ask = () => {
        const at = clock.now();
        const server = authority.servers[turn++ % authority.servers.length];
        const one = names
            .addresses(authority.name, server)
            .then((answer) => ({ at, answer }), () => ({ at }))
            .then((result) => {
            answers.push(result);
            answers.sort((a, b) => a.at - b.at);
            asked.delete(one);
        });
        asked.add(one);
    };
    const loop = (async () => {
        while (!stopping.signal.aborted && !signal.aborted) {
            ask();
            await clock.sleep(INTERVAL_MS, stopping.signal).catch(() => undefined);
        }
    })();
    return {
        authority,
        answers,
        async stop() {
            stopping.abort();
            await loop;
            await Promise.all(asked);
        },
    };
}

// EXTERNAL MODULE: ./src/commands/failover/survivors.ts
var survivors = __webpack_require__(77010);
// EXTERNAL MODULE: ./src/commands/failover/endpoint.ts
var endpoint = __webpack_require__(31656);
;// CONCATENATED MODULE: ./src/commands/failover/takers.ts



/** Milliseconds that a target has to answer: one that is slower than this does not take over in time. */
const takers_PATIENCE_MS = 4_000;
/**
 * Looks at the plan and asks each of these targets at its own endpoint. Nothing else is asked: not AWS, and nobody who
 * is left.
 */
function createTakers(plan, names, force, context) {
    const taking = plan.targets.filter(({ name }) => names.includes(name));
    const patience = (0,failover_patience/* patienceOf */.H)(context.clock, takers_PATIENCE_MS);
    const asked = Promise.all(taking.map(async (target) => {
        if (target.endpoint === undefined)
            return { target };
        const answer = await patience((0,endpoint/* askEndpoint */.N)({ ...target, endpoint: target.endpoint }, plan.probe, context));
        return { target, answer: answer ?? { good: false, text: `no answer in ${takers_PATIENCE_MS / 1000} s` } };
    }));
    return {
        async ready({ active }) {
            const answers = (await asked).filter(({ target }) => active.includes(target.name));
            const problems = answers.map(({ target, answer }) => ({ target, problem: problemOf(target, answer) }));
            const missing = problems.flatMap(({ problem }) => problem ?? []);
            const fit = problems.some(({ problem }) => problem === undefined);
            if (!fit && !force) {
                throw new errors/* UserError */.yo('failover-not-ready', `nothing was moved: ${missing.join('; ')}`, {
                    fix: [
                        'Look at what is missing with plan --failover, and deploy to it or choose another target.',
                        'If it is the better place all the same, add --force: the reason is recorded.',
                    ],
                });
            }
            return [...missing, ...answers.flatMap(({ target, answer }) => otherRelease(target, answer, plan) ?? [])];
        },
    };
}
/** Undefined: it can take over, as far as one can see. */
function problemOf({ name, release }, answer) {
    if (release === undefined)
        return `${name} had no release when the plan was compiled`;
    return answer?.good === false ? `${name} does not serve: ${answer.text}` : undefined;
}
function otherRelease({ name, release }, answer, plan) {
    const has = answer?.release ?? release;
    if (has === undefined || has === plan.release.id)
        return undefined;
    return `${name} has the release ${has}, not ${plan.release.id}`;
}

;// CONCATENATED MODULE: ./src/commands/failover/failover.ts

























/** One region that is slow must not hide what the others know: less than a failover waits for all of them. */
const PLACE_PATIENCE_MS = 1_500;
/** Moves traffic and the role of being active away from a region that is lost or has to be left. */
const failover = async (options, context) => {
    try {
        return await moveAway(options, context);
    }
    catch (error) {
        throw withBreakGlass(error, options.to);
    }
};
const moveAway = async (options, context) => {
    const startedAt = context.clock.now();
    const rehearse = options['dry-run'] === true;
    const reason = (0,consent/* reasonOf */.A)(options, rehearse);
    const plan = await (0,load_plan/* loadPlan */.Yq)(options, context);
    const request = (0,load_plan/* requestOf */.fo)(options, plan.targets);
    const graceful = options.graceful === true;
    const names = plan.targets.map(({ name }) => name);
    // A graceful move asks who is left to stop first; otherwise nothing is asked of a region that may be lost.
    const staying = graceful ? names : (0,failover_move/* survivors */.Ql)(request, plan.targets);
    const others = names.filter((name) => !staying.includes(name));
    context.aws.restrictContacts((0,contact_rules/* contactRule */.TF)(plan.mechanism.kind, (0,failover_move/* lostRegions */.S2)(others, staying, plan.targets), graceful));
    const { application, environment } = plan;
    const { version, report } = context;
    report({
        type: 'run.started',
        command: 'failover',
        version,
        application,
        environment,
        targets: names,
        dryRun: rehearse,
    });
    const takers = createTakers(plan, (0,failover_move/* survivors */.Ql)(request, plan.targets), options.force === true, context);
    const later = options.plan === undefined ? undefined : (0,plan_copies/* laterCopy */._)(plan, staying, context);
    const probes = plan.probe && (0,probing/* startProbes */.o)(plan.probe, context);
    const source = plan.authority && startSourceProbes(plan.authority, context);
    const leases = (0,survivors/* createSeizedLeases */.e4)(plan, context);
    const { incident } = options;
    const asked = {
        request,
        targets: plan.targets,
        id: context.origin.runId,
        who: context.origin.who,
        reason,
        ...(incident !== undefined && { incident }),
        force: options.force === true,
        rehearse,
        graceful,
    };
    let end;
    let recoveryPoint;
    let fencing;
    try {
        const confirm = (move) => (0,consent/* checkConfirmation */._)(move, request, options, context);
        const said = { reason, override: options['override-safety-rules'] ?? [], graceful };
        const fences = (0,failover_fencing/* openFences */.F)(plan, staying, context);
        const ports = portsOf(plan, staying, { leases, fences }, said, context);
        const ready = (move) => fences.ready(() => takers.ready(move), move.active);
        const all = { ...ports, confirm, ready, ...(probes !== undefined && { probes }) };
        const ended = await (0,run/* runFailover */.q)(asked, all);
        // Asked beside the failover, and told at its end: it moves traffic by what it has.
        const warnings = [(await later) ?? []].flat();
        for (const text of warnings)
            report({ type: 'note', level: 'warning', text });
        recoveryPoint = await (0,recovery_point/* recoveryPointOf */.z)(plan, ended, probes?.results ?? [], context);
        end = { ...ended, deviations: [...ended.deviations, ...warnings, ...(recoveryPoint?.problems ?? [])] };
        if (options.fence ?? plan.fence !== undefined) {
            const fenced = await fenceLeft(plan, end, asked, all, context);
            fencing = fenced.fencing;
            end = { ...end, deviations: [...end.deviations, ...fenced.deviations] };
        }
    }
    finally {
        await Promise.all([probes?.stop(end !== undefined), source?.stop(), leases.release()]);
        context.aws.restrictContacts(undefined);
    }
    const measured = {
        ...(probes !== undefined && { probes }),
        ...(source !== undefined && { source }),
        ...(recoveryPoint !== undefined && { recoveryPoint }),
        ...(fencing !== undefined && { fencing }),
    };
    const told = await (0,reporting/* reportOf */.EI)({ plan, asked, end, startedAt, ...measured }, context);
    await (0,reporting/* writeReport */.u5)(told, probes?.results ?? [], options['report-folder'], context);
    return (0,result/* runResult */.X)({ application, name: environment }, {
        command: 'failover',
        startedAt,
        instances: [],
        release: plan.release,
        ...ends/* ENDS */.B[end.outcome],
        failover: told,
        notes: end.deviations,
        ...(end.failure !== undefined && { failure: end.failure }),
    }, context);
};
/** The effects of a failover on real AWS. */
function portsOf(plan, staying, { leases, fences }, said, context) {
    const { clock, report, signal } = context;
    const key = (0,active_state_document/* activeStateKey */.XY)({ application: plan.application, name: plan.environment });
    const note = (text, target) => report({ type: 'note', level: 'warning', text, target });
    const patience = (0,failover_patience/* patienceOf */.H)(clock, PLACE_PATIENCE_MS);
    let states = (0,active_state/* createActiveStates */.p)(key, (0,survivors/* placesOf */.ek)(plan, staying, context), note, clock, patience);
    const graceful = staying.length === plan.targets.length;
    const [consumers, hooks] = [(0,failover_consumers/* consumersOfPlan */._)(plan, context), (0,failover_hooks/* hooksOfPlan */.Z)(plan, context)];
    const mechanism = (0,failover_mechanism/* mechanismOf */.D)(plan, staying, said, context);
    return {
        clock,
        report,
        signal,
        ...(consumers !== undefined && { consumers }),
        ...(hooks !== undefined && { hooks }),
        state: { read: () => states.read(), save: (state) => states.save(state) },
        mechanism: {
            ...mechanism,
            // Users are not sent to functions that an earlier failover stopped.
            apply: async (move, stop) => [...(await fences.lift(move.active)), ...(await mechanism.apply(move, stop))],
        },
        stopDeployments: ({ active }) => leases.seize(graceful ? staying : active),
        endDrill: (drill) => endedReturns(drill, plan, context),
        async narrow(move) {
            if (graceful)
                return undefined;
            const lost = (0,failover_move/* lostRegions */.S2)(move.leaving, move.active, plan.targets);
            context.aws.restrictContacts((0,contact_rules/* contactRule */.TF)(plan.mechanism.kind, lost));
            // Who was not active before may be there too: what is decided now is kept in every region that survives.
            const kept = (0,failover_move/* keptTargets */.fd)(move, plan.targets);
            if ((0,same_names/* sameNames */.F)(kept, staying))
                return undefined;
            states = (0,active_state/* createActiveStates */.p)(key, (0,survivors/* placesOf */.ek)(plan, kept, context), note, clock, patience);
            return states.read();
        },
    };
}


/***/ }),

/***/ 61782:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ laterCopy),
/* harmony export */   goodCopy: () => (/* binding */ goodCopy),
/* harmony export */   programOf: () => (/* binding */ programOf)
/* harmony export */ });
/* harmony import */ var _failover_patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99543);
/* harmony import */ var _failover_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11571);
/* harmony import */ var _failover_plan_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16357);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _survivors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77010);





/**
 * What a damaged plan file still says of where the copies lie, asked of the target that takes over alone.
 * @returns how to get a copy that is good; undefined where none can be found
 */
async function goodCopy(text, to, context) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text));
    const { targets, application, environment } = value ?? {};
    if (!Array.isArray(targets) || typeof application !== 'string' || typeof environment !== 'string')
        return undefined;
    const names = targets.filter(({ name, region }) => name === to || region === to).map(({ name }) => name);
    try {
        const copies = await copiesOf({ ...value, targets, application, environment }, names, context);
        const [good] = copies;
        return good && `A copy that is good: aws s3 cp ${good.place} .`;
    }
    catch {
        // What is damaged may say anything: then there is nothing to name.
        return undefined;
    }
}
/**
 * What a plan of a newer version still says of the program that wrote it. Nobody is asked.
 * @returns how to get it; undefined where the plan does not say
 */
function programOf(text, to) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text));
    const key = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(value?.['bundle'])?.['key'];
    const targets = Array.isArray(value?.['targets']) ? value['targets'].map(_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o) : [];
    const bucket = targets.find((target) => target?.['name'] === to || target?.['region'] === to)?.['bucket'];
    if (typeof key !== 'string' || typeof bucket !== 'string')
        return undefined;
    return `Use the version that wrote it: aws s3 cp s3://${bucket}/${key} - | tar xz`;
}
/** Milliseconds that a region has to show its copy. */
const PATIENCE_MS = 2_000;
/** A sentence when a region that stays keeps a later plan than the one that is used. Never throws. */
async function laterCopy(plan, staying, context) {
    // One that stays, and is not active, may be lost all the same.
    const patience = (0,_failover_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .patienceOf */ .H)(context.clock, PATIENCE_MS);
    const found = staying.map((name) => patience(copiesOf(plan, [name], context)).catch(() => []));
    const copies = (await Promise.all(found)).flatMap((copy) => copy ?? []);
    const later = copies.find((copy) => Date.parse(copy.plan.compiledAt) > Date.parse(plan.compiledAt));
    if (later === undefined)
        return undefined;
    return `the plan of ${plan.compiledAt} was used, and ${later.place} has one of ${later.plan.compiledAt}, compiled for the release ${later.plan.release.id}`;
}
async function copiesOf(plan, names, context) {
    const key = (0,_failover_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .planKey */ .v)({ application: plan.application, name: plan.environment });
    const found = await Promise.all((0,_survivors_js__WEBPACK_IMPORTED_MODULE_1__/* .placesOf */ .ek)(plan, names, context).map(async ({ storage, bucket }) => {
        const place = `s3://${await bucket()}/${key}`;
        const stored = await storage.getText(await bucket(), key);
        return stored === undefined ? [] : [{ place, plan: (0,_failover_plan_document_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlan */ .vS)(stored.text, place) }];
    }));
    return found.flat();
}


/***/ }),

/***/ 82845:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ referenceValue),
/* harmony export */   r: () => (/* binding */ recordContent)
/* harmony export */ });
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21099);
/* harmony import */ var _deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6543);


/** What the record set of a target says, from the outputs of its stacks as they are; undefined while one is missing. */
async function recordContent(record, target, environment, aws) {
    const from = environment.instances.find((instance) => instance.target.name === target);
    if (from === undefined)
        return undefined;
    const texts = record.kind === 'alias' ? [record.name, record.zone] : [record.value];
    const values = new Map();
    for (const reference of texts.flatMap(_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .referencesIn */ .ii)) {
        values.set(JSON.stringify(reference), await referenceValue(reference, from, environment, aws));
    }
    const resolved = texts.map((text) => (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveReferences */ .d)(text, (reference) => values.get(JSON.stringify(reference))));
    const [first, second] = resolved.map((item) => (item.kind === 'resolved' ? item.text : undefined));
    if (first === undefined)
        return undefined;
    if (record.kind === 'value')
        return { ...record, value: first };
    return second === undefined ? undefined : { kind: 'alias', name: first, zone: second };
}
/** What a reference stands for when no release is deployed: an output as it is now. */
async function referenceValue(reference, from, environment, aws) {
    const { target } = from;
    switch (reference.kind) {
        case 'output': {
            const source = (0,_deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__/* .referencedInstance */ .PP)(environment, from, reference);
            if (source === undefined)
                return undefined;
            const stack = await aws.session(source.target).cloudformation.describeStack(source.stack.stackName);
            return stack?.outputs[reference.output];
        }
        case 'target':
            return { name: target.name, region: target.region, account: target.account, active: undefined }[reference.property];
        case 'environment':
            return environment.name;
        case 'application':
            return environment.application;
        default:
            // Refused by the topology: a record set outlives a release.
            return undefined;
    }
}


/***/ }),

/***/ 92088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ trafficDriverOf)
});

;// CONCATENATED MODULE: ./src/traffic/create-driver.ts
/** The driver that the configuration names. Contacts nobody. */
async function createTrafficDriver(settings, parts) {
    const { driver, settleMs } = settings;
    const { controls, clock, who, label, recordOf, probe } = parts;
    const common = { clock, ...(settleMs !== undefined && { settleMs }) };
    switch (driver.driver) {
        case 'route53': {
            const { createRoute53Driver } = await __webpack_require__.e(/* import() */ 2573).then(__webpack_require__.bind(__webpack_require__, 72573));
            return createRoute53Driver({
                ...common,
                settings: driver,
                configured: settings.weights,
                route53: controls.route53,
                who,
                ...(driver.revertRole !== undefined && {
                    later: { schedules: controls.schedules, role: driver.revertRole, label },
                }),
                ...(recordOf !== undefined && { recordOf }),
            });
        }
        case 'cloudfront-kvs': {
            const { createKeyValueStoreDriver } = await __webpack_require__.e(/* import() */ 459).then(__webpack_require__.bind(__webpack_require__, 90459));
            return createKeyValueStoreDriver({ ...common, settings: driver, store: controls.keyValueStore, probe });
        }
        case 'global-accelerator': {
            const { createGlobalAcceleratorDriver } = await __webpack_require__.e(/* import() */ 2397).then(__webpack_require__.bind(__webpack_require__, 2397));
            const { weights: configured } = settings;
            const accelerator = controls.globalAccelerator;
            return createGlobalAcceleratorDriver({ ...common, settings: driver, configured, accelerator });
        }
    }
}

// EXTERNAL MODULE: ./src/commands/record-content.ts
var record_content = __webpack_require__(82845);
;// CONCATENATED MODULE: ./src/commands/traffic-driver.ts


/**
 * The traffic driver of an environment, with the account and credentials that it is configured with. Contacts nobody.
 * @param environment cut down to the targets that may be called
 */
async function trafficDriverOf(settings, environment, context) {
    const { clock, origin, aws, http } = context;
    const record = settings.driver.driver === 'route53' ? settings.driver.record : undefined;
    const recordOf = record && ((target) => (0,record_content/* recordContent */.r)(record, target, environment, aws));
    const controls = aws.session(callerOf(settings.access, environment)).traffic;
    return createTrafficDriver(settings, {
        controls,
        clock,
        probe: probeOf(http),
        who: origin.who,
        label: `${environment.application}/${environment.name}`,
        ...(recordOf && { recordOf }),
    });
}
const PROBE_TIMEOUT_MS = 5_000;
const PROBE_BYTES = 4_096;
/** Asks a URL for its text; whatever goes wrong is no answer. */
function probeOf(http) {
    return async (url, signal) => {
        const request = { url, method: 'GET', headers: {}, timeoutMs: PROBE_TIMEOUT_MS, maxBytes: PROBE_BYTES, signal };
        const answer = await http(request).catch(() => undefined);
        return answer?.status === 200 ? answer.body : undefined;
    };
}
/** Its region is where STS is asked: one that is left out is never needed, because the control plane is elsewhere. */
function callerOf(access, { targets }) {
    if (targets.some(({ region }) => region === access.region))
        return { ...access, name: 'traffic' };
    return { ...access, name: 'traffic', region: targets[0]?.region ?? access.region };
}


/***/ }),

/***/ 35088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ mapValues)
/* harmony export */ });
/** The record with every value replaced by what `map` makes of it. */
function mapValues(record, map) {
    // The keys are those of the record, which is what the type says.
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}


/***/ }),

/***/ 58010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ activeTargets),
/* harmony export */   Dk: () => (/* binding */ ALL_ACTIVE),
/* harmony export */   Qp: () => (/* binding */ newestState),
/* harmony export */   XY: () => (/* binding */ activeStateKey),
/* harmony export */   vE: () => (/* binding */ parseActiveState)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);
/* harmony import */ var _drill_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10533);



const VERSION = 1;
/** Where nothing was remembered yet: every target is active. */
const ALL_ACTIVE = { version: VERSION, serial: 0, inactive: [] };
/** Where the state of an environment lies in the bucket of each of its targets. */
function activeStateKey({ application, name }) {
    return `sam-multi-region/active/${encodeURIComponent(application)}/${encodeURIComponent(name)}.json`;
}
/** Those of the targets that are active. */
function activeTargets(state, targets) {
    return new Set(targets.filter((target) => !state.inactive.includes(target)));
}
/** The newest of several copies. */
function newestState(copies) {
    return copies.reduce((newest, copy) => (copy !== undefined && copy.serial > newest.serial ? copy : newest), ALL_ACTIVE);
}
/**
 * Reads one copy. Undefined for what is damaged: the other regions have theirs.
 * @throws UserError `active-state-newer` for one of a later version, which may mean something that this one would undo
 */
function parseActiveState(text, place) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(text));
    const version = value?.['version'];
    if (typeof version === 'number' && version > VERSION) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('active-state-newer', `which targets are active, as kept in ${place}, was written by a newer version (format ${version})`, { fix: ['Use the version that ran last, or a later one.'] });
    }
    if (value === undefined || version !== VERSION)
        return undefined;
    const { serial, inactive } = value;
    if (typeof serial !== 'number' || !Number.isSafeInteger(serial) || serial < 1)
        return undefined;
    if (!isNames(inactive))
        return undefined;
    const lastChange = parseChange((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['lastChange']));
    if (value['lastChange'] !== undefined && lastChange === undefined)
        return undefined;
    const failover = parseFailover((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['failover']));
    if (value['failover'] !== undefined && failover === undefined)
        return undefined;
    const { quiesced } = value;
    if (quiesced !== undefined && !isNames(quiesced))
        return undefined;
    const drill = (0,_drill_record_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDrill */ .R_)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['drill']));
    if (value['drill'] !== undefined && drill === undefined)
        return undefined;
    return {
        version: VERSION,
        serial,
        inactive,
        ...(lastChange !== undefined && { lastChange }),
        ...(failover !== undefined && { failover }),
        ...(quiesced !== undefined && { quiesced }),
        ...(drill !== undefined && { drill }),
    };
}
function parseFailover(value) {
    if (value === undefined)
        return undefined;
    const { id, from, to, mechanism, at, who, reason, incident, done, drill } = value;
    if (!areTexts([id, mechanism, at, who, reason]) || !isNames(from) || !isNames(to) || typeof done !== 'boolean')
        return undefined;
    return {
        id: String(id),
        from,
        to,
        mechanism: String(mechanism),
        at: String(at),
        who: String(who),
        reason: String(reason),
        ...(typeof incident === 'string' && { incident }),
        done,
        ...parseGraceful((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value['graceful'])),
        ...(typeof drill === 'string' && { drill }),
    };
}
function parseGraceful(value) {
    const { inactiveBefore, shifting } = value ?? {};
    if (!isNames(inactiveBefore) || typeof shifting !== 'boolean')
        return {};
    return { graceful: { inactiveBefore, shifting } };
}
const areTexts = (values) => values.every((value) => typeof value === 'string');
function isNames(value) {
    return Array.isArray(value) && areTexts(value);
}
function parseChange(value) {
    const before = weightsOf(value?.['before']);
    const after = weightsOf(value?.['after']);
    if (value === undefined || before === undefined || after === undefined)
        return undefined;
    const { at, who, command, done } = value;
    if (typeof at !== 'string' || typeof who !== 'string' || typeof command !== 'string' || typeof done !== 'boolean')
        return undefined;
    const { reason } = value;
    const first = weightsOf(value['first']);
    return {
        before,
        after,
        at,
        who,
        command,
        done,
        ...(typeof reason === 'string' && { reason }),
        ...(first !== undefined && { first }),
    };
}
function weightsOf(value) {
    const entries = Object.entries((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(value) ?? { none: undefined });
    const weights = entries.filter((entry) => Number.isInteger(entry[1]));
    return weights.length === entries.length ? Object.fromEntries(weights) : undefined;
}


/***/ }),

/***/ 38286:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ createActiveStates)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26586);
/* harmony import */ var _active_state_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58010);




/**
 * Conditional writes in every place; `save` only after `read`.
 * @param patience undefined for a place that is late: the others count, and its late answer is known to the next write
 */
function createActiveStates(key, places, note, clock, patience = (work) => work) {
    /** ETag by target, undefined where nothing is stored; targets that did not answer are not in it. */
    const etags = new Map();
    let serial = 0;
    let remembered = {};
    /** Never back: a late answer, or a reader that saw fewer copies, must not make an older state the newest. */
    const learn = (state) => {
        if (state.serial < serial)
            return;
        const { failover, quiesced, drill } = state;
        serial = state.serial;
        remembered = {
            ...(failover !== undefined && { failover }),
            ...(quiesced !== undefined && { quiesced }),
            ...(drill !== undefined && { drill }),
        };
    };
    const ask = async (place) => {
        try {
            const stored = await place.storage.getText(await place.bucket(), key);
            const state = stored && (0,_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__/* .parseActiveState */ .vE)(stored.text, place.target);
            etags.set(place.target, stored?.etag);
            if (state !== undefined)
                learn(state);
            else if (stored !== undefined)
                note(`which targets are active is damaged in ${place.target}: the other copies count`, place.target);
            return state;
        }
        catch (error) {
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
                throw error;
            note(`which targets are active cannot be read in ${place.target}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, place.target);
            return undefined;
        }
    };
    const readOne = async (place) => {
        const answer = await patience(ask(place).then((state) => ({ state })));
        if (answer === undefined)
            note(`which targets are active was not told in time by ${place.target}: the other copies count`, place.target);
        return answer?.state;
    };
    const writeOne = async (place, text) => {
        if (!etags.has(place.target))
            return false;
        const known = etags.get(place.target);
        try {
            await place.assertHeld();
            const condition = known === undefined ? { ifAbsent: true } : { ifMatch: known };
            const { etag } = await place.storage.putText(await place.bucket(), key, text, condition);
            etags.set(place.target, etag);
            return true;
        }
        catch (error) {
            if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
                throw error;
            if (error.kind === 'conflict') {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('active-state-taken', `somebody else changed which targets are active, in ${place.target}`, {
                    fix: ['See who is at work with status, then run the same command again.'],
                });
            }
            note(`which targets are active could not be kept in ${place.target}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`, place.target);
            etags.delete(place.target);
            return false;
        }
    };
    return {
        async read() {
            const copies = await Promise.all(places.map(readOne));
            if (etags.size === 0) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('active-state-unknown', 'no target answers, so nobody knows which targets are active', {
                    fix: ['Check the network and the credentials, then run the same command again.'],
                });
            }
            const newest = (0,_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__/* .newestState */ .Qp)(copies);
            learn(newest);
            return newest;
        },
        async save(state) {
            const next = {
                version: 1,
                // Regions that know nothing of each other, because one of them counts as lost, would count alike: time does not.
                serial: Math.max(serial + 1, clock.now()),
                ...remembered,
                ...state,
            };
            const kept = await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_3__/* .settleAll */ .j)(places.map((place) => writeOne(place, JSON.stringify(next))));
            if (!kept.includes(true)) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('active-state-not-kept', 'no target could keep which targets are active', {
                    fix: ['Run the same command again when the regions answer.'],
                });
            }
            learn(next);
            return next;
        },
    };
}


/***/ }),

/***/ 26586:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ settleAll)
/* harmony export */ });
/**
 * Everything's result once all have ended: what one of them throws is thrown only then, so that nothing is still being
 * written when the caller gives up.
 */
async function settleAll(work) {
    const ended = await Promise.allSettled(work);
    return ended.map((one) => {
        if (one.status === 'rejected')
            throw one.reason;
        return one.value;
    });
}


/***/ })

};
