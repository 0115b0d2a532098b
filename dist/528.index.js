export const id = 528;
export const ids = [528];
export const modules = {

/***/ 7178:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ orphanInstance),
/* harmony export */   O: () => (/* binding */ orphanTarget)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _inventory_place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26088);


/** The target of an orphan: where it was, reached the way its account, else the home target, is reached. */
function orphanTarget({ target, region, account }, whole) {
    const like = whole.targets.find((candidate) => candidate.account === account) ?? (0,_inventory_place_js__WEBPACK_IMPORTED_MODULE_1__/* .homeOf */ .l)(whole);
    return { ...like, name: target, region, account };
}
/**
 * A stack that the configuration forgot, with the settings it was deployed with. Where nobody noted them, those of what
 * is most like it, but no service role: that of another account would be wrong, and CloudFormation uses the one that the
 * stack has (API reference, DeleteStack).
 * @throws UserError `no-targets`
 */
function orphanInstance(entry, whole) {
    const key = entry.instance.split('@')[0] ?? entry.instance;
    const target = orphanTarget(entry, whole);
    const like = mostLike(whole, key, target);
    if (like === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('no-targets', `${whole.name} has no target`);
    const { serviceRole: _, artifactBucket, ...settings } = like.settings;
    const noted = entry.settings ?? (artifactBucket === undefined ? {} : { artifactBucket });
    return {
        id: entry.instance,
        target,
        stack: { ...like.stack, key, stackName: entry.stackName },
        settings: { ...settings, ...noted },
    };
}
/** Of the same stack and account, else of the same account, else of the same stack. */
function mostLike({ instances }, key, { account }) {
    const score = ({ stack, target }) => (target.account === account ? 2 : 0) + (stack.key === key ? 1 : 0);
    return instances.toSorted((a, b) => score(b) - score(a))[0];
}


/***/ }),

/***/ 30528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  preview: () => (/* binding */ preview)
});

// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/preview/announce.ts + 1 modules
var announce = __webpack_require__(80882);
// EXTERNAL MODULE: ./src/preview/tags.ts
var preview_tags = __webpack_require__(86159);
;// CONCATENATED MODULE: ./src/preview/owner.ts

/**
 * Why a stack is not one of this preview, in a sentence; undefined: it is. One that never had a resource has no tags yet:
 * its name says whose it is.
 */
function whyNotOf(stack, owner) {
    const { stackName, status, tags } = stack;
    if (status === 'REVIEW_IN_PROGRESS' && Object.keys(tags).length === 0)
        return undefined;
    const whose = `pull request ${owner.number} of ${owner.application} in ${owner.repository.name}`;
    const found = (0,preview_tags/* ownershipOf */.VL)(tags, owner.repository);
    switch (found.kind) {
        case 'foreign': {
            const says = found.owner === undefined ? 'has no tags that say so' : `belongs to ${found.owner}`;
            return `stack ${stackName} is not a preview of ${whose}: it ${says}`;
        }
        case 'unclear':
            return `stack ${stackName} is left alone: ${found.reason}`;
        case 'own':
            if (found.number === owner.number && found.application === owner.application)
                return undefined;
            return `stack ${stackName} is not a preview of ${whose}, but of pull request ${found.number} of ${found.application}`;
    }
}

// EXTERNAL MODULE: ./src/rollout/results.ts
var results = __webpack_require__(32527);
// EXTERNAL MODULE: ./src/commands/environment.ts + 1 modules
var commands_environment = __webpack_require__(15742);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/tell-start.ts
var tell_start = __webpack_require__(74854);
// EXTERNAL MODULE: ./src/records/inventory.ts
var inventory = __webpack_require__(95330);
// EXTERNAL MODULE: ./src/commands/inventory-place.ts
var inventory_place = __webpack_require__(26088);
// EXTERNAL MODULE: ./src/commands/orphan.ts
var orphan = __webpack_require__(7178);
// EXTERNAL MODULE: ./src/commands/stack-report.ts + 1 modules
var stack_report = __webpack_require__(39435);
;// CONCATENATED MODULE: ./src/commands/preview/forgotten.ts





