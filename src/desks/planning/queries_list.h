#pragma once

#include "desks/planning/queries_form.h"
#include "desks/planning/queries_pieces.h"

// Next year's list as its readers see it: who put what forward, what is agreed, and how the list reads
// beside an earlier plan.
namespace ponte::planning {

struct Looking;  // view.h

struct ListRow {
    ListId list;
    std::uint16_t year = 0;
    PlanId from_plan;
    std::string original;
    std::vector<std::string> required;
    std::uint32_t measures = 0;          // standing
    std::uint32_t not_agreed = 0;        // lines times languages
    std::string state;                   // "open", "adoption_proposed", "adopted"
    std::uint64_t entry = 0;
};
BOOST_DESCRIBE_STRUCT(ListRow, (), (list, year, from_plan, original, required, measures, not_agreed, state, entry))

struct ListsAnswer {
    std::vector<ListRow> lists;
};
BOOST_DESCRIBE_STRUCT(ListsAnswer, (), (lists))

struct ListsQuery {
    static constexpr std::string_view name = "planning.lists";
    using Answer = ListsAnswer;
};
BOOST_DESCRIBE_STRUCT(ListsQuery, (), ())

struct TextShown {
    std::uint64_t entry = 0;
    Instant time;
    BodyId body;
    std::string side;
    std::string text;
    Digest digest;                       // what `agree_wording` names
    std::string comment;
    std::vector<std::string> stand_by_it;  // sides
    std::vector<PieceShown> difference;  // against the proposal before it
};
BOOST_DESCRIBE_STRUCT(TextShown, (), (entry, time, body, side, text, digest, comment, stand_by_it, difference))

struct WordingShown {
    std::string language;
    bool required = false;
    std::string state;                   // "missing", "proposed", "agreed", "stale"
    std::string agreed_text;             // the text that holds, where it is agreed
    std::vector<TextShown> proposals;    // oldest first
    std::vector<TextShown> own_drafts;   // none or one: the reader's side's
};
BOOST_DESCRIBE_STRUCT(WordingShown, (), (language, required, state, agreed_text, proposals, own_drafts))

struct LineShown {
    LineId line;
    std::string kind;
    std::uint16_t area = 0;
    std::uint16_t number = 0;            // of the measure as the list stands now; 0 when it is none
    std::vector<Origin> origins;
    std::string note;
    bool withdrawn = false;
    std::string withdrawal_proposed_by;  // a side, with the reason
    std::string reason;
    std::vector<WordingShown> wordings;  // in the house's order of languages
};
BOOST_DESCRIBE_STRUCT(LineShown, (), (line, kind, area, number, origins, note, withdrawn, withdrawal_proposed_by, reason, wordings))

struct ListAnswer {
    std::vector<ListRow> list;           // one, or none where the reader sees no such list
    std::vector<LineShown> lines;        // title, areas with their measures, then what was withdrawn
    std::vector<std::string> not_agreed; // "line7/pt"
    std::string adoption_proposed_by;    // a side
    Digest form;                         // of the official form as it stands, what `adopt_list` names
};
BOOST_DESCRIBE_STRUCT(ListAnswer, (), (list, lines, not_agreed, adoption_proposed_by, form))

struct ListQuery {
    static constexpr std::string_view name = "planning.list";
    using Answer = ListAnswer;

    ListId list;
};
BOOST_DESCRIBE_STRUCT(ListQuery, (), (list))

// A line of the official form beside the earlier text that it comes from.
struct ComparedRow {
    std::string kind;                    // "title", "area", "measure"
    std::string change;                  // of the paragraph: "same", "added", "removed"
    LineId line;                         // empty where it was removed
    std::string mark;                    // "一、", "12."; of the earlier text where it was removed
    std::string mark_before;
    std::string text;
    std::string state;                   // "agreed", "proposed", "stale", "missing"
    bool compared = false;               // there is an earlier text in this language
    std::vector<PieceShown> pieces;      // of the text, against the earlier one
    BodyId by;                           // who changed it
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ComparedRow, (), (kind, change, line, mark, mark_before, text, state, compared, pieces, by, at))

struct ComparisonAnswer {
    ListId list;
    std::string language;
    PlanId against;
    std::vector<ComparedRow> rows;       // in the order of the official form
    std::uint32_t not_agreed = 0;        // lines whose text is not agreed in this language
    std::uint32_t not_compared = 0;      // lines with an origin whose earlier text is missing in this language
    bool adopted = false;
    std::string text;                    // the official form as plain text
    Digest digest;                       // its SHA-256; of the original language: the plan's file digest
};
BOOST_DESCRIBE_STRUCT(ComparisonAnswer, (), (list, language, against, rows, not_agreed, not_compared, adopted, text, digest))

struct ComparisonQuery {
    static constexpr std::string_view name = "planning.comparison";
    using Answer = ComparisonAnswer;

    ListId list;
    Language language{};
    std::optional<PlanId> against;       // the plan that the list follows, where absent
};
BOOST_DESCRIBE_STRUCT(ComparisonQuery, (), (list, language, against))

[[nodiscard]] ListsAnswer answer(const Looking& looking, const ListsQuery& query);
[[nodiscard]] ListAnswer answer(const Looking& looking, const ListQuery& query);
[[nodiscard]] ComparisonAnswer answer(const Looking& looking, const ComparisonQuery& query);

}  // namespace ponte::planning
