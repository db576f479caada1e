#include "desks/origin/decide.h"

#include "desks/origin/rules.h"

#include <algorithm>
#include <set>

// Rules for all goods, and the tables beside them: processes, correlations, tariffs, products made here.
namespace ponte::origin {

namespace {

constexpr std::size_t conditions_max = 40;  // Of one rule, which must fit an entry.

bool is_percent(const Decimal& percent) {
    return percent.scale <= 2 && compare(percent, Decimal{}) >= 0 && compare(percent, Decimal{100, 0}) <= 0;
}

bool is_day_of_year(std::uint8_t month, std::uint8_t day) { return Date::from_ymd(2023, month, day).has_value(); }

bool is_single(Topic topic) {
    return topic != Topic::general_rule && topic != Topic::note && topic != Topic::valuation && topic != Topic::certificate && topic != Topic::product_list;
}

// What a rule that holds cannot be without.
std::optional<std::string_view> missing_in(const TermRow& row) {
    if (row.holds != Answer::yes) return std::nullopt;
    const bool needs_percent = row.topic == Topic::cumulation_floor || row.topic == Topic::de_minimis || row.topic == Topic::preference;
    if (needs_percent && !row.percent) return "/percent";
    if (row.topic == Topic::general_rule && !row.tests) return "/tests";
    if (row.topic == Topic::nomenclature && !row.version) return "/version";
    if (row.topic == Topic::request_windows && row.windows.empty()) return "/windows";
    return std::nullopt;
}

Fault fault_of_row(const TermRow& row, std::size_t at) {
    const auto place = [&](std::string_view field) { return at_row("terms", at, field); };
    if (Fault found = fault_of_id(row.term.value, place("/term"))) return found;
    if (row.percent && !is_percent(*row.percent)) return Refusal{refusals::percent_out_of_range, row.percent->to_text(), place("/percent")};
    if (row.tests) {
        if (const auto tests = tests_of_text(*row.tests); !tests) return Refusal{tests.error().kind, tests.error().subject, place("/tests") + ", " + tests.error().place};
    }
    for (const Window& window : row.windows) {
        if (!is_day_of_year(window.apply_month, window.apply_day) || !is_day_of_year(window.force_month, window.force_day)) {
            return Refusal{refusals::window_impossible, row.term.value, place("/windows")};
        }
    }
    if (const auto field = missing_in(row)) return Refusal{refusals::term_incomplete, row.term.value, place(*field)};
    if (Fault found = fault_of_text(row.text, place("/text"))) return found;
    if (Fault found = fault_of_text(row.clause, place("/clause"))) return found;
    if (Fault found = fault_of_source(row.source, place("/source"))) return found;
    return fault_of_validity(row.validity, place("/validity"));
}

Term term_of(const TermRow& row) {
    return {.term = row.term,
            .topic = row.topic,
            .holds = row.holds,
            .percent = row.percent,
            .tests = row.tests ? *tests_of_text(*row.tests) : Tests(),
            .windows = row.windows,
            .version = row.version,
            .processes = row.processes,
            .text = row.text,
            .validity = row.validity,
            .clause = row.clause,
            .source = row.source};
}

// Two certain rules on one matter and one day: nobody could tell which holds.
bool collide(const Term& one, const Term& other) {
    return one.topic == other.topic && is_single(one.topic) && one.source.confidence != Confidence::unverified &&
           other.source.confidence != Confidence::unverified && overlap(one.validity, other.validity) != Answer::no;
}

std::size_t bytes_of_source(const Source& source) { return 60 + source.reference.size() + source.note.size(); }

Fault fault_of_tariff_row(const TariffLine& row, std::size_t at) {
    if (Fault found = fault_of_hs(row.hs, at_row("lines", at, "/hs"))) return found;
    if (row.duty_percent.digits < 0 || row.duty_percent.scale > 4 || compare(row.duty_percent, Decimal{1'000, 0}) > 0) {
        return Refusal{refusals::percent_out_of_range, row.duty_percent.to_text(), at_row("lines", at, "/duty_percent")};
    }
    if (Fault found = fault_of_text(row.clause, at_row("lines", at, "/clause"))) return found;
    if (Fault found = fault_of_source(row.source, at_row("lines", at, "/source"))) return found;
    return fault_of_validity(row.validity, at_row("lines", at, "/validity"));
}

}  // namespace

Decision decide(const View& view, const LoadTerms& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_count(command.terms.size(), "/terms"));
    std::set<RuleId> ids;
    for (std::size_t i = 0; i < command.terms.size(); ++i) {
        REFUSE_FAULT(fault_of_row(command.terms[i], i));
        if (!ids.insert(command.terms[i].term).second) return refuse(refusals::row_repeated, command.terms[i].term.value, at_row("terms", i, "/term"));
    }
    const RuleSet* set = view.origin.rules.find(command.set);
    if (set == nullptr) return refuse(refusals::set_unknown, command.set.value, "/set");
    for (std::size_t i = 0; i < command.terms.size(); ++i) {
        for (const ProcessId& process : command.terms[i].processes) {
            if (!view.origin.rules.processes.contains(process)) return refuse(refusals::process_unknown, process.value, at_row("terms", i, "/processes"));
        }
    }
    std::vector<Term> standing;
    for (const auto& [id, term] : set->terms) {
        if (!ids.contains(id)) standing.push_back(term.row);
    }
    std::vector<Term> coming;
    for (std::size_t i = 0; i < command.terms.size(); ++i) {
        Term term = term_of(command.terms[i]);
        for (const Term& other : standing) {
            if (collide(term, other)) return refuse(refusals::terms_overlap, other.term.value, at_row("terms", i));
        }
        standing.push_back(term);
        const auto known = set->terms.find(term.term);
        if (known == set->terms.end() || known->second.row != term) coming.push_back(std::move(term));
    }
    if (coming.empty()) return refuse(refusals::already_recorded, command.set.value, "/terms");
    return in_entries(
        std::move(coming), [](const Term& row) { return 300 + row.text.size() + row.clause.size() + bytes_of_source(row.source) + 70 * row.processes.size(); },
        [&](std::vector<Term> some) { return TermsLoaded{.set = command.set, .terms = std::move(some)}; });
}

Decision decide(const View& view, const DefineProcesses& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_count(command.processes.size(), "/processes"));
    std::set<ProcessId> ids;
    for (std::size_t i = 0; i < command.processes.size(); ++i) {
        const Process& row = command.processes[i];
        REFUSE_FAULT(fault_of_id(row.process.value, at_row("processes", i, "/process")));
        REFUSE_FAULT(fault_of_names(row.names, at_row("processes", i, "/names")));
        REFUSE_FAULT(fault_of_text(row.text, at_row("processes", i, "/text")));
        REFUSE_FAULT(fault_of_source(row.source, at_row("processes", i, "/source")));
        if (!ids.insert(row.process).second) return refuse(refusals::row_repeated, row.process.value, at_row("processes", i, "/process"));
    }
    std::vector<Process> coming;
    for (const Process& row : command.processes) {
        const auto known = view.origin.rules.processes.find(row.process);
        if (known == view.origin.rules.processes.end() || known->second != row) coming.push_back(row);
    }
    if (coming.empty()) return refuse(refusals::already_recorded, {}, "/processes");
    return in_entries(
        std::move(coming),
        [](const Process& row) { return 200 + row.names.zh_hant.size() + row.names.zh_hans.size() + row.names.pt.size() + row.names.en.size() + row.text.size() + bytes_of_source(row.source); },
        [](std::vector<Process> some) { return ProcessesDefined{.processes = std::move(some)}; });
}

Decision decide(const View& view, const LoadCorrelations& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_count(command.rows.size(), "/rows"));
    std::vector<Correlation> coming;
    const auto same = [](const Correlation& one, const Correlation& other) {
        return one.from_version == other.from_version && one.to_version == other.to_version && Hs::from_text(one.from) == Hs::from_text(other.from) && Hs::from_text(one.to) == Hs::from_text(other.to);
    };
    std::set<std::tuple<HsVersion, Hs, HsVersion, Hs>> ends;
    for (std::size_t i = 0; i < command.rows.size(); ++i) {
        Correlation row = command.rows[i];
        REFUSE_FAULT(fault_of_hs(row.from, at_row("rows", i, "/from")));
        REFUSE_FAULT(fault_of_hs(row.to, at_row("rows", i, "/to")));
        if (row.from_version == row.to_version) return refuse(refusals::same_version, row.from, at_row("rows", i, "/to_version"));
        REFUSE_FAULT(fault_of_source(row.source, at_row("rows", i, "/source")));
        const Hs from = *Hs::from_text(row.from);
        const Hs to = *Hs::from_text(row.to);
        if (!ends.insert({row.from_version, from, row.to_version, to}).second) return refuse(refusals::row_repeated, row.from, at_row("rows", i));
        row.from = from.to_text();
        row.to = to.to_text();
        const auto& known = view.origin.rules.correlations;
        const auto places = known.by_from.find({row.from_version, from});
        const bool stands = places != known.by_from.end() && std::ranges::any_of(places->second, [&](std::uint32_t at) { return same(known.rows[at].row, row); });
        if (!stands) coming.push_back(std::move(row));
    }
    if (coming.empty()) return refuse(refusals::already_recorded, {}, "/rows");
    return in_entries(
        std::move(coming), [](const Correlation& row) { return 60 + bytes_of_source(row.source); },
        [](std::vector<Correlation> some) { return CorrelationsLoaded{.rows = std::move(some)}; });
}

