#include "house/entries.h"

#include "desks/accords/seen.h"
#include "desks/conference/seen.h"
#include "desks/meetings/seen.h"
#include "desks/planning/seen.h"

#include <algorithm>

namespace ponte::house {

namespace {

template <class One, class... Others>
constexpr bool is_one_of = (std::same_as<One, Others> || ...);

// The people of the two sides, as against the public and the bodies of neither.
bool is_of_the_conference(const access::Sight& reader) { return access::sees(reader, access::Stage::released, {}, access::Side::other); }
bool is_of_side(const access::Sight& reader, access::Side side) { return access::sees(reader, access::Stage::signed_off, {}, side); }

struct Gate {
    const Desks& desks;
    std::uint64_t sequence;
    const access::Sight& reader;

    // Names, days and published rules carry no stage.
    bool operator()(const directory::Event&) const { return true; }
    bool operator()(const calendar::Event&) const { return true; }
    bool operator()(const withholding::Event&) const { return true; }
    bool operator()(const stay::Event&) const { return true; }
    // Rules of origin are published; what a trader handed in is not.
    bool operator()(const origin::Event& event) const {
        using namespace origin;
        return std::holds_alternative<SetRecorded>(event) || std::holds_alternative<RulesLoaded>(event) || std::holds_alternative<TermsLoaded>(event) ||
               std::holds_alternative<RuleRetired>(event) || std::holds_alternative<ListCompleted>(event) || std::holds_alternative<ListReopened>(event) ||
               std::holds_alternative<CorrelationsLoaded>(event) || std::holds_alternative<ProcessesDefined>(event) || std::holds_alternative<TariffLoaded>(event) ||
               std::holds_alternative<ProductsNoted>(event) || std::holds_alternative<SupplierRulesLoaded>(event);
    }
    // Courses are planned between the two sides.
    bool operator()(const training::Event& event) const {
        return std::holds_alternative<training::EventPlanned>(event) && is_of_the_conference(reader);
    }
    // An instrument and its steps go through stages of their own; requests and negotiation files are not told by number.
    bool operator()(const accords::Event& event) const {
        using namespace accords;
        const Seen seen(known_of(desks.accords), reader);
        if (const auto* one = std::get_if<InstrumentRegistered>(&event)) return seen.instrument(one->instrument) != nullptr;
        if (const auto* one = std::get_if<RecordAmended>(&event)) return seen.instrument(one->instrument) != nullptr;
        if (const auto* one = std::get_if<StepTaken>(&event)) {
            const Instrument* instrument = seen.instrument(one->instrument);
            return instrument != nullptr && seen.may_see(*instrument, instrument->steps[one->number - 1U]);
        }
        return false;
    }
    bool operator()(const Event&) const { return false; }
    bool operator()(const access::Event&) const { return false; }
    bool operator()(const ledger::Event&) const { return reader.auditor || reader.side.has_value(); }

    bool operator()(const conference::Event& event) const {
        using namespace conference;
        const Seen seen(known_of(desks.conference), reader);
        return std::visit(
            [&]<class One>(const One& one) {
                if constexpr (is_one_of<One, PlanImported, MeasureStated, PlanCorrected, TextStated, BodyAppointed, AppointmentEnded, IndicatorDefined, MilestoneSet,
                                        SessionRecorded, YearWithoutSession, DossierFrozen>) {
                    return true;
                } else if constexpr (is_one_of<One, ObservationRecorded, ActionRecorded>) {
                    const auto item = seen.item(one.item);
                    return item && item->item->sequence == sequence;
                } else if constexpr (std::same_as<One, ItemVerified>) {
                    // The last verdict is told; an earlier one was between the two bodies.
                    const auto item = seen.item(one.item);
                    return item && item->life.verdict != nullptr && item->life.verdict->sequence == sequence;
                } else {
                    return false;
                }
            },
            event);
    }

    // Lists are between the two sides, drafts of wording their own side's; frames, links and matches are configuration.
    bool operator()(const planning::Event& event) const {
        using namespace planning;
        const Seen seen(known_of(desks.planning), reader);
        return std::visit(
            [&]<class One>(const One& one) {
                if constexpr (is_one_of<One, FrameRegistered, FrameItemsAdded, LineageLinked, MatchConfirmed>) {
                    return true;
                } else if constexpr (is_one_of<One, ListOpened, LineAdded, LineMoved, WordingProposed, WordingAgreed, LineWithdrawalProposed, LineKept, LineWithdrawn,
                                               AdoptionProposed, ListAdopted>) {
                    return seen.list(one.list).has_value();
                } else if constexpr (std::same_as<One, WordingDrafted>) {
                    return seen.list(one.list).has_value() && is_of_side(reader, one.side);
                } else if constexpr (std::same_as<One, YearClosed>) {
                    return seen.closed(one.plan) != nullptr;
                } else {
                    return false;
                }
            },
            event);
    }

    // A session and its call are both sides'; the public learns of it when it was held, and reads that.
    bool operator()(const meetings::Event& event) const {
        using namespace meetings;
        const Seen seen(known_of(desks.meetings), reader);
        return std::visit(
            [&]<class One>(const One& one) {
                if constexpr (std::same_as<One, ProblemRaised>) {
                    return seen.problem(one.problem) != nullptr;
                } else if constexpr (std::same_as<One, SessionHeld>) {
                    return seen.session(one.session) != nullptr;
                } else if constexpr (is_one_of<One, SessionCalled, SessionMoved, SessionCancelled, BodyInvited, AgendaFixed>) {
                    return seen.is_of_a_side() && seen.session(one.session) != nullptr;
                } else if constexpr (std::same_as<One, DecisionBound>) {
                    return seen.decision(one.decision) != nullptr;
                } else {
                    return false;
                }
            },
            event);
    }

    // A term is public in the wording that both sides hold to; what is proposed is theirs.
    bool operator()(const translation::Event& event) const {
        using namespace translation;
        return std::visit(
            [&]<class One>(const One& one) {
                if constexpr (std::same_as<One, TermDefined>) {
                    if (is_of_the_conference(reader)) return true;
                    const auto term = desks.translation.terms.find(one.term);
                    return term != desks.translation.terms.end() && term->second.agreed() != nullptr && *term->second.agreed() == one;
                } else if constexpr (is_one_of<One, TermAgreed, TermDeclined, TermRetired>) {
                    return is_of_the_conference(reader);
                } else if constexpr (std::same_as<One, TextAssigned>) {
                    return is_of_side(reader, one.side);
                } else {
                    return false;
                }
            },
            event);
    }

    bool operator()(const publication::Event& event) const {
        return std::holds_alternative<publication::FigurePublished>(event) && is_of_the_conference(reader);
    }

    // That a body was asked is both sides'; what it was asked, and the note, are its side's.
    bool operator()(const reporting::Event& event) const {
        if (const auto* opened = std::get_if<reporting::RoundOpened>(&event)) return is_of_side(reader, opened->side);
        if (const auto* asked = std::get_if<reporting::BodyAsked>(&event)) return is_of_side(reader, asked->side);
        return false;
    }
};

}  // namespace

bool may_see_entry(const Desks& desks, const AnyEvent& event, std::uint64_t sequence, const access::Sight& reader) {
    return std::visit(Gate{.desks = desks, .sequence = sequence, .reader = reader}, event);
}

}  // namespace ponte::house
