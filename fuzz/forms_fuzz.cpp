// rooms: adapters.forms
// Whatever bytes come back, the forms' reader answers with a whole answer or with faults. A mutated archive
// seldom unpacks, so bytes that are no archive are taken as the sheet of figures, or as the text, of a sound
// form: the first byte says which.
#include "adapters/forms/forms.h"
#include "adapters/zipped/zipped.h"
#include "base/check.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using ponte::Bytes;
using ponte::ByteView;
namespace forms = ponte::forms;

forms::Form asked() {
    forms::Form form;
    form.round = "r";
    form.plan = ponte::conference::PlanId("2020");
    form.body = ponte::BodyId("b");
    form.language = ponte::Language::en;
    form.period = *ponte::Period::from_text("2020-Q3");
    form.lines.push_back({ponte::conference::IndicatorId("m1.a"), 1, {"", "", "", "A"}, {"", "", "", "u"}, ponte::conference::Kind::flow, {}, form.period});
    form.duties.push_back({1, 1, {"", "", "", "duty"}});
    return form;
}

Bytes with_part(const Bytes& file, std::string_view part, ByteView content) {
    auto entries = ponte::zipped::unzip(file);
    CHECK(entries.has_value());
    for (auto& entry : *entries) {
        if (entry.name == part) entry.bytes = Bytes(content.begin(), content.end());
    }
    return *ponte::zipped::zip(*entries);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const forms::Form form = asked();
    static const Bytes sheet = *forms::to_xlsx(form);
    static const Bytes page = *forms::to_docx(form);
    const ByteView given(data, size);
    Bytes file(given.begin(), given.end());
    if (size > 0 && data[0] == 'x') file = with_part(sheet, "xl/worksheets/sheet1.xml", given.subspan(1));
    if (size > 0 && data[0] == 'w') file = with_part(page, "word/document.xml", given.subspan(1));
    const auto reading = forms::read(file, form);
    CHECK(reading.faults.size() <= forms::faults_max);
    if (!reading.faults.empty()) {
        CHECK(reading.answer == forms::Return{});
        return 0;
    }
    CHECK(reading.answer.identity == forms::identity_of(form));
    CHECK(reading.answer.answers.size() + reading.answer.unanswered.size() == form.lines.size());
    for (const auto& answer : reading.answer.answers) CHECK(answer.as_published.empty() == answer.nothing.has_value());
    return 0;
}
