import { type OptionDefinition, onAws } from './model.ts';

/** How the roles of the targets are assumed, and with what. */
export const credentialOptions = {
  'external-id': { kind: { type: 'string' }, description: 'External id for `role-to-assume`.', commands: onAws },
  'role-via': {
    kind: { type: 'list' },
    description: 'Roles to assume one after the other before `role-to-assume` (role chaining).',
    commands: onAws,
  },
  'role-duration': {
    kind: { type: 'duration' },
    description: 'Lifetime of the credentials; they are renewed while a rollout runs.',
    default: '`1h`',
    commands: onAws,
  },
  audience: {
    kind: { type: 'string' },
    description: 'Audience of the OIDC token.',
    default: '`sts.amazonaws.com`',
    commands: onAws,
  },
  profile: {
    kind: { type: 'string' },
    description:
      'Profile of the shared AWS configuration as base credentials. `bootstrap` takes `ACCOUNT=PROFILE,…` too.',
    commands: [...onAws, 'bootstrap'],
  },
} as const satisfies Record<string, OptionDefinition>;
