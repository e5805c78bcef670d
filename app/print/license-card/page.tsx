import type { Metadata } from "next";
import { Blank, Boxes, CodeToPhone, PcName, Sheet, YES_NO } from "@/components/print/sheet";
import { MessageSaid } from "@/components/guide/message-said";
import { ScriptSlot } from "@/components/layout/raw-html";
import { FIXED_PAGES } from "@/lib/site/kinds";

const page = FIXED_PAGES.licenseCard;

export const metadata: Metadata = { title: page.title, robots: { index: false } };

/** One page to find in a year: what was seen, which account it is, what to do after a repair. */
export default function LicenseCardPage() {
  return (
    <Sheet address={page.address} title={page.title}>
      <section aria-labelledby="card" className="sheet-page">
        <h2 id="card">
          <PcName otherwise="This PC’s Windows license" />
        </h2>
        {/* browser/print-sheet.ts shows the one that fits what was seen; a blank form claims nothing. */}
        <div className="sheet-said" data-said="linked" hidden>
          <p>The Activation page of this PC said, to be checked once more when you print this:</p>
          <MessageSaid id="digital-license-linked" />
        </div>
        <div className="sheet-said" data-said="not-linked" hidden>
          <p>
            <b>Not linked to a Microsoft account yet.</b> Once it is, write the whole sentence here:
          </p>
          <Blank label="" />
          <Blank label="" />
        </div>
        <div className="sheet-said" data-said="blank">
          <p>The Activation page of this PC says (write down the whole sentence):</p>
          <Blank label="" />
          <Blank label="" />
        </div>
        <div className="sheet-grid">
          <Blank label="Name of the PC in the account" />
          <Blank label="Edition (must stay the same)" fill="edition" />
          <Blank
            label={
              <>
                Microsoft account, written out <ScriptSlot as="span" data-fill="account" />
              </>
            }
          />
          <Blank label="Sentence seen on" fill="seen" />
          <Blank label="Seen by" fill="seen-by" />
          <Boxes
            label="Windows came"
            fill="origin"
            options={[
              { id: "yes", text: "with the PC" },
              { id: "no", text: "separately" },
            ]}
          />
          <Boxes label="Recovery key of the drive kept?" fill="recovery-key" options={YES_NO} />
          <Blank label="Invoice or product key is kept at" />
          <Blank label="Sign in to the account again by" fill="again" />
        </div>
        <p className="sheet-warning" data-origin-warning="" hidden>
          <b>A new board normally needs a new license</b>, even when linked. Before a repair, ask
          the maker whether it writes the license into the new board, and ask the shop who pays if
          not.
        </p>
        <h2>If Windows is not activated after a repair</h2>
        <ol className="sheet-steps">
          <li>Go online and wait some minutes. Check that the edition is still the same.</li>
          <li>
            Open the Activation page of Settings, and choose <b>Troubleshoot</b>.
          </li>
          <li>
            Choose <b>I changed hardware on this device recently</b>. Sign in with the account
            above.
          </li>
          <li>
            Pick this PC, tick <b>This is the device I’m using right now</b>, choose <b>Activate</b>
            .
          </li>
          <li>
            Refused? If Windows came with this PC, ask the PC maker or the shop. Buy a license last.
          </li>
        </ol>
        <CodeToPhone />
        <p className="sheet-foot">
          Keep this sheet away from the PC. Do not write a password on it. Until Windows is
          activated again, do not rename the PC, and do not remove it from your account.
        </p>
      </section>
    </Sheet>
  );
}
