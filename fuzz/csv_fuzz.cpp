// rooms: adapters.csv
// Whatever bytes come in, the table reader answers or refuses with a place; and what it read, written
// again, is read as the same table.
#include "adapters/csv/csv.h"
#include "base/check.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto table = ponte::csv::read({data, size});
    if (!table) {
        CHECK(table.error().kind.code.starts_with("csv."));
        return 0;
    }
    const auto text = ponte::csv::write(*table);
    const auto again = ponte::csv::read(ponte::view_of(text));
    CHECK(again.has_value());
    CHECK(again->heads == table->heads);
    CHECK(again->rows.size() == table->rows.size());
    for (std::size_t i = 0; i < again->rows.size(); ++i) {
        CHECK(again->rows[i].cells == table->rows[i].cells);
        CHECK(again->rows[i].cells.size() == table->heads.size());
    }
    return 0;
}
