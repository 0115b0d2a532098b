const cents = new Map([
  ['tea', 450],
  ['cup', 1200],
  ['kettle', 4900],
]);

/** Price in euros, or undefined when the order is not one. */
export function priceOf(order) {
  if (!Array.isArray(order?.lines) || order.lines.length === 0) return undefined;
  let total = 0;
  for (const { item, quantity } of order.lines) {
    const each = cents.get(item);
    if (each === undefined || !Number.isInteger(quantity) || quantity < 1) return undefined;
    total += each * quantity;
  }
  return total / 100;
}
