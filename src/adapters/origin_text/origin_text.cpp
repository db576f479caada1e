#include "adapters/origin_text/origin_text.h"

#include "adapters/dossier/words.h"

#include <algorithm>

namespace ponte::origin_text {

namespace {

using namespace origin;

// Lines below one another; what belongs to a line stands two places further in.
class Sheet {
public:
    explicit Sheet(Language language) : words_(language, "words/origin.csv") {}

    void line(std::size_t depth, const std::string& text) { text_ += std::string(2 * depth, ' ') + text + "\n"; }
    void say(std::size_t depth, std::string_view key, std::initializer_list<std::string_view> values = {}) { line(depth, words_.say(key, values)); }
    [[nodiscard]] std::string words(std::string_view key, std::initializer_list<std::string_view> values) { return words_.say(key, values); }
    template <class Named>
    [[nodiscard]] std::string word(std::string_view family, Named name) {
        return std::string(words_.say(std::string(family) + "." + std::string(name_of(name))));
    }
    [[nodiscard]] std::string word(std::string_view key) { return std::string(words_.say(key)); }
    [[nodiscard]] std::string taken() { return std::move(text_); }

private:
    dossier::Words words_;
    std::string text_;
};

std::string end_text(Sheet& sheet, const std::optional<Period>& end, bool unknown) {
    if (unknown) return sheet.word("days.unknown");
    return end ? end->to_text() : sheet.word("days.open");
}

// "yes (met)"; of an unknown answer the reason says what is not known.
std::string answer_text(Sheet& sheet, ponte::Answer answer, Why why) { return sheet.words("answer.why", {sheet.word("answer", answer), sheet.word("why", why)}); }

std::string share_text(const std::optional<Share>& share) { return share ? share->percent.to_text() + " %" : std::string("—"); }

std::string test_text(Sheet& sheet, const TestShown& test, const std::optional<FiguresShown>& figures) {
    const bool up = test.kind == TestKind::build_up;
    if ((!up && test.kind != TestKind::build_down) || !figures || !figures->fob) return sheet.words("test", {sheet.word("test", test.kind), test.kind == TestKind::not_known ? "" : " " + test.text, answer_text(sheet, test.answer, test.why)});
    const auto& least = up ? figures->build_up : figures->build_down;
    const auto& most = up ? figures->build_up_at_most : figures->build_down_at_most;
    const std::string edge = test.text.substr(std::min(test.text.find(' ') + 1, test.text.size())) + " %";
    if (least && most && compare(least->percent, most->percent) != 0) {
        return sheet.words("test.between", {sheet.word("test", test.kind), share_text(least), share_text(most), edge, answer_text(sheet, test.answer, test.why)});
    }
    return sheet.words("test.share", {sheet.word("test", test.kind), share_text(least), edge, answer_text(sheet, test.answer, test.why)});
}

// The tests as the tree they are: a joining test stands above those that it joins.
std::size_t add_tests(Sheet& sheet, const TriedShown& tried, std::size_t at, std::size_t depth, const std::optional<FiguresShown>& figures) {
    if (at >= tried.each.size()) return at;
    const TestShown& test = tried.each[at++];
    if (test.kind != TestKind::all && test.kind != TestKind::any) {
        sheet.line(depth, test_text(sheet, test, figures));
        return at;
    }
    sheet.line(depth, sheet.words("test.joined", {sheet.word("test", test.kind), answer_text(sheet, test.answer, test.why)}));
    for (std::uint16_t i = 0; i < test.parts; ++i) at = add_tests(sheet, tried, at, depth + 1, figures);
    return at;
}

void add_tried(Sheet& sheet, const TriedShown& tried, const std::optional<FiguresShown>& figures) {
    const std::string rule = tried.rule.value.empty() ? std::string() : " [" + tried.rule.value + "]";
    sheet.say(1, "tried", {sheet.word("criterion", tried.criterion), rule, answer_text(sheet, tried.answer, tried.why)});
    if (!tried.tests.empty()) sheet.say(2, "rule", {tried.tests});
    if (!tried.text.empty()) sheet.line(2, tried.text);
    if (tried.validity) {
        const Validity& days = *tried.validity;
        sheet.say(2, "clause", {tried.clause.empty() ? sheet.word("clause.none") : tried.clause, end_text(sheet, days.from, days.from_unknown), end_text(sheet, days.to, days.to_unknown)});
    }
    if (tried.source) sheet.say(2, "source", {tried.source->reference, sheet.word("confidence", tried.source->confidence)});
    static_cast<void>(add_tests(sheet, tried, 0, 2, figures));
}

void add_figures(Sheet& sheet, const FiguresShown& figures) {
    const auto price = [](const std::optional<Decimal>& amount) { return amount ? amount->to_text() : std::string("—"); };
    sheet.say(0, "figures", {figures.currency.to_text()});
    sheet.say(1, "figures.price", {price(figures.fob), price(figures.ex_works)});
    sheet.say(1, "figures.materials", {figures.originating.to_text(), figures.other_party.to_text(), figures.foreign.to_text(), figures.origin_unknown.to_text()});
    sheet.say(1, "figures.work", {figures.labour.to_text(), figures.development.to_text()});
    const auto both_ways = [&](std::string_view key, const std::optional<Share>& least, const std::optional<Share>& most) {
        if (!least || !most) return sheet.say(1, key, {share_text({})});
        if (compare(least->percent, most->percent) == 0) return sheet.say(1, key, {share_text(least)});
        sheet.say(1, key, {sheet.words("figures.between", {share_text(least), share_text(most)})});
    };
    both_ways("figures.build_up", figures.build_up, figures.build_up_at_most);
    both_ways("figures.build_down", figures.build_down, figures.build_down_at_most);
}

void add_lines(Sheet& sheet, const std::vector<LineShown>& lines) {
    if (lines.empty()) return;
    sheet.say(0, "lines");
    for (const LineShown& line : lines) {
        sheet.say(1, "line", {std::to_string(line.line + 1), line.hs, line.value.to_text(), sheet.word("status." + line.status), sheet.word("answer", line.other_chapter),
                              sheet.word("answer", line.other_heading), sheet.word("answer", line.other_subheading)});
    }
}

std::string step_text(Sheet& sheet, const StepShown& step) {
    const std::string line = step.line ? std::to_string(*step.line + 1) : std::string();
    return sheet.words("step." + std::string(name_of(step.kind)), {line, step.hs, step.amount.to_text(), step.process.value});
}

// What moves the least money first; what has no price here comes after.
void add_ways(Sheet& sheet, std::vector<WayShown> ways, const std::string& currency) {
    std::ranges::stable_sort(ways, [](const WayShown& one, const WayShown& other) {
        if (one.unpriced != other.unpriced) return other.unpriced;
        return compare(one.amount, other.amount) < 0;
    });
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const WayShown& way = ways[i];
        sheet.say(0, i == 0 ? "way.cheapest" : "way.other", {way.rule.value, way.amount.to_text() + " " + currency, way.unpriced ? sheet.word("way.unpriced") : std::string()});
        for (const StepShown& step : way.steps) sheet.line(1, step_text(sheet, step));
    }
}

// Every reason that leaves something open, once, in the order in which it was met.
std::vector<Why> unknown_in(const DeterminationAnswer& answer) {
    std::vector<Why> all;
    const auto hear = [&](ponte::Answer said, Why why) {
        if (said == ponte::Answer::unknown && std::ranges::find(all, why) == all.end()) all.push_back(why);
    };
    hear(answer.origin, answer.why);
    for (const auto* list : {&answer.tried, &answer.branches}) {
        for (const TriedShown& tried : *list) {
            hear(tried.answer, tried.why);
            for (const TestShown& test : tried.each) hear(test.answer, test.why);
        }
    }
    for (const ConditionShown& condition : answer.conditions) hear(condition.answer, condition.why);
    return all;
}

}  // namespace

