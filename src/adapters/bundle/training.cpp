#include "adapters/bundle/training.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace ponte::bundle {

namespace {

enum Type : std::uint16_t { event_planned = 320, event_held = 323, numbers_counted = 340 };
enum Kind : std::uint8_t { meeting = 1, theme_day = 4 };

constexpr std::uint8_t kind_last = 5;

std::optional<std::string> unless(bool right, std::string_view what) {
    return right ? std::nullopt : std::optional<std::string>(what);
}

std::optional<std::string> add_planned(Training& training, std::string_view id, Cursor& in) {
    Gathering gathering{.kind = in.one_of(kind_last), .held = {}, .days = {}, .from = {}};
    in.names();
    in.texts(2);  // place, venue
    in.period();
    in.period();  // of nominations
    in.u32();
    in.list([&] {
        in.texts(1);
        in.u32();
        if (in.flag()) in.u32();
    });
    in.u16();
    in.texts(1);
    in.one_of(3);
    if (!in.finished()) return "fields";
    return unless(training.emplace(id, std::move(gathering)).second, "event");
}

std::optional<std::string> add_held(Gathering& gathering, std::uint64_t sequence, Cursor& in) {
    gathering.days = in.period();
    if (!in.finished()) return "fields";
    const bool first = !gathering.held;
    gathering.held = sequence;
    return unless(first, "event");
}

std::optional<std::string> add_counted(Gathering& gathering, std::uint64_t sequence, Cursor& in) {
    const std::string_view jurisdiction = in.text();
    const std::uint32_t attended = in.u32();
    const std::uint32_t certified = in.u32();
    if (!in.finished()) return "fields";
    gathering.from.insert_or_assign(std::string(jurisdiction), Came{.sequence = sequence, .attended = attended, .certified = certified});
    return {};
}

void add(TrainingFigure& figure, std::uint64_t more, std::uint64_t sequence) {
    figure.value += more;
    figure.entries.push_back(sequence);
}

}  // namespace

std::optional<std::string> add_training_row(Training& training, std::uint64_t sequence, const Entry& entry) {
    Cursor in(entry.payload);
    const std::string_view id = in.text();
    if (entry.type == event_planned) return add_planned(training, id, in);
    if (entry.type != event_held && entry.type != numbers_counted) return "kind of entry";
    const auto gathering = training.find(id);
    if (gathering == training.end()) return "event";
    return entry.type == event_held ? add_held(gathering->second, sequence, in) : add_counted(gathering->second, sequence, in);
}

std::vector<TrainingFigure> training_figures(const Training& training, Date as_at) {
    TrainingFigure meetings{.name = "meetings", .entries = {}};
    TrainingFigure courses{.name = "courses", .entries = {}};
    TrainingFigure participants{.name = "participants", .entries = {}};
    TrainingFigure jurisdictions{.name = "jurisdictions", .entries = {}};
    TrainingFigure certificates{.name = "certificates", .entries = {}};
    std::set<std::string_view> represented;
    for (const auto& [id, gathering] : training) {
        const bool of_the_year = gathering.held && gathering.days.to <= as_at && gathering.days.to.year() == as_at.year();
        if (!of_the_year) continue;
        add(gathering.kind == meeting || gathering.kind == theme_day ? meetings : courses, 1, *gathering.held);
        for (const auto& [jurisdiction, came] : gathering.from) {
            if (came.certified > 0) add(certificates, came.certified, came.sequence);
            if (came.attended == 0) continue;
            add(participants, came.attended, came.sequence);
            add(jurisdictions, represented.insert(jurisdiction).second ? 1U : 0U, came.sequence);
        }
    }
    std::vector<TrainingFigure> all{std::move(meetings), std::move(courses), std::move(participants), std::move(jurisdictions), std::move(certificates)};
    for (TrainingFigure& figure : all) std::ranges::sort(figure.entries);
    return all;
}

}  // namespace ponte::bundle
