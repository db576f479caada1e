// ponte_witness: the other secretariat's half of a checkpoint. It shares no key, no folder and no process with
// the log; a request comes as a file, a cosigned checkpoint goes back as one.

#include "adapters/csv/csv.h"
#include "base/date.h"
#include "base/embedded.h"
#include "journal/files_disk.h"
#include "witness/evidence.h"
#include "witness/refusals.h"
#include "witness/witness.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace ponte::witness {

namespace {

constexpr int exit_done = 0;
constexpr int exit_refused = 3;
constexpr int exit_fault = 4;

struct Options {
    std::string verb;
    std::string file;
    std::string folder;
    std::string name;
    std::string out;
    std::string clock;
    std::string language = "en";
    std::vector<std::string> logs;
    bool simulated_clock = false;
    bool lines = false;
    bool help = false;
};

std::string words_in(std::string_view file, std::string_view key, std::string_view language) {
    const auto table = csv::read(view_of(embedded(file).value_or("")));
    if (!table) return {};
    const auto column = std::ranges::find(table->heads, language);
    if (column == table->heads.end()) return {};
    for (const csv::Row& row : table->rows) {
        if (row.cells.front() == key) return row.cells[static_cast<std::size_t>(column - table->heads.begin())];
    }
    return {};
}

int say(const Refusal& refusal, const Options& options) {
    const std::string code(refusal.kind.code);
    // Two histories are the one thing a witness is there for: nobody may overlook it.
    if (refusal.kind == refusals::fork) std::fprintf(stderr, "\n*** FORK *** %s\n", code.c_str());
    std::fprintf(stderr, "refused: %s%s%s", code.c_str(), refusal.subject.empty() ? "" : (" (" + refusal.subject + ")").c_str(),
                 refusal.place.empty() ? "\n" : (" at " + refusal.place + "\n").c_str());
    for (const std::string& words : {words_in("words/refusals.csv", code, options.language),
                                     words_in("words/remedies.csv", to_text(refusal.kind.remedy), options.language)}) {
        if (!words.empty()) std::fprintf(stderr, "  %s\n", words.c_str());
    }
    return exit_refused;
}

int say(const Fault& fault) {
    std::fprintf(stderr, "fault: %s at %s: %s\n", std::string(fault.code).c_str(), fault.where.c_str(), fault.what.c_str());
    return exit_fault;
}

Outcome<std::string> read_file(const std::string& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error || size > journal::witness_request_bytes_max) return refuse(refusals::file_unreadable, path);
    std::ifstream file(path, std::ios::binary);
    std::string text(size, '\0');
    file.read(text.data(), static_cast<std::streamsize>(size));
    if (!file) return refuse(refusals::file_unreadable, path);
    return text;
}

// A file, or standard output. What was cosigned can be had again, so a write that fails loses nothing.
int put(const std::string& text, const Options& options) {
    if (options.out.empty()) {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return std::fflush(stdout) == 0 ? exit_done : say(Fault{"witness.file_not_written", "standard output", "ask again with the same request"});
    }
    std::ofstream file(options.out, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    return file ? exit_done : say(Fault{"witness.file_not_written", options.out, "ask again with the same request"});
}

Outcome<Options> read_options(const std::vector<std::string>& given) {
    Options options;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::string& one = given[i];
        if (!one.starts_with("--")) {
            words.push_back(one);
            continue;
        }
        if (one == "--help") options.help = true;
        else if (one == "--simulated-clock") options.simulated_clock = true;
        else if (one == "--lines") options.lines = true;
        else if (i + 1 == given.size()) return refuse(refusals::usage, one, "ponte witness help");
        else if (one == "--folder") options.folder = given[++i];
        else if (one == "--name") options.name = given[++i];
        else if (one == "--out") options.out = given[++i];
        else if (one == "--clock") options.clock = given[++i];
        else if (one == "--lang") options.language = given[++i];
        else if (one == "--log") options.logs.push_back(given[++i]);
        else if (one == "--trust") {
            std::string keys = TRY(read_file(given[++i]));
            for (std::size_t at = 0; at < keys.size();) {
                const std::size_t end = std::min(keys.find('\n', at), keys.size());
                if (end > at && keys[at] != '#') options.logs.push_back(keys.substr(at, end - at));
                at = end + 1;
            }
        } else return refuse(refusals::usage, one, "ponte witness help");
    }
    std::ranges::replace(options.language, '-', '_');
    std::ranges::transform(options.language, options.language.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    options.verb = words.empty() ? "help" : words[0];
    options.file = words.size() > 1 ? words[1] : "";
    if (words.size() > 2) return refuse(refusals::usage, words[2], "ponte witness help");
    return options;
}

Outcome<std::vector<journal::VerifierKey>> keys_of(const Options& options) {
    std::vector<journal::VerifierKey> keys;
    for (const std::string& text : options.logs) keys.push_back(TRY(journal::VerifierKey::parse(text)));
    if (keys.empty()) return refuse(refusals::usage, "cosign and check need --log KEY or --trust FILE", "--log");
    return keys;
}

std::uint64_t system_seconds() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(since).count());
}

