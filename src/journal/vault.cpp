#include "journal/vault.h"

#include "base/check.h"
#include "journal/files_disk.h"
#include "journal/folders.h"

#include <algorithm>
#include <fcntl.h>
#include <sodium.h>
#include <sqlite3.h>
#include <unistd.h>

namespace ponte::journal {

namespace {

constexpr std::size_t key_bytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
using VaultKey = std::array<std::uint8_t, key_bytes>;

constexpr const char* schema =
    "PRAGMA journal_mode = DELETE;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA secure_delete = ON;"
    "PRAGMA trusted_schema = OFF;"
    "CREATE TABLE IF NOT EXISTS person (id TEXT PRIMARY KEY, key BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS sealed (commitment BLOB PRIMARY KEY, person TEXT NOT NULL, field TEXT NOT NULL,"
    " secret BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE INDEX IF NOT EXISTS sealed_of ON sealed (person);";

// Nonce, then what the key makes of the clear bytes. `context` is bound and not hidden.
Bytes encrypt(const VaultKey& key, ByteView clear, std::string_view context) {
    Bytes secret(nonce_bytes + clear.size() + tag_bytes);
    randombytes_buf(secret.data(), nonce_bytes);
    CHECK(crypto_aead_xchacha20poly1305_ietf_encrypt(secret.data() + nonce_bytes, nullptr, clear.data(), clear.size(),
                                                     view_of(context).data(), context.size(), nullptr, secret.data(), key.data()) == 0);
    return secret;
}

std::optional<Bytes> decrypt(const VaultKey& key, ByteView secret, std::string_view context) {
    if (secret.size() < nonce_bytes + tag_bytes) return std::nullopt;
    Bytes clear(secret.size() - nonce_bytes - tag_bytes);
    const ByteView box = secret.subspan(nonce_bytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(clear.data(), nullptr, nullptr, box.data(), box.size(), view_of(context).data(),
                                                   context.size(), secret.data(), key.data()) != 0) {
        return std::nullopt;
    }
    return clear;
}

// A prepared statement, bound in order, reset when it is used again.
class Statement {
public:
    Statement() = default;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement() { sqlite3_finalize(statement_); }

    [[nodiscard]] bool prepare(sqlite3* database, const char* text) {
        return sqlite3_prepare_v2(database, text, -1, &statement_, nullptr) == SQLITE_OK;
    }
    Statement& begin() {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
        next_ = 1;
        return *this;
    }
    Statement& text(std::string_view value) {
        CHECK(sqlite3_bind_text(statement_, next_++, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT) == SQLITE_OK);
        return *this;
    }
    Statement& blob(ByteView value) {
        CHECK(sqlite3_bind_blob(statement_, next_++, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT) == SQLITE_OK);
        return *this;
    }
    [[nodiscard]] int step() { return sqlite3_step(statement_); }
    [[nodiscard]] Bytes column(int index) const {
        const auto* const from = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, index));
        return from == nullptr ? Bytes() : Bytes(from, from + sqlite3_column_bytes(statement_, index));
    }

private:
    sqlite3_stmt* statement_ = nullptr;
    int next_ = 1;
};

Attempt<VaultKey> vault_key(Files& files) {
    VaultKey key;
    if (!TRY(files.exists(vault_key_path))) {
        TRY(files.make_folder(keys_folder));
        randombytes_buf(key.data(), key.size());
        const std::string text = "ponte vault key 1\n" + hex(key) + "\n" + sha256(ByteView(key)).to_text() + "\n";
        TRY(write_whole(files, vault_key_path, view_of(text), true));
        return key;
    }
    const std::string place = files.name() + "/" + vault_key_path;
    if (!TRY(files.is_secret(vault_key_path))) return fail("journal.key_exposed", place, "others may read it; its mode must be 0600");
    const Bytes text = TRY(read_whole(files, vault_key_path, 4096));
    const auto octets = text.size() > 82 ? from_hex(text_of(text).substr(18, 64)) : std::nullopt;
    if (octets) std::ranges::copy(*octets, key.begin());
    if (!octets || text_of(text) != "ponte vault key 1\n" + hex(key) + "\n" + sha256(ByteView(key)).to_text() + "\n") {
        return fail("journal.key_damaged", place, "it does not read as it was written");
    }
    return key;
}

}  // namespace

struct Vault::Database {
    sqlite3* handle = nullptr;
    std::string name;
    VaultKey master{};
    Statement key_of_person, add_person, drop_person, drop_values_of, add_value, value_of, all_values, begin, commit, rollback;

    Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database() { sodium_memzero(master.data(), master.size()); }

    [[nodiscard]] std::unexpected<Fault> failed(std::string_view step) const {
        return fail("journal.vault_failed", name, std::string(step) + ": " + sqlite3_errmsg(handle));
    }

