#include "adapters/accords_coverage/accords_coverage.h"

#include <gtest/gtest.h>

#include <sstream>

namespace ponte::accords_coverage {
namespace {

using namespace accords;  // NOLINT: the desk's words

CoverageCell cell_of(InstrumentKind kind, Stood stood, std::optional<Period> since, std::string id = "any") {
    return {.partner = JurisdictionId("PT"), .kind = kind, .reach = Reach::in_force, .at_least = Reach::in_force, .at_most = Reach::in_force,
            .instrument = InstrumentId(std::move(id)), .stood = std::move(stood), .since = since, .instruments = 1, .in_force = 1, .others = {}, .contradicted = false};
}

// Every kind with every standing, and one cell that nobody knows.
CoverageAnswer everything() {
    CoverageAnswer all{.on = *Date::from_text("2026-06-01"), .set = directory::SetId("psc"), .set_kind = {}, .partners = {JurisdictionId("PT"), JurisdictionId("ZW")},
                       .kinds = {}, .cells = {}, .gaps = {}, .by_kind = {}};
    std::vector<Standing> standings;
    for_each_enumerator<Standing>([&](std::string_view, Standing one) { standings.push_back(one); });
    for_each_enumerator<InstrumentKind>([&](std::string_view, InstrumentKind kind) {
        all.cells.push_back(cell_of(kind, {.standing = standings[all.kinds.size() % standings.size()], .possible = {}}, Period::from_text("2012")));
        all.kinds.push_back(kind);
        all.by_kind.push_back({.kind = kind, .in_force = 1, .unknown = 1, .partners = 2, .share = "50.0", .instruments = 2, .instruments_in_force = 1});
    });
    all.cells[0] = cell_of(all.kinds[0], {.standing = {}, .possible = {Standing::signed_by_all, Standing::in_procedure, Standing::in_force}}, {});
    all.cells[1].since = Period{*Date::from_ymd(1900, 1, 1), *Date::from_text("2023-11-30")};
    CoverageCell& ties = all.cells[13];
    ties.instruments = 3;
    ties.in_force = 1;
    ties.others = {InstrumentId("tie.pt.porto"), InstrumentId("tie.pt.coimbra.and.a.very.long.name.besides"), InstrumentId("tie.pt.another.of.a.very.long.name")};
    ties.contradicted = true;
    for (const InstrumentKind kind : all.kinds) {
        all.cells.push_back({.partner = JurisdictionId("ZW"), .kind = kind, .reach = Reach::none, .at_least = Reach::none, .at_most = Reach::none, .instrument = {},
                             .stood = {}, .since = {}, .instruments = 0, .in_force = 0, .others = {}, .contradicted = false});
    }
    return all;
}

directory::Jurisdictions portugal() {
    directory::Jurisdictions known;
    known.by_id[JurisdictionId("PT")] = {.zh_hant = "葡萄牙", .zh_hans = "葡萄牙", .pt = "Portugal", .en = "Portugal"};
    return known;
}

TEST(CoverageText, HasWordsInEachLanguageAndNoLineOverTheEdge) {
    for (const Language language : languages) {
        const std::string text = text_of(everything(), portugal(), language);
        EXPECT_EQ(text.find('['), std::string::npos) << text;
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), columns_max) << line;
    }
}

TEST(CoverageText, NamesThePartnerTheStateAndEveryTie) {
    const std::string text = text_of(everything(), portugal(), Language::en);
    EXPECT_NE(text.find("\nPortugal (PT)\n"), std::string::npos) << text;
    EXPECT_NE(text.find("\nZW\n  nothing recorded\n"), std::string::npos) << text;
    EXPECT_NE(text.find("not known: signed by all / in internal procedure / in force"), std::string::npos) << text;
    EXPECT_NE(text.find("3 instruments · 1 of them in force · tie.pt.porto"), std::string::npos) << text;
    EXPECT_NE(text.find("sources give different days"), std::string::npos) << text;
    EXPECT_NE(text.find("since 2012"), std::string::npos) << text;
    EXPECT_NE(text.find(", since 2023-11-30 at the latest"), std::string::npos) << text;
    EXPECT_EQ(text.find("1900"), std::string::npos) << text;
}

TEST(CoverageText, AgreesInNumber) {
    CoverageAnswer one = everything();
    one.partners.resize(1);
    for (CoverageOfKind& kind : one.by_kind) kind.instruments = 1;
    const std::string text = text_of(one, portugal(), Language::en);
    EXPECT_EQ(text.find("1 instruments"), std::string::npos) << text;
    EXPECT_EQ(text.find("1 partners"), std::string::npos) << text;
    EXPECT_EQ(text_of(one, portugal(), Language::pt).find("1 instrumentos"), std::string::npos);
}

TEST(CoverageText, CountsAHanCharacterAsTwoColumns) {
    EXPECT_EQ(columns_of("abc"), 3U);
    EXPECT_EQ(columns_of("Díli · x"), 8U);
    EXPECT_EQ(columns_of("澳門，"), 6U);
}

}  // namespace
}  // namespace ponte::accords_coverage
