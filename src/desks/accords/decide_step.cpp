// Decisions about the steps of an instrument's life. A step that lacks a paper is refused, and the paper named.

#include "desks/accords/lawful.h"
#include "desks/accords/refusals.h"
#include "desks/accords/rules.h"
#include "desks/accords/steps.h"

#include <algorithm>

namespace ponte::accords {

namespace {

using enum StepKind;

constexpr std::uint16_t threshold_days_max = 3'650;

std::string word(StepKind step) { return std::string(name_of(step)); }

std::optional<Refusal> refusal_of_evidence(const Evidence& evidence, bool unverified) {
    if (auto no = refusal_of_source(evidence.source, "/evidence/source")) return no;
    if (evidence.source.confidence == Confidence::unverified && !unverified) {
        return Refusal{refusals::evidence_unverified, beginning_of(evidence.source.reference), "/evidence/source/confidence"};
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of_words(const TakeStep& command) {
    for (const auto& [text, place] : {std::pair{&command.signatory, "/signatory"}, {&command.document, "/document"}, {&command.note, "/note"}}) {
        if (!*text) continue;
        if (auto no = refusal_of_text(**text, place)) return no;
    }
    if (auto no = refusal_of_evidence(command.evidence, command.unverified)) return no;
    const bool names_nobody = !command.signatory || command.signatory->find_first_not_of(' ') == std::string::npos;
    if (command.step == empowerment && names_nobody) return Refusal{refusals::signatory_missing, word(command.step), "/signatory"};
    return std::nullopt;
}

// A paper may fix a day ahead; what has happened has happened by today.
std::optional<Refusal> refusal_of_day(const View& view, StepKind step, const Period& date, const std::string& place) {
    if (!date.to.in_range() || !date.from.in_range()) return Refusal{ponte::refusals::date_out_of_range, "", place};
    if (date.to < date.from) return Refusal{ponte::refusals::period_backwards, "", place};
    if (date.to > view.today() && !may_lie_ahead(step)) return Refusal{refusals::date_in_future, date.to_text(), place};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_party(const Instrument& instrument, const TakeStep& command) {
    if (command.party) {
        if (!is_of_a_party(command.step)) return Refusal{refusals::party_superfluous, word(command.step), "/party"};
        return refusal_of_party(instrument, *command.party, "/party");
    }
    if (is_of_a_party(command.step) && command.step != signing) return Refusal{refusals::party_missing, word(command.step), "/party"};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_amending(const View& view, const TakeStep& command) {
    if (!command.by) {
        if (command.step == amendment) return Refusal{refusals::amending_missing, command.instrument.value, "/by"};
        return std::nullopt;
    }
    const Instrument* by = seen_by_asker(view).instrument(*command.by);
    if (by == nullptr) return Refusal{refusals::instrument_unknown, beginning_of(command.by->value), "/by"};
    const InstrumentRecord& record = by->record();
    const auto& links = command.step == amendment ? record.amends : record.replaces;
    if (std::ranges::find(links, command.instrument) == links.end()) return Refusal{refusals::amending_missing, command.by->value, "/by"};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_repetition(const Instrument& instrument, const TakeStep& command) {
    for (const Step& one : instrument.steps) {
        if (one.withdrawn || one.taken.step != command.step || is_repeated(command.step)) continue;
        if (!one.taken.party || !command.party || one.taken.party == command.party) {
            return Refusal{refusals::already_taken, std::to_string(one.taken.number), "/step"};
        }
    }
    const bool suspended = is_suspended(instrument);
    if (command.step == suspension && suspended) return Refusal{refusals::already_suspended, command.instrument.value, "/step"};
    if (command.step == resumption && !suspended) return Refusal{refusals::not_suspended, command.instrument.value, "/step"};
    return std::nullopt;
}

std::optional<Refusal> refusal_of_term(const Instrument& instrument, const TakeStep& command) {
    if (command.step != renewal) return std::nullopt;
    if (!instrument.record().term && !command.until) return Refusal{refusals::term_missing, command.instrument.value, "/until"};
    if (command.until && *command.until <= command.date.from) return Refusal{refusals::order_impossible, command.until->to_text(), "/until"};
    return std::nullopt;
}

// Nothing happens to an instrument after its end but that papers about it are published.
std::optional<Refusal> refusal_after_end(const Instrument& instrument, const TakeStep& command) {
    if (command.step == text_notice || command.step == force_notice) return std::nullopt;
    if (const Step* end = ending_of(instrument); end != nullptr && end->span().to < command.date.from) {
        return Refusal{refusals::instrument_ended, end->span().to.to_text(), "/date"};
    }
    const auto last = last_day_of_term(instrument.record(), steps_of(instrument), command.date.from);
    const bool over = last && !instrument.record().term->tacit && last->to < command.date.from && command.step != lapse && command.step != termination;
    if (over) return Refusal{refusals::instrument_ended, last->to.to_text(), "/date"};
    return std::nullopt;
}

// A live file's entry into force must be the day that its clause gives.
std::optional<Refusal> refusal_of_clause(const Instrument& instrument, const TakeStep& command) {
    if (!instrument.live || command.step != force) return std::nullopt;
    if (instrument.record().force.by == ForceBy::unknown && !works_from_signing(instrument.record().kind)) {
        return Refusal{refusals::clause_unknown, command.instrument.value, "/step"};
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_against_clause(const Instrument& instrument, const TakeStep& command) {
    if (!instrument.live || command.step != force || command.retroactive) return std::nullopt;
    const auto computed = force_by_clause(instrument.record(), steps_of(instrument), dates::last);
    if (!computed || (computed->from <= command.date.to && command.date.from <= computed->to)) return std::nullopt;
    return Refusal{refusals::clause_differs, computed->to_text(), "/date"};
}

bool has_paper(const std::optional<std::string>& document) { return document && document->find_first_not_of(' ') != std::string::npos; }

// What is said of a day that had not come: when it was recorded, or when its source spoke.
struct Said {
    StepKind step{};
    const std::optional<JurisdictionId>& party;
    const Period& date;
    bool has_paper = false;  // The paper that fixed the day is named.
    const Source& source;
};

// Whether a paper fixed the day before it came: the instrument's own clause, or for what ends or stops it a paper by name.
bool is_fixed_ahead(const Instrument& instrument, const Said& said) {
    const InstrumentRecord& record = instrument.record();
    const std::vector<const Step*> steps = steps_of(instrument);
    const auto is_in = [&](const std::optional<Period>& computed) { return computed && computed->from <= said.date.from && said.date.to <= computed->to; };
    if (said.step == force && record.force.by != ForceBy::other) return is_in(force_by_clause(record, steps, dates::last));
    if (said.step == effect && said.party && is_in(effect_by_clause(record, steps, *said.party, dates::last))) return true;
    return may_lie_ahead(said.step) && said.has_paper;
}

std::optional<Refusal> refusal_of_ahead(const View& view, const Instrument& instrument, const Said& said) {
    const bool after_source = said.source.as_of && said.date.from > said.source.as_of->to;
    const bool after_today = said.date.to > view.today();
    if ((!after_source && !after_today) || is_fixed_ahead(instrument, said)) return std::nullopt;
    return Refusal{after_today ? refusals::date_in_future : refusals::date_after_source, said.date.to_text(), "/date"};
}

}  // namespace

Decision decide(const View& view, const TakeStep& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_words(command)) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_day(view, command.step, command.date, "/date")) return std::unexpected(*std::move(no));
    const Instrument& instrument = *TRY(own_instrument(view, command.instrument));
    const Stage stage = TRY(stage_of(view, instrument, command.stage));
    if (auto no = refusal_of_party(instrument, command)) return std::unexpected(*std::move(no));
    if (instrument.live && (command.reported || command.unverified)) return refuse(refusals::file_is_live, command.instrument.value, "/reported");
    if (auto no = refusal_of_amending(view, command)) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_term(instrument, command)) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_repetition(instrument, command)) return std::unexpected(*std::move(no));
    if (auto no = refusal_after_end(instrument, command)) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_clause(instrument, command)) return std::unexpected(*std::move(no));
    const std::vector<StepKind> missing = papers_missing(view.accords, instrument, command.step);
    if (!missing.empty() && !command.reported) return refuse(refusals::paper_missing, word(missing.front()), "/step");
    const Order order{.step = command.step, .date = command.date, .retroactive = command.retroactive, .except = 0};
    if (const Step* other = out_of_order(view.accords, instrument, order)) return refuse(refusals::order_impossible, word(other->taken.step), "/date");
    if (auto no = refusal_against_clause(instrument, command)) return std::unexpected(*std::move(no));
    const Said said{.step = command.step, .party = command.party, .date = command.date, .has_paper = has_paper(command.document), .source = command.evidence.source};
    if (auto no = refusal_of_ahead(view, instrument, said)) return std::unexpected(*std::move(no));
    return std::vector<Event>{StepTaken{.instrument = command.instrument,
                                        .number = static_cast<std::uint16_t>(instrument.steps.size() + 1),
                                        .step = command.step,
                                        .party = command.party,
                                        .date = command.date,
                                        .unverified = command.unverified,
                                        .retroactive = command.retroactive,
                                        .earlier_unknown = missing,
                                        .signatory = command.signatory.value_or(""),
                                        .document = command.document.value_or(""),
                                        .by = command.by,
                                        .until = command.until,
                                        .note = command.note.value_or(""),
                                        .evidence = command.evidence,
                                        .stage = stage,
                                        .blind = blind(view)}};
}

Decision decide(const View& view, const CorrectStep& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason)) return std::unexpected(*std::move(no));
    if (auto no = refusal_of_evidence(command.evidence, command.unverified || !command.date)) return std::unexpected(*std::move(no));
    const Instrument& instrument = *TRY(own_instrument(view, command.instrument));
    const Step& step = *TRY(standing_step(instrument, command.number));
    if (instrument.live && command.unverified) return refuse(refusals::file_is_live, command.instrument.value, "/unverified");
    if (!command.date) {
        if (const Step* other = resting_on(view.accords, instrument, step)) return refuse(refusals::step_needed, word(other->taken.step), "/number");
    } else {
        if (auto no = refusal_of_day(view, step.taken.step, *command.date, "/date")) return std::unexpected(*std::move(no));
        if (*command.date == step.taken.date && command.unverified == step.taken.unverified) {
            return refuse(refusals::nothing_changed, std::to_string(command.number), "/date");
        }
        const Order order{.step = step.taken.step, .date = *command.date, .retroactive = step.taken.retroactive, .except = command.number};
        if (const Step* other = out_of_order(view.accords, instrument, order)) return refuse(refusals::order_impossible, word(other->taken.step), "/date");
        const Said said{.step = step.taken.step, .party = step.taken.party, .date = *command.date, .has_paper = has_paper(step.taken.document), .source = command.evidence.source};
        if (auto no = refusal_of_ahead(view, instrument, said)) return std::unexpected(*std::move(no));
    }
    return std::vector<Event>{StepCorrected{.instrument = command.instrument,
                                            .number = command.number,
                                            .withdrawn = !command.date,
                                            .date = command.date,
                                            .unverified = command.unverified,
                                            .reason = command.reason,
                                            .evidence = command.evidence,
                                            .blind = blind(view)}};
}

Decision decide(const View& view, const ContradictStep& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_source(command.evidence.source, "/evidence/source")) return std::unexpected(*std::move(no));
    const Instrument& instrument = *TRY(own_instrument(view, command.instrument));
    const Step& step = *TRY(standing_step(instrument, command.number));
    if (auto no = refusal_of_day(view, step.taken.step, command.date, "/date")) return std::unexpected(*std::move(no));
    if (step.others.size() >= list_max) return refuse(refusals::too_many, std::to_string(step.others.size()), "/number");
    const bool said = command.date == step.taken.date || std::ranges::any_of(step.others, [&](const OtherDate& one) { return one.date == command.date; });
    if (said) return refuse(refusals::nothing_changed, command.date.to_text(), "/date");
    const Said other{.step = step.taken.step, .party = step.taken.party, .date = command.date, .has_paper = has_paper(step.taken.document), .source = command.evidence.source};
    if (auto no = refusal_of_ahead(view, instrument, other)) return std::unexpected(*std::move(no));
    return std::vector<Event>{StepContradicted{
        .instrument = command.instrument, .number = command.number, .date = command.date, .evidence = command.evidence, .blind = blind(view)}};
}

