#pragma once

#include "house/desks.h"
#include "journal/journal.h"

#include <optional>
#include <string>

namespace ponte::house {

// Folds entries into desks, keeping the head of the run that the entries belong to.
class Replay {
public:
    explicit Replay(Desks& desks) : desks_(desks) {}

    // Nothing, or what is wrong with the entry.
    std::optional<std::string> take(const journal::StoredEntry& stored);

    [[nodiscard]] const journal::RunHeaded& head() const { return head_; }
    [[nodiscard]] const AnyEvent& last() const { return last_; }

private:
    Desks& desks_;
    journal::RunHeaded head_;
    std::uint64_t head_sequence_ = 0;
    AnyEvent last_;
};

}  // namespace ponte::house
