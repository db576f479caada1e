// The two verifiers of dossier bundles against the desk that they know nothing of: bundles of a little
// state that holds every case of the rules, checked, and then forged in every way we can think of. The
// bundles are left in a folder for the page's own test (verifier/verify_test.mjs), which must agree.

#include "adapters/bundle/verify.h"
#include "base/canonical.h"
#include "base/described_values.h"
#include "desks/conference/queries_proof.h"
#include "journal/checkpoint.h"
#include "journal/events.h"
#include "journal/tree.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <random>

namespace ponte {

namespace {

using namespace conference;

constexpr std::string_view origin = "ponte.example/verifier";

Date day(std::string_view text) { return *Date::from_text(text); }
Decimal number(std::string_view text) { return *Decimal::from_text(text); }
Names named(std::string text) { return {.zh_hant = "名", .zh_hans = "名", .pt = "ação", .en = std::move(text)}; }
Source source() { return {.url = "https://example.org/a", .title = "Título 標題", .published = day("2020-12-01"), .retrieved = day("2020-12-02")}; }

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

journal::SecretKey key_of(std::uint8_t fill) {
    std::array<std::uint8_t, 32> seed;
    seed.fill(fill);
    return journal::SecretKey(seed);
}

// A log in memory with the desk's state beside it: each entry is a leaf and is folded.
class Log {
public:
    explicit Log(bool simulated = true) : simulated_(simulated) {
        const journal::JournalOpened opened{.origin = std::string(origin), .log_id = {}, .log_key = key_.public_key(),
                                            .clock = simulated ? journal::ClockKind::simulated : journal::ClockKind::system, .created = {}};
        append(entry_of(opened));
    }

    template <class Event>
    std::uint64_t record(const Event& event) {
        const std::uint64_t sequence = append(entry_of(event));
        evolve(state, event, Recorded{.sequence = sequence, .leaf = leaves_.back(), .time = {}, .actor = PersonId("a"), .run = 0});
        return sequence;
    }

    bundle::Bundle freeze(const PlanId& plan, Audience audience, Date as_at) {
        const std::uint64_t position = entries_.size();
        const Proof proof = proof_of(state, plan, audience, as_at);
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
        const Seen seen(state, sight_of(audience));
        for (const Commitment& commitment : proof.commitments) {
            bundle::BundleSeries series{commitment.series, commitment.rows, commitment.chain, commitment.shown, commitment.chain_shown, {}};
            for (const Row& row : seen.series(commitment.series)->rows) {
                const bool shown = seen.may_see(row);
                series.rows_in_order.push_back({row.sequence, shown ? std::optional(entries_[row.sequence]) : std::nullopt});
            }
            made.series.push_back(std::move(series));
        }
        return made;
    }

    [[nodiscard]] journal::VerifierKey verifier_key() const { return {std::string(origin), journal::KeyUse::note, key_.public_key()}; }
    [[nodiscard]] std::string checkpoint() const {
        journal::Tree tree;
        for (const Digest& leaf : leaves_) tree.append(leaf);
        const journal::Checkpoint checkpoint{std::string(origin), tree.size(), tree.root(), {}};
        journal::Note note{checkpoint.to_text(), {}};
        note.signatures.push_back(journal::sign_note(note.text, origin, key_));
        return note.to_text();
    }

