export const id = 9724;
export const ids = [9724];
export const modules = {

/***/ 36063:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ logUrlOf)
/* harmony export */ });
/** Where the log of this run can be seen; nothing outside GitHub. */
function logUrlOf({ origin }) {
    return origin.who.startsWith('https://') || origin.who.startsWith('http://') ? { logUrl: origin.who } : {};
}


/***/ }),

/***/ 62405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ removePreviewStacks)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/aws/ports.ts
var aws_ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/stack/failed.ts
var failed = __webpack_require__(47547);
// EXTERNAL MODULE: ./src/stack/index.ts + 28 modules
var src_stack = __webpack_require__(53860);
// EXTERNAL MODULE: ./src/stack/wait-out.ts
var wait_out = __webpack_require__(41546);
// EXTERNAL MODULE: ./src/stack/retained.ts
var stack_retained = __webpack_require__(17406);
// EXTERNAL MODULE: ./src/stack/stack-tree.ts
var stack_tree = __webpack_require__(65213);
;// CONCATENATED MODULE: ./src/preview/contents.ts


/** Looks through a stack and those nested in it. */
async function contentsOf(stack, { cloudformation }) {
    const [buckets, functions, ownLogGroups, kept] = [[], [], [], []];
    let incomplete = false;
    for await (const { stackId, path, resources } of (0,stack_tree/* stackTree */.z)(stack.stackId, cloudformation)) {
        if (resources === undefined)
            incomplete = true;
        if (resources === undefined || resources.length === 0)
            continue;
        const retained = await (0,stack_retained/* retainedResources */.G)(stackId, cloudformation);
        for (const { logicalId, type, physicalId, status } of resources) {
            if (physicalId === undefined)
                continue;
            if (type === 'AWS::Lambda::Function')
                functions.push(physicalId);
            // A log group of the template is its own affair: it goes with the stack, or is kept.
            if (type === 'AWS::Logs::LogGroup')
                ownLogGroups.push(physicalId);
            if (status === 'DELETE_SKIPPED' || retained.has(logicalId))
                kept.push(`${[...path, logicalId].join('.')} (${type}) ${physicalId}`);
            else if (type === 'AWS::S3::Bucket')
                buckets.push(physicalId);
        }
    }
    const logGroups = functions.map((name) => `/aws/lambda/${name}`).filter((name) => !ownLogGroups.includes(name));
    return { buckets, logGroups, kept, incomplete };
}

;// CONCATENATED MODULE: ./src/preview/remove-stack.ts






/** How often a deletion is begun, and how long is waited before it is begun again, milliseconds. */
const ATTEMPTS = 3;
const WAIT_MS = 15_000;
const NOTHING = { buckets: [], logGroups: [], kept: [], incomplete: false };
/**
 * Deletes a stack of a preview with all it holds: waits out what runs in it, empties its buckets, deletes it, begins
 * again where AWS refuses for now (a function may have written to a bucket, a network interface may still be in use),
 * and deletes the log groups of its functions. Run again it does what is left.
 */
