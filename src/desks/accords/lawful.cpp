#include "desks/accords/lawful.h"

#include <algorithm>
#include <array>

namespace ponte::accords {

namespace {

using enum StepKind;

constexpr std::string_view art_94 = "Basic Law art. 94: reciprocal judicial assistance with foreign states, with the assistance and authorisation of the Central People's Government";
constexpr std::string_view judicial_files = "files of Portugal 2019, Mongolia 2017, Nigeria 2018: talks, initialled, authorised, signed, notices, in force, published";
constexpr std::string_view delegation = "Law 2/2003 art. 1-A; dispatch of 14 November 2019 before the arrangement with Hong Kong";
constexpr std::string_view empowerment_in_gazette = "dispatches in the gazette that empower a named signatory: Timor-Leste, Malta 2022, Angola 2025";
constexpr std::string_view law_3_1999 = "Law 3/1999 arts 3, 5, 6: publication by notice of the Chief Executive";
constexpr std::string_view both_notices = "no entry into force without every party's notice, where the clause counts from notices";
constexpr std::string_view nature = "follows from what the step is";

constexpr std::array table{
    Rule{Way::judicial_abroad, initialling, talks, 0, Basis::practice, judicial_files},
    Rule{Way::judicial_abroad, authorisation, initialling, 1, Basis::practice, judicial_files},
    Rule{Way::judicial_abroad, authorisation, text_agreed, 1, Basis::practice, judicial_files},
    Rule{Way::judicial_abroad, signing, authorisation, 0, Basis::law, art_94},
    Rule{Way::tax, signing, empowerment, 0, Basis::law, delegation},
    Rule{Way::intelligence, empowerment, text_agreed, 1, Basis::practice, empowerment_in_gazette},
    Rule{Way::intelligence, empowerment, initialling, 1, Basis::practice, empowerment_in_gazette},
    Rule{Way::intelligence, signing, empowerment, 0, Basis::practice, empowerment_in_gazette},
    Rule{{}, procedures, signing, 0, Basis::logic, nature},
    Rule{{}, notice, signing, 0, Basis::logic, nature},
    Rule{{}, exchange, signing, 0, Basis::logic, nature},
    Rule{{}, force, signing, 0, Basis::logic, nature},
    Rule{{}, force, notice, 0, Basis::practice, both_notices},  // this and the next two: where the clause counts from it
    Rule{{}, force, exchange, 0, Basis::logic, nature},
    Rule{{}, force, text_notice, 0, Basis::logic, nature},
    Rule{{}, effect, force, 0, Basis::logic, nature},
    Rule{{}, text_notice, signing, 0, Basis::law, law_3_1999},
    Rule{{}, force_notice, force, 0, Basis::law, law_3_1999},
    Rule{{}, amendment, signing, 0, Basis::logic, nature},
    Rule{{}, suspension, force, 0, Basis::logic, nature},
    Rule{{}, resumption, suspension, 0, Basis::logic, nature},
    Rule{{}, renewal, force, 0, Basis::logic, nature},
    Rule{{}, termination, signing, 0, Basis::logic, nature},
    Rule{{}, lapse, force, 0, Basis::logic, nature},
};

bool is_judicial(InstrumentKind kind) {
    using enum InstrumentKind;
    constexpr std::array kinds{mla_criminal, surrender, transfer_sentenced, legal_cooperation, civil_judgments, service_of_documents, arbitral_awards};
    return std::ranges::find(kinds, kind) != kinds.end();
}

// Macao, Hong Kong and the Mainland assist each other as parts of one state.
bool is_within_china(const std::vector<Party>& parties) {
    return std::ranges::all_of(parties, [](const Party& one) {
        return one.place.value == "MO" || one.place.value == "HK" || one.place.value == "CN" || one.place.value == "TW";
    });
}

}  // namespace

std::span<const Rule> rules() { return table; }

Way way_of(InstrumentKind kind, const std::vector<Party>& parties, std::optional<InstrumentKind> amended) {
    using enum InstrumentKind;
    if (kind == protocol && amended && *amended != protocol) return way_of(*amended, parties, std::nullopt);
    if (is_judicial(kind)) return is_within_china(parties) ? Way::judicial_regional : Way::judicial_abroad;
    if (kind == double_taxation || kind == airline_tax || kind == tax_information) return Way::tax;
    if (kind == fiu_memorandum) return Way::intelligence;
    if (is_tie(kind)) return Way::city;
    if (kind == tax_memorandum || kind == science_memorandum) return Way::memorandum;
    return Way::agreement;
}

bool works_from_signing(InstrumentKind kind) {
    using enum InstrumentKind;
    return is_tie(kind) || kind == fiu_memorandum || kind == tax_memorandum || kind == science_memorandum;
}

bool is_tie(InstrumentKind kind) {
    using enum InstrumentKind;
    return kind == twinning || kind == friendship || kind == city_memorandum;
}

bool is_of_a_party(StepKind step) { return step == signing || step == procedures || step == notice || step == effect; }

bool is_repeated(StepKind step) { return step == amendment || step == suspension || step == resumption || step == renewal; }

bool may_lie_ahead(StepKind step) {
    return step == force || step == effect || step == suspension || step == resumption || step == termination;
}

}  // namespace ponte::accords
