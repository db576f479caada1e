#pragma once

#include "adapters/forms/forms.h"
#include "cli/office.h"
#include "desks/reporting/commands.h"
#include "desks/reporting/queries.h"

#include <map>
#include <string>
#include <vector>

// A reporting round at the command line: what its subcommands share (round_commands.cpp, round_forms.cpp).
namespace ponte::cli {

// words/round.csv in one language; {0} and {1} are filled.
class RoundWords {
public:
    explicit RoundWords(Language language);
    [[nodiscard]] std::string operator()(std::string_view key, const std::vector<std::string>& filled = {}) const;
    [[nodiscard]] Language language() const { return language_; }

private:
    Language language_;
    std::map<std::string, std::string, std::less<>> words_;
};

// The journal, and who asks at it.
struct RoundOffice {
    OfficeHeld office;
    Asker asker;

    [[nodiscard]] house::House& house() { return office->house(); }
    [[nodiscard]] access::Grant grant() { return house().grant_of(asker.person, asker.asserted); }
};
[[nodiscard]] Attempt<Outcome<RoundOffice>> open_round_office(const Arguments& arguments);

// Asked as the asker, through the gate that every query passes.
[[nodiscard]] Outcome<reporting::RoundsAnswer> ask_rounds(RoundOffice& own);
[[nodiscard]] Outcome<reporting::RoundAnswer> ask_round(RoundOffice& own, const reporting::RoundId& round);
[[nodiscard]] Outcome<reporting::RequestAnswer> ask_request(RoundOffice& own, const reporting::RoundId& round, const BodyId& body);
[[nodiscard]] Outcome<reporting::LateAnswer> ask_late(RoundOffice& own, const std::optional<reporting::RoundId>& round);
[[nodiscard]] Outcome<reporting::OwedAnswer> ask_owed(RoundOffice& own, const std::optional<BodyId>& body);
[[nodiscard]] Outcome<reporting::DatesAnswer> ask_dates(RoundOffice& own, const std::optional<BodyId>& body);

// The form of a request as the record has it now. `notice` stands on top of it; mostly empty.
[[nodiscard]] forms::Form form_of(const reporting::RequestShown& request, Language language, std::string notice);

// What a form says, as an order. A number without a scale word stands in the unit that its line prints.
[[nodiscard]] reporting::RecordReturn order_of(const forms::Return& answer, const Digest& file);

// round forms, round read, round ics.
int round_forms(const Arguments& arguments);
int round_read(const Arguments& arguments);
int round_ics(const Arguments& arguments);

}  // namespace ponte::cli
