// rooms: adapters.packet
// Packets and requests to witnesses come from strangers: reading and checking never crash, and what reads
// writes itself the same. The last line's checksum is put right, or hardly any input would come past it.
#include "adapters/packet/packet.h"
#include "journal/witness_request.h"

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string body(ponte::text_of({data, size}));
    // Of the two journals whose packets and receipts are in the corpus: these are checked to the end.
    static const auto bank = ponte::journal::VerifierKey::parse("bank.example/ledger+dd0da359+AYlc6vrKwuhlm9uLGVFKg8/rNUuwoGXDT4OySU/V997A");
    static const auto conference = ponte::journal::VerifierKey::parse("conference.example/log+a4b87e5f+AUItZ6/qVvO6u+QKFDxlYTmT/gz4TMopzaiYk6n7Kzz0");
    for (const std::string& text : {body, body + "check " + ponte::sha256(body).to_text() + "\n"}) {
        const auto packet = ponte::packet::read(text);
        if (!packet) continue;
        if (ponte::packet::write(*packet) != text) __builtin_trap();
        for (const auto& key : {bank, conference}) {
            if (key) static_cast<void>(ponte::packet::verify(*packet, *key).has_value());
        }
    }
    const auto request = ponte::journal::WitnessRequest::parse(body);
    if (request && request->to_text() != body) __builtin_trap();
    return 0;
}
