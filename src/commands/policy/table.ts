import type { onAws } from '../../options/model.ts';
import type { CommandPermissions } from './statement.ts';

/** Commands that call AWS. */
export type PolicyCommand = (typeof onAws)[number];

/** Where each command declares what it needs. A new command does not compile without an entry. */
export const permissions: Readonly<Record<PolicyCommand, () => Promise<CommandPermissions>>> = {
  deploy: async () => (await import('../deploy/permissions.ts')).deployPermissions,
  promote: async () => (await import('../deploy/permissions.ts')).deployPermissions,
  abort: async () => (await import('../abort-permissions.ts')).abortPermissions,
  plan: async () => (await import('../deploy/permissions.ts')).planPermissions,
  status: async () => (await import('../status-permissions.ts')).statusPermissions,
  verify: async () => (await import('../verify-permissions.ts')).verifyPermissions,
  shift: async () => (await import('../shift/permissions.ts')).shiftPermissions,
  failover: async () => (await import('../failover/permissions.ts')).failoverPermissions,
  failback: async () => (await import('../failover/permissions.ts')).failbackPermissions,
  drill: async () => (await import('../failover/drill/permissions.ts')).drillPermissions,
  rollback: async () => (await import('../rollback/permissions.ts')).rollbackPermissions,
  preview: async () => (await import('../preview/permissions.ts')).previewPermissions,
  cleanup: async () => (await import('../preview/permissions.ts')).cleanupPermissions,
  remove: async () => (await import('../remove-permissions.ts')).removePermissions,
};
