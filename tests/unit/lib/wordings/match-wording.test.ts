import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { wordingsSchema } from "@/lib/schema/wordings";
import { matchWording } from "@/lib/wordings/match-wording";
import { candidatesOfMatch, pageOfMatch, wordingText } from "@/lib/wordings/wording-text";
import { readLanguages } from "@/tests/fixtures/languages";

const languages = readLanguages();
const match = (text: string) => matchWording(text, languages);

it.each([
  ["Windows n'est pas activé", "fr", "/messages/not-activated"],
  ["Windows n’est pas activé.", "fr", "/messages/not-activated"],
  ["Windows no está activado", "es", "/messages/not-activated"],
  ["Windows ist nicht aktiviert", "de", "/messages/not-activated"],
  ["O Windows não está ativado", "pt-BR", "/messages/not-activated"],
  ["Windows non è attivato", "it", "/messages/not-activated"],
  ["Windows is niet geactiveerd. Activeer Windows nu.", "nl", "/messages/not-activated"],
  ["System Windows nie został aktywowany", "pl", "/messages/not-activated"],
  ["Windowsはライセンス認証されていません", "ja", "/messages/not-activated"],
  ["Система Windows не активирована", "ru", "/messages/not-activated"],
  [
    "System Windows został aktywowany przy użyciu licencji cyfrowej połączonej z Twoim kontem Microsoft",
    "pl",
    "/messages/digital-license-linked",
  ],
  [
    "system windows zostal aktywowany przy uzyciu licencji cyfrowej",
    "pl",
    "/messages/digital-license",
  ],
  [
    "Systém Windows je aktivovaný pomocí digitální licence propojené s vaším účtem Microsoft",
    "cs",
    "/messages/digital-license-linked",
  ],
  [
    "WindowsはMicrosoftアカウントにリンクされたデジタルライセンスによってライセンス認証されています",
    "ja",
    "/messages/digital-license-linked",
  ],
  [
    "Windows 已使用与 Microsoft 账户关联的数字许可证激活",
    "zh-CN",
    "/messages/digital-license-linked",
  ],
  ["Windows 已激活", "zh-CN", "/messages/activated"],
  ["Windows est activé", "fr", "/messages/activated"],
  ["Actif", "fr", "/messages/active"],
  ["Activer Windows\nAccédez aux paramètres pour activer Windows.", "fr", "/messages/watermark"],
  ["Windows aktivieren", "de", "/messages/watermark"],
  ["Modifier la clé de produit", "fr", "/glossary/product-key"],
  ["Einstellungen > System > Aktivierung", "de", "/glossary/activation-page"],
])("%s is %s and leads to %s", (text, lang, page) => {
  const found = match(text);
  expect(found?.language?.lang).toBe(lang);
  expect(found && pageOfMatch(found)).toBe(page);
});

it("says activated and nothing of the link where only that is known", () => {
  for (const text of [
    "Windows est activé avec une licence numérique liée à votre compte Microsoft",
    "Windows wurde mit einer digitalen Lizenz aktiviert, die mit Ihrem Microsoft-Konto verknüpft ist",
    "Windows está activado con una licencia digital vinculada a tu cuenta de Microsoft",
    "Windows è attivato con una licenza digitale collegata al tuo account Microsoft",
  ]) {
    const found = match(text);
    expect(found).toMatchObject({ how: "part", state: "activated", namesMicrosoft: true });
    if (!found) continue;
    expect(pageOfMatch(found)).toBeUndefined();
    expect(candidatesOfMatch(found)[0]).toBe("/messages/digital-license-linked");
    expect(wordingText(found).text).toContain("not certain");
  }
});

it("says linked where the words do, and not where they deny it or name no account", () => {
  const seems = (text: string) => match(text)?.seemsLinked ?? false;
  for (const text of [
    "Windows est activé avec une licence numérique liée à votre compte Microsoft",
    "Windows wurde mit einer digitalen Lizenz aktiviert, die mit Ihrem Microsoft-Konto verknupft ist",
    "Windows está activado con una licencia digital vinculada a tu cuenta de Microsoft",
  ]) {
    expect(seems(text), text).toBe(true);
    const found = match(text);
    expect(found && wordingText(found).title).toBe("It says: activated, and probably linked");
  }
  for (const text of [
    "Windows est activé avec une licence numérique",
    "Windows est activé, mais pas liée à votre compte Microsoft",
    "Windows ist nicht aktiviert, mit Ihrem Microsoft-Konto verknüpft",
    "Windows está activado. Agregue su cuenta de Microsoft",
    "Windows is geactiveerd. Mijn Microsoft-account is niet gekoppeld.",
    "Windows está activado con una licencia digital. Mi cuenta Microsoft no está vinculada",
    "Windows está activado con una licencia digital. ¿Está vinculada a mi cuenta Microsoft?",
    "Windows est activé avec une licence numérique non liée à votre compte Microsoft",
    "Windows est activé avec une licence numérique qui n'est liée à aucun compte Microsoft",
    "Windows wurde mit einer digitalen Lizenz aktiviert, die mit keinem Microsoft-Konto verknüpft ist",
    "Windows è attivato con una licenza digitale non collegata al tuo account Microsoft",
    "O Windows está ativado com uma licença digital ainda não vinculada à sua conta da Microsoft",
  ])
    expect(seems(text), text).toBe(false);
});

