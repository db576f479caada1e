#include "desks/conference/queries_partners.h"

#include "base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace ponte::conference {

namespace {

constexpr auto all_languages = {Language::zh_hant, Language::zh_hans, Language::pt, Language::en};

bool is_letter(char octet) { return (octet >= 'a' && octet <= 'z') || (octet >= '0' && octet <= '9'); }

// Names to look for, the longest first, so that a place in a text belongs to the longest name that stands there.
class Spoken {
public:
    explicit Spoken(const directory::Jurisdictions& jurisdictions) {
        for (const auto& [id, names] : jurisdictions.by_id) {
            for (const Language language : all_languages) {
                const std::string folded = fold_for_search(names.in(language));
                if (!folded.empty()) names_.emplace(folded, id);
            }
        }
    }

    // Adds the jurisdictions that the text names.
    void find_in(std::string_view text, std::set<JurisdictionId>& found) const {
        std::string folded = fold_for_search(text);
        for (const auto& [name, id] : names_) {
            for (std::size_t at = folded.find(name); at != std::string::npos; at = folded.find(name, at + 1)) {
                const bool begins = at == 0 || !is_letter(name.front()) || !is_letter(folded[at - 1]);
                const std::size_t end = at + name.size();
                const bool ends = end == folded.size() || !is_letter(name.back()) || !is_letter(folded[end]);
                if (!begins || !ends) continue;
                found.insert(id);
                std::fill_n(folded.begin() + static_cast<std::ptrdiff_t>(at), name.size(), '\n');
            }
        }
    }
    [[nodiscard]] std::set<JurisdictionId> in(const Names& names) const {
        std::set<JurisdictionId> found;
        for (const Language language : all_languages) find_in(names.in(language), found);
        return found;
    }

private:
    struct LongestFirst {
        bool operator()(const std::string& a, const std::string& b) const { return a.size() != b.size() ? a.size() > b.size() : a < b; }
    };
    std::multimap<std::string, JurisdictionId, LongestFirst> names_;
};

std::map<JurisdictionId, PartnerRow> members_on(const directory::Jurisdictions& jurisdictions, Date day) {
    std::map<JurisdictionId, PartnerRow> rows;
    for (const auto& [set, unused] : jurisdictions.sets) {
        for (const JurisdictionId& id : jurisdictions.members_on(set, day)) {
            PartnerRow& row = rows[id];
            row.jurisdiction = id;
            const auto named = jurisdictions.by_id.find(id);
            if (named != jurisdictions.by_id.end()) row.names = named->second;
            row.sets.push_back(set);
        }
    }
    return rows;
}

void note(PartnerRow& row, Date on, std::optional<std::uint16_t> measure) {
    if (!row.newest || *row.newest < on) row.newest = on;
    if (!measure || std::ranges::find(row.measures, *measure) != row.measures.end()) return;
    row.measures.insert(std::ranges::upper_bound(row.measures, *measure), *measure);
}

}  // namespace

PartnersAnswer answer(const Seen& seen, const directory::Jurisdictions& jurisdictions, const PartnersQuery& query, Date today) {
    const Date as_at = query.as_at.value_or(today);
    std::map<JurisdictionId, PartnerRow> rows = members_on(jurisdictions, as_at);
    const Spoken spoken(jurisdictions);
    const auto each = [&](const std::set<JurisdictionId>& named, auto&& visit) {
        for (const JurisdictionId& id : named) {
            if (const auto row = rows.find(id); row != rows.end()) visit(row->second);
        }
    };
    for (const SeenItem& one : seen.items()) {
        const ActionRecorded* action = seen.action_of(*one.item);
        if (action == nullptr || action->plan != query.plan || one.life.withdrawn != nullptr || as_at < action->on) continue;
        each(spoken.in(action->texts), [&](PartnerRow& row) {
            ++row.actions;
            note(row, action->on, action->measure);
        });
    }
    for (const IndicatorDefined* indicator : seen.indicators()) {
        if (indicator->plan != query.plan) continue;
        std::vector<PartnerFigure> figures;
        std::optional<Date> newest;
        for (const SeenObservation& one : seen.observations(indicator->indicator)) {
            if (one.life.withdrawn != nullptr || as_at < one.event->period.to) continue;
            newest = newest ? std::max(*newest, one.event->period.to) : one.event->period.to;
            figures.push_back({.indicator = indicator->indicator,
                               .names = indicator->names,
                               .units = indicator->units,
                               .value = one.event->value,
                               .as_published = one.event->as_published,
                               .period = one.event->period.to_text(),
                               .badge = std::string(name_of(one.event->badge)),
                               .item = one.event->item,
                               .entry = one.item->sequence});
        }
        std::ranges::stable_sort(figures, {}, &PartnerFigure::period);
        if (figures.empty()) continue;
        each(spoken.in(indicator->names), [&](PartnerRow& row) {
            row.observations += static_cast<std::uint32_t>(figures.size());
            row.figures.insert(row.figures.end(), figures.begin(), figures.end());
            note(row, *newest, indicator->measure);
        });
    }
    for (const auto& [number, session] : seen.sessions()) {
        const Date held = held_by(session.recorded);
        if (as_at < held) continue;
        std::set<JurisdictionId> named;
        spoken.find_in(session.recorded.place, named);
        spoken.find_in(session.recorded.principals, named);
        each(named, [&](PartnerRow& row) {
            ++row.sessions;
            note(row, held, std::nullopt);
        });
    }
    PartnersAnswer all{.as_at = as_at, .partners = {}};
    for (auto& [id, row] : rows) all.partners.push_back(std::move(row));
    return all;
}

}  // namespace ponte::conference