async function removePreviewStack(request, ports) {
    const notes = [];
    const deadline = ports.clock.now() + request.timeoutMs;
    try {
        let contents = NOTHING;
        let outcome;
        for (let attempt = 1;; attempt += 1) {
            const found = await ports.cloudformation.describeStack(request.stackName);
            const refusal = found && request.whyNot(found);
            if (found !== undefined && refusal !== undefined)
                return { outcome: leftAlone(refusal, found), notes };
            const stack = found && (await (0,wait_out/* waitOut */.a)(found, request, deadline, ports));
            if (stack !== undefined && stack.status !== 'DELETE_COMPLETE' && !stack.terminationProtection) {
                contents = merged(contents, await contentsOf(stack, ports));
                notes.push(...(await emptyBuckets(contents, ports)));
            }
            const next = await (0,src_stack/* removeStack */.pX)({ ...request, timeoutMs: left(deadline, ports) }, ports);
            // Gone at a later attempt: it was this run that deleted it.
            outcome = outcome !== undefined && next.state === 'no-change' ? { ...next, state: 'succeeded' } : next;
            if (outcome.state === 'no-change' && found !== undefined)
                outcome = { ...outcome, state: 'succeeded' };
            const wait = WAIT_MS * attempt;
            if (outcome.state !== 'stuck' || attempt === ATTEMPTS || left(deadline, ports) <= wait)
                break;
            tellAgain(request, outcome, wait, ports);
            await ports.clock.sleep(wait, ports.signal);
        }
        if (contents.kept.length > 0)
            notes.push(`kept, as the template says: ${contents.kept.join(', ')}`);
        if (contents.incomplete)
            notes.push('it nests more stacks than were looked through: log groups may be left');
        if (outcome.state === 'succeeded' || outcome.state === 'no-change')
            notes.push(...(await deleteLogGroups(request.stackName, contents, ports)));
        return { outcome, notes: [...new Set(notes)] };
    }
    catch (error) {
        const refusal = (0,failed/* refusalOf */.Of)(error, ports.signal);
        if (refusal === undefined)
            throw error;
        return { outcome: (0,failed/* refusedOutcome */.jV)(refusal), notes };
    }
}
/** What an attempt saw that a later one does not see any more. */
function merged(a, b) {
    const union = (x, y) => [...new Set([...x, ...y])];
    return {
        buckets: b.buckets,
        logGroups: union(a.logGroups, b.logGroups),
        kept: union(a.kept, b.kept),
        incomplete: a.incomplete || b.incomplete,
    };
}
function left(deadline, { clock }) {
    return Math.max(0, deadline - clock.now());
}
function leftAlone(reason, stack) {
    return {
        state: 'failed',
        stackId: stack.stackId,
        stackStatus: stack.status,
        reason,
        failures: [],
        fix: ['Look at whose stack it is; if it may go, delete it by hand.'],
        outputs: {},
    };
}
async function emptyBuckets({ buckets }, ports) {
    const notes = [];
    for (const bucket of buckets) {
        await ports.beforeWrite();
        try {
            const { deleted, refused } = await ports.leftovers.emptyBucket(bucket, ports.signal);
            if (deleted > 0)
                notes.push(`bucket ${bucket}: ${deleted} object versions deleted`);
            if (refused.length > 0)
                notes.push(`bucket ${bucket} could not be emptied: ${refused.join('; ')}`);
        }
        catch (error) {
            // Whether the stack can go all the same is CloudFormation's to say.
            if (!(error instanceof aws_ports/* AwsError */.G))
                throw error;
            notes.push(`bucket ${bucket} could not be emptied: ${(0,errors/* errorText */.kc)(error)}`);
        }
    }
    return notes;
}
/**
 * The log groups of functions that were there, and those that a run which died left: names that Lambda makes of functions
 * without a name of their own begin with that of the stack, which no other stack has.
 */
async function deleteLogGroups(stackName, { logGroups }, ports) {
    const notes = [];
    try {
        const found = await ports.leftovers.logGroups(`/aws/lambda/${stackName}-`);
        let deleted = 0;
        for (const name of new Set([...logGroups, ...found])) {
            await ports.beforeWrite();
            if (await ports.leftovers.deleteLogGroup(name))
                deleted += 1;
        }
        if (deleted > 0)
            notes.push(`${deleted} log groups of its functions deleted`);
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G))
            throw error;
        notes.push(`log groups of its functions may be left: ${(0,errors/* errorText */.kc)(error)}`);
    }
    return notes;
}
function tellAgain({ instance, stackName }, { reason = '' }, wait, { report, target }) {
    report({
        type: 'note',
        level: 'info',
        target,
        text: `${instance}: ${reason}; the deletion of ${stackName} is begun again in ${wait / 1000} s`,
    });
}

// EXTERNAL MODULE: ./src/commands/removal.ts
var commands_removal = __webpack_require__(50230);
;// CONCATENATED MODULE: ./src/commands/preview/remove-stacks.ts



/** Deletes stacks of one preview, under the leases that its deployments take; all targets side by side. */
function removePreviewStacks({ whyNot, ...removal }, options, context) {
    const remove = async (request, ports, work) => {
        const { outcome, notes } = await removePreviewStack({ ...request, whyNot }, { ...ports, leftovers: work.session.leftovers, beforeWrite: () => assertHeld(work) });
        const { name: target } = work.target;
        for (const text of notes)
            context.report({ type: 'note', level: 'info', text: `${request.stackName}: ${text}`, target });
        return outcome;
    };
    return (0,commands_removal/* removeStacks */.g)({ ...removal, phase: 'delete', makesBuckets: false, remove }, options, context);
}
/** Without a bucket there is nowhere that anybody could hold a lease. */
async function assertHeld(work) {
    try {
        await (await work.lease()).assertHeld();
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || error.code !== 'bucket-absent')
            throw error;
    }
}


