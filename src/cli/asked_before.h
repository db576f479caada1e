#pragma once

#include "cli/office.h"

#include <map>
#include <string>

// What was asked with an id already, so that asking it again is harmless also where the first answer is needed, or where a
// sealed text would be sealed anew and so be another command.
namespace ponte::cli {

class AskedBefore {
public:
    // Looks through the journal once.
    [[nodiscard]] static Attempt<AskedBefore> in(journal::Journal& journal);

    [[nodiscard]] bool knows(const CommandId& id) const { return runs_.contains(id.value); }
    // The events of that run; none where there is no such id, or it was refused then.
    [[nodiscard]] Attempt<std::vector<house::AnyEvent>> events_of(journal::Journal& journal, const CommandId& id) const;

private:
    struct Run {
        std::uint64_t head = 0;
        std::uint32_t parts = 0;
    };
    std::map<std::string, Run> runs_;
};

// Seals as the office does, but a text that stands sealed in these events is given as it stands there.
[[nodiscard]] house::PersonSealer sealer_as_in(Office& office, std::vector<house::AnyEvent> events);

}  // namespace ponte::cli
