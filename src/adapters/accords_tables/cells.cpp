#include "adapters/accords_tables/cells.h"

namespace ponte::accords_tables {

std::vector<std::string> parts_of(std::string_view cell, std::string_view mark) {
    std::vector<std::string> parts;
    if (cell.empty()) return parts;
    while (true) {
        const std::size_t end = cell.find(mark);
        parts.emplace_back(cell.substr(0, end));
        if (end == std::string_view::npos) return parts;
        cell.remove_prefix(end + mark.size());
    }
}

std::string joined(const std::vector<std::string>& parts, std::string_view mark) {
    std::string cell;
    for (std::size_t i = 0; i < parts.size(); ++i) cell += (i == 0 ? "" : std::string(mark)) + parts[i];
    return cell;
}

std::optional<Period> period_of(std::string_view cell) {
    if (!cell.starts_with("..")) return Period::from_text(cell);
    const auto to = Date::from_text(cell.substr(2));
    return to ? std::optional(Period{dates::first, *to}) : std::nullopt;
}

std::string text_of(const Period& period) { return period.from == dates::first ? ".." + period.to.to_text() : period.to_text(); }

const std::vector<std::string>& instrument_heads() {
    static const std::vector<std::string> heads{"instrument", "kind",           "parties",        "organ_zh_hant",  "organ_zh_hans", "organ_pt", "organ_en",
                                                "name_zh_hant", "name_zh_hans", "name_pt",        "name_en",        "names_are",     "text_reference",
                                                "territories", "territory_note", "amends",        "replaces",       "under",         "force",
                                                "force_clause", "effects",      "term",           "note",           "live",          "stage",
                                                "source",      "as_of",         "confidence",     "source_note"};
    return heads;
}
const std::vector<std::string>& step_heads() {
    static const std::vector<std::string> heads{"instrument", "step",     "party", "date", "other", "reported", "unverified", "retroactive", "signatory",
                                                "document",   "by",       "until", "note", "stage", "source",   "as_of",      "confidence",  "source_note"};
    return heads;
}
const std::vector<std::string>& listing_heads() {
    static const std::vector<std::string> heads{"partner", "listing", "from", "to", "source", "as_of", "confidence", "source_note"};
    return heads;
}
const std::vector<std::string>& figure_heads() {
    static const std::vector<std::string> heads{"partner", "criterion", "value", "unit", "period", "source", "as_of", "confidence", "source_note"};
    return heads;
}
const std::vector<std::string>& count_heads() {
    static const std::vector<std::string> heads{"count", "kinds", "what", "on", "published", "source", "as_of", "confidence", "source_note"};
    return heads;
}
const std::vector<std::string>& route_heads() {
    static const std::vector<std::string> heads{"route",    "matters", "name_zh_hant", "name_zh_hans", "name_pt",    "name_en",    "reference",  "from",
                                                "to",       "without", "conditions",   "source",       "as_of",      "confidence", "source_note"};
    return heads;
}
const std::vector<std::string>& clause_heads() {
    static const std::vector<std::string> heads{"instrument", "matter", "clause", "conditions", "source", "as_of", "confidence", "source_note"};
    return heads;
}

}  // namespace ponte::accords_tables
