#include "desks/origin/worked.h"

#include "base/check.h"

#include <algorithm>

namespace ponte::origin {

namespace {

constexpr std::array<std::int64_t, 19> powers_of_ten = [] {
    std::array<std::int64_t, 19> powers{};
    powers[0] = 1;
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

constexpr std::size_t text_bytes_max = 300;

// Where a fault is, written only once there is one.
class Places {
public:
    explicit Places(std::string_view bill) : bill_(bill) {}
    [[nodiscard]] std::string at(std::string_view field) const { return std::string(bill_) + std::string(field); }
    [[nodiscard]] std::string at(std::string_view list, std::size_t row, std::string_view field) const {
        return at(list) + "/" + std::to_string(row) + std::string(field);
    }

private:
    std::string_view bill_;
};

std::unexpected<Refusal> refuse_value(RefusalKind kind, Decimal value, std::string place) { return refuse(kind, value.to_text(), std::move(place)); }

bool fits(Decimal value, std::uint8_t places, std::int64_t whole_max) {
    return value.scale <= places && value.digits < whole_max * powers_of_ten[value.scale];
}

// Of an amount that may be nought; `place` is asked for only where it is needed.
template <class Place>
std::optional<Refusal> fault_of_amount(Decimal value, const Place& place) {
    if (value.digits < 0) return Refusal{refusals::value_negative, value.to_text(), place()};
    if (!fits(value, value_places_max, value_whole_max)) return Refusal{refusals::value_out_of_range, value.to_text(), place()};
    return std::nullopt;
}

std::optional<Refusal> fault_of_price(const Bill& bill, const Places& places) {
    if (!bill.currency.known()) return Refusal{refusals::currency_unknown, bill.currency.to_text(), places.at("/currency")};
    for (const auto& [price, field] : {std::pair(&bill.fob, "/fob"), std::pair(&bill.ex_works, "/ex_works")}) {
        if (!*price) continue;
        if ((*price)->digits <= 0) return Refusal{refusals::price_not_positive, (*price)->to_text(), places.at(field)};
        if (auto fault = fault_of_amount(**price, [&] { return places.at(field); })) return fault;
    }
    if (bill.fob && bill.ex_works && compare(*bill.ex_works, *bill.fob) > 0) {
        return Refusal{refusals::ex_works_above_price, bill.ex_works->to_text(), places.at("/ex_works")};
    }
    for (const auto& [cost, field] : {std::pair(&bill.labour, "/labour"), std::pair(&bill.development, "/development")}) {
        if (!*cost) continue;
        if (auto fault = fault_of_amount(**cost, [&] { return places.at(field); })) return fault;
    }
    return std::nullopt;
}

std::optional<Refusal> fault_of_line(const BillLine& line, std::size_t at, const Places& places) {
    if (line.description.size() > text_bytes_max) {
        return Refusal{refusals::text_too_long, std::to_string(line.description.size()), places.at("/lines", at, "/description")};
    }
    if (auto fault = fault_of_amount(line.value, [&] { return places.at("/lines", at, "/value"); })) return fault;
    if (line.currency && !line.currency->known()) {
        return Refusal{refusals::currency_unknown, line.currency->to_text(), places.at("/lines", at, "/currency")};
    }
    return std::nullopt;
}

std::optional<Refusal> fault_of_rates(const Bill& bill, const Places& places) {
    if (bill.rates.size() > rates_max) return Refusal{refusals::too_many, std::to_string(bill.rates.size()), places.at("/rates")};
    for (std::size_t i = 0; i < bill.rates.size(); ++i) {
        const Rate& rate = bill.rates[i];
        if (!rate.currency.known()) return Refusal{refusals::currency_unknown, rate.currency.to_text(), places.at("/rates", i, "/currency")};
        if (rate.rate.digits <= 0) return Refusal{refusals::rate_not_positive, rate.rate.to_text(), places.at("/rates", i, "/rate")};
        if (!fits(rate.rate, rate_places_max, rate_whole_max)) return Refusal{refusals::value_out_of_range, rate.rate.to_text(), places.at("/rates", i, "/rate")};
        if (rate.period.from > rate.period.to) return Refusal{refusals::dates_backwards, rate.period.to_text(), places.at("/rates", i, "/period")};
        for (std::size_t j = 0; j < i; ++j) {
            const Rate& other = bill.rates[j];
            if (other.currency == rate.currency && other.period.from <= rate.period.to && rate.period.from <= other.period.to) {
                return Refusal{refusals::rates_overlap, rate.currency.to_text(), places.at("/rates", i, "/period")};
            }
        }
    }
    return std::nullopt;
}

const Rate* rate_on(const Bill& bill, Currency currency, Date on) {
    for (const Rate& rate : bill.rates) {
        if (rate.currency == currency && rate.period.contains(on)) return &rate;
    }
    return nullptr;
}

Status status_of(const BillLine& line, const JurisdictionId& from, const std::vector<JurisdictionId>& parties) {
    if (!line.origin) return Status::unknown;
    if (*line.origin == from) return Status::here;
    return std::ranges::find(parties, *line.origin) == parties.end() ? Status::foreign : Status::other_party;
}

}  // namespace

Wide scaled(Decimal value) {
    CHECK(value.scale <= scale_of_values);
    return Wide{value.digits} * powers_of_ten[scale_of_values - value.scale];
}

Decimal decimal_of(Wide amount, std::uint8_t places) {
    CHECK(places <= scale_of_values);
    return {static_cast<std::int64_t>(amount / powers_of_ten[scale_of_values - places]), places};
}

Decimal decimal_above(Wide amount, std::uint8_t places) {
    CHECK(places <= scale_of_values);
    const Wide step = powers_of_ten[scale_of_values - places];
    return {static_cast<std::int64_t>((amount + step - 1) / step), places};
}

Wide Worked::sum_of(Status status) const {
    Wide sum = 0;
    for (const WorkedLine& line : lines) {
        if (line.status == status) sum += line.value;
    }
    return sum;
}

bool Worked::has(Status status) const {
    return std::ranges::any_of(lines, [&](const WorkedLine& line) { return line.status == status; });
}

Outcome<Worked> worked(const Bill& bill, Date on, const JurisdictionId& from, const std::vector<JurisdictionId>& parties, std::string_view place) {
    const Places places(place);
    if (auto fault = fault_of_price(bill, places)) return std::unexpected(*std::move(fault));
    if (bill.lines.size() > lines_max) return refuse(refusals::too_many, std::to_string(bill.lines.size()), places.at("/lines"));
    if (bill.processes.size() > processes_max) return refuse(refusals::too_many, std::to_string(bill.processes.size()), places.at("/processes"));
    Worked all{.lines = {},
               .fob = {},
               .labour = bill.labour ? scaled(*bill.labour) : 0,
               .development = bill.development ? scaled(*bill.development) : 0,
               .processes = &bill.processes,
               .wholly_obtained = bill.wholly_obtained};
    if (bill.fob) all.fob = scaled(*bill.fob);
    all.lines.reserve(bill.lines.size());
    for (std::size_t i = 0; i < bill.lines.size(); ++i) {
        const BillLine& line = bill.lines[i];
        const auto hs = Hs::from_text(line.hs);
        if (!hs) return refuse(refusals::hs_unknown, line.hs.substr(0, 40), places.at("/lines", i, "/hs"));
        if (auto fault = fault_of_line(line, i, places)) return std::unexpected(*std::move(fault));
        all.lines.push_back({.hs = *hs, .value = 0, .status = status_of(line, from, parties)});
    }
    if (auto fault = fault_of_rates(bill, places)) return std::unexpected(*std::move(fault));
    Wide sum = all.labour + all.development;
    for (std::size_t i = 0; i < bill.lines.size(); ++i) {
        const BillLine& line = bill.lines[i];
        if (!line.currency || *line.currency == bill.currency) {
            all.lines[i].value = scaled(line.value);
        } else {
            const Rate* rate = rate_on(bill, *line.currency, on);
            if (rate == nullptr) return refuse(refusals::rate_missing, line.currency->to_text(), places.at("/lines", i, "/currency"));
            const auto places_left = static_cast<std::size_t>(scale_of_values - line.value.scale - rate->rate.scale);
            all.lines[i].value = Wide{line.value.digits} * rate->rate.digits * powers_of_ten[places_left];
        }
        sum += all.lines[i].value;
    }
    const std::optional<Decimal>& price = bill.fob ? bill.fob : bill.ex_works;
    if (price && sum > scaled(*price)) {
        return refuse_value(refusals::bill_above_price, *price, places.at(bill.fob ? "/fob" : "/ex_works"));
    }
    if (bill.wholly_obtained == true && all.has(Status::foreign)) return refuse(refusals::bill_contradictory, {}, places.at("/wholly_obtained"));
    return all;
}

}  // namespace ponte::origin
