export const id = 3860;
export const ids = [3860,8547];
export const modules = {

/***/ 51313:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ resourceChange),
/* harmony export */   M7: () => (/* binding */ mayDestroy),
/* harmony export */   Z4: () => (/* binding */ NESTED_STACK),
/* harmony export */   xA: () => (/* binding */ losesResource)
/* harmony export */ });
const NESTED_STACK = 'AWS::CloudFormation::Stack';
const ACTIONS = ['Add', 'Modify', 'Remove', 'Import', 'Dynamic', 'SyncWithActual'];
const REPLACEMENTS = ['True', 'False', 'Conditional'];
/** Policies under which the old resource, or a snapshot of it, stays. */
const KEEPS_DATA = ['Retain', 'Snapshot', 'ReplaceAndRetain', 'ReplaceAndSnapshot'];
/** The old resource goes, or may go: removal, replacement, or an action CloudFormation cannot tell beforehand. */
function mayDestroy(change) {
    if (change.action === 'Remove')
        return true;
    if (change.replacement === 'True' || change.replacement === 'Conditional')
        return true;
    return change.action === 'Dynamic' && change.replacement !== 'False';
}
/** The old resource goes, or may go, and neither it nor a snapshot is kept. */
function losesResource(change) {
    return mayDestroy(change) && !KEEPS_DATA.includes(change.policyAction ?? '');
}
function resourceChange(change, context) {
    // An action newer than this program is shown as one whose effect is not known.
    const action = ACTIONS.find((known) => known === change.action) ?? 'Dynamic';
    const replacement = REPLACEMENTS.find((known) => known === change.replacement);
    return {
        logicalId: change.logicalId,
        path: [...context.parents, change.logicalId].join('.'),
        resourceType: change.resourceType,
        ...(change.physicalId !== undefined && { physicalId: change.physicalId }),
        action,
        ...(replacement !== undefined && { replacement }),
        ...(change.policyAction !== undefined && { policyAction: change.policyAction }),
        scope: change.scope,
        properties: properties(change, context.mask),
        dataLoss: losesResource(change) && context.isStateful(change.resourceType),
    };
}
function properties(change, mask) {
    const byName = new Map();
    for (const detail of change.details) {
        const name = detail.path ?? detail.name ?? detail.attribute;
        if (name === undefined)
            continue;
        const before = mask(name, detail.before);
        const after = mask(name, detail.after);
        // The same property is listed once for each thing that changes it; values are not on each of them.
        const known = byName.get(name);
        byName.set(name, {
            ...known,
            name,
            ...(before !== undefined && { before }),
            ...(after !== undefined && { after }),
            ...(detail.requiresRecreation !== undefined && { requiresRecreation: detail.requiresRecreation }),
        });
    }
    return [...byName.values()];
}


/***/ }),

/***/ 33198:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ diagnose)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51313);
/* harmony import */ var _failures_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45541);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25141);




const DEEPEST = 5;
const MOST_STACKS = 20;
/** Every failed resource of an operation, causes first, with nested stacks followed. Empty when it cannot be read. */
async function diagnose(request, ports) {
    try {
        const events = await operationEvents(request, ports);
        const failures = (0,_failures_js__WEBPACK_IMPORTED_MODULE_1__/* .rankFailures */ .kl)(await followNested(request, events, ports), ports.locate);
        return failures.length > 0 ? failures : await failedAsWhole(request, ports);
    }
    catch (error) {
        // What happened to the stack must not be hidden by a failure to find out why.
        if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G)
            return [];
        throw error;
    }
}
/**
 * A stack that fails as a whole, as by a rollback alarm, has no failed resource: why is said where its stack rollback
 * begins, which is not among the failed events.
 */
async function failedAsWhole({ stackId, operationIds }, { cloudformation, locate }) {
    const pages = await Promise.all(operationIds.toReversed().map((operationId) => cloudformation.describeEvents({ stack: stackId, operationId })));
    const own = pages.flat().filter((event) => event.physicalId === stackId && (0,_failures_js__WEBPACK_IMPORTED_MODULE_1__/* .isFailure */ .N6)(event) && event.reason);
    return (0,_failures_js__WEBPACK_IMPORTED_MODULE_1__/* .rankFailures */ .kl)(own.map((event) => ({ event, parents: [], own: true, undoing: false })), locate);
}
/** Events of one stack, newest first. */
async function operationEvents({ stackId, operationIds, token, since }, { cloudformation }) {
    if (operationIds.length > 0) {
        const pages = await Promise.all(operationIds
            .toReversed()
            .map((operationId) => cloudformation.describeEvents({ stack: stackId, operationId, failedOnly: true })));
        return pages.flat();
    }
    const events = await cloudformation.describeEvents({
        stack: stackId,
        ...(since !== undefined && { notBefore: since }),
    });
    return events
        .filter((event) => since === undefined || event.at >= since)
        .filter((event) => token === undefined || event.clientRequestToken === token);
}
/** Replaces the failure of a nested stack ("was not successfully updated") by the failures inside it. */
async function followNested(request, rootEvents, ports) {
    const found = [];
    const seen = new Set([request.stackId]);
    const queue = [{ ...request, parents: [], events: rootEvents }];
    // Where operations have no ids, time tells: nothing in a nested stack is older than the first event of its root.
    const began = request.operationIds.length > 0 ? undefined : rootEvents.at(-1)?.at;
    const whole = began === undefined ? request : { ...request, since: began };
    for (let stack = queue.shift(); stack !== undefined; stack = queue.shift()) {
        const { parents, stackId, operationIds } = stack;
        for (const event of stack.events.filter(_failures_js__WEBPACK_IMPORTED_MODULE_1__/* .isFailure */ .N6)) {
            const undoing = operationIds.slice(1).includes(event.operationId ?? '');
            found.push({ event, parents, own: event.physicalId === stackId, undoing });
            // A nested stack that was cancelled may never have begun: what its newest operation tells is of earlier then.
            const child = (0,_failures_js__WEBPACK_IMPORTED_MODULE_1__/* .isCancelled */ .mm)(event) ? undefined : nestedStack(event, stackId);
            if (child === undefined || seen.has(child) || parents.length >= DEEPEST || seen.size > MOST_STACKS)
                continue;
            seen.add(child);
            const nested = await nestedRequest(child, whole, ports);
            const events = await operationEvents(nested, ports);
            queue.push({ ...nested, parents: [...parents, event.logicalId ?? ''], events });
        }
    }
    return found;
}
/** The operation of a nested stack has an id of its own, and not always the token of its parent's. */
async function nestedRequest(stackId, { since }, { cloudformation }) {
    const stack = await cloudformation.describeStack(stackId);
    const operationIds = stack === undefined ? [] : (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .latestChange */ .Y_)(stack);
    return { stackId, operationIds, ...(since !== undefined && { since }) };
}
function nestedStack(event, within) {
    const { physicalId, resourceType } = event;
    if (resourceType !== _changes_js__WEBPACK_IMPORTED_MODULE_3__/* .NESTED_STACK */ .Z4 || physicalId === within || !physicalId?.startsWith('arn:'))
        return undefined;
    return physicalId;
}


/***/ }),

/***/ 47547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   Qp: () => (/* binding */ refusedPreparation),
/* harmony export */   Tf: () => (/* binding */ StackRefusal),
/* harmony export */   j9: () => (/* binding */ whileRunning),
/* harmony export */   jV: () => (/* binding */ refusedOutcome)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _fixes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16555);



/** Ends the work on one stack from inside; caught at the public functions and made a result there. */
class StackRefusal extends Error {
    name = 'StackRefusal';
    refusal;
    constructor(refusal) {
        super(refusal.reason);
        this.refusal = refusal;
    }
}
/**
 * What an error thrown on the way means for the stack. Undefined for defects of this program: those are thrown on.
 * @param running what CloudFormation is still doing, when it is
 */
function refusalOf(error, signal, running) {
    if (error instanceof StackRefusal)
        return error.refusal;
    const still = running === undefined ? '' : `; ${running}`;
    if (signal.aborted && (error === signal.reason || (error instanceof Error && error.name === 'AbortError'))) {
        return { state: 'cancelled', reason: `cancelled${still || '; nothing was started in this stack'}` };
    }
    // "failed" says that the stack is as it was before: not so while CloudFormation is at work in it.
    const failed = running === undefined ? 'failed' : 'timed-out';
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) {
        const { reason, fix } = wordsOf(error);
        return { state: failed, reason: `${reason}${still}`, fix: running === undefined ? fix : [...fix, TAKES_OVER] };
    }
    if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
        return undefined;
    const state = error.kind === 'unreachable' ? 'unreachable' : failed;
    // The message alone names neither the call nor who refused it.
    return { state, reason: `${error.action}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}${still}`, fix: awsFix(error, running !== undefined) };
}
/** A finding among many is worth its own sentence: the first few are told, the rest is counted. */
function wordsOf(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserErrors */ .tQ) || error.errors.length === 0)
        return { reason: error.message, fix: error.fix };
    const told = error.errors.slice(0, MOST_FINDINGS);
    const left = error.errors.length - told.length;
    const sentences = [error.message, ...told.map(({ message }) => message), ...(left > 0 ? [`And ${left} more.`] : [])];
    return { reason: sentences.join(' '), fix: [...new Set(told.flatMap(({ fix }) => fix))] };
}
const MOST_FINDINGS = 3;
const TAKES_OVER = 'Run the same command again: it takes over what still runs, and goes on from there.';
/**
 * Does what has to wait for CloudFormation: whatever ends the waiting, the stack is not called failed while CloudFormation
 * is at work in it, and what goes on there is said.
 * @param running what that is, when it is asked
 */
async function whileRunning(running, { signal }, work) {
    try {
        return await work();
    }
    catch (error) {
        const refusal = error instanceof StackRefusal ? undefined : refusalOf(error, signal, running());
        throw refusal === undefined ? error : new StackRefusal(refusal);
    }
}
function awsFix(error, running) {
    switch (error.kind) {
        case 'denied':
            return [`Allow ${error.service.toLowerCase()}:${error.action} to the role of this target.`];
        case 'credentials':
            return running
                ? ['Check the credentials of this target.', TAKES_OVER]
                : ['Check the credentials of this target and run the same command again.'];
        case 'unreachable':
            return [
                `Run the same command again when ${error.region} answers, or leave this target out with --without ${error.region}.`,
            ];
        case 'throttled':
        case 'server':
            return ['Run the same command again: it continues where this one stopped.'];
        default:
            return (0,_fixes_js__WEBPACK_IMPORTED_MODULE_2__/* .knownFixes */ .B)([
                { path: 'the stack', status: error.code, reason: error.message, rootCause: true, cancelled: [] },
            ]);
    }
}
function refusedPreparation(refusal) {
    return {
        kind: 'failed',
        state: refusal.state,
        ...(refusal.cause !== undefined && { cause: refusal.cause }),
        reason: refusal.reason,
        failures: refusal.failures ?? [],
        fix: refusal.fix ?? [],
    };
}
function refusedOutcome(refusal, known = {}) {
    return {
        outputs: {},
        ...known,
        state: refusal.state,
        reason: refusal.reason,
        failures: refusal.failures ?? [],
        fix: refusal.fix ?? [],
    };
}


/***/ }),

/***/ 45541:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   kl: () => (/* binding */ rankFailures),
/* harmony export */   mm: () => (/* binding */ isCancelled)
/* harmony export */ });
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51313);
/* harmony import */ var _hooks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44048);


const ERROR_TYPES = ['VALIDATION_ERROR', 'PROVISIONING_ERROR', 'HOOK_INVOCATION_ERROR'];
/** What the resource itself says of a hook, and its hook says better. */
const BLAMES_HOOK = /^The following hook\(s\) failed/i;
/** "Resource creation cancelled": CloudFormation stopped it because a sibling failed. */
const CANCELLED = /^Resource (creation|update|deletion|import) cancell?ed/i;
/** Stopped because a sibling failed. */
function isCancelled(event) {
    return CANCELLED.test(reasonOf(event));
}
function isFailure(event) {
    if (event.hook !== undefined && event.hook.failureMode === 'WARN')
        return false;
    // DescribeStackEvents, without event types: the resource is still in progress when its hook has failed.
    if ((0,_hooks_js__WEBPACK_IMPORTED_MODULE_0__/* .isHookFailure */ .Iz)(event))
        return true;
    if (event.validation !== undefined)
        return event.validation.status === 'FAILED' && event.validation.failureMode !== 'WARN';
    if (event.type !== undefined && ERROR_TYPES.includes(event.type))
        return true;
    return event.status?.endsWith('_FAILED') === true || isRollback(event);
}
/**
 * Made into failures: causes first and in the order they happened, then what failed in the stack rollback.
 * @param located newest first, as CloudFormation lists events: many share a millisecond
 */
function rankFailures(located, locate) {
    const inOrder = located.toReversed().toSorted((a, b) => a.event.at.localeCompare(b.event.at));
    const cancelled = inOrder.filter(({ event }) => isCancelled(event)).map(pathOf);
    const undoing = new Set();
    const failures = new Map();
    for (const item of inOrder) {
        const stack = item.parents.join('.');
        if (item.own && isRollback(item.event))
            undoing.add(stack);
        if (item.own || isCancelled(item.event))
            continue;
        const path = pathOf(item);
        const rootCause = !item.undoing && !undoing.has(stack);
        const { validation, hook } = item.event;
        // Several hooks or validations may object to one resource, and each says something else.
        const key = `${path}\n${rootCause}\n${validation === undefined && hook === undefined ? '' : reasonOf(item.event)}`;
        // The first report of a failure is the plainest; later ones only repeat it.
        if (!failures.has(key))
            failures.set(key, failureOf(item, rootCause, locate));
    }
    const explained = withoutExplainedParents(withoutExplainedHooks([...failures.values()], inOrder));
    const ranked = explained.length > 0 ? explained : ownFailures(inOrder, locate);
    const sorted = ranked.toSorted((a, b) => Number(b.rootCause) - Number(a.rootCause));
    return sorted.map((failure, index) => (index === 0 ? { ...failure, cancelled: [...new Set(cancelled)] } : failure));
}
/** "The following hook(s) failed: […]": said better by the hooks of the same resource. */
function withoutExplainedHooks(failures, located) {
    const hooked = new Set(located.filter(({ event }) => event.hook !== undefined).map(pathOf));
    return failures.filter(({ path, reason }) => !(hooked.has(path) && BLAMES_HOOK.test(reason)));
}
/** A nested stack "was not successfully updated": said better by the failures inside it. */
function withoutExplainedParents(failures) {
    return failures.filter((failure) => failure.resourceType !== _changes_js__WEBPACK_IMPORTED_MODULE_1__/* .NESTED_STACK */ .Z4 || !failures.some((other) => other.path.startsWith(`${failure.path}.`)));
}
/** The stack failed as a whole: a rollback trigger, a cancelled update, a refused export. */
function ownFailures(inOrder, locate) {
    const own = inOrder.find(({ event, own: isOwn }) => isOwn && event.reason !== undefined);
    return own === undefined ? [] : [failureOf(own, true, locate)];
}
function isRollback(event) {
    return event.status === 'ROLLBACK_IN_PROGRESS' || event.status === 'UPDATE_ROLLBACK_IN_PROGRESS';
}
function pathOf({ event, parents }) {
    return [...parents, event.logicalId ?? event.physicalId ?? event.stackId].join('.');
}
function reasonOf({ hook, validation, reason }) {
    if (validation !== undefined)
        return validation.path ? `${validation.path}: ${validation.reason}` : validation.reason;
    if (hook?.reason)
        return (0,_hooks_js__WEBPACK_IMPORTED_MODULE_0__/* .hookText */ .P3)(hook, hook.reason);
    return reason ?? '';
}
function failureOf(item, rootCause, locate) {
    const { event } = item;
    const path = pathOf(item);
    const location = locate?.(path);
    return {
        path,
        ...(event.resourceType !== undefined && { resourceType: event.resourceType }),
        status: event.status ?? event.validation?.name ?? event.hook?.status ?? event.type ?? 'FAILED',
        reason: reasonOf(event) || 'CloudFormation gave no reason',
        rootCause,
        cancelled: [],
        ...(location !== undefined && { location }),
        ...(event.physicalId !== undefined && { physicalId: event.physicalId }),
        at: event.at,
    };
}


/***/ }),

/***/ 10346:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ createFeed),
  E: () => (/* binding */ stackKey)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var aws_ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/stack/hooks.ts
var hooks = __webpack_require__(44048);
// EXTERNAL MODULE: ./src/stack/operation.ts
var operation = __webpack_require__(25141);
// EXTERNAL MODULE: ./src/stack/patience.ts
var patience = __webpack_require__(73233);
// EXTERNAL MODULE: ./src/stack/changes.ts
var changes = __webpack_require__(51313);
;// CONCATENATED MODULE: ./src/stack/shift-watch.ts


