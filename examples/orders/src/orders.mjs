import { priceOf } from './prices.mjs';

const where = { region: process.env.AWS_REGION, release: process.env.RELEASE };

/** GET / greets, GET /health says that this region serves, POST /quotes prices an order without storing it. */
export async function handler(event) {
  const { method, path } = event.requestContext.http;
  if (method === 'GET' && path === '/') return answer(200, { greeting: process.env.GREETING, ...where });
  if (method === 'GET' && path === '/health') return answer(200, { status: 'ok', ...where });
  if (method === 'POST' && path === '/quotes') return quote(event);
  return answer(404, { error: `No ${method} ${path} here` });
}

function quote(event) {
  const text = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body;
  let order;
  try {
    order = JSON.parse(text);
  } catch {
    return answer(400, { error: 'The body is not JSON' });
  }
  const price = priceOf(order);
  if (price === undefined) return answer(422, { error: 'An order needs lines with a known item and a quantity' });
  return answer(200, { price, currency: 'EUR', ...where });
}

function answer(statusCode, body) {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
