export const id = 1782;
export const ids = [1782];
export const modules = {

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
