// What changed since the last session: the values of problems and decisions, and the chapter of the dossier.
#include "adapters/dossier/changes.h"

#include "adapters/dossier/writer.h"

#include <map>

namespace ponte::dossier {

using paper::Line;

BusinessCompared compared(const Business& before, const Business& after) {
    BusinessCompared all;
    std::map<meetings::ProblemId, std::string> problems;
    for (const meetings::ProblemShown& one : before.problems) problems[one.problem] = name_of(one.state);
    for (const meetings::ProblemShown& one : after.problems) {
        const auto earlier = problems.find(one.problem);
        const std::string then = earlier == problems.end() ? "" : earlier->second;
        if (then == name_of(one.state)) continue;
        all.problems.push_back({.problem = one.problem,
                                .titles = one.titles,
                                .severity = std::string(name_of(one.severity)),
                                .before = then,
                                .after = std::string(name_of(one.state)),
                                .due = one.due,
                                .entry = one.entry});
    }
    std::map<meetings::DecisionId, std::string> decisions;
    for (const meetings::DecisionShown& one : before.decisions) decisions[one.decision] = name_of(one.state);
    for (const meetings::DecisionShown& one : after.decisions) {
        const auto earlier = decisions.find(one.decision);
        const std::string then = earlier == decisions.end() ? "" : earlier->second;
        if (then == name_of(one.state)) continue;
        all.decisions.push_back({.decision = one.decision,
                                 .session = one.session,
                                 .texts = one.texts,
                                 .owner = one.owner,
                                 .before = then,
                                 .after = std::string(name_of(one.state)),
                                 .due = one.due,
                                 .entry = one.entry});
    }
    return all;
}

void write_since(Writer& writer) {
    writer.heading(1, "since.title", "since");
    const std::optional<Changes>& changes = writer.business.changes;
    if (!changes) return writer.sentence("since.none");
    const conference::Comparison& values = changes->values;
    writer.paragraph({writer.text(writer.say("since.intro", {std::to_string(changes->session), writer.date(changes->on)}))});
    Words own(writer.language(), comparison_words);
    const std::vector<std::string> unchanged = write_changes(writer, own, values, changes->business, {.in_a_chapter = true});
    if (!unchanged.empty()) writer.paragraph({writer.text(writer.say("since.unchanged", {writer.joined(unchanged)}))});

    const std::string earlier = std::to_string(values.from.position);
    paper::Note note{.tone = paper::Tone::neutral, .title = writer.say("since.stands"), .lines = {}};
    note.lines.push_back({writer.text(writer.say("since.sight"))});
    note.lines.push_back(writer.line("since.earlier", {writer.text(earlier), writer.text(writer.entry(changes->held)), writer.code(changes->root.to_text())}));
    note.lines.push_back(writer.line("since.later", {writer.text(std::to_string(values.to.position))}));
    note.lines.push_back(writer.line("since.proof", {writer.code("./ponte verify --root-at " + earlier + " dossier.bundle")}));
    if (changes->frozen) {
        const std::string command = "./ponte dossier --format bundle --at " + std::to_string(*changes->frozen + 1);
        note.lines.push_back(writer.line("since.frozen", {writer.text(writer.entry(*changes->frozen)), writer.code(command)}));
    } else {
        note.lines.push_back({writer.text(writer.say("since.not_frozen"))});
    }
    writer.add(std::move(note));
}

}  // namespace ponte::dossier
