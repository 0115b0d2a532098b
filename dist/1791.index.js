export const id = 1791;
export const ids = [1791];
export const modules = {

/***/ 1791:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createStyle: () => (/* binding */ createStyle),
/* harmony export */   plainStyle: () => (/* binding */ plainStyle),
/* harmony export */   toneOf: () => (/* binding */ toneOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5655);


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


/***/ }),

/***/ 5655:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   S5: () => (/* binding */ durationText),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   X5: () => (/* binding */ cleanText),
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   Yo: () => (/* binding */ cells),
/* harmony export */   eV: () => (/* binding */ pad),
/* harmony export */   pV: () => (/* binding */ bytesText),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Text from elsewhere (AWS reasons, tool output, names) made safe to show: no terminal escape sequences, no control
 * or invisible format characters (bidirectional overrides could make a line read as something else), line ends as `\n`.
 */
function cleanText(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text.toWellFormed())
        .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
        .replace(/\t/g, '  ')
        .replace(/[^\P{Cc}\n]|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu, '');
}
/** {@link cleanText} on one line. */
function oneLine(text) {
    return cleanText(text).replace(/\s+/g, ' ').trim();
}
const zeroWidth = /^[\p{M}\p{Cf}]$/u;
const wide = /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6])$/u;
/** Terminal cells that text without escape sequences takes; combining marks take none, East Asian wide characters two. */
function cells(text) {
    if (/^[\x20-\x7e]*$/.test(text))
        return text.length;
    let sum = 0;
    for (const character of text)
        sum += zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1;
    return sum;
}
/** Cuts to at most `limit` cells, with `mark` at the end of what was cut. */
function clip(text, limit, mark = '…') {
    if (cells(text) <= limit)
        return text;
    const room = limit - cells(mark);
    if (room <= 0)
        return limit <= 0 ? '' : mark.slice(0, limit);
    let [kept, used] = ['', 0];
    for (const character of text) {
        used += cells(character);
        if (used > room)
            break;
        kept += character;
    }
    return kept + mark;
}
function pad(text, width) {
    return text + ' '.repeat(Math.max(0, width - cells(text)));
}
/** "0.4s", "12s", "3m 05s", "1h 02m". */
function durationText(ms) {
    const seconds = Math.max(0, ms) / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)}s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole}s`;
    const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
    const two = (value) => String(value).padStart(2, '0');
    return hours > 0 ? `${hours}h ${two(minutes)}m` : `${minutes}m ${two(whole % 60)}s`;
}
/** "512 B", "1.2 MB" (powers of 1000, as AWS consoles show). */
function bytesText(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let [value, unit] = [bytes, 0];
    while (value >= 1000 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
/** "1 target", "3 targets". */
function count(amount, noun, plural = `${noun}s`) {
    return `${amount} ${amount === 1 ? noun : plural}`;
}
/** The first `limit` names and how many more: "eu-west-1, eu-central-1 (+6)". */
function someOf(names, limit) {
    const shown = names.slice(0, limit).join(', ');
    return names.length > limit ? `${shown} (+${names.length - limit})` : shown;
}
/** Rows as left-aligned columns two spaces apart; the last column is not padded. `measure` ignores styling. */
function columns(rows, measure = cells) {
    const widths = [];
    for (const row of rows) {
        for (const [index, cell] of row.entries())
            widths[index] = Math.max(widths[index] ?? 0, measure(cell));
    }
    return rows.map((row) => row
        .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - measure(cell)))
        .join('  ')
        .trimEnd());
}


/***/ })

};
