export const id = 6887;
export const ids = [6887];
export const modules = {

/***/ 26887:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationOf: () => (/* binding */ applicationOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


/**
 * Name of the application of the configuration that is there. Nothing else of it is looked at: what else is wrong with
 * it must not keep anybody from leaving a region.
 * @returns undefined where there is no configuration, or it does not say
 */
async function applicationOf({ config = 'multi-region.yml' }, { cwd, readFile }) {
    try {
        const text = readFile((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(cwd, config));
        if (text === undefined)
            return undefined;
        const { parse } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
        const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o)(parse(text))?.['application'];
        return typeof name === 'string' ? name : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ })

};
