#include "bench/machine.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>
#include <thread>

namespace ponte::bench {

namespace {

std::string cpu_model() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
    }
    return "unknown processor";
}

// The mount whose point is the longest beginning of the folder's path.
std::string file_system_of(const std::string& folder) {
    std::error_code error;
    const std::string path = std::filesystem::weakly_canonical(folder, error).string() + "/";
    std::ifstream mounts("/proc/self/mounts");
    std::string best = "unknown file system";
    std::size_t best_length = 0;
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream words(line);
        std::string device;
        std::string point;
        std::string type;
        words >> device >> point >> type;
        const std::string beginning = point.ends_with('/') ? point : point + "/";
        if (!path.starts_with(beginning) || beginning.size() < best_length) continue;
        best_length = beginning.size();
        best = type + " on " + device;
    }
    return best;
}

}  // namespace

Machine machine_at(const std::string& folder) {
    return {.cpu = cpu_model(),
            .cores = std::thread::hardware_concurrency(),
            .file_system = file_system_of(folder),
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
            .build = "sanitizer build: figures mean nothing",
#elif defined(__OPTIMIZE__)
            .build = "optimised build",
#else
            .build = "build that is not optimised: figures mean little",
#endif
            .load = load_now()};
}

std::string load_now() {
    std::ifstream file("/proc/loadavg");
    std::string one;
    std::string five;
    std::string fifteen;
    file >> one >> five >> fifteen;
    return one + " " + five + " " + fifteen;
}

}  // namespace ponte::bench
