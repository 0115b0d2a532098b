export const id = 1782;
export const ids = [1782];
export const modules = {

/***/ 61782:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ laterCopy),
/* harmony export */   goodCopy: () => (/* binding */ goodCopy),
/* harmony export */   programOf: () => (/* binding */ programOf)
/* harmony export */ });
/* harmony import */ var _failover_patience_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99543);
/* harmony import */ var _failover_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11571);
/* harmony import */ var _failover_plan_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16357);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);
/* harmony import */ var _survivors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77010);





/**
 * What a damaged plan file still says of where the copies lie, asked of the target that takes over alone.
 * @returns how to get a copy that is good; undefined where none can be found
 */
async function goodCopy(text, to, context) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text));
    const { targets, application, environment } = value ?? {};
    if (!Array.isArray(targets) || typeof application !== 'string' || typeof environment !== 'string')
        return undefined;
    const names = targets.filter(({ name, region }) => name === to || region === to).map(({ name }) => name);
    try {
        const copies = await copiesOf({ ...value, targets, application, environment }, names, context);
        const [good] = copies;
        return good && `A copy that is good: aws s3 cp ${good.place} .`;
    }
    catch {
        // What is damaged may say anything: then there is nothing to name.
        return undefined;
    }
}
/**
 * What a plan of a newer version still says of the program that wrote it. Nobody is asked.
 * @returns how to get it; undefined where the plan does not say
 */
function programOf(text, to) {
    const value = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(text));
    const key = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o)(value?.['bundle'])?.['key'];
    const targets = Array.isArray(value?.['targets']) ? value['targets'].map(_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonObject */ .o) : [];
    const bucket = targets.find((target) => target?.['name'] === to || target?.['region'] === to)?.['bucket'];
    if (typeof key !== 'string' || typeof bucket !== 'string')
        return undefined;
    return `Use the version that wrote it: aws s3 cp s3://${bucket}/${key} - | tar xz`;
}
/** Milliseconds that a region has to show its copy. */
const PATIENCE_MS = 2_000;
/** A sentence when a region that stays keeps a later plan than the one that is used. Never throws. */
async function laterCopy(plan, staying, context) {
    // One that stays, and is not active, may be lost all the same.
    const patience = (0,_failover_patience_js__WEBPACK_IMPORTED_MODULE_3__/* .patienceOf */ .H)(context.clock, PATIENCE_MS);
    const found = staying.map((name) => patience(copiesOf(plan, [name], context)).catch(() => []));
    const copies = (await Promise.all(found)).flatMap((copy) => copy ?? []);
    const later = copies.find((copy) => Date.parse(copy.plan.compiledAt) > Date.parse(plan.compiledAt));
    if (later === undefined)
        return undefined;
    return `the plan of ${plan.compiledAt} was used, and ${later.place} has one of ${later.plan.compiledAt}, compiled for the release ${later.plan.release.id}`;
}
async function copiesOf(plan, names, context) {
    const key = (0,_failover_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .planKey */ .v)({ application: plan.application, name: plan.environment });
    const found = await Promise.all((0,_survivors_js__WEBPACK_IMPORTED_MODULE_1__/* .placesOf */ .ek)(plan, names, context).map(async ({ storage, bucket }) => {
        const place = `s3://${await bucket()}/${key}`;
        const stored = await storage.getText(await bucket(), key);
        return stored === undefined ? [] : [{ place, plan: (0,_failover_plan_document_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePlan */ .vS)(stored.text, place) }];
    }));
    return found.flat();
}


/***/ })

};
