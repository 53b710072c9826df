import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const conditions = ["orgtype-source", "node", "import", "module", "default"];

/** Tests that run other programs take longest: begun last, they would be waited for alone. */
class ProgramsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const runsPrograms = ({ moduleId }: TestSpecification) => /\/test\/(package|e2e|types)\//.test(moduleId);
    return [...sorted.filter(runsPrograms), ...sorted.filter((file) => !runsPrograms(file))];
  }
}

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
    // For slow machines; less than the minute that tests give to what must not be waited for.
    testTimeout: 50_000,
    hookTimeout: 50_000,
    globalSetup: "test/support/remove-programs.ts",
    // Loading the sources anew for each file took three times as long as the tests. So what a module holds
    // outlives a file, and each file ends what it began: `afterEach` stands in test files only.
    isolate: false,
    sequence: { sequencer: ProgramsFirst },
    // One more than there are processors, since programs that tests run are waited for.
    maxWorkers: availableParallelism() + 1,
  },
});