/***/ }),

/***/ 97682:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ connecting),
  R: () => (/* binding */ previewSubject)
});

// EXTERNAL MODULE: ./src/preview/names.ts
var names = __webpack_require__(59144);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/github/event.ts
var github_event = __webpack_require__(85015);
// EXTERNAL MODULE: ./src/github/number.ts
var github_number = __webpack_require__(75750);
;// CONCATENATED MODULE: ./src/preview/number.ts


/** @throws UserError `pull-request-number` */
function requireNumber(text, called) {
    const number = (0,github_number/* parseNumber */.$)(text.trim());
    if (number !== undefined)
        return number;
    throw new errors/* UserError */.yo('pull-request-number', `${called} is "${text.slice(0, 40)}", which is not the number of a pull request`, {
        fix: ['Write the number alone, such as 12.'],
    });
}

;// CONCATENATED MODULE: ./src/preview/pull-request.ts



/**
 * @param option the number as it was given
 * @throws UserError `pull-request-target`, `pull-request-number`, `pull-request-missing`, `pull-request-differs`
 */
function pullRequestOf(option, ports) {
    const { env, nameOption } = ports;
    if (env['GITHUB_EVENT_NAME'] === 'pull_request_target') {
        throw new errors/* UserError */.yo('pull-request-target', 'previews do not run on pull_request_target: it gives the code of a stranger the credentials of this repository', { fix: ['Write on: pull_request. Pull requests from forks then get the checks that need no credentials.'] });
    }
    const given = option === undefined ? undefined : requireNumber(option, nameOption('pull-request'));
    const event = (0,github_event/* readEvent */.j_)(env, ports.readFile);
    const told = (0,github_event/* numberOfEvent */.Rj)(event);
    if (given !== undefined && told !== undefined && given !== told) {
        throw new errors/* UserError */.yo('pull-request-differs', `${nameOption('pull-request')} is ${given}, and the event is of ${told}`, {
            fix: [`Leave ${nameOption('pull-request')} out: the event says it.`],
        });
    }
    const number = given ?? told;
    if (number === undefined) {
        throw new errors/* UserError */.yo('pull-request-missing', 'a preview belongs to a pull request, and none is known', {
            fix: [`Give ${nameOption('pull-request')}, or run on: pull_request.`],
        });
    }
    const pull = (0,github_event/* asRecord */.qY)(event['pull_request']);
    const head = (0,github_event/* asRecord */.qY)(pull['head']);
    const [commit, branch] = [(0,github_event/* headOfEvent */.AI)(event), pull_request_text(head['ref'])];
    const untrusted = whyUntrusted(pull, env);
    return {
        number,
        told: Object.keys(head).length > 0,
        closed: told !== undefined && (event['action'] === 'closed' || pull['state'] === 'closed'),
        ...(commit !== undefined && { commit }),
        ...(branch !== undefined && { branch }),
        ...(untrusted !== undefined && { untrusted }),
    };
}
/**
 * Runs for a fork get a token that can only read, and no ID token; so do runs that Dependabot started (GitHub Docs,
 * "Events that trigger workflows", pull_request; "Dependabot on GitHub Actions").
 */
function whyUntrusted(pull, env) {
    if (Object.keys(pull).length === 0)
        return undefined;
    const head = (0,github_event/* asRecord */.qY)((0,github_event/* asRecord */.qY)(pull['head'])['repo'])['full_name'];
    const base = (0,github_event/* asRecord */.qY)((0,github_event/* asRecord */.qY)(pull['base'])['repo'])['full_name'];
    // The repository of a fork may be gone: then nobody can tell whose code it is.
    if (head === undefined || head !== base)
        return 'fork';
    const author = (0,github_event/* asRecord */.qY)(pull['user'])['login'];
    return [author, env['GITHUB_ACTOR']].includes('dependabot[bot]') ? 'dependabot' : undefined;
}
function pull_request_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}

// EXTERNAL MODULE: ./src/preview/repository.ts
var preview_repository = __webpack_require__(55217);
// EXTERNAL MODULE: ./src/preview/tags.ts
var preview_tags = __webpack_require__(86159);
// EXTERNAL MODULE: ./src/topology/references.ts
var references = __webpack_require__(21099);
;// CONCATENATED MODULE: ./src/commands/preview/request.ts





