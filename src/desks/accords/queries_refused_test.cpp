#include "desks/accords/queries_refused.h"

#include "desks/accords/partners_sample.h"

namespace ponte::accords {
namespace {

struct Asking {
    Desk desk;

    Asking() {
        directory::JurisdictionSet bri{.names = english("bri"), .kind = directory::SetKind::users_own, .note = {}, .source = {}, .members = {}};
        desk.jurisdictions.sets[directory::SetId("bri")] = bri;
        bri.members.push_back({.jurisdiction = place("MO"), .from = {}, .to = {}, .source = {}});
        desk.jurisdictions.sets[directory::SetId("ourselves")] = bri;
    }
    template <class Query>
    [[nodiscard]] std::string said(const Query& query) const {
        const auto no = refusal_of(Looking{.accords = desk.state, .jurisdictions = desk.jurisdictions, .reader = everybody(), .now = desk.now}, query);
        return no ? std::string(no->kind.code) + " " + no->subject + " " + no->place : "";
    }
};

// Each question with a partner; what it says of one, with the place where the question names it.
template <class Query>
std::string asked_of(const Asking& asking, std::string_view partner) {
    Query query{};
    query.partner = place(partner);
    return asking.said(query);
}

TEST(Questions, AboutNobodyAreRefusedWithTheirField) {
    const Asking asking;
    const std::string unknown = "accords.place_unknown ZZ /partner";
    const std::string ourselves = "accords.partner_is_macao MO /partner";
    EXPECT_EQ(asked_of<WhichCoversQuery>(asking, "ZZ"), unknown);
    EXPECT_EQ(asked_of<MayExchangeQuery>(asking, "ZZ"), unknown);
    EXPECT_EQ(asked_of<RequestsQuery>(asking, "ZZ"), unknown);
    EXPECT_EQ(asked_of<RequestStatisticsQuery>(asking, "ZZ"), unknown);
    EXPECT_EQ(asked_of<InstrumentsQuery>(asking, "ZZ"), unknown);
    EXPECT_EQ(asked_of<ListingsQuery>(asking, "ZZ"), unknown);
    EXPECT_EQ(asked_of<PartnerRecordsQuery>(asking, "ZZ"), unknown);
    EXPECT_EQ(asked_of<WhichCoversQuery>(asking, "MO"), ourselves);
    EXPECT_EQ(asked_of<MayExchangeQuery>(asking, "MO"), ourselves);
    EXPECT_EQ(asked_of<RequestsQuery>(asking, "MO"), ourselves);
    EXPECT_EQ(asked_of<RequestStatisticsQuery>(asking, "MO"), ourselves);
    EXPECT_EQ(asked_of<InstrumentsQuery>(asking, "MO"), "") << "a party to all of its own";
    EXPECT_EQ(asked_of<ListingsQuery>(asking, "MO"), "") << "a member of its own";
    EXPECT_EQ(asked_of<MayExchangeQuery>(asking, "KR"), "");
    EXPECT_EQ(asked_of<WhichCoversQuery>(asking, ""), "accords.place_unknown  /partner");
    NextPartnerQuery next{};
    next.kinds = {InstrumentKind::surrender};
    next.partners = {place("KR"), place("XX")};
    EXPECT_EQ(asking.said(next), "accords.place_unknown XX /partners/1");
    next.partners = {place("MO")};
    EXPECT_EQ(asking.said(next), "accords.partner_is_macao MO /partners/0");
    CoverageQuery coverage{};
    coverage.partners = {place("XX")};
    EXPECT_EQ(asking.said(coverage), "accords.place_unknown XX /partners/0");
}

TEST(Questions, ForASetWithoutMembersAreRefused) {
    const Asking asking;
    const auto coverage = [&](std::string_view set, std::string_view on) {
        CoverageQuery query{};
        query.set = directory::SetId(std::string(set));
        query.on = day(on);
        return asking.said(query);
    };
    EXPECT_EQ(coverage("nosuch", "2026-01-01"), "accords.set_unknown nosuch /set");
    EXPECT_EQ(coverage("bri", "2026-01-01"), "accords.set_empty bri /set");
    EXPECT_EQ(coverage("ourselves", "2026-01-01"), "accords.set_empty ourselves /set");
    EXPECT_EQ(coverage("psc", "2026-01-01"), "");
    NextPartnerQuery next{};
    next.set = directory::SetId("bri");
    EXPECT_EQ(asking.said(next), "accords.set_empty bri /set");
    EXPECT_EQ(asking.said(MeasureFiguresQuery{.span = span("2020"), .set = directory::SetId("nosuch")}), "accords.set_unknown nosuch /set");
    FiguresQuery figures{};
    figures.partners = directory::SetId("bri");
    EXPECT_EQ(asking.said(figures), "accords.set_empty bri /partners");
    InstrumentsQuery instruments{};
    instruments.partners = directory::SetId("nosuch");
    EXPECT_EQ(asking.said(instruments), "accords.set_unknown nosuch /partners");
    EXPECT_EQ(asking.said(CountsQuery{}), "");
}

}  // namespace
}  // namespace ponte::accords