    State state;

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

const PlanId plan("2020");

IndicatorDefined indicator(std::string id, Fold fold = Fold::latest) {
    return {.indicator = IndicatorId(std::move(id)), .version = 1, .plan = plan, .measure = 1, .duty = 0, .names = named("n"),
            .units = named("RMB bn"), .kind = Kind::flow, .fold = fold, .better = Better::more, .decimals = 1, .unit_exponent = 9,
            .tolerance_percent = 5, .trajectory = {}, .trajectory_badge = Badge::illustration, .statements = {"a", "b", "c", "d", "e"},
            .reason = {}};
}

IndicatorDefined with_target(std::string id, std::vector<std::pair<std::string_view, std::string_view>> points, Better better = Better::more) {
    IndicatorDefined defined = indicator(std::move(id));
    defined.better = better;
    for (const auto& [date, value] : points) defined.trajectory.push_back({day(date), number(value)});
    return defined;
}

ObservationRecorded observation(std::string indicator_id, std::string item, std::string_view value, std::string_view period) {
    return {.indicator = IndicatorId(std::move(indicator_id)), .item = ItemId(std::move(item)), .definition = 1,
            .as_published = std::string(value) + " 億", .value = number(value), .scale = "億", .period = *Period::from_text(period),
            .source = source(), .badge = Badge::published, .body = BodyId("amcm"), .side = Side::macao, .blind = {}};
}

void say(Log& log, const IndicatorDefined& defined, std::vector<std::pair<std::string_view, std::string_view>> observed) {
    log.record(defined);
    for (std::size_t i = 0; i < observed.size(); ++i) {
        const std::string item = defined.indicator.value + "-" + std::to_string(i);
        log.record(observation(defined.indicator.value, item, observed[i].first, observed[i].second));
        log.record(ItemSignedOff{.item = ItemId(item), .body = BodyId("amcm"), .asserted = true, .blind = {}});
        log.record(ItemMoved{.item = ItemId(item), .stage = Stage::published, .blind = {}});
    }
}

void judge(Log& log, std::string item, Verdict verdict) {
    log.record(ItemVerified{.item = ItemId(std::move(item)), .by_body = BodyId("dsedt"), .verdict = verdict, .reason = "r", .asserted = false, .blind = {}});
}

void add_plan(Log& log) {
    log.record(PlanImported{.plan = plan, .year = 2020, .title = "計劃", .language = Language::zh_hant, .status = TextStatus::official,
                            .file = {}, .format = "text", .encoding = "UTF-8", .areas = {{1, "area", 1, 3}}, .measures = 3,
                            .folded_characters = 2, .source = "s"});
    for (std::uint16_t n = 1; n <= 3; ++n) {
        log.record(MeasureStated{.plan = plan, .number = n, .area = 1, .text = "text", .duties = {"a", "b"}, .jurisdiction_sets = {"br"},
                                 .bodies = {"x"}, .owed_numbers = {{"one", 1}}, .bytes_from = 0, .bytes_to = 9, .line_from = 1, .line_to = 2});
    }
}

// Every case of the page's rules once.
Log log_of_all_cases() {
    Log log;
    add_plan(log);
    say(log, indicator("a.none"), {});
    say(log, indicator("a.no_target"), {{"-0.05", "2020-Q1"}, {"12.25", "2019"}, {"12.35", "2020"}});
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
        log.record(SessionRecorded{.number = n, .on = on ? std::optional(day(*on)) : std::nullopt, .not_before = day(on.value_or("2018-01-01")), .not_after = day(on.value_or("2018-12-31")), .place = "Macao", .form = "f", .principals = "p", .source = source(), .badge = Badge::published});
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
Log log_of_little() {
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

const Date as_at = day("2020-12-31");

std::string code_of(std::string_view text) {
    const auto checked = bundle::verify(text, {});
    return checked ? "" : std::string(checked.error().kind.code);
}

// A forger puts the last line right.
std::string ended(std::string text) {
    text.erase(text.rfind("end\t"));
    return text + "end\t" + sha256(text).to_text() + "\n";
}

void expect_passes(const bundle::Bundle& made) {
    const std::string text = bundle::write(made);
    const auto again = bundle::read(text);
    ASSERT_TRUE(again.has_value()) << again.error().place << " " << again.error().subject;
    EXPECT_EQ(*again, made);
    const auto checked = bundle::verify(text, made.log_key);
    ASSERT_TRUE(checked.has_value()) << checked.error().kind.code << " " << checked.error().place << " " << checked.error().subject;
    EXPECT_EQ(checked->steps_passed.size(), 9U);
    EXPECT_TRUE(checked->key_was_given);
}

void keep(std::string_view name, const std::string& text) {
    const char* folder = std::getenv("PONTE_BUNDLE_SAMPLES");
    if (folder == nullptr) return;
    std::filesystem::create_directories(folder);
    std::ofstream(std::filesystem::path(folder) / name, std::ios::binary) << text;
}

}  // namespace

TEST(Verifier, FindsTheDesksFiguresForEveryAudience) {
    for (const Audience audience : {Audience::macao, Audience::mainland, Audience::everyone}) {
        const bundle::Bundle made = log_of_all_cases().freeze(plan, audience, as_at);
        expect_passes(made);
        keep("good_all_" + made.audience + ".bundle", bundle::write(made));
    }
    for (const std::string_view date : {"2019-12-31", "2020-06-30", "2021-12-31", "2016-01-01"}) {
        const bundle::Bundle made = log_of_all_cases().freeze(plan, Audience::mainland, day(date));
        expect_passes(made);
        keep("good_at_" + std::string(date) + ".bundle", bundle::write(made));
    }
    const bundle::Bundle little = log_of_little().freeze(plan, Audience::everyone, as_at);
    expect_passes(little);
    keep("good_little.bundle", bundle::write(little));
}

TEST(Verifier, SeesEveryStatusAndEveryStateOfAYearInTheSample) {
    const bundle::Bundle made = log_of_all_cases().freeze(plan, Audience::everyone, as_at);
    std::string lines;
    for (const std::string& line : made.figure_lines) lines += line;
    for (const std::string_view status : {"no_evidence", "contradictory", "no_target", "behind", "on_course", "ahead", "done"}) {
        EXPECT_NE(lines.find("\tstatus\tindicator/"), lines.npos);
        EXPECT_NE(lines.find("\t" + std::string(status) + "\t2020-12-31\tcomputed\t"), lines.npos) << status;
    }
    for (const std::string_view state : {"met\t2016", "not_met\t2017", "not_evidenced\t2018", "due\t2020"}) {
        EXPECT_NE(lines.find("\t" + std::string(state) + "\t"), lines.npos) << state;
    }
    EXPECT_NE(lines.find("\t-5.1 / 5.1\t"), lines.npos);  // half away from zero, also below it
}

TEST(Verifier, AcceptsCosignaturesAndRefusesAnotherKey) {
    Log log = log_of_little();
    bundle::Bundle made = log.freeze(plan, Audience::everyone, as_at);
    auto note = *journal::Note::parse(made.checkpoint);
    note.signatures.push_back(journal::cosign(note.text, "witness.example", key_of(9), 1600000000));
    made.checkpoint = note.to_text();
    expect_passes(made);
    keep("good_cosigned.bundle", bundle::write(made));
    const journal::VerifierKey other{std::string(origin), journal::KeyUse::note, key_of(8).public_key()};
    const auto refused = bundle::verify(bundle::write(made), other.to_text());
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind, bundle::refusals::key_differs);
    made.log_key = other.to_text();
    EXPECT_EQ(code_of(bundle::write(made)), "bundle.signature_wrong");
}

TEST(Verifier, NeedsNoSimulatedClock) {
    Log log(false);
    add_plan(log);
    const bundle::Bundle made = log.freeze(plan, Audience::everyone, as_at);
    expect_passes(made);
    keep("good_real_clock.bundle", bundle::write(made));
}

TEST(Verifier, RefusesEveryChangedByteAlsoWhenTheDigestIsMadeAgain) {
    const std::string text = bundle::write(log_of_little().freeze(plan, Audience::everyone, as_at));
    const std::size_t last = text.rfind("end\t");
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const char flip : {'\x01', '\x20', '\x80'}) {
            std::string forged = text;
            forged[i] = static_cast<char>(forged[i] ^ flip);
            EXPECT_NE(code_of(forged), "") << "byte " << i;
            if (i < last) {
                EXPECT_NE(code_of(ended(forged)), "") << "byte " << i << ", digest made again";
            }
        }
    }
}

TEST(Verifier, RefusesSampledChangesOfALargerBundle) {
    const std::string text = bundle::write(log_of_all_cases().freeze(plan, Audience::macao, as_at));
    const std::size_t last = text.rfind("end\t");
    std::mt19937 random(20201231);
    for (int round = 0; round < 400; ++round) {
        std::string forged = text;
        const std::size_t i = random() % last;
        forged[i] = static_cast<char>(forged[i] ^ static_cast<char>(1U << random() % 8));
        EXPECT_NE(code_of(ended(forged)), "") << "byte " << i;
    }
}

TEST(Verifier, RefusesEveryLineDroppedDoubledOrMoved) {
    for (const Audience audience : {Audience::everyone, Audience::macao}) {
        const std::string text = bundle::write(log_of_little().freeze(plan, audience, as_at));
        std::vector<std::string> lines;
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t to = text.find('\n', from) + 1;
            lines.push_back(text.substr(from, to - from));
            from = to;
        }
        const auto joined = [](const std::vector<std::string>& some) {
            std::string all;
            for (const std::string& line : some) all += line;
            return all.rfind("end\t") == all.npos ? all : ended(all);
        };
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            auto without = lines;
            without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
            EXPECT_NE(code_of(joined(without)), "") << "without line " << i + 1;
            auto doubled = lines;
            doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(i), lines[i]);
            EXPECT_NE(code_of(joined(doubled)), "") << "twice line " << i + 1;
            if (i + 2 < lines.size()) {
                auto moved = lines;
                std::swap(moved[i], moved[i + 1]);
                EXPECT_NE(code_of(joined(moved)), "") << "moved line " << i + 1;
            }
        }
    }
}

