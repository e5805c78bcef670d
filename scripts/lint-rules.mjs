/*
 * This project's own lint rules, used by eslint.config.mjs. They enforce the architecture: which folder may import
 * which, and what runs in the browser. Each message says what to do instead.
 */
import path from "node:path";
import { ROOT } from "./process.mjs";

/** @typedef {import("eslint").Rule.RuleModule} Rule */
/** @typedef {import("eslint").Rule.Node} Node */

/**
 * What each folder may import, apart from packages. "settings" are the files next to package.json; ".generated"
 * is written by scripts/.
 *
 * @type {Record<string, string[]>}
 */
const MAY_IMPORT = {
  app: ["app", "components", "lib", ".generated"],
  components: ["components", "lib", ".generated"],
  lib: ["lib", ".generated"],
  browser: ["browser", "lib", ".generated"],
  scripts: ["scripts", "lib", "browser", "settings", ".generated"],
  // Run by writers, never part of the site.
  tools: ["tools", "lib", "scripts"],
  settings: ["settings", "lib", "scripts", ".generated"],
  tests: [
    "tests",
    "app",
    "components",
    "lib",
    "browser",
    "scripts",
    "tools",
    "settings",
    ".generated",
  ],
  content: [],
};

/** The reasons and alternatives for likely mistakes. The first match is reported. */
const REASONS = [
  {
    from: "*",
    to: "app",
    why: "nothing imports app/. Move what is shared to components/ or lib/ and import it from there.",
  },
  {
    from: "content",
    to: "*",
    why: "content/ is text and data and imports nothing. Code belongs in lib/ or components/.",
  },
  {
    from: "lib",
    to: "components",
    why: "imports point one way, app → components → lib. Take what you need as an argument, or move the code that needs a component to components/.",
  },
  {
    from: "*",
    to: "browser",
    why: "browser/ is bundled by scripts/build-browser.ts and runs in the page by itself; only scripts/ and tests/ import it. Move what both sides need to lib/.",
  },
  {
    from: "browser",
    to: "*",
    why: "the scripts of browser/ import only each other and lib/: they run without React and must stay small. Render on the server, find the element in the page, and move shared rules to lib/.",
  },
  {
    from: "*",
    to: "tests",
    why: "only tests import tests/. Move what the site needs to lib/.",
  },
  {
    from: "*",
    to: "*",
    why: "imports point one way, app → components → lib. Move what is shared to lib/.",
  },
];

/** Packages that would bring the framework into a script of browser/. */
const FRAMEWORK = /^(react|react-dom|next|server-only|client-only)(\/|$)/;

/** The project path of a file: "lib/search/ranking.ts". @param {string} file */
const projectPath = (file) => path.relative(ROOT, file).split(path.sep).join("/");

/** The folder of MAY_IMPORT that contains a project path. @param {string} file */
const layerOf = (file) => (file.includes("/") ? (file.split("/")[0] ?? "") : "settings");

/** @param {string} file @param {string} folder */
const isIn = (file, folder) => file === folder || file.startsWith(`${folder}/`);

/**
 * The project path that an import resolves to; undefined for a package.
 *
 * @param {string} source
 * @param {string} importer
 */
function resolveImport(source, importer) {
  if (source.startsWith("@/")) return path.posix.normalize(source.slice(2));
  if (/^\.\.?(\/|$)/.test(source)) {
    return path.posix.normalize(path.posix.join(path.posix.dirname(importer), source));
  }
  return undefined;
}

/**
 * Why an import is forbidden, or undefined.
 *
 * @param {string} importer project path
 * @param {string} source as written
 * @param {boolean} typesOnly
 */
function findObjection(importer, source, typesOnly) {
  const from = layerOf(importer);
  const target = resolveImport(source, importer);

  if (source === "contentlayer/generated" || (target && isIn(target, ".contentlayer"))) {
    if (isIn(importer, "lib/content") || from === "tests") return undefined;
    return "only lib/content reads the generated data: it decides what is published, so that pages, lists, sitemap and search agree. Ask a function of @/lib/content, or add one.";
  }
  if (target === undefined) {
    if (from === "browser" && !typesOnly && FRAMEWORK.test(source)) {
      return "the scripts of browser/ work without React and Next.js, before those are loaded. Render the markup on the server and change it here with the DOM.";
    }
    return undefined;
  }

  const allowed = MAY_IMPORT[from];
  const to = layerOf(target);
  // The rule ignores folders that are not in the table.
  if (!allowed || !(to in MAY_IMPORT)) return undefined;
  if (!allowed.includes(to)) {
    return REASONS.find(
      (reason) =>
        (reason.from === "*" || reason.from === from) && (reason.to === "*" || reason.to === to),
    )?.why;
  }
  if (typesOnly) return undefined;

  const runsInBrowser = from === "browser";
  if (runsInBrowser && isIn(target, "lib/content")) {
    return "lib/content is for the server: all content would be sent to the reader. Take what you need as props or from the page; types may be imported with `import type`.";
  }
  if (runsInBrowser && isIn(target, "lib/schema")) {
    return "lib/schema checks content while building and would bring all of zod to the reader. Import its types with `import type`.";
  }
  return undefined;
}

