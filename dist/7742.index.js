export const id = 7742;
export const ids = [7742];
export const modules = {

/***/ 25326:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ bucketOf)
/* harmony export */ });
/* harmony import */ var _release_bucket_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13259);

/** The bucket for artifacts and records that these settings mean; undefined where SAM's managed one was not made yet. */
function bucketOf(session, { artifactBucket: pattern }, parts) {
    return (0,_release_bucket_js__WEBPACK_IMPORTED_MODULE_0__/* .artifactBucket */ .V)(session, { create: false, artifactBucket: pattern }, parts);
}


/***/ }),

/***/ 71349:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ settingsOf)
/* harmony export */ });
/** Where the artifacts and the records of a target lie: as the first of its stacks says. */
function settingsOf(environment, target) {
    return environment.instances.find((instance) => instance.target.name === target)?.settings ?? {};
}


/***/ }),

/***/ 55749:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ createTargetWork),
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   Xn: () => (/* binding */ DEFAULT_LOCK_WAIT_MS),
/* harmony export */   aW: () => (/* binding */ leaseKey)
/* harmony export */ });
/* unused harmony export joined */
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _records_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36814);
/* harmony import */ var _records_lease_cover_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31730);
/* harmony import */ var _release_bucket_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13259);
/* harmony import */ var _target_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71349);






/** Of a run that writes to no stack. Each change set is its own, and it deletes no other. */
const NO_LEASE = {
    deadRuns: [],
    assertHeld: async () => { },
    stillHeld: async () => { },
    release: async () => { },
};
/** Long enough for a deployment of another run to end, short enough not to hold a runner for hours. */
const DEFAULT_LOCK_WAIT_MS = 600_000;
/** The targets of an environment, by name. */
function createTargetWork(environment, options, context) {
    const run = { held: new Set(), cover: (0,_records_lease_cover_js__WEBPACK_IMPORTED_MODULE_4__/* .createLeaseCover */ .i)() };
    return new Map(environment.targets.map((target) => [target.name, workOn(target, environment, run, options, context)]));
}
function workOn(target, environment, { held, cover }, options, context) {
    const session = context.aws.session(target);
    const buckets = new Map();
    let lease;
    let waited = false;
    const closing = new AbortController();
    const findBucket = ({ artifactBucket: pattern }) => {
        const key = pattern ?? '';
        let found = buckets.get(key);
        found ??= provenBucket(session, pattern, options.makesBuckets !== false, context);
        buckets.set(key, found);
        return found;
    };
    const bucket = async (settings) => {
        const found = await findBucket(settings);
        if (found !== undefined)
            return found;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('bucket-absent', `${target.name} has no bucket for artifacts yet, and a plan makes none`, {
            fix: ['Deploy, or keep the plan in a file (plan-file): both make it.'],
        });
    };
    const acquire = async () => (0,_records_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .acquireLease */ .Z)({
        bucket: await bucket((0,_target_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .settingsOf */ .f)(environment, target.name)),
        key: leaseKey(environment),
        holder: holderOf(context, options.command, environment.engine),
        target: target.name,
        waitMs: options.lockWaitMs,
        cover,
    }, {
        storage: session.storage,
        clock: context.clock,
        signal: AbortSignal.any([context.signal, closing.signal]),
        onWait: (text) => {
            waited = true;
            context.report({ type: 'note', level: 'warning', text, target: target.name });
        },
        onTakeOver: (text) => context.report({ type: 'note', level: 'info', text, target: target.name }),
        processGone: context.processGone,
    });
    return {
        target,
        session,
        bucket,
        findBucket,
        lease: () => {
            lease ??= options.leases === false ? Promise.resolve(NO_LEASE) : acquire().then((own) => joined(own, held));
            return lease;
        },
        waited: () => waited,
        close: async () => {
            // A lease that is still waited for is not wanted any more.
            closing.abort();
            const held = await lease?.catch(() => undefined);
            await held?.release();
        },
    };
}
/** A run that was overtaken in one target writes in no other one: whoever took over there goes on with all of it. */
function joined(own, held) {
    held.add(own);
    return {
        ...own,
        async assertHeld() {
            const others = [...held].filter((lease) => lease !== own);
            await Promise.all(others.map((lease) => lease.stillHeld().catch((error) => {
                // A lost region has no say in the others.
                if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
                    throw error;
            })));
            // Last: a region that does not answer is waited for long.
            try {
                await own.assertHeld();
            }
            catch (error) {
                if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
                    throw error;
                // It may have run out while its region was waited for. Whether somebody has it now only that region knows: where
                // it is silent it is a lost region, and no lost lease, which would end the run everywhere.
                await own.stillHeld();
                await own.assertHeld();
            }
        },
        async release() {
            held.delete(own);
            await own.release();
        },
    };
}
/** Who holds a lease that this run takes. */
function holderOf({ origin }, command, engine) {
    const { runId, who, attempt, process } = origin;
    return {
        run: runId,
        who,
        command,
        ...(attempt !== undefined && { attempt }),
        // What `sam` does goes on when our own process is gone: its end proves nothing then.
        ...(process !== undefined && engine !== 'sam' && { process }),
    };
}
/** Where the lease of an environment lies in the bucket of each of its targets. */
function leaseKey({ application, name }) {
    return `sam-multi-region/leases/${encodeURIComponent(application)}/${encodeURIComponent(name)}.json`;
}
async function provenBucket(session, pattern, create, context) {
    // The account is proven first: creating a bucket is a write.
    await session.account();
    return (0,_release_bucket_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactBucket */ .V)(session, { create, artifactBucket: pattern }, context);
}


