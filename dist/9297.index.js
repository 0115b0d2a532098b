export const id = 9297;
export const ids = [9297];
export const modules = {

/***/ 66805:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ activeReader)
/* harmony export */ });
/* harmony import */ var _records_active_state_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58010);
/* harmony import */ var _shift_active_states_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13494);


/** @param works targets that answer: the newest of their copies counts */
function activeReader(environment, works, context) {
    let reading;
    const read = async () => {
        const states = await (0,_shift_active_states_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleActiveStates */ .x)(environment, works, context);
        return (await states?.read()) ?? _records_active_state_document_js__WEBPACK_IMPORTED_MODULE_0__/* .ALL_ACTIVE */ .Dk;
    };
    const state = () => {
        reading ??= read();
        return reading;
    };
    return { state, isActive: async (target) => !(await state()).inactive.includes(target) };
}


/***/ }),

/***/ 14869:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ askOnce),
/* harmony export */   u: () => (/* binding */ lookBackOf)
/* harmony export */ });
/* harmony import */ var _gates_runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58156);
/* harmony import */ var _gate_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54246);


/** What is looked back over where there is no bake time. */
const LOOK_BACK_MS = 300_000;
/**
 * Asks every gate of the environment's phases once, whatever its `when` says, and outside of any rollout: outputs are those
 * that the stacks have now.
 * @param release that gates expect where a phase is asked for none of its own
 */
async function askOnce({ environment, release }, asked, context) {
    const phases = environment.phases.map((phase) => ({
        ...phase,
        gates: phase.gates.map((gate) => ({ ...gate, when: ['after'] })),
    }));
    const runner = (0,_gates_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .createGateRunner */ .q)({ ...(0,_gate_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .gatePorts */ .o)(context), environment: { ...environment, phases }, release });
    const rounds = asked.map(({ since, ...more }) => runner.ask({ moment: 'after', outputs: {}, since, bakeSince: since, ...more }, context.signal));
    return (await Promise.all(rounds)).flat();
}
/** How long ago a judgement begins that no rollout began, milliseconds: as long as a bake takes. */
function lookBackOf({ bakeMs }) {
    return bakeMs || LOOK_BACK_MS;
}


/***/ }),

/***/ 39860:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ createConsumerRoles)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _failover_consumers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16367);
/* harmony import */ var _records_paused_consumers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4558);
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26586);
/* harmony import */ var _deploy_work_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68037);
/* harmony import */ var _failover_find_consumers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5490);
/* harmony import */ var _shift_active_states_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13494);
/* harmony import */ var _switch_consumer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74545);








/** Stacks end side by side: one look at the state serves those that end together. */
const FRESH_MS = 5_000;
/**
 * Undefined where no consumers are marked.
 * @param whole with all its targets: which of them runs consumers depends on the others
 * @param reachable targets of this run that answer
 */
function createConsumerRoles(whole, reachable, context) {
    const settings = whole.failover?.consumers;
    if (settings === undefined)
        return undefined;
    const marked = settings;
    const { clock, report, signal } = context;
    const works = new Map(reachable.map((work) => [work.target.name, work]));
    const names = whole.targets.map(({ name }) => name);
    let seen;
    const state = () => {
        if (seen === undefined || clock.now() - seen.at > FRESH_MS)
            seen = { at: clock.now(), state: (0,_shift_active_states_js__WEBPACK_IMPORTED_MODULE_3__/* .activeStatesOf */ .s)(whole, reachable, context).read() };
        return seen.state;
    };
    const runs = async ({ target }) => (0,_failover_consumers_js__WEBPACK_IMPORTED_MODULE_5__/* .runningTargets */ .m3)(marked.where, names, await state()).includes(target.name);
    async function find({ stack, target, id }) {
        const { cloudformation } = context.aws.session(target);
        const { consumers, problems } = await (0,_failover_find_consumers_js__WEBPACK_IMPORTED_MODULE_2__/* .findConsumers */ .P)(stack, marked, cloudformation);
        for (const text of problems)
            report({ type: 'note', level: 'warning', text: `${id}: ${text}`, target: target.name });
        return consumers;
    }
    async function change(instance, consumers) {
        const { id, target } = instance;
        const running = await runs(instance);
        const session = context.aws.session(target);
        const changed = await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_6__/* .settleAll */ .j)(consumers.map(async (consumer) => (await (0,_switch_consumer_js__WEBPACK_IMPORTED_MODULE_4__/* .switchConsumer */ .r)(consumer, running, session, { clock, signal })) ? [consumer.resource] : []));
        const done = changed.flat();
        if (done.length === 0)
            return;
        const why = running
            ? `started, because consumers run in ${target.name}`
            : `stopped, because ${target.name} runs none`;
        report({ type: 'note', level: 'info', text: `${id}: ${done.join(', ')} ${why}`, target: target.name });
    }
    const roles = {
        async settle(instance) {
            if (!works.has(instance.target.name))
                return;
            let consumers = [];
            const told = (error) => {
                const text = `${instance.id}: consumers may not run where they should: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}. Deploy again`;
                report({ type: 'note', level: 'warning', text, target: instance.target.name });
            };
            try {
                consumers = await find(instance);
            }
            catch (error) {
                return told(error);
            }
            if (consumers.length === 0)
                return;
            // A failover takes the lease: from then on consumers are its own.
            await (await (0,_deploy_work_of_js__WEBPACK_IMPORTED_MODULE_1__/* .workOf */ .L)(instance, works).lease()).assertHeld();
            await change(instance, consumers).catch(told);
        },
        async settleAll(instances) {
            const running = await Promise.all(instances.map(runs));
            for (const wanted of [false, true]) {
                await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_6__/* .settleAll */ .j)(instances.filter((_, index) => running[index] === wanted).map(roles.settle));
            }
        },
        async idle(instance) {
            const consumers = await find(instance);
            return consumers.length === 0 || (await runs(instance)) ? new Set() : new Set(consumers.map(_records_paused_consumers_js__WEBPACK_IMPORTED_MODULE_7__/* .consumerKey */ .Y));
        },
    };
    return roles;
}


/***/ }),

/***/ 61813:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ ableTargets)
/* harmony export */ });
/* harmony import */ var _stack_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53860);
/* harmony import */ var _shift_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63934);


/**
 * Targets that can serve while a rollout goes on: all of their stacks are good, or they lack only stacks that are new.
 * New is what no target had when this one was changed last: it serves without it today, and what others got meanwhile
 * is the rollout's. A target whose first deployment did not come to its end lacks what others have had for longer.
 * @param found in every target of the run
 */
function ableTargets(found) {
    return new Set([...found].flatMap(([name, own]) => (isAble(own, found) ? [name] : [])));
}
function isAble(own, all) {
    const lacking = own.filter(isLacking);
    const others = own.filter((one) => !isLacking(one));
    if (others.length === 0 || !others.every(_shift_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .serves */ .xu))
        return false;
    const changed = Math.max(...others.map(({ stack }) => changedAt(stack)));
    return lacking.every(({ key }) => copiesOf(key, all).every((made) => made > changed));
}
/** It was never there, or its creation failed. */
function isLacking({ stack }) {
    if (stack === 'unknown')
        return false;
    return stack === undefined || ['create', 'recreate'].includes((0,_stack_index_js__WEBPACK_IMPORTED_MODULE_0__/* .statusMeaning */ .uj)(stack.status).next);
}
/** When each copy of a stack was created, milliseconds since the epoch. One that cannot be seen may be an old one. */
function copiesOf(wanted, all) {
    return [...all.values()].flat().flatMap(({ key, stack }) => {
        if (key !== wanted || stack === undefined)
            return [];
        if (stack === 'unknown')
            return [0];
        return (0,_stack_index_js__WEBPACK_IMPORTED_MODULE_0__/* .statusMeaning */ .uj)(stack.status).made ? [Date.parse(stack.createdAt)] : [];
    });
}
function changedAt(stack) {
    return stack === undefined || stack === 'unknown' ? 0 : Date.parse(stack.updatedAt ?? stack.createdAt);
}


/***/ }),

/***/ 44123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ consumersOf)
/* harmony export */ });
/* harmony import */ var _records_paused_consumers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4558);
/* harmony import */ var _failover_find_consumers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5490);
/* harmony import */ var _pause_consumers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69681);



/** Consumers of one stack, and what its bucket says of them; undefined where there is no bucket yet. */
async function consumersOf(instance, { session, findBucket, lease }, { environment, roles }, { clock, report }) {
    const bucket = await findBucket(instance.settings);
    if (bucket === undefined)
        return undefined;
    const { cloudformation, mappings, rules, schedules, storage } = session;
    const kept = (0,_records_paused_consumers_js__WEBPACK_IMPORTED_MODULE_2__/* .createPausedConsumers */ .k)(environment, instance.id, { storage, bucket });
    const beforeWrite = async () => (await lease()).assertHeld();
    const idle = async () => (await roles?.idle(instance)) ?? new Set();
    const find = async (stackName) => {
        const { consumers, problems } = await (0,_failover_find_consumers_js__WEBPACK_IMPORTED_MODULE_0__/* .consumersOfFunctions */ .mq)({ key: instance.stack.key, stackName }, cloudformation);
        for (const text of problems)
            report({ type: 'note', level: 'warning', text, target: instance.target.name });
        return consumers;
    };
    const named = { instance: instance.id, target: instance.target.name };
    const ports = { mappings, rules, schedules };
    return (0,_pause_consumers_js__WEBPACK_IMPORTED_MODULE_1__/* .createConsumerPause */ .F)({ ...named, find, ports, kept, clock, report, beforeWrite, idle });
}


/***/ }),

/***/ 37145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ drainSettings)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _rollout_weights_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95544);
/* harmony import */ var _stack_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53860);
/* harmony import */ var _shift_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63934);
/* harmony import */ var _able_targets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61813);





/**
 * The settings of a run whose waves drain their targets first. Where no target has all of its stacks yet, nobody could take
 * over and nothing is drained: in the first deployment (the groups of an accelerator begin with the dial 100), and where
 * each target lacks one that others have; that some may serve all the same is said as a warning. Stacks that are new in
 * this release are not asked for. Where only some lack stacks and have a weight all the same, the others cannot be drained
 * onto them, and it is said what helps. What AWS does not tell changes nothing here, because the run may have a rollback to
 * finish: each wave asks again before it drains.
 */
async function drainSettings(settings, weights, environment, works, { report }) {
    const { drainPercent, ...others } = settings;
    if (drainPercent === undefined)
        return settings;
    const note = (level, text) => report({ type: 'note', level, text });
    try {
        const found = await (0,_shift_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .findStacks */ .tn)(environment, new Map(works.map((work) => [work.target.name, work])));
        const able = (0,_able_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .ableTargets */ .n)(found);
        if (able.size === 0) {
            // Stacks that are being changed now may be done when it is their target's turn.
            if ([...found.values()].some((own) => own.length > 0 && own.every(isMade)))
                return settings;
            const serving = [...found].flatMap(([name, own]) => (own.some(isMade) ? [name] : []));
            if (serving.length === 0)
                note('info', 'nothing is drained: no target has all of its stacks yet');
            else
                note('warning', `nothing is drained: no target has all of its stacks, but ${serving.join(', ')} may serve`);
            return others;
        }
        const early = [...found.keys()].filter((name) => !able.has(name) && (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_4__/* .weightOf */ .mm)(weights, name) > 0);
        if (early.length > 0) {
            const zero = early.map((name) => `${name}=0`).join(',');
            note('warning', `${early.join(', ')} has a weight and no good stacks: others cannot be drained onto it. A new target begins at weight 0: shift --weights ${zero}`);
        }
    }
    catch (error) {
        if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
            throw error;
        note('warning', `which targets can be drained is not known before their waves: ${error.message}`);
    }
    return settings;
}
/** It is there, good or not. Nobody drains onto a target that does not answer. */
function isMade({ stack }) {
    return stack !== undefined && stack !== 'unknown' && (0,_stack_index_js__WEBPACK_IMPORTED_MODULE_1__/* .statusMeaning */ .uj)(stack.status).made;
}


/***/ }),

/***/ 81225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ failedPreparation),
/* harmony export */   i: () => (/* binding */ failedOutcome)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _stack_failed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47547);


/** What was thrown while working on one target, as that target's honest state: a defect too, so that the others go on. */
function failedPreparation(error, signal) {
    return (0,_stack_failed_js__WEBPACK_IMPORTED_MODULE_1__/* .refusedPreparation */ .Qp)(refusal(error, signal));
}
/** The same for an execution: what AWS is doing meanwhile is not known. */
function failedOutcome(error, signal) {
    return (0,_stack_failed_js__WEBPACK_IMPORTED_MODULE_1__/* .refusedOutcome */ .jV)(refusal(error, signal));
}
function refusal(error, signal) {
    if (signal.aborted)
        return { state: 'cancelled', reason: 'cancelled while it was being worked on' };
    return (0,_stack_failed_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalOf */ .Of)(error, signal) ?? { state: 'failed', reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error) };
}


/***/ }),

/***/ 81411:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ journalOf)
/* harmony export */ });
/* harmony import */ var _records_rollout_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69345);
/* harmony import */ var _records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17509);
/* harmony import */ var _record_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98634);



/** The rollout of an environment as it is kept in the buckets of these targets, home first. */
function journalOf(environment, targets, context) {
    const homeFirst = [...targets].sort((a, b) => rank(a, environment) - rank(b, environment));
    return (0,_records_rollout_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .createRolloutJournal */ .x)((0,_records_rollout_document_js__WEBPACK_IMPORTED_MODULE_0__/* .rolloutKey */ .n)(environment), (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .recordPlaces */ .W_)(environment, homeFirst), (0,_record_places_js__WEBPACK_IMPORTED_MODULE_2__/* .noteIn */ .Cr)(context));
}
function rank({ target }, { home }) {
    return target.name === home ? 0 : 1;
}


/***/ }),

/***/ 69681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ createConsumerPause),
  P: () => (/* binding */ isOver)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/records/paused-consumers.ts
var paused_consumers = __webpack_require__(4558);
// EXTERNAL MODULE: ./src/settle-all.ts
var settle_all = __webpack_require__(26586);
// EXTERNAL MODULE: ./src/commands/switch-consumer.ts
var switch_consumer = __webpack_require__(74545);
;// CONCATENATED MODULE: ./src/commands/deploy/paused-consumer.ts