// A real witness takes the time from nobody. One that was made with a simulated clock says so in its name, in
// every line, and must be told the time.
Outcome<std::uint64_t> seconds_of(const Options& options, const Witness& witness) {
    if (!witness.has_simulated_clock()) {
        if (!options.clock.empty()) return refuse(refusals::clock_not_simulated, witness.key().name, "--clock");
        return system_seconds();
    }
    const auto at = Instant::from_text(options.clock);
    if (!at || at->micros < 0) return refuse(refusals::clock_missing, options.clock, "--clock");
    return static_cast<std::uint64_t>(at->micros) / 1'000'000U;
}

int init(const Options& options) {
    auto made = Witness::create(journal::files_on_disk(options.folder), {.name = options.name, .simulated_clock = options.simulated_clock, .key = {}});
    if (!made) return say(made.error());
    if (!*made) return say((*made).error(), options);
    return put((*made)->key().to_text() + "\n", options);
}

int cosign(Witness& witness, const Options& options) {
    const auto keys = keys_of(options);
    if (!keys) return say(keys.error(), options);
    const auto request = read_file(options.file);
    if (!request) return say(request.error(), options);
    const auto seconds = seconds_of(options, witness);
    if (!seconds) return say(seconds.error(), options);
    const auto cosigned = witness.cosign(*request, *keys, *seconds);
    if (!cosigned) return say(cosigned.error());
    if (!*cosigned) return say((*cosigned).error(), options);
    const Cosigned& done = **cosigned;
    std::fprintf(stderr, "%s: %s, size %llu%s\n", witness.key().name.c_str(), done.checkpoint.origin.c_str(),
                 static_cast<unsigned long long>(done.checkpoint.size), done.again ? ", again" : "");
    return put(options.lines ? done.line.to_text() : done.note, options);
}

int status(const Witness& witness, const Options& options) {
    std::string text = "witness " + witness.key().to_text() + "\n";
    for (const auto& [origin, log] : witness.memory()) {
        text += "log " + origin + " size " + std::to_string(log.size) + " root " + log.root.to_text() + " cosigned " +
                Instant{static_cast<std::int64_t>(log.cosigned) * 1'000'000}.to_text() + "\n";
    }
    const auto evidence = witness.evidence();
    if (!evidence) return say(evidence.error());
    for (const std::string& name : *evidence) text += "evidence " + name + "\n";
    return put(text, options);
}

int show_key(const Witness& witness, const Options& options) { return put(witness.key().to_text() + "\n", options); }

// Needs no witness: anyone may look at evidence.
int check(const Options& options) {
    const auto keys = keys_of(options);
    if (!keys) return say(keys.error(), options);
    const auto text = read_file(options.file);
    if (!text) return say(text.error(), options);
    const auto evidence = Evidence::parse(*text);
    if (!evidence) return say(evidence.error(), options);
    const auto finding = finding_of(*evidence, keys->front());
    if (!finding) return say(finding.error(), options);
    return put(*finding == Finding::fork ? "fork: the log has signed two histories\n" : "unproven: the log has not shown that the second continues the first\n", options);
}

int help() {
    std::printf(
        "ponte witness init --name NAME --folder DIR [--simulated-clock]     a key and an empty memory; prints the verifier key\n"
        "ponte witness cosign --folder DIR --log KEY|--trust FILE REQUEST [--out F] [--lines] [--clock T]\n"
        "ponte witness status|key --folder DIR                                what was cosigned; the verifier key\n"
        "ponte witness check --log KEY EVIDENCE                               is it a fork? anyone may ask\n\n"
        "  exit 0: done, 3: refused (a fork too, with its evidence kept), 4: fault. --lang zh-Hant|zh-Hans|pt|en\n");
    return exit_done;
}

int run(const std::vector<std::string>& given) {
    const auto read = read_options(given);
    if (!read) return say(read.error(), Options());
    const Options& options = *read;
    if (options.help || options.verb == "help") return help();
    if (options.verb == "check") return check(options);
    if (options.folder.empty()) return say(Refusal{refusals::usage, options.verb, "--folder"}, options);
    if (options.verb == "init") return init(options);
    const std::string now = Instant{static_cast<std::int64_t>(system_seconds()) * 1'000'000}.to_text();
    auto witness = Witness::open(journal::files_on_disk(options.folder), now);
    if (!witness) return say(witness.error());
    if (!*witness) return say((*witness).error(), options);
    if (options.verb == "cosign" && !options.file.empty()) return cosign(**witness, options);
    if (options.verb == "status") return status(**witness, options);
    if (options.verb == "key") return show_key(**witness, options);
    return say(Refusal{refusals::usage, options.verb, "ponte witness help"}, options);
}

}  // namespace

}  // namespace ponte::witness

int main(int count, char** values) { return ponte::witness::run(std::vector<std::string>(values + 1, values + count)); }
