#include "desks/origin/listing.h"
#include "desks/origin/queries.h"
#include "desks/origin/view.h"
#include "desks/origin/windows.h"

#include <algorithm>

// What the rules are: sets, lists, terms and tables.
namespace ponte::origin {

namespace {

RuleShown shown(const RuleSetId& set, const KeptRule& rule, Date on) {
    return {.set = set, .rule = rule.row, .tests = text_of(rule.row.tests), .holds = holds_on(rule.row.validity, on), .entry = rule.sequence};
}

// A rule that is no fact holds for nobody.
ponte::Answer told_of(const KeptTerm& term, Date on) {
    const ponte::Answer on_day = holds_on(term.row.validity, on);
    if (on_day == ponte::Answer::no) return ponte::Answer::no;
    if (on_day == ponte::Answer::unknown || term.row.source.confidence == Confidence::unverified) return ponte::Answer::unknown;
    return term.row.holds;
}

// The rules that are or may be a code's, closest first.
void add_of_code(const Looking& looking, const RuleSet& set, const RulesQuery& query, Hs hs, RulesAnswer& found) {
    Goods goods{.set = set.recorded.set, .hs = hs.to_text(), .version = query.version, .on = found.on};
    const Outcome<Setting> setting = setting_of(looking.origin.rules, goods, "");
    if (!setting) return;
    const Listing listing = listing_of(*setting, hs, query.version.value_or(setting->version.value_or(HsVersion::hs2022)));
    for (const Doubt& doubt : listing.doubts) found.rules.push_back(shown(set.recorded.set, *doubt.rule, found.on));
    if (listing.rule != nullptr) {
        found.rules.push_back(shown(set.recorded.set, *listing.rule, found.on));
        found.outside = ponte::Answer::no;
    }
    if (listing.outside) found.outside = ponte::Answer::yes;
}

}  // namespace

SetsAnswer answer(const Looking& looking, const SetsQuery& query) {
    SetsAnswer found{.on = query.on.value_or(looking.today()), .sets = {}};
    for (const auto& [id, set] : looking.origin.rules.sets) {
        SetRow row{.set = id,
                   .names = set.recorded.names,
                   .parties = set.recorded.parties,
                   .validity = set.recorded.validity,
                   .holds = holds_on(set.recorded.validity, found.on),
                   .rules = static_cast<std::uint32_t>(set.rules.size()),
                   .complete = {},
                   .clause = set.recorded.clause,
                   .source = set.recorded.source,
                   .entry = set.sequence};
        for (const KeptCompletion& one : set.completions) row.complete.push_back(one.stated);
        found.sets.push_back(std::move(row));
    }
    return found;
}

RulesAnswer answer(const Looking& looking, const RulesQuery& query) {
    RulesAnswer found{.on = query.on.value_or(looking.today()), .rules = {}, .outside = ponte::Answer::unknown};
    std::optional<Hs> hs;
    if (query.hs) {
        hs = Hs::from_text(*query.hs);
        if (!hs) return found;
    }
    for (const auto& [id, set] : looking.origin.rules.sets) {
        if (query.set && *query.set != id) continue;
        if (hs && !query.of_any_day) {
            add_of_code(looking, set, query, *hs, found);
            continue;
        }
        for (const KeptRule& rule : set.rules) {
            const bool on_day = query.of_any_day || holds_on(rule.row.validity, found.on) != ponte::Answer::no;
            const bool of_version = !query.version || *query.version == rule.row.version;
            const bool of_code = !hs || rule.from.starts_with(*hs) || hs->starts_with(rule.from);
            if (on_day && of_version && of_code) found.rules.push_back(shown(id, rule, found.on));
        }
    }
    if (!query.set) found.outside = ponte::Answer::unknown;
    return found;
}

TermsAnswer answer(const Looking& looking, const TermsQuery& query) {
    TermsAnswer found{.on = query.on.value_or(looking.today()), .terms = {}};
    for (const auto& [id, set] : looking.origin.rules.sets) {
        if (query.set && *query.set != id) continue;
        for (const auto& [unused, term] : set.terms) {
            if (!query.of_any_day && holds_on(term.row.validity, found.on) == ponte::Answer::no) continue;
            found.terms.push_back({.set = id, .term = term.row, .tests = text_of(term.row.tests), .holds = told_of(term, found.on), .entry = term.sequence});
        }
    }
    std::ranges::stable_sort(found.terms, {}, [](const TermShown& one) { return std::pair(one.set, one.term.topic); });
    return found;
}

TablesAnswer answer(const Looking& looking, const TablesQuery& query) {
    const Rules& rules = looking.origin.rules;
    TablesAnswer found;
    for (const auto& [id, process] : rules.processes) found.processes.push_back(process);
    for (const KeptCorrelation& row : rules.correlations.rows) found.correlations.push_back(row.row);
    const auto notes = rules.notes.find(query.maker.value_or(JurisdictionId("MO")));
    if (notes != rules.notes.end()) found.products = notes->second;
    const auto tariff = rules.tariffs.find(query.importer.value_or(JurisdictionId("CN")));
    if (tariff != rules.tariffs.end()) {
        for (const auto& [hs, lines] : tariff->second) {
            for (const KeptTariffLine& line : lines) found.tariff.push_back(line.row);
        }
    }
    for (const auto& [id, set] : rules.sets) {
        if (query.set && *query.set != id) continue;
        for (const auto& [unused, rule] : set.supplier_rules) found.supplier_rules.push_back(rule.row);
    }
    return found;
}

WindowAnswer answer(const Looking& looking, const WindowQuery& query) {
    WindowAnswer found{.on = query.on.value_or(looking.today()), .known = ponte::Answer::unknown};
    const Outcome<Setting> setting = setting_of(looking.origin.rules, Goods{.set = query.set, .on = found.on}, "");
    if (!setting) return found;
    const TermOn& windows = setting->of(Topic::request_windows);
    if (windows.term == nullptr) return found;
    found.term = windows.term->row.term;
    found.clause = windows.term->row.clause;
    found.source = windows.term->row.source;
    found.known = windows.holds;
    if (windows.holds != ponte::Answer::yes) return found;
    if (const auto open = window_on(windows.term->row.windows, found.on)) {
        found.apply_by = open->apply_by;
        found.in_force_by = open->in_force_by;
    }
    return found;
}

}  // namespace ponte::origin
