#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

// The three words for failure. A *refusal*: a rule says no (Outcome). A *fault*: the world failed
// (Attempt). A *bug*: a promise broke (CHECK, base/check.h).
namespace ponte {

// What the asker can do about a refusal. The edge turns it into an HTTP status or an exit code;
// nothing else may branch on the wording.
enum class Remedy : std::uint8_t {
    correct,  // The request can never succeed as written.
    ask,      // Someone with more authority must act.
    reread,   // The world has moved on: look again, then decide.
    wait,     // The very same request may succeed later.
};

[[nodiscard]] constexpr std::string_view to_text(Remedy remedy) {
    switch (remedy) {
        case Remedy::correct: return "correct";
        case Remedy::ask: return "ask";
        case Remedy::reread: return "reread";
        case Remedy::wait: return "wait";
    }
    std::unreachable();
}

// One way of saying no. The code is part of the contract: never reused, never reworded.
struct RefusalKind {
    std::string_view code;  // "desk.reason", snake_case; points at static storage.
    Remedy remedy;

    friend constexpr bool operator==(RefusalKind a, RefusalKind b) { return a.code == b.code; }
};

struct Refusal {
    RefusalKind kind;
    std::string subject;  // Whom or what it is about: an id, a value as given.
    std::string place;    // Where the fault is: a JSON pointer, "line 12", "row 3, column value".

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

// A value or a refusal. It exists beside std::expected for one reason: GCC 12 lets a std::expected
// be dropped on the floor without a word, and this one it does not.
template <class T>
struct [[nodiscard]] Outcome : std::expected<T, Refusal> {
    using std::expected<T, Refusal>::expected;
};

[[nodiscard]] inline std::unexpected<Refusal> refuse(RefusalKind kind, std::string subject = {}, std::string place = {}) {
    return std::unexpected(Refusal{kind, std::move(subject), std::move(place)});
}

// The world failed: a disk, a file, a library. `where` names the file (and offset) it happened at.
struct Fault {
    std::string_view code;  // "journal.block_damaged"; points at static storage.
    std::string where;
    std::string what;

    friend bool operator==(const Fault&, const Fault&) = default;
};

// A value or a fault. Used at the journal and the adapters only.
template <class T>
struct [[nodiscard]] Attempt : std::expected<T, Fault> {
    using std::expected<T, Fault>::expected;
};

[[nodiscard]] inline std::unexpected<Fault> fail(std::string_view code, std::string where, std::string what = {}) {
    return std::unexpected(Fault{code, std::move(where), std::move(what)});
}

}  // namespace ponte

// The value of an outcome or attempt, or return its refusal or fault to the caller. The only
// control-flow macro of the house: GCC 12 has std::expected without and_then, and nested lambdas
// would read worse. It stands alone after `=`.
#define TRY(...)                                                 \
    __extension__({                                              \
        auto outcome_ = (__VA_ARGS__);                           \
        if (!outcome_.has_value()) [[unlikely]]                  \
            return std::unexpected(std::move(outcome_).error()); \
        *std::move(outcome_);                                    \
    })
