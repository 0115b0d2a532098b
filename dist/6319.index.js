export const id = 6319;
export const ids = [6319];
export const modules = {

/***/ 16319:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGitHub: () => (/* binding */ createGitHub)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/github/event.ts
var github_event = __webpack_require__(85015);
;// CONCATENATED MODULE: ./src/github/failures.ts


/** Reads what Octokit throws; undefined for what is no failed request. */
function failureOf(error) {
    if (!(error instanceof Error) || error.name !== 'HttpError')
        return undefined;
    const { status, response } = error;
    // Without an answer Octokit says 500.
    if (response === undefined)
        return { message: error.message, headers: {}, details: [] };
    const { message, errors } = (response.data ?? {});
    return {
        ...(status !== undefined && { status }),
        message: typeof message === 'string' ? message : `HTTP ${status}`,
        headers: Object.fromEntries(Object.entries(response.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)])),
        details: Array.isArray(errors) ? errors.map(detail) : [],
    };
}
function detail(error) {
    if (typeof error === 'string')
        return error;
    const { resource, field, code, message } = (0,github_event/* asRecord */.qY)(error);
    return String(message ?? [resource, field, code].filter(Boolean).join(' '));
}
/** How long a failure asks to wait, in milliseconds; undefined: asking again does not help. */
function waitFor(failure, attempt, now) {
    const { status, headers, message } = failure;
    const backOff = 1_000 * 2 ** attempt;
    if (status === undefined || status >= 500)
        return backOff;
    if (status !== 403 && status !== 429)
        return undefined;
    // "If the retry-after response header is present, you should not retry until after that many seconds has elapsed. If
    // x-ratelimit-remaining is 0, not until the time of x-ratelimit-reset. Otherwise, wait for at least one minute"
    // (docs.github.com, "Best practices for using the REST API").
    const seconds = Number(headers['retry-after']);
    if (headers['retry-after'] !== undefined && Number.isFinite(seconds))
        return Math.max(1_000, seconds * 1_000);
    if (headers['x-ratelimit-remaining'] === '0') {
        return Math.max(1_000, (Number(headers['x-ratelimit-reset']) || 0) * 1_000 - now);
    }
    return status === 429 || /secondary rate limit|abuse/i.test(message) ? Math.max(60_000, backOff) : undefined;
}
/** What is to be told of a failure that stays. `needs`: the permission line that the request takes. */
function explain(what, failure, needs) {
    const { status, message, details, headers } = failure;
    const said = [message, ...details].join('; ');
    switch (status) {
        case undefined:
            return new errors/* UserError */.yo('github-unreachable', `${what}: GitHub gave no answer (${said})`, {
                fix: ['Check https://www.githubstatus.com, the network and GITHUB_API_URL; then run it again.'],
            });
        case 401:
            return new errors/* UserError */.yo('github-token-refused', `${what}: GitHub does not take the token (${said})`, {
                fix: ['Use `${{ github.token }}` of the same job: it is valid only while that runs.'],
            });
        case 403:
        case 429:
            return waitFor(failure, 0, 0) === undefined ? forbidden(what, said, needs) : limited(what, said, headers);
        case 404:
            return new errors/* UserError */.yo('github-not-found', `${what}: GitHub does not find it (${said})`, {
                fix: [`Check the name or number, and that the job has \`${needs}\`: without it GitHub hides what is there.`],
            });
        case 422:
            return new errors/* UserError */.yo('github-invalid', `${what}: GitHub does not take it (${said})`);
        default:
            return status >= 500
                ? new errors/* UserError */.yo('github-unavailable', `${what}: GitHub failed with HTTP ${status} (${said})`, {
                    fix: ['Check https://www.githubstatus.com, then run it again.'],
                })
                : new errors/* UserError */.yo('github-refused', `${what}: GitHub refused with HTTP ${status} (${said})`);
    }
}
function forbidden(what, said, needs) {
    return new errors/* UserError */.yo('github-forbidden', `${what}: the token may not (${said})`, {
        fix: [
            `Add \`${needs}\` to \`permissions:\` of the job, and of the job that calls it when it is a reusable workflow.`,
            'Pull requests from forks and from Dependabot get a token that only reads: there it cannot be done.',
        ],
    });
}
function limited(what, said, headers) {
    const reset = Number(headers['x-ratelimit-reset']);
    const until = headers['x-ratelimit-remaining'] === '0' && reset > 0 ? ` until ${new Date(reset * 1000).toISOString()}` : '';
    return new errors/* UserError */.yo('github-rate-limited', `${what}: GitHub takes no more requests of this token${until} (${said})`, {
        fix: ['Run it again later, with fewer jobs at once.'],
    });
}

