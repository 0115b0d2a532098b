export const id = 452;
export const ids = [452];
export const modules = {

/***/ 1225:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ failedPreparation),
/* harmony export */   i: () => (/* binding */ failedOutcome)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3677);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);


/** What was thrown while working on one target, as that target's honest state. */
function failedPreparation(error, signal) {
    const failed = { kind: 'failed', failures: [] };
    if (signal.aborted)
        return { ...failed, state: 'cancelled', reason: 'cancelled while it was being planned', fix: [] };
    if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G && error.kind === 'unreachable') {
        return {
            ...failed,
            state: 'unreachable',
            reason: `${error.service} in ${error.region} cannot be reached: ${error.message}`,
            fix: [`Leave it out with --without ${error.region} (input "without"), and deploy to it when it is back.`],
        };
    }
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
        return { ...failed, state: 'failed', reason: `${error.message} (${error.code})`, fix: error.fix };
    if (error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) {
        return {
            ...failed,
            state: 'failed',
            reason: `${error.service} ${error.action}: ${error.message} (${error.code})`,
            fix: [],
        };
    }
    return { ...failed, state: 'failed', reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorText */ .kc)(error), fix: [] };
}
/** The same for an execution: what AWS is doing meanwhile is not known. */
function failedOutcome(error, signal) {
    const { state, reason, fix } = failedPreparation(error, signal);
    return { state, reason, failures: [], fix, outputs: {} };
}


/***/ }),

/***/ 7106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ orphanTarget)
/* harmony export */ });
/* harmony import */ var _inventory_place_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6088);

/** The target of an orphan: where it was, reached the way its account, else the home target, is reached. */
function orphanTarget({ target, region, account }, whole) {
    const like = whole.targets.find((candidate) => candidate.account === account) ?? (0,_inventory_place_js__WEBPACK_IMPORTED_MODULE_0__/* .homeOf */ .l)(whole);
    return { ...like, name: target, region, account };
}


/***/ }),

/***/ 7452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   remove: () => (/* binding */ remove)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _records_inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5330);
/* harmony import */ var _rollout_results_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2527);
/* harmony import */ var _rollout_state_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9988);
/* harmony import */ var _stack_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1469);
/* harmony import */ var _template_stateful_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3420);
/* harmony import */ var _deploy_failures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1225);
/* harmony import */ var _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5749);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(811);
/* harmony import */ var _inventory_place_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6088);
/* harmony import */ var _orphan_target_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7106);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4493);












