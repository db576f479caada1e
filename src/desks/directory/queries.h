#pragma once

#include "desks/access/facts.h"
#include "desks/directory/state.h"

// Questions to the directory. It holds nothing that is staged: names and sets are for every reader.
namespace ponte::directory {

struct BodyOn {
    BodyId body;
    Side side{};
    Names names;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string kind;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(BodyOn, (), (body, side, names, from, to, kind, source))

struct BodiesAnswer {
    Date on;
    std::vector<BodyOn> bodies;
};
BOOST_DESCRIBE_STRUCT(BodiesAnswer, (), (on, bodies))

// All bodies with the names that hold on a day (today where none is given).
struct BodiesQuery {
    static constexpr std::string_view name = "directory.bodies";
    using Answer = BodiesAnswer;

    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(BodiesQuery, (), (on))

struct MemberOn {
    JurisdictionId jurisdiction;
    Names names;  // As reviewed for the reader's audience.
    std::optional<Date> from;
    std::optional<Date> to;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(MemberOn, (), (jurisdiction, names, from, to, source))

struct SetOn {
    SetId set;
    Names names;
    SetKind kind{};
    Date on;
    std::string note;  // For a set without a published list: that it is the user's own.
    std::string source;
    std::vector<MemberOn> members;
};
BOOST_DESCRIBE_STRUCT(SetOn, (), (set, names, kind, on, note, source, members))

struct JurisdictionSetsAnswer {
    std::vector<SetOn> sets;
};
BOOST_DESCRIBE_STRUCT(JurisdictionSetsAnswer, (), (sets))

// The members of one set (or of all) on a day, with the source of each membership.
struct JurisdictionSetsQuery {
    static constexpr std::string_view name = "directory.jurisdiction_sets";
    using Answer = JurisdictionSetsAnswer;

    std::optional<SetId> set;
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(JurisdictionSetsQuery, (), (set, on))

using Query = std::variant<BodiesQuery, JurisdictionSetsQuery>;

[[nodiscard]] BodiesAnswer answer(const State& state, const BodiesQuery& query, const access::Sight& reader, Instant now);
[[nodiscard]] JurisdictionSetsAnswer answer(const State& state, const JurisdictionSetsQuery& query, const access::Sight& reader,
                                            Instant now);

}  // namespace ponte::directory
