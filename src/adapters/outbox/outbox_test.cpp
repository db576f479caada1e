// Letters are written, sent, lost and sent again against a server that the test plays itself; time is a value.
#include "adapters/outbox/outbox.h"

#include "adapters/outbox/fake_server.h"
#include "base/bytes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/wait.h>

extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:libpango\nleak:libcairo\nleak:libglib\n"; }

namespace ponte::outbox {
namespace {

namespace fs = std::filesystem;

Instant at(std::string_view text) { return *Instant::from_text(text); }
constexpr std::int64_t minute = 60'000'000;

struct Folder {
    Folder() {
        std::string name = (fs::temp_directory_path() / "ponte_outbox_XXXXXX").string();
        EXPECT_NE(::mkdtemp(name.data()), nullptr);
        path = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }
    std::string path;
};

struct Post {
    Folder folder;
    FakeServer server;
    Outbox outbox = *Outbox::open(folder.path);
    Instant now = at("2020-11-02T02:00:00Z");
    std::unique_ptr<Transport> transport = smtp(settings(), std::nullopt, {std::chrono::milliseconds(2000), std::chrono::milliseconds(2000)});

    [[nodiscard]] Settings settings() const {
        return {.enabled = true, .host = "127.0.0.1", .port = server.port(), .security = Security::none, .sender = "ponte@example.org"};
    }
    static Sender sender() { return {.origin = "example.org/conference", .address = "ponte@example.org", .name = "秘書處 ponte"}; }
    static Attempt<std::optional<std::string>> address_of(const PersonId& person) {
        if (person.value == "gone") return std::optional<std::string>();
        return std::optional(person.value + "@example.org");
    }
    SendReport send() {
        const auto report = outbox.send_due(now, *transport, sender(), &address_of);
        EXPECT_TRUE(report) << report.error().what;
        return report ? *report : SendReport{};
    }
    void enqueue(std::string id, std::string person = "li") {
        EXPECT_TRUE(*outbox.enqueue({.id = std::move(id), .person = PersonId(std::move(person)), .subject = "Test", .lines = {"line"}}, now));
    }
    Kept kept(const std::string& id) const { return **outbox.find(id); }
};

std::string header(const std::string& mail, std::string_view name) {
    const std::size_t from = mail.find(std::string(name) + ": ");
    EXPECT_NE(from, std::string::npos) << name;
    return from == std::string::npos ? "" : mail.substr(from, mail.find("\r\n", from) - from);
}

bool says(const Letter& letter, std::string_view line) { return std::ranges::find(letter.lines, line) != letter.lines.end(); }

Notice notice(std::string person, Kind kind, std::uint64_t entry) {
    return {.person = PersonId(std::move(person)), .kind = kind, .about = Handle::of_entry(entry), .due = {}};
}

TEST(Outbox, SendsALetterOnce) {
    Post post;
    post.enqueue("one");
    EXPECT_FALSE(*post.outbox.enqueue({.id = "one", .person = PersonId("li"), .subject = "Other", .lines = {}}, post.now));
    EXPECT_EQ(post.send().sent, 1U);
    EXPECT_EQ(post.send().sent, 0U);
    ASSERT_EQ(post.server.received().size(), 1U);
    EXPECT_EQ(post.server.received()[0].recipient, "li@example.org");
    EXPECT_NE(post.server.received()[0].body.find("Subject: Test\r\n"), std::string::npos);
    EXPECT_EQ(post.kept("one").standing, Standing::sent);
    EXPECT_EQ(post.kept("one").next, post.now);
}

TEST(Outbox, KeepsNoAddress) {
    Post post;
    post.server.behave({Manner::no_such_user});
    post.enqueue("one");
    EXPECT_EQ(post.send().given_up, 1U);
    EXPECT_EQ(post.kept("one").last_error, "550 5.1.1 <<address>> no such user");
    std::ifstream file(post.folder.path + "/outbox.sqlite", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(bytes.find("li@example.org"), std::string::npos);
    EXPECT_EQ(fs::status(post.folder.path + "/outbox.sqlite").permissions() & fs::perms::others_all, fs::perms::none);
    EXPECT_EQ(fs::status(post.folder.path + "/outbox.sqlite").permissions() & fs::perms::group_all, fs::perms::none);
}

TEST(Outbox, TriesAnewLaterAndLaterAndUnderTheSameMessageId) {
    Post post;
    post.server.behave({Manner::not_now, Manner::hang_up_after_body, Manner::accept});
    post.enqueue("one");
    EXPECT_EQ(post.send().failed, 1U);
    EXPECT_EQ(post.kept("one").standing, Standing::failed);
    EXPECT_EQ(post.kept("one").last_error, "451 4.7.1 try again later");
    EXPECT_EQ(post.send().failed, 0U);  // Not due yet.
    post.now.micros += minute;
    EXPECT_EQ(post.send().failed, 1U);  // The body was taken, the verdict got lost.
    post.now.micros += minute;
    EXPECT_EQ(post.send().sent, 0U);
    post.now.micros += minute;
    EXPECT_EQ(post.send().sent, 1U);
    const auto received = post.server.received();
    ASSERT_EQ(received.size(), 2U);
    EXPECT_EQ(received[0].body, received[1].body);
    EXPECT_TRUE(header(received[0].body, "Message-ID").ends_with("@example.org>"));
    EXPECT_EQ(post.kept("one").attempts, 3U);
}

TEST(Outbox, WaitsLongerEachTimeUpToFourHours) {
    std::int64_t before = 0;
    for (std::uint32_t attempt = 1; attempt <= 8; ++attempt) {
        EXPECT_EQ(wait_micros(attempt), before == 0 ? minute : 2 * before);
        before = wait_micros(attempt);
    }
    EXPECT_EQ(wait_micros(9), 240 * minute);
    EXPECT_EQ(wait_micros(4'000'000'000U), 240 * minute);
}

TEST(Outbox, GivesUpAfterFiveDaysAndAtOnceWhenRefusedForGood) {
    Post post;
    post.enqueue("patient");
    const Instant begun = post.now;
    int attempts = 0;
    while (post.kept("patient").standing != Standing::given_up && attempts < 100) {
        post.server.behave({Manner::not_now});
        static_cast<void>(post.send());
        ++attempts;
        post.now = post.kept("patient").next;
    }
    EXPECT_EQ(post.kept("patient").standing, Standing::given_up);
    EXPECT_GE(post.now.micros - begun.micros, give_up_after_micros);
    EXPECT_LT(attempts, 50);

    post.enqueue("refused");
    post.server.behave({Manner::refuse_message});
    EXPECT_EQ(post.send().given_up, 1U);
    EXPECT_EQ(post.kept("refused").last_error, "554 5.6.0 not such mail");
    EXPECT_EQ(post.send().given_up, 0U);
}

TEST(Outbox, BlamesNoLetterForAServerThatTakesNone) {
    for (const Manner manner : {Manner::refuse_greeting, Manner::hang_up, Manner::refuse_sender}) {
        Post post;
        post.server.behave({manner, manner});
        post.enqueue("one");
        post.enqueue("two");
        const SendReport report = post.send();
        EXPECT_TRUE(report.unreachable);
        EXPECT_EQ(report.failed, 1U);
        EXPECT_EQ(post.kept("one").standing, Standing::failed) << post.kept("one").last_error;
        EXPECT_EQ(post.kept("two").standing, Standing::queued);
        EXPECT_EQ(post.kept("two").attempts, 0U);
    }
    Post post;
    const auto nobody = smtp({.enabled = true, .host = "127.0.0.1", .port = 1, .security = Security::none, .sender = "ponte@example.org"}, std::nullopt);
    post.enqueue("one");
    EXPECT_TRUE(post.outbox.send_due(post.now, *nobody, Post::sender(), &Post::address_of)->unreachable);
}

TEST(Outbox, DoesNotHangWithAServerThatDoes) {
    Post post;
    post.transport = smtp(post.settings(), std::nullopt, {std::chrono::milliseconds(200), std::chrono::milliseconds(200)});
    post.server.behave({Manner::silent, Manner::accept});
    post.enqueue("one");
    EXPECT_TRUE(post.send().unreachable);
    post.now.micros += minute;
    EXPECT_EQ(post.send().sent, 1U);
}

TEST(Outbox, GivesUpWhereThereIsNoAddressAnyMore) {
    Post post;
    post.enqueue("one", "gone");
    post.enqueue("two");
    const SendReport report = post.send();
    EXPECT_EQ(report.given_up, 1U);
    EXPECT_EQ(report.sent, 1U);
    EXPECT_EQ(post.kept("one").last_error, "no address");
    EXPECT_EQ(post.server.received().size(), 1U);
}

// Sends, and dies before the answer can be kept.
class DyingTransport final : public Transport {
public:
    explicit DyingTransport(Transport& inner) : inner_(inner) {}
    Delivered deliver(const std::string& recipient, const std::string& mail) override {
        static_cast<void>(inner_.deliver(recipient, mail));
        static_cast<void>(::raise(SIGKILL));
        return {};
    }

private:
    Transport& inner_;
};

TEST(Outbox, SendsNoMoreThanOnceAgainAfterKillNine) {
    Post post;
    post.enqueue("one");
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        auto own = Outbox::open(post.folder.path);
        DyingTransport dying(*post.transport);
        static_cast<void>(own->send_due(post.now, dying, Post::sender(), &Post::address_of));
        ::_exit(0);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    ASSERT_EQ(post.server.received().size(), 1U);

    EXPECT_EQ(post.kept("one").standing, Standing::failed);
    EXPECT_EQ(post.send().sent, 0U);  // The claim holds: another process would not send it at the same time.
    post.now.micros += minute;
    EXPECT_EQ(post.send().sent, 1U);
    post.now.micros += 1000 * minute;
    EXPECT_EQ(post.send().sent, 0U);
    const auto received = post.server.received();
    ASSERT_EQ(received.size(), 2U);
    EXPECT_EQ(header(received[0].body, "Message-ID"), header(received[1].body, "Message-ID"));
}

TEST(Smtp, SendsNothingOpenlyWhenTlsIsAskedFor) {
    FakeServer server;
    Settings settings{.enabled = true, .host = "127.0.0.1", .port = server.port(), .security = Security::starttls, .sender = "ponte@example.org"};
    const auto transport = smtp(settings, Credentials{"ponte", "secret"}, {std::chrono::milliseconds(2000), std::chrono::milliseconds(2000)});
    EXPECT_EQ(transport->deliver("li@example.org", "Subject: x\r\n\r\nx\r\n").result, Delivery::unreachable);
    for (const std::string& command : server.commands()) EXPECT_TRUE(command.starts_with("EHLO") || command == "QUIT") << command;
}

TEST(Smtp, SignsInWhenThereAreCredentials) {
    FakeServer server(true);
    Settings settings{.enabled = true, .host = "127.0.0.1", .port = server.port(), .security = Security::none, .sender = "ponte@example.org"};
    const auto transport = smtp(settings, Credentials{"ponte", "secret"});
    EXPECT_EQ(transport->deliver("li@example.org", "Subject: x\r\n\r\n.x\r\n..\r\n").result, Delivery::accepted);
    bool signed_in = false;
    for (const std::string& command : server.commands()) signed_in = signed_in || command.starts_with("AUTH PLAIN");
    EXPECT_TRUE(signed_in);
    EXPECT_EQ(server.received().at(0).body, "Subject: x\r\n\r\n.x\r\n..\r\n");
}

TEST(Credentials, AreReadFromAFileThatNobodyElseMayRead) {
    const Folder folder;
    const std::string path = folder.path + "/mail";
    EXPECT_EQ(read_credentials(path).error().code, "outbox.credentials_unreadable");
    std::ofstream(path) << "name\npass word\n";
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    EXPECT_EQ(read_credentials(path).error().code, "outbox.credentials_exposed");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(read_credentials(path)->password, "pass word");
    std::ofstream(path) << "name\n";
    EXPECT_EQ(read_credentials(path).error().code, "outbox.credentials_unreadable");
}

const Letterhead letterhead{.origin = "example.org/conference", .demonstration = false, .link = "https://ponte.example.org"};

TEST(Digest, TellsEachPersonOnceADayWhatWaits) {
    Post post;
    const auto digests = [&] {
        return *post.outbox.write_digests(post.now, 8, [](const PersonId& person) { return person.value == "li" ? Language::zh_hant : Language::en; }, letterhead);
    };
    std::vector<Notice> holding{notice("li", Kind::to_verify, 118), notice("li", Kind::to_verify, 9), notice("wu", Kind::to_sign_off, 7)};
    holding.push_back({.person = PersonId("li"), .kind = Kind::form_due, .about = *Handle::from_text("r2020q4.amcm"), .due = Date::from_text("2021-01-15")});
    Taken taken = *post.outbox.take(holding, post.now);
    EXPECT_EQ(taken.fresh, 4U);
    taken = *post.outbox.take(holding, post.now);
    EXPECT_EQ(taken.fresh, 0U);
    EXPECT_EQ(taken.known, 4U);

    post.now = at("2020-11-01T23:59:59Z");  // One second before eight in Macao.
    EXPECT_EQ(digests(), 0U);
    post.now = at("2020-11-02T00:00:00Z");
    EXPECT_EQ(digests(), 2U);
    EXPECT_EQ(*post.outbox.waiting_notices(), 0U);
    const Letter to_li = post.kept("digest 2020-11-02 li").letter;
    EXPECT_EQ(to_li.subject, "2020年11月2日待辦事項：3項");
    EXPECT_TRUE(says(to_li, "填報表r2020q4.amcm，限期2021年1月15日"));
    EXPECT_TRUE(says(to_li, "待核實：2項（記錄編號9、118）"));
    EXPECT_TRUE(says(post.kept("digest 2020-11-02 wu").letter, "To be signed off: 1 (entries 7)"));

    // What comes later in the day waits for tomorrow; what was settled by then is not told.
    holding.push_back(notice("li", Kind::questioned, 130));
    holding.push_back(notice("li", Kind::questioned, 131));
    EXPECT_EQ(post.outbox.take(holding, post.now)->fresh, 2U);
    EXPECT_EQ(digests(), 0U);
    holding.pop_back();
    EXPECT_EQ(post.outbox.take(holding, post.now)->dropped, 1U);
    post.now.micros += 24 * 60 * minute;
    EXPECT_EQ(digests(), 1U);
    EXPECT_EQ(post.kept("digest 2020-11-03 li").letter.subject, "2020年11月3日待辦事項：1項");
    EXPECT_EQ(post.send().sent, 3U);
}

TEST(Digest, CountsWhatIsTooMuchAndSaysWhenItIsADemonstration) {
    std::vector<Notice> many;
    for (std::uint64_t i = 100; i < 150; ++i) many.push_back(notice("li", Kind::to_verify, i));
    const Letter letter = digest(PersonId("li"), Language::en, *Date::from_text("2020-11-02"), many, {.origin = "o", .demonstration = true, .link = {}});
    EXPECT_EQ(letter.subject, "[Demonstration] Waiting for you on 2 November 2020: 50");
    EXPECT_EQ(letter.lines.front(), "This comes from a demonstration: nothing in it is real work.");
    bool counted = false;
    for (const std::string& line : letter.lines) counted = counted || line.ends_with("119 and 30 more)");
    EXPECT_TRUE(counted);
}

TEST(Letters, HaveTheirWordsInEveryLanguage) {
    for (const Language language : languages) {
        std::vector<Notice> all;
        for_each_enumerator<Kind>([&](std::string_view, Kind kind) {
            all.push_back({.person = PersonId("li"), .kind = kind, .about = Handle::of_entry(5), .due = Date::from_text("2020-11-05")});
        });
        Letter letter = digest(PersonId("li"), language, *Date::from_text("2020-11-02"), all, {.origin = "o", .demonstration = true, .link = "https://x.example"});
        EXPECT_EQ(letter.lines.size(), 2 + 2 + all.size() + 4) << tag(language);
        std::string whole = letter.subject;
        for (const std::string& line : letter.lines) whole += "\n" + line;
        EXPECT_EQ(whole.find('{'), std::string::npos) << whole;
        EXPECT_EQ(whole.find("[notice"), std::string::npos) << whole;
        EXPECT_EQ(whole.find("[d"), std::string::npos) << whole;
        EXPECT_EQ(whole.find("[e"), std::string::npos) << whole;
    }
}

TEST(Handle, HoldsNoText) {
    for (const std::string_view text : {"", "two words", "金額", "4,747.3", "a\nb", "\"x\"", "(secret)"}) EXPECT_FALSE(Handle::from_text(text)) << text;
    EXPECT_FALSE(Handle::from_text(std::string(65, 'a')));
    EXPECT_TRUE(Handle::from_text("r2020q4.amcm"));
}

ics::Event session() {
    ics::Event event;
    event.uid = "session-3@example.org";
    event.stamp = at("2020-11-02T01:00:00Z");
    event.when = ics::Hours{at("2021-12-28T02:00:00Z"), at("2021-12-28T04:00:00Z")};
    event.summary = "聯席會議第三次會議";
    event.organizer = ics::Person{"Secretariat", "ponte@example.org"};
    event.attendees = {{{"Li", "li@example.org"}}};
    return event;
}

TEST(Invitation, LearnsAddressesOnlyWhenItIsSent) {
    Post post;
    ics::Event unaddressed = session();
    unaddressed.organizer = ics::Person{.name = "", .address = std::string(sender_unknown)};
    unaddressed.attendees = {{.person = {.name = "", .address = std::string(recipient_unknown)}}};
    const auto letter = invitation(PersonId("li"), Language::zh_hant, Said::invited, unaddressed, letterhead);
    ASSERT_TRUE(*post.outbox.enqueue(*letter, post.now));
    EXPECT_EQ(post.send().sent, 1U);
    const std::string mail = post.server.received().at(0).body;
    const std::size_t part = mail.find("\r\n\r\n", mail.find("text/calendar")) + 4;
    std::string encoded = mail.substr(part, mail.find("\r\n--", part) - part);
    std::erase_if(encoded, [](char c) { return c == '\r' || c == '\n'; });
    const auto bytes = from_base64(encoded);
    ASSERT_TRUE(bytes) << mail;
    std::string calendar(text_of(*bytes));
    for (std::size_t fold = calendar.find("\r\n "); fold != calendar.npos; fold = calendar.find("\r\n ")) calendar.erase(fold, 3);
    EXPECT_NE(calendar.find(":mailto:" + post.server.received().at(0).recipient + "\r\n"), std::string::npos) << calendar;
    EXPECT_EQ(calendar.find("outbox.invalid"), std::string::npos) << calendar;
    EXPECT_EQ(post.kept(letter->id).letter, *letter);  // What is kept has no address.
}

TEST(Invitation, TravelsAsTheOtherFormOfItsText) {
    Post post;
    const auto letter = invitation(PersonId("li"), Language::zh_hant, Said::invited, session(), letterhead);
    ASSERT_TRUE(letter);
    EXPECT_EQ(letter->subject, "會議邀請：聯席會議第三次會議");
    EXPECT_EQ(letter->lines.at(1), "2021年12月28日 10:00（澳門及北京時間）");
    EXPECT_TRUE(*post.outbox.enqueue(*letter, post.now));
    EXPECT_EQ(post.kept(letter->id).letter, *letter);
    EXPECT_EQ(post.send().sent, 1U);
    const std::string mail = post.server.received().at(0).body;
    EXPECT_NE(mail.find("Content-Type: multipart/alternative; boundary="), std::string::npos);
    EXPECT_NE(mail.find("Content-Type: text/calendar; charset=UTF-8; method=REQUEST\r\n"), std::string::npos);
    ics::Event changed = session();
    changed.sequence = 1;
    const auto moved = invitation(PersonId("li"), Language::zh_hant, Said::changed, changed, letterhead);
    EXPECT_EQ(moved->subject, "會議更改：聯席會議第三次會議");
    EXPECT_EQ(sequence_told(letter->id, changed.uid, PersonId("li")), 0U);
    EXPECT_EQ(sequence_told(moved->id, changed.uid, PersonId("li")), 1U);
    for (const PersonId& other : {PersonId("i"), PersonId("wu")}) EXPECT_EQ(sequence_told(moved->id, changed.uid, other), std::nullopt);
    EXPECT_EQ(sequence_told("invitation " + changed.uid + " 1 li", changed.uid, PersonId("li")), std::nullopt);
    EXPECT_EQ(sequence_told("digest 2021-12-01 li", changed.uid, PersonId("li")), std::nullopt);
    changed.organizer.reset();
    EXPECT_EQ(invitation(PersonId("li"), Language::zh_hant, Said::changed, changed, letterhead).error().kind, ics::refusals::organizer_missing);
}

TEST(Settings, AreOffUntilTheySayOtherwise) {
    const auto settings = settings_from(R"({"host":"mail.example.org","port":587,"security":"starttls","sender":"a@example.org","digest_hour":8})");
    ASSERT_TRUE(settings);
    EXPECT_FALSE(settings->enabled);
}

TEST(Settings, RefuseInTheDocumentedOrder) {
    const auto json = [](std::string host, std::string port, std::string security, std::string sender, std::string more) {
        return R"({"enabled":true,"host":")" + host + R"(","port":)" + port + R"(,"security":")" + security + R"(","sender":")" + sender +
               R"(","digest_hour":)" + more + "}";
    };
    ASSERT_TRUE(settings_from(json("127.0.0.1", "25", "none", "a@example.org", "8")));
    const std::vector<std::pair<RefusalKind, std::string>> rows{
        {refusals::host_malformed, json("mail example", "0", "none", "a", "99")},
        {refusals::port_missing, json("mail.example.org", "0", "none", "a", "99")},
        {refusals::open_line_abroad, json("mail.example.org", "25", "none", "a", "99")},
        {refusals::open_line_abroad, json("127.0.0.1.example.org", "25", "none", "a", "99")},
        {refusals::sender_malformed, json("localhost", "25", "none", "a", "99")},
        {refusals::sender_name_unreadable, json("localhost", "25", "none", "a@example.org", R"(99,"sender_name":"a\r\nBcc: x@example.org")")},
        {refusals::hour_out_of_range, json("localhost", "25", "none", "a@example.org", R"(24,"link":"x")")},
        {refusals::link_malformed, json("localhost", "25", "none", "a@example.org", R"(23,"link":"javascript:1")")},
    };
    for (const auto& [kind, text] : rows) EXPECT_EQ(settings_from(text).error().kind, kind) << text;
    EXPECT_EQ(settings_from(json("localhost", "25", "none", "a@example.org", R"(23,"pasword":"x")")).error().place, "/pasword");
}

}  // namespace
}  // namespace ponte::outbox
