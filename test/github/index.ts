export { type Fault, primaryRateLimit, secondaryRateLimit, serverError } from './faults.ts';
export { refusal } from './handling.ts';
export { type LocalGitHub, type Recorded, startGitHub } from './server.ts';
export { type Account, actionsBot, type Pull, type World } from './world.ts';
