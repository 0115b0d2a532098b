import type { CallRecord, FaultKind } from './types.ts';

/** One call while it runs; the recorder's own view of a {@link CallRecord}. */
export type OpenCall = { -readonly [K in keyof CallRecord]: CallRecord[K] };

/** Every request since start or the last `clear`, in the order they began. */
export interface Recorder {
  readonly calls: readonly CallRecord[];
  begin(call: Omit<CallRecord, 'time' | 'status' | 'durationMs'>): OpenCall;
  clear(): void;
}

export function createRecorder(): Recorder {
  const calls: OpenCall[] = [];
  return {
    calls,
    begin(call) {
      const open: OpenCall = { ...call, time: Date.now(), status: 0, durationMs: 0 };
      calls.push(open);
      return open;
    },
    clear() {
      calls.length = 0;
    },
  };
}

/** Notes the end of a call. `status` 0: the connection was cut. */
export function endCall(call: OpenCall, status: number, startedAt: number): void {
  call.status = status;
  call.durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
}

export function noteFault(call: OpenCall, kind: FaultKind): void {
  call.fault = kind;
}

/** Reads code and message out of an error body of any AWS protocol. */
export function noteError(call: OpenCall, body: string, typeHeader: string | undefined): void {
  const xml = /<Code>([^<]+)<\/Code>/.exec(body)?.[1];
  const json = /"(?:__type|code|Code)"\s*:\s*"(?:[^"#]*#)?([^"]+)"/.exec(body)?.[1];
  const code = typeHeader?.split(':')[0] ?? xml ?? json;
  if (code !== undefined) call.errorCode = code;
  const message =
    /<Message>([\s\S]*?)<\/Message>/.exec(body)?.[1] ?? /"[Mm]essage"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body)?.[1];
  if (message !== undefined) call.errorMessage = message;
}
