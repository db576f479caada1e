// A file of observations, from its bytes to a durable block: table, order, decision, fold, promises, disk.

#include "adapters/csv/csv.h"
#include "adapters/observations/observations.h"
#include "bench/office_at_work.h"

namespace ponte::bench {

Measured measure_observations(const Bench& bench) {
    const std::size_t rows = bench.sized(50'000, 300);
    OfficeAtWork office = TRY(OfficeAtWork::founded(bench, "observations.journal"));
    std::vector<double> rates;
    std::vector<double> read_rates;
    for (unsigned edition = 1; edition <= bench.sized(3, 1); ++edition) {
        const std::string file = observations_csv(rows, edition);
        const Stopwatch watch;
        const csv::Table table = TRY(unrefused(csv::read(view_of(file))));
        auto order = TRY(unrefused(observations::from_table(table, sha256(file), false)));
        const double read_seconds = watch.seconds();
        const house::Receipt receipt = TRY(office.ask(officer, conference::Command(std::move(order))));
        const double seconds = watch.seconds();
        if (receipt.parts != rows + 1) return fail("bench.rows_missing", "observations", std::to_string(receipt.parts));
        rates.push_back(static_cast<double>(rows) / seconds);
        read_rates.push_back(static_cast<double>(rows) / read_seconds);
    }
    return Rows{{.name = "observations from CSV, one durable batch of " + std::to_string(rows), .value = median(rates), .unit = "/s", .must = 50'000, .aim = 200'000},
                {.name = "of that, the file alone: CSV to order", .value = median(read_rates), .unit = "/s"}};
}

}  // namespace ponte::bench
