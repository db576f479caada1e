#pragma once

#include "base/decimal.h"
#include "base/outcome.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Money as a whole number of minor units of one currency. It has no operator+: adding can overflow
// and can mix currencies, and both are answers that the caller must hear.
namespace ponte {

namespace refusals {
inline constexpr RefusalKind money_unreadable{"money.unreadable", Remedy::correct};
inline constexpr RefusalKind money_currency_unknown{"money.currency_unknown", Remedy::correct};
inline constexpr RefusalKind money_currencies_differ{"money.currencies_differ", Remedy::correct};
inline constexpr RefusalKind money_amount_overflows{"money.amount_overflows", Remedy::correct};
inline constexpr RefusalKind money_too_precise{"money.too_precise", Remedy::correct};
}  // namespace refusals

// A currency by its ISO 4217 number. Code, places and name come from data/currencies.csv.
struct Currency {
    std::uint16_t number = 0;  // 0 is no currency.

    [[nodiscard]] static std::optional<Currency> from_text(std::string_view code);  // "MOP", capitals only
    [[nodiscard]] std::string to_text() const { return std::string(code()); }
    [[nodiscard]] std::string_view code() const;     // "???" when the number is not in the table
    [[nodiscard]] std::string_view name_en() const;
    [[nodiscard]] std::uint8_t exponent() const;     // places of the minor unit: MOP 2, JPY 0, KWD 3
    [[nodiscard]] bool known() const;

    friend constexpr auto operator<=>(const Currency&, const Currency&) = default;
};

struct Money {
    std::int64_t minor = 0;
    Currency currency;

    // "MOP 1299.00": code, one blank, a plain decimal of at most the currency's places.
    [[nodiscard]] static Outcome<Money> parse(std::string_view text);
    [[nodiscard]] static std::optional<Money> from_text(std::string_view text);
    // Refuses what has more places than the currency, even when they are zeros that were published.
    [[nodiscard]] static Outcome<Money> from_decimal(Decimal amount, Currency currency);
    [[nodiscard]] Decimal to_decimal() const { return Decimal{minor, currency.exponent()}; }
    [[nodiscard]] std::string to_text() const;

    [[nodiscard]] Outcome<Money> plus(Money other) const;
    [[nodiscard]] Outcome<Money> minus(Money other) const;
    [[nodiscard]] constexpr bool is_positive() const { return minor > 0; }

    friend constexpr bool operator==(const Money&, const Money&) = default;
};

}  // namespace ponte
