/** Workflows run by `act`: `npm run test:workflows`. Minutes, so not part of `npm test`. */
import base from '../../jest.config.js';

export default {
  ...base,
  rootDir: '../..',
  testTimeout: 1_800_000,
  testMatch: ['<rootDir>/test/workflows/**/*.scenario.ts'],
};
