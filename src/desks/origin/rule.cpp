#include "desks/origin/rule.h"

#include "base/check.h"
#include "desks/origin/hs.h"
#include "desks/origin/refusals.h"

#include <array>
#include <utility>

namespace ponte::origin {

namespace {

constexpr std::size_t tests_max = 64;
constexpr std::size_t depth_max = 16;

struct Word {
    std::string_view word;
    TestKind kind;
};
constexpr std::array<Word, 8> words{{{"WO", TestKind::wholly_obtained},
                                     {"PE", TestKind::originating_materials},
                                     {"CC", TestKind::change_of_chapter},
                                     {"CTH", TestKind::change_of_heading},
                                     {"CTSH", TestKind::change_of_subheading},
                                     {"BU", TestKind::build_up},
                                     {"BD", TestKind::build_down},
                                     {"UNKNOWN", TestKind::not_known}}};

bool is_change(TestKind kind) {
    return kind == TestKind::change_of_chapter || kind == TestKind::change_of_heading || kind == TestKind::change_of_subheading;
}
bool is_content(TestKind kind) { return kind == TestKind::build_up || kind == TestKind::build_down; }
bool joins(TestKind kind) { return kind == TestKind::all || kind == TestKind::any; }

bool is_sound_percent(const Decimal& percent) {
    return percent.scale <= 2 && compare(percent, Decimal{}) >= 0 && compare(percent, Decimal{100, 0}) <= 0;
}

bool is_sound_span(const HsSpan& span) {
    const auto from = Hs::from_text(span.from);
    const auto to = Hs::from_text(span.to);
    return from && to && from->digits == to->digits && *from <= *to;
}

bool is_word_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == ':'; }

// Reads left to right; a fault is told by where it stands.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    Outcome<Tests> whole() {
        Tests tests = TRY(joined(TestKind::any, 0));
        skip_blanks();
        if (at_ != text_.size()) return unreadable();
        if (tests.size() > tests_max) return refuse(refusals::too_many, std::to_string(tests.size()));
        return tests;
    }

