export const id = 7341;
export const ids = [7341];
export const modules = {

/***/ 57341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deployedReleases: () => (/* binding */ deployedReleases)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _bucket_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25326);
/* harmony import */ var _deploy_recorder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57508);
/* harmony import */ var _deployed_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(58798);
/* harmony import */ var _stack_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39435);





/** The release of each target: of the last of its stacks, in the order of the environment, that tells one. */
async function deployedReleases({ application, name, instances }, context) {
    const recorder = (0,_deploy_recorder_js__WEBPACK_IMPORTED_MODULE_2__/* .createRecorder */ .T)({ application, environment: name }, context);
    const found = await Promise.all(instances.map(async (instance) => [instance.target.name, await read(instance, recorder, context)]));
    const releases = new Map();
    for (const [target, known] of found) {
        if ('release' in known || !releases.has(target))
            releases.set(target, known);
    }
    return releases;
}
/** What AWS or the credentials say no to is why it is not known. */
async function read(instance, recorder, context) {
    const session = context.aws.session(instance.target);
    try {
        await session.account();
        const [stack, bucket] = await Promise.all([
            session.cloudformation.describeStack(instance.stack.stackName),
            (0,_bucket_of_js__WEBPACK_IMPORTED_MODULE_1__/* .bucketOf */ .A)(session, instance.settings, context),
        ]);
        if (stack === undefined)
            return { unknown: `${instance.stack.stackName} is not deployed` };
        return await (0,_deployed_release_js__WEBPACK_IMPORTED_MODULE_3__/* .deployedRelease */ .Q)(instance, stack, { session, bucket }, recorder);
    }
    catch (error) {
        if (!(0,_stack_report_js__WEBPACK_IMPORTED_MODULE_4__/* .isRefusal */ .v)(error))
            throw error;
        return { unknown: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorText */ .kc)(error) };
    }
}


/***/ })

};
