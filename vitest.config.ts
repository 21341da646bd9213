import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Property tests play hundreds of meetings; a machine that is busy otherwise must not make them fail.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Vitest empties style sheets unless told; those of the documents are part of what is tested.
          css: { include: /src-main\/documents\// },
        },
      },
      {
        // Not among the tests: figures of a machine that does nothing else.
        test: {
          name: 'bench',
          css: { include: /src-main\/documents\// },
          include: ['tests/bench/**/*.bench.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
