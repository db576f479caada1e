#pragma once

#include "desks/accords/facts.h"
#include "desks/accords/lawful.h"
#include "desks/directory/events.h"

// Questions about instruments: which there are on a day, and one in full with the line of its life. Every answer
// holds on a day (`on`, today where absent) and rests on steps dated up to it.
namespace ponte::accords {

struct Looking;  // view.h

// How something stood on a day. Unknown: `standing` is absent, and what the record leaves possible is listed.
struct Stood {
    std::optional<Standing> standing;
    std::vector<Standing> possible;

    friend bool operator==(const Stood&, const Stood&) = default;
};
BOOST_DESCRIBE_STRUCT(Stood, (), (standing, possible))

struct InstrumentRow {
    InstrumentId instrument;
    InstrumentKind kind{};
    Names names;
    std::vector<NameStatus> name_statuses;
    std::vector<Party> parties;
    Stood stood;
    std::optional<Period> since;          // First day on which it stood so, or the span in which it lies; absent: nothing is recorded by then.
    std::optional<std::int32_t> days;     // Elapsed from the last day of `since` to the day asked about: 0 on the first day.
    std::optional<StepKind> last_step;    // Of those sure to have been taken by the day.
    std::optional<Period> last_step_date;
    std::string text_reference;
    Confidence confidence{};              // The best of its sources.
    bool live = false;
    Stage stage{};
    BodyId body;
    std::uint64_t entry = 0;              // That states the record as it holds.
};
BOOST_DESCRIBE_STRUCT(InstrumentRow, (), (instrument, kind, names, name_statuses, parties, stood, since, days, last_step, last_step_date,
                                          text_reference, confidence, live, stage, body, entry))

struct InstrumentsAnswer {
    Date on;
    std::vector<InstrumentRow> instruments;  // In order of their ids.
};
BOOST_DESCRIBE_STRUCT(InstrumentsAnswer, (), (on, instruments))

// An instrument whose standing is unknown is listed under every standing that is possible.
struct InstrumentsQuery {
    static constexpr std::string_view name = "accords.instruments";
    using Answer = InstrumentsAnswer;

    std::optional<Date> on;
    std::vector<InstrumentKind> kinds;           // Empty: all.
    std::optional<JurisdictionId> partner;       // A party.
    std::optional<directory::SetId> partners;    // A party other than Macao is in the set on that day.
    std::optional<Standing> standing;
    std::optional<BodyId> body;
    std::optional<bool> live;
};
BOOST_DESCRIBE_STRUCT(InstrumentsQuery, (), (on, kinds, partner, partners, standing, body, live))

struct StepRow {
    std::uint16_t number = 0;
    StepKind step{};
    std::optional<JurisdictionId> party;
    Period date;
    std::optional<std::int32_t> days_since_last;  // Since the step before it, where both days are known.
    bool unverified = false;
    bool retroactive = false;
    bool withdrawn = false;
    bool ahead = false;                           // Known already, but only to come on the day asked about.
    std::vector<StepKind> earlier_unknown;
    std::string signatory;
    std::string document;
    std::optional<InstrumentId> by;
    std::optional<Date> until;
    std::string note;
    Evidence evidence;
    std::vector<Evidence> other_evidence;         // Of sources that give another day,
    std::vector<Period> other_dates;              // which stands here in the same place.
    std::vector<Period> former_dates;             // As recorded before corrections,
    std::vector<std::string> former_reasons;      // and why they hold no more.
    Stage stage{};
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(StepRow, (), (number, step, party, date, days_since_last, unverified, retroactive, withdrawn, ahead, earlier_unknown, signatory,
                                    document, by, until, note, evidence, other_evidence, other_dates, former_dates, former_reasons, stage, entry))

// Days on which it stood alike.
struct LifeRow {
    Stood stood;
    Date from;
    std::optional<Date> to;  // The last day; absent: so still on the day asked about.
    std::int32_t days = 0;   // Elapsed from `from` to the day after `to`, or to the day asked about: of the last one as in InstrumentRow.
};
BOOST_DESCRIBE_STRUCT(LifeRow, (), (stood, from, to, days))

// What may be done next and what it still lacks, with the source of the rule.
struct NextRow {
    StepKind step{};
    std::vector<StepKind> missing;
    std::vector<JurisdictionId> parties;  // Whose step is not there yet, of a step that each takes.
    std::string source;                   // Of the rule behind the first missing paper.
    std::optional<Basis> basis;
};
BOOST_DESCRIBE_STRUCT(NextRow, (), (step, missing, parties, source, basis))

struct EffectRow {
    JurisdictionId place;
    std::optional<Period> by_clause;
    std::string clause;
    std::optional<Period> recorded;
    std::optional<std::int32_t> difference_days;  // Recorded less computed, where both are days.
};
BOOST_DESCRIBE_STRUCT(EffectRow, (), (place, by_clause, clause, recorded, difference_days))

struct RecordRow {
    std::uint16_t version = 0;
    InstrumentRecord record;
    std::string reason;
    Instant recorded;
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(RecordRow, (), (version, record, reason, recorded, entry))

struct ComputedDates {
    std::optional<Period> signed_by_all;
    std::optional<Period> force_by_clause;
    std::optional<Period> force_recorded;
    std::optional<std::int32_t> force_difference_days;     // Recorded less computed.
    std::optional<std::int32_t> signature_to_force_days;   // From the last party's signature.
    std::optional<std::int32_t> text_lag_days;             // From the last signature to the text in the gazette.
    std::optional<std::int32_t> force_lag_days;            // From the entry into force to its notice.
    std::optional<Period> last_day_of_term;
};
BOOST_DESCRIBE_STRUCT(ComputedDates, (), (signed_by_all, force_by_clause, force_recorded, force_difference_days, signature_to_force_days,
                                          text_lag_days, force_lag_days, last_day_of_term))

struct InstrumentShown {
    InstrumentRow row;
    Way way{};
    std::vector<RecordRow> records;   // The last one holds.
    std::vector<StepRow> steps;       // In order of their days, then of recording.
    std::vector<LifeRow> life;
    ComputedDates dates;
    std::vector<EffectRow> effects;
    std::vector<NextRow> next;        // Empty once it has ended.
    std::vector<InstrumentId> amended_by;
    std::vector<InstrumentId> replaced_by;
    std::vector<InstrumentId> foreseen_here;  // Those under it.
    std::vector<BodyId> concerned;    // For the bodies concerned alone.
};
BOOST_DESCRIBE_STRUCT(InstrumentShown, (), (row, way, records, steps, life, dates, effects, next, amended_by, replaced_by, foreseen_here, concerned))

struct InstrumentAnswer {
    Date on;
    std::optional<InstrumentShown> instrument;  // Absent: there is none that the reader may see.
};
BOOST_DESCRIBE_STRUCT(InstrumentAnswer, (), (on, instrument))

struct InstrumentQuery {
    static constexpr std::string_view name = "accords.instrument";
    using Answer = InstrumentAnswer;

