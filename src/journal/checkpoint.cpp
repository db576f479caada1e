#include "journal/checkpoint.h"

#include "journal/lines.h"

#include <algorithm>

namespace ponte::journal {

std::string Checkpoint::to_text() const {
    std::string text = origin + "\n" + std::to_string(size) + "\n" + base64(root.bytes) + "\n";
    for (const std::string& line : extensions) text += line + "\n";
    return text;
}

Outcome<Checkpoint> Checkpoint::parse(std::string_view note_text) {
    Checkpoint checkpoint;
    std::string_view rest = note_text;
    const auto origin = take_line(rest);
    if (!origin || origin->empty()) return refuse(refusals::checkpoint_unreadable, {}, "line 1, origin");
    checkpoint.origin = *origin;
    const auto size = number_from(take_line(rest).value_or(""));
    if (!size) return refuse(refusals::checkpoint_unreadable, {}, "line 2, size");
    checkpoint.size = *size;
    const auto root = from_base64(take_line(rest).value_or(""));
    if (!root || root->size() != checkpoint.root.bytes.size()) return refuse(refusals::checkpoint_unreadable, {}, "line 3, root");
    std::ranges::copy(*root, checkpoint.root.bytes.begin());
    while (!rest.empty()) {
        const auto line = take_line(rest);
        if (!line || line->empty()) return refuse(refusals::checkpoint_unreadable, {}, "extension lines");
        checkpoint.extensions.emplace_back(*line);
    }
    return checkpoint;
}

Outcome<SignedCheckpoint> read_checkpoint(std::string_view text) {
    Note note = TRY(Note::parse(text));
    Checkpoint checkpoint = TRY(Checkpoint::parse(note.text));
    return SignedCheckpoint{std::move(checkpoint), std::move(note)};
}

Outcome<SignedCheckpoint> open_checkpoint(std::string_view text, const VerifierKey& log) {
    SignedCheckpoint signed_checkpoint = TRY(read_checkpoint(text));
    if (signed_checkpoint.checkpoint.origin != log.name) {
        return refuse(refusals::checkpoint_of_another_log, signed_checkpoint.checkpoint.origin);
    }
    TRY(signature_of(signed_checkpoint.note, log));
    return signed_checkpoint;
}

}  // namespace ponte::journal