// One who makes everything right that he can without the log's key. What stops him is named.
TEST(Verifier, NamesWhatAForgerCouldNotMakeRight) {
    using Forge = void (*)(bundle::Bundle&);
    struct Case {
        std::string_view name;
        Forge forge;
        std::string_view code;
    };
    const auto rows_of_indicator = [](bundle::Bundle& made) -> bundle::BundleSeries& { return made.series[0]; };
    static const auto indicator_series = rows_of_indicator;
    static const auto chains_again = [](bundle::Bundle& made) {
        for (bundle::BundleSeries& series : made.series) {
            series.rows = series.rows_in_order.size();
            series.shown = 0;
            series.chain = series.chain_shown = {};
            for (const bundle::BundleRow& row : series.rows_in_order) {
                if (row.sequence >= made.leaves.size()) continue;
                series.chain = chained(series.chain, row.sequence, made.leaves[row.sequence]);
                if (!row.entry) continue;
                ++series.shown;
                series.chain_shown = chained(series.chain_shown, row.sequence, made.leaves[row.sequence]);
            }
        }
    };
    static const auto freeze_again = [](bundle::Bundle& made) {
        std::vector<Commitment> commitments;
        for (const bundle::BundleSeries& s : made.series) commitments.push_back({s.name, s.rows, s.chain, s.shown, s.chain_shown});
        std::string joined;
        for (const std::string& line : made.figure_lines) joined += line;
        made.frozen_entry = entry_of(DossierFrozen{.plan = plan, .audience = Audience::everyone, .position = made.position, .as_at = made.as_at,
                                                   .series = static_cast<std::uint32_t>(commitments.size()),
                                                   .commitments = sha256(to_bytes(commitments)), .figures = sha256(joined)});
    };
    // The log's own key is lent here: what is left are the steps after the signature.
    static const auto sign_again = [](bundle::Bundle& made) {
        made.leaves[made.frozen] = journal::leaf_hash(made.frozen_entry);
        journal::Tree tree;
        for (const Digest& leaf : made.leaves) tree.append(leaf);
        const journal::Checkpoint checkpoint{std::string(origin), tree.size(), tree.root(), {}};
        journal::Note note{checkpoint.to_text(), {}};
        note.signatures.push_back(journal::sign_note(note.text, origin, key_of(7)));
        made.checkpoint = note.to_text();
    };
    const std::array cases{
        Case{"hides_a_row", [](bundle::Bundle& b) { indicator_series(b).rows_in_order[1].entry.reset(); }, "bundle.rows_differ"},
        Case{"hides_a_row_and_counts_again", [](bundle::Bundle& b) { indicator_series(b).rows_in_order[1].entry.reset(); chains_again(b); }, "bundle.commitments_differ"},
        Case{"hides_a_row_and_freezes_again", [](bundle::Bundle& b) { indicator_series(b).rows_in_order[1].entry.reset(); chains_again(b); freeze_again(b); }, "bundle.leaf_differs"},
        Case{"drops_a_row", [](bundle::Bundle& b) { indicator_series(b).rows_in_order.pop_back(); }, "bundle.rows_differ"},
        Case{"drops_a_series", [](bundle::Bundle& b) { b.series.pop_back(); }, "bundle.frozen_differs"},
        Case{"adds_a_hidden_row", [](bundle::Bundle& b) { auto& rows = indicator_series(b).rows_in_order; rows.insert(rows.begin(), bundle::BundleRow{1, {}}); }, "bundle.rows_differ"},
        Case{"adds_a_row_after_the_position", [](bundle::Bundle& b) { indicator_series(b).rows_in_order.push_back({b.frozen, b.frozen_entry}); }, "bundle.rows_differ"},
        Case{"adds_a_row_of_no_leaf", [](bundle::Bundle& b) { indicator_series(b).rows_in_order.push_back({b.leaves.size(), {}}); }, "bundle.leaf_differs"},
        Case{"changes_a_row", [](bundle::Bundle& b) { (*indicator_series(b).rows_in_order[1].entry)[30] ^= 1U; }, "bundle.leaf_differs"},
        Case{"changes_a_row_and_its_leaf", [](bundle::Bundle& b) { auto& row = indicator_series(b).rows_in_order[1]; (*row.entry)[30] ^= 1U; b.leaves[row.sequence] = journal::leaf_hash(*row.entry); }, "bundle.root_differs"},
        Case{"drops_a_leaf", [](bundle::Bundle& b) { b.leaves.pop_back(); }, "bundle.root_differs"},
        Case{"changes_a_figure", [](bundle::Bundle& b) { b.figure_lines[0].replace(b.figure_lines[0].find("\t3\t"), 3, "\t4\t"); }, "bundle.figures_differ"},
        Case{"changes_a_figure_and_freezes_again", [](bundle::Bundle& b) { b.figure_lines[0].replace(b.figure_lines[0].find("\t3\t"), 3, "\t4\t"); freeze_again(b); }, "bundle.leaf_differs"},
        Case{"a_false_figure_in_a_signed_log", [](bundle::Bundle& b) { b.figure_lines[0].replace(b.figure_lines[0].find("\t3\t"), 3, "\t4\t"); freeze_again(b); sign_again(b); }, "bundle.figures_differ"},
        Case{"a_figure_too_many_in_a_signed_log", [](bundle::Bundle& b) { b.figure_lines.push_back(b.figure_lines[0]); freeze_again(b); sign_again(b); }, "bundle.figures_differ"},
        Case{"a_figure_too_few_in_a_signed_log", [](bundle::Bundle& b) { b.figure_lines.pop_back(); freeze_again(b); sign_again(b); }, "bundle.figures_differ"},
        Case{"a_row_of_another_series_in_a_signed_log", [](bundle::Bundle& b) { auto& rows = indicator_series(b).rows_in_order; rows.insert(rows.begin(), b.series[1].rows_in_order[0]); chains_again(b); freeze_again(b); sign_again(b); }, "bundle.row_unreadable"},
        Case{"no_definition_in_a_signed_log", [](bundle::Bundle& b) { auto& rows = indicator_series(b).rows_in_order; for (auto& row : rows) row.entry.reset(); chains_again(b); freeze_again(b); sign_again(b); }, "bundle.row_unreadable"},
        Case{"hides_the_simulated_clock", [](bundle::Bundle& b) { b.demonstration = false; }, "bundle.opened_differs"},
        Case{"another_audience", [](bundle::Bundle& b) { b.audience = "macao"; }, "bundle.frozen_differs"},
        Case{"another_plan", [](bundle::Bundle& b) { b.plan = "2021"; }, "bundle.frozen_differs"},
        Case{"another_day", [](bundle::Bundle& b) { b.as_at.day -= 1; }, "bundle.frozen_differs"},
        Case{"another_position", [](bundle::Bundle& b) { b.position += 1; }, "bundle.frozen_differs"},
        Case{"another_entry_as_frozen", [](bundle::Bundle& b) { b.frozen = 1; b.frozen_entry = *b.series.back().rows_in_order[0].entry; }, "bundle.frozen_differs"},
        Case{"another_log", [](bundle::Bundle& b) { b.checkpoint.replace(0, 5, "ponta"); }, "bundle.signature_wrong"},
        Case{"another_size", [](bundle::Bundle& b) { b.checkpoint.replace(b.checkpoint.find("\n1") + 1, 1, "2"); }, "bundle.signature_wrong"},
    };
    for (const Case& one : cases) {
        bundle::Bundle made = log_of_little().freeze(plan, Audience::everyone, as_at);
        one.forge(made);
        const std::string text = bundle::write(made);
        EXPECT_EQ(code_of(text), one.code) << one.name;
        keep("bad_" + std::string(one.name) + "." + std::string(one.code) + ".bundle", text);
    }
}