const ALIAS = 'AWS::Lambda::Alias';
const GROUP = 'AWS::CodeDeploy::DeploymentGroup';
const APPLICATION = 'AWS::CodeDeploy::Application';
const CONFIG_PREFIX = 'CodeDeployDefault.Lambda';
/** A stack has one budget of calls for all that is done while it is waited for; each alias costs one of them. */
const MOST_A_LOOK = 2;
/** Looks that are left out at most: steps are minutes apart. */
const MOST_LEFT_OUT = 3;
/** CloudFormation makes the deployment right after the event of the alias; their clocks are not the same. */
const CLOCK_SLACK_MS = 2_000;
/** Undefined where nothing is to be watched: no alias of the template is moved by CodeDeploy. */
function createShiftWatch({ instance, stackId, prefix = '' }, { codeDeploy, shifted, cloudformation, report, target }) {
    if (codeDeploy === undefined || shifted === undefined)
        return undefined;
    const watched = new Map();
    let resources;
    let looks = 0;
    let refused = false;
    const physical = (logicalId) => resources?.find((resource) => resource.logicalId === logicalId)?.physicalId;
    const nameOf = (value) => ('name' in value ? value.name : physical(value.ref));
    /** As SAM names them: `OrdersAliaslive`, `OrdersDeploymentGroup`, one application. */
    const groupOf = (path) => {
        const written = shifted.written[path];
        const group = written !== undefined
            ? nameOf(written.group)
            : resources?.find(({ type, logicalId }) => type === GROUP && path.startsWith(logicalId.replace(/DeploymentGroup$/, 'Alias')))?.physicalId;
        const application = written !== undefined
            ? nameOf(written.application)
            : resources?.find(({ type }) => type === APPLICATION)?.physicalId;
        return group === undefined || application === undefined ? undefined : { application, group };
    };
    const find = async (alias) => {
        resources ??= await cloudformation.listStackResources(stackId);
        const group = groupOf(alias.path);
        if (group === undefined)
            return undefined;
        const ids = await codeDeploy.deployments({ ...group, since: alias.since - CLOCK_SLACK_MS });
        // The oldest: one that takes the traffic back comes after it.
        const id = ids.at(-1);
        const found = id === undefined ? undefined : await codeDeploy.deployment(id);
        return found && { id: found.id, config: found.config.replace(CONFIG_PREFIX, '') };
    };
    const tell = (alias, status, shift) => {
        if (alias.deployment === undefined)
            return;
        const { functionName, alias: name, targetVersion, percent, lifecycle } = shift;
        alias.latest = shift;
        const told = JSON.stringify([status, percent, lifecycle]);
        if (told === alias.told)
            return;
        Object.assign(alias, { told, still: 0 });
        report({
            type: 'alias.shift',
            instance,
            target,
            path: `${prefix}${alias.path}`,
            deployment: alias.deployment.id,
            functionName,
            alias: name,
            version: targetVersion,
            config: alias.deployment.config,
            percent,
            status,
            lifecycle,
        });
    };
    const ask = async (alias) => {
        alias.still += 1;
        alias.deployment ??= await find(alias);
        const shift = alias.deployment && (await codeDeploy.shift(alias.deployment.id));
        if (shift !== undefined)
            tell(alias, stateOf(shift), shift);
        alias.next = looks + 1 + Math.min(MOST_LEFT_OUT, alias.still);
        if (shift !== undefined && stateOf(shift) !== 'running')
            watched.delete(alias.path);
    };
    return {
        note({ resourceType, status, logicalId, at }) {
            if (resourceType !== ALIAS || logicalId === undefined)
                return;
            if (status === 'UPDATE_IN_PROGRESS' && !watched.has(logicalId)) {
                watched.set(logicalId, {
                    path: logicalId,
                    since: Date.parse(at),
                    deployment: undefined,
                    told: '',
                    still: 0,
                    next: 0,
                });
            }
            else if (status === 'UPDATE_COMPLETE')
                complete(watched.get(logicalId));
            else if (status === 'UPDATE_FAILED')
                watched.delete(logicalId);
        },
        async look() {
            looks += 1;
            if (refused)
                return;
            const due = [...watched.values()].filter(({ next }) => next <= looks).sort((a, b) => a.next - b.next);
            try {
                for (const alias of due.slice(0, MOST_A_LOOK))
                    await ask(alias);
            }
            catch (error) {
                // What is seen of it is a comfort: CloudFormation tells how it ends.
                if (!(error instanceof aws_ports/* AwsError */.G))
                    throw error;
                if ((0,patience/* isTransient */.d)(error))
                    return;
                refused = true;
                const text = `${instance}: CodeDeploy is not followed, ${error.action} failed: ${error.message}`;
                report({ type: 'note', level: 'warning', target, text });
            }
        },
        succeeded() {
            for (const alias of [...watched.values()])
                complete(alias);
        },
    };
    /** The alias has its version: its deployment succeeded, whether or not that was seen. */
    function complete(alias) {
        if (alias === undefined)
            return;
        watched.delete(alias.path);
        const { latest } = alias;
        if (latest === undefined)
            return;
        const lifecycle = latest.lifecycle.map(({ event }) => ({ event, status: 'Succeeded' }));
        tell(alias, 'succeeded', { ...latest, percent: 100, lifecycle });
    }
}
function stateOf({ lifecycle }) {
    if (lifecycle.some(({ status }) => status === 'Failed'))
        return 'failed';
    const ended = lifecycle.length > 0 && lifecycle.every(({ status }) => status === 'Succeeded' || status === 'Skipped');
    return ended ? 'succeeded' : 'running';
}

;// CONCATENATED MODULE: ./src/stack/shift-tree.ts




/**
 * Follows the aliases of a stack and of the stacks nested in it. What happens in a nested stack is told by its own events,
 * which are read as long as it is updated; of several nested stacks one with each look, in turn.
 */
function createShiftTree({ instance, stackId }, ports) {
    const { shifted, cloudformation, report, target } = ports;
    const root = createShiftWatch({ instance, stackId }, ports);
    const nested = shifted?.nested;
    if (root === undefined || nested === undefined)
        return root;
    const paths = Object.keys(nested);
    const children = new Map();
    let refused = false;
    const noteIn = (prefix, watch, event) => {
        const { resourceType, logicalId, physicalId, status, at } = event;
        if (resourceType !== changes/* NESTED_STACK */.Z4) {
            watch?.note(event);
            return;
        }
        const path = `${prefix}${logicalId}`;
        if (status === 'UPDATE_COMPLETE')
            children.get(path)?.watch?.succeeded();
        if (status !== 'UPDATE_IN_PROGRESS')
            return void children.delete(path);
        const relevant = paths.some((known) => known === path || known.startsWith(`${path}.`));
        if (!relevant || physicalId === undefined || children.has(path))
            return;
        const own = watchOf(path, physicalId, nested[path]);
        children.set(path, { path, stackId: physicalId, since: at, watch: own, lastEventId: undefined });
    };
    const watchOf = (path, id, aliases) => aliases && createShiftWatch({ instance, stackId: id, prefix: `${path}.` }, { ...ports, shifted: aliases });
    const lookInto = async (child) => {
        const { path, since, watch, lastEventId } = child;
        const events = await cloudformation.describeEvents({
            stack: child.stackId,
            ...(lastEventId !== undefined && { untilEventId: lastEventId }),
            notBefore: new Date(Date.parse(since) - CLOCK_SLACK_MS).toISOString(),
        });
        child.lastEventId = events[0]?.id ?? lastEventId;
        for (const event of events.toReversed()) {
            // The last update of it ended in its own events too.
            const old = event.id === lastEventId || Date.parse(event.at) < Date.parse(since) - CLOCK_SLACK_MS;
            if (!old && event.physicalId !== child.stackId)
                noteIn(`${path}.`, watch, event);
        }
        await watch?.look();
    };
    return {
        note: (event) => noteIn('', root, event.physicalId === stackId ? { ...event, resourceType: '' } : event),
        async look() {
            await root.look();
            const [child] = children.values();
            if (refused || child === undefined)
                return;
            try {
                await lookInto(child);
                // The next look is at the next one.
                if (children.delete(child.path))
                    children.set(child.path, child);
            }
            catch (error) {
                // What is seen of it is a comfort: CloudFormation tells how it ends.
                if (!(error instanceof aws_ports/* AwsError */.G))
                    throw error;
                if ((0,patience/* isTransient */.d)(error))
                    return;
                refused = true;
                const text = `${instance}: CodeDeploy is not followed in nested stacks, ${error.action} failed: ${error.message}`;
                report({ type: 'note', level: 'warning', target, text });
            }
        },
        succeeded() {
            for (const watch of [root, ...[...children.values()].map((child) => child.watch)])
                watch?.succeeded();
        },
    };
}

// EXTERNAL MODULE: ./src/stack/status.ts
var stack_status = __webpack_require__(53016);
;// CONCATENATED MODULE: ./src/stack/feed.ts






const COMPLETE = /^(CREATE|UPDATE|DELETE|IMPORT)_(COMPLETE|SKIPPED)$/;
function createFeed(request, ports) {
    const { cloudformation, report, target } = ports;
    const { instance, stackId } = request;
    const shifts = createShiftTree({ instance, stackId }, ports);
    const completed = new Set();
    let lastEventId;
    let status;
    let latest;
    let told = '';
    const tell = () => {
        if (status === undefined)
            return;
        const undoing = (0,stack_status/* statusMeaning */.u)(status).rollback;
        const progress = undoing || request.resources === 0 ? undefined : Math.min(0.99, completed.size / request.resources);
        const now = `${status} ${progress}`;
        if (now === told)
            return;
        told = now;
        report({
            type: 'instance.state',
            instance,
            target,
            stack: stackKey(instance),
            state: undoing ? 'rolling-back' : request.state,
            text: status,
            ...(progress !== undefined && { progress }),
        });
    };
    const newEvents = async (operationId) => {
        try {
            return await cloudformation.describeEvents({
                stack: stackId,
                // By stack alone the newest operation would answer, and that may be somebody's new change set.
                ...(operationId !== undefined && { operationId }),
                ...(lastEventId !== undefined && { untilEventId: lastEventId }),
                ...(request.since !== undefined && { notBefore: request.since }),
            });
        }
        catch (error) {
            // Progress is a comfort: without the right to read events the stack is followed by its status alone.
            if ((0,patience/* isTransient */.d)(error) || !(error instanceof aws_ports/* AwsError */.G))
                throw error;
            return undefined;
        }
    };
    return {
        status(stack) {
            latest = stack;
            status = stack.status;
            if ((0,stack_status/* statusMeaning */.u)(status).end === 'succeeded')
                shifts?.succeeded();
            tell();
        },
        now: () => latest && (0,operation/* describeOperation */.R8)(latest),
        async read(operationIds) {
            const events = await newEvents(operationIds.at(-1));
            if (events === undefined)
                return true;
            const known = lastEventId;
            lastEventId = events[0]?.id ?? lastEventId;
            let ended = false;
            for (const event of events.toReversed()) {
                if (event.id === known || !belongs(event, request.token, operationIds))
                    continue;
                const warning = (0,hooks/* hookWarning */.iV)(event);
                if (warning !== undefined)
                    report({ type: 'note', level: 'warning', target, text: `${instance}: ${warning}` });
                // Operations have events of their own, without a status of anything.
                if (event.status === undefined)
                    continue;
                report(stackEvent(event, event.status, instance, target));
                shifts?.note(event);
                if (event.physicalId === stackId) {
                    status = event.status;
                    ended = (0,operation/* hasEnded */.hY)(status, request.rollbackFollows);
                }
                else if (event.logicalId !== undefined && COMPLETE.test(event.status)) {
                    completed.add(event.logicalId);
                }
            }
            tell();
            await shifts?.look();
            return ended;
        },
    };
}
/** `api` of `api@eu-west-1`. */
function stackKey(instance) {
    return instance.split('@')[0] ?? instance;
}
function belongs(event, token, operationIds) {
    if (event.operationId !== undefined && operationIds.includes(event.operationId))
        return true;
    return event.clientRequestToken === token;
}
function stackEvent(event, status, instance, target) {
    return {
        type: 'stack.event',
        instance,
        target,
        path: event.logicalId ?? event.stackId,
        ...(event.resourceType !== undefined && { resourceType: event.resourceType }),
        status,
        ...(event.reason !== undefined && { reason: event.reason }),
        at: event.at,
    };
}


/***/ }),

/***/ 16555:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ knownFixes)
/* harmony export */ });
/* harmony import */ var _template_shift_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36026);

/** What to do about reasons that AWS gives often, above all when a stack is new in a region. First match wins. */
const KNOWN = [
    {
        pattern: /alarms? (\S.*?) went off\. One or more alarms|Activated alarms: <([^>]+)>/,
        fix: ([, alarms, alarm]) => `Look at what alarm ${alarms ?? alarm} watches: it stopped CodeDeploy, and the traffic is back on the version before. An alarm that still fires stops the next deployment too.`,
    },
    {
        pattern: /its hook (\S+) \((\w+)\) failed/,
        fix: ([, hook, event]) => `Look into /aws/lambda/${hook}: it is asked in ${event}, and has to report its verdict with codedeploy:PutLifecycleEventHookExecutionStatus within an hour.`,
    },
    {
        pattern: /lifecycle event validation functions failed/,
        fix: (_, { path }) => `Look into the logs of the hooks of ${path}: one of them failed, or did not report in time.`,
    },
    {
        pattern: /conflicting deployment is in progress/i,
        fix: (_, { path }) => `Another deployment of CodeDeploy is moving ${path}: wait for its end, or stop it with aws deploy stop-deployment.`,
    },
    {
        pattern: /No Deployment Configuration found for name: (\S+)/,
        fix: ([, name]) => `There is no type ${name}: take one of ${_template_shift_types_js__WEBPACK_IMPORTED_MODULE_0__/* .SHIFT_TYPES */ .p.join(', ')}, or make an AWS::CodeDeploy::DeploymentConfig of that name.`,
    },
    {
        pattern: /^hook (\S+)/,
        fix: ([, type], { path }) => `Change ${path} as hook ${type} asks, or talk to those who keep the hook: it guards every stack of this account.`,
    },
    {
        pattern: /Export with name (\S+) is already exported by stack (\S+)/i,
        fix: ([, name, stack]) => `Give export ${name} another name: stack ${stack} of this region has it already.`,
    },
    {
        pattern: /Export (\S+) cannot be (?:deleted|updated|renamed) as it is in use by (.+)/i,
        fix: ([, name, users]) => `Keep export ${name} until ${users?.replace(/\.$/, '')} no longer imports it: change those stacks first.`,
    },
    {
        pattern: /No export named (\S+) found/i,
        fix: ([, name]) => `Deploy the stack that exports ${name} in this region first (exports do not cross regions), or pass the value as a parameter.`,
    },
    {
        pattern: /Requires capabilities ?: ?\[([\w, ]+)\]/i,
        fix: ([, capabilities]) => `Add ${capabilities} under \`capabilities\`, if this template may do what that allows.`,
    },
    {
        pattern: /not authorized to perform:? ([\w-]+:\w+)/i,
        fix: ([, action], { path }) => `Allow ${action} to the role that deploys (the CloudFormation service role, where one is set): ${path} needs it.`,
    },
    {
        pattern: /access ?denied|not authorized|unauthorized/i,
        fix: (_, { path, resourceType }) => `Give the role that deploys (the CloudFormation service role, where one is set) what ${resourceType ?? 'the resource'} ${path} needs.`,
    },
    {
        pattern: /S3 Error Code: PermanentRedirect|bucket is in this region/i,
        fix: (_, { path }) => `${path} takes its code from a bucket of another region: it must lie in this one.`,
    },
    {
        pattern: /NoSuchKey|specified key does not exist/i,
        fix: (_, { path }) => `The code object of ${path} is not in this target's bucket (a lifecycle rule may have deleted it): deploy the release again.`,
    },
    {
        pattern: /NoSuchBucket|specified bucket does not exist/i,
        fix: (_, { path }) => `The bucket that ${path} names is not there in this region.`,
    },
    {
        pattern: /BucketNotEmpty|bucket you tried to delete is not empty/i,
        fix: (_, { path, physicalId }) => `Empty bucket ${physicalId ?? path} first, or keep it with DeletionPolicy: Retain.`,
    },
    {
        pattern: /BucketAlready(Exists|OwnedByYou)|requested bucket name is not available/i,
        fix: (_, { path }) => `Bucket names are one namespace over all regions and accounts: leave the name of ${path} out, or build it of \${AWS::AccountId} and \${AWS::Region}.`,
    },
    {
        pattern: /already exists|AlreadyExists|EntityAlreadyExists|ResourceConflict/i,
        fix: (_, { path, resourceType }) => resourceType?.startsWith('AWS::IAM::')
            ? `IAM is global: the name of ${path} is taken by another region's stack. Leave the name out, or put \${AWS::Region} in it.`
            : `The name of ${path} is taken (a stack of another region or an earlier, retained resource has it): leave the name out, put \${AWS::Region} in it, or delete or import the old resource.`,
    },
    {
        pattern: /limit ?exceeded|quota|exceed(s|ed)? (the )?(maximum|account limit|limit)|CodeStorageExceeded|TooMany\w+/i,
        fix: (_, { path, resourceType }) => `Ask for a higher quota for ${resourceType ?? path} in this region (Service Quotas are per region), or free some.`,
    },
    {
        pattern: /rate exceeded|throttl|too many requests/i,
        fix: () => 'AWS throttled the operation: run the same command again.',
    },
    {
        pattern: /unrecognized resource type|Resource type .* (is not supported|does not exist|is not available)/i,
        fix: (_, { path, resourceType }) => `${resourceType ?? 'The type'} of ${path} is not offered in this region: make it conditional on AWS::Region, or leave this region out.`,
    },
    {
        pattern: /did not receive a response from your Custom Resource|Custom Resource failed to stabilize/i,
        fix: (_, { path }) => `Look into the log of the function behind custom resource ${path}: it did not answer.`,
    },
    {
        pattern: /(RollbackTrigger|rollback trigger|alarm).*(ALARM|not found|breach)/i,
        fix: () => 'An alarm of the rollback triggers went off: look at what it watches before deploying again.',
    },
    {
        pattern: /DELETE_FAILED|DependencyViolation|has dependent|currently in use/i,
        fix: (_, { path }) => `Remove what still uses ${path}, then run the same command again.`,
    },
];
/** One sentence per failure that is understood, in their order, none twice. */
function knownFixes(failures) {
    const fixes = failures
        .filter((failure) => failure.rootCause)
        .flatMap((failure) => {
        for (const { pattern, fix } of KNOWN) {
            const match = pattern.exec(failure.reason);
            if (match)
                return [fix(match, failure)];
        }
        return [];
    });
    return [...new Set(fixes)];
}


/***/ }),

/***/ 44048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ hookFailures),
/* harmony export */   Iz: () => (/* binding */ isHookFailure),
/* harmony export */   P3: () => (/* binding */ hookText),
/* harmony export */   iV: () => (/* binding */ hookWarning)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);

/** HOOK_COMPLETE_FAILED: the hook refuses; HOOK_FAILED: it broke (API reference, HookResultSummary). */
const FAILED = ['HOOK_COMPLETE_FAILED', 'HOOK_FAILED'];
/** A hook that stopped what it was called for. */
function isHookFailure({ hook }) {
    return hook !== undefined && FAILED.includes(hook.status) && hook.failureMode !== 'WARN';
}
/** What a hook objects to without stopping it. */
function hookWarning({ hook, logicalId, stackId }) {
    if (hook === undefined || hook.failureMode !== 'WARN' || !FAILED.includes(hook.status))
        return undefined;
    return `${logicalId ?? stackId}: ${hookText(hook, hook.reason || 'it gave no reason')}`;
}
/** CloudFormation's "The following hook(s) failed: [Acme::S3::Check]"; early validation says "hook(s)/validation". */
const BLAMES_HOOKS = /hook\(s\) failed/i;
/**
 * Why hooks failed a change set whose events do not say it: each with its type, failure mode and reason, and with the
 * rules that it found broken.
 */
async function hookFailures(changeSet, path, { cloudformation }) {
    if (!BLAMES_HOOKS.test(changeSet.statusReason ?? ''))
        return { failures: [], fix: [] };
    try {
        const failing = (await cloudformation.failedHooks(changeSet.id)).filter(({ failureMode }) => failureMode !== 'WARN');
        return { failures: failing.map((result) => failureOf(result, path)), fix: [] };
    }
    catch (error) {
        // That hooks failed is known, and which; only why they did is not.
        if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G))
            throw error;
        return {
            failures: [],
            fix: [
                `To see why the hooks failed, allow cloudformation:ListHookResults and cloudformation:GetHookResult (${error.action}: ${error.message}).`,
            ],
        };
    }
}
/** Type and failure mode before what the hook says: "hook Acme::S3::Check (failure mode FAIL): no public buckets". */
function hookText(hook, reason) {
    const mode = hook.failureMode === undefined ? '' : ` (failure mode ${hook.failureMode})`;
    return `hook ${hook.type}${mode}: ${reason}`;
}
function failureOf(result, path) {
    const found = result.findings.map(({ name, message, remedy, link }) => [`${name}${message === undefined ? '' : `: ${message}`}`, remedy, link]
        .filter((part) => part !== undefined)
        .join(' '));
    const reason = [result.reason ?? 'it gave no reason', ...found].join('; ');
    return { path, status: result.status, reason: hookText(result, reason), rootCause: true, cancelled: [] };
}


/***/ }),

