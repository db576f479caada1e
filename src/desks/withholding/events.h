#pragma once

// What has been recorded about tax withheld at source: what instruments allow, what each jurisdiction takes by
// its own law, and how far an instrument guards against abuse. Its public face; an event is never edited.

#include "base/described_values.h"
#include "base/id.h"
#include "mechanisms/dated/dated.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ponte::withholding {

using InstrumentId = Id<struct InstrumentTag>;  // As at the accords desk: "MO-PT-1999".

enum class Income : std::uint8_t { dividends = 1, interest = 2, royalties = 3, technical_services = 4 };
BOOST_DESCRIBE_ENUM(Income, dividends, interest, royalties, technical_services)

// Who owns the income. `public_body`: an institution that the instrument or an agreement under it lists.
enum class OwnerClass : std::uint8_t {
    company = 1, partnership = 2, individual = 3, government = 4, central_bank = 5, bank = 6, state_owned = 7, public_body = 8, pension_fund = 9
};
BOOST_DESCRIBE_ENUM(OwnerClass, company, partnership, individual, government, central_bank, bank, state_owned, public_body, pension_fund)

// What the payment is within its income.
enum class PaymentKind : std::uint8_t {
    industrial = 1, aircraft_ship_leasing = 2, trademark = 3, copyright = 4, equipment_loan = 5, guaranteed_loan = 6, bond = 7, listed_security = 8,
    shareholder_loan = 9, transport_telecom = 10
};
BOOST_DESCRIBE_ENUM(PaymentKind, industrial, aircraft_ship_leasing, trademark, copyright, equipment_loan, guaranteed_loan, bond, listed_security,
                    shareholder_loan, transport_telecom)

// What has to be so for a rate to be had. All of it; within a list, any of it. Nothing said: the general rate.
struct Conditions {
    std::optional<Decimal> holding_min;   // percent of the payer's capital, 0..100
    bool holding_above = false;           // more than that, not as much
    std::optional<std::uint32_t> days_min;  // the shares held for so many days
    bool beneficial_owner = false;
    std::vector<OwnerClass> owners;
    std::vector<PaymentKind> kinds;
    bool payee_listed = false;            // the payee is resident where the payer's list of havens says
    bool associated = false;              // payer and payee belong together
    bool elected = false;                 // the payer chooses it
    std::optional<Decimal> amount_max;    // gross, in the payer's own currency: the first band
    std::string other;                    // in our own words, what nothing above can say

    [[nodiscard]] bool none() const { return *this == Conditions(); }
    friend bool operator==(const Conditions&, const Conditions&) = default;
};
BOOST_DESCRIBE_STRUCT(Conditions, (), (holding_min, holding_above, days_min, beneficial_owner, owners, kinds, payee_listed, associated, elected, amount_max, other))

// The most that an instrument lets the payer's side take. A day of a validity is the day of the payment.
struct Provision {
    Income income{};
    std::optional<JurisdictionId> payer;  // Only for payments from there; absent: both ways.
    std::optional<Decimal> rate;          // percent 0..100, at most four decimals; absent: nobody here knows
    Conditions conditions;
    std::vector<InstrumentId> most_favoured;  // If the payer's side allows less under one of these, that is had here too.
    Validity validity;
    std::string clause;                   // "art. 10(2)(a)"
    std::optional<InstrumentId> set_by;   // The protocol that gave it this wording; absent: the instrument itself.
    Source source;

    friend bool operator==(const Provision&, const Provision&) = default;
};
BOOST_DESCRIBE_STRUCT(Provision, (), (income, payer, rate, conditions, most_favoured, validity, clause, set_by, source))

// pending: signed, and no source says that it has effect. disputed: sources disagree whether it has.
enum class Standing : std::uint8_t { in_effect = 1, pending = 2, disputed = 3 };
BOOST_DESCRIBE_ENUM(Standing, in_effect, pending, disputed)

// Replaces what was known of that instrument's provisions.
struct TermsStated {
    static constexpr std::string_view name = "withholding.terms_stated/1";

    InstrumentId instrument;
    JurisdictionId a;
    JurisdictionId b;
    Standing standing{};
    std::vector<Provision> provisions;

