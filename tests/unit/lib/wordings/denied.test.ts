import { expect, test } from "vitest";
import { readText } from "@/lib/wordings/read-text";
import { readLanguages } from "@/tests/fixtures/languages";

const languages = readLanguages();

/** What an answer claims, if it is that Windows is activated, or more. */
function claimOf(text: string): string | undefined {
  const { output, wording } = readText(text, { languages, messages: [] });
  if (output.readable && output.status === "licensed") return "licensed";
  const claim = wording?.how === "language" ? undefined : (wording?.key ?? wording?.state);
  return /^(?:activated|digital|linked|state_active|slmgr_(?:permanent|value_licensed|status_licensed))/.test(
    claim ?? "",
  )
    ? claim
    : undefined;
}

/** Deactivated, not linked, no longer, hardly and the like. None says that Windows is activated, or linked. */
const DENIED = `
Windows is gedeactiveerd
Windows is gedeactiveerd.
Windows is niet meer geactiveerd
Windows werd gedeactiveerd
Windows is nog niet geactiveerd
Windows is geactiveerd geweest
De licentie van Windows is verlopen
Windows is nooit geactiveerd
Windows is ongeactiveerd
Windows is niet-geactiveerd
Windows is geactiveerd met een digitale licentie die niet is gekoppeld aan uw Microsoft-account
Windows is geactiveerd met een digitale licentie, ontkoppeld van uw Microsoft-account
Windows ist deaktiviert
Windows ist inaktiv
Windows ist nicht mehr aktiviert
Windows ist unaktiviert
Windows wurde deaktiviert
Windows ist noch nicht aktiviert
Windows ist mit einer digitalen Lizenz aktiviert, die nicht mit Ihrem Microsoft-Konto verknüpft ist
Windows ist kaum aktiviert
Lizenzstatus: Nicht lizenziert
Lizenzstatus: Unlizenziert
Lizenzstatus: Deaktiviert
Inaktiv
Nicht aktiv
Windows ist nicht-aktiviert
Windows ist scheinbar aktiviert
Der Computer ist nicht dauerhaft aktiviert.
Der Computer ist dauerhaft deaktiviert
Windows ist mit einer digitalen Lizenz aktiviert, die nicht mehr mit Ihrem Microsoft-Konto verknüpft ist.
Windows ist mit einer von Ihrem Microsoft-Konto getrennten digitalen Lizenz aktiviert
Windows ist aktiviert mit einer entkoppelten Lizenz Ihres Microsoft-Kontos
Windows est désactivé
Windows est inactif
Inactif
Désactivé
Windows n'est plus activé
Windows n'est pas activé
Windows est non activé
Windows a été désactivé
Windows est desactive
Windows est activé avec une licence numérique non liée à votre compte Microsoft
Windows est activé avec une licence numérique dissociée de votre compte Microsoft
Windows est pas activé
Windows est à peine activé
Windows nest pas activé
Windows non-activé
Windows est activé avec une licence numérique déliée de votre compte Microsoft
L’ordinateur n'est pas activé de façon permanente
Windows está desactivado
Windows está inactivo
Windows ya no está activado
Windows no está activado
Inactivo
Desactivado
No activo
Windows fue desactivado
Windows está activado con una licencia digital no vinculada a tu cuenta Microsoft
Windows está activado con una licencia digital desvinculada de tu cuenta Microsoft
Estado de la licencia: Sin licencia
Estado de la licencia: No autorizado
Estado de la licencia: sin Licencia
Windows sin activar
Windows está sin activar
Windows no-activado
Estado de la licencia: Desactivado
Windows è disattivato
Windows disattivato
Windows non è attivato
Windows non è più attivato
Windows è inattivo
Inattivo
Windows è stato disattivato
Windows è attivato con una licenza digitale non collegata all'account Microsoft
Windows è attivato con una licenza digitale scollegata dall'account Microsoft
Windows e disattivato
Non attivo
O Windows está desativado
O Windows está inativo
O Windows não está ativado
O Windows não está mais ativado
Inativo
Desativado
O Windows foi desativado
O Windows está ativado com uma licença digital não vinculada à sua conta da Microsoft
O Windows está ativado com uma licença digital desvinculada da sua conta da Microsoft
O Windows nao esta ativado
O Windows ainda não está ativado
Status da Licença: Não Licenciado
A máquina não está permanentemente ativada
Não ativo
O Windows está desativado
O Windows não está ativado
O Windows já não está ativado
System Windows jest nieaktywny
Nieaktywny
System Windows nie jest aktywowany
System Windows jest dezaktywowany
System Windows jest nieaktywowany
System Windows został dezaktywowany
System Windows nie jest już aktywowany
System Windows jest aktywowany za pomocą licencji cyfrowej niepołączonej z kontem Microsoft
System Windows jest aktywowany za pomocą licencji cyfrowej odłączonej od konta Microsoft
Nieaktywne
Windows jest nieaktywowany
Systém Windows je deaktivován
Systém Windows není aktivován
Systém Windows je neaktivní
Neaktivní
Systém Windows už není aktivovaný
Systém Windows je neaktivovaný
Windows je neaktivovan
Systém Windows je aktivovaný digitální licencí nepropojenou s vaším účtem Microsoft
Systém Windows byl deaktivován
Systém Windows je deaktivovaný
Systém Windows nie je aktivovaný
Systém Windows je neaktívny
Neaktívne
Systém Windows už nie je aktivovaný
Systém Windows je neaktivovaný
Система Windows деактивирована
Система Windows не активирована
Windows неактивирована
Система Windows больше не активирована
Неактивно
Не активно
Активация Windows не выполнена
Система Windows не активна
Система Windows неактивна
Система Windows активирована с помощью цифровой лицензии, не привязанной к учетной записи Майкрософт
Система Windows активирована с помощью цифровой лицензии, отвязанной от учетной записи Майкрософт
Активация Windows отключена
Windows не была активирована
Состояние лицензии: нет лицензии
Состояние лицензии: не имеет лицензии
Windows деактивовано
Windows не активовано
Windows неактивовано
Неактивно
Windows більше не активовано
Windows etkin değil
Windows devre dışı
Windows etkinleştirilmedi
Windows etkinleştirilmemiş
Windows etkin değildir
Etkin değil
Windows artık etkinleştirilmiş değil
Windows etkinleştirilmiş değil
Windows etkinsiz
Windows, Microsoft hesabınıza bağlı olmayan dijital bir lisansla etkinleştirildi
Windows chưa được kích hoạt
Windows không được kích hoạt
Windows đã bị vô hiệu hóa
Windows chưa kích hoạt
Windows không còn được kích hoạt
Windows chua duoc kich hoat
Windows đã hủy kích hoạt
Windows はライセンス認証されていません
Windowsはライセンス認証されていない
Windows のライセンス認証が解除されました
Windows は無効です
非アクティブ
アクティブではありません
Windows はもうライセンス認証されていません
未認証
Windows は未認証です
お使いの Windows はライセンス認証済みではありません
Windows は、Microsoft アカウントにリンクされていないデジタル ライセンスによってライセンス認証されています
ライセンスされていません
ライセンスの状態: ライセンスされていません
Windows가 정품 인증되지 않았습니다
Windows 정품 인증이 해제되었습니다
비활성
비활성화됨
Windows가 비활성화되었습니다
Windows 정품 인증 안 됨
활성 아님
미인증
Windows가 Microsoft 계정에 연결되지 않은 디지털 라이선스로 정품 인증되었습니다
Windows 未激活
未激活
Windows 尚未激活
Windows 已停用
Windows 没有激活
Windows 不再激活
非活动
不活动
已取消激活
Windows 已取消激活
Windows 已反激活
Windows 使用未链接到你的 Microsoft 帐户的数字许可证激活
Windows 已使用与 Microsoft 帐户取消关联的数字许可证激活
未授权
许可证状态: 未授权
许可证状态: 未 已授权
许可证状态：尚未授权
Windows 沒有啟用
Windows 未啟用
Windows已经不是激活状态
Windows 并未激活
Windows 处于未激活状态
Windows 激活已失效
Windows 激活失败
Windows ikke aktivert
Windows er deaktivert
Windows er ikke aktiveret
Windows är inte aktiverat
Windows är avaktiverat
Windows ei ole aktivoitu
Windows nincs aktiválva
A Windows nincs aktiválva
Windows nu este activat
Windows este dezactivat
Windows nije aktiviran
Windows ni aktiviran
Windows är inaktiverat
Windows δεν είναι ενεργοποιημένα
Windows غير منشط
Windows לא מופעל
Windows ยังไม่ได้เปิดใช้งาน
Windows tidak diaktifkan
Windows tidak aktif
Windows neaktyvuota
Windows не е активиран
Windows не е активирана
Windows није активиран
Windows no està activat
Windows non está activado
Windows er deaktiveret
Windows inaktiivinen
Windows is not active
Windows is deactivated
Windows is no longer activated
Windows isnt activated
Windows is inactive
Windows was deactivated
windows activated not
Windows is unactivated
Windows is de-activated
Windows is non-activated
Windows is activated with a digital license not linked to your Microsoft account
Windows is activated with a digital license unlinked from your Microsoft account
Not licensed
License Status: Not licensed
License Status: not Licensed
License Status: Non-licensed
License Status: Un-licensed
License Status: un licensed
LicenseStatus: NotLicensed
License Status: Licensed = No
License Status: Licensed: False
License Status: Licensed (expired)
License Status: Licensed - expired
The machine is not permanently activated.
The machine is permanently deactivated.
The machine is permanently activated? No
License Status: Licensed until yesterday
LicenseStatus: 10
Licensed: no
License status: Licensed no longer
Windows ist aktiviert. Windows is not activated.
It should say License Status: Licensed
Norton 360\\nLicense Status: Licensed
Microsoft 365 Apps\\nLicense Status: Licensed
O Windows estaria ativado
Windows ist nur teilweise aktiviert
Windows активирована не полностью
Windows 已激活了没
`
  .trim()
  .split("\n");

