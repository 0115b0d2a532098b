import type { MetadataBearer, Pluggable } from '@smithy/types';
import type { Clock } from '../clock.ts';
import { UserError } from '../errors.ts';
import type { WritableLedger } from './ledger.ts';
import { actionName } from './middleware.ts';

/** Why a call may not be made; undefined: it may. */
export type ContactRule = (contact: {
  readonly service: string;
  readonly region: string;
  readonly action: string;
}) => string | undefined;

/** What this run may contact. One for all clients, whenever they were made. */
export interface Contacts {
  /** From now on every call is judged by this rule; undefined: every call is allowed. */
  restrict(rule: ContactRule | undefined): void;
  /** @throws UserError `contact-refused`; nothing was sent, and the ledger says so. */
  assertAllowed(service: string, region: string, action: string): void;
}

export function createContacts(ledger: WritableLedger, clock: Clock): Contacts {
  let rule: ContactRule | undefined;
  return {
    restrict(next) {
      rule = next;
    },
    assertAllowed(service, region, action) {
      const reason = rule?.({ service, region, action });
      if (reason === undefined) return;
      ledger.refuse({ at: clock.now(), service, region, action, reason });
      const place = region === '' ? '' : ` in ${region}`;
      throw new UserError('contact-refused', `${service} ${action}${place} was not called: ${reason}`, {
        fix: ['What a failover may contact is decided before it is verified, so that nothing it needs can be lost.'],
      });
    },
  };
}

/** Judges every attempt before anything is sent: a rule that comes while a call is repeated ends the repetition. */
export function contactsPlugin<I extends object, O extends MetadataBearer>(
  contacts: Contacts,
  service: string,
  region: string,
): Pluggable<I, O> {
  return {
    applyToStack(stack) {
      const judge = (commandName: unknown): void => contacts.assertAllowed(service, region, actionName(commandName));
      stack.add(
        (next, context) => async (args) => {
          judge(context['commandName']);
          return next(args);
        },
        { step: 'finalizeRequest', priority: 'low', name: 'contacts' },
      );
      stack.add(
        (next, context) => async (args) => {
          // Before credentials are obtained for a call that will not be made.
          judge(context['commandName']);
          return next(args);
        },
        { step: 'initialize', priority: 'high', name: 'contactsFirst' },
      );
    },
  };
}