Decision decide(const View& view, const MoveStep& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Instrument& instrument = *TRY(own_instrument(view, command.instrument));
    const Step& step = *TRY(standing_step(instrument, command.number));
    if (auto no = refusal_of_move(view, step.stage, command.to)) return std::unexpected(*std::move(no));
    if (command.to > instrument.stage) return refuse(refusals::stage_above, std::string(name_of(instrument.stage)), "/to");
    return std::vector<Event>{StepMoved{
        .instrument = command.instrument, .number = command.number, .from = step.stage, .to = command.to, .blind = blind(view)}};
}

Decision decide(const View& view, const StateThreshold& command) {
    if (!has(view, access::Role::secretariat)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (auto no = refusal_of_reason(command.reason)) return std::unexpected(*std::move(no));
    const bool moves_on = command.standing > Standing::unrecorded && command.standing < Standing::in_force;
    if (!moves_on) return refuse(refusals::threshold_impossible, std::string(name_of(command.standing)), "/standing");
    if (command.days == 0 || command.days > threshold_days_max) return refuse(refusals::threshold_impossible, std::to_string(command.days), "/days");
    const auto known = view.accords.thresholds.find({command.standing, command.kind});
    if (known != view.accords.thresholds.end() && known->second.days == command.days) {
        return refuse(refusals::nothing_changed, std::to_string(command.days), "/days");
    }
    return std::vector<Event>{ThresholdStated{.standing = command.standing, .kind = command.kind, .days = command.days, .reason = command.reason}};
}

}  // namespace ponte::accords
