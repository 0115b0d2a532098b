export const id = 7126;
export const ids = [7126];
export const modules = {

/***/ 47126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tarOf: () => (/* binding */ tarOf)
/* harmony export */ });
const BLOCK = 512;
/**
 * An archive in the ustar format (POSIX.1-1988, "ustar Interchange Format"). Equal files make equal bytes: it names no
 * time and no owner.
 */
function tarOf(files) {
    const parts = files.flatMap(({ name, bytes }) => [
        headerOf(name, bytes.byteLength),
        bytes,
        Buffer.alloc((BLOCK - (bytes.byteLength % BLOCK)) % BLOCK),
    ]);
    // Two blocks of zeros end it.
    return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}
function headerOf(name, size) {
    const header = Buffer.alloc(BLOCK);
    if (Buffer.byteLength(name) > 100)
        throw new RangeError(`${name} is too long for an archive`);
    header.write(name, 0);
    header.write(octal(0o644, 8), 100);
    header.write(octal(0, 8), 108);
    header.write(octal(0, 8), 116);
    header.write(octal(size, 12), 124);
    header.write(octal(0, 12), 136);
    // The checksum counts its own field as blanks.
    header.write(' '.repeat(8), 148);
    header.write('0', 156);
    header.write('ustar\0', 257);
    header.write('00', 263);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return header;
}
/** Digits in octal, with a zero byte at the end. */
function octal(value, width) {
    return `${value.toString(8).padStart(width - 1, '0')}\0`;
}


/***/ })

};
