// Reading the plan: as a script sees it, program started and ended, and inside one process.

#include "adapters/plan_text/plan_text.h"
#include "bench/measure.h"
#include "cli/voice.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

extern char** environ;

namespace ponte::bench {

namespace {

Attempt<double> seconds_of_process(const Bench& bench) {
    std::vector<std::string> words{bench.program, "plan", "read", bench.plan, "--json"};
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const Stopwatch watch;
    const int failed = posix_spawn(&child, bench.program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) return fail("bench.program_not_started", bench.program);
    int status = 0;
    if (waitpid(child, &status, 0) != child || status != 0) return fail("bench.program_failed", bench.program, "plan read " + bench.plan);
    return watch.seconds();
}

}  // namespace

Measured measure_plan(const Bench& bench) {
    const std::string which = bench.official ? "the official text" : "the plan in our own words; the official text is not here";
    std::vector<double> processes;
    for (std::size_t i = 0; i < bench.sized(30, 2); ++i) processes.push_back(TRY(seconds_of_process(bench)) * 1e3);

    const std::string content = TRY(unrefused(cli::read_file(bench.plan, plan_text::bytes_max)));
    std::vector<double> readings;
    for (std::size_t i = 0; i < bench.sized(50, 2); ++i) {
        const Stopwatch watch;
        TRY(unrefused(plan_text::read(view_of(content), bench.plan)));
        readings.push_back(watch.seconds() * 1e3);
    }
    return Rows{{.name = "plan read, whole process", .value = median(processes), .unit = "ms", .better = Better::less, .must = 50, .aim = 10, .note = which},
                {.name = "plan read, inside one process", .value = median(readings), .unit = "ms", .better = Better::less, .note = which}};
}

}  // namespace ponte::bench
