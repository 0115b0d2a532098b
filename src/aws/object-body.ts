import { Readable } from 'node:stream';
import { InternalError } from '../errors.ts';

/** Breaks of the connection without a byte in between after which reading is given up. */
const FRUITLESS_RESUMES = 5;

type Body = AsyncIterable<Uint8Array>;

/**
 * The body of an object as one stream: when the connection breaks in the middle, reading goes on where it stopped
 * (`resume` asks for the rest of the very same version of the object).
 */
export function resumingBody(
  first: unknown,
  size: number,
  resume: (start: number) => Promise<unknown>,
): NodeJS.ReadableStream {
  return Readable.from(chunks(), { objectMode: false, highWaterMark: 256 * 1024 });

  async function* chunks(): AsyncGenerator<Uint8Array> {
    let body = asBody(first);
    let position = 0;
    let fruitless = 0;
    for (;;) {
      try {
        for await (const chunk of body) {
          position += chunk.byteLength;
          fruitless = 0;
          yield chunk;
        }
        if (position >= size) return;
        fruitless += 1;
        if (fruitless > FRUITLESS_RESUMES)
          throw new InternalError(`The object ended after ${position} of ${size} bytes.`);
      } catch (error) {
        fruitless += 1;
        if (position >= size || fruitless > FRUITLESS_RESUMES) throw error;
      }
      body = asBody(await resume(position));
    }
  }
}

function asBody(body: unknown): Body {
  if (body instanceof Readable) return body;
  throw new InternalError('S3 answered without a body that can be read.');
}
