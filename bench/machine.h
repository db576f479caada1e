#pragma once

#include <string>

// On what it was measured: a number without its machine is no number.
namespace ponte::bench {

struct Machine {
    std::string cpu;
    unsigned cores = 0;
    std::string file_system;  // Of the scratch folder: "ext4 on /dev/vda".
    std::string build;        // Optimised or not, sanitizers or not.
    std::string load;         // When the bench began.
};

[[nodiscard]] Machine machine_at(const std::string& folder);
// One, five and fifteen minutes: "0.10 0.25 0.30".
[[nodiscard]] std::string load_now();

}  // namespace ponte::bench
