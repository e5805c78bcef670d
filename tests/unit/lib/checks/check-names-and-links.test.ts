import { expect, test } from "vitest";
import {
  expectMistake,
  furtherDocument,
  problemsAfter,
  type Mistake,
  type SmallContent,
} from "@/tests/fixtures/small-content";

const GUIDE = "guides/link.yaml";
const MESSAGE = "messages/linked.yaml";
const ERROR = "errors/0xc004f211.yaml";
const ARTICLE = "articles/what-linking-does.md";
const TERM = "glossary/digital-license.yaml";

/** Puts a text into the article, which stays sourced. */
const write = (text: string) => (c: SmallContent) => (c[ARTICLE].body += `\n\n${text}`);

/** Makes one of the small documents a draft; nothing else may lead to it. */
const draft = (file: string) => (c: SmallContent) => (c[file].draft = true);

const NAMES: Mistake[] = [
  {
    what: "an unknown topic",
    change: (c) => (c[ARTICLE].topics = ["linkin"]),
    file: ARTICLE,
    field: "topics[0]",
    message: /topic “linkin” does not exist in content\/topics/,
    remedy: /Did you mean “linking”\?/,
  },
  {
    what: "an unknown fact in a field",
    change: (c) => (c[TERM].facts = ["link-work"]),
    file: TERM,
    field: "facts[0]",
    message: /fact “link-work” does not exist in content\/facts/,
    remedy: /Did you mean “link-works”\?/,
  },
  {
    what: "an unknown fact of a message",
    change: (c) => (c[MESSAGE].fact = "somewhere-else"),
    file: MESSAGE,
    field: "fact",
    message: /fact “somewhere-else” does not exist/,
    remedy: /Choose one of: link-works, state-linked, err-0xc004f211/,
  },
  {
    what: "an unknown fact in a text",
    change: write('Sure. <Fact id="state-linkd" />'),
    file: ARTICLE,
    field: "body",
    message: /fact “state-linkd” does not exist/,
    remedy: /Did you mean “state-linked”\?/,
  },
  {
    what: "an unknown message that looks alike",
    change: (c) => (c[MESSAGE].lookAlikes = ["actve"]),
    file: MESSAGE,
    field: "lookAlikes[0]",
    message: /message “actve” does not exist in content\/messages/,
    remedy: /Did you mean “active”\?/,
  },
  {
    what: "an unknown message in a text",
    change: write('It reads <Message id="linkd" />.'),
    file: ARTICLE,
    field: "body",
    message: /message “linkd” does not exist/,
    remedy: /Did you mean “linked”\?/,
  },
  {
    what: "an unknown settings page of a step",
    change: (c) => (c[GUIDE].parts[0].steps[0].settings = "activaton"),
    file: GUIDE,
    field: "parts[0].steps[0].settings",
    message: /settings page “activaton” does not exist in content\/settings-pages/,
    remedy: /Did you mean “activation”\?/,
  },
  {
    what: "an unknown settings page in a text",
    change: write('Open <SettingsPath to="apps" />.'),
    file: ARTICLE,
    field: "body",
    message: /settings page “apps” does not exist/,
    remedy: /Choose one of: activation/,
  },
  {
    what: "an unknown error code of a message",
    change: (c) => (c[MESSAGE].errorCodes = ["0xC004F212"]),
    file: MESSAGE,
    field: "errorCodes[0]",
    message: /error code “0xc004f212” does not exist in content\/errors/,
    remedy: /Did you mean “0xc004f211”\?/,
  },
  {
    what: "an unknown family of an error code",
    change: (c) => (c[ERROR].family = "hardware"),
    file: ERROR,
    field: "family",
    message: /error family “hardware” does not exist in content\/error-families/,
    remedy: /Choose one of: hardware-changed/,
  },
];

test.each(NAMES)("says how to fix $what", (mistake) => {
  expectMistake(mistake);
});

