// The durable half of the outbox (see outbox.h): SQLite with a full sync for every commit.
#include "adapters/outbox/outbox.h"

#include "adapters/outbox/statement.h"
#include "base/json.h"
#include "journal/files_disk.h"

#include <algorithm>
#include <map>
#include <set>

namespace ponte::outbox {

namespace {

constexpr const char* file_name = "outbox.sqlite";
constexpr std::int64_t minute_micros = 60'000'000;

constexpr const char* schema = R"(
PRAGMA journal_mode = DELETE;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS notice (id TEXT PRIMARY KEY, person TEXT NOT NULL, kind INTEGER NOT NULL, about TEXT NOT NULL, due TEXT NOT NULL,
  days_before INTEGER NOT NULL, taken INTEGER NOT NULL, letter TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS letter (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, person TEXT NOT NULL, language INTEGER NOT NULL,
  subject TEXT NOT NULL, lines TEXT NOT NULL, attachment_name TEXT NOT NULL, attachment_type TEXT NOT NULL, attachment BLOB NOT NULL,
  standing INTEGER NOT NULL, created INTEGER NOT NULL, attempts INTEGER NOT NULL, first_tried INTEGER NOT NULL, next INTEGER NOT NULL,
  last_error TEXT NOT NULL) STRICT;
)";

constexpr std::string_view columns =
    "id, person, language, subject, lines, attachment_name, attachment_type, attachment, standing, created, attempts, first_tried, next, last_error";

// An enumerator by its number, as far as this release knows it.
template <class Enum>
std::optional<Enum> enum_of(std::int64_t number) {
    std::optional<Enum> found;
    for_each_enumerator<Enum>([&](std::string_view, Enum one) {
        if (static_cast<std::int64_t>(one) == number) found = one;
    });
    return found;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); !what.empty() && at != text.npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
    return text;
}

}  // namespace

std::int64_t wait_micros(std::uint32_t attempts) {
    constexpr std::uint32_t doublings_max = 8;  // 256 minutes would follow 128.
    constexpr std::int64_t minutes_max = 240;
    return std::min(minutes_max, std::int64_t{1} << std::min(doublings_max, attempts == 0 ? 0 : attempts - 1)) * minute_micros;
}

struct Outbox::Database {
    sqlite3* handle = nullptr;
    std::string name;

    Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database() { sqlite3_close_v2(handle); }

    [[nodiscard]] std::unexpected<Fault> failed(std::string_view step) const {
        return fail("outbox.failed", name, std::string(step) + ": " + sqlite3_errmsg(handle));
    }
    [[nodiscard]] std::unexpected<Fault> damaged() const { return fail("outbox.failed", name, "a row does not read as it was written"); }

    [[nodiscard]] Attempt<Statement> statement(std::string_view text) const {
        Statement made(handle, text);
        if (!made) return failed("preparing");
        return made;
    }
    [[nodiscard]] Attempt<journal::Done> run(Statement& statement) const {
        if (statement.step() != SQLITE_DONE) return failed("writing");
        return journal::Done{};
    }