test.each(DENIED)("no state is claimed for: %s", (text) => {
  expect(claimOf(text.replace("\\n", "\n"))).toBeUndefined();
});

const PREFIXES =
  "de des dés dez dis un in non- non nicht- niet- on ent nie nie- ne ne- не де de- não- no- in-".split(
    " ",
  );
const WIDE_PREFIXES = ["未", "不", "非", "没", "無"];
const NEGATIONS =
  `nicht|niet|pas|plus|no|non|não|nie|není|neni|не|нет|değil|degil|không|chưa|ikke|inte|ei|nem|nu|not|never|ya no|nunca|mai|jamais|nooit|nigdy|nikdy|ніколи|никогда|asla|kein|geen|sin|sem|senza|sans|ohne|bez|без|zonder|未|不|没有|非|ません|않습니다|안|off|keineswegs|tampoco|neither`.split(
    "|",
  );
const STATES =
  /^(?:activated|digital|linked|state_active|slmgr_permanent|slmgr_value_licensed|slmgr_status_licensed)/;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Each wording of a state with a negation of any language before or behind each of its words, or glued to one. */
function deniedWordings(): string[] {
  const found = new Set<string>();
  for (const { wordings, signs } of languages)
    for (const [key, wording] of wordings) {
      if (!STATES.test(key)) continue;
      const about = [...(signs?.activated ?? []), ...(signs?.linked ?? [])].map((sign) =>
        sign.toLowerCase().slice(0, 5),
      );
      for (const text of wording.split(" | ")) {
        // Behind a full stop, another sentence begins.
        const words = text.replace(/[.。]$/, "").split(" ");
        for (const [i, word] of words.entries()) {
          const put = (instead: string) =>
            found.add([...words.slice(0, i), instead, ...words.slice(i + 1)].join(" "));
          for (const negation of NEGATIONS) {
            put(`${negation} ${word}`);
            put(`${word} ${negation}`);
          }
          const isLast = i === words.length - 1;
          if (about.some((sign) => word.toLowerCase().includes(sign)) || (isLast && /^s/.test(key)))
            for (const prefix of WIDE.test(word) ? WIDE_PREFIXES : PREFIXES) put(prefix + word);
        }
      }
    }
  return [...found];
}

test("no wording with a negation in it claims a state", () => {
  const all = deniedWordings();
  expect(all.length).toBeGreaterThan(10_000);
  // A part of them, spread over all, takes a few seconds.
  const texts = all.filter((_, i) => i % 7 === 0);
  expect(texts.filter((text) => claimOf(text) !== undefined)).toEqual([]);
}, 120_000);