const LINKS: Mistake[] = [
  {
    what: "a dead link in a text",
    change: write("Read [this](/articles/what-linking-dose)."),
    file: ARTICLE,
    field: "body",
    message: /page “\/articles\/what-linking-dose” does not exist in this site/,
    remedy: /Did you mean “\/articles\/what-linking-does”\?/,
  },
  {
    what: "a dead link written as a reference",
    change: write("Read [this][more].\n\n[more]: /no-such-page-at-all"),
    file: ARTICLE,
    field: "body",
    message: /page “\/no-such-page-at-all” does not exist/,
    remedy: /Choose a page that exists in this site/,
  },
  {
    what: "a dead link in related reading",
    change: (c) => (c[TERM].related = ["/guides", "/guides/lin"]),
    file: TERM,
    field: "related[1]",
    message: /page “\/guides\/lin” does not exist/,
    remedy: /Did you mean “\/guides/,
  },
  {
    what: "a dead exit of a guide",
    change: (c) => (c[GUIDE].exits[0].to = "/error"),
    file: GUIDE,
    field: "exits[0].to",
    message: /page “\/error” does not exist/,
    remedy: /Did you mean “\/errors”\?/,
  },
  {
    what: "a dead anchor of an article in a text",
    change: write("Read [this](/articles/what-linking-does#after-repair)."),
    file: ARTICLE,
    field: "body",
    message: /anchor “after-repair” does not exist in \/articles\/what-linking-does/,
    remedy: /Did you mean “after-a-repair”\?/,
  },
  {
    what: "a dead anchor of a guide in related reading",
    change: (c) => (c[TERM].related = ["/guides/link#ad-account"]),
    file: TERM,
    field: "related[0]",
    message: /anchor “ad-account” does not exist in \/guides\/link/,
    remedy: /Did you mean “add-account”\?/,
  },
  {
    what: "a dead anchor in an exit",
    change: (c) => (c[GUIDE].exits[0].to = "/articles/what-linking-does#x"),
    file: GUIDE,
    field: "exits[0].to",
    message: /anchor “x” does not exist/,
    remedy: /Choose one of: after-a-repair/,
  },
  {
    what: "an anchor of a page that has none",
    change: (c) => (c[TERM].related = ["/errors#list"]),
    file: TERM,
    field: "related[0]",
    message: /“\/errors” has no anchors to link to, and “#list” was found/,
    remedy: /write \/errors\./,
  },
  {
    what: "a link with an answer into the middle of a guide",
    change: write("Read [this](/guides/link?answer=sentence.linked#add-account)."),
    file: ARTICLE,
    field: "body",
    message: /leads to “#add-account”, but the next step is “”/,
    remedy: /without “#add-account”/,
  },
  {
    what: "a link to a seller of keys",
    change: write("Buy at [a shop](https://cheap-keys.example/windows)."),
    file: ARTICLE,
    field: "body",
    message: /expected a link to this site or to Microsoft, found “https:\/\/cheap-keys/,
    remedy: /Link to a page of this site .* name the fact/,
  },
  {
    what: "an address that becomes a link by itself",
    change: write("Look at www.howtogeek.com for more."),
    file: ARTICLE,
    field: "body",
    message: /found “http:\/\/www\.howtogeek\.com”/,
    remedy: /Link to a page of this site/,
  },
  {
    what: "an outside link written as a reference",
    change: write("Read [this][more].\n\n[more]: https://example.org/"),
    file: ARTICLE,
    field: "body",
    message: /found “https:\/\/example\.org\/”/,
    remedy: /Link to a page of this site/,
  },
  {
    what: "a host that only looks like Microsoft's",
    change: write("Read [this](<https://evil.example\\\\.microsoft.com/x>)."),
    file: ARTICLE,
    field: "body",
    message: /expected a link to this site or to Microsoft/,
    remedy: /Link to a page of this site/,
  },
  {
    what: "a link without encryption",
    change: write("Read [this](http://support.microsoft.com/x)."),
    file: ARTICLE,
    field: "body",
    message: /found “http:/,
    remedy: /https:\/\//,
  },
  {
    what: "a forum on a host of Microsoft",
    change: write("Read [this](https://answers.microsoft.com/thread)."),
    file: ARTICLE,
    field: "body",
    message: /expected a link to this site or to Microsoft/,
    remedy: /Other sources belong into content\/facts/,
  },
  {
    what: "a script as a link",
    change: write("Press [here](javascript:alert)."),
    file: ARTICLE,
    field: "body",
    message: /found “javascript:alert”/,
    remedy: /Link to a page of this site/,
  },
];

test.each(LINKS)("says how to fix $what", (mistake) => {
  expectMistake(mistake);
});

test("accepts links to pages, to their anchors and to Microsoft", () => {
  const text =
    "[a](/guides/link#add) [b](/articles/what-linking-does#after-a-repair) " +
    "[c](/errors/0xc004f211) [g](/guides/link?answer=sentence.not-linked#add-account) [d](/) [e](https://support.microsoft.com/windows) [f](https://account.live.com)";
  expect(problemsAfter(write(text))).toEqual([]);
});

test("a text that cannot be read is reported once, also when others link into it", () => {
  const problems = problemsAfter((c) => {
    c[TERM].related = ["/guides"];
    c[MESSAGE].related = ["/articles/what-linking-does"];
    c[ARTICLE].body = "Open <Only";
  });
  expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual([`${ARTICLE} body`]);
});

const DRAFTS: Mistake[] = [
  {
    what: "a link to a draft",
    change: (c) => {
      draft(TERM)(c);
      write("See [the term](/glossary/digital-license).")(c);
    },
    file: ARTICLE,
    field: "body",
    message: /page “\/glossary\/digital-license” is a draft/,
    remedy: /Remove “draft: true” from it/,
  },
  {
    what: "related reading that is a draft",
    change: (c) => {
      draft(TERM)(c);
      c[ARTICLE].related = ["/glossary/digital-license"];
    },
    file: ARTICLE,
    field: "related[0]",
    message: /is a draft, so readers cannot get there/,
    remedy: /or name something that is published/,
  },
  {
    what: "a look-alike that is a draft",
    change: draft("messages/active.yaml"),
    file: MESSAGE,
    field: "lookAlikes[0]",
    message: /message “active” is a draft/,
    remedy: /Remove “draft: true”/,
  },
  {
    what: "an error code that is a draft",
    change: draft(ERROR),
    file: MESSAGE,
    field: "errorCodes[0]",
    message: /error code “0xc004f211” is a draft/,
    remedy: /Remove “draft: true”/,
  },
  {
    what: "a settings page that is a draft",
    change: draft("settings-pages/activation.yaml"),
    file: GUIDE,
    field: "parts[0].steps[0].settings",
    message: /settings page “activation” is a draft/,
    remedy: /Remove “draft: true”/,
  },
];

test.each(DRAFTS)("says how to fix $what", (mistake) => {
  expectMistake(mistake);
});

test("drafts may name each other, and are checked like every page", () => {
  const drafts = (c: SmallContent) => {
    draft(TERM)(c);
    c["glossary/edition.yaml"] = {
      ...furtherDocument("a second term"),
      draft: true,
      related: ["/glossary/digital-license"],
      synonyms: [],
      definition: 'A kind of Windows. <Fact id="link-works" />',
    };
  };
  expect(problemsAfter(drafts)).toEqual([]);
  const problems = problemsAfter((c) => {
    drafts(c);
    c["glossary/edition.yaml"].definition = 'A kind. <Fact id="nowhere" />';
  });
  expect(problems.map(({ field }) => field)).toEqual(["definition"]);
});