/**
 * @param known what GitHub says, for what the event does not
 * @throws UserError what is wrong with the options or the event
 */
function previewSubject(options, context, known) {
    const { env, clock, origin } = context;
    const said = known && { commit: known.headSha, branch: known.headRef };
    const pull = { ...said, ...pullRequestOf(options['pull-request'], context) };
    const repository = (0,preview_repository/* repositoryOf */._)(options.repository, env, context.nameOption);
    const { number, branch } = pull;
    const commit = pull.commit ?? origin.commit;
    const now = clock.now();
    const request = {
        number,
        stackName: (key, application) => (0,names/* previewStackName */.a)(key, { application, repository, number }),
        tags: ({ application, expiresAfterMs }) => {
            const tags = (0,preview_tags/* toTags */.LZ)({
                repository,
                application,
                number,
                expiresAt: (0,preview_tags/* expiryOf */.p1)(now, expiresAfterMs),
                ...(commit !== undefined && { commit }),
                ...(branch !== undefined && { branch }),
            });
            return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, (0,references/* escapeReferences */.wN)(value)]));
        },
        ...(options['expires-after'] !== undefined && { expiresAfterMs: options['expires-after'] }),
        ...(options.express !== undefined && { express: options.express }),
    };
    return { repository, pull, request };
}
/** A preview must not wait long for GitHub; what became of it is told after a cancel too. */
const GITHUB_WAIT_MS = 60_000;
/** How GitHub is reached for what is told of previews. */
function connecting({ repository }) {
    return { mostWaitMs: GITHUB_WAIT_MS, afterCancel: true, ...(repository !== undefined && { repository }) };
}


/***/ }),

/***/ 17031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ removeInOrder),
/* harmony export */   i: () => (/* binding */ refuseStillNeeded)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _rollout_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49988);
/* harmony import */ var _deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6543);



/**
 * A stack is not deleted under those that take its outputs.
 * @param leaving what is to be deleted
 * @throws UserError `still-needed` with who would be left without
 */
function refuseStillNeeded(leaving, whole) {
    const going = new Set(leaving.map(({ id }) => id));
    const staying = whole.instances.filter(({ id }) => !going.has(id));
    const needed = leaving.flatMap((instance) => usersOf(instance, staying, whole).map((user) => ({ instance, user })));
    if (needed.length === 0)
        return;
    const pairs = needed.map(({ instance, user }) => `${user.id} needs ${instance.id}`);
    const targets = [...new Set(needed.map(({ user }) => user.target.name))].sort();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('still-needed', `nothing was removed: ${pairs.join(', ')}`, {
        fix: [`Remove ${targets.join(', ')} as well, or first deploy a configuration that does without.`],
    });
}
/**
 * Removes stacks one after the other in each target and all targets side by side. A stack goes when those that need it
 * are gone, and stays when one of them stays.
 * @param leaving those that need others first
 */
async function removeInOrder(leaving, whole, remove, skip) {
    const started = new Map();
    const lastOf = new Map();
    const removeOne = async (instance) => {
        const before = lastOf.get(instance.target.name);
        const users = usersOf(instance, leaving, whole).flatMap(({ id }) => started.get(id) ?? []);
        await before;
        const left = (await Promise.all(users)).filter(({ state }) => !(0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isGood */ .Kg)(state));
        if (left.length === 0)
            return remove(instance);
        return skip(instance, `${left.map((user) => user.instance).join(', ')} still needs it and was not removed`);
    };
    for (const instance of leaving) {
        const removal = removeOne(instance);
        started.set(instance.id, removal);
        lastOf.set(instance.target.name, removal);
    }
    return Promise.all(started.values());
}
function usersOf({ id }, candidates, whole) {
    return candidates.filter((candidate) => candidate.id !== id && (0,_deploy_dependencies_js__WEBPACK_IMPORTED_MODULE_1__/* .dependencyIds */ .wo)(whole, candidate).includes(id));
}


/***/ }),

/***/ 50230:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ removeStacks)
/* harmony export */ });
/* harmony import */ var _rollout_results_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32527);
/* harmony import */ var _template_stateful_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93420);
/* harmony import */ var _deploy_failures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81225);
/* harmony import */ var _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55749);
/* harmony import */ var _deploy_work_of_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68037);
/* harmony import */ var _removal_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17031);






