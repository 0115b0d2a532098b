export const id = 6226;
export const ids = [6226,8202];
export const modules = {

/***/ 86226:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInit: () => (/* binding */ runInit)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/release/hash.ts
var hash = __webpack_require__(35109);
;// CONCATENATED MODULE: ./src/bootstrap/role-names.ts

/** IAM and STS quotas: characters in the name of a role. */
const LONGEST = 64;
/** As many characters of an application count at most (parameter `Application`). */
const LONGEST_APPLICATION = 40;
const MIDDLE = 'deploy-';
/** The name of the role that deploys an environment: `orders-deploy-prod`. */
function deployRoleName(application, environment) {
    return `${application}-${deployRoleEnd(application, environment)}`;
}
/** The part behind the application; long names of environments are cut, and end in a hash of their own. */
function deployRoleEnd(application, environment) {
    const taken = Math.min(application?.length ?? LONGEST_APPLICATION, LONGEST_APPLICATION) + 1 + MIDDLE.length;
    const room = LONGEST - taken;
    const cut = `${environment.slice(0, room - 7)}-${(0,hash/* sha256 */.s)(environment).slice(0, 6)}`;
    return `${MIDDLE}${environment.length <= room ? environment : cut}`;
}
/** Logical ids for names, in their order: `DeployRole` and the words of the name, told apart where these are the same. */
function logicalIds(start, names) {
    const plain = names.map((name) => name
        .split(/[^A-Za-z0-9]+/)
        .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
        .join(''));
    return plain.map((id, index) => {
        const alone = plain.filter((other) => other.toLowerCase() === id.toLowerCase()).length === 1;
        return `${start}${id}${alone ? '' : (0,hash/* sha256 */.s)(names[index] ?? '').slice(0, 6)}`;
    });
}

// EXTERNAL MODULE: ./src/commands/policy/subject.ts
var subject = __webpack_require__(44737);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/bootstrap/subject-of.ts


/**
 * What the bootstrap template of a configuration is made for: its stacks, buckets, parameters and traffic by name.
 * @throws UserError what is wrong with the configuration
 */
async function bootstrapSubject(request, files) {
    const { config, repository, branch } = request;
    const subjects = await Promise.all(request.environments.map((environment) => (0,subject/* subjectOf */.e)({ config, environment }, files)));
    const preview = await previewOf(config, files);
    const application = subjects.find(({ environment }) => environment !== undefined)?.environment?.application;
    const previewAccounts = accountsOf(preview?.environment);
    return {
        ...(application !== undefined && { application }),
        repository,
        environments: subjects.flatMap(environmentOf),
        branch,
        previewPolicies: (preview === undefined ? subjects : [preview]).map(anyPartition),
        previews: preview !== undefined,
        ...(previewAccounts !== undefined && { previewAccounts }),
    };
}
function environmentOf(subject) {
    const { environment } = subject;
    if (environment === undefined)
        return [];
    const accounts = accountsOf(environment);
    return [
        {
            name: environment.name,
            gitHubEnvironments: gitHubEnvironments(environment),
            ...(accounts !== undefined && { accounts }),
            policy: anyPartition(subject),
        },
    ];
}
/** Undefined where that of a target is not known. */
function accountsOf(environment) {
    const accounts = environment?.targets.map(({ account }) => account);
    return accounts?.every((account) => account !== undefined) ? [...new Set(accounts)] : undefined;
}
const anyPartition = (subject) => ({ ...subject, partition: '${AWS::Partition}' });
/** Undefined where the configuration has no previews. */
async function previewOf(config, files) {
    try {
        return await (0,subject/* subjectOf */.e)({ config, for: 'preview' }, files);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo && error.code === 'no-preview')
            return undefined;
        throw error;
    }
}
/** The GitHub environments that jobs of a rollout run in: its own, and those of waves. */
function gitHubEnvironments({ name, waves }) {
    return [...new Set([name, ...waves.flatMap(({ githubEnvironment }) => githubEnvironment ?? [])])];
}

;// CONCATENATED MODULE: ./src/bootstrap/parameters.ts
/** The section `Parameters` of the bootstrap template. */
function parameterLines({ application, repository, previews, }) {
    return `Parameters:
  Application:
    Type: String
    Description: Begins the names of the roles, as in orders-plan.
    AllowedPattern: "[A-Za-z][A-Za-z0-9-]{0,39}"
${byDefault(application)}  GitHubOwner:
    Type: String
    Description: User or organisation that the repository belongs to.
    AllowedPattern: "[A-Za-z0-9-]+"
${byDefault(repository?.owner)}  GitHubRepository:
    Type: String
    Description: Name of the repository, without its owner.
    AllowedPattern: "[A-Za-z0-9._-]+"
${byDefault(repository?.name)}  GitHubOwnerId:
    Type: String
    Description: Numeric id of the owner, as in gh api repos/OWNER/NAME --jq .owner.id; * takes any.
    AllowedPattern: "[0-9]+|\\\\*"
${byDefault(repository?.ownerId ?? '*')}  GitHubRepositoryId:
    Type: String
    Description: >-
      Numeric id of the repository, as in gh api repos/OWNER/NAME --jq .id. With it nobody who gets the name of a
      repository that was renamed or deleted gets its roles; * takes any.
    AllowedPattern: "[0-9]+|\\\\*"
${byDefault(repository?.id ?? '*')}  OidcProviderArn:
    Type: String
    Description: ARN of the account's provider for GitHub, where it has one already. Empty - it is made.
    Default: ""
  JobWorkflowRef:
    Type: String
    Description: >-
      Only jobs of this reusable workflow, such as OWNER/REPO/.github/workflows/deploy.yml@*. It holds the commit that
      the caller pins after the @, so that anything but * there breaks with each upgrade. Empty - any job.
    Default: ""
  PullRequests:
    Type: String
    Description: >-
      Whether jobs of pull requests get the plan role, and the preview role where there is one. Say false where the
      repository sends write tokens to workflows of forks - their jobs cannot be told from its own.
    AllowedValues: ["true", "false"]
    Default: "true"
  PlanDeletesStacks:
    Type: String
    Description: >-
      Whether a plan of a stack that does not exist yet may delete the empty one that it makes. IAM cannot tell an empty
      stack from a full one - with it, whoever may open a pull request can delete the stacks of the application. Without
      it the empty stack stays until it is deployed.
    AllowedValues: ["true", "false"]
    Default: "false"
  Previews:
    Type: String
    Description: >-
      Whether there is a role for previews of pull requests. Whoever may open a pull request from a branch of the
      repository can use it with a template of their own - keep it out of accounts that hold what matters.
    AllowedValues: ["true", "false"]
    Default: "${previews}"
  ServiceRolePolicyArns:
    Type: CommaDelimitedList
    Description: Managed policies of the role that CloudFormation uses for the resources of your stacks. Empty - PowerUserAccess.
    Default: ""
  PermissionsBoundary:
    Type: String
    Description: ARN of a policy that every IAM role in your stacks must have as its permissions boundary. Empty - none.
    Default: ""
`;
}
function byDefault(value) {
    return value === undefined ? '' : `    Default: ${JSON.stringify(value)}\n`;
}