TEST(Verifier, RefusesWhatIsNoBundleWithItsPlace) {
    const std::string text = bundle::write(log_of_little().freeze(plan, Audience::everyone, as_at));
    const auto place_of = [](std::string_view some) {
        const auto read = bundle::read(some);
        return read ? std::string() : std::string(read.error().kind.code) + " " + read.error().place;
    };
    const auto with = [&](std::string_view what, std::string_view by) {
        std::string forged = text;
        forged.replace(forged.find(what), what.size(), by);
        return ended(forged);
    };
    EXPECT_EQ(place_of(""), "bundle.unreadable line 1");
    EXPECT_EQ(place_of("ponte-bundle/1\n"), "bundle.unreadable line 1");
    EXPECT_EQ(place_of(with("ponte-bundle/1", "ponte-bundle/2")), "bundle.unreadable line 1");
    EXPECT_EQ(place_of(with("plan\t2020", "plan\t")), "bundle.unreadable line 2");
    EXPECT_EQ(place_of(with("audience\teveryone", "audience\tall")), "bundle.unreadable line 3");
    EXPECT_EQ(place_of(with("as_at\t2020-12-31", "as_at\t2020-12-32")), "bundle.unreadable line 4");
    EXPECT_EQ(place_of(with("position\t", "position\t0")), "bundle.unreadable line 5");
    EXPECT_EQ(place_of(with("clock simulated", "clock real")), "bundle.unreadable line 7");
    EXPECT_EQ(place_of(with("F\tplan.measures", "G\tplan.measures")), "bundle.unreadable line 8");
    EXPECT_EQ(place_of(with("F\tplan.measures\t", "F\tplan.measures\t\t")), "bundle.unreadable line 8");
    std::string slipped = text;
    slipped[20] ^= 1;
    const auto lines = std::ranges::count(text, '\n');
    EXPECT_EQ(place_of(slipped), "bundle.digest_wrong line " + std::to_string(lines));
}