    [[nodiscard]] bool prepare() {
        return key_of_person.prepare(handle, "SELECT key FROM person WHERE id = ?") &&
               add_person.prepare(handle, "INSERT INTO person VALUES (?, ?)") &&
               drop_person.prepare(handle, "DELETE FROM person WHERE id = ?") &&
               drop_values_of.prepare(handle, "DELETE FROM sealed WHERE person = ?") &&
               add_value.prepare(handle, "INSERT INTO sealed VALUES (?, ?, ?, ?)") &&
               value_of.prepare(handle, "SELECT person, field, secret FROM sealed WHERE commitment = ?") &&
               all_values.prepare(handle, "SELECT commitment FROM sealed ORDER BY commitment") && begin.prepare(handle, "BEGIN IMMEDIATE") &&
               commit.prepare(handle, "COMMIT") && rollback.prepare(handle, "ROLLBACK");
    }

    // The person's key, or nothing when there is none (any more).
    [[nodiscard]] Attempt<std::optional<VaultKey>> find_key(std::string_view person) {
        const int step = key_of_person.begin().text(person).step();
        if (step == SQLITE_DONE) return std::optional<VaultKey>();
        if (step != SQLITE_ROW) return failed("reading a key");
        const auto clear = decrypt(master, key_of_person.column(0), person);
        key_of_person.begin();
        if (!clear || clear->size() != key_bytes) return fail("journal.vault_damaged", name, "the key of a person does not open");
        std::optional<VaultKey> key(std::in_place);
        std::ranges::copy(*clear, key->begin());
        return key;
    }

    [[nodiscard]] Attempt<Sealed> put(const Sealing& sealing) {
        auto key = TRY(find_key(sealing.person.value));
        if (!key) {
            key.emplace();
            randombytes_buf(key->data(), key->size());
            if (add_person.begin().text(sealing.person.value).blob(encrypt(master, *key, sealing.person.value)).step() != SQLITE_DONE) {
                return failed("adding a key");
            }
        }
        Digest salt;
        randombytes_buf(salt.bytes.data(), salt.bytes.size());
        const Sealed commitment = sealed(sealing.field, salt, sealing.clear);
        Bytes clear(salt.bytes.begin(), salt.bytes.end());
        clear.insert(clear.end(), sealing.clear.begin(), sealing.clear.end());
        const Bytes secret = encrypt(*key, clear, commitment.to_text());
        if (add_value.begin().blob(commitment.commitment.bytes).text(sealing.person.value).text(sealing.field).blob(secret).step() != SQLITE_DONE) {
            return failed("adding a value");
        }
        return commitment;
    }
};

