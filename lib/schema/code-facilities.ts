import { z } from "zod";
import { FACILITY_IDS } from "@/lib/errors/code-facility";
import { internalAddress, line, slug } from "./fields";

/** content/code-facilities.yaml: explains codes by their facility, a part of the number. */
export const codeFacilitiesSchema = z.strictObject({
  facilities: z.array(
    z.strictObject({
      id: z.enum(FACILITY_IDS).describe("See lib/errors/code-facility.ts."),
      title: line("Which part of Windows or of the web reports it."),
      says: line("What the number says by its structure."),
      facts: z.array(slug("Fact that carries it.")).default([]).describe("Facts it rests on."),
      means: line("What that means while activating or signing in."),
      next: z.array(internalAddress("Page that helps.")).min(1),
      numbers: z
        .array(
          z.strictObject({
            number: z.int().min(0).max(65535),
            text: line("What this number says, and the first thing to do."),
          }),
        )
        .describe("Numbers that say more: HTTP status, number of the error."),
    }),
  ),
});

export type CodeFacilities = z.infer<typeof codeFacilitiesSchema>;
export type CodeFacility = CodeFacilities["facilities"][number];
