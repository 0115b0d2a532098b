export const id = 2991;
export const ids = [2991];
export const modules = {

/***/ 62991:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   redactedGitHub: () => (/* binding */ redactedGitHub)
/* harmony export */ });
/** A GitHub to which no secret is written, wherever the text comes from. Names of environments and commits stay. */
function redactedGitHub(github, redact) {
    return {
        ...github,
        upsertComment: (pullRequest, key, body, run) => github.upsertComment(pullRequest, key, redact(body), run),
        createDeployment: ({ description, ...wish }) => github.createDeployment({ ...wish, ...(description !== undefined && { description: redact(description) }) }),
        setDeploymentStatus: (id, { description, environmentUrl, ...update }) => github.setDeploymentStatus(id, {
            ...update,
            ...(description !== undefined && { description: redact(description) }),
            ...(environmentUrl !== undefined && { environmentUrl: redact(environmentUrl) }),
        }),
        deactivateDeployments: (environment, description) => github.deactivateDeployments(environment, description === undefined ? undefined : redact(description)),
    };
}


/***/ })

};
