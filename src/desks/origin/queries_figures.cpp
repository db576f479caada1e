#include "desks/origin/duty.h"
#include "desks/origin/queries.h"
#include "desks/origin/seen.h"
#include "desks/origin/view.h"

#include <algorithm>
#include <map>
#include <set>

// What measure 9 is counted by. Sums alone, for everyone; and of fewer than three traders none, since what one did in a
// month would be read off them, or off the difference of two answers.
namespace ponte::origin {

namespace {

Period month_of(Date day) {
    const Date first = *Date::from_ymd(day.year(), day.month(), 1);
    return {.from = first, .to = dates::of(day.calendar().year() / day.calendar().month() / std::chrono::last)};
}

constexpr std::uint8_t places_shown = 2;

// Wide, so that no list of certificates overflows it.
struct Summed {
    Wide value = 0;
    Wide saved = 0;
    std::uint32_t unknown = 0;

    void add(const Decimal& more, const std::optional<Decimal>& duty) {
        value += scaled(more);
        if (duty) {
            saved += scaled(*duty);
        } else {
            ++unknown;
        }
    }
    void add(const Summed& other) {
        value += other.value;
        saved += other.saved;
        unknown += other.unknown;
    }
};
using Sums = std::map<Currency, Summed>;

std::vector<Sum> shown(const Sums& sums) {
    std::vector<Sum> all;
    for (const auto& [currency, one] : sums) {
        all.push_back({.currency = currency,
                       .value = decimal_of(one.value, places_shown),
                       .duty_saved = one.unknown == 0 ? std::optional(decimal_of(one.saved, places_shown)) : std::nullopt,
                       .duty_unknown = one.unknown});
    }
    return all;
}

void count_certificates(const Looking& looking, const FiguresQuery& query, FiguresAnswer& found) {
    struct Month {
        MonthRow row;
        Sums sums;
        std::set<ExporterId> traders;
        bool all_own = true;
    };
    std::map<Period, Month> months;
    const Seen seen(looking.origin, looking.reader);
    seen.each_certificate([&](const Certificate& one) {
        if (!one.issued) return;
        const Period period = month_of(one.issued->on);
        if (query.period && !(query.period->contains(period.from) && query.period->contains(period.to))) return;
        Month& month = months[period];
        month.traders.insert(one.content.exporter);
        month.all_own = month.all_own && seen.is_own(one);
        if (one.cancelled) {
            ++month.row.cancelled;
            return;
        }
        ++month.row.certificates;
        if (one.used) ++month.row.used;
        month.sums[one.content.currency].add(one.content.value, duty_saved(looking.origin.rules, one));
    });
    Sums all;
    for (auto& [period, month] : months) {
        if (month.traders.size() < traders_min && !month.all_own) {
            ++found.months_withheld;
            continue;
        }
        month.row.month = period;
        month.row.sums = shown(month.sums);
        found.certificates += month.row.certificates;
        for (const auto& [currency, sum] : month.sums) all[currency].add(sum);
        found.months.push_back(std::move(month.row));
    }
    found.sums = shown(all);
}

void count_requests(const Looking& looking, const FiguresQuery& query, FiguresAnswer& found) {
    std::map<Date, WindowRow> windows;
    Seen(looking.origin, looking.reader).each_request([&](const ChangeRequest& one) {
        if (query.period && !query.period->contains(one.requested.on)) return;
        if (!one.requested.window) {
            ++found.requests_outside_windows;
            return;
        }
        WindowRow& row = windows[*one.requested.window];
        row.apply_by = *one.requested.window;
        row.in_force_by = one.requested.in_force_by;
        ++row.requests;
        if (one.decided) ++(one.decided->accepted ? row.accepted : row.declined);
    });
    for (auto& [date, row] : windows) found.windows.push_back(row);
}

void count_suppliers(const Looking& looking, const FiguresQuery& query, FiguresAnswer& found) {
    std::map<std::pair<std::string, SupplierKind>, std::uint32_t> sectors;
    Seen(looking.origin, looking.reader).each_supplier([&](const SupplierCase& one) {
        if (!one.issued || one.cancelled || (query.period && !query.period->contains(one.issued->on))) return;
        ++sectors[{one.applied.sector, one.applied.kind}];
    });
    for (const auto& [key, count] : sectors) found.sectors.push_back({.sector = key.first, .kind = key.second, .certificates = count});
}

}  // namespace

FiguresAnswer answer(const Looking& looking, const FiguresQuery& query) {
    FiguresAnswer found;
    count_certificates(looking, query, found);
    count_requests(looking, query, found);
    count_suppliers(looking, query, found);
    return found;
}

}  // namespace ponte::origin