Decision decide(const View& view, const LoadTariff& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_count(command.lines.size(), "/lines"));
    for (std::size_t i = 0; i < command.lines.size(); ++i) REFUSE_FAULT(fault_of_tariff_row(command.lines[i], i));
    if (!view.jurisdictions.by_id.contains(command.importer)) return refuse(refusals::jurisdiction_unknown, command.importer.value, "/importer");
    std::map<Hs, std::vector<TariffLine>> standing;
    const auto known = view.origin.rules.tariffs.find(command.importer);
    std::vector<TariffLine> coming;
    for (std::size_t i = 0; i < command.lines.size(); ++i) {
        TariffLine row = command.lines[i];
        const Hs hs = *Hs::from_text(row.hs);
        row.hs = hs.to_text();
        const auto found = standing.try_emplace(hs);
        if (found.second && known != view.origin.rules.tariffs.end()) {
            const auto lines = known->second.find(hs);
            if (lines != known->second.end()) {
                for (const KeptTariffLine& line : lines->second) found.first->second.push_back(line.row);
            }
        }
        auto& beside = found.first->second;
        if (std::ranges::find(beside, row) != beside.end()) continue;
        const bool collides = std::ranges::any_of(beside, [&](const TariffLine& other) { return other.version == row.version && overlap(other.validity, row.validity) != Answer::no; });
        if (collides) return refuse(refusals::tariff_overlaps, row.hs, at_row("lines", i));
        beside.push_back(row);
        coming.push_back(std::move(row));
    }
    if (coming.empty()) return refuse(refusals::already_recorded, command.importer.value, "/lines");
    return in_entries(
        std::move(coming), [](const TariffLine& row) { return 100 + row.clause.size() + bytes_of_source(row.source); },
        [&](std::vector<TariffLine> some) { return TariffLoaded{.importer = command.importer, .lines = std::move(some)}; });
}

