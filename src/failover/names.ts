import type { NameServer } from '../topology/failover-model.ts';

/** DNS, asked of one server or of those of the machine. */
export interface Names {
  /** Names of the servers that a zone is delegated to; none: this name is no zone. @throws when nobody answers */
  servers(zone: string, server?: NameServer): Promise<readonly string[]>;
  /**
   * What a name has, sorted: its addresses, or the name that it is an alias of where that leads out of what the server
   * knows; none: nothing. @throws when the server does not answer
   */
  addresses(name: string, server?: NameServer): Promise<readonly string[]>;
}