;// CONCATENATED MODULE: ./src/bootstrap/render-statements.ts
/** Characters of a line of the template. */
const WIDTH = 120;
/** Statements as lines of YAML, indented by `indent` blanks; texts with `${…}` are filled in by CloudFormation. */
function renderStatements(statements, indent) {
    const margin = ' '.repeat(indent);
    return statements
        .flatMap((statement) => render(statement, WIDTH - indent))
        .map((line) => `${margin}${line}`)
        .join('\n');
}
function render({ Sid, Effect, Action, Resource, Condition }, width) {
    return [
        `- Sid: ${Sid}`,
        `  Effect: ${Effect}`,
        ...list('  Action:', Action, width),
        ...list('  Resource:', Resource, width),
        ...conditionLines(Condition),
    ];
}
/** A list in brackets, on as few lines as hold it: templates that are handed over as text have little room. */
function list(key, items, width) {
    const texts = items.map(scalar);
    const flat = `${key} [${texts.join(', ')}]`;
    if (flat.length <= width)
        return [flat];
    const lines = [];
    for (const [index, text] of texts.entries()) {
        const item = `${text}${index < texts.length - 1 ? ',' : ']'}`;
        const line = lines.at(-1);
        if (line === undefined)
            lines.push(`    [${item}`);
        else if (line.length + 1 + item.length <= width)
            lines[lines.length - 1] = `${line} ${item}`;
        else
            lines.push(`     ${item}`);
    }
    return [key, ...lines];
}
function conditionLines(condition) {
    if (condition === undefined)
        return [];
    return [
        '  Condition:',
        ...Object.entries(condition).flatMap(([operator, keys]) => [
            `    ${scalar(operator)}:`,
            ...Object.entries(keys).map(([key, value]) => `      ${key}: ${scalar(value)}`),
        ]),
    ];
}
/** A text of one line; quoted where YAML would read it otherwise, also in a list in brackets. */
function scalar(text) {
    if (text.includes('${'))
        return `!Sub ${JSON.stringify(text)}`;
    return /^[A-Za-z][\w:/.*-]*$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text)
        ? text
        : JSON.stringify(text);
}

;// CONCATENATED MODULE: ./src/bootstrap/trust.ts

/**
 * The trust in jobs that run in one of `places`, as lines of YAML. `sub` is compared in both of its forms:
 * repositories made, renamed or transferred since 2026-07-15 carry numeric ids in it
 * (https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens/).
 * IAM refuses a trust policy for GitHub without a condition on `sub` (IAM user guide, "Identity-provider controls for
 * shared OIDC providers").
 */
function trustStatements({ places, branch }, indent) {
    const host = 'token.actions.githubusercontent.com';
    const lines = [
        '- Effect: Allow',
        '  Principal:',
        '    Federated: !If [MakeProvider, !Ref Provider, !Ref OidcProviderArn]',
        '  Action: sts:AssumeRoleWithWebIdentity',
        '  Condition:',
        '    StringEquals:',
        `      ${host}:aud: !If [InChina, sts.amazonaws.com.cn, sts.amazonaws.com]`,
        // A subject that a repository made up for itself may look like one of another: its name is compared on its own.
        `      ${host}:repository: !Sub "\${GitHubOwner}/\${GitHubRepository}"`,
        `      ${host}:repository_id: !If [KnowsRepositoryId, !Ref GitHubRepositoryId, !Ref AWS::NoValue]`,
        ...(branch === undefined ? [] : [`      ${host}:ref: ${scalar(`refs/heads/${branch}`)}`]),
        '    StringLike:',
        `      ${host}:sub:`,
        ...places.flatMap((place) => subjects(place).map((subject) => `      - ${trusted(place, scalar(subject))}`)),
        `      ${host}:job_workflow_ref: !If [PinsWorkflow, !Ref JobWorkflowRef, !Ref AWS::NoValue]`,
        // A job of a pull request that names an environment has a subject like any other job there.
        '    StringNotLike: !If',
        '      - TrustsPullRequests',
        '      - !Ref AWS::NoValue',
        `      - ${host}:ref: refs/pull/*`,
    ];
    return lines.map((line) => `${' '.repeat(indent)}${line}`).join('\n');
}
function trusted({ kind }, subject) {
    return kind === 'pull-request' ? `!If [TrustsPullRequests, ${subject}, !Ref AWS::NoValue]` : subject;
}
/** The `sub` of such a job, with names alone and with ids. */
function subjects(place) {
    const end = endOf(place);
    return [
        `repo:\${GitHubOwner}/\${GitHubRepository}:${end}`,
        `repo:\${GitHubOwner}@\${GitHubOwnerId}/\${GitHubRepository}@\${GitHubRepositoryId}:${end}`,
    ];
}
function endOf(place) {
    switch (place.kind) {
        case 'environment':
            return `environment:${place.name}`;
        case 'branch':
            return `ref:refs/heads/${place.name}`;
        case 'pull-request':
            return 'pull_request';
    }
}

;// CONCATENATED MODULE: ./src/bootstrap/render-role.ts


/** The role as a resource of the template, in YAML. */
function renderRole({ logicalId, end, comment, condition, trust, statements, shared, option, }) {
    return `  # ${comment}
  ${logicalId}:
    Type: AWS::IAM::Role
${condition === undefined ? '' : `    Condition: ${condition.name}\n`}    Properties:
      RoleName: !Sub \${Application}-${end}
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
${trustStatements(trust, 10)}
${shared === undefined ? '' : `      ManagedPolicyArns: [!Ref ${shared.logicalId}]\n`}      Policies:
        - PolicyName: sam-multi-region
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
${renderStatements(statements, 14)}
${option === undefined ? '' : renderOption(option)}`;
}
function renderOption({ condition, name, statements }) {
    return `        - !If
          - ${condition}
          - PolicyName: ${name}
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
${renderStatements(statements, 16)}
          - !Ref AWS::NoValue
`;
}
/** The policy as a resource of the template, in YAML. */
function renderShared({ logicalId, statements }) {
    return `  # What several of the roles below have in common.
  ${logicalId}:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
${renderStatements(statements, 10)}

`;
}

;// CONCATENATED MODULE: ./src/bootstrap/account-conditions.ts
/** As many conditions `Fn::Or` takes (CloudFormation user guide, "Condition functions"). */
const MOST = 10;
/**
 * A condition of a template that holds in some accounts, as a value in YAML.
 * @returns undefined where any account is meant, and where there are too many to name
 */
function inAccounts(accounts) {
    if (accounts === undefined || accounts.length === 0 || accounts.length > MOST * MOST)
        return undefined;
    const equal = accounts.map((account) => `!Equals [!Ref AWS::AccountId, "${account}"]`);
    if (equal.length <= MOST)
        return or(equal);
    const groups = Array.from({ length: Math.ceil(equal.length / MOST) }, (_, index) => or(equal.slice(index * MOST, (index + 1) * MOST)));
    return or(groups);
}
function or(conditions) {
    const [only = '', ...others] = conditions;
    return others.length === 0 ? only : `!Or [${conditions.join(', ')}]`;
}

// EXTERNAL MODULE: ./src/commands/policy/statement.ts
var statement = __webpack_require__(10524);
;// CONCATENATED MODULE: ./src/bootstrap/covers.ts
/** Whether a pattern of a policy holds for all that another one holds for, as far as their texts tell. */
function covers(pattern, text) {
    const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    return new RegExp(`^${source}$`).test(text);
}

;// CONCATENATED MODULE: ./src/bootstrap/isolation.ts


/** What changes a stack. */
const CHANGES = (0,statement/* cloudformation */.bn)([
    'CreateChangeSet',
    'ExecuteChangeSet',
    'DeleteChangeSet',
    'DeleteStack',
    'ContinueUpdateRollback',
    'SetStackPolicy',
    'UpdateTerminationProtection',
]);
/**
 * What the role of one environment is denied so that its jobs cannot act for the others: their stacks, as far as what it
 * is allowed reaches them (names may begin alike), and what runs remember of them and act on.
 * @param own names of stacks of the role's own environment
 */
