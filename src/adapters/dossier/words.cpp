#include "adapters/dossier/words.h"

#include "adapters/csv/csv.h"
#include "base/bytes.h"
#include "base/check.h"
#include "base/embedded.h"

#include <algorithm>

namespace ponte::dossier {

Words::Words(Language language, std::string_view name) : language_(language) {
    const auto file = embedded(name);
    CHECK(file.has_value());
    const auto table = csv::read(ByteView(reinterpret_cast<const std::uint8_t*>(file->data()), file->size()));
    CHECK(table.has_value());
    const auto column = std::ranges::find(table->heads, name_of(language)) - table->heads.begin();
    CHECK(static_cast<std::size_t>(column) < table->heads.size());
    for (const csv::Row& row : table->rows) {
        words_.emplace(row.cells.front(), Word{row.cells[static_cast<std::size_t>(column)], false});
    }
}

std::string_view Words::say(std::string_view key) {
    auto found = words_.find(key);
    if (found == words_.end()) {
        missing_.emplace_back(key);
        found = words_.emplace(std::string(key), Word{"[" + std::string(key) + "]", true}).first;
    }
    found->second.used = true;
    return found->second.text;
}

std::string Words::say(std::string_view key, std::initializer_list<std::string_view> values) {
    std::string text;
    for (const Piece& piece : pieces_of(say(key))) {
        text += piece.text;
        const auto place = static_cast<std::size_t>(piece.place);
        if (piece.place >= 0 && place < values.size()) text += values.begin()[place];
    }
    return text;
}

std::vector<std::string> Words::unused() const {
    std::vector<std::string> keys;
    for (const auto& [key, word] : words_) {
        if (!word.used) keys.push_back(key);
    }
    return keys;
}

std::vector<Piece> pieces_of(std::string_view sentence) {
    std::vector<Piece> pieces;
    std::size_t from = 0;
    for (std::size_t i = 0; i + 2 < sentence.size(); ++i) {
        if (sentence[i] != '{' || sentence[i + 2] != '}' || sentence[i + 1] < '0' || sentence[i + 1] > '9') continue;
        pieces.push_back({sentence.substr(from, i - from), sentence[i + 1] - '0'});
        from = i + 3;
    }
    if (from < sentence.size()) pieces.push_back({sentence.substr(from), -1});
    return pieces;
}

}  // namespace ponte::dossier
