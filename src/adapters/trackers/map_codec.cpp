// The map as JSON, for people: read with the place of each fault, written one column a line.
#include "adapters/trackers/map.h"
#include "base/json.h"

namespace ponte::trackers {

Outcome<Map> map_of_json(std::string_view text) {
    if (text.size() > map_bytes_max) return refuse(ponte::refusals::json_too_large, std::to_string(text.size()));
    const auto json = TRY(parse_json(text));
    auto map = TRY(JsonReader().read<Map>(json));
    if (map.version != map_version) return refuse(refusals::map_version_unknown, std::to_string(map.version), "/version");
    return map;
}

std::string to_json(const Map& map) {
    std::string out = "{";
    bool first_member = true;
    for_each_field(map, [&](std::string_view name, const auto& member) {
        using Member = std::remove_cvref_t<decltype(member)>;
        out += first_member ? "\n  " : ",\n  ";
        first_member = false;
        append_json_string(out, name);
        out += ": ";
        if constexpr (is_vector<Member>) {
            out += '[';
            bool first = true;
            for (const auto& item : member) {
                out += first ? "\n    " : ",\n    ";
                first = false;
                append_json(out, item);
            }
            out += member.empty() ? "]" : "\n  ]";
        } else {
            append_json(out, member);
        }
    });
    return out + "\n}\n";
}

}  // namespace ponte::trackers