function keptFrom(others, { own, allowed, application }) {
    if (others.length === 0)
        return [];
    const patterns = allowed.flatMap(({ Resource }) => Resource).filter((arn) => arn.includes(':stack/'));
    const reached = others
        .flatMap(({ policy }) => (0,statement/* stackArns */.Jj)(policy.stackNames.flatMap((name) => reachable(name, own)), policy))
        .filter((arn) => patterns.some((pattern) => covers(pattern, arn)));
    const state = others.flatMap(({ name }) => ['.json', '/*'].map((end) => `arn:\${AWS::Partition}:s3:::*/sam-multi-region/*/${application ?? '${Application}'}/${name}${end}`));
    return [
        ...deny('StacksOfOthers', CHANGES, reached),
        ...deny('StateOfOthers', ['s3:PutObject', 's3:DeleteObject'], state),
    ];
}
/** A stack of another environment and what it nests, but for names that are ours too: then the account is another one. */
function reachable(name, own) {
    if (own.includes(name))
        return [];
    return own.some((ours) => ours.startsWith(`${name}-`)) ? [name] : [name, `${name}-*`];
}
function deny(Sid, Action, Resource) {
    return Resource.length === 0 ? [] : [{ Sid, Effect: 'Deny', Action, Resource: [...new Set(Resource)] }];
}

// EXTERNAL MODULE: ./src/commands/policy/table.ts
var table = __webpack_require__(20589);
// EXTERNAL MODULE: ./src/options/model.ts
var model = __webpack_require__(54903);
;// CONCATENATED MODULE: ./src/bootstrap/role-commands.ts



const PREVIEW = ['preview', 'cleanup'];
/** Which commands a role of the pipeline is for. What they may do is what `policy` prints of each. */
const roleCommands = {
    deploy: model/* onAws */.n.filter((name) => name !== 'plan' && !PREVIEW.includes(name)),
    package: ['plan', 'status'],
    plan: ['plan', 'status'],
    preview: PREVIEW,
};
/** What a role may do of a command: pull requests get a plan that nobody executes. */
async function permissionsOf(role, command) {
    if (role !== 'plan' || command !== 'plan')
        return table/* permissions */.P[command]();
    return (await Promise.all(/* import() */[__webpack_require__.e(6422), __webpack_require__.e(1430)]).then(__webpack_require__.bind(__webpack_require__, 81430))).forecastPermissions;
}
/**
 * The statements of all commands of a role as one policy: what is asked for one purpose on the same resources stands
 * together, so that the policy stays under IAM's limit for a role (10,240 characters).
 */
async function roleStatements(role, subjects, application = '${Application}') {
    const exact = await statementsFor(role, subjects);
    if (!isTooLong(exact))
        return exact;
    return statementsFor(role, subjects.map((subject) => withPatterns(subject, application)));
}
/** IAM and STS quotas: characters of all inline policies of a role. Some are left for what the template denies and people add. */
const role_commands_LONGEST = 9_300;
function isTooLong(statements) {
    return JSON.stringify(statements).length > role_commands_LONGEST;
}
/** Stacks by the beginning that their names share beyond that of the application, instead of one by one. */
function withPatterns(subject, application) {
    const starts = `${application}-`;
    const [first = '', ...alike] = subject.stackNames.filter((name) => name.startsWith(starts));
    const others = subject.stackNames.filter((name) => !name.startsWith(starts));
    return { ...subject, stackNames: [...others, `${alike.reduce(sharedStart, first) || starts}*`] };
}
function sharedStart(one, other) {
    const end = [...one].findIndex((letter, index) => letter !== other[index]);
    return end === -1 ? one : one.slice(0, end);
}
async function statementsFor(role, subjects) {
    const asking = await Promise.all(roleCommands[role].map((name) => permissionsOf(role, name)));
    const all = asking.flatMap((statementsOf) => subjects.map(statementsOf));
    const merged = new Map();
    for (const statement of all.flat()) {
        const Resource = withoutCovered(statement.Resource);
        const key = JSON.stringify([statement.Sid, Resource, statement.Condition]);
        const known = merged.get(key);
        const Action = [...new Set([...(known?.Action ?? []), ...statement.Action])];
        merged.set(key, { ...(known ?? statement), Action, Resource });
    }
    return withUniqueSids(sameActions([...merged.values()]));
}
/** What may be done alike to the things of several environments is one statement. */
function sameActions(statements) {
    const merged = new Map();
    for (const statement of statements) {
        const key = JSON.stringify([statement.Sid, statement.Action.toSorted(), statement.Condition]);
        const known = merged.get(key);
        const Resource = withoutCovered([...new Set([...(known?.Resource ?? []), ...statement.Resource])]);
        merged.set(key, { ...(known ?? statement), Resource });
    }
    return [...merged.values()];
}
/** IAM refuses a policy with a Sid twice. */
function withUniqueSids(statements) {
    const seen = new Map();
    return statements.map((statement) => {
        const count = (seen.get(statement.Sid) ?? 0) + 1;
        seen.set(statement.Sid, count);
        return count === 1 ? statement : { ...statement, Sid: `${statement.Sid}${count}` };
    });
}
/** Resources that a wider one of the same statement holds already are noise. */
function withoutCovered(resources) {
    return resources.filter((one) => !resources.some((other) => other !== one && covers(other, one)));
}

;// CONCATENATED MODULE: ./src/bootstrap/roles.ts




