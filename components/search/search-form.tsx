import { NO_PRODUCT_KEY_PATTERN } from "@/lib/product-key";
import type { Windows } from "@/lib/windows/version";

/** The search form. Leads to /search; browser/search.ts opens the dialog from it. */
export function SearchForm({
  id,
  query = "",
  windows,
  label = "Search",
  placeholder = "A sentence, a code or a question",
  variant,
  describedBy,
}: {
  id: string;
  query?: string;
  windows?: Windows;
  label?: string;
  placeholder?: string;
  variant: "header" | "page";
  /** The id of a message about the field. */
  describedBy?: string;
}) {
  const page = variant === "page";
  return (
    <form
      role="search"
      // Names tell two search landmarks on one page apart.
      aria-label={page ? "Page" : "Header"}
      action="/search"
      className={page ? "flex gap-2" : "header-search"}
      data-search-form={variant}
    >
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <div className={page ? "relative min-w-0 grow" : undefined}>
        <input
          id={id}
          name="q"
          type="search"
          defaultValue={query}
          placeholder={page ? placeholder : "Search"}
          maxLength={1000}
          // Keeps a product key from being sent even without script (S9).
          pattern={NO_PRODUCT_KEY_PATTERN}
          title="Leave product keys out: this site never needs one."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          aria-describedby={describedBy}
          className={page ? "field min-h-12 text-lg" : "field"}
        />
        {page ? null : (
          <kbd className="needs-script" aria-hidden="true">
            Ctrl K
          </kbd>
        )}
      </div>
      {windows ? (
        <input type="hidden" name="windows" value={windows} data-windows-field="" />
      ) : null}
      <button
        type="submit"
        className={page ? "button button-primary min-h-12 px-5 text-base" : "button"}
        data-search-opener={variant === "header" ? "" : undefined}
      >
        {page ? (
          "Search"
        ) : (
          <>
            <svg
              viewBox="0 0 20 20"
              aria-hidden="true"
              focusable="false"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              strokeLinecap="round"
            >
              <circle cx="8.5" cy="8.5" r="5.5" />
              <path d="m13 13 4.5 4.5" />
            </svg>
            <span className="sr-only">Search</span>
          </>
        )}
      </button>
    </form>
  );
}