/** A mapping that is just being switched on counts as one that runs when that is done. @throws AwsError */
async function runningOf({ kind, id, group }, { mappings, rules, schedules }, patience) {
    const ask = () => {
        switch (kind) {
            case 'mapping':
                return mappings.state(id).then((state) => (state === 'enabled' ? 'on' : 'off'));
            case 'rule':
                return rules.state({ name: id, ...(group !== undefined && { bus: group }) });
            case 'schedule':
                return schedules.state({ name: id, ...(group !== undefined && { group }) });
        }
    };
    return (await (0,switch_consumer/* until */.T)(ask, () => true, patience)) ?? 'off';
}
/** Switches it off, and waits until AWS says that it is. One that is gone is no trouble. @throws UserError `consumers-not-paused`, AwsError */
async function switchOff(consumer, instance, ports, patience) {
    const what = describe(consumer);
    try {
        await (0,switch_consumer/* switchConsumer */.r)({ ...consumer, resource: what }, false, ports, patience);
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || error.code === 'consumer-gone') {
            if (error instanceof errors/* UserError */.yo)
                return;
            throw error;
        }
        throw new errors/* UserError */.yo('consumers-not-paused', `the ${what} of ${instance} stays enabled`, {
            fix: ['Look for who enables it, or deploy without pause-consumers.'],
        });
    }
}
/** Asks for it to be switched on; a mapping is so within seconds. @throws AwsError, Error: it takes no change */
async function switchOn({ kind, id, group }, { mappings, rules, schedules }, patience) {
    const refused = new Error(`${id} takes no change`);
    if (kind === 'mapping') {
        const answer = await (0,switch_consumer/* until */.T)(() => mappings.enable(id, true), (found) => found !== 'busy', patience);
        if (answer === undefined && (await mappings.state(id)) === 'disabled')
            throw refused;
        return;
    }
    const ask = () => kind === 'rule'
        ? rules.enable({ name: id, ...(group !== undefined && { bus: group }) }, true)
        : schedules.enable({ name: id, ...(group !== undefined && { group }) }, true);
    if ((await (0,switch_consumer/* until */.T)(ask, (found) => found !== 'busy', patience)) === undefined)
        throw refused;
}
const NAMES = {
    mapping: ['event source mapping', 'event source mappings'],
    rule: ['rule', 'rules'],
    schedule: ['schedule', 'schedules'],
};
function describe({ kind, id, group }) {
    return `${NAMES[kind][0]} ${group === undefined ? '' : `${group}/`}${id}`;
}
/** "1 event source mapping and 2 rules". */
function countConsumers(consumers) {
    const parts = ['mapping', 'rule', 'schedule'].flatMap((kind) => {
        const { length } = consumers.filter((one) => one.kind === kind);
        return length === 0 ? [] : [`${length} ${NAMES[kind][length === 1 ? 0 : 1]}`];
    });
    const last = parts.at(-1) ?? 'nothing';
    return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
/** How a person switches them on. */
function byHand(consumers) {
    const has = (kind) => consumers.some((one) => one.kind === kind);
    return [
        ...(has('mapping') || consumers.length === 0
            ? ['aws lambda update-event-source-mapping --enabled --uuid UUID']
            : []),
        ...(has('rule') ? ['aws events enable-rule --name NAME (--event-bus-name BUS)'] : []),
        ...(has('schedule') ? ['in the console of EventBridge Scheduler'] : []),
    ].join('; ');
}

;// CONCATENATED MODULE: ./src/commands/deploy/pause-consumers.ts




/** A property as change sets name it: by its path, or by its name alone. Rules and schedules call it `State`. */
const SWITCH = /^(?:\/Properties\/)?(?:Enabled|State)$/;
const OVER = new Set(['succeeded', 'no-change', 'failed', 'stuck']);
/** The stack is at rest: nothing changes its resources any more. */
function isOver(state) {
    return OVER.has(state);
}
function createConsumerPause(parts) {
    const { instance, target, find, ports, kept, clock, report, beforeWrite, idle } = parts;
    const note = (level, text) => report({ type: 'note', level, text, target });
    async function resume() {
        let left = [];
        try {
            left = await kept.read();
            if (left.length === 0)
                return;
            const stays = await idle();
            const again = left.filter((one) => !stays.has((0,paused_consumers/* consumerKey */.Y)(one)));
            for (const one of again)
                await switchOn(one, ports, { clock });
            await kept.write([]);
            if (again.length > 0)
                note('info', `${instance}: ${countConsumers(again)} enabled again`);
        }
        catch (error) {
            const what = left.length === 0 ? 'consumers that are paused' : left.map(describe).join(', ');
            const text = `${instance}: ${what} could not be enabled again: ${(0,errors/* errorText */.kc)(error)}. The next deployment or rollback tries again; or: ${byHand(left)}`;
            note('warning', text);
        }
    }
    /** Those that run, and may be switched off. */
    async function toPause(consumers) {
        const found = [];
        for (const one of consumers) {
            const running = await runningOf(one, ports, { clock });
            if (running === 'on')
                found.push(one);
            if (running === 'kept')
                note('info', `${instance}: the ${describe(one)} runs on: paused, it could not be put back as it is, or do later what is due`);
        }
        return found;
    }
    return {
        resume,
        arePaused: async () => (await kept.read()).length > 0,
        async pause(stack, kinds, changes) {
            const all = (await find(stack)).filter((one) => kinds.has(one.kind) && !isSwitched(one, changes));
            const running = await toPause(all.map(({ kind, id, group }) => ({ kind, id, ...(group !== undefined && { group }) })));
            if (running.length === 0)
                return;
            await beforeWrite();
            // Recorded first: whoever comes after a crash knows what to enable, and what not.
            const both = [...(await kept.read()), ...running];
            await kept.write([...new Map(both.map((one) => [(0,paused_consumers/* consumerKey */.Y)(one), one])).values()]);
            try {
                // None of them may still be asking to be disabled when all are enabled again.
                await (0,settle_all/* settleAll */.j)(running.map((one) => switchOff(one, instance, ports, { clock })));
            }
            catch (error) {
                await resume();
                throw error;
            }
            note('info', `${instance}: ${countConsumers(running)} disabled for the update`);
        },
        async after({ state }) {
            if (isOver(state))
                await resume();
            else if ((await kept.read().catch(() => [])).length > 0)
                note('warning', `${instance}: its consumers stay disabled until the next deployment or rollback sees the end of the update`);
        },
    };
}
/** By the update itself, or perhaps: a nested stack whose changes cannot be looked into may hold anything. */
function isSwitched({ resource }, changes) {
    const path = resource.split('/').slice(1).join('.');
    return changes.some((change) => change.unseen
        ? path.startsWith(`${change.path}.`)
        : change.path === path && change.properties.some(({ name }) => SWITCH.test(name)));
}


/***/ }),

/***/ 96697:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ trafficPortsOf)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _records_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58010);
/* harmony import */ var _rollout_weights_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(95544);
/* harmony import */ var _shift_active_states_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13494);
/* harmony import */ var _shift_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63934);
/* harmony import */ var _traffic_driver_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92088);
/* harmony import */ var _visible_weights_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(44292);
/* harmony import */ var _able_targets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(61813);
/* harmony import */ var _drain_first_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(37145);










/**
 * A rollout's effects on traffic; undefined where the environment has no driver. The weights are read once, so that a
 * zone, record or store that is not there, or not ours, is refused before anything is changed.
 *
 * @param environment cut down to the targets of this run
 * @throws UserError `traffic-unreachable` and those of the driver
 */
async function trafficPortsOf(environment, { works, command, returns }, context) {
    const { traffic: configured } = environment;
    if (configured === undefined)
        return undefined;
    const driver = await (0,_traffic_driver_js__WEBPACK_IMPORTED_MODULE_5__/* .trafficDriverOf */ .j)(configured, environment, context);
    const { weights, problem } = await readOnce(driver, returns, context);
    const settings = command === 'rollback' || weights === undefined
        ? configured
        : await (0,_drain_first_js__WEBPACK_IMPORTED_MODULE_8__/* .drainSettings */ .E)(configured, weights, environment, works, context);
    const names = Object.keys(settings.weights);
    const worked = new Map(works.map((work) => [work.target.name, work]));
    const states = (0,_shift_active_states_js__WEBPACK_IMPORTED_MODULE_3__/* .activeStatesOf */ .s)(environment, works, context);
    let state;
    let settled = false;
    const ports = {
        settings,
        driver,
        leftOut: new Set(names.filter((name) => !worked.has(name))),
        async active() {
            state = await states.read();
            return (0,_records_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__/* .activeTargets */ .BD)(state, names);
        },
        async unfit() {
            const able = (0,_able_targets_js__WEBPACK_IMPORTED_MODULE_7__/* .ableTargets */ .n)(await (0,_shift_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .findStacks */ .tn)(environment, worked));
            return new Set(names.filter((name) => !able.has(name)));
        },
        async remember(before, after) {
            state ??= await states.read();
            const at = new Date(context.clock.now()).toISOString();
            const first = firstOf(state.lastChange, command);
            const who = context.origin.who;
            const lastChange = { before, after, at, who, command, done: false, ...(first !== undefined && { first }) };
            state = await states.save({ inactive: state.inactive, lastChange });
            settled = false;
        },
        isUnfinished: (after) => {
            const last = state?.lastChange;
            return !settled && last !== undefined && !last.done && (0,_rollout_weights_js__WEBPACK_IMPORTED_MODULE_9__/* .sameWeights */ .ML)(last.after, after);
        },
        settled: () => {
            settled = true;
        },
    };
    const seen = async (reader) => weights &&
        (0,_visible_weights_js__WEBPACK_IMPORTED_MODULE_6__/* .readable */ .HD)(context, async () => ({ settings, driver, weights, active: (0,_records_active_state_document_js__WEBPACK_IMPORTED_MODULE_2__/* .activeTargets */ .BD)(await reader.state(), names) }));
    const close = async () => {
        const last = state?.lastChange;
        if (!settled || state === undefined || last === undefined || last.done)
            return;
        try {
            state = await states.save({ inactive: state.inactive, lastChange: { ...last, done: true } });
        }
        catch (error) {
            // Whoever comes next waits once more until clients have followed.
            const text = `that the last change of weights is done could not be kept: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`;
            context.report({ type: 'note', level: 'warning', text });
        }
    };
    const earlier = async () => {
        state = await states.read();
        const unfinished = firstOf(state.lastChange, command);
        return {
            now: weights ?? {},
            ...(unfinished !== undefined && { unfinished }),
            ...(state.lastChange !== undefined && { lastCommand: state.lastChange.command }),
        };
    };
    return { ports, seen, earlier, close, ...(problem !== undefined && { problem }) };
}
/** Weights before the first change of a command that is not done. */
function firstOf(last, command) {
    return last === undefined || last.done || last.command !== command ? undefined : (last.first ?? last.before);
}
/** A rollback goes on without: stacks return in place, and weights are read again before each change. */
async function readOnce(driver, returns, { signal, report }) {
    try {
        return { weights: (await driver.read(signal)).weights };
    }
    catch (error) {
        const problem = error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G ? unreachable(driver, error) : error;
        if (signal.aborted || !(await returns?.()))
            throw problem;
        const text = `where traffic cannot be moved, stacks return in place: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(problem)}`;
        report({ type: 'note', level: 'warning', text });
        return { problem };
    }
}
function unreachable({ kind, controlPlane }, error) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('traffic-unreachable', `the weights of ${kind} cannot be read: ${error.message}`, {
        fix: [
            `Its control plane is in ${controlPlane}: look at the AWS Health Dashboard.`,
            'Check the permissions: sam-multi-region policy prints those of each command.',
        ],
        cause: error,
    });
}


/***/ }),

/***/ 68037:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ workOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** The target of an instance. */
function workOf({ id, target }, targets) {
    const work = targets.get(target.name);
    if (work === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InternalError */ .Gd(`${id} is in no target of this run`);
    return work;
}


/***/ }),

/***/ 54246:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ gatePorts)
/* harmony export */ });
/** What gates may use of the outside world. */
function gatePorts({ aws, clock, env, http, spawn }) {
    return { clock, env, http, spawn, session: (target) => aws.session(target) };
}


/***/ }),

/***/ 58849:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ isLater)
/* harmony export */ });
/* harmony import */ var _topology_gate_references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32017);

/**
 * Whether a gate is asked once more after a rollback. `compare` has nothing to compare once both are one release; commands
 * are told a release, and what names one in its texts means one as well: that which is left. What names `target.active`
 * depends on where traffic is, which is not looked up for this.
 */
function isLater({ when, scope, check }) {
    if (!when.some((moment) => moment === 'bake' || moment === 'after'))
        return false;
    if (check.kind === 'compare' || check.kind === 'command')
        return false;
    if (check.kind === 'http' && scope === 'target')
        return false;
    return !(0,_topology_gate_references_js__WEBPACK_IMPORTED_MODULE_0__/* .namesRelease */ .gH)(check) && !(0,_topology_gate_references_js__WEBPACK_IMPORTED_MODULE_0__/* .namesActive */ .hY)(check);
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


/***/ }),

/***/ 11172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ missingArtifacts),
/* harmony export */   h: () => (/* binding */ absentArtifacts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63677);


/**
 * Keys of recorded objects that are not there any more, or hold something else. Who can write to the bucket can
 * overwrite them, so their bytes are hashed: neither names nor metadata tell.
 */
async function missingArtifacts(artifacts, { storage, bucket }) {
    const found = await Promise.all(artifacts.map(async ({ key, sha256 }) => ((await hashOf(storage, bucket, key)) === sha256 ? [] : [key])));
    return found.flat();
}
/** Whether they are there at all, which is all that a forecast needs. One HEAD each. */
async function absentArtifacts(artifacts, { storage, bucket }) {
    const found = await Promise.all(artifacts.map(async ({ key }) => ((await storage.head(bucket, key)) === undefined ? [key] : [])));
    return found.flat();
}
async function hashOf(storage, bucket, key) {
    try {
        const { body } = await storage.get(bucket, key);
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        for await (const chunk of body)
            hash.update(chunk);
        return hash.digest('hex');
    }
    catch (error) {
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsError */ .G && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 38052:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ doesReturn),
/* harmony export */   SV: () => (/* binding */ evaluateRollback),
/* harmony export */   cu: () => (/* reexport safe */ _artifacts_js__WEBPACK_IMPORTED_MODULE_4__.c)
/* harmony export */ });
/* harmony import */ var _rollout_rollback_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95679);
/* harmony import */ var _rollout_rollback_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41135);
/* harmony import */ var _stack_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53860);
/* harmony import */ var _deploy_failures_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81225);
/* harmony import */ var _artifacts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11172);
/* harmony import */ var _recorded_state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75087);
/* harmony import */ var _recorded_template_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36798);








/** Works out what a rollback would do with one stack. Changes nothing. */
async function evaluateRollback(instance, aim, options, context) {
    if (options.missing !== undefined)
        return evaluate(instance, aim, options.missing, options, context);
    try {
        return await evaluate(instance, aim, _artifacts_js__WEBPACK_IMPORTED_MODULE_4__/* .absentArtifacts */ .h, options, context);
    }
    catch (error) {
        return without(instance, 'refused', (0,_deploy_failures_js__WEBPACK_IMPORTED_MODULE_3__/* .failedPreparation */ .V)(error, context.signal).reason);
    }
}
/** Whether a rollback takes this stack back at all: what exists once stays unless it is marked. */
function doesReturn({ stack: { scope, returns = scope === 'regional' }, }) {
    return returns;
}
async function evaluate(instance, aim, missing, { recorder, acceptDataLoss, given }, context) {
    const { scope, key } = instance.stack;
    if (!doesReturn(instance)) {
        const why = scope === 'regional'
            ? 'it is marked `rollback: false`'
            : `a stack of scope ${scope} stays unless it is marked \`rollback: true\``;
        return without(instance, 'stays', `${why} (stacks.${key})`);
    }
    const state = await (0,_recorded_state_js__WEBPACK_IMPORTED_MODULE_5__/* .readRecordedState */ .G)(instance, recorder, context);
    if (state === undefined)
        return without(instance, 'stays', 'it is not deployed');
    const { stack, history, proof, session, bucket } = state;
    if (['create', 'recreate'].includes((0,_stack_index_js__WEBPACK_IMPORTED_MODULE_2__/* .statusMeaning */ .uj)(stack.status).next)) {
        return without(instance, 'stays', `its first deployment failed (${stack.status})`);
    }
    const target = (0,_rollout_rollback_target_js__WEBPACK_IMPORTED_MODULE_1__/* .rollbackTarget */ .e)(proof, aim);
    if (target.kind === 'refused') {
        // Nothing but its creation ever happened to it, whether that was recorded or not.
        if (stack.status.startsWith('CREATE_') && !('to' in aim))
            return without(instance, 'stays', FIRST);
        return without(instance, 'refused', target.reason);
    }
    if (target.kind === 'stays')
        return without(instance, 'stays', target.reason, target.there);
    const { record } = target;
    const place = (0,_recorded_template_js__WEBPACK_IMPORTED_MODULE_6__/* .placeOf */ .$t)(session, bucket);
    const [recorded, missingKeys] = await Promise.all([
        (0,_recorded_template_js__WEBPACK_IMPORTED_MODULE_6__/* .recordedTemplate */ .FV)(record.asked, history.document, place),
        missing(record.asked.artifacts, place),
    ]);
    const current = proof.kind === 'current' ? proof.records.at(-1) : undefined;
    const step = (0,_rollout_rollback_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .judgeRollback */ .im)({
        instance: instance.id,
        target: record,
        ...(current !== undefined && { current }),
        ...(recorded !== undefined && { template: recorded.template.text }),
        missingArtifacts: missingKeys,
        deployedParameters: new Set(Object.keys(stack.parameters)),
        given: new Set(Object.keys(given)),
        shiftedAtOnce: recorded?.shiftedAtOnce ?? [],
        atRisk: [],
        acceptDataLoss,
    });
    return { step, ...(recorded !== undefined && { found: { state, record, recorded } }) };
}
const FIRST = 'this was its first deployment: a rollback deletes no stack';
function without(instance, kind, reason, has) {
    const there = has === undefined ? {} : { there: true, has: (0,_rollout_rollback_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .released */ .w2)(has) };
    return { step: { instance: instance.id, kind, reason, notes: [], ...there } };
}


/***/ }),

/***/ 75087:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readRecordedState)
/* harmony export */ });
/* harmony import */ var _records_proof_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95508);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25326);
/* harmony import */ var _deploy_recorder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57508);



/**
 * Reads a stack and its records; undefined where there is no stack, or no bucket that could hold records. Creates
 * nothing.
 * @throws UserError `record-newer`, and those of credentials and buckets; AwsError
 */
async function readRecordedState(instance, recorder, context) {
    const session = context.aws.session(instance.target);
    await session.account();
    const [stack, bucket] = await Promise.all([
        session.cloudformation.describeStack(instance.stack.stackName),
        (0,_bucket_of_js__WEBPACK_IMPORTED_MODULE_1__/* .bucketOf */ .A)(session, instance.settings, context),
    ]);
    if (stack === undefined || bucket === undefined)
        return undefined;
    const [history, changeSet] = await Promise.all([
        recorder.read({ instance: instance.id, session, bucket }),
        (0,_deploy_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .lastChangeSet */ .h)(stack, { session }),
    ]);
    const { records, pending } = history.document;
    return { stack, session, bucket, history, proof: (0,_records_proof_js__WEBPACK_IMPORTED_MODULE_0__/* .proveRecords */ .x)(stack, changeSet, records, pending) };
}


