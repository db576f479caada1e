#include "desks/origin/determine.h"

#include "base/check.h"
#include "desks/origin/listing.h"

#include <algorithm>

namespace ponte::origin {

namespace {

const JurisdictionId usual_exporter{std::string("MO")};
const JurisdictionId usual_importer{std::string("CN")};

bool is_certain(const Source& source) { return source.confidence != Confidence::unverified; }

bool is_between(const RuleSet& set, const JurisdictionId& from, const JurisdictionId& to) {
    const auto& parties = set.recorded.parties;
    return std::ranges::find(parties, from) != parties.end() && std::ranges::find(parties, to) != parties.end();
}

// A row of a term says something of the day unless it certainly does not hold on it. One that is certain speaks
// before one that is not.
void hear(TermOn& heard, const KeptTerm& term, Date on) {
    const Answer on_day = holds_on(term.row.validity, on);
    if (on_day == Answer::no) return;
    const bool certain = is_certain(term.row.source) && on_day == Answer::yes && term.row.holds != Answer::unknown;
    if (certain) {
        heard = {.holds = term.row.holds, .term = &term};
    } else if (heard.term == nullptr) {
        heard = {.holds = Answer::unknown, .term = &term};
    }
}

// Of parts that must all be met, or of which one is enough: the answer, and the reason of the part that gives it.
struct Joined {
    bool all;
    Told told;

