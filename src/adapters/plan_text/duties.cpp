#include "adapters/plan_text/duties.h"

#include "adapters/plan_text/folded.h"
#include "adapters/plan_text/words.h"

#include <algorithm>

namespace ponte::plan_text {

namespace {

using View = std::u32string_view;

// How long the word of the list is that stands at `at`; the longest of them, 0 for none.
template <class List>
std::size_t length_of(View text, std::size_t at, const List& list) {
    std::size_t length = 0;
    for (const auto word : list) {
        if (word.size() > length && text.substr(at).starts_with(word)) length = word.size();
    }
    return length;
}

template <class List>
bool ends_with(View piece, const List& list) {
    return std::ranges::any_of(list, [&](View word) { return piece.ends_with(word); });
}

template <class List>
bool contains(View piece, const List& list) {
    return std::ranges::any_of(list, [&](View word) { return piece.find(word) != piece.npos; });
}

bool is_any(char32_t c, View set) { return set.find(c) != set.npos; }

constexpr View stops = U"。！？；!?;";
constexpr View commas = U"，,";

// Where each clause begins, the first at 0.
using Cuts = std::vector<std::size_t>;

class Chinese {
public:
    explicit Chinese(View text) : text_(text) {}

    Cuts cut() {
        int depth = 0;  // Inside of a title, a quotation or brackets nothing is cut.
        for (std::size_t i = 0; i < text_.size(); ++i) {
            const auto c = text_[i];
            if (is_any(c, U"《（“「『(")) ++depth;
            if (is_any(c, U"》）”」』)")) depth = std::max(0, depth - 1);
            if (is_any(c, U"。！？")) depth = 0;
            if (depth > 0) continue;
            if (is_any(c, stops)) {
                cut_at(i + 1);
            } else if (is_any(c, commas)) {
                if (has_verb(text_.substr(start(), i - start())) && !is_means(last_piece(i)) && begins_clause(i + 1)) cut_at(i + 1);
            } else if (c == U'、') {
                if (coordinate(i, i + 1)) cut_at(i + 1);
            } else if (c == U'并') {
                const bool other_word = i > 0 && is_any(text_[i - 1], U"合兼吞一");
                const auto verb_at = after_adverbs(i);
                if (!other_word && verb_at > i && verb_at_is_long(verb_at) && has_verb(last_piece(i))) cut_at(i);
            } else if (c == U'及') {
                const auto from = i > 0 && text_[i - 1] == U'以' ? i - 1 : i;
                if (coordinate(from, i + 1)) cut_at(from);
            }
        }
        return cuts_;
    }

private:
    [[nodiscard]] std::size_t start() const { return cuts_.back(); }

    void cut_at(std::size_t at) {
        if (at > start() && at < text_.size()) cuts_.push_back(at);
    }

    // From the last mark or cut to `to`.
    [[nodiscard]] View last_piece(std::size_t to) const {
        auto from = to;
        while (from > start() && !is_any(text_[from - 1], U"，,；;。、")) --from;
        return text_.substr(from, to - from);
    }

    [[nodiscard]] std::size_t piece_end(std::size_t from) const {
        while (from < text_.size() && !is_any(text_[from], U"，,；;。！？")) ++from;
        return from;
    }

    [[nodiscard]] std::size_t after_adverbs(std::size_t at) const {
        while (const auto length = length_of(text_, at, words::adverbs)) at += length;
        return at;
    }

    [[nodiscard]] static bool has_verb(View piece) {
        if (length_of(piece, 0, words::prepositions) != 0 && ends_with(piece, words::adverbial_ends)) return false;
        return contains(piece, words::verbs);
    }

    [[nodiscard]] static bool is_means(View piece) {
        return contains(piece, words::means_verbs) && ends_with(piece, words::means_ends);
    }

    [[nodiscard]] bool begins_clause(std::size_t at) const {
        const auto verb_at = after_adverbs(at);
        if (length_of(text_, verb_at, words::verbs) != 0) return true;
        const auto preposition = length_of(text_, verb_at, words::prepositions);
        return preposition != 0 && has_verb(text_.substr(verb_at, piece_end(verb_at) - verb_at));
    }

    [[nodiscard]] bool verb_at_is_long(std::size_t at) const {
        constexpr std::size_t clause_min = 4;  // A verb of two characters and an object of two.
        return length_of(text_, at, words::verbs) != 0 && piece_end(at) - at >= clause_min;
    }