/** The roles of a pipeline, with the names of the conditions that the template has for them. */
async function pipelineRoles(subject) {
    const { environments } = subject;
    const ids = logicalIds('DeployRole', environments.map(({ name }) => name));
    const deploying = environments.map((environment, index) => deployRole(environment, ids[index] ?? '', subject));
    const looking = [packageRole(subject), planRole(subject)];
    return [
        ...sharing('DeployPolicy', await Promise.all(deploying)),
        ...sharing('PlanPolicy', await Promise.all(looking)),
        await previewRole(subject),
    ];
}
/** IAM and STS quotas: characters of a managed policy, some less. */
const LONGEST_SHARED = 5_900;
/** A template has little room: what several roles are allowed alike stands in it once. */
function sharing(logicalId, roles) {
    const [first, ...others] = roles.map(({ statements }) => new Set(statements.map((one) => JSON.stringify(one))));
    const common = [...(first ?? [])].filter((one) => others.every((statements) => statements.has(one)));
    if (others.length === 0 || common.join().length > LONGEST_SHARED)
        return roles;
    const isCommon = (one) => common.includes(JSON.stringify(one));
    const shared = { logicalId, statements: roles[0]?.statements.filter(isCommon) ?? [] };
    return roles.map((role) => ({ ...role, shared, statements: role.statements.filter((one) => !isCommon(one)) }));
}
async function deployRole(environment, logicalId, { application, environments }) {
    const { name, policy, accounts, gitHubEnvironments } = environment;
    const allowed = await roleStatements('deploy', [policy], application);
    const others = environments.filter((other) => other !== environment && shareAccount(environment, other));
    const when = inAccounts(accounts);
    return {
        logicalId,
        end: deployRoleEnd(application, name),
        comment: `Deploys ${name}: jobs in its GitHub environments, whose protection rules decide who gets there.`,
        ...(when !== undefined && { condition: { name: `With${logicalId}`, when } }),
        trust: { places: gitHubEnvironments.map(inEnvironment) },
        statements: [...allowed, ...keptFrom(others, { own: policy.stackNames, allowed, application })],
    };
}
/** Folders of what runs act on that change something: a role that executes nothing could steer them by writing there. */
const NEVER_PLANNED = ['failover', 'records', 'rollouts', 'inventory', 'active', 'leases', 'paused'];
async function packageRole({ environments, application, branch }) {
    const allowed = await roleStatements('package', policiesOf(environments), application);
    return {
        logicalId: 'PackageRole',
        end: 'package',
        comment: 'Makes plans that a later job deploys, and executes nothing. Its jobs wait for nobody: only runs of one branch get it.',
        trust: { places: environments.map(planning), branch },
        statements: [...narrowed(allowed, isNoDeletion), ...denyWrites(NEVER_PLANNED)],
    };
}
async function planRole({ environments, application, branch }) {
    const allowed = await roleStatements('plan', policiesOf(environments), application);
    return {
        logicalId: 'PlanRole',
        end: 'plan',
        comment: 'Plans, and executes nothing; what it writes is never deployed. Pull requests from branches of the repository get it.',
        trust: {
            places: [...environments.map(planning), { kind: 'branch', name: branch }, { kind: 'pull-request' }],
        },
        statements: narrowed(allowed, isNoDeletion),
        option: {
            condition: 'PlanDeletes',
            name: 'delete-empty-stacks',
            statements: narrowed(allowed, (action) => !isNoDeletion(action)),
        },
    };
}
const WANTED = '!Equals [!Ref Previews, "true"]';
async function previewRole(subject) {
    const { environments, previewPolicies, previewAccounts, application, branch } = subject;
    const allowed = await roleStatements('preview', previewPolicies, application);
    const where = inAccounts(previewAccounts);
    return {
        logicalId: 'PreviewRole',
        end: 'preview',
        comment: 'Makes and deletes the stacks of pull requests, and no others.',
        condition: { name: 'WithPreviews', when: where === undefined ? WANTED : `!And [${WANTED}, ${where}]` },
        trust: { places: [inEnvironment('preview'), { kind: 'branch', name: branch }, { kind: 'pull-request' }] },
        statements: [...allowed, ...denyWrites(['failover']), ...keptFrom(environments, { own: [], allowed, application })],
    };
}
const inEnvironment = (name) => ({ kind: 'environment', name });
/** Jobs that only plan run in an environment of their own, which asks nobody. */
const planning = ({ name }) => inEnvironment(`${name}-plan`);
const policiesOf = (environments) => environments.map(({ policy }) => policy);
function shareAccount(one, other) {
    return one.accounts?.some((account) => other.accounts?.includes(account) ?? true) ?? true;
}
const isNoDeletion = (action) => action !== 'cloudformation:DeleteStack';
/** The statements with those of their actions that count, and without those that have none left. */
function narrowed(statements, counts) {
    return statements.flatMap((statement) => {
        const Action = statement.Action.filter(counts);
        return Action.length === 0 ? [] : [{ ...statement, Action }];
    });
}
function denyWrites(folders) {
    const arns = folders.map((folder) => `arn:\${AWS::Partition}:s3:::*/sam-multi-region/${folder}/*`);
    return deny('NotWhatOthersActOn', ['s3:PutObject', 's3:DeleteObject'], arns);
}

;// CONCATENATED MODULE: ./src/bootstrap/service-role.ts


/** What CloudFormation does with the roles of functions, which PowerUserAccess leaves out. */
const ROLE_ACTIONS = [
    'iam:AttachRolePolicy',
    'iam:CreateRole',
    'iam:DeleteRole',
    'iam:DeleteRolePolicy',
    'iam:DetachRolePolicy',
    'iam:GetRole',
    'iam:GetRolePolicy',
    'iam:ListAttachedRolePolicies',
    'iam:ListRolePolicies',
    'iam:ListRoleTags',
    'iam:PassRole',
    'iam:PutRolePolicy',
    'iam:TagRole',
    'iam:UntagRole',
    'iam:UpdateAssumeRolePolicy',
    'iam:UpdateRole',
    'iam:UpdateRoleDescription',
];
/** What would give a role more than the boundary; allowed only with it (IAM user guide, "Permissions boundaries"). */
const BOUND = new Set(['iam:AttachRolePolicy', 'iam:CreateRole', 'iam:PutRolePolicy']);
/**
 * The inline policy of the service role for IAM roles in stacks of these names, as lines of YAML. Roles without a name
 * of their own are called after their stack.
 */
function serviceRoleStatements(stackNames, indent) {
    const prefixes = [...new Set(stackNames.map(rolePrefix))];
    const wide = prefixes.filter((one) => !prefixes.some((other) => other !== one && covers(other, one)));
    const resources = wide.map((prefix) => `    - ${scalar(`arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/${prefix}`)}`);
    const lines = [
        '- Sid: FunctionRoles',
        '  Effect: Allow',
        '  Action:',
        ...ROLE_ACTIONS.filter((action) => !BOUND.has(action)).map((action) => `    - ${action}`),
        '  Resource:',
        ...resources,
        '- Sid: BoundFunctionRoles',
        '  Effect: Allow',
        '  Action:',
        ...[...BOUND].map((action) => `    - ${action}`),
        '  Resource:',
        ...resources,
        '  Condition: !If',
        '    - HasBoundary',
        '    - StringEquals:',
        '        iam:PermissionsBoundary: !Ref PermissionsBoundary',
        '    - !Ref AWS::NoValue',
    ];
    return lines.map((line) => `${' '.repeat(indent)}${line}`).join('\n');
}
/** CloudFormation shortens long names of stacks in the names it makes: only their beginning is certain to be there. */
function rolePrefix(stackName) {
    return stackName.length <= CERTAIN || stackName.includes('$') ? `${stackName}-*` : `${stackName.slice(0, CERTAIN)}*`;
}
const CERTAIN = 24;

;// CONCATENATED MODULE: ./src/bootstrap/template.ts




/**
 * The CloudFormation template of what GitHub's jobs need in an account: an OIDC provider (or the one that is there),
 * the roles of the pipeline and the service role of CloudFormation. The policies are those that `policy` prints.
 */