/** Deletes stacks under the leases of their targets, all targets side by side; reports and returns what became of each. */
async function removeStacks({ command, phase, leaving, environment, worked, makesBuckets, remove }, options, context) {
    const lockWaitMs = options['lock-wait'] ?? _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_LOCK_WAIT_MS */ .Xn;
    const settings = { command, lockWaitMs, ...(makesBuckets !== undefined && { makesBuckets }) };
    const works = (0,_deploy_target_work_js__WEBPACK_IMPORTED_MODULE_2__/* .createTargetWork */ .J2)(worked ?? environment, settings, context);
    const time = (ms) => new Date(ms).toISOString();
    const finish = (instance, outcome, startedAt) => {
        const times = startedAt !== undefined && { startedAt: time(startedAt), endedAt: time(context.clock.now()) };
        const result = (0,_rollout_results_js__WEBPACK_IMPORTED_MODULE_5__/* .instanceResult */ .Rr)(instance, { name: phase }, outcome, times || {});
        context.report({ type: 'instance.finished', result });
        return result;
    };
    const removeOne = async (instance) => {
        const work = (0,_deploy_work_of_js__WEBPACK_IMPORTED_MODULE_3__/* .workOf */ .L)(instance, works);
        try {
            await work.session.account();
            return await remove(requestOf(instance, context), portsOf(work, context), work);
        }
        catch (error) {
            return (0,_deploy_failures_js__WEBPACK_IMPORTED_MODULE_1__/* .failedOutcome */ .i)(error, context.signal);
        }
    };
    try {
        return await (0,_removal_order_js__WEBPACK_IMPORTED_MODULE_4__/* .removeInOrder */ .Q)(leaving, environment, async (instance) => {
            const startedAt = context.clock.now();
            return finish(instance, await removeOne(instance), startedAt);
        }, (instance, reason) => finish(instance, (0,_rollout_results_js__WEBPACK_IMPORTED_MODULE_5__/* .notTried */ .QI)('skipped', reason)));
    }
    finally {
        await Promise.all([...works.values()].map((work) => work.close()));
    }
}
function requestOf({ id, stack, settings }, { origin }) {
    const { serviceRole, express, timeoutMs } = settings;
    return {
        instance: id,
        stackName: stack.stackName,
        timeoutMs,
        runId: origin.runId,
        ...(serviceRole !== undefined && { serviceRole }),
        ...(express && { express: true }),
    };
}
function portsOf({ session, target }, { clock, report, signal }) {
    return { cloudformation: session.cloudformation, clock, report, signal, target: target.name, isStateful: _template_stateful_js__WEBPACK_IMPORTED_MODULE_0__/* .isStateful */ .V };
}


/***/ }),

/***/ 74854:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ tellStart)
/* harmony export */ });
/** Tells what a run is about, before it changes anything. */
function tellStart(command, { application, name, targets }, dryRun, { report, version }) {
    const names = targets.map((target) => target.name);
    report({ type: 'run.started', command, version, application, environment: name, targets: names, dryRun });
}


/***/ }),

/***/ 80882:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ createAnnouncer)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/rollout/state.ts
var rollout_state = __webpack_require__(49988);
// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(54285);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(65655);
// EXTERNAL MODULE: ./src/preview/urls.ts
var urls = __webpack_require__(49660);
;// CONCATENATED MODULE: ./src/preview/comment.ts



