export const id = 3901;
export const ids = [3901];
export const modules = {

/***/ 53901:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/gates/read-only.ts

/**
 * What a check may do with AWS: look. Values of secrets are not in it, and decryption is not. A session policy may have
 * 2,048 characters (STS API Reference, AssumeRole), so this is the services of serverless applications, not all.
 */
const READS = [
    'apigateway:GET',
    'cloudformation:Describe*',
    'cloudformation:Get*',
    'cloudformation:List*',
    'cloudfront:Get*',
    'cloudfront:List*',
    'cloudwatch:Describe*',
    'cloudwatch:Get*',
    'cloudwatch:List*',
    'dynamodb:BatchGet*',
    'dynamodb:Describe*',
    'dynamodb:Get*',
    'dynamodb:List*',
    'dynamodb:Query',
    'dynamodb:Scan',
    'events:Describe*',
    'events:List*',
    'kinesis:Describe*',
    'kinesis:List*',
    'lambda:Get*',
    'lambda:List*',
    'logs:Describe*',
    'logs:Filter*',
    'logs:Get*',
    'logs:StartQuery',
    'route53:Get*',
    'route53:List*',
    's3:Get*',
    's3:List*',
    'sns:Get*',
    'sns:List*',
    'sqs:Get*',
    'sqs:List*',
    'ssm:GetParameter*',
    'states:Describe*',
    'states:Get*',
    'states:List*',
    'sts:GetCallerIdentity',
    'synthetics:Describe*',
    'synthetics:Get*',
    'tag:Get*',
    'xray:Get*',
];
/**
 * The target with its role narrowed to reading. A session policy of its own stays in force: what is refused here is
 * refused on top of it.
 * @throws UserError `no-role`: only the session of an assumed role can be narrowed
 */
function readOnlySession(target) {
    const { role, sessionPolicy } = target.credentials;
    if (role === undefined)
        throw new errors/* UserError */.yo('no-role', `${target.name} has no role whose session could be narrowed to reading`, {
            fix: ['Give it a role-to-assume, or say `credentials: full` or `credentials: none` in the gate.'],
        });
    const own = sessionPolicy === undefined ? allowed : statementsOf(sessionPolicy);
    const policy = { Version: '2012-10-17', Statement: own };
    return { ...target, credentials: { ...target.credentials, sessionPolicy: JSON.stringify(policy) } };
}
const allowed = [{ Effect: 'Allow', Action: READS, Resource: '*' }];
function statementsOf(policy) {
    const { Statement } = JSON.parse(policy);
    return [...[Statement ?? []].flat(), { Effect: 'Deny', NotAction: READS, Resource: '*' }];
}

;// CONCATENATED MODULE: ./src/gates/command.ts



/** BSD sysexits: EX_TEMPFAIL, "the user is invited to retry". */
const INCONCLUSIVE = 75;
/** What every program needs to run at all. Everything else of this process's environment stays away from it. */
const INHERITED = ['PATH', 'HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'SHELL', 'SYSTEMROOT'];
/** Runs a program: 0 passes, 75 is inconclusive, any other status fails. */
const command = async (request, ports) => {
    const { check, signal } = request;
    const [program = '', ...args] = check.run;
    const env = await environmentOf(request, ports);
    try {
        const { exitCode, tail } = await ports.spawn(program, args, { cwd: check.directory, env, signal, tailLines: 20 });
        return found(exitCode, tail.findLast((line) => line.trim() !== '') ?? '');
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return { verdict: 'fail', reason: error.message, evidence: { error: error.code } };
    }
};
function found(exitCode, lastLine) {
    const said = lastLine === '' ? '' : `: ${lastLine.trim().slice(0, 300)}`;
    const reason = `the command ended with ${exitCode}${said}`;
    const verdict = exitCode === 0 ? 'pass' : exitCode === INCONCLUSIVE ? 'inconclusive' : 'fail';
    return { verdict, reason, evidence: { exitCode } };
}
async function environmentOf(request, ports) {
    const { check, target, moment, about, outputs } = request;
    const inherited = INHERITED.flatMap((name) => {
        const value = ports.env[name];
        return value === undefined ? [] : [[name, value]];
    });
    const stacks = await Promise.all(about.stacks.map(async (key) => [key, await outputs.of(key, undefined, target)]));
    const known = stacks.flatMap(([key, values]) => (values === undefined ? [] : [[key, values]]));
    const single = known.flatMap(([key, values]) => Object.entries(values).map(([name, value]) => [variable('OUTPUT', key, name), value]));
    return {
        ...Object.fromEntries(inherited),
        // Without these a program would fall back on whatever the machine has: another account, perhaps.
        AWS_SHARED_CREDENTIALS_FILE: external_node_os_.devNull,
        AWS_CONFIG_FILE: external_node_os_.devNull,
        AWS_EC2_METADATA_DISABLED: 'true',
        ...(await credentialsOf(request, ports)),
        SMR_APPLICATION: about.application,
        SMR_ENVIRONMENT: about.environment,
        SMR_TARGET: target.name,
        SMR_REGION: target.region,
        SMR_RELEASE: about.release,
        SMR_MOMENT: moment,
        SMR_OUTPUTS: JSON.stringify(Object.fromEntries(known)),
        ...Object.fromEntries(single),
        ...check.environment,
    };
}
async function credentialsOf({ check, target }, { session }) {
    switch (check.credentials) {
        case 'none':
            return { AWS_REGION: target.region, AWS_DEFAULT_REGION: target.region };
        case 'full':
            return session(target).environment();
        case 'read-only':
            return session(readOnlySession(target)).environment();
    }
}
/** `SMR_OUTPUT_API_FUNCTION_NAME` for FunctionName of `api`. */
function variable(...parts) {
    const words = parts.map((part) => part
        .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
        .replaceAll('-', '_')
        .toUpperCase());
    return ['SMR', ...words].join('_');
}


/***/ })

};