/***/ }),

/***/ 31730:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ createLeaseCover)
/* harmony export */ });
/** Of a run that has no lease yet. */
function createLeaseCover() {
    let gaps = 0;
    let until;
    return {
        gaps(now) {
            if (until === undefined || now < until)
                return gaps;
            until = undefined;
            gaps += 1;
            return gaps;
        },
        extend(to) {
            until = Math.max(until ?? to, to);
        },
    };
}


/***/ }),

/***/ 33520:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ parseLease)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/** Undefined for what is no lease. Whoever may write to the bucket wrote it: nothing in it is trusted further. */
function parseLease(text) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .q)(text));
    const holder = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o)(value?.['holder']);
    if (value === undefined || holder === undefined)
        return undefined;
    const { expires, since } = value;
    const { run, who, command } = holder;
    if (typeof expires !== 'string' || Number.isNaN(Date.parse(expires)))
        return undefined;
    if (typeof run !== 'string' || typeof who !== 'string')
        return undefined;
    const attempt = attemptOf((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o)(holder['attempt']));
    const process = processOf((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonObject */ .o)(holder['process']));
    const deadRuns = Array.isArray(holder['deadRuns']) ? holder['deadRuns'] : [];
    return {
        version: 1,
        holder: {
            run,
            who,
            command: String(command),
            ...(attempt !== undefined && { attempt }),
            ...(process !== undefined && { process }),
            ...(deadRuns.length > 0 && { deadRuns: deadRuns.filter((id) => typeof id === 'string') }),
        },
        since: String(since),
        expires,
    };
}
function attemptOf(value) {
    const { run, number } = value ?? {};
    return typeof run === 'string' && isCount(number) ? { run, number } : undefined;
}
function processOf(value) {
    const { machine, id } = value ?? {};
    return typeof machine === 'string' && isCount(id) ? { machine, id } : undefined;
}
/** Zero and negative process ids mean groups of processes. */
function isCount(value) {
    return Number.isSafeInteger(value) && Number(value) > 0;
}


/***/ }),

/***/ 36814:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ acquireLease)
});

// UNUSED EXPORTS: LEASE_MS

// EXTERNAL MODULE: ./src/aws/ports.ts
var aws_ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/records/dead-holder.ts
/**
 * Whether a holder is known to be dead, so that its lease needs no waiting for.
 *
 * An earlier attempt of the same workflow run, whichever its job: GitHub starts an attempt only when the one before is
 * over with all its jobs. Jobs of one attempt do run side by side, so the attempt must be a later one.
 *
 * A process of the same machine that is not there any more: the operating system says so. Elsewhere only time tells.
 */
