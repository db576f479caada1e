// duties: what the plan asks for, clause by clause, and how far this program carries it out. The unit of
// completion is the duty; evidence that is only recorded is never called carried out.

#include "adapters/csv/csv.h"
#include "adapters/plan_text/plan_text.h"
#include "cli/commands.h"
#include "cli/voice.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace ponte::cli {

namespace {

struct StateOfADuty {
    std::string_view code;
    std::string_view says;
    std::string_view means;
};

constexpr std::array<StateOfADuty, 3> states{{
    {"carried_out", "carried out", "a command decides or does it here"},
    {"recorded", "recorded", "evidence is kept, with its source; the work itself is done elsewhere"},
    {"not_yet", "not yet", "nothing here does it, and no evidence of it has been recorded in the demonstration"},
}};

constexpr std::array<std::string_view, 6> heads{"measure", "duty", "state", "command", "test", "note"};

struct Duty {
    std::string number;  // "22.1"
    std::string text;
    const StateOfADuty* state = nullptr;
    const csv::Row* row = nullptr;
};

std::string place_of(const csv::Row& row) { return "data/duties.csv, line " + std::to_string(row.line); }

// A duty of the plan without a row, and a row without a duty, are both refused: the table is whole or not printed.
Outcome<std::vector<Duty>> join(const plan_text::Plan& plan, const csv::Table& table) {
    if (!std::ranges::equal(table.heads, heads)) return refuse(refusals::value_unreadable, "heads", "data/duties.csv, line 1");
    std::vector<Duty> duties;
    for (const plan_text::Area& area : plan.areas) {
        for (const plan_text::Measure& measure : area.measures) {
            for (std::size_t i = 0; i < measure.duties.size(); ++i) {
                const std::string number = std::to_string(measure.number) + "." + std::to_string(i + 1);
                if (duties.size() >= table.rows.size()) return refuse(refusals::value_unreadable, number + " has no row", "data/duties.csv");
                const csv::Row& row = table.rows[duties.size()];
                if (row.cells[0] + "." + row.cells[1] != number) return refuse(refusals::value_unreadable, "not " + number, place_of(row));
                const auto* const state = std::ranges::find(states, row.cells[2], &StateOfADuty::code);
                if (state == states.end()) return refuse(refusals::value_unreadable, row.cells[2], place_of(row));
                duties.push_back({.number = number, .text = measure.duties[i].text, .state = state, .row = &row});
            }
        }
    }
    if (duties.size() != table.rows.size()) return refuse(refusals::value_unreadable, "no such duty", place_of(table.rows[duties.size()]));
    return duties;
}

std::string in_code_marks(const std::string& list) {
    std::string out;
    for (std::size_t from = 0; from < list.size();) {
        const std::size_t to = std::min(list.find("; ", from), list.size());
        out += (out.empty() ? "`" : ", `") + list.substr(from, to - from) + "`";
        from = to + 2;
    }
    return out;
}

void print(const std::vector<Duty>& duties) {
    std::printf("# Duties\n\nWritten by `ponte duties` from `data/duties.csv` and the plan in our own words; do not edit it by hand.\n"
                "A duty is one clause of a measure.\n\n| State | Meaning | Duties |\n|---|---|---|\n");
    for (const StateOfADuty& state : states) {
        const auto many = std::ranges::count(duties, &state, &Duty::state);
        std::printf("| %s | %s | %td |\n", state.says.data(), state.means.data(), many);
    }
    std::printf("\n| Duty | What it asks | By | State | Shown by | Note |\n|---|---|---|---|---|---|\n");
    for (const Duty& duty : duties) {
        std::printf("| %s | %s | %s | %s | %s | %s |\n", duty.number.c_str(), duty.text.c_str(), in_code_marks(duty.row->cells[3]).c_str(),
                    duty.state->says.data(), in_code_marks(duty.row->cells[4]).c_str(), duty.row->cells[5].c_str());
    }
}

}  // namespace

int duties_command(const Arguments& arguments) {
    const char* named = std::getenv("PONTE_DATA");
    const std::string data = named != nullptr ? named : PONTE_SOURCE_DIR "/data";
    const auto words = read_file(data + "/plans/own-words-2020.en.txt", plan_text::bytes_max);
    if (!words) return say(words.error(), arguments);
    const auto plan = plan_text::read(view_of(*words), "own-words-2020.en.txt");
    if (!plan) return say(plan.error(), arguments);
    const auto rows = read_file(data + "/duties.csv", csv::bytes_max);
    if (!rows) return say(rows.error(), arguments);
    const auto table = csv::read(view_of(*rows));
    if (!table) return say(table.error(), arguments);
    const auto duties = join(*plan, *table);
    if (!duties) return say(duties.error(), arguments);
    print(*duties);
    return exit_done;
}

}  // namespace ponte::cli
