export const id = 8338;
export const ids = [8338,3703];
export const modules = {

/***/ 58338:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillHtml: () => (/* binding */ drillHtml)
/* harmony export */ });
/* harmony import */ var _failover_html_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33703);

/** The report of a drill in one file: a picture of who answered when over the whole drill, and the text. It loads nothing. */
function drillHtml(report, probes, markdown) {
    const marks = report.moves.flatMap(({ timeline }, index) => Object.entries(timeline).map(([mark, at]) => [index === 0 ? mark : `${mark}'`, at]));
    const injected = report.injectedAt === undefined ? [] : [['injected', report.injectedAt]];
    const title = `Drill (${report.kind}) of ${report.application}, ${report.environment}: ${report.outcome}`;
    return (0,_failover_html_js__WEBPACK_IMPORTED_MODULE_0__.reportHtml)(title, [...injected, ...marks], probes, markdown);
}


/***/ }),

/***/ 33703:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failoverHtml: () => (/* binding */ failoverHtml),
/* harmony export */   reportHtml: () => (/* binding */ reportHtml)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54285);

const WIDTH = 960;
const ROW = 26;
const LEFT = 150;
const STYLE = 'body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;background:#f4f4f4;padding:1rem}svg{max-width:100%}';
/**
 * The report in one file: a picture of who answered when, and the text beside it. It loads nothing.
 * @param markdown the same report for people, shown as it is
 */
function failoverHtml(report, probes, markdown) {
    const title = `Failover of ${report.application}, ${report.environment}: ${report.outcome}`;
    return reportHtml(title, Object.entries(report.timeline), probes, markdown);
}
/** @param marks names of moments and their times, ISO 8601; those that were not measured are not shown */
function reportHtml(name, marks, probes, markdown) {
    const title = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(name);
    return [
        '<!doctype html>',
        `<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>`,
        `<h1>${title}</h1>`,
        probes.length === 0 ? '<p>Who answered was not measured.</p>' : timeline(marks, probes),
        `<pre>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(markdown)}</pre>`,
        '</body></html>',
        '',
    ].join('\n');
}
/** One row for each region that answered, and one for probes without an answer; marks as lines across. */
function timeline(marks, probes) {
    const times = marks.flatMap(([mark, at]) => {
        const time = Date.parse(at);
        return Number.isNaN(time) ? [] : [[mark, time]];
    });
    const all = [...probes.map(({ at }) => at), ...times.map(([, at]) => at)];
    const [first, last] = [Math.min(...all), Math.max(...all)];
    const x = (at) => (LEFT + ((at - first) / Math.max(1, last - first)) * (WIDTH - LEFT - 20)).toFixed(1);
    const rowOf = ({ status, region }) => status === undefined ? 'no answer' : (region ?? 'answer');
    const rows = [...new Set(probes.map(rowOf))].sort();
    const height = rows.length * ROW + 40;
    const dots = probes.map((probe) => {
        const color = probe.status === undefined ? '#c62828' : '#2e7d32';
        const y = 30 + rows.indexOf(rowOf(probe)) * ROW;
        const time = new Date(probe.at).toISOString();
        return `<circle cx="${x(probe.at)}" cy="${y}" r="4" fill="${color}"><title>${time} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(rowOf(probe))}</title></circle>`;
    });
    const lines = times.map(([mark, at]) => `<line x1="${x(at)}" x2="${x(at)}" y1="18" y2="${height - 14}" stroke="#888" stroke-dasharray="3"/><text x="${x(at)}" y="12" font-size="11">${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(mark)}</text>`);
    const names = rows.map((name, index) => `<text x="0" y="${34 + index * ROW}" font-size="13">${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(name)}</text>`);
    const label = `who answered, over ${((last - first) / 1000).toFixed(1)} seconds`;
    return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">${[...names, ...lines, ...dots].join('')}</svg><p>${label}</p>`;
}


/***/ })

};
