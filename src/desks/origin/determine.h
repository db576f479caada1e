#pragma once

#include "desks/origin/worked.h"

#include <array>

// Whether a good originates: the criteria in the order of the agreement, each answered yes, no or unknown.
// What is not known of the rules or of the bill makes the answer unknown wherever it could change it, and what
// each possibility would give is worked out beside it.
namespace ponte::origin {

enum class Why : std::uint8_t {
    met = 1,
    not_met = 2,
    not_stated = 3,                // the bill does not say
    price_unknown = 4,             // no FOB price, no share of it
    material_origin_unknown = 5,
    material_code_short = 6,       // too few digits to tell whether it changed
    good_code_short = 7,           // rules stand further down; the code must say which good it is
    cumulation_unknown = 8,        // whether the other side's materials count
    floor_unknown = 9,             // ... and what must be reached without them
    de_minimis_unknown = 10,       // which share of materials need not change
    minimal_operations = 11,       // only such as confer no origin were carried out
    rule_text_unknown = 12,        // there is a rule whose text has not been read
    rule_unverified = 13,          // what is known of the rule is no fact
    rule_dates_unknown = 14,       // whether the rule held on the day
    correlation_missing = 15,      // the rule is of another edition of the nomenclature
    correlation_ambiguous = 16,    // ... in which the code was split or joined
    listing_unknown = 17,          // no rule loaded for the code; whether it is listed nobody here knows
    term_unknown = 18,             // the text of the criterion, or whether it held on the day
    set_unknown = 19,              // no arrangement between the two is known on the day
    only_wholly_obtained = 20,     // waste and scrap
};
BOOST_DESCRIBE_ENUM(Why, met, not_met, not_stated, price_unknown, material_origin_unknown, material_code_short, good_code_short,
                    cumulation_unknown, floor_unknown, de_minimis_unknown, minimal_operations, rule_text_unknown, rule_unverified,
                    rule_dates_unknown, correlation_missing, correlation_ambiguous, listing_unknown, term_unknown, set_unknown,
                    only_wholly_obtained)

struct Told {
    Answer answer{};
    Why why{};

    friend bool operator==(const Told&, const Told&) = default;
};

// A topic's rule on a day: told no or unknown where it does not stand there with certainty.
struct TermOn {
    Answer holds = Answer::unknown;
    const KeptTerm* term = nullptr;  // The row it comes from, certain or not; nullptr: none is recorded.
};

// The rules of one arrangement on one day, looked up once for all bills of the day.
struct Setting {
    const Rules* rules = nullptr;
    const RuleSet* set = nullptr;  // nullptr: none between the two parties.
    Answer holds = Answer::no;     // Of the set, on the day.
    Date on;
    JurisdictionId from;
    std::array<TermOn, 18> terms{};            // By topic; of general rules the first.
    std::vector<const KeptTerm*> general;      // Those that hold for certain.
    std::optional<HsVersion> version;          // That the list is written in.

    [[nodiscard]] const TermOn& of(Topic topic) const { return terms[static_cast<std::size_t>(topic)]; }
};

// The named set, or the one between the two parties (MO and CN where absent) on the day. Refuses an unknown name,
// and a choice between several.
[[nodiscard]] Outcome<Setting> setting_of(const Rules& rules, const Goods& goods, std::string_view place);

// A good ready to be judged.
struct Prepared {
    Worked bill;
    Hs hs;
    HsVersion version{};
    bool waste_or_scrap = false;
};
// All that may be wrong with the question itself, the bill's own faults after those of the good.
[[nodiscard]] Outcome<Prepared> prepared(const Setting& setting, const Goods& goods, std::string_view place);

// One criterion tried, or one possibility.
struct Tried {
    Criterion criterion{};
    const KeptRule* rule = nullptr;  // of a listed product
    const KeptTerm* term = nullptr;
    Told told;
};

struct Judged {
    Answer origin = Answer::unknown;
    std::optional<Criterion> by;     // That said yes; or, of a no or an unknown, the last one tried.
    Why why{};
    const KeptRule* rule = nullptr;
    const KeptTerm* term = nullptr;
    std::vector<Tried> tried;        // In order, each with the answer that counts.
    std::vector<Tried> branches;     // Only where it is unknown which rule is the good's: what each would give.
};

[[nodiscard]] Judged judged(const Setting& setting, const Prepared& good);

// The answer of one tree, and of each of its tests in their order where `each` is given.
[[nodiscard]] Told told_by(const Tests& tests, const Setting& setting, const Prepared& good, std::vector<Told>* each = nullptr);
[[nodiscard]] Told told_at(const Tests& tests, std::size_t at, const Setting& setting, const Prepared& good);
// The general rule: one of its trees is enough.
[[nodiscard]] Told told_by_general_rule(const Setting& setting, const Prepared& good);

// Beside the origin itself: what must hold for the preference.
[[nodiscard]] Told told_of_operations(const Setting& setting, const Prepared& good, const Judged& judged);
[[nodiscard]] Told told_of_consignment(const Setting& setting, std::optional<Consignment> consignment);

// Whether a line that does not originate changed classification as the test asks.
[[nodiscard]] Answer changed(const Test& test, Hs good, Hs material);

}  // namespace ponte::origin
