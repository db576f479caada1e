// One journey of 30 stops over five years, for one traveller and for every passport of the table, on the facts of
// data/stay. The journey is synthetic: places and lengths are drawn, and nobody made it.

#include "adapters/stay_tables/stay_tables.h"
#include "bench/measure.h"
#include "desks/stay/decide.h"

#include <fstream>
#include <sstream>

namespace ponte::bench {

namespace {

Attempt<csv::Table> table_in(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail("bench.file", path);
    std::ostringstream text;
    text << file.rdbuf();
    const std::string content = text.str();
    return unrefused(csv::read(view_of(content)));
}

// The desk as its officer would load it.
Attempt<stay::State> loaded(const std::string& data, directory::Jurisdictions& jurisdictions) {
    const csv::Table places = TRY(table_in(data + "/directory/jurisdictions.csv"));
    for (const csv::Row& row : places.rows) jurisdictions.by_id[JurisdictionId(row.cells[0])] = {};
    stay::State state;
    const access::Grant by{.person = PersonId("bench"), .body = BodyId("bench"), .side = access::Side::macao, .roles = {{.desk = "stay", .role = access::Role::officer}}};
    for (const std::string name : {"snapshots", "base-2025-01-12", "base-2026-02-17", "zones", "zone_members", "rules"}) {
        const csv::Table table = TRY(table_in(data + "/stay/" + name + ".csv"));
        const std::vector<stay_tables::Order> orders = TRY(unrefused(stay_tables::orders_of(table)));
        for (const stay_tables::Order& order : orders) {
            const stay::View view{.stay = state, .jurisdictions = jurisdictions, .asker = by, .now = {}};
            const std::vector<stay::Event> events = TRY(unrefused(std::visit([&](const auto& one) { return stay::decide(view, one); }, order.command)));
            for (const stay::Event& event : events) std::visit([&](const auto& one) { stay::evolve(state, one, {}); }, event);
        }
    }
    return state;
}

std::vector<stay::Stay> journey(std::size_t stops) {
    constexpr std::array places{"PT", "ES", "FR", "CN", "HK", "BR", "RU", "KZ", "TH", "BY", "AR", "MY"};
    Numbers numbers(1999);
    std::vector<stay::Stay> stays;
    Date at = *Date::from_ymd(2026, 3, 1);
    for (std::size_t i = 0; i < stops; ++i) {
        const Date to = at.plus_days(static_cast<int>(10 + numbers.below(40)));
        stays.push_back({.place = JurisdictionId(places[numbers.below(places.size())]), .from = at, .to = to});
        at = to.plus_days(static_cast<int>(20 + numbers.below(30)));
    }
    return stays;
}

template <class Ask>
double milliseconds(std::size_t times, const Ask& ask) {
    std::vector<double> taken;
    for (std::size_t i = 0; i < times; ++i) {
        const Stopwatch watch;
        ask();
        taken.push_back(watch.seconds() * 1'000);
    }
    return median(std::move(taken));
}

}  // namespace

Measured measure_stay(const Bench& bench) {
    directory::Jurisdictions jurisdictions;
    const stay::State state = TRY(loaded(bench.data, jurisdictions));
    const stay::Looking looking{.stay = state, .jurisdictions = jurisdictions, .now = {}};
    const std::vector<stay::Stay> stays = journey(bench.sized(30, 3));
    std::size_t seen = 0;
    const stay::ItineraryQuery one{.documents = {{stay::DocumentKind::passport, JurisdictionId("MO")}}, .stays = stays, .on = {}};
    const double alone = milliseconds(bench.sized(201, 3), [&] { seen += answer(looking, one).stays.size(); });
    const stay::TripQuery all{.stays = stays, .on = {}, .set = {}, .lawful = {}};
    const double everybody = milliseconds(bench.sized(21, 1), [&] { seen += answer(looking, all).rows.size(); });
    if (seen == 0) return fail("bench.stay", "nothing was checked");
    const std::string note = "synthetic journey, " + std::to_string(stays.size()) + " stops from " + stays.front().from.to_text() + " to " + stays.back().to.to_text();
    return Rows{{.name = "itinerary, one traveller", .value = alone, .unit = "ms", .better = Better::less, .must = 1, .note = note + "; with the latest day to leave each", .load = {}},
                {.name = "itinerary, 199 passports", .value = everybody, .unit = "ms", .better = Better::less, .must = 200, .note = note, .load = {}}};
}

}  // namespace ponte::bench
