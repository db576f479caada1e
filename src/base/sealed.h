#pragma once

#include "base/digest.h"

#include <string>
#include <string_view>

// Personal data never enters the journal in clear. What enters is a commitment; value and salt stand
// encrypted in the vault (journal/vault.h) under a key of the person, and erasing destroys the key.
namespace ponte {

struct Sealed {
    using is_sealed = void;

    Digest commitment;

    [[nodiscard]] std::string to_text() const { return commitment.to_text(); }
    [[nodiscard]] static std::optional<Sealed> from_text(std::string_view text) {
        const auto digest = Digest::from_text(text);
        if (!digest) return std::nullopt;
        return Sealed{*digest};
    }

    friend bool operator==(const Sealed&, const Sealed&) = default;
};

// SHA-256("ponte.sealed/1" 00, length-prefixed field, 32-byte salt, bytes).
[[nodiscard]] Sealed sealed(std::string_view field, const Digest& salt, std::string_view clear);

}  // namespace ponte