/** GitHub counts 65,536 characters; a character has at least one byte. */
const LIMIT = 60_000;
const MOST_URLS = 5;
/** The comment as Markdown: nothing that comes from a stack, a branch or AWS is markup in it. */
function commentText(facts) {
    const { instances } = facts;
    const bad = instances.filter(({ state }) => state !== 'succeeded' && state !== 'no-change');
    return (0,markdown/* fitSections */.WK)([
        { forms: [heading(facts, bad.length)], importance: 9 },
        { forms: [table(facts, instances), table(facts, bad), table(facts, bad.slice(0, 20))], importance: 7 },
        { forms: [reasons(bad), reasons(bad.slice(0, 5)), ''], importance: 6 },
        { forms: [footer(facts)], importance: 8 },
    ], LIMIT);
}
function heading({ application, kind, instances }, bad) {
    const name = `Preview of ${(0,markdown/* code */.aY)(application)}`;
    if (bad === 0)
        return kind === 'deleted' ? `### 🧹 ${name} deleted` : `### ✅ ${name} ready`;
    const what = kind === 'deleted' ? 'could not be deleted' : 'failed';
    return `### ❌ ${name} ${what}: ${bad} of ${instances.length} stacks`;
}
function table({ kind }, instances) {
    if (instances.length === 0 || (kind === 'deleted' && instances.every(({ state }) => state === 'no-change')))
        return '';
    const rows = instances.map(({ target, region, stack, stackName, state, outputs }) => [
        (0,markdown/* escapeMarkdown */.FV)(target === region ? region : `${target} (${region})`),
        (0,markdown/* escapeMarkdown */.FV)(stack),
        state,
        kind === 'deleted'
            ? (0,markdown/* code */.aY)(stackName)
            : (0,urls/* urlsOf */.W)(outputs)
                .slice(0, MOST_URLS)
                .map(({ name, url }) => (0,markdown/* linkOrCode */.tI)(url, name))
                .join(' '),
    ]);
    return (0,markdown/* markdownTable */.Qj)(['region', 'stack', 'state', kind === 'deleted' ? 'name' : 'URLs'], rows);
}
function reasons(bad) {
    return bad
        .map(({ target, stack, reason, fix }) => {
        const next = fix.map((sentence) => ` → ${(0,markdown/* escapeMarkdown */.FV)(sentence)}`).join('');
        return `- **${(0,markdown/* escapeMarkdown */.FV)(stack)} in ${(0,markdown/* escapeMarkdown */.FV)(target)}**: ${(0,markdown/* escapeMarkdown */.FV)((0,report_text/* clipped */.cz)(reason ?? '', 1_000))}${next}`;
    })
        .join('\n');
}
function footer({ commit, expiresAt, logUrl, kind }) {
    const expires = expiresAt !== undefined && kind === 'deployed' && `stays until ${new Date(expiresAt).toISOString().slice(0, 10)}`;
    const parts = [
        commit !== undefined && `commit ${(0,markdown/* code */.aY)(commit.slice(0, 7))}`,
        expires,
        logUrl !== undefined && (0,markdown/* linkOrCode */.tI)(logUrl, 'log'),
    ];
    return parts.filter(Boolean).join(' · ');
}

;// CONCATENATED MODULE: ./src/preview/announce.ts




