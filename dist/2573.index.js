export const id = 2573;
export const ids = [2573];
export const modules = {

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


/***/ }),

/***/ 49303:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ni: () => (/* binding */ SCHEDULE_PREFIX),
/* harmony export */   V5: () => (/* binding */ scheduleName),
/* harmony export */   mU: () => (/* binding */ createRoute53Later)
/* harmony export */ });
/* harmony import */ var _release_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35109);

/** What all names of schedules begin with: policies allow no others. */
const SCHEDULE_PREFIX = 'sam-multi-region.';
const LABEL_LENGTH = 29;
/**
 * Name of a schedule. API Reference, CreateSchedule: up to 64 of [0-9a-zA-Z-_.].
 * @param label application and environment: schedules of two never have one name
 * @param end what tells it from others of them, up to 8 characters
 */
function scheduleName(label, end) {
    const readable = label.replaceAll(/[^0-9A-Za-z_.-]+/g, '-').slice(0, LABEL_LENGTH);
    return `${SCHEDULE_PREFIX}${readable}.${(0,_release_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(label).slice(0, 8)}.${end}`;
}
/**
 * Weights that EventBridge Scheduler sets later, by the same batch of exact DELETEs and CREATEs that would be sent now:
 * when somebody has changed any of the record sets by then, Route 53 refuses it and nothing happens.
 */
function createRoute53Later({ schedules, role, label, batch, unguarded, who }) {
    return {
        region: schedules.region,
        nameOf: (sequence) => scheduleName(label, String(sequence)),
        unguarded,
        async schedule(name, at, weights, against, from) {
            const { zone, changes } = await batch(weights, against, from);
            const comment = `sam-multi-region: scheduled by ${who}`.slice(0, 256);
            await schedules.create({
                name,
                at,
                role,
                service: 'route53',
                action: 'changeResourceRecordSets',
                input: scheduledInput(zone, changes, comment),
                description: `Moves traffic unless somebody else does before (${label}), scheduled by ${who}`,
            });
        },
        cancel: (name) => schedules.delete(name),
    };
}
/**
 * The request as a universal target wants it. Its keys are those of the AWS SDK for Java 2 with a capital first letter, as
 * in Step Functions' AWS SDK integrations: "DbClusterIdentifier" in the examples of AWS where the API itself has
 * "DBClusterIdentifier"; so `Ttl` and `DnsName` here. CreateSchedule refuses keys that it does not know.
 */
function scheduledInput(zone, changes, comment) {
    return JSON.stringify({
        HostedZoneId: zone,
        ChangeBatch: {
            Comment: comment,
            Changes: changes.map(({ action, set }) => ({
                Action: action,
                ResourceRecordSet: {
                    Name: set.name,
                    Type: set.type,
                    SetIdentifier: set.setIdentifier,
                    Weight: set.weight,
                    Ttl: set.ttl,
                    ResourceRecords: set.values?.map((Value) => ({ Value })),
                    AliasTarget: set.alias && {
                        HostedZoneId: set.alias.zoneId,
                        DnsName: set.alias.name,
                        EvaluateTargetHealth: set.alias.evaluateTargetHealth,
                    },
                    HealthCheckId: set.healthCheckId,
                },
            })),
        },
    });
}


/***/ }),

/***/ 72573:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRoute53Driver: () => (/* binding */ createRoute53Driver)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/traffic/model.ts
var model = __webpack_require__(46932);
// EXTERNAL MODULE: ./src/traffic/route53-later.ts
var route53_later = __webpack_require__(49303);
;// CONCATENATED MODULE: ./src/traffic/route53-records.ts

/**
 * The sets of the configured types under the name, checked: weighted, each of one of our targets, and of the same
 * weight in every type, since a client that asks for A and AAAA must find the same target equally often.
 *
 * @param targets `some`: one branch of a tree has the sets of some targets only
 * @throws UserError `traffic-record-missing`, `traffic-record-foreign`, `traffic-record-policy`, `traffic-weights-differ`
 */
