// rooms: adapters.templates
// Whatever bytes come in as a template, it is refused, told what is wrong with it, or filled; and what was filled has no
// place left. A mutated archive seldom unpacks, so bytes that are no archive are taken as the page of a sound one.
#include "adapters/templates/templates.h"
#include "adapters/zipped/zipped.h"
#include "base/check.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using ponte::Bytes;
using ponte::ByteView;
using ponte::text_of;
namespace paper = ponte::paper;
namespace templates = ponte::templates;
namespace zipped = ponte::zipped;

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

Bytes page_of(ByteView body) {
    std::string page = "<w:document xmlns:w=\"w\"><w:body>";
    page += text_of(body);
    page += "</w:body></w:document>";
    const auto made = zipped::zip({{"_rels/.rels", bytes_of("<R><r Type=\"x/officeDocument\" Target=\"d.xml\"/></R>")}, {"d.xml", bytes_of(page)}});
    CHECK(made.has_value());
    return *made;
}

templates::Catalogue catalogue() {
    const templates::Field a{.name = "a", .says = {}, .required = false};
    const templates::Field b{.name = "b", .says = {}, .required = false};
    const templates::List inner{.name = "n", .says = {}, .required = false, .fields = {a}, .lists = {}};
    return {.kind = "fuzz", .says = {}, .fields = {a, b}, .lists = {{.name = "l", .says = {}, .required = false, .fields = {a, b}, .lists = {inner}}}};
}

templates::Values values() {
    templates::Values all;
    all.fields["a"] = {paper::Run{.text = "x\ny", .language = "zh-Hant-MO", .strong = true}, paper::Run{.text = "z"}};
    templates::Values row = all;
    row.lists["n"] = {all, all};
    all.lists["l"] = {row, row};
    return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView given(data, size);
    const Bytes file = text_of(given).starts_with("PK") ? Bytes(given.begin(), given.end()) : page_of(given);
    static const templates::Catalogue known = catalogue();
    static const templates::Values filling = values();
    const auto faults = templates::check(file, known);
    const auto filled = templates::fill(file, known, filling, "en");
    if (!faults || !faults->empty()) {
        CHECK(!filled.has_value());
        return 0;
    }
    if (!filled) {
        CHECK(filled.error().kind == templates::refusals::too_large);
        return 0;
    }
    const auto again = templates::check(*filled, known);
    CHECK(again.has_value() && again->empty());
    return 0;
}