/***/ 53860:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d9: () => (/* binding */ alignSettings),
  $o: () => (/* reexport */ createPaces),
  ap: () => (/* reexport */ discardPreparation),
  _c: () => (/* reexport */ executeStack),
  eK: () => (/* reexport */ prepareStack),
  pX: () => (/* reexport */ removeStack),
  uj: () => (/* reexport */ stack_status/* statusMeaning */.u)
});

// UNUSED EXPORTS: STACK_STATUSES

// EXTERNAL MODULE: ./src/stack/settings.ts
var settings = __webpack_require__(11123);
// EXTERNAL MODULE: ./src/aws/ports.ts
var aws_ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/stack/express.ts

/**
 * CloudFormation does not take Express mode here: a region or partition that has it not yet refuses the parameter, or
 * says that the mode is not supported. It came on 2026-06-30 and works with every template, nested stacks included; only
 * StackSets are without it (CloudFormation user guide, "express mode", which lists no regions).
 */
function isWithoutExpress(error) {
    return error instanceof aws_ports/* AwsError */.G && error.kind === 'invalid' && /express|deployment ?config/i.test(error.message);
}
/** What the plan says then. */
function withoutExpressNote({ region, message }) {
    return `Express mode is not to be had in ${region} (${message}): the stack is deployed in the standard mode, in which a failure is rolled back`;
}

// EXTERNAL MODULE: ./src/stack/failed.ts
var failed = __webpack_require__(47547);
// EXTERNAL MODULE: ./src/stack/feed.ts + 2 modules
var stack_feed = __webpack_require__(10346);
// EXTERNAL MODULE: ./src/stack/operation.ts
var operation = __webpack_require__(25141);
// EXTERNAL MODULE: ./src/stack/patience.ts
var stack_patience = __webpack_require__(73233);
// EXTERNAL MODULE: ./src/stack/polling.ts
var polling = __webpack_require__(20571);
// EXTERNAL MODULE: ./src/stack/status.ts
var stack_status = __webpack_require__(53016);
;// CONCATENATED MODULE: ./src/stack/follow.ts





/** Reads without a sign of the operation after which the events are asked instead. */
const STALE_READS = 4;
/** Of slow operations every third poll reads the events, for the live progress; they tell the end as well. */
const FEED_EVERY = 3;
const FEED_AFTER_MS = 1_500;
/** Reads of CREATE_FAILED or UPDATE_FAILED after which no rollback is expected any more. */
const NO_ROLLBACK_READS = 6;
/** Follows an operation to its end, through its stack rollback. Cancelling stops the waiting, never the operation. */
async function follow(request, ports) {
    const { clock, signal, cloudformation } = ports;
    const { stackId, baseline, feed } = request;
    const started = clock.now();
    const poller = (0,polling/* createPoller */.vO)(clock, signal, request.plan, request.deadline);
    const patience = (0,stack_patience/* createPatience */.s)(clock);
    let stale = 0;
    let failedReads = 0;
    let status;
    let operationIds = request.operationIds ?? [];
    let fresh = baseline === undefined;
    while (await poller.next()) {
        if (feed !== undefined && fresh && !poller.nearEnd() && isFeedTurn(poller.polls(), clock.now() - started)) {
            const ended = await patience.read(() => feed.read(operationIds));
            if (ended?.answer !== true)
                continue;
        }
        const read = await patience.read(() => cloudformation.describeStack(stackId));
        if (read === undefined)
            continue;
        const stack = read.answer;
        if (stack === undefined || stack.status === 'DELETE_COMPLETE')
            return { kind: 'gone', operationIds };
        if (baseline !== undefined && !(0,operation/* showsOperation */.G3)(stack, baseline)) {
            stale += 1;
            if (fresh || stale % STALE_READS !== 0)
                continue;
            const shown = await patience.read(() => eventsShowEnd(request, stack, ports));
            if (shown?.answer !== true)
                continue;
        }
        fresh = true;
        if (baseline !== undefined)
            operationIds = (0,operation/* newOperations */.LE)(stack, baseline).map((operation) => operation.id);
        status = stack.status;
        feed?.status(stack);
        failedReads = status === 'CREATE_FAILED' || status === 'UPDATE_FAILED' ? failedReads + 1 : 0;
        if ((0,operation/* hasEnded */.hY)(status, request.rollbackFollows && failedReads < NO_ROLLBACK_READS)) {
            // A failure and its stack rollback tell nothing about the others.
            if ((0,stack_status/* statusMeaning */.u)(status).end === 'succeeded')
                poller.ended();
            return { kind: 'ended', stack, operationIds };
        }
    }
    return { kind: 'timed-out', status, operationIds };
}
function isFeedTurn(polls, elapsed) {
    return elapsed >= FEED_AFTER_MS && polls % FEED_EVERY === 0;
}
/** For a CloudFormation whose stack reads do not show the operation: its events carry the token. */
async function eventsShowEnd({ stackId, token, baseline }, stack, { cloudformation }) {
    try {
        const events = await cloudformation.describeEvents({
            stack: stackId,
            ...(baseline !== undefined && { notBefore: baseline.changedAt }),
        });
        return (0,operation/* statusByToken */.Bt)(events, stackId, token) === stack.status;
    }
    catch (error) {
        // A plan may not read events (its policy does not ask for it): then only the stack itself can show it.
        if (!(error instanceof aws_ports/* AwsError */.G) || error.kind !== 'denied')
            throw error;
        return false;
    }
}

// EXTERNAL MODULE: ./src/stack/names.ts
var names = __webpack_require__(42444);
;// CONCATENATED MODULE: ./src/stack/delete.ts







/** Deletes a stack and follows that to its end. */
async function deleteAndFollow(stack, subject, deadline, ports, options = {}) {
    const { stackId, stackName } = stack;
    const retain = options.retainResources ?? [];
    // The status is part of it: a second delete, after one that failed, is a new operation and not a retry.
    const token = (0,names/* clientToken */.$Y)('delete', stackId, subject.runId, stack.status, ...retain);
    await ports.beforeWrite();
    const request = {
        stack: stackId,
        clientRequestToken: token,
        ...(options.serviceRole !== undefined && { roleArn: options.serviceRole }),
        ...(retain.length > 0 && { retainResources: retain }),
    };
    await ports.cloudformation.deleteStack({ ...request, ...(options.express && { express: true }) }).catch((error) => {
        if (options.express && isWithoutExpress(error))
            return ports.cloudformation.deleteStack(request);
        throw error;
    });
    const baseline = (0,operation/* baselineOf */.Bv)(stack);
    const { instance } = subject;
    const common = { stackId, token, rollbackFollows: false };
    const feed = (0,stack_feed/* createFeed */.d)({ ...common, instance, since: baseline.changedAt, resources: 0, state: 'executing' }, ports);
    const plan = (0,polling/* operationPolls */.k$)(false);
    const followed = await (0,failed/* whileRunning */.j9)(() => `the deletion of stack ${stackName} goes on in CloudFormation`, ports, () => follow({ ...common, baseline, deadline, plan, ...(options.quiet !== true && { feed }) }, ports));
    return { followed, token };
}

// EXTERNAL MODULE: ./src/stack/changes.ts
var stack_changes = __webpack_require__(51313);
;// CONCATENATED MODULE: ./src/stack/nested-reviews.ts

const DEEPEST = 5;
/**
 * Nested stacks that would come to be by a change set, deepest first. With their change sets they lie in
 * REVIEW_IN_PROGRESS, and stay so when the root's change set is deleted: that deletes the change sets of the hierarchy
 * and not the stacks (API reference, DeleteChangeSet; awslabs/amazon-s3-find-and-forget issue 224).
 */
async function nestedReviews(changeSetId, { cloudformation }) {
    const below = async (changeSet, depth) => {
        const stacks = [];
        for (const { resourceType, action, nestedChangeSetId } of changeSet?.changes ?? []) {
            if (resourceType !== stack_changes/* NESTED_STACK */.Z4 || nestedChangeSetId === undefined || depth >= DEEPEST)
                continue;
            const child = await cloudformation.describeChangeSet(nestedChangeSetId);
            stacks.push(...(await below(child, depth + 1)));
            if (action === 'Add' && child !== undefined)
                stacks.push(child.stackId);
        }
        return stacks;
    };
    return below(await cloudformation.describeChangeSet(changeSetId), 0);
}

;// CONCATENATED MODULE: ./src/stack/discard.ts






/** Milliseconds that tidying up waits for; a cancelled run has not long to live. */
const PATIENCE = { running: 60_000, cancelled: 4_000 };
/**
 * Deletes the change set of a preparation that nobody will execute, waits until it is gone, and deletes the empty
 * stacks (REVIEW_IN_PROGRESS) that making it left: nested ones, and the stack itself if this preparation made it, each
 * only if nobody else uses it. A run that was cancelled tidies up all the same, only with less patience.
 */
async function discardPreparation(request, preparation, ports) {
    if (preparation.kind !== 'change-set')
        return;
    const { changeSetId: id, stackId } = preparation;
    await discard({ id, stackId }, preparation.type === 'CREATE' && preparation.before === undefined, request, ports);
}
/**
 * After a change set that failed. Why it failed must not be hidden by a failure to tidy up.
 * @returns false when it may be left behind
 */
async function discardFailed(changeSet, madeStack, subject, ports) {
    try {
        await discard(changeSet, madeStack, subject, ports);
        return true;
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G || error instanceof errors/* UserError */.yo || error instanceof failed/* StackRefusal */.Tf))
            throw error;
        return false;
    }
}
/**
 * After an error while a change set was made or read: nobody will come back for it. Where it cannot be deleted, as with
 * credentials that are lost, that is said: it changes nothing until it is executed.
 * @returns what to throw
 */
async function abandon(error, changeSet, madeStack, subject, ports) {
    if (await discardFailed(changeSet, madeStack, subject, ports))
        return error;
    const refusal = (0,failed/* refusalOf */.Of)(error, ports.signal);
    if (refusal === undefined)
        return error;
    const left = `its change set may be left on stack ${subject.stackName}, and changes nothing unless it is executed`;
    return new failed/* StackRefusal */.Tf({ ...refusal, reason: `${refusal.reason}; ${left}` });
}
async function discard({ id, stackId }, madeStack, subject, given) {
    const { cancelled, running } = PATIENCE;
    const deadline = given.clock.now() + (given.signal.aborted ? cancelled : running);
    const ports = { ...given, signal: new AbortController().signal };
    // Only the change sets tell of them, so they are looked for while these are there.
    const nested = subject.hasNestedStacks ? await readable(nestedReviews(id, ports)) : [];
    await deleteChangeSet(id, deadline, ports);
    for (const child of nested)
        await deleteEmptyStack(child, subject, deadline, ports);
    if (madeStack)
        await deleteEmptyStack(stackId, subject, deadline, ports);
}
/** What cannot be looked up is left behind; the change set itself must go all the same. */
async function readable(stacks) {
    try {
        return await stacks;
    }
    catch (error) {
        if (error instanceof aws_ports/* AwsError */.G)
            return [];
        throw error;
    }
}
/** Deletes nested stacks that lie under review, those that nobody else looks at. */
async function deleteReviews(stacks, subject, ports) {
    const deadline = ports.clock.now() + PATIENCE.running;
    for (const stack of stacks)
        await deleteEmptyStack(stack, subject, deadline, ports);
}
async function deleteChangeSet(id, deadline, ports) {
    const { cloudformation, clock, signal } = ports;
    await ports.beforeWrite();
    try {
        await cloudformation.deleteChangeSet(id);
    }
    catch (error) {
        // Executed, or gone with its stack: there is nothing to discard.
        if (error instanceof aws_ports/* AwsError */.G && ['not-found', 'conflict', 'invalid'].includes(error.kind))
            return;
        throw error;
    }
    const poller = (0,polling/* createPoller */.vO)(clock, signal, (0,polling/* operationPolls */.k$)(false), deadline);
    do {
        const changeSet = await cloudformation.describeChangeSet(id);
        if (changeSet === undefined || ['DELETE_COMPLETE', 'DELETE_FAILED'].includes(changeSet.status))
            return;
    } while (await poller.next());
}
/** Only a stack that never had a resource, and only when no change set of anybody is left on it. */
async function deleteEmptyStack(stackId, subject, deadline, ports) {
    const { cloudformation } = ports;
    const stack = await cloudformation.describeStack(stackId);
    if (stack?.status !== 'REVIEW_IN_PROGRESS' || stack.stackId !== stackId)
        return;
    const others = await cloudformation.listChangeSets(stackId);
    if (others.some(({ status }) => !status.startsWith('DELETE_')))
        return;
    await deleteAndFollow(stack, subject, deadline, ports, { quiet: true });
}

// EXTERNAL MODULE: ./src/stack/diagnose.ts
var diagnose = __webpack_require__(33198);
// EXTERNAL MODULE: ./src/stack/wait-out.ts
var wait_out = __webpack_require__(41546);
;// CONCATENATED MODULE: ./src/stack/continue-rollback.ts








/**
 * Repairs UPDATE_ROLLBACK_FAILED the way that loses nothing: the stack rollback is tried once more, and no resource is
 * skipped (a skipped one would be marked as restored while it is not).
 * @returns the stack as it is then; undefined when it was deleted meanwhile
 */
async function continueRollback(stack, subject, deadline, ports) {
    const { stackId, stackName } = stack;
    if (ports.repair === false) {
        throw new failed/* StackRefusal */.Tf({
            state: 'stuck',
            reason: `stack ${stackName} is in ${stack.status}: a deployment would continue its stack rollback first`,
        });
    }
    const token = (0,names/* clientToken */.$Y)('continue', stackId, subject.runId);
    const since = (0,operation/* baselineOf */.Bv)(stack).changedAt;
    await ports.beforeWrite();
    await ports.cloudformation.continueUpdateRollback({
        stack: stackId,
        clientRequestToken: token,
        ...(subject.serviceRole !== undefined && { roleArn: subject.serviceRole }),
    });
    const feed = (0,stack_feed/* createFeed */.d)({ instance: subject.instance, stackId, token, since, resources: 0, state: 'planning', rollbackFollows: false }, ports);
    const request = { stackId, baseline: (0,operation/* baselineOf */.Bv)(stack), token, rollbackFollows: false, deadline, feed };
    const followed = await (0,failed/* whileRunning */.j9)(() => `the stack rollback of ${stackName} goes on in CloudFormation: ${feed.now() ?? `client token ${token}`}`, ports, () => follow({ ...request, plan: (0,polling/* operationPolls */.k$)(false) }, ports));
    if (followed.kind === 'gone')
        return undefined;
    if (followed.kind === 'timed-out') {
        const status = followed.status ?? stack.status;
        throw new failed/* StackRefusal */.Tf({
            state: 'timed-out',
            reason: `${(0,operation/* describeOperation */.R8)({ status, lastOperations: [] })} of stack ${stackName} was not over after ${(0,wait_out/* minutes */.G)(subject.timeoutMs)}`,
            fix: ['Run the same command again: it waits for the stack rollback and goes on.'],
        });
    }
    if (followed.stack.status !== 'UPDATE_ROLLBACK_FAILED')
        return followed.stack;
    const failures = await (0,diagnose/* diagnose */.h)({ stackId, operationIds: followed.operationIds, token, since }, ports);
    throw rollbackStuck(stackName, failures, followed.stack.statusReason);
}
function rollbackStuck(stackName, failures, statusReason) {
    const names = failures.map((failure) => failure.path).join(' ');
    const cause = failures[0] ? `${failures[0].path}: ${failures[0].reason}` : (statusReason ?? 'no reason given');
    return new failed/* StackRefusal */.Tf({
        state: 'stuck',
        reason: `the stack rollback of ${stackName} failed again: ${cause}`,
        failures,
        fix: rollbackFix(stackName, names),
    });
}
function rollbackFix(stackName, names) {
    return [
        `Repair ${names === '' ? 'what failed' : names} by hand so that it can go back, and run the same command again.`,
        `Or leave ${names === '' ? 'it' : 'these'} as they are, knowing that CloudFormation then takes them for restored: aws cloudformation continue-update-rollback --stack-name ${stackName} --resources-to-skip ${names === '' ? 'LOGICAL_ID' : names}`,
    ];
}

// EXTERNAL MODULE: ./src/stack/fixes.ts
var fixes = __webpack_require__(16555);
;// CONCATENATED MODULE: ./src/stack/shift-failure.ts

/** "d-RGSWBD91L failed. One or more alarms …": how CloudFormation says that a deployment of CodeDeploy did not succeed. */
const FAILED = /\b(d-[A-Z0-9]{6,})\b/;
const ALIAS = 'AWS::Lambda::Alias';
/**
 * Failures of aliases with what CodeDeploy says of their deployments: which alarm, which hook, how much of the traffic
 * was moved. Where CodeDeploy cannot be asked they stay as CloudFormation told them.
 */
async function explainShifts(failures, { codeDeploy }) {
    return Promise.all(failures.map((failure) => explained(failure, codeDeploy)));
}
async function explained(failure, codeDeploy) {
    const id = failure.resourceType === ALIAS ? FAILED.exec(failure.reason)?.[1] : undefined;
    if (id === undefined || codeDeploy === undefined)
        return failure;
    try {
        const [deployment, shift] = await Promise.all([codeDeploy.deployment(id), codeDeploy.shift(id)]);
        if (deployment === undefined)
            return failure;
        const { error, hooks, config } = deployment;
        const failedEvent = shift?.lifecycle.find(({ status }) => status === 'Failed')?.event;
        const hook = failedEvent === undefined ? undefined : hooks[failedEvent];
        const words = error?.message || failure.reason;
        const cause = hook === undefined ? words : `its hook ${hook} (${failedEvent}) failed: ${words}`;
        const what = `CodeDeploy deployment ${id} (${config.replace('CodeDeployDefault.Lambda', '')})`;
        const of = shift === undefined ? '' : ` of ${shift.functionName}:${shift.alias} to version ${shift.targetVersion}`;
        return { ...failure, reason: `${what}${of} did not succeed: ${alarmsFirst(words) ?? cause}` };
    }
    catch (error) {
        // What happened must not be hidden by a failure to find out more.
        if (error instanceof aws_ports/* AwsError */.G)
            return failure;
        throw error;
    }
}
/** The alarms before CodeDeploy's sentence, which names them last. */
function alarmsFirst(words) {
    const names = [...(/Activated alarms: (.*)/.exec(words)?.[1] ?? '').matchAll(/<([^>]+)>/g)].map(([, name]) => name);
    if (names.length === 0)
        return undefined;
    return `${names.length === 1 ? 'alarm' : 'alarms'} ${names.join(', ')} went off. ${words}`;
}

;// CONCATENATED MODULE: ./src/stack/outcome.ts







