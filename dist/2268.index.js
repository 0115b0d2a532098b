export const id = 2268;
export const ids = [2268];
export const modules = {

/***/ 12268:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createDeploymentRecords: () => (/* binding */ createDeploymentRecords)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(65655);
// EXTERNAL MODULE: ./src/preview/urls.ts
var urls = __webpack_require__(49660);
;// CONCATENATED MODULE: ./src/github/deployment-url.ts

/**
 * Where what was deployed to a target can be seen.
 * @param wanted `OUTPUT` or `STACK.OUTPUT`; without it the output that is most likely the application's address
 */
function deploymentUrl(outputs, wanted) {
    const all = Object.entries(outputs);
    if (wanted === undefined)
        return all.map(([, own]) => (0,urls/* urlsOf */.W)(own)[0]?.url).find((url) => url !== undefined);
    return all
        .flatMap(([stack, own]) => [own[wanted], Object.entries(own).find(([name]) => `${stack}.${name}` === wanted)?.[1]])
        .find((url) => url !== undefined);
}

;// CONCATENATED MODULE: ./src/github/job-deployment.ts
/** Deployments of a commit to one environment that are looked at. */
const MOST = 10;
/**
 * Whether GitHub itself made a deployment to this environment for a job of this run: `environment:` does, unless it says
 * `deployment: false`. No variable tells a job its environment, but the statuses that GitHub writes lead to the run.
 */
async function isMadeByJob(github, environment, { number, sha }) {
    if (number === undefined || sha === undefined)
        return false;
    const listed = await github.deployments({ environment, sha, most: MOST });
    const others = listed.filter(({ key }) => key === undefined);
    const statuses = await Promise.all(others.map(({ id }) => github.deploymentStatuses(id)));
    const ofRun = new RegExp(`/runs/${number}(/|$)`);
    return statuses.flat().some(({ logUrl }) => logUrl !== undefined && ofRun.test(logUrl));
}

// EXTERNAL MODULE: ./src/github/reports.ts + 1 modules
var reports = __webpack_require__(22236);
;// CONCATENATED MODULE: ./src/github/deployment-records.ts





/** A job's token has 1,000 requests an hour for the whole repository, and a record takes four. */
const MOST_TARGETS = 100;
/** "Wait at least one second between each request" that writes; a handful is let through without it. */
const FREE_WRITES = 40;
const PAUSE_MS = 1_000;
/** At the end of a run, and of one that is cancelled: the runner kills it 10 s after its signal. */
const LAST_WAIT_MS = 180_000;
const CANCELLED_WAIT_MS = 4_000;
/**
 * A deployment record for each target, with its state and address. It is shown, so it is a renderer: secrets are out of
 * what it gets, and what goes wrong with it is told and never ends the run.
 */
function createDeploymentRecords(options, ports) {
    const records = new Map();
    let run;
    let ref = ports.run.commit;
    let github;
    let queue = Promise.resolve();
    let writes = 0;
    let broken;
    const connected = () => {
        github ??= ports.connect(options['github-token'], { mostWaitMs: reports/* REPORT_WAIT_MS */.Yi, afterCancel: true });
        return github;
    };
    /** One after the other: GitHub asks for it, and what refuses one refuses the next as well. */
    const inTurn = (act) => {
        const done = queue.then(async () => {
            if (broken !== undefined)
                return undefined;
            try {
                writes += 1;
                if (writes > FREE_WRITES)
                    await ports.clock.sleep(PAUSE_MS);
                return await act(await connected());
            }
            catch (error) {
                broken = error;
                return undefined;
            }
        });
        queue = done;
        return done;
    };
    const setState = (id, state, description, environmentUrl) => inTurn((client) => client.setDeploymentStatus(id, {
        state,
        description,
        ...(ports.run.runUrl !== undefined && { logUrl: ports.run.runUrl }),
        ...(environmentUrl !== undefined && { environmentUrl }),
    }));
    /** The record of a target; undefined when the job has one of the same name, or none can be made. */
    function recordOf(target) {
        const known = records.get(target);
        if (known !== undefined || run === undefined || ref === undefined)
            return known ?? Promise.resolve(undefined);
        const { environment, targets, key } = run;
        const name = targets.length === 1 ? environment : `${environment}/${target}`;
        const wish = { ref, environment: name, key: `${key} ${environment}/${target}` };
        const made = inTurn(async (client) => {
            if (await isMadeByJob(client, name, ports.run))
                return undefined;
            return (await client.createDeployment({ ...wish, description: `${environment}, ${target}` })).id;
        });
        records.set(target, made);
        return made;
    }
    function begin(target) {
        if (records.has(target))
            return;
        void recordOf(target).then((id) => (id === undefined ? undefined : setState(id, 'in_progress', 'being deployed')));
    }
    async function end(result) {
        await Promise.all(Object.entries(result.targets).map(async ([target, { state, outputs }]) => {
            const { record, description } = endStates[state];
            // Nothing was done there, and nothing is to be corrected.
            const nothing = state === 'skipped' || (state === 'no-change' && result.command === 'rollback');
            if (nothing && !records.has(target))
                return;
            const returned = state === 'rolled-back' && result.command === 'rollback';
            const id = await recordOf(target);
            if (id === undefined)
                return;
            await setState(id, returned ? 'success' : record, returned ? 'the recorded release is back' : description, deploymentUrl(outputs, options['deployment-url']));
        }));
    }
    function prepare(plan) {
        const targets = [...new Set(plan.phases.flatMap((phase) => phase.targets))];
        ref = plan.commit ?? ref;
        const { number } = ports.run;
        const own = number === undefined ? `at ${ports.clock.now()}` : `run ${number}`;
        // A run that returns what it deployed has two records: what it left is inactive, what is back is active.
        const key = rollback ? `rollback ${own}` : own;
        if (targets.length > MOST_TARGETS) {
            ports.say(`no deployment records: ${(0,report_text/* count */.U9)(targets.length, 'target')} would take more requests than GitHub allows in an hour`);
        }
        else if (ref === undefined)
            ports.say('no deployment records: the commit of the release is not known');
        else
            run = { environment: plan.environment, targets, key };
    }
    let dryRun = true;
    let rollback = false;
    let ended;
    return {
        event(event) {
            if (event.type === 'run.started') {
                dryRun = event.dryRun;
                rollback = event.command === 'rollback';
            }
            if (event.type === 'plan.ready' && !dryRun)
                prepare(event.plan);
            if (run === undefined)
                return;
            if (event.type === 'instance.state' && (event.state === 'executing' || event.state === 'rolling-back'))
                begin(event.target);
            if (event.type === 'run.finished' && event.result.status !== 'planned')
                ended = end(event.result);
            if (event.type === 'run.refused')
                ended = stopAll(records, setState);
        },
        async close() {
            const wait = ports.signal.aborted ? CANCELLED_WAIT_MS : LAST_WAIT_MS;
            const done = (ended ?? Promise.resolve()).then(() => queue).then(() => true);
            const stop = new AbortController();
            const late = ports.clock.sleep(wait, stop.signal).then(() => false, () => true);
            const inTime = await Promise.race([done, late]);
            stop.abort();
            if (broken !== undefined)
                ports.warn(whyNot(broken));
            else if (!inTime)
                ports.warn('the deployment records on GitHub are not complete: it did not answer in time');
        },
    };
}
/** The run ended before it had a result. */
async function stopAll(records, setState) {
    for (const record of records.values()) {
        const id = await record;
        if (id !== undefined)
            await setState(id, 'error', 'the run ended without a result');
    }
}
const endStates = {
    succeeded: { record: 'success', description: 'deployed' },
    'no-change': { record: 'success', description: 'nothing had to change' },
    failed: { record: 'failure', description: 'CloudFormation restored the stack' },
    stuck: { record: 'failure', description: 'the stack needs repair' },
    'timed-out': { record: 'failure', description: 'it took too long' },
    unreachable: { record: 'failure', description: 'the region could not be reached' },
    cancelled: { record: 'error', description: 'cancelled' },
    skipped: { record: 'inactive', description: 'not deployed' },
    'rolled-back': { record: 'inactive', description: 'rolled back' },
};
function whyNot(error) {
    const fix = error instanceof errors/* UserError */.yo ? error.fix : [];
    return [`the deployment records on GitHub are not complete: ${(0,errors/* errorText */.kc)(error)}.`, ...fix].join(' ');
}


/***/ }),

/***/ 49660:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ urlsOf)
/* harmony export */ });
/** Outputs of a stack that are web addresses; the one that is most likely the application's own comes first. */
function urlsOf(outputs) {
    return Object.entries(outputs)
        .filter(([, url]) => /^https?:\/\/\S+$/i.test(url) && URL.canParse(url))
        .map(([name, url]) => ({ name, url }))
        .toSorted((a, b) => rank(a.name) - rank(b.name));
}
function rank(name) {
    const at = [/^url$/i, /url$/i, /endpoint$/i].findIndex((pattern) => pattern.test(name));
    return at < 0 ? 3 : at;
}


/***/ })

};