    // "建立友好城市关系、提供互免签证便利": two verbs, each with an object of its own.
    [[nodiscard]] bool coordinate(std::size_t mark, std::size_t at) const {
        constexpr std::size_t clause_min = 6;
        if (length_of(text_, at, words::verbs) == 0 || length_of(text_, at, words::verbs_often_nouns) != 0) return false;
        const auto before = last_piece(mark);
        return before.size() >= clause_min && has_verb(before) && piece_end(at) - at >= clause_min;
    }

    View text_;
    Cuts cuts_{0};
};

class Latin {
public:
    Latin(View text, View original, Language language) : text_(text), original_(original), pt_(language == Language::pt) {}

    Cuts cut() {
        for (std::size_t i = 0; i < text_.size(); ++i) {
            const auto c = text_[i];
            if (c == ';' || ((c == '.' || c == '!' || c == '?') && sentence_ends(i))) {
                cut_at(i + 1);
            } else if (c == ',') {
                if (long_enough(i) && begins_clause(i + 1, false)) cut_at(i + 1);
            } else if (c == ' ' && (text_.substr(i).starts_with(U" and ") || text_.substr(i).starts_with(U" e "))) {
                if (long_enough(i) && begins_clause(i, true)) cut_at(i);
            }
        }
        return cuts_;
    }

private:
    void cut_at(std::size_t at) {
        if (at > cuts_.back() && at < text_.size()) cuts_.push_back(at);
    }

    [[nodiscard]] bool sentence_ends(std::size_t at) const {
        if (at + 2 >= text_.size() || text_[at + 1] != ' ' || at < 3) return false;
        const auto next = original_[at + 2];
        const bool capital = (next >= 'A' && next <= 'Z') || (next >= 0xc0 && next <= 0xde);
        return capital && is_latin(original_[at - 1]) && is_latin(original_[at - 2]);
    }

    // At least three words since the last cut: "promote and support trade" is one duty.
    [[nodiscard]] bool long_enough(std::size_t to) const {
        std::size_t words = 0;
        for (auto i = cuts_.back(); i < to; ++i) words += is_latin(text_[i]) && (i + 1 == to || !is_latin(text_[i + 1])) ? 1U : 0U;
        return words >= 3;
    }

    [[nodiscard]] View word_at(std::size_t at) const {
        auto end = at;
        while (end < text_.size() && is_latin(text_[end])) ++end;
        return text_.substr(at, end - at);
    }

    [[nodiscard]] bool begins_clause(std::size_t at, bool bare_and) const {
        const auto skip_blanks = [&] {
            while (at < text_.size() && text_[at] == ' ') ++at;
        };
        skip_blanks();
        while (true) {
            const auto length = length_of(text_, at, words::latin_adverbs);
            if (length == 0 || at + length >= text_.size() || text_[at + length] != ' ') break;
            at += length;
            skip_blanks();
        }
        const auto word = word_at(at);
        // Something must follow, or it is the last of a list: "study, train and work."
        const auto next = at + word.size();
        if (next + 1 >= text_.size() || text_[next] != ' ' || !is_verb(word)) return false;
        return pt_ || !bare_and || std::ranges::find(words::en_verbs_often_nouns, word) == std::end(words::en_verbs_often_nouns);
    }

    [[nodiscard]] bool is_verb(View word) const {
        if (!pt_) return std::ranges::find(words::en_verbs, word) != std::end(words::en_verbs);
        const bool infinitive = word.size() >= 5 && (word.ends_with(U"ar") || word.ends_with(U"er") || word.ends_with(U"ir"));
        return infinitive && std::ranges::find(words::pt_no_verbs, word) == std::end(words::pt_no_verbs);
    }

    View text_;
    View original_;
    bool pt_;
    Cuts cuts_{0};
};

}  // namespace

std::vector<Duty> duties_of(const Characters& measure, Language language) {
    const auto text = folded(measure);
    Cuts cuts;
    if (language == Language::pt || language == Language::en) {
        std::u32string original;
        for (const auto& character : measure) original += character.c;
        cuts = Latin(text, original, language).cut();
    } else {
        cuts = Chinese(text).cut();
    }
    std::vector<Duty> duties;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        auto from = cuts[i];
        auto to = i + 1 < cuts.size() ? cuts[i + 1] : measure.size();
        while (from < to && measure[from].c == ' ') ++from;
        while (to > from && is_any(measure[to - 1].c, U" ，；。、,;.！？!?")) --to;
        if (from == to) continue;
        duties.push_back({utf8_of(measure, from, to), {measure[from].from, measure[to - 1].to, measure[from].line, measure[to - 1].line}});
    }
    return duties;
}

}  // namespace ponte::plan_text
