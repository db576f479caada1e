#include "desks/origin/words_of_rows.h"

#include <algorithm>

namespace ponte::origin {

namespace {

Fault fault(RefusalKind kind, std::string_view subject, const std::string& place) { return Refusal{kind, std::string(subject.substr(0, 120)), place}; }

bool is_id_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

}  // namespace

Fault fault_of_id(std::string_view id, const std::string& place) {
    if (id.empty() || id.size() > id_bytes_max || !std::ranges::all_of(id, is_id_character)) return fault(refusals::id_malformed, id, place);
    return std::nullopt;
}

Fault fault_of_text(std::string_view text, const std::string& place) {
    if (text.size() > text_bytes_max) return fault(refusals::text_too_long, std::to_string(text.size()), place);
    return std::nullopt;
}

Fault fault_of_day(Date day, const std::string& place) {
    if (!day.in_range()) return fault(refusals::date_out_of_range, day.to_text(), place);
    return std::nullopt;
}

Fault fault_of_source(const Source& source, const std::string& place) {
    if (source.reference.empty() && source.note.empty()) return fault(refusals::source_missing, {}, place + "/reference");
    if (Fault found = fault_of_text(source.reference, place + "/reference")) return found;
    return fault_of_text(source.note, place + "/note");
}

Fault fault_of_validity(const Validity& validity, const std::string& place) {
    for (const auto& [end, name] : {std::pair(validity.from, "/from"), std::pair(validity.to, "/to")}) {
        if (!end) continue;
        if (Fault found = fault_of_day(end->from, place + name)) return found;
        if (Fault found = fault_of_day(end->to, place + name)) return found;
    }
    if (is_impossible(validity)) return fault(refusals::dates_backwards, {}, place);
    return std::nullopt;
}

Fault fault_of_names(const Names& names, const std::string& place) {
    if (names.empty()) return fault(refusals::name_missing, {}, place);
    for (const Language language : languages) {
        if (Fault found = fault_of_text(names.in(language), place)) return found;
    }
    return std::nullopt;
}

Fault fault_of_hs(std::string_view text, const std::string& place, std::uint8_t digits) {
    const auto code = Hs::from_text(text);
    if (!code || code->digits < digits) return fault(refusals::hs_unknown, text, place);
    return std::nullopt;
}

Fault fault_of_count(std::size_t count, const std::string& place) {
    if (count == 0) return fault(refusals::nothing_given, {}, place);
    if (count > rows_max) return fault(refusals::too_many, std::to_string(count), place);
    return std::nullopt;
}

}  // namespace ponte::origin
