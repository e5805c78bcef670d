import {
  lettersOf,
  type LicenseField,
  type LicenseStatus,
  type LicenseWords,
} from "@/lib/licenses/license-words";
import type { WordingKey } from "./keys";
import type { Language } from "./language";

const LABELS: Partial<Record<WordingKey, LicenseField>> = {
  slmgr_name: "name",
  slmgr_description: "description",
  slmgr_partial_key: "partialKey",
  slmgr_channel: "channel",
  slmgr_status_label: "status",
};

const VALUES: Partial<Record<WordingKey, LicenseStatus>> = {
  slmgr_value_licensed: "licensed",
  slmgr_status_licensed: "licensed",
  slmgr_status_notification: "notification",
  slmgr_status_unlicensed: "unlicensed",
  slmgr_status_initial_grace: "grace",
};

const SENTENCES: Partial<
  Record<WordingKey, Omit<LicenseWords["sentences"][number], "lang" | "letters">>
> = {
  slmgr_permanent: { status: "licensed", permanent: true },
  slmgr_xpr_notification: { status: "notification" },
  slmgr_xpr_initial_grace: { status: "grace", ends: true },
};

/** The words of license output, from the wordings of all languages. */
export function licenseWords(languages: readonly Language[]): LicenseWords {
  const labels = new Map<string, { field: LicenseField; lang: string }>();
  const values = new Map<string, { status: LicenseStatus; lang: string }>();
  const sentences: LicenseWords["sentences"][number][] = [];
  const missing: LicenseWords["missing"][number][] = [];
  for (const { lang, wordings } of languages) {
    for (const [key, text] of wordings) {
      const [label = "", value] = text.split(/[:：]\s*/);
      const field = LABELS[key] ?? (VALUES[key] && value ? "status" : undefined);
      // The first language with a word keeps it. “Name” is German, too, but does not indicate German.
      if (field && !labels.has(lettersOf(label))) labels.set(lettersOf(label), { field, lang });
      const status = VALUES[key];
      const said = lettersOf(value ?? (key === "slmgr_value_licensed" ? text : ""));
      if (status && said && !values.has(said)) values.set(said, { status, lang });
      const sentence = SENTENCES[key];
      if (sentence)
        sentences.push({ ...sentence, lang, letters: lettersOf(text.split("%ENDDATE%")[0] ?? "") });
      if (key === "command_missing") missing.push({ lang, letters: lettersOf(text) });
    }
  }
  return { labels, values, sentences, missing };
}