async function bootstrapTemplate(subject) {
    const roles = await pipelineRoles(subject);
    const shared = [...new Set(roles.flatMap((role) => role.shared ?? []))];
    const stackNames = subject.environments.flatMap(({ policy }) => policy.stackNames);
    return `AWSTemplateFormatVersion: "2010-09-09"
Description: >-
  Roles with which GitHub Actions jobs of one repository deploy with sam-multi-region. IAM is global: one stack of this
  in an account is enough, in any region.

${parameterLines(subject)}
Conditions:
  InChina: !Equals [!Ref AWS::Partition, aws-cn]
  MakeProvider: !Equals [!Ref OidcProviderArn, ""]
  KnowsRepositoryId: !Not [!Equals [!Ref GitHubRepositoryId, "*"]]
  PinsWorkflow: !Not [!Equals [!Ref JobWorkflowRef, ""]]
  TrustsPullRequests: !Equals [!Ref PullRequests, "true"]
  PlanDeletes: !Equals [!Ref PlanDeletesStacks, "true"]
  HasBoundary: !Not [!Equals [!Ref PermissionsBoundary, ""]]
  NamesPolicies: !Not [!Equals [!Join ["", !Ref ServiceRolePolicyArns], ""]]
${roles.map(conditionLine).join('')}
Resources:
  # An account has one provider for an issuer. It stays when this stack goes: other roles may trust it by then.
  Provider:
    Type: AWS::IAM::OIDCProvider
    Condition: MakeProvider
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      Url: https://token.actions.githubusercontent.com
      ClientIdList:
        - !If [InChina, sts.amazonaws.com.cn, sts.amazonaws.com]

${shared.map(renderShared).join('')}${roles.map(renderRole).join('\n')}
  # What CloudFormation makes the resources of your stacks with.
  CloudFormationRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub \${Application}-${SERVICE}
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: cloudformation.amazonaws.com
            Action: sts:AssumeRole
      ManagedPolicyArns: !If
        - NamesPolicies
        - !Ref ServiceRolePolicyArns
        - [!Sub "arn:\${AWS::Partition}:iam::aws:policy/PowerUserAccess"]
      Policies:
        - PolicyName: function-roles
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
${serviceRoleStatements([subject.application ?? '${Application}', ...stackNames], 14)}
              # A template must not be able to widen the roles that deploy it.
              - Sid: NotTheseRoles
                Effect: Deny
                Action: iam:*
                Resource:
${[...roles.map(({ end }) => end), SERVICE].map(roleArnLine).join('')}
Outputs:
${roles.map(outputLines).join('')}  CloudFormationRole:
    Value: !GetAtt CloudFormationRole.Arn
  OidcProvider:
    Value: !If [MakeProvider, !Ref Provider, !Ref OidcProviderArn]
`;
}
/** What follows the application in the name of the service role. */
const SERVICE = 'cloudformation';
function conditionLine({ condition }) {
    return condition === undefined ? '' : `  ${condition.name}: ${condition.when}\n`;
}
function roleArnLine(end) {
    return `                  - !Sub arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/\${Application}-${end}\n`;
}
function outputLines({ logicalId, condition }) {
    const only = condition === undefined ? '' : `    Condition: ${condition.name}\n`;
    return `  ${logicalId}:\n${only}    Value: !GetAtt ${logicalId}.Arn\n`;
}

;// CONCATENATED MODULE: ./src/init/answers.ts
function hasPreviews({ workflows }) {
    return workflows.some((name) => name === 'preview');
}

