#include "desks/origin/decide.h"

#include "desks/origin/rules.h"

#include <algorithm>
#include <set>

// Rule sets and the rules of their lists.
namespace ponte::origin {

namespace {

Fault fault_of_row(const RuleRow& row, std::size_t at) {
    if (Fault found = fault_of_id(row.rule.value, at_row("rules", at, "/rule"))) return found;
    if (Fault found = fault_of_hs(row.hs, at_row("rules", at, "/hs"))) return found;
    if (row.hs_to) {
        const auto to = Hs::from_text(*row.hs_to);
        const auto from = Hs::from_text(row.hs);
        if (!to) return Refusal{refusals::hs_unknown, row.hs_to->substr(0, 40), at_row("rules", at, "/hs_to")};
        if (to->digits != from->digits || *to <= *from) return Refusal{refusals::hs_span_backwards, *row.hs_to, at_row("rules", at, "/hs_to")};
    }
    if (Fault found = fault_of_text(row.description, at_row("rules", at, "/description"))) return found;
    if (const auto tests = tests_of_text(row.tests); !tests) {
        Refusal refusal = tests.error();
        refusal.place = at_row("rules", at, "/tests") + ", " + refusal.place;
        return refusal;
    }
    if (Fault found = fault_of_text(row.text, at_row("rules", at, "/text"))) return found;
    if (Fault found = fault_of_text(row.clause, at_row("rules", at, "/clause"))) return found;
    if (Fault found = fault_of_source(row.source, at_row("rules", at, "/source"))) return found;
    return fault_of_validity(row.validity, at_row("rules", at, "/validity"));
}

KeptRule kept(const RuleRow& row) {
    const Hs from = *Hs::from_text(row.hs);
    const std::optional<Hs> to = row.hs_to ? Hs::from_text(*row.hs_to) : std::nullopt;
    return {.row = {.rule = row.rule,
                    .hs = from.to_text(),
                    .hs_to = to ? std::optional(to->to_text()) : std::nullopt,
                    .version = row.version,
                    .description = row.description,
                    .tests = *tests_of_text(row.tests),
                    .text = row.text,
                    .validity = row.validity,
                    .clause = row.clause,
                    .source = row.source},
            .from = from,
            .to = to.value_or(from)};
}

bool decides(const KeptRule& rule) { return rule.row.source.confidence != Confidence::unverified; }

// Two rules of one level of the nomenclature for one code on one day: which of them held could not be told. Of
// several levels the closer one holds, and a row that decides nothing is in nobody's way.
bool collide(const KeptRule& one, const KeptRule& other) {
    return decides(one) && decides(other) && one.row.version == other.row.version && one.from.digits == other.from.digits &&
           one.from <= other.to && other.from <= one.to && overlap(one.row.validity, other.row.validity) != Answer::no;
}

// Rules by their first code, of those that stand and those that come, so that a list of thousands is quick.
class Standing {
public:
    explicit Standing(const RuleSet& set, const std::set<RuleId>& replaced) {
        for (const KeptRule& rule : set.rules) {
            if (!replaced.contains(rule.row.rule)) add(rule);
        }
    }
    [[nodiscard]] const KeptRule* collides(const KeptRule& rule) const {
        for (const KeptRule* span : spans_) {
            if (collide(rule, *span)) return span;
        }
        for (auto near = by_code_.lower_bound(rule.from); near != by_code_.end() && near->first <= rule.to; ++near) {
            if (collide(rule, *near->second)) return near->second;
        }
        return nullptr;
    }
    void add(const KeptRule& rule) {
        if (rule.row.hs_to) {
            spans_.push_back(&rule);
        } else {
            by_code_.emplace(rule.from, &rule);
        }
    }

private:
    std::multimap<Hs, const KeptRule*> by_code_;
    std::vector<const KeptRule*> spans_;
};

std::size_t bytes_of(const ProductRule& row) {
    return 200 + row.description.size() + row.text.size() + row.clause.size() + row.source.reference.size() + row.source.note.size() + 60 * row.tests.size();
}

}  // namespace

Decision decide(const View& view, const RecordSet& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_id(command.set.value, "/set"));
    REFUSE_FAULT(fault_of_names(command.names, "/names"));
    if (command.parties.size() < 2) return refuse(refusals::parties_too_few, std::to_string(command.parties.size()), "/parties");
    for (std::size_t i = 0; i < command.parties.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (command.parties[i] == command.parties[j]) return refuse(refusals::party_repeated, command.parties[i].value, at_row("parties", i));
        }
    }
    REFUSE_FAULT(fault_of_text(command.clause, "/clause"));
    REFUSE_FAULT(fault_of_source(command.source, "/source"));
    REFUSE_FAULT(fault_of_validity(command.validity, "/validity"));
    for (std::size_t i = 0; i < command.parties.size(); ++i) {
        if (!view.jurisdictions.by_id.contains(command.parties[i])) return refuse(refusals::jurisdiction_unknown, command.parties[i].value, at_row("parties", i));
    }
    const SetRecorded event{.set = command.set,
                            .names = command.names,
                            .parties = command.parties,
                            .validity = command.validity,
                            .clause = command.clause,
                            .source = command.source};
    const RuleSet* known = view.origin.rules.find(command.set);
    if (known != nullptr && known->recorded == event) return refuse(refusals::already_recorded, command.set.value, "/set");
    return std::vector<Event>{event};
}