Decision decide(const View& view, const NoteProducts& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_count(command.products.size(), "/products"));
    for (std::size_t i = 0; i < command.products.size(); ++i) {
        const ProductNote& row = command.products[i];
        REFUSE_FAULT(fault_of_hs(row.hs, at_row("products", i, "/hs")));
        if (row.product.empty()) return refuse(refusals::name_missing, row.hs, at_row("products", i, "/product"));
        REFUSE_FAULT(fault_of_text(row.product, at_row("products", i, "/product")));
        REFUSE_FAULT(fault_of_text(row.note, at_row("products", i, "/note")));
        REFUSE_FAULT(fault_of_source(row.source, at_row("products", i, "/source")));
    }
    if (!view.jurisdictions.by_id.contains(command.maker)) return refuse(refusals::jurisdiction_unknown, command.maker.value, "/maker");
    std::vector<ProductNote> coming;
    const auto known = view.origin.rules.notes.find(command.maker);
    for (ProductNote row : command.products) {
        row.hs = Hs::from_text(row.hs)->to_text();
        const bool stands = known != view.origin.rules.notes.end() && std::ranges::find(known->second, row) != known->second.end();
        if (!stands && std::ranges::find(coming, row) == coming.end()) coming.push_back(std::move(row));
    }
    if (coming.empty()) return refuse(refusals::already_recorded, command.maker.value, "/products");
    return in_entries(
        std::move(coming), [](const ProductNote& row) { return 60 + row.product.size() + row.note.size() + bytes_of_source(row.source); },
        [&](std::vector<ProductNote> some) { return ProductsNoted{.maker = command.maker, .products = std::move(some)}; });
}

