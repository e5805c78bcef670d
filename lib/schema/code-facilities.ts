import { z } from "zod";
import { FACILITY_IDS } from "@/lib/errors/code-facility";
import { internalAddress, line, slug } from "./fields";

/** content/code-facilities.yaml: explains codes by their facility, a part of the number. */
export const codeFacilitiesSchema = z.strictObject({
  facilities: z.array(
    z.strictObject({
      id: z.enum(FACILITY_IDS).describe("See lib/errors/code-facility.ts."),
      title: line("The part of Windows or of the web that reports it."),
      says: line("What the structure of the number says."),
      facts: z
        .array(slug("The fact that supports it."))
        .default([])
        .describe("The facts it rests on."),
      means: line("What that means during activation or sign-in."),
      next: z.array(internalAddress("A page that helps.")).min(1),
      numbers: z
        .array(
          z.strictObject({
            number: z.int().min(0).max(65535),
            text: line("What this number says, and the first thing to do."),
          }),
        )
        .describe("Numbers with a meaning of their own: an HTTP status or an error number."),
    }),
  ),
});

type CodeFacilities = z.infer<typeof codeFacilitiesSchema>;
export type CodeFacility = CodeFacilities["facilities"][number];
