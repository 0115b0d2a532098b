/** One HTTP request of a gate. */
export interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Connect here, whatever the name resolves to. */
  readonly address?: { readonly host: string; readonly port?: number };
  /** Name server to ask instead of the machine's. */
  readonly resolver?: { readonly host: string; readonly port?: number };
  /** Milliseconds from the name to the last byte. */
  readonly timeoutMs: number;
  /** Bytes of the body that are read; the rest is left. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case; several of one name joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body was longer than `maxBytes`. */
  readonly truncated: boolean;
  /** Address that answered. */
  readonly address: string;
}

/** No answer: the name does not resolve, no connection, a certificate that is not valid, a time limit. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  /** Node's code, or `TIMEOUT`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Sends one request, follows nothing. @throws HttpFailure */
export type HttpPort = (request: HttpRequest) => Promise<HttpAnswer>;
