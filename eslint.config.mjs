import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import keylink from "./scripts/lint-rules.mjs";

const CODE = "**/*.{ts,tsx,mjs,js}";

/** Globals that exist only in a page, and what to do elsewhere. */
const BROWSER_ONLY = [
  "window",
  "document",
  "localStorage",
  "sessionStorage",
  "navigator",
  "matchMedia",
].map((name) => ({
  name,
  message: `\`${name}\` exists only in the page: use it in browser/, whose scripts run there. A function of lib/ takes what it needs (a Storage, a Document) as an argument, so that it can be tested; a component renders the same for everybody.`,
}));

export default defineConfig([
  globalIgnores([
    ".next/",
    ".contentlayer/",
    ".generated/",
    ".bench/",
    "export/",
    "public/",
    "reports/",
    "test-results/",
    "next-env.d.ts",
  ]),
  tseslint.configs.recommended,
  {
    files: [CODE],
    plugins: { keylink },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "keylink/imports": "error",
      // `import type` keeps a type from pulling its file into a bundle.
      "@typescript-eslint/consistent-type-imports": "error",
      // `_` marks unused values.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrorsIgnorePattern: "^_" },
      ],
    },
  },
  {
    files: ["{app,components,lib}/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-globals": ["error", { globals: BROWSER_ONLY, checkGlobalObject: true }],
    },
  },
  {
    files: ["{app,components,lib,browser}/**/*.{ts,tsx}"],
    rules: { "keylink/use-client": "error", "keylink/raw-html": "error" },
  },
  {
    files: ["components/layout/raw-html.tsx"],
    rules: { "keylink/raw-html": "off" },
  },
  {
    files: ["{app,components}/**/*.tsx"],
    rules: { "keylink/raw-colors": "error" },
  },
  {
    files: [`content/${CODE}`],
    rules: { "keylink/no-code": "error" },
  },
  {
    // Plain JavaScript has its types in comments, and reports of other tools have none.
    files: ["scripts/**/*.mjs"],
    rules: { "@typescript-eslint/no-explicit-any": "off" },
  },
]);