function isDead(holder, successor, processGone) {
    const { attempt, process } = holder;
    if (attempt !== undefined && attempt.run === successor.attempt?.run && attempt.number < successor.attempt.number)
        return true;
    if (process === undefined || process.machine !== successor.process?.machine)
        return false;
    // The same number on the same machine is our own process: the one that had it before is gone.
    return process.id === successor.process.id || processGone(process.id);
}

// EXTERNAL MODULE: ./src/records/lease-cover.ts
var lease_cover = __webpack_require__(31730);
// EXTERNAL MODULE: ./src/records/lease-document.ts
var lease_document = __webpack_require__(33520);
;// CONCATENATED MODULE: ./src/records/lease-lost.ts

const RUN_AGAIN = 'Look at status, then run the same command again: it picks up where this run stopped.';
/** Somebody else has it, or it ran out. */
function leaseLost(target) {
    return new errors/* UserError */.yo('lease-lost', `the lease on ${target} was lost: nothing more is written there by this run`, {
        fix: [RUN_AGAIN],
    });
}
/** All leases of this run had run out, and this one's region does not say whose it is now. */
function leaseUnsure(target, cause) {
    const why = `this run reached no region for a while, so that its leases ran out, and ${target} does not answer now`;
    return new errors/* UserError */.yo('lease-lost', `${why}: somebody else may be at work, and nothing more is written`, {
        fix: [RUN_AGAIN],
        cause,
    });
}

;// CONCATENATED MODULE: ./src/records/lease.ts






/** How long a lease keeps others out when its holder is dead and nobody can tell. */
const LEASE_MS = 120_000;
/** A stack may take an hour without a write of ours: the lease is renewed all the same. */
const HEARTBEAT_MS = LEASE_MS / 3;
/** A failover takes a lease that has not ended: a write that begins this long after the last look looks again. */
const LOOK_MS = 5_000;
const RETRY_MS = 5_000;
/** A write that begins must have reached AWS before others may begin, and clocks are compared to some seconds. */
const SAFETY_MS = 15_000;
/** A lease that is given back, or written, just while it is looked at is looked at again. */
const LOOKS = 3;
const DEAD_RUNS_KEPT = 20;
/**
 * Takes the lease of a target by a conditional write in the target's own bucket. A lease that has expired, or whose
 * holder is known to be dead, is taken over; another one is waited for. Expiry is judged by the storage's clock (the
 * `Date` of its answers), so that a wrong clock on a laptop cannot steal a lease.
 * @throws UserError `lease-held` when it is not free within `waitMs`; AwsError
 */