Decision decide(const View& view, const LoadRules& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_count(command.rules.size(), "/rules"));
    std::set<RuleId> ids;
    for (std::size_t i = 0; i < command.rules.size(); ++i) {
        REFUSE_FAULT(fault_of_row(command.rules[i], i));
        if (!ids.insert(command.rules[i].rule).second) return refuse(refusals::row_repeated, command.rules[i].rule.value, at_row("rules", i, "/rule"));
    }
    const RuleSet* set = view.origin.rules.find(command.set);
    if (set == nullptr) return refuse(refusals::set_unknown, command.set.value, "/set");
    Standing standing(*set, ids);
    std::vector<KeptRule> coming;
    coming.reserve(command.rules.size());
    for (std::size_t i = 0; i < command.rules.size(); ++i) {
        const KeptRule& rule = coming.emplace_back(kept(command.rules[i]));
        if (const KeptRule* other = standing.collides(rule)) return refuse(refusals::rules_overlap, other->row.rule.value, at_row("rules", i));
        standing.add(rule);
    }
    std::vector<ProductRule> rows;
    for (KeptRule& rule : coming) {
        const auto known = set->rule_places.find(rule.row.rule);
        const bool stands = known != set->rule_places.end() && set->rules[known->second].row == rule.row;
        if (!stands) rows.push_back(std::move(rule.row));
    }
    if (rows.empty()) return refuse(refusals::already_recorded, command.set.value, "/rules");
    return in_entries(std::move(rows), bytes_of, [&](std::vector<ProductRule> some) { return RulesLoaded{.set = command.set, .rules = std::move(some)}; });
}

Decision decide(const View& view, const RetireRule& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.rule.value, "/reason");
    REFUSE_FAULT(fault_of_text(command.reason, "/reason"));
    const RuleSet* set = view.origin.rules.find(command.set);
    if (set == nullptr) return refuse(refusals::set_unknown, command.set.value, "/set");
    if (!set->rule_places.contains(command.rule) && !set->terms.contains(command.rule)) return refuse(refusals::rule_unknown, command.rule.value, "/rule");
    return std::vector<Event>{RuleRetired{.set = command.set, .rule = command.rule, .reason = command.reason}};
}

Decision decide(const View& view, const CompleteList& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const auto chapter = Hs::from_text(command.chapter);
    if (!chapter || chapter->digits != 2) return refuse(refusals::hs_unknown, command.chapter.substr(0, 40), "/chapter");
    if (command.source.empty()) return refuse(refusals::source_missing, command.chapter, "/source");
    REFUSE_FAULT(fault_of_text(command.source, "/source"));
    REFUSE_FAULT(fault_of_validity(command.validity, "/validity"));
    const RuleSet* set = view.origin.rules.find(command.set);
    if (set == nullptr) return refuse(refusals::set_unknown, command.set.value, "/set");
    const ListCompleted event{.set = command.set, .chapter = chapter->to_text(), .version = command.version, .validity = command.validity, .source = command.source};
    for (const KeptCompletion& one : set->completions) {
        if (one.stated == event) return refuse(refusals::already_recorded, command.chapter, "/chapter");
    }
    return std::vector<Event>{event};
}

Decision decide(const View& view, const ReopenList& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.chapter.substr(0, 40), "/reason");
    REFUSE_FAULT(fault_of_text(command.reason, "/reason"));
    const RuleSet* set = view.origin.rules.find(command.set);
    if (set == nullptr) return refuse(refusals::set_unknown, command.set.value, "/set");
    const bool stated = std::ranges::any_of(set->completions, [&](const KeptCompletion& one) { return one.stated.chapter == command.chapter && one.stated.version == command.version; });
    if (!stated) return refuse(refusals::list_not_complete, command.chapter.substr(0, 40), "/chapter");
    return std::vector<Event>{ListReopened{.set = command.set, .chapter = command.chapter, .version = command.version, .reason = command.reason}};
}

}  // namespace ponte::origin
