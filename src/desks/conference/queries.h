#pragma once

#include "desks/conference/queries_comparison.h"
#include "desks/conference/queries_partners.h"

// Questions to the conference desk. Each is answered from a Seen: what the reader may see, and no more.
namespace ponte::conference {


// Everything of a plan for an audience; the asker's own sight bounds it (house/query_codec).
struct DossierQuery {
    static constexpr std::string_view name = "conference.dossier";
    using Answer = DossierAnswer;

    PlanId plan;
    std::optional<Date> as_at;
};
BOOST_DESCRIBE_STRUCT(DossierQuery, (), (plan, as_at))

struct MeasureAnswer {
    std::vector<MeasureShown> measures;  // one, or none where there is no such measure
};
BOOST_DESCRIBE_STRUCT(MeasureAnswer, (), (measures))

struct MeasureQuery {
    static constexpr std::string_view name = "conference.measure";
    using Answer = MeasureAnswer;

    PlanId plan;
    std::uint16_t measure = 0;
    std::optional<Date> as_at;
};
BOOST_DESCRIBE_STRUCT(MeasureQuery, (), (plan, measure, as_at))

struct StatusRow {
    std::uint16_t measure = 0;
    IndicatorId indicator;
    Names names;
    std::string status;
    std::string now;
    std::string period;
    std::string expected;
    std::string badge;
};
BOOST_DESCRIBE_STRUCT(StatusRow, (), (measure, indicator, names, status, now, period, expected, badge))

struct StatusAnswer {
    Date as_at;
    std::vector<StatusRow> indicators;
};
BOOST_DESCRIBE_STRUCT(StatusAnswer, (), (as_at, indicators))

// How every indicator of a plan stands.
struct StatusQuery {
    static constexpr std::string_view name = "conference.status";
    using Answer = StatusAnswer;

    PlanId plan;
    std::optional<Date> as_at;
};
BOOST_DESCRIBE_STRUCT(StatusQuery, (), (plan, as_at))

struct ItemRow {
    ItemId item;
    std::string series;
    std::string says;         // the number as published, or the action
    std::string period;
    BodyId body;
    std::string stage;
    std::string verdict;
    std::uint64_t entry = 0;
    bool withdrawn = false;
};
BOOST_DESCRIBE_STRUCT(ItemRow, (), (item, series, says, period, body, stage, verdict, entry, withdrawn))

struct ItemsAnswer {
    std::vector<ItemRow> items;
};
BOOST_DESCRIBE_STRUCT(ItemsAnswer, (), (items))

// Observations and actions; `text` searches in what they say, folded over scripts and accents.
struct ItemsQuery {
    static constexpr std::string_view name = "conference.items";
    using Answer = ItemsAnswer;

    std::optional<std::string> series;
    std::optional<Stage> stage;
    std::optional<BodyId> body;
    std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(ItemsQuery, (), (series, stage, body, text))

struct QueueAnswer {
    std::vector<ItemRow> to_sign_off;   // internal, of the reader's body
    std::vector<ItemRow> to_verify;     // signed off, by another body, without a verdict
    std::vector<ItemRow> questioned;    // of the reader's body
};
BOOST_DESCRIBE_STRUCT(QueueAnswer, (), (to_sign_off, to_verify, questioned))

// What waits for the reader's body.
struct QueueQuery {
    static constexpr std::string_view name = "conference.queue";
    using Answer = QueueAnswer;
};
BOOST_DESCRIBE_STRUCT(QueueQuery, (), ())

struct YearsAnswer {
    Date as_at;
    std::vector<YearShown> years;
    std::uint32_t unmet_at_least = 0;
    std::vector<std::uint16_t> unmet_among;
};
BOOST_DESCRIBE_STRUCT(YearsAnswer, (), (as_at, years, unmet_at_least, unmet_among))

// The yearly duty "at least one regular meeting", year by year.
struct YearsQuery {
    static constexpr std::string_view name = "conference.years";
    using Answer = YearsAnswer;

    PlanId plan;
    std::optional<Date> as_at;
};
BOOST_DESCRIBE_STRUCT(YearsQuery, (), (plan, as_at))

struct PlanRow {
    PlanId plan;
    std::uint16_t year = 0;
    std::string title;
    std::string language;
    std::string status;
    Digest file;
    std::uint32_t measures = 0;
    std::uint32_t corrections = 0;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(PlanRow, (), (plan, year, title, language, status, file, measures, corrections, entry))

struct PlansAnswer {
    std::vector<PlanRow> plans;
};
BOOST_DESCRIBE_STRUCT(PlansAnswer, (), (plans))

struct PlansQuery {
    static constexpr std::string_view name = "conference.plans";
    using Answer = PlansAnswer;
};
BOOST_DESCRIBE_STRUCT(PlansQuery, (), ())

struct WordingShown {
    std::uint64_t entry = 0;
    std::string text;
    std::vector<std::string> duties;
};
BOOST_DESCRIBE_STRUCT(WordingShown, (), (entry, text, duties))

struct WordingsAnswer {
    std::vector<WordingShown> wordings;  // oldest first; the last one holds
    bool dropped = false;
};
BOOST_DESCRIBE_STRUCT(WordingsAnswer, (), (wordings, dropped))

// Every wording a measure has had: a correction keeps the old.
struct WordingsQuery {
    static constexpr std::string_view name = "conference.wordings";
    using Answer = WordingsAnswer;

    PlanId plan;
    std::uint16_t measure = 0;
};
BOOST_DESCRIBE_STRUCT(WordingsQuery, (), (plan, measure))

using Query = std::variant<DossierQuery, MeasureQuery, StatusQuery, ItemsQuery, QueueQuery, YearsQuery, PlansQuery, WordingsQuery, PartnersQuery>;

[[nodiscard]] DossierAnswer answer(const Seen& seen, const DossierQuery& query, Date today);
[[nodiscard]] MeasureAnswer answer(const Seen& seen, const MeasureQuery& query, Date today);
[[nodiscard]] StatusAnswer answer(const Seen& seen, const StatusQuery& query, Date today);
[[nodiscard]] ItemsAnswer answer(const Seen& seen, const ItemsQuery& query, Date today);
[[nodiscard]] QueueAnswer answer(const Seen& seen, const QueueQuery& query, Date today);
[[nodiscard]] YearsAnswer answer(const Seen& seen, const YearsQuery& query, Date today);
[[nodiscard]] PlansAnswer answer(const Seen& seen, const PlansQuery& query, Date today);
[[nodiscard]] WordingsAnswer answer(const Seen& seen, const WordingsQuery& query, Date today);

}  // namespace ponte::conference
