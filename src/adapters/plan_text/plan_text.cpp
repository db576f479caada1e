#include "adapters/plan_text/plan_text.h"

#include "adapters/plan_text/clean.h"
#include "adapters/plan_text/decode.h"
#include "adapters/plan_text/docx_text.h"
#include "adapters/plan_text/duties.h"
#include "adapters/plan_text/heads.h"
#include "adapters/plan_text/joined.h"
#include "adapters/plan_text/named.h"
#include "adapters/plan_text/pdf_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ponte::plan_text {

namespace {

// Where a refusal about the text says the fault is: in the words of the format that its reader has open.
std::string place_at(const Characters& text, std::size_t at, Format format, const Characters& source) {
    if (text.empty()) return {};
    const auto& character = text[std::min(at, text.size() - 1)];
    switch (format) {
        case Format::text: return "line " + std::to_string(character.line);
        case Format::docx: return "paragraph " + std::to_string(character.line);
        case Format::pdf: {
            const auto pages = std::ranges::count_if(source, [&](const auto& each) { return each.c == '\f' && each.from < character.from; });
            return "page " + std::to_string(pages + 1);
        }
    }
    std::unreachable();
}

// 2020, or 二〇二〇; first of all one that 年 follows.
std::optional<unsigned> year_in(const Characters& title) {
    static constexpr std::u32string_view signs = U"〇一二三四五六七八九";
    const auto digit = [&](std::size_t i) -> int {
        if (i >= title.size()) return -1;
        const auto c = title[i].c;
        if (is_digit(c)) return static_cast<int>(c - '0');
        if (c == U'零' || c == U'○' || c == U'Ｏ') return 0;
        const auto sign = signs.find(c);
        return sign == signs.npos ? -1 : static_cast<int>(sign);
    };
    std::optional<unsigned> first;
    for (std::size_t i = 0; i < title.size(); ++i) {
        if (digit(i) != 2 || digit(i + 1) != 0 || digit(i + 2) < 0 || digit(i + 3) < 0) continue;
        if (digit(i + 4) >= 0 || (i > 0 && digit(i - 1) >= 0)) continue;
        const auto year = 2000U + static_cast<unsigned>(digit(i + 2) * 10 + digit(i + 3));
        if (i + 4 < title.size() && title[i + 4].c == U'年') return year;
        if (!first) first = year;
    }
    return first;
}

std::size_t line_end(const Characters& text, std::size_t at, std::size_t end) {
    while (at < end && !is_break(text[at].c)) ++at;
    return at;
}

bool ends_line_or_is_chinese(const Characters& text, std::size_t i) {
    return is_sentence_end(text[i].c) && (text[i].c != '.' || i + 1 >= text.size() || is_break(text[i + 1].c));
}

// One reading of one text, from its heads to a plan or a refusal.
class Reading {
public:
    Reading(const Characters& text, const Characters& source, Plan plan)
        : text_(text), source_(source), heads_(heads_of(text)), plan_(std::move(plan)) {}

    Outcome<Plan> read() {
        const auto first_area = std::ranges::find_if(heads_, &Head::is_area);
        if (first_area == heads_.end()) {
            // Reading stopped at a measure outside of any area, or where a first sentence showed that no head comes.
            auto stopped = heads_.empty() ? first_sentence_end() : heads_.front().at;
            return refuse(refusals::not_a_plan, {}, place(stopped));
        }
        read_title(heads_.front().at);
        const auto year = year_in(title_);
        if (!year) return refuse(refusals::year_missing, plan_.title, place(0));
        plan_.year = *year;
        if (const auto fault = sequence_fault()) return std::unexpected(*fault);
        for (std::size_t i = 0; i < heads_.size(); ++i) {
            const auto end = i + 1 < heads_.size() ? heads_[i + 1].at : text_.size();
            if (heads_[i].is_area) {
                read_area(heads_[i], end);
            } else if (!read_measure(heads_[i], end, i + 1 == heads_.size())) {
                return refuse(refusals::measure_empty, std::to_string(heads_[i].number), place(heads_[i].at));
            }
        }
        return std::move(plan_);
    }

private:
    [[nodiscard]] std::string place(std::size_t at) const { return place_at(text_, at, plan_.format, source_); }