    friend bool operator==(const TermsStated&, const TermsStated&) = default;
};
BOOST_DESCRIBE_STRUCT(TermsStated, (), (instrument, a, b, standing, provisions))

struct TermsWithdrawn {
    static constexpr std::string_view name = "withholding.terms_withdrawn/1";

    InstrumentId instrument;
    std::string reason;

    friend bool operator==(const TermsWithdrawn&, const TermsWithdrawn&) = default;
};
BOOST_DESCRIBE_STRUCT(TermsWithdrawn, (), (instrument, reason))

// What a jurisdiction takes by its own law from a payment to a company abroad.
struct DomesticRate {
    Income income{};
    std::optional<Decimal> rate;
    Conditions conditions;
    Validity validity;
    std::string clause;
    Source source;

    friend bool operator==(const DomesticRate&, const DomesticRate&) = default;
};
BOOST_DESCRIBE_STRUCT(DomesticRate, (), (income, rate, conditions, validity, clause, source))

// Replaces what was known of that jurisdiction's own rates.
struct DomesticRatesStated {
    static constexpr std::string_view name = "withholding.domestic_rates_stated/1";

    JurisdictionId jurisdiction;
    std::vector<DomesticRate> rates;

    friend bool operator==(const DomesticRatesStated&, const DomesticRatesStated&) = default;
};
BOOST_DESCRIBE_STRUCT(DomesticRatesStated, (), (jurisdiction, rates))

struct CorporateRate {
    std::optional<Decimal> rate;
    Validity validity;
    std::string clause;
    Source source;

    friend bool operator==(const CorporateRate&, const CorporateRate&) = default;
};
BOOST_DESCRIBE_STRUCT(CorporateRate, (), (rate, validity, clause, source))

// Replaces what was known of the tax on companies there.
struct CorporateRatesStated {
    static constexpr std::string_view name = "withholding.corporate_rates_stated/1";

    JurisdictionId jurisdiction;
    std::vector<CorporateRate> rates;

    friend bool operator==(const CorporateRatesStated&, const CorporateRatesStated&) = default;
};
BOOST_DESCRIBE_STRUCT(CorporateRatesStated, (), (jurisdiction, rates))

// Whether a guard stands. not_applicable: there is no instrument that could have one.
enum class Guard : std::uint8_t { no = 1, yes = 2, unknown = 3, not_applicable = 4 };
BOOST_DESCRIBE_ENUM(Guard, no, yes, unknown, not_applicable)

// How an instrument guards against being used by those whom it was not made for.
struct AntiAbuse {
    Guard principal_purpose_test = Guard::unknown;
    Guard limitation_on_benefits = Guard::unknown;
    Guard minimum_standard = Guard::unknown;  // of BEPS Action 6, as its peer reviews found
    Guard beneficial_ownership = Guard::unknown;
    Guard mli = Guard::unknown;               // changed by the multilateral convention
    std::string substance;                    // in our own words, what a payee there must show

    friend bool operator==(const AntiAbuse&, const AntiAbuse&) = default;
};
BOOST_DESCRIBE_STRUCT(AntiAbuse, (), (principal_purpose_test, limitation_on_benefits, minimum_standard, beneficial_ownership, mli, substance))

struct DatedAntiAbuse {
    AntiAbuse state;
    Validity validity;
    std::string clause;
    Source source;

    friend bool operator==(const DatedAntiAbuse&, const DatedAntiAbuse&) = default;
};
BOOST_DESCRIBE_STRUCT(DatedAntiAbuse, (), (state, validity, clause, source))

// Replaces what was known of that instrument's guards.
struct AntiAbuseStated {
    static constexpr std::string_view name = "withholding.anti_abuse_stated/1";

    InstrumentId instrument;
    std::vector<DatedAntiAbuse> states;

    friend bool operator==(const AntiAbuseStated&, const AntiAbuseStated&) = default;
};
BOOST_DESCRIBE_STRUCT(AntiAbuseStated, (), (instrument, states))

using Event = std::variant<TermsStated, TermsWithdrawn, DomesticRatesStated, CorporateRatesStated, AntiAbuseStated>;

}  // namespace ponte::withholding
