#include "adapters/outbox/mime.h"

#include "base/bytes.h"

#include <gtest/gtest.h>

namespace ponte::outbox {
namespace {

Letter letter() {
    return {.id = "one", .person = PersonId("li"), .language = Language::zh_hant, .subject = "待辦事項", .lines = {"第一行", "", ".", "From x"}, .attachment = {}};
}
Heads heads() {
    return {.sender = "ponte@example.org", .sender_name = "秘書處", .recipient = "li@example.org", .message_id = "abc@example.org",
            .date = *Instant::from_text("2020-11-02T01:02:03.5Z")};
}

// Encoded words taken apart again, as RFC 2047 section 6 has it.
std::string decoded(std::string_view header) {
    std::string out;
    while (!header.empty()) {
        const std::size_t from = header.find("=?UTF-8?B?");
        const std::string_view before = header.substr(0, from);
        if (before.find_first_not_of(" \r\n") != before.npos) out += before;
        if (from == header.npos) break;
        const std::size_t to = header.find("?=", from + 10);
        const auto bytes = from_base64(header.substr(from + 10, to - from - 10));
        EXPECT_TRUE(bytes.has_value());
        EXPECT_LE(to + 2 - from, 75U);
        if (bytes) out += text_of(*bytes);
        header.remove_prefix(to + 2);
    }
    return out;
}

std::string subject_of(const std::string& mail) {
    const std::size_t from = mail.find("Subject: ") + 9;
    return mail.substr(from, mail.find("\r\nAuto-Submitted", from) - from);
}

TEST(Mail, SaysItsTextInBase64AndItsSubjectInEncodedWords) {
    const auto made = mail(letter(), heads());
    ASSERT_TRUE(made);
    EXPECT_EQ(decoded(subject_of(*made)), "待辦事項");
    EXPECT_NE(made->find("Date: Mon, 2 Nov 2020 01:02:03 +0000\r\n"), std::string::npos);
    EXPECT_NE(made->find("Message-ID: <abc@example.org>\r\n"), std::string::npos);
    EXPECT_NE(made->find("Content-Language: zh-Hant-MO\r\n"), std::string::npos);
    std::string body = made->substr(made->find("\r\n\r\n") + 4);
    std::erase_if(body, [](char c) { return c == '\r' || c == '\n'; });
    EXPECT_EQ(text_of(from_base64(body).value()), "第一行\r\n\r\n.\r\nFrom x\r\n");
    EXPECT_EQ(*made, *mail(letter(), heads()));
}

TEST(Mail, KeepsEveryLineShortAndInAscii) {
    Letter one = letter();
    for (int i = 0; i < 200; ++i) one.subject += i % 3 == 0 ? "澳" : i % 3 == 1 ? "𠮷" : "a";
    one.lines = {std::string(5000, 'x')};
    one.attachment = Attachment{"a.ics", "text/calendar; charset=UTF-8", std::string(3000, '\xff')};
    const std::string made = *mail(one, heads());
    EXPECT_EQ(decoded(subject_of(made)), one.subject);
    std::size_t from = 0;
    while (from < made.size()) {
        const std::size_t to = made.find("\r\n", from);
        ASSERT_NE(to, made.npos);
        EXPECT_LE(to - from, 78U) << made.substr(from, to - from);
        for (std::size_t i = from; i < to; ++i) EXPECT_TRUE(made[i] >= ' ' && made[i] <= '~');
        from = to + 2;
    }
    EXPECT_NE(made.find("multipart/mixed"), made.npos);
    EXPECT_NE(made.find("Content-Disposition: attachment; filename=\"a.ics\""), made.npos);
}

TEST(Mail, RefusesWhatCouldBecomeAHeader) {
    struct Row {
        RefusalKind expected;
        std::string place;
        void (*break_it)(Letter&, Heads&);
    };
    const std::vector<Row> rows{
        {refusals::address_malformed, "/sender", [](Letter&, Heads& heads) { heads.sender = "a@example.org>\r\nBcc: <x@example.org"; }},
        {refusals::address_malformed, "/recipient", [](Letter&, Heads& heads) { heads.recipient = "a@example.org\r\nRCPT TO:<x@example.org>"; }},
        {refusals::text_unreadable, "/sender_name", [](Letter&, Heads& heads) { heads.sender_name = "a\r\nBcc: x@example.org"; }},
        {refusals::text_unreadable, "/subject", [](Letter& letter, Heads&) { letter.subject = "a\nBcc: x@example.org"; }},
        {refusals::text_unreadable, "/subject", [](Letter& letter, Heads&) { letter.subject = "\xc3"; }},
        {refusals::text_unreadable, "/lines/1", [](Letter& letter, Heads&) { letter.lines[1] = "a\r\n.\r\nMAIL FROM:<x@example.org>"; }},
        {refusals::attachment_malformed, "/attachment/name", [](Letter& letter, Heads&) { letter.attachment = Attachment{"a\"b", "a/b", ""}; }},
        {refusals::attachment_malformed, "/attachment/media_type", [](Letter& letter, Heads&) { letter.attachment = Attachment{"a", "a/b\r\nX: 1", ""}; }},
    };
    for (const Row& row : rows) {
        Letter one = letter();
        Heads at = heads();
        row.break_it(one, at);
        const auto made = mail(one, at);
        ASSERT_FALSE(made) << row.place;
        EXPECT_EQ(made.error().kind, row.expected);
        EXPECT_EQ(made.error().place, row.place);
    }
}

TEST(MessageId, IsTheSameForTheSameLetterOnly) {
    EXPECT_EQ(message_id("o", "one", "a@example.org"), message_id("o", "one", "a@example.org"));
    EXPECT_NE(message_id("o", "one", "a@example.org"), message_id("o", "two", "a@example.org"));
    EXPECT_NE(message_id("o", "one", "a@example.org"), message_id("p", "one", "a@example.org"));
}

}  // namespace
}  // namespace ponte::outbox