    [[nodiscard]] std::size_t first_sentence_end() const {
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (ends_line_or_is_chinese(text_, i)) return i;
        }
        return text_.size();
    }

    // The lines before the first head. An introduction in sentences belongs to no title: then the title ends
    // with the line that names the year.
    void read_title(std::size_t end) {
        auto title_end = end;
        const bool has_sentences = std::any_of(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(end), [&](const auto& each) {
            return ends_line_or_is_chinese(text_, static_cast<std::size_t>(&each - text_.data()));
        });
        if (has_sentences) {
            for (std::size_t to = 0; to < end; ++to) {
                to = line_end(text_, to, end);
                if (!year_in(Characters(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(to)))) continue;
                title_end = to;
                break;
            }
        }
        title_ = joined(text_, 0, title_end, plan_.language, 0, plan_.normalised);
        plan_.title = utf8_of(title_, 0, title_.size());
        plan_.title_source = range_of(text_, 0, title_end);
        leave_out(title_end, end);
    }

    void leave_out(std::size_t from, std::size_t to) {
        while (from < to) {
            if (is_space(text_[from].c)) {
                ++from;
                continue;
            }
            const auto end = line_end(text_, from, to);
            plan_.normalised.left_out.push_back({utf8_of(text_, from, end), text_[from].line});
            from = end;
        }
    }

    // The first place where the numbers don't go on by one.
    [[nodiscard]] std::optional<Refusal> sequence_fault() const {
        unsigned area_due = 1;
        unsigned measure_due = 1;
        bool area_has_measures = true;
        const auto no = [&](RefusalKind kind, unsigned number, std::size_t at) { return Refusal{kind, std::to_string(number), place(at)}; };
        for (const auto& head : heads_) {
            if (head.is_area) {
                if (!area_has_measures) return no(refusals::no_measures, area_due - 1, head.at);
                if (head.number < area_due) return no(refusals::area_duplicated, head.number, head.at);
                if (head.number > area_due) return no(refusals::area_missing, area_due, head.at);
                ++area_due;
                area_has_measures = false;
            } else {
                if (area_due == 1) return no(refusals::area_missing, 1, head.at);
                if (head.number < measure_due) return no(refusals::measure_duplicated, head.number, head.at);
                if (head.number > measure_due) return no(refusals::measure_missing, measure_due, head.at);
                ++measure_due;
                area_has_measures = true;
            }
        }
        if (!area_has_measures) return no(refusals::no_measures, area_due - 1, text_.size());
        return std::nullopt;
    }

    void read_area(const Head& head, std::size_t end) {
        Area area;
        area.number = head.number;
        auto title = joined(text_, head.text_at, end, plan_.language, 0, plan_.normalised);
        while (!title.empty() && std::u32string_view(U"。.：:").find(title.back().c) != std::u32string_view::npos) title.pop_back();
        area.title = utf8_of(title, 0, title.size());
        area.source = range_of(text_, head.at, end);
        plan_.areas.push_back(std::move(area));
    }

    // A short line after the last sentence that says nothing itself: a header seen once, a date, a note of the printer.
    [[nodiscard]] std::size_t without_trailer(std::size_t from, std::size_t to, bool last) const {
        constexpr std::size_t trailer_max = 40;
        auto end = to;
        while (end > from && is_space(text_[end - 1].c)) --end;
        for (auto i = end; i > from; --i) {
            const bool next_is_line_end = i < to && is_break(text_[i].c);
            if (!next_is_line_end || !is_sentence_end(text_[i - 1].c)) continue;
            const bool short_enough = last || end - i <= trailer_max;
            const bool has_clauses = std::any_of(text_.begin() + static_cast<std::ptrdiff_t>(i), text_.begin() + static_cast<std::ptrdiff_t>(end),
                                                 [](const auto& each) { return std::u32string_view(U"，；。、,;").find(each.c) != std::u32string_view::npos; });
            return short_enough && !has_clauses ? i : to;
        }
        return to;
    }

