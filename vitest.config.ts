import { defineConfig } from "vitest/config";

const conditions = ["orgtype-source", "node", "import", "module", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["test/**/*.test.ts"],
    typecheck: {
      enabled: true,
      include: ["test/types/**/*.test-d.ts"],
      tsconfig: "test/types/tsconfig.json",
    },
    testTimeout: 20_000,
    // Loading the sources anew for each file took three times as long as the tests. So what a module holds
    // outlives a file, and each file ends what it began: `afterEach` stands in test files only.
    isolate: false,
    // Vitest leaves one processor free, which is half of a machine with two.
    maxWorkers: "100%",
  },
});