private:
    std::unexpected<Refusal> unreadable() const {
        return refuse(refusals::rule_unreadable, std::string(text_.substr(at_, 40)), "at character " + std::to_string(at_ + 1));
    }
    void skip_blanks() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    std::string_view peek() {
        skip_blanks();
        std::size_t end = at_;
        while (end < text_.size() && is_word_character(text_[end])) ++end;
        return text_.substr(at_, end - at_);
    }
    bool take(std::string_view word) {
        if (peek() != word) return false;
        at_ += word.size();
        return true;
    }
    bool take(char mark) {
        skip_blanks();
        if (at_ >= text_.size() || text_[at_] != mark) return false;
        ++at_;
        return true;
    }

    // Parts joined by "or" (any), each made of parts joined by "and" (all).
    Outcome<Tests> joined(TestKind by, std::size_t depth) {
        std::vector<Tests> parts;
        do {
            parts.push_back(TRY(by == TestKind::any ? joined(TestKind::all, depth) : single(depth)));
        } while (take(by == TestKind::any ? std::string_view("or") : std::string_view("and")));
        if (parts.size() == 1) return std::move(parts.front());
        Tests tests{Test{.kind = by, .parts = static_cast<std::uint16_t>(parts.size())}};
        for (Tests& part : parts) tests.insert(tests.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
        return tests;
    }

    Outcome<Tests> single(std::size_t depth) {
        if (depth == depth_max) return unreadable();
        if (take('(')) {
            Tests tests = TRY(joined(TestKind::any, depth + 1));
            if (!take(')')) return unreadable();
            return tests;
        }
        const std::string_view word = peek();
        if (word.starts_with("process:") && word.size() > 8) {
            at_ += word.size();
            return Tests{Test{.kind = TestKind::process, .process = ProcessId(std::string(word.substr(8)))}};
        }
        for (const auto& [name, kind] : words) {
            if (word != name) continue;
            at_ += word.size();
            return one(kind);
        }
        return unreadable();
    }

    Outcome<Tests> one(TestKind kind) {
        Test test{.kind = kind};
        if (is_content(kind)) {
            const std::string_view number = peek();
            const auto percent = Decimal::from_text(number);
            if (!percent) return unreadable();
            if (!is_sound_percent(*percent)) return refuse(refusals::percent_out_of_range, std::string(number), "at character " + std::to_string(at_ + 1));
            at_ += number.size();
            test.percent = percent->shortest();
        }
        if (is_change(kind) && take("except")) {
            do {
                test.except.push_back(TRY(span()));
            } while (take(','));
        }
        return Tests{std::move(test)};
    }

    Outcome<HsSpan> span() {
        const auto from = TRY(code());
        skip_blanks();
        if (!take('-')) return HsSpan{.from = from.to_text(), .to = from.to_text()};
        const auto to = TRY(code());
        HsSpan whole{.from = from.to_text(), .to = to.to_text()};
        if (!is_sound_span(whole)) return unreadable();
        return whole;
    }

    Outcome<Hs> code() {
        const std::string_view word = peek();
        const auto hs = Hs::from_text(word);
        if (!hs) return unreadable();
        at_ += word.size();
        return *hs;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::string single_text(const Test& test) {
    if (test.kind == TestKind::process) return "process:" + test.process.value;
    std::string text;
    for (const auto& [name, kind] : words) {
        if (kind == test.kind) text = name;
    }
    if (test.percent) text += " " + test.percent->to_text();
    for (std::size_t i = 0; i < test.except.size(); ++i) {
        const HsSpan& span = test.except[i];
        text += (i == 0 ? " except " : ", ") + span.from + (span.from == span.to ? "" : "-" + span.to);
    }
    return text;
}

std::string text_at(const Tests& tests, std::size_t& at, std::optional<TestKind> within) {
    const Test& test = tests[at++];
    if (!joins(test.kind)) return single_text(test);
    std::string text;
    for (std::uint16_t i = 0; i < test.parts; ++i) {
        if (i > 0) text += test.kind == TestKind::all ? " and " : " or ";
        text += text_at(tests, at, test.kind);
    }
    return within ? "(" + text + ")" : text;
}

// The position behind the tree that begins at `at`, or nothing where it is not sound.
std::optional<std::size_t> behind_sound(const Tests& tests, std::size_t at, std::size_t depth) {
    if (at >= tests.size() || depth > depth_max) return std::nullopt;
    const Test& test = tests[at];
    if (is_content(test.kind) != test.percent.has_value()) return std::nullopt;
    if (test.percent && !is_sound_percent(*test.percent)) return std::nullopt;
    if ((test.kind == TestKind::process) == test.process.value.empty()) return std::nullopt;
    if (!is_change(test.kind) && !test.except.empty()) return std::nullopt;
    for (const HsSpan& span : test.except) {
        if (!is_sound_span(span)) return std::nullopt;
    }
    if (joins(test.kind) ? test.parts < 2 : test.parts != 0) return std::nullopt;
    ++at;
    for (std::uint16_t i = 0; i < test.parts; ++i) {
        const auto next = behind_sound(tests, at, depth + 1);
        if (!next) return std::nullopt;
        at = *next;
    }
    return at;
}

}  // namespace

std::size_t behind(const Tests& tests, std::size_t at) {
    CHECK(at < tests.size());
    const std::uint16_t parts = tests[at].parts;
    ++at;
    for (std::uint16_t i = 0; i < parts; ++i) at = behind(tests, at);
    return at;
}

bool is_sound(const Tests& tests) {
    return !tests.empty() && tests.size() <= tests_max && behind_sound(tests, 0, 0) == tests.size();
}

Outcome<Tests> tests_of_text(std::string_view text) { return Reader(text).whole(); }

std::string text_of(const Tests& tests) {
    if (tests.empty()) return {};
    std::size_t at = 0;
    return text_at(tests, at, std::nullopt);
}

}  // namespace ponte::origin
