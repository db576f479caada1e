#pragma once

// Bundles to check: a log in memory with the conference desk's state beside it, as a journal would hold
// both, and one log with every case of the rules of docs/formats/bundle.md.

#include "adapters/bundle/bundle.h"
#include "base/canonical.h"
#include "base/described_values.h"
#include "desks/accords/queries_dossier.h"
#include "desks/accords/state.h"
#include "desks/conference/queries_proof.h"
#include "desks/conference/state.h"
#include "desks/origin/queries_dossier.h"
#include "desks/training/queries_dossier.h"
#include "desks/training/state.h"
#include "journal/checkpoint.h"
#include "journal/events.h"
#include "journal/tree.h"

#include <array>
#include <fstream>
#include <gtest/gtest.h>

namespace ponte::conference::bundle_samples {

inline constexpr std::string_view log_origin = "ponte.example/verifier";

inline Date day(std::string_view text) { return *Date::from_text(text); }
inline Decimal number(std::string_view text) { return *Decimal::from_text(text); }
inline Names named(std::string text) { return {.zh_hant = "名", .zh_hans = "名", .pt = "ação", .en = std::move(text)}; }
inline Source source() { return {.url = "https://example.org/a", .title = "Título 標題", .published = day("2020-12-01"), .retrieved = day("2020-12-02")}; }

template <class Event>
std::uint16_t type_of() {
    // The numbers of the file EVENTS; the verifiers have their own list of them.
    std::ifstream file("EVENTS");
    std::string line;
    while (std::getline(file, line)) {
        const auto blank = line.find(' ');
        if (line.substr(blank + 1) == Event::name) return static_cast<std::uint16_t>(std::stoi(line.substr(0, blank)));
    }
    ADD_FAILURE() << "EVENTS lacks " << Event::name;
    return 0;
}

template <class Event>
Bytes entry_of(const Event& event) {
    static const std::uint16_t type = type_of<Event>();
    const Bytes payload = to_bytes(event);
    Encoder entry;
    entry.write(type);
    entry.write(std::uint16_t{1});
    entry.write(static_cast<std::uint32_t>(payload.size()));
    Bytes bytes = std::move(entry).take();
    bytes.insert(bytes.end(), payload.begin(), payload.end());
    return bytes;
}

inline journal::SecretKey key_of(std::uint8_t fill) {
    std::array<std::uint8_t, 32> seed;
    seed.fill(fill);
    return journal::SecretKey(seed);
}

// A log in memory with the desk's state beside it: each entry is a leaf and is folded.
class Log {
public:
    explicit Log(bool simulated = true) : simulated_(simulated) {
        const journal::JournalOpened opened{.origin = std::string(log_origin), .log_id = {}, .log_key = key_.public_key(),
                                            .clock = simulated ? journal::ClockKind::simulated : journal::ClockKind::system, .created = {}};
        append(entry_of(opened));
    }

    template <class Event>
    std::uint64_t record(const Event& event) {
        const std::uint64_t sequence = append(entry_of(event));
        evolve(state, event, Recorded{.sequence = sequence, .leaf = leaves_.back(), .time = {}, .actor = PersonId("a"), .run = 0});
        return sequence;
    }

    // An entry of another desk.
    template <class Neighbour, class Event>
    std::uint64_t record_at(Neighbour& desk, const Event& event) {
        const std::uint64_t sequence = append(entry_of(event));
        evolve(desk, event, Recorded{.sequence = sequence, .leaf = leaves_.back(), .time = {}, .actor = PersonId("a"), .run = 0});
        return sequence;
    }

    // In the order of the house.
    [[nodiscard]] std::vector<Contribution> contributions(Audience audience, Date as_at) const {
        return {accords::contribution_of(known_of(accords_desk), sight_of(audience), as_at), training::contribution_of(known_of(training_desk), sight_of(audience), as_at),
                ponte::origin::contribution_of(origin_desk, sight_of(audience), as_at)};
    }

