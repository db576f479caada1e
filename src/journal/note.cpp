#include "journal/note.h"

#include "base/digest.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace ponte::journal {

namespace {

constexpr std::string_view dash = "\xE2\x80\x94 ";  // An em dash and a blank.

// The code point at the front of well-formed UTF-8, taken off it; nothing when it is malformed.
std::optional<char32_t> take_code_point(std::string_view& text) {
    const auto octet = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = octet(0);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || text.size() < length) return std::nullopt;
    constexpr std::array<unsigned char, 5> lead_bits{0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t point = lead & lead_bits[length];
    for (std::size_t i = 1; i < length; ++i) {
        if ((octet(i) & 0xC0U) != 0x80) return std::nullopt;
        point = point << 6U | (octet(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (point < smallest[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return std::nullopt;
    text.remove_prefix(length);
    return point;
}

bool is_blank(char32_t point) {
    return point == ' ' || point == 0x85 || point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200A) ||
           point == 0x2028 || point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x3000;
}

// Well-formed and without control characters other than newline.
bool is_note_text(std::string_view text) {
    while (!text.empty()) {
        const auto point = take_code_point(text);
        if (!point || (*point < 0x20 && *point != '\n')) return false;
    }
    return true;
}

std::uint32_t big_endian(ByteView bytes) {
    std::uint32_t value = 0;
    for (const std::uint8_t byte : bytes.first(4)) value = value << 8U | byte;
    return value;
}

void add_big_endian(Bytes& bytes, std::uint64_t value, unsigned octets) {
    while (octets-- > 0) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * octets) & 0xffU));
}

std::string cosigned_message(std::string_view text, std::uint64_t seconds) {
    return fmt::format("cosignature/v1\ntime {}\n{}", seconds, text);
}

std::optional<NoteSignature> parse_signature(std::string_view line) {
    if (!line.starts_with(dash)) return std::nullopt;
    line.remove_prefix(dash.size());
    const std::size_t blank = line.find(' ');
    if (blank == line.npos || !is_key_name(line.substr(0, blank))) return std::nullopt;
    const auto bytes = from_base64(line.substr(blank + 1));
    if (!bytes || bytes->size() < 5) return std::nullopt;
    return NoteSignature{std::string(line.substr(0, blank)), big_endian(*bytes), Bytes(bytes->begin() + 4, bytes->end())};
}

// Whether the line is what this key makes over the text.
bool holds(std::string_view text, const NoteSignature& line, const VerifierKey& key) {
    const std::size_t stamp_bytes = key.use == KeyUse::cosignature ? 8 : 0;
    Signature signature;
    if (line.signature.size() != stamp_bytes + signature.bytes.size()) return false;
    std::ranges::copy(ByteView(line.signature).subspan(stamp_bytes), signature.bytes.begin());
    if (key.use == KeyUse::note) return signature_holds(key.key, view_of(text), signature);
    const std::uint64_t seconds = cosigned_at(line);
    if (seconds > INT64_MAX) return false;
    return signature_holds(key.key, view_of(cosigned_message(text, seconds)), signature);
}

}  // namespace

bool is_key_name(std::string_view name) {
    if (name.empty()) return false;
    while (!name.empty()) {
        const auto point = take_code_point(name);
        if (!point || *point < 0x20 || is_blank(*point) || *point == '+') return false;
    }
    return true;
}

std::uint32_t VerifierKey::id() const {
    const std::array<std::uint8_t, 2> between{0x0A, static_cast<std::uint8_t>(use)};
    return big_endian(sha256_of_parts({view_of(name), between, key.bytes}).bytes);
}

std::string VerifierKey::to_text() const {
    Bytes material{static_cast<std::uint8_t>(use)};
    material.insert(material.end(), key.bytes.begin(), key.bytes.end());
    return fmt::format("{}+{:08x}+{}", name, id(), base64(material));
}

Outcome<VerifierKey> VerifierKey::parse(std::string_view text) {
    const std::size_t first = text.find('+');
    const std::size_t second = first == text.npos ? first : text.find('+', first + 1);
    if (second == text.npos) return refuse(refusals::key_unreadable, std::string(text), "name+id+key");
    VerifierKey key;
    key.name = text.substr(0, first);
    if (!is_key_name(key.name)) return refuse(refusals::key_unreadable, key.name, "name");
    const auto material = from_base64(text.substr(second + 1));
    const bool known_use = material && !material->empty() && ((*material)[0] == 0x01 || (*material)[0] == 0x04);
    if (!known_use || material->size() != 33) return refuse(refusals::key_unreadable, std::string(text.substr(second + 1)), "key");
    key.use = static_cast<KeyUse>((*material)[0]);
    std::ranges::copy(ByteView(*material).subspan(1), key.key.bytes.begin());
    const std::string_view id = text.substr(first + 1, second - first - 1);
    if (id != fmt::format("{:08x}", key.id())) return refuse(refusals::key_unreadable, std::string(id), "id");
    return key;
}

std::string NoteSignature::to_text() const {
    Bytes bytes;
    add_big_endian(bytes, key_id, 4);
    bytes.insert(bytes.end(), signature.begin(), signature.end());
    return fmt::format("{}{} {}\n", dash, name, base64(bytes));
}

std::string Note::to_text() const {
    std::string all = text + "\n";
    for (const NoteSignature& signature : signatures) all += signature.to_text();
    return all;
}

Outcome<Note> Note::parse(std::string_view text) {
    if (text.size() > note_bytes_max) return refuse(refusals::note_unreadable, "larger than 1,000,000 bytes");
    if (!is_note_text(text)) return refuse(refusals::note_unreadable, "no UTF-8, or a control character");
    // The text may hold empty lines; the last one in the note ends it.
    const std::size_t end = text.rfind("\n\n");
    if (end == text.npos) return refuse(refusals::note_unreadable, "no blank line before signatures");
    Note note;
    note.text = text.substr(0, end + 1);
    std::string_view rest = text.substr(end + 2);
    if (rest.empty() || !rest.ends_with('\n')) return refuse(refusals::note_unreadable, "no signature line at the end");
    while (!rest.empty()) {
        const std::size_t newline = rest.find('\n');
        auto signature = parse_signature(rest.substr(0, newline));
        if (!signature || note.signatures.size() == note_signatures_max) {
            return refuse(refusals::note_unreadable, std::string(rest.substr(0, newline)),
                          "signature line " + std::to_string(note.signatures.size() + 1));
        }
        note.signatures.push_back(*std::move(signature));
        rest.remove_prefix(newline + 1);
    }
    return note;
}

NoteSignature sign_note(std::string_view text, std::string_view name, const SecretKey& key) {
    const Signature signature = key.sign(view_of(text));
    const VerifierKey verifier{std::string(name), KeyUse::note, key.public_key()};
    return {verifier.name, verifier.id(), Bytes(signature.bytes.begin(), signature.bytes.end())};
}

NoteSignature cosign(std::string_view text, std::string_view name, const SecretKey& key, std::uint64_t seconds) {
    const Signature signature = key.sign(view_of(cosigned_message(text, seconds)));
    const VerifierKey verifier{std::string(name), KeyUse::cosignature, key.public_key()};
    NoteSignature line{verifier.name, verifier.id(), {}};
    add_big_endian(line.signature, seconds, 8);
    line.signature.insert(line.signature.end(), signature.bytes.begin(), signature.bytes.end());
    return line;
}

std::uint64_t cosigned_at(const NoteSignature& cosignature) {
    std::uint64_t seconds = 0;
    for (std::size_t i = 0; i < 8 && i < cosignature.signature.size(); ++i) seconds = seconds << 8U | cosignature.signature[i];
    return seconds;
}

Outcome<NoteSignature> signature_of(const Note& note, const VerifierKey& key) {
    const NoteSignature* found = nullptr;
    for (const NoteSignature& line : note.signatures) {
        if (line.name != key.name || line.key_id != key.id()) continue;
        if (!holds(note.text, line, key)) return refuse(refusals::note_signature_false, key.to_text());
        found = &line;
    }
    if (found == nullptr) return refuse(refusals::note_not_signed, key.to_text());
    return *found;
}

}  // namespace ponte::journal
