// The log's half of witnessing: who witnesses, what they are asked, their lines kept, and what is adopted.
// The witness's own half is another program (src/witness).

#include "base/json.h"
#include "cli/commands.h"
#include "cli/office.h"
#include "cli/voice.h"
#include "journal/lines.h"
#include "journal/witness_request.h"

#include <cstdio>
#include <filesystem>
#include <unistd.h>

namespace ponte::cli {

namespace {

int name_witness(const Arguments& arguments) {
    const auto key = journal::VerifierKey::parse(arguments.word(2));
    if (!key) return say(key.error(), arguments);
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    const auto asker = asker_of(arguments, ***office);
    if (!asker) return say(asker.error(), arguments);
    const auto answer = (**office)->house().name_witness(asker->person, *key, journal::nonce_at_random());
    if (!answer) return say(answer.error(), arguments);
    if (!*answer) return say((*answer).error(), arguments);
    std::printf("named at %llu: %s\n", static_cast<unsigned long long>((*answer)->first), key->name.c_str());
    return exit_done;
}

Outcome<std::uint64_t> size_option(const Arguments& arguments, const std::string& name, std::uint64_t otherwise, std::uint64_t most) {
    const auto text = arguments.option(name);
    const auto size = text ? journal::number_from(*text) : std::optional(otherwise);
    if (!size || *size > most) return refuse(refusals::value_unreadable, text.value_or("") + ", at most " + std::to_string(most), "--" + name);
    return *size;
}

// From --old, or from what the named witness cosigned last so far as its lines came back; to --size or the end.
int witness_request(journal::Journal& journal, const Arguments& arguments) {
    std::uint64_t known = 0;
    if (const auto witness = arguments.option("witness")) {
        const auto size = journal.cosigned_size(*witness);
        if (!size) return say(size.error(), arguments);
        known = *size;
    }
    const auto to = size_option(arguments, "size", journal.size(), journal.size());
    if (!to) return say(to.error(), arguments);
    const auto from = size_option(arguments, "old", known, *to);
    if (!from) return say(from.error(), arguments);
    const auto proof = journal.consistency(*from, *to);
    if (!proof) return say(proof.error(), arguments);
    auto checkpoint = journal.checkpoint_at(*to);
    if (!checkpoint) return say(checkpoint.error(), arguments);
    const std::string text = journal::WitnessRequest{*from, *proof, *std::move(checkpoint)}.to_text();
    const auto out = arguments.option("out");
    if (!out) {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return exit_done;
    }
    if (const auto written = write_file(*out, text); !written) return say(written.error(), arguments);
    std::printf("%s: from %llu to %llu\n", out->c_str(), static_cast<unsigned long long>(*from), static_cast<unsigned long long>(*to));
    return exit_done;
}

int keep_cosignatures(journal::Journal& journal, const Arguments& arguments) {
    const auto text = read_file(arguments.word(2), journal::note_bytes_max);
    if (!text) return say(text.error(), arguments);
    const auto kept = journal.keep_cosignatures(*text);
    if (!kept) return say(kept.error(), arguments);
    std::printf("%llu new cosignature(s) kept\n", static_cast<unsigned long long>(*kept));
    return exit_done;
}

int adopted(journal::Journal& journal, const Arguments& arguments) {
    const auto newest = journal.adopted_checkpoint();
    if (!newest) return say(newest.error(), arguments);
    if (!*newest) {
        const std::string subject = std::to_string(journal.history().witnesses.size()) + " witness(es) named";
        return say(Refusal{refusals::nothing_adopted, subject, ""}, arguments);
    }
    const journal::AdoptedCheckpoint& checkpoint = **newest;
    std::string out = "{\"size\":\"" + std::to_string(checkpoint.size) + "\",\"root\":\"" + checkpoint.root.to_text() + "\",\"cosigned\":[";
    bool first = true;
    for (const journal::WitnessNamed& witness : journal.history().witnesses) {
        const auto line = journal::signature_of(checkpoint.note, {witness.witness, journal::KeyUse::cosignature, witness.key});
        out += std::exchange(first, false) ? "{\"witness\":" : ",{\"witness\":";
        append_json_string(out, witness.witness);
        out += ",\"time\":\"" + Instant{static_cast<std::int64_t>(journal::cosigned_at(*line)) * 1'000'000}.to_text() + "\"}";
    }
    std::printf("%s],\"behind\":\"%llu\"}\n", out.c_str(), static_cast<unsigned long long>(journal.size() - checkpoint.size));
    return exit_done;
}

}  // namespace

int journal_witness_command(const Arguments& arguments) {
    const std::string verb = arguments.word(1);
    if (verb == "name-witness") return name_witness(arguments);
    auto opened = open_journal(arguments, verb == "adopted" ? journal::Mode::read : journal::Mode::write);
    if (!opened) return say(opened.error(), arguments);
    if (!*opened) return say((*opened).error(), arguments);
    if (verb == "witness-request") return witness_request(***opened, arguments);
    if (verb == "keep-cosignatures") return keep_cosignatures(***opened, arguments);
    return adopted(***opened, arguments);
}

// The witness lies beside this program and shares nothing with it but the folder it was installed in.
int witness_command(const std::vector<std::string>& given) {
    std::error_code error;
    const std::string program = (std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "ponte_witness").string();
    std::vector<std::string> words{program};
    words.insert(words.end(), given.begin(), given.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(program.c_str(), pointers.data());
    return say(Fault{"cli.program_missing", program, "the witness is a program of its own and is not there"}, Arguments());
}

}  // namespace ponte::cli
