import { AwsError } from '../../aws/ports.ts';
import type { RunContext } from '../../context.ts';
import { updateInventory } from '../../records/inventory.ts';
import type { InstanceResult } from '../../report/events.ts';
import type { Environment } from '../../topology/model.ts';
import { inventoryPlace } from '../inventory-place.ts';

/** Notes which stacks there are now, so that `status` can name orphans when the configuration forgets them. */
export async function recordInventory(
  whole: Environment,
  results: readonly InstanceResult[],
  context: RunContext,
): Promise<void> {
  try {
    const place = await inventoryPlace(whole, context);
    if (place === undefined) return;
    const add = results.flatMap(({ instance, stackName, target, region, stackId }) =>
      // arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/ID
      stackId === undefined ? [] : [{ instance, stackName, target, region, account: stackId.split(':')[4] ?? '' }],
    );
    await updateInventory(place, { add });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    context.report({
      type: 'note',
      level: 'warning',
      text: `the inventory was not updated, so status may miss orphans: ${error.message}`,
    });
  }
}