/** Stacks of a preview that an earlier push deployed, and that the branch has taken out of its configuration since. */
async function forgottenStacks(whole, context) {
    try {
        const place = await (0,inventory_place/* inventoryPlace */.W)(whole, context);
        const entries = place === undefined ? [] : await (0,inventory/* readInventory */.zw)(place);
        const known = new Set(whole.instances.map(({ id }) => id));
        return entries.filter(({ instance }) => !known.has(instance)).map((entry) => (0,orphan/* orphanInstance */.I)(entry, whole));
    }
    catch (error) {
        if (!(0,stack_report/* isRefusal */.v)(error))
            throw error;
        const text = `what earlier pushes deployed elsewhere is not known, and left to cleanup: ${(0,src_errors/* errorText */.kc)(error)}`;
        context.report({ type: 'note', level: 'warning', text });
        return [];
    }
}
/** The environment with these as well: their targets have leases like the others. */
function withForgotten(whole, forgotten) {
    const targets = new Map([...whole.targets, ...forgotten.map(({ target }) => target)].map((each) => [each.name, each]));
    return { ...whole, targets: [...targets.values()], instances: [...whole.instances, ...forgotten] };
}

// EXTERNAL MODULE: ./src/commands/preview/log-url.ts
var log_url = __webpack_require__(36063);
// EXTERNAL MODULE: ./src/commands/preview/remove-stacks.ts + 2 modules
var remove_stacks = __webpack_require__(62405);
;// CONCATENATED MODULE: ./src/commands/preview/delete.ts










/** Deletes the stacks of a preview in all its targets. What is gone already stays gone: twice is once. */
async function deletePreview({ repository, pull, request }, gitHub, startedAt, options, context) {
    const { environment, whole } = await (0,commands_environment/* environmentOf */.p)(options, context, { templates: false, preview: request });
    const planned = options['dry-run'] === true;
    (0,tell_start/* tellStart */.s)('preview', environment, planned, context);
    const forgotten = await forgottenStacks(whole, context);
    const leaving = [...environment.instances, ...forgotten].toReversed();
    const stacks = leaving.map(({ id, stack }) => `${stack.stackName} (${id})`).join(', ');
    if (planned) {
        const outcome = { state: 'no-change', reason: 'would be deleted', failures: [], fix: [], outputs: {} };
        const instances = leaving.map((instance) => (0,results/* instanceResult */.Rr)(instance, { name: 'delete' }, outcome));
        return (0,result/* runResult */.X)(environment, { command: 'preview', startedAt, instances, planned }, context);
    }
    if (!(await context.confirm(`Delete ${stacks} with all they hold?`)))
        throw new src_errors/* UserError */.yo('declined', 'nothing was deleted', { fix: ['Answer y, or add --yes.'] });
    const owner = { repository, application: environment.application, number: pull.number };
    const instances = await (0,remove_stacks/* removePreviewStacks */.K)({
        command: 'preview',
        leaving,
        environment: withForgotten(whole, forgotten),
        whyNot: (stack) => whyNotOf(stack, owner),
    }, options, context);
    const { application } = environment;
    const announced = { number: pull.number, application, ...(0,log_url/* logUrlOf */.Z)(context) };
    await (0,announce/* createAnnouncer */.S)(announced, { gitHub, report: context.report }).deleted(instances);
    return (0,result/* runResult */.X)(environment, { command: 'preview', startedAt, instances }, context);
}

// EXTERNAL MODULE: ./src/preview/urls.ts
var preview_urls = __webpack_require__(49660);
// EXTERNAL MODULE: ./src/commands/deploy/deploy.ts + 68 modules
var deploy = __webpack_require__(3270);
// EXTERNAL MODULE: ./src/commands/preview/request.ts + 2 modules
var preview_request = __webpack_require__(97682);
;// CONCATENATED MODULE: ./src/commands/preview/deploy.ts











