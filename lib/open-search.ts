import { xmlText } from "@/lib/server/xml";
import { absolute, SITE_NAME } from "@/lib/site/site";

const address = (path: string) => xmlText(absolute(path));

/** Lets browsers add the site as a search engine (OpenSearch 1.1), with suggestions while typing. */
export const getOpenSearch = (): string => `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/" xmlns:moz="http://www.mozilla.org/2006/browser/search/">
  <ShortName>${SITE_NAME}</ShortName>
  <Description>Windows licenses: messages, error codes, guides</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="32" height="32" type="image/x-icon">${address("/favicon.ico")}</Image>
  <Url type="text/html" method="get" template="${address("/search?q={searchTerms}")}"/>
  <Url type="application/x-suggestions+json" method="get" template="${address("/api/suggest?q={searchTerms}")}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${address("/opensearch.xml")}"/>
  <moz:SearchForm>${address("/search")}</moz:SearchForm>
</OpenSearchDescription>
`;
