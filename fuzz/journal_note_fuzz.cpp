// rooms: journal base
// Whatever bytes come in as a note, a checkpoint, a proof or a key: what reads, prints back to the same
// bytes; and nothing that anybody invents is signed by a key he does not have.
#include "base/check.h"
#include "journal/proof.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ponte::journal;
    const std::string_view text = ponte::text_of({data, size});
    static const SecretKey key({1, 2, 3});
    static const VerifierKey log{"fuzz.example/log", KeyUse::note, key.public_key()};
    static const VerifierKey witness{"fuzz.example/witness", KeyUse::cosignature, key.public_key()};
    if (const auto note = Note::parse(text)) {
        CHECK(note->to_text() == text);
        CHECK(!signature_of(*note, log).has_value());
        CHECK(!signature_of(*note, witness).has_value());
    }
    if (const auto checkpoint = Checkpoint::parse(text)) CHECK(checkpoint->to_text() == text);
    if (const auto proof = LogProof::parse(text)) CHECK(proof->to_text() == text);
    if (const auto verifier = VerifierKey::parse(text)) CHECK(verifier->to_text() == text);
    return 0;
}
