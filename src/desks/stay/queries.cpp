#include "desks/stay/queries.h"

#include "desks/stay/rules.h"

#include <algorithm>

namespace ponte::stay {

namespace {

WayShown shown(const Way& way, const Circumstances& told, const JurisdictionId& place, Date day) {
    WayShown one{.document = way.document, .requirement = way.requirement, .days = way.days(), .no_limit = way.no_limit, .track = way.track,
                 .windows = way.windows, .holds = way.holds, .met = way.met, .own = way.own, .overridden = way.overridden};
    if (way.zone != nullptr) one.zone = way.zone->defined.zone;
    if (way.rule != nullptr) {
        const Rule& rule = way.rule->rule;
        one.rule = rule.rule;
        one.instrument = rule.instrument;
        one.basis = rule.basis;
        one.validity = rule.validity;
        one.source = rule.source;
        one.entry = way.rule->sequence;
        for (const Condition& condition : rule.conditions) one.conditions.push_back({.condition = condition, .met = met_by(condition, told, place, day)});
    }
    if (way.snapshot != nullptr) {
        one.snapshot = way.snapshot->opened.snapshot;
        one.source = way.snapshot->opened.source;
        one.entry = way.snapshot->sequence;
    }
    return one;
}

void note_contradictions(const std::vector<Way>& ways, std::vector<Contradiction>& contradictions) {
    for (const Way& table : ways) {
        if (table.cell == nullptr) continue;
        for (const Way& way : ways) {
            if (way.rule == nullptr || way.document != table.document || way.holds != Answer::yes || way.track != Track::ordinary) continue;
            if (way.requirement == table.requirement && way.days() == table.cell->days) continue;
            contradictions.push_back({.rule = way.rule->rule.rule, .rule_says = way.requirement, .rule_days = way.days(),
                                      .snapshot = table.snapshot->opened.snapshot, .table_says = table.requirement, .table_days = table.cell->days});
        }
    }
}

void note_ended(const State& state, const std::vector<Way>& ways, const JurisdictionId& place, std::vector<EndedRule>& ended) {
    for (const Way& way : ways) {
        for (const KnownRule* known : way.ended) {
            const Rule& rule = known->rule;
            EndedRule one{.rule = rule.rule, .rule_said = rule.requirement, .rule_days = rules::days_of_entry(rule.windows), .last = {}, .validity = rule.validity,
                          .source = known->ended ? known->ended->source : rule.source, .entry = known->sequence, .snapshot = way.snapshot->opened.snapshot,
                          .table_says = way.cell->requirement, .table_days = way.cell->days};
            if (rule.validity.to) one.last = rule.validity.to->to;
            if (const Snapshot* before = table_before(state, rule, place, way.snapshot->opened.from)) {
                one.before = before->opened.snapshot;
                if (const Cell* cell = before->find(way.document.of, place)) {
                    one.before_said = cell->requirement;
                    one.before_days = cell->days;
                }
            }
            ended.push_back(std::move(one));
        }
    }
}

}  // namespace

RequirementAnswer answer(const Looking& looking, const RequirementQuery& query) {
    const Date day = query.on.value_or(looking.now.date());
    const Circumstances told = query.told.value_or(Circumstances{});
    RequirementAnswer found{.on = day, .destination = query.destination, .without_visa = Answer::unknown, .chosen = {}, .others = {}, .contradictions = {}, .ended = {}};
    std::vector<Way> ways;
    for (const Document& document : query.documents) {
        std::vector<Way> more = ways_of(looking.stay, document, query.destination, day, told);
        note_contradictions(more, found.contradictions);
        note_ended(looking.stay, more, query.destination, found.ended);
        ways.insert(ways.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    std::ranges::stable_sort(ways, better);
    const Comes comes = comes_to(ways);
    found.without_visa = comes.answer;
    for (const Way& way : ways) {
        WayShown one = shown(way, told, query.destination, day);
        if (&way == comes.way) {
            found.chosen = std::move(one);
        } else {
            found.others.push_back(std::move(one));
        }
    }
    return found;
}

}  // namespace ponte::stay
