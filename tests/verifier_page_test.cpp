// The two verifiers of dossier bundles against the desk that they know nothing of: bundles of a little
// state that holds every case of the rules, checked, and then forged in every way we can think of. The
// bundles are left in a folder for the page's own test (verifier/verify_test.mjs), which must agree.

#include "adapters/bundle/verify.h"
#include "bundle_samples.h"
#include "bundle_samples_desks.h"

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
using namespace conference::bundle_samples;

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

// The figures of a series, each as "name value (how many entries) ".
std::string said_of(const bundle::Bundle& made, std::string_view series) {
    std::string said;
    for (const std::string& line : made.figure_lines) {
        if (!line.starts_with(std::string(series) + ".")) continue;
        std::vector<std::string> fields;
        for (std::size_t from = 0; fields.size() < 7;) {
            const std::size_t to = line.find_first_of("\t\n", from);
            fields.push_back(line.substr(from, to - from));
            from = to + 1;
        }
        const auto entries = fields[6].empty() ? 0 : std::ranges::count(fields[6], ',') + 1;
        said += fields[0].substr(series.size() + 1) + " " + fields[3] + " (" + std::to_string(entries) + ") ";
    }
    return said;
}

TEST(Verifier, CountsTrainingFromRowsThatNameNobody) {
    const auto made_for = [](Audience audience, std::string_view on) {
        Log log = log_of_little();
        add_training(log);
        return log.freeze(plan, audience, day(on));
    };
    const std::string all = "meetings 2 (2) courses 1 (1) participants 8 (4) jurisdictions 3 (4) certificates 4 (2) ";
    for (const Audience audience : {Audience::macao, Audience::mainland, Audience::everyone}) {
        const bundle::Bundle made = made_for(audience, "2020-12-31");
        expect_passes(made);
        EXPECT_EQ(said_of(made, "training"), all);
        const auto hidden = std::ranges::count_if(made.series.back().rows_in_order, [](const bundle::BundleRow& row) { return !row.entry; });
        EXPECT_EQ(hidden, audience == Audience::everyone ? 2 : 0) << "the event that was never held";
        keep("good_training_" + made.audience + ".bundle", bundle::write(made));
    }
    const std::map<std::string_view, std::string> on_other_days{
        {"2020-12-30", "meetings 1 (1) courses 1 (1) participants 7 (3) jurisdictions 2 (3) certificates 3 (1) "},
        {"2020-01-09", "meetings 0 (0) courses 0 (0) participants 0 (0) jurisdictions 0 (0) certificates 0 (0) "},
        {"2019-12-31", "meetings 0 (0) courses 1 (1) participants 5 (1) jurisdictions 1 (1) certificates 5 (1) "}};
    for (const auto& [on, expected] : on_other_days) {
        const bundle::Bundle made = made_for(Audience::everyone, on);
        expect_passes(made);
        EXPECT_EQ(said_of(made, "training"), expected) << on;
        keep("good_training_at_" + std::string(on) + ".bundle", bundle::write(made));
    }
}

TEST(Verifier, CountsInstrumentsAndWhatWasHeldUnderThem) {
    const auto made_for = [](Audience audience, std::string_view on) {
        Log log = log_of_little();
        add_accords(log);
        return log.freeze(plan, audience, day(on));
    };
    const auto expected_of = [](const char* taxation, const char* activities) {
        return std::pair("judicial.in_force 0 (0) judicial.under_way 1 (1) double_taxation.in_force " + std::string(taxation) + " double_taxation.under_way 0 (0) intelligence.in_force 0 (0) "
                         "intelligence.under_way 0 (0) visa_waivers.in_force 0 (0) visa_waivers.under_way 0 (0) city_ties.in_force 2 (2) city_ties.under_way 0 (0) ",
                         std::string(activities));
    };
    for (const Audience audience : {Audience::macao, Audience::mainland, Audience::everyone}) {
        const bundle::Bundle made = made_for(audience, "2020-12-31");
        expect_passes(made);
        const auto [instruments, activities] = audience == Audience::macao ? expected_of("1 (1)", "held 4 (4) ties 2 (4) ") : expected_of("0 (0)", "held 3 (3) ties 2 (3) ");
        EXPECT_EQ(said_of(made, "instruments"), instruments) << made.audience;
        EXPECT_EQ(said_of(made, "activities"), activities) << made.audience;
        keep("good_accords_" + made.audience + ".bundle", bundle::write(made));
    }
    for (const std::string_view on : {"2020-12-30", "2019-12-31", "2020-02-01"}) {
        const bundle::Bundle made = made_for(Audience::everyone, on);
        expect_passes(made);
        EXPECT_EQ(said_of(made, "activities"), on == "2020-12-30" ? "held 2 (2) ties 2 (2) " : on == "2019-12-31" ? "held 1 (1) ties 1 (1) " : "held 0 (0) ties 0 (0) ") << on;
        keep("good_accords_at_" + std::string(on) + ".bundle", bundle::write(made));
    }
}

