export const id = 3332;
export const ids = [3332,1782];
export const modules = {

/***/ 83332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  failover: () => (/* binding */ failover)
});

;// CONCATENATED MODULE: ./src/failover/contact-rules.ts
/**
 * What a failover may call before it is verified, by mechanism: an allow-list, so that a service nobody thought of is
 * refused. Homes of control planes: AWS whitepaper "AWS Fault Isolation Boundaries", appendices A and B. The plan file
 * has no say in it.
 */
const ALWAYS = {
    // Regional endpoints; objects only: creating and configuring buckets depends on us-east-1.
    STS: ['GetCallerIdentity', 'AssumeRole', 'AssumeRoleWithWebIdentity'],
    S3: ['GetObject', 'PutObject', 'DeleteObject', 'HeadObject'],
};
/** Drivers of weights have their control plane in one region: a planned move accepts that by its choice of mechanism. */
const BY_MECHANISM = {
    'stop-switch': {},
    // Five endpoints in five regions, us-east-1 among them: the quorum of ARC is in none of them.
    'arc-routing-control': { Route53RecoveryCluster: ['UpdateRoutingControlStates'] },
    command: {},
    weights: {
        Route53: [
            'GetHostedZone',
            'ListHostedZonesByName',
            'ListResourceRecordSets',
            'ChangeResourceRecordSets',
            'GetChange',
        ],
        CloudFrontKeyValueStore: ['DescribeKeyValueStore', 'GetKey', 'PutKey'],
        GlobalAccelerator: ['DescribeAccelerator', 'ListEndpointGroups', 'UpdateEndpointGroup'],
    },
};
/**
 * The rule for one failover until it is verified.
 * @param lost regions that traffic leaves: nothing there is called, whoever asks
 */
function contactRule(mechanism, lost) {
    return ({ service, region, action }) => {
        if (lost.has(region))
            return `${region} is being left`;
        // What the SDK's credential chain asks: an address of the machine, Identity Center, STS.
        if (action === 'credentials')
            return service === 'STS' && region === '' ? 'the global endpoint of STS is in us-east-1' : undefined;
        const allowed = ALWAYS[service] ?? BY_MECHANISM[mechanism][service];
        if (allowed === undefined)
            return `the mechanism ${mechanism} does not need ${service}`;
        return allowed.includes(action) ? undefined : `the mechanism ${mechanism} does not need ${service} ${action}`;
    };
}

// EXTERNAL MODULE: ./src/failover/move.ts
var failover_move = __webpack_require__(30189);
// EXTERNAL MODULE: ./src/failover/patience.ts
var failover_patience = __webpack_require__(99543);
// EXTERNAL MODULE: ./src/failover/run.ts
var run = __webpack_require__(14747);
// EXTERNAL MODULE: ./src/records/active-state.ts
var active_state = __webpack_require__(38286);
// EXTERNAL MODULE: ./src/records/active-state-document.ts
var active_state_document = __webpack_require__(58010);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/failover/consent.ts
var consent = __webpack_require__(15827);
// EXTERNAL MODULE: ./src/commands/failover/ends.ts
var ends = __webpack_require__(17787);
// EXTERNAL MODULE: ./src/commands/failover/load-plan.ts
var load_plan = __webpack_require__(94813);
// EXTERNAL MODULE: ./src/commands/failover/mechanism.ts + 3 modules
var mechanism = __webpack_require__(94154);
// EXTERNAL MODULE: ./src/commands/failover/plan-copies.ts
var plan_copies = __webpack_require__(61782);
// EXTERNAL MODULE: ./src/commands/failover/probing.ts
var probing = __webpack_require__(12740);
// EXTERNAL MODULE: ./src/commands/failover/reporting.ts + 1 modules
var reporting = __webpack_require__(55384);
// EXTERNAL MODULE: ./src/commands/failover/survivors.ts
var survivors = __webpack_require__(77010);
;// CONCATENATED MODULE: ./src/commands/failover/failover.ts