it("reads “not activated” beside the words for activating", () => {
  for (const [text, lang] of [
    ["Windows non è attivato. Attiva Windows ora.", "it"],
    ["Windows n’est pas encore activé. Activez Windows maintenant.", "fr"],
    ["Windows no se ha activado", "es"],
    ["Windows ya no está activado", "es"],
    ["O Windows não foi ativado", "pt-BR"],
    ["Systém Windows není aktivovaný", "cs"],
    ["Windows chưa được kích hoạt", "vi"],
    ["Windows пока не активирована", "ru"],
    ["Windows 不是已激活状态", "zh-CN"],
    ["Windows 10 Famille n'est pas activé.", "fr"],
    ["Windows kann auf diesem Gerät nicht aktiviert werden, weil Sie keine Lizenz besitzen", "de"],
  ] as const) {
    const found = match(text);
    expect(found?.language?.lang, text).toBe(lang);
    expect(found && pageOfMatch(found), text).toBe("/messages/not-activated");
  }
});

it("claims neither state where a sentence only speaks of one", () => {
  for (const text of [
    "Wenn Windows mit einer digitalen Lizenz aktiviert ist",
    "Ist Windows mit einer digitalen Lizenz aktiviert",
    "Windows muss jetzt aktiviert werden",
    "Windows ist aktiviert, wenn Sie sich mit Ihrem Konto anmelden",
    "Windows ist mit keiner digitalen Lizenz aktiviert",
    "Windows ist mit einer digitalen Lizenz aktiviert, aber nicht mit meinem Konto verknüpft",
    "Windows ist nicht mit meinem Konto verknüpft, aber aktiviert",
    "Windows wurde durch eine digitale, nicht mit Ihrem Microsoft-Konto verknüpfte Lizenz aktiviert",
    "Windows n'est plus activé",
    "Windows n’est plus activé",
    "Si Windows est activé avec votre compte Microsoft",
    "Windows doit être activé avec votre compte",
    "Windows n'a jamais été activé",
    "Windows est activé ?",
    "Si Windows está activado con una licencia digital",
    "Windows debe estar activado con su cuenta",
    "Windows non está activado",
    "O Windows precisa ser ativado agora com sua conta",
    "Windows deve essere attivato ora con una licenza",
    "Windows is geactiveerd met een digitale licentie, maar niet gekoppeld aan uw account",
    "Windows moet nu worden geactiveerd",
    "Als Windows is geactiveerd met een digitale licentie",
    "System Windows musi zostać aktywowany przy użyciu klucza",
    "Systém Windows nebyl aktivován pomocí digitální licence",
    "Windows cần được kích hoạt",
    "Если Windows активирована с помощью цифровой лицензии",
    "Windows активирована, но не привязана к учетной записи Microsoft",
    "Windows はライセンス認証されていますか？",
    "Windows 已激活吗",
    "如果 Windows 已激活",
    "Windows 已激活，但未关联 Microsoft 帐户",
  ]) {
    const found = match(text);
    expect(found?.how, text).toBe("language");
    expect(found && pageOfMatch(found), text).toBeUndefined();
  }
  // Galician has Spanish words.
  expect(match("Windows non está activado")?.language).toBeUndefined();
});

it("knows that a sentence is not English, also where the language has no wordings", () => {
  for (const text of [
    "Windows er ikke aktiveret",
    "Windows er aktivert med en digital lisens koblet til Microsoft-kontoen din",
    "Windows har inte aktiverats",
    "Windowsia ei ole aktivoitu",
    "A Windows nincs aktiválva",
    "Windows nu este activat",
    "Windows nije aktiviran",
    "Windows tidak diaktifkan",
    "Windows is nie geaktiveer nie",
    "System Windows został dezaktywowany",
    "O Windows está activado",
    "No activado",
  ]) {
    const found = match(text);
    expect(found?.how, text).toBe("language");
  }
});

it("claims nothing of a sentence whose words it does not know, and never the opposite", () => {
  for (const text of [
    "Windows está desactivado",
    "Windows a été désactivé",
    "Windows wurde deaktiviert",
    "Windows este activat cu o licență digitală",
    "Windows är inte aktiverat på den här datorn",
    "Windows etkinleştirilmedi",
    "comment savoir si Windows est activé ?",
    "warum ist Windows nicht aktiviert und was mache ich mit dem Konto",
    "لم يتم تنشيط Windows",
    "Windows לא מופעל",
    "Το Windows δεν έχει ενεργοποιηθεί",
  ]) {
    const found = match(text);
    expect(found?.state, text).toBeUndefined();
    expect(found?.key, text).toBeUndefined();
    if (found) expect(candidatesOfMatch(found)).toEqual([]);
  }
});

it("leaves English alone", () => {
  for (const text of [
    "Windows is activated with a digital license linked to your Microsoft account",
    "Windows is not activated",
    "administrator",
    "no key on my PC",
    "café activation",
    "my est. cost of a new license",
    "description",
    "activate windows",
    "0xC004F211",
    "",
    " \n",
  ])
    expect(match(text), text).toBeUndefined();
});

it("never matches a lead as what it is said to be", () => {
  for (const file of readdirSync("content/wordings")) {
    const { leads } = wordingsSchema.parse(parse(readFileSync(`content/wordings/${file}`, "utf8")));
    for (const { key, text } of leads) {
      const found = match(text);
      expect(found?.how === "known" ? found.key : undefined, text).not.toBe(key);
    }
  }
});

it("finds every wording by itself, in its language or in one that words it alike", () => {
  for (const { lang, wordings } of languages) {
    for (const [key, text] of wordings) {
      if (key.startsWith("slmgr_") || key === "command_missing") continue;
      const found = match(text.replaceAll("{product}", "Windows").replace(" | ", "\n"));
      if (found?.language?.lang !== lang) expect(found?.key ?? key, `${lang} ${text}`).toBe(key);
    }
  }
});
