import "server-only";
import { lastChanged } from "@/lib/content/changes";
import { getPageLinks, getTopic } from "@/lib/content/pages";

import { xmlText } from "@/lib/server/xml";
import { absolute, SITE_NAME, SITE_URL } from "@/lib/site/site";

/** More than anybody reads back, and less than 50 KB. */
const MOST_ENTRIES = 60;

/** A day in the format of Atom. */
const time = (day: string) => `${day}T00:00:00Z`;

/** The feed of new and revised pages (Atom, RFC 4287), the newest first. */
export function getFeed(): string {
  const pages = getPageLinks()
    .map((page) => ({ ...page, changed: lastChanged(page.address) ?? page.updated }))
    .sort((a, b) => b.changed.localeCompare(a.changed) || a.address.localeCompare(b.address))
    .slice(0, MOST_ENTRIES);
  const changed = pages[0]?.changed ?? "1970-01-01";
  const entries = pages.map(
    ({ address, title, description, published, changed: day, topics }) => `
  <entry>
    <id>${xmlText(absolute(address))}</id>
    <title>${xmlText(title)}</title>
    <link rel="alternate" type="text/html" href="${xmlText(absolute(address))}"/>
    <link rel="alternate" type="text/markdown" href="${xmlText(absolute(`${address}.md`))}"/>
    <published>${time(published)}</published>
    <updated>${time(day)}</updated>
${topics.map((slug) => `    <category term="${xmlText(slug)}" label="${xmlText(getTopic(slug)?.title ?? slug)}"/>\n`).join("")}    <summary>${xmlText(description)}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${xmlText(`${SITE_URL}/`)}</id>
  <title>${SITE_NAME}: new and revised pages</title>
  <subtitle>Linking a Windows license to a Microsoft account, and getting Windows activated again.</subtitle>
  <link rel="self" type="application/atom+xml" href="${xmlText(absolute("/feed.xml"))}"/>
  <link rel="alternate" type="text/html" href="${xmlText(`${SITE_URL}/`)}"/>
  <author><name>the Keylink editors</name></author>
  <icon>${xmlText(absolute("/icon.svg"))}</icon>
  <rights>CC BY 4.0</rights>
  <updated>${time(changed)}</updated>${entries.join("")}
</feed>
`;
}