    bool read_measure(const Head& head, std::size_t end, bool last) {
        const auto text_end = without_trailer(head.text_at, end, last);
        Measure measure;
        measure.number = head.number;
        const auto text = joined(text_, head.text_at, text_end, plan_.language, head.number, plan_.normalised);
        if (std::ranges::none_of(text, [](const auto& each) { return is_han(each.c) || is_latin(each.c); })) return false;
        measure.text = utf8_of(text, 0, text.size());
        measure.duties = duties_of(text, plan_.language);
        measure.source = range_of(text_, head.at, text_end);
        find_named(measure, text);
        plan_.areas.back().measures.push_back(std::move(measure));
        leave_out(text_end, end);
        return true;
    }

    const Characters& text_;
    const Characters& source_;
    std::vector<Head> heads_;
    Characters title_;
    Plan plan_;
};

Format format_of(ByteView file) {
    const auto text = text_of(file);
    constexpr std::size_t pdf_mark_within = 1024;  // Readers accept a PDF whose mark stands in its first kilobyte.
    if (text.substr(0, pdf_mark_within).find("%PDF-") != text.npos) return Format::pdf;
    if (text.starts_with("PK\x03\x04") || text.starts_with("PK\x05\x06")) return Format::docx;
    return Format::text;
}

}  // namespace

std::string_view to_text(Language language) {
    switch (language) {
        case Language::zh_hans: return "zh-Hans";
        case Language::zh_hant: return "zh-Hant";
        case Language::pt: return "pt";
        case Language::en: return "en";
    }
    std::unreachable();
}

std::string_view to_text(Format format) {
    switch (format) {
        case Format::text: return "text";
        case Format::docx: return "docx";
        case Format::pdf: return "pdf";
    }
    std::unreachable();
}

std::string_view to_text(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf_8: return "UTF-8";
        case Encoding::utf_16le: return "UTF-16LE";
        case Encoding::utf_16be: return "UTF-16BE";
        case Encoding::utf_32le: return "UTF-32LE";
        case Encoding::utf_32be: return "UTF-32BE";
        case Encoding::gb18030: return "GB18030";
        case Encoding::big5: return "Big5";
        case Encoding::windows_1252: return "windows-1252";
    }
    std::unreachable();
}

Outcome<Plan> read(ByteView file, std::string_view name_hint) {
    if (file.empty()) return refuse(refusals::empty, std::string(name_hint));
    if (file.size() > bytes_max) return refuse(refusals::too_large, std::string(name_hint), "byte " + std::to_string(bytes_max));
    Plan plan;
    plan.format = format_of(file);
    std::string extracted;
    if (plan.format == Format::docx) extracted = TRY(docx_text(file));
    if (plan.format == Format::pdf) extracted = TRY(pdf_text(file, name_hint));
    if (extracted.size() > bytes_max) return refuse(refusals::too_large, std::string(name_hint), "byte " + std::to_string(bytes_max));

    auto decoded = TRY(decode(plan.format == Format::text ? file : view_of(extracted), name_hint));
    plan.encoding = decoded.encoding;
    const auto cleaned = clean(decoded.characters, plan.normalised);
    const auto text = without_furniture(cleaned, plan.normalised);
    if (text.empty()) return refuse(refusals::empty, std::string(name_hint));
    plan.language = language_of(cleaned);
    plan.sha256 = sha256(file);
    return Reading(text, cleaned, std::move(plan)).read();
}

}  // namespace ponte::plan_text