/** What an executed change set came to. */
async function outcomeOf(followed, request, context, ports) {
    const { stackId } = context;
    const operationId = followed.operationIds[0];
    const base = {
        stackId,
        failures: [],
        fix: [],
        outputs: {},
        ...(operationId !== undefined && { operationId }),
    };
    switch (followed.kind) {
        case 'gone':
            return {
                ...base,
                state: 'failed',
                reason: `stack ${request.stackName} was deleted while it was deployed`,
                fix: ['Find out who deleted it, then run the same command again.'],
            };
        case 'timed-out':
            return { ...base, ...timedOut(followed, request, operationId) };
        case 'ended': {
            const { stack } = followed;
            const ended = { ...base, stackStatus: stack.status, changedAt: (0,operation/* changedAt */.Ek)(stack), outputs: stack.outputs };
            if ((0,stack_status/* statusMeaning */.u)(stack.status).end === 'succeeded')
                return { ...ended, state: 'succeeded' };
            const found = await (0,diagnose/* diagnose */.h)({ ...context, operationIds: followed.operationIds }, ports);
            const failures = await explainShifts(found, ports);
            return { ...ended, ...outcome_failed(stack, failures) };
        }
    }
}
function timedOut({ status }, request, operationId) {
    const operation = operationId === undefined ? 'the stack operation' : `stack operation ${operationId}`;
    const inStatus = status === undefined ? 'no sign of its begin' : status;
    return {
        state: 'timed-out',
        ...(status !== undefined && { stackStatus: status }),
        reason: `${operation} on ${request.stackName} is still running after ${(0,wait_out/* minutes */.G)(request.timeoutMs)} (${inStatus})`,
        fix: [
            'Run the same command again: it waits for the operation and goes on. Or raise `timeout`.',
            `To stop an update: aws cloudformation cancel-update-stack --stack-name ${request.stackName}`,
        ],
    };
}
function outcome_failed(stack, failures) {
    const { status, stackName } = stack;
    const first = failures[0];
    const cause = first === undefined ? stack.statusReason || 'CloudFormation gave no reason' : `${first.path}: ${first.reason}`;
    const restored = (0,stack_status/* statusMeaning */.u)(status).end === 'failed';
    const known = (0,fixes/* knownFixes */.B)(failures);
    return {
        state: restored ? 'failed' : 'stuck',
        reason: `${cause} (${status})`,
        failures,
        fix: restored ? known : [...known, ...repair(status, stackName, failures)],
    };
}
function repair(status, stackName, failures) {
    switch (status) {
        case 'UPDATE_ROLLBACK_FAILED': {
            const undone = failures.filter((failure) => !failure.rootCause);
            return rollbackFix(stackName, undone.map((failure) => failure.path).join(' '));
        }
        case 'CREATE_FAILED':
        case 'UPDATE_FAILED':
            return [
                `The stack rollback is disabled, so the stack is left for inspection. Deploy a corrected template, or go back with: aws cloudformation rollback-stack --stack-name ${stackName}`,
            ];
        default:
            return [
                `Look at what could not be removed, delete it by hand, then: aws cloudformation delete-stack --stack-name ${stackName}`,
            ];
    }
}

;// CONCATENATED MODULE: ./src/stack/take-over.ts

/** The stack is still what it was when the change set was made. */
function isUntouched(stack, { before, type, stackId }) {
    if (before === undefined || type === 'CREATE')
        return stack.stackId === stackId && stack.status === 'REVIEW_IN_PROGRESS';
    const now = (0,operation/* identityOf */.cu)(stack);
    return now.stackId === before.stackId && now.changedAt === before.changedAt && now.status === before.status;
}
/**
 * A change set that cannot be executed any more: because an earlier run executed it and ended too soon (its operation
 * is taken over), or because others changed the stack (refused)?
 * @param token client token of the execution, the same in each run
 */
async function takeOver(request, preparation, stack, token, ports) {
    const { cloudformation } = ports;
    const operationIds = (0,operation/* latestChange */.Y_)(stack);
    const since = preparation.before?.changedAt ?? stack.createdAt;
    const [operationId] = operationIds;
    const events = await cloudformation.describeEvents({
        stack: stack.stackId,
        ...(operationId === undefined ? { notBefore: since } : { operationId }),
    });
    const latest = operationId === undefined ? events.slice(0, 1) : events;
    if (latest.some((event) => event.clientRequestToken === token))
        return { stack, operationIds, token };
    const changeSet = await cloudformation.describeChangeSet(preparation.changeSetId);
    if (changeSet?.executionStatus === 'EXECUTE_IN_PROGRESS') {
        // Somebody else executed this very change set. A stack has one operation at a time: the newest, once it shows.
        if ((0,operation/* changedAt */.Ek)(stack) <= since)
            return { stack, baseline: (0,operation/* baselineOf */.Bv)(stack) };
        const theirs = latest.find(({ clientRequestToken }) => clientRequestToken !== undefined);
        return { stack, operationIds, token: theirs?.clientRequestToken ?? token };
    }
    if (changeSet === undefined && isUntouched(stack, preparation))
        return changeSetGone(request, preparation);
    const deployed = changeSet?.executionStatus === 'EXECUTE_COMPLETE' ? 'this plan was executed, and then ' : '';
    return moved(request, preparation, `${deployed}it was changed at ${(0,operation/* changedAt */.Ek)(stack)} and is in ${stack.status}`);
}
const PLAN_AGAIN = ['Plan again, look at the new plan, and execute that.'];
function moved({ stackName }, { stackId }, how) {
    return {
        state: 'failed',
        code: 'moved',
        stackId,
        reason: `stack ${stackName} is not what it was when the plan was made: ${how}; nothing was executed`,
        failures: [],
        fix: PLAN_AGAIN,
        outputs: {},
    };
}
function changeSetGone({ stackName }, { stackId, changeSetName }) {
    return {
        state: 'failed',
        code: 'change-set-gone',
        stackId,
        reason: `change set ${changeSetName} of stack ${stackName} is not there any more; nothing was executed`,
        failures: [],
        fix: PLAN_AGAIN,
        outputs: {},
    };
}

;// CONCATENATED MODULE: ./src/stack/execute.ts












/** A change set that takes this long to make comes from a CloudFormation whose stacks are not done at once either. */
const SLOW_MS = 2_500;
/**
 * A stack that was read so shortly before is not read again: CloudFormation itself refuses a change set of a stack that
 * was changed since it was made (`OBSOLETE`; API reference, DescribeChangeSet, ExecutionStatus), and then it is.
 */
const JUST_READ_MS = 60_000;
/**
 * Executes a prepared change set and follows it to its end, through CloudFormation's own stack rollback. Called again
 * for a change set that an earlier run executed, it takes that operation over. A stack that is not what it was when
 * the change set was made is left alone.
 */
async function executeStack(request, preparation, ports) {
    const deadline = ports.clock.now() + request.timeoutMs;
    // Made of the change set alone: a run that takes over after a crash finds the operation by it.
    const ours = (0,names/* clientToken */.$Y)('execute', preparation.changeSetId);
    let running;
    try {
        ports.signal.throwIfAborted();
        const start = await begin(request, preparation, ours, ports);
        if ('state' in start)
            return start;
        const started = ports.clock.now();
        const token = 'baseline' in start ? ours : start.token;
        const since = preparation.before?.changedAt ?? start.stack.createdAt;
        const { stackId } = preparation;
        const rollbackFollows = !request.disableRollback;
        const resources = preparation.changes.filter(({ path, logicalId }) => path === logicalId).length;
        const feed = (0,stack_feed/* createFeed */.d)({ instance: request.instance, stackId, token, since, resources, state: 'executing', rollbackFollows }, ports);
        running = () => `stack ${request.stackName} goes on in CloudFormation: ${feed.now() ?? `client token ${ours}`}`;
        const followed = await follow({
            stackId,
            ...('baseline' in start ? { baseline: start.baseline } : { operationIds: start.operationIds }),
            token,
            rollbackFollows,
            deadline,
            plan: {
                ...(0,polling/* operationPolls */.k$)((preparation.tookMs ?? 0) > SLOW_MS, request.expectedMs),
                ...(ports.pace && { pace: ports.pace(`${preparation.type} of ${(0,stack_feed/* stackKey */.E)(request.instance)}`) }),
            },
            feed,
        }, ports);
        running = undefined;
        const tookMs = ports.clock.now() - started;
        const outcome = { ...(await outcomeOf(followed, request, { stackId, token, since }, ports)), tookMs };
        if (outcome.state === 'succeeded' && followed.kind === 'ended')
            await afterSuccess(request, preparation, followed.stack, ports);
        return outcome;
    }
    catch (error) {
        const refusal = (0,failed/* refusalOf */.Of)(error, ports.signal, running?.());
        if (refusal === undefined)
            throw error;
        return (0,failed/* refusedOutcome */.jV)(refusal, { stackId: preparation.stackId });
    }
}
async function afterSuccess(request, { type }, stack, ports) {
    // A stack that is only being created takes no policy yet.
    if (type === 'CREATE') {
        await (0,settings/* warnOnFailure */.yh)('The stack policy', ports, () => (0,settings/* setStackPolicy */.F1)(stack.stackId, request, ports));
    }
    await (0,settings/* warnOnFailure */.yh)('Termination protection', ports, () => (0,settings/* setTerminationProtection */.C4)(stack, request, ports));
}
async function begin(request, preparation, token, ports) {
    const read = justRead(preparation, ports);
    const stack = read ?? (await untouched(request, preparation, token, ports));
    if (!('status' in stack))
        return stack;
    if (preparation.type === 'UPDATE')
        await (0,settings/* setStackPolicy */.F1)(stack.stackId, request, ports);
    await ports.beforeWrite();
    try {
        await ports.cloudformation.executeChangeSet({
            id: preparation.changeSetId,
            clientRequestToken: token,
            ...executionOptions(request, preparation),
        });
        return { stack, baseline: (0,operation/* baselineOf */.Bv)(stack) };
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G))
            throw error;
        if (['denied', 'credentials'].includes(error.kind))
            throw error;
        if (read !== undefined && !(0,stack_patience/* isTransient */.d)(error)) {
            const now = await untouched(request, preparation, token, ports);
            if (!('status' in now))
                return now;
        }
        // Refused, or the answer was lost: the change set itself tells whether it runs.
        const changeSet = await changeSetAfter(error, preparation, ports);
        if (changeSet?.executionStatus.startsWith('EXECUTE_'))
            return { stack, baseline: (0,operation/* baselineOf */.Bv)(stack) };
        if (changeSet === undefined || changeSet.executionStatus === 'OBSOLETE') {
            // What happened to the stack happened after it was read.
            const now = await ports.cloudformation.describeStack(preparation.stackId);
            return await takeOver(request, preparation, now ?? stack, token, ports);
        }
        throw error;
    }
}
function executionOptions({ express, disableRollback }, { type }) {
    // A change set in Express mode says what becomes of a failure itself, and is refused when it is said again
    // (aws/aws-sam-cli#9106).
    if (express)
        return {};
    // A first create that fails then leaves no orphans that would block the next one.
    return { disableRollback, ...(type === 'CREATE' && !disableRollback && { retainExceptOnCreate: true }) };
}
/** The stack as it was read before the change set was made, if that is what the change set was made of. */
function justRead(preparation, { lastRead, clock }) {
    if (lastRead === undefined || preparation.type !== 'UPDATE')
        return undefined;
    const fresh = clock.now() - lastRead.at < JUST_READ_MS && isUntouched(lastRead.stack, preparation);
    return fresh ? lastRead.stack : undefined;
}
/** The stack as it is now, or what becomes of one that is not what the change set was made of. */
async function untouched(request, preparation, token, ports) {
    const stack = await ports.cloudformation.describeStack(preparation.stackId);
    if (stack === undefined || stack.status === 'DELETE_COMPLETE')
        return moved(request, preparation, 'it was deleted');
    if (!isUntouched(stack, preparation))
        return await takeOver(request, preparation, stack, token, ports);
    return stack;
}
async function changeSetAfter(error, { changeSetId }, { cloudformation }) {
    try {
        return await cloudformation.describeChangeSet(changeSetId);
    }
    catch (second) {
        if (!(0,stack_patience/* isTransient */.d)(error) || !(second instanceof aws_ports/* AwsError */.G))
            throw second;
        throw new failed/* StackRefusal */.Tf({
            state: 'unreachable',
            reason: `${error.action}: ${(0,errors/* errorText */.kc)(error)}; whether it was executed is not known`,
            fix: ['Run the same command again: it goes on with what was started, or starts it.'],
        });
    }
}

;// CONCATENATED MODULE: ./src/stack/pace.ts
/**
 * One pace for each kind, for one run. Targets of a run get the same template, so a change set or a stack operation
 * takes about the same time in each of them: the first end tells when to look for the others.
 */
function createPaces() {
    const paces = new Map();
    return (kind) => {
        const known = paces.get(kind);
        if (known)
            return known;
        const made = createPace();
        paces.set(kind, made);
        return made;
    };
}
function createPace() {
    const listeners = new Set();
    let members = 0;
    let latest;
    return {
        join() {
            const phase = evenlySpread(members);
            members += 1;
            return {
                phase,
                seen: () => latest,
                listen(told) {
                    listeners.add(told);
                    return () => void listeners.delete(told);
                },
                ended(end) {
                    latest = end;
                    const waiting = [...listeners];
                    listeners.clear();
                    for (const told of waiting)
                        told();
                },
            };
        },
    };
}
/** Van der Corput's sequence, 0 ½ ¼ ¾ ⅛ …: each further point falls into the largest gap that the earlier ones left. */
function evenlySpread(index) {
    let point = 0;
    for (let rest = index, digit = 0.5; rest > 0; rest = Math.floor(rest / 2), digit /= 2)
        point += (rest % 2) * digit;
    return point;
}

;// CONCATENATED MODULE: ./src/stack/empty.ts
/**
 * The texts by which CloudFormation says that a change set is empty: there is no status for it. Any other text is a
 * failure.
 * - "The submitted information didn't contain changes. Submit different information to create a change set."
 *   (CreateChangeSet, CloudFormation user guide, "Create change sets")
 * - "No updates are to be performed." (templates with a transform: aws/aws-cdk issue 2553)
 */
const EMPTY = [
    /^The submitted information didn't contain changes\b/i,
    /^No updates are to be performed\b/i,
];
function isEmptyReason(reason) {
    return reason !== undefined && EMPTY.some((pattern) => pattern.test(reason.trim()));
}

;// CONCATENATED MODULE: ./src/stack/leftovers.ts




/** GitHub ends a workflow run after 35 days, approvals included: no run can still want an older change set. */
const DEAD_AFTER_MS = 35 * 24 * 3_600_000;
function isOurs(changeSet) {
    return changeSet.name.startsWith(names/* PREFIX */.H3);
}
/**
 * Deletes change sets that dead runs of this program left on a stack. They block nothing (names are unique), but
 * CloudFormation allows only so many.
 * A plan that repairs nothing deletes nothing of others either, but for what a dead plan left.
 * @param all also those that a run may still want: only where the alternative is to fail
 * @returns all change sets that the stack had, of anybody
 */
async function deleteLeftovers(stackName, subject, ports, all = false) {
    const { cloudformation, clock, beforeWrite, deadRuns = [] } = ports;
    const listed = await cloudformation.listChangeSets(stackName);
    const ofDeadRun = ({ name }) => deadRuns.some((run) => (0,names/* isOfRun */.NG)(name, run));
    const ofDeadPlan = ({ name }) => {
        const planner = (0,names/* plannerOf */.gA)(name);
        return planner !== undefined && (ports.isDeadRun?.(planner) ?? false);
    };
    const mayGo = (changeSet) => all || ofDeadRun(changeSet) || isOld(changeSet, clock.now());
    const dead = listed.filter((changeSet) => ofDeadPlan(changeSet) || (ports.repair !== false && isOurs(changeSet) && mayGo(changeSet)));
    if (dead.length > 0)
        await beforeWrite();
    for (const { id } of dead) {
        try {
            // Nested stacks that only it made go with it.
            const nested = subject.hasNestedStacks ? await nestedReviews(id, ports) : [];
            await cloudformation.deleteChangeSet(id);
            await deleteReviews(nested, subject, ports);
        }
        catch (error) {
            // Another run may be executing or deleting it: not ours to clean up then.
            if (!(error instanceof aws_ports/* AwsError */.G))
                throw error;
        }
    }
    return listed;
}
function isOld(changeSet, now) {
    return changeSet.createdAt !== undefined && now - Date.parse(changeSet.createdAt) > DEAD_AFTER_MS;
}

;// CONCATENATED MODULE: ./src/stack/foresight.ts

const foresight_DEEPEST = 5;
/** "Nested change set arn:… was not successfully created: Currently in FAILED." (aws/aws-sam-cli issue 2406) */
const BLAMES_NESTED = /\bnested change set\b/i;
/**
 * Why CloudFormation may fail to work out the change sets of nested stacks although the stacks themselves deploy: it
 * has only placeholders for what other stacks of the hierarchy will give, and takes those for values.
 * - "Usage of {{IntrinsicFunction:…//Fn::GetAtt}} is not allowed." (aws-cloudformation/cfn-language-discussion issue 152)
 * - "duplicate Export names {{IntrinsicFunction://Fn::Join}}" (aws/aws-cdk-cli pull request 1307)
 * - Fn::Select of a list that is not there yet (aws-cloudformation/cloudformation-coverage-roadmap issue 759)
 * - "Each value of parameter 'PolicyArns' must match pattern …", and the other constraints of parameters
 *   (aws-cloudformation/rain issue 526)
 */