    bundle::Bundle freeze(const PlanId& plan, Audience audience, Date as_at) {
        const std::uint64_t position = entries_.size();
        const Proof proof = proof_of(known_of(state), plan, audience, as_at, contributions(audience, as_at));
        append(Bytes{5, 0, 1, 0, 0, 0, 0, 0});  // In place of the head of the freezing run.
        const DossierFrozen frozen{.plan = plan, .audience = audience, .position = position, .as_at = as_at,
                                   .series = static_cast<std::uint32_t>(proof.commitments.size()),
                                   .commitments = proof.commitments_digest, .figures = proof.figures_digest};
        const std::uint64_t sequence = record(frozen);
        bundle::Bundle made{.plan = plan.value, .audience = std::string(name_of(audience)), .as_at = as_at, .position = position,
                            .frozen = sequence, .demonstration = simulated_, .figure_lines = {}, .series = {},
                            .opened_entry = entries_[0], .frozen_entry = entries_[sequence], .leaves = leaves_,
                            .log_key = verifier_key().to_text(), .checkpoint = checkpoint()};
        for (const Figure& figure : proof.figures) made.figure_lines.push_back(figure.line());
        for (std::size_t i = 0; i < proof.commitments.size(); ++i) {
            const Commitment& commitment = proof.commitments[i];
            bundle::BundleSeries series{commitment.series, commitment.rows, commitment.chain, commitment.shown, commitment.chain_shown, {}};
            for (const SeriesRow& row : proof.series[i].rows) {
                series.rows_in_order.push_back({row.sequence, row.shown ? std::optional(entries_[row.sequence]) : std::nullopt});
            }
            made.series.push_back(std::move(series));
        }
        return made;
    }

    [[nodiscard]] journal::VerifierKey verifier_key() const { return {std::string(log_origin), journal::KeyUse::note, key_.public_key()}; }
    [[nodiscard]] std::string checkpoint() const {
        journal::Tree tree;
        for (const Digest& leaf : leaves_) tree.append(leaf);
        const journal::Checkpoint checkpoint{std::string(log_origin), tree.size(), tree.root(), {}};
        journal::Note note{checkpoint.to_text(), {}};
        note.signatures.push_back(journal::sign_note(note.text, log_origin, key_));
        return note.to_text();
    }

    State state;
    accords::State accords_desk;
    training::State training_desk;
    ponte::origin::State origin_desk;

private:
    std::uint64_t append(Bytes entry) {
        leaves_.push_back(journal::leaf_hash(entry));
        entries_.push_back(std::move(entry));
        return entries_.size() - 1;
    }