/***/ }),

/***/ 36798:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $t: () => (/* binding */ placeOf),
  FV: () => (/* binding */ recordedTemplate),
  fB: () => (/* binding */ sentTemplate)
});

// EXTERNAL MODULE: ./src/records/history-document.ts
var history_document = __webpack_require__(51078);
// EXTERNAL MODULE: ./src/release/hash.ts
var release_hash = __webpack_require__(35109);
// EXTERNAL MODULE: ./src/release/object-url.ts
var object_url = __webpack_require__(91946);
// EXTERNAL MODULE: ./src/template/parse.ts + 4 modules
var parse = __webpack_require__(78547);
// EXTERNAL MODULE: ./src/template/s3-location.ts
var s3_location = __webpack_require__(86996);
// EXTERNAL MODULE: ./src/template/plain-data.ts
var plain_data = __webpack_require__(18267);
;// CONCATENATED MODULE: ./src/template/shift-at-once.ts

/**
 * A group keeps its alarms when the template has none any more: they have to be taken away by name
 * (https://github.com/aws/aws-cdk/issues/23307, https://github.com/aws/serverless-application-model/issues/2452).
 */
const NO_ALARMS = { Enabled: false, Alarms: [] };
/** What SAM makes an empty `AlarmConfiguration` of; without `Alarms` it makes none, and the group keeps its own. */
const NO_SAM_ALARMS = [{ Ref: 'AWS::NoValue' }];
/**
 * The template with every Lambda deployment of CodeDeploy set to move all traffic at once, without alarms and hooks: a
 * rollback must not be held up by what it is the answer to. Without such deployments the text stays as it is; else it
 * is JSON with the same content (SAM's `DeploymentPreference`; CloudFormation's `CodeDeployLambdaAliasUpdate`).
 */
function shiftAtOnce(template) {
    const changed = [];
    const note = (logicalId, before, after) => {
        if (after !== before)
            changed.push(logicalId);
        return after;
    };
    const groups = groupsOfAliases(template.data);
    const resources = mapValues((0,plain_data/* asMap */.$H)(template.data['Resources']), (value, key) => (0,plain_data/* isMap */.jh)(value) ? note(key, value, resource(value, groups.has(key))) : inLoop(value, key, note));
    const globals = globalsOf(template.data);
    if (changed.length === 0 && globals === undefined)
        return { text: template.text, changed };
    const data = { ...template.data, ...(globals !== undefined && { Globals: globals }), Resources: resources };
    return { text: JSON.stringify(data), changed: globals === undefined ? changed : ['all functions', ...changed] };
}
/** `Fn::ForEach::Name: [variable, collection, {resources}]`. */
function inLoop(value, key, note) {
    if (!key.startsWith('Fn::ForEach::') || !Array.isArray(value) || !(0,plain_data/* isMap */.jh)(value[2]))
        return value;
    const body = mapValues(value[2], (item, name) => (0,plain_data/* isMap */.jh)(item) ? note(name, item, resource(item, false)) : inLoop(item, name, note));
    return [value[0], value[1], body];
}
/** @param ofAlias it is the deployment group of a Lambda alias, whatever its configuration is called */
function resource(value, ofAlias) {
    const properties = (0,plain_data/* asMap */.$H)(value['Properties']);
    switch (value['Type']) {
        case 'AWS::Serverless::Function': {
            const preference = properties['DeploymentPreference'];
            if (!isEnabled(preference))
                return value;
            return { ...value, Properties: { ...properties, DeploymentPreference: atOnce(preference) } };
        }
        case 'AWS::CodeDeploy::DeploymentGroup': {
            // Those of servers and containers have configurations of their own and are no matter of Lambda aliases.
            const ofLambda = ofAlias || JSON.stringify(properties['DeploymentConfigName'] ?? '').includes('Lambda');
            if (!ofLambda)
                return value;
            const DeploymentConfigName = 'CodeDeployDefault.LambdaAllAtOnce';
            return { ...value, Properties: { ...properties, DeploymentConfigName, AlarmConfiguration: NO_ALARMS } };
        }
        case 'AWS::Lambda::Alias': {
            const policy = (0,plain_data/* asMap */.$H)(value['UpdatePolicy']);
            const update = policy['CodeDeployLambdaAliasUpdate'];
            if (!(0,plain_data/* isMap */.jh)(update))
                return value;
            const { BeforeAllowTrafficHook, AfterAllowTrafficHook, ...others } = update;
            if (BeforeAllowTrafficHook === undefined && AfterAllowTrafficHook === undefined)
                return value;
            return { ...value, UpdatePolicy: { ...policy, CodeDeployLambdaAliasUpdate: others } };
        }
        default:
            return value;
    }
}
/** It takes its time, or may be held up: also one at once, by the alarms that its group has from the other release. */
function isEnabled(preference) {
    return (0,plain_data/* isMap */.jh)(preference) && String(preference['Enabled']).toLowerCase() !== 'false';
}
function atOnce({ Hooks, ...others }) {
    return { ...others, Type: 'AllAtOnce', Alarms: NO_SAM_ALARMS };
}
/** Deployment groups that aliases of the template name, by logical id. */
function groupsOfAliases(data) {
    const updates = Object.values((0,plain_data/* asMap */.$H)(data['Resources'])).map((value) => (0,plain_data/* asMap */.$H)((0,plain_data/* asMap */.$H)((0,plain_data/* asMap */.$H)(value)['UpdatePolicy'])['CodeDeployLambdaAliasUpdate']));
    const refs = updates.map((update) => (0,plain_data/* asMap */.$H)(update['DeploymentGroupName'])['Ref']);
    return new Set(refs.filter((ref) => typeof ref === 'string'));
}
function globalsOf(data) {
    const globals = (0,plain_data/* asMap */.$H)(data['Globals']);
    const functions = (0,plain_data/* asMap */.$H)(globals['Function']);
    const preference = functions['DeploymentPreference'];
    if (!isEnabled(preference))
        return undefined;
    return { ...globals, Function: { ...functions, DeploymentPreference: atOnce(preference) } };
}
function mapValues(map, change) {
    return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}

// EXTERNAL MODULE: ./src/release/nested.ts
var release_nested = __webpack_require__(34622);
// EXTERNAL MODULE: ./src/release/references.ts + 1 modules
var release_references = __webpack_require__(24421);
;// CONCATENATED MODULE: ./src/commands/rollback/nested-at-once.ts






/**
 * The nested templates of a record with their CodeDeploy settings left out, as in the root: what holds a nested function up
 * holds the whole rollback up. Only objects are read that the record vouches for.
 */
async function nestedAtOnce(root, artifacts, { storage, bucket, region, partition }) {
    const known = new Map(artifacts.map(({ key, sha256: hash }) => [key, hash]));
    const nested = new Map();
    const read = async (text, file) => {
        const { template, references } = (0,release_references/* referencingTemplate */.L2)(text, file, bucket);
        const own = references.filter(({ kind, value }) => kind === 'template' && known.has(value.location.key));
        const kept = [];
        for (const reference of own) {
            const { key } = reference.value.location;
            if (nested.has(key) || (await add(key)))
                kept.push(reference);
        }
        return { template, references: kept };
    };
    const add = async (key) => {
        const text = (await storage.getText(bucket, key))?.text;
        // What is gone, or was changed, is refused with all other artifacts.
        if (text === undefined || (0,release_hash/* sha256 */.s)(text) !== known.get(key))
            return false;
        nested.set(key, await read(text, key));
        return true;
    };
    const top = await read(root, 'the recorded template');
    const changes = new Map();
    const rewritten = (0,release_nested/* rewriteStack */.zx)({ root: top, nested }, { bucket, fileKey: (key) => key, url: (key) => (0,object_url/* objectUrl */.b)({ region, partition }, bucket, key) }, (key, text, changed) => (changed ? `sam-multi-region/records/templates/${(0,release_hash/* sha256 */.s)(text)}.template` : key), (key, text) => {
        const shifted = shiftAtOnce((0,parse.parseTemplate)(text, key));
        changes.set(key, shifted.changed);
        return shifted.text;
    });
    const changed = (0,release_nested/* placedNames */.w7)({ root: top, nested }, changes);
    return { root: rewritten.root, nested: rewritten.nested.filter((template) => template.changed), changed };
}

;// CONCATENATED MODULE: ./src/commands/rollback/recorded-template.ts







/**
 * The recorded template, with deployments that shift traffic at once; undefined when it is not there any more, or is
 * not what was recorded.
 */
async function recordedTemplate({ template: { sha256: hash, url }, artifacts }, history, place) {
    const { storage, bucket } = place;
    const kept = url === undefined ? (0,history_document/* keptTemplate */.Le)(history, hash) : await storedTemplate(url, bucket, storage);
    if (kept === undefined || (0,release_hash/* sha256 */.s)(kept) !== hash)
        return undefined;
    const template = (0,parse.parseTemplate)(kept, NAME);
    const { text, changed } = shiftAtOnce(template);
    const inside = await nestedAtOnce(text, artifacts, place);
    const shiftedAtOnce = [...changed, ...inside.changed];
    const { nested, root } = inside;
    if (root === kept)
        return { template, shiftedAtOnce, nested, ...(url !== undefined && { url }) };
    return { template: (0,parse.parseTemplate)(root, NAME), shiftedAtOnce, nested };
}
const NAME = 'the recorded template';
/** CloudFormation's limit for `TemplateBody`, in bytes. */
const LARGEST_BODY = 51_200;
/** The template as CreateChangeSet takes it; a large one that was changed for the rollback is put beside the records. */
async function sentTemplate({ template: { text }, url, nested }, { storage, bucket, region, partition }) {
    await Promise.all(nested.map(({ key, text: inside }) => storage.putText(bucket, key, inside)));
    if (Buffer.byteLength(text) <= LARGEST_BODY)
        return { body: text };
    if (url !== undefined)
        return { body: text, url };
    const key = `sam-multi-region/records/templates/${(0,release_hash/* sha256 */.s)(text)}.template`;
    // Whatever lies there is replaced: the key alone does not prove the content.
    await storage.putText(bucket, key, text);
    return { body: text, url: (0,object_url/* objectUrl */.b)({ region, partition }, bucket, key) };
}
function placeOf({ storage, region, partition }, bucket) {
    return { storage, region, partition, bucket };
}
async function storedTemplate(url, bucket, storage) {
    const location = (0,s3_location/* parseS3Location */.T)(url);
    // Only what lies beside the records is read with the target's credentials.
    if (location === undefined || location.bucket !== bucket)
        return undefined;
    return (await storage.getText(bucket, location.key))?.text;
}


/***/ }),

/***/ 90088:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ createRollbackWork)
});

// EXTERNAL MODULE: ./src/rollout/rollback-loss.ts
var rollback_loss = __webpack_require__(77589);
// EXTERNAL MODULE: ./src/rollout/rollback-plan.ts + 1 modules
var rollback_plan = __webpack_require__(95679);
// EXTERNAL MODULE: ./src/stack/index.ts + 28 modules
var src_stack = __webpack_require__(53860);
// EXTERNAL MODULE: ./src/template/stateful.ts
var stateful = __webpack_require__(93420);
// EXTERNAL MODULE: ./src/commands/deploy/failures.ts
var failures = __webpack_require__(81225);
// EXTERNAL MODULE: ./src/commands/deploy/pause-consumers.ts + 1 modules
var pause_consumers = __webpack_require__(69681);
// EXTERNAL MODULE: ./src/commands/deploy/work-of.ts
var work_of = __webpack_require__(68037);
// EXTERNAL MODULE: ./src/commands/rollback/evaluate.ts
var evaluate = __webpack_require__(38052);
// EXTERNAL MODULE: ./src/commands/rollback/recorded-template.ts + 2 modules
var recorded_template = __webpack_require__(36798);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/commands/deploy/consumers-of.ts
var consumers_of = __webpack_require__(44123);
;// CONCATENATED MODULE: ./src/commands/rollback/resume-consumers.ts



/**
 * Enables the event source mappings that a deployment disabled and did not come to enable, unless CloudFormation is still
 * at work. Never throws: the stack has returned, or did not have to.
 */
async function resumeConsumers(instance, { state }, work, place, context) {
    // A lost region is not asked once more.
    if (state === 'unreachable')
        return;
    try {
        const consumers = await (0,consumers_of/* consumersOf */.d)(instance, work, place, context);
        if (consumers === undefined || !(await consumers.arePaused()))
            return;
        // Whoever paused them may be at work: a stack that is there already was looked at without the lease.
        await (await work.lease()).assertHeld();
        const busy = state === 'no-change' && (await isBusy(instance, work));
        await consumers.after({ state: busy ? 'timed-out' : state });
    }
    catch (error) {
        const text = `${instance.id}: whether event source mappings are still paused could not be seen to: ${(0,errors/* errorText */.kc)(error)}. The next deployment tries again`;
        context.report({ type: 'note', level: 'warning', text, target: instance.target.name });
    }
}
async function isBusy({ stack }, { session }) {
    const found = await session.cloudformation.describeStack(stack.stackName);
    const { inProgress, success } = (0,src_stack/* statusMeaning */.uj)(found?.status ?? 'DELETE_COMPLETE');
    // What was replaced is being deleted: the stack itself is done.
    return inProgress && !success;
}

// EXTERNAL MODULE: ./src/records/release-record.ts
var release_record = __webpack_require__(50589);
// EXTERNAL MODULE: ./src/release/hash.ts
var hash = __webpack_require__(35109);
;// CONCATENATED MODULE: ./src/commands/rollback/rollback-request.ts


const NESTED = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']);
/**
 * The request that makes a stack what a record says. It watches no alarms and sends empty rollback triggers: what fires
 * because of the release that is left must not block the way back.
 */
function rollbackRequest({ id, stack: { stackName }, settings }, { record: { asked }, template, sent, stack, given }, { origin }) {
    const { serviceRole } = asked;
    return {
        instance: id,
        stackName,
        template: sent,
        declaredParameters: template.parameters.map(({ name, type, hasDefault, noEcho }) => ({
            name,
            type,
            hasDefault,
            noEcho,
        })),
        parameters: parametersOf(asked, template, given),
        // Only for secret values that did not change: all others are sent.
        missingParameters: 'keep',
        tags: { ...hiddenTags(asked, stack), ...asked.tags },
        capabilities: asked.capabilities,
        ...(serviceRole !== undefined && { serviceRole }),
        notificationArns: asked.notificationArns,
        rollbackTriggers: { alarms: [], monitoringMinutes: 0 },
        disableRollback: false,
        revertDrift: false,
        timeoutMs: settings.timeoutMs,
        hasNestedStacks: template.resources.some(({ type }) => NESTED.has(type)),
        runId: origin.runId,
        description: `rollback to release ${asked.release}${asked.commit === undefined ? '' : ` of commit ${asked.commit}`}`,
    };
}
function parametersOf({ parameters }, template, given) {
    const values = template.parameters.flatMap(({ name, defaultText }) => {
        const recorded = parameters[name];
        if (recorded !== undefined && 'value' in recorded)
            return [[name, recorded.value]];
        if (recorded !== undefined)
            return given[name] === undefined ? [] : [[name, given[name]]];
        // It was not sent when the stack was made, and had its default.
        return defaultText === undefined ? [] : [[name, defaultText]];
    });
    return Object.fromEntries(values);
}
/** Their values were not recorded: the deployed ones stay. */
function hiddenTags({ hiddenTags: names = [] }, { tags }) {
    return Object.fromEntries(names.flatMap((name) => (tags[name] === undefined ? [] : [[name, tags[name]]])));
}
/** How the rollback itself is recorded. */
function rolledBackStack(place, target, request, { record, template, nested }) {
    const { asked } = record;
    const { url } = request.template;
    const noEcho = template.parameters.filter((parameter) => parameter.noEcho).map(({ name }) => name);
    const secret = Object.entries(asked.parameters).flatMap(([name, value]) => ('secret' in value ? [name] : []));
    return {
        ...place,
        target,
        description: request.description ?? '',
        subject: {
            release: { id: asked.release, ...(asked.commit !== undefined && { commit: asked.commit }) },
            template: { sha256: (0,hash/* sha256 */.s)(template.text), ...(url !== undefined && { url }) },
            artifacts: [...asked.artifacts, ...nested.map(({ key, text }) => ({ key, sha256: (0,hash/* sha256 */.s)(text) }))],
            taken: asked.taken,
            secretParameters: new Set([...noEcho, ...secret]),
            secretTags: new Set(asked.hiddenTags ?? []),
            defaults: {},
            tags: request.tags,
            capabilities: asked.capabilities,
            ...(asked.serviceRole !== undefined && { serviceRole: asked.serviceRole }),
            notificationArns: asked.notificationArns,
            restores: (0,release_record/* recordId */.Re)(asked),
        },
        ...(url === undefined && { template: template.text }),
    };
}

