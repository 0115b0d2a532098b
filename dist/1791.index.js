export const id = 1791;
export const ids = [1791];
export const modules = {

/***/ 61791:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createStyle: () => (/* binding */ createStyle),
/* harmony export */   plainStyle: () => (/* binding */ plainStyle),
/* harmony export */   toneOf: () => (/* binding */ toneOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65655);


const formats = { good: 'green', bad: 'red', warn: 'yellow', busy: 'cyan', dim: 'dim', strong: 'bold' };
function createStyle({ color, unicode }) {
    return {
        color,
        unicode,
        // validateStream would ask process.stdout; whether to colour was decided by the caller.
        paint: (tone, text) => (color && text ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(formats[tone], text, { validateStream: false }) : text),
        measure: (text) => (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cells */ .Yo)(color ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text) : text),
        mark: unicode
            ? { good: '✔', bad: '✖', warn: '⚠', fix: '→', change: '→', dot: '·', more: '…', loss: '⚠' }
            : { good: '+', bad: 'x', warn: '!', fix: '->', change: '->', dot: '.', more: '...', loss: '!' },
    };
}
const plainStyle = createStyle({ color: false, unicode: true });
function toneOf(state) {
    switch (state) {
        case 'succeeded':
            return 'good';
        case 'failed':
        case 'stuck':
        case 'timed-out':
        case 'unreachable':
            return 'bad';
        case 'cancelled':
        case 'skipped':
        case 'rolled-back':
        case 'rolling-back':
            return 'warn';
        case 'planning':
        case 'executing':
            return 'busy';
        case 'waiting':
        case 'planned':
        case 'no-change':
            return 'dim';
    }
}


/***/ })

};
