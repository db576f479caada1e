#pragma once

#include "base/check.h"

#include <sqlite3.h>
#include <string>
#include <string_view>
#include <utility>

// A prepared statement of SQLite: bound from the left, stepped, read by column from 0.
namespace ponte::outbox {

class Statement {
public:
    Statement(sqlite3* database, std::string_view text) {
        (void)sqlite3_prepare_v2(database, text.data(), static_cast<int>(text.size()), &statement_, nullptr);
    }
    Statement(Statement&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)), next_(other.next_) {}
    Statement& operator=(Statement&&) = delete;
    ~Statement() { sqlite3_finalize(statement_); }

    // False when it was not understood.
    [[nodiscard]] explicit operator bool() const { return statement_ != nullptr; }

    Statement& bind(std::string_view value) {
        CHECK(sqlite3_bind_text(statement_, next_++, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT) == SQLITE_OK);
        return *this;
    }
    Statement& bind(std::int64_t value) {
        CHECK(sqlite3_bind_int64(statement_, next_++, value) == SQLITE_OK);
        return *this;
    }
    Statement& bind_blob(std::string_view value) {
        CHECK(sqlite3_bind_blob(statement_, next_++, value.empty() ? "" : value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT) == SQLITE_OK);
        return *this;
    }
    [[nodiscard]] int step() { return sqlite3_step(statement_); }

    [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
    [[nodiscard]] std::string text(int column) const {
        const auto* const from = static_cast<const char*>(sqlite3_column_blob(statement_, column));
        return from == nullptr ? std::string() : std::string(from, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
    }

private:
    sqlite3_stmt* statement_ = nullptr;
    int next_ = 1;
};

}  // namespace ponte::outbox
