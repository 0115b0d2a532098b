export const id = 2397;
export const ids = [2397];
export const modules = {

/***/ 2397:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGlobalAcceleratorDriver: () => (/* binding */ createGlobalAcceleratorDriver)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/traffic/dials.ts

/** A target that is configured to carry nothing has a dial all the same when it gets a weight: of this. */
const WHOLE = 100;
/**
 * Weights as dials and endpoint weights mean them. A dial is the percentage of the traffic *meant for a region* (of users
 * nearest to it) that the region takes; the rest goes to the next nearest group. So a dial is the percentage of the own
 * weight: at its configured weight a region has 100, whatever the weights of the others. Targets of one region share its
 * dial, and divide what it takes by endpoint weights, which are weights in the sense of Route 53.
 */
function weightsOfGroups(groups, configured, settings) {
    const weights = {};
    for (const group of groups) {
        const [target, ...others] = targetsOf(group, settings);
        if (target === undefined)
            throw foreign(group);
        if (others.length === 0)
            weights[target] = Math.round((group.dialPercent * (configured[target] || WHOLE)) / 100);
        else
            for (const name of [target, ...others])
                weights[name] = endpointOf(group, name, settings).weight;
    }
    const missing = Object.keys(settings.regions).filter((target) => weights[target] === undefined);
    if (missing.length === 0)
        return weights;
    throw new errors/* UserError */.yo('traffic-record-missing', `the listener has no endpoint group in the region of ${missing.join(', ')}`, {
        fix: ['Make an endpoint group there with the dial 0.'],
    });
}
/**
 * @returns the groups that change, those that take more first: nobody is lowered before the others can take over
 * @throws UserError `traffic-not-expressible` for a weight above the configured one, which no dial can say
 */
function groupChanges(next, groups, configured, settings) {
    const changes = groups.flatMap((group) => {
        const targets = targetsOf(group, settings);
        const sum = targets.reduce((total, name) => total + (next[name] ?? 0), 0);
        const whole = targets.reduce((total, name) => total + (configured[name] ?? 0), 0) || WHOLE;
        const [only, ...others] = targets;
        if (only !== undefined && others.length === 0 && sum > whole)
            throw tooMuch(only, sum, whole);
        const dialPercent = Math.min(100, (sum * 100) / whole);
        const endpoints = group.endpoints.map((endpoint) => {
            const target = targets.find((name) => settings.endpoints[name] === endpoint.id);
            return target === undefined ? endpoint : { ...endpoint, weight: next[target] ?? 0 };
        });
        const moved = others.length > 0 && endpoints.some(({ weight }, index) => weight !== group.endpoints[index]?.weight);
        if (!moved && Math.abs(dialPercent - group.dialPercent) < 0.001)
            return [];
        return [{ group, dialPercent, ...(moved && { endpoints }) }];
    });
    return changes.toSorted((a, b) => gain(b) - gain(a));
}
function gain({ dialPercent, group }) {
    return dialPercent - group.dialPercent;
}
function targetsOf({ region }, { regions }) {
    return Object.keys(regions).filter((target) => regions[target] === region);
}
function endpointOf(group, target, { endpoints }) {
    const found = group.endpoints.find(({ id }) => id === endpoints[target]);
    if (found !== undefined)
        return found;
    throw new errors/* UserError */.yo('traffic-record-missing', `the endpoint group in ${group.region} has no endpoint ${endpoints[target]} (${target})`, { fix: ['Add it to the group with the weight 0, or correct traffic.endpoints.'] });
}
function foreign({ region }) {
    return new errors/* UserError */.yo('traffic-record-foreign', `the listener has an endpoint group in ${region}, where no target is: its traffic is not ours to change`, { fix: ['Delete that endpoint group, or use a listener of its own.'] });
}
function tooMuch(target, weight, whole) {
    return new errors/* UserError */.yo('traffic-not-expressible', `${target} cannot get ${weight}: at its configured weight of ${whole} its dial is at 100 % already`, { fix: ['Lower the others instead, or raise its weight in the configuration.'] });
}

;// CONCATENATED MODULE: ./src/traffic/global-accelerator.ts



/** Edge locations follow within about that; connections that are open stay where they are. */
const SETTLE_MS = 30_000;
const POLL_MS = 5_000;
const PATIENCE_MS = 900_000;
/**
 * Dials of the endpoint groups of a listener. The service has no compare-and-set and no batch: what was read is read
 * again just before the change, and groups that take more change before those that take less.
 */
function createGlobalAcceleratorDriver(options) {
    const { settings, configured, accelerator, clock } = options;
    const { listener } = settings;
    const read = async () => {
        const groups = await groupsOf(listener, accelerator);
        return { weights: weightsOfGroups(groups, configured, settings), revision: groups };
    };
    return {
        kind: 'global-accelerator',
        controlPlane: 'us-west-2',
        smallestShare: 0.01,
        settleMs: options.settleMs ?? SETTLE_MS,
        read,
        async set(weights, against) {
            const groups = await groupsOf(listener, accelerator);
            if (stateOf(groups) !== stateOf(against.revision))
                throw changed(listener);
            for (const { group, dialPercent, endpoints } of groupChanges(weights, groups, configured, settings)) {
                if (endpoints === undefined)
                    await accelerator.setDial(group.arn, dialPercent);
                else
                    await accelerator.setEndpoints(group.arn, dialPercent, endpoints);
            }
            return { id: listener, weights };
        },
        async waitApplied(_change, signal) {
            const deadline = clock.now() + PATIENCE_MS;
            while (!(await accelerator.deployed(listener))) {
                if (clock.now() >= deadline) {
                    throw new errors/* UserError */.yo('traffic-not-applied', `the accelerator is not deployed after ${PATIENCE_MS / 60_000} minutes`, {
                        fix: [
                            'Look at the AWS Health Dashboard, then run the same command again: it goes on from what is there.',
                        ],
                    });
                }
                await clock.sleep(POLL_MS, signal);
            }
        },
    };
}
async function groupsOf(listener, accelerator) {
    try {
        return await accelerator.endpointGroups(listener);
    }
    catch (error) {
        if (!(error instanceof ports/* AwsError */.G) || error.kind !== 'not-found')
            throw error;
        throw new errors/* UserError */.yo('traffic-listener-missing', `there is no listener ${listener}`, {
            fix: ['Check traffic.listener, and the account that traffic is called with.'],
            cause: error,
        });
    }
}
/** Dials and weights as one text; the service may change what else it says of a group at any time. */
function stateOf(groups) {
    const states = groups.map(({ arn, dialPercent, endpoints }) => [
        arn,
        dialPercent,
        endpoints.map(({ id, weight }) => [id, weight]).sort(),
    ]);
    return JSON.stringify(states.sort());
}
function changed(listener) {
    return new ports/* AwsError */.G({
        kind: 'conflict',
        code: 'Changed',
        message: `the endpoint groups of ${listener} are not as they were read`,
        service: 'GlobalAccelerator',
        action: 'UpdateEndpointGroup',
        region: 'us-west-2',
    });
}


/***/ })

};
