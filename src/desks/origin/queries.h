#pragma once

#include "desks/origin/facts.h"

// Questions to the origin desk. Rules are published law and shown to everyone.
namespace ponte::origin {

struct Looking;  // view.h

struct SetRow {
    RuleSetId set;
    Names names;
    std::vector<JurisdictionId> parties;
    Validity validity;
    Answer holds{};              // On the day asked for.
    std::uint32_t rules = 0;     // Of the list, loaded here.
    std::string clause;
    Source source;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(SetRow, (), (set, names, parties, validity, holds, rules, clause, source, entry))

struct SetsAnswer {
    Date on;
    std::vector<SetRow> sets;
};
BOOST_DESCRIBE_STRUCT(SetsAnswer, (), (on, sets))

// The arrangements whose rules are kept.
struct SetsQuery {
    static constexpr std::string_view name = "origin.sets";
    using Answer = SetsAnswer;

    std::optional<Date> on;  // Today where absent.
};
BOOST_DESCRIBE_STRUCT(SetsQuery, (), (on))

using Query = std::variant<SetsQuery>;

[[nodiscard]] SetsAnswer answer(const Looking& looking, const SetsQuery& query);

}  // namespace ponte::origin
