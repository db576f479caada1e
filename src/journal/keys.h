#pragma once

#include "base/bytes.h"

#include <array>
#include <compare>
#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>

// Ed25519 keys and signatures (RFC 8032), the only ones the journal makes.
namespace ponte::journal {

struct PublicKey {
    std::array<std::uint8_t, 32> bytes{};

    [[nodiscard]] std::string to_text() const { return hex(bytes); }
    [[nodiscard]] static std::optional<PublicKey> from_text(std::string_view text);

    friend auto operator<=>(const PublicKey&, const PublicKey&) = default;
};
BOOST_DESCRIBE_STRUCT(PublicKey, (), (bytes))

struct Signature {
    std::array<std::uint8_t, 64> bytes{};

    [[nodiscard]] std::string to_text() const { return hex(bytes); }
    [[nodiscard]] static std::optional<Signature> from_text(std::string_view text);

    friend auto operator<=>(const Signature&, const Signature&) = default;
};
BOOST_DESCRIBE_STRUCT(Signature, (), (bytes))

// Sixteen bytes that nobody can guess, so that two equal commands have different leaves.
struct Nonce {
    std::array<std::uint8_t, 16> bytes{};

    [[nodiscard]] std::string to_text() const { return hex(bytes); }
    [[nodiscard]] static std::optional<Nonce> from_text(std::string_view text);

    friend auto operator<=>(const Nonce&, const Nonce&) = default;
};
BOOST_DESCRIBE_STRUCT(Nonce, (), (bytes))

// The seed is the secret; the rest follows from it. Memory is wiped when it goes.
class SecretKey {
public:
    explicit SecretKey(const std::array<std::uint8_t, 32>& seed);
    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;
    ~SecretKey();

    [[nodiscard]] static SecretKey made_at_random();

    [[nodiscard]] const PublicKey& public_key() const { return public_key_; }
    [[nodiscard]] Signature sign(ByteView message) const;
    [[nodiscard]] std::array<std::uint8_t, 32> seed() const;

private:
    std::array<std::uint8_t, 64> secret_{};
    PublicKey public_key_;
};

[[nodiscard]] bool signature_holds(const PublicKey& key, ByteView message, const Signature& signature);
[[nodiscard]] Nonce nonce_at_random();

}  // namespace ponte::journal
