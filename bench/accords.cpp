// Who is covered by what on a day: 200 partners, 12 kinds, 20,000 instruments, each signed and then in force or not.
// Instruments and days are drawn; nobody made them.

#include "bench/measure.h"
#include "desks/accords/view.h"
#include "desks/accords/queries.h"

namespace ponte::bench {

namespace {

using namespace accords;  // NOLINT: the desk's words stand on every line of this file

constexpr std::array kinds{InstrumentKind::mla_criminal,    InstrumentKind::surrender,       InstrumentKind::transfer_sentenced, InstrumentKind::legal_cooperation,
                           InstrumentKind::civil_judgments, InstrumentKind::service_of_documents, InstrumentKind::arbitral_awards, InstrumentKind::double_taxation,
                           InstrumentKind::tax_information, InstrumentKind::fiu_memorandum, InstrumentKind::visa_waiver,        InstrumentKind::friendship};

JurisdictionId partner(std::size_t number) { return JurisdictionId("P" + std::to_string(1000 + number)); }

void take(State& state, const InstrumentId& id, std::uint16_t number, StepKind kind, Date on) {
    StepTaken step{};
    step.instrument = id;
    step.number = number;
    step.step = kind;
    step.date = {on, on};
    step.stage = Stage::published;
    evolve(state, step, Recorded{});
}

State filled(std::size_t instruments, std::size_t partners) {
    State state;
    Numbers numbers(20260601);
    for (std::size_t i = 0; i < instruments; ++i) {
        InstrumentRegistered event{};
        event.instrument = InstrumentId("instrument.of.the.bench." + std::to_string(i));
        event.stage = Stage::published;
        event.record.kind = kinds[numbers.below(kinds.size())];
        event.record.parties = {{.place = JurisdictionId("MO"), .organ = {}}, {.place = partner(numbers.below(partners)), .organ = {}}};
        event.record.force.by = ForceBy::unknown;
        event.record.force.unit = CountIn::days;
        evolve(state, event, Recorded{});
        const Date first = dates::of(std::chrono::year(1990) / 1 / 1).plus_days(static_cast<int>(numbers.below(12'000)));
        take(state, event.instrument, 1, StepKind::talks, first);
        take(state, event.instrument, 2, StepKind::signing, first.plus_days(400));
        if (numbers.below(3) != 0) take(state, event.instrument, 3, StepKind::force, first.plus_days(900));
        if (numbers.below(9) == 0) take(state, event.instrument, 4, StepKind::termination, first.plus_days(4'000));
    }
    return state;
}

}  // namespace

Measured measure_accords(const Bench& bench) {
    const std::size_t partners = bench.sized(200, 5);
    const std::size_t instruments = bench.sized(20'000, 50);
    const State state = filled(instruments, partners);
    const directory::Jurisdictions jurisdictions;
    const Looking looking{.accords = state, .jurisdictions = jurisdictions, .reader = {.body = {}, .side = {}}, .now = {}};
    CoverageQuery query{};
    query.kinds.assign(kinds.begin(), kinds.end());
    for (std::size_t i = 0; i < partners; ++i) query.partners.push_back(partner(i));
    std::vector<double> taken;
    std::size_t covered = 0;
    for (std::size_t i = 0; i < bench.sized(101, 3); ++i) {
        query.on = dates::of(std::chrono::year(2000) / 1 / 1).plus_days(static_cast<int>(i * 90));
        const Stopwatch watch;
        const CoverageAnswer found = answer(looking, query);
        taken.push_back(watch.seconds() * 1'000);
        covered += found.cells.size();
    }
    if (covered == 0) return fail("bench.accords", "nothing was covered");
    return Rows{{.name = "coverage as at a day", .value = median(std::move(taken)), .unit = "ms", .better = Better::less, .must = 10,
                 .note = "synthetic: " + std::to_string(partners) + " partners, 12 kinds, " + std::to_string(instruments) + " instruments, as everybody may read", .load = {}}};
}

}  // namespace ponte::bench
