// journal: the record looked at as a record. Every verb but rotate-key and confirm-clock only reads; those
// about witnesses stand in witness_commands.cpp.

#include "base/json.h"
#include "cli/commands.h"
#include "cli/office.h"
#include "cli/voice.h"
#include "house/event_codec.h"
#include "journal/backup.h"

#include <charconv>
#include <cstdio>

namespace ponte::cli {

namespace {

std::optional<std::uint64_t> number(const std::string& text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return value;
}

int print_report(const journal::VerifyReport& report) {
    std::printf("{\"entries\":\"%llu\",\"blocks\":\"%llu\",\"segments\":\"%llu\",\"bytes\":\"%llu\",\"root\":\"%s\",\"key_rotations\":\"%llu\",\"cosignatures\":\"%llu\",\"attachments\":\"%llu\",\"torn_tails\":\"%llu\"}\n",
                static_cast<unsigned long long>(report.entries), static_cast<unsigned long long>(report.blocks),
                static_cast<unsigned long long>(report.segments), static_cast<unsigned long long>(report.bytes), report.root.to_text().c_str(),
                static_cast<unsigned long long>(report.key_rotations), static_cast<unsigned long long>(report.cosignatures),
                static_cast<unsigned long long>(report.attachments), static_cast<unsigned long long>(report.torn_tails));
    return exit_done;
}

int verify(journal::Journal& journal, const Arguments& arguments) {
    journal::VerifyOptions options;
    if (const auto file = arguments.option("against")) {
        const auto text = read_file(*file, std::size_t{1} << 20U);
        if (!text) return say(text.error(), arguments);
        options.against = *text;
    }
    const auto report = journal.verify(options);
    if (!report) return say(report.error(), arguments);
    // The record is sound as bytes; now as meaning: every entry is folded anew and every promise looked at.
    const auto past = house::fold_until(journal, journal.size());
    if (!past) return say(past.error(), arguments);
    if (const auto broken = house::broken_promise_anywhere(past->desks)) {
        return say(Fault{"house.promise_broken", "journal", *broken}, arguments);
    }
    return print_report(*report);
}

int show(journal::Journal& journal, std::uint64_t sequence, const Arguments& arguments) {
    const auto entry = journal.read_entry(sequence);
    if (!entry) return say(entry.error(), arguments);
    const journal::EntryView view = entry->view();
    std::printf("{\"sequence\":\"%llu\",\"time\":\"%s\",\"leaf\":\"%s\",\"type\":\"%s\"", static_cast<unsigned long long>(sequence),
                entry->time.to_text().c_str(), entry->leaf.to_text().c_str(), std::string(house::event_name(view.type)).c_str());
    if (const auto event = house::decode_event(view.type, view.version, view.payload)) {
        std::printf(",\"entry\":%s", house::event_json(*event).c_str());
    }
    std::printf("}\n");
    return exit_done;
}

int with_text(const Attempt<std::string>& text, const Arguments& arguments) {
    if (!text) return say(text.error(), arguments);
    std::fwrite(text->data(), 1, text->size(), stdout);
    return exit_done;
}

int restore(const Arguments& arguments) {
    const auto to = arguments.option("journal");
    if (!to || arguments.word(2).empty()) return say(Refusal{refusals::usage, "journal restore", "--journal NEW journal restore BACKUP"}, arguments);
    const auto report = journal::restore(arguments.word(2), *to);
    if (!report) return say(report.error(), arguments);
    return print_report(*report);
}

int done(const Attempt<journal::Done>& attempt, const Arguments& arguments, const std::string& says) {
    if (!attempt) return say(attempt.error(), arguments);
    std::printf("%s\n", says.c_str());
    return exit_done;
}

int stat(journal::Journal& journal) {
    const auto& opened = journal.opened();
    std::printf("{\"origin\":\"%s\",\"log_id\":\"%s\",\"size\":\"%llu\",\"root\":\"%s\",\"clock\":\"%s\",\"created\":\"%s\",\"log_key\":\"%s\"}\n",
                opened.origin.c_str(), opened.log_id.to_text().c_str(), static_cast<unsigned long long>(journal.size()),
                journal.root().to_text().c_str(), std::string(name_of(opened.clock)).c_str(), opened.created.to_text().c_str(),
                journal.log_key().to_text().c_str());
    return exit_done;
}

int consistency(journal::Journal& journal, const Arguments& arguments) {
    const auto a = number(arguments.word(2));
    const auto b = number(arguments.word(3));
    if (!a || !b || *a > *b || *b > journal.size()) return say(Refusal{refusals::value_unreadable, arguments.word(2) + " " + arguments.word(3), "sizes"}, arguments);
    const auto proof = journal.consistency(*a, *b);
    if (!proof) return say(proof.error(), arguments);
    std::printf("{\"from\":\"%llu\",\"to\":\"%llu\",\"from_root\":\"%s\",\"to_root\":\"%s\",\"proof\":[", static_cast<unsigned long long>(*a),
                static_cast<unsigned long long>(*b), journal.tree().root_at(*a).to_text().c_str(), journal.tree().root_at(*b).to_text().c_str());
    for (std::size_t i = 0; i < proof->size(); ++i) std::printf("%s\"%s\"", i == 0 ? "" : ",", (*proof)[i].to_text().c_str());
    std::printf("]}\n");
    return exit_done;
}

// The new key's entry is stamped by the journal's own clock, which may be a simulated one.
int rotate_key(const Arguments& arguments) {
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    house::House& house = (**office)->house();
    const auto written = house.journal().rotate_key(house.now());
    if (!written) return say(written.error(), arguments);
    std::printf("rotated at %llu; the key is now %s\n", static_cast<unsigned long long>(written->first), house.journal().log_key().to_text().c_str());
    return exit_done;
}

// A clock that went far ahead is refused until an administrator says that so much time has really passed.
int confirm_clock(const Arguments& arguments) {
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    const auto asker = asker_of(arguments, ***office);
    if (!asker) return say(asker.error(), arguments);
    const auto answer = (**office)->house().confirm_clock(asker->person, journal::nonce_at_random());
    if (!answer) return say(answer.error(), arguments);
    if (!*answer) return say((*answer).error(), arguments);
    std::printf("confirmed at %llu: it is %s\n", static_cast<unsigned long long>((*answer)->first), (*answer)->time.to_text().c_str());
    return exit_done;
}

}  // namespace

int journal_command(const Arguments& arguments) {
    const std::string verb = arguments.word(1);
    if (verb == "restore") return restore(arguments);
    if (verb == "rotate-key") return rotate_key(arguments);
    if (verb == "confirm-clock") return confirm_clock(arguments);
    if (verb == "name-witness" || verb == "witness-request" || verb == "keep-cosignatures" || verb == "adopted") return journal_witness_command(arguments);
    const bool signs = verb == "checkpoint" || verb == "prove" || verb == "export-tiles" || verb == "backup";
    auto opened = open_journal(arguments, signs ? journal::Mode::write : journal::Mode::read);
    if (!opened) return say(opened.error(), arguments);
    if (!*opened) return say((*opened).error(), arguments);
    journal::Journal& journal = ***opened;
    const auto sequence = number(arguments.word(2));
    // A place behind the end is the asker's slip and no fault of the journal.
    const bool of_an_entry = verb == "show" || verb == "prove";
    if (sequence && ((of_an_entry && *sequence >= journal.size()) || (verb == "checkpoint" && *sequence > journal.size()))) {
        return say(Refusal{refusals::value_unreadable, arguments.word(2) + ", the journal has " + std::to_string(journal.size()), "sequence"}, arguments);
    }
    if (verb == "verify") return verify(journal, arguments);
    if (verb == "stat") return stat(journal);
    if (verb == "show" && sequence) return show(journal, *sequence, arguments);
    if (verb == "checkpoint" && (sequence || arguments.word(2).empty())) return with_text(sequence ? journal.checkpoint_at(*sequence) : journal.checkpoint(), arguments);
    if (verb == "prove" && sequence) return with_text(journal.prove(*sequence), arguments);
    if (verb == "consistency") return consistency(journal, arguments);
    if (verb == "export-tiles" && !arguments.word(2).empty()) return done(journal.export_tiles(arguments.word(2)), arguments, "tiles in " + arguments.word(2));
    if (verb == "backup" && !arguments.word(2).empty()) return done(journal.backup_to_file(arguments.word(2)), arguments, "backup in " + arguments.word(2));
    return say(Refusal{refusals::usage, "journal " + verb, "verify|stat|show SEQ|checkpoint|prove SEQ|consistency A B|export-tiles DIR|backup FILE|restore FILE|rotate-key|confirm-clock|name-witness KEY|witness-request|keep-cosignatures FILE|adopted"}, arguments);
}

}  // namespace ponte::cli