;// CONCATENATED MODULE: ./src/init/fill-starter.ts
/** The repository of this program on GitHub. */
const PRODUCT = 'sam-multi-region/sam-multi-region';
/** A starter workflow for one repository. Everything else of it, comments too, stays as it is. */
function fillStarter(text, values) {
    const { branch, environment, targets, application, pin } = values;
    return (text
        // First: what is filled in afterwards may hold these words.
        .replaceAll(/\bsam-multi-region-(package|plan|preview|prod)\b|\bprod\b/g, (_, role) => role === undefined ? environment : `${application}-${role === 'prod' ? environment : role}`)
        .replaceAll('$default-branch', () => yamlText(branch))
        .replace(/^# Copy it to .*\n/gm, '')
        .replace(new RegExp(`(uses: ${PRODUCT}(?:/[^@\\s]+)?)@\\S+(?:[ \\t]+#.*)?$`, 'gm'), (_, uses) => `${uses}@${pin.commit} # v${pin.version}`)
        .replace(/^( *)config: multi-region\.yml$/gm, (_, margin) => {
        const folder = values.folder === '' ? '' : `\n${margin}working-directory: ${yamlText(values.folder)}`;
        return `${margin}config: ${yamlText(values.config)}${folder}`;
    })
        // Paths of our own inputs are from the folder of the application, those of other actions from the root.
        .replace(/^( *path: )(failover-plan\/\S+)$/gm, (_, start, path) => `${start}${yamlText(values.folder === '' ? path : `${values.folder}/${path}`)}`)
        .replace(/^(\s*- ).*# init: targets$/gm, (_, start) => targets.map((name) => `${start}${name}`).join('\n')));
}
/** A text as an item of a list in brackets, or as a value. */
function yamlText(text) {
    return /^[A-Za-z][\w/.-]*$/.test(text) ? text : JSON.stringify(text);
}

;// CONCATENATED MODULE: ./src/init/config-text.ts



/** `multi-region.yml` of an application with one stack; undefined where there is one that stays. @param ref tag or commit of the JSON Schema */
function configText(answers, ref) {
    const { application, environment, targets, stack } = answers;
    if (stack === undefined)
        return undefined;
    const [first] = targets;
    const later = targets.length > 1 ? 'the others follow together' : 'more may follow';
    return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${PRODUCT}/${ref}/multi-region.schema.json
application: ${application}
stacks:
  app:
    template: ${JSON.stringify(stack.template)}
    stack-name: ${stack.stackName}
environments:
  ${environment}:
    # Roles of bootstrap.yaml: put it into every account with sam-multi-region bootstrap.
    role-to-assume: ${deployRoleName(application, environment)}
    service-role: ${application}-cloudformation
    targets: # ${first?.region ?? ''} is deployed first, ${later}; waves say otherwise
${targets.map(({ region, account }) => `      ${region}: { account: "${account}" }`).join('\n')}
    on-failure: rollback-all
    # What decides whether a release may go on, for example:
    # gates:
    #   - { http: "\${stacks.app.outputs.Url}health", expect: { status: 200 } }
${hasPreviews(answers) ? previewText(answers) : ''}`;
}
function previewText({ application, targets: [first] }) {
    return first === undefined
        ? ''
        : `preview:
  role-to-assume: ${application}-preview
  service-role: ${application}-cloudformation
  targets:
    ${first.region}: { account: "${first.account}" }
`;
}

// EXTERNAL MODULE: ./src/topology/index.ts + 46 modules
var topology = __webpack_require__(86981);
;// CONCATENATED MODULE: ./src/init/existing.ts


/** Options that say what the configuration says: with one of them another configuration is meant. */
const SAID_THERE = ['application', 'regions', 'accounts', 'stack-name', 'template'];
/**
 * The configuration of the folder, when there is one and the options do not say another.
 * @throws UserError what is wrong with it
 */
async function findExisting(options, folder, file, readFile) {
    if (readFile((0,external_node_path_.join)(folder, file)) === undefined || SAID_THERE.some((name) => options[name] !== undefined)) {
        return undefined;
    }
    const request = { directory: folder, readFile, file };
    const environments = await (0,topology/* listEnvironments */.DO)(request);
    const [first = ''] = environments;
    const name = options.environment ?? first;
    return {
        environment: await (0,topology/* loadEnvironment */.Ye)({ ...request, environment: name, requireTemplates: false }),
        environments,
    };
}

// EXTERNAL MODULE: ./src/topology/nearest.ts
var nearest = __webpack_require__(34131);
// EXTERNAL MODULE: ./src/topology/regions.ts + 1 modules
var regions = __webpack_require__(67563);
;// CONCATENATED MODULE: ./src/init/places.ts


/**
 * Regions with their accounts. `accounts` is one account for all, or `REGION=ACCOUNT` for each.
 * @throws UserError `regions-missing`, `region-malformed`, `region-twice`, `account-malformed`, `account-missing`
 */
function placesOf(regions, accounts) {
    if (regions.length === 0) {
        throw new errors/* UserError */.yo('regions-missing', 'no region to deploy to', {
            fix: ['Give --regions, such as --regions eu-west-1,eu-central-1; the first one is deployed first.'],
        });
    }
    for (const region of regions)
        checkRegion(region, regions);
    const named = new Map(accounts.filter((text) => text.includes('=')).map((text) => split(text, regions)));
    const [common, ...others] = accounts.filter((text) => !text.includes('=')).map(checkAccount);
    if (others.length > 0) {
        throw new errors/* UserError */.yo('account-ambiguous', `which of ${[common, ...others].join(', ')} has which region?`, {
            fix: [`Write --accounts ${regions.map((region) => `${region}=ACCOUNT`).join(',')}.`],
        });
    }
    return regions.map((region) => {
        const account = named.get(region) ?? common;
        if (account !== undefined)
            return { name: region, region, account };
        throw new errors/* UserError */.yo('account-missing', `the account of ${region} is not known`, {
            fix: [`Give --accounts ACCOUNT, or --accounts ${region}=ACCOUNT; aws sts get-caller-identity prints it.`],
        });
    });
}
function checkRegion(region, all) {
    const found = (0,regions/* findRegion */.g6)(region);
    if (found.kind === 'malformed') {
        const near = found.nearest === undefined ? 'Write it as in eu-west-1.' : `Did you mean "${found.nearest}"?`;
        throw new errors/* UserError */.yo('region-malformed', `"${region}" is no region`, { fix: [near] });
    }
    if (all.indexOf(region) !== all.lastIndexOf(region)) {
        throw new errors/* UserError */.yo('region-twice', `${region} is named twice`, {
            fix: ['Name each region once; targets of one region in two accounts can be added to multi-region.yml.'],
        });
    }
}
function checkAccount(text) {
    if (/^\d{12}$/.test(text))
        return text;
    throw new errors/* UserError */.yo('account-malformed', `"${text}" is no account id`, {
        fix: ['An account id has twelve digits; aws sts get-caller-identity prints it.'],
    });
}
function split(text, regions) {
    const [region = '', account = ''] = text.split('=');
    if (regions.includes(region))
        return [region, checkAccount(account)];
    throw new errors/* UserError */.yo('account-of-no-region', `--accounts names ${region}, which is none of the regions`, {
        fix: [`The regions are ${regions.join(', ')}.`],
    });
}

;// CONCATENATED MODULE: ./src/init/repository.ts

function gitIn(cwd, spawn, env) {
    const own = { PATH: env['PATH'] ?? '', HOME: env['HOME'] ?? '' };
    return async (...args) => {
        try {
            const { exitCode, tail } = await spawn('git', args, { cwd, env: own });
            return exitCode === 0 ? (tail.at(-1) ?? '') : undefined;
        }
        catch {
            return undefined;
        }
    };
}
/** @throws UserError `not-a-repository` */
async function findRepository(cwd, git) {
    const root = await git('rev-parse', '--show-toplevel');
    if (root === undefined || root === '') {
        throw new errors/* UserError */.yo('not-a-repository', `${cwd} is in no git repository, so workflows have no place`, {
            fix: ['Run it in your clone of the repository on GitHub, or make one first: git init.'],
        });
    }
    const [url, head] = await Promise.all([
        git('remote', 'get-url', 'origin'),
        git('symbolic-ref', '--short', 'refs/remotes/origin/HEAD'),
    ]);
    const gitHub = gitHubOf(url ?? '');
    const branch = head?.replace(/^origin\//, '');
    return { root, ...(gitHub !== undefined && { gitHub }), ...(branch !== undefined && branch !== '' && { branch }) };
}
/** `git@github.com:octo/orders.git`, `https://github.com/octo/orders`, `ssh://git@github.com/octo/orders.git`. */
function gitHubOf(url) {
    const [, owner, name] = /github\.com(?::\d+)?[:/]([A-Za-z0-9-]+)\/([A-Za-z0-9._-]+?)(?:\.git)?\/?$/.exec(url) ?? [];
    return owner === undefined || name === undefined ? undefined : { owner, name };
}
/**
 * The identity of a repository from what was given: `OWNER/NAME`, and the ids as `OWNER-ID/ID`.
 * @throws UserError `repository-malformed`, `repository-ids-malformed`
 */
function parseRepository(text, ids) {
    const [, owner, name] = /^([A-Za-z0-9-]+)\/([A-Za-z0-9._-]+)$/.exec(text) ?? [];
    if (owner === undefined || name === undefined) {
        throw new errors/* UserError */.yo('repository-malformed', `"${text}" is no repository on GitHub`, {
            fix: ['Write it as OWNER/NAME, such as octo/orders.'],
        });
    }
    if (ids === undefined)
        return { owner, name };
    const [, ownerId, id] = /^(\d+)\/(\d+)$/.exec(ids) ?? [];
    if (ownerId === undefined || id === undefined) {
        throw new errors/* UserError */.yo('repository-ids-malformed', `"${ids}" are no ids of an owner and a repository`, {
            fix: [`gh api repos/${text} --jq '"\\(.owner.id)/\\(.id)"' prints them.`],
        });
    }
    return { owner, name, ownerId, id };
}

// EXTERNAL MODULE: ./src/template/parse.ts + 4 modules
var parse = __webpack_require__(78547);
// EXTERNAL MODULE: ./src/topology/context.ts
var context = __webpack_require__(60338);
// EXTERNAL MODULE: ./src/topology/findings.ts
var topology_findings = __webpack_require__(20475);
// EXTERNAL MODULE: ./src/topology/samconfig.ts + 2 modules
var samconfig = __webpack_require__(45271);
;// CONCATENATED MODULE: ./src/init/sources.ts






const NAMES = ['template.yaml', 'template.yml', 'template.json'];
/**
 * @param given path of the template, from the folder
 * @throws UserError `template-missing`, or what is wrong with the template or with `samconfig.toml`
 */
async function readSources(folder, given, readFile) {
    const findings = (0,topology_findings/* createFindings */.N)('samconfig.toml');
    const base = { subject: 'samconfig.toml', directory: folder, readFile, findings, note: () => { } };
    const samConfig = await (0,samconfig/* readSamConfig */.Q)([folder], 'default', false, 'changeset', (0,context/* createContext */.q6)(base, { kind: 'map', entries: [] }));
    findings.throwIfAny();
    const path = given ?? fromFolder(folder, samConfig?.template) ?? NAMES.find((name) => readFile((0,external_node_path_.join)(folder, name)));
    const text = path === undefined ? undefined : readFile((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(folder, path));
    if (path === undefined || text === undefined) {
        const what = given === undefined ? `no ${NAMES.join(', ')}` : `no ${given}`;
        throw new errors/* UserError */.yo('template-missing', `there is ${what} in ${folder}`, {
            fix: ['Run it in the folder of your SAM template, or name the template with --template; sam init makes one.'],
        });
    }
    (0,parse.parseTemplate)(text, path);
    const { stackName, region } = samConfig ?? {};
    return { template: path, ...(stackName !== undefined && { stackName }), ...(region !== undefined && { region }) };
}
function fromFolder(folder, path) {
    return path === undefined ? undefined : (0,external_node_path_.relative)(folder, path);
}

;// CONCATENATED MODULE: ./src/init/starters.ts

/**
 * The starter workflows of `workflows-templates/`, by name. Each `new URL` stands here in full: the bundler recognizes
 * it, and puts the file beside the bundle.
 */
const files = {
    deploy: () => __webpack_require__.ab + "deploy.yml",
    'deploy-chain': () => __webpack_require__.ab + "deploy-chain.yml",
    'deploy-plan': () => __webpack_require__.ab + "deploy-plan.yml",
    plan: () => __webpack_require__.ab + "plan.yml",
    preview: () => __webpack_require__.ab + "preview.yml",
    cleanup: () => __webpack_require__.ab + "cleanup.yml",
    drill: () => __webpack_require__.ab + "drill.yml",
    failback: () => __webpack_require__.ab + "failback.yml",
    failover: () => __webpack_require__.ab + "failover.yml",
    readiness: () => __webpack_require__.ab + "readiness.yml",
    rollback: () => __webpack_require__.ab + "rollback.yml",
};
const starterNames = Object.keys(files);
function starterText(name) {
    return (0,external_node_fs_.readFileSync)(files[name](), 'utf8');
}

;// CONCATENATED MODULE: ./src/init/gather.ts






const DEFAULT_WORKFLOWS = ['deploy', 'plan', 'rollback'];
/** Role names have at most 64 characters, and the longest of ours ends in `-cloudformation`. */
const NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;
/**
 * All that `init` has to know, from the options, else from a person, else from the files.
 * @param existing the configuration, when there is one that stays
 * @throws UserError what is missing or wrong, with the option that says it
 */
async function gatherAnswers(options, existing, { folder, readFile, repository, ask, present }) {
    const asked = async (given, text, standard) => given ?? (ask === undefined ? standard : await ask(text, standard));
    const known = repository.gitHub === undefined ? '' : `${repository.gitHub.owner}/${repository.gitHub.name}`;
    const repositoryText = await asked(options.repository, 'Repository on GitHub (OWNER/NAME)', known);
    if (repositoryText === '') {
        throw new errors/* UserError */.yo('repository-unknown', 'the remote origin is no repository on GitHub', {
            fix: ['Give --repository OWNER/NAME: jobs of that repository get the roles.'],
        });
    }
    const identity = parseRepository(repositoryText, options['repository-ids']);
    return {
        ...(await application(options, existing, { folder, readFile, standardName: nameOf(identity.name), asked })),
        repository: identity,
        branch: checkBranch(options.branch ?? repository.branch ?? 'main'),
        workflows: workflowsOf(options.workflows ?? present),
    };
}
/** What is deployed where: as the configuration has it, or from options, a person and the files. */
async function application(options, existing, { folder, readFile, standardName, asked, }) {
    if (existing !== undefined) {
        const { application: name, name: environment, targets } = existing.environment;
        return { application: name, environment, targets };
    }
    const sources = await readSources(folder, options.template, readFile);
    const name = await asked(options.application, 'Name of the application', sources.stackName ?? standardName);
    checkName('application', name);
    const environment = await asked(options.environment, 'Environment', 'prod');
    checkName('environment', environment);
    const regions = options.regions ?? words(await asked(undefined, 'Regions, the first one first', sources.region ?? ''));
    const accounts = options.accounts ?? words(await asked(undefined, 'Account id, or REGION=ACCOUNT for each', ''));
    const stackName = options['stack-name'] ?? sources.stackName ?? name;
    return {
        application: name,
        environment,
        targets: placesOf(regions, accounts),
        stack: { template: sources.template, stackName },
    };
}
function workflowsOf(given) {
    const names = given.length > 0 ? given : DEFAULT_WORKFLOWS.filter((name) => starterNames.some((known) => known === name));
    return names.map((name) => {
        const found = starterNames.find((starter) => starter === name);
        if (found !== undefined)
            return found;
        throw new errors/* UserError */.yo('unknown-workflow', `there is no starter workflow "${name}"`, {
            fix: [(0,nearest/* didYouMean */.a)(name, starterNames)],
        });
    });
}
function words(text) {
    return text.split(/[\s,]+/).filter((word) => word !== '');
}
/** A repository's name as that of an application. */
function nameOf(repository) {
    return repository
        .replaceAll(/[^A-Za-z0-9-]+/g, '-')
        .replace(/^[^A-Za-z]+/, '')
        .slice(0, 40);
}
function checkName(option, name) {
    if (NAME.test(name))
        return;
    throw new errors/* UserError */.yo(`${option}-malformed`, `"${name}" is no name for the ${option}`, {
        fix: [`Give --${option}: letters, digits and hyphens, at most 40, beginning with a letter.`],
    });
}
function checkBranch(name) {
    if (/^[\w][\w/.-]*$/.test(name))
        return name;
    throw new errors/* UserError */.yo('branch-malformed', `"${name}" is no branch that roles can trust`, {
        fix: ['Give --branch: letters, digits, slashes, dots, hyphens and underscores.'],
    });
}

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/init/release-pin.ts



const COMMIT = /^[0-9a-f]{40}$/;
/**
 * The commit that workflows are pinned to: the one that was given, the one that the package of this release names, or
 * that of its tag on GitHub.
 * @param releaseFile content of the package's `release.json`, where there is one
 * @throws UserError `pin-malformed`, `pin-unknown`
 */
async function releasePin(given, releaseFile, version, git) {
    if (given !== undefined) {
        if (COMMIT.test(given))
            return { commit: given, version };
        throw new errors/* UserError */.yo('pin-malformed', `"${given}" is no commit`, {
            fix: ['Give --pin the forty hexadecimal digits of a commit; a tag can be moved.'],
        });
    }
    const commit = commitOf(releaseFile) ?? (await taggedCommit(version, git));
    if (commit !== undefined)
        return { commit, version };
    throw new errors/* UserError */.yo('pin-unknown', `the commit of v${version} is not known, and GitHub could not be asked for it`, {
        fix: [`Look it up at https://github.com/${PRODUCT}/releases and give it with --pin.`],
    });
}
function commitOf(releaseFile) {
    const commit = releaseFile === undefined ? undefined : (0,json/* jsonObject */.o)((0,json/* parseJson */.q)(releaseFile))?.['commit'];
    return typeof commit === 'string' && COMMIT.test(commit) ? commit : undefined;
}
/** An annotated tag is an object of its own: `^{}` is the commit it stands for. */
async function taggedCommit(version, git) {
    const tag = `refs/tags/v${version}`;
    const line = await git('ls-remote', `https://github.com/${PRODUCT}.git`, tag, `${tag}^{}`);
    const [commit] = (line ?? '').split(/\s/);
    return commit !== undefined && COMMIT.test(commit) ? commit : undefined;
}

;// CONCATENATED MODULE: ./src/init/written-file.ts
/** Writes what is not there yet. What is there is never touched: where it differs, the difference is returned. */
async function writeMissing(files, ports) {
    const written = [];
    for (const [path, text] of files) {
        const current = ports.read(path);
        if (current === undefined)
            await ports.write(path, text);
        const state = current === undefined ? 'written' : current === text ? 'same' : 'differs';
        written.push({ path, state, ...(state === 'differs' && { diff: await difference(path, current ?? '', text) }) });
    }
    return written;
}
async function difference(path, current, text) {
    const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await __webpack_require__.e(/* import() */ 4023).then(__webpack_require__.bind(__webpack_require__, 44023));
    return createTwoFilesPatch(path, `${path} (as init would write it)`, current, text, '', '', {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY,
    });
}

;// CONCATENATED MODULE: ./src/commands/init.ts












/** The name of the template with the roles, beside the configuration. */
const BOOTSTRAP_FILE = 'bootstrap.yaml';
/**
 * Writes `multi-region.yml`, the workflows and the bootstrap template of an application into its repository. What is
 * there already is never changed.
 * @throws UserError what is missing or wrong; nothing is written then
 */
async function init(options, ports) {
    const { cwd, readFile, version } = ports;
    const git = gitIn(cwd, ports.spawn, ports.env);
    const repository = await findRepository(cwd, git);
    const config = options.config ?? 'multi-region.yml';
    const existing = await findExisting(options, cwd, config, readFile);
    const { ask } = ports;
    const folder = (0,external_node_path_.relative)(repository.root, cwd);
    const present = starterNames.filter((name) => readFile((0,external_node_path_.join)(repository.root, workflowPath(name, folder))) !== undefined);
    const gathering = { folder: cwd, readFile, repository, present, ...(ask !== undefined && { ask }) };
    const answers = await gatherAnswers(options, existing, gathering);
    const pin = await releasePin(options.pin, ports.releaseFile, version, git);
    const text = configText(answers, pin.commit) ?? readFile((0,external_node_path_.join)(cwd, config)) ?? '';
    const environments = existing?.environments ?? [answers.environment];
    const subject = await subjectOf(answers, { config, text, environments }, ports);
    const bootstrap = await bootstrapTemplate(subject);
    const files = [
        [(0,external_node_path_.join)(folder, config), text],
        [(0,external_node_path_.join)(folder, BOOTSTRAP_FILE), bootstrap],
        ...answers.workflows.map((name) => {
            const values = starterValues(answers, { config, folder, pin });
            return [workflowPath(name, folder), fillStarter(starterText(name), values)];
        }),
    ];
    const at = (path) => (0,external_node_path_.join)(repository.root, path);
    const written = await writeMissing(files, {
        read: (path) => readFile(at(path)),
        write: (path, content) => ports.createFile(at(path), content),
    });
    return { answers, root: repository.root, files: written, notes: [...otherRoles(subject), ...sharedPlaces(subject)] };
}
/** In a repository of several applications each has workflows of its own. */
function workflowPath(name, folder) {
    const prefix = folder === '' ? '' : `${folder.replaceAll(/[^A-Za-z0-9]+/g, '-')}-`;
    return (0,external_node_path_.join)('.github', 'workflows', `${prefix}${name}.yml`);
}
function starterValues({ branch, environment, application, targets }, others) {
    return { branch, environment, application, targets: targets.map(({ name }) => name), ...others };
}
/** Made from the configuration as it will be, which proves at once that it is a valid one. */
async function subjectOf({ repository, branch }, { config, text, environments, }, ports) {
    const path = (0,external_node_path_.join)(ports.cwd, config);
    const readFile = (file) => (file === path ? text : ports.readFile(file));
    const request = { config, environments, repository, branch };
    return bootstrapSubject(request, { cwd: ports.cwd, readFile });
}
/** Environments that assume a deploy role of this application which the template makes for another one, or no longer. */
function otherRoles({ application = '', environments }) {
    return environments.flatMap(({ name, policy }) => {
        const made = deployRoleName(application, name);
        const roles = policy.environment?.targets.map(({ credentials }) => credentials.role?.replace(/^arn:.*role\//, ''));
        const other = roles?.find((role) => role?.startsWith(`${application}-deploy`) && role !== made);
        return other === undefined ? [] : [`${name} assumes ${other}; its role is ${made}: write that as role-to-assume`];
    });
}
/** GitHub environments whose jobs get the deploy roles of several environments. */
function sharedPlaces({ environments }) {
    const places = new Set(environments.flatMap(({ gitHubEnvironments }) => gitHubEnvironments));
    return [...places].flatMap((place) => {
        const names = environments.flatMap(({ name, gitHubEnvironments }) => gitHubEnvironments.includes(place) ? [name] : []);
        return names.length < 2 ? [] : [`jobs in the GitHub environment ${place} may deploy ${names.join(' and ')}`];
    });
}

// EXTERNAL MODULE: ./src/process/spawn.ts + 1 modules
var spawn = __webpack_require__(85903);
// EXTERNAL MODULE: ./src/read-if-there.ts
var read_if_there = __webpack_require__(20112);
// EXTERNAL MODULE: ./src/report/exit-codes.ts
var exit_codes = __webpack_require__(22675);
;// CONCATENATED MODULE: ./src/report/render/init-text.ts
/** What `init` did, and what comes next. */
function initText({ answers, files, notes }, config) {
    const { repository, environment, targets } = answers;
    const marks = { written: '+', same: '=', differs: '!' };
    const words = { written: '', same: ' (as it is)', differs: ' (kept: it differs, see below)' };
    const accounts = [...new Set(targets.flatMap(({ account }) => account ?? []))];
    return [
        ...files.map(({ path, state }) => `${marks[state]} ${path}${words[state]}`),
        '',
        ...files.flatMap(({ diff }) => (diff === undefined ? [] : [diff])),
        ...notes.map((note) => `warning: ${note}\n`),
        'Next:',
        `  1. Make the GitHub environment ${environment} of ${repository.owner}/${repository.name}, with reviewers and branches`,
        `     (Settings > Environments); the jobs of that environment get the deploy role.`,
        `  2. sam-multi-region bootstrap --config ${config}   with administrator credentials of ${accounts.join(', ')}`,
        '  3. Commit these files and push.',
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
;// CONCATENATED MODULE: ./src/cli/run-init.ts










/**
 * `init` on the command line.
 * @returns 1 where a file was kept although it differs, as `diff` does
 */
async function runInit(options, terminal, env) {
    const releaseFile = (0,read_if_there/* readIfThere */.q)((0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(process.argv[1] ?? '.')), '..', 'release.json'));
    const result = await init(options, {
        cwd: realpath((0,external_node_path_.resolve)(options['working-directory'] ?? '.')),
        env,
        version: version/* version */.r,
        spawn: spawn/* spawnProcess */.N,
        ...(terminal.interactive && { ask: terminal.read }),
        readFile: read_if_there/* readIfThere */.q,
        createFile: async (path, text) => {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            await (0,promises_.writeFile)(path, text, { flag: 'wx' });
        },
        ...(releaseFile !== undefined && { releaseFile }),
    });
    const { files, notes } = result;
    const config = options.config ?? 'multi-region.yml';
    terminal.out(options.output === undefined || options.output === 'text'
        ? initText(result, config)
        : `${JSON.stringify({ schema: 1, command: 'init', files, notes })}\n`);
    return files.some(({ state }) => state === 'differs') ? exit_codes/* exitCodes */.h.failed : exit_codes/* exitCodes */.h.ok;
}
/** Git names folders by where they really are. */
function realpath(path) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch (error) {
        throw new errors/* UserError */.yo('folder-missing', `there is no folder ${path}`, {
            fix: ['Check --working-directory.'],
            cause: error,
        });
    }
}


/***/ }),

/***/ 10524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ stackArns),
/* harmony export */   bn: () => (/* binding */ cloudformation),
/* harmony export */   cw: () => (/* binding */ allow),
/* harmony export */   r4: () => (/* binding */ bucketArns)
/* harmony export */ });
function allow(Sid, Action, Resource) {
    return { Sid, Effect: 'Allow', Action, Resource };
}
/** Names of CloudFormation's actions with their prefix. */
function cloudformation(actions) {
    return actions.map((action) => `cloudformation:${action}`);
}
/** ARNs of stacks by their name patterns, in every region and account of the partition. */
function stackArns(names, { partition }) {
    return names.map((name) => `arn:${partition}:cloudformation:*:*:stack/${name}/*`);
}
function bucketArns(buckets, { partition }) {
    return buckets.map((bucket) => `arn:${partition}:s3:::${bucket}`);
}


/***/ }),

/***/ 35109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}


/***/ })

};
