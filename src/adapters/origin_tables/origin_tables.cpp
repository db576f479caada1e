#include "adapters/origin_tables/origin_tables.h"

#include "adapters/origin_tables/cells.h"

#include <charconv>

namespace ponte::origin_tables {

namespace {

using origin::HsVersion;

constexpr std::size_t rows_of_command = 500;

using Heads = std::vector<std::string>;
Heads joined(std::initializer_list<Heads> lists) {
    Heads all;
    for (const Heads& list : lists) all.insert(all.end(), list.begin(), list.end());
    return all;
}
const Heads dated{"from", "to"};
const Heads sourced{"source", "as_of", "confidence", "note"};
const Heads named{"name_zh_hant", "name_zh_hans", "name_pt", "name_en"};
const Heads set_heads = joined({{"set"}, named, {"parties"}, dated, {"clause"}, sourced});
const Heads term_heads = joined({{"set", "term", "topic", "holds", "percent", "tests", "windows", "version", "processes", "text"}, dated, {"clause"}, sourced});
const Heads rule_heads = joined({{"set", "rule", "hs", "hs_to", "version", "description", "tests", "text"}, dated, {"clause"}, sourced});
const Heads process_heads = joined({{"process"}, named, {"text"}, sourced});
const Heads correlation_heads = joined({{"from_version", "from", "to_version", "to"}, sourced});
const Heads tariff_heads = joined({{"importer", "hs", "version", "duty_percent"}, dated, {"clause"}, sourced});
const Heads product_heads = joined({{"maker", "hs", "product", "remark"}, sourced});
const Heads supplier_heads = joined({{"set", "rule", "kind", "sector", "conditions"}, dated, {"clause"}, sourced});
const Heads chapter_heads = joined({{"set", "chapter", "version"}, dated, {"stated_by"}});

std::optional<std::uint8_t> two_digits(std::string_view text) {
    std::uint8_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.size() != 2 || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<origin::Window> window_of(std::string_view text) {
    if (text.size() != 11 || text[2] != '-' || text[5] != '>' || text[8] != '-') return std::nullopt;
    const auto apply_month = two_digits(text.substr(0, 2));
    const auto apply_day = two_digits(text.substr(3, 2));
    const auto force_month = two_digits(text.substr(6, 2));
    const auto force_day = two_digits(text.substr(9, 2));
    if (!apply_month || !apply_day || !force_month || !force_day) return std::nullopt;
    return origin::Window{.apply_month = *apply_month, .apply_day = *apply_day, .force_month = *force_month, .force_day = *force_day};
}

std::string text_of(const origin::Window& window) {
    const auto two = [](std::uint8_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(window.apply_month) + "-" + two(window.apply_day) + ">" + two(window.force_month) + "-" + two(window.force_day);
}

Outcome<origin::TermRow> term_row(const Cells& cells) {
    origin::TermRow row{.term = origin::RuleId(cells.at("term")),
                        .topic = TRY(cells.word<origin::Topic>("topic")),
                        .holds = TRY(cells.word<Answer>("holds")),
                        .text = cells.at("text"),
                        .validity = TRY(cells.validity()),
                        .clause = cells.at("clause"),
                        .source = TRY(cells.source())};
    if (!cells.at("percent").empty()) row.percent = TRY(cells.number("percent"));
    if (!cells.at("tests").empty()) row.tests = cells.at("tests");
    if (!cells.at("version").empty()) row.version = TRY(cells.version("version"));
    for (const std::string& part : parts_of(cells.at("windows"))) {
        const auto window = window_of(part);
        if (!window) return cells.unreadable("windows");
        row.windows.push_back(*window);
    }
    for (std::string& part : parts_of(cells.at("processes"))) row.processes.emplace_back(std::move(part));
    return row;
}

Outcome<origin::RuleRow> rule_row(const Cells& cells) {
    origin::RuleRow row{.rule = origin::RuleId(cells.at("rule")),
                        .hs = cells.at("hs"),
                        .version = TRY(cells.version("version")),
                        .description = cells.at("description"),
                        .tests = cells.at("tests"),
                        .text = cells.at("text"),
                        .validity = TRY(cells.validity()),
                        .clause = cells.at("clause"),
                        .source = TRY(cells.source())};
    if (!cells.at("hs_to").empty()) row.hs_to = cells.at("hs_to");
    return row;
}

Outcome<origin::SupplierRule> supplier_row(const Cells& cells) {
    origin::SupplierRule row{.rule = origin::RuleId(cells.at("rule")),
                             .kind = TRY(cells.word<origin::SupplierKind>("kind")),
                             .sector = cells.at("sector"),
                             .conditions = {},
                             .validity = TRY(cells.validity()),
                             .clause = cells.at("clause"),
                             .source = TRY(cells.source())};
    for (const std::string& part : parts_of(cells.at("conditions"))) {
        const std::size_t colon = part.find(": ");
        if (colon == std::string::npos) return cells.unreadable("conditions");
        row.conditions.push_back({.condition = part.substr(0, colon), .text = part.substr(colon + 2)});
    }
    return row;
}

Outcome<origin::Correlation> correlation_row(const Cells& cells) {
    return origin::Correlation{.from_version = TRY(cells.version("from_version")),
                               .from = cells.at("from"),
                               .to_version = TRY(cells.version("to_version")),
                               .to = cells.at("to"),
                               .source = TRY(cells.source())};
}

Outcome<origin::TariffLine> tariff_row(const Cells& cells) {
    return origin::TariffLine{.hs = cells.at("hs"),
                              .version = TRY(cells.version("version")),
                              .duty_percent = TRY(cells.number("duty_percent")),
                              .validity = TRY(cells.validity()),
                              .clause = cells.at("clause"),
                              .source = TRY(cells.source())};
}

Outcome<origin::Process> process_row(const Cells& cells) {
    return origin::Process{.process = origin::ProcessId(cells.at("process")), .names = cells.names(), .text = cells.at("text"), .source = TRY(cells.source())};
}

Outcome<origin::ProductNote> product_row(const Cells& cells) {
    return origin::ProductNote{.hs = cells.at("hs"), .product = cells.at("product"), .note = cells.at("remark"), .source = TRY(cells.source())};
}

Outcome<origin::CompleteList> chapter_row(const Cells& cells) {
    return origin::CompleteList{.set = origin::RuleSetId(cells.at("set")), .chapter = cells.at("chapter"), .version = TRY(cells.version("version")), .validity = TRY(cells.validity()), .source = cells.at("stated_by")};
}

Outcome<origin::RecordSet> set_row(const Cells& cells) {
    origin::RecordSet row{.set = origin::RuleSetId(cells.at("set")), .names = cells.names(), .parties = {}, .validity = TRY(cells.validity()), .clause = cells.at("clause"), .source = TRY(cells.source())};
    for (std::string& part : parts_of(cells.at("parties"))) row.parties.emplace_back(std::move(part));
    return row;
}

// Rows that follow one another for the same owner (a set, an importer) make one command, up to its size.
template <class Command, class Read, class Begin, class Rows>
Outcome<std::vector<Order>> batches(const csv::Table& table, std::string_view owner, const Read& read, const Begin& begin, const Rows& rows_of) {
    std::vector<Order> orders;
    std::optional<std::string> current;
    for (const csv::Row& row : table.rows) {
        const Cells cells(table, row);
        auto one = TRY(read(cells));
        const std::string& of = cells.at(owner);
        if (orders.empty() || current != of || orders.back().lines.size() == rows_of_command) {
            orders.push_back({.command = begin(of), .lines = {}});
            current = of;
        }
        rows_of(std::get<Command>(orders.back().command)).push_back(std::move(one));
        orders.back().lines.push_back(row.line);
    }
    return orders;
}

std::string end_text(const std::optional<Period>& end, bool unknown) { return unknown ? "unknown" : end ? end->to_text() : std::string(); }

void add(std::vector<std::string>& cells, const Validity& validity) {
    cells.push_back(end_text(validity.from, validity.from_unknown));
    cells.push_back(end_text(validity.to, validity.to_unknown));
}
void add(std::vector<std::string>& cells, const Source& source) {
    cells.push_back(source.reference);
    cells.push_back(source.as_of ? source.as_of->to_text() : std::string());
    cells.emplace_back(name_of(source.confidence));
    cells.push_back(source.note);
}
void add(std::vector<std::string>& cells, const Names& names) {
    for (const Language language : languages) cells.push_back(names.in(language));
}
std::string text_of(HsVersion version) { return std::to_string(static_cast<int>(version)); }

template <class Values, class Text>
std::string with_bars(const Values& values, const Text& text) {
    std::string all;
    for (const auto& value : values) all += (all.empty() ? "" : "|") + text(value);
    return all;
}

}  // namespace

std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('|'), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

Outcome<std::vector<Order>> orders_of(const csv::Table& table) {
    using origin::RuleSetId;
    if (table.heads == term_heads) {
        return batches<origin::LoadTerms>(table, "set", term_row, [](const std::string& of) { return origin::LoadTerms{.set = RuleSetId(of), .terms = {}}; }, [](auto& one) -> auto& { return one.terms; });
    }
    if (table.heads == rule_heads) {
        return batches<origin::LoadRules>(table, "set", rule_row, [](const std::string& of) { return origin::LoadRules{.set = RuleSetId(of), .rules = {}}; }, [](auto& one) -> auto& { return one.rules; });
    }
    if (table.heads == supplier_heads) {
        return batches<origin::LoadSupplierRules>(table, "set", supplier_row, [](const std::string& of) { return origin::LoadSupplierRules{.set = RuleSetId(of), .rules = {}}; }, [](auto& one) -> auto& { return one.rules; });
    }
    if (table.heads == process_heads) {
        return batches<origin::DefineProcesses>(table, "", process_row, [](const std::string&) { return origin::DefineProcesses{}; }, [](auto& one) -> auto& { return one.processes; });
    }
    if (table.heads == correlation_heads) {
        return batches<origin::LoadCorrelations>(table, "", correlation_row, [](const std::string&) { return origin::LoadCorrelations{}; }, [](auto& one) -> auto& { return one.rows; });
    }
    if (table.heads == tariff_heads) {
        return batches<origin::LoadTariff>(table, "importer", tariff_row, [](const std::string& of) { return origin::LoadTariff{.importer = JurisdictionId(of), .lines = {}}; }, [](auto& one) -> auto& { return one.lines; });
    }
    if (table.heads == product_heads) {
        return batches<origin::NoteProducts>(table, "maker", product_row, [](const std::string& of) { return origin::NoteProducts{.maker = JurisdictionId(of), .products = {}}; }, [](auto& one) -> auto& { return one.products; });
    }
    if (table.heads == chapter_heads) {
        std::vector<Order> orders;
        for (const csv::Row& row : table.rows) orders.push_back({.command = TRY(chapter_row(Cells(table, row))), .lines = {row.line}});
        return orders;
    }
    if (table.heads != set_heads) return refuse(refusals::head_unknown, table.heads.empty() ? std::string() : table.heads.front().substr(0, 80));
    std::vector<Order> orders;
    for (const csv::Row& row : table.rows) orders.push_back({.command = TRY(set_row(Cells(table, row))), .lines = {row.line}});
    return orders;
}

csv::Table sets_table(const origin::SetsAnswer& answer) {
    csv::Table table{.heads = set_heads, .rows = {}};
    for (const origin::SetRow& set : answer.sets) {
        std::vector<std::string> cells{set.set.value};
        add(cells, set.names);
        cells.push_back(with_bars(set.parties, [](const JurisdictionId& one) { return one.value; }));
        add(cells, set.validity);
        cells.push_back(set.clause);
        add(cells, set.source);
        table.rows.push_back({.line = 0, .cells = std::move(cells)});
    }
    return table;
}

csv::Table terms_table(const origin::TermsAnswer& answer) {
    csv::Table table{.heads = term_heads, .rows = {}};
    for (const origin::TermShown& shown : answer.terms) {
        const origin::Term& term = shown.term;
        std::vector<std::string> cells{shown.set.value,
                                       term.term.value,
                                       std::string(name_of(term.topic)),
                                       std::string(name_of(term.holds)),
                                       term.percent ? term.percent->to_text() : std::string(),
                                       shown.tests,
                                       with_bars(term.windows, [](const origin::Window& one) { return text_of(one); }),
                                       term.version ? text_of(*term.version) : std::string(),
                                       with_bars(term.processes, [](const origin::ProcessId& one) { return one.value; }),
                                       term.text};
        add(cells, term.validity);
        cells.push_back(term.clause);
        add(cells, term.source);
        table.rows.push_back({.line = 0, .cells = std::move(cells)});
    }
    return table;
}

csv::Table rules_table(const origin::RulesAnswer& answer) {
    csv::Table table{.heads = rule_heads, .rows = {}};
    for (const origin::RuleShown& shown : answer.rules) {
        const origin::ProductRule& rule = shown.rule;
        std::vector<std::string> cells{shown.set.value, rule.rule.value, rule.hs, rule.hs_to.value_or(""), text_of(rule.version), rule.description, shown.tests, rule.text};
        add(cells, rule.validity);
        cells.push_back(rule.clause);
        add(cells, rule.source);
        table.rows.push_back({.line = 0, .cells = std::move(cells)});
    }
    return table;
}

csv::Table processes_table(const origin::TablesAnswer& answer) {
    csv::Table table{.heads = process_heads, .rows = {}};
    for (const origin::Process& process : answer.processes) {
        std::vector<std::string> cells{process.process.value};
        add(cells, process.names);
        cells.push_back(process.text);
        add(cells, process.source);
        table.rows.push_back({.line = 0, .cells = std::move(cells)});
    }
    return table;
}

csv::Table correlations_table(const origin::TablesAnswer& answer) {
    csv::Table table{.heads = correlation_heads, .rows = {}};
    for (const origin::Correlation& row : answer.correlations) {
        std::vector<std::string> cells{text_of(row.from_version), row.from, text_of(row.to_version), row.to};
        add(cells, row.source);
        table.rows.push_back({.line = 0, .cells = std::move(cells)});
    }
    return table;
}

csv::Table tariff_table(const origin::TablesAnswer& answer, const JurisdictionId& importer) {
    csv::Table table{.heads = tariff_heads, .rows = {}};
    for (const origin::TariffLine& row : answer.tariff) {
        std::vector<std::string> cells{importer.value, row.hs, text_of(row.version), row.duty_percent.to_text()};
        add(cells, row.validity);
        cells.push_back(row.clause);
        add(cells, row.source);
        table.rows.push_back({.line = 0, .cells = std::move(cells)});
    }
    return table;
}

csv::Table supplier_rules_table(const std::vector<std::pair<origin::RuleSetId, origin::TablesAnswer>>& by_set) {
    csv::Table table{.heads = supplier_heads, .rows = {}};
    for (const auto& [set, answer] : by_set) {
        for (const origin::SupplierRule& rule : answer.supplier_rules) {
            std::vector<std::string> cells{set.value, rule.rule.value, std::string(name_of(rule.kind)), rule.sector,
                                           with_bars(rule.conditions, [](const origin::SupplierCondition& one) { return one.condition + ": " + one.text; })};
            add(cells, rule.validity);
            cells.push_back(rule.clause);
            add(cells, rule.source);
            table.rows.push_back({.line = 0, .cells = std::move(cells)});
        }
    }
    return table;
}

csv::Table whole_chapters_table(const origin::SetsAnswer& answer) {
    csv::Table table{.heads = chapter_heads, .rows = {}};
    for (const origin::SetRow& set : answer.sets) {
        for (const origin::ListCompleted& one : set.complete) {
            std::vector<std::string> cells{one.set.value, one.chapter, text_of(one.version)};
            add(cells, one.validity);
            cells.push_back(one.source);
            table.rows.push_back({.line = 0, .cells = std::move(cells)});
        }
    }
    return table;
}

csv::Table products_table(const origin::TablesAnswer& answer, const JurisdictionId& maker) {
    csv::Table table{.heads = product_heads, .rows = {}};
    for (const origin::ProductNote& row : answer.products) {
        std::vector<std::string> cells{maker.value, row.hs, row.product, row.note};
        add(cells, row.source);
        table.rows.push_back({.line = 0, .cells = std::move(cells)});
    }
    return table;
}

}  // namespace ponte::origin_tables
