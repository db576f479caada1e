#pragma once

#include "base/outcome.h"
#include "journal/keys.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Signed notes (C2SP signed-note): a text, a blank line, and signature lines. Lines of unknown keys are
// kept and ignored, so that witnesses and newer algorithms can ride along.
namespace ponte::journal {

namespace refusals {
inline constexpr RefusalKind note_unreadable{"journal.note_unreadable", Remedy::correct};
inline constexpr RefusalKind key_unreadable{"journal.key_unreadable", Remedy::correct};
inline constexpr RefusalKind note_not_signed{"journal.note_not_signed", Remedy::correct};
inline constexpr RefusalKind note_signature_false{"journal.note_signature_false", Remedy::correct};
}  // namespace refusals

enum class KeyUse : std::uint8_t { note = 0x01, cosignature = 0x04 };

// Who may have signed. As text: "name+hex(key id)+base64(use, public key)".
struct VerifierKey {
    std::string name;
    KeyUse use = KeyUse::note;
    PublicKey key;

    [[nodiscard]] std::uint32_t id() const;  // First four bytes of SHA-256(name, 0x0A, use, key), big-endian.
    [[nodiscard]] std::string to_text() const;
    [[nodiscard]] static Outcome<VerifierKey> parse(std::string_view text);

    friend bool operator==(const VerifierKey&, const VerifierKey&) = default;
};

struct NoteSignature {
    std::string name;
    std::uint32_t key_id = 0;
    Bytes signature;

    [[nodiscard]] std::string to_text() const;  // "— name base64\n"

    friend bool operator==(const NoteSignature&, const NoteSignature&) = default;
};

struct Note {
    std::string text;  // With its last newline.
    std::vector<NoteSignature> signatures;

    [[nodiscard]] std::string to_text() const;
    [[nodiscard]] static Outcome<Note> parse(std::string_view text);

    friend bool operator==(const Note&, const Note&) = default;
};

inline constexpr std::size_t note_bytes_max = 1'000'000;
inline constexpr std::size_t note_signatures_max = 100;

[[nodiscard]] bool is_key_name(std::string_view name);  // Not empty, no blank, no plus, no control character.
[[nodiscard]] NoteSignature sign_note(std::string_view text, std::string_view name, const SecretKey& key);
// Refuses when the key has not signed, or one of its lines is false. Notes and cosignatures alike.
[[nodiscard]] Outcome<NoteSignature> signature_of(const Note& note, const VerifierKey& key);

// Cosignature v1 (C2SP tlog-cosignature): a witness has seen this checkpoint, and no other history, by
// that second.
[[nodiscard]] NoteSignature cosign(std::string_view text, std::string_view name, const SecretKey& key, std::uint64_t seconds);
[[nodiscard]] std::uint64_t cosigned_at(const NoteSignature& cosignature);  // Of a line signature_of() found.

}  // namespace ponte::journal
