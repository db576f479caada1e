#include "witness/evidence.h"

#include "journal/lines.h"
#include "journal/tree.h"
#include "witness/memory.h"
#include "witness/refusals.h"

#include <algorithm>

namespace ponte::witness {

namespace {

constexpr std::string_view title = "ponte fork evidence 1";

}  // namespace

std::string Evidence::to_text() const {
    std::string proof;
    for (const Digest& hash : consistency) proof += base64(hash.bytes) + "\n";
    return std::string(title) + "\nfinding " + (finding == Finding::fork ? "fork" : "unproven") + "\nlog " + log_key + "\n" +
           counted_lines("first", first) + counted_lines("second", second) + counted_lines("proof", proof);
}

Outcome<Evidence> Evidence::parse(std::string_view text) {
    Evidence evidence;
    std::string_view rest = text;
    if (journal::take_line(rest) != title) return refuse(refusals::evidence_unreadable, {}, "line 1");
    const auto finding = journal::take_field(rest, "finding");
    evidence.finding = finding == "fork" ? Finding::fork : Finding::unproven;
    evidence.log_key = journal::take_field(rest, "log").value_or("");
    auto first = take_counted_lines(rest, "first");
    auto second = take_counted_lines(rest, "second");
    const auto proof = take_counted_lines(rest, "proof");
    if (!first || !second || !proof) return refuse(refusals::evidence_unreadable, {}, !first ? "first" : !second ? "second" : "proof");
    evidence.first = *std::move(first);
    evidence.second = *std::move(second);
    std::string_view lines = *proof;
    while (const auto line = journal::take_line(lines)) {
        const auto hash = from_base64(*line);
        if (!hash || hash->size() != 32) return refuse(refusals::evidence_unreadable, std::string(*line), "proof");
        std::ranges::copy(*hash, evidence.consistency.emplace_back().bytes.begin());
    }
    if (evidence.to_text() != text) return refuse(refusals::evidence_unreadable, {}, "another spelling than ours");
    return evidence;
}

Outcome<Finding> finding_of(const Evidence& evidence, const journal::VerifierKey& log) {
    const auto first = TRY(journal::open_checkpoint(evidence.first, log)).checkpoint;
    const auto second = TRY(journal::open_checkpoint(evidence.second, log)).checkpoint;
    if (first.size == second.size) {
        if (first.root == second.root) return refuse(refusals::evidence_false, "the same root at the same size");
        return Finding::fork;
    }
    const auto shown = journal::old_root_shown(first.size, second.size, evidence.consistency, first.root, second.root);
    if (shown == first.root) return refuse(refusals::evidence_false, "the second continues the first");
    return shown ? Finding::fork : Finding::unproven;
}

}  // namespace ponte::witness
