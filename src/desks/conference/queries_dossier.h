#pragma once

#include "desks/conference/queries_proof.h"

// The dossier as values: everything that a paper of it says, for one audience, at one position. The
// papers (DOCX, HTML, PDF) and the JSON are drawn from this and from nothing else.
namespace ponte::conference {

struct TextIn {
    Language language{};
    std::string text;              // empty: missing in this language
    std::vector<std::string> parts;
    std::string status;            // "official", "reference", "machine_converted", "missing"
    bool stale = false;            // the text it translates has changed since
};
BOOST_DESCRIBE_STRUCT(TextIn, (), (language, text, parts, status, stale))

struct ObservationShown {
    ItemId item;
    std::uint64_t entry = 0;
    std::string as_published;
    std::string value;
    std::string period;
    Date period_end;
    std::string source_url;
    std::string source_title;
    std::string badge;
    std::string stage;
    std::string verdict;           // "", "accepted", "questioned", "refused"
    std::string verdict_reason;
    std::string verdict_by;        // body
    bool asserted = false;         // sign-off or verdict was asserted, not signed in
    bool withdrawn = false;
    std::string withdrawn_reason;
    bool counts = false;           // the present figure rests on it
    BodyId body;
};
BOOST_DESCRIBE_STRUCT(ObservationShown, (), (item, entry, as_published, value, period, period_end, source_url, source_title, badge, stage, verdict, verdict_reason, verdict_by, asserted, withdrawn, withdrawn_reason, counts, body))

struct PointShown {
    Date date;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(PointShown, (), (date, value))

struct SaidShown {
    std::uint64_t entry = 0;
    std::string by;
    std::string body;
    std::string value;             // a status class, or the forecast value
    std::string for_date;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SaidShown, (), (entry, by, body, value, for_date, reason))

struct IndicatorShown {
    IndicatorId indicator;
    std::uint64_t entry = 0;       // of its definition
    std::uint16_t version = 0;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    Names names;
    Names units;
    std::string kind;
    std::string fold;
    std::string status;
    Figure now;
    Figure before;
    Figure expected;
    Figure status_figure;
    std::string trajectory_badge;
    std::vector<PointShown> trajectory;
    QualityStatements statements;
    std::uint32_t papers = 0;
    std::uint32_t accepted = 0;
    std::uint32_t changed_since_accepted = 0;
    std::vector<SaidShown> overrides;   // none or one: the last the reader may see
    std::vector<SaidShown> forecasts;
    std::vector<SaidShown> judgements;
    std::vector<ObservationShown> observations;  // in order of period end
};
BOOST_DESCRIBE_STRUCT(IndicatorShown, (), (indicator, entry, version, measure, duty, names, units, kind, fold, status, now, before, expected, status_figure, trajectory_badge, trajectory, statements, papers, accepted, changed_since_accepted, overrides, forecasts, judgements, observations))

struct ActionShown {
    ItemId item;
    std::uint64_t entry = 0;
    std::uint16_t duty = 0;
    Date on;
    Names texts;
    std::string source_url;
    std::string source_title;
    std::string badge;
    std::string stage;
    std::string verdict;
    BodyId body;
};
BOOST_DESCRIBE_STRUCT(ActionShown, (), (item, entry, duty, on, texts, source_url, source_title, badge, stage, verdict, body))

struct BodyShown {
    BodyId body;
    std::string role;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(BodyShown, (), (body, role, note))

struct MilestoneShown {
    MilestoneId milestone;
    std::uint64_t entry = 0;
    std::uint16_t measure = 0;
    std::uint16_t duty = 0;
    Names names;
    Date due;
    std::optional<Date> reached;
    bool overdue = false;
    std::string badge;
};
BOOST_DESCRIBE_STRUCT(MilestoneShown, (), (milestone, entry, measure, duty, names, due, reached, overdue, badge))

struct MeasureShown {
    std::uint16_t number = 0;
    std::uint16_t area = 0;
    std::uint64_t entry = 0;       // of the wording that holds
    std::uint32_t wordings = 0;
    std::vector<TextIn> texts;     // the original first, then the others that exist
    std::vector<std::string> jurisdiction_sets;
    std::vector<std::string> bodies_named;
    std::vector<OwedNumber> owed_numbers;
    std::uint64_t bytes_from = 0;
    std::uint64_t bytes_to = 0;
    std::uint32_t line_from = 0;
    std::uint32_t line_to = 0;
    std::vector<BodyShown> bodies;
    std::vector<ActionShown> actions;
    std::vector<IndicatorShown> indicators;
    std::vector<MilestoneShown> milestones;
    std::vector<std::uint16_t> duties_without_evidence;
};
BOOST_DESCRIBE_STRUCT(MeasureShown, (), (number, area, entry, wordings, texts, jurisdiction_sets, bodies_named, owed_numbers, bytes_from, bytes_to, line_from, line_to, bodies, actions, indicators, milestones, duties_without_evidence))

struct SessionShown {
    std::uint16_t number = 0;
    std::uint64_t entry = 0;
    std::optional<Date> on;
    Date not_before;
    Date not_after;
    std::string place;
    std::string form;
    std::string principals;
    std::string source_url;
    std::string badge;
};
BOOST_DESCRIBE_STRUCT(SessionShown, (), (number, entry, on, not_before, not_after, place, form, principals, source_url, badge))

struct YearShown {
    std::uint16_t year = 0;
    std::string state;
    std::vector<std::uint16_t> sessions;
};
BOOST_DESCRIBE_STRUCT(YearShown, (), (year, state, sessions))

struct DossierAnswer {
    PlanId plan;
    std::uint16_t year = 0;
    Digest file;                   // SHA-256 of the plan's file
    std::uint64_t entry = 0;       // of the import
    std::string plan_status;       // official, or reference (our own words)
    std::string source;
    Audience audience{};
    Date as_at;
    std::vector<TextIn> titles;    // parts: area titles
    std::vector<AreaStated> areas;
    std::vector<MeasureShown> measures;
    std::vector<SessionShown> sessions;
    std::vector<YearShown> years;
    std::uint32_t unmet_at_least = 0;
    std::vector<std::uint16_t> unmet_among;
    std::vector<Figure> figures;
    std::optional<std::uint64_t> frozen;  // the newest freezing of this plan and audience, by its entry
};
BOOST_DESCRIBE_STRUCT(DossierAnswer, (), (plan, year, file, entry, plan_status, source, audience, as_at, titles, areas, measures, sessions, years, unmet_at_least, unmet_among, figures, frozen))

[[nodiscard]] DossierAnswer dossier_of(const Seen& seen, const PlanId& plan, Audience audience, Date as_at);
[[nodiscard]] std::vector<TextIn> titles_shown(const Plan& plan);  // the original first; parts: area titles
[[nodiscard]] SessionShown session_shown(const Session& session);
[[nodiscard]] MeasureShown measure_shown(const Seen& seen, const PlanId& plan, std::uint16_t number, Date as_at);
[[nodiscard]] IndicatorShown indicator_shown(const Seen& seen, const IndicatorDefined& definition, Date as_at);

}  // namespace ponte::conference
