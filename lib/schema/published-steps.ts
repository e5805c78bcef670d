import { z } from "zod";
import { slug } from "./fields";

const publishedStep = z.strictObject({
  id: slug("A step id, as published."),
  number: z.int().min(1).describe("Permanent short number for compact links. Never reused."),
  now: z
    .array(slug("Step id of today."))
    .optional()
    .describe("Set when the id is gone: the steps that took its place; empty when nothing did."),
});

/** content/published-steps.yaml: append-only list of all step ids ever published. */
export const publishedStepsSchema = z.strictObject({
  guides: z.array(
    z.strictObject({
      guide: slug("File name of the guide."),
      steps: z.array(publishedStep),
    }),
  ),
});

export type PublishedStep = z.infer<typeof publishedStep>;