Vault::Vault(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Vault::Vault(Vault&&) noexcept = default;
Vault& Vault::operator=(Vault&&) noexcept = default;

namespace {

// Closes after every statement is gone.
struct Closing {
    sqlite3* handle;
    ~Closing() { sqlite3_close_v2(handle); }
};

}  // namespace

Vault::~Vault() {
    if (database_ == nullptr) return;
    const Closing closing{database_->handle};
    database_.reset();
}

Attempt<Vault> Vault::open(const std::string& journal_folder) {
    CHECK(sodium_init() >= 0);
    const auto files = files_on_disk(journal_folder);
    auto database = std::make_unique<Database>();
    database->name = journal_folder + "/" + vault_path;
    database->master = TRY(vault_key(*files));
    if (TRY(files->exists(vault_path))) {
        if (!TRY(files->is_secret(vault_path))) return fail("journal.key_exposed", database->name, "others may read it; its mode must be 0600");
    } else {
        // Made here and not by SQLite, whose own files are open to the group.
        TRY(files->open(vault_path, OpenAs::create, true));
        TRY(files->sync_folder(""));
    }
    return begin_on(std::move(database));
}

Attempt<Vault> Vault::in_memory() {
    CHECK(sodium_init() >= 0);
    auto database = std::make_unique<Database>();
    database->name = ":memory:";
    randombytes_buf(database->master.data(), database->master.size());
    return begin_on(std::move(database));
}

Attempt<Vault> Vault::begin_on(std::unique_ptr<Database> database) {
    const int opened = sqlite3_open_v2(database->name.c_str(), &database->handle, SQLITE_OPEN_READWRITE, nullptr);
    Vault vault(std::move(database));
    Database& in = *vault.database_;
    if (opened != SQLITE_OK) return in.failed("opening");
    sqlite3_busy_timeout(in.handle, 5000);
    if (sqlite3_exec(in.handle, schema, nullptr, nullptr, nullptr) != SQLITE_OK || !in.prepare()) return in.failed("opening");
    return vault;
}

Attempt<std::vector<Sealed>> Vault::seal_all(std::span<const Sealing> sealings) {
    Database& in = *database_;
    if (in.begin.begin().step() != SQLITE_DONE) return in.failed("beginning");
    std::vector<Sealed> all;
    for (const Sealing& sealing : sealings) {
        auto one = in.put(sealing);
        if (!one) {
            (void)in.rollback.begin().step();
            return std::unexpected(one.error());
        }
        all.push_back(*one);
    }
    if (in.commit.begin().step() != SQLITE_DONE) {
        auto fault = in.failed("writing");
        (void)in.rollback.begin().step();
        return fault;
    }
    return all;
}

Attempt<Sealed> Vault::seal(const PersonId& person, std::string_view field, std::string_view clear) {
    const Sealing sealing{person, std::string(field), std::string(clear)};
    return TRY(seal_all({&sealing, 1})).front();
}

Attempt<std::optional<std::string>> Vault::reveal(const Sealed& sealed_value) {
    Database& in = *database_;
    const int step = in.value_of.begin().blob(sealed_value.commitment.bytes).step();
    if (step == SQLITE_DONE) return std::optional<std::string>();
    if (step != SQLITE_ROW) return in.failed("reading a value");
    const Bytes person = in.value_of.column(0);
    const Bytes field = in.value_of.column(1);
    const Bytes secret = in.value_of.column(2);
    in.value_of.begin();
    const auto key = TRY(in.find_key(text_of(person)));
    if (!key) return std::optional<std::string>();
    const auto clear = decrypt(*key, secret, sealed_value.to_text());
    Digest salt;
    if (!clear || clear->size() < salt.bytes.size()) return fail("journal.vault_damaged", in.name, "a value does not open: " + sealed_value.to_text());
    std::copy_n(clear->begin(), salt.bytes.size(), salt.bytes.begin());
    std::string value(text_of(ByteView(*clear).subspan(salt.bytes.size())));
    if (sealed(text_of(field), salt, value) != sealed_value) {
        return fail("journal.vault_damaged", in.name, "a value differs from its commitment: " + sealed_value.to_text());
    }
    return std::optional(std::move(value));
}

Attempt<bool> Vault::erase(const PersonId& person) {
    Database& in = *database_;
    if (in.begin.begin().step() != SQLITE_DONE) return in.failed("beginning");
    const bool values_gone = in.drop_values_of.begin().text(person.value).step() == SQLITE_DONE;
    const bool key_gone = values_gone && in.drop_person.begin().text(person.value).step() == SQLITE_DONE;
    const bool was_there = sqlite3_changes(in.handle) > 0;
    if (!key_gone || in.commit.begin().step() != SQLITE_DONE) {
        auto fault = in.failed("erasing");
        (void)in.rollback.begin().step();
        return fault;
    }
    return was_there;
}

Attempt<std::uint64_t> Vault::verify() {
    Database& in = *database_;
    Statement check;
    if (!check.prepare(in.handle, "PRAGMA integrity_check") || check.step() != SQLITE_ROW) return in.failed("checking");
    if (const Bytes said = check.column(0); text_of(said) != "ok") return fail("journal.vault_damaged", in.name, std::string(text_of(said)));
    std::vector<Sealed> all;
    in.all_values.begin();
    int step = SQLITE_ROW;
    while ((step = in.all_values.step()) == SQLITE_ROW) {
        const auto one = Digest::from_text(hex(in.all_values.column(0)));
        if (!one) return fail("journal.vault_damaged", in.name, "a commitment of another length");
        all.push_back(Sealed{*one});
    }
    if (step != SQLITE_DONE) return in.failed("reading");
    std::uint64_t opened = 0;
    for (const Sealed& one : all) {
        if (!TRY(reveal(one))) return fail("journal.vault_damaged", in.name, "a value without its person's key: " + one.to_text());
        ++opened;
    }
    return opened;
}

Attempt<Done> Vault::copy_to(const std::string& path) {
    Database& in = *database_;
    const int number = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (number < 0) return fail("journal.disk_failed", path, "it cannot be made, or is there already");
    sqlite3* copy = nullptr;
    int result = sqlite3_open_v2(path.c_str(), &copy, SQLITE_OPEN_READWRITE, nullptr);
    const Closing closing{copy};
    if (result == SQLITE_OK) {
        sqlite3_backup* const backup = sqlite3_backup_init(copy, "main", in.handle, "main");
        result = backup == nullptr ? SQLITE_ERROR : sqlite3_backup_step(backup, -1);
        if (backup != nullptr) (void)sqlite3_backup_finish(backup);
    }
    const bool synced = ::fsync(number) == 0;
    ::close(number);
    if (result != SQLITE_DONE || !synced) return in.failed("copying");
    return Done{};
}

}  // namespace ponte::journal