/** Who does not answer to one question is not asked the next. */
const SILENT = new Set([
    'github-unreachable',
    'github-unavailable',
    'github-token-refused',
    'github-rate-limited',
]);
/** One for all previews in a target: an environment for each pull request could never be deleted by the token of a job. */
const environmentOf = (target) => `preview/${target}`;
function createAnnouncer(preview, { gitHub, report }) {
    const { number, application, commit, logUrl } = preview;
    const records = new Map();
    const commentKey = `preview/${application}`;
    const ours = (target) => `preview ${application} ${number} ${target} `;
    /** What GitHub refused once it refuses again: records and comments take different permissions. */
    const refused = new Set();
    const politely = async (part, act) => {
        if (gitHub === undefined || refused.has(part))
            return;
        try {
            await act(gitHub);
        }
        catch (error) {
            refused.add(part);
            const { code = '', fix = [] } = error instanceof errors/* UserError */.yo ? error : {};
            if (SILENT.has(code))
                for (const each of ['records', 'comment'])
                    refused.add(each);
            report({ type: 'note', level: 'warning', text: [(0,errors/* errorText */.kc)(error), ...fix].join('. ') });
        }
    };
    const write = (facts) => politely('comment', async (client) => {
        const text = commentText({
            application,
            ...(commit !== undefined && { commit }),
            ...(logUrl !== undefined && { logUrl }),
            ...facts,
        });
        await client.upsertComment(number, commentKey, text);
    });
    const link = logUrl === undefined ? {} : { logUrl };
    return {
        started: async (targets) => {
            if (commit === undefined)
                return;
            for (const target of targets)
                await politely('records', async (client) => {
                    const environment = environmentOf(target);
                    const wish = {
                        ref: commit,
                        environment,
                        key: `${ours(target)}${commit}`,
                        transient: true,
                        production: false,
                    };
                    const record = await client.createDeployment({ ...wish, description: `Preview of pull request ${number}` });
                    records.set(target, record);
                    await client.setDeploymentStatus(record.id, { state: 'in_progress', ...link });
                });
        },
        deployed: async (instances, expiresAt) => {
            for (const [target, record] of records)
                await politely('records', async (client) => {
                    const own = instances.filter((instance) => instance.target === target);
                    const good = own.length > 0 && own.every(({ state }) => (0,rollout_state/* isGood */.Kg)(state));
                    const [first] = own.flatMap(({ outputs }) => (0,urls/* urlsOf */.W)(outputs));
                    await client.setDeploymentStatus(record.id, {
                        state: good ? 'success' : 'failure',
                        ...(first !== undefined && { environmentUrl: first.url }),
                        ...link,
                    });
                    // GitHub takes older records of transient environments back for nobody.
                    if (good)
                        await deactivate(client, target, ours(target), record.id, 1);
                });
            await write({ kind: 'deployed', instances, ...(expiresAt !== undefined && { expiresAt }) });
        },
        failed: async () => {
            for (const { id } of records.values())
                await politely('records', (client) => client.setDeploymentStatus(id, { state: 'failure', ...link }));
        },
        deleted: async (instances) => {
            const targets = [...new Set(instances.map(({ target }) => target))];
            let known = 0;
            for (const target of targets) {
                const own = instances.filter((instance) => instance.target === target);
                if (!own.every(({ state }) => (0,rollout_state/* isGood */.Kg)(state)))
                    continue;
                await politely('records', async (client) => {
                    known += await deactivate(client, target, ours(target), undefined, Number.POSITIVE_INFINITY);
                });
            }
            // A pull request that never had a preview is not told that it has none.
            if (known > 0 || instances.some(({ state }) => state !== 'no-change'))
                await write({ kind: 'deleted', instances });
        },
    };
}
/** @returns how many records became inactive */
async function deactivate(client, target, start, except, most) {
    const listed = await client.deployments({ environment: environmentOf(target) });
    const own = listed.filter(({ id, key }) => id !== except && key?.startsWith(start)).slice(0, most);
    let count = 0;
    for (const { id } of own) {
        const [latest] = await client.deploymentStatuses(id);
        if (latest === undefined || latest.state === 'inactive')
            continue;
        await client.setDeploymentStatus(id, { state: 'inactive', description: 'The preview was replaced or deleted' });
        count += 1;
    }
    return count;
}


/***/ }),

/***/ 59144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ previewStackPattern),
/* harmony export */   a: () => (/* binding */ previewStackName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** CloudFormation API Reference, CreateStack, StackName. */
const LONGEST = 128;
/** Names of applications have no more; a stack name that stands for one may. */
const LONGEST_APPLICATION = 100;
/**
 * The name of a stack in the preview of a pull request: `orders-pr-12-api-1a2b3c4d`. The digits at its end are made of
 * everything that tells two previews apart, also of what had to be cut off: two repositories, applications, stacks or
 * pull requests never come to the same name.
 * @param key of the stack in the configuration
 */
function previewStackName(key, preview) {
    const { application, repository, number } = preview;
    const identity = JSON.stringify([repository.name.toLowerCase(), application, key, number]);
    const end = `-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(identity).digest('hex').slice(0, 8)}`;
    return `${start(application)}${number}-${key}`.slice(0, LONGEST - end.length) + end;
}
/** What the names of all previews of an application begin with, for policies. */
function previewStackPattern(application) {
    return `${start(application)}*`;
}
function start(application) {
    return `${application.slice(0, LONGEST_APPLICATION)}-pr-`;
}


/***/ }),

/***/ 55217:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ repositoryOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** GitHub: owners have letters, digits and hyphens; names also dots and underscores. */
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[A-Za-z0-9._-]{1,100}$/;
/**
 * The repository that previews belong to: the option, else that of the workflow run.
 * @throws UserError `repository-missing`, `repository`
 */
function repositoryOf(option, env, nameOption) {
    const own = env['GITHUB_REPOSITORY'] || undefined;
    const name = option ?? own;
    if (name === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('repository-missing', 'previews belong to a repository on GitHub, and none is known', {
            fix: [`Give ${nameOption('repository')} as OWNER/NAME.`],
        });
    }
    if (!NAME.test(name)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('repository', `"${name.slice(0, 60)}" is not a repository`, { fix: ['Write OWNER/NAME.'] });
    }
    const id = env['GITHUB_REPOSITORY_ID'];
    return { name, ...(name === own && id !== undefined && /^\d+$/.test(id) && { id }) };
}


