import type { z } from "zod";
import type { problem } from "@/lib/api/schemas";

/** What the API says of what is not there: that, and the way on. */
export const GET = () =>
  Response.json(
    {
      error: "The API has no such address.",
      help: "GET /api/v1/openapi.json describes it; GET /api/v1/errors and /api/v1/messages list what there is.",
    } satisfies z.infer<typeof problem>,
    { status: 404, headers: { "Access-Control-Allow-Origin": "*", "X-Robots-Tag": "noindex" } },
  );
