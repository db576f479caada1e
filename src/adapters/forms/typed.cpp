#include "adapters/forms/typed.h"

#include "adapters/csv/date_pattern.h"

#include <array>
#include <string>

namespace ponte::forms {

namespace {

constexpr std::array<std::string_view, 22> everywhere{
    "ISO", "YYYY-M-D", "YYYY-M", "YYYY/M/D", "YYYY/M", "YYYY.M.D", "YYYY.M", "YYYY年M月D日", "YYYY年M月", "YYYY年", "YYYY年第Q季度", "YYYY年第Q季",
    "YYYY年Q季度", "YYYY [Q]Q", "[Q]Q YYYY", "[Q]Q/YYYY", "YYYY [H]H", "[H]H YYYY", "D MMM YYYY", "MMM YYYY", "MMM D, YYYY", "D [de] MMM [de] YYYY"};
constexpr std::array<std::string_view, 8> portuguese{"D/M/YYYY", "D-M-YYYY", "D.M.YYYY", "M/YYYY", "MMM [de] YYYY", "Q.[º trimestre de] YYYY", "Q.º [trimestre de] YYYY", "[T]Q YYYY"};

struct Rewritten {
    std::string_view from;
    std::string_view to;
};
// The words that Chinese statistics have for halves and the numerals of their quarters.
constexpr std::array<Rewritten, 9> rewritten{{{"年上半年", " H1"}, {"年下半年", " H2"}, {"第一季", "第1季"}, {"第二季", "第2季"}, {"第三季", "第3季"}, {"第四季", "第4季"}, {"首季", "第1季"}, {"末季", "第4季"}, {" 年", "年"}}};

}  // namespace

std::optional<Period> typed_period(std::string_view text, Language language) {
    std::string plain(text);
    for (const auto& [from, to] : rewritten) {
        if (const auto at = plain.find(from); at != plain.npos) plain.replace(at, from.size(), to);
    }
    for (const auto pattern : everywhere) {
        if (const auto period = csv::period_by_pattern(plain, pattern)) return period;
    }
    if (language != Language::pt) return std::nullopt;
    for (const auto pattern : portuguese) {
        if (const auto period = csv::period_by_pattern(plain, pattern)) return period;
    }
    return std::nullopt;
}

std::optional<Date> typed_date(std::string_view text, Language language) {
    const auto period = typed_period(text, language);
    return period && period->from == period->to ? std::optional<Date>(period->to) : std::nullopt;
}

}  // namespace ponte::forms