function ownSets(found, settings, targets = 'all') {
    const { name } = settings;
    const types = settings.types ?? typesOf(found);
    const sets = found.filter(({ type }) => types.includes(type));
    if (sets.length === 0 && settings.record === undefined) {
        const what = settings.types === undefined ? 'no weighted record sets' : `no ${types.join(' or ')} record sets`;
        throw new errors/* UserError */.yo('traffic-record-missing', `there are ${what} under ${name}`, {
            fix: [
                'Make one weighted record set for each target, with the name of the target as its set identifier.',
                'Or give traffic.record: what is not there is then made.',
            ],
        });
    }
    for (const set of sets)
        checkSet(set, settings);
    const targetOf = new Map(Object.entries(settings.setIdentifiers).map(([target, id]) => [id, target]));
    const weights = {};
    for (const { setIdentifier = '', type, weight = 0 } of sets) {
        const target = targetOf.get(setIdentifier);
        if (target === undefined)
            throw foreign(setIdentifier, type, settings);
        const other = weights[target];
        if (other !== undefined && other !== weight)
            throw differ(target, other, weight, name);
        weights[target] = weight;
    }
    if (settings.record === undefined && targets === 'all')
        checkComplete(sets, types, settings);
    return { sets, weights };
}
/** Without a configured list: every type that has weighted sets, so that a TXT record beside them is left alone. */
function typesOf(found) {
    const weighted = found.filter(({ routing }) => routing === 'weighted');
    return [...new Set(weighted.map(({ type }) => type))];
}
function checkSet({ routing, type, setIdentifier, trafficPolicyInstanceId }, { name }) {
    if (routing !== 'weighted') {
        throw new errors/* UserError */.yo('traffic-record-policy', `the ${type} record of ${name} is ${routing}, not weighted`, {
            fix: [
                'Route 53 takes no other routing policy beside weighted records of one name and type.',
                'Put the weighted record sets under a name of their own, and let that record be an alias to it.',
            ],
        });
    }
    if (trafficPolicyInstanceId !== undefined) {
        throw new errors/* UserError */.yo('traffic-record-policy', `the ${type} record set ${setIdentifier} of ${name} is made by a traffic policy`, { fix: ['Use record sets of their own: Route 53 lets nobody else change those of a traffic policy.'] });
    }
}
function foreign(setIdentifier, type, { name, setIdentifiers }) {
    return new errors/* UserError */.yo('traffic-record-foreign', `${name} has a ${type} record set ${setIdentifier}, which is of no target: its share of the traffic is not ours to change`, {
        fix: [
            `Delete it, or name its target under traffic.set-identifiers (known: ${Object.values(setIdentifiers).join(', ')}).`,
        ],
    });
}
function differ(target, one, other, name) {
    return new errors/* UserError */.yo('traffic-weights-differ', `the record sets of ${target} under ${name} have different weights by type: ${one} and ${other}`, { fix: ['Give the A and AAAA record sets of a target the same weight.'] });
}
function checkComplete(sets, types, settings) {
    const missing = Object.entries(settings.setIdentifiers).flatMap(([target, id]) => types
        .filter((type) => !sets.some((set) => set.type === type && set.setIdentifier === id))
        .map((type) => `${type} ${id} (${target})`));
    if (missing.length === 0)
        return;
    throw new errors/* UserError */.yo('traffic-record-missing', `${settings.name} has no record set ${missing.join(', ')}`, {
        fix: [
            'Make it with the weight 0, or give the set identifier that it has under traffic.set-identifiers.',
            'Or give traffic.record: what is not there is then made with the weight 0.',
        ],
    });
}
/**
 * The batch that gives every target its weight. All sets are in it, those that keep their weight as well: Route 53
 * refuses the batch when one of them is no longer as it was read, and so nobody's change is overwritten or combined
 * with ours into something that nobody wanted.
 */