Decision decide(const View& view, const LoadSupplierRules& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_count(command.rules.size(), "/rules"));
    std::set<RuleId> ids;
    for (std::size_t i = 0; i < command.rules.size(); ++i) {
        const SupplierRule& row = command.rules[i];
        REFUSE_FAULT(fault_of_id(row.rule.value, at_row("rules", i, "/rule")));
        REFUSE_FAULT(fault_of_id(row.sector, at_row("rules", i, "/sector")));
        if (row.conditions.empty()) return refuse(refusals::nothing_given, row.rule.value, at_row("rules", i, "/conditions"));
        if (row.conditions.size() > conditions_max) return refuse(refusals::too_many, std::to_string(row.conditions.size()), at_row("rules", i, "/conditions"));
        std::set<std::string> conditions;
        for (const SupplierCondition& one : row.conditions) {
            REFUSE_FAULT(fault_of_id(one.condition, at_row("rules", i, "/conditions")));
            REFUSE_FAULT(fault_of_text(one.text, at_row("rules", i, "/conditions")));
            if (!conditions.insert(one.condition).second) return refuse(refusals::row_repeated, one.condition, at_row("rules", i, "/conditions"));
        }
        REFUSE_FAULT(fault_of_text(row.clause, at_row("rules", i, "/clause")));
        REFUSE_FAULT(fault_of_source(row.source, at_row("rules", i, "/source")));
        REFUSE_FAULT(fault_of_validity(row.validity, at_row("rules", i, "/validity")));
        if (!ids.insert(row.rule).second) return refuse(refusals::row_repeated, row.rule.value, at_row("rules", i, "/rule"));
    }
    const RuleSet* set = view.origin.rules.find(command.set);
    if (set == nullptr) return refuse(refusals::set_unknown, command.set.value, "/set");
    std::vector<SupplierRule> standing;
    for (const auto& [id, rule] : set->supplier_rules) {
        if (!ids.contains(id)) standing.push_back(rule.row);
    }
    std::vector<SupplierRule> coming;
    for (std::size_t i = 0; i < command.rules.size(); ++i) {
        const SupplierRule& row = command.rules[i];
        for (const SupplierRule& other : standing) {
            if (other.kind == row.kind && other.sector == row.sector && overlap(other.validity, row.validity) != Answer::no) return refuse(refusals::rules_overlap, other.rule.value, at_row("rules", i));
        }
        standing.push_back(row);
        const auto known = set->supplier_rules.find(row.rule);
        if (known == set->supplier_rules.end() || known->second.row != row) coming.push_back(row);
    }
    if (coming.empty()) return refuse(refusals::already_recorded, command.set.value, "/rules");
    return in_entries(
        std::move(coming), [](const SupplierRule& row) { return 200 + row.clause.size() + bytes_of_source(row.source) + 1'080 * row.conditions.size(); },
        [&](std::vector<SupplierRule> some) { return SupplierRulesLoaded{.set = command.set, .rules = std::move(some)}; });
}

}  // namespace ponte::origin
