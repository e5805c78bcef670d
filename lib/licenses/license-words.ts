/** What the output says about activation. */
export type LicenseStatus = "licensed" | "unlicensed" | "grace" | "notification" | "not-read";

/** The meaning of a line of license output. `known`: a label that is ignored, but ends the previous line. */
export type LicenseField =
  | "name"
  | "description"
  | "channel"
  | "status"
  | "reason"
  | "partialKey"
  | "application"
  | "remaining"
  | "minutes"
  | "firmwareKey"
  | "version"
  | "known";

/** A translated word with its language, so that the answer can name the language. */
type Translated = { lang: string };

/** Words of Windows in other languages, by {@link lettersOf}. English is built in. */
export type LicenseWords = {
  labels: ReadonlyMap<string, Translated & { field: LicenseField }>;
  values: ReadonlyMap<string, Translated & { status: LicenseStatus }>;
  /** Whole answers of `slmgr /xpr`, up to the date. */
  sentences: readonly (Translated & {
    letters: string;
    status: LicenseStatus;
    permanent?: boolean;
    ends?: boolean;
  })[];
  /** A console's messages about an unknown command. */
  missing: readonly (Translated & { letters: string })[];
};

/** The letters and digits of a text in lower case: spaces, line breaks and signs get lost or added by copying. */
export const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");

const en = (field: LicenseField, ...labels: string[]) =>
  labels.map((label) => [lettersOf(label), field] as const);

/** Labels of slmgr.vbs, ospp.vbs and of the properties of SoftwareLicensingProduct. */
export const ENGLISH_LABELS: ReadonlyMap<string, LicenseField> = new Map([
  ...en("name", "Name", "License Name", "ProductName", "Product", "Software", "Application"),
  ...en("description", "Description", "License Description"),
  ...en("channel", "Product Key Channel"),
  ...en("status", "License Status", "Licence Status"),
  ...en("reason", "Notification Reason", "License Status Reason", "Error Code", "Error"),
  ...en("partialKey", "Partial Product Key", "Last 5 characters of installed product key"),
  ...en("application", "Application ID"),
  ...en(
    "remaining",
    "Volume activation expiration",
    "Timebased activation expiration",
    "Automatic VM activation expiration",
    "Time remaining",
    "Remaining grace",
  ),
  ...en("minutes", "Grace Period Remaining"),
  // A description without a key: somebody has removed the key.
  ...en("firmwareKey", "OA3xOriginalProductKey", "OA3xOriginalProductKeyDescription"),
  ...en("version", "Software licensing service version"),
  ...en(
    "known",
    "Activation ID",
    "Extended PID",
    "Installation ID",
    "Processor Certificate URL",
    "Machine Certificate URL",
    "Use License URL",
    "Product Key Certificate URL",
    "Validation URL",
    "Remaining Windows rearm count",
    "Remaining SKU rearm count",
    "Remaining App rearm count",
    "Trusted time",
    "Evaluation End Date",
    "License Family",
    "License Is Addon",
    "SKU ID",
    "ID",
    "PSComputerName",
    "Node",
    "Offline Installation Id",
    "Product Key ID",
    "Genuine Status",
    "Product Key URL",
  ),
]);

/** Answers of `slmgr /xpr` and `/ato`, from the script itself. */
export const ENGLISH_SENTENCES: readonly {
  letters: string;
  status: LicenseStatus;
  permanent?: boolean;
  ends?: boolean;
  timebased?: boolean;
}[] = [
  { letters: "themachineispermanentlyactivated", status: "licensed", permanent: true },
  { letters: "productactivatedsuccessfully", status: "licensed" },
  { letters: "volumeactivationwillexpire", status: "licensed", ends: true },
  { letters: "timebasedactivationwillexpire", status: "licensed", ends: true, timebased: true },
  { letters: "automaticvmactivationwillexpire", status: "licensed", ends: true },
  { letters: "initialgraceperiodends", status: "grace", ends: true },
  { letters: "additionalgraceperiodends", status: "grace", ends: true },
  { letters: "nongenuinegraceperiodends", status: "grace", ends: true },
  { letters: "extendedgraceperiodends", status: "grace", ends: true },
  { letters: "windowsisinnotificationmode", status: "notification" },
];

/** No language but English. */
export const NO_WORDS: LicenseWords = {
  labels: new Map(),
  values: new Map(),
  sentences: [],
  missing: [],
};