    journal::SecretKey key_ = key_of(7);
    bool simulated_;
    std::vector<Bytes> entries_;
    std::vector<Digest> leaves_;
};

inline const PlanId plan("2020");

inline IndicatorDefined indicator(std::string id, Fold fold = Fold::latest) {
    return {.indicator = IndicatorId(std::move(id)), .version = 1, .plan = plan, .measure = 1, .duty = 0, .names = named("n"),
            .units = named("RMB bn"), .kind = Kind::flow, .fold = fold, .better = Better::more, .decimals = 1, .unit_exponent = 9,
            .tolerance_percent = 5, .trajectory = {}, .trajectory_badge = Badge::illustration, .statements = {"a", "b", "c", "d", "e"},
            .reason = {}};
}

inline IndicatorDefined with_target(std::string id, std::vector<std::pair<std::string_view, std::string_view>> points, Better better = Better::more) {
    IndicatorDefined defined = indicator(std::move(id));
    defined.better = better;
    for (const auto& [date, value] : points) defined.trajectory.push_back({day(date), number(value)});
    return defined;
}

inline ObservationRecorded observation(std::string indicator_id, std::string item, std::string_view value, std::string_view period) {
    return {.indicator = IndicatorId(std::move(indicator_id)), .item = ItemId(std::move(item)), .definition = 1,
            .as_published = std::string(value) + " 億", .value = number(value), .scale = "億", .period = *Period::from_text(period),
            .source = source(), .badge = Badge::published, .body = BodyId("amcm"), .side = Side::macao, .blind = {}};
}

inline void say(Log& log, const IndicatorDefined& defined, std::vector<std::pair<std::string_view, std::string_view>> observed) {
    log.record(defined);
    for (std::size_t i = 0; i < observed.size(); ++i) {
        const std::string item = defined.indicator.value + "-" + std::to_string(i);
        log.record(observation(defined.indicator.value, item, observed[i].first, observed[i].second));
        log.record(ItemSignedOff{.item = ItemId(item), .body = BodyId("amcm"), .asserted = true, .blind = {}});
        log.record(ItemMoved{.item = ItemId(item), .stage = Stage::published, .blind = {}});
    }
}

inline void judge(Log& log, std::string item, Verdict verdict) {
    log.record(ItemVerified{.item = ItemId(std::move(item)), .by_body = BodyId("dsedt"), .verdict = verdict, .reason = "r", .asserted = false, .blind = {}});
}

inline void add_plan(Log& log) {
    log.record(PlanImported{.plan = plan, .year = 2020, .title = "計劃", .language = Language::zh_hant, .status = TextStatus::official,
                            .file = {}, .format = "text", .encoding = "UTF-8", .areas = {{1, "area", 1, 3}}, .measures = 3,
                            .folded_characters = 2, .source = "s"});
    for (std::uint16_t n = 1; n <= 3; ++n) {
        log.record(MeasureStated{.plan = plan, .number = n, .area = 1, .text = "text", .duties = {"a", "b"}, .jurisdiction_sets = {"br"},
                                 .bodies = {"x"}, .owed_numbers = {{"one", 1}}, .bytes_from = 0, .bytes_to = 9, .line_from = 1, .line_to = 2});
    }
}

// Every case of the page's rules once.
inline Log log_of_all_cases() {
    Log log;
    add_plan(log);
    say(log, indicator("a.none"), {});
    say(log, indicator("a.no_target"), {{"-0.05", "2020-Q1"}, {"12.25", "2019"}, {"12.35", "2020"}});
    say(log, indicator("a.same_end"), {{"1", "2020"}, {"2", "2020-H2"}, {"3", "2019-12-31"}});
    say(log, indicator("a.badges"), {});
    for (const Badge badge : {Badge::simulated, Badge::illustration, Badge::published}) {
        ObservationRecorded one = observation("a.badges", "badge-" + std::string(name_of(badge)), "1", "2020");
        one.badge = badge;
        log.record(one);
        log.record(ItemSignedOff{.item = one.item, .body = BodyId("amcm"), .asserted = true, .blind = {}});
    }
    say(log, with_target("b.behind", {{"2020-01-01", "0"}, {"2021-01-01", "1000"}}), {{"100", "2020-H1"}});
    say(log, with_target("b.on_course", {{"2020-01-01", "10"}, {"2020-06-30", "33.3"}, {"2021-01-01", "1000.0"}}), {{"22.25", "2020-03"}});
    say(log, with_target("b.ahead", {{"2020-01-01", "-3"}, {"2021-01-01", "1000"}}), {{"999.99", "2020-H1"}});
    say(log, with_target("b.done", {{"2020-01-01", "0"}, {"2021-01-01", "1000"}}), {{"1000", "2020-01-05/2020-10-10"}});
    say(log, with_target("b.late", {{"2019-01-01", "0"}, {"2020-06-01", "1000"}}), {{"999", "2020-11-30"}});
    say(log, with_target("c.less_done", {{"2020-01-01", "10"}, {"2021-01-01", "5"}}, Better::less), {{"5", "2020-11"}});
    say(log, with_target("c.less_behind", {{"2020-01-01", "10"}, {"2021-01-01", "5"}}, Better::less), {{"9.9", "2020-11"}});
    say(log, with_target("c.less_ahead", {{"2020-01-01", "-10"}, {"2021-01-01", "-50.125"}}, Better::less), {{"-49", "2020-11-30"}});
    say(log, with_target("c.none", {{"2020-01-01", "10"}}, Better::none), {{"9", "2020"}});
    say(log, indicator("d.contradictory"), {{"5.05", "2020"}, {"5.050", "2020"}, {"-5.05", "2020"}, {"4", "2019"}});
    say(log, indicator("d.accepted"), {{"1", "2020"}, {"2", "2020"}, {"3", "2020"}});
    judge(log, "d.accepted-0", Verdict::questioned);
    judge(log, "d.accepted-1", Verdict::accepted);
    say(log, indicator("d.refused"), {{"1", "2020"}, {"2", "2020"}, {"3", "2021"}});
    judge(log, "d.refused-0", Verdict::accepted);
    judge(log, "d.refused-0", Verdict::refused);
    say(log, indicator("d.withdrawn"), {{"1", "2020"}, {"2", "2020"}});
    log.record(ItemWithdrawn{.item = ItemId("d.withdrawn-1"), .reason = "slip", .replaced_by = ItemId("d.withdrawn-0"), .blind = {}});
    say(log, indicator("e.sum", Fold::sum), {{"1.5", "2020-01"}, {"2.25", "2020-02"}, {"7", "2020-Q1"}, {"-4.125", "2020-Q2"}, {"1", "2019-12"}, {"9", "2019"}});
    say(log, indicator("e.sum_contradictory", Fold::sum), {{"1.5", "2020-01"}, {"2", "2020-02"}, {"3", "2020-02"}});
    say(log, indicator("e.across", Fold::sum), {{"6", "2019-07-01/2020-06-30"}, {"5", "2019-H2"}, {"4", "2020-H1"}, {"1", "2020-H2"}});
    say(log, indicator("e.count", Fold::count), {{"1", "2020-01"}, {"1", "2020-01"}, {"4", "2019-05-05"}});
    IndicatorDefined again = indicator("e.count", Fold::count);
    again.version = 2;
    again.decimals = 0;
    log.record(again);
    say(log, indicator("f.hidden"), {{"1", "2020"}});
    log.record(observation("f.hidden", "secret", "77", "2020"));
    log.record(ItemSignedOff{.item = ItemId("secret"), .body = BodyId("amcm"), .asserted = false, .blind = {1}});
    log.record(StatusOverridden{.indicator = IndicatorId("f.hidden"), .status = conference::Status::done, .reason = "r", .body = BodyId("amcm"), .side = Side::macao, .stage = Stage::signed_off, .blind = {}});
    log.record(ForecastStated{.indicator = IndicatorId("f.hidden"), .for_date = day("2021-01-01"), .value = number("-2.5"), .reason = "r", .body = BodyId("amcm"), .side = Side::macao, .stage = Stage::published, .blind = {}});
    log.record(JudgementStated{.indicator = IndicatorId("f.hidden"), .status = conference::Status::ahead, .reason = "r", .body = BodyId("amcm"), .side = Side::macao, .stage = Stage::published, .blind = {}});
    say(log, indicator("m10.order"), {{"0", "2020"}});
    say(log, indicator("m2.order"), {{"92233720368547758.07", "2020-12-31"}});
    for (const std::uint16_t measure : {std::uint16_t{1}, std::uint16_t{3}}) {
        for (const std::string_view on : {"2020-05-05", "2021-02-02", "2020-01-01"}) {
            const ItemId item("act-" + std::to_string(measure) + std::string(on));
            log.record(ActionRecorded{.item = item, .plan = plan, .measure = measure, .duty = 1, .on = day(on), .texts = named("done"),
                                      .source = source(), .badge = Badge::published, .body = BodyId("amcm"), .side = Side::macao, .blind = {}});
            log.record(ItemSignedOff{.item = item, .body = BodyId("amcm"), .asserted = true, .blind = {}});
            if (measure == 1) log.record(ItemMoved{.item = item, .stage = Stage::released, .blind = {}});
        }
    }
    log.record(ItemWithdrawn{.item = ItemId("act-12020-01-01"), .reason = "twice", .replaced_by = {}, .blind = {}});
    const auto milestone = [&](std::string id, std::string_view due, std::optional<std::string_view> on) {
        log.record(MilestoneSet{.milestone = MilestoneId(id), .plan = plan, .measure = 1, .duty = 0, .names = named("m"), .due = day(due), .badge = Badge::configuration});
        if (on) log.record(MilestoneReached{.milestone = MilestoneId(id), .on = day(*on), .evidence = "e"});
    };
    milestone("z.overdue", "2020-06-30", {});
    milestone("a.reached", "2020-06-30", "2020-07-01");
    milestone("b.on_the_day", "2020-12-31", {});
    milestone("c.reached_later", "2020-06-30", "2021-01-01");
    const auto session = [&](std::uint16_t n, std::optional<std::string_view> on) {
        log.record(SessionRecorded{.number = n, .on = on ? std::optional(day(*on)) : std::nullopt, .not_before = day(on.value_or("2018-01-01")), .not_after = day(on.value_or("2019-06-30")), .place = "Macao", .form = "f", .principals = "p", .source = source(), .badge = Badge::published});
    };
    session(2, "2016-05-05");
    session(1, "2016-03-03");
    session(3, {});
    log.record(YearWithoutSession{.year = 2017, .reason = "none", .source = source()});
    log.record(PlanCorrected{.plan = plan, .file = {}, .previous_file = {}, .title = "t", .changes = {{2, "dropped"}, {3, "reworded"}}, .reason = "r"});
    log.record(MeasureStated{.plan = plan, .number = 3, .area = 1, .text = "new", .duties = {"a", "b", "c"}});
    return log;
}

// As small as a bundle can be while every kind of line is in it.
inline Log log_of_little() {
    Log log;
    add_plan(log);
    log.record(with_target("i", {{"2020-01-01", "0"}, {"2021-01-01", "10"}}));
    log.record(observation("i", "one", "4.5", "2020"));
    log.record(ItemSignedOff{.item = ItemId("one"), .body = BodyId("amcm"), .asserted = true, .blind = {}});
    log.record(ItemMoved{.item = ItemId("one"), .stage = Stage::published, .blind = {}});
    log.record(observation("i", "two", "4.5", "2020"));
    log.record(observation("i", "three", "4.5", "2020"));
    return log;
}

}  // namespace ponte::conference::bundle_samples