const NOT_FORESEEN = [
    /\{\{(IntrinsicFunction|changeSet):/,
    /Fn::(Select|Split) (cannot|can't|requires)/i,
    /\bparameters? .*\b(must (match pattern|be one of|contain at (least|most)|be a number)|failed to satisfy constraint)/i,
    /\bparameter value .* for parameter name .* does not exist\b/i,
];
/** Whether a refusal of CreateChangeSet is of that kind. */
function isUnforeseen(reason) {
    return NOT_FORESEEN.some((pattern) => pattern.test(reason));
}
/**
 * What a plan says when a change set failed for nothing but such reasons: it can then be made without looking into
 * nested stacks. Undefined when it failed for any other reason.
 */
async function unforeseen(changeSet, ports) {
    if (changeSet.status !== 'FAILED')
        return undefined;
    const reasons = await reasonsOf(changeSet, [], ports);
    return reasons.length > 0 && reasons.every(isUnforeseen) ? unforeseenNote(reasons.join('; ')) : undefined;
}
function unforeseenNote(reason) {
    return `CloudFormation cannot tell beforehand what changes inside nested stacks, so they are shown as a whole (${reason})`;
}
/** The reasons at the bottom of the hierarchy, each with the path to its nested stack. */
async function reasonsOf(changeSet, parents, ports) {
    const reason = changeSet.statusReason ?? 'no reason given';
    if (!BLAMES_NESTED.test(reason) || parents.length >= foresight_DEEPEST)
        return [[parents.join('.'), reason].filter(Boolean).join(': ')];
    const below = [];
    for (const change of changeSet.changes) {
        if (change.nestedChangeSetId === undefined)
            continue;
        const child = await ports.cloudformation.describeChangeSet(change.nestedChangeSetId);
        if (child?.status !== 'FAILED' || isEmptyReason(child.statusReason))
            continue;
        below.push(...(await reasonsOf(child, [...parents, change.logicalId], ports)));
    }
    return below;
}

;// CONCATENATED MODULE: ./src/stack/ports.ts
/** A plan that waits for nobody is one that nobody executes: what it makes is deleted once read. */
function isThrowaway({ waits }) {
    return waits === false;
}

;// CONCATENATED MODULE: ./src/stack/rollback-triggers.ts

/**
 * The alarms that CloudFormation shall watch, each with its kind: CloudFormation wants to be told (API Reference,
 * RollbackTrigger: `AWS::CloudWatch::Alarm` or `AWS::CloudWatch::CompositeAlarm`), and an ARN does not tell. So
 * CloudWatch is asked; what is not there or may not be asked for is sent as a metric alarm, and said.
 */
async function typedTriggers({ rollbackTriggers: wanted }, { alarmKinds }) {
    if (wanted === undefined)
        return { notes: [] };
    const { alarms, monitoringMinutes } = wanted;
    if (alarms.length === 0 || alarmKinds === undefined) {
        return { triggers: { alarms: alarms.map((arn) => ({ arn, kind: 'metric' })), monitoringMinutes }, notes: [] };
    }
    const { kinds, note } = await ask(alarms, alarmKinds);
    const missing = kinds === undefined ? [] : alarms.filter((arn) => !kinds.has(arn));
    return {
        triggers: { alarms: alarms.map((arn) => ({ arn, kind: kinds?.get(arn) ?? 'metric' })), monitoringMinutes },
        notes: [
            ...(note === undefined ? [] : [note]),
            // API Reference, RollbackTrigger: "If a specified trigger is missing, the entire stack operation fails …"
            ...missing.map((arn) => `Rollback alarm ${arn} is not there: unless it comes to be, CloudFormation rolls the operation back`),
        ],
    };
}
async function ask(alarms, alarmKinds) {
    try {
        return { kinds: await alarmKinds(alarms) };
    }
    catch (error) {
        // The alarms are a guard around the deployment: not being able to look at them is no reason not to set it.
        if (!(error instanceof aws_ports/* AwsError */.G) || error.kind === 'credentials')
            throw error;
        return {
            note: `Rollback alarms are taken for metric alarms, because CloudWatch could not be asked (${error.action}: ${error.message}); a composite alarm needs cloudwatch:DescribeAlarms`,
        };
    }
}

;// CONCATENATED MODULE: ./src/stack/make-change-set.ts













/**
 * Creates a change set and waits until CloudFormation has worked it out: with those of nested stacks where CloudFormation
 * can, else without.
 * @param madeStack the stack it is made on comes to be by it, and goes with it
 * @returns undefined when the stack moved: look again
 */
async function makeChangeSet(request, ready, parameters, madeStack, deadline, ports) {
    const { triggers, notes } = await typedTriggers(request, ports);
    const wanted = changeSetRequest(request, ready, parameters, triggers);
    const make = (includeNestedStacks) => makeOnce(request, { ...wanted, includeNestedStacks }, madeStack, deadline, ports);
    // A drift-aware change set does not take nested stacks along (aws/aws-cdk-cli, `revert-drift`).
    const withNested = request.hasNestedStacks && wanted.deploymentMode === undefined;
    const tried = withNested ? await tryNested(() => make(true), request, madeStack, ports) : undefined;
    if (tried !== undefined && !('why' in tried))
        return withNotes(tried.made, notes);
    try {
        const plain = await make(false);
        return plain && { ...plain, notes: [...notes, ...plain.notes, ...(tried === undefined ? [] : [tried.why])] };
    }
    catch (error) {
        // The stack that the first one was made on goes with the second.
        throw tried?.left === undefined ? error : await abandon(error, tried.left, madeStack, request, ports);
    }
}
function withNotes(made, notes) {
    return made && { ...made, notes: [...notes, ...made.notes] };
}
async function tryNested(make, request, madeStack, ports) {
    let made;
    try {
        made = await make();
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G) || !isUnforeseen(error.message))
            throw error;
        return { why: unforeseenNote(error.message) };
    }
    if (made === undefined)
        return { made };
    const { changeSet } = made;
    try {
        const why = await unforeseen(changeSet, ports);
        if (why === undefined)
            return { made };
        await discardFailed(changeSet, false, request, ports);
        return { why, left: changeSet };
    }
    catch (error) {
        throw await abandon(error, changeSet, madeStack, request, ports);
    }
}
async function makeOnce(request, wanted, madeStack, deadline, ports) {
    const started = ports.clock.now();
    const name = (0,names/* changeSetName */.G)(request.runId, request.instance, ports.clock, isThrowaway(ports));
    const { created, notes } = await createInMode({ ...wanted, name, clientToken: name }, request, ports);
    if (created === undefined)
        return undefined;
    try {
        const changeSet = await settled(created.id, request, wanted.type, deadline, ports);
        return changeSet && { changeSet, tookMs: ports.clock.now() - started, notes };
    }
    catch (error) {
        throw await abandon(error, created, madeStack, request, ports);
    }
}
function changeSetRequest(request, { type }, parameters, rollbackTriggers) {
    const { template, serviceRole, description } = request;
    const revertDrift = request.revertDrift && type === 'UPDATE';
    return {
        stackName: request.stackName,
        type,
        template: template.url === undefined ? { body: template.body } : { url: template.url },
        parameters,
        tags: request.tags,
        capabilities: request.capabilities,
        notificationArns: request.notificationArns,
        ...(serviceRole !== undefined && { roleArn: serviceRole }),
        ...(rollbackTriggers !== undefined && { rollbackTriggers }),
        ...(revertDrift && { deploymentMode: 'REVERT_DRIFT' }),
        ...(request.express && { express: { disableRollback: request.disableRollback } }),
        ...(description !== undefined && { description }),
    };
}
async function createInMode({ express, ...request }, subject, ports) {
    if (express === undefined)
        return { created: await create(request, subject, ports), notes: [] };
    try {
        return { created: await create({ ...request, express }, subject, ports), notes: [] };
    }
    catch (error) {
        if (!isWithoutExpress(error))
            throw error;
        return { created: await create(request, subject, ports), notes: [withoutExpressNote(error)] };
    }
}
async function create(request, subject, ports) {
    const { cloudformation, beforeWrite } = ports;
    await beforeWrite();
    try {
        return await cloudformation.createChangeSet(request);
    }
    catch (error) {
        if (!(error instanceof aws_ports/* AwsError */.G))
            throw error;
        if (stackMoved(error))
            return undefined;
        // The name is ours alone: an earlier try of this very call got through although its answer was lost.
        if (error.kind === 'already-exists')
            return await findByName(request, ports);
        if ((0,stack_patience/* isTransient */.d)(error))
            return await lostAnswer(error, request, ports);
        if (!/LimitExceeded/.test(error.code))
            throw error;
        const listed = await deleteLeftovers(request.stackName, subject, ports, true);
        if (!listed.some(isOurs))
            throw error;
        return await cloudformation.createChangeSet(request);
    }
}
/** The stack was free when it was read and is not any more, or is gone. */
function stackMoved({ message }) {
    return (/\bis in [A-Z_]*(_IN_PROGRESS|ROLLBACK_COMPLETE|_FAILED) state\b/.test(message) ||
        // Parameters and templates may not exist either.
        /^Stack\b.*\bdoes not exist\b/.test(message));
}
async function findByName({ stackName, name }, { cloudformation }) {
    const listed = await cloudformation.listChangeSets(stackName);
    const found = listed.find((changeSet) => changeSet.name === name);
    const changeSet = found && (await cloudformation.describeChangeSet(found.id));
    return changeSet && { id: changeSet.id, stackId: changeSet.stackId };
}
/** No answer in any try: the change set may be there all the same, and nobody else would ever look for it. */
async function lostAnswer(error, request, ports) {
    let found;
    try {
        found = await findByName(request, ports);
    }
    catch (second) {
        // That nothing answers was said by the first error already.
        if (!(second instanceof aws_ports/* AwsError */.G))
            throw second;
    }
    if (found === undefined)
        throw error;
    return found;
}
/** A change set that was just created may not be found for a moment. */
const NOT_FOUND_READS = 8;
async function settled(id, request, type, deadline, ports) {
    const pace = ports.pace?.(`${type} change set of ${(0,stack_feed/* stackKey */.E)(request.instance)}`);
    const poller = (0,polling/* createPoller */.vO)(ports.clock, ports.signal, { ...polling/* CHANGE_SET_POLLS */.ji, ...(pace && { pace }) }, deadline);
    const patience = (0,stack_patience/* createPatience */.s)(ports.clock);
    let last = 'CREATE_PENDING';
    while (await poller.next()) {
        const read = await patience.read(() => ports.cloudformation.describeChangeSet(id, { properties: true }));
        if (read === undefined)
            continue;
        const changeSet = read.answer;
        if (changeSet === undefined) {
            if (poller.polls() >= NOT_FOUND_READS)
                break;
            continue;
        }
        last = changeSet.status;
        if (last === 'CREATE_PENDING' || last === 'CREATE_IN_PROGRESS')
            continue;
        poller.ended();
        return changeSet;
    }
    // Deleted while it was made, as when somebody deletes the empty stack that it was made on: look again.
    if (ports.clock.now() < deadline)
        return undefined;
    throw new failed/* StackRefusal */.Tf({
        state: 'timed-out',
        reason: `the change set of stack ${request.stackName} was still in ${last} after ${(0,wait_out/* minutes */.G)(request.timeoutMs)}`,
        fix: ['Run the same command again, or raise `timeout`.'],
    });
}

;// CONCATENATED MODULE: ./src/stack/secrets.ts
const MASK = '****';
const SECRET_NAME = /passw(or)?d|passphrase|secret|token|api_?key|private_?key|credential|connection_?string/i;
/** Says where a secret is, not what it is. */
const REFERENCE = /^(arn:|\{\{resolve:|\{"(Ref|Fn::)|\$\{)/;
/** A shorter value would be found by chance inside others. */
const SHORTEST_SUBSTRING = 6;
/**
 * CloudFormation masks NoEcho values in most of its answers, but not wherever they end up in a property. Values of
 * NoEcho parameters are hidden whole and inside other text; properties that are named like a secret are hidden too.
 */
function createMask(request) {
    const secrets = request.declaredParameters
        .filter((declared) => declared.noEcho)
        .map((declared) => request.parameters[declared.name] ?? '')
        .filter((value) => value !== '');
    return (property, value) => {
        if (value === undefined || value === '')
            return value;
        if (SECRET_NAME.test(property) && !REFERENCE.test(value))
            return MASK;
        return secrets.reduce((text, secret) => {
            if (text === secret || text === JSON.stringify(secret))
                return MASK;
            return secret.length >= SHORTEST_SUBSTRING ? text.replaceAll(secret, MASK) : text;
        }, value);
    };
}

;// CONCATENATED MODULE: ./src/stack/parameter-changes.ts

/**
 * What an update would change in the parameters of a stack, by name. NoEcho values cannot be read, so that nobody can say
 * whether they change: they are left out.
 */
function parameterChanges(stack, request, sent) {
    if (stack === undefined)
        return [];
    const mask = createMask(request);
    const hidden = new Set(request.declaredParameters.filter(({ noEcho }) => noEcho).map(({ name }) => name));
    const kept = new Set(sent.filter((parameter) => 'usePrevious' in parameter).map(({ name }) => name));
    const values = new Map(sent.flatMap((parameter) => ('value' in parameter ? [[parameter.name, parameter.value]] : [])));
    const names = new Set([...Object.keys(stack.parameters), ...values.keys()]);
    return [...names].sort().flatMap((name) => {
        const [before, after] = [stack.parameters[name], values.get(name)];
        if (hidden.has(name) || kept.has(name) || before === after)
            return [];
        const shownBefore = mask(name, before);
        const shownAfter = mask(name, after);
        return {
            name,
            ...(shownBefore !== undefined && { before: shownBefore }),
            ...(shownAfter !== undefined && { after: shownAfter }),
        };
    });
}

// EXTERNAL MODULE: ./src/stack/parameters.ts
var stack_parameters = __webpack_require__(48598);
// EXTERNAL MODULE: ./src/stack/stack-tree.ts
var stack_tree = __webpack_require__(65213);
;// CONCATENATED MODULE: ./src/stack/plan-changes.ts



const plan_changes_DEEPEST = 5;
/** The changes of a change set and of those of its nested stacks. */
async function plannedChanges(changeSet, mask, ports) {
    return collect(changeSet, [], mask, ports);
}
async function collect(changeSet, parents, mask, ports) {
    const changes = [];
    const notes = [];
    let onlyAutomatic = changeSet.changes.length > 0;
    for (const change of changeSet.changes) {
        const own = (0,stack_changes/* resourceChange */.J2)(change, { parents, mask, isStateful: ports.isStateful });
        if (change.resourceType !== stack_changes/* NESTED_STACK */.Z4) {
            onlyAutomatic = false;
            changes.push(own);
            continue;
        }
        const child = await nestedChanges(change, [...parents, change.logicalId], mask, ports);
        notes.push(...child.notes);
        const automatic = isAutomatic(change) && child.unchanged !== false;
        if (!automatic)
            onlyAutomatic = false;
        // Listed for form's sake and known to change nothing: not worth a line in a plan.
        if (automatic && child.unchanged === true)
            continue;
        changes.push({
            ...own,
            dataLoss: own.dataLoss || ((0,stack_changes/* losesResource */.xA)(change) && (await holdsData(change, ports))),
            ...(child.hidden && { unseen: true }),
        });
        changes.push(...child.changes);
    }
    return { changes, onlyAutomatic, notes };
}
async function nestedChanges(change, path, mask, ports) {
    // What is in a nested stack that comes or goes, comes or goes with it.
    const living = change.action !== 'Add' && change.action !== 'Remove';
    if (change.nestedChangeSetId === undefined) {
        if (!living)
            return { changes: [], unchanged: undefined, hidden: false, notes: [] };
        return { ...plan_changes_hidden(path, 'CloudFormation made no change set for it'), unchanged: undefined };
    }
    const child = await ports.cloudformation.describeChangeSet(change.nestedChangeSetId, { properties: true });
    if (child === undefined || path.length > plan_changes_DEEPEST)
        return { ...plan_changes_hidden(path, 'its change set cannot be read'), hidden: living };
    if (child.status === 'FAILED') {
        return isEmptyReason(child.statusReason)
            ? { changes: [], unchanged: true, hidden: false, notes: [] }
            : { ...plan_changes_hidden(path, child.statusReason ?? 'its change set failed'), hidden: living };
    }
    const planned = await collect(child, path, mask, ports);
    return { ...planned, hidden: false, unchanged: planned.onlyAutomatic && planned.changes.length === 0 };
}
function plan_changes_hidden(path, why) {
    return {
        changes: [],
        unchanged: false,
        hidden: true,
        notes: [`The changes inside nested stack ${path.join('.')} are not shown: ${why}`],
    };
}
/** CloudFormation's `ChangeSource: Automatic`: the nested template might have changed, no property is named. */
function isAutomatic(change) {
    if (change.action !== 'Modify' || change.replacement === 'True')
        return false;
    return change.details.every((detail) => detail.name === undefined && detail.path === undefined);
}
/** A nested stack goes with everything in it. */
async function holdsData({ physicalId }, { cloudformation, isStateful }) {
    if (physicalId === undefined)
        return false;
    for await (const { resources } of (0,stack_tree/* stackTree */.z)(physicalId, cloudformation)) {
        if (resources === undefined || resources.some(({ type }) => isStateful(type)))
            return true;
    }
    return false;
}

// EXTERNAL MODULE: ./src/stack/retained.ts
var stack_retained = __webpack_require__(17406);
;// CONCATENATED MODULE: ./src/stack/recreate.ts








/**
 * A stack whose first create failed may be deleted only when nothing is in it that a deletion would lose or leave
 * behind, and only without termination protection.
 * @throws StackRefusal `stuck`, with what stands in the way
 */
async function refuseToLose(stack, ports) {
    if (stack.terminationProtection) {
        refuse(stack, 'termination protection is on', [
            `Look at what is in the stack, turn its termination protection off (aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stack.stackName}) and run the same command again.`,
        ]);
    }
    const kept = await resourcesWorthKeeping(stack, ports);
    if (kept.length > 0) {
        refuse(stack, `it still holds ${kept.join(', ')}`, [
            `Import or delete ${kept.join(', ')}, then delete stack ${stack.stackName} and run the same command again.`,
        ]);
    }
}
/** Deletes a stack whose first create failed, so that it can be created again. */
async function deleteFailedCreate(stack, subject, deadline, ports) {
    const { report, target } = ports;
    report({
        type: 'instance.state',
        instance: subject.instance,
        target,
        stack: (0,stack_feed/* stackKey */.E)(subject.instance),
        state: 'planning',
        text: `deletes the stack that an earlier create left in ${stack.status}`,
    });
    const { followed, token } = await deleteAndFollow(stack, subject, deadline, ports, subject);
    if (followed.kind === 'gone')
        return;
    if (followed.kind === 'timed-out') {
        throw new failed/* StackRefusal */.Tf({
            state: 'timed-out',
            reason: `the deletion of stack ${stack.stackName} was not over after ${(0,wait_out/* minutes */.G)(subject.timeoutMs)}`,
            fix: ['Run the same command again: it waits for the deletion and goes on.'],
        });
    }
    const { operationIds } = followed;
    const since = (0,operation/* baselineOf */.Bv)(stack).changedAt;
    const failures = await (0,diagnose/* diagnose */.h)({ stackId: stack.stackId, operationIds, token, since }, ports);
    throw new failed/* StackRefusal */.Tf({
        state: 'stuck',
        reason: `stack ${stack.stackName} could not be deleted: ${failures.map((failure) => failure.path).join(', ') || 'no reason given'}`,
        failures,
        fix: [`Delete or free these resources, then delete stack ${stack.stackName} and run the same command again.`],
    });
}
function refuse(stack, why, fix) {
    throw new failed/* StackRefusal */.Tf({
        state: 'stuck',
        reason: `stack ${stack.stackName} is in ${stack.status} and is not deleted: ${why}`,
        fix,
    });
}
/** Resources that hold data, or that a deletion policy keeps: in the stack and in those nested in it, by their path. */
async function resourcesWorthKeeping(stack, { cloudformation, isStateful }) {
    const kept = [];
    for await (const { stackId, path, resources } of (0,stack_tree/* stackTree */.z)(stack.stackId, cloudformation)) {
        if (resources === undefined)
            return [...kept, `nested stack ${path.join('.')}, which was not looked into`];
        if (resources.length === 0)
            continue;
        const retained = await (0,stack_retained/* retainedResources */.G)(stackId, cloudformation);
        for (const { logicalId, type, status } of resources) {
            if (status === 'DELETE_SKIPPED' || isStateful(type) || retained.has(logicalId)) {
                kept.push(`${[...path, logicalId].join('.')} (${type})`);
            }
        }
    }
    return kept;
}

;// CONCATENATED MODULE: ./src/stack/ready.ts






/** Each round ends one operation or repairs one thing; a stack that needs more is somebody else's battlefield. */
const MOST_ROUNDS = 10;
/** Reads the stack and brings it to where a change set can be made: waits, recreates, continues a stack rollback. */
async function readyStack(request, deadline, ports) {
    let stack = await ports.cloudformation.describeStack(request.stackName);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
        if (stack === undefined)
            return { type: 'CREATE' };
        switch ((0,stack_status/* statusMeaning */.u)(stack.status).next) {
            case 'create':
                return stack.status === 'DELETE_COMPLETE' ? { type: 'CREATE' } : { type: 'CREATE', stack };
            case 'update':
                return { type: 'UPDATE', stack };
            case 'wait':
                if (ports.waits === false)
                    return { type: 'BUSY', stack };
                stack = await (0,wait_out/* waitOut */.a)(stack, request, deadline, ports);
                break;
            case 'recreate':
                // What a new stack would be refused for anyway must not cost the old one.
                (0,stack_parameters/* changeSetParameters */.h)(request, new Set());
                await refuseToLose(stack, ports);
                if (ports.repair === false)
                    return { type: 'RECREATE', stack };
                await deleteFailedCreate(stack, request, deadline, ports);
                return { type: 'CREATE' };
            case 'continue-rollback':
                stack = await continueRollback(stack, request, deadline, ports);
                break;
            case 'stuck':
                throw stuck(stack);
        }
    }
    throw new failed/* StackRefusal */.Tf({
        state: 'failed',
        reason: `stack ${request.stackName} does not come to rest: others keep changing it`,
        fix: ['Find out who else deploys this stack, then run the same command again.'],
    });
}
function stuck({ stackName, status, statusReason }) {
    const because = statusReason ? `: ${statusReason}` : '';
    return new failed/* StackRefusal */.Tf({
        state: 'stuck',
        reason: `stack ${stackName} is in ${status}${because}`,
        fix: [stuckFix(stackName, status)],
    });
}
function stuckFix(stackName, status) {
    switch (status) {
        case 'DELETE_FAILED':
            return `Finish its deletion (aws cloudformation delete-stack --stack-name ${stackName}, with --retain-resources for what refuses), then run the same command again to create it anew.`;
        case 'IMPORT_ROLLBACK_FAILED':
            return `Repair the resources that the import touched and finish its rollback in the CloudFormation console, then run the same command again.`;
        default:
            return `Bring stack ${stackName} out of ${status}, then run the same command again.`;
    }
}

// EXTERNAL MODULE: ./src/template/parse.ts + 4 modules
var parse = __webpack_require__(78547);
;// CONCATENATED MODULE: ./src/stack/recreation.ts


/**
 * What a plan shows of a failed first create that a deployment would delete and create anew: CloudFormation takes no
 * change set for such a stack, so the resources are those that the template declares.
 */
function recreation({ template, stackName }, stack) {
    const changes = (0,parse.parseTemplate)(template.body, stackName).resources.map(({ logicalId, type }) => ({
        logicalId,
        path: logicalId,
        resourceType: type,
        action: 'Add',
        scope: [],
        properties: [],
        dataLoss: false,
    }));
    return {
        kind: 'recreate',
        stackId: stack.stackId,
        before: (0,operation/* identityOf */.cu)(stack),
        changes,
        notes: [
            `Stack ${stackName} is in ${stack.status} and nothing in it is kept or protected: a deployment deletes it and creates it anew`,
            `CloudFormation makes no change set for a stack in ${stack.status}: these are the resources as the template declares them, before transforms and conditions`,
        ],
    };
}

;// CONCATENATED MODULE: ./src/stack/same-inputs.ts
/**
 * Whether template, parameters and what the stack keeps beside them are those it was deployed with. Needed for stacks
 * with nested stacks: CloudFormation never calls their change sets empty, and outputs, service role, topics and alarms
 * of the stack itself show in no change set.
 *
 * Capabilities are not compared: they are the consent to one operation, and alone never make one (CreateChangeSet of a
 * stack without nested stacks then finds no changes).
 */
async function sameInputs(stack, request, parameters, { cloudformation }) {
    // Without tags of ours the stack keeps its own.
    if (Object.keys(request.tags).length > 0 && !sameRecord(stack.tags, request.tags))
        return false;
    if (!sameSettings(stack, request))
        return false;
    const sent = new Map(parameters.map((parameter) => [parameter.name, parameter]));
    const same = Object.entries(stack.parameters).every(([name, deployed]) => {
        const parameter = sent.get(name);
        // Not sent: the template's default, which is not known here.
        if (parameter === undefined)
            return false;
        return 'usePrevious' in parameter || parameter.value === deployed;
    });
    if (!same || sent.size !== Object.keys(stack.parameters).length)
        return false;
    const template = await cloudformation.getTemplate(stack.stackId, 'Original');
    return template.trim() === request.template.body.trim();
}
/** What is not given is not sent either, and the stack keeps its own (CloudFormation API reference, CreateChangeSet). */
function sameSettings(stack, { serviceRole, notificationArns, rollbackTriggers }) {
    if (serviceRole !== undefined && serviceRole !== stack.roleArn)
        return false;
    if (notificationArns.length > 0 && !sameSet(stack.notificationArns, notificationArns))
        return false;
    if (rollbackTriggers === undefined)
        return true;
    const { alarms = [], monitoringMinutes = 0 } = stack.rollbackTriggers ?? {};
    return monitoringMinutes === rollbackTriggers.monitoringMinutes && sameSet(alarms, rollbackTriggers.alarms);
}
function sameSet(one, other) {
    const set = new Set(one);
    return set.size === new Set(other).size && other.every((item) => set.has(item));
}
function sameRecord(one, other) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

// EXTERNAL MODULE: ./src/stack/failures.ts
var failures = __webpack_require__(45541);
// EXTERNAL MODULE: ./src/stack/hooks.ts
var stack_hooks = __webpack_require__(44048);
// EXTERNAL MODULE: ./src/template/sam-findings.ts
var sam_findings = __webpack_require__(38380);
;// CONCATENATED MODULE: ./src/stack/invalid-template.ts

/** What SAM's translator, run by CloudFormation as the transform, refuses in a template; empty where it does not. */
function invalidTemplate(reason, parents, { locate }) {
    return ((0,sam_findings/* transformFindings */.H$)(reason ?? '') ?? []).map((finding) => {
        const location = (0,sam_findings/* findingPaths */.EW)(finding)
            .map((path) => locate?.([...parents, path].join('.')))
            .find((place) => place !== undefined);
        return {
            path: [...parents, finding.id ?? 'the template'].join('.'),
            status: 'FAILED',
            reason: finding.sentence,
            rootCause: true,
            cancelled: [],
            ...(location && { location }),
        };
    });
}

;// CONCATENATED MODULE: ./src/stack/validation.ts





const validation_DEEPEST = 5;
/**
 * Why a change set failed: every finding of CloudFormation's early validation and hooks, of nested change sets too,
 * or else the one reason it gives.
 */
async function failedChangeSet(changeSet, ports) {
    const found = [];
    const reasons = [];
    const advice = [];
    const invalid = [];
    await validation_collect(changeSet, [], ports, { found, reasons, advice, invalid });
    const statusReason = reasons.at(-1) ?? `CloudFormation gave no reason (${changeSet.status}, ${changeSet.executionStatus})`;
    const whole = {
        path: 'the stack',
        status: 'FAILED',
        reason: statusReason,
        rootCause: true,
        cancelled: [],
    };
    return {
        state: 'failed',
        ...(invalid.length > 0 && { cause: 'template-invalid' }),
        reason: found.length === 0
            ? `the change set failed: ${statusReason}`
            : `the change set failed: ${found.map(({ path, reason }) => `${path}: ${reason}`).join('; ')}`,
        failures: found,
        fix: [...(0,fixes/* knownFixes */.B)(found.length === 0 ? [whole] : found), ...advice],
    };
}
async function validation_collect(changeSet, parents, ports, into) {
    if (changeSet.statusReason)
        into.reasons.push(changeSet.statusReason);
    const invalid = invalidTemplate(changeSet.statusReason, parents, ports);
    into.found.push(...invalid);
    into.invalid.push(...invalid);
    const events = await eventsOf(changeSet.id, ports);
    const located = events
        .filter((event) => (0,failures/* isFailure */.N6)(event) && event.physicalId !== changeSet.stackId)
        .map((event) => ({ event, parents, own: false, undoing: false }));
    if (located.length === 0) {
        const hooks = await (0,stack_hooks/* hookFailures */.Dr)(changeSet, parents.join('.') || 'the stack', ports);
        into.found.push(...hooks.failures);
        into.advice.push(...hooks.fix);
    }
    into.found.push(...(0,failures/* rankFailures */.kl)(located, ports.locate));
    if (parents.length >= validation_DEEPEST)
        return;
    for (const change of changeSet.changes) {
        if (change.nestedChangeSetId === undefined)
            continue;
        const child = await ports.cloudformation.describeChangeSet(change.nestedChangeSetId);
        if (child?.status === 'FAILED')
            await validation_collect(child, [...parents, change.logicalId], ports, into);
    }
}
async function eventsOf(changeSet, { cloudformation }) {
    try {
        return await cloudformation.describeEvents({ changeSet });
    }
    catch (error) {
        // Not allowed to read them: the reason of the change set itself still stands.
        if (error instanceof aws_ports/* AwsError */.G)
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/stack/prepare.ts


















/** How often a stack may be taken from under a plan that is being made. */
const MOST_TRIES = 5;
/**
 * Makes a change set of a stack and reads it, after bringing the stack to where it takes one. What AWS refuses is a
 * `failed` preparation; only defects of this program are thrown.
 */
async function prepareStack(request, ports) {
    try {
        ports.signal.throwIfAborted();
        (0,stack_parameters/* refuseUndeclared */.g)(request);
        return await prepareInTime(request, ports.clock.now() + request.timeoutMs, ports);
    }
    catch (error) {
        const refusal = (0,failed/* refusalOf */.Of)(error, ports.signal);
        if (refusal === undefined)
            throw error;
        return (0,failed/* refusedPreparation */.Qp)(refusal);
    }
}
async function prepareInTime(request, deadline, ports) {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const ready = await readyStack(request, deadline, ports);
        if (ready.type === 'RECREATE')
            return recreation(request, ready.stack);
        if (ready.type === 'BUSY')
            return busy(ready.stack);
        const deployed = ready.type === 'UPDATE' ? Object.keys(ready.stack.parameters) : [];
        const parameters = (0,stack_parameters/* changeSetParameters */.h)(request, new Set(deployed));
        const before = ready.stack && !(await isLeftover(ready, request, ports)) ? (0,operation/* identityOf */.cu)(ready.stack) : undefined;
        const madeStack = ready.type === 'CREATE' && before === undefined;
        const described = await withDescription(request, ready, parameters, ports);
        const made = await makeChangeSet(described, ready, parameters, madeStack, deadline, ports);
        if (made === undefined)
            continue;
        try {
            return await readChangeSet(request, ready, before, parameters, made, ports);
        }
        catch (error) {
            throw await abandon(error, made.changeSet, madeStack, request, ports);
        }
    }
    throw new failed/* StackRefusal */.Tf({
        state: 'failed',
        reason: `stack ${request.stackName} changed each time a change set was made for it`,
        fix: ['Find out who else deploys this stack, then run the same command again.'],
    });
}
function busy(stack) {
    const notes = [`${(0,operation/* describeOperation */.R8)(stack)} is under way: what would change is known when it is over`];
    return { kind: 'unreviewed', notes };
}
/**
 * Deletes what dead runs left on the stack. True for an empty stack with nothing but change sets of ours: a dead run
 * made it, so it is ours to clean up. One without any change set is what a run leaves that died while it cleaned up.
 */
async function isLeftover({ type, stack }, request, ports) {
    const deaths = ports.deadRuns !== undefined && ports.deadRuns.length > 0;
    if (stack === undefined || (type === 'UPDATE' && !deaths))
        return false;
    const changeSets = await deleteLeftovers(stack.stackId, request, ports);
    const mayBeBare = deaths || isThrowaway(ports);
    return type === 'CREATE' && changeSets.every(isOurs) && (changeSets.length > 0 || mayBeBare);
}
async function withDescription(request, { type, stack }, parameters, { describe }) {
    if (describe === undefined)
        return request;
    return { ...request, description: await describe(parameters, type === 'UPDATE' ? stack : undefined) };
}
async function readChangeSet(request, ready, before, parameters, { changeSet, tookMs, notes }, ports) {
    const stack = ready.type === 'UPDATE' ? ready.stack : undefined;
    const empty = changeSet.status === 'FAILED' && isEmptyReason(changeSet.statusReason);
    if (stack !== undefined && empty) {
        const unchanged = await noChange(stack, changeSet.id, ports);
        return (0,stack_status/* statusMeaning */.u)(stack.status).end === 'stuck' ? (0,failed/* refusedPreparation */.Qp)(halfUpdated(stack)) : unchanged;
    }
    if (changeSet.status !== 'CREATE_COMPLETE' || changeSet.executionStatus !== 'AVAILABLE') {
        const refusal = await failedChangeSet(changeSet, ports);
        await discardFailed(changeSet, ready.type === 'CREATE' && before === undefined, request, ports);
        return (0,failed/* refusedPreparation */.Qp)(refusal);
    }
    const planned = await plannedChanges(changeSet, createMask(request), ports);
    if (stack !== undefined && planned.onlyAutomatic && (await sameInputs(stack, request, parameters, ports))) {
        return await noChange(stack, changeSet.id, ports);
    }
    const changed = parameterChanges(stack, request, parameters);
    return {
        kind: 'change-set',
        changeSetId: changeSet.id,
        changeSetName: changeSet.name,
        type: ready.type,
        stackId: changeSet.stackId,
        ...(before !== undefined && { before }),
        changes: planned.changes,
        ...(changed.length > 0 && { parameters: changed }),
        resourceLess: planned.changes.length === 0,
        notes: [...notes, ...planned.notes],
        tookMs,
    };
}
async function noChange(stack, changeSetId, ports) {
    try {
        await ports.beforeWrite();
        // Its name is never used again, so nothing waits for the deletion.
        await ports.cloudformation.deleteChangeSet(changeSetId);
    }
    catch (error) {
        // A leftover blocks nothing: the stack is as it should be all the same.
        if (!(error instanceof aws_ports/* AwsError */.G || error instanceof errors/* UserError */.yo))
            throw error;
    }
    return {
        kind: 'no-change',
        stackId: stack.stackId,
        before: (0,operation/* identityOf */.cu)(stack),
        outputs: stack.outputs,
        notes: [],
        terminationProtection: stack.terminationProtection,
    };
}
/** No change against a stack that an update without rollback left half done is not "all is well". */
function halfUpdated({ stackName, status, statusReason }) {
    return {
        state: 'stuck',
        reason: `stack ${stackName} is in ${status} and this release changes nothing in it${statusReason ? `: ${statusReason}` : ''}`,
        fix: [`Deploy a corrected release, or go back with: aws cloudformation rollback-stack --stack-name ${stackName}`],
    };
}

;// CONCATENATED MODULE: ./src/stack/remove.ts






const NOTHING = { failures: [], fix: [], outputs: {} };
/** Deletes a stack and waits until it is gone. `no-change` when there is none. */
async function removeStack(request, ports) {
    const deadline = ports.clock.now() + request.timeoutMs;
    const progress = {};
    try {
        ports.signal.throwIfAborted();
        return await remove(request, deadline, ports, progress);
    }
    catch (error) {
        const refusal = (0,failed/* refusalOf */.Of)(error, ports.signal);
        if (refusal === undefined)
            throw error;
        return (0,failed/* refusedOutcome */.jV)(refusal, progress.stackId === undefined ? {} : { stackId: progress.stackId });
    }
}
async function remove(request, deadline, ports, progress) {
    const { cloudformation } = ports;
    const { stackName, serviceRole } = request;
    const found = await cloudformation.describeStack(stackName);
    const stack = found && (await (0,wait_out/* waitOut */.a)(found, request, deadline, ports));
    if (stack === undefined || stack.status === 'DELETE_COMPLETE') {
        return { ...NOTHING, state: found === undefined ? 'no-change' : 'succeeded' };
    }
    progress.stackId = stack.stackId;
    if (stack.terminationProtection) {
        return {
            ...NOTHING,
            state: 'failed',
            stackId: stack.stackId,
            stackStatus: stack.status,
            reason: `stack ${stackName} has termination protection; nothing was deleted`,
            fix: [
                `If it may go: aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stackName}, then run the same command again.`,
            ],
        };
    }
    const options = { ...(serviceRole !== undefined && { serviceRole }), ...(request.express && { express: true }) };
    let { followed, token } = await deleteAndFollow(stack, request, deadline, ports, options);
    const retain = request.retain ?? [];
    if (followed.kind === 'ended' && followed.stack.status === 'DELETE_FAILED' && retain.length > 0) {
        const failing = await deleteFailures(followed.stack.stackId, ports);
        const allowed = failing.filter((logicalId) => retain.includes(logicalId));
        // Leaving some while others still refuse would only orphan them.
        if (allowed.length > 0 && allowed.length === failing.length) {
            ({ followed, token } = await deleteAndFollow(followed.stack, request, deadline, ports, {
                ...options,
                retainResources: allowed,
            }));
        }
    }
    const base = { ...NOTHING, stackId: stack.stackId };
    if (followed.kind === 'gone')
        return { ...base, state: 'succeeded', stackStatus: 'DELETE_COMPLETE' };
    const { operationIds } = followed;
    if (followed.kind !== 'ended') {
        return {
            ...base,
            state: 'timed-out',
            reason: `the deletion of stack ${stackName} is still running after ${(0,wait_out/* minutes */.G)(request.timeoutMs)}`,
            fix: ['Run the same command again: it waits for the deletion.'],
        };
    }
    const failures = await (0,diagnose/* diagnose */.h)({ stackId: stack.stackId, operationIds, token, since: (0,operation/* changedAt */.Ek)(stack) }, ports);
    return { ...base, ...remove_stuck(stackName, followed.stack.status, failures, followed.stack.statusReason) };
}
async function deleteFailures(stackId, { cloudformation }) {
    const resources = await cloudformation.listStackResources(stackId);
    return resources.filter(({ status }) => status === 'DELETE_FAILED').map(({ logicalId }) => logicalId);
}
function remove_stuck(stackName, stackStatus, failures, statusReason) {
    const names = failures.map(({ path }) => path);
    const reasons = failures.map(({ path, reason }) => `${path}: ${reason}`).join('; ');
    return {
        state: 'stuck',
        stackStatus,
        reason: `stack ${stackName} could not be deleted: ${reasons || (statusReason ?? 'CloudFormation gave no reason')}`,
        failures,
        fix: [
            ...(0,fixes/* knownFixes */.B)(failures),
            `Free ${names.join(', ') || 'what refuses'} and run the same command again, or name ${names.length > 1 ? 'them' : 'it'} as retained to leave ${names.length > 1 ? 'them' : 'it'} behind.`,
        ],
    };
}

;// CONCATENATED MODULE: ./src/stack/index.ts







/**
 * Stack policy and termination protection of a stack that has no other change. They are in no change set, so a
 * deployment calls this when a preparation is `no-change`; a plan does not. What AWS refuses becomes a warning.
 */
async function alignSettings(request, preparation, ports) {
    const { stackId, terminationProtection } = preparation;
    await (0,settings/* warnOnFailure */.yh)('The stack policy', ports, () => (0,settings/* setStackPolicy */.F1)(stackId, request, ports));
    if (terminationProtection === undefined)
        return;
    const stack = { stackId, stackName: request.stackName, terminationProtection };
    await (0,settings/* warnOnFailure */.yh)('Termination protection', ports, () => (0,settings/* setTerminationProtection */.C4)(stack, request, ports));
}


/***/ }),

/***/ 42444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ clientToken),
/* harmony export */   G: () => (/* binding */ changeSetName),
/* harmony export */   H3: () => (/* binding */ PREFIX),
/* harmony export */   NG: () => (/* binding */ isOfRun),
/* harmony export */   gA: () => (/* binding */ plannerOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** All change sets and tokens of this program start with it. */
const PREFIX = 'smr-';
/** Change sets of a plan that nobody will execute. */
const THROWAWAY = `${PREFIX}plan-`;
function digest(...parts) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
}
/**
 * Unique per run, target and attempt, so that a change set that another run (or an earlier attempt of this one) left
 * behind never stands in the way. At most 128 characters of [a-zA-Z0-9-], as CreateChangeSet wants.
 */
function changeSetName(runId, instance, clock, throwaway = false) {
    return `${throwaway ? THROWAWAY : PREFIX}${runId}-${digest(runId, instance, String(clock.now()), String(clock.random())).slice(0, 12)}`;
}
/** Whether a change set of this name was made by that run. */
function isOfRun(name, runId) {
    return name.startsWith(`${PREFIX}${runId}-`) || name.startsWith(`${THROWAWAY}${runId}-`);
}
/** Id of the run whose plan this change set belongs to, where nobody but that run can want it. */
function plannerOf(name) {
    return name.startsWith(THROWAWAY) ? /^(.+)-[0-9a-f]{12}$/.exec(name.slice(THROWAWAY.length))?.[1] : undefined;
}
/**
 * Client token of a write: the same for each repetition of it, so that CloudFormation does it once.
 * `purpose` and `subject` name the write ("execute", change set id).
 */
function clientToken(purpose, ...subject) {
    return `${PREFIX}${purpose}-${digest(purpose, ...subject).slice(0, 32)}`;
}


/***/ }),

