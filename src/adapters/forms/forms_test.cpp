#include "adapters/forms/forms_sample.h"

#include "adapters/csv/csv.h"
#include "adapters/forms/identity.h"
#include "adapters/forms/layout.h"
#include "adapters/forms/typed.h"
#include "adapters/xlsx/cells.h"
#include "adapters/zipped/resaved_for_tests.h"
#include "base/embedded.h"

// Font machinery keeps what it has read for the life of the process; that is no leak of ours.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:libpango\nleak:libcairo\nleak:libglib\n"; }

namespace ponte::forms {
namespace {

Bytes workbook(const Form& form) {
    const auto file = to_xlsx(form);
    EXPECT_TRUE(file.has_value()) << file.error().where << ' ' << file.error().what;
    return file.has_value() ? *file : Bytes{};
}

Bytes document(const Form& form) {
    const auto file = to_docx(form);
    EXPECT_TRUE(file.has_value()) << file.error().where << ' ' << file.error().what;
    return file.has_value() ? *file : Bytes{};
}

std::string list(const std::vector<Refusal>& faults) {
    std::string text;
    for (const auto& fault : faults) text += std::string(fault.kind.code) + " [" + fault.subject + "] at " + fault.place + "\n";
    return text;
}

Return answer_or_fail(const Bytes& file, const Form& form) {
    const auto reading = read(file, form);
    EXPECT_EQ(list(reading.faults), "");
    return reading.answer;
}

// Rows of the sheet: 7 is m4.rmb_total, 8 m1.members, 9 m9.share. J number, K period, L source, M published,
// N reason, O note.
const Typed filled{{"J7", "MOP 1,234.50 bn"}, {"L7", " https://example.org/q3 "}, {"M7", "2020-10-02"}, {"O7", "first\nestimate"},
                   {"N8", "Not yet published"}, {"J9", "12.5"}, {"K9", "2020-09"}, {"L9", "paper, p. 3"}};
const Typed acted{{"E7", "30 Sep 2020"}, {"F7", "Signed a memorandum"}, {"G7", "https://example.org/m"}, {"H7", "2020-10-01"}};

void expect_filled(const Return& answer, const Form& form) {
    EXPECT_EQ(answer.identity, identity_of(form));
    ASSERT_EQ(answer.answers.size(), 3U);
    EXPECT_TRUE(answer.unanswered.empty());
    const auto& first = answer.answers[0];
    EXPECT_EQ(first.indicator.value, "m4.rmb_total");
    EXPECT_EQ(first.as_published, "MOP 1,234.50 bn");
    EXPECT_FALSE(first.value.has_value());
    EXPECT_EQ(first.period.to_text(), "2020-Q3");
    EXPECT_EQ(first.source, "https://example.org/q3");
    EXPECT_EQ(first.published->to_text(), "2020-10-02");
    EXPECT_EQ(first.note, "first\nestimate");
    EXPECT_FALSE(first.nothing.has_value());
    EXPECT_EQ(answer.answers[1].nothing, NothingBecause::not_yet_published);
    EXPECT_EQ(answer.answers[1].period.to_text(), "2020-09-30");
    const auto& third = answer.answers[2];
    EXPECT_EQ(third.value, (Decimal{125, 1}));
    EXPECT_EQ(third.asked.to_text(), "2020");
    EXPECT_EQ(third.period.to_text(), "2020-09");
    ASSERT_EQ(answer.actions.size(), 1U);
    EXPECT_EQ(answer.actions[0].measure, 4);
    EXPECT_EQ(answer.actions[0].duty, 1);
    EXPECT_EQ(answer.actions[0].on.to_text(), "2020-09-30");
    EXPECT_EQ(answer.actions[0].text, "Signed a memorandum");
    EXPECT_EQ(answer.actions[0].published->to_text(), "2020-10-01");
}

Bytes filled_workbook(const Form& form) { return typed_in(typed_in(workbook(form), figures_part, filled), actions_part, acted); }

Bytes filled_document(const Form& form) {
    return typed_in_word(document(form), {{"F1.number", "MOP 1,234.50 bn"}, {"F1.source", " https://example.org/q3 "}, {"F1.published", "2020-10-02"}, {"F1.note", "first\nestimate"},
                                          {"F2.nothing", "not yet published"}, {"F3.number", "12.5"}, {"F3.period", "2020-09"}, {"F3.source", "paper, p. 3"},
                                          {"A1.on", "30 Sep 2020"}, {"A1.what", "Signed a memorandum"}, {"A1.source", "https://example.org/m"}, {"A1.published", "2020-10-01"}});
}

TEST(Forms, ComeBackEmptyAsUnansweredInEachLanguage) {
    for (const auto language : languages) {
        const auto form = sample_form(language);
        for (const auto& file : {workbook(form), document(form)}) {
            EXPECT_EQ(identify(file).value(), identity_of(form));
            const auto answer = answer_or_fail(file, form);
            EXPECT_TRUE(answer.answers.empty());
            EXPECT_TRUE(answer.actions.empty());
            ASSERT_EQ(answer.unanswered.size(), 3U);
            EXPECT_EQ(answer.unanswered[1].indicator.value, "m1.members");
        }
    }
}

TEST(Forms, AreTheSameBytesForTheSameForm) {
    const auto form = sample_form(Language::zh_hant);
    EXPECT_EQ(workbook(form), workbook(form));
    EXPECT_EQ(document(form), document(form));
    EXPECT_NE(workbook(form), workbook(sample_form(Language::zh_hans)));
}

TEST(Forms, SayWhatWasFilledIn) {
    const auto form = sample_form();
    const auto from_sheet = answer_or_fail(filled_workbook(form), form);
    expect_filled(from_sheet, form);
    EXPECT_EQ(from_sheet.answers[0].place, "sheet Figures, cell J7");
    EXPECT_EQ(from_sheet.actions[0].place, "sheet Actions, cell F7");
    const auto from_page = answer_or_fail(filled_document(form), form);
    expect_filled(from_page, form);
    EXPECT_EQ(from_page.answers[0].place, "table 1, row 2, column 5");
    EXPECT_EQ(from_page.actions[0].place, "table 2, row 2, column 4");
}

TEST(Forms, ComeBackFromLibreOfficeAsTheyWereFilledIn) {
    if (!zipped::office_program_is_here()) GTEST_SKIP() << "LibreOffice is not installed";
    const auto form = sample_form();
    std::vector<Bytes> pages{filled_document(form)};
    std::vector<Bytes> sheets{filled_workbook(form)};
    for (const auto language : languages) {
        pages.push_back(document(sample_form(language)));
        sheets.push_back(workbook(sample_form(language)));
    }
    const auto check = [&](const std::vector<Bytes>& saved) {
        expect_filled(answer_or_fail(saved.at(0), form), form);
        for (std::size_t i = 0; i < languages.size(); ++i) EXPECT_EQ(answer_or_fail(saved.at(i + 1), sample_form(languages[i])).unanswered.size(), 3U);
    };
    const auto saved_pages = zipped::resaved_all(pages, "docx", "docx");
    ASSERT_FALSE(saved_pages.empty());
    check(saved_pages);
    const auto saved_sheets = zipped::resaved_all(sheets, "xlsx", "xlsx");
    if (saved_sheets.empty()) GTEST_SKIP() << "LibreOffice has no calculator here";
    check(saved_sheets);
}

TEST(Forms, KeepWhatASpreadsheetShowsOfANumberThatWasPasted) {
    const auto form = sample_form();
    const auto with = [&](const std::string& style_code, const std::string& stored) {
        auto file = edited(workbook(form), "xl/styles.xml", [&](pugi::xml_document& styles) {
            auto formats = styles.document_element().child("numFmts");
            if (!formats) formats = styles.document_element().prepend_child("numFmts");
            auto format = formats.append_child("numFmt");
            format.append_attribute("numFmtId") = 200;
            format.append_attribute("formatCode") = style_code.c_str();
            styles.document_element().child("cellXfs").append_child("xf").append_attribute("numFmtId") = 200;
        });
        int styles = 0;
        file = edited(file, "xl/styles.xml", [&](pugi::xml_document& document) {
            for (const auto& node : document.document_element().child("cellXfs").children("xf")) styles += node ? 1 : 0;
        });
        file = edited(file, figures_part, [&](pugi::xml_document& document) {
            put_raw(document, "J7", "", "<v>" + stored + "</v>");
            auto cell = cell_node(document, "J7");
            cell.remove_attribute("s");
            cell.append_attribute("s") = styles - 1;
            put(document, "L7", "s");
        });
        return read(file, form);
    };
    const auto shown = with("#,##0.00", "1234.5");
    ASSERT_EQ(list(shown.faults), "");
    EXPECT_EQ(shown.answer.answers[0].as_published, "1234.50");
    EXPECT_EQ(shown.answer.answers[0].value, (Decimal{123450, 2}));
    EXPECT_EQ(with("0.0%", "0.014").answer.answers.at(0).as_published, "1.4%");
    EXPECT_EQ(list(with("0.0", "12.345").faults), "xlsx.number_shown_otherwise [12.345] at sheet Figures, cell J7\n");
}

TEST(Forms, TellEveryFaultWithItsCell) {
    const auto form = sample_form();
    struct Case {
        Typed cells;
        std::string faults;
    };
    const std::vector<Case> cases{
        {{{"J7", "4.7"}}, "forms.source_missing [] at sheet Figures, cell L7\n"},
        {{{"L7", "s"}}, "forms.number_missing [] at sheet Figures, cell J7\n"},
        {{{"J7", "about so"}, {"L7", "s"}}, "number_words.unreadable [about so] at sheet Figures, cell J7\n"},
        {{{"J7", "4.7"}, {"L7", "s"}, {"K7", "third quarter"}, {"M7", "03/04/2020"}},
         "forms.period_unreadable [third quarter] at sheet Figures, cell K7\nforms.date_unreadable [03/04/2020] at sheet Figures, cell M7\n"},
        {{{"N7", "perhaps"}}, "forms.choice_unknown [perhaps] at sheet Figures, cell N7\n"},
        {{{"J7", "4.7"}, {"N7", "not collected"}}, "forms.number_and_nothing [] at sheet Figures, cell N7\n"},
        {{{"N7", "other (see note)"}}, "forms.reason_missing [] at sheet Figures, cell O7\n"},
        {{{"O7", std::string(4001, 'x')}, {"N7", "not collected"}}, "forms.text_too_long [4001] at sheet Figures, cell O7\n"},
        {{{"P7", "more"}}, "forms.stray_text [more] at sheet Figures, cell P7\n"},
        {{{"C7", "RMB clearing"}}, "forms.printed_text_changed [RMB clearing] at sheet Figures, cell C7\n"},
        {{{"F7", "RMB 4.8 bn"}}, "forms.printed_text_changed [RMB 4.8 bn] at sheet Figures, cell F7\n"},
        {{{"J6", "Zahl"}}, "forms.head_changed [Number (as published)] at sheet Figures, cell J6\n"},
        {{{"C30", "New indicator"}, {"J30", "5"}}, "forms.row_unknown [New indicator] at sheet Figures, cell C30\n"},
        {{{"A7", "m4"}}, "forms.row_unknown [m4] at sheet Figures, cell A7\nforms.row_missing [figure m4.rmb_total 2020-Q3] at \n"},
        {{{"A7", ""}, {"B7", ""}, {"C7", ""}, {"D7", ""}, {"E7", ""}, {"F7", ""}, {"G7", ""}, {"H7", ""}, {"I7", ""}, {"K7", ""}}, "forms.row_missing [figure m4.rmb_total 2020-Q3] at \n"},
    };
    for (const auto& one : cases) {
        const auto reading = read(typed_in(workbook(form), figures_part, one.cells), form);
        EXPECT_EQ(list(reading.faults), one.faults) << one.cells.front().first << ' ' << one.cells.front().second.substr(0, 80);
        EXPECT_EQ(reading.answer, Return{});
    }
    const std::vector<Case> of_actions{
        {{{"E7", "2020-09-30"}}, "forms.action_text_missing [] at sheet Actions, cell F7\nforms.source_missing [] at sheet Actions, cell G7\n"},
        {{{"F9", "Met"}, {"G9", "s"}}, "forms.action_date_missing [] at sheet Actions, cell E9\n"},
        {{{"E7", "September"}, {"F7", "Met"}, {"G7", "s"}}, "forms.date_unreadable [September] at sheet Actions, cell E7\n"},
    };
    for (const auto& one : of_actions) EXPECT_EQ(list(read(typed_in(workbook(form), actions_part, one.cells), form).faults), one.faults);
    // All at once, in the order of the file.
    const auto all = read(typed_in(typed_in(workbook(form), figures_part, {{"J7", "x"}, {"J9", "9"}, {"P8", "?"}}), actions_part, {{"F7", "Met"}}), form);
    EXPECT_EQ(list(all.faults), "number_words.unreadable [x] at sheet Figures, cell J7\nforms.source_missing [] at sheet Figures, cell L7\nforms.stray_text [?] at sheet Figures, cell P8\n"
                                "forms.source_missing [] at sheet Figures, cell L9\nforms.action_date_missing [] at sheet Actions, cell E7\nforms.source_missing [] at sheet Actions, cell G7\n");
}

TEST(Forms, TellFaultsOfTablesInWordByRowAndColumn) {
    const auto form = sample_form();
    EXPECT_EQ(list(read(typed_in_word(document(form), {{"F2.number", "5"}, {"A1.what", "Met"}}), form).faults),
              "forms.source_missing [] at table 1, row 3, column 7\nforms.action_date_missing [] at table 2, row 2, column 3\nforms.source_missing [] at table 2, row 2, column 5\n");
    const auto without_row = edited(document(form), "word/document.xml", [](pugi::xml_document& page) {
        auto table = page.select_node("(//w:tbl)[1]").node();
        table.remove_child(table.select_node("w:tr[3]").node());
    });
    EXPECT_EQ(list(read(without_row, form).faults), "forms.row_missing [figure m1.members 2020-Q3] at \n");
}

TEST(Forms, TakeRowsInAnyOrderButNotApart) {
    const auto form = sample_form();
    // The rows 7 and 9 change places as a whole.
    const auto swapped = [&](bool with_keys) {
        return edited(typed_in(workbook(form), figures_part, filled), figures_part, [&](pugi::xml_document& sheet) {
            for (const char letter : std::string("ABCDEFGHIJKLMNO")) {
                if (letter == 'A' && !with_keys) continue;
                auto seven = cell_node(sheet, std::string(1, letter) + "7");
                auto nine = cell_node(sheet, std::string(1, letter) + "9");
                auto row_seven = seven.parent();
                auto row_nine = nine.parent();
                auto moved = row_seven.insert_copy_before(nine, seven);
                auto back = row_nine.insert_copy_before(seven, nine);
                moved.attribute("r") = (std::string(1, letter) + "7").c_str();
                back.attribute("r") = (std::string(1, letter) + "9").c_str();
                row_seven.remove_child(seven);
                row_nine.remove_child(nine);
            }
        });
    };
    const auto answer = answer_or_fail(swapped(true), form);
    ASSERT_EQ(answer.answers.size(), 3U);
    EXPECT_EQ(answer.answers[0].as_published, "MOP 1,234.50 bn");
    EXPECT_EQ(answer.answers[0].place, "sheet Figures, cell J9");
    // Sorted without its hidden key column, each number would be booked under another name.
    EXPECT_EQ(list(read(swapped(false), form).faults), "forms.printed_text_changed [9] at sheet Figures, cell B7\nforms.printed_text_changed [4] at sheet Figures, cell B9\n");
}

TEST(Forms, TakeACopiedRowAsASecondActionButAsNoSecondFigure) {
    const auto form = sample_form();
    const auto copied = [&](const std::string& part, const Typed& cells) {
        return typed_in(edited(filled_workbook(form), part, [](pugi::xml_document& sheet) {
            auto data = sheet.document_element().child("sheetData");
            auto row = data.append_copy(data.find_child_by_attribute("row", "r", "7"));
            row.attribute("r") = 40;
            for (auto cell : row.children("c")) cell.attribute("r") = (std::string(1, *cell.attribute("r").value()) + "40").c_str();
        }), part, cells);
    };
    EXPECT_EQ(list(read(copied(figures_part, {}), form).faults), "forms.row_repeated [figure m4.rmb_total 2020-Q3] at sheet Figures, cell A40\n");
    const auto answer = answer_or_fail(copied(actions_part, {{"F40", "Signed another"}}), form);
    ASSERT_EQ(answer.actions.size(), 2U);
    EXPECT_EQ(answer.actions[1].text, "Signed another");
}

TEST(Forms, AreToldFromOthers) {
    const auto form = sample_form();
    const auto file = workbook(form);
    const auto code = [&](const Form& asked, const Bytes& bytes) {
        const auto reading = read(bytes, asked);
        return reading.faults.size() == 1 ? std::string(reading.faults[0].kind.code) : list(reading.faults);
    };
    auto other = form;
    other.round = "2020-Q4";
    EXPECT_EQ(code(other, file), "forms.other_round");
    other = form;
    other.plan = conference::PlanId("2021");
    EXPECT_EQ(code(other, file), "forms.other_round");
    other = form;
    other.body = BodyId("dicj");
    EXPECT_EQ(code(other, file), "forms.other_body");
    other = form;
    other.generation = 3;
    EXPECT_EQ(code(other, file), "forms.old_generation");
    other = form;
    other.lines.pop_back();
    EXPECT_EQ(code(other, file), "forms.identity_changed");
    other = form;
    other.language = Language::pt;
    EXPECT_TRUE(read(file, other).faults.empty());
    other = form;
    other.due = form.due.plus_days(7);
    other.lines[0].last->as_published = "RMB 9 bn";
    EXPECT_TRUE(read(file, other).faults.empty());

    const auto keys_part = "xl/worksheets/sheet4.xml";
    auto line = line_of(identity_of(form));
    EXPECT_EQ(code(form, typed_in(file, keys_part, {{"A1", "gone"}})), "forms.identity_missing");
    EXPECT_EQ(code(form, typed_in(file, keys_part, {{"A1", line.replace(line.find("generation=2"), 12, "generation=3")}})), "forms.identity_changed");
    EXPECT_EQ(code(form, Bytes{'a', 'b'}), "forms.not_a_form");
    EXPECT_EQ(code(form, *zipped::zip({{"mimetype", {'x'}}})), "forms.not_a_form");
    EXPECT_EQ(code(form, *zipped::zip({{"xl/workbook.xml", {'x'}}})), "xlsx.not_a_workbook");
    EXPECT_EQ(code(form, *zipped::zip({{"word/document.xml", {'x'}}})), "docx.not_a_document");
    const auto with = [](const Bytes& archive, const std::string& name, const std::string& content) {
        auto entries = zipped::unzip(archive);
        entries->push_back({name, Bytes(content.begin(), content.end())});
        return *zipped::zip(*entries);
    };
    EXPECT_EQ(code(form, with(file, "xl/vbaProject.bin", "x")), "xlsx.macros");
    EXPECT_EQ(code(form, with(file, "xl/externalLinks/externalLink1.xml", "x")), "xlsx.external_link");
    EXPECT_EQ(code(form, with(document(form), "word/vbaProject.bin", "x")), "docx.macros");
    EXPECT_EQ(code(form, with(file, "xl/media/bomb.png", std::string(std::size_t{40} << 20, 'x'))), "zip.ratio_too_high");
}

TEST(Forms, RefuseFormulasCellByCellAndStopTellingAtTheBound) {
    const auto form = sample_form();
    const auto formulas = edited(workbook(form), figures_part, [](pugi::xml_document& sheet) {
        put_raw(sheet, "J7", "", "<f>1+1</f><v>2</v>");
        put_raw(sheet, "B8", "", "<f>1</f><v>1</v>");
    });
    EXPECT_EQ(list(read(formulas, form).faults), "xlsx.formula [1+1] at sheet Figures, cell J7\nxlsx.formula [1] at sheet Figures, cell B8\nforms.row_missing [figure m1.members 2020-Q3] at \n");
    auto many = sample_form();
    for (int i = 0; i < 300; ++i) {
        auto line = many.lines[0];
        line.indicator.value += std::to_string(i);
        many.lines.push_back(line);
    }
    Typed numbers;
    for (int i = 0; i < 300; ++i) numbers.emplace_back("J" + std::to_string(7 + i), "?");
    const auto reading = read(typed_in(workbook(many), figures_part, numbers), many);
    ASSERT_EQ(reading.faults.size(), faults_max);
    EXPECT_EQ(reading.faults.back().kind, refusals::too_many_faults);
    EXPECT_EQ(reading.faults.back().subject, "600");
}

TEST(Forms, RefuseToBeMadeOfWhatNoFileHolds) {
    auto form = sample_form();
    form.lines[0].names.en = "\xff";
    EXPECT_EQ(to_xlsx(form).error().code, "xlsx.not_written");
    EXPECT_EQ(to_docx(form).error().code, "docx.not_written");
    form.lines.resize(lines_max + 1);
    EXPECT_EQ(to_xlsx(form).error().code, "xlsx.not_written");
    EXPECT_EQ(to_docx(form).error().code, "docx.not_written");
}

TEST(Forms, HaveEachWordInEachLanguageAndNoCommaInAChoice) {
    const auto table = csv::read(view_of(*embedded("words/forms.csv")));
    ASSERT_TRUE(table.has_value());
    for (const auto& row : table->rows) {
        ASSERT_EQ(row.cells.size(), 5U);
        for (const auto& cell : row.cells) EXPECT_FALSE(cell.empty()) << row.cells.front();
    }
    for (const auto language : languages) {
        const auto layout = layout_of(sample_form(language), Medium::sheet);
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < layout.reasons.size(); ++i) {
            // Excel keeps the choices of a list as one text with commas between them.
            EXPECT_EQ(layout.reasons[i].find(','), std::string::npos);
            EXPECT_EQ(reason_named(layout.reasons[i]), static_cast<NothingBecause>(i + 1));
            bytes += layout.reasons[i].size() + 1;
        }
        EXPECT_LE(bytes, 255U);
    }
}

TEST(TypedPeriod, ReadsWhatHasOneReading) {
    struct Case {
        std::string text;
        Language language;
        std::string period;
    };
    const std::vector<Case> cases{
        {"2020-Q3", Language::en, "2020-Q3"},
        {"2020年第三季度", Language::zh_hans, "2020-Q3"},
        {"2020年上半年", Language::zh_hant, "2020-H1"},
        {"2020 年 9 月", Language::zh_hant, ""},
        {"2020年9月30日", Language::zh_hant, "2020-09-30"},
        {"2020/9/30", Language::en, "2020-09-30"},
        {"31/12/2020", Language::pt, "2020-12-31"},
        {"31/12/2020", Language::en, ""},
        {"3.º trimestre de 2020", Language::pt, "2020-Q3"},
        {"31 de Dezembro de 2020", Language::pt, "2020-12-31"},
        {"Março de 2020", Language::pt, "2020-03"},
        {"Q3 2020", Language::en, "2020-Q3"},
        {"soon", Language::en, ""},
    };
    for (const auto& one : cases) {
        const auto period = typed_period(one.text, one.language);
        EXPECT_EQ(period ? period->to_text() : "", one.period) << one.text;
    }
}

TEST(Identity, SurvivesAnyIdAndNoSlipOfTheHand) {
    auto form = sample_form();
    form.round = "第三季 & more=x";
    const auto identity = identity_of(form);
    const auto line = line_of(identity);
    EXPECT_EQ(identity_in("  " + line + " \n").identity, identity);
    for (std::size_t i = identity_mark.size(); i < line.size(); ++i) {
        auto slip = line;
        slip[i] = slip[i] == '0' ? '1' : '0';
        EXPECT_TRUE(identity_in(slip).changed) << slip;
    }
    EXPECT_FALSE(identity_in("anything else").changed);
}

}  // namespace
}  // namespace ponte::forms