;// CONCATENATED MODULE: ./src/github/ask.ts


const MOST_ATTEMPTS = 5;
const MOST_WAIT_MS = 120_000;
/**
 * Does something with GitHub until it is done, GitHub says no, or patience ends.
 * @param what it is, for messages: "the comment on pull request 7"
 * @param needs the line of `permissions:` that it takes
 * @param attempt is made again as a whole: it must look first what an earlier one, whose answer was lost, has done
 */
async function ask(what, needs, attempt, patience) {
    const { clock, signal, mostWaitMs = MOST_WAIT_MS } = patience;
    let waited = 0;
    for (let tries = 0;; tries += 1) {
        try {
            signal?.throwIfAborted();
            return await attempt();
        }
        catch (error) {
            if (error instanceof errors/* UserError */.yo || signal?.aborted)
                throw error;
            const failure = failureOf(error);
            if (failure === undefined)
                throw error;
            const wait = waitFor(failure, tries, clock.now());
            if (wait === undefined || tries + 1 >= MOST_ATTEMPTS || waited + wait > mostWaitMs) {
                throw explain(what, failure, needs);
            }
            const jittered = wait * (1 + clock.random() / 4);
            waited += jittered;
            await clock.sleep(jittered, signal);
        }
    }
}
/** The status of a failed request, for those that mean something here. */
function statusOf(error) {
    return failureOf(error)?.status;
}

;// CONCATENATED MODULE: ./src/github/model.ts
/** What this program knows of GitHub, as plain data. */
/** GitHub refuses longer comments. */
const COMMENT_LIMIT = 65_536;

;// CONCATENATED MODULE: ./src/github/comments.ts



