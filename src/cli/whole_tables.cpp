#include "cli/whole_tables.h"

#include "adapters/dossier/words.h"
#include "base/json.h"
#include "cli/voice.h"

#include <charconv>
#include <cstdio>
#include <set>

namespace ponte::cli {

namespace {

std::optional<std::size_t> number_of(std::string_view part) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc() || end != part.data() + part.size()) return std::nullopt;
    return number;
}

struct Counts {
    std::size_t recorded = 0;
    std::size_t known_before = 0;
};

void print_counts(const std::string& path, const Counts& counts, dossier::Words& words, const Arguments& arguments) {
    const bool dry_run = arguments.flag("dry-run");
    if (arguments.flag("json")) {
        std::string name;
        append_json_string(name, path);
        std::printf("{\"file\":%s,\"recorded\":%zu,\"known_before\":%zu,\"dry_run\":%s}\n", name.c_str(), counts.recorded, counts.known_before,
                    dry_run ? "true" : "false");
        return;
    }
    const std::string line = words.say(dry_run ? "file.dry" : "file.done", {path, std::to_string(counts.recorded), std::to_string(counts.known_before)});
    std::printf("%s\n", line.c_str());
}

struct Fault {
    std::size_t file = 0;
    const TableOrder* order = nullptr;
    Refusal refusal;
};

// As many as a person corrects before he tries again.
constexpr std::size_t told_max = 20;

// Who may not do it may not do it on any line: that is told once.
int say_all(const std::vector<Fault>& faults, const std::vector<TableFile>& files, dossier::Words& words, const Arguments& arguments) {
    int exit = exit_done;
    std::set<std::pair<std::string_view, std::string>> asked_of_others;
    std::size_t told = 0;
    for (const Fault& fault : faults) {
        const RefusalKind kind = fault.refusal.kind;
        if (kind.remedy == Remedy::ask && !asked_of_others.emplace(kind.code, fault.refusal.subject).second) continue;
        if (++told > told_max) break;
        Refusal refusal = fault.refusal;
        refusal.place = files[fault.file].path + ", " + place_on_lines(refusal.place, fault.order->lines);
        exit = say(refusal, arguments);
    }
    if (!arguments.flag("json")) std::fprintf(stderr, "%s\n", words.say("nothing_recorded", {std::to_string(faults.size())}).c_str());
    return exit;
}

}  // namespace

int load_whole(Office& office, const Asker& asker, const Arguments& arguments, std::vector<TableFile> files,
               const std::function<bool(const Refusal&)>& stands_already) {
    dossier::Words words(language_of(arguments), "words/tables.csv");
    std::vector<house::Request> requests;
    for (TableFile& file : files) {
        for (TableOrder& order : file.orders) {
            requests.push_back(office.request(asker.person, asker.asserted, CommandId(), std::move(order.command)));
        }
    }
    const auto rehearsed = office.house().rehearse_all(requests);
    std::vector<Fault> faults;
    std::vector<std::size_t> wanted;
    std::vector<Counts> counts(files.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        counts[i].known_before = files[i].known_before;
        for (const TableOrder& order : files[i].orders) {
            const std::size_t at = next++;
            if (rehearsed[at]) {
                wanted.push_back(at);
                counts[i].recorded += order.lines.size();
            } else if (stands_already(rehearsed[at].error())) {
                counts[i].known_before += order.lines.size();
            } else {
                faults.push_back({.file = i, .order = &order, .refusal = rehearsed[at].error()});
            }
        }
    }
    if (!faults.empty()) return say_all(faults, files, words, arguments);
    if (!arguments.flag("dry-run")) {
        for (const std::size_t at : wanted) {
            // What was tried can still fail here for want of room; the same file read again goes on from where this stopped.
            const auto answer = office.house().ask(requests[at]);
            if (!answer) return say(answer.error(), arguments);
            if (!*answer) return say(answer->error(), arguments);
        }
    }
    for (std::size_t i = 0; i < files.size(); ++i) print_counts(files[i].path, counts[i], words, arguments);
    return exit_done;
}

std::string place_on_lines(std::string_view place, const std::vector<std::uint32_t>& lines) {
    if (lines.empty()) return std::string(place);
    std::uint32_t line = lines.front();
    std::string_view column;
    bool row_found = false;
    for (std::size_t slash = place.find('/'); slash != std::string_view::npos;) {
        const std::size_t end = place.find('/', slash + 1);
        const std::string_view part = place.substr(slash + 1, end == std::string_view::npos ? end : end - slash - 1);
        slash = end;
        const auto number = number_of(part);
        if (!number) {
            column = part;
        } else if (!row_found && *number < lines.size() && lines.size() > 1) {
            line = lines[*number];
            row_found = true;
            column = {};
        }
    }
    return column.empty() ? "line " + std::to_string(line) : "line " + std::to_string(line) + ", column " + std::string(column);
}

}  // namespace ponte::cli
