#include "witness/memory.h"

#include "journal/lines.h"

#include <algorithm>
#include <fmt/format.h>

namespace ponte::witness {

namespace {

constexpr std::string_view title = "ponte witness state 1";
constexpr std::uint64_t bytes_max = std::uint64_t{64} << 20U;

std::string logs_text(const Memory& memory) {
    std::string text;
    for (const auto& [origin, log] : memory) {
        text += fmt::format("log {}\nsize {}\nroot {}\ncosigned {}\nkey {}\n", origin, log.size, log.root.to_text(), log.cosigned, log.log_key);
        text += counted_lines("checkpoint", log.checkpoint);
    }
    return text;
}

}  // namespace

std::string counted_lines(std::string_view word, std::string_view text) {
    return fmt::format("{} {}\n{}", word, std::ranges::count(text, '\n'), text);
}

std::optional<std::string> take_counted_lines(std::string_view& rest, std::string_view word) {
    const auto count = journal::number_from(journal::take_field(rest, word).value_or(""));
    if (!count) return std::nullopt;
    std::string text;
    for (std::uint64_t i = 0; i < *count; ++i) {
        const auto line = journal::take_line(rest);
        if (!line) return std::nullopt;
        text.append(*line).append("\n");
    }
    return text;
}

std::string memory_text(const Memory& memory) {
    const std::string logs = logs_text(memory);
    return fmt::format("{}\ncheck {}\n{}", title, sha256(logs).to_text(), logs);
}

std::optional<Memory> memory_from(std::string_view text) {
    std::string_view rest = text;
    Memory memory;
    if (journal::take_line(rest) != title) return std::nullopt;
    if (!journal::take_field(rest, "check")) return std::nullopt;
    while (!rest.empty()) {
        const auto origin = journal::take_field(rest, "log");
        const auto size = journal::number_from(journal::take_field(rest, "size").value_or(""));
        const auto root = Digest::from_text(journal::take_field(rest, "root").value_or(""));
        const auto cosigned = journal::number_from(journal::take_field(rest, "cosigned").value_or(""));
        const auto key = journal::take_field(rest, "key");
        auto checkpoint = take_counted_lines(rest, "checkpoint");
        if (!origin || !size || !root || !cosigned || !key || !checkpoint) return std::nullopt;
        memory[std::string(*origin)] = {*size, *root, *cosigned, std::string(*key), *std::move(checkpoint)};
    }
    // One memory, one spelling: this covers the checksum and whatever was read leniently above.
    if (memory_text(memory) != text) return std::nullopt;
    return memory;
}

Attempt<Memory> read_memory(journal::Files& files) {
    const std::string place = files.name() + "/" + memory_path;
    if (!TRY(files.exists(memory_path))) {
        return fail("witness.state_missing", place, "a witness that has forgotten what it cosigned must not sign; bring the file back");
    }
    const Bytes text = TRY(journal::read_whole(files, memory_path, bytes_max));
    auto memory = memory_from(text_of(text));
    if (!memory) return fail("witness.state_damaged", place, "it does not read as it was written; nothing is signed until it is back");
    for (const auto& [origin, log] : *memory) {
        // The numbers are those of the checkpoint beside them, or somebody has edited the file with its checksum.
        const auto read = journal::read_checkpoint(log.checkpoint);
        if (!read || read->checkpoint.origin != origin || read->checkpoint.size != log.size || read->checkpoint.root != log.root) {
            return fail("witness.state_damaged", place, origin + ": its numbers are not those of its checkpoint");
        }
    }
    return *std::move(memory);
}

Attempt<journal::Done> write_memory(journal::Files& files, const Memory& memory) {
    return journal::write_whole(files, memory_path, view_of(memory_text(memory)));
}

}  // namespace ponte::witness