async function acquireLease(wanted, ports) {
    const options = { ...wanted, cover: wanted.cover ?? (0,lease_cover/* createLeaseCover */.i)() };
    const deadline = ports.clock.now() + options.waitMs;
    let told = false;
    for (;;) {
        const attempt = await tryAcquire(options, ports);
        if (attempt.kind === 'held')
            return createLease(options, ports, attempt);
        const { holder, since, expires } = attempt.document;
        const sentence = `${options.target} is being worked on by ${holder.who} (${holder.command}, since ${since})`;
        const left = deadline - ports.clock.now();
        if (left <= 0) {
            throw new errors/* UserError */.yo('lease-held', sentence, {
                fix: [
                    'Wait until that run ends, or let this one wait longer with lock-wait.',
                    `If that run is dead, its lease ends by itself at ${expires}.`,
                ],
            });
        }
        if (!told)
            ports.onWait(`${sentence}: waiting`);
        told = true;
        await ports.clock.sleep(Math.min(RETRY_MS, left), ports.signal);
    }
}
/** A clock that is wrong by more than this would make the lease end too early or too late for others. */
const TOLERATED_SKEW_MS = 5_000;
async function tryAcquire(options, ports) {
    for (let look = 1; look < LOOKS; look += 1) {
        const found = await lookOnce(options, ports);
        if (found !== undefined)
            return found;
    }
    return (await lookOnce(options, ports)) ?? { kind: 'taken', document: unknownHolder(ports) };
}
/** Undefined when somebody else wrote or removed the lease meanwhile. */
async function lookOnce(options, ports) {
    const { storage, clock } = ports;
    const created = await write(options, ports, options, 0, { ifAbsent: true });
    if (created !== undefined)
        return correctSkew(created, options, ports);
    const head = await storage.head(options.bucket, options.key);
    const skewMs = (head?.serverTime ?? clock.now()) - clock.now();
    const current = await storage.getText(options.bucket, options.key);
    if (head === undefined || current === undefined)
        return undefined;
    // A document nobody can read holds nobody's work: it is replaced, guarded by its ETag.
    const document = (0,lease_document/* parseLease */.Q)(current.text);
    const now = clock.now() + skewMs;
    const dead = document !== undefined && isDead(document.holder, options.holder, ports.processGone);
    const ended = document === undefined || Date.parse(document.expires) <= now || dead;
    const free = ended || options.seize === true;
    if (!free && document.holder.run !== options.holder.run)
        return { kind: 'taken', document };
    const holder = successor(options.holder, document?.holder);
    const taken = await write(options, ports, { holder }, skewMs, { ifMatch: current.etag });
    if (taken !== undefined && dead && Date.parse(document.expires) > now) {
        const { who, command } = document.holder;
        ports.onTakeOver(`the lease of ${who} (${command}), which has ended, is taken over`);
    }
    else if (taken !== undefined && !ended && document.holder.run !== options.holder.run) {
        const { who, command } = document.holder;
        ports.onTakeOver(`the lease of ${who} (${command}) is taken away: it stops at its next write`);
    }
    return taken;
}
/** What dead runs left behind is remembered until a run has ended in order. */
function successor(holder, before) {
    if (before === undefined || before.run === holder.run)
        return holder;
    return { ...holder, deadRuns: [...(before.deadRuns ?? []), before.run].slice(-DEAD_RUNS_KEPT) };
}
function unknownHolder({ clock }) {
    const now = new Date(clock.now()).toISOString();
    return { version: 1, holder: { run: '', who: 'another run', command: 'unknown' }, since: now, expires: now };
}
async function write(options, ports, { holder, since }, skewMs, condition) {
    const started = ports.clock.now();
    const gaps = options.cover.gaps(started);
    const now = started + skewMs;
    const document = {
        version: 1,
        holder,
        since: since ?? new Date(now).toISOString(),
        expires: new Date(now + LEASE_MS).toISOString(),
    };
    try {
        const { etag, serverTime } = await ports.storage.putText(options.bucket, options.key, JSON.stringify(document), condition);
        // Counted from before the call: our idea of the expiry is never later than the storage's.
        options.cover.extend(started + LEASE_MS - SAFETY_MS);
        return {
            kind: 'held',
            gaps,
            etag,
            holder,
            since: document.since,
            expiresAt: started + LEASE_MS,
            skewMs: serverTime === undefined ? skewMs : serverTime - ports.clock.now(),
        };
    }
    catch (error) {
        if (error instanceof aws_ports/* AwsError */.G && (error.kind === 'conflict' || error.kind === 'not-found'))
            return undefined;
        throw error;
    }
}
/**
 * Writes the lease once more when our clock is wrong: others judge it by the storage's. Undefined when one of them did
 * so before the correction and holds it now.
 */