    explicit Joined(bool all_of_them) : all(all_of_them), told{all_of_them ? Answer::yes : Answer::no, all_of_them ? Why::met : Why::not_met} {}
    void add(const Told& part) {
        const Answer answer = all ? both(told.answer, part.answer) : either(told.answer, part.answer);
        if (answer != told.answer || (part.answer == answer && !heard_)) {
            told = {.answer = answer, .why = part.why};
            heard_ = heard_ || part.answer == answer;
        }
    }

private:
    bool heard_ = false;
};

bool reaches(Wide part, Wide whole, const Decimal& percent) {
    // part / whole >= percent / 100, in whole numbers.
    const Wide places = percent.scale == 0 ? 1 : percent.scale == 1 ? 10 : 100;
    return part * 100 * places >= whole * percent.digits;
}

// The sums that a value content is made of, by what is certain of each material.
struct Sums {
    Wide here = 0;
    Wide other = 0;
    Wide foreign = 0;
    Wide unknown = 0;
};

Sums sums_of(const Worked& bill) {
    Sums sums;
    for (const WorkedLine& line : bill.lines) {
        switch (line.status) {
            case Status::here: sums.here += line.value; break;
            case Status::other_party: sums.other += line.value; break;
            case Status::foreign: sums.foreign += line.value; break;
            case Status::unknown: sums.unknown += line.value; break;
        }
    }
    return sums;
}

// Value content, both ways. `part` is what counts for certain; materials of the other side and of unknown origin
// add to it as far as they count.
Told told_of_content(const Test& test, const Setting& setting, const Prepared& good) {
    const Worked& bill = good.bill;
    if (!bill.fob) return {Answer::unknown, Why::price_unknown};
    const Sums sums = sums_of(bill);
    const bool up = test.kind == TestKind::build_up;
    const Wide part = up ? sums.here + bill.labour + bill.development : *bill.fob - sums.foreign - sums.unknown - sums.other;
    const auto met = [&](Wide counted) { return reaches(counted, *bill.fob, *test.percent); };
    if (met(part)) return {Answer::yes, Why::met};
    const Answer cumulated = sums.other == 0 ? Answer::no : setting.of(Topic::cumulation).holds;
    if (cumulated != Answer::no && met(part + sums.other)) {
        if (cumulated == Answer::unknown) return {Answer::unknown, Why::cumulation_unknown};
        const TermOn& floor = setting.of(Topic::cumulation_floor);
        if (floor.holds == Answer::no) return {Answer::yes, Why::met};
        if (floor.holds == Answer::unknown || !floor.term->row.percent) return {Answer::unknown, Why::floor_unknown};
        if (met(part + sums.other) && reaches(part, *bill.fob, *floor.term->row.percent)) return {Answer::yes, Why::met};
        // Under the floor they do not count, unless materials of unknown origin lift it.
        if (sums.unknown == 0) return {Answer::no, Why::not_met};
        return {Answer::unknown, Why::material_origin_unknown};
    }
    const Wide most = part + (cumulated == Answer::no ? 0 : sums.other) + sums.unknown;
    if (sums.unknown != 0 && met(most)) return {Answer::unknown, Why::material_origin_unknown};
    return {Answer::no, Why::not_met};
}

// Materials of the other side that count here need no change; where nobody knows whether they count, what they
// would block is in doubt.
Told told_of_change(const Test& test, const Setting& setting, const Prepared& good) {
    const Answer cumulated = setting.of(Topic::cumulation).holds;
    Wide blocked = 0;
    Wide in_doubt = 0;
    bool any_blocked = false;
    Why doubt = Why::met;
    const auto doubted = [&](const WorkedLine& line, Why why) {
        in_doubt += line.value;
        if (doubt == Why::met) doubt = why;
    };
    for (const WorkedLine& line : good.bill.lines) {
        if (line.status == Status::here || (line.status == Status::other_party && cumulated == Answer::yes)) continue;
        const Answer change = changed(test, good.hs, line.hs);
        if (change == Answer::yes) continue;
        if (line.status == Status::unknown) {
            doubted(line, Why::material_origin_unknown);
        } else if (line.status == Status::other_party && cumulated == Answer::unknown) {
            doubted(line, Why::cumulation_unknown);
        } else if (change == Answer::unknown) {
            doubted(line, good.hs.digits < line.hs.digits ? Why::good_code_short : Why::material_code_short);
        } else {
            any_blocked = true;
            blocked += line.value;
        }
    }
    if (!any_blocked && doubt == Why::met) {
        // A bill without a line says nothing of its materials.
        return good.bill.lines.empty() ? Told{Answer::unknown, Why::not_stated} : Told{Answer::yes, Why::met};
    }
    const TermOn& tolerance = setting.of(Topic::de_minimis);
    if (tolerance.holds == Answer::yes && tolerance.term->row.percent) {
        if (!good.bill.fob) return {Answer::unknown, Why::price_unknown};
        const Decimal share = *tolerance.term->row.percent;
        const auto within = [&](Wide amount) {
            const Wide places = share.scale == 0 ? 1 : share.scale == 1 ? 10 : 100;
            return amount * 100 * places <= *good.bill.fob * share.digits;
        };
        if (within(blocked + in_doubt)) return {Answer::yes, Why::met};
        if (!within(blocked)) return {Answer::no, Why::not_met};
        return {Answer::unknown, doubt};
    }
    if (tolerance.holds != Answer::no) return {Answer::unknown, any_blocked ? Why::de_minimis_unknown : doubt};
    return any_blocked ? Told{Answer::no, Why::not_met} : Told{Answer::unknown, doubt};
}

Told told_of_wholly_obtained(const Prepared& good) {
    if (good.bill.has(Status::foreign)) return {Answer::no, Why::not_met};
    if (!good.bill.wholly_obtained) return {Answer::unknown, Why::not_stated};
    return *good.bill.wholly_obtained ? Told{Answer::yes, Why::met} : Told{Answer::no, Why::not_met};
}

Told told_of_materials(const Setting& setting, const Prepared& good) {
    const Worked& bill = good.bill;
    if (bill.has(Status::foreign)) return {Answer::no, Why::not_met};
    if (bill.lines.empty()) return {Answer::unknown, Why::not_stated};
    const Answer cumulated = setting.of(Topic::cumulation).holds;
    const bool other = bill.has(Status::other_party);
    if (other && cumulated == Answer::no) return {Answer::no, Why::not_met};
    if (bill.has(Status::unknown)) return {Answer::unknown, Why::material_origin_unknown};
    if (other && cumulated == Answer::unknown) return {Answer::unknown, Why::cumulation_unknown};
    return {Answer::yes, Why::met};
}

Told told_of_process(const Test& test, const Prepared& good) {
    const auto& done = *good.bill.processes;
    const auto& more = good.bill.more_processes;
    if (std::ranges::find(done, test.process) != done.end() || std::ranges::find(more, test.process) != more.end()) return {Answer::yes, Why::met};
    return done.empty() ? Told{Answer::unknown, Why::not_stated} : Told{Answer::no, Why::not_met};
}

Told told_one(const Test& test, const Setting& setting, const Prepared& good) {
    switch (test.kind) {
        case TestKind::wholly_obtained: return told_of_wholly_obtained(good);
        case TestKind::originating_materials: return told_of_materials(setting, good);
        case TestKind::change_of_chapter:
        case TestKind::change_of_heading:
        case TestKind::change_of_subheading: return told_of_change(test, setting, good);
        case TestKind::build_up:
        case TestKind::build_down: return told_of_content(test, setting, good);
        case TestKind::process: return told_of_process(test, good);
        case TestKind::not_known: return {Answer::unknown, Why::rule_text_unknown};
        case TestKind::all:
        case TestKind::any: break;
    }
    CHECK(false);
    return {};
}

Told told_from(const Tests& tests, std::size_t& at, const Setting& setting, const Prepared& good, std::vector<Told>* each) {
    const std::size_t mine = at++;
    const Test& test = tests[mine];
    if (each != nullptr) each->emplace_back();
    Told told;
    if (test.kind == TestKind::all || test.kind == TestKind::any) {
        Joined joined(test.kind == TestKind::all);
        for (std::uint16_t i = 0; i < test.parts; ++i) joined.add(told_from(tests, at, setting, good, each));
        told = joined.told;
    } else {
        told = told_one(test, setting, good);
    }
    if (each != nullptr) (*each)[mine] = told;
    return told;
}

// Only operations that confer no origin, by a rule that is certain.
bool only_minimal(const Setting& setting, const Prepared& good) {
    const TermOn& minimal = setting.of(Topic::minimal_operations);
    const auto& done = *good.bill.processes;
    if (minimal.holds != Answer::yes || done.empty()) return false;
    const auto& listed = minimal.term->row.processes;
    return std::ranges::all_of(done, [&](const ProcessId& one) { return std::ranges::find(listed, one) != listed.end(); });
}

// A criterion of the agreement as such: its term must be known to hold.
Told with_term(const TermOn& term, const Told& told) {
    if (term.holds == Answer::no) return {Answer::no, Why::not_met};
    if (term.holds == Answer::unknown && told.answer != Answer::no) return {Answer::unknown, Why::term_unknown};
    return told;
}

}  // namespace

Answer changed(const Test& test, Hs good, Hs material) {
    const std::uint8_t digits = test.kind == TestKind::change_of_chapter ? 2 : test.kind == TestKind::change_of_heading ? 4 : 6;
    const std::uint8_t common = std::min({digits, good.digits, material.digits});
    if (good.first(common) == material.first(common)) return common == digits ? Answer::no : Answer::unknown;
    Answer change = Answer::yes;
    for (const HsSpan& span : test.except) {
        const Hs from = *Hs::from_text(span.from);
        const Hs to = *Hs::from_text(span.to);
        const std::uint8_t known = std::min(from.digits, material.digits);
        const Hs at = material.first(known);
        if (at < from.first(known) || at > to.first(known)) continue;
        if (known == from.digits) return Answer::no;
        change = Answer::unknown;
    }
    return change;
}

Outcome<Setting> setting_of(const Rules& rules, const Goods& goods, std::string_view place) {
    Setting setting{.rules = &rules, .set = nullptr, .holds = Answer::no, .on = goods.on, .from = goods.from.value_or(usual_exporter)};
    const JurisdictionId& to = goods.to ? *goods.to : usual_importer;
    if (goods.set) {
        setting.set = rules.find(*goods.set);
        if (setting.set == nullptr) return refuse(refusals::set_unknown, goods.set->value.substr(0, 80), std::string(place) + "/set");
        setting.holds = holds_on(setting.set->recorded.validity, goods.on);
    } else {
        for (const auto& [id, set] : rules.sets) {
            if (!is_between(set, setting.from, to)) continue;
            const Answer on_day = holds_on(set.recorded.validity, goods.on);
            if (on_day == Answer::no) continue;
            if (setting.set != nullptr) return refuse(refusals::set_ambiguous, setting.set->recorded.set.value + ", " + id.value, std::string(place) + "/set");
            setting.set = &set;
            setting.holds = on_day;
        }
    }
    if (setting.set == nullptr) return setting;
    const RuleSet& set = *setting.set;
    for (const auto& [id, term] : set.terms) {
        hear(setting.terms[static_cast<std::size_t>(term.row.topic)], term, goods.on);
        const bool certain = is_certain(term.row.source) && term.row.holds == Answer::yes && holds_on(term.row.validity, goods.on) == Answer::yes;
        if (certain && term.row.topic == Topic::general_rule) setting.general.push_back(&term);
        if (certain && term.row.topic == Topic::nomenclature) setting.version = term.row.version;
    }
    return setting;
}

Outcome<Prepared> prepared(const Setting& setting, const Goods& goods, std::string_view place) {
    const auto hs = Hs::from_text(goods.hs);
    if (!hs || hs->digits < 4) return refuse(refusals::hs_unknown, goods.hs.substr(0, 40), std::string(place) + "/hs");
    if (!goods.on.in_range()) return refuse(refusals::date_out_of_range, goods.on.to_text(), std::string(place) + "/on");
    static const std::vector<JurisdictionId> nobody;
    const auto& parties = setting.set == nullptr ? nobody : setting.set->recorded.parties;
    Worked bill = TRY(worked(goods.bill, goods.on, setting.from, parties, std::string(place) + "/bill"));
    if (!goods.version && !setting.version && setting.set != nullptr) return refuse(refusals::hs_version_missing, goods.on.to_text(), std::string(place) + "/version");
    for (std::size_t i = 0; i < goods.bill.processes.size(); ++i) {
        const ProcessId& process = goods.bill.processes[i];
        if (!setting.rules->processes.contains(process)) {
            return refuse(refusals::process_unknown, process.value.substr(0, 80), std::string(place) + "/bill/processes/" + std::to_string(i));
        }
    }
    return Prepared{.bill = std::move(bill), .hs = *hs, .version = goods.version.value_or(setting.version.value_or(HsVersion::hs2022)),
                    .waste_or_scrap = goods.bill.waste_or_scrap};
}

Told told_by(const Tests& tests, const Setting& setting, const Prepared& good, std::vector<Told>* each) {
    std::size_t at = 0;
    return told_from(tests, at, setting, good, each);
}

Told told_at(const Tests& tests, std::size_t at, const Setting& setting, const Prepared& good) { return told_from(tests, at, setting, good, nullptr); }

Told told_by_general_rule(const Setting& setting, const Prepared& good) {
    if (setting.general.empty()) return {Answer::unknown, Why::term_unknown};
    if (only_minimal(setting, good)) return {Answer::no, Why::minimal_operations};
    Joined joined(false);
    for (const KeptTerm* term : setting.general) joined.add(told_by(term->row.tests, setting, good));
    return joined.told;
}

namespace {

Told told_by_rule(const Setting& setting, const Prepared& good, const KeptRule& rule) {
    if (only_minimal(setting, good)) return {Answer::no, Why::minimal_operations};
    return told_by(rule.row.tests, setting, good);
}

Tried general_tried(const Setting& setting, const Prepared& good) {
    return {.criterion = Criterion::general_rule,
            .rule = nullptr,
            .term = setting.general.empty() ? setting.of(Topic::general_rule).term : setting.general.front(),
            .told = told_by_general_rule(setting, good)};
}

Tried rule_tried(const Setting& setting, const Prepared& good, const KeptRule& rule) {
    return {.criterion = Criterion::product_rule, .rule = &rule, .term = nullptr, .told = told_by_rule(setting, good, rule)};
}

// The list, and where the good is known to be outside of it the general rule.
void try_list(const Setting& setting, const Prepared& good, Judged& all) {
    const Listing listing = listing_of(setting, good.hs, good.version);
    if (!listing.doubts.empty()) {
        const Doubt& closest = listing.doubts.front();
        all.tried.push_back({.criterion = Criterion::product_rule, .rule = closest.rule, .term = nullptr, .told = {Answer::unknown, closest.why}});
        for (const Doubt& doubt : listing.doubts) all.branches.push_back(rule_tried(setting, good, *doubt.rule));
        all.branches.push_back(listing.rule != nullptr ? rule_tried(setting, good, *listing.rule) : general_tried(setting, good));
    } else if (listing.rule != nullptr) {
        all.tried.push_back(rule_tried(setting, good, *listing.rule));
    } else if (listing.outside || setting.of(Topic::product_list).holds == Answer::no) {
        all.tried.push_back(general_tried(setting, good));
    } else {
        const KeptTerm* list = setting.of(Topic::product_list).term;
        const Told nobody_knows{Answer::unknown, Why::listing_unknown};
        all.tried.push_back({.criterion = Criterion::product_rule, .rule = nullptr, .term = list, .told = nobody_knows});
        all.branches.push_back(general_tried(setting, good));
        all.branches.push_back({.criterion = Criterion::product_rule, .rule = nullptr, .term = list, .told = nobody_knows});
    }
}

// One criterion is enough. The answer is told by the first that says yes, else by the last one tried that leaves
// it as it is.
void settle(Judged& all) {
    all.origin = Answer::no;
    for (const Tried& one : all.tried) all.origin = either(all.origin, one.told.answer);
    for (const Tried& one : all.tried) {
        if (one.told.answer != all.origin) continue;
        all.by = one.criterion;
        all.why = one.told.why;
        all.rule = one.rule;
        all.term = one.term;
        if (all.origin == Answer::yes) return;
    }
}

}  // namespace

Judged judged(const Setting& setting, const Prepared& good) {
    Judged all;
    if (setting.set == nullptr || setting.holds != Answer::yes) {
        all.why = Why::set_unknown;
        return all;
    }
    all.tried.reserve(4);
    const TermOn& obtained = setting.of(Topic::wholly_obtained);
    all.tried.push_back({.criterion = Criterion::wholly_obtained, .rule = nullptr, .term = obtained.term, .told = with_term(obtained, told_of_wholly_obtained(good))});
    const TermOn& waste = setting.of(Topic::waste_and_scrap);
    if (good.waste_or_scrap && waste.holds == Answer::yes) {
        if (all.tried.front().told.answer == Answer::no) {
            all.tried.push_back({.criterion = Criterion::waste_and_scrap, .rule = nullptr, .term = waste.term, .told = {Answer::no, Why::only_wholly_obtained}});
        }
        settle(all);
        return all;
    }
    const TermOn& materials = setting.of(Topic::originating_materials);
    all.tried.push_back({.criterion = Criterion::originating_materials, .rule = nullptr, .term = materials.term, .told = with_term(materials, told_of_materials(setting, good))});
    if (either(all.tried[0].told.answer, all.tried[1].told.answer) != Answer::yes) try_list(setting, good, all);
    settle(all);
    // Whether waste may originate in another way than being wholly obtained is not known.
    if (good.waste_or_scrap && waste.holds == Answer::unknown && all.origin == Answer::yes && all.by != Criterion::wholly_obtained) {
        all.tried.push_back({.criterion = Criterion::waste_and_scrap, .rule = nullptr, .term = waste.term, .told = {Answer::unknown, Why::term_unknown}});
        all.branches.assign(all.tried.begin(), all.tried.end());
        all.origin = Answer::unknown;
        all.by = Criterion::waste_and_scrap;
        all.why = Why::term_unknown;
        all.rule = nullptr;
        all.term = waste.term;
    }
    return all;
}

Told told_of_operations(const Setting& setting, const Prepared& good, const Judged& judged) {
    if (judged.by == Criterion::wholly_obtained || judged.by == Criterion::originating_materials) return {Answer::yes, Why::met};
    const TermOn& minimal = setting.of(Topic::minimal_operations);
    if (minimal.holds == Answer::no) return {Answer::yes, Why::met};
    if (minimal.holds == Answer::unknown) return {Answer::unknown, Why::term_unknown};
    if (good.bill.processes->empty()) return {Answer::unknown, Why::not_stated};
    return only_minimal(setting, good) ? Told{Answer::no, Why::minimal_operations} : Told{Answer::yes, Why::met};
}

Told told_of_consignment(const Setting& setting, std::optional<Consignment> consignment) {
    if (!consignment) return {Answer::unknown, Why::not_stated};
    const TermOn& direct = setting.of(Topic::direct_consignment);
    const TermOn& transit = setting.of(Topic::transit);
    if (direct.holds == Answer::no) return {Answer::yes, Why::met};
    if (direct.holds == Answer::unknown) return {Answer::unknown, Why::term_unknown};
    switch (*consignment) {
        case Consignment::direct: return {Answer::yes, Why::met};
        case Consignment::through_hong_kong:
            if (transit.holds == Answer::unknown) return {Answer::unknown, Why::term_unknown};
            return transit.holds == Answer::yes ? Told{Answer::yes, Why::met} : Told{Answer::no, Why::not_met};
        case Consignment::through_elsewhere: return {Answer::no, Why::not_met};
    }
    return {Answer::unknown, Why::not_stated};
}

}  // namespace ponte::origin
