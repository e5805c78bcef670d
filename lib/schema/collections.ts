import { guideSchema } from "./guides";
import { articleSchema } from "./articles";
import { messageSchema } from "./messages";
import { errorSchema } from "./errors";
import { errorFamilySchema } from "./errors";
import { settingsPageSchema } from "./settings-pages";
import { glossarySchema } from "./glossary";
import { topicSchema } from "./topics";
import { answersSchema } from "./answers";
import { caseSchema } from "./cases";
import { screenSchema } from "./screens";
import { factsFileSchema } from "./facts";
import { publishersSchema } from "./publishers";
import { publishedStepsSchema } from "./published-steps";
import { synonymsSchema } from "./synonyms";
import { codeFacilitiesSchema } from "./code-facilities";
import { licenseChannelsSchema } from "./license-channels";
import { wordingsSchema } from "./wordings";

/** Every collection: its folder or file, file extension, and schema. All tools use this list. */
export const collections = {
  guides: { schema: guideSchema, ending: ".yaml" },
  articles: { schema: articleSchema, ending: ".md" },
  messages: { schema: messageSchema, ending: ".yaml" },
  errors: { schema: errorSchema, ending: ".yaml" },
  "error-families": { schema: errorFamilySchema, ending: ".yaml" },
  "settings-pages": { schema: settingsPageSchema, ending: ".yaml" },
  screens: { schema: screenSchema, ending: ".yaml" },
  glossary: { schema: glossarySchema, ending: ".yaml" },
  topics: { schema: topicSchema, ending: ".yaml" },
  cases: { schema: caseSchema, ending: ".yaml" },
  answers: { schema: answersSchema, ending: ".yaml" },
  facts: { schema: factsFileSchema, ending: ".yaml" },
  wordings: { schema: wordingsSchema, ending: ".yaml" },
} as const;

/** The single files in content/, by name without extension. */
export const singleFiles = {
  publishers: publishersSchema,
  "published-steps": publishedStepsSchema,
  synonyms: synonymsSchema,
  "license-channels": licenseChannelsSchema,
  "code-facilities": codeFacilitiesSchema,
} as const;
export type CollectionName = keyof typeof collections;