/** @type {Rule} */
const imports = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const importer = projectPath(context.filename);
    /** @type {(node: any, typesOnly?: boolean) => void} */
    const check = (source, typesOnly = false) => {
      if (source?.type !== "Literal" || typeof source.value !== "string") return;
      const objection = findObjection(importer, source.value, typesOnly);
      if (objection) {
        context.report({
          node: source,
          message: `"${source.value}" may not be imported here: ${objection}`,
        });
      }
    };
    /** `import type …`, or only `type` names in the braces. @param {any} node */
    const isTypesOnly = (node) =>
      node.importKind === "type" ||
      node.exportKind === "type" ||
      (node.specifiers?.length > 0 &&
        node.specifiers.every((/** @type {any} */ name) =>
          [name.importKind, name.exportKind].includes("type"),
        ));
    return {
      ImportDeclaration: (node) => check(node.source, isTypesOnly(node)),
      ExportNamedDeclaration: (node) => check(node.source, isTypesOnly(node)),
      ExportAllDeclaration: (node) => check(node.source, isTypesOnly(node)),
      ImportExpression: (node) => check(node.source),
      // The type `import("…").Name`; the syntax tree of typescript-eslint knows it.
      TSImportType: (/** @type {any} */ node) => check(node.source, true),
    };
  },
};

/** @type {Rule} */
const useClient = {
  meta: { type: "problem", schema: [] },
  create(context) {
    return {
      Program(program) {
        const directive = program.body.find(
          (node) => "directive" in node && node.directive === "use client",
        );
        if (!directive) return;
        context.report({
          node: directive,
          message:
            "'use client' would send React to the reader (docs/decisions/0001). Keep the file on the server and put the small moving part into browser/.",
        });
      },
    };
  },
};

/**
 * A color as #rgb, #rgba, #rrggbb or #rrggbbaa, alone or among other words ("bg-[#0a7]", "1px solid #ccc").
 * Neither "#add-an-account" nor the "#123" of an address.
 */
const HEX_COLOR = /(?:^|[\s"'`(:,;=[])#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})(?![\w-])/i;

/** @type {Rule} */
const rawColors = {
  meta: { type: "problem", schema: [] },
  create(context) {
    /** @type {(node: any, text: unknown) => void} */
    const check = (node, text) => {
      const color = typeof text === "string" ? HEX_COLOR.exec(text)?.[0] : undefined;
      if (!color) return;
      // href="#add" and id="…" are anchors, not colors.
      if (node.parent?.type === "JSXAttribute" && /^(href|id)$/.test(node.parent.name.name)) return;
      context.report({
        node,
        message: `A raw color (${color.replace(/^[^#]+/, "")}) does not follow the light, dark and contrast themes. Use a color of the theme: a utility of the theme in app/theme.css, var(--…), or currentColor in a drawing. Where only a value will do (a picture), import it from lib/.`,
      });
    };
    return {
      Literal: (node) => check(node, node.value),
      TemplateElement: (node) => check(node, node.value.raw),
    };
  },
};

/** @type {Rule} */
const rawHtml = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const message =
      "dangerouslySetInnerHTML can carry a script into the page. Render elements instead; for a script or style of our own use a component of components/layout/raw-html.tsx, the one place that is reviewed for this.";
    return {
      "JSXAttribute[name.name='dangerouslySetInnerHTML']": (/** @type {Node} */ node) =>
        context.report({ node, message }),
      "Property[key.name='dangerouslySetInnerHTML']": (/** @type {Node} */ node) =>
        context.report({ node, message }),
    };
  },
};

/** @type {Rule} */
const noCode = {
  meta: { type: "problem", schema: [] },
  create: (context) => ({
    Program: (node) =>
      context.report({
        node,
        message:
          "content/ holds text and data only, so that writers need no code. Move this file to lib/ or components/.",
      }),
  }),
};

/** The rules as an ESLint plug-in. */
export default {
  rules: {
    imports,
    "use-client": useClient,
    "raw-colors": rawColors,
    "raw-html": rawHtml,
    "no-code": noCode,
  },
};
