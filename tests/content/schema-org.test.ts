import { expect, test } from "vitest";
import { schemaProblems } from "./schema-org";

const article = {
  "@type": "TechArticle",
  headline: "Link",
  datePublished: "2026-01-01",
  url: "https://keylink.example/x",
};

test("what schema.org defines has no problem, inherited properties included", () => {
  expect(schemaProblems(article)).toEqual([]);
  expect(schemaProblems({ "@type": "HowTo", totalTime: "PT5M", name: "Link" })).toEqual([]);
  expect(
    schemaProblems({
      "@context": "https://schema.org",
      "@graph": [
        {
          "@type": "BreadcrumbList",
          itemListElement: [{ "@type": "ListItem", position: 1, item: article }],
        },
      ],
    }),
  ).toEqual([]);
});

test("a thing may be named by its address, as a reference", () => {
  const item = (one: unknown) => schemaProblems({ "@type": "ListItem", item: one });
  expect(item({ "@id": "https://keylink.example/x" })).toEqual([]);
  expect(item("https://keylink.example/x")).toHaveLength(1);
  expect(item({ "@id": "/x" })).toHaveLength(1);
});

test.each([
  [{ "@type": "TechnicalArticle" }, "TechnicalArticle is no type of schema.org"],
  [{ ...article, totalTime: "PT5M" }, "TechArticle has no property totalTime"],
  [{ "@type": "DefinedTerm", inLanguage: "en" }, "DefinedTerm has no property inLanguage"],
  [{ ...article, datePublished: "yesterday" }, /datePublished: expected Date or DateTime/],
  [{ ...article, url: "/x" }, /url: expected URL/],
  [{ ...article, author: { "@type": "WebSite" } }, /author: expected Organization or Person/],
  [{ ...article, author: { "@type": "Person", nam: "x" } }, "Person has no property nam"],
  [{ "@type": "ListItem", position: true }, /position: expected Integer or Text/],
])("%j", (node, problem) => {
  expect(schemaProblems(node)).toContainEqual(
    typeof problem === "string" ? problem : expect.stringMatching(problem),
  );
});
