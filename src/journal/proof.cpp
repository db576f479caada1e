#include "journal/proof.h"

#include "journal/lines.h"
#include "journal/tree.h"

#include <algorithm>

namespace ponte::journal {

namespace {

constexpr std::string_view first_line = "c2sp.org/tlog-proof@v1";
constexpr std::size_t hashes_max = 64;  // A log of 2^64 entries needs no more.

}  // namespace

std::string LogProof::to_text() const { return to_text_before(checkpoint.to_text()); }

std::string LogProof::to_text_before(std::string_view signed_checkpoint) const {
    std::string text = std::string(first_line) + "\n";
    if (extra) text += "extra " + base64(*extra) + "\n";
    text += "index " + std::to_string(index) + "\n";
    for (const Digest& hash : hashes) text += base64(hash.bytes) + "\n";
    text += "\n";
    text += signed_checkpoint;
    return text;
}

Outcome<LogProof> LogProof::parse(std::string_view text) {
    LogProof proof;
    std::string_view rest = text;
    if (take_line(rest) != first_line) return refuse(refusals::proof_unreadable, {}, "line 1");
    if (rest.starts_with("extra ")) {
        auto extra = from_base64(take_field(rest, "extra").value_or("?"));
        if (!extra) return refuse(refusals::proof_unreadable, {}, "extra");
        proof.extra = *std::move(extra);
    }
    const auto index = number_from(take_field(rest, "index").value_or(""));
    if (!index) return refuse(refusals::proof_unreadable, {}, "index");
    proof.index = *index;
    for (;;) {
        const auto line = take_line(rest);
        if (!line) return refuse(refusals::proof_unreadable, {}, "no blank line after the hashes");
        if (line->empty()) break;
        const auto hash = from_base64(*line);
        if (!hash || hash->size() != 32 || proof.hashes.size() == hashes_max) {
            return refuse(refusals::proof_unreadable, std::string(*line), "hash " + std::to_string(proof.hashes.size() + 1));
        }
        std::ranges::copy(*hash, proof.hashes.emplace_back().bytes.begin());
    }
    proof.checkpoint = TRY(read_checkpoint(rest)).note;
    return proof;
}

Outcome<Checkpoint> check_proof(const LogProof& proof, const Digest& leaf, const VerifierKey& log) {
    Checkpoint checkpoint = TRY(Checkpoint::parse(proof.checkpoint.text));
    if (checkpoint.origin != log.name) return refuse(refusals::checkpoint_of_another_log, checkpoint.origin);
    TRY(signature_of(proof.checkpoint, log));
    if (!inclusion_holds(leaf, proof.index, checkpoint.size, proof.hashes, checkpoint.root)) {
        return refuse(refusals::proof_false, "entry " + std::to_string(proof.index));
    }
    return checkpoint;
}

}  // namespace ponte::journal