async function correctSkew(held, options, ports) {
    if (Math.abs(held.skewMs) <= TOLERATED_SKEW_MS)
        return held;
    return write(options, ports, held, held.skewMs, { ifMatch: held.etag });
}
/** A renewal whose answer was lost looks like a conflict with ourselves: what is stored tells. */
async function ownWrite(before, options, { storage, clock }) {
    const gaps = options.cover.gaps(clock.now());
    const current = await storage.getText(options.bucket, options.key);
    const document = current && (0,lease_document/* parseLease */.Q)(current.text);
    return document && document.holder.run === options.holder.run ? { ...before, gaps, etag: current.etag } : undefined;
}
function createLease(options, ports, first) {
    let held = first;
    let renewing;
    let seenAt = ports.clock.now();
    const released = new AbortController();
    const renew = () => {
        renewing ??= (async () => {
            const before = held;
            if (before === undefined || released.signal.aborted)
                return;
            held =
                (await write(options, ports, before, before.skewMs, { ifMatch: before.etag })) ??
                    (await ownWrite(before, options, ports));
            seenAt = ports.clock.now();
        })().finally(() => {
            renewing = undefined;
        });
        return renewing;
    };
    const look = async () => {
        const before = held;
        if (before === undefined || ports.clock.now() - seenAt < LOOK_MS)
            return;
        const head = await ports.storage.head(options.bucket, options.key);
        seenAt = ports.clock.now();
        if (head?.etag !== before.etag && held === before)
            held = await ownWrite(before, options, ports);
    };
    const heartbeat = async () => {
        while (held !== undefined && !released.signal.aborted) {
            await ports.clock.sleep(HEARTBEAT_MS, released.signal);
            // A region that does not answer now may answer before the lease ends; every write asks again.
            await renew().catch(() => undefined);
        }
    };
    heartbeat().catch(() => undefined);
    /** Whether somebody else may have taken it since it was asked for last, wherever the other targets are. */
    const isDoubtful = () => held !== undefined && held.gaps < options.cover.gaps(ports.clock.now());
    const isDue = () => held !== undefined && (held.expiresAt - ports.clock.now() < LEASE_MS / 2 || isDoubtful());
    const confirm = async () => {
        try {
            // One that is under way may have begun before the leases ran out.
            for (let tries = 0; tries < 2 && isDue(); tries += 1)
                await renew();
        }
        catch (error) {
            throw isDoubtful() ? leaseUnsure(options.target, error) : error;
        }
        if (held === undefined || isDoubtful())
            throw leaseLost(options.target);
    };
    return {
        deadRuns: first.holder.deadRuns ?? [],
        async assertHeld() {
            if (held === undefined)
                throw leaseLost(options.target);
            // A region that cannot be asked cannot have given it away either, as far as the lease lasts.
            if (isDue())
                await confirm();
            else
                await look().catch(() => undefined);
            if (held === undefined || held.expiresAt - SAFETY_MS <= ports.clock.now())
                throw leaseLost(options.target);
        },
        stillHeld: confirm,
        async release() {
            released.abort();
            await renewing?.catch(() => undefined);
            if (held === undefined)
                return;
            const { etag } = held;
            held = undefined;
            try {
                await ports.storage.delete(options.bucket, options.key, etag);
            }
            catch (error) {
                // Someone took it over after it expired, or the region is gone: either way it is no longer ours to remove.
                if (!(error instanceof aws_ports/* AwsError */.G))
                    throw error;
            }
        },
    };
}


/***/ }),

/***/ 13259:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ artifactBucket)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/release/managed-bucket-names.ts
var managed_bucket_names = __webpack_require__(97786);
;// CONCATENATED MODULE: ./src/release/managed-bucket.ts



/** Milliseconds; a bucket and its policy take some 30 s. */
const LONGEST_WAIT = 10 * 60_000;
/** The bucket's name when the stack is there and complete; waits for one that is being made. One call when it is. */
async function findManagedBucket(session, parts) {
    const stack = await session.cloudformation.describeStack(managed_bucket_names/* SAM_CLI_STACK */.c4);
    if (!stack || stack.status === 'REVIEW_IN_PROGRESS')
        return undefined;
    return bucketOf(await settled(session, stack, parts), session);
}
/**
 * Makes SAM CLI's managed bucket. Another run may be at it: then this one takes what the other makes.
 *
 * @throws UserError `bucket-not-made`, `bucket-not-managed`; AwsError
 */
