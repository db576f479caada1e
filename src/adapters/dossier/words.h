#pragma once

#include "base/languages.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The wording of a paper in one language: a table of words/, which the program carries in itself. It
// remembers which words were asked for, so that a test finds the missing and the unused ones.
namespace ponte::dossier {

class Words {
public:
    explicit Words(Language language, std::string_view table = "words/dossier.csv");

    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] bool has(std::string_view key) const { return words_.contains(key); }

    // The word; "[key]" when there is none, so that a reader sees what is missing and nothing stops.
    [[nodiscard]] std::string_view say(std::string_view key);
    // With {0}, {1} ... filled in: each language puts them where its sentence wants them.
    [[nodiscard]] std::string say(std::string_view key, std::initializer_list<std::string_view> values);

    [[nodiscard]] std::vector<std::string> unused() const;
    [[nodiscard]] const std::vector<std::string>& missing() const { return missing_; }

private:
    struct Word {
        std::string text;
        bool used = false;
    };
    Language language_;
    std::map<std::string, Word, std::less<>> words_;
    std::vector<std::string> missing_;
};

// A sentence cut at its places: text, and the number of the place that follows it (-1: none).
struct Piece {
    std::string_view text;
    int place = -1;
};
[[nodiscard]] std::vector<Piece> pieces_of(std::string_view sentence);

}  // namespace ponte::dossier