// The size that the dossier's benchmark speaks of; its bundle is what the page is timed with.
TEST(Verifier, ChecksTwentyThousandObservations) {
    Log log;
    add_plan(log);
    std::size_t rows = 0;
    for (int i = 0; i < 60; ++i) {
        const std::string id = "m" + std::to_string(i % 22 + 1) + ".i" + std::to_string(i);
        IndicatorDefined defined = with_target(id, {{"2000-01-01", "0"}, {"2021-12-31", "900"}});
        defined.fold = static_cast<Fold>(i % 3 + 1);
        log.record(defined);
        for (int n = 0; n < 334 && rows < 20'000; ++n, ++rows) {
            const Date from = day("1993-01-01").plus_days(30 * n);
            ObservationRecorded one = observation(id, id + "-" + std::to_string(n), std::to_string(n * 7 % 1000) + ".25", "2020");
            one.period = {from, from.plus_days(29)};
            log.record(one);
            log.record(ItemSignedOff{.item = one.item, .body = BodyId("amcm"), .asserted = true, .blind = {}});
        }
    }
    const bundle::Bundle made = log.freeze(plan, Audience::macao, as_at);
    const auto begin = std::chrono::steady_clock::now();
    const std::string text = bundle::write(made);
    const auto written = std::chrono::steady_clock::now();
    const auto checked = bundle::verify(text, made.log_key);
    const auto end = std::chrono::steady_clock::now();
    ASSERT_TRUE(checked.has_value()) << checked.error().kind.code << " " << checked.error().subject;
    const auto ms = [](auto span) { return std::chrono::duration_cast<std::chrono::milliseconds>(span).count(); };
    std::cout << text.size() << " bytes, " << checked->rows_shown << " rows: written in " << ms(written - begin) << " ms, verified in "
              << ms(end - written) << " ms\n";
    keep("good_large.bundle", text);
}

}  // namespace ponte