;// CONCATENATED MODULE: ./src/commands/rollback/rollback-work.ts











function createRollbackWork(options, context) {
    const { recorder, targets, roles, acceptDataLoss, given } = options;
    const pace = (0,src_stack/* createPaces */.$o)();
    const judged = { recorder, acceptDataLoss, given };
    const portsFor = (instance) => {
        const work = (0,work_of/* workOf */.L)(instance, targets);
        const { clock, report, signal } = context;
        const beforeWrite = async () => (await work.lease()).assertHeld();
        const { cloudformation } = work.session;
        return { cloudformation, clock, report, signal, beforeWrite, target: work.target.name, isStateful: stateful/* isStateful */.V, pace };
    };
    async function prepare(instance, aim) {
        const { step, found } = await (0,evaluate/* evaluateRollback */.SV)(instance, aim, { ...judged, missing: evaluate/* missingArtifacts */.cu }, context);
        if (step.kind !== 'returns' || found === undefined)
            return { instance, step };
        const { state, record, recorded } = found;
        const { session, bucket } = state;
        const { deadRuns } = await (0,work_of/* workOf */.L)(instance, targets).lease();
        const sent = await (0,recorded_template/* sentTemplate */.fB)(recorded, (0,recorded_template/* placeOf */.$t)(session, bucket));
        const { template } = recorded;
        const request = rollbackRequest(instance, { record, template, sent, stack: state.stack, given }, context);
        const place = { instance: instance.id, session, bucket };
        const stack = rolledBackStack(place, instance.target.name, request, { record, template, nested: recorded.nested });
        const preparation = await (0,src_stack/* prepareStack */.eK)(request, {
            ...portsFor(instance),
            deadRuns,
            describe: (parameters, deployed) => recorder.describe(stack, parameters, deployed),
        });
        const prepared = { instance, step, ready: { request, preparation } };
        const atRisk = preparation.kind === 'change-set' ? (0,rollback_loss/* stateAtRisk */.M)(preparation.changes, stateful/* isStateful */.V) : [];
        if (atRisk.length === 0 || acceptDataLoss)
            return prepared;
        await discard(prepared);
        const refused = { kind: 'refused', reason: (0,rollback_plan/* lossSentence */.Fz)(atRisk), needs: 'accept-data-loss' };
        return { instance, step: { ...step, ...refused } };
    }
    /** A deployment that died, or gave up waiting, has left them disabled. */
    const resume = async (instance, outcome) => {
        await resumeConsumers(instance, outcome, (0,work_of/* workOf */.L)(instance, targets), options, context);
        if ((0,pause_consumers/* isOver */.P)(outcome.state))
            await roles?.settle(instance);
    };
    async function execute({ instance, step, ready, failed }) {
        const nothing = { failures: [], fix: [], outputs: {} };
        if (failed !== undefined)
            return { ...failed, outputs: {} };
        if (ready === undefined) {
            const reason = step.reason === undefined ? {} : { reason: step.reason };
            if (step.there)
                await resume(instance, { state: 'no-change' });
            return { ...nothing, state: step.there ? 'no-change' : 'skipped', ...reason };
        }
        const { request, preparation } = ready;
        switch (preparation.kind) {
            case 'failed':
                return { ...preparation, outputs: {} };
            case 'no-change':
                await resume(instance, { state: 'no-change' });
                return { ...nothing, state: 'no-change', stackId: preparation.stackId, outputs: preparation.outputs };
            case 'unreviewed':
            case 'recreate':
                return { ...nothing, state: 'skipped', reason: 'nothing was prepared' };
            case 'change-set': {
                await recorder.about(instance.id);
                const outcome = await (0,src_stack/* executeStack */._c)(request, preparation, portsFor(instance));
                await resume(instance, outcome);
                if (outcome.state !== 'succeeded')
                    return outcome;
                const { outputs, changedAt } = outcome;
                const state = 'rolled-back';
                await recorder.succeeded(instance.id, { state, outputs, ...(changedAt !== undefined && { changedAt }) });
                return { ...outcome, state };
            }
        }
    }
    async function discard({ instance, ready }) {
        if (ready?.preparation.kind !== 'change-set')
            return;
        try {
            await (0,src_stack/* discardPreparation */.ap)(ready.request, ready.preparation, portsFor(instance));
        }
        catch (error) {
            const text = `the change set of ${instance.id} could not be deleted: ${(0,failures/* failedPreparation */.V)(error, context.signal).reason}`;
            context.report({ type: 'note', level: 'warning', text, target: instance.target.name });
        }
    }
    const tryPrepare = async (instance, aim) => {
        try {
            return await prepare(instance, aim);
        }
        catch (error) {
            const failed = (0,failures/* failedPreparation */.V)(error, context.signal);
            return { instance, failed, step: { instance: instance.id, kind: 'refused', reason: failed.reason, notes: [] } };
        }
    };
    const tryExecute = async (prepared) => {
        try {
            return await execute(prepared);
        }
        catch (error) {
            return (0,failures/* failedOutcome */.i)(error, context.signal);
        }
    };
    return {
        prepare: tryPrepare,
        execute: tryExecute,
        discard,
        planRollback: async (instances, aim) => ({
            instances: await Promise.all(instances.map(async (instance) => (await (0,evaluate/* evaluateRollback */.SV)(instance, aim, judged, context)).step)),
        }),
        rollBack: async (instance, aim) => {
            const prepared = await tryPrepare(instance, aim);
            const outcome = await tryExecute(prepared);
            // Another try makes its own change set: nobody executes this one.
            if (outcome.code !== undefined)
                await discard(prepared);
            return outcome;
        },
    };
}


/***/ }),

/***/ 36375:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ seenReturn)
/* harmony export */ });
/* harmony import */ var _visible_weights_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44292);

/** Traffic as it is, for the plan of a rollback. What cannot be read is said, and then no moves are shown. */
function seenReturn(traffic, context) {
    return (0,_visible_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .readable */ .HD)(context, async () => {
        const [{ weights }, active, unfit] = await Promise.all([
            traffic.driver.read(context.signal),
            traffic.active(),
            traffic.unfit(),
        ]);
        return { weights, active, unfit: new Set([...unfit, ...traffic.leftOut]) };
    });
}


/***/ }),

/***/ 74545:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ until),
/* harmony export */   r: () => (/* binding */ switchConsumer)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _stack_patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73233);


/** A mapping is switched within seconds, as a rule; what it has fetched already is worked on to its end. */
const WAIT_MS = 120_000;
const EVERY_MS = 2_000;
/** Asks again while there is no answer, or not the right one; undefined when it never came. */
async function until(ask, isRight, { clock, signal }) {
    const deadline = clock.now() + WAIT_MS;
    for (;;) {
        try {
            const answer = await ask();
            if (isRight(answer))
                return answer;
        }
        catch (error) {
            if (!(0,_stack_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .isTransient */ .d)(error) || clock.now() >= deadline)
                throw error;
        }
        if (clock.now() >= deadline)
            return undefined;
        await clock.sleep(EVERY_MS, signal);
    }
}
/**
 * Enables or disables an event source mapping and waits until Lambda says that it is. Undefined when it never does. One
 * that is so already is left alone.
 */
async function switchMapping(id, enabled, mappings, patience) {
    const wanted = enabled ? 'enabled' : 'disabled';
    const before = await until(() => mappings.state(id), (state) => state !== 'changing', patience);
    if (before === wanted)
        return 'unchanged';
    const asked = await until(() => mappings.enable(id, enabled), (answer) => answer !== 'busy', patience);
    if (asked !== 'accepted')
        return (await mappings.state(id)) === undefined ? 'gone' : undefined;
    let found;
    await until(async () => {
        found = await mappings.state(id);
    }, () => found === wanted || found === undefined, patience);
    return found === wanted ? 'changed' : found === undefined ? 'gone' : undefined;
}
/**
 * Starts or stops one consumer, and waits until AWS says that it is so.
 * @returns whether something had to be changed, as far as that can be seen
 * @throws UserError `consumer-gone`, `consumer-not-switched`, AwsError
 */
async function switchConsumer({ kind, id, group, resource }, running, { mappings, rules, schedules }, patience) {
    const ask = () => {
        switch (kind) {
            case 'mapping':
                return switchMapping(id, running, mappings, patience);
            case 'rule':
                return rules.enable({ name: id, ...(group !== undefined && { bus: group }) }, running);
            case 'schedule':
                return schedules.enable({ name: id, ...(group !== undefined && { group }) }, running);
        }
    };
    const answer = kind === 'mapping' ? await ask() : await until(ask, (found) => found !== 'busy', patience);
    if (answer === 'changed' || answer === 'unchanged')
        return answer === 'changed';
    if (answer === 'gone') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('consumer-gone', `${resource} (${id}) is not there`, {
            fix: ['Deploy: each deployment writes down which consumers there are.'],
        });
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('consumer-not-switched', `${resource} (${id}) does not ${running ? 'start' : 'stop'}`, {
        fix: ['Look for who else changes it, then run the same command again.'],
    });
}


/***/ }),

/***/ 65689:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ tellLaterGates)
/* harmony export */ });
/* harmony import */ var _ask_once_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14869);
/* harmony import */ var _later_gates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58849);


/**
 * Asks once more, after a rollback, what had to agree with the release that is left: an alarm that still rings, a public name
 * that still answers badly. Nobody waits for the answers and nothing depends on them, so that what made the release fail does
 * not hold up its way back (issue 4, 3). The targets' own endpoints were asked before they got their traffic.
 * Never throws for what a gate or AWS says.
 */
async function tellLaterGates(environment, instances, context) {
    const returned = new Set(instances.filter(({ state }) => state === 'rolled-back').map(({ target }) => target));
    const phases = environment.phases.map((phase) => ({
        ...phase,
        targets: phase.targets.filter((target) => returned.has(target)),
        gates: phase.gates.filter(_later_gates_js__WEBPACK_IMPORTED_MODULE_1__/* .isLater */ .d),
    }));
    const asked = phases.filter(({ targets, gates }) => targets.length > 0 && gates.length > 0);
    if (asked.length === 0 || context.signal.aborted)
        return;
    const since = context.clock.now();
    const verdicts = await (0,_ask_once_js__WEBPACK_IMPORTED_MODULE_0__/* .askOnce */ .R)({ environment: { ...environment, phases: asked }, release: { id: '' } }, asked.map(({ name: phase, targets }) => ({ phase, targets, since })), context);
    if (context.signal.aborted)
        return;
    for (const { gate, target, verdict, reason } of verdicts) {
        if (verdict === 'pass')
            continue;
        const said = `${gate}${target === undefined ? '' : ` in ${target}`}: ${reason}`;
        const text = verdict === 'fail' ? `after the rollback ${said}` : `after the rollback it is not known yet whether ${said}`;
        const level = verdict === 'fail' ? 'warning' : 'info';
        context.report({ type: 'note', level, text, ...(target !== undefined && { target }) });
    }
}


/***/ }),

/***/ 44292:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   Iw: () => (/* binding */ visibleWeights),
/* harmony export */   dZ: () => (/* binding */ seenTraffic)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _records_active_state_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58010);
/* harmony import */ var _active_targets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66805);
/* harmony import */ var _shift_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35779);
/* harmony import */ var _traffic_driver_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92088);





/** Looks at the traffic of an environment and changes nothing. Undefined where there is none, or it cannot be read. */
async function seenTraffic(environment, reader, context) {
    const { traffic: settings } = environment;
    if (settings === undefined)
        return undefined;
    return readable(context, async () => {
        const driver = await (0,_traffic_driver_js__WEBPACK_IMPORTED_MODULE_3__/* .trafficDriverOf */ .j)(settings, environment, context);
        const [{ weights }, state] = await Promise.all([driver.read(context.signal), reader.state()]);
        return { settings, driver, weights, active: (0,_records_active_state_document_js__WEBPACK_IMPORTED_MODULE_1__/* .activeTargets */ .BD)(state, Object.keys(settings.weights)) };
    });
}
/**
 * What cannot be read is said, and then there is nothing to show: a lost control plane must not keep people from seeing the
 * rest.
 */
async function readable(context, look) {
    try {
        return await look();
    }
    catch (error) {
        if (context.signal.aborted)
            return undefined;
        context.report({ type: 'note', level: 'warning', text: `the weights cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}` });
        return undefined;
    }
}
/** Weights of the environment as they are, and who is active. */
async function visibleWeights(environment, context) {
    const works = environment.targets.map((target) => ({ target, session: context.aws.session(target) }));
    const seen = await seenTraffic(environment, (0,_active_targets_js__WEBPACK_IMPORTED_MODULE_2__/* .activeReader */ .s)(environment, works, context), context);
    return seen && (0,_shift_report_js__WEBPACK_IMPORTED_MODULE_4__/* .weightReport */ .J)(seen.settings, seen.weights, seen.weights, seen.active);
}


/***/ }),

/***/ 16367:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ consumerChange),
/* harmony export */   K3: () => (/* binding */ switchConsumers),
/* harmony export */   m3: () => (/* binding */ runningTargets)
/* harmony export */ });
/* harmony import */ var _settle_all_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26586);

/**
 * Where consumers run: in every target that is active, or in one of them alone, the first in the order of the
 * configuration.
 */
function runningTargets(where, names, { inactive }) {
    const active = names.filter((name) => !inactive.includes(name));
    return where === 'every-active' ? active : active.slice(0, 1);
}
/**
 * What a move that can reach everybody makes of consumers. Stopped are those that ran by what is remembered, and those
 * of whoever is left: a run that was killed may have remembered the new state before it came to stop them.
 */
function consumerChange(where, names, before, { inactive, leaving }) {
    const on = runningTargets(where, names, { inactive });
    const ran = runningTargets(where, names, before);
    return { on, off: names.filter((name) => !on.includes(name) && (ran.includes(name) || leaving.includes(name))) };
}
/** Never on both sides: nobody's are started before those that have to stop have stopped. @throws UserError, AwsError */
async function switchConsumers({ on, off }, consumers, signal) {
    await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_0__/* .settleAll */ .j)(off.map((target) => consumers.set(target, false, signal)));
    signal.throwIfAborted();
    await (0,_settle_all_js__WEBPACK_IMPORTED_MODULE_0__/* .settleAll */ .j)(on.map((target) => consumers.set(target, true, signal)));
}


/***/ }),

/***/ 21435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ loadCheck)
/* harmony export */ });
/** The check of a kind, loaded when a gate of that kind is first asked. */
async function loadCheck({ kind }) {
    // Each check gets the request of its own kind: the kind of the definition chose it.
    switch (kind) {
        case 'http':
            return (await __webpack_require__.e(/* import() */ 8681).then(__webpack_require__.bind(__webpack_require__, 71062))).http;
        case 'alarm':
            return (await __webpack_require__.e(/* import() */ 6863).then(__webpack_require__.bind(__webpack_require__, 96863))).alarm;
        case 'metric':
            return (await __webpack_require__.e(/* import() */ 1498).then(__webpack_require__.bind(__webpack_require__, 71498))).metric;
        case 'command':
            return (await __webpack_require__.e(/* import() */ 3901).then(__webpack_require__.bind(__webpack_require__, 53901))).command;
        case 'lambda':
            return (await __webpack_require__.e(/* import() */ 6137).then(__webpack_require__.bind(__webpack_require__, 16137))).lambda;
        case 'compare':
            return (await __webpack_require__.e(/* import() */ 5615).then(__webpack_require__.bind(__webpack_require__, 95615))).compare;
    }
}


/***/ }),

/***/ 86202:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createOutputs)
/* harmony export */ });
/** Takes what the rollout knows; the rest is read where it is, once a round. */
function createOutputs(environment, known, session) {
    const read = new Map();
    return {
        async of(stack, named, target) {
            const places = environment.instances.filter((instance) => instance.stack.key === stack);
            const wanted = named ?? target.name;
            const place = places.find((instance) => instance.target.name === wanted) ?? (named === undefined ? places[0] : undefined);
            if (place === undefined)
                return undefined;
            const values = known[place.target.name]?.[stack];
            if (values !== undefined)
                return values;
            const found = read.get(place.id) ??
                session(place.target)
                    .cloudformation.describeStack(place.stack.stackName)
                    .then((description) => description?.outputs);
            read.set(place.id, found);
            return found;
        },
    };
}


/***/ }),

/***/ 91056:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ resolveCheck)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _topology_references_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21099);


/**
 * A check with the references in all its texts replaced. In regular expressions they stand for literal text.
 * @throws AwsError what CloudFormation and SSM refuse
 */
