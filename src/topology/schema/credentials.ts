import { anything, choice, duration, list, map, object, text, variant } from './dsl.ts';
import { ACCOUNT, EXTERNAL_ID, FILE, LINE, ROLE, TAG_KEY, TAG_VALUE } from './patterns.ts';

/** Whose account and which credentials; at the top, for an environment, a region group or a target. */
export const access = {
  account: text({
    description: 'Account id, twelve digits. It is compared with that of the credentials before the first write.',
    default: 'that of the role; without a role it is not checked',
    verbatim: true,
    pattern: ACCOUNT,
  }),
  'role-to-assume': text({
    description: 'IAM role to deploy with: an ARN, or a name that is completed with the account.',
    default: 'none: the credentials found are used as they are',
    pattern: ROLE,
  }),
  credentials: object({
    name: 'credentials',
    description: 'How credentials are found. Keys are merged from the top down to the target.',
    emptyAllowed: true,
    fields: {
      source: choice({
        description:
          '`oidc`: the token of the GitHub job; `ambient`: environment, container or instance; `profile`: a named profile.',
        default: 'auto: oidc when the job offers it and there is a role, else ambient',
        values: ['auto', 'oidc', 'ambient', 'profile'],
      }),
      profile: text({
        description: 'Named profile of the shared configuration files.',
        default: 'none',
        pattern: LINE,
      }),
      via: list({
        description: 'Roles to assume one after the other before `role-to-assume` (role chaining: one hour at most).',
        default: 'none',
        items: text({ description: 'ARN or name of a role.', pattern: ROLE }),
      }),
      'external-id': text({ description: 'External id for AssumeRole.', default: 'none', pattern: EXTERNAL_ID }),
      'session-tags': map({
        description: 'Session tags. Not where the role is assumed with an OIDC token: STS takes none there.',
        default: 'none',
        keys: TAG_KEY,
        values: text({ description: 'The value of the tag.', verbatim: true, pattern: TAG_VALUE }),
      }),
      'session-policy': variant({
        description: 'Session policy that narrows the role: `file:PATH`, or the policy itself.',
        default: 'none',
        forms: [text({ description: 'A file.', pattern: FILE }), anything({ description: 'The policy.' })],
      }),
      duration: duration({
        description: 'Lifetime of the session; it is renewed while a rollout runs.',
        default: '1h',
        minimumMs: 900_000,
        maximumMs: 43_200_000,
      }),
      audience: text({
        description: 'Audience of the OIDC token.',
        default: 'sts.amazonaws.com, or that of the partition',
        pattern: LINE,
      }),
    },
  }),
} as const;
