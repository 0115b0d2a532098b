/**
 * Types of a SAM `DeploymentPreference` that AWS offers: the predefined configurations of CodeDeploy for Lambda without
 * `CodeDeployDefault.Lambda` (CodeDeploy user guide, "Predefined deployment configurations for an AWS Lambda compute
 * platform"; SAM, `sam-property-function-deploymentpreference`).
 */
export const SHIFT_TYPES = [
  'Canary10Percent5Minutes',
  'Canary10Percent10Minutes',
  'Canary10Percent15Minutes',
  'Canary10Percent30Minutes',
  'Linear10PercentEvery1Minute',
  'Linear10PercentEvery2Minutes',
  'Linear10PercentEvery3Minutes',
  'Linear10PercentEvery10Minutes',
  'AllAtOnce',
] as const;

export type ShiftType = (typeof SHIFT_TYPES)[number];
