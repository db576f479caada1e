// A reporting round's files: 60 bodies of 40 figures each, out and back, as Excel and as Word. The files
// alone: what the round itself records and answers is not in these rows.

#include "adapters/forms/forms.h"
#include "adapters/zipped/zipped.h"
#include "bench/measure.h"

namespace ponte::bench {

namespace {

forms::Form form_of(std::size_t body, std::size_t figures) {
    const auto number = std::to_string(body);
    forms::Form form;
    form.round = "2020-Q3";
    form.plan = conference::PlanId("2020");
    form.body = BodyId("body" + number);
    form.language = Language::en;
    form.body_names.en = "Body " + number;
    form.period = *Period::from_text("2020-Q3");
    form.due = form.period.to.plus_days(20);
    form.issued = form.period.to.plus_days(5);
    form.notice = "Made up for a measurement";
    for (std::size_t i = 0; i < figures; ++i) {
        const auto name = std::to_string(i);
        form.lines.push_back({conference::IndicatorId("m1.figure" + name), 1, {"", "", "", "Figure " + name + " of a body's forty, as its name might read"}, {"", "", "", "MOP mn"},
                              conference::Kind::flow, forms::LastFigure{"MOP 1,234.5 mn", *Period::from_text("2020-Q2"), "https://example.org/statistics/" + name}, form.period});
    }
    for (std::uint16_t i = 1; i <= 10; ++i) form.duties.push_back({1, i, {"", "", "", "a duty of the plan, as long as a sentence of it might be"}});
    return form;
}

// Types a text in place of what stands between two marks behind a third.
bool put(std::string& part, const std::string& behind, const std::string& from, const std::string& to, const std::string& text) {
    const auto found = part.find(behind);
    const auto begin = found == part.npos ? found : part.find(from, found);
    const auto end = begin == part.npos ? begin : part.find(to, begin + from.size());
    if (end == part.npos) return false;
    part.replace(begin, end + to.size() - begin, text);
    return true;
}

Attempt<Bytes> filled(const Bytes& file, const std::string& part, std::size_t figures, bool word) {
    auto entries = TRY(unrefused(zipped::unzip(file)));
    for (auto& entry : entries) {
        if (entry.name != part) continue;
        std::string text(text_of(entry.bytes));
        for (std::size_t i = 0; i < figures; ++i) {
            const auto row = std::to_string(i + (word ? 1 : 7));
            const auto answer = std::to_string(1000 + i) + ".50";
            const bool done = word ? put(text, "\"F" + row + ".number\"", "<w:t ", "</w:t>", "<w:t>" + answer + "</w:t>") && put(text, "\"F" + row + ".source\"", "<w:t ", "</w:t>", "<w:t>https://example.org</w:t>")
                                   : put(text, "<c r=\"J" + row + "\"", "/>", "", " t=\"inlineStr\"><is><t>" + answer + "</t></is></c>") &&
                                         put(text, "<c r=\"L" + row + "\"", "/>", "", " t=\"inlineStr\"><is><t>https://example.org</t></is></c>");
            if (!done) return fail("bench.form_not_filled", part, row);
        }
        entry.bytes.assign(text.begin(), text.end());
    }
    return zipped::zip(entries);
}

struct Times {
    double out = 0;
    double back = 0;
    std::size_t bytes = 0;
};

Attempt<Times> round_of(const std::vector<forms::Form>& asked, bool word) {
    Times times;
    std::vector<Bytes> files;
    const Stopwatch out;
    for (const auto& form : asked) files.push_back(TRY(word ? forms::to_docx(form) : forms::to_xlsx(form)));
    times.out = out.seconds();
    for (std::size_t i = 0; i < files.size(); ++i) {
        files[i] = TRY(filled(files[i], word ? "word/document.xml" : "xl/worksheets/sheet1.xml", asked[i].lines.size(), word));
        times.bytes += files[i].size();
    }
    const Stopwatch back;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto reading = forms::read(files[i], asked[i]);
        if (!reading.faults.empty()) return fail(reading.faults[0].kind.code, reading.faults[0].place, reading.faults[0].subject);
        if (reading.answer.answers.size() != asked[i].lines.size()) return fail("bench.answers_missing", asked[i].body.value, std::to_string(reading.answer.answers.size()));
    }
    times.back = back.seconds();
    return times;
}

}  // namespace

Measured measure_forms(const Bench& bench) {
    const std::size_t bodies = bench.sized(60, 2);
    const std::size_t figures = bench.sized(40, 3);
    std::vector<forms::Form> asked;
    for (std::size_t i = 0; i < bodies; ++i) asked.push_back(form_of(i, figures));
    Rows rows;
    for (const bool word : {false, true}) {
        std::vector<double> out;
        std::vector<double> back;
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < bench.sized(3, 1); ++i) {
            const Times times = TRY(round_of(asked, word));
            out.push_back(times.out);
            back.push_back(times.back);
            bytes = times.bytes;
        }
        const std::string of = std::to_string(bodies) + " forms of " + std::to_string(figures) + " figures, " + (word ? "Word" : "Excel");
        rows.push_back({.name = of + ", out", .value = median(out), .unit = "s", .better = Better::less, .must = 5, .aim = 1, .note = "files alone, without the round's own record"});
        rows.push_back({.name = of + ", back", .value = median(back), .unit = "s", .better = Better::less, .must = 5, .aim = 1, .note = std::to_string(bytes / std::max<std::size_t>(1, bodies)) + " bytes a form"});
    }
    return rows;
}

}  // namespace ponte::bench
