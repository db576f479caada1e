#include "adapters/zipped/zipped.h"

#include <cstdlib>
#include <ctime>
#include <gtest/gtest.h>

namespace ponte::zipped {
namespace {

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

Bytes zipped_or_fail(const std::vector<Entry>& entries) {
    auto made = zip(entries);
    EXPECT_TRUE(made.has_value());
    return made.has_value() ? *made : Bytes{};
}

// Replaces every occurrence of `from` in the archive: its names stand twice, before the data and in the directory.
Bytes with(const Bytes& archive, std::string_view from, std::string_view to) {
    auto text = std::string(text_of(archive));
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return bytes_of(text);
}

// Sets the 16 or 32 bits at `offset` of each header of the given mark.
Bytes with_field(Bytes archive, std::string_view mark, std::size_t offset, std::uint32_t value, int width) {
    const auto text = std::string(text_of(archive));
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
        for (int i = 0; i < width; ++i) {
            archive[at + offset + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value >> (8 * i));
        }
    }
    return archive;
}

TEST(Zip, ComesBackAsItWentInAndInItsOrder) {
    const std::vector<Entry> entries{{"b.xml", bytes_of("second letter first")}, {"word/a.xml", {}}, {"名.txt", Bytes(300000, 7)}};
    const auto read = unzip(zipped_or_fail(entries));
    ASSERT_TRUE(read.has_value()) << read.error().kind.code;
    EXPECT_EQ(*read, entries);
    const auto none = unzip(zipped_or_fail({}));
    ASSERT_TRUE(none.has_value());
    EXPECT_TRUE(none->empty());
}

TEST(Zip, IsTheSameBytesInEveryTimeZone) {
    const std::vector<Entry> entries{{"a.xml", bytes_of("one")}, {"b.xml", bytes_of("two")}};
    setenv("TZ", "Asia/Macau", 1);
    tzset();
    const auto macao = zipped_or_fail(entries);
    setenv("TZ", "America/Sao_Paulo", 1);
    tzset();
    EXPECT_EQ(zipped_or_fail(entries), macao);
    unsetenv("TZ");
    tzset();
}

TEST(Zip, IsAFaultWithANameTwice) {
    const auto made = zip({{"a", {}}, {"a", {}}});
    ASSERT_FALSE(made.has_value());
    EXPECT_EQ(made.error().code, "zip.not_written");
    EXPECT_EQ(made.error().where, "a");
}

TEST(Unzip, RefusesWhatItShould) {
    const std::string_view local("PK\x03\x04"), central("PK\x01\x02");
    const auto plain = zipped_or_fail({{"aaaa/b.xml", bytes_of("some content, some content")}});
    std::vector<Entry> many(entries_max + 1);
    for (std::size_t i = 0; i < many.size(); ++i) many[i].name = std::to_string(i);
    const auto bad_crc = with_field(plain, central, 16, 12345, 4);
    auto cut = plain;
    cut.resize(cut.size() / 2);

    struct Row {
        std::string_view code;
        Bytes archive;
    };
    const std::vector<Row> rows{
        {"zip.not_a_zip", {}},
        {"zip.not_a_zip", bytes_of("%PDF-1.7")},
        {"zip.too_many_entries", zipped_or_fail(many)},
        {"zip.entry_name_unsafe", with(plain, "aaaa/b.xml", "../../.xml")},
        {"zip.entry_name_unsafe", with(plain, "aaaa/b.xml", "/aaa/b.xml")},
        {"zip.entry_name_unsafe", with(plain, "aaaa/b.xml", "aaaa\\b.xml")},
        {"zip.entry_name_unsafe", with(plain, "aaaa/b.xml", "c:aa/b.xml")},
        {"zip.entry_name_unsafe", with(zipped_or_fail({{"a1", {}}, {"a2", {}}}), "a2", "a1")},
        {"zip.encrypted", with_field(with_field(plain, central, 8, 1, 2), local, 6, 1, 2)},
        {"zip.too_large", zipped_or_fail({{"big", Bytes(bytes_unpacked_max + 1, 0)}})},
        {"zip.too_large", zipped_or_fail({{"half", Bytes(bytes_unpacked_max / 2, 0)}, {"more", Bytes(bytes_unpacked_max / 2 + 1, 0)}})},
        {"zip.ratio_too_high", zipped_or_fail({{"flat", Bytes(8 << 20, 0)}})},
        {"zip.damaged", bad_crc},
        {"zip.damaged", cut},
        {"zip.damaged", with_field(with_field(plain, central, 24, 5, 4), local, 22, 5, 4)},
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto read = unzip(rows[i].archive);
        ASSERT_FALSE(read.has_value()) << "row " << i;
        EXPECT_EQ(read.error().kind.code, rows[i].code) << "row " << i;
    }
}

TEST(Unzip, SurvivesEveryFlippedByte) {
    const auto plain = zipped_or_fail({{"a.xml", bytes_of("some content, some content")}, {"b.xml", bytes_of("other")}});
    for (std::size_t at = 0; at < plain.size(); ++at) {
        auto flipped = plain;
        flipped[at] ^= 0xff;
        const auto read = unzip(flipped);
        EXPECT_TRUE(!read.has_value() || read->size() <= 2);
    }
}

}  // namespace
}  // namespace ponte::zipped
