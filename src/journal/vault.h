#pragma once

#include "base/id.h"
#include "base/sealed.h"
#include "journal/files.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Where sealed values stand in clear, so to speak: encrypted under a key of the person they speak of,
// beside the journal and never in it. Erasing a person destroys the key; what the journal holds are
// commitments that then say nothing to anyone. SQLite, durable before a seal returns.
namespace ponte::journal {

struct Sealing {
    PersonId person;
    std::string field;
    std::string clear;
};

class Vault {
public:
    // vault.sqlite and keys/vault.key in the journal's folder, both made on first use, mode 0600.
    [[nodiscard]] static Attempt<Vault> open(const std::string& journal_folder);
    [[nodiscard]] static Attempt<Vault> in_memory();
    Vault(Vault&&) noexcept;
    Vault& operator=(Vault&&) noexcept;
    ~Vault();

    [[nodiscard]] Attempt<Sealed> seal(const PersonId& person, std::string_view field, std::string_view clear);
    // All of them in one durable transaction, or none.
    [[nodiscard]] Attempt<std::vector<Sealed>> seal_all(std::span<const Sealing> sealings);
    // Nothing when the person was erased, or the value was never here.
    [[nodiscard]] Attempt<std::optional<std::string>> reveal(const Sealed& sealed);
    // Nothing of the person can be revealed afterwards. Harmless when repeated; says whether a key was there.
    [[nodiscard]] Attempt<bool> erase(const PersonId& person);

    // Opens every value that can be opened and compares it with its commitment; says how many.
    [[nodiscard]] Attempt<std::uint64_t> verify();
    // A copy of this moment.
    [[nodiscard]] Attempt<Done> copy_to(const std::string& path);

private:
    struct Database;
    explicit Vault(std::unique_ptr<Database> database);
    [[nodiscard]] static Attempt<Vault> begin_on(std::unique_ptr<Database> database);

    std::unique_ptr<Database> database_;
};

}  // namespace ponte::journal
