export const id = 190;
export const ids = [190];
export const modules = {

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

/***/ 8190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   status: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3677);
/* harmony import */ var _records_inventory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5330);
/* harmony import */ var _records_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3956);
/* harmony import */ var _release_bucket_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3259);
/* harmony import */ var _stack_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1469);
/* harmony import */ var _deploy_target_work_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5749);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(811);
/* harmony import */ var _inventory_place_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6088);
/* harmony import */ var _orphan_target_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7106);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4493);










/** Shows every stack of the environment as AWS has it, who works on it, and orphans. Changes nothing. */
const status = async (options, context) => {
    const startedAt = context.clock.now();
    const { environment, whole } = await (0,_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentOf */ .p)(options, context);
    const [reports, orphans] = await Promise.all([
        Promise.all(environment.instances.map((instance) => reportOf(instance, environment, context))),
        orphansOf(whole, context),
    ]);
    const stacks = [...reports, ...orphans];
    context.report({ type: 'status.ready', stacks });
    const bad = stacks.some(({ kind, good }) => kind === 'unreachable' || (kind === 'deployed' && !good));
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_9__/* .runResult */ .X)(environment, { command: 'status', startedAt, instances: [], stacks, exitCode: bad ? 1 : 0 }, context);
};
async function reportOf(instance, environment, context) {
    const { target, stack, settings } = instance;
    const base = { instance: instance.id, target: target.name, region: target.region, stackName: stack.stackName };
    try {
        const session = context.aws.session(target);
        const account = await session.account();
        const [found, bucket] = await Promise.all([
            session.cloudformation.describeStack(stack.stackName),
            (0,_release_bucket_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactBucket */ .V)(session, { create: false, ...(settings.artifactBucket !== undefined && { artifactBucket: settings.artifactBucket }) }, context),
        ]);
        const heldBy = bucket === undefined ? undefined : await (0,_records_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseHolder */ .Fp)(session.storage, bucket, (0,_deploy_target_work_js__WEBPACK_IMPORTED_MODULE_5__/* .leaseKey */ .aW)(environment));
        const held = heldBy === undefined ? {} : { heldBy };
        if (found === undefined)
            return { ...base, account, kind: 'absent', good: false, outputs: {}, ...held };
        return {
            ...base,
            account,
            ...held,
            kind: 'deployed',
            status: found.status,
            good: (0,_stack_index_js__WEBPACK_IMPORTED_MODULE_4__/* .statusMeaning */ .uj)(found.status).success,
            changedAt: found.updatedAt ?? found.createdAt,
            outputs: found.outputs,
            ...(found.statusReason !== undefined && { reason: found.statusReason }),
        };
    }
    catch (error) {
        if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) || error.kind !== 'unreachable')
            throw error;
        return { ...base, kind: 'unreachable', good: false, reason: error.message, outputs: {} };
    }
}
/** Stacks in the inventory that the configuration no longer names, as far as they are still there. */
async function orphansOf(whole, context) {
    const known = new Set(whole.instances.map(({ id }) => id));
    const entries = (await inventoryOf(whole, context)).filter(({ instance }) => !known.has(instance));
    const reports = await Promise.all(entries.map((entry) => orphanReport(entry, whole, context)));
    return reports.flatMap((report) => report ?? []);
}
async function inventoryOf(whole, context) {
    try {
        const place = await (0,_inventory_place_js__WEBPACK_IMPORTED_MODULE_7__/* .inventoryPlace */ .W)(whole, context);
        return place === undefined ? [] : await (0,_records_inventory_js__WEBPACK_IMPORTED_MODULE_1__/* .readInventory */ .z)(place);
    }
    catch (error) {
        if (!(error instanceof _aws_ports_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .G) || error.kind !== 'unreachable')
            throw error;
        context.report({ type: 'note', level: 'warning', text: `orphans are not known: ${error.message}` });
        return [];
    }
}
async function orphanReport(entry, whole, context) {
    const { instance, target, region, account, stackName } = entry;
    const base = { instance, target, region, account, stackName, kind: 'orphan', good: false, outputs: {} };
    try {
        const found = await context.aws.session((0,_orphan_target_js__WEBPACK_IMPORTED_MODULE_8__/* .orphanTarget */ .O)(entry, whole)).cloudformation.describeStack(stackName);
        return found === undefined
            ? undefined
            : { ...base, status: found.status, changedAt: found.updatedAt ?? found.createdAt };
    }
    catch (error) {
        // Its role may be gone with its target: it is listed all the same.
        return { ...base, reason: error instanceof Error ? error.message : String(error) };
    }
}


/***/ })

};