async function resolveCheck(check, target, outputs, options) {
    const values = new Map();
    const texts = [...textsOf(check)];
    for (const reference of texts.flatMap(_topology_references_js__WEBPACK_IMPORTED_MODULE_1__/* .referencesIn */ .ii)) {
        const key = JSON.stringify(reference);
        if (!values.has(key))
            values.set(key, await valueFor(reference, target, outputs, options));
    }
    const missing = new Map();
    const put = (text, inExpression) => {
        const resolution = (0,_topology_references_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveReferences */ .d)(text, (reference) => {
            const value = values.get(JSON.stringify(reference));
            return value !== undefined && inExpression ? literal(value) : value;
        });
        if (resolution.kind === 'resolved')
            return resolution.text;
        for (const { reference, source } of resolution.missing)
            missing.set(source, reference);
        return text;
    };
    const value = mapTexts(check, put);
    if (missing.size === 0)
        return { kind: 'known', value };
    const there = await Promise.all([...missing.values()].map(async (reference) => reference.kind !== 'output' || (await outputs.of(reference.stack, reference.target, target)) !== undefined));
    const deployed = there.includes(true);
    return { kind: 'missing', sources: [...missing.keys()], deployed };
}
/** Escapes what means something in a regular expression with the flag u. */
const literal = (text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
/** Texts under these keys are regular expressions. */
const EXPRESSIONS = new Set(['bodyMatches', 'jsonMatches']);
function mapTexts(value, put, expression = false) {
    if (typeof value === 'string')
        return put(value, expression);
    if (Array.isArray(value))
        return value.map((item) => mapTexts(item, put, expression));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, put, expression || EXPRESSIONS.has(key))]));
}
function* textsOf(value) {
    if (typeof value === 'string')
        yield value;
    else if (typeof value === 'object' && value !== null)
        for (const item of Object.values(value))
            yield* textsOf(item);
}
async function valueFor(reference, target, outputs, options) {
    const { environment, release, session, isActive } = options;
    switch (reference.kind) {
        case 'output':
            return (await outputs.of(reference.stack, reference.target, target))?.[reference.output];
        case 'ssm':
            return parameter(reference.name, session(target));
        case 'release':
            return release.id;
        case 'commit':
            return release.commit ?? '';
        case 'environment':
            return environment.name;
        case 'application':
            return environment.application;
        case 'target':
            if (reference.property === 'account')
                return session(target).account();
            if (reference.property === 'active')
                return String((await isActive?.(target.name)) ?? true);
            return target[reference.property];
    }
}
async function parameter(name, session) {
    try {
        return await session.parameter(name);
    }
    catch (error) {
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'not-found')
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 58156:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createGateRunner)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21435);
/* harmony import */ var _outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86202);
/* harmony import */ var _resolve_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91056);





const DEFAULT_INTERVAL_MS = 30_000;
/** Hundreds of targets are not asked all in one moment: connections, and CloudWatch's limits a second. */
const MOST_AT_ONCE = 64;
/**
 * Runs the gates of an environment. What a gate is configured to take an inconclusive answer for is applied here; what
 * stays inconclusive holds the rollout.
 */
function createGateRunner(options) {
    const { environment, clock } = options;
    const intervals = environment.phases.flatMap(({ gates }) => gates).filter(({ when }) => when.includes('bake'));
    /** Last verdicts of the bake: a gate with a longer interval than the round's is not asked every time. */
    const last = new Map();
    async function askOne(gate, target, request, signal) {
        const key = [request.phase, gate.name, target.name].join('\0');
        const known = last.get(key);
        if (known !== undefined && !isDue(gate, known, request, clock.now()))
            return known;
        const found = settled(gate, await look(gate, target, request, signal, options));
        const verdict = {
            gate: gate.name,
            ...(gate.scope === 'target' && { target: target.name }),
            moment: request.moment,
            ...found,
            at: new Date(clock.now()).toISOString(),
        };
        if (request.moment === 'bake')
            last.set(key, verdict);
        return verdict;
    }
    return {
        intervalMs: Math.min(...(intervals.length > 0 ? intervals.map(({ intervalMs }) => intervalMs) : [DEFAULT_INTERVAL_MS])),
        async ask(request, signal) {
            const phase = environment.phases.find(({ name }) => name === request.phase);
            const due = (phase?.gates ?? []).filter((gate) => isAsked(gate, request));
            const home = environment.targets.find(({ name }) => name === environment.home);
            const judged = environment.targets.filter(({ name }) => request.targets.includes(name));
            const outputs = (0,_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .createOutputs */ .l)(environment, request.outputs, options.session);
            const round = { ...request, outputs, bakeMs: phase?.bakeMs ?? 0 };
            const asked = due.flatMap((gate) => (gate.scope === 'target' ? judged : home === undefined ? [] : [home]).map((target) => ({ gate, target })));
            const { default: pLimit } = await __webpack_require__.e(/* import() */ 370).then(__webpack_require__.bind(__webpack_require__, 70370));
            const limit = pLimit(MOST_AT_ONCE);
            return Promise.all(asked.map(({ gate, target }) => limit(() => askOne(gate, target, round, signal))));
        },
    };
}
/** After a rollback only what asks a target's own endpoint: the rest judges the release that failed. */
function isAsked({ when, check, scope }, { moment }) {
    return moment === 'return' ? check.kind === 'http' && scope === 'target' : when.includes(moment);
}
/** Every gate at the end of the bake, and before that each one as often as it says. */
function isDue(gate, { at }, request, now) {
    if (request.moment !== 'bake' || now >= (request.bakeSince ?? 0) + request.bakeMs)
        return true;
    return Date.parse(at) + gate.intervalMs <= now;
}
/** One round of one gate; whatever goes wrong is a finding, a cancelled run too. */
async function look(gate, target, request, signal, options) {
    const limit = new AbortController();
    const stop = AbortSignal.any([signal, limit.signal]);
    let progress = '';
    const limited = options.clock.sleep(gate.timeoutMs, stop).then(() => {
        limit.abort();
        return timedOut(gate, progress);
    }, () => cancelled);
    try {
        const note = (text) => {
            progress = text;
        };
        return await Promise.race([judge(gate, target, { request, signal: stop, note }, options), limited]);
    }
    catch (error) {
        if (signal.aborted)
            return cancelled;
        return limit.signal.aborted ? timedOut(gate, progress) : unknown(error);
    }
    finally {
        limit.abort();
    }
}
async function judge(gate, target, { request, ...round }, options) {
    const release = request.release ?? options.release;
    const resolved = await (0,_resolve_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveCheck */ .R)(gate.check, target, request.outputs, { ...options, release });
    if (resolved.kind === 'missing')
        return withoutValue(resolved, request);
    const check = await (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .loadCheck */ .V)(resolved.value);
    const { moment, since, bakeSince = since } = request;
    const { overrideAlarms, environment } = options;
    const about = {
        application: environment.application,
        environment: environment.name,
        release: release.id,
        stacks: environment.stacks.map(({ key }) => key),
    };
    return check({
        ...round,
        check: resolved.value,
        moment,
        target,
        from: bakeSince,
        since,
        outputs: request.outputs,
        targets: environment.targets,
        judged: gate.scope === 'target' ? request.targets.length : 1,
        about,
        ...(overrideAlarms !== undefined && { overrideAlarms }),
    }, options);
}
/** Before the first deployment there is nothing to ask; afterwards an output that is not there is a failure. */
function withoutValue({ sources, deployed }, { moment }) {
    const names = sources.join(', ');
    if (moment === 'before' && !deployed)
        return {
            verdict: 'pass',
            reason: `nothing is deployed there yet: ${names} has no value`,
            evidence: { deployed: false },
        };
    return { verdict: 'fail', reason: `${names} has no value`, evidence: { missing: names } };
}
function timedOut({ timeoutMs }, progress) {
    const reason = `no verdict within ${timeoutMs / 1000} s${progress && `; last: ${progress}`}`;
    return { verdict: 'inconclusive', reason, evidence: { timedOut: true } };
}
const cancelled = { verdict: 'inconclusive', reason: 'the run was cancelled', evidence: { cancelled: true } };
function unknown(error) {
    const code = error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.code : 'unexpected';
    return { verdict: 'inconclusive', reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error), evidence: { error: code } };
}
/** What the configuration takes an inconclusive answer for; the answer stays to be seen. */
function settled(gate, found) {
    if (found.verdict !== 'inconclusive' || gate.inconclusive === 'hold')
        return found;
    return {
        verdict: gate.inconclusive,
        reason: `${found.reason} (inconclusive, which counts as ${gate.inconclusive})`,
        evidence: { ...found.evidence, inconclusive: true },
    };
}


/***/ }),

/***/ 4558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ consumerKey),
/* harmony export */   k: () => (/* binding */ createPausedConsumers)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

const VERSION = 1;
/** One text for each consumer of an account and region. */
function consumerKey({ kind, id, group = '' }) {
    return [kind, group, id].join('/');
}
/** Kept in the bucket of the target itself, for one stack of an environment there. */
function createPausedConsumers({ application, name }, instance, { storage, bucket }) {
    const path = [application, name, instance].map(encodeURIComponent).join('/');
    const key = `sam-multi-region/paused/${path}.json`;
    return {
        async read() {
            const stored = await storage.getText(bucket, key);
            const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(stored?.text ?? '{}')) ?? {};
            const [mappings, others] = [itemsOf(found['mappings']), itemsOf(found['others'])];
            return [
                ...mappings.flatMap((id) => (typeof id === 'string' ? [{ kind: 'mapping', id }] : [])),
                ...others.flatMap(other),
            ];
        },
        async write(consumers) {
            const mappings = consumers.filter(({ kind }) => kind === 'mapping').map(({ id }) => id);
            const others = consumers.filter(({ kind }) => kind !== 'mapping');
            const document = { version: VERSION, mappings, ...(others.length > 0 && { others }) };
            await storage.putText(bucket, key, `${JSON.stringify(document)}\n`);
        },
    };
}
function other(written) {
    const { kind, id, group } = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o)(written) ?? {};
    if ((kind !== 'rule' && kind !== 'schedule') || typeof id !== 'string')
        return [];
    return [{ kind, id, ...(typeof group === 'string' && { group }) }];
}
function itemsOf(value) {
    return Array.isArray(value) ? value : [];
}


/***/ }),

/***/ 35109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}


/***/ }),

/***/ 34622:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ parseStack),
/* harmony export */   w7: () => (/* binding */ placedNames),
/* harmony export */   zx: () => (/* binding */ rewriteStack)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24421);


function parseStack(stack, bucket) {
    const nested = new Map();
    for (const { kind, key, text } of stack.artifacts) {
        if (kind === 'template' && text !== undefined)
            nested.set(key, (0,_references_js__WEBPACK_IMPORTED_MODULE_1__/* .referencingTemplate */ .L2)(text, key, bucket));
    }
    return { root: (0,_references_js__WEBPACK_IMPORTED_MODULE_1__/* .referencingTemplate */ .L2)(stack.template, stack.source, bucket), nested };
}
/**
 * Rewrites nested templates first, because their new keys are hashes of their new texts, then what refers to them.
 *
 * @param name new key of a nested template, from its old key, its new text, and whether that is another one than before
 * @param edit what else becomes of the text of a nested template, whose references are rewritten
 */
function rewriteStack({ root, nested }, destination, name, edit = (_key, text) => text) {
    const done = new Map();
    const to = { ...destination, templateKey: (key) => child(key).key };
    function child(key) {
        const known = done.get(key);
        if (known)
            return known;
        const template = nested.get(key);
        if (!template)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InternalError */ .Gd(`the nested template ${key} is not part of the release`);
        const text = edit(key, (0,_references_js__WEBPACK_IMPORTED_MODULE_1__/* .rewrite */ .v8)(template, to));
        const changed = text !== template.template.text;
        const result = { from: key, key: name(key, text, changed), text, changed };
        done.set(key, result);
        return result;
    }
    const text = (0,_references_js__WEBPACK_IMPORTED_MODULE_1__/* .rewrite */ .v8)(root, to);
    return { root: text, nested: [...done.values()] };
}
/**
 * What was found in nested templates, by key, with the logical ids of the nested stacks down to it: `Child.Orders`. A template
 * that several nested stacks have is told for each.
 */
function placedNames({ root, nested }, found) {
    const namesIn = ({ references }, path) => references.flatMap(({ kind, logicalId = '', value }) => {
        const { key } = value.location;
        const inside = kind === 'template' ? nested.get(key) : undefined;
        if (inside === undefined)
            return [];
        const here = `${path}${logicalId}.`;
        return [...(found.get(key) ?? []).map((name) => `${here}${name}`), ...namesIn(inside, here)];
    });
    return namesIn(root, '');
}


/***/ }),

/***/ 91946:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ objectUrl)
/* harmony export */ });
/* harmony import */ var _topology_regions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67563);

/** Path-style URL of an object, the form that CloudFormation takes as `TemplateURL` everywhere. */
function objectUrl(place, bucket, key) {
    const suffix = (0,_topology_regions_js__WEBPACK_IMPORTED_MODULE_0__/* .findPartition */ .cj)(place.partition)?.dnsSuffix ?? 'amazonaws.com';
    return `https://s3.${place.region}.${suffix}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
}


/***/ }),

/***/ 24421:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L2: () => (/* binding */ referencingTemplate),
  ui: () => (/* binding */ refuseVersions),
  v8: () => (/* binding */ rewrite)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/template/artifact-references.ts + 1 modules
var artifact_references = __webpack_require__(74153);
;// CONCATENATED MODULE: ./src/template/edit.ts

/** The template's text with some scalars replaced and everything else byte for byte as it was. */
function replaceScalars(template, edits) {
    const spans = edits.map(({ path, value }) => {
        const span = template.scalarAt(path);
        if (!span)
            throw new errors/* InternalError */.Gd(`there is no scalar to replace at ${path.join('.')}`);
        return { span, value };
    });
    spans.sort((a, b) => a.span.start - b.span.start);
    const pieces = [];
    let done = 0;
    for (const { span, value } of spans) {
        // Two references through one YAML anchor are one place in the text.
        if (span.start < done)
            continue;
        pieces.push(template.text.slice(done, span.start), written(value, span, template.text));
        done = span.end;
    }
    pieces.push(template.text.slice(done));
    return pieces.join('');
}
function written(value, span, text) {
    switch (span.style) {
        case 'double':
            return JSON.stringify(value);
        case 'single':
            return `'${value.replaceAll("'", "''")}'`;
        case 'block':
            return JSON.stringify(value) + (text.slice(span.start, span.end).endsWith('\n') ? '\n' : '');
        case 'plain':
            return /^[A-Za-z][\w./=?&%+~-]*(?::[\w./=?&%+~-]+)*$/.test(value) ? value : JSON.stringify(value);
    }
}

// EXTERNAL MODULE: ./src/template/parse.ts + 4 modules
var parse = __webpack_require__(78547);
;// CONCATENATED MODULE: ./src/release/references.ts




function referencingTemplate(text, file, bucket) {
    const template = (0,parse.parseTemplate)(text, file);
    // Most templates that name no artifact of ours are told by one search.
    const references = text.includes(bucket) ? (0,artifact_references/* artifactReferences */.t)(template).filter(within(bucket)) : [];
    return { template, references };
}
function within(bucket) {
    return (reference) => reference.value.form !== 'local' && reference.value.location.bucket === bucket;
}
/** The template's text with its references pointing to the destination; everything else stays as it is. */
function rewrite({ template, references }, to) {
    const edits = references.flatMap(({ kind, path, value }) => {
        const key = kind === 'template' ? to.templateKey(value.location.key) : to.fileKey(value.location.key);
        if (value.form === 'pair') {
            const bucket = { path: [...path, value.bucketKey], value: to.bucket };
            return key === value.location.key ? [bucket] : [bucket, { path: [...path, value.objectKey], value: key }];
        }
        const text = value.text.startsWith('s3://') ? `s3://${to.bucket}/${key}` : to.url(key);
        return text === value.text ? [] : [{ path, value: text }];
    });
    return edits.length === 0 ? template.text : replaceScalars(template, edits);
}
/**
 * Object versions exist in one bucket only.
 *
 * @throws UserError `artifact-has-version`
 */
function refuseVersions({ template, references }) {
    const versioned = references.find(({ value }) => value.location.version !== undefined);
    if (!versioned)
        return;
    const location = template.locate(versioned.path.join('.'));
    throw new errors/* UserError */.yo('artifact-has-version', `${template.file}: ${versioned.path.join('.')} names version ${versioned.value.location.version} of ${versioned.value.location.key}; a copy in another bucket has another version id.`, {
        fix: ['Leave the version out: the key already holds the hash of the content.'],
        ...(location && { location }),
    });
}


/***/ }),