const NEEDS = 'pull-requests: write';
/** Pages of 100: what a pull request of 3,000 comments takes. */
const MOST_PAGES = 30;
/** The one comment of each key: found by a hidden marker, and only where we wrote it ourselves. */
function commentsOf(octokit, { owner, name }, patience) {
    const place = { owner, repo: name };
    let self;
    const own = () => {
        self ??= ownLogin(octokit, patience);
        return self;
    };
    return {
        async upsert(issue, key, text, run) {
            const body = `${marker(key)}\n${run === undefined ? '' : `<!-- run ${run} -->\n`}${text}`;
            const length = [...body].length;
            if (length > COMMENT_LIMIT)
                throw new errors/* UserError */.yo('comment-too-long', `a comment of ${length} characters is too long`);
            return ask(`the comment on pull request ${issue}`, NEEDS, async () => {
                const earlier = await find(octokit, place, issue, key, await own());
                if (earlier !== undefined && run !== undefined && runOf(earlier.body) > run) {
                    return { url: earlier.url, created: false, superseded: true };
                }
                const updated = earlier === undefined ? undefined : await update(octokit, place, earlier.id, body);
                if (updated !== undefined)
                    return { url: updated, created: false };
                const { data } = await octokit.rest.issues.createComment({ ...place, issue_number: issue, body });
                return { url: data.html_url, created: true };
            }, patience);
        },
        has: (issue, key) => ask(`the comment on pull request ${issue}`, NEEDS, async () => (await find(octokit, place, issue, key, await own())) !== undefined, patience),
        async remove(issue, key) {
            return ask(`the comment on pull request ${issue}`, NEEDS, async () => {
                const earlier = await find(octokit, place, issue, key, await own());
                if (earlier === undefined)
                    return false;
                try {
                    await octokit.rest.issues.deleteComment({ ...place, comment_id: earlier.id });
                }
                catch (error) {
                    if (statusOf(error) !== 404)
                        throw error;
                }
                return true;
            }, patience);
        },
    };
}
/** Hidden in HTML; nothing in it can end the comment that it is. */
function marker(key) {
    return `<!-- sam-multi-region:${key.replace(/[^\w./-]/g, (sign) => `%${sign.codePointAt(0)?.toString(16)}`).replaceAll('--', '-%2d')} -->`;
}
/** The run that wrote a comment; 0 where it does not say. */
function runOf(body) {
    return Number(/^<!-- run (\d{1,15}) -->/m.exec(body)?.[1] ?? 0);
}
/** Whoever can comment could write our marker: a comment of somebody else's stays theirs. */
async function find(octokit, place, issue, key, login) {
    const start = marker(key);
    for (let page = 1; page <= MOST_PAGES; page += 1) {
        const { data } = await octokit.rest.issues.listComments({ ...place, issue_number: issue, per_page: 100, page });
        const found = data.find(({ body, user }) => user?.login === login && body?.startsWith(start));
        if (found !== undefined)
            return { id: found.id, url: found.html_url, body: found.body ?? '' };
        if (data.length < 100)
            return undefined;
    }
    return undefined;
}
/** The comment's URL; undefined when it was deleted since it was found. */
async function update(octokit, place, id, body) {
    try {
        const { data } = await octokit.rest.issues.updateComment({ ...place, comment_id: id, body });
        return data.html_url;
    }
    catch (error) {
        if (statusOf(error) === 404)
            return undefined;
        throw error;
    }
}
/** How long who we are may take, milliseconds: it is known of most. */
const OWN_WAIT_MS = 10_000;
/**
 * Who we are. `GET /user` is closed to the token of a job; GraphQL tells every token. Where even that is refused, or does
 * not answer, it is taken for the token of a job: its author is known.
 */
async function ownLogin(octokit, patience) {
    const look = () => octokit.graphql('{ viewer { login } }');
    try {
        const { viewer } = await ask('who the token is of', NEEDS, look, { ...patience, mostWaitMs: OWN_WAIT_MS });
        return viewer.login;
    }
    catch {
        patience.signal?.throwIfAborted();
        return 'github-actions[bot]';
    }
}

;// CONCATENATED MODULE: ./src/github/deployments.ts


