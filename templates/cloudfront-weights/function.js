// Shares viewers between the origins of a distribution by the weights in a key-value store.
// Runtime cloudfront-js-2.0, event viewer-request. The id of each origin is the name of a target.
import cf from 'cloudfront';
import crypto from 'crypto';

const KEY = 'weights';
const PROBE = '/.sam-multi-region/weights';

async function handler(event) {
  const request = event.request;
  let text;
  try {
    text = await cf.kvs().get(KEY);
  } catch (error) {
    // No weights yet, or the store does not answer: the default origin of the behavior serves.
    return request;
  }
  if (request.uri === PROBE) {
    return {
      statusCode: 200,
      statusDescription: 'OK',
      headers: { 'content-type': { value: 'application/json' }, 'cache-control': { value: 'no-store' } },
      body: text,
    };
  }
  const origin = chooseOrigin(text, pointOf(event.viewer.ip));
  if (origin !== undefined) cf.selectRequestOriginById(origin);
  return request;
}

// The origin at a point between 0 and 1 of all weights, in the order of their names.
function chooseOrigin(text, point) {
  let weights;
  try {
    weights = JSON.parse(text);
  } catch (error) {
    return undefined;
  }
  const names = Object.keys(weights).sort();
  let total = 0;
  for (const name of names) total += weights[name];
  let rest = point * total;
  for (const name of names) {
    rest -= weights[name];
    if (rest < 0) return name;
  }
  return undefined;
}

// The same viewer always at the same point, so that nobody changes the region from request to request.
function pointOf(ip) {
  const digest = crypto.createHash('sha256').update(ip).digest('hex');
  return parseInt(digest.slice(0, 12), 16) / 281474976710656;
}
