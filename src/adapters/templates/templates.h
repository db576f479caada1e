#pragma once

#include "adapters/paper/paper.h"
#include "base/bytes.h"
#include "base/languages.h"
#include "base/outcome.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

// Papers in the layout of an office: a Word file of its own with places for what the record says.
//
//   {{title}}                           a field
//   {{measures.number}}                 a field of a list: the table's row that holds it is repeated ...
//   {{#measures}} ... {{/measures}}     ... or whatever stands between the two: part of a line, paragraphs and
//                                       tables between two paragraphs that hold the marks alone, rows between two
//                                       rows that hold the marks alone, or the one row that holds both
//                                       in different cells
//   {{?frozen}} ... {{/frozen}}         kept where the field (or list) is not empty
//   {{^frozen}} ... {{/frozen}}         kept where it is
//
// A place is found however Word has cut it into pieces; the text takes the look of its first piece. Headers,
// footers, notes and text boxes have places as the page has.
namespace ponte::templates {

// What a kind of paper has to say, in the order of a starting template.
struct Field {
    std::string name;       // "plan_title": a-z, 0-9 and _, a letter first.
    Names says;             // What it is, for people.
    bool required = false;  // A template without it is not taken.
};
struct List {
    std::string name;       // Of its own in the whole catalogue: its fields are "name.field" wherever they stand.
    Names says;
    bool required = false;
    std::vector<Field> fields;
    std::vector<List> lists;  // Repeated within each of its rows.
};
struct Catalogue {
    std::string kind;       // "dossier"
    Names says;
    std::vector<Field> fields;
    std::vector<List> lists;
};

// What is filled in. Of a run its text ("\n" is a line break), language and strength are taken. A field or list that is
// not named is empty.
struct Values {
    std::map<std::string, paper::Line> fields;
    std::map<std::string, std::vector<Values>> lists;
};

namespace refusals {
inline constexpr RefusalKind placeholder_unreadable{"templates.placeholder_unreadable", Remedy::correct};  // {{ without }}, or no name.
inline constexpr RefusalKind placeholder_unknown{"templates.placeholder_unknown", Remedy::correct};
inline constexpr RefusalKind outside_of_list{"templates.outside_of_list", Remedy::correct};  // A list's field where nothing repeats.
inline constexpr RefusalKind two_lists_in_a_row{"templates.two_lists_in_a_row", Remedy::correct};
inline constexpr RefusalKind section_unclosed{"templates.section_unclosed", Remedy::correct};
inline constexpr RefusalKind section_unopened{"templates.section_unopened", Remedy::correct};
inline constexpr RefusalKind field_missing{"templates.field_missing", Remedy::correct};
inline constexpr RefusalKind too_large{"templates.too_large", Remedy::correct};  // What comes of filling it in.
inline constexpr RefusalKind kind_unknown{"templates.kind_unknown", Remedy::correct};
}  // namespace refusals

inline constexpr std::size_t template_bytes_max = std::size_t{16} << 20;
inline constexpr std::size_t filled_nodes_max = 4'000'000;  // Elements and texts.

// Everything that is wrong with a template, in its order, what is missing last; empty: it can be filled. The subject is
// the placeholder, the place "paragraph 4", "table 2, row 5", or with the part before ("word/header1.xml, paragraph 1").
// Refused as a whole: what docx_read::open refuses (macros, what is fetched from elsewhere, zip bombs, damage), and
// fields that fetch (docx.external_link).
[[nodiscard]] Outcome<std::vector<Refusal>> check(ByteView file, const Catalogue& catalogue);

// The paper, in `language` where a run names none. The same template and values give the same bytes. Refuses as
// `check` does, with the first fault that it would tell.
[[nodiscard]] Outcome<Bytes> fill(ByteView file, const Catalogue& catalogue, const Values& values, const paper::Language& language);

// A Word file that has every place of the catalogue with its meaning, to begin from. `check` finds nothing in it.
[[nodiscard]] Attempt<Bytes> sample(const Catalogue& catalogue, Language language);

}  // namespace ponte::templates