/** One region that is slow must not hide what the others know: less than a failover waits for all of them. */
const PLACE_PATIENCE_MS = 1_500;
/** Moves traffic and the role of being active away from a region that is lost or has to be left. */
const failover = async (options, context) => {
    const startedAt = context.clock.now();
    const rehearse = options['dry-run'] === true;
    const reason = (0,consent/* reasonOf */.A)(options, rehearse);
    const plan = await (0,load_plan/* loadPlan */.Yq)(options, context);
    const request = (0,load_plan/* requestOf */.fo)(options, plan.targets);
    const staying = (0,failover_move/* survivors */.Ql)(request, plan.targets);
    const names = plan.targets.map(({ name }) => name);
    const others = names.filter((name) => !staying.includes(name));
    // Nothing is asked of a region that may be lost, not even who is active.
    context.aws.restrictContacts(contactRule(plan.mechanism.kind, (0,failover_move/* lostRegions */.S2)(others, staying, plan.targets)));
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
    const differing = (0,plan_copies/* readiness */.x)(plan, 'to' in request ? [request.to] : staying, options.force === true);
    const later = options.plan === undefined ? undefined : (0,plan_copies/* laterCopy */._)(plan, staying, context);
    const probes = plan.probe && (0,probing/* startProbes */.o)(plan.probe, context);
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
    };
    let end;
    try {
        const confirm = (move) => (0,consent/* checkConfirmation */._)(move, request, options, context);
        const ports = portsOf(plan, staying, leases, options['override-safety-rules'] ?? [], context);
        const ended = await (0,run/* runFailover */.q)(asked, { ...ports, confirm, ...(probes !== undefined && { probes }) });
        // Asked beside the failover, and told at its end: it moves traffic by what it has.
        const warnings = [...differing, ...[(await later) ?? []].flat()];
        for (const text of warnings)
            report({ type: 'note', level: 'warning', text });
        end = { ...ended, deviations: [...ended.deviations, ...warnings] };
    }
    finally {
        await Promise.all([probes?.stop(end !== undefined), leases.release()]);
        context.aws.restrictContacts(undefined);
    }
    const told = (0,reporting/* reportOf */.E)({ plan, asked, end, startedAt, ...(probes !== undefined && { probes }) }, context);
    await (0,reporting/* writeReport */.u)(told, probes?.results ?? [], options['report-folder'], context);
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
function portsOf(plan, staying, leases, override, context) {
    const { clock, report, signal } = context;
    const key = (0,active_state_document/* activeStateKey */.XY)({ application: plan.application, name: plan.environment });
    const note = (text, target) => report({ type: 'note', level: 'warning', text, target });
    const patience = (0,failover_patience/* patienceOf */.H)(clock, PLACE_PATIENCE_MS);
    let states = (0,active_state/* createActiveStates */.p)(key, (0,survivors/* placesOf */.ek)(plan, staying, context), note, patience);
    return {
        clock,
        report,
        signal,
        state: { read: () => states.read(), save: (state) => states.save(state) },
        mechanism: (0,mechanism/* mechanismOf */.D)(plan, staying, override, context),
        stopDeployments: ({ active }) => leases.seize(active),
        async narrow(move) {
            const lost = (0,failover_move/* lostRegions */.S2)(move.leaving, move.active, plan.targets);
            context.aws.restrictContacts(contactRule(plan.mechanism.kind, lost));
            // Who was not active before may be there too: what is decided now is kept in every region that survives.
            const kept = plan.targets.filter(({ region }) => !lost.has(region)).map(({ name }) => name);
            if (kept.every((name) => staying.includes(name)))
                return;
            states = (0,active_state/* createActiveStates */.p)(key, (0,survivors/* placesOf */.ek)(plan, kept, context), note, patience);
            await states.read();
        },
    };
}


/***/ }),

/***/ 61782:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ laterCopy),
/* harmony export */   goodCopy: () => (/* binding */ goodCopy),
/* harmony export */   x: () => (/* binding */ readiness)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _failover_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11571);
/* harmony import */ var _failover_plan_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16357);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _survivors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77010);





/**
 * What a damaged plan file still says of where the copies lie, asked of the target that takes over alone.
 * @returns `s3://bucket/key` of a copy that is good; undefined where none can be found
 */
async function goodCopy(text, to, context) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .q)(text));
    const { targets, application, environment } = value ?? {};
    if (!Array.isArray(targets) || typeof application !== 'string' || typeof environment !== 'string')
        return undefined;
    const names = targets.filter(({ name, region }) => name === to || region === to).map(({ name }) => name);
    try {
        const copies = await copiesOf({ ...value, targets, application, environment }, names, context);
        return copies[0]?.place;
    }
    catch {
        // What is damaged may say anything: then there is nothing to name.
        return undefined;
    }
}
/** A sentence when a region that stays keeps a later plan than the one that is used. Never throws. */
async function laterCopy(plan, staying, context) {
    const copies = await copiesOf(plan, staying, context).catch(() => []);
    const later = copies.find((copy) => Date.parse(copy.plan.compiledAt) > Date.parse(plan.compiledAt));
    if (later === undefined)
        return undefined;
    return `the plan of ${plan.compiledAt} was used, and ${later.place} has one of ${later.plan.compiledAt}, compiled for the release ${later.plan.release.id}`;
}
async function copiesOf(plan, names, context) {
    const key = (0,_failover_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .planKey */ .v)({ application: plan.application, name: plan.environment });
    const found = await Promise.all((0,_survivors_js__WEBPACK_IMPORTED_MODULE_2__/* .placesOf */ .ek)(plan, names, context).map(async ({ storage, bucket }) => {
        const place = `s3://${await bucket()}/${key}`;
        const stored = await storage.getText(await bucket(), key);
        return stored === undefined ? [] : [{ place, plan: (0,_failover_plan_document_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlan */ .v)(stored.text, place) }];
    }));
    return found.flat();
}
/**
 * A target that never had a release of this application cannot take over, as far as the plan knows.
 * @returns what differs and need not stop it
 * @throws UserError `failover-not-ready` unless it is forced
 */
function readiness(plan, active, force) {
    const taking = plan.targets.filter(({ name }) => active.includes(name));
    const never = taking.filter(({ release }) => release === undefined).map(({ name }) => name);
    if (never.length > 0 && !force) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('failover-not-ready', `${never.join(', ')} had no release when the plan was compiled`, {
            fix: ['Deploy to it first.', 'If it serves all the same, add --force: the reason is recorded.'],
        });
    }
    return taking
        .filter(({ release }) => release !== plan.release.id)
        .map(({ name, release }) => `${name} has the release ${release ?? 'that nobody knows'}, not ${plan.release.id}`);
}


/***/ })

};
