// make bench: how fast the house is on this machine, beside what it must and would like to reach. Prints a
// table, writes the same as JSON, and leaves nothing else behind.

#include "bench/measure.h"
#include "cli/voice.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace ponte::bench {

namespace {

struct Group {
    std::string_view name;
    Measured (*measure)(const Bench&);
};
constexpr Group groups[] = {{"plan", measure_plan},       {"commands", measure_commands}, {"observations", measure_observations},
                            {"dossier", measure_dossier}, {"forms", measure_forms},       {"round", measure_round},
                            {"ledger", measure_ledger},   {"journal", measure_journal},   {"past", measure_past},
                            {"withholding", measure_withholding}, {"stay", measure_stay}, {"accords", measure_accords},
                            {"origin", measure_origin}};

struct Wishes {
    std::string out;
    std::string only;
    std::string folder;
    bool quick = false;
};

int usage() {
    std::fprintf(stderr, "ponte_bench [--out FILE.json] [--only GROUP] [--folder DIR] [--quick]\ngroups:");
    for (const Group& group : groups) std::fprintf(stderr, " %.*s", static_cast<int>(group.name.size()), group.name.data());
    std::fprintf(stderr, "\n--folder: a place on the disk to be measured; beside this program if absent\n");
    return 2;
}

std::optional<Wishes> read_wishes(const std::vector<std::string>& words) {
    Wishes wishes;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string* value = words[i] == "--out" ? &wishes.out : words[i] == "--only" ? &wishes.only : words[i] == "--folder" ? &wishes.folder : nullptr;
        if (words[i] == "--quick") {
            wishes.quick = true;
        } else if (value != nullptr && i + 1 < words.size()) {
            *value = words[++i];
        } else {
            return std::nullopt;
        }
    }
    const bool known = std::ranges::any_of(groups, [&](const Group& group) { return group.name == wishes.only; });
    if (!wishes.only.empty() && !known) return std::nullopt;
    return wishes;
}

// A folder of its own that goes when the bench ends, whatever it ends with.
class Scratch {
public:
    explicit Scratch(const std::filesystem::path& where) : path_(where / ("scratch-" + std::to_string(::getpid()))) {}
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { empty(); }

    [[nodiscard]] bool begin() {
        empty();
        std::error_code error;
        return std::filesystem::create_directories(path_, error);
    }
    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    void empty() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    std::filesystem::path path_;
};

void find_plan(Bench& bench) {
    const char* material = std::getenv("PONTE_MATERIAL");
    const std::string root = material != nullptr ? material : PONTE_SOURCE_DIR "/../shared";
    bench.plan = root + "/plans/2020-key-work.zh-Hans.txt";
    std::error_code error;
    bench.official = std::filesystem::exists(bench.plan, error);
    if (!bench.official) bench.plan = bench.data + "/plans/own-words-2020.zh-Hans-CN.txt";
}

int run(const Wishes& wishes) {
    std::error_code error;
    const std::filesystem::path here = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    Scratch scratch(wishes.folder.empty() ? here : std::filesystem::path(wishes.folder));
    Bench bench{.scratch = scratch.path(),
                .program = (here / "../src/ponte").lexically_normal().string(),
                .data = PONTE_SOURCE_DIR "/data",
                .plan = {},
                .quick = wishes.quick};
    find_plan(bench);
    if (!scratch.begin()) {
        std::fprintf(stderr, "cannot make %s\n", bench.scratch.c_str());
        return 1;
    }
    const Machine machine = machine_at(bench.scratch);
    print_heads(machine);
    if (wishes.quick) std::printf("--quick: tiny sizes, these figures say nothing about speed\n");
    Rows all;
    for (const Group& group : groups) {
        if (!wishes.only.empty() && wishes.only != group.name) continue;
        Measured rows = group.measure(bench);
        if (!rows) {
            const Fault& fault = rows.error();
            std::fprintf(stderr, "%.*s stopped: %s at %s: %s\n", static_cast<int>(group.name.size()), group.name.data(), std::string(fault.code).c_str(),
                         fault.where.c_str(), fault.what.c_str());
            return 1;
        }
        for (Row& row : *rows) {
            row.load = load_now();
            print(row);
            all.push_back(std::move(row));
        }
        // The next group gets the disk to itself.
        if (!scratch.begin()) return 1;
    }
    if (wishes.out.empty()) return 0;
    std::filesystem::create_directories(std::filesystem::path(wishes.out).parent_path(), error);
    const auto written = cli::write_file(wishes.out, to_json(all, machine));
    if (!written) std::fprintf(stderr, "cannot write %s: %s\n", wishes.out.c_str(), written.error().what.c_str());
    return written ? 0 : 1;
}

}  // namespace

}  // namespace ponte::bench

int main(int count, char** words) {
    const auto wishes = ponte::bench::read_wishes({words + 1, words + count});
    return wishes ? ponte::bench::run(*wishes) : ponte::bench::usage();
}
