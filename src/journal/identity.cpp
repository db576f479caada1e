#include "journal/identity.h"

#include "journal/lines.h"
#include "journal/note.h"

#include <algorithm>
#include <fmt/format.h>
#include <sodium.h>

namespace ponte::journal {

namespace {

constexpr std::string_view identity_title = "ponte journal 1";
constexpr std::string_view key_title = "ponte log key 1";
constexpr std::uint64_t text_bytes_max = 4096;

std::string with_check(std::string text) { return text + "check " + sha256(text).to_text() + "\n"; }

}  // namespace

std::string identity_text(const JournalOpened& opened) {
    const VerifierKey key{opened.origin, KeyUse::note, opened.log_key};
    return with_check(fmt::format("{}\norigin {}\nlog {}\nkey {}\nclock {}\ncreated {}\n", identity_title, opened.origin,
                                  opened.log_id.to_text(), key.to_text(), opened.clock == ClockKind::system ? "system" : "simulated",
                                  opened.created.micros));
}

std::optional<JournalOpened> identity_from(std::string_view text) {
    JournalOpened opened;
    std::string_view rest = text;
    if (take_line(rest) != identity_title) return std::nullopt;
    opened.origin = take_field(rest, "origin").value_or("");
    const auto log_id = Digest::from_text(take_field(rest, "log").value_or(""));
    const auto key = VerifierKey::parse(take_field(rest, "key").value_or(""));
    const auto clock = take_field(rest, "clock");
    std::string_view created = take_field(rest, "created").value_or("");
    if (!log_id || !key) return std::nullopt;
    opened.log_id = *log_id;
    opened.log_key = key->key;
    opened.clock = clock == "simulated" ? ClockKind::simulated : ClockKind::system;
    const auto parsed = std::from_chars(created.data(), created.data() + created.size(), opened.created.micros);
    if (parsed.ec != std::errc()) return std::nullopt;
    // One identity, one spelling: this covers the check line and all that was read leniently above.
    if (identity_text(opened) != text) return std::nullopt;
    return opened;
}

Attempt<JournalOpened> read_identity(Files& files) {
    const Bytes text = TRY(read_whole(files, identity_path, text_bytes_max));
    auto opened = identity_from(text_of(text));
    if (!opened) return fail("journal.identity_damaged", files.name() + "/" + identity_path, "it does not read as it was written");
    return *std::move(opened);
}

Attempt<Done> write_key(Files& files, const std::string& path, const SecretKey& key) {
    auto seed = key.seed();
    std::string text = with_check(fmt::format("{}\nseed {}\npublic {}\n", key_title, hex(seed), key.public_key().to_text()));
    auto written = write_whole(files, path, view_of(text), true);
    sodium_memzero(seed.data(), seed.size());
    sodium_memzero(text.data(), text.size());
    return written;
}

Attempt<SecretKey> read_key(Files& files, const std::string& path) {
    const std::string place = files.name() + "/" + path;
    if (!TRY(files.exists(path))) return fail("journal.key_missing", place, "without it nothing can be signed or written");
    if (!TRY(files.is_secret(path))) return fail("journal.key_exposed", place, "others may read it; its mode must be 0600");
    const Bytes bytes = TRY(read_whole(files, path, text_bytes_max));
    std::string_view rest = text_of(bytes);
    const auto title = take_line(rest);
    const auto octets = from_hex(take_field(rest, "seed").value_or(""));
    std::array<std::uint8_t, 32> seed{};
    if (title != key_title || !octets || octets->size() != seed.size()) return fail("journal.key_damaged", place, "it does not read as it was written");
    std::ranges::copy(*octets, seed.begin());
    const SecretKey key(seed);
    const std::string again = with_check(fmt::format("{}\nseed {}\npublic {}\n", key_title, hex(seed), key.public_key().to_text()));
    if (again != text_of(bytes)) return fail("journal.key_damaged", place, "it does not read as it was written");
    return key;
}

}  // namespace ponte::journal
