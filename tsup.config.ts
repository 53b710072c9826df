import { defineConfig } from "tsup";

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
      features: "src/client/features.ts",
      // Not to be imported by name. As entries they come into files of their own, which bundlers can leave out.
      "compose-org": "src/client/compose-org.ts",
      "define-org": "src/client/define-org.ts",
      node: "src/node/index.ts",
      mock: "mock/index.ts",
      codegen: "codegen/index.ts",
      standard: "generated/standard/index.ts",
    },
    // oauth4webapi is ESM-only: bundling it keeps CommonJS TypeScript users free of TS1479.
    noExternal: ["oauth4webapi"],
    dts: { resolve: ["oauth4webapi"] },
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
