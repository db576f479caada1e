#include "tidy/rules.h"
#include "tidy/source.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace tidy {
namespace {

constexpr std::array contract{"commands", "events", "facts", "refusals", "queries"};

// "desks/*:events,facts": the rooms below desks/, of which only these files.
struct Permit {
    std::string rooms;
    std::vector<std::string> stems;  // Empty: all.
};

struct Floor {
    std::string rooms;
    std::vector<Permit> permits;
};

bool covers(std::string_view pattern, std::string_view room) {
    if (!pattern.ends_with("/*")) return pattern == room;
    pattern.remove_suffix(1);
    return room.starts_with(pattern) && room.size() > pattern.size();
}

Permit permit_of(const std::string& word) {
    const std::size_t colon = word.find(':');
    Permit permit{word.substr(0, colon), {}};
    if (colon == word.npos) return permit;
    std::istringstream names(word.substr(colon + 1));
    for (std::string name; std::getline(names, name, ',');) {
        if (name == "contract") {
            permit.stems.insert(permit.stems.end(), contract.begin(), contract.end());
        } else {
            permit.stems.push_back(name);
        }
    }
    return permit;
}

std::vector<Floor> read_floors(std::string_view text) {
    std::vector<Floor> all;
    for (const Line& line : lines_of(text)) {
        std::istringstream words{std::string(line.text)};
        Floor floor;
        if (!(words >> floor.rooms) || floor.rooms.starts_with('#')) continue;
        for (std::string word; words >> word;) floor.permits.push_back(permit_of(word));
        all.push_back(std::move(floor));
    }
    return all;
}

bool permits(const Floor& floor, std::string_view room, std::string_view stem) {
    return std::ranges::any_of(floor.permits, [&](const Permit& permit) {
        return covers(permit.rooms, room) &&
               (permit.stems.empty() || std::ranges::count(permit.stems, stem) != 0);
    });
}

// What stands between the quotes of #include "...", or nothing.
std::string_view included(std::string_view line) {
    line = trimmed(line);
    if (!line.starts_with('#')) return {};
    line = trimmed(line.substr(1));
    if (!line.starts_with("include")) return {};
    line = trimmed(line.substr(std::string_view("include").size()));
    if (!line.starts_with('"')) return {};
    return line.substr(1, line.find('"', 1) - 1);
}

}  // namespace

Faults floors(const Tree& tree) {
    Faults faults;
    const auto law = tree.find("FLOORS");
    if (law == tree.end()) return {{"FLOORS", 0, "floors", "", "the law of includes is missing"}};
    const std::vector<Floor> all = read_floors(law->second);
    std::string_view told;  // The room last reported as lawless: once is enough.
    for (const auto& [path, text] : tree) {
        const std::string_view room = room_of(path);
        if (room.empty() || !is_code(path)) continue;
        const auto floor =
            std::ranges::find_if(all, [&](const Floor& one) { return covers(one.rooms, room); });
        if (floor == all.end()) {
            if (told != room)
                faults.push_back(
                    {path, 0, "floors", std::string(room), "FLOORS has no line for " + std::string(room)});
            told = room;
            continue;
        }
        const Source source = read_source(text);
        for (const Line& line : lines_of(source.literals)) {
            const std::string target(included(line.text));
            if (target.empty() || target.ends_with(".inc")) continue;  // Tables that the build writes.
            const std::string file = "src/" + target;
            if (!tree.contains(file)) {
                faults.push_back({path, line.number, "floors", target,
                                  "includes \"" + target + "\", which is no file of src/"});
                continue;
            }
            const std::string_view other = room_of(file);
            if (other == room || permits(*floor, other, stem_of(file))) continue;
            faults.push_back(
                {path, line.number, "floors", target, std::string(room) + " may not include " + target});
        }
    }
    return faults;
}

}  // namespace tidy
