#include "base/digest.h"

#include "base/check.h"

#include <algorithm>
#include <memory>
#include <openssl/evp.h>

namespace ponte {

namespace {

// One algorithm looked up once and one context per thread, reused: the one-shot SHA256() of
// OpenSSL 3 looks its algorithm up at every call and costs three times as much on short input.
struct Hasher {
    Hasher() : algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr)), context(EVP_MD_CTX_new()) {
        CHECK(algorithm != nullptr);
        CHECK(context != nullptr);
    }
    Hasher(const Hasher&) = delete;
    Hasher& operator=(const Hasher&) = delete;
    ~Hasher() {
        EVP_MD_CTX_free(context);
        EVP_MD_free(algorithm);
    }

    EVP_MD* algorithm;
    EVP_MD_CTX* context;
};

Hasher& hasher() {
    thread_local Hasher one;
    return one;
}

}  // namespace

Digest sha256_of_parts(std::initializer_list<ByteView> parts) {
    Hasher& hash = hasher();
    Digest digest;
    CHECK(EVP_DigestInit_ex2(hash.context, hash.algorithm, nullptr) == 1);
    for (const ByteView part : parts) CHECK(EVP_DigestUpdate(hash.context, part.data(), part.size()) == 1);
    CHECK(EVP_DigestFinal_ex(hash.context, digest.bytes.data(), nullptr) == 1);
    return digest;
}

Digest sha256(ByteView bytes) { return sha256_of_parts({bytes}); }
Digest sha256(std::string_view text) { return sha256_of_parts({view_of(text)}); }

std::optional<Digest> Digest::from_text(std::string_view text) {
    const auto bytes = from_hex(text);
    if (!bytes || bytes->size() != 32) return std::nullopt;
    Digest digest;
    std::copy(bytes->begin(), bytes->end(), digest.bytes.begin());
    return digest;
}

}  // namespace ponte