/***/ 25141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ statusByToken),
/* harmony export */   Bv: () => (/* binding */ baselineOf),
/* harmony export */   Ek: () => (/* binding */ changedAt),
/* harmony export */   G3: () => (/* binding */ showsOperation),
/* harmony export */   LE: () => (/* binding */ newOperations),
/* harmony export */   R8: () => (/* binding */ describeOperation),
/* harmony export */   Y_: () => (/* binding */ latestChange),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   hY: () => (/* binding */ hasEnded)
/* harmony export */ });
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53016);

function changedAt(stack) {
    return stack.updatedAt ?? stack.createdAt;
}
/** "UPDATE_IN_PROGRESS (operation 6f…)". */
function describeOperation(stack) {
    const id = stack.lastOperations.find(({ type }) => type !== 'CREATE_CHANGESET')?.id;
    return id === undefined ? stack.status : `${stack.status} (operation ${id})`;
}
function identityOf(stack) {
    return { stackId: stack.stackId, status: stack.status, changedAt: changedAt(stack) };
}
function baselineOf(stack) {
    return {
        status: stack.status,
        changedAt: changedAt(stack),
        operations: new Set(stack.lastOperations.map((operation) => operation.id)),
    };
}
/** Operations that a later read shows and the baseline did not, oldest first: ours, then its stack rollback. */
function newOperations(stack, baseline) {
    const fresh = stack.lastOperations.filter(({ id, type }) => !baseline.operations.has(id) && type !== 'CREATE_CHANGESET');
    return fresh.toReversed();
}
/**
 * Whether this very read was made after the operation began. DescribeStacks is eventually consistent: a read right
 * after the call may still show the status in which the previous operation ended, and that is not our result.
 */
