#include "base/number_words_letters.h"

#include "base/number_words.h"

#include <fmt/format.h>

#include <optional>

namespace ponte::number_letters {

namespace {

struct Fold {
    std::u32string_view from;
    char32_t to;
};

// Only what numbers are written with. Two of the digits also come as compatibility ideographs.
constexpr Fold folds[] = {
    {U"àáâãäÀÁÂÃÄ", U'a'}, {U"çÇ", U'c'},       {U"èéêÈÉÊ", U'e'},   {U"íÍ", U'i'},       {U"óôõÓÔÕ", U'o'},
    {U"úüÚÜ", U'u'},       {U"−﹣‐‑–", U'-'},   {U"’‘ʼ", U'\''},     {U"﹪", U'%'},       {U"﹥", U'>'},
    {U"〇\uf9b2", U'零'},  {U"壹弌", U'一'},    {U"貳贰弍", U'二'},  {U"叁參叄参\uf96b", U'三'}, {U"肆", U'四'},
    {U"伍", U'五'},        {U"陸陆\uf9d1", U'六'}, {U"柒", U'七'},   {U"捌", U'八'},      {U"玖", U'九'},
    {U"拾\uf973", U'十'},  {U"佰", U'百'},      {U"仟", U'千'},      {U"万", U'萬'},      {U"亿", U'億'},
    {U"两\uf978", U'兩'},  {U"个", U'個'},      {U"点", U'點'},      {U"约", U'約'},      {U"过", U'過'},
    {U"于", U'於'},        {U"余馀", U'餘'},    {U"负", U'負'},      {U"门", U'門'},      {U"币", U'幣'},
    {U"欧", U'歐'},        {U"亚", U'亞'},      {U"尔", U'爾'},      {U"镑", U'鎊'},      {U"圆", U'圓'},
};

constexpr bool is_blank(char32_t c) {
    return c == U'\t' || c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f || c == 0x3000;
}

char32_t folded(char32_t c) {
    if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;  // full width
    if (c >= U'A' && c <= U'Z') return c + 32;
    if (c < 0x80 && c != U'\t') return c;
    if (is_blank(c)) return U' ';
    for (const Fold& fold : folds) {
        if (fold.from.find(c) != std::u32string_view::npos) return fold.to;
    }
    return c;
}

// The character at the head of `text`, and its octets taken off; nothing when it is no UTF-8.
std::optional<char32_t> taken(std::string_view& text) {
    const auto octet = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char head = octet(0);
    const std::size_t length = head < 0x80 ? 1U : head < 0xe0 ? 2U : head < 0xf0 ? 3U : 4U;
    if ((head >= 0x80 && head < 0xc2) || head > 0xf4 || text.size() < length) return std::nullopt;
    char32_t c = length == 1 ? head : static_cast<char32_t>(head & (0xffU >> (length + 1)));
    for (std::size_t i = 1; i < length; ++i) {
        if ((octet(i) & 0xc0U) != 0x80) return std::nullopt;
        c = c << 6U | (octet(i) & 0x3fU);
    }
    const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
    if (overlong || (c >= 0xd800 && c < 0xe000) || c > 0x10ffff) return std::nullopt;
    text.remove_prefix(length);
    return c;
}

}  // namespace

Outcome<Letters> letters_of(std::string_view text) {
    Letters letters;
    letters.reserve(text.size());
    std::size_t character = 0;
    while (!text.empty()) {
        ++character;
        const auto c = taken(text);
        if (!c) {
            return refuse(refusals::number_words_unreadable, "not UTF-8", fmt::format("character {}", character));
        }
        // An accent that follows its letter is dropped like one that is part of it.
        if (*c >= 0x300 && *c <= 0x36f && !letters.empty() && is_latin(letters.back().folded)) continue;
        const char32_t raw = *c >= 0xff01 && *c <= 0xff5e ? *c - 0xfee0 : *c;
        letters.push_back({raw, folded(*c), character});
    }
    return letters;
}

}  // namespace ponte::number_letters
