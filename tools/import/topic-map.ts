/** Tags and categories of legacy articles, in lower case, and our topics. */
const TOPIC_OF_TAG: Readonly<Record<string, string>> = {
  activation: "activation",
  "activate windows": "activation",
  "windows activation": "activation",
  aktivierung: "activation",
  激活: "activation",
  troubleshooting: "activation",
  hardware: "hardware-change",
  "hardware change": "hardware-change",
  motherboard: "hardware-change",
  upgrade: "hardware-change",
  license: "licenses",
  licenses: "licenses",
  licence: "licenses",
  licensing: "licenses",
  lizenz: "licenses",
  "windows license": "licenses",
  oem: "licenses",
  retail: "licenses",
  linking: "linking",
  "digital license": "linking",
  "link license": "linking",
  account: "microsoft-account",
  "microsoft account": "microsoft-account",
  microsoftaccount: "microsoft-account",
  msa: "microsoft-account",
  privacy: "privacy-and-safety",
  security: "privacy-and-safety",
  scam: "privacy-and-safety",
  "product key": "product-keys",
  productkey: "product-keys",
  "windows key": "product-keys",
  "windows 10": "windows-10",
  windows10: "windows-10",
  win10: "windows-10",
  "windows 11": "windows-11",
  windows11: "windows-11",
  win11: "windows-11",
  enterprise: "work-and-school",
  volume: "work-and-school",
  work: "work-and-school",
  school: "work-and-school",
};

/** The topic of a tag in any spelling; undefined if it is none of ours. */
export function topicOfTag(tag: string): string | undefined {
  return TOPIC_OF_TAG[
    tag
      .toLowerCase()
      .replace(/[\s_-]+/g, " ")
      .trim()
  ];
}
