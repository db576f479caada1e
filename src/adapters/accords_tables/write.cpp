#include "adapters/accords_tables/cells.h"

#include <algorithm>

// From answers to rows.
namespace ponte::accords_tables {

namespace {

using namespace accords;  // NOLINT: the desk's words stand on every line of this file

template <class Enum>
std::string word(Enum value) {
    return std::string(name_of(value));
}
std::string yes(bool value) { return value ? "yes" : ""; }

template <class Ids>
std::string ids(const Ids& all) {
    std::vector<std::string> texts;
    for (const auto& one : all) texts.push_back(one.value);
    return joined(texts, " ");
}
template <class Enum>
std::string words(const std::vector<Enum>& all) {
    std::vector<std::string> texts;
    for (const Enum one : all) texts.push_back(word(one));
    return joined(texts, " ");
}

// Parts that are all empty make an empty cell.
std::string parts(const std::vector<std::string>& all) {
    const bool any = std::ranges::any_of(all, [](const std::string& one) { return !one.empty(); });
    return any ? joined(all) : std::string();
}

void add_sources(std::vector<std::string>& cells, const std::vector<Source>& sources) {
    std::vector<std::string> references;
    std::vector<std::string> as_of;
    std::vector<std::string> confidence;
    std::vector<std::string> notes;
    for (const Source& one : sources) {
        references.push_back(one.reference);
        as_of.push_back(one.as_of ? text_of(*one.as_of) : "");
        confidence.push_back(word(one.confidence));
        notes.push_back(one.note);
    }
    cells.insert(cells.end(), {joined(references), parts(as_of), joined(confidence), parts(notes)});
}

std::string organs(const std::vector<Party>& parties, Language language) {
    std::vector<std::string> all;
    for (const Party& party : parties) all.push_back(party.organ.in(language));
    return parts(all);
}

std::string force(const ForceClause& clause) {
    if (clause.fixed) return word(clause.by) + " " + clause.fixed->to_text();
    if (clause.count == 0 && clause.unit == CountIn::days) return word(clause.by);
    return word(clause.by) + " " + std::to_string(clause.count) + " " + word(clause.unit);
}

std::string effects(const std::vector<EffectClause>& clauses) {
    std::vector<std::string> all;
    for (const EffectClause& one : clauses) {
        all.push_back(joined({one.place.value, word(one.from), std::to_string(one.month), std::to_string(one.day), one.fixed ? one.fixed->to_text() : "", one.clause}, ";"));
    }
    return joined(all);
}

std::string term(const std::optional<Term>& term) {
    if (!term) return {};
    return joined({std::to_string(term->months), word(term->from), term->tacit ? "tacit" : "express", std::to_string(term->renewal_months), std::to_string(term->notice_days)}, ";");
}

std::string statuses(const std::vector<NameStatus>& all) {
    std::vector<std::string> texts;
    for (const NameStatus& one : all) texts.push_back(word(one.language) + "=" + word(one.status));
    return joined(texts, " ");
}

std::string end(const std::optional<Period>& period, bool unknown) {
    if (unknown) return "unknown";
    return period ? text_of(*period) : "";
}

void add_names(std::vector<std::string>& cells, const Names& names) { cells.insert(cells.end(), {names.zh_hant, names.zh_hans, names.pt, names.en}); }

void add(csv::Table& table, std::vector<std::string> cells) { table.rows.push_back({.line = 0, .cells = std::move(cells)}); }

std::vector<std::string> step_cells(const InstrumentShown& shown, const StepRow& step, const Period& date, const Evidence& evidence, bool other) {
    std::vector<std::string> cells{shown.row.instrument.value, word(step.step), step.party ? step.party->value : "", text_of(date), yes(other), yes(!shown.row.live && !other),
                                   yes(step.unverified && !other), yes(step.retroactive && !other), other ? "" : step.signatory, other ? "" : step.document,
                                   step.by && !other ? step.by->value : "", step.until && !other ? step.until->to_text() : "", other ? "" : step.note, other ? "" : word(step.stage)};
    add_sources(cells, {evidence.source});
    return cells;
}

}  // namespace

csv::Table instruments_table(const std::vector<InstrumentShown>& instruments) {
    csv::Table table{.heads = instrument_heads(), .rows = {}};
    for (const InstrumentShown& shown : instruments) {
        const InstrumentRecord& record = shown.records.back().record;
        std::vector<std::string> places;
        for (const Party& party : record.parties) places.push_back(party.place.value);
        std::vector<std::string> cells{shown.row.instrument.value, word(record.kind), joined(places, " ")};
        for (const Language language : languages) cells.push_back(organs(record.parties, language));
        add_names(cells, record.names);
        cells.insert(cells.end(), {statuses(record.name_statuses), record.text_reference, ids(record.territories), record.territory_note, ids(record.amends), ids(record.replaces),
                                   record.under ? record.under->value : "", force(record.force), record.force.clause, effects(record.effects), term(record.term), record.note,
                                   yes(shown.row.live), word(shown.row.stage)});
        add_sources(cells, record.sources);
        add(table, std::move(cells));
    }
    return table;
}

csv::Table steps_table(const std::vector<InstrumentShown>& instruments) {
    csv::Table table{.heads = step_heads(), .rows = {}};
    for (const InstrumentShown& shown : instruments) {
        std::vector<StepRow> steps = shown.steps;
        std::ranges::sort(steps, {}, &StepRow::number);
        for (const StepRow& step : steps) {
            if (step.withdrawn) continue;
            add(table, step_cells(shown, step, step.date, step.evidence, false));
            for (std::size_t i = 0; i < step.other_dates.size(); ++i) add(table, step_cells(shown, step, step.other_dates[i], step.other_evidence[i], true));
        }
    }
    return table;
}

csv::Table listings_table(const PartnerRecordsAnswer& records) {
    csv::Table table{.heads = listing_heads(), .rows = {}};
    for (const RecordedListing& one : records.listings) {
        const ListingRecorded& it = one.listing;
        std::vector<std::string> cells{it.partner.value, word(it.listing), end(it.validity.from, it.validity.from_unknown), end(it.validity.to, it.validity.to_unknown)};
        add_sources(cells, {it.source});
        add(table, std::move(cells));
    }
    return table;
}

csv::Table figures_table(const PartnerRecordsAnswer& records) {
    csv::Table table{.heads = figure_heads(), .rows = {}};
    for (const RecordedFigure& one : records.figures) {
        const FigureRecorded& it = one.figure;
        std::vector<std::string> cells{it.partner.value, word(it.criterion), it.value.to_text(), it.unit, text_of(it.period)};
        add_sources(cells, {it.source});
        add(table, std::move(cells));
    }
    return table;
}

csv::Table counts_table(const PartnerRecordsAnswer& records) {
    csv::Table table{.heads = count_heads(), .rows = {}};
    for (const RecordedCount& one : records.counts) {
        const CountPublished& it = one.count;
        std::vector<std::string> cells{it.count.value, words(it.kinds), it.in_force ? "in_force" : "signed", it.as_of.to_text(), std::to_string(it.published)};
        add_sources(cells, {it.source});
        add(table, std::move(cells));
    }
    return table;
}

csv::Table routes_table(const PartnerRecordsAnswer& records) {
    csv::Table table{.heads = route_heads(), .rows = {}};
    for (const RecordedRoute& one : records.routes) {
        const RouteStated& it = one.route;
        std::vector<std::string> cells{it.route.value, words(it.matters)};
        add_names(cells, it.names);
        cells.insert(cells.end(), {it.reference, end(it.validity.from, it.validity.from_unknown), end(it.validity.to, it.validity.to_unknown), ids(it.without), it.conditions});
        add_sources(cells, {it.source});
        add(table, std::move(cells));
    }
    return table;
}

csv::Table clauses_table(const PartnerRecordsAnswer& records) {
    csv::Table table{.heads = clause_heads(), .rows = {}};
    for (const RecordedClause& one : records.clauses) {
        const ClauseStated& it = one.clause;
        std::vector<std::string> cells{it.instrument.value, word(it.matter), it.clause, it.conditions};
        add_sources(cells, {it.source});
        add(table, std::move(cells));
    }
    return table;
}

csv::Table coverage_table(const CoverageAnswer& coverage) {
    csv::Table table{.heads = {"partner"}, .rows = {}};
    for (const InstrumentKind kind : coverage.kinds) table.heads.push_back(word(kind));
    for (std::size_t i = 0; i < coverage.partners.size(); ++i) {
        std::vector<std::string> cells{coverage.partners[i].value};
        for (std::size_t k = 0; k < coverage.kinds.size() && !coverage.cells.empty(); ++k) {
            const CoverageCell& cell = coverage.cells[i * coverage.kinds.size() + k];
            std::string says = cell.stood.standing ? word(*cell.stood.standing) : word(cell.reach);
            if (cell.instrument) says += ": " + cell.instrument->value;
            if (cell.since) says += " since " + cell.since->to_text();
            for (const InstrumentId& one : cell.others) says += "; " + one.value;
            if (cell.contradicted) says += " (contradicted)";
            cells.push_back(std::move(says));
        }
        add(table, std::move(cells));
    }
    return table;
}

}  // namespace ponte::accords_tables
