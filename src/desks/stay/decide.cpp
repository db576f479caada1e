// Tables of passports, zones and weights.

#include "desks/stay/decide.h"

#include "base/check.h"
#include "desks/stay/refusals.h"
#include "desks/stay/rules.h"

#include <algorithm>
#include <set>

namespace ponte::stay {

namespace {

using Refused = std::optional<Refusal>;

Refusal refusal(RefusalKind kind, std::string subject, std::string place) { return {kind, std::move(subject), std::move(place)}; }

bool may_keep(const View& view) { return view.asker.has("stay", access::Role::officer) || view.asker.may_configure("stay"); }

bool is_id(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    };
    return !text.empty() && text.size() <= rules::id_bytes_max && std::ranges::all_of(text, fits);
}

// What rests on an unverified page is no fact: it belongs into the note of something that is, or nowhere.
Refused fault_of(const Source& source, const std::string& place) {
    if (source.reference.empty()) return refusal(refusals::source_missing, {}, place + "/reference");
    if (source.confidence == Confidence::unverified) return refusal(refusals::source_unverified, source.reference, place + "/confidence");
    if (source.as_of && (!source.as_of->from.in_range() || !source.as_of->to.in_range() || source.as_of->from > source.as_of->to)) {
        return refusal(refusals::date_impossible, source.as_of->to_text(), place + "/as_of");
    }
    return std::nullopt;
}

bool in_range(const std::optional<Period>& period) {
    return !period || (period->from.in_range() && period->to.in_range() && period->from <= period->to);
}

Refused fault_of(const Validity& validity, const std::optional<Date>& seen, const std::string& place) {
    if (!in_range(validity.from)) return refusal(refusals::date_impossible, validity.from->to_text(), place + "validity/from");
    if (!in_range(validity.to)) return refusal(refusals::date_impossible, validity.to->to_text(), place + "validity/to");
    if (is_impossible(validity)) return refusal(refusals::date_impossible, {}, place + "validity");
    if (!seen) return std::nullopt;
    // Seen in force on a day on which it cannot be.
    if (!seen->in_range() || holds_on(validity, *seen) == Answer::no) return refusal(refusals::date_impossible, seen->to_text(), place + "seen");
    return std::nullopt;
}

Refused fault_of(const Window& window, const std::string& place) {
    const bool steps = window.kind == WindowKind::since_last_exit;
    const bool spanned = steps || window.kind == WindowKind::rolling;
    if (steps ? window.limit.has_value() || window.steps.empty() : !window.limit || !window.steps.empty() || window.reset_by.has_value()) {
        return refusal(refusals::window_impossible, std::string(name_of(window.kind)), place);
    }
    if (window.span.has_value() != spanned) return refusal(refusals::window_impossible, std::string(name_of(window.kind)), place + "/span");
    if (window.reset_by && !is_id(*window.reset_by)) return refusal(refusals::window_impossible, *window.reset_by, place + "/reset_by");
    const std::uint16_t span = window.span.value_or(window.kind == WindowKind::calendar_year ? 366 : window.kind == WindowKind::year ? 365 : rules::days_max);
    if (span == 0 || span > rules::days_max) return refusal(refusals::window_impossible, std::to_string(span), place + "/span");
    const std::vector<std::uint16_t> limits = steps ? window.steps : std::vector<std::uint16_t>{*window.limit};
    for (const std::uint16_t limit : limits) {
        if (limit == 0) return refusal(refusals::window_impossible, "0", place + "/limit");
        if (limit > span && !steps) return refusal(refusals::window_exceeds_span, std::to_string(limit), place + "/limit");
        if (limit > rules::days_max) return refusal(refusals::window_impossible, std::to_string(limit), place + "/limit");
    }
    return std::nullopt;
}

Refused fault_of(const std::vector<Window>& windows, const std::string& place) {
    for (std::size_t i = 0; i < windows.size(); ++i) {
        const std::string at = place + "/" + std::to_string(i);
        if (auto fault = fault_of(windows[i], at)) return fault;
        for (std::size_t j = 0; j < i; ++j) {
            if (windows[j].kind == windows[i].kind && windows[j].span == windows[i].span) {
                return refusal(refusals::window_repeated, std::string(name_of(windows[i].kind)), at);
            }
        }
    }
    return std::nullopt;
}

Refused fault_of(const Condition& condition, const std::string& place) {
    const bool counted = condition.kind == ConditionKind::group_of || condition.kind == ConditionKind::within_hours;
    const bool worded = condition.kind == ConditionKind::purpose || condition.kind == ConditionKind::not_for;
    const bool told = condition.kind == ConditionKind::area || condition.kind == ConditionKind::other;
    const std::string subject(name_of(condition.kind));
    if (condition.number.value_or(0) == 0 ? counted : !counted) return refusal(refusals::condition_impossible, subject, place + "/number");
    if (condition.words.empty() ? worded : !worded) return refusal(refusals::condition_impossible, subject, place + "/words");
    // Words and ports are told by the traveller and compared, so they are ids and no sentences.
    if (!std::ranges::all_of(condition.words, [](const std::string& word) { return is_id(word); })) {
        return refusal(refusals::condition_impossible, subject, place + "/words");
    }
    if (condition.ports.empty() ? condition.kind == ConditionKind::entry_port && condition.ports_complete : condition.kind != ConditionKind::entry_port) {
        return refusal(refusals::condition_impossible, subject, place + "/ports");
    }
    if (told && condition.text.value_or("").empty()) return refusal(refusals::condition_impossible, subject, place + "/text");
    for (std::size_t i = 0; i < condition.ports.size(); ++i) {
        const std::string at = place + "/ports/" + std::to_string(i);
        if (!is_id(condition.ports[i].port)) return refusal(refusals::condition_impossible, subject, at + "/port");
        if (auto fault = fault_of(condition.ports[i].validity, {}, at + "/")) return fault;
    }
    return std::nullopt;
}

std::size_t bytes_of(const Rule& rule) {
    std::size_t bytes = rule.basis.value_or("").size() + rule.instrument.value_or("").size() + rule.source.reference.size() + rule.source.note.size();
    for (const Window& window : rule.windows) bytes += 40 + 2 * window.steps.size() + window.reset_by.value_or("").size();
    for (const Condition& condition : rule.conditions) {
        bytes += 40 + condition.text.value_or("").size();
        for (const std::string& word : condition.words) bytes += 4 + word.size();
        for (const DatedPort& port : condition.ports) bytes += 30 + port.port.size();
    }
    return bytes;
}

// Whatever can be wrong with a rule by itself.
Refused fault_of(const Rule& rule) {
    if (!is_id(rule.rule.value)) return refusal(refusals::id_malformed, rule.rule.value.substr(0, rules::id_bytes_max), "/rule/rule");
    if (bytes_of(rule) > rules::rule_bytes_max) return refusal(refusals::too_long, rule.rule.value, "/rule");
    if (rule.place.has_value() == rule.zone.has_value()) return refusal(refusals::destination_unclear, rule.rule.value, "/rule/place");
    // Nobody needs leave to enter where his passport is from; a permit may well be for there.
    if (rule.document.kind == DocumentKind::passport && rule.place == rule.document.of) {
        return refusal(refusals::destination_own, rule.place->value, "/rule/place");
    }
    if (auto fault = fault_of(rule.source, "/rule/source")) return fault;
    if (auto fault = fault_of(rule.validity, rule.seen, "/rule/")) return fault;
    if (auto fault = fault_of(rule.windows, "/rule/windows")) return fault;
    // Entries are counted place by place; a zone has none of its own to count.
    const bool counts_entries = std::ranges::any_of(rule.windows, [](const Window& one) { return one.kind == WindowKind::since_last_exit; });
    if (rule.zone && counts_entries) return refusal(refusals::window_impossible, "since_last_exit", "/rule/windows");
    const bool closed = rule.requirement == Requirement::visa_required || rule.requirement == Requirement::no_admission ||
                        rule.requirement == Requirement::permit_needed;
    if ((closed || rule.no_limit) && !rule.windows.empty()) return refusal(refusals::window_contradictory, rule.rule.value, "/rule/windows");
    if (closed && rule.no_limit) return refusal(refusals::window_contradictory, rule.rule.value, "/rule/no_limit");
    for (std::size_t i = 0; i < rule.conditions.size(); ++i) {
        if (auto fault = fault_of(rule.conditions[i], "/rule/conditions/" + std::to_string(i))) return fault;
    }
    return std::nullopt;
}

// And with it beside what is known.
Refused fault_of(const View& view, const Rule& rule) {
    if (!view.jurisdictions.by_id.contains(rule.document.of)) return refusal(refusals::place_unknown, rule.document.of.value, "/rule/document/of");
    if (rule.place && !view.jurisdictions.by_id.contains(*rule.place)) return refusal(refusals::place_unknown, rule.place->value, "/rule/place");
    if (rule.zone && !view.stay.zones.contains(*rule.zone)) return refusal(refusals::zone_unknown, rule.zone->value, "/rule/zone");
    const auto others = view.stay.rules_of.find(rule.document);
    if (others == view.stay.rules_of.end()) return std::nullopt;
    for (const RuleId& id : others->second) {
        const KnownRule* kept = view.stay.find(id);
        CHECK(kept != nullptr);
        const Rule& other = kept->rule;
        if (id == rule.rule || other.place != rule.place || other.zone != rule.zone || other.track != rule.track) continue;
        const bool same = other.requirement == rule.requirement && other.no_limit == rule.no_limit && other.windows == rule.windows &&
                          other.conditions == rule.conditions;
        if (same && overlap(other.validity, rule.validity) != Answer::no) return refusal(refusals::rule_repeated, id.value, "/rule");
    }
    return std::nullopt;
}

Refused fault_of(const BaseLine& line, const std::string& place) {
    if (line.cells.empty()) return refusal(refusals::base_empty, line.passport.value, place + "/cells");
    if (line.cells.size() > rules::cells_max) return refusal(refusals::too_many_cells, std::to_string(line.cells.size()), place + "/cells");
    std::set<JurisdictionId> seen;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
        const Cell& cell = line.cells[i];
        const std::string at = place + "/cells/" + std::to_string(i);
        if (cell.destination == line.passport) return refusal(refusals::cell_of_itself, cell.destination.value, at + "/destination");
        if (!seen.insert(cell.destination).second) return refusal(refusals::cell_repeated, cell.destination.value, at + "/destination");
        // A table of passports knows nothing of permits.
        if (cell.requirement == Requirement::permit || cell.requirement == Requirement::permit_needed) {
            return refusal(refusals::cell_requirement, std::string(name_of(cell.requirement)), at + "/requirement");
        }
        const bool closed = cell.requirement == Requirement::visa_required || cell.requirement == Requirement::no_admission;
        if (cell.days && (closed || *cell.days == 0 || *cell.days > rules::days_max)) {
            return refusal(refusals::days_impossible, std::to_string(*cell.days), at + "/days");
        }
    }
    return std::nullopt;
}