const deployments_NEEDS = 'deployments: write';
/** "The maximum description length is 140 characters" (REST API, deployment statuses). */
const MOST_DESCRIPTION = 140;
const MOST_LISTED = 1_000;
/** Deployments of the repository. */
function deploymentsOf(octokit, { owner, name }, patience) {
    const place = { owner, repo: name };
    async function list(filter) {
        const { most = MOST_LISTED, ...query } = filter;
        const found = [];
        for (let page = 1; found.length < most; page += 1) {
            const { data } = await octokit.rest.repos.listDeployments({ ...place, ...query, per_page: 100, page });
            found.push(...data.map(recordOf));
            if (data.length < 100)
                break;
        }
        return found.slice(0, most);
    }
    const statuses = async (id) => {
        const { data } = await octokit.rest.repos.listDeploymentStatuses({ ...place, deployment_id: id, per_page: 100 });
        return data.map(({ state, log_url: logUrl, environment_url: environmentUrl }) => ({
            state,
            ...(logUrl && { logUrl }),
            ...(environmentUrl && { environmentUrl }),
        }));
    };
    const setStatus = async (id, { state, description, environmentUrl, logUrl }) => {
        await octokit.rest.repos.createDeploymentStatus({
            ...place,
            deployment_id: id,
            state,
            ...(description !== undefined && { description: clipped(description) }),
            ...(environmentUrl !== undefined && isWebUrl(environmentUrl) && { environment_url: environmentUrl }),
            ...(logUrl !== undefined && { log_url: logUrl }),
        });
    };
    return {
        create: ({ ref, environment, key, description, transient, production }) => ask(`a deployment to ${environment}`, deployments_NEEDS, async () => {
            const earlier = (await list({ environment, most: 100 })).find((record) => record.key === key);
            if (earlier !== undefined)
                return earlier;
            const { data } = await octokit.rest.repos.createDeployment({
                ...place,
                ref,
                environment,
                payload: { key },
                // The workflow has decided what is deployed; GitHub's own checks and merges would be a second opinion.
                auto_merge: false,
                required_contexts: [],
                ...(description !== undefined && { description: clipped(description) }),
                ...(transient !== undefined && { transient_environment: transient }),
                ...(production !== undefined && { production_environment: production }),
            });
            if (!('id' in data))
                throw new errors/* UserError */.yo('github-refused', `GitHub made no deployment: ${data.message}`);
            return recordOf(data);
        }, patience),
        setStatus: (id, update) => ask(`the status of deployment ${id}`, deployments_NEEDS, () => setStatus(id, update), patience),
        list: (filter) => ask('the deployments', 'deployments: read', () => list(filter), patience),
        statuses: (id) => ask(`the statuses of deployment ${id}`, 'deployments: read', () => statuses(id), patience),
        deactivate: (environment, description) => ask(`the deployments to ${environment}`, deployments_NEEDS, async () => {
            let count = 0;
            for (const { id } of await list({ environment })) {
                const [latest] = await statuses(id);
                if (latest?.state === 'inactive')
                    continue;
                await setStatus(id, { state: 'inactive', ...(description !== undefined && { description }) });
                count += 1;
            }
            return count;
        }, patience),
    };
}
function recordOf(data) {
    const key = keyOf(data.payload);
    return {
        id: data.id,
        environment: data.environment,
        sha: data.sha,
        ref: data.ref,
        createdAt: data.created_at,
        ...(key !== undefined && { key }),
    };
}
/** GitHub gives payloads back as the object or as its text. */
function keyOf(payload) {
    try {
        const value = typeof payload === 'string' ? JSON.parse(payload) : payload;
        const key = typeof value === 'object' && value !== null && 'key' in value ? value.key : undefined;
        return typeof key === 'string' ? key : undefined;
    }
    catch {
        return undefined;
    }
}
function clipped(text) {
    const characters = [...text];
    return characters.length <= MOST_DESCRIPTION ? text : `${characters.slice(0, MOST_DESCRIPTION - 1).join('')}…`;
}
function isWebUrl(text) {
    return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

;// CONCATENATED MODULE: ./src/github/octokit.ts
/** GitHub usually answers within a second; a connection that is silent for this long will not answer any more. */
const TIMEOUT_MS = 30_000;
/** GitHub's own client, with the proxy that the runner's variables name. Loaded when somebody needs it. */
async function createOctokit({ token, apiUrl }, userAgent) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent, log: SILENT });
    octokit.hook.before('request', (options) => {
        options.request.signal = AbortSignal.timeout(TIMEOUT_MS);
    });
    octokit.hook.after('request', ({ status, data }) => {
        if (status !== 204 && !isDocument(data))
            throw unreadable();
    });
    return octokit;
}
function isDocument(data) {
    return typeof data === 'object' && data !== null && !(data instanceof ArrayBuffer);
}
/** Octokit hands on what it could read of an answer that was cut off, or of a page that a proxy gave: that is no answer. */
function unreadable() {
    return Object.assign(new Error('the answer was cut off, or is no JSON'), { name: 'HttpError' });
}
/** Octokit writes deprecations to the console, where the result of the command line is. */
const SILENT = { debug() { }, info() { }, warn() { }, error() { } };