async function createManagedBucket(session, parts) {
    try {
        await startStack(session, parts);
    }
    catch (error) {
        // The first change set that is executed takes all others of the stack with it, and the stack then exists.
        if (!(error instanceof ports/* AwsError */.G) || !OVERTAKEN.has(error.kind))
            throw error;
        const stack = await session.cloudformation.describeStack(managed_bucket_names/* SAM_CLI_STACK */.c4);
        if (!stack || stack.status === 'REVIEW_IN_PROGRESS')
            throw error;
    }
    const stack = await session.cloudformation.describeStack(managed_bucket_names/* SAM_CLI_STACK */.c4);
    if (!stack)
        throw notMade(session, 'the stack is gone');
    return bucketOf(await settled(session, stack, parts), session);
}
const OVERTAKEN = new Set(['already-exists', 'conflict', 'invalid', 'not-found']);
/** A change set that was just created may not be found for a moment. */
const NOT_FOUND_READS = 8;
async function startStack(session, parts) {
    const { cloudformation } = session;
    const { managedBucketTemplate } = await __webpack_require__.e(/* import() */ 5846).then(__webpack_require__.bind(__webpack_require__, 35846));
    const unique = `smr-${Math.floor(parts.clock.random() * 2 ** 48).toString(36)}`;
    const { id } = await cloudformation.createChangeSet({
        stackName: managed_bucket_names/* SAM_CLI_STACK */.c4,
        name: unique,
        type: 'CREATE',
        template: { body: managedBucketTemplate() },
        parameters: [],
        tags: managed_bucket_names/* SAM_CLI_TAG */.G7,
        capabilities: [],
        notificationArns: [],
        includeNestedStacks: false,
        clientToken: unique,
    });
    let absent = 0;
    const changeSet = await poll(parts, async () => {
        const found = await cloudformation.describeChangeSet(id);
        if (found === undefined) {
            absent += 1;
            return absent < NOT_FOUND_READS ? undefined : { found };
        }
        return /_(?:PENDING|IN_PROGRESS)$/.test(found.status) ? undefined : { found };
    });
    // Gone: another run has executed its own.
    if (!changeSet.found)
        return;
    if (changeSet.found.status !== 'CREATE_COMPLETE') {
        throw notMade(session, changeSet.found.statusReason ?? `the change set is ${changeSet.found.status}`);
    }
    await cloudformation.executeChangeSet({ id, clientRequestToken: unique, disableRollback: false });
}
async function settled(session, stack, parts) {
    if (!isMoving(stack))
        return stack;
    return poll(parts, async () => {
        const now = await session.cloudformation.describeStack(stack.stackId);
        return now && !isMoving(now) ? now : undefined;
    });
}
function isMoving({ status }) {
    return status.endsWith('_IN_PROGRESS');
}
function bucketOf(stack, session) {
    const bucket = stack.outputs[managed_bucket_names/* SAM_CLI_OUTPUT */.X6];
    if (bucket !== undefined && stack.tags['ManagedStackSource'] === managed_bucket_names/* SAM_CLI_TAG */.G7['ManagedStackSource'])
        return bucket;
    if (stack.status === 'ROLLBACK_COMPLETE' || stack.status.endsWith('_FAILED')) {
        throw notMade(session, `the stack is ${stack.status}`);
    }
    throw new errors/* UserError */.yo('bucket-not-managed', `The stack ${managed_bucket_names/* SAM_CLI_STACK */.c4} in ${session.region} was not made by SAM CLI: ${bucket === undefined ? `it has no output ${managed_bucket_names/* SAM_CLI_OUTPUT */.X6}` : 'it lacks the tag ManagedStackSource=AwsSamCli'}.`, { fix: ['Name a bucket of your own (artifact-bucket), or remove that stack.'] });
}
async function poll({ clock, signal }, look) {
    const end = clock.now() + LONGEST_WAIT;
    for (let wait = 150; clock.now() < end; wait = Math.min(wait * 1.5, 3000)) {
        const found = await look();
        if (found !== undefined)
            return found;
        await clock.sleep(wait * (0.75 + clock.random() / 2), signal);
    }
    throw new errors/* UserError */.yo('bucket-not-made', `The stack ${managed_bucket_names/* SAM_CLI_STACK */.c4} took longer than ${LONGEST_WAIT / 60_000} minutes.`, {
        fix: ['Look at its events in CloudFormation, then run again.'],
    });
}
function notMade(session, reason) {
    return new errors/* UserError */.yo('bucket-not-made', `SAM's managed bucket could not be made in ${session.region}: ${reason}.`, {
        fix: [
            `Look at the events of the stack ${managed_bucket_names/* SAM_CLI_STACK */.c4} in ${session.region}; delete it when it is ROLLBACK_COMPLETE.`,
            'Or name a bucket of your own: artifact-bucket.',
        ],
    });
}