/** Takes targets out of an environment: they leave its inventory, and with `delete-stacks` their stacks are deleted. */
const remove = async (options, context) => {
    const startedAt = context.clock.now();
    const { targets: names, ...others } = options;
    if (names === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('targets-missing', 'remove needs to be told which targets', {
            fix: ['Name them with targets; status lists them.'],
        });
    }
    const { whole } = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentOf */ .p)(others, context);
    const place = await (0,_inventory_place_js__WEBPACK_IMPORTED_MODULE_7__/* .inventoryPlace */ .W)(whole, context);
    const entries = place === undefined ? [] : await (0,_records_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .readInventory */ .z)(place);
    const leaving = leavingInstances(whole, entries, names);
    await confirmRemoval(leaving, options, context);
    const results = options['dry-run']
        ? leaving.map((item) => result(item, kept('would be removed')))
        : await removeAll(leaving, whole, options, context);
    const gone = new Set(results.filter(({ state }) => (0,_rollout_state_js__WEBPACK_IMPORTED_MODULE_10__/* .isGood */ .Kg)(state)).map(({ instance }) => instance));
    if (place !== undefined && !options['dry-run'])
        await forget(gone, place, context);
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_9__/* .runResult */ .X)(whole, { command: 'remove', startedAt, instances: results, planned: options['dry-run'] === true }, context);
};
/** Stacks of the named targets, configured or orphaned; the dependent ones first. */
function leavingInstances(whole, entries, names) {
    const configured = whole.instances.filter(({ target }) => names.includes(target.name));
    const known = new Set(whole.instances.map(({ id }) => id));
    const orphans = entries
        .filter((entry) => names.includes(entry.target) && !known.has(entry.instance))
        .map((entry) => orphanInstance(entry, whole));
    const found = new Set([...configured, ...orphans].map(({ target }) => target.name));
    const missing = names.filter((name) => !found.has(name));
    if (missing.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('unknown-target', `${missing.join(', ')} is no target of ${whole.name}, and none that it ever had`, { fix: ['status lists them all.'] });
    }
    return [...configured, ...orphans].reverse();
}
function orphanInstance(entry, whole) {
    const like = whole.instances[0];
    if (like === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no-targets', `${whole.name} has no target`);
    const key = entry.instance.split('@')[0] ?? entry.instance;
    return {
        id: entry.instance,
        target: (0,_orphan_target_js__WEBPACK_IMPORTED_MODULE_8__/* .orphanTarget */ .O)(entry, whole),
        stack: { ...like.stack, key, stackName: entry.stackName },
        settings: like.settings,
    };
}
async function confirmRemoval(leaving, options, context) {
    if (options['dry-run'])
        return;
    const stacks = leaving.map(({ id, stack }) => `${stack.stackName} (${id})`).join(', ');
    const question = options['delete-stacks']
        ? `Delete ${stacks} with all they hold?`
        : `Take ${stacks} out, and keep the stacks?`;
    if (!(await context.confirm(question)))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('declined', 'nothing was removed', { fix: ['Answer y, or add --yes.'] });
}
async function removeAll(leaving, whole, options, context) {
    if (!options['delete-stacks'])
        return leaving.map((item) => result(item, kept('taken out; the stack is kept')));
    const targets = [...new Map(leaving.map(({ target }) => [target.name, target])).values()];
    const worked = { ...whole, targets, instances: leaving };
    const works = (0,_deploy_target_work_js__WEBPACK_IMPORTED_MODULE_5__/* .createTargetWork */ .J2)(worked, { command: 'remove', lockWaitMs: options['lock-wait'] ?? _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_5__/* .DEFAULT_LOCK_WAIT_MS */ .Xn }, context);
    try {
        // Within a target one after the other: a stack that others take outputs from goes last.
        const byTarget = await Promise.all([...works.values()].map((work) => removeInTarget(work, leaving, context)));
        return byTarget.flat();
    }
    finally {
        await Promise.all([...works.values()].map((work) => work.close()));
    }
}
async function removeInTarget(work, leaving, context) {
    const results = [];
    for (const instance of leaving.filter(({ target }) => target.name === work.target.name)) {
        const outcome = await removeOne(instance, work, context);
        const finished = result(instance, outcome);
        context.report({ type: 'instance.finished', result: finished });
        results.push(finished);
    }
    return results;
}
async function removeOne({ id, stack, settings }, work, context) {
    const { clock, report, signal } = context;
    try {
        await work.session.account();
        const { serviceRole } = settings;
        return await (0,_stack_index_js__WEBPACK_IMPORTED_MODULE_2__/* .removeStack */ .pX)({
            instance: id,
            stackName: stack.stackName,
            timeoutMs: settings.timeoutMs,
            runId: context.origin.runId,
            ...(serviceRole !== undefined && { serviceRole }),
        }, {
            cloudformation: work.session.cloudformation,
            clock,
            report,
            signal,
            beforeWrite: async () => (await work.lease()).assertHeld(),
            target: work.target.name,
            isStateful: _template_stateful_js__WEBPACK_IMPORTED_MODULE_3__/* .isStateful */ .V,
        });
    }
    catch (error) {
        return (0,_deploy_failures_js__WEBPACK_IMPORTED_MODULE_4__/* .failedOutcome */ .i)(error, signal);
    }
}
function kept(reason) {
    return { state: 'no-change', reason, failures: [], fix: [], outputs: {} };
}
function result(instance, outcome) {
    const phase = { name: 'remove' };
    return (0,_rollout_results_js__WEBPACK_IMPORTED_MODULE_11__/* .instanceResult */ .Rr)(instance, phase, outcome);
}
async function forget(gone, place, context) {
    try {
        await (0,_records_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .updateInventory */ .Q)(place, { remove: gone });
    }
    catch (error) {
        // What was removed is removed: the result must reach the user.
        const text = `status will list what was removed until remove is run again: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error)}`;
        context.report({ type: 'note', level: 'warning', text });
    }
}


/***/ }),

/***/ 2527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QI: () => (/* binding */ notTried),
/* harmony export */   Rr: () => (/* binding */ instanceResult),
/* harmony export */   xS: () => (/* binding */ countChanges)
/* harmony export */ });
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
    const account = details.account ?? instance.target.account;
    return {
        instance: instance.id,
        target: instance.target.name,
        stack: instance.stack.key,
        stackName: instance.stack.stackName,
        region: instance.target.region,
        ...(account !== undefined && { account }),
        phase: phase.name,
        state: outcome.state,
        ...(outcome.reason !== undefined && { reason: outcome.reason }),
        failures: outcome.failures,
        fix: outcome.fix,
        outputs: outcome.outputs,
        changes: countChanges(preparation?.kind === 'change-set' ? preparation.changes : []),
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

/***/ 3420:
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