function changesFor(weights, sets, settings) {
    const targetOf = new Map(Object.entries(settings.setIdentifiers).map(([target, id]) => [id, target]));
    return sets.flatMap((set) => {
        const target = targetOf.get(set.setIdentifier ?? '') ?? '';
        return [
            { action: 'DELETE', set },
            { action: 'CREATE', set: { ...set, weight: weights[target] ?? set.weight ?? 0 } },
        ];
    });
}
/** The sets that targets with a weight lack: of every type that the others have, or that is configured. */
function missingSets(weights, sets, settings) {
    const { record } = settings;
    if (record === undefined)
        return [];
    const there = [...new Set(sets.map(({ type }) => type))];
    const types = record.kind === 'value' ? [record.type] : (settings.types ?? (there.length > 0 ? there : ['A']));
    return Object.keys(weights).flatMap((target) => types
        .filter((type) => !sets.some((set) => set.type === type && set.setIdentifier === settings.setIdentifiers[target]))
        .map((type) => ({ target, type })));
}
/** A new weighted set of a target. */
function newSet(target, type, weight, content, { name, setIdentifiers }) {
    const base = { name, type, routing: 'weighted', setIdentifier: setIdentifiers[target] ?? target, weight };
    if (content.kind === 'value')
        return { ...base, ttl: content.ttlSeconds, values: [content.value] };
    // "If … the alias target is an API Gateway API … provides no operational benefit": its health is not asked for.
    return { ...base, alias: { zoneId: content.zone, name: content.name, evaluateTargetHealth: false } };
}
/** TTL of aliases to AWS resources, which answer with that of their target: 60 s for load balancers and API Gateway. */
const ALIAS_TTL_SECONDS = 60;
/** The longest that a resolver may keep an answer, seconds. */
function longestTtl(sets) {
    return Math.max(0, ...sets.map(({ ttl, alias }) => ttl ?? (alias === undefined ? 0 : ALIAS_TTL_SECONDS)));
}

;// CONCATENATED MODULE: ./src/traffic/route53-tree.ts


/** Policies that may stand above weighted records; below them weighted ones are all that there is. */
const ABOVE = ['latency', 'geolocation', 'geoproximity'];
/** Where the tree goes on from a name: the names in the same zone that its records are aliases of. Empty: no tree. */
function branchesOf(found, zoneId) {
    const branches = new Map();
    for (const { routing, alias, region } of found) {
        if (!ABOVE.includes(routing) || alias === undefined || alias.zoneId !== zoneId)
            continue;
        const name = alias.name.toLowerCase().replace(/\.$/, '');
        branches.set(name, { name, ...(region !== undefined && { region }) });
    }
    return [...branches.values()];
}
/**
 * The weights of a tree. Where every target is at home in one branch, the one with the latency record of its region,
 * its weight is the one there, and the others have sets there to take over what it does not carry. Otherwise branches
 * are groups of targets, and a target must have the same weight in all of them.
 *
 * @throws UserError `traffic-record-missing`, `traffic-weights-differ` and those of single record sets
 */
function treeWeights(branches, settings) {
    const homes = homesOf(branches, settings);
    const weights = {};
    for (const branch of branches) {
        const own = ownSets(branch.sets, { ...settings, name: branch.name }, 'some').weights;
        for (const [target, weight] of Object.entries(own)) {
            if (homes !== undefined && homes.get(branch.name) !== target)
                continue;
            const other = weights[target];
            if (other !== undefined && other !== weight) {
                throw new errors/* UserError */.yo('traffic-weights-differ', `${target} has different weights under ${settings.name}: ${other}, and ${weight} in ${branch.name}`, { fix: ['Give it the same weight in every branch, or make a branch for each region, named by latency.'] });
            }
            weights[target] = weight;
        }
    }
    const missing = Object.keys(settings.setIdentifiers).filter((target) => weights[target] === undefined);
    if (missing.length === 0)
        return weights;
    throw new errors/* UserError */.yo('traffic-record-missing', `no branch of ${settings.name} has a record set of ${missing.join(', ')}`, {
        fix: ['Make weighted record sets for it in the branches that it may serve.'],
    });
}
/**
 * What each target gets in one branch.
 * @throws UserError `traffic-branch-empty` when nobody would be left there, which Route 53 takes for equal shares
 */
