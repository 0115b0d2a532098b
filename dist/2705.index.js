export const id = 2705;
export const ids = [2705];
export const modules = {

/***/ 2705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createJsonLinesRenderer: () => (/* binding */ createJsonLinesRenderer),
/* harmony export */   createJsonRenderer: () => (/* binding */ createJsonRenderer)
/* harmony export */ });
/** `--output json`: one document at the end and nothing else, a result or a refusal, both with `schema`. */
function createJsonRenderer({ write }) {
    return {
        event(event) {
            if (event.type === 'run.finished')
                write(`${JSON.stringify(event.result, undefined, 2)}\n`);
            if (event.type === 'run.refused')
                write(`${JSON.stringify(event.refusal, undefined, 2)}\n`);
        },
    };
}
/** `--output jsonl`: every event on a line of its own as it happens; the last one holds the result. */
function createJsonLinesRenderer({ write }) {
    return {
        event(event) {
            write(`${JSON.stringify(event)}\n`);
        },
    };
}


/***/ })

};
