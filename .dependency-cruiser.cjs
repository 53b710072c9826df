// Each layer of the run time sees only what stands left of it.
const layers = [
  "errors",
  "schema",
  "async",
  "soql",
  "values",
  "settings",
  "http",
  "auth",
  "resources",
  "client",
  "compose",
  "index",
];
const at = (name) => `^src/${name}(/|\\.ts$)`;

const layerRules = layers
  .map((layer, index) => ({
    name: `${layer}-sees-only-what-is-left-of-it`,
    severity: "error",
    from: { path: at(layer) },
    to: { path: layers.slice(index + 1).map(at) },
  }))
  .filter((rule) => rule.to.path.length > 0);

module.exports = {
  forbidden: [
    ...layerRules,
    { name: "no-rings", severity: "error", from: {}, to: { circular: true } },
    {
      name: "errors-import-nothing",
      severity: "error",
      from: { path: "^src/errors\\.ts$" },
      to: { path: ".*" },
    },
    {
      name: "resources-do-not-see-auth",
      severity: "error",
      from: { path: "^src/resources/" },
      to: { path: "^src/auth/" },
    },
    {
      name: "grants-do-not-see-each-other",
      severity: "error",
      from: { path: "^src/auth/grants/([^/]+)\\.ts$" },
      to: { path: "^src/auth/grants/", pathNot: "^src/auth/grants/$1\\.ts$" },
    },
    {
      name: "run-time-does-not-see-the-rest",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(codegen|mock|generated/standard)/" },
    },
    {
      name: "run-time-takes-only-types-of-generated-rest",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^generated/rest/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "run-time-is-web-standard",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/node/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "codegen-sees-the-run-time-by-package-name",
      comment:
        "types and errors aside; only the live source, the CLI and the types of the config file use the client",
      severity: "error",
      from: { path: "^codegen/", pathNot: "^codegen/(source/org(-actions)?\\.ts|config\\.ts|cli/)" },
      to: { path: "^src/", pathNot: "^src/(schema/|errors\\.ts)" },
    },
    {
      name: "model-and-emit-are-pure",
      severity: "error",
      from: { path: "^codegen/(model|emit|openapi)/" },
      to: { path: "^codegen/(source|output|cli)/" },
    },
    {
      name: "model-and-emit-do-no-io",
      severity: "error",
      from: { path: "^codegen/(model|emit|openapi)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "cli-is-a-leaf",
      severity: "error",
      from: { pathNot: "^codegen/cli/" },
      to: { path: "^codegen/cli/" },
    },
    {
      name: "editor-plugin-stands-alone",
      comment: "it reads a program's types; types of TypeScript are all it imports",
      severity: "error",
      from: { path: "^ts-plugin/" },
      to: { pathNot: "^ts-plugin/|typescript" },
    },
    {
      name: "mock-sees-only-types-errors-and-the-model",
      severity: "error",
      from: { path: "^mock/" },
      to: { path: "^(src|codegen)/", pathNot: "^(src/schema/|src/errors\\.ts|codegen/model/)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules|^dist" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["orgtype-source", "import", "types", "node", "default"],
      exportsFields: ["exports"],
    },
  },
};
