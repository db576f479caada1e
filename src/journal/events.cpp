#include "journal/events.h"

#include "base/canonical.h"

namespace ponte::journal {

Digest log_id_of(const JournalOpened& opened) {
    Encoder facts;
    facts.write(opened.log_key.bytes);
    facts.write(static_cast<std::uint8_t>(opened.clock));
    facts.write(opened.created.micros);
    return sha256_of_parts({view_of("ponte.log/1\n"), view_of(opened.origin), view_of("\n"), facts.view()});
}

Bytes key_rotation_message(const Digest& log_id, const PublicKey& old_key, const PublicKey& new_key) {
    constexpr std::string_view domain = "ponte.key_rotated/1\n";
    Bytes bytes(domain.begin(), domain.end());
    for (const auto* part : {&log_id.bytes, &old_key.bytes, &new_key.bytes}) bytes.insert(bytes.end(), part->begin(), part->end());
    return bytes;
}

}  // namespace ponte::journal
