import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';

/** One contact that is no call of AWS: what a probe, a gate or a name server was asked, or a program that was started. */
export interface OtherContact {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly service: 'HTTP' | 'DNS' | 'GitHub' | 'program';
  /** Method, kind of question, or `start`. */
  readonly action: string;
  /** As the host names it; empty where it names none. */
  readonly region: string;
  /** Host (and port, when not the usual one), name server, or the program as it was started, without its arguments. */
  readonly endpoint: string;
  /** Code of Node, `HTTP 503`, or `exit 1`; absent on success. */
  readonly error?: string;
}

export type Contacted = Omit<OtherContact, 'at' | 'error'>;

/** What a run contacted that the clients of AWS, which have a ledger of their own, know nothing of. */
export interface ContactLog {
  /** In the order in which they ended. */
  readonly contacts: readonly OtherContact[];
  add(contact: OtherContact): void;
  /** Adds one contact, whose time is that of the call. @param failed the error in what came back @throws what it throws */
  through<T>(contact: Contacted, work: () => Promise<T>, failed?: (value: T) => string | undefined): Promise<T>;
}

export function createContactLog({ now }: Pick<Clock, 'now'>): ContactLog {
  const contacts: OtherContact[] = [];
  return {
    contacts,
    add: (contact) => void contacts.push(contact),
    async through(contact, work, failed = () => undefined) {
      const at = now();
      try {
        const value = await work();
        const error = failed(value);
        contacts.push({ at, ...contact, ...(error !== undefined && { error }) });
        return value;
      } catch (error) {
        contacts.push({ at, ...contact, error: contactError(error) });
        throw error;
      }
    },
  };
}

/** Code of what was thrown, or its kind. */
export function contactError(error: unknown): string {
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  if (typeof code === 'string') return code;
  return error instanceof UserError ? error.code : error instanceof Error ? error.name : 'error';
}
