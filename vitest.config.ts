import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

// React as it is shipped: its development build takes twice the time for a document. Here and not in a project's `env`: what is
// stored of a file is known by this, too.
process.env.NODE_ENV = 'production';

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // What was read of a file is used again until the file changes: half of what a short run costs.
    experimental: { fsModuleCache: true },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/seed.ts'],
          // Pure code keeps nothing between files, and importing it anew for each costs as much as the tests.
          isolate: false,
          // Property tests play hundreds of meetings; a machine that is busy otherwise must not make them fail.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/seed.ts', 'tests/support/patience.ts'],
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
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