    InstrumentId instrument;
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(InstrumentQuery, (), (instrument, on))

struct RuleRow {
    std::optional<Way> way;  // Absent: every way.
    StepKind step{};
    StepKind paper{};
    std::uint8_t group = 0;  // Above 0: one paper of the group is enough.
    Basis basis{};
    std::string source;
};
BOOST_DESCRIBE_STRUCT(RuleRow, (), (way, step, paper, group, basis, source))

struct RulesAnswer {
    std::vector<RuleRow> rules;
};
BOOST_DESCRIBE_STRUCT(RulesAnswer, (), (rules))

// The table of papers by which steps are refused.
struct RulesQuery {
    static constexpr std::string_view name = "accords.rules";
    using Answer = RulesAnswer;

    std::optional<Way> way;
};
BOOST_DESCRIBE_STRUCT(RulesQuery, (), (way))

// ---- The negotiation file, for the bodies concerned ---------------------------------------------------------

struct PositionRow {
    JurisdictionId party;
    std::optional<Stance> stance;  // To the last version; absent: none stated.
    std::string text;
    std::optional<Date> date;
};
BOOST_DESCRIBE_STRUCT(PositionRow, (), (party, stance, text, date))

struct ArticleRow {
    std::string article;
    std::uint16_t version = 0;
    Date date;
    std::uint16_t round = 0;
    JurisdictionId proposed_by;
    std::vector<DraftText> texts;
    std::vector<Language> missing;  // Languages of the house in which nobody has written it.
    std::string note;
    ArticleMark mark{};
    std::string reason;
    std::vector<PositionRow> positions;  // One a party.
};
BOOST_DESCRIBE_STRUCT(ArticleRow, (), (article, version, date, round, proposed_by, texts, missing, note, mark, reason, positions))

struct RoundRow {
    std::uint16_t round = 0;
    Period date;
    std::string place;
    std::string note;
    Evidence evidence;
};
BOOST_DESCRIBE_STRUCT(RoundRow, (), (round, date, place, note, evidence))

struct PenRow {
    JurisdictionId holder;
    Date since;
    std::int32_t days = 0;
    std::optional<Date> due;
    bool overdue = false;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(PenRow, (), (holder, since, days, due, overdue, note))

struct FileShown {
    std::vector<RoundRow> rounds;
    std::vector<ArticleRow> articles;
    std::vector<std::string> open;  // Articles neither agreed nor dropped.
    std::optional<PenRow> pen;
};
BOOST_DESCRIBE_STRUCT(FileShown, (), (rounds, articles, open, pen))

struct FileAnswer {
    Date on;
    std::optional<FileShown> file;  // Absent: none, or not the reader's.
};
BOOST_DESCRIBE_STRUCT(FileAnswer, (), (on, file))

struct FileQuery {
    static constexpr std::string_view name = "accords.file";
    using Answer = FileAnswer;

    InstrumentId instrument;
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(FileQuery, (), (instrument, on))

struct ArticleHistoryAnswer {
    std::vector<ArticleRow> versions;  // Each with the positions stated on it.
};
BOOST_DESCRIBE_STRUCT(ArticleHistoryAnswer, (), (versions))

struct ArticleHistoryQuery {
    static constexpr std::string_view name = "accords.article_history";
    using Answer = ArticleHistoryAnswer;

    InstrumentId instrument;
    std::string article;
};
BOOST_DESCRIBE_STRUCT(ArticleHistoryQuery, (), (instrument, article))

[[nodiscard]] InstrumentsAnswer answer(const Looking& looking, const InstrumentsQuery& query);
[[nodiscard]] InstrumentAnswer answer(const Looking& looking, const InstrumentQuery& query);
[[nodiscard]] RulesAnswer answer(const Looking& looking, const RulesQuery& query);
[[nodiscard]] FileAnswer answer(const Looking& looking, const FileQuery& query);
[[nodiscard]] ArticleHistoryAnswer answer(const Looking& looking, const ArticleHistoryQuery& query);

}  // namespace ponte::accords
