import { z } from "zod";
import { slug } from "./fields";

const publishedStep = z.strictObject({
  id: slug("A step id, as published."),
  number: z.int().min(1).describe("Permanent short number for compact links. Never reused."),
  now: z
    .array(slug("The current id of the step."))
    .optional()
    .describe("Set once the id is retired: the steps that replaced it; empty if none did."),
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
