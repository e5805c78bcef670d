import { ScriptSlot } from "@/components/layout/raw-html";
import { getMessage } from "@/lib/content/pages";
import { GuideData } from "./guide-data";
import {
  ArrowIcon,
  MoveIcon,
  PcDrawing,
  PlusIcon,
  PrintIcon,
  ShieldIcon,
  WarningIcon,
} from "./icons";

/** The board of the reader's PCs. browser/pcs.ts fills it with what this browser has saved. */
export function PcsBoard() {
  return (
    <>
      <GuideData />
      <PcCard />
      <noscript>
        <p className="note mt-4">
          This page needs JavaScript: your PCs are saved in this browser, and no server knows them.{" "}
          <a href="/print/license-card">The License card</a> can be printed and filled in by hand.
        </p>
      </noscript>
      <p className="if-failed note mt-4">
        A part of this page did not load, so your PCs cannot be shown. They are still saved. Reload
        the page to try again.
      </p>
      {/* Not `needs-script`, which is not printed. */}
      <div className="board-page">
        <ScriptSlot
          as="p"
          className="lead text-muted mt-2 text-balance"
          data-board-summary=""
          role="status"
        />
        <ul
          className="board"
          data-board=""
          data-linked={getMessage("digital-license-linked")!.message}
        />
        <div className="board-tools needs-script no-print">
          <button type="button" className="card border-edge border-2 border-dashed" data-add="">
            <PlusIcon />
            <span>
              <b>Add a PC</b>
              <small>Give it a name, then start with its first step.</small>
            </span>
          </button>
          <button type="button" className="card" data-move="">
            <MoveIcon />
            <span>
              <b>Move to another device</b>
              <small>By link, code or file. Nothing goes through a server.</small>
            </span>
          </button>
          <button type="button" className="card" data-print-all="">
            <PrintIcon />
            <span>
              <b>Print all</b>
              <small>All PCs on paper, each with a code for a phone.</small>
            </span>
          </button>
        </div>
        <ScriptSlot
          as="p"
          className="text-muted no-print mt-5"
          data-board-saving=""
          role="status"
        />
        <ScriptSlot as="p" className="no-print mt-1" data-board-deleted="" role="status" />
      </div>
    </>
  );
}

/** One PC of the board, copied by the script. */
function PcCard() {
  return (
    <template id="pc-card">
      <li className="card pc">
        <div className="pc-top">
          <PcDrawing />
          <div className="min-w-0">
            <h2 data-pc="name" />
            <p className="text-muted" data-pc="system" />
          </div>
        </div>
        <p className="pc-state">
          <ShieldIcon />
          <WarningIcon />
          <span>
            <b data-pc="state" />
            <small data-pc="note" />
          </span>
        </p>
        <dl>
          {[
            ["verified", "Verified"],
            ["came", "Came with the PC"],
            ["account", "Account"],
          ].map(([part, term]) => (
            <div key={part}>
              <dt>{term}</dt>
              <dd data-pc={part} />
            </div>
          ))}
        </dl>
        <div className="pc-next">
          <p>
            <small className="no-print">Next step</small>
            <b data-pc="next" />
          </p>
          <a className="button no-print" data-pc-go="">
            <span data-pc="go" />
            <ArrowIcon />
          </a>
          <p className="no-print flex flex-wrap gap-x-5">
            <button type="button" className="text-button" data-pc-edit="">
              Rename
              <span className="sr-only" />
            </button>
            <button type="button" className="text-button" data-pc-remind="">
              Remind me
              <span className="sr-only" />
            </button>
            <button type="button" className="text-button" data-pc-copy="">
              Copy for support
              <span className="sr-only" />
            </button>
            <button type="button" className="text-button" data-pc-delete="">
              Delete
              <span className="sr-only" />
            </button>
          </p>
          <div className="pc-code" data-pc-code="" />
        </div>
      </li>
    </template>
  );
}
