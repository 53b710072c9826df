import { defineConfig } from "tsup";
import { oneChunk } from "./scripts/one-chunk.js";

const shared = {
  format: ["esm", "cjs"],
  target: "node20",
  splitting: true,
  sourcemap: false,
  // Generated code and codegen's live source name the package itself.
  external: ["orgtype"],
} as const;

export default defineConfig([
  {
    ...shared,
    format: [...shared.format],
    external: [...shared.external],
    entry: {
      index: "src/index.ts",
      compose: "src/compose.ts",
      features: "src/client/features.ts",
      node: "src/node/index.ts",
      mock: "mock/index.ts",
      codegen: "codegen/index.ts",
      standard: "generated/standard/index.ts",
    },
    esbuildPlugins: [
      oneChunk([
        // What every client starts with,
        ["src/client/compose-org.ts", "src/auth/grants/client-credentials.ts", "src/settings/environment.ts"],
        // what programs that compose one can ask for,
        ["src/compose.ts"],
        // and what one with all features starts with.
        ["src/client/define-org.ts"],
      ]),
    ],
    // oauth4webapi is ESM-only: bundling it keeps CommonJS TypeScript users free of TS1479.
    noExternal: ["oauth4webapi"],
    // Types are checked by `npm run typecheck`; doing it once more here took longer than all the rest.
    dts: { resolve: ["oauth4webapi"], compilerOptions: { noCheck: true } },
    clean: true,
  },
  {
    ...shared,
    format: ["esm"],
    external: [...shared.external],
    entry: { cli: "codegen/cli/cli.ts" },
    dts: false,
  },
  {
    ...shared,
    format: ["cjs"],
    external: ["typescript"],
    entry: { "ts-plugin": "ts-plugin/index.ts" },
    dts: false,
    // tsserver asks for a module that is the function itself.
    footer: { js: "module.exports = module.exports.default;" },
  },
]);