;// CONCATENATED MODULE: ./src/release/bucket.ts



/**
 * The bucket for artifacts in one target. A managed one belongs to the account by being an output of its stack; a
 * named one is asked for its owner and region. Undefined: SAM's managed bucket is not there and is not to be made.
 *
 * @throws UserError `bucket-missing`, `bucket-owned-by-other`, `bucket-in-other-region`, and those of the managed one
 */
async function artifactBucket(session, request, parts) {
    if (request.artifactBucket !== undefined)
        return namedBucket(session, request.artifactBucket);
    const found = await findManagedBucket(session, parts);
    return found ?? (request.create ? createManagedBucket(session, parts) : undefined);
}
async function namedBucket(session, pattern) {
    const name = await expand(pattern, session);
    const found = await headBucket(session, name);
    if (!found) {
        throw new errors/* UserError */.yo('bucket-missing', `There is no bucket ${name} for artifacts in ${session.target}.`, {
            fix: [
                `Create it in ${session.region}, with versioning and encryption.`,
                "Or leave artifact-bucket out: SAM's managed bucket is made where it is missing.",
            ],
        });
    }
    if (found.region !== session.region) {
        throw new errors/* UserError */.yo('bucket-in-other-region', `The artifact bucket ${name} of ${session.target} is in ${found.region}; Lambda takes code from buckets in ${session.region} only.`, { fix: ['Use a bucket for each region: artifact-bucket: my-artifacts-${region}.'] });
    }
    return name;
}
async function headBucket(session, name) {
    try {
        return await session.storage.headBucket(name);
    }
    catch (error) {
        if (!(error instanceof ports/* AwsError */.G) || error.kind !== 'denied')
            throw error;
        const account = await session.account();
        throw new errors/* UserError */.yo('bucket-owned-by-other', `The artifact bucket ${name} does not belong to account ${account} of ${session.target}, or its role may not use it.`, {
            fix: [
                'Check the name: bucket names are shared by all accounts, and this one may be taken by somebody else.',
                `If it is yours, allow s3:ListBucket, s3:GetObject and s3:PutObject on it to the role of ${session.target}.`,
            ],
            cause: error,
        });
    }
}
async function expand(pattern, session) {
    const account = pattern.includes('${account}') ? await session.account() : '';
    const name = pattern
        .replaceAll('${region}', session.region)
        .replaceAll('${partition}', session.partition)
        .replaceAll('${account}', account);
    if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name))
        return name;
    throw new errors/* UserError */.yo('bucket-name-invalid', `"${name}" is no bucket name (from artifact-bucket: ${pattern}).`, {
        fix: [
            'Use 3 to 63 lower-case letters, digits, dots and hyphens; ${region}, ${account} and ${partition} are filled in.',
        ],
    });
}


/***/ }),

/***/ 97786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ SAM_CLI_TAG),
/* harmony export */   WW: () => (/* binding */ SAM_CLI_BUCKET),
/* harmony export */   X6: () => (/* binding */ SAM_CLI_OUTPUT),
/* harmony export */   c4: () => (/* binding */ SAM_CLI_STACK)
/* harmony export */ });
/** Names that SAM CLI gives to its bucket's stack (`samcli/lib/bootstrap/bootstrap.py`). */
const SAM_CLI_STACK = 'aws-sam-cli-managed-default';
const SAM_CLI_BUCKET = 'SamCliSourceBucket';
const SAM_CLI_OUTPUT = 'SourceBucket';
/** SAM CLI takes the stack for its own only with this tag. */
const SAM_CLI_TAG = { ManagedStackSource: 'AwsSamCli' };


/***/ })

};
