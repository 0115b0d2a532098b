export const id = 4262;
export const ids = [4262];
export const modules = {

/***/ 4262:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failback: () => (/* binding */ failback)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _failover_failback_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64635);
/* harmony import */ var _failover_move_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30189);
/* harmony import */ var _deploy_prove_targets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40369);
/* harmony import */ var _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55749);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15742);
/* harmony import */ var _refuse_drill_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95824);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4493);
/* harmony import */ var _shift_active_states_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(13494);
/* harmony import */ var _shift_facts_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(63934);
/* harmony import */ var _consent_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(15827);
/* harmony import */ var _consumers_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(73380);
/* harmony import */ var _ends_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(17787);
/* harmony import */ var _failback_gates_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(61008);
/* harmony import */ var _failback_steps_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(82988);
/* harmony import */ var _fencing_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(18053);
/* harmony import */ var _hooks_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(93045);
/* harmony import */ var _load_plan_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(94813);
/* harmony import */ var _probing_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(12740);
/* harmony import */ var _reporting_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(73676);
/* harmony import */ var _still_held_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(81351);





















/** Brings a region back that a failover left: only through gates, and in steps where the mechanism knows them. */
const failback = async (options, context) => {
    const startedAt = context.clock.now();
    const rehearse = options['dry-run'] === true;
    const reason = (0,_consent_js__WEBPACK_IMPORTED_MODULE_10__/* .reasonOf */ .A)(options, rehearse);
    const { whole: environment } = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentOf */ .p)(options, context, { templates: false });
    const { application, name } = environment;
    const { version, report, clock } = context;
    const names = environment.targets.map((target) => target.name);
    report({
        type: 'run.started',
        command: 'failback',
        version,
        application,
        environment: name,
        targets: names,
        dryRun: rehearse,
    });
    const wait = { command: 'failback', lockWaitMs: options['lock-wait'] ?? _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_LOCK_WAIT_MS */ .Xn, leases: !rehearse };
    const works = (0,_deploy_target_work_js__WEBPACK_IMPORTED_MODULE_4__/* .createTargetWork */ .J2)(environment, { ...wait, makesBuckets: false }, context);
    try {
        const reachable = await (0,_deploy_prove_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .proveTargets */ .t)(works, options, context);
        const missing = names.filter((target) => !reachable.some((work) => work.target.name === target));
        if (missing.length > 0) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('target-unreachable', `${missing.join(', ')} cannot be reached: a failback needs every region`);
        }
        await Promise.all(reachable.map(async (work) => (await work.lease()).assertHeld()));
        const states = (0,_shift_active_states_js__WEBPACK_IMPORTED_MODULE_8__/* .activeStatesOf */ .s)(environment, reachable, context);
        const before = await states.read();
        (0,_refuse_drill_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseOpenDrill */ .U)(before);
        const returning = returningOf(options.to, before.inactive, environment.targets);
        const plan = await (0,_load_plan_js__WEBPACK_IMPORTED_MODULE_17__/* .planOfEnvironment */ .cl)(environment, names.filter((target) => !before.inactive.includes(target)), context);
        const move = (0,_failover_failback_js__WEBPACK_IMPORTED_MODULE_1__/* .returnOf */ .gi)({ returning, targets: environment.targets, before });
        const done = (0,_failover_failback_js__WEBPACK_IMPORTED_MODULE_1__/* .isBack */ .S3)(returning, before, move);
        const id = context.origin.runId;
        const { incident } = options;
        const asked = { id, who: context.origin.who, reason, ...(incident !== undefined && { incident }) };
        let end = { outcome: done ? 'already-active' : 'rehearsed', move, marks: {}, deviations: [] };
        const fences = (0,_fencing_js__WEBPACK_IMPORTED_MODULE_15__/* .openFences */ .F)(plan, [returning], context);
        const stopped = done ? [] : await fences.stopped(returning);
        const confirm = once(() => (0,_consent_js__WEBPACK_IMPORTED_MODULE_10__/* .checkConfirmation */ ._)(move, { to: returning }, options, context));
        const unfenced = [];
        if (stopped.length > 0) {
            const text = `${returning} is fenced: ${stopped.join(', ')} takes no calls`;
            report({ type: 'note', level: 'warning', text: rehearse ? `${text}, so its gates may not pass` : text });
            // What gates ask of it must be able to answer; nothing else sends calls there yet.
            if (!rehearse) {
                await confirm();
                unfenced.push(...(await fences.lift([returning])));
            }
        }
        const gates = done ? [] : await (0,_failback_gates_js__WEBPACK_IMPORTED_MODULE_13__/* .assertReady */ .c_)(returning, plan, before, environment, works, context);
        const probes = !done && !rehearse && plan.probe ? (0,_probing_js__WEBPACK_IMPORTED_MODULE_18__/* .startProbes */ .o)(plan.probe, context) : undefined;
        if (!done && !rehearse) {
            try {
                await confirm();
                const away = {
                    active: move.active.filter((target) => target !== returning),
                    inactive: [...move.inactive, returning],
                };
                const good = await (0,_shift_facts_js__WEBPACK_IMPORTED_MODULE_9__/* .goodTargets */ .K)(environment, works);
                const parts = await (0,_failback_steps_js__WEBPACK_IMPORTED_MODULE_14__/* .returnParts */ .jO)(plan, returning, move, { ...away, leaving: [returning] }, good, reason, context);
                const record = {
                    ...asked,
                    from: [],
                    to: move.active,
                    mechanism: plan.mechanism.kind,
                    at: new Date(clock.now()).toISOString(),
                };
                const request = { returning, targets: environment.targets, before, record };
                const assertHeld = () => (0,_still_held_js__WEBPACK_IMPORTED_MODULE_20__/* .assertStillHeld */ .u)(reachable);
                const [consumers, hooks] = [(0,_consumers_js__WEBPACK_IMPORTED_MODULE_11__/* .consumersOfPlan */ ._)(plan, context), (0,_hooks_js__WEBPACK_IMPORTED_MODULE_16__/* .hooksOfPlan */ .Z)(plan, context)];
                const judge = (since) => (0,_failback_gates_js__WEBPACK_IMPORTED_MODULE_13__/* .failingSince */ .ht)(since, returning, plan, environment, context);
                const ports = {
                    ...parts,
                    assertHeld,
                    judge,
                    clock,
                    report,
                    signal: context.signal,
                    state: states,
                    ...(consumers !== undefined && { consumers }),
                    ...(hooks !== undefined && { hooks }),
                };
                const ended = await (0,_failover_failback_js__WEBPACK_IMPORTED_MODULE_1__/* .runFailback */ .p6)(request, { ...ports, ...(probes !== undefined && { probes }) });
                end = { ...ended, deviations: [...unfenced, ...ended.deviations] };
            }
            finally {
                await probes?.stop(true);
            }
        }
        const told = await (0,_reporting_js__WEBPACK_IMPORTED_MODULE_19__/* .reportOf */ .EI)({ plan, asked, end, startedAt, ...(probes !== undefined && { probes }) }, context);
        await (0,_reporting_js__WEBPACK_IMPORTED_MODULE_19__/* .writeReport */ .u5)(told, probes?.results ?? [], options['report-folder'], context);
        const { failure, outcome } = end;
        const details = { ..._ends_js__WEBPACK_IMPORTED_MODULE_12__/* .ENDS */ .B[outcome], failover: told, gates, ...(failure !== undefined && { failure }) };
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_7__/* .runResult */ .X)(environment, { command: 'failback', startedAt, instances: [], release: plan.release, ...details }, context);
    }
    finally {
        await Promise.all([...works.values()].map((work) => work.close()));
    }
};
/** @throws UserError `failback-which`, `unknown-target` */
function returningOf(to, inactive, targets) {
    const [only, ...others] = inactive;
    if (to !== undefined)
        return (0,_failover_move_js__WEBPACK_IMPORTED_MODULE_2__/* .namedTarget */ .Jt)(to, targets, 'to');
    if (only !== undefined && others.length === 0)
        return only;
    const found = only === undefined ? 'every target is active' : `${inactive.join(', ')} are not active`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('failback-which', `a failback needs to be told which target returns: ${found}`, {
        fix: ['Give its name as to.'],
    });
}
/** Who said yes is not asked again. */
function once(ask) {
    let asked;
    return () => {
        asked ??= ask();
        return asked;
    };
}


/***/ }),

/***/ 95824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ refuseOpenDrill)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _records_drill_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10533);


/**
 * While a drill is at work its leases keep everybody out. One that died has left traffic where it was, and the record of
 * it open: nothing else moves traffic before it is ended. A failover does not ask.
 * @throws UserError `drill-open`
 */
function refuseOpenDrill(state) {
    const drill = (0,_records_drill_record_js__WEBPACK_IMPORTED_MODULE_1__/* .openDrill */ .uR)(state);
    if (drill === undefined)
        return;
    const { kind, to, at, who } = drill;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('drill-open', `a drill (${kind}, to ${to.join(', ')}) of ${who}, begun at ${at}, has not ended`, {
        fix: ['End it: drill --end. Traffic then goes where it is good.'],
    });
}


/***/ })

};
