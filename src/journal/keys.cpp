#include "journal/keys.h"

#include "base/check.h"

#include <algorithm>
#include <sodium.h>

namespace ponte::journal {

namespace {

template <class T>
std::optional<T> octets_from(std::string_view text) {
    const auto bytes = from_hex(text);
    T value;
    if (!bytes || bytes->size() != value.bytes.size()) return std::nullopt;
    std::ranges::copy(*bytes, value.bytes.begin());
    return value;
}

void begin_sodium() {
    // 1 when it has begun before, which is as good.
    static const int begun = sodium_init();
    CHECK(begun >= 0);
}

}  // namespace

std::optional<PublicKey> PublicKey::from_text(std::string_view text) { return octets_from<PublicKey>(text); }
std::optional<Signature> Signature::from_text(std::string_view text) { return octets_from<Signature>(text); }
std::optional<Nonce> Nonce::from_text(std::string_view text) { return octets_from<Nonce>(text); }

SecretKey::SecretKey(const std::array<std::uint8_t, 32>& seed) {
    begin_sodium();
    CHECK(crypto_sign_seed_keypair(public_key_.bytes.data(), secret_.data(), seed.data()) == 0);
}

SecretKey::~SecretKey() { sodium_memzero(secret_.data(), secret_.size()); }

SecretKey SecretKey::made_at_random() {
    begin_sodium();
    std::array<std::uint8_t, 32> seed;
    randombytes_buf(seed.data(), seed.size());
    SecretKey key(seed);
    sodium_memzero(seed.data(), seed.size());
    return key;
}

std::array<std::uint8_t, 32> SecretKey::seed() const {
    std::array<std::uint8_t, 32> seed;
    std::copy_n(secret_.begin(), seed.size(), seed.begin());
    return seed;
}

Signature SecretKey::sign(ByteView message) const {
    Signature signature;
    CHECK(crypto_sign_detached(signature.bytes.data(), nullptr, message.data(), message.size(), secret_.data()) == 0);
    return signature;
}

bool signature_holds(const PublicKey& key, ByteView message, const Signature& signature) {
    begin_sodium();
    return crypto_sign_verify_detached(signature.bytes.data(), message.data(), message.size(), key.bytes.data()) == 0;
}

Nonce nonce_at_random() {
    begin_sodium();
    Nonce nonce;
    randombytes_buf(nonce.bytes.data(), nonce.bytes.size());
    return nonce;
}

}  // namespace ponte::journal
