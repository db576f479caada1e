// How wide the columns of a table are (see columns.h). Letters are counted, not measured: it is exact
// enough for a share of a page, and a table of five hundred rows is laid out once and not twice.
#include "adapters/paper/columns.h"

#include "adapters/paper/text.h"

#include <algorithm>
#include <numeric>

namespace ponte::paper {
namespace {

struct Width {
    double whole = 0;   // In ems, without a break.
    double word = 0;    // The longest piece that may not break.
};

Width width_of(std::string_view text, bool code) {
    Width width;
    double piece = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0) == 0x80) continue;
        const bool wide = byte >= 0xE3;  // Where CJK begins in UTF-8; Latin and Greek stand below.
        const double letter = wide ? 1.0 : code ? 0.6 : byte == ' ' ? 0.28 : 0.56;
        width.whole += letter;
        piece = wide || byte == ' ' ? (wide ? 1.0 : 0.0) : piece + letter;
        width.word = std::max(width.word, piece);
    }
    // A digest breaks anywhere; it shall not push the other columns off the page.
    if (code) width.word = std::min(width.word, 6.0);
    return width;
}

Width width_of(const Cell& cell, const Paper& paper) {
    Width width;
    for (const Run& run : cell.line) {
        Width of_run = width_of(run.text, run.code);
        if (run.strong) {
            of_run.whole *= 1.1;
            of_run.word *= 1.1;
        }
        width.whole += of_run.whole;
        width.word = std::max(width.word, cell.number ? of_run.whole : of_run.word);
        if (run.badge == Badge::none) continue;
        const double badge = width_of(badge_word(run.badge, paper), false).whole * 0.8 + 1.4;
        width.whole += badge;
        width.word = std::max(width.word, badge);
    }
    if (cell.tone != Tone::neutral) {
        width.whole += 1.4;
        width.word += 1.4;
    }
    return width;
}

}  // namespace

std::vector<double> column_shares(const Table& table, const Paper& paper, double page_ems) {
    const std::size_t count = table.heads.size();
    std::vector<double> shares(count, 0);
    if (count == 0) return shares;
    if (table.widths.size() == count && std::ranges::all_of(table.widths, [](int width) { return width > 0; })) {
        const double all = std::accumulate(table.widths.begin(), table.widths.end(), 0.0);
        for (std::size_t i = 0; i < count; ++i) shares[i] = table.widths[i] / all;
        return shares;
    }
    constexpr double padding = 1.4;
    std::vector<Width> widths(count);
    for (std::size_t i = 0; i < count; ++i) widths[i] = width_of(table.heads[i], false);
    for (const std::vector<Cell>& row : table.rows) {
        for (std::size_t i = 0; i < std::min(count, row.size()); ++i) {
            const Width width = width_of(row[i], paper);
            widths[i].whole = std::max(widths[i].whole, width.whole);
            widths[i].word = std::max(widths[i].word, width.word);
        }
    }
    double whole = 0;
    double least = 0;
    for (Width& width : widths) {
        // Chinese may break after any letter, yet a column of one letter is no column; and one long
        // remark shall not starve its neighbours.
        width.word = std::max(width.word, std::min(width.whole, 5.0));
        width.whole = std::max(width.word, std::min(width.whole, 48.0));
        width.whole += padding;
        width.word = std::min(width.word + padding, page_ems / 2);
        whole += width.whole;
        least += width.word;
    }
    // Room beyond the longest words goes where the text is; too little room is shared by need.
    const double room = page_ems - least;
    for (std::size_t i = 0; i < count; ++i) {
        const double wish = widths[i].whole - widths[i].word;
        if (room <= 0) shares[i] = widths[i].word;
        else if (whole > least) shares[i] = widths[i].word + room * std::max(0.0, wish) / (whole - least);
        else shares[i] = widths[i].word;
    }
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) share /= sum;
    return shares;
}

}  // namespace ponte::paper
