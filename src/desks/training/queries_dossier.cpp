#include "desks/training/queries_dossier.h"

#include "desks/training/seen.h"

#include <algorithm>
#include <set>

namespace ponte::training {

namespace {

bool is_meeting(EventKind kind) { return kind == EventKind::meeting || kind == EventKind::theme_day; }

// A sum and the entries that it is made of.
struct Counted {
    std::uint64_t value = 0;
    std::vector<std::uint64_t> entries;

    void add(std::uint64_t more, std::uint64_t entry) {
        value += more;
        entries.push_back(entry);
    }
};

Figure figure_of(std::string_view name, Counted counted, Date as_at) {
    std::ranges::sort(counted.entries);
    return {.id = std::string(series_of_training) + "." + std::string(name),
            .rule = std::string(series_of_training) + "_" + std::string(name),
            .series = std::string(series_of_training),
            .value = std::to_string(counted.value),
            .period = std::to_string(as_at.year()),
            .badge = "computed",
            .entries = std::move(counted.entries)};
}

}  // namespace

Contribution contribution_of(const Known& known, const access::Sight& reader, Date as_at) {
    Contribution contribution;
    if (known.rows.empty()) return contribution;
    const Seen seen(known, reader);
    SeriesShown series{.name = std::string(series_of_training), .rows = {}};
    for (const SeriesEntry& row : known.rows) series.rows.push_back({row.sequence, row.leaf, seen.event(row.event) != nullptr});
    contribution.series.push_back(std::move(series));
    Counted meetings;
    Counted courses;
    Counted participants;
    Counted jurisdictions;
    Counted certificates;
    std::set<JurisdictionId> represented;
    for (const Gathering* event : seen.events()) {
        if (!event->held || event->held->to > as_at || event->held->to.year() != as_at.year()) continue;
        (is_meeting(event->plan.kind) ? meetings : courses).add(1, event->held_at);
        for (const auto& [jurisdiction, count] : event->counted) {
            if (count.numbers.certified > 0) certificates.add(count.numbers.certified, count.sequence);
            if (count.numbers.attended == 0) continue;
            participants.add(count.numbers.attended, count.sequence);
            jurisdictions.add(represented.insert(jurisdiction).second ? 1 : 0, count.sequence);
        }
    }
    contribution.figures.push_back(figure_of("meetings", std::move(meetings), as_at));
    contribution.figures.push_back(figure_of("courses", std::move(courses), as_at));
    contribution.figures.push_back(figure_of("participants", std::move(participants), as_at));
    contribution.figures.push_back(figure_of("jurisdictions", std::move(jurisdictions), as_at));
    contribution.figures.push_back(figure_of("certificates", std::move(certificates), as_at));
    return contribution;
}

}  // namespace ponte::training