/***/ 71606:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ describeInstance)
/* harmony export */ });
/** @param account as proven; absent: as configured, if it is */
function describeInstance({ id, target, stack }, phase, account = target.account) {
    return {
        instance: id,
        target: target.name,
        stack: stack.key,
        stackName: stack.stackName,
        region: target.region,
        ...(account !== undefined && { account }),
        phase,
    };
}


/***/ }),

/***/ 60859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ discardPlans)
/* harmony export */ });
/* harmony import */ var _pool_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44319);

const AT_ONCE = 16;
/** After a cancel there is little time: what stays behind is cleaned up by the next run. Milliseconds. */
const CANCEL_BUDGET_MS = 3_000;
/**
 * Deletes change sets that nobody will execute, and the empty stacks they made. Those of an approved plan stay: they
 * are for another try.
 */
async function discardPlans(plans, ports) {
    const made = [...plans].flatMap(({ instance, preparation, explicit }) => preparation?.kind === 'change-set' && !explicit ? [{ instance, preparation }] : []);
    if (made.length === 0)
        return;
    const work = (0,_pool_js__WEBPACK_IMPORTED_MODULE_0__/* .runPool */ .k)(made, AT_ONCE, () => true, ({ instance, preparation }) => ports.discard(instance, preparation));
    if (!ports.signal.aborted) {
        await work;
        return;
    }
    const done = new AbortController();
    const budget = ports.clock.sleep(CANCEL_BUDGET_MS, done.signal).catch(() => undefined);
    await Promise.race([work, budget]);
    done.abort();
}


/***/ }),

/***/ 31462:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UO: () => (/* binding */ judgeReturn),
/* harmony export */   b6: () => (/* binding */ judgeBefore),
/* harmony export */   jt: () => (/* binding */ judgeBake)
/* harmony export */ });
/** Gates that cannot tell hold the rollout at least this long before they fail it. Milliseconds. */
const SHORTEST_HOLD_MS = 60_000;
/** Asks the gates that must agree before anything of the phase is executed. */
function judgeBefore(phase, ports, verdicts) {
    return holdUntilClear(phase, ['before'], SHORTEST_HOLD_MS, undefined, ports, verdicts);
}
/** Asks whether a target that was rolled back answers with the release it returned to. */
function judgeReturn(phase, ports, verdicts) {
    return holdUntilClear(phase, ['return'], SHORTEST_HOLD_MS, undefined, ports, verdicts);
}
/**
 * Lets the phase bake: its gates are asked again and again, and the first failing verdict ends it. At the end all of
 * them must pass once more; an inconclusive answer never promotes (issue 4, 1).
 * @param bakeSince when the bake began, which may have been in an earlier process
 */
async function judgeBake(phase, bakeSince, ports, verdicts) {
    const { clock, gates, signal } = ports;
    const end = bakeSince + phase.bakeMs;
    while (clock.now() < end) {
        const round = await ask(phase, 'bake', bakeSince, ports, verdicts);
        if (round.kind !== 'passed')
            return round;
        const slept = await sleep(Math.min(gates.intervalMs, end - clock.now()), ports);
        if (!slept || signal.aborted)
            return { kind: 'cancelled' };
    }
    const hold = Math.max(phase.bakeMs, SHORTEST_HOLD_MS);
    return holdUntilClear(phase, ['bake', 'after'], hold, bakeSince, ports, verdicts);
}
/** Every gate passes, or one fails, or some cannot tell until the hold is over: that fails as well. */
async function holdUntilClear(phase, moments, holdMs, bakeSince, ports, verdicts) {
    const { clock, gates } = ports;
    const deadline = clock.now() + holdMs;
    for (;;) {
        const unclear = [];
        const rounds = await Promise.all(moments.map((moment) => ask(phase, moment, bakeSince, ports, verdicts, unclear)));
        const ended = rounds.find(({ kind }) => kind !== 'passed');
        if (ended !== undefined)
            return ended;
        if (unclear.length === 0)
            return { kind: 'passed' };
        if (clock.now() >= deadline)
            return { kind: 'failed', reason: `no clear answer: ${sentence(unclear)}` };
        if (!(await sleep(gates.intervalMs, ports)))
            return { kind: 'cancelled' };
    }
}
async function ask({ phase, targets, outputs, since, release }, moment, bakeSince, ports, verdicts, unclear = []) {
    const request = {
        moment,
        phase,
        targets,
        outputs,
        since,
        ...(bakeSince !== undefined && { bakeSince }),
        ...(release !== undefined && { release }),
    };
    const answers = await ports.gates.ask(request, ports.signal);
    // What a cancelled gate says is not about the release.
    if (ports.signal.aborted)
        return { kind: 'cancelled' };
    verdicts.add(answers);
    const failed = answers.filter(({ verdict }) => verdict === 'fail');
    if (failed.length > 0)
        return { kind: 'failed', reason: sentence(failed) };
    unclear.push(...answers.filter(({ verdict }) => verdict === 'inconclusive'));
    return { kind: 'passed' };
}
/** "health in eu-west-1: answered 500", for each of the first few. */
function sentence(verdicts) {
    const shown = verdicts.slice(0, 3).map(({ gate, target, reason }) => {
        return `${gate}${target === undefined ? '' : ` in ${target}`}: ${reason}`;
    });
    const more = verdicts.length - shown.length;
    return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
/** False when the run was cancelled meanwhile. */
async function sleep(ms, { clock, signal }) {
    try {
        await clock.sleep(ms, signal);
        return true;
    }
    catch (error) {
        if (signal.aborted)
            return false;
        throw error;
    }
}


/***/ }),

/***/ 45762:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ planInstances),
/* harmony export */   d: () => (/* binding */ describePlan)
/* harmony export */ });
/* harmony import */ var _describe_instance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71606);
/* harmony import */ var _discard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60859);
/* harmony import */ var _pool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44319);



/** How many stacks are prepared side by side over all targets; each target's calls are limited on their own. */
const PREPARE_CONCURRENCY = 64;
/**
 * Makes and validates every change set whose inputs are known, all targets side by side. An instance that takes
 * outputs of another is prepared after it, with today's outputs when they are all there, else it is predicted.
 */
async function planInstances(environment, ports) {
    const plans = new Map();
    try {
        await planLayers(environment, plans, ports);
        return plans;
    }
    catch (error) {
        await (0,_discard_js__WEBPACK_IMPORTED_MODULE_0__/* .discardPlans */ .V)(plans.values(), ports);
        throw error;
    }
}
async function planLayers(environment, plans, ports) {
    for (const layer of dependencyLayers(environment, ports)) {
        await (0,_pool_js__WEBPACK_IMPORTED_MODULE_1__/* .runPool */ .k)(layer, PREPARE_CONCURRENCY, () => !ports.signal.aborted, async ({ instance, phase }) => {
            plans.set(instance.id, await planOne(instance, phase, ports));
        });
    }
}
async function planOne(instance, phase, ports) {
    const { id, target, stack } = instance;
    const state = { type: 'instance.state', instance: id, target: target.name, stack: stack.key };
    ports.report({ ...state, state: 'planning' });
    const inputs = await ports.inputs(instance);
    if (inputs.kind === 'failed') {
        const { preparation } = inputs;
        ports.report({ ...state, state: preparation.state, text: preparation.reason });
        return { instance, phase, inputs: { kind: 'waiting', for: [] }, preparation };
    }
    if (inputs.kind === 'waiting') {
        ports.report({ ...state, state: 'waiting', text: `known after ${inputs.for.join(', ')}` });
        return { instance, phase, inputs };
    }
    const preparation = await ports.prepare(instance);
    if (preparation.kind === 'no-change')
        ports.remember(instance, preparation.outputs);
    ports.report(preparation.kind === 'failed'
        ? { ...state, state: preparation.state, text: preparation.reason }
        : { ...state, state: 'planned' });
    return { instance, phase, inputs, preparation };
}
/** Instances grouped so that each group only takes outputs of earlier groups. Cycles were refused by the topology. */
function dependencyLayers(environment, ports) {
    const depths = new Map();
    const byId = new Map(environment.instances.map((instance) => [instance.id, instance]));
    const depthOf = (instance) => {
        const known = depths.get(instance.id);
        if (known !== undefined)
            return known;
        const below = ports.dependencies(instance).flatMap((id) => byId.get(id) ?? []);
        const depth = below.length === 0 ? 0 : 1 + Math.max(...below.map(depthOf));
        depths.set(instance.id, depth);
        return depth;
    };
    const layers = [];
    for (const phase of environment.phases) {
        for (const instance of phase.instances) {
            const depth = depthOf(instance);
            layers[depth] ??= [];
            layers[depth].push({ instance, phase: phase.name });
        }
    }
    return layers.filter(Boolean);
}
/** The plan of one instance as it is shown and written to a plan file. */
function describePlan(plan, details) {
    const { instance, preparation, inputs } = plan;
    const base = {
        ...(0,_describe_instance_js__WEBPACK_IMPORTED_MODULE_2__/* .describeInstance */ .x)(instance, plan.phase, details.account),
        switchesAtOnce: details.switchesAtOnce,
        ...(details.inRegion !== undefined && { inRegion: details.inRegion }),
        ...(details.earlierMs !== undefined && { earlierMs: details.earlierMs }),
        changes: [],
        failures: [],
        fix: [],
        notes: [],
    };
    const ofInputs = inputs.kind === 'known' ? (inputs.notes ?? []) : [];
    if (preparation === undefined) {
        return { ...base, kind: 'predicted', waitsFor: inputs.kind === 'waiting' ? inputs.for : [] };
    }
    switch (preparation.kind) {
        case 'failed':
            return {
                ...base,
                kind: 'failed',
                reason: preparation.reason,
                failures: preparation.failures,
                fix: preparation.fix,
            };
        case 'unreviewed':
            return { ...base, kind: 'predicted', waitsFor: [], notes: [...ofInputs, ...preparation.notes] };
        case 'no-change':
            return { ...base, kind: 'no-change', notes: [...ofInputs, ...preparation.notes] };
        case 'recreate':
            return { ...base, kind: 'create', changes: preparation.changes, notes: preparation.notes };
        case 'change-set':
            return {
                ...base,
                kind: preparation.type === 'CREATE' ? 'create' : 'update',
                changes: preparation.changes,
                ...(preparation.parameters !== undefined && { parameters: preparation.parameters }),
                changeSetId: preparation.changeSetId,
                notes: [...ofInputs, ...preparation.notes],
            };
    }
}


/***/ }),

/***/ 44319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ runPool)
/* harmony export */ });
/**
 * Runs `work` over `items` in order, at most `limit` at a time. `mayStart` is asked before each start: once it says
 * no, nothing further starts and the rest is returned. Everything that started is awaited, also when something throws.
 */
async function runPool(items, limit, mayStart, work) {
    let next = 0;
    const worker = async () => {
        while (next < items.length && mayStart()) {
            const item = items[next];
            next += 1;
            await work(item);
        }
    };
    const workers = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, worker));
    for (const ended of workers)
        if (ended.status === 'rejected')
            throw ended.reason;
    return items.slice(next);
}


/***/ }),

/***/ 32527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QI: () => (/* binding */ notTried),
/* harmony export */   Rr: () => (/* binding */ instanceResult),
/* harmony export */   xS: () => (/* binding */ countChanges)
/* harmony export */ });
/* harmony import */ var _describe_instance_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71606);

/** Counts for tables: a replacement is counted there and not as a modification. */
function countChanges(changes) {
    let [add, modify, remove, replace] = [0, 0, 0, 0];
    for (const change of changes) {
        if (change.action === 'Add' || change.action === 'Import')
            add += 1;
        else if (change.action === 'Remove')
            remove += 1;
        else if (change.replacement === 'True' || change.replacement === 'Conditional')
            replace += 1;
        else
            modify += 1;
    }
    return { add, modify, remove, replace };
}
/** The result of one instance from what is known of it. Times are ISO 8601. */
function instanceResult(instance, phase, outcome, details = {}) {
    const { preparation } = details;
    return {
        ...(0,_describe_instance_js__WEBPACK_IMPORTED_MODULE_0__/* .describeInstance */ .x)(instance, phase.name, details.account),
        state: outcome.state,
        ...(outcome.reason !== undefined && { reason: outcome.reason }),
        failures: outcome.failures,
        fix: outcome.fix,
        outputs: outcome.outputs,
        changes: countChanges(preparation !== undefined && 'changes' in preparation ? preparation.changes : []),
        ...(details.startedAt !== undefined && { startedAt: details.startedAt }),
        ...(details.endedAt !== undefined && { endedAt: details.endedAt }),
        ...(outcome.stackId !== undefined && { stackId: outcome.stackId }),
    };
}
/** An outcome for an instance that never reached AWS, with the sentence that says why. */
function notTried(state, reason) {
    return { state, reason, failures: [], fix: [], outputs: {} };
}


/***/ }),

/***/ 24747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I0: () => (/* binding */ leaveFirst),
  H7: () => (/* binding */ releasesOfPlan),
  S7: () => (/* binding */ returnPhase)
});

// EXTERNAL MODULE: ./src/topology/amount.ts
var amount = __webpack_require__(8149);
// EXTERNAL MODULE: ./src/rollout/judge.ts
var judge = __webpack_require__(31462);
// EXTERNAL MODULE: ./src/rollout/pool.ts
var pool = __webpack_require__(44319);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/rollout/move-weights.ts
var move_weights = __webpack_require__(35992);
// EXTERNAL MODULE: ./src/rollout/return-weights.ts
var return_weights = __webpack_require__(21395);
;// CONCATENATED MODULE: ./src/rollout/return-traffic.ts



/**
 * Takes traffic from targets on a bad release, where others that are good, active and strong enough can have it
 * (issue 4, 3). Never to a standby: the guard sees to that.
 * @returns false when they keep their traffic, which is said
 */
async function leaveTargets(targets, { kept, ports, stillBad }, { quiet = false } = {}) {
    const { traffic } = ports;
    if (traffic === undefined)
        return false;
    try {
        const bad = stillBad.whenLeaving(targets);
        await (0,move_weights/* moveWeights */.b)((current) => (0,return_weights/* withoutTraffic */.yS)(current, targets), bad, traffic, kept, ports);
        return true;
    }
    catch (error) {
        if (ports.signal.aborted || quiet)
            return false;
        const text = `${targets.join(', ')} ${targets.length > 1 ? 'keep their' : 'keeps its'} traffic while the release before returns: ${(0,errors/* errorText */.kc)(error)}`;
        ports.report({ type: 'note', level: 'warning', text });
        return false;
    }
}
/**
 * Gives targets that have returned the weights they had before the rollout. Where lowering one of them to that would give
 * more traffic to a target that must not have it (one that stays on the bad release, in whichever wave; one whose stack is
 * stuck, and was tolerated), it keeps what it has: it serves its recorded release again, so nobody is harmed, and the
 * rollback is not held up for ever by that.
 * @param returned targets that serve their recorded release again
 * @param last whether nobody tries again later in this run; until then a weight that stays too high is not told
 * @returns `higher`: all but a lower weight; `refused`: they did not get their traffic back, which is said
 */
async function restoreWeights(returned, { kept, ports, stillBad }, { last }) {
    const { traffic } = ports;
    const { weightsBefore } = kept.current;
    if (traffic === undefined || weightsBefore === undefined || returned.size === 0)
        return 'restored';
    // What they carried before they can carry again, whatever the configuration says now.
    const unbound = { ...traffic, settings: { ...traffic.settings, floorPercent: 0 } };
    const restore = (lower) => (0,move_weights/* moveWeights */.b)((current, active) => (0,return_weights/* restoredWeights */.YX)(current, weightsBefore, returned, active, lower), stillBad.whenRestoring(), unbound, kept, ports);
    try {
        await restore(true);
        return 'restored';
    }
    catch (error) {
        if (ports.signal.aborted)
            return 'refused';
        const names = [...returned].join(', ');
        const warn = (text) => ports.report({ type: 'note', level: 'warning', text });
        const refused = error instanceof errors/* UserError */.yo && error.code === 'weights-refused';
        if (refused && (await restore(false).then(ok, () => false))) {
            if (last)
                warn(`where ${names} had a lower weight before the rollout, it stays as it is now: ${(0,errors/* errorText */.kc)(error)}`);
            return 'higher';
        }
        warn(`the weights of ${names} were not restored: ${(0,errors/* errorText */.kc)(error)}`);
        return 'refused';
    }
}
const ok = () => true;

;// CONCATENATED MODULE: ./src/rollout/return-phase.ts




/**
 * Takes traffic from targets before they return, where others can have it.
 * @returns false: they keep it, and have to return one after the other
 */
async function leaveFirst(targets, work) {
    if (work.ports.traffic === undefined)
        return true;
    // Of several it is said when each is tried on its own.
    return leaveTargets(targets, work, { quiet: targets.length > 1 });
}
/**
 * Returns the stacks of one phase, no more targets at once than when it was deployed, and gives each target its weight
 * back when its own endpoint answers with the release it returned to. Where nobody else could take the traffic of all, one
 * target after the other, so that the rest serves meanwhile.
 * @returns whether nothing is left that another try could bring back
 */
