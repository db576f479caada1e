#include "base/number_words.h"

#include "base/number_words_han.h"
#include "base/number_words_letters.h"
#include "base/number_words_vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace ponte {

namespace {

using number_letters::is_digit;
using number_letters::is_han;
using number_letters::is_latin;
using number_letters::Letters;

constexpr std::size_t octets_max = 256;

// Which mark is the decimal one. Chinese follows English.
enum class Marks : std::uint8_t { unknown, point, comma };

constexpr Marks marks_of(NumberLanguage language) {
    switch (language) {
        case NumberLanguage::none: return Marks::unknown;
        case NumberLanguage::zh:
        case NumberLanguage::en: return Marks::point;
        case NumberLanguage::pt: return Marks::comma;
    }
    std::unreachable();
}

// Whether the word beginning at `at` is `words`, and where it ends. A blank in `words` stands for any
// number of them; a Latin word must not go on.
std::optional<std::size_t> ends_at(const Letters& letters, std::size_t at, std::u32string_view words) {
    std::size_t i = at;
    for (const char32_t c : words) {
        if (i >= letters.size() || letters[i].folded != c) return std::nullopt;
        ++i;
        while (c == U' ' && i < letters.size() && letters[i].folded == U' ') ++i;
    }
    const bool latin_end = is_latin(words.back());
    if (latin_end && i < letters.size() && is_latin(letters[i].folded)) return std::nullopt;
    return i;
}

template <class Row>
struct Match {
    const Row* row = nullptr;
    std::size_t end = 0;
    explicit operator bool() const { return row != nullptr; }
};

template <class Row, std::size_t N>
Match<Row> longest(const Letters& letters, std::size_t at, const Row (&table)[N]) {
    Match<Row> found;
    const char32_t first = at < letters.size() ? letters[at].folded : U'\0';
    for (const Row& row : table) {
        if (row.words.front() != first) continue;  // Nearly all of the table, on nearly every letter.
        const auto end = ends_at(letters, at, row.words);
        if (end && *end > found.end) found = {&row, *end};
    }
    return found;
}

std::optional<std::int64_t> han_digit(char32_t c) {
    constexpr std::u32string_view digits = U"零一二三四五六七八九";
    if (c == U'兩') return 2;
    const auto found = digits.find(c);
    if (found == std::u32string_view::npos) return std::nullopt;
    return static_cast<std::int64_t>(found);
}

unsigned han_unit(char32_t c) { return c == U'十' ? 1U : c == U'百' ? 2U : c == U'千' ? 3U : 0U; }
unsigned han_myriad(char32_t c) { return c == U'萬' ? 4U : c == U'億' ? 8U : 0U; }

// The convention that the words of the text itself speak for; unknown when none or both do.
Marks marks_of_words(const Letters& letters) {
    bool point = false;
    bool comma = false;
    const auto count = [&](NumberLanguage language) {
        point = point || marks_of(language) == Marks::point;
        comma = comma || marks_of(language) == Marks::comma;
    };
    for (std::size_t at = 0; at < letters.size(); ++at) {
        if (is_han(letters[at].folded)) count(NumberLanguage::zh);
        if (at > 0 && is_latin(letters[at - 1].folded)) continue;
        if (const auto found = longest(letters, at, number_vocabulary::scales)) count(found.row->language);
        if (const auto found = longest(letters, at, number_vocabulary::qualifiers_before)) count(found.row->language);
        if (const auto found = longest(letters, at, number_vocabulary::qualifiers_after)) count(found.row->language);
        if (const auto found = longest(letters, at, number_vocabulary::units)) count(found.row->language);
    }
    if (point == comma) return Marks::unknown;
    return point ? Marks::point : Marks::comma;
}

struct Reader {
    std::string_view text;
    NumberReading reading;
    Letters letters;
    std::size_t at = 0;

