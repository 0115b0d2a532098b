import { AwsError } from '../aws/ports.ts';

/**
 * CloudFormation does not take Express mode here: a region or partition that has it not yet refuses the parameter, or
 * says that the mode is not supported. It came on 2026-06-30 and works with every template, nested stacks included; only
 * StackSets are without it (CloudFormation user guide, "express mode", which lists no regions).
 */
export function isWithoutExpress(error: unknown): error is AwsError {
  return error instanceof AwsError && error.kind === 'invalid' && /express|deployment ?config/i.test(error.message);
}

/** What the plan says then. */
export function withoutExpressNote({ region, message }: AwsError): string {
  return `Express mode is not to be had in ${region} (${message}): the stack is deployed in the standard mode, in which a failure is rolled back`;
}
