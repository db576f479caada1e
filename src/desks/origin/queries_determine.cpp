#include "desks/origin/queries.h"
#include "desks/origin/view.h"

#include <algorithm>
#include <map>

// Determinations as they are shown: each criterion tried with its rule and source, the figures both ways, and
// what would have to change.
namespace ponte::origin {

namespace {

constexpr std::uint8_t places_shown = 4;

Refused shown(const Refusal& refusal) { return {.code = std::string(refusal.kind.code), .subject = refusal.subject, .place = refusal.place}; }

TriedShown shown(const Tried& one, const Setting& setting, const Prepared& good) {
    TriedShown row{.criterion = one.criterion, .answer = one.told.answer, .why = one.told.why};
    const Tests* tests = nullptr;
    if (one.rule != nullptr) {
        const ProductRule& rule = one.rule->row;
        row.rule = rule.rule;
        row.text = rule.text.empty() ? rule.description : rule.text;
        row.validity = rule.validity;
        row.clause = rule.clause;
        row.source = rule.source;
        tests = &rule.tests;
    } else if (one.term != nullptr) {
        const Term& term = one.term->row;
        row.rule = term.term;
        row.text = term.text;
        row.validity = term.validity;
        row.clause = term.clause;
        row.source = term.source;
        tests = &term.tests;
    }
    Tests joined;
    if (one.criterion == Criterion::general_rule && setting.general.size() > 1) {
        joined.push_back({.kind = TestKind::any, .parts = static_cast<std::uint16_t>(setting.general.size())});
        for (const KeptTerm* term : setting.general) joined.insert(joined.end(), term->row.tests.begin(), term->row.tests.end());
        tests = &joined;
    }
    if (tests == nullptr || tests->empty()) return row;
    row.tests = text_of(*tests);
    std::vector<Told> each;
    (void)told_by(*tests, setting, good, &each);
    for (std::size_t i = 0; i < each.size(); ++i) {
        const Test& test = (*tests)[i];
        const bool joins = test.kind == TestKind::all || test.kind == TestKind::any;
        row.each.push_back({.kind = test.kind, .parts = test.parts, .text = joins ? std::string() : text_of({test}), .answer = each[i].answer, .why = each[i].why});
    }
    return row;
}

Share share_of(Wide part, Wide whole) {
    // A percentage with four places is the ratio with six.
    const Wide ratio = part * 1'000'000 / whole;
    return {.part = decimal_of(part, places_shown), .percent = {.digits = static_cast<std::int64_t>(ratio), .scale = places_shown}};
}

struct Parts {
    Wide here = 0;
    Wide other = 0;
    Wide foreign = 0;
    Wide unknown = 0;
};
Parts parts_of(const Worked& bill) {
    return {.here = bill.sum_of(Status::here), .other = bill.sum_of(Status::other_party), .foreign = bill.sum_of(Status::foreign), .unknown = bill.sum_of(Status::unknown)};
}

// What counts for certain, and with everything that may: materials of the other side count at least where no
// floor stands between.
struct Reach {
    Wide least = 0;
    Wide most = 0;
};
bool counts_for_certain(const Setting& setting) {
    return setting.of(Topic::cumulation).holds == Answer::yes && setting.of(Topic::cumulation_floor).holds == Answer::no;
}
Reach build_up_of(const Setting& setting, const Worked& bill, const Parts& parts) {
    const Wide local = parts.here + bill.labour + bill.development;
    const Wide may = setting.of(Topic::cumulation).holds == Answer::no ? 0 : parts.other;
    return {.least = local + (counts_for_certain(setting) ? parts.other : 0), .most = local + may + parts.unknown};
}
Reach build_down_of(const Setting& setting, const Worked& bill, const Parts& parts) {
    const Wide left = *bill.fob - parts.foreign;
    const Wide never = setting.of(Topic::cumulation).holds == Answer::no ? parts.other : 0;
    return {.least = left - parts.unknown - (counts_for_certain(setting) ? 0 : parts.other), .most = left - never};
}

FiguresShown figures_of(const Setting& setting, const Prepared& good, const Bill& bill) {
    const Parts parts = parts_of(good.bill);
    FiguresShown figures{.currency = bill.currency,
                         .fob = bill.fob,
                         .ex_works = bill.ex_works,
                         .originating = decimal_of(parts.here, places_shown),
                         .other_party = decimal_of(parts.other, places_shown),
                         .foreign = decimal_of(parts.foreign, places_shown),
                         .origin_unknown = decimal_of(parts.unknown, places_shown),
                         .labour = decimal_of(good.bill.labour, places_shown),
                         .development = decimal_of(good.bill.development, places_shown)};
    if (!good.bill.fob) return figures;
    const Wide fob = *good.bill.fob;
    const Reach up = build_up_of(setting, good.bill, parts);
    const Reach down = build_down_of(setting, good.bill, parts);
    figures.build_up = share_of(up.least, fob);
    figures.build_up_at_most = share_of(up.most, fob);
    figures.build_down = share_of(down.least, fob);
    figures.build_down_at_most = share_of(down.most, fob);
    return figures;
}

std::string word_of(Status status) {
    switch (status) {
        case Status::here: return "here";
        case Status::other_party: return "other_party";
        case Status::foreign: return "foreign";
        case Status::unknown: return "unknown";
    }
    return "unknown";
}

std::vector<LineShown> lines_of(const Prepared& good) {
    std::vector<LineShown> lines;
    for (std::uint32_t i = 0; i < good.bill.lines.size(); ++i) {
        const WorkedLine& line = good.bill.lines[i];
        lines.push_back({.line = i,
                         .hs = line.hs.to_text(),
                         .value = decimal_of(line.value, places_shown),
                         .status = word_of(line.status),
                         .other_chapter = changed({.kind = TestKind::change_of_chapter}, good.hs, line.hs),
                         .other_heading = changed({.kind = TestKind::change_of_heading}, good.hs, line.hs),
                         .other_subheading = changed({.kind = TestKind::change_of_subheading}, good.hs, line.hs)});
    }
    return lines;
}

// For one criterion that was not met; the general rule has a tree for each of its ways of counting.
std::vector<Way> ways_of(const Tried& one, const Setting& setting, const Prepared& good) {
    if (one.told.answer == Answer::yes || one.told.why == Why::minimal_operations) return {};
    if (one.rule != nullptr) return ways_to_meet(one.rule->row.tests, setting, good);
    if (one.criterion != Criterion::general_rule) return {};
    std::vector<const Tests*> rules;
    for (const KeptTerm* term : setting.general) rules.push_back(&term->row.tests);
    return ways_to_meet_one(rules, setting, good);
}

RuleId rule_of(const Tried& one) { return one.rule != nullptr ? one.rule->row.rule : one.term != nullptr ? one.term->row.term : RuleId(); }

WayShown shown(const Way& way, const RuleId& rule, const Prepared& good, std::uint8_t places) {
    WayShown row{.rule = rule, .amount = decimal_above(way.amount, places), .unpriced = way.unpriced, .steps = {}};
    for (const Step& step : way.steps) {
        row.steps.push_back({.kind = step.kind,
                             .line = step.line,
                             .hs = step.line ? good.bill.lines[*step.line].hs.to_text() : std::string(),
                             .amount = decimal_above(step.amount, places),
                             .process = step.process});
    }
    return row;
}

// Of the criterion that decided, or of each branch where it is unknown which rule is the good's.
std::vector<WayShown> ways_shown(const Judged& judgement, const Setting& setting, const Prepared& good, std::uint8_t places) {
    std::vector<WayShown> all;
    if (judgement.origin == Answer::yes) return all;
    std::vector<RuleId> told;
    for (const auto* list : {&judgement.branches, &judgement.tried}) {
        for (const Tried& one : *list) {
            if (std::ranges::find(told, rule_of(one)) != told.end()) continue;
            told.push_back(rule_of(one));
            for (const Way& way : ways_of(one, setting, good)) all.push_back(shown(way, rule_of(one), good, places));
        }
    }
    return all;
}

ConditionShown condition(Topic topic, const Told& told, const TermOn& term) {
    ConditionShown row{.topic = topic, .answer = told.answer, .why = told.why};
    if (term.term == nullptr) return row;
    row.term = term.term->row.term;
    row.clause = term.term->row.clause;
    row.source = term.term->row.source;
    return row;
}

std::optional<Decimal> cheapest_of(const std::vector<WayShown>& ways) {
    std::optional<Decimal> least;
    for (const WayShown& way : ways) {
        if (!way.unpriced && (!least || compare(way.amount, *least) < 0)) least = way.amount;
    }
    return least;
}

}  // namespace

DeterminationAnswer answer(const Looking& looking, const DetermineQuery& query) {
    DeterminationAnswer found{.hs = query.goods.hs, .version = query.goods.version, .on = query.goods.on};
    const Outcome<Setting> setting = setting_of(looking.origin.rules, query.goods, "/goods");
    if (!setting) {
        found.refused = shown(setting.error());
        return found;
    }
    if (setting->set != nullptr) found.set = setting->set->recorded.set;
    const Outcome<Prepared> good = prepared(*setting, query.goods, "/goods");
    if (!good) {
        found.refused = shown(good.error());
        return found;
    }
    const Judged judgement = judged(*setting, *good);
    found.hs = good->hs.to_text();
    found.version = good->version;
    found.origin = judgement.origin;
    found.by = judgement.by;
    found.why = judgement.why;
    for (const Tried& one : judgement.tried) found.tried.push_back(shown(one, *setting, *good));
    for (const Tried& one : judgement.branches) found.branches.push_back(shown(one, *setting, *good));
    found.figures = figures_of(*setting, *good, query.goods.bill);
    found.lines = lines_of(*good);
    found.ways = ways_shown(judgement, *setting, *good, query.goods.bill.currency.exponent());
    if (judgement.why == Why::set_unknown) return found;
    const Told operations = told_of_operations(*setting, *good, judgement);
    const Told consignment = told_of_consignment(*setting, query.consignment);
    found.conditions.push_back(condition(Topic::minimal_operations, operations, setting->of(Topic::minimal_operations)));
    const Topic way = query.consignment == Consignment::through_hong_kong ? Topic::transit : Topic::direct_consignment;
    found.conditions.push_back(condition(way, consignment, setting->of(way)));
    found.preference = both(judgement.origin, both(operations.answer, consignment.answer));
    return found;
}

CatalogueAnswer answer(const Looking& looking, const CatalogueQuery& query) {
    CatalogueAnswer all;
    for (const CatalogueRow& row : query.rows) {
        const DeterminationAnswer one = answer(looking, DetermineQuery{.goods = row.goods, .consignment = {}});
        CatalogueResult result{.name = row.name, .refused = one.refused, .origin = one.origin, .by = one.by, .why = one.why};
        if (one.refused) {
            ++all.refused;
            all.rows.push_back(std::move(result));
            continue;
        }
        for (const TriedShown& tried : one.tried) {
            if (tried.criterion == one.by && tried.answer == one.origin) result.rule = tried.rule;
        }
        if (one.figures) {
            result.build_up = one.figures->build_up;
            result.build_down = one.figures->build_down;
        }
        result.cheapest = cheapest_of(one.ways);
        ++(one.origin == Answer::yes ? all.yes : one.origin == Answer::no ? all.no : all.unknown);
        all.rows.push_back(std::move(result));
    }
    return all;
}

}  // namespace ponte::origin