function branchWeights(branch, weights, configured, branches, settings) {
    const there = Object.keys(ownSets(branch.sets, { ...settings, name: branch.name }, 'some').weights);
    const home = homesOf(branches, settings)?.get(branch.name);
    const next = Object.fromEntries(there.map((target) => [target, weights[target] ?? 0]));
    const shared = home === undefined ? next : withOverflow(home, next, configured);
    if (Object.values(shared).some((weight) => weight > 0))
        return shared;
    throw new errors/* UserError */.yo('traffic-branch-empty', `nobody would be left to answer in ${branch.name}`, {
        fix: ['Leave weight with a target of that branch, or give another target a record set there.'],
    });
}
/** What the target at home does not carry of its configured weight goes to the others in the proportions they have. */
function withOverflow(home, weights, configured) {
    const own = weights[home] ?? 0;
    // A target that is configured to carry nothing still has a branch whose users somebody must serve.
    const whole = configured[home] || 100;
    const others = Object.entries(weights).filter(([target]) => target !== home);
    const sum = others.reduce((total, [, weight]) => total + weight, 0);
    const rest = Math.max(0, whole - own);
    const shares = others.map(([target, weight]) => [
        target,
        rest === 0 || weight === 0 ? 0 : Math.max(1, Math.round((rest * weight) / sum)),
    ]);
    return { [home]: own, ...Object.fromEntries(shares) };
}
/** The target at home in each branch; undefined unless every target has exactly one. */
function homesOf(branches, settings) {
    const homes = new Map();
    for (const [target, region] of Object.entries(settings.regions)) {
        const own = branches.filter((branch) => branch.region === region &&
            branch.sets.some(({ setIdentifier }) => setIdentifier === settings.setIdentifiers[target]));
        const [branch] = own;
        if (branch === undefined || own.length > 1 || homes.has(branch.name))
            return undefined;
        homes.set(branch.name, target);
    }
    return homes;
}

;// CONCATENATED MODULE: ./src/traffic/route53.ts






/** Resolvers round up, and some keep an answer longer than they may: one TTL is not enough. */
const TTLS = 3;
const POLL_MS = 2_000;
/**
 * "Changes generally propagate to all Route 53 name servers within 60 seconds" (API Reference, ChangeResourceRecordSets);
 * ten times that is trouble that somebody has to look at.
 */
const PROPAGATION_MS = 60_000;
const PATIENCE_MS = 10 * PROPAGATION_MS;
/** Weighted record sets of one name: weights are what Route 53 has, shares are w / Σw. */
function createRoute53Driver(options) {
    const { settings, route53, clock } = options;
    let ttlSeconds = settings.record?.kind === 'value' ? settings.record.ttlSeconds : 60;
    let zone;
    const read = async () => {
        zone ??= await findZone(settings, route53);
        const { id } = zone;
        const found = await route53.recordSets(id, settings.name);
        const below = branchesOf(found, id);
        if (below.length === 0) {
            const { sets, weights } = ownSets(found, settings);
            if (sets.length > 0)
                ttlSeconds = longestTtl(sets);
            const branches = [{ name: settings.name, sets }];
            return { weights, revision: { zone, branches, tree: false } };
        }
        const branches = await Promise.all(below.map(async (branch) => {
            const { sets } = ownSets(await route53.recordSets(id, branch.name), { ...settings, name: branch.name }, 'some');
            return { ...branch, sets };
        }));
        ttlSeconds = longestTtl(branches.flatMap(({ sets }) => sets));
        return { weights: treeWeights(branches, settings), revision: { zone, branches, tree: true } };
    };
    const later = options.later &&
        (0,route53_later/* createRoute53Later */.mU)({
            ...options.later,
            who: options.who,
            batch: async (weights, against, from) => {
                const read = against.revision;
                const revision = from === undefined ? read : afterChange(from, read, options);
                return { zone: revision.zone.id, changes: await batchOf(weights, revision, options) };
            },
            unguarded: ({ revision }) => unguardedTargets(revision, settings),
        });
    return {
        kind: 'route53',
        ...(later && { later }),
        // Where it is in other partitions does not matter to who reads this: it is one region, and not the target's.
        controlPlane: 'us-east-1',
        smallestShare: 1 / 256,
        get settleMs() {
            return options.settleMs ?? ttlSeconds * 1000 * TTLS;
        },
        joins: settings.record !== undefined,
        read,
        async set(weights, against) {
            const revision = against.revision;
            const changes = await batchOf(weights, revision, options);
            const comment = `sam-multi-region: ${options.who}`.slice(0, 256);
            try {
                const { id } = await route53.change(revision.zone.id, changes, comment);
                return { id, weights };
            }
            catch (error) {
                if (!(error instanceof ports/* AwsError */.G) || error.kind !== 'conflict' || (error.attempts ?? 1) === 1)
                    throw error;
                // The batch may have been refused because our own first attempt was done and only its answer lost.
                const now = await read();
                if (Object.entries(weights).some(([target, weight]) => now.weights[target] !== weight))
                    throw error;
                return { id: model/* UNKNOWN_CHANGE */.s, weights };
            }
        },
        waitApplied: (change, signal) => waitInSync(change, route53, clock, signal),
    };
}
/** Everything in one batch: all branches change together, or none does. */
async function batchOf(weights, { branches, tree }, options) {
    const { settings, configured } = options;
    const sets = branches.flatMap((branch) => branch.sets);
    if (!tree)
        return [...changesFor(weights, sets, settings), ...(await newSets(weights, sets, options))];
    return branches.flatMap((branch) => changesFor(branchWeights(branch, weights, configured, branches, settings), branch.sets, settings));
}
/** What would be read once these weights are set. */
function afterChange(weights, revision, { settings, configured }) {
    const { branches, tree } = revision;
    const own = (branch) => tree ? branchWeights(branch, weights, configured, branches, settings) : weights;
    const changed = (branch) => changesFor(own(branch), branch.sets, settings).flatMap(({ action, set }) => (action === 'CREATE' ? [set] : []));
    return { ...revision, branches: branches.map((branch) => ({ ...branch, sets: changed(branch) })) };
}
/**
 * Without a health check a record set always counts as healthy; and those of the weight 0 take over from unhealthy ones
 * only where all sets have one (Developer Guide, "How Amazon Route 53 chooses records when health checking is
 * configured"). `EvaluateTargetHealth` does nothing for API Gateway.
 */