/** A preview has no rollout that another release would have to wait for: the last push is what counts. */
const LAST_PUSH_WINS = { supersede: true, 'allow-older': true };
/** Deploys the stacks of a preview to all its targets at once, and says so on the pull request. */
async function deployPreview({ pull: told }, gitHub, known, startedAt, options, context) {
    const subject = (0,preview_request/* previewSubject */.R)(options, context, known);
    const { repository, pull, request } = subject;
    const templates = options.release === undefined;
    const chosen = await (0,commands_environment/* environmentOf */.p)(options, context, { templates, preview: request });
    const { environment } = chosen;
    if (known?.state === 'closed')
        return tooLate(environment, told.number, startedAt, context);
    await refuseOthers(environment, subject, context);
    const { application } = environment;
    const dryRun = options['dry-run'] === true;
    const announcer = (0,announce/* createAnnouncer */.S)({
        number: pull.number,
        application,
        ...(pull.commit !== undefined && { commit: pull.commit }),
        ...(0,log_url/* logUrlOf */.Z)(context),
    }, { gitHub: dryRun ? undefined : gitHub, report: context.report });
    await announcer.started(environment.targets.map(({ name }) => name));
    try {
        const given = { ...options, ...LAST_PUSH_WINS };
        const result = await (0,deploy.deployEnvironment)('deploy', 'preview', chosen, startedAt, given, context);
        const owner = (0,preview_tags/* ownershipOf */.VL)(environment.instances[0]?.settings.tags ?? {}, repository);
        await announcer.deployed(result.instances, owner.kind === 'own' ? owner.expiresAt : undefined);
        return { ...result, preview: { pullRequest: pull.number, urls: urlsByTarget(result) } };
    }
    catch (error) {
        await announcer.failed();
        throw error;
    }
}
function urlsByTarget({ targets }) {
    const urls = (outputs) => Object.values(outputs).flatMap((own) => (0,preview_urls/* urlsOf */.W)(own).map(({ url }) => url));
    return Object.fromEntries(Object.entries(targets).map(([name, { outputs }]) => [name, urls(outputs)]));
}
/** Runs may overtake each other: what is closed by now gets no preview that nobody would delete. */
function tooLate(environment, number, startedAt, context) {
    const text = `pull request ${number} is closed by now: it gets no preview`;
    context.report({ type: 'note', level: 'info', text });
    return (0,result/* runResult */.X)(environment, { command: 'preview', startedAt, instances: [], status: 'no-change', notes: [text] }, context);
}
/**
 * A stack of that name which is not this preview is left as it is, whoever made it.
 * @throws UserError `stack-taken`
 */
async function refuseOthers(environment, { repository, pull }, context) {
    const owner = { repository, application: environment.application, number: pull.number };
    const findings = await Promise.all(environment.instances.map(async ({ stack, target }) => {
        try {
            const found = await context.aws.session(target).cloudformation.describeStack(stack.stackName);
            const why = found && whyNotOf(found, owner);
            return why === undefined ? [] : [new src_errors/* UserError */.yo('stack-taken', `${target.name}: ${why}`, { fix: TAKEN })];
        }
        catch (error) {
            // What cannot be read is reported when it is deployed.
            if (!(0,stack_report/* isRefusal */.v)(error))
                throw error;
            return [];
        }
    }));
    const errors = findings.flat();
    if (errors.length > 0)
        throw new src_errors/* UserErrors */.tQ('stack-taken', 'nothing was changed', errors);
}
const TAKEN = ['Look at whose stack it is; delete it by hand if it may go, or give the application another name.'];

// EXTERNAL MODULE: ./src/commands/deploy/check-sources.ts
var check_sources = __webpack_require__(89323);
;// CONCATENATED MODULE: ./src/commands/preview/without-credentials.ts




const FROM = { fork: 'a fork', dependabot: 'Dependabot' };
/**
 * What can be said of a pull request whose run gets no credentials: its configuration and its templates are checked.
 * Nothing is deployed, and that is no failure.
 */
