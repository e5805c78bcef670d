import type { Metadata } from "next";
import { Blank, Boxes, CodeToPhone, PcName, Sheet, YES_NO } from "@/components/print/sheet";
import { FIXED_PAGES } from "@/lib/site/kinds";

const page = FIXED_PAGES.runSheet;

export const metadata: Metadata = { title: page.title, robots: { index: false } };

const WHO_PAYS = [
  { id: "shop", text: "shop" },
  { id: "owner", text: "owner" },
];

/** Two pages that go with the PC: what the shop answers and does, what the owner does before and after. */
export default function RunSheetPage() {
  return (
    <Sheet address={page.address} title={page.title}>
      <section aria-labelledby="shop" className="sheet-page">
        <h2 id="shop">For the repair shop</h2>
        <div className="sheet-grid">
          <Blank label="PC name" />
          <Blank label="Edition" fill="edition" />
          <Blank label="Owner, phone" />
          <Blank label="Part to be changed" />
        </div>
        <div className="sheet-warning">
          <p>
            <b>
              If Windows came with this PC, a new board usually needs a new license. Please answer
              before you start:
            </b>
          </p>
          <Boxes label="Do you replace the board under the maker’s warranty?" options={YES_NO} />
          <Boxes
            label="Do you write the Windows license data into the new board?"
            options={YES_NO}
          />
          <Boxes
            label="If Windows is not activated afterwards, who pays for a license?"
            options={WHO_PAYS}
          />
        </div>
        <h2>During the repair</h2>
        <ul className="sheet-todo">
          <li>Keep the same edition.</li>
          <li>Do not rename the PC.</li>
          <li>Do not remove accounts or the product key.</li>
          <li>It asks for a recovery key? Call the owner.</li>
        </ul>
        <h2>Work done</h2>
        <Blank label="Parts changed" />
        <Blank label="The Activation page says now (whole sentence)" />
        <Blank label="" />
        <div className="sheet-sign">
          <Blank label="Shop" />
          <Blank label="Date" />
          <Blank label="Signature" />
        </div>
        <p className="sheet-foot">This sheet holds no password and no product key.</p>
      </section>
      <section aria-labelledby="owner" className="sheet-page">
        <h2 id="owner">
          <PcName otherwise="For the owner" />
        </h2>
        <h3>Before</h3>
        <ul className="sheet-todo">
          <li>Sentence read: it ends with “linked to your Microsoft account”.</li>
          <li>Name of the PC and edition noted on this sheet.</li>
          <li>Sign-in to the account tried on another device.</li>
          <li>Recovery key on paper, and not in the bag with the PC.</li>
          <li>Files copied to another disk.</li>
          <li>Drive protection paused, if it is on.</li>
        </ul>
        <h3>After</h3>
        <ul className="sheet-todo">
          <li>Go online. Open the Activation page of Settings, and read the sentence.</li>
          <li>
            Not activated? <b>Troubleshoot</b>, <b>I changed hardware on this device recently</b>,
            sign in, pick this PC, tick <b>This is the device I’m using right now</b>,{" "}
            <b>Activate</b>.
          </li>
          <li>Still not? Show the shop its answers on the first page. Buy a license last.</li>
          <li>Remove an old entry of this PC from the account only when all is activated.</li>
        </ul>
        <Blank label="Notes" />
        <Blank label="" />
        <CodeToPhone />
      </section>
    </Sheet>
  );
}
