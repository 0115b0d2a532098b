import { Readable } from 'node:stream';
import { InternalError } from '../errors.ts';

/** Breaks of the connection without a byte in between after which reading is given up. */
const FRUITLESS_RESUMES = 5;

export interface BodyOptions {
  /** Bytes of the whole object. */
  readonly size: number;
  /** Asks for the rest of the very same version of the object. */
  readonly resume: (start: number) => Promise<unknown>;
  /** Milliseconds that are waited for the next byte. How long the reader takes between two reads does not count. */
  readonly idleMs: number;
  /** What breaks and silence become once reading is given up. */
  readonly failure: (error: unknown) => Error;
}

/**
 * The body of an object as one stream: when the connection breaks in the middle, or nothing comes any more, reading
 * goes on where it stopped.
 */
export function resumingBody(first: unknown, options: BodyOptions): NodeJS.ReadableStream {
  return Readable.from(chunks(first, options), { objectMode: false, highWaterMark: 256 * 1024 });
}

async function* chunks(first: unknown, { size, resume, idleMs, failure }: BodyOptions): AsyncGenerator<Uint8Array> {
  let body = asBody(first);
  let position = 0;
  let fruitless = 0;
  for (;;) {
    try {
      for await (const chunk of flowing(body, idleMs)) {
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
      if (error instanceof InternalError) throw error;
      if (position >= size || fruitless > FRUITLESS_RESUMES) throw failure(error);
    }
    body = asBody(await resume(position));
  }
}

/** The chunks of a body; it is given up when none comes within `idleMs`, and always let go of. */
async function* flowing(body: Readable, idleMs: number): AsyncGenerator<Uint8Array> {
  const iterator: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await within(iterator.next(), idleMs);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    body.destroy();
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    // Told apart from other errors by its name, as the time limits of the transport are.
    const error = Object.assign(new Error(`no byte came for ${ms / 1000} s`), { name: 'TimeoutError' });
    timer = setTimeout(() => reject(error), ms);
  });
  // The body is let go of while it is still being read.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function asBody(body: unknown): Readable {
  if (body instanceof Readable) return body;
  throw new InternalError('S3 answered without a body that can be read.');
}
