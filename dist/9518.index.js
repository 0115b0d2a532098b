export const id = 9518;
export const ids = [9518];
export const modules = {

/***/ 29518:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitHubSettings: () => (/* binding */ gitHubSettings)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/**
 * What the runner says in its variables, and the token.
 * @param token of the option; default GITHUB_TOKEN
 * @throws UserError `github-token-missing`, `github-repository-missing`
 */
function gitHubSettings(env, token, nameOption) {
    const secret = token || env['GITHUB_TOKEN'];
    if (!secret) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('github-token-missing', 'there is no token for GitHub', {
            fix: [`Set ${nameOption('github-token')}, or the environment variable GITHUB_TOKEN.`],
        });
    }
    const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(env['GITHUB_REPOSITORY'] ?? '') ?? [];
    if (owner === undefined || name === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('github-repository-missing', 'GITHUB_REPOSITORY does not name a repository', {
            fix: ['Set it to OWNER/NAME; in a workflow the runner does.'],
        });
    }
    const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt } = env;
    return {
        token: secret,
        repository: { owner, name },
        apiUrl: (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, ''),
        ...(run && { runUrl: `${server}/${owner}/${name}/actions/runs/${run}${attempt ? `/attempts/${attempt}` : ''}` }),
    };
}


/***/ })

};
