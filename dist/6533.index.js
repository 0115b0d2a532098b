export const id = 6533;
export const ids = [6533];
export const modules = {

/***/ 66533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   intervalTicker: () => (/* binding */ intervalTicker)
/* harmony export */ });
/** The real ticker. It never keeps the process alive. */
const intervalTicker = {
    every(ms, tick) {
        const timer = setInterval(tick, ms);
        timer.unref();
        return () => clearInterval(timer);
    },
};


/***/ })

};
