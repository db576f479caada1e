#include "base/difference.h"

#include <algorithm>

namespace ponte {

namespace {

// How a part is told: letters and digits cling together, ideographs do not.
enum class Sort : std::uint8_t { letter, ideograph, other };

// The length of the character that begins here; one octet where it is broken, so that nothing is lost.
std::size_t length_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first < 0x80U ? 1 : first >= 0xf0U ? 4 : first >= 0xe0U ? 3 : first >= 0xc0U ? 2 : 1;
    return std::min(length, text.size() - at);
}

char32_t character_at(std::string_view text, std::size_t at, std::size_t length) {
    const auto first = static_cast<unsigned char>(text[at]);
    char32_t c = length == 1 ? first : first & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) c = c << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3fU);
    return c;
}

Sort sort_of(char32_t c) {
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Sort::letter;
    // Latin letters with marks, and the combining marks that a text that is not NFC sets behind them.
    if (c >= 0xc0 && c <= 0x36f && c != 0xd7 && c != 0xf7) return Sort::letter;
    if ((c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x323af) || c == 0x3007) {
        return Sort::ideograph;
    }
    return Sort::other;
}

Sort sort_of(std::string_view part) { return sort_of(character_at(part, 0, length_at(part, 0))); }

using Parts = std::vector<std::string_view>;

// The longest run of parts that both have in this order, as pairs of places. Of several the first is
// taken, so that the same two texts always differ alike.
std::vector<std::pair<std::size_t, std::size_t>> common_of(const Parts& before, const Parts& after) {
    const std::size_t width = after.size() + 1;
    std::vector<std::uint32_t> longest((before.size() + 1) * width, 0);
    for (std::size_t i = before.size(); i-- > 0;) {
        for (std::size_t j = after.size(); j-- > 0;) {
            longest[i * width + j] = before[i] == after[j]
                                         ? longest[(i + 1) * width + j + 1] + 1
                                         : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> common;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() && j < after.size()) {
        if (before[i] == after[j]) {
            common.emplace_back(i++, j++);
        } else if (longest[(i + 1) * width + j] >= longest[i * width + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return common;
}

void append(std::vector<Stretch>& stretches, Change change, std::string_view text) {
    if (text.empty()) return;
    if (!stretches.empty() && stretches.back().change == change) {
        stretches.back().text += text;
    } else {
        stretches.push_back({change, std::string(text)});
    }
}

// Whether what stayed is too little to be left standing between two changes.
bool is_slight(std::string_view text) {
    const Parts parts = parts_of(text);
    const auto told = std::ranges::count_if(parts, [](std::string_view part) { return sort_of(part) != Sort::other; });
    if (told == 0) return true;
    return told == 1 && parts.size() == 1 && sort_of(parts.front()) == Sort::ideograph;
}

// Changes that only something slight keeps apart become one: removed as a whole, then added as a whole.
std::vector<Stretch> joined(const std::vector<Stretch>& stretches) {
    std::vector<Stretch> out;
    std::string removed;
    std::string added;
    const auto finish = [&] {
        append(out, Change::removed, removed);
        append(out, Change::added, added);
        removed.clear();
        added.clear();
    };
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const Stretch& one = stretches[i];
        const bool between = (!removed.empty() || !added.empty()) && i + 1 < stretches.size();
        if (one.change == Change::same && between && is_slight(one.text)) {
            removed += one.text;
            added += one.text;
        } else if (one.change == Change::same) {
            finish();
            append(out, Change::same, one.text);
        } else {
            (one.change == Change::removed ? removed : added) += one.text;
        }
    }
    finish();
    return out;
}

}  // namespace

std::vector<std::string_view> parts_of(std::string_view text) {
    Parts parts;
    std::size_t from = 0;
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = length_at(text, at);
        const bool letter = sort_of(character_at(text, at, length)) == Sort::letter;
        if (at > from && !(in_word && letter)) {
            parts.push_back(text.substr(from, at - from));
            from = at;
        }
        in_word = letter;
        at += length;
    }
    if (from < text.size()) parts.push_back(text.substr(from));
    return parts;
}

std::vector<Stretch> difference(std::string_view before, std::string_view after) {
    Parts old = parts_of(before);
    Parts now = parts_of(after);
    std::size_t head = 0;
    while (head < old.size() && head < now.size() && old[head] == now[head]) ++head;
    std::size_t tail = 0;
    while (tail < old.size() - head && tail < now.size() - head && old[old.size() - 1 - tail] == now[now.size() - 1 - tail]) ++tail;

    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < head; ++i) append(stretches, Change::same, old[i]);
    const Parts old_middle(old.begin() + static_cast<std::ptrdiff_t>(head), old.end() - static_cast<std::ptrdiff_t>(tail));
    const Parts now_middle(now.begin() + static_cast<std::ptrdiff_t>(head), now.end() - static_cast<std::ptrdiff_t>(tail));
    std::vector<std::pair<std::size_t, std::size_t>> common;
    if ((old_middle.size() + 1) * (now_middle.size() + 1) <= difference_cells_max) common = common_of(old_middle, now_middle);
    common.emplace_back(old_middle.size(), now_middle.size());
    std::size_t i = 0;
    std::size_t j = 0;
    for (const auto& [at_old, at_now] : common) {
        while (i < at_old) append(stretches, Change::removed, old_middle[i++]);
        while (j < at_now) append(stretches, Change::added, now_middle[j++]);
        if (i < old_middle.size() && j < now_middle.size()) {
            append(stretches, Change::same, old_middle[i++]);
            ++j;
        }
    }
    for (std::size_t k = old.size() - tail; k < old.size(); ++k) append(stretches, Change::same, old[k]);
    return joined(stretches);
}

}  // namespace ponte