Refused fault_of(const View& view, const RecordBase& command) {
    const auto snapshot = view.stay.snapshots.find(command.snapshot);
    if (snapshot == view.stay.snapshots.end()) return refusal(refusals::snapshot_unknown, command.snapshot.value, "/snapshot");
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        const BaseLine& line = command.lines[i];
        const std::string at = "/lines/" + std::to_string(i);
        if (!view.jurisdictions.by_id.contains(line.passport)) return refusal(refusals::place_unknown, line.passport.value, at + "/passport");
        for (std::size_t j = 0; j < line.cells.size(); ++j) {
            if (!view.jurisdictions.by_id.contains(line.cells[j].destination)) {
                return refusal(refusals::place_unknown, line.cells[j].destination.value, at + "/cells/" + std::to_string(j) + "/destination");
            }
        }
        if (snapshot->second.lines.contains(line.passport)) return refusal(refusals::base_exists, line.passport.value, at + "/passport");
    }
    return std::nullopt;
}

std::unexpected<Refusal> no(Refused fault) { return std::unexpected(*std::move(fault)); }

}  // namespace

Decision decide(const View& view, const OpenSnapshot& command) {
    if (!may_keep(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_id(command.snapshot.value)) return refuse(refusals::id_malformed, command.snapshot.value.substr(0, rules::id_bytes_max), "/snapshot");
    if (command.licence.empty()) return refuse(refusals::licence_missing, command.snapshot.value, "/licence");
    if (auto fault = fault_of(command.source, "/source")) return no(std::move(fault));
    if (!command.from.in_range()) return refuse(refusals::date_impossible, command.from.to_text(), "/from");
    if (view.stay.snapshots.contains(command.snapshot)) return refuse(refusals::snapshot_exists, command.snapshot.value, "/snapshot");
    if (view.stay.snapshot_from.contains(command.from)) return refuse(refusals::snapshot_day_taken, command.from.to_text(), "/from");
    return std::vector<Event>{
        SnapshotOpened{.snapshot = command.snapshot, .from = command.from, .licence = command.licence, .source = command.source}};
}

Decision decide(const View& view, const RecordBase& command) {
    if (!may_keep(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.lines.empty()) return refuse(refusals::base_empty, command.snapshot.value, "/lines");
    if (command.lines.size() > rules::lines_max) return refuse(refusals::too_many_cells, std::to_string(command.lines.size()), "/lines");
    std::set<JurisdictionId> seen;
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        const std::string at = "/lines/" + std::to_string(i);
        if (auto fault = fault_of(command.lines[i], at)) return no(std::move(fault));
        if (!seen.insert(command.lines[i].passport).second) return refuse(refusals::cell_repeated, command.lines[i].passport.value, at + "/passport");
    }
    if (auto fault = fault_of(view, command)) return no(std::move(fault));
    std::vector<Event> events;
    for (const BaseLine& line : command.lines) {
        BaseRecorded recorded{.snapshot = command.snapshot, .passport = line.passport, .cells = line.cells};
        std::ranges::sort(recorded.cells, {}, &Cell::destination);
        events.emplace_back(std::move(recorded));
    }
    return events;
}

Decision decide(const View& view, const EnactRule& command) {
    if (!may_keep(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto fault = fault_of(command.rule)) return no(std::move(fault));
    if (view.stay.find(command.rule.rule) != nullptr) return refuse(refusals::rule_exists, command.rule.rule.value, "/rule/rule");
    if (auto fault = fault_of(view, command.rule)) return no(std::move(fault));
    return std::vector<Event>{RuleEnacted{.rule = command.rule}};
}

Decision decide(const View& view, const EndRule& command) {
    if (!may_keep(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto fault = fault_of(command.source, "/source")) return no(std::move(fault));
    if (!command.last.in_range()) return refuse(refusals::date_impossible, command.last.to_text(), "/last");
    const KnownRule* known = view.stay.find(command.rule);
    if (known == nullptr) return refuse(refusals::rule_unknown, command.rule.value, "/rule");
    const Validity& validity = known->rule.validity;
    if (validity.from && command.last < validity.from->from) return refuse(refusals::date_impossible, command.last.to_text(), "/last");
    if (known->rule.seen && command.last < *known->rule.seen) return refuse(refusals::date_impossible, command.last.to_text(), "/last");
    if (validity.to && command.last >= validity.to->to) return refuse(refusals::rule_already_ended, validity.to->to_text(), "/last");
    return std::vector<Event>{RuleEnded{.rule = command.rule, .last = command.last, .source = command.source}};
}

Decision decide(const View& view, const CorrectRule& command) {
    if (!may_keep(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.rule.rule.value, "/reason");
    if (auto fault = fault_of(command.rule)) return no(std::move(fault));
    const KnownRule* known = view.stay.find(command.rule.rule);
    if (known == nullptr) return refuse(refusals::rule_unknown, command.rule.rule.value, "/rule/rule");
    if (known->rule == command.rule) return refuse(refusals::nothing_corrected, command.rule.rule.value, "/rule");
    if (auto fault = fault_of(view, command.rule)) return no(std::move(fault));
    return std::vector<Event>{RuleCorrected{.rule = command.rule, .reason = command.reason}};
}

Decision decide(const View& view, const DefineZone& command) {
    if (!may_keep(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_id(command.zone.value)) return refuse(refusals::id_malformed, command.zone.value.substr(0, rules::id_bytes_max), "/zone");
    if (command.names.empty()) return refuse(refusals::names_missing, command.zone.value, "/names");
    if (auto fault = fault_of(command.source, "/source")) return no(std::move(fault));
    if (auto fault = fault_of(command.common, "/common")) return no(std::move(fault));
    for (std::size_t i = 0; i < command.common.size(); ++i) {
        // Entries are counted place by place; a zone has none of its own to count.
        if (command.common[i].kind == WindowKind::since_last_exit) {
            return refuse(refusals::window_impossible, "since_last_exit", "/common/" + std::to_string(i));
        }
    }
    if (view.stay.zones.contains(command.zone)) return refuse(refusals::zone_exists, command.zone.value, "/zone");
    return std::vector<Event>{ZoneDefined{.zone = command.zone, .names = command.names, .common = command.common, .source = command.source}};
}

Decision decide(const View& view, const DateZoneMember& command) {
    if (!may_keep(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto fault = fault_of(command.source, "/source")) return no(std::move(fault));
    if (auto fault = fault_of(command.validity, command.seen, "/")) return no(std::move(fault));
    const auto zone = view.stay.zones.find(command.zone);
    if (zone == view.stay.zones.end()) return refuse(refusals::zone_unknown, command.zone.value, "/zone");
    if (!view.jurisdictions.by_id.contains(command.member)) return refuse(refusals::place_unknown, command.member.value, "/member");
    for (const ZoneMemberDated& one : zone->second.members) {
        if (one.member != command.member || one.validity.from == command.validity.from) continue;
        if (overlap(one.validity, command.validity) != Answer::no) return refuse(refusals::member_overlaps, command.member.value, "/validity");
    }
    return std::vector<Event>{ZoneMemberDated{
        .zone = command.zone, .member = command.member, .validity = command.validity, .seen = command.seen, .source = command.source}};
}

Decision decide(const View& view, const SetWeights& command) {
    if (!view.asker.may_configure("stay")) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.weights.empty()) return refuse(refusals::weights_empty, {}, "/weights");
    if (command.reason.empty()) return refuse(refusals::reason_missing, {}, "/reason");
    for (std::size_t i = 0; i < command.weights.size(); ++i) {
        const Weight& weight = command.weights[i];
        const std::string at = "/weights/" + std::to_string(i);
        const bool of_set = weight.weighed == Weighed::in_set;
        if (weight.points > rules::points_max) return refuse(refusals::weight_impossible, std::to_string(weight.points), at + "/points");
        if (of_set == weight.set.value_or("").empty()) return refuse(refusals::weight_impossible, std::string(name_of(weight.weighed)), at + "/set");
        for (std::size_t j = 0; j < i; ++j) {
            if (command.weights[j].weighed == weight.weighed && command.weights[j].set == weight.set) {
                return refuse(refusals::weight_repeated, std::string(name_of(weight.weighed)), at);
            }
        }
    }
    for (std::size_t i = 0; i < command.weights.size(); ++i) {
        const Weight& weight = command.weights[i];
        if (weight.set && !view.jurisdictions.sets.contains(directory::SetId(*weight.set))) {
            return refuse(refusals::set_unknown, *weight.set, "/weights/" + std::to_string(i) + "/set");
        }
    }
    return std::vector<Event>{WeightsSet{.weights = command.weights, .reason = command.reason}};
}

}  // namespace ponte::stay
