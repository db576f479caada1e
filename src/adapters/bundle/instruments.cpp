#include "adapters/bundle/instruments.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string_view>
#include <tuple>

namespace ponte::bundle {

namespace {

enum Type : std::uint16_t {
    instrument_registered = 260,
    record_amended = 261,
    instrument_moved = 262,
    step_taken = 264,
    step_corrected = 265,
    step_contradicted = 266,
    step_moved = 267,
    activity_held = 275,
};

enum StepKind : std::uint8_t { signing = 6, force = 10, suspension = 15, resumption = 16, termination = 18, lapse = 19 };

constexpr std::uint8_t kind_last = 22;
constexpr std::uint8_t step_last = 19;
constexpr std::uint8_t stage_last = 4;
constexpr std::uint8_t fiu_memorandum = 12;

struct Group {
    std::string_view name;
    std::uint8_t first = 0;
    std::uint8_t last = 0;
};
constexpr std::array groups{Group{"judicial", 1, 7}, Group{"double_taxation", 8, 8}, Group{"intelligence", 12, 12}, Group{"visa_waivers", 13, 13},
                            Group{"city_ties", 14, 16}};

bool works_from_signing(std::uint8_t kind) { return kind == fiu_memorandum || (kind >= 14 && kind <= 16); }

void rated_source(Cursor& in) {
    in.texts(1);
    if (in.flag()) in.period();
    in.one_of(4);
    in.texts(1);
}

void evidence(Cursor& in) {
    rated_source(in);
    if (in.flag()) in.digest();
}

void read_record(Instrument& instrument, Cursor& in) {
    instrument.kind = in.one_of(kind_last);
    instrument.places.clear();
    in.list([&] {
        instrument.places.emplace_back(in.text());
        in.names();
    });
    in.names();
    in.list([&] {
        in.one_of(4);
        in.one_of(3);
    });
    in.texts(1);
    in.list([&] { in.texts(1); });  // territories
    in.texts(1);
    in.list([&] { in.texts(1); });  // amends
    in.list([&] { in.texts(1); });  // replaces
    in.optional_text();
    in.one_of(7);  // the clause of entry into force
    in.u16();
    in.one_of(3);
    in.optional_date();
    in.texts(1);
    in.list([&] {  // effects
        in.texts(1);
        in.one_of(5);
        in.number<std::uint8_t>();
        in.number<std::uint8_t>();
        in.optional_date();
        in.texts(1);
    });
    if (in.flag()) {  // term
        in.u16();
        in.one_of(2);
        in.flag();
        in.u16();
        in.u16();
    }
    in.texts(1);
    in.list([&] { rated_source(in); });
}

std::optional<std::string> unless(bool right, std::string_view what) {
    return right ? std::nullopt : std::optional<std::string>(what);
}

std::optional<std::string> add_registered(Instruments& instruments, std::uint64_t sequence, std::string_view id, Cursor& in) {
    Instrument instrument{.sequence = sequence};
    in.flag();
    read_record(instrument, in);
    in.one_of(stage_last);
    in.texts(1);
    in.one_of(3);
    in.list([&] { in.texts(1); });
    in.blind();
    if (!in.finished()) return "fields";
    return unless(instruments.emplace(id, std::move(instrument)).second, "instrument");
}

std::optional<std::string> add_step(Instrument& instrument, Cursor& in) {
    const std::uint16_t number = in.u16();
    Step step{.kind = in.one_of(step_last)};
    if (const auto party = in.optional_text()) step.party = std::string(*party);
    step.date = in.period();
    step.unverified = in.flag();
    in.flag();
    in.list([&] {
        if (in.one_of(step_last) == force) step.says_in_force = true;
    });
    in.texts(2);
    in.optional_text();
    in.optional_date();
    in.texts(1);
    evidence(in);
    in.one_of(stage_last);
    in.blind();
    if (!in.finished()) return "fields";
    return unless(instrument.steps.emplace(number, std::move(step)).second, "step");
}

std::optional<std::string> correct_step(Step& step, Cursor& in) {
    step.withdrawn = in.flag();
    const bool dated = in.flag();
    if (dated) step.date = in.period();
    const bool unverified = in.flag();
    if (dated) step.unverified = unverified;
    in.texts(1);
    evidence(in);
    in.blind();
    return unless(in.finished(), "fields");
}

std::optional<std::string> contradict_step(Step& step, Cursor& in) {
    step.others.push_back(in.period());
    evidence(in);
    in.blind();
    return unless(in.finished(), "fields");
}

std::optional<std::string> moved(Cursor& in) {
    in.one_of(stage_last);
    in.one_of(stage_last);
    in.blind();
    return unless(in.finished(), "fields");
}

std::optional<std::string> add_to_instrument(Instrument& instrument, std::uint16_t type, Cursor& in) {
    if (type == instrument_moved) return moved(in);
    if (type == step_taken) return add_step(instrument, in);
    if (type == record_amended) {
        in.u16();
        read_record(instrument, in);
        in.texts(1);
        in.blind();
        return unless(in.finished(), "fields");
    }
    if (type != step_corrected && type != step_contradicted && type != step_moved) return "kind of entry";
    const auto step = instrument.steps.find(in.u16());
    if (step == instrument.steps.end()) return "step";
    if (type == step_corrected) return correct_step(step->second, in);
    return type == step_contradicted ? contradict_step(step->second, in) : moved(in);
}

using Steps = std::vector<const Step*>;

bool is_signed_by_all(const Instrument& instrument, const Steps& sure) {
    return std::ranges::all_of(instrument.places, [&](const std::string& place) {
        return std::ranges::any_of(sure, [&](const Step* one) { return one->kind == signing && (!one->party || *one->party == place); });
    });
}

bool is_suspended(const Instrument& instrument, Date as_at) {
    std::pair<Date, std::uint16_t> last;
    bool suspended = false;
    for (const auto& [number, step] : instrument.steps) {
        if (step.withdrawn || step.span().from > as_at || (step.kind != suspension && step.kind != resumption)) continue;
        if (const std::pair when{step.span().from, number}; last <= when) std::tie(last, suspended) = std::pair(when, step.kind == suspension);
    }
    return suspended;
}

enum class Standing : std::uint8_t { in_force, under_way, neither };

Standing standing_of(const Instrument& instrument, Date as_at) {
    Steps sure;
    bool begun = false;
    for (const auto& [number, step] : instrument.steps) {
        if (step.withdrawn || step.span().from > as_at) continue;
        begun = true;
        if (step.kind == termination || step.kind == lapse) return Standing::neither;
        if (!step.unverified && step.span().to <= as_at) sure.push_back(&step);
    }
    const bool in_force = std::ranges::any_of(sure, [](const Step* one) { return one->kind == force || one->says_in_force; }) ||
                          (works_from_signing(instrument.kind) && is_signed_by_all(instrument, sure));
    if (in_force) return is_suspended(instrument, as_at) ? Standing::neither : Standing::in_force;
    return begun ? Standing::under_way : Standing::neither;
}

std::vector<std::uint64_t> entries_of(const Instruments& instruments, const Group& group, Standing wanted, Date as_at) {
    std::vector<std::uint64_t> entries;
    for (const auto& [id, instrument] : instruments) {
        if (instrument.kind < group.first || instrument.kind > group.last) continue;
        const bool of_macao = std::ranges::find(instrument.places, "MO") != instrument.places.end();
        if (of_macao && standing_of(instrument, as_at) == wanted) entries.push_back(instrument.sequence);
    }
    std::ranges::sort(entries);
    return entries;
}

}  // namespace

Period Step::span() const {
    Period span = date;
    for (const Period& other : others) span = {std::min(span.from, other.from), std::max(span.to, other.to)};
    return span;
}

std::optional<std::string> add_instrument_row(Instruments& instruments, std::uint64_t sequence, const Entry& entry) {
    Cursor in(entry.payload);
    const std::string_view id = in.text();
    if (entry.type == instrument_registered) return add_registered(instruments, sequence, id, in);
    const auto instrument = instruments.find(id);
    if (instrument == instruments.end()) return "instrument";
    return add_to_instrument(instrument->second, entry.type, in);
}

std::optional<std::string> add_activity_row(Activities& activities, std::uint64_t sequence, const Entry& entry) {
    if (entry.type != activity_held) return "kind of entry";
    Cursor in(entry.payload);
    const std::string instrument(in.text());
    const std::string activity(in.text());
    in.names();
    const Period days = in.period();
    in.texts(2);
    evidence(in);
    in.one_of(stage_last);
    in.texts(1);
    in.one_of(3);
    in.blind();
    if (!in.finished()) return "fields";
    // No id holds a line feed.
    return unless(activities.emplace(instrument + "\n" + activity, HeldActivity{.sequence = sequence, .instrument = instrument, .last_day = days.to}).second, "activity");
}

ActivityFigures activity_figures(const Activities& activities, const Instruments& instruments, Date as_at) {
    ActivityFigures figures;
    std::set<std::string_view> ties;
    for (const auto& [id, one] : activities) {
        const auto tie = instruments.find(one.instrument);
        const bool of_macao = tie != instruments.end() && std::ranges::find(tie->second.places, "MO") != tie->second.places.end();
        if (!of_macao || one.last_day > as_at || one.last_day.year() != as_at.year()) continue;
        figures.entries.push_back(one.sequence);
        ties.insert(one.instrument);
    }
    figures.ties = ties.size();
    return figures;
}

std::vector<InstrumentFigure> instrument_figures(const Instruments& instruments, Date as_at) {
    std::vector<InstrumentFigure> figures;
    for (const Group& group : groups) {
        const std::string id = "instruments." + std::string(group.name);
        figures.push_back({id + ".in_force", "instruments_in_force", entries_of(instruments, group, Standing::in_force, as_at)});
        figures.push_back({id + ".under_way", "instruments_under_way", entries_of(instruments, group, Standing::under_way, as_at)});
    }
    return figures;
}

}  // namespace ponte::bundle
