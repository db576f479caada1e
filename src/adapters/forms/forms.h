#pragma once

#include "adapters/forms/form.h"
#include "base/bytes.h"

// Forms as Excel and Word files, out and back. A file that comes back was opened, sorted, retyped and saved
// by programs and people we do not know; nothing is taken from it that is not asked for, and everything
// that is wrong in it is told at once, cell by cell.
namespace ponte::forms {

namespace refusals {
// Of the file as a whole. xlsx.*, docx.* and zip.* come through as they are.
inline constexpr RefusalKind not_a_form{"forms.not_a_form", Remedy::correct};              // neither Excel nor Word
inline constexpr RefusalKind identity_missing{"forms.identity_missing", Remedy::correct};  // no form of ours, or its marks were taken away
inline constexpr RefusalKind identity_changed{"forms.identity_changed", Remedy::correct};
inline constexpr RefusalKind other_round{"forms.other_round", Remedy::correct};  // of another round or plan; subject: which
inline constexpr RefusalKind other_body{"forms.other_body", Remedy::correct};
inline constexpr RefusalKind old_generation{"forms.old_generation", Remedy::reread};  // the form was sent again since
// Of a sheet or table.
inline constexpr RefusalKind sheet_missing{"forms.sheet_missing", Remedy::correct};
inline constexpr RefusalKind head_changed{"forms.head_changed", Remedy::correct};  // columns moved, inserted or renamed
// Of a row: keys decide, so any order will do.
inline constexpr RefusalKind row_missing{"forms.row_missing", Remedy::correct};  // subject: the key
inline constexpr RefusalKind row_repeated{"forms.row_repeated", Remedy::correct};
inline constexpr RefusalKind row_unknown{"forms.row_unknown", Remedy::correct};  // inserted, or its key cell changed
inline constexpr RefusalKind printed_text_changed{"forms.printed_text_changed", Remedy::correct};  // also: sorted without its key
// Of a cell.
inline constexpr RefusalKind number_missing{"forms.number_missing", Remedy::correct};
inline constexpr RefusalKind source_missing{"forms.source_missing", Remedy::correct};
inline constexpr RefusalKind period_unreadable{"forms.period_unreadable", Remedy::correct};
inline constexpr RefusalKind date_unreadable{"forms.date_unreadable", Remedy::correct};
inline constexpr RefusalKind choice_unknown{"forms.choice_unknown", Remedy::correct};
inline constexpr RefusalKind number_and_nothing{"forms.number_and_nothing", Remedy::correct};
inline constexpr RefusalKind reason_missing{"forms.reason_missing", Remedy::correct};  // "other" without a note
inline constexpr RefusalKind action_date_missing{"forms.action_date_missing", Remedy::correct};
inline constexpr RefusalKind action_text_missing{"forms.action_text_missing", Remedy::correct};
inline constexpr RefusalKind text_too_long{"forms.text_too_long", Remedy::correct};
inline constexpr RefusalKind stray_text{"forms.stray_text", Remedy::correct};  // typed where nothing is asked
inline constexpr RefusalKind too_many_faults{"forms.too_many_faults", Remedy::correct};  // the last of a full list
}  // namespace refusals

inline constexpr std::size_t faults_max = 200;
inline constexpr std::size_t lines_max = 2000;  // Lines, and duties, of one form.

// The same bytes for the same form. Fault: xlsx.not_written, docx.not_written (a text that is not UTF-8, a
// form of too many lines).
[[nodiscard]] Attempt<Bytes> to_xlsx(const Form& form);
[[nodiscard]] Attempt<Bytes> to_docx(const Form& form);

// Which form a file is, before anybody knows what was asked by it. Excel or Word: told by the file itself.
[[nodiscard]] Outcome<Identity> identify(ByteView file);

// What came back, or everything that is wrong with it: `faults` is empty exactly when `answer` is whole.
// Faults stand in the order of the file; those of the whole file come alone.
struct Reading {
    Return answer;
    std::vector<Refusal> faults;
};

// Reads a file as the answer to the form that was asked (made again from the record: identity, lines and
// duties must be those of its generation).
[[nodiscard]] Reading read(ByteView file, const Form& asked);

}  // namespace ponte::forms
