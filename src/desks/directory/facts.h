#pragma once

#include "desks/directory/events.h"

#include <map>
#include <vector>

// What neighbours may hold of the directory: who and what is called what on which day.
namespace ponte::directory {

struct BodyName {
    Names names;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string kind;
    std::string source;

    friend bool operator==(const BodyName&, const BodyName&) = default;
};

struct Body {
    Side side{};
    std::vector<BodyName> by_date;  // In order of `from`; never overlapping.

    friend bool operator==(const Body&, const Body&) = default;
};

struct Membership {
    JurisdictionId jurisdiction;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string source;

    friend bool operator==(const Membership&, const Membership&) = default;
};

struct JurisdictionSet {
    Names names;
    SetKind kind{};
    std::string note;
    std::string source;
    std::vector<Membership> members;

    friend bool operator==(const JurisdictionSet&, const JurisdictionSet&) = default;
};

// The register of bodies, as desks that decide about them may see it.
struct Bodies {
    std::map<BodyId, Body> by_id;

    [[nodiscard]] const Body* find(const BodyId& body) const {
        const auto found = by_id.find(body);
        return found == by_id.end() ? nullptr : &found->second;
    }
    // The name that holds on the day; the latest earlier one where a gap was left.
    [[nodiscard]] const BodyName* named_on(const BodyId& body, Date day) const;

    friend bool operator==(const Bodies&, const Bodies&) = default;
};

struct Jurisdictions {
    std::map<JurisdictionId, Names> by_id;
    std::map<SetId, JurisdictionSet> sets;

    [[nodiscard]] std::vector<JurisdictionId> members_on(const SetId& set, Date day) const;

    friend bool operator==(const Jurisdictions&, const Jurisdictions&) = default;
};

inline const BodyName* Bodies::named_on(const BodyId& body, Date day) const {
    const Body* found = find(body);
    if (found == nullptr) return nullptr;
    const BodyName* latest = nullptr;
    for (const BodyName& name : found->by_date) {
        if (!name.from || *name.from <= day) latest = &name;
    }
    return latest != nullptr ? latest : &found->by_date.front();
}

inline std::vector<JurisdictionId> Jurisdictions::members_on(const SetId& set, Date day) const {
    std::vector<JurisdictionId> members;
    const auto found = sets.find(set);
    if (found == sets.end()) return members;
    for (const Membership& member : found->second.members) {
        const bool begun = !member.from || *member.from <= day;
        const bool ended = member.to && *member.to < day;
        if (begun && !ended) members.push_back(member.jurisdiction);
    }
    return members;
}

}  // namespace ponte::directory