function unguardedTargets({ branches }, { setIdentifiers }) {
    const without = branches.flatMap(({ sets }) => sets).filter(({ healthCheckId }) => healthCheckId === undefined);
    const targetOf = new Map(Object.entries(setIdentifiers).map(([target, id]) => [id, target]));
    return [...new Set(without.map(({ setIdentifier = '' }) => targetOf.get(setIdentifier) ?? setIdentifier))];
}
async function newSets(weights, sets, { settings, recordOf }) {
    return Promise.all(missingSets(weights, sets, settings).map(async ({ target, type }) => {
        const content = await recordOf?.(target);
        if (content !== undefined) {
            return { action: 'CREATE', set: newSet(target, type, weights[target] ?? 0, content, settings) };
        }
        throw new errors/* UserError */.yo('traffic-record-unknown', `what the record set of ${target} has to say is not known yet`, {
            fix: [`Deploy to ${target} first: traffic.record takes it from the outputs of its stacks.`],
        });
    }));
}
async function waitInSync(change, route53, clock, signal) {
    const deadline = clock.now() + PATIENCE_MS;
    while (change.id !== model/* UNKNOWN_CHANGE */.s) {
        const status = await route53.changeStatus(change.id);
        if (status === 'INSYNC')
            return;
        if (status === undefined)
            break;
        if (clock.now() >= deadline) {
            throw new errors/* UserError */.yo('traffic-not-applied', `Route 53 has not put the change ${change.id} in force in ${PATIENCE_MS / 60_000} minutes`, { fix: ['Look at the AWS Health Dashboard, then run the same command again: it goes on from what is there.'] });
        }
        await clock.sleep(POLL_MS, signal);
    }
    await clock.sleep(PROPAGATION_MS, signal);
}
/** The zone by its id or its name. A name of several zones means the public one. */
async function findZone({ zone, name }, route53) {
    if (!zone.includes('.')) {
        const found = await route53.zone(zone.replace('/hostedzone/', ''));
        if (found === undefined)
            throw missingZone(zone);
        if (name !== found.name && !name.endsWith(`.${found.name}`)) {
            throw new errors/* UserError */.yo('traffic-zone', `${name} is not in the zone ${found.name} (${found.id})`, {
                fix: [`Correct traffic.zone or traffic.name.`],
            });
        }
        return found;
    }
    const zones = await route53.zonesByName(zone);
    const open = zones.filter((candidate) => !candidate.private);
    const [first, second] = open.length > 0 ? open : zones;
    if (first === undefined)
        throw missingZone(zone);
    if (second !== undefined) {
        throw new errors/* UserError */.yo('traffic-zone', `there are several zones ${zone}: ${zones.map(({ id }) => id).join(', ')}`, {
            fix: ['Give the id of the one that is delegated to as traffic.zone.'],
        });
    }
    return first;
}
function missingZone(zone) {
    return new errors/* UserError */.yo('traffic-zone-missing', `there is no hosted zone ${zone} in the account that is asked`, {
        fix: [
            'Check traffic.zone.',
            'Where the zone is in another account, give traffic.account and traffic.role-to-assume.',
        ],
    });
}


/***/ })

};