function showsOperation(stack, baseline) {
    return (stack.status !== baseline.status ||
        changedAt(stack) > baseline.changedAt ||
        newOperations(stack, baseline).length > 0);
}
/** The newest status of the stack itself among the events of the call with this client token (events newest first). */
function statusByToken(events, stackId, token) {
    return events.find((event) => event.clientRequestToken === token && event.physicalId === stackId)?.status;
}
/**
 * The newest create, update or import of a stack and the operations after it (its stack rollback), oldest first.
 * DescribeEvents by stack name shows the events of the very newest operation only, which for a failed change is the
 * stack rollback and not the failure (awslabs/mcp issue 4275): they are read by these ids.
 */
function latestChange(stack) {
    const operations = stack.lastOperations.filter(({ type }) => type !== 'CREATE_CHANGESET');
    const change = operations.findIndex(({ type }) => !AFTERMATH.includes(type));
    return operations
        .slice(0, change + 1)
        .toReversed()
        .map(({ id }) => id);
}
const AFTERMATH = ['ROLLBACK', 'CONTINUE_ROLLBACK', 'DELETE_STACK'];
/** The operation is over: no read can show anything else for it. */
function hasEnded(status, rollbackFollows) {
    if (!(0,_status_js__WEBPACK_IMPORTED_MODULE_0__/* .statusMeaning */ .u)(status).settled)
        return false;
    // With rollback enabled CREATE_FAILED and UPDATE_FAILED are passed through on the way to the rollback.
    return !(rollbackFollows && (status === 'CREATE_FAILED' || status === 'UPDATE_FAILED'));
}


/***/ }),

/***/ 48598:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ refuseUndeclared),
/* harmony export */   h: () => (/* binding */ changeSetParameters)
/* harmony export */ });
/* harmony import */ var _topology_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34131);
/* harmony import */ var _failed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47547);


/**
 * What to send for each parameter the template declares. A value that was given wins; without one, `keep` keeps the
 * deployed value and `template-default` goes back to the template's default (where there is none, the deployed value
 * is all there is, and stays). CloudFormation's `UsePreviousValue` also covers NoEcho values that cannot be read.
 * @param deployed names of the parameters of the deployed stack; empty for a new one
 */
function changeSetParameters(request, deployed) {
    refuseUndeclared(request);
    refuseMissing(request, deployed);
    return request.declaredParameters.flatMap((declared) => {
        const value = request.parameters[declared.name];
        if (value !== undefined)
            return [{ name: declared.name, value }];
        const keep = request.missingParameters === 'keep' || !declared.hasDefault;
        return keep && deployed.has(declared.name) ? [{ name: declared.name, usePrevious: true }] : [];
    });
}
function refuseUndeclared(request) {
    const names = request.declaredParameters.map((declared) => declared.name);
    const unknown = Object.keys(request.parameters).filter((name) => !names.includes(name));
    if (unknown.length === 0)
        return;
    throw new _failed_js__WEBPACK_IMPORTED_MODULE_1__/* .StackRefusal */ .Tf({
        state: 'failed',
        reason: `the template declares no parameter ${unknown.join(', ')}`,
        fix: unknown.map((name) => `Correct or remove ${name}. ${(0,_topology_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(name, names)}`),
    });
}
function refuseMissing(request, deployed) {
    const missing = request.declaredParameters
        .filter(({ name, hasDefault }) => !hasDefault && request.parameters[name] === undefined && !deployed.has(name))
        .map(({ name }) => name);
    if (missing.length === 0)
        return;
    throw new _failed_js__WEBPACK_IMPORTED_MODULE_1__/* .StackRefusal */ .Tf({
        state: 'failed',
        reason: `no value for ${missing.length === 1 ? 'parameter' : 'parameters'} ${missing.join(', ')}: the template has no default and the stack has no earlier value`,
        fix: [`Give a value for ${missing.join(', ')} under \`parameters\`.`],
    });
}


/***/ }),

/***/ 20571:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ji: () => (/* binding */ CHANGE_SET_POLLS),
/* harmony export */   k$: () => (/* binding */ operationPolls),
/* harmony export */   vO: () => (/* binding */ createPoller)
/* harmony export */ });
/** Change sets take some seconds on AWS, rarely more. */
const CHANGE_SET_POLLS = { firstMs: 80, factor: 3, maxMs: 2_400 };
/** `slow`: an earlier step of the same stack showed that nothing happens at once here. */
function operationPolls(slow, expectedMs) {
    const plan = slow ? { firstMs: 800, factor: 2.2, maxMs: 3_000 } : { firstMs: 90, factor: 2.2, maxMs: 3_000 };
    return expectedMs === undefined ? plan : { ...plan, expectedMs };
}
/** Share of the longest delay by which stacks that started together are set apart, once. */
const JITTER = 0.1;
/** What was measured last time holds the wait for the poll that saw the end: the end itself came a little earlier. */
const EXPECTED_SHARE = 0.97;
/** Around the expected end polls start over with short delays. */
const NEAR_END = { firstMs: 400, factor: 2, polls: 2 };
/** Share of a delay that everybody waits where targets are set apart; the rest of it depends on the phase. */
const COMMON_SHARE = 0.75;
/** While an end is known to be far away, the longest delays may be longer still. */
const FAR_SHARE = 1.4;
/** A timer may fire a little early by the clock: the poll that it woke counts all the same. */
const TIMER_SLACK_MS = 5;
/** An end that is expected sooner than this is not worth asking for sooner. */
const SOONEST_MS = 50;
/**
 * Polls that may come early, whatever is expected and however often others end: after these there is one in `maxMs`.
 * An end that another target has just seen is worth one more.
 */
const EARLY_POLLS = 4;
const EARLY_POLLS_TOLD = 5;
function createPoller(clock, signal, plan, deadline) {
    const started = clock.now();
    const pacer = plan.pace?.join();
    const expectation = createExpectation(plan, pacer);
    let polls = 0;
    let last = { from: 0, until: 0 };
    let setApart = false;
    const delayAt = (poll) => Math.min(plan.maxMs, plan.firstMs * plan.factor ** poll);
    /** Without any expectation: growing delays, of which the first long one sets targets apart by their phases. */
    const regularDelay = () => {
        const delay = delayAt(polls);
        // Once is enough: added to each delay it would only blur when the end is seen.
        if (polls === 0)
            return delay + clock.random() * JITTER * Math.min(plan.maxMs, plan.firstMs * 10);
        if (pacer === undefined || setApart || delay < plan.maxMs / 2)
            return delay;
        return delay * COMMON_SHARE + pacer.phase * plan.maxMs;
    };
    /** Age at which the next poll is due, asked at age `now` after the answer to the one before. */
    const dueAge = (now, regular) => {
        const { age, past } = expectation.now();
        const early = expectation.told() ? EARLY_POLLS_TOLD : EARLY_POLLS;
        const earliest = (polls + 1 - early) * plan.maxMs;
        return Math.max(earliest, beforeBudget());
        function beforeBudget() {
            if (age === undefined)
                return now + regular;
            if (polls === 0 || !expectation.reachedBy(last.until)) {
                const far = regular >= plan.maxMs ? regular * FAR_SHARE : regular;
                // A poll shortly before the expected end would be wasted, one long after it late.
                return now + far * 1.4 > age ? Math.max(SOONEST_MS, age) : now + far;
            }
            if (past > NEAR_END.polls)
                return now + regular;
            const soon = NEAR_END.firstMs * NEAR_END.factor ** Math.max(0, past - 1);
            return now + Math.min(regular, soon * (COMMON_SHARE + (pacer?.phase ?? 1 - COMMON_SHARE)));
        }
    };
    return {
        async next() {
            signal.throwIfAborted();
            const asked = clock.now();
            if (asked >= deadline)
                return false;
            const regular = regularDelay();
            for (let waits = true; waits;) {
                expectation.listen(clock.now() - started);
                const due = Math.min(deadline, started + dueAge(asked - started, regular));
                waits = !(await sleepUnlessTold(Math.max(0, due - clock.now())));
            }
            polls += 1;
            setApart ||= clock.now() - asked + TIMER_SLACK_MS >= regular && delayAt(polls - 1) >= plan.maxMs / 2;
            last = { from: last.until, until: clock.now() - started };
            expectation.polled(last.until);
            // Expected together and wrong: apart again.
            if (expectation.now().past === NEAR_END.polls + 1)
                setApart = false;
            return true;
        },
        polls: () => polls,
        nearEnd: () => {
            const { past } = expectation.now();
            return expectation.reachedBy(last.until) && past <= NEAR_END.polls;
        },
        ended: () => pacer?.ended(last),
    };
    /** False: somebody else's end was seen meanwhile. */
    async function sleepUnlessTold(ms) {
        if (pacer === undefined) {
            await clock.sleep(ms, signal);
            return true;
        }
        const told = new AbortController();
        const stop = pacer.listen(() => told.abort());
        try {
            await clock.sleep(ms, AbortSignal.any([signal, told.signal]));
            return true;
        }
        catch (error) {
            signal.throwIfAborted();
            if (!told.signal.aborted)
                throw error;
            return false;
        }
        finally {
            stop();
        }
    }
}
function createExpectation({ expectedMs, firstMs }, pacer) {
    // Those that expect the same end look for it one after the other: the first that sees it tells the rest.
    const apart = pacer === undefined ? 0 : pacer.phase * NEAR_END.firstMs;
    const known = expectedMs === undefined ? 0 : expectedMs * EXPECTED_SHARE;
    // What took less last time was not this: nothing is asked for so soon now.
    let expected = known < firstMs ? undefined : known + apart;
    let past = 0;
    let heard;
    const reachedBy = (age) => expected !== undefined && age + TIMER_SLACK_MS >= expected;
    return {
        now: () => ({ age: expected, past }),
        reachedBy,
        told: () => heard !== undefined,
        listen(age) {
            const seen = pacer?.seen();
            if (pacer === undefined || seen === undefined || seen === heard)
                return;
            heard = seen;
            // Who comes later takes a share of the time in which the end fell; who waits already looks when it was seen.
            expected = age < seen.from ? seen.from + pacer.phase * (seen.until - seen.from) : seen.until;
            past = 0;
        },
        polled(age) {
            if (reachedBy(age))
                past += 1;
        },
    };
}


/***/ }),

/***/ 17406:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ retainedResources)
/* harmony export */ });
/**
 * Policies under which a deletion of the stack leaves something behind. RetainExceptOnCreate is one: it lets go of a
 * resource only in the rollback of the operation that created it (CloudFormation user guide, DeletionPolicy).
 */
const KEEPING = ['Retain', 'RetainExceptOnCreate', 'Snapshot'];
/** Logical ids of the resources of a stack that its deletion leaves behind, as its template says. */
async function retainedResources(stackId, cloudformation) {
    const text = await cloudformation.getTemplate(stackId, 'Processed');
    const { parse } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const template = parse(text, { logLevel: 'silent' });
    return new Set(entries(property(template, 'Resources'))
        .filter(([, resource]) => KEEPING.includes(String(property(resource, 'DeletionPolicy'))))
        .map(([logicalId]) => logicalId));
}
function entries(value) {
    return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
function property(value, name) {
    return entries(value).find(([key]) => key === name)?.[1];
}


/***/ }),

/***/ 11123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C4: () => (/* binding */ setTerminationProtection),
/* harmony export */   F1: () => (/* binding */ setStackPolicy),
/* harmony export */   yh: () => (/* binding */ warnOnFailure)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);


/** Sets the stack policy, where one is given: before an update, so that it guards that update already. */
async function setStackPolicy(stackId, { stackPolicy }, ports) {
    if (stackPolicy === undefined)
        return;
    await ports.beforeWrite();
    await ports.cloudformation.setStackPolicy(stackId, stackPolicy);
}
/** Turns termination protection to what is asked, where that differs. */
async function setTerminationProtection(stack, { terminationProtection }, ports) {
    if (terminationProtection === undefined || terminationProtection === stack.terminationProtection)
        return;
    await ports.beforeWrite();
    await ports.cloudformation.setTerminationProtection(stack.stackName, terminationProtection);
}
/** The stack is as it should be, only a setting around it could not be made: worth a warning, not a failure. */
async function warnOnFailure(what, ports, act) {
    try {
        await act();
    }
    catch (error) {
        if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        ports.report({
            type: 'note',
            level: 'warning',
            target: ports.target,
            text: `${what} could not be set: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error)}`,
        });
    }
}


/***/ }),

/***/ 65213:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ stackTree)
/* harmony export */ });
/* harmony import */ var _changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51313);

const MOST_STACKS = 50;
/** A stack and all stacks nested in it, as far as the reader wants to go: deleting it takes them all along. */
async function* stackTree(root, { listStackResources }) {
    const pending = [{ stackId: root, path: [] }];
    for (let looked = 0;; looked += 1) {
        const next = pending.shift();
        if (next === undefined)
            return;
        if (looked >= MOST_STACKS) {
            yield { ...next, resources: undefined };
            return;
        }
        const listed = await listStackResources(next.stackId);
        const resources = listed
            .filter(({ status }) => status !== 'DELETE_COMPLETE')
            // What never came to be has no physical id.
            .filter(({ status, physicalId }) => status !== 'CREATE_FAILED' || physicalId !== undefined);
        yield { ...next, resources };
        for (const { type, logicalId, physicalId } of resources) {
            if (type === _changes_js__WEBPACK_IMPORTED_MODULE_0__/* .NESTED_STACK */ .Z4 && physicalId !== undefined) {
                pending.push({ stackId: physicalId, path: [...next.path, logicalId] });
            }
        }
    }
}


/***/ }),

/***/ 53016:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ statusMeaning)
/* harmony export */ });
/* unused harmony export STACK_STATUSES */
const running = {
    inProgress: true,
    success: false,
    next: 'wait',
    made: true,
    rollback: false,
    settled: false,
};
const undoing = { ...running, rollback: true };
const done = {
    inProgress: false,
    success: true,
    next: 'update',
    made: true,
    rollback: false,
    settled: true,
    end: 'succeeded',
};
const restored = { ...done, success: false, rollback: true, end: 'failed' };
const broken = {
    inProgress: false,
    success: false,
    next: 'stuck',
    made: true,
    rollback: false,
    settled: true,
    end: 'stuck',
};
/** The first create failed. */
const unmade = { next: 'recreate', made: false };
/**
 * All stack statuses of CloudFormation's API (`StackStatus` in the SDK model), matched whole and never by a part:
 * `UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS` is a living stack although it contains `ROLLBACK_COMPLETE`.
 */
const MEANINGS = {
    CREATE_IN_PROGRESS: { ...running, made: false },
    CREATE_COMPLETE: done,
    CREATE_FAILED: { ...broken, ...unmade },
    ROLLBACK_IN_PROGRESS: { ...undoing, made: false },
    ROLLBACK_COMPLETE: { ...restored, ...unmade },
    ROLLBACK_FAILED: { ...broken, ...unmade, rollback: true },
    UPDATE_IN_PROGRESS: running,
    UPDATE_COMPLETE: done,
    // The update itself is through (old resources are being removed), only the next change has to wait.
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: { ...running, success: true, settled: true, end: 'succeeded' },
    // Rollback was disabled: the stack can be updated again (stack failure options, CloudFormation user guide).
    UPDATE_FAILED: { ...broken, next: 'update' },
    UPDATE_ROLLBACK_IN_PROGRESS: undoing,
    UPDATE_ROLLBACK_COMPLETE: restored,
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: undoing,
    UPDATE_ROLLBACK_FAILED: { ...broken, next: 'continue-rollback', rollback: true },
    IMPORT_IN_PROGRESS: running,
    IMPORT_COMPLETE: done,
    IMPORT_ROLLBACK_IN_PROGRESS: undoing,
    IMPORT_ROLLBACK_COMPLETE: restored,
    IMPORT_ROLLBACK_FAILED: { ...broken, rollback: true },
    // Not a stack yet: it only holds change sets of type CREATE.
    REVIEW_IN_PROGRESS: { ...running, inProgress: false, next: 'create', made: false },
    DELETE_IN_PROGRESS: { ...running, made: false },
    DELETE_COMPLETE: { ...broken, next: 'create', made: false, end: 'deleted' },
    DELETE_FAILED: { ...broken, made: false },
};
const STACK_STATUSES = Object.keys(MEANINGS);
/** A status that is newer than this program: waited for when it says so itself, else left to a person. */
function unknownMeaning(status) {
    return status.endsWith('_IN_PROGRESS') ? running : broken;
}
function statusMeaning(status) {
    return MEANINGS[status] ?? unknownMeaning(status);
}