async function checkWithoutCredentials({ pull, request }, startedAt, options, context) {
    const from = FROM[pull.untrusted ?? 'fork'];
    const chosen = await (0,commands_environment/* environmentOf */.p)(options, context, { templates: !pull.closed, preview: request });
    const { environment } = chosen;
    (0,tell_start/* tellStart */.s)('preview', environment, true, context);
    const checked = pull.closed ? 'nothing was deployed for it' : await (0,check_sources/* checkSources */.B)(environment, context);
    const text = `pull request ${pull.number} comes from ${from}: its runs get no credentials, so it has no preview; ${checked}`;
    context.report({ type: 'note', level: 'info', text });
    return (0,result/* runResult */.X)(environment, { command: 'preview', startedAt, instances: [], status: 'no-change', notes: [text] }, context);
}

;// CONCATENATED MODULE: ./src/commands/preview/preview.ts





/**
 * Deploys the preview of a pull request, or deletes it when the pull request is closed. A pull request that gets no
 * credentials gets the checks that need none.
 */
const preview = async (options, context) => {
    const startedAt = context.clock.now();
    const subject = (0,preview_request/* previewSubject */.R)(options, context);
    const { pull } = subject;
    if (pull.untrusted !== undefined)
        return checkWithoutCredentials(subject, startedAt, options, context);
    const gitHub = await clientOf(options, context);
    if (options.delete === true || pull.closed)
        return deletePreview(subject, gitHub, startedAt, options, context);
    const known = await ask(gitHub, pull, context);
    if (known?.fork === true && !pull.told && startedByEvent(context))
        return checkWithoutCredentials({ ...subject, pull: { ...pull, untrusted: 'fork' } }, startedAt, options, context);
    return deployPreview(subject, gitHub, known, startedAt, options, context);
};
/** A preview is deployed without GitHub's help too; only its pull request is not told. */
async function clientOf(options, context) {
    try {
        return await context.gitHub(options['github-token'], (0,preview_request/* connecting */.j)(options));
    }
    catch (error) {
        if (!(error instanceof src_errors/* UserError */.yo))
            throw error;
        const text = `the pull request is not told of its preview: ${[error.message, ...error.fix].join('. ')}`;
        context.report({ type: 'note', level: 'warning', text });
        return undefined;
    }
}
/**
 * What GitHub knows of the pull request now.
 * @throws UserError `pull-request-missing` where GitHub has none of that number, and nobody else says that there is one;
 * `fork-unknown`
 */
async function ask(gitHub, { number, told }, context) {
    try {
        const known = await gitHub?.pullRequest(number);
        if (known === undefined && gitHub !== undefined && !told)
            throw new src_errors/* UserError */.yo('pull-request-missing', `GitHub has no pull request ${number}, or hides it from this token`, {
                fix: ['Check the number, and that the job has `pull-requests: read` (or write, for the comment).'],
            });
        if (known === undefined && !told && startedByEvent(context))
            throw unknownFork(number);
        return known;
    }
    catch (error) {
        if (!(error instanceof src_errors/* UserError */.yo) || OURS.has(error.code))
            throw error;
        if (!told && startedByEvent(context))
            throw unknownFork(number);
        context.report({
            type: 'note',
            level: 'warning',
            text: `GitHub does not say whether it is open: ${error.message}`,
        });
        return undefined;
    }
}
const OURS = new Set(['pull-request-missing', 'fork-unknown']);
/** Anybody can start such a run, as with a comment: nobody with credentials has decided to run this code. */
function startedByEvent({ env }) {
    const name = env['GITHUB_EVENT_NAME'];
    return name !== undefined && !['workflow_dispatch', 'repository_dispatch', 'push', 'schedule'].includes(name);
}
function unknownFork(number) {
    return new src_errors/* UserError */.yo('fork-unknown', `whether pull request ${number} comes from a fork is not known`, {
        fix: ['Run it on: pull_request, which says so, or give the job a token with `pull-requests: read`.'],
    });
}


/***/ })

};