;// CONCATENATED MODULE: ./src/github/create.ts




/** GitHub over its REST API. */
async function createGitHub(settings, userAgent, patience) {
    const octokit = await createOctokit(settings, userAgent);
    const { repository } = settings;
    const place = { owner: repository.owner, repo: repository.name };
    const comments = commentsOf(octokit, repository, patience);
    const deployments = deploymentsOf(octokit, repository, patience);
    const orUndefined = (what, needs, get) => ask(what, needs, () => get().catch((error) => {
        if (statusOf(error) === 404)
            return undefined;
        throw error;
    }), patience);
    return {
        repository,
        repositoryId: () => ask('the repository', 'contents: read', async () => (await octokit.rest.repos.get(place)).data.id, patience),
        pullRequest: (number) => orUndefined(`pull request ${number}`, 'pull-requests: read', async () => pullRequestOf((await octokit.rest.pulls.get({ ...place, pull_number: number })).data)),
        pullRequestsWith: (commit) => ask(`the pull requests of commit ${commit.slice(0, 12)}`, 'pull-requests: read', async () => {
            const asked = { ...place, commit_sha: commit, per_page: 100 };
            const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit(asked);
            return data.map(commitPullOf);
        }, patience),
        upsertComment: comments.upsert,
        hasComment: comments.has,
        deleteComment: comments.remove,
        createDeployment: deployments.create,
        setDeploymentStatus: deployments.setStatus,
        deployments: deployments.list,
        deploymentStatuses: deployments.statuses,
        deactivateDeployments: deployments.deactivate,
        environment: (name) => orUndefined(`environment ${name}`, 'actions: read', async () => protectionOf((await octokit.rest.repos.getEnvironment({ ...place, environment_name: name })).data)),
        reviews: (run) => ask(`the approvals of run ${run}`, 'actions: read', async () => (await octokit.rest.actions.getReviewsForRun({ ...place, run_id: run })).data.map(reviewOf), patience),
    };
}
function pullRequestOf(data) {
    const { number, state, merged, title, user, head, base } = data;
    // Octokit's types forget that the repository of a fork may be deleted.
    const from = head.repo;
    return {
        number,
        state,
        merged,
        title,
        author: user.login,
        headRef: head.ref,
        headSha: head.sha,
        ...(from !== null && { headRepository: from.full_name }),
        fork: from?.full_name !== base.repo.full_name,
    };
}
function commitPullOf({ number, state, merged_at: mergedAt, merge_commit_sha: mergeCommit, }) {
    const merged = mergedAt !== null;
    // Of an open one it is the merge that GitHub tries out.
    return { number, open: state === 'open', merged, ...(merged && mergeCommit !== null && { mergeCommit }) };
}
function reviewOf({ user, state, comment, environments, }) {
    return { login: user.login, state, comment, environments: environments.flatMap(({ name }) => name ?? []) };
}
function protectionOf(data) {
    const rules = data.protection_rules ?? [];
    const reviewers = rules.flatMap((rule) => ('reviewers' in rule ? (rule.reviewers ?? []) : []));
    return {
        name: data.name,
        reviewers: reviewers.flatMap(({ reviewer }) => reviewer === undefined ? [] : 'login' in reviewer ? reviewer.login : reviewer.slug),
        waitTimer: Math.max(0, ...rules.map((rule) => ('wait_timer' in rule ? (rule.wait_timer ?? 0) : 0))),
        branchPolicy: data.deployment_branch_policy !== null && data.deployment_branch_policy !== undefined,
        customRules: rules.map(({ type }) => type).filter((type) => !KNOWN_RULES.has(type)),
    };
}
const KNOWN_RULES = new Set(['wait_timer', 'required_reviewers', 'branch_policy']);


/***/ })

};