async function returnPhase(phase, { left, again }, work) {
    const { ports, stillBad, owed } = work;
    const { signal } = ports;
    const groups = left === false ? phase.targets.map((target) => [target]) : [phase.targets];
    const atOnce = (0,amount/* concurrencyOf */.RO)(phase.maxConcurrency, phase.targets.length);
    const mayStart = () => !signal.aborted;
    const outcomes = new Map();
    const isWave = phase.kind === 'wave';
    if (isWave)
        stillBad.begin(phase.targets);
    let whole = true;
    for (const group of groups) {
        if (left === false && phase.targets.length > 1)
            await leaveTargets(group, work);
        await (0,pool/* runPool */.k)(group, atOnce, mayStart, async (target) => {
            // What takes outputs of another stack returns before that one.
            const own = phase.instances.filter((instance) => instance.target.name === target).toReversed();
            for (const instance of own)
                if (mayStart())
                    outcomes.set(instance.id, await work.rollBack(instance, phase));
        });
        if (!mayStart())
            return false;
        if (!isWave)
            continue;
        const asIs = again && ![...outcomes.values()].includes('returned');
        const found = asIs ? stillThere(phase, outcomes) : await readyForTraffic(phase, group, outcomes, work);
        for (const target of found.ready) {
            stillBad.cameBack(target);
            if (!asIs)
                owed.add(target);
        }
        // All that came back so far: a weight that could not be lowered while another target was bad can be now.
        const last = group === groups.at(-1) && stillBad.isOver();
        const restored = await restoreWeights(owed, work, { last });
        if (restored === 'restored')
            owed.clear();
        whole = restored !== 'refused' && found.complete && whole;
    }
    return whole;
}
/** An earlier run has seen them answer, and given them their traffic. */
function stillThere(phase, outcomes) {
    const own = (target) => phase.instances.filter((instance) => instance.target.name === target);
    const ready = phase.targets.filter((target) => own(target).every(({ id }) => outcomes.get(id) === 'there'));
    return { ready, complete: true };
}
async function readyForTraffic(phase, group, outcomes, work) {
    const ready = [];
    let expected = 0;
    for (const target of group) {
        const own = phase.instances.filter((instance) => instance.target.name === target);
        const ends = own.map(({ id }) => outcomes.get(id) ?? 'lost');
        // What stays on the release that was judged bad gets no traffic back; what did not come back is tried again.
        if (ends.includes('kept'))
            continue;
        expected += 1;
        if (ends.includes('lost'))
            continue;
        if (await answers(phase, target, own, work))
            ready.push(target);
    }
    return { ready, complete: ready.length === expected };
}
async function answers({ name }, target, own, { releases, verdicts, ports, outputsOf }) {
    const release = own.map(({ id }) => releases.get(id)).find((known) => known !== undefined);
    const subject = {
        phase: name,
        targets: [target],
        outputs: { [target]: Object.fromEntries(own.map((instance) => [instance.stack.key, outputsOf(instance)])) },
        since: ports.clock.now(),
        bakeMs: 0,
        ...(release !== undefined && { release }),
    };
    const judgement = await (0,judge/* judgeReturn */.UO)(subject, ports, verdicts);
    if (judgement.kind === 'failed') {
        const text = `${target} gets no traffic back: ${judgement.reason}`;
        ports.report({ type: 'note', level: 'warning', text, target });
    }
    return judgement.kind === 'passed';
}
/** What each stack of a planned rollback returns to, or has already. */
function releasesOfPlan(steps) {
    return new Map(steps.flatMap(({ instance, to, has }) => {
        const release = to ?? has;
        return release === undefined ? [] : [[instance, release]];
    }));
}


/***/ }),

/***/ 21395:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nb: () => (/* binding */ plannedReturn),
/* harmony export */   YX: () => (/* binding */ restoredWeights),
/* harmony export */   yS: () => (/* binding */ withoutTraffic)
/* harmony export */ });
/* harmony import */ var _still_bad_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14385);
/* harmony import */ var _weight_guard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20941);
/* harmony import */ var _weights_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95544);



/** The weights with no traffic for these targets. */
function withoutTraffic(current, targets) {
    return mapWeights(current, (name, weight) => (targets.includes(name) ? 0 : weight));
}
/**
 * The weights with those that returned, and are active, at what they had before.
 * @param lower also where that is less than they have now
 */
function restoredWeights(current, before, returned, active, lower) {
    return mapWeights(current, (name, weight) => {
        const earlier = (0,_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .weightOf */ .mm)(before, name);
        return returned.has(name) && active.has(name) && (lower || earlier > weight) ? earlier : weight;
    });
}
function mapWeights(weights, change) {
    return Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, change(name, weight)]));
}
/**
 * The changes of weights of a rollback when all goes well and nobody else changes any, by phase: those that `returnPhase`
 * makes, through the same guard.
 * @param phases in the order in which they return
 */
function plannedReturn(phases, facts) {
    const { active, settings } = facts;
    const { floorPercent } = settings;
    const unfit = new Set(facts.unfit);
    const found = new Map();
    let now = facts.weights;
    let { before } = facts;
    const stillBad = (0,_still_bad_js__WEBPACK_IMPORTED_MODULE_2__/* .createStillBad */ .O)(phases.map(({ phase: { kind, targets }, wave }) => ({ kind, targets, ...wave })));
    const owed = new Set(facts.owed);
    for (const { phase, leaving, left, changing, back, there } of phases) {
        if (phase.kind !== 'wave')
            continue;
        const moves = [];
        const keeping = [];
        const tryMove = (kind, after, bad, floor) => {
            if ((0,_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .sameWeights */ .ML)(now, after))
                return true;
            const names = Object.keys({ ...settings.weights, ...now });
            const good = new Set(names.filter((name) => !bad.has(name) && !unfit.has(name)));
            const guard = { configured: settings.weights, good, active, floorPercent: floor };
            if ((0,_weight_guard_js__WEBPACK_IMPORTED_MODULE_0__/* .weightProblems */ .N)(after, now, guard).length > 0)
                return false;
            before ??= now;
            moves.push({ kind, before: now, after });
            now = after;
            return true;
        };
        const leave = (targets) => tryMove('leave', withoutTraffic(now, targets), stillBad.whenLeaving(targets), floorPercent);
        const gone = left ?? (leaving.length === 0 ? undefined : leave(leaving));
        stillBad.begin(phase.targets);
        for (const group of gone === false ? phase.targets.map((target) => [target]) : [phase.targets]) {
            if (gone === false && phase.targets.length > 1)
                leave(group);
            keeping.push(...group.filter((name) => changing.has(name) && (0,_weights_js__WEBPACK_IMPORTED_MODULE_1__/* .weightOf */ .mm)(now, name) > 0));
            for (const name of group.filter((each) => there.has(each)))
                stillBad.cameBack(name);
            for (const name of group.filter((each) => back.has(each))) {
                stillBad.cameBack(name);
                unfit.delete(name);
                owed.add(name);
            }
            const restore = (lower) => tryMove('return', restoredWeights(now, before ?? now, owed, active, lower), stillBad.whenRestoring(), 0);
            if (owed.size === 0)
                continue;
            if (restore(true))
                owed.clear();
            else
                restore(false);
        }
        found.set(phase.name, { moves, keeping });
    }
    return found;
}


/***/ }),

/***/ 77589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ stateAtRisk),
/* harmony export */   h: () => (/* binding */ stateAtRiskOfLeaving)
/* harmony export */ });
/* harmony import */ var _stack_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51313);

/**
 * Paths of what a rollback would take data from: stateful resources that it deletes or replaces (also where the old one
 * is retained: the application would go on with an empty one), replicas that it removes, and nested stacks that
 * nobody could look into. A removal under which CloudFormation keeps the resource loses nothing.
 */
function stateAtRisk(changes, isStateful) {
    return changes
        .filter((change) => {
        if (change.unseen || change.dataLoss)
            return true;
        if (!isStateful(change.resourceType))
            return false;
        if (change.action === 'Remove')
            return change.policyAction !== 'Retain';
        return (0,_stack_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .mayDestroy */ .M7)(change) || mayRemoveReplica(change);
    })
        .map(({ path }) => path);
}
/**
 * What would be at risk if a release with these changes were left: what it adds goes, what it replaces is replaced again.
 * @param retained logical ids with `DeletionPolicy: Retain` in the template of that release
 */
function stateAtRiskOfLeaving(changes, retained, isStateful) {
    return changes
        .filter(({ resourceType }) => isStateful(resourceType))
        .filter((change) => {
        if (change.action === 'Add')
            return !(change.path === change.logicalId && retained.has(change.logicalId));
        return change.replacement === 'True' || mayRemoveReplica(change);
    })
        .map(({ path }) => path);
}
/** Properties that list the regions a resource is copied to. */
const REPLICAS = {
    'AWS::DynamoDB::GlobalTable': 'Replicas',
    'AWS::SecretsManager::Secret': 'ReplicaRegions',
};
/** Which ones go cannot be told from a change set for certain: any change of the list counts. */
function mayRemoveReplica({ resourceType, properties }) {
    const name = REPLICAS[resourceType];
    return name !== undefined && properties.some((property) => property.name.split(/[./]/).includes(name));
}


/***/ }),

/***/ 95679:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  im: () => (/* binding */ judgeRollback),
  Fz: () => (/* binding */ lossSentence),
  w2: () => (/* binding */ released)
});

// EXTERNAL MODULE: ./src/records/secret-marker.ts
var secret_marker = __webpack_require__(46355);
;// CONCATENATED MODULE: ./src/template/dynamic-references.ts
/**
 * The dynamic references in a text (CloudFormation user guide, "Get values stored in other services"). A secret is
 * pinned by a version id, a parameter by a version number.
 */
function dynamicReferences(text) {
    return [...text.matchAll(/\{\{resolve:(ssm|ssm-secure|secretsmanager):([^{}]+)\}\}/g)].map(([whole, service, name]) => ({
        text: whole,
        pinned: service === 'secretsmanager' ? hasVersionId(name ?? '') : /:\d+$/.test(name ?? ''),
    }));
}
/** `secret-id:SecretString:json-key:version-stage:version-id`; the id may be an ARN, with colons of its own. */
function hasVersionId(name) {
    const [, , , versionId] = name.split(':SecretString')[1]?.split(':') ?? [];
    return versionId !== undefined && versionId !== '';
}

;// CONCATENATED MODULE: ./src/rollout/rollback-plan.ts


/** Whether a stack can return to a recorded release, before any change set is made. */
function judgeRollback(facts) {
    const { instance, target, current } = facts;
    const base = {
        instance,
        to: released(target),
        ...(current !== undefined && { from: released(current) }),
        notes: notesOf(facts),
    };
    const reason = unavailable(facts);
    if (reason !== undefined)
        return { ...base, kind: 'refused', reason };
    if (facts.atRisk.length > 0 && !facts.acceptDataLoss) {
        return { ...base, kind: 'refused', reason: lossSentence(facts.atRisk), needs: 'accept-data-loss' };
    }
    return { ...base, kind: 'returns' };
}
/** Why a rollback is not done for the sake of data. */
function lossSentence(paths) {
    return `returning would delete or replace ${paths.join(', ')}, with the data in ${paths.length === 1 ? 'it' : 'them'}`;
}
function unavailable({ target, template, missingArtifacts, ...facts }) {
    const { release } = target.asked;
    if (template === undefined)
        return `the template of release ${release} is not there any more, or was changed`;
    if (missingArtifacts.length > 0) {
        const [first, ...others] = missingArtifacts;
        const more = others.length > 0 ? ` and ${others.length} more` : '';
        return `release ${release} needs ${first}${more}, which is not in the artifact bucket any more, or was changed`;
    }
    const secrets = Object.keys(target.asked.parameters).filter((name) => isLost(name, target, facts));
    if (secrets.length === 0)
        return undefined;
    return `the value of ${secrets.join(', ')} is secret and may have changed since: it cannot be read back, give it with parameters`;
}
/** A secret value can only be kept: it must be the one the stack still has. */
function isLost(name, target, { current, deployedParameters, given }) {
    const wanted = secretOf(target.asked.parameters[name]);
    if (wanted === undefined || given.has(name))
        return false;
    const has = secretOf(current?.asked.parameters[name]);
    return has === undefined || !deployedParameters.has(name) || !(0,secret_marker/* sameSecret */.BX)(wanted, has);
}
function secretOf(value) {
    return value !== undefined && 'secret' in value ? value.secret : undefined;
}
function notesOf({ target, template, shiftedAtOnce, current }) {
    const values = Object.values(target.asked.parameters).flatMap((value) => ('value' in value ? [value.value] : []));
    const unpinned = [template ?? '', ...values].flatMap(dynamicReferences).filter(({ pinned }) => !pinned);
    const references = [...new Set(unpinned.map(({ text }) => text))];
    const keepsTags = Object.keys(target.asked.tags).length === 0 && Object.keys(current?.asked.tags ?? {}).length > 0;
    return [
        ...references.map((text) => `${text} is taken as it is now, not as it was`),
        ...(shiftedAtOnce.length > 0
            ? [`${shiftedAtOnce.join(', ')}: AllAtOnce, without the alarms and hooks of CodeDeploy, for this update`]
            : []),
        ...(keepsTags ? ['its tags stay: it had none'] : []),
    ];
}
/** The release of a record, as people name it. */
function released({ asked }) {
    return { id: asked.release, ...(asked.commit !== undefined && { commit: asked.commit }) };
}


/***/ }),

/***/ 41135:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ lastRollout),
/* harmony export */   e: () => (/* binding */ rollbackTarget)
/* harmony export */ });
/* harmony import */ var _records_release_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50589);

/** Finds the record that a stack returns to, among those that it vouches for. */
function rollbackTarget(proof, aim) {
    if (proof.kind === 'none')
        return refused(proof.reason);
    const { records } = proof;
    const newest = records.at(-1);
    if (newest === undefined)
        return refused('no release before this one is recorded');
    if ('to' in aim)
        return toRelease(aim.to, proof.kind === 'current', records, newest);
    // It was being changed by the rollout that is left: what it had before is the newest that is recorded.
    if (proof.kind === 'halfway')
        return { kind: 'target', record: newest };
    if (proof.kind === 'behind') {
        const { release } = 'leave' in aim ? aim.leave : aim.previous;
        if (proof.lost.release === release)
            return { kind: 'target', record: newest };
        return refused('the run that deployed what it has was lost before it wrote its record: run that again first');
    }
    if ('leave' in aim && newest.asked.restores !== undefined)
        return there('it has returned already', newest);
    const left = 'leave' in aim ? aim.leave : aim.previous;
    if (!isOf(newest, left))
        return there(`release ${left.release} changed nothing in it`, newest);
    return before(records, left);
}
function toRelease(release, current, records, newest) {
    if (current && (0,_records_release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .releasesOf */ .w0)(newest).at(-1) === release)
        return there('it has this release', newest);
    const record = records.findLast((candidate) => (0,_records_release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .releasesOf */ .w0)(candidate).includes(release));
    if (record === undefined) {
        return refused(`it has no record of release ${release}, only of ${records.flatMap(_records_release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .releasesOf */ .w0).join(', ')}`);
    }
    if (record === newest && current)
        return there('this release changed nothing in it, nor did those after it', newest);
    return { kind: 'target', record };
}
/** The last record before a rollout, or before the record that it returned to if it was a rollback. */
function before(records, left) {
    const from = effectiveIndex(records, records.length - 1);
    for (let index = from; index >= 0; index -= 1) {
        const record = records[index];
        if (record === undefined)
            break;
        if (index !== from && !isOf(record, left))
            return { kind: 'target', record };
        if (record.asked.created) {
            return { kind: 'stays', reason: 'this was its first deployment: a rollback deletes no stack' };
        }
    }
    return refused('what it had before is not recorded, or its record cannot be trusted');
}
function isOf({ asked, ended }, { release, openedAt }) {
    return asked.release === release && ended.at >= openedAt;
}
/** A rollback puts the stack where it was at the record that it returned to. */
function effectiveIndex(records, index) {
    const restored = records[index]?.asked.restores;
    if (restored === undefined)
        return index;
    const earlier = records.slice(0, index).findLastIndex(({ asked }) => (0,_records_release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordId */ .Re)(asked) === restored);
    return earlier < 0 ? index : effectiveIndex(records, earlier);
}
function there(reason, record) {
    return { kind: 'stays', reason, there: record };
}
function refused(reason) {
    return { kind: 'refused', reason };
}
/**
 * The rollout that deployed last, as the newest records of all stacks tell.
 * @param newest the newest record of each stack with the one before it
 */