    // Everything that `work` writes, or nothing of it.
    template <class Work>
    [[nodiscard]] auto in_one(Work work) const -> decltype(work()) {
        if (sqlite3_exec(handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) != SQLITE_OK) return failed("beginning");
        auto done = work();
        if (done && sqlite3_exec(handle, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK) done = failed("committing");
        if (!done) (void)sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
        return done;
    }

    [[nodiscard]] Attempt<Kept> kept_from(const Statement& row) const;
    [[nodiscard]] Attempt<std::vector<Notice>> waiting() const;
    [[nodiscard]] Attempt<bool> insert(const Letter& letter, Instant now) const;
    [[nodiscard]] Attempt<Kept> claim(Kept kept, Instant now) const;
    [[nodiscard]] Attempt<journal::Done> mark(const Kept& kept) const;
    [[nodiscard]] Attempt<std::optional<Kept>> next_due(Instant now) const;
};

Attempt<Kept> Outbox::Database::kept_from(const Statement& row) const {
    Kept kept;
    const auto language = enum_of<Language>(row.number(2));
    const auto standing = enum_of<Standing>(row.number(8));
    const auto json = parse_json(row.text(4));
    if (!language || !standing || !json) return damaged();
    const auto lines = JsonReader().read<std::vector<std::string>>(*json);
    if (!lines) return damaged();
    kept.letter = {.id = row.text(0), .person = PersonId(row.text(1)), .language = *language, .subject = row.text(3), .lines = *lines, .attachment = {}};
    if (!row.text(5).empty()) kept.letter.attachment = Attachment{.name = row.text(5), .media_type = row.text(6), .bytes = row.text(7)};
    kept.standing = *standing;
    kept.created = {row.number(9)};
    kept.attempts = static_cast<std::uint32_t>(row.number(10));
    if (kept.attempts > 0) kept.first_tried = Instant{row.number(11)};
    kept.next = {row.number(12)};
    kept.last_error = row.text(13);
    return kept;
}

Attempt<std::vector<Notice>> Outbox::Database::waiting() const {
    Statement all = TRY(statement("SELECT person, kind, about, due, days_before FROM notice WHERE letter = '' ORDER BY id"));
    std::vector<Notice> notices;
    int step = SQLITE_ROW;
    while ((step = all.step()) == SQLITE_ROW) {
        const auto kind = enum_of<Kind>(all.number(1));
        const auto about = Handle::from_text(all.text(2));
        if (!kind || !about) return damaged();
        notices.push_back({.person = PersonId(all.text(0)),
                           .kind = *kind,
                           .about = *about,
                           .due = Date::from_text(all.text(3)),
                           .days_before = static_cast<std::uint16_t>(all.number(4))});
    }
    if (step != SQLITE_DONE) return failed("reading");
    return notices;
}

Attempt<bool> Outbox::Database::insert(const Letter& letter, Instant now) const {
    Statement add = TRY(statement("INSERT INTO letter (" + std::string(columns) +
                                  ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, '') ON CONFLICT (id) DO NOTHING"));
    const Attachment attachment = letter.attachment.value_or(Attachment{});
    add.bind(letter.id).bind(letter.person.value).bind(static_cast<std::int64_t>(letter.language)).bind(letter.subject).bind(to_json(letter.lines));
    add.bind(attachment.name).bind(attachment.media_type).bind_blob(attachment.bytes);
    add.bind(static_cast<std::int64_t>(Standing::queued)).bind(now.micros).bind(now.micros);
    TRY(run(add));
    return sqlite3_changes(handle) > 0;
}

Attempt<Kept> Outbox::Database::claim(Kept kept, Instant now) const {
    if (!kept.first_tried) kept.first_tried = now;
    ++kept.attempts;
    kept.standing = Standing::failed;
    kept.next = {now.micros + wait_micros(kept.attempts)};
    kept.last_error = "interrupted before the answer was kept";
    TRY(mark(kept));
    return kept;
}

Attempt<journal::Done> Outbox::Database::mark(const Kept& kept) const {
    Statement set = TRY(statement("UPDATE letter SET standing = ?, attempts = ?, first_tried = ?, next = ?, last_error = ? WHERE id = ?"));
    set.bind(static_cast<std::int64_t>(kept.standing)).bind(std::int64_t{kept.attempts}).bind(kept.first_tried.value_or(Instant{}).micros);
    set.bind(kept.next.micros).bind(kept.last_error).bind(kept.letter.id);
    return run(set);
}

Attempt<std::optional<Kept>> Outbox::Database::next_due(Instant now) const {
    Statement due = TRY(statement("SELECT " + std::string(columns) + " FROM letter WHERE standing IN (1, 2) AND next <= ? ORDER BY number LIMIT 1"));
    const int step = due.bind(now.micros).step();
    if (step == SQLITE_DONE) return std::optional<Kept>();
    if (step != SQLITE_ROW) return failed("reading");
    return std::optional<Kept>(TRY(kept_from(due)));
}

Outbox::Outbox(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Outbox::Outbox(Outbox&&) noexcept = default;
Outbox& Outbox::operator=(Outbox&&) noexcept = default;
Outbox::~Outbox() = default;

Attempt<Outbox> Outbox::open(const std::string& journal_folder) {
    const auto files = journal::files_on_disk(journal_folder);
    auto database = std::make_unique<Database>();
    database->name = journal_folder + "/" + file_name;
    if (TRY(files->exists(file_name))) {
        if (!TRY(files->is_secret(file_name))) return fail("journal.key_exposed", database->name, "others may read it; its mode must be 0600");
    } else {
        // Made here and not by SQLite, whose own files are open to the group.
        TRY(files->open(file_name, journal::OpenAs::create, true));
        TRY(files->sync_folder(""));
    }
    if (sqlite3_open_v2(database->name.c_str(), &database->handle, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) return database->failed("opening");
    sqlite3_busy_timeout(database->handle, 5000);
    if (sqlite3_exec(database->handle, schema, nullptr, nullptr, nullptr) != SQLITE_OK) return database->failed("opening");
    return Outbox(std::move(database));
}

Attempt<Taken> Outbox::take(std::span<const Notice> holding, Instant now) {
    Database& in = *database_;
    return in.in_one([&]() -> Attempt<Taken> {
        Taken taken;
        std::set<std::string> ids;
        for (const Notice& notice : holding) {
            const std::string id = notice.id();
            if (!ids.insert(id).second) continue;
            Statement add = TRY(in.statement("INSERT INTO notice VALUES (?, ?, ?, ?, ?, ?, ?, '') ON CONFLICT (id) DO NOTHING"));
            add.bind(id).bind(notice.person.value).bind(static_cast<std::int64_t>(notice.kind)).bind(notice.about.to_text());
            add.bind(notice.due ? notice.due->to_text() : std::string()).bind(std::int64_t{notice.days_before}).bind(now.micros);
            TRY(in.run(add));
            ++(sqlite3_changes(in.handle) > 0 ? taken.fresh : taken.known);
        }
        for (const Notice& waiting : TRY(in.waiting())) {
            if (ids.contains(waiting.id())) continue;
            Statement drop = TRY(in.statement("DELETE FROM notice WHERE id = ?"));
            TRY(in.run(drop.bind(waiting.id())));
            ++taken.dropped;
        }
        return taken;
    });
}

Attempt<std::size_t> Outbox::write_digests(Instant now, std::uint8_t hour, const LanguageOf& language_of, const Letterhead& letterhead) {
    Database& in = *database_;
    const std::int64_t hours = (now.micros + std::int64_t{480} * minute_micros) / (60 * minute_micros);
    if (hours % 24 < hour) return std::size_t{0};
    return in.in_one([&]() -> Attempt<std::size_t> {
        std::map<PersonId, std::vector<Notice>> by_person;
        for (Notice& notice : TRY(in.waiting())) by_person[notice.person].push_back(std::move(notice));
        std::size_t written = 0;
        for (const auto& [person, notices] : by_person) {
            const Letter letter = digest(person, language_of(person), now.date(), notices, letterhead);
            if (!TRY(in.insert(letter, now))) continue;  // He had today's: the rest is for tomorrow.
            ++written;
            for (const Notice& notice : notices) {
                Statement told = TRY(in.statement("UPDATE notice SET letter = ? WHERE id = ?"));
                TRY(in.run(told.bind(letter.id).bind(notice.id())));
            }
        }
        return written;
    });
}

Attempt<bool> Outbox::enqueue(const Letter& letter, Instant now) {
    return database_->in_one([&] { return database_->insert(letter, now); });
}

Attempt<SendReport> Outbox::send_due(Instant now, Transport& transport, const Sender& sender, const AddressOf& address_of) {
    Database& in = *database_;
    SendReport report;
    while (!report.unreachable) {
        const auto due = TRY(in.next_due(now));
        if (!due) break;
        Kept kept = TRY(in.claim(*due, now));
        const auto end = [&](Standing standing, std::string said) {
            kept.standing = standing;
            kept.last_error = std::move(said);
            if (standing == Standing::sent) kept.next = now;
            ++(standing == Standing::sent ? report.sent : standing == Standing::failed ? report.failed : report.given_up);
            if (!kept.last_error.empty()) report.last_error = kept.last_error;
            return in.mark(kept);
        };
        const auto address = TRY(address_of(kept.letter.person));
        if (!address || address->empty()) {
            TRY(end(Standing::given_up, "no address"));
            continue;
        }
        Letter letter = kept.letter;
        if (letter.attachment) {
            letter.attachment->bytes = ics::readdressed(letter.attachment->bytes, {{std::string(recipient_unknown), *address}, {std::string(sender_unknown), sender.address}});
        }
        const auto whole = mail(letter, {.sender = sender.address,
                                              .sender_name = sender.name,
                                              .recipient = *address,
                                              .message_id = message_id(sender.origin, kept.letter.id, sender.address),
                                              .date = kept.created});
        if (!whole) {
            TRY(end(Standing::given_up, std::string(whole.error().kind.code) + " " + whole.error().place));
            continue;
        }
        const Delivered delivered = transport.deliver(*address, *whole);
        const std::string said = replaced(delivered.said, *address, "<address>");
        if (delivered.result == Delivery::accepted) {
            TRY(end(Standing::sent, {}));
            continue;
        }
        report.unreachable = delivered.result == Delivery::unreachable;
        const bool too_long = now.micros - kept.first_tried->micros >= give_up_after_micros;
        TRY(end(too_long || delivered.result == Delivery::never ? Standing::given_up : Standing::failed, said));
    }
    return report;
}

Attempt<std::vector<Kept>> Outbox::letters() const {
    Statement all = TRY(database_->statement("SELECT " + std::string(columns) + " FROM letter ORDER BY number"));
    std::vector<Kept> letters;
    int step = SQLITE_ROW;
    while ((step = all.step()) == SQLITE_ROW) letters.push_back(TRY(database_->kept_from(all)));
    if (step != SQLITE_DONE) return database_->failed("reading");
    return letters;
}

Attempt<std::optional<Kept>> Outbox::find(const std::string& id) const {
    Statement one = TRY(database_->statement("SELECT " + std::string(columns) + " FROM letter WHERE id = ?"));
    const int step = one.bind(id).step();
    if (step == SQLITE_DONE) return std::optional<Kept>();
    if (step != SQLITE_ROW) return database_->failed("reading");
    return std::optional<Kept>(TRY(database_->kept_from(one)));
}

Attempt<std::size_t> Outbox::waiting_notices() const { return TRY(database_->waiting()).size(); }

}  // namespace ponte::outbox
