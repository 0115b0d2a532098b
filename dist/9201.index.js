export const id = 9201;
export const ids = [9201];
export const modules = {

/***/ 29201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addressesOf: () => (/* binding */ addressesOf),
/* harmony export */   answerOf: () => (/* binding */ answerOf),
/* harmony export */   resolverAt: () => (/* binding */ resolverAt),
/* harmony export */   serversOf: () => (/* binding */ serversOf)
/* harmony export */ });
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71553);
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_dns_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_1__);


const DNS_PORT = 53;
/** Milliseconds that one name server is waited for. */
const TIMEOUT_MS = 2_000;
/** A resolver that asks one server; without one, those of the machine. */
function resolverAt(server, tries) {
    const resolver = new node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.Resolver({ timeout: TIMEOUT_MS, tries });
    if (server?.host === undefined)
        return resolver;
    const host = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(server.host) === 6 ? `[${server.host}]` : server.host;
    resolver.setServers([`${host}:${server.port ?? DNS_PORT}`]);
    return resolver;
}
/** Addresses of both families. @throws the error of the question for IPv4 when there is none */
async function addressesOf(resolver, name) {
    const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    const found = [
        ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
        ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
    ];
    if (found.length === 0 && four.status === 'rejected')
        throw four.reason;
    return found;
}
/** See `Names.servers`. */
async function serversOf(zone, server) {
    return absentAsNone(resolverAt(server, 1).resolveNs(zone));
}
/** See `Names.addresses`. */
async function answerOf(name, server) {
    const resolver = resolverAt(server, 1);
    const addresses = await absentAsNone(addressesOf(resolver, name));
    // A server answers for its own zone only: an alias that leads out of it has no address there.
    const found = addresses.length > 0 ? addresses.map(({ address }) => address) : await aliasOf(resolver, name);
    return [...found].sort();
}
function aliasOf(resolver, name) {
    return absentAsNone(resolver.resolveCname(name));
}
/** There is no such name, or nothing of this type under it (RFC 1035, 4.1.1; RFC 2308). */
const ABSENT = new Set(['ENOTFOUND', 'ENODATA']);
async function absentAsNone(answer) {
    try {
        return await answer;
    }
    catch (error) {
        if (ABSENT.has(error.code))
            return [];
        throw error;
    }
}


/***/ })

};
