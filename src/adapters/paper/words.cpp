// The few words and faces that a renderer needs of itself (see words.h).
#include "adapters/paper/words.h"

#include <utility>

namespace ponte::paper {
namespace {

constexpr Tongue tongues[] = {
    {"en", false, "Skip to the text", "Date", "Noto Serif, Noto Serif CJK HK", "Noto Sans, Noto Sans CJK HK",
     "Noto Sans Mono CJK HK", "en", "en-GB", "Calibri", "Carlito"},
    {"pt-PT", false, "Saltar para o texto", "Data", "Noto Serif, Noto Serif CJK HK", "Noto Sans, Noto Sans CJK HK",
     "Noto Sans Mono CJK HK", "pt-pt", "pt-PT", "Calibri", "Carlito"},
    {"zh-Hant-MO", true, "跳至正文", "日期", "Noto Serif CJK HK", "Noto Sans CJK HK", "Noto Sans Mono CJK HK", "zh-hk",
     "zh-MO", "Microsoft JhengHei", "Noto Sans CJK HK"},
    {"zh-Hans-CN", true, "跳至正文", "日期", "Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Sans Mono CJK SC", "zh-cn",
     "zh-CN", "Microsoft YaHei", "Noto Sans CJK SC"},
};

}  // namespace

const Tongue& tongue(const Language& language) {
    for (const Tongue& one : tongues) {
        if (language == one.tag) return one;
    }
    // Cousins of a known tag: "pt", "zh-Hant", "zh-HK", "zh-CN".
    if (language.starts_with("pt")) return tongues[1];
    if (language == "zh-HK" || language == "zh-MO" || language == "zh-TW" || language.starts_with("zh-Hant")) {
        return tongues[2];
    }
    if (language.starts_with("zh")) return tongues[3];
    return tongues[0];
}

std::string_view mark_of(Tone tone) {
    switch (tone) {
        case Tone::neutral: return "";
        case Tone::good: return "●";
        case Tone::ahead: return "▲";
        case Tone::warning: return "◆";
        case Tone::bad: return "■";
        case Tone::missing: return "○";
    }
    std::unreachable();
}

std::string_view name_of(Tone tone) {
    switch (tone) {
        case Tone::neutral: return "neutral";
        case Tone::good: return "good";
        case Tone::ahead: return "ahead";
        case Tone::warning: return "warning";
        case Tone::bad: return "bad";
        case Tone::missing: return "missing";
    }
    std::unreachable();
}

}  // namespace ponte::paper