    Understood found{};
    bool negative = false;
    bool sign_read = false;
    bool qualified = false;
    bool scaled = false;      // a scale was read, Latin or Han
    bool scale_word = false;  // a Latin one
    std::string notes{};

    [[nodiscard]] bool ended() const { return at >= letters.size(); }
    [[nodiscard]] char32_t here(std::size_t ahead = 0) const {
        return at + ahead < letters.size() ? letters[at + ahead].folded : char32_t{0};
    }
    void skip_blanks() {
        while (here() == U' ') ++at;
    }
    [[nodiscard]] std::string place() const {
        const std::size_t past_last = (letters.empty() ? 0 : letters.back().character) + 1;
        return fmt::format("character {}", ended() ? past_last : letters[at].character);
    }
    [[nodiscard]] std::unexpected<Refusal> no(RefusalKind kind, std::string why = {}) const {
        return refuse(kind, why.empty() ? std::string(text.substr(0, octets_max)) : std::move(why), place());
    }
    [[nodiscard]] bool number_begins() const {
        return is_digit(here()) || han_digit(here()) || han_unit(here()) == 1;
    }

    Outcome<Understood> understand();
    Outcome<bool> read_before_number();
    Outcome<bool> read_after_number();
    Outcome<bool> read_currency();
    Outcome<bool> read_scale();
    Outcome<bool> read_unit(std::string_view unit, std::size_t end);
    Outcome<bool> read_qualifier(Qualifier qualifier, std::size_t end);
    Outcome<bool> read_sign();
    Outcome<bool> read_number();
    Outcome<bool> read_han(std::optional<Decimal> literal, unsigned digits);
    Outcome<Decimal> read_fraction();
    Outcome<Decimal> read_literal(unsigned& digits);
    Outcome<bool> point_groups(std::size_t begin, char32_t mark) const;
    void account();
};

// --- Words beside the number. Each returns false when nothing of its kind stands here.

Outcome<bool> Reader::read_currency() {
    const auto named = [&](Currency currency, std::size_t end) -> Outcome<bool> {
        if (found.currency && *found.currency != currency) {
            return no(refusals::number_words_currency_ambiguous,
                      found.currency->to_text() + " and " + currency.to_text());
        }
        found.currency = currency;
        at = end;
        return true;
    };
    // A code is three capitals and no fourth letter, so that no small word is taken for one.
    std::string code;
    for (std::size_t i = at; i < letters.size() && is_latin(letters[i].folded) && code.size() < 4; ++i) {
        const char32_t raw = letters[i].raw;
        code += raw >= U'A' && raw <= U'Z' ? static_cast<char>(raw) : '?';
    }
    const auto word = longest(letters, at, number_vocabulary::currencies);
    const auto coded = code.size() == 3 ? Currency::from_text(code) : std::nullopt;
    if (coded && (!word || word.end <= at + 3)) {
        return named(*coded, at + 3);
    }
    if (word && !word.row->code.empty()) {
        const auto currency = Currency::from_text(word.row->code);
        return currency ? named(*currency, word.end) : no(refusals::number_words_unreadable);
    }
    if (word) return no(refusals::number_words_currency_ambiguous, "several places have a currency of this name");
    if (const auto yuan = longest(letters, at, number_vocabulary::yuan_signs)) {
        if (!found.currency) {
            return no(refusals::number_words_currency_ambiguous, "元 alone may be yuan, patacas or dollars");
        }
        at = yuan.end;
        return true;
    }
    return false;
}

Outcome<bool> Reader::read_unit(std::string_view unit, std::size_t end) {
    if (!found.unit.empty() || found.currency) return no(refusals::number_words_unreadable);
    if (scale_word) return no(refusals::number_words_conflicting_scales);
    found.unit = unit;
    at = end;
    return true;
}

Outcome<bool> Reader::read_qualifier(Qualifier qualifier, std::size_t end) {
    if (qualified) return no(refusals::number_words_unreadable, "two qualifiers");
    qualified = true;
    found.qualifier = qualifier;
    at = end;
    return true;
}

Outcome<bool> Reader::read_sign() {
    const auto minus = longest(letters, at, number_vocabulary::minus_signs);
    if (!minus && here() != U'+') return false;
    if (sign_read) return no(refusals::number_words_unreadable, "two signs");
    const std::size_t end = minus ? minus.end : at + 1;
    if (end < letters.size() && letters[end].folded == U' ') {
        return no(refusals::number_words_ambiguous, "a dash before a blank may be a minus or a list mark");
    }
    sign_read = true;
    negative = bool(minus);
    at = end;
    return true;
}

Outcome<bool> Reader::read_before_number() {
    if (here() == U'(') {
        return no(refusals::number_words_ambiguous, "brackets may be a minus of accounts or a remark");
    }
    if (const auto word = longest(letters, at, number_vocabulary::hundredths)) return read_unit("percent", word.end);
    if (const auto word = longest(letters, at, number_vocabulary::qualifiers_before)) {
        if (sign_read) return no(refusals::number_words_unreadable);
        return read_qualifier(word.row->qualifier, word.end);
    }
    if (TRY(read_sign())) return true;
    return read_currency();
}

Outcome<bool> Reader::read_scale() {
    const auto word = longest(letters, at, number_vocabulary::scales);
    if (!word) return false;
    const auto& scale = *word.row;
    if (scaled || !found.unit.empty()) return no(refusals::number_words_conflicting_scales);
    using number_vocabulary::Care;
    if (scale.care == Care::mil && reading.language != NumberLanguage::pt) {
        return no(refusals::number_words_ambiguous, "'mil' is 10^3 in Portuguese, and short for a million elsewhere");
    }
    if (scale.care == Care::biliao) {
        const unsigned in_portugal = scale.exponent;
        const unsigned elsewhere = in_portugal == 12 ? 9 : 12;
        if (reading.language != NumberLanguage::pt || reading.biliao_unsettled) {
            return no(refusals::number_words_ambiguous,
                      fmt::format("this word is 10^{} in Portugal, and some papers write it for 10^{}", in_portugal, elsewhere));
        }
        notes += fmt::format("; beware: read as 10^{} as in Portugal, while some papers write it for 10^{}", in_portugal,
                             elsewhere);
    }
    const auto value = scaled_up(found.value, scale.exponent);
    if (!value) return no(refusals::number_words_too_large);
    found.value = *value;
    for (unsigned i = 0; i < scale.exponent; ++i) found.multiplier *= 10;
    scaled = true;
    scale_word = true;
    at = word.end;
    return true;
}

Outcome<bool> Reader::read_after_number() {
    if (const auto word = longest(letters, at, number_vocabulary::units)) return read_unit(word.row->unit, word.end);
    if (const auto word = longest(letters, at, number_vocabulary::qualifiers_after)) {
        return read_qualifier(word.row->qualifier, word.end);
    }
    if (TRY(read_scale())) return true;
    if (const auto word = longest(letters, at, number_vocabulary::connectives)) {
        at = word.end;
        skip_blanks();
        if (!TRY(read_currency())) return no(refusals::number_words_unreadable);
        return true;
    }
    return read_currency();
}

// --- The number.

// Whether the one `mark` before exactly three digits groups them.
Outcome<bool> Reader::point_groups(std::size_t begin, char32_t mark) const {
    const Marks of_words = marks_of_words(letters);
    const Marks of_language = marks_of(reading.language);
    const Marks marks = of_language == Marks::unknown ? of_words : of_language;
    const bool disagree = of_language != Marks::unknown && of_words != Marks::unknown && of_language != of_words;
    if (marks == Marks::unknown || disagree) {
        return refuse(refusals::number_words_ambiguous,
                      "a mark before three digits may group them or begin the decimals",
                      fmt::format("character {}", letters[begin].character));
    }
    return (mark == U',') == (marks == Marks::point);
}

// Digits with marks between them. Reads the whole run first, then decides what each mark means.
Outcome<Decimal> Reader::read_literal(unsigned& digits) {
    const std::size_t begin = at;
    std::vector<std::string> groups(1);
    std::vector<char32_t> marks;
    std::size_t last_mark = at;
    while (true) {
        while (is_digit(here())) {
            groups.back() += static_cast<char>(here());
            ++at;
        }
        const char32_t mark = here();
        const bool is_mark = mark == U'.' || mark == U',' || mark == U'\'' || mark == U' ';
        if (!is_mark || !is_digit(here(1))) break;
        marks.push_back(mark);
        groups.emplace_back();
        last_mark = at;
        ++at;
    }
    const auto bad = [&] {
        return refuse(refusals::number_words_unreadable, "digits are not grouped by threes",
                      fmt::format("character {}", letters[last_mark].character));
    };
    // Is the last mark the decimal one?
    bool decimals = false;
    if (!marks.empty()) {
        const char32_t last = marks.back();
        const bool alone = std::ranges::count(marks, last) == 1;
        const bool can_be_decimal = (last == U'.' || last == U',') && alone;
        const bool can_be_group = groups.back().size() == 3 && groups.front().size() <= 3 && groups.front()[0] != '0';
        if (can_be_decimal && (marks.size() > 1 || !can_be_group)) {
            decimals = true;
        } else if (can_be_decimal) {
            decimals = !TRY(point_groups(last_mark, last));
        }
    }
    const std::size_t whole = decimals ? groups.size() - 1 : groups.size();
    for (std::size_t i = 0; i + 1 < whole; ++i) {
        if (marks[i] != marks[0] || groups[i + 1].size() != 3) return bad();
    }
    if (whole > 1 && (groups[0].size() > 3 || groups[0][0] == '0')) return bad();
    std::string plain;
    for (std::size_t i = 0; i < whole; ++i) plain += groups[i];
    digits = static_cast<unsigned>(std::min<std::size_t>(plain.size(), 99));
    if (decimals) plain += "." + groups.back();
    const auto value = Decimal::parse(plain);
    if (!value) {
        return refuse(refusals::number_words_too_large, plain, fmt::format("character {}", letters[begin].character));
    }
    return *value;
}

// The Han digits after 點, as a number below one.
Outcome<Decimal> Reader::read_fraction() {
    std::string plain = "0.";
    while (const auto digit = han_digit(here())) {
        plain += static_cast<char>('0' + *digit);
        ++at;
    }
    const auto value = Decimal::parse(plain);
    if (!value) return no(plain.size() > 2 ? refusals::number_words_too_large : refusals::number_words_unreadable);
    return *value;
}

// From the first Han word of the number on; `literal` is what stood in Arabic digits before it.
Outcome<bool> Reader::read_han(std::optional<Decimal> literal, unsigned digits) {
    HanNumeral numeral;
    HanNumeral::Trouble trouble = literal ? numeral.literal(*literal, digits) : std::nullopt;
    bool more = false;  // 多: only a scale may follow
    std::size_t last = at;
    while (!trouble && !ended()) {
        const std::size_t before = at;
        skip_blanks();
        const std::size_t here_at = at;
        const char32_t c = here();
        const auto digit = han_digit(c);
        const bool per_hundred = c == U'百' && here(1) == U'分';
        if (c == U'兆') {
            return no(refusals::number_words_ambiguous, "兆 is 10^6 in some places and 10^12 in others");
        } else if (han_unit(c) != 0 && !per_hundred && !more) {
            trouble = numeral.unit(han_unit(c));
            scaled = true;
            ++at;
        } else if (han_myriad(c) != 0) {
            trouble = numeral.myriad(han_myriad(c));
            scaled = true;
            ++at;
        } else if (c == U'多' || c == U'餘') {
            (void)TRY(read_qualifier(Qualifier::more_than, at + 1));
            more = true;
            continue;
        } else if (digit && !more) {
            trouble = numeral.digit(*digit);
            ++at;
        } else if (c == U'點' && !more) {
            ++at;
            trouble = numeral.fraction(TRY(read_fraction()));
        } else if (is_digit(c) && !more) {
            unsigned count = 0;
            const Decimal next = TRY(read_literal(count));
            trouble = numeral.literal(next, count);
        } else {
            at = before;
            break;
        }
        last = here_at;
    }
    if (!trouble) trouble = numeral.finish();
    if (trouble) {
        at = last;
        return no(*trouble);
    }
    found.value = numeral.value();
    found.stated = numeral.stated();
    for (unsigned i = 0; i < numeral.exponent(); ++i) found.multiplier *= 10;
    return true;
}

Outcome<bool> Reader::read_number() {
    if (!is_digit(here())) return read_han(std::nullopt, 0);
    unsigned digits = 0;
    const Decimal literal = TRY(read_literal(digits));
    std::size_t next = at;
    while (next < letters.size() && letters[next].folded == U' ') ++next;
    const char32_t c = next < letters.size() ? letters[next].folded : char32_t{0};
    const bool scale = han_unit(c) != 0 || han_myriad(c) != 0 || c == U'兆';
    const bool goes_on = scale || han_digit(c) || c == U'多' || c == U'餘';
    if (goes_on) return read_han(literal, digits);
    found.value = literal;
    found.stated = literal;
    return true;
}

Outcome<Understood> Reader::understand() {
    skip_blanks();
    if (ended()) return no(refusals::number_words_empty);
    while (!number_begins() || longest(letters, at, number_vocabulary::hundredths)) {
        if (!TRY(read_before_number())) return no(refusals::number_words_unreadable);
        skip_blanks();
    }
    (void)TRY(read_number());
    skip_blanks();
    while (!ended()) {
        if (!TRY(read_after_number())) return no(refusals::number_words_unreadable);
        skip_blanks();
    }
    if (!found.unit.empty() && found.currency) return no(refusals::number_words_unreadable);
    if (negative) {
        found.value.digits = -found.value.digits;
        found.stated.digits = -found.stated.digits;
    }
    account();
    return std::move(found);
}

void Reader::account() {
    constexpr std::string_view qualifiers[] = {"", "about ", "more than ", "at least ", "less than ", "up to "};
    std::string said(qualifiers[static_cast<std::size_t>(found.qualifier)]);
    unsigned exponent = 0;
    for (std::uint64_t m = found.multiplier; m > 1; m /= 10) ++exponent;
    said += exponent == 0 ? found.value.to_text() : fmt::format("{} x 10^{}", found.stated.to_text(), exponent);
    if (found.currency) said += " " + found.currency->to_text();
    if (!found.unit.empty()) said += found.unit == "percent" ? " percent" : " percentage points";
    said += fmt::format(", from '{}'", text);
    if (found.unit.empty() && !scaled) said += "; no scale word was found";
    said += notes;
    std::ranges::replace(said, '\t', ' ');
    found.said = std::move(said);
}

}  // namespace

std::string_view to_text(Qualifier qualifier) {
    switch (qualifier) {
        case Qualifier::exactly: return "exactly";
        case Qualifier::about: return "about";
        case Qualifier::more_than: return "more_than";
        case Qualifier::at_least: return "at_least";
        case Qualifier::less_than: return "less_than";
        case Qualifier::up_to: return "up_to";
    }
    std::unreachable();
}

Outcome<Understood> understand_number(std::string_view text, NumberReading reading) {
    if (text.size() > octets_max) {
        return refuse(refusals::number_words_unreadable, fmt::format("more than {} octets", octets_max));
    }
    Reader reader{.text = text, .reading = reading, .letters = TRY(number_letters::letters_of(text))};
    return reader.understand();
}

}  // namespace ponte