/***/ }),

/***/ 41546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ minutes),
/* harmony export */   a: () => (/* binding */ waitOut)
/* harmony export */ });
/* harmony import */ var _failed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47547);
/* harmony import */ var _feed_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10346);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25141);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73233);
/* harmony import */ var _polling_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20571);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53016);






/**
 * Waits until an operation that somebody else (or an earlier run of ours) started is over.
 * @returns the stack as it is then; undefined when it was deleted
 */
async function waitOut(stack, subject, deadline, ports) {
    let current = stack;
    const running = () => `${(0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .describeOperation */ .R8)(current)} of stack ${subject.stackName} goes on in CloudFormation`;
    return (0,_failed_js__WEBPACK_IMPORTED_MODULE_0__/* .whileRunning */ .j9)(running, ports, async () => {
        const { cloudformation, clock, signal } = ports;
        const poller = (0,_polling_js__WEBPACK_IMPORTED_MODULE_4__/* .createPoller */ .vO)(clock, signal, (0,_polling_js__WEBPACK_IMPORTED_MODULE_4__/* .operationPolls */ .k$)(true), deadline);
        const patience = (0,_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .createPatience */ .s)(clock);
        let told = '';
        while ((0,_status_js__WEBPACK_IMPORTED_MODULE_5__/* .statusMeaning */ .u)(current.status).inProgress) {
            if (told !== current.status)
                tellWaiting(current, subject, ports);
            told = current.status;
            if (!(await poller.next()))
                throw notOver(current, subject);
            const read = await patience.read(() => cloudformation.describeStack(stack.stackId));
            if (read === undefined)
                continue;
            const next = read.answer;
            if (next === undefined || next.status === 'DELETE_COMPLETE')
                return undefined;
            current = next;
        }
        return current;
    });
}
function tellWaiting(stack, { instance }, { report, target }) {
    report({
        type: 'instance.state',
        instance,
        target,
        stack: (0,_feed_js__WEBPACK_IMPORTED_MODULE_1__/* .stackKey */ .E)(instance),
        state: 'waiting',
        text: `waits until ${(0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .describeOperation */ .R8)(stack)} of somebody else is over`,
    });
}
function notOver(stack, { stackName, timeoutMs }) {
    return new _failed_js__WEBPACK_IMPORTED_MODULE_0__/* .StackRefusal */ .Tf({
        state: 'timed-out',
        reason: `${(0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .describeOperation */ .R8)(stack)} on stack ${stackName} was not over after ${minutes(timeoutMs)}`,
        fix: ['Wait until it is over, then run the same command again; or raise `timeout`.'],
    });
}
function minutes(ms) {
    return ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}


/***/ }),

/***/ 78547:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseTemplate: () => (/* binding */ parseTemplate)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./src/template/document.ts

/** The syntax tree of a template. `failsafe`: types are told from the text by us; short-form tags need no schema. */
function composeDocument(text) {
    return (0,dist.parseDocument)(text, {
        schema: 'failsafe',
        prettyErrors: false,
        uniqueKeys: false,
        logLevel: 'silent',
        keepSourceTokens: false,
    });
}
function locationAt(file, text, offset) {
    let line = 1;
    let start = 0;
    for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
        line += 1;
        start = next + 1;
    }
    return { file, line, column: offset - start + 1 };
}
/** Follows a path as far as it goes. A short-form function (`!Sub`) takes no part of the path: its value has no keys. */
function follow(document, path) {
    let node = document.contents;
    let offset = rangeStart(node) ?? 0;
    let depth = 0;
    for (const part of path) {
        const target = (0,dist.isAlias)(node) ? node.resolve(document) : node;
        let next;
        if ((0,dist.isMap)(target)) {
            const pair = target.items.findLast(({ key }) => (0,dist.isScalar)(key) && String(key.value) === String(part));
            if (pair)
                next = { node: pair.value, offset: rangeStart(pair.key) ?? offset };
        }
        else if ((0,dist.isSeq)(target)) {
            const item = target.items[Number(part)];
            if (item !== undefined)
                next = { node: item, offset: rangeStart(item) ?? offset };
        }
        if (!next)
            break;
        ({ node, offset } = next);
        depth += 1;
    }
    return { node, offset, depth };
}
function spanOf(document, path) {
    const { node, depth } = follow(document, path);
    if (depth !== path.length || !(0,dist.isScalar)(node) || !node.range)
        return undefined;
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
    return { start: node.range[0], end: node.range[1], style };
}
function mapStartOf(document, path) {
    const { node, depth } = follow(document, path);
    if (depth !== path.length || !(0,dist.isMap)(node))
        return undefined;
    const offset = rangeStart(node.items[0]?.key);
    return offset === undefined ? undefined : { offset, flow: node.flow === true };
}
const STYLES = {
    PLAIN: 'plain',
    QUOTE_SINGLE: 'single',
    QUOTE_DOUBLE: 'double',
    BLOCK_FOLDED: 'block',
    BLOCK_LITERAL: 'block',
};
function rangeStart(node) {
    return ((0,dist.isScalar)(node) || (0,dist.isMap)(node) || (0,dist.isSeq)(node) || (0,dist.isAlias)(node) ? node.range : undefined)?.[0];
}

;// CONCATENATED MODULE: ./src/template/location-path.ts
/**
 * What a path as people and CloudFormation write it may mean in a template's data, most likely first:
 * a resource, a parameter, or a path from the root.
 */
function pathOf(path) {
    if (path.startsWith('/'))
        return [path.slice(1).split('/').map(unescapePointer)];
    const parts = path.split(/[.[\]]+/).filter((part) => part !== '');
    return [['Resources', ...parts], ['Parameters', ...parts], parts];
}
function unescapePointer(part) {
    return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

// EXTERNAL MODULE: ./src/template/plain-data.ts
var plain_data = __webpack_require__(18267);
// EXTERNAL MODULE: ./src/template/sections.ts
var sections = __webpack_require__(40496);
;// CONCATENATED MODULE: ./src/template/intrinsics.ts
/** Short forms whose long form is not `Fn::` and the name. */
const BARE = new Set(['Ref', 'Condition']);
/**
 * The long form of a value under a YAML tag: `!Ref X` is `{Ref: X}`, `!GetAtt A.B` is `{'Fn::GetAtt': ['A', 'B']}`.
 * Undefined for tags that are no CloudFormation function (`!!str`).
 */
function longForm(tag, value) {
    const name = /^!([A-Za-z]\w*)$/.exec(tag)?.[1];
    if (name === undefined)
        return undefined;
    if (BARE.has(name))
        return { [name]: value };
    if (name === 'GetAtt' && typeof value === 'string') {
        const dot = value.indexOf('.');
        return { 'Fn::GetAtt': dot < 0 ? [value] : [value.slice(0, dot), value.slice(dot + 1)] };
    }
    return { [`Fn::${name}`]: value };
}

;// CONCATENATED MODULE: ./src/template/yaml-data.ts


/** An alias that contains itself has no finite data. */
class EndlessAlias extends Error {
}
/**
 * Data of a parsed YAML document (schema `failsafe`), with CloudFormation's short forms written out. Plain scalars are
 * read as YAML 1.1 does for CloudFormation, except that numbers with a leading zero and dates stay text: they are
 * account ids and template versions, never octal numbers.
 */
function yamlData(document) {
    const resolved = new Map();
    const open = new Set();
    function convert(node) {
        if ((0,dist.isAlias)(node))
            return target(node.resolve(document));
        if ((0,dist.isScalar)(node))
            return tagged(node.tag, scalarValue(node));
        if ((0,dist.isSeq)(node))
            return tagged(node.tag, node.items.map(convert));
        if ((0,dist.isMap)(node)) {
            const map = {};
            for (const { key, value } of node.items) {
                const name = (0,dist.isScalar)(key) ? String(key.value ?? '') : JSON.stringify(convert(key));
                if (name === '<<')
                    merge(map, convert(value));
                else
                    set(map, name, convert(value));
            }
            return tagged(node.tag, map);
        }
        return null;
    }
    /** One object for all aliases of an anchor: aliases of aliases take no more room than the text. */
    function target(node) {
        if (node === undefined)
            return null;
        if (resolved.has(node))
            return resolved.get(node);
        if (open.has(node))
            throw new EndlessAlias('an alias contains itself');
        open.add(node);
        const value = convert(node);
        open.delete(node);
        resolved.set(node, value);
        return value;
    }
    return convert(document.contents);
}
/** `<<`: keys that the map has itself win, wherever they stand. */
function merge(into, value) {
    for (const source of Array.isArray(value) ? value : [value]) {
        if (typeof source !== 'object' || source === null)
            continue;
        for (const [key, item] of Object.entries(source))
            if (!Object.hasOwn(into, key))
                set(into, key, item);
    }
}
function set(map, key, value) {
    if (key === '__proto__')
        Object.defineProperty(map, key, { value, enumerable: true, configurable: true });
    else
        map[key] = value;
}
function tagged(tag, value) {
    return (tag === undefined ? undefined : longForm(tag, value)) ?? value;
}
function scalarValue(node) {
    const text = String(node.value ?? '');
    return node.type === 'PLAIN' && !node.tag?.startsWith('!') ? plainValue(text) : text;
}
function plainValue(text) {
    const first = text.charCodeAt(0);
    const numeric = (first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46;
    if (numeric)
        return /^[-+]?(?:0|[1-9][0-9_]*)?(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/.test(text) ? number(text) : text;
    if (text.length > 5)
        return text;
    switch (text) {
        case '':
        case '~':
        case 'null':
        case 'Null':
        case 'NULL':
            return null;
    }
    if (/^(?:true|yes|on)$/i.test(text))
        return true;
    return /^(?:false|no|off)$/i.test(text) ? false : text;
}
function number(text) {
    const value = Number(text.replaceAll('_', ''));
    return Number.isNaN(value) ? text : value;
}

;// CONCATENATED MODULE: ./src/template/parse.ts






/**
 * Reads a SAM or CloudFormation template, YAML (with short-form functions) or JSON. JSON costs no syntax tree until
 * something is located in it.
 *
 * @throws UserError `template-not-yaml` with the line, `template-not-cloudformation`
 */
function parseTemplate(text, file) {
    const json = /^\s*\{/.test(text) ? parseJson(text) : undefined;
    let document = json === undefined ? composeChecked(text, file) : undefined;
    const tree = () => {
        document ??= composeDocument(text);
        return document;
    };
    const data = json ?? toData(tree(), file);
    if (!(0,plain_data/* isMap */.jh)(data) || !(0,plain_data/* isMap */.jh)(data['Resources']) || Object.keys(data['Resources']).length === 0) {
        throw notCloudFormation(data, file);
    }
    const locate = (path) => {
        const candidates = pathOf(path).map((parts) => ({ parts, found: follow(tree(), parts) }));
        const best = candidates.find(({ parts, found }) => found.depth > Math.min(1, parts.length - 1));
        return best && locationAt(file, text, best.found.offset);
    };
    let resources;
    return {
        file,
        text,
        data,
        get parameters() {
            return (0,sections/* parametersOf */.mC)(data).map((parameter) => ({
                ...parameter,
                location: locationAt(file, text, follow(tree(), ['Parameters', parameter.name]).offset),
            }));
        },
        transforms: (0,sections/* transformsOf */.R4)(data),
        get resources() {
            resources ??= (0,sections/* resourcesOf */.F3)(data);
            return resources;
        },
        globals: (0,plain_data/* asMap */.$H)(data['Globals']),
        locate,
        scalarAt: (path) => spanOf(tree(), path),
        mapStart: (path) => mapStartOf(tree(), path),
    };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        // YAML in flow style, or broken: the YAML parser tells, and with the line.
        return undefined;
    }
}
function composeChecked(text, file) {
    let document;
    try {
        document = composeDocument(text);
    }
    catch (error) {
        throw notYaml(file, (0,errors/* errorText */.kc)(error), 0, text, error);
    }
    const problem = document.errors[0];
    if (problem)
        throw notYaml(file, problem.message, problem.pos[0], text, problem);
    return document;
}
function toData(document, file) {
    try {
        return yamlData(document);
    }
    catch (error) {
        throw notYaml(file, (0,errors/* errorText */.kc)(error), 0, '', error);
    }
}
function notYaml(file, reason, offset, text, cause) {
    return new errors/* UserError */.yo('template-not-yaml', `The template ${file} is neither YAML nor JSON: ${reason}`, {
        location: text ? locationAt(file, text, offset) : { file },
        fix: ['Correct the template; "sam validate" checks it without deploying.'],
        cause,
    });
}
function notCloudFormation(data, file) {
    const what = !(0,plain_data/* isMap */.jh)(data)
        ? 'it holds no mapping'
        : (0,plain_data/* isMap */.jh)(data['Resources'])
            ? 'its Resources section is empty'
            : 'it has no Resources section';
    return new errors/* UserError */.yo('template-not-cloudformation', `${file} is no SAM or CloudFormation template: ${what}.`, {
        location: { file },
        fix: ['Name the file that holds the Resources section of the stack.'],
    });
}


/***/ }),

/***/ 18267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $H: () => (/* binding */ asMap),
/* harmony export */   DD: () => (/* binding */ asList),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   jh: () => (/* binding */ isMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The value as a map, or an empty one. */
function asMap(value) {
    return isMap(value) ? value : {};
}
function asText(value) {
    return typeof value === 'string' ? value : undefined;
}
/** The value as a list, or an empty one. */
function asList(value) {
    return Array.isArray(value) ? value : [];
}


/***/ }),

/***/ 38380:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EW: () => (/* binding */ findingPaths),
/* harmony export */   Fk: () => (/* binding */ validateFindings),
/* harmony export */   H$: () => (/* binding */ transformFindings)
/* harmony export */ });
const TRANSFORM = /Invalid Serverless Application Specification document\.(?: Number of errors found: \d+\.)?\s*/;
/**
 * What CloudFormation's transform says of an invalid template (`InvalidDocumentException` and
 * `InvalidResourceException` in samtranslator/model/exceptions.py). Undefined where a text is about something else.
 */
function transformFindings(reason) {
    const found = TRANSFORM.exec(reason);
    if (found === null)
        return undefined;
    const rest = reason.slice(found.index + found[0].length).trim();
    const [first = '', ...resources] = rest.split(/(?=Resource with id \[)/);
    const all = (first.startsWith('Resource with id [') ? [first, ...resources] : resources).map(ofResource);
    const whole = first.startsWith('Resource with id [') ? '' : first.trim();
    return [...(whole === '' ? [] : [{ sentence: whole }]), ...all];
}
function ofResource(text) {
    const [, id, sentence] = /^Resource with id \[(.*?)\] is invalid\.\s*([\s\S]*)$/.exec(text) ?? [];
    return id === undefined ? { sentence: text.trim() } : { id, sentence: (sentence ?? '').trim() };
}
const PYTHON_TEXT = String.raw `'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"`;
const EXCEPTION = new RegExp(String.raw `InvalidResourceException\('((?:[^'\\]|\\.)*)', (?:${PYTHON_TEXT})`, 'g');
/** What `sam validate` printed of an invalid template; undefined where it failed for another reason, or did not fail. */
function validateFindings(output) {
    if (!output.includes('was invalid SAM Template'))
        return undefined;
    const found = [...output.matchAll(EXCEPTION)].map(([, id = '', single, double]) => ({
        id,
        sentence: (single ?? double ?? '').replace(/\\(['"\\])/g, '$1'),
    }));
    if (found.length > 0)
        return found;
    const [, sentence] = /Error:\s*([\s\S]+)/.exec(output) ?? [];
    return [{ sentence: (sentence ?? 'SAM does not say what is wrong').trim() }];
}
/**
 * Paths of a finding in the template, the best first: the event that its sentence names, the resource, or the one whose
 * id SAM made its own of.
 */
function findingPaths({ id, sentence }) {
    if (id === undefined)
        return [];
    const [, event] = /^Event with id \[(.+?)\] is invalid\b/.exec(sentence) ?? [];
    const prefixes = Array.from({ length: id.length - 1 }, (_, cut) => id.slice(0, id.length - 1 - cut));
    return [...(event === undefined ? [] : [`${id}.Properties.Events.${event}`]), id, ...prefixes];
}


/***/ }),

/***/ 40496:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ resourcesOf),
/* harmony export */   R4: () => (/* binding */ transformsOf),
/* harmony export */   kV: () => (/* binding */ forEachLoops),
/* harmony export */   mC: () => (/* binding */ parametersOf)
/* harmony export */ });
/* harmony import */ var _plain_data_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18267);

function parametersOf(data) {
    return Object.entries((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(data['Parameters'])).map(([name, value]) => {
        const declared = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(value);
        const defaultText = scalarText(declared['Default']);
        return {
            name,
            type: (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(declared['Type']) ?? 'String',
            hasDefault: 'Default' in declared,
            noEcho: declared['NoEcho'] === true || String(declared['NoEcho']).toLowerCase() === 'true',
            ...(defaultText !== undefined && { defaultText }),
        };
    });
}
function transformsOf(data) {
    const value = data['Transform'];
    return (Array.isArray(value) ? value : [value])
        .map((item) => (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(item) ?? (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(item)['Name']))
        .filter((name) => name !== undefined);
}
function resourcesOf(data) {
    const found = [];
    walk((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(data['Resources']), ['Resources'], (logicalId, value, path) => {
        const deletionPolicy = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value['DeletionPolicy']);
        const updateReplacePolicy = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value['UpdateReplacePolicy']);
        const condition = (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value['Condition']);
        const updatePolicy = value['UpdatePolicy'];
        found.push({
            logicalId,
            type: (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value['Type']) ?? '',
            properties: (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(value['Properties']),
            metadata: (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(value['Metadata']),
            ...(deletionPolicy !== undefined && { deletionPolicy }),
            ...(updateReplacePolicy !== undefined && { updateReplacePolicy }),
            ...(condition !== undefined && { condition }),
            ...((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(updatePolicy) && { updatePolicy }),
            path,
        });
    });
    return found;
}
/** Every loop of the Resources section, outer ones first. */
function forEachLoops(data) {
    const loops = [];
    walk((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .asMap */ .$H)(data['Resources']), ['Resources'], () => { }, (loop) => loops.push(loop));
    return loops;
}
function walk(resources, path, onResource, onLoop = () => { }) {
    for (const [key, value] of Object.entries(resources)) {
        if (!key.startsWith('Fn::ForEach::')) {
            if ((0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
                onResource(key, value, [...path, key]);
        }
        else if (Array.isArray(value) && (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value[2])) {
            onLoop({ key, variable: String(value[0]), collection: value[1], body: value[2], path: [...path, key] });
            walk(value[2], [...path, key, 2], onResource, onLoop);
        }
    }
}
function scalarText(value) {
    if (value === undefined || value === null || (0,_plain_data_js__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
        return undefined;
    return Array.isArray(value) ? value.join(',') : String(value);
}


/***/ })

};