function lastRollout(newest) {
    const last = newest.toSorted((a, b) => (a.record.ended.at < b.record.ended.at ? -1 : 1)).at(-1)?.record;
    if (last === undefined)
        return undefined;
    const { release } = last.asked;
    // The same release twice in a row: the earlier time was another rollout, of other parameters.
    const own = newest.filter(({ record, before }) => record.asked.release === release && (record.ended.run === last.ended.run || before?.asked.release !== release));
    const openedAt = own.map(({ record }) => record.ended.at).sort()[0] ?? last.ended.at;
    return { release, openedAt };
}


/***/ }),

/***/ 26207:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ shownReturn)
/* harmony export */ });
/* harmony import */ var _return_weights_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21395);

/**
 * The phases of a rollback as its plan shows them, with how their traffic moves.
 * @param phases in the order in which they return
 * @param traffic absent: none is moved, or it cannot be read
 */
function shownReturn(phases, traffic) {
    const planned = traffic && (0,_return_weights_js__WEBPACK_IMPORTED_MODULE_0__/* .plannedReturn */ .Nb)(phases, traffic);
    return phases.map(({ phase: { name, targets } }) => {
        const own = planned?.get(name);
        const moves = own === undefined || traffic === undefined ? {} : { traffic: { settleMs: traffic.settleMs, ...own } };
        return { name, targets, ...moves };
    });
}


/***/ }),

/***/ 14385:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ createStillBad)
/* harmony export */ });
/** Of a rollback that begins. */
function createStillBad(waves) {
    const targetsOf = (judged) => waves.filter((wave) => wave.kind === 'wave' && wave.judged === judged).flatMap(({ targets }) => targets);
    const bad = new Set([...targetsOf('bad'), ...waves.flatMap(({ kept = [] }) => kept)]);
    const good = new Set(targetsOf('good'));
    const waiting = new Set([...targetsOf('bad'), ...good]);
    return {
        begin(targets) {
            for (const target of targets) {
                bad.add(target);
                good.delete(target);
                waiting.delete(target);
            }
        },
        cameBack: (target) => void bad.delete(target),
        whenLeaving: (targets) => new Set([...bad, ...targets]),
        whenRestoring: () => new Set([...bad, ...good]),
        isOver: () => waiting.size === 0,
    };
}


/***/ }),

/***/ 73825:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ unshownDestruction)
/* harmony export */ });
/* harmony import */ var _stack_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51313);

/**
 * Destructive changes in `actual` that the plan did not show. A change set that had to be made after the plan
 * (its inputs came later) may add and modify freely, but never replace or delete unseen. A nested stack that could not
 * be looked into may hide anything: it passes only where the plan had to say the same of it.
 */
function unshownDestruction(shown, actual) {
    const keysOf = (change) => [
        ...((0,_stack_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .mayDestroy */ .M7)(change) ? [`destroyed ${change.path}`] : []),
        ...(change.unseen ? [`unseen ${change.path}`] : []),
    ];
    const seen = new Set((shown ?? []).flatMap(keysOf));
    return actual.filter((change) => keysOf(change).some((key) => !seen.has(key)));
}


/***/ }),

/***/ 61999:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ createVerdictLog)
/* harmony export */ });
/** Reports each verdict that differs from what the same gate said before. */
function createVerdictLog(report) {
    const known = new Map();
    return {
        add(verdicts) {
            for (const verdict of verdicts) {
                const key = JSON.stringify([verdict.gate, verdict.target, verdict.moment]);
                if (known.get(key)?.verdict !== verdict.verdict)
                    report({ type: 'gate.verdict', verdict });
                known.set(key, verdict);
            }
        },
        last: () => [...known.values()],
    };
}


/***/ }),

/***/ 74153:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ artifactReferences),
  K: () => (/* binding */ packagesOwnFolder)
});

;// CONCATENATED MODULE: ./src/template/artifact-properties.ts
const file = (...path) => ({ path, kind: 'file' });
const code = (...path) => ({ path, kind: 'file', folderWhenAbsent: true });
const template = (...path) => ({ path, kind: 'template' });
const MAPPING_TEMPLATES = [
    file('RequestMappingTemplateS3Location'),
    file('ResponseMappingTemplateS3Location'),
    file('CodeS3Location'),
];
/** As in SAM CLI 1.170 (`samcli/lib/utils/resources.py`, `samcli/lib/package/packageable_resources.py`). */
const ARTIFACT_PROPERTIES = {
    'AWS::ApiGateway::RestApi': [file('BodyS3Location')],
    'AWS::ApiGatewayV2::Api': [file('BodyS3Location')],
    'AWS::AppSync::FunctionConfiguration': MAPPING_TEMPLATES,
    'AWS::AppSync::GraphQLSchema': [file('DefinitionS3Location')],
    'AWS::AppSync::Resolver': MAPPING_TEMPLATES,
    'AWS::CloudFormation::ModuleVersion': [file('ModulePackage')],
    'AWS::CloudFormation::ResourceVersion': [file('SchemaHandlerPackage')],
    'AWS::CloudFormation::Stack': [template('TemplateURL')],
    // Uploaded as it is: what a stack set's template refers to is not packaged.
    'AWS::CloudFormation::StackSet': [file('TemplateURL')],
    'AWS::ElasticBeanstalk::ApplicationVersion': [file('SourceBundle')],
    'AWS::Glue::Job': [file('Command', 'ScriptLocation')],
    'AWS::Lambda::Function': [code('Code')],
    'AWS::Lambda::LayerVersion': [code('Content')],
    'AWS::Serverless::Api': [file('DefinitionUri')],
    'AWS::Serverless::Application': [template('Location')],
    'AWS::Serverless::Function': [code('CodeUri')],
    'AWS::Serverless::GraphQLApi': [
        file('SchemaUri'),
        file('Resolvers', '**', 'CodeUri'),
        file('Functions', '**', 'CodeUri'),
    ],
    'AWS::Serverless::HttpApi': [file('DefinitionUri')],
    'AWS::Serverless::LayerVersion': [code('ContentUri')],
    'AWS::Serverless::StateMachine': [file('DefinitionUri')],
    'AWS::Serverless::WebFunction': [code('CodeUri')],
    'AWS::StepFunctions::StateMachine': [file('DefinitionS3Location')],
};
/** Global values that SAM gives to resources, by section of `Globals`. */
const GLOBAL_ARTIFACTS = {
    Function: ['CodeUri'],
    Api: ['DefinitionUri'],
    HttpApi: ['DefinitionUri'],
};
/** Properties of the template's own `Metadata`, by type. */
const METADATA_ARTIFACTS = {
    'AWS::ServerlessRepo::Application': ['LicenseUrl', 'ReadmeUrl'],
};

// EXTERNAL MODULE: ./src/template/plain-data.ts
var plain_data = __webpack_require__(18267);
// EXTERNAL MODULE: ./src/template/s3-location.ts
var s3_location = __webpack_require__(86996);
;// CONCATENATED MODULE: ./src/template/artifact-references.ts



/** Every reference, in the order of the template. What functions compute (`!Sub`, `!FindInMap`) is not among them. */
function artifactReferences(template) {
    const found = [];
    const add = (reference) => {
        if (reference)
            found.push(reference);
    };
    for (const [section, names] of Object.entries(GLOBAL_ARTIFACTS)) {
        const values = (0,plain_data/* asMap */.$H)(template.globals[section]);
        for (const name of names)
            add(reference(values[name], ['Globals', section, name], 'file'));
    }
    for (const [type, names] of Object.entries(METADATA_ARTIFACTS)) {
        const values = (0,plain_data/* asMap */.$H)((0,plain_data/* asMap */.$H)(template.data['Metadata'])[type]);
        for (const name of names)
            add(reference(values[name], ['Metadata', type, name], 'file'));
    }
    for (const resource of template.resources) {
        for (const property of ARTIFACT_PROPERTIES[resource.type] ?? []) {
            for (const { path, value } of artifact_references_select(resource.properties, property)) {
                add(reference(value, [...resource.path, 'Properties', ...path], property.kind, resource.logicalId));
                for (const mapped of mappedValues(value, template.data)) {
                    add(reference(mapped.value, mapped.path, property.kind, resource.logicalId));
                }
            }
        }
    }
    collectIncludes(template.data, [], add);
    return found;
}
/** A function or layer without code of its own: `sam package` uploads the folder of the template for it. */
function packagesOwnFolder(template) {
    return template.resources.some(({ type, properties }) => (ARTIFACT_PROPERTIES[type] ?? []).some(({ path: [name = ''], folderWhenAbsent }) => {
        if (!folderWhenAbsent || properties[name])
            return false;
        if (type !== 'AWS::Serverless::Function')
            return true;
        return properties['InlineCode'] === undefined && !(0,plain_data/* asMap */.$H)(template.globals['Function'])[name];
    }));
}
function reference(value, path, kind, logicalId) {
    const about = { kind, path, ...(logicalId !== undefined && { logicalId }) };
    if (typeof value === 'string') {
        const location = (0,s3_location/* parseS3Location */.T)(value);
        if (location)
            return { ...about, value: { form: 'url', text: value, location } };
        return (0,s3_location/* isRemote */.V)(value) ? undefined : { ...about, value: { form: 'local', text: value } };
    }
    if (!(0,plain_data/* isMap */.jh)(value))
        return undefined;
    for (const [bucketKey, objectKey, versionKey] of PAIRS) {
        const bucket = value[bucketKey];
        const key = value[objectKey];
        if (typeof bucket !== 'string' || typeof key !== 'string')
            continue;
        const version = value[versionKey];
        const location = { bucket, key, ...(version !== undefined && version !== null && { version: String(version) }) };
        return { ...about, value: { form: 'pair', bucketKey, objectKey, location } };
    }
    return undefined;
}
const PAIRS = [
    ['S3Bucket', 'S3Key', 'S3ObjectVersion'],
    ['Bucket', 'Key', 'Version'],
];
function artifact_references_select(properties, { path }) {
    const last = path.at(-1) ?? '';
    if (path.includes('**'))
        return deep((0,plain_data/* asMap */.$H)(properties[path[0] ?? '']), path.slice(0, 1), last);
    const value = path.reduce((map, key) => (0,plain_data/* asMap */.$H)(map)[key], properties);
    return value === undefined ? [] : [{ path, value }];
}
function deep(map, path, name) {
    return Object.entries(map).flatMap(([key, value]) => {
        if (key === name)
            return [{ path: [...path, key], value }];
        return (0,plain_data/* isMap */.jh)(value) ? deep(value, [...path, key], name) : [];
    });
}
/** All that `Fn::FindInMap` may give: SAM writes such mappings for `Fn::ForEach`, one artifact for each value of the loop. */
function mappedValues(value, data) {
    const [name, , leaf] = (0,plain_data/* asList */.DD)((0,plain_data/* asMap */.$H)(value)['Fn::FindInMap']);
    if (typeof name !== 'string' || typeof leaf !== 'string')
        return [];
    return Object.entries((0,plain_data/* asMap */.$H)((0,plain_data/* asMap */.$H)(data['Mappings'])[name])).flatMap(([key, values]) => {
        const mapped = (0,plain_data/* asMap */.$H)(values)[leaf];
        return mapped === undefined ? [] : [{ path: ['Mappings', name, key, leaf], value: mapped }];
    });
}
/** `AWS::Include`, at any depth. */
function collectIncludes(value, path, add) {
    if (Array.isArray(value)) {
        for (const [index, item] of value.entries())
            collectIncludes(item, [...path, index], add);
        return;
    }
    if (!(0,plain_data/* isMap */.jh)(value))
        return;
    for (const [key, item] of Object.entries(value)) {
        const here = [...path, key];
        if (key === 'Fn::Transform' && (0,plain_data/* asMap */.$H)(item)['Name'] === 'AWS::Include') {
            add(reference((0,plain_data/* asMap */.$H)((0,plain_data/* asMap */.$H)(item)['Parameters'])['Location'], [...here, 'Parameters', 'Location'], 'file'));
        }
        else
            collectIncludes(item, here, add);
    }
}


/***/ }),

/***/ 86996:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseS3Location),
/* harmony export */   V: () => (/* binding */ isRemote)
/* harmony export */ });
const AMAZON = /^(?:s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?|(?<bucket>.+?)\.s3(?:[.-](?:dualstack\.)?[a-z0-9-]+)?)\.amazonaws\.(?:com(?:\.cn)?|eu)$/;
/**
 * Reads `s3://bucket/key` and every https form of it: path style, virtual-host style, and under an endpoint of one's
 * own (`AWS_ENDPOINT_URL`), where the first part of the path is the bucket.
 */
function parseS3Location(text) {
    const match = /^(s3|https?):\/\/([^/?#]+)\/([^?#]*)(?:\?(.*))?$/s.exec(text);
    const [, scheme, host, path, query] = match ?? [];
    if (scheme === undefined || host === undefined || path === undefined)
        return undefined;
    const version = new URLSearchParams(query ?? '').get('versionId');
    const located = scheme === 's3' ? { bucket: host, key: path } : fromUrl(host, path);
    return located?.key && located.bucket ? { ...located, ...(version !== null && { version }) } : undefined;
}
function fromUrl(host, path) {
    const virtualHost = AMAZON.exec(host.toLowerCase())?.groups?.['bucket'];
    if (virtualHost !== undefined)
        return { bucket: virtualHost, key: decoded(path) };
    const slash = path.indexOf('/');
    return { bucket: path.slice(0, Math.max(slash, 0)), key: slash < 0 ? '' : decoded(path.slice(slash + 1)) };
}
function decoded(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}
/** Whether a value names something outside of this machine, in S3 or anywhere. */
function isRemote(text) {
    return /^(?:s3|https?):\/\//.test(text);
}


/***/ }),

/***/ 93420:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ isStateful)
/* harmony export */ });
/**
 * Resource types that hold data which is gone, or names and keys that callers depend on, when the resource is replaced
 * or deleted. Roughly those for which CloudFormation documents a snapshot, a retention or a "data loss" warning.
 */
const STATEFUL = new Set([
    'AWS::ACMPCA::CertificateAuthority',
    'AWS::AmazonMQ::Broker',
    'AWS::Backup::BackupVault',
    'AWS::Backup::LogicallyAirGappedBackupVault',
    'AWS::CloudTrail::EventDataStore',
    'AWS::CodeCommit::Repository',
    'AWS::Cognito::IdentityPool',
    'AWS::Cognito::UserPool',
    'AWS::DAX::Cluster',
    'AWS::DocDB::DBCluster',
    'AWS::DocDB::DBInstance',
    'AWS::DocDBElastic::Cluster',
    'AWS::DSQL::Cluster',
    'AWS::DynamoDB::GlobalTable',
    'AWS::DynamoDB::Table',
    'AWS::EC2::Volume',
    'AWS::ECR::PublicRepository',
    'AWS::ECR::Repository',
    'AWS::EFS::FileSystem',
    'AWS::ElastiCache::CacheCluster',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::ElastiCache::ServerlessCache',
    'AWS::Elasticsearch::Domain',
    'AWS::Events::Archive',
    'AWS::FSx::FileSystem',
    'AWS::FSx::Volume',
    'AWS::Glue::Database',
    'AWS::Glue::Table',
    'AWS::IoTSiteWise::Asset',
    'AWS::KMS::Key',
    'AWS::KMS::ReplicaKey',
    'AWS::Kinesis::Stream',
    'AWS::KinesisVideo::Stream',
    'AWS::Keyspaces::Keyspace',
    'AWS::Keyspaces::Table',
    'AWS::Lightsail::Database',
    'AWS::Lightsail::Disk',
    'AWS::Location::Tracker',
    'AWS::Logs::LogGroup',
    'AWS::MSK::Cluster',
    'AWS::MSK::ServerlessCluster',
    'AWS::MemoryDB::Cluster',
    'AWS::Neptune::DBCluster',
    'AWS::Neptune::DBInstance',
    'AWS::NeptuneGraph::Graph',
    'AWS::OpenSearchServerless::Collection',
    'AWS::OpenSearchService::Domain',
    'AWS::QLDB::Ledger',
    'AWS::RDS::DBCluster',
    'AWS::RDS::DBInstance',
    'AWS::RDS::GlobalCluster',
    'AWS::Redshift::Cluster',
    'AWS::RedshiftServerless::Namespace',
    'AWS::Route53::HostedZone',
    'AWS::S3::Bucket',
    'AWS::S3Express::DirectoryBucket',
    'AWS::S3Tables::TableBucket',
    'AWS::S3Vectors::VectorBucket',
    'AWS::SDB::Domain',
    'AWS::SQS::Queue',
    'AWS::SecretsManager::Secret',
    'AWS::Serverless::SimpleTable',
    'AWS::Timestream::Database',
    'AWS::Timestream::InfluxDBInstance',
    'AWS::Timestream::Table',
]);
/** Whether replacing or deleting a resource of this type loses data. Custom resources are not known to. */
function isStateful(resourceType) {
    return STATEFUL.has(resourceType);
}


/***/ })

};
