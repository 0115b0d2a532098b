export const id = 459;
export const ids = [459];
export const modules = {

/***/ 90459:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createKeyValueStoreDriver: () => (/* binding */ createKeyValueStoreDriver)
});

// EXTERNAL MODULE: ./src/aws/ports.ts
var ports = __webpack_require__(63677);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/traffic/cloudfront-kvs-value.ts


/** CloudFront Developer Guide, "Quotas on key value stores": the size of a value. */
const LONGEST_VALUE = 1024;
/**
 * The value that the CloudFront Function reads: a JSON object with the weight of each target, whose name is the id of
 * its origin. Always in the same order, so that equal weights are equal texts.
 * @throws UserError `traffic-value-too-long`
 */
function storedWeights(weights) {
    const text = JSON.stringify(Object.fromEntries(Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1))));
    if (Buffer.byteLength(text) <= LONGEST_VALUE)
        return text;
    throw new errors/* UserError */.yo('traffic-value-too-long', `the weights of ${Object.keys(weights).length} targets are longer than the ${LONGEST_VALUE} bytes of a value`, { fix: ['Use fewer targets, or shorter names.'] });
}
/** @throws UserError `traffic-store-damaged`, `traffic-record-foreign` */
function parseStoredWeights(text, { store, key, targets }) {
    const value = parse(text);
    if (value === undefined) {
        throw new errors/* UserError */.yo('traffic-store-damaged', `the key ${key} of ${store} does not hold weights by target`, {
            fix: ['It must be a JSON object such as {"eu-west-1":100,"eu-central-1":0}. Correct it, or delete the key.'],
        });
    }
    const other = Object.keys(value).find((name) => !targets.includes(name));
    if (other === undefined)
        return value;
    throw new errors/* UserError */.yo('traffic-record-foreign', `the key ${key} of ${store} gives a weight to ${other}, which is no target: its share of the traffic is not ours to change`, { fix: [`Take it out of the value, or use another key (known: ${targets.join(', ')}).`] });
}
function parse(text) {
    const value = (0,json/* jsonObject */.o)((0,json/* parseJson */.q)(text));
    if (value === undefined)
        return undefined;
    const entries = Object.entries(value);
    const good = entries.every(([, weight]) => Number.isInteger(weight) && Number(weight) >= 0 && Number(weight) <= 255);
    return good ? Object.fromEntries(entries) : undefined;
}

;// CONCATENATED MODULE: ./src/traffic/cloudfront-kvs.ts



/**
 * "Changes to a key value store are propagated to the edge locations within a few seconds" (CloudFront Developer Guide,
 * "Work with key value data"): without a probe nobody sees it, so ten times that is waited for.
 */
const PROPAGATION_MS = 30_000;
const POLL_MS = 1_000;
/** Answers in a row with the new weights: an edge location has many servers. */
const SEEN = 5;
const PATIENCE_MS = 300_000;
/** Weights under one key of a CloudFront KeyValueStore, which the CloudFront Function in `templates/` shares traffic by. */
function createKeyValueStoreDriver(options) {
    const { settings, store } = options;
    const { store: arn, key } = settings;
    const read = async () => {
        // The ETag first: what is written between the two reads makes the change be refused.
        const etag = await etagOf(arn, store);
        const text = await store.get(arn, key);
        return { weights: text === undefined ? {} : parseStoredWeights(text, settings), revision: etag };
    };
    return {
        kind: 'cloudfront-kvs',
        controlPlane: 'global',
        smallestShare: 1 / 256,
        settleMs: options.settleMs ?? 0,
        joins: true,
        read,
        async set(weights, against) {
            try {
                const { etag } = await store.put(arn, key, storedWeights(weights), String(against.revision));
                return { id: etag, weights };
            }
            catch (error) {
                if (!(error instanceof ports/* AwsError */.G) || error.kind !== 'conflict' || (error.attempts ?? 1) === 1)
                    throw error;
                // The store may be at another ETag because our own first attempt was done and only its answer lost.
                const now = await read();
                if (storedWeights(now.weights) !== storedWeights(weights))
                    throw error;
                return { id: String(now.revision), weights };
            }
        },
        waitApplied: (change, signal) => waitSeen(change, options, signal),
    };
}
async function etagOf(arn, store) {
    try {
        return await store.etag(arn);
    }
    catch (error) {
        if (!(error instanceof ports/* AwsError */.G) || error.kind !== 'not-found')
            throw error;
        throw new errors/* UserError */.yo('traffic-store-missing', `there is no key-value store ${arn}`, {
            fix: ['Check traffic.store; it is an output of the stack that makes the distribution.'],
            cause: error,
        });
    }
}
async function waitSeen({ weights }, { settings, probe, clock }, signal) {
    const { probe: url } = settings;
    if (url === undefined)
        return clock.sleep(PROPAGATION_MS, signal);
    const deadline = clock.now() + PATIENCE_MS;
    for (let seen = 0; seen < SEEN;) {
        seen = isSame(await probe(url, signal), weights, settings) ? seen + 1 : 0;
        if (seen === SEEN)
            return;
        if (clock.now() >= deadline) {
            throw new errors/* UserError */.yo('traffic-not-applied', `${url} does not show the new weights after ${PATIENCE_MS / 60_000} minutes`, {
                fix: [
                    'Check that the CloudFront Function is associated with the behavior of that path, and with this store.',
                    'Then run the same command again: it goes on from what is there.',
                ],
            });
        }
        await clock.sleep(POLL_MS, signal);
    }
}
function isSame(text, weights, settings) {
    if (text === undefined)
        return false;
    try {
        return storedWeights(parseStoredWeights(text, settings)) === storedWeights(weights);
    }
    catch {
        return false;
    }
}


/***/ })

};