std::string text_of(const DeterminationAnswer& answer, Language language) {
    if (answer.refused) return {};
    Sheet sheet(language);
    const std::string version = answer.version ? std::to_string(static_cast<int>(*answer.version)) : std::string("—");
    sheet.say(0, "head", {answer.hs, version, answer.on.to_text(), answer.set ? answer.set->value : sheet.word("set.none")});
    sheet.say(0, "origin", {answer_text(sheet, answer.origin, answer.why), answer.by ? sheet.word("criterion", *answer.by) : std::string("—")});
    sheet.say(0, "preference", {sheet.word("answer", answer.preference)});
    if (!answer.tried.empty()) sheet.say(0, "tried.head");
    for (const TriedShown& one : answer.tried) add_tried(sheet, one, answer.figures);
    if (!answer.branches.empty()) sheet.say(0, "branches.head");
    for (const TriedShown& one : answer.branches) add_tried(sheet, one, answer.figures);
    if (answer.figures) add_figures(sheet, *answer.figures);
    add_lines(sheet, answer.lines);
    if (!answer.conditions.empty()) sheet.say(0, "conditions.head");
    for (const ConditionShown& one : answer.conditions) {
        const std::string clause = one.clause.empty() ? sheet.word("clause.none") : one.clause;
        sheet.say(1, "condition", {sheet.word("topic", one.topic), answer_text(sheet, one.answer, one.why), clause});
    }
    const std::vector<Why> open = unknown_in(answer);
    if (open.empty()) sheet.say(0, "unknown.none");
    if (!open.empty()) sheet.say(0, "unknown.head");
    for (const Why why : open) sheet.line(1, sheet.word("why", why));
    add_ways(sheet, answer.ways, answer.figures ? answer.figures->currency.to_text() : std::string());
    return sheet.taken();
}

std::string text_of(const CatalogueAnswer& answer, Language language) {
    Sheet sheet(language);
    for (const CatalogueResult& row : answer.rows) {
        if (row.refused) {
            sheet.say(0, "catalogue.refused", {row.name, row.refused->code, row.refused->place});
            continue;
        }
        const std::string by = row.by ? sheet.word("criterion", *row.by) : std::string("—");
        const std::string rule = row.rule.value.empty() ? std::string() : " [" + row.rule.value + "]";
        sheet.say(0, "catalogue.row", {row.name, answer_text(sheet, row.origin, row.why), by + rule, share_text(row.build_up), share_text(row.build_down)});
        if (row.cheapest) sheet.say(1, "catalogue.cheapest", {row.cheapest->to_text()});
    }
    sheet.say(0, "catalogue.all", {std::to_string(answer.yes), std::to_string(answer.no), std::to_string(answer.unknown), std::to_string(answer.refused)});
    return sheet.taken();
}

}  // namespace ponte::origin_text