/***/ }),

/***/ 86159:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ toTags),
/* harmony export */   VL: () => (/* binding */ ownershipOf),
/* harmony export */   p1: () => (/* binding */ expiryOf)
/* harmony export */ });
/* unused harmony export tagValue */
/* harmony import */ var _github_number_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75750);

const PREFIX = 'sam-multi-region:';
const KEYS = {
    repository: `${PREFIX}repository`,
    repositoryId: `${PREFIX}repository-id`,
    application: `${PREFIX}application`,
    number: `${PREFIX}pull-request`,
    commit: `${PREFIX}commit`,
    branch: `${PREFIX}branch`,
    expires: `${PREFIX}expires`,
};
const LONGEST_VALUE = 256;
const DAY_MS = 86_400_000;
/** The tags of a stack. Values are of the characters that every service takes as tags. */
function toTags(tags) {
    const { repository, application, number, commit, branch, expiresAt } = tags;
    return {
        [KEYS.repository]: repository.name,
        ...(repository.id !== undefined && { [KEYS.repositoryId]: repository.id }),
        [KEYS.application]: application,
        [KEYS.number]: String(number),
        ...(commit !== undefined && { [KEYS.commit]: tagValue(commit) }),
        ...(branch !== undefined && { [KEYS.branch]: tagValue(branch) }),
        [KEYS.expires]: new Date(expiresAt).toISOString(),
    };
}
/** When a preview that is deployed now expires: at the end of a day, so that a second run of that day changes nothing. */
function expiryOf(now, expiresAfterMs) {
    return Math.ceil((now + expiresAfterMs) / DAY_MS) * DAY_MS;
}
/**
 * Any text as the value of a tag: letters, digits, blanks and `_.:/=+-@`, at most 256 (AWS General Reference, "Tagging
 * your AWS resources"). What is no such character becomes `-`: a branch may be called whatever git takes.
 */
function tagValue(text) {
    const clean = text.replace(/[^\p{L}\p{N} _.:/=+\-@]/gu, '-').replace(/^aws:/i, 'aws-');
    return [...clean].slice(0, LONGEST_VALUE).join('').trim();
}
/**
 * Whose preview a stack is. Where both ids of the repository are known they decide: a repository may get a new name, and
 * its old name another repository.
 */
function ownershipOf(tags, repository) {
    const owner = tags[KEYS.repository];
    const id = tags[KEYS.repositoryId];
    if (owner === undefined)
        return { kind: 'foreign' };
    const same = id !== undefined && repository.id !== undefined
        ? id === repository.id
        : owner.toLowerCase() === repository.name.toLowerCase();
    if (!same)
        return { kind: 'foreign', owner };
    const number = (0,_github_number_js__WEBPACK_IMPORTED_MODULE_0__/* .parseNumber */ .$)(tags[KEYS.number] ?? '');
    if (number === undefined)
        return { kind: 'unclear', reason: `its tag ${KEYS.number} is not the number of a pull request` };
    const application = tags[KEYS.application];
    if (application === undefined || application === '')
        return { kind: 'unclear', reason: `it has no tag ${KEYS.application}` };
    const expiresAt = parseTime(tags[KEYS.expires]);
    return { kind: 'own', number, application, ...(expiresAt !== undefined && { expiresAt }) };
}
/** As `toTags` writes it; anything else is no date that somebody would delete something for. */
function parseTime(text) {
    if (text === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/.test(text))
        return undefined;
    const time = Date.parse(text);
    return Number.isNaN(time) ? undefined : time;
}


/***/ }),

/***/ 49660:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ urlsOf)
/* harmony export */ });
/** Outputs of a stack that are web addresses; the one that is most likely the application's own comes first. */
function urlsOf(outputs) {
    return Object.entries(outputs)
        .filter(([, url]) => /^https?:\/\/\S+$/i.test(url) && URL.canParse(url))
        .map(([name, url]) => ({ name, url }))
        .toSorted((a, b) => rank(a.name) - rank(b.name));
}
function rank(name) {
    const at = [/^url$/i, /url$/i, /endpoint$/i].findIndex((pattern) => pattern.test(name));
    return at < 0 ? 3 : at;
}


/***/ })

};
