/** Native ESM under Node 24: the sources run as they are, swc only strips the types. */
export default {
  testEnvironment: 'node',
  clearMocks: true,
  // Tests against the local AWS start many processes, and nobody knows how busy the machine is: only what hangs takes so long.
  testTimeout: 600_000,
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  // Other processes make and remove folders in there while the tests are being looked for.
  modulePathIgnorePatterns: ['<rootDir>/.cache/'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
};
