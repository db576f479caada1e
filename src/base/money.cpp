#include "base/money.h"

#include <algorithm>
#include <iterator>

namespace ponte {

namespace {

struct CurrencyRow {
    std::string_view code;
    std::uint16_t number;
    std::uint8_t exponent;
    std::string_view name_en;
};

// Written at configure time from data/currencies.csv, sorted by code.
constexpr CurrencyRow table[] = {
#include "currency_table.inc"
};
static_assert(std::ranges::is_sorted(table, {}, &CurrencyRow::code));

const CurrencyRow* row_of(std::uint16_t number) {
    const auto* row = std::ranges::find(table, number, &CurrencyRow::number);
    return row == std::end(table) ? nullptr : row;
}

}  // namespace

std::optional<Currency> Currency::from_text(std::string_view code) {
    const auto* row = std::ranges::lower_bound(table, code, {}, &CurrencyRow::code);
    if (row == std::end(table) || row->code != code) return std::nullopt;
    return Currency{row->number};
}

std::string_view Currency::code() const {
    const CurrencyRow* row = row_of(number);
    return row == nullptr ? "???" : row->code;
}

std::string_view Currency::name_en() const {
    const CurrencyRow* row = row_of(number);
    return row == nullptr ? "unknown currency" : row->name_en;
}

std::uint8_t Currency::exponent() const {
    const CurrencyRow* row = row_of(number);
    return row == nullptr ? std::uint8_t{0} : row->exponent;
}

bool Currency::known() const { return row_of(number) != nullptr; }

Outcome<Money> Money::parse(std::string_view text) {
    const std::string subject(text.substr(0, 64));
    if (text.size() < 5 || text[3] != ' ') return refuse(refusals::money_unreadable, subject);
    const auto currency = Currency::from_text(text.substr(0, 3));
    if (!currency) return refuse(refusals::money_currency_unknown, subject);
    const Decimal amount = TRY(Decimal::parse(text.substr(4)));
    return from_decimal(amount, *currency);
}

std::optional<Money> Money::from_text(std::string_view text) {
    const auto parsed = parse(text);
    if (!parsed) return std::nullopt;
    return *parsed;
}

Outcome<Money> Money::from_decimal(Decimal amount, Currency currency) {
    if (!currency.known()) return refuse(refusals::money_currency_unknown, std::to_string(currency.number));
    if (amount.scale > currency.exponent()) return refuse(refusals::money_too_precise, amount.to_text());
    const auto padded = amount.rounded(currency.exponent());
    if (!padded) return refuse(refusals::money_amount_overflows, amount.to_text());
    return Money{padded->digits, currency};
}

std::string Money::to_text() const { return currency.to_text() + " " + to_decimal().to_text(); }

Outcome<Money> Money::plus(Money other) const {
    if (currency != other.currency) {
        return refuse(refusals::money_currencies_differ, currency.to_text() + " and " + other.currency.to_text());
    }
    std::int64_t sum = 0;
    if (__builtin_add_overflow(minor, other.minor, &sum)) return refuse(refusals::money_amount_overflows, to_text());
    return Money{sum, currency};
}

Outcome<Money> Money::minus(Money other) const {
    if (currency != other.currency) {
        return refuse(refusals::money_currencies_differ, currency.to_text() + " and " + other.currency.to_text());
    }
    std::int64_t difference = 0;
    if (__builtin_sub_overflow(minor, other.minor, &difference)) {
        return refuse(refusals::money_amount_overflows, to_text());
    }
    return Money{difference, currency};
}

}  // namespace ponte