TEST(Verifier, TellsNoCountThatTwoTradersMakeUp) {
    const auto made_on = [](std::string_view on) {
        Log log = log_of_little();
        add_origin(log);
        return log.freeze(plan, Audience::macao, day(on));
    };
    const bundle::Bundle made = made_on("2020-12-31");
    expect_passes(made);
    EXPECT_EQ(said_of(made, "origin"), "certificates_issued 5 (1) certificates_used 3 (1) certificates_cancelled  (0) exporters_registered  (0) products_registered  (0) "
                                       "changes_requested  (0) changes_accepted  (0) changes_declined  (0) suppliers_certified  (0) suppliers_cancelled 70000 (1) ");
    const auto& rows = made.series.at(1).rows_in_order;
    ASSERT_EQ(made.series.at(1).name, "origin");
    EXPECT_EQ(rows.size(), 9U);
    EXPECT_EQ(std::ranges::count_if(rows, [](const bundle::BundleRow& row) { return row.entry.has_value(); }), 4) << "the last of each count, where it may be told";
    keep("good_origin.bundle", bundle::write(made));
    const bundle::Bundle later = made_on("2021-06-30");
    expect_passes(later);
    EXPECT_TRUE(said_of(later, "origin").starts_with("certificates_issued 9 (1) certificates_used  (0) ")) << said_of(later, "origin");
    keep("good_origin_at_2021-06-30.bundle", bundle::write(later));
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
    const journal::VerifierKey other{std::string(log_origin), journal::KeyUse::note, key_of(8).public_key()};
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
    using ponte::origin::Counted;
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
        const journal::Checkpoint checkpoint{std::string(log_origin), tree.size(), tree.root(), {}};
        journal::Note note{checkpoint.to_text(), {}};
        note.signatures.push_back(journal::sign_note(note.text, log_origin, key_of(7)));
        made.checkpoint = note.to_text();
    };
    // What only the holder of the log could show: rows that the desk keeps to itself.
    static const auto show = [](bundle::Bundle& made, std::size_t at, Counted what, std::uint32_t count, std::uint32_t traders) {
        for (bundle::BundleSeries& series : made.series) {
            if (series.name == "origin") series.rows_in_order[at].entry = entry_of(ponte::origin::NumbersCounted{.what = what, .year = 2020, .count = count, .traders = traders});
        }
        chains_again(made);
        freeze_again(made);
        sign_again(made);
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
        Case{"a_row_of_another_series_in_a_signed_log", [](bundle::Bundle& b) { auto& rows = indicator_series(b).rows_in_order; rows.insert(rows.begin(), b.series[2].rows_in_order[0]); chains_again(b); freeze_again(b); sign_again(b); }, "bundle.row_unreadable"},
        Case{"no_definition_in_a_signed_log", [](bundle::Bundle& b) { auto& rows = indicator_series(b).rows_in_order; for (auto& row : rows) row.entry.reset(); chains_again(b); freeze_again(b); sign_again(b); }, "bundle.row_unreadable"},
        Case{"shows_a_count_of_two_traders", [](bundle::Bundle& b) { show(b, 6, Counted::certificates_cancelled, 40, 2); }, "bundle.row_unreadable"},
        Case{"shows_a_count_twice", [](bundle::Bundle& b) { show(b, 3, Counted::certificates_issued, 4, 4); }, "bundle.row_unreadable"},
        Case{"counts_a_participant_more", [](bundle::Bundle& b) { for (auto& line : b.figure_lines) { if (line.starts_with("training.participants")) line.replace(line.find("\t8\t"), 3, "\t9\t"); } freeze_again(b); sign_again(b); }, "bundle.figures_differ"},
        Case{"tells_a_count_that_is_withheld", [](bundle::Bundle& b) { for (auto& line : b.figure_lines) { if (line.starts_with("origin.certificates_cancelled")) line.replace(line.find("\t\t"), 2, "\t40\t"); } freeze_again(b); sign_again(b); }, "bundle.figures_differ"},
        Case{"hides_the_simulated_clock", [](bundle::Bundle& b) { b.demonstration = false; }, "bundle.opened_differs"},
        Case{"another_audience", [](bundle::Bundle& b) { b.audience = "macao"; }, "bundle.frozen_differs"},
        Case{"another_plan", [](bundle::Bundle& b) { b.plan = "2021"; }, "bundle.frozen_differs"},
        Case{"another_day", [](bundle::Bundle& b) { b.as_at.day -= 1; }, "bundle.frozen_differs"},
        Case{"another_position", [](bundle::Bundle& b) { b.position += 1; }, "bundle.frozen_differs"},
        Case{"another_entry_as_frozen", [](bundle::Bundle& b) { b.frozen = 1; b.frozen_entry = *b.series[2].rows_in_order[0].entry; }, "bundle.frozen_differs"},
        Case{"another_log", [](bundle::Bundle& b) { b.checkpoint.replace(0, 5, "ponta"); }, "bundle.signature_wrong"},
        Case{"another_size", [](bundle::Bundle& b) { b.checkpoint.replace(b.checkpoint.find("\n1") + 1, 1, "2"); }, "bundle.signature_wrong"},
    };
    for (const Case& one : cases) {
        Log log = log_of_little();
        add_training(log);
        add_origin(log);
        bundle::Bundle made = log.freeze(plan, Audience::everyone, as_at);
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
