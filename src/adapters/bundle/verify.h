#pragma once

#include "adapters/bundle/bundle.h"

// The nine steps of docs/formats/bundle.md over a bundle that a stranger hands in. Independent of the desk
// that made it: own decoder (account.h), own arithmetic (exact.h), own rules (figures.h).
namespace ponte::bundle {

namespace refusals {
inline constexpr RefusalKind key_differs{"bundle.key_differs", Remedy::correct};
inline constexpr RefusalKind signature_wrong{"bundle.signature_wrong", Remedy::correct};
inline constexpr RefusalKind root_differs{"bundle.root_differs", Remedy::correct};
inline constexpr RefusalKind leaf_differs{"bundle.leaf_differs", Remedy::correct};
inline constexpr RefusalKind opened_differs{"bundle.opened_differs", Remedy::correct};
inline constexpr RefusalKind frozen_differs{"bundle.frozen_differs", Remedy::correct};
inline constexpr RefusalKind rows_differ{"bundle.rows_differ", Remedy::correct};
inline constexpr RefusalKind commitments_differ{"bundle.commitments_differ", Remedy::correct};
inline constexpr RefusalKind figures_differ{"bundle.figures_differ", Remedy::correct};
inline constexpr RefusalKind row_unreadable{"bundle.row_unreadable", Remedy::correct};
}  // namespace refusals

// What was checked, to be said to whoever asked.
struct Checked {
    std::string plan;
    std::string audience;
    Date as_at;
    bool demonstration = false;
    std::string origin;              // of the log
    std::uint64_t size = 0;          // of the checkpoint
    Digest root;
    std::uint64_t position = 0;
    std::uint64_t frozen = 0;
    std::string log_key;
    bool key_was_given = false;      // and is the bundle's; else the bundle's own word was taken for it
    std::size_t figures = 0;
    std::size_t series = 0;
    std::size_t rows_shown = 0;
    std::size_t rows_hidden = 0;
    std::vector<std::string> steps_passed;  // "lines", "signature", ...: nine of them
};

// `log_key` as it came another way, when it did. Every refusal has the place "line N".
[[nodiscard]] Outcome<Checked> verify(std::string_view bundle_text, const std::optional<std::string>& log_key);

}  // namespace ponte::bundle
