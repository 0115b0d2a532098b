export const id = 9476;
export const ids = [9476];
export const modules = {

/***/ 9476:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createLinesRenderer: () => (/* binding */ createLinesRenderer)
/* harmony export */ });
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1791);
/* harmony import */ var _event_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5021);


/** Prefixed lines for logs: `[eu-west-1 api] CREATE_COMPLETE Table (AWS::DynamoDB::Table)`. A line is never said twice in a row for one stack. */
function createLinesRenderer({ write, style = _style_js__WEBPACK_IMPORTED_MODULE_0__.plainStyle, ...options }) {
    const said = new Map();
    return {
        event(event) {
            const lines = (0,_event_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .eventLines */ .C)(event, { style, ...options });
            if (lines.length === 0)
                return;
            const text = lines.map((line) => `${line}\n`).join('');
            if (event.type === 'instance.state') {
                if (said.get(event.instance) === text)
                    return;
                said.set(event.instance, text);
            }
            write(text);
        },
    };
}


/***/ })

};
