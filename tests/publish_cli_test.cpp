// Witnesses and packets at the command line: the program as two offices and two witnesses use it, files carried
// between folders, a witness killed between its memory and its answer, and a server that tells two histories.
#include "cli_run.h"

#include <chrono>
#include <csignal>
#include <gtest/gtest.h>
#include <thread>

namespace ponte::run {
namespace {

namespace fs = std::filesystem;

std::string trimmed(std::string text) {
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

// An office of its own: a journal with a plan of one measure, an indicator and people for every role.
struct Office {
    Ponte ponte;
    int day = 1;

    Office(const Folder& folder, const std::string& name, const std::string& origin)
        : ponte{.folder = folder.path(), .journal = folder.at(name), .clock = "2020-06-01T08:00:00Z"} {
        expect({"init", "--origin", origin, "--body", "amcm", "--administrators", "adm.one,adm.two"});
        write_text(folder.at(name + ".plan"), "Plan\n");
        for (const auto& [person, role] : {std::pair("officer", "officer"), {"head", "head"}, {"keeper", "secretariat"}}) {
            expect({"ask", "access.register_person", std::string("person=") + person, "body=amcm", std::string("display=") + person, "--as", "adm.one"});
            expect({"ask", "access.grant_role", std::string("person=") + person, "desk=conference", std::string("role=") + role, "--as", "adm.one"});
        }
        expect({"ask", "access.confirm_role", "proposal=1", "--as", "adm.two"});
        expect({"ask", "conference.import_plan", "plan=2020", "year=2020", "title=Plan", "language=en", "status=reference", "file=" + std::string(64, '0'), "format=text",
                "encoding=UTF-8", R"(areas=[{"number":1,"title":"All","first_measure":1,"last_measure":1}])",
                R"(measures=[{"number":1,"text":"Clear","duties":["Clear"],"bytes_from":"0","bytes_to":"0","line_from":0,"line_to":0}])", "folded_characters=0", "source=own words", "--as", "keeper"});
        expect({"ask", "conference.define_indicator", "indicator=m1.cleared", "plan=2020", "measure=1", "duty=1", "names.en=Cleared", "units.en=RMB bn", "kind=flow", "fold=latest",
                "better=more", "decimals=2", "unit_exponent=0", "tolerance_percent=10", "trajectory_badge=illustration",
                R"(statements={"verified":"v","source":"s","accuracy":"a","limits":"l","compensated":"c"})", "reason=", "--as", "keeper"});
    }

    Ran run(std::vector<std::string> words) { return ponte(std::move(words)); }
    Ran expect(std::vector<std::string> words, int exit = 0) {
        const std::string what = words.size() > 1 ? words[0] + " " + words[1] : words[0];
        Ran ran = ponte(std::move(words));
        EXPECT_EQ(ran.exit, exit) << what << "\n" << ran.out << ran.err;
        return ran;
    }
    [[nodiscard]] std::string key() { return std::string(run({"journal", "stat"}).json().at("log_key").as_string()); }
    [[nodiscard]] std::string size() { return std::string(run({"journal", "stat"}).json().at("size").as_string()); }
    void next_day() { ponte.clock = "2020-06-0" + std::to_string(++day) + "T08:00:00Z"; }
    void show_to_everyone(const std::string& value, const std::string& month) {
        const Ran ran = expect({"ask", "conference.record_observation", "indicator=m1.cleared", "as_published=" + value, "value=" + value, "period=" + month, "source=https://example.org", "--as", "officer"});
        const std::size_t at = ran.out.find("\"item\":\"") + 8;
        const std::string item = ran.out.substr(at, ran.out.find('"', at) - at);
        expect({"ask", "conference.sign_off_item", "item=" + item, "--as", "head"});
        expect({"ask", "conference.move_item", "item=" + item, "stage=published", "--as", "keeper"});
    }
    void trust(Office& other, const std::string& origin) {
        expect({"ask", "publication.trust_publisher", "publisher=" + origin, "key=" + other.key(), "body=amcm", "--as", "keeper"});
    }
};

Ran witness(const Folder& folder, std::vector<std::string> words) {
    words.insert(words.begin(), {program(), "witness"});
    return command(std::move(words), folder.path());
}

std::string made(const Folder& folder, const std::string& name) {
    const Ran ran = witness(folder, {"init", "--name", name + ".example/witness", "--folder", folder.at(name), "--simulated-clock"});
    EXPECT_EQ(ran.exit, 0) << ran.err;
    return trimmed(ran.out);
}

Ran cosign(const Folder& folder, const std::string& who, const std::string& key, const std::string& request) {
    return witness(folder, {"cosign", "--folder", folder.at(who), "--log", key, "--clock", "2020-06-02T08:00:00Z", request, "--out", request + "." + who});
}

TEST(WitnessAtTheCommandLine, AdoptsWhatBothHaveCosigned) {
    const Folder folder;
    Office office(folder, "j", "office.example/log");
    for (const std::string name : {"macao", "mainland"}) office.expect({"journal", "name-witness", made(folder, name), "--as", "adm.one"});
    EXPECT_EQ(office.expect({"journal", "adopted", "--json"}, 3).refusal(), "cli.nothing_adopted");
    for (const std::string name : {"macao", "mainland"}) {
        office.expect({"journal", "witness-request", "--witness", name + ".example/witness/simulated", "--out", folder.at("request")});
        ASSERT_EQ(cosign(folder, name, office.key(), folder.at("request")).exit, 0);
        office.expect({"journal", "keep-cosignatures", folder.at("request." + name)});
    }
    const auto adopted = office.expect({"journal", "adopted"}).json();
    EXPECT_EQ(adopted.at("size").as_string(), std::string_view(office.size()));
    EXPECT_EQ(adopted.at("cosigned").as_array().size(), 2U);
    EXPECT_EQ(office.run({"journal", "verify"}).json().at("cosignatures").as_string(), "2");
    // The journal goes on; what both have seen stays where it is until they are asked again.
    office.show_to_everyone("100", "2020-01");
    EXPECT_EQ(office.run({"journal", "adopted"}).json().at("size"), adopted.at("size"));
    office.expect({"journal", "witness-request", "--witness", "macao.example/witness/simulated", "--out", folder.at("request")});
    EXPECT_TRUE(read_text(folder.at("request")).starts_with("old " + std::string(adopted.at("size").as_string()) + "\n"));
    EXPECT_EQ(cosign(folder, "macao", office.key(), folder.at("request")).exit, 0);
}

TEST(WitnessAtTheCommandLine, CatchesAServerThatWasRestoredAndWroteAnotherDay) {
    const Folder folder;
    Office office(folder, "j", "office.example/log");
    made(folder, "macao");
    office.expect({"journal", "backup", folder.at("backup")});
    office.show_to_everyone("100", "2020-01");
    office.expect({"journal", "witness-request", "--old", "0", "--out", folder.at("request")});
    ASSERT_EQ(cosign(folder, "macao", office.key(), folder.at("request")).exit, 0);
    Office other = office;
    other.ponte.journal = folder.at("other");
    other.expect({"journal", "restore", folder.at("backup")});
    other.show_to_everyone("555", "2020-01");
    EXPECT_EQ(other.size(), office.size());
    other.expect({"journal", "witness-request", "--old", office.size(), "--out", folder.at("false")});
    const Ran caught = cosign(folder, "macao", office.key(), folder.at("false"));
    EXPECT_EQ(caught.exit, 3);
    EXPECT_NE(caught.err.find("*** FORK *** witness.fork"), std::string::npos) << caught.err;
    EXPECT_FALSE(fs::exists(folder.at("false.macao")));
    const auto evidence = fs::directory_iterator(folder.path() / "macao" / "evidence")->path().string();
    const Ran looked = witness(folder, {"check", "--log", office.key(), evidence});
    EXPECT_EQ(looked.exit, 0) << looked.err;
    EXPECT_TRUE(looked.out.starts_with("fork"));
    EXPECT_NE(witness(folder, {"status", "--folder", folder.at("macao")}).out.find("evidence "), std::string::npos);
}

// Standard output is a pipe that is full: the witness has written its memory and hangs on its answer.
TEST(WitnessAtTheCommandLine, KeepsItsMemoryWhenItIsKilledBeforeItsAnswer) {
    const Folder folder;
    Office office(folder, "j", "office.example/log");
    made(folder, "macao");
    const std::string key = office.key();
    const std::string size = office.size();
    office.expect({"journal", "witness-request", "--old", "0", "--out", folder.at("request")});
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    ASSERT_EQ(::fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
    const std::string filling(4096, 'x');
    while (::write(ends[1], filling.data(), filling.size()) > 0) {
    }
    ASSERT_EQ(::fcntl(ends[1], F_SETFL, 0), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], 1);
        ::execl(program().c_str(), "ponte", "witness", "cosign", "--folder", folder.at("macao").c_str(), "--log", key.c_str(), "--clock", "2020-06-02T08:00:00Z", folder.at("request").c_str(), nullptr);
        ::_exit(127);
    }
    const auto remembers = [&] { return read_text(folder.path() / "macao" / "state").find("\nsize " + size + "\n") != std::string::npos; };
    for (int i = 0; i < 1'000 && !remembers(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    ASSERT_TRUE(remembers());
    // While it hangs, a second process is locked out of its folder.
    const Ran second = cosign(folder, "macao", key, folder.at("request"));
    EXPECT_EQ(second.exit, 3);
    EXPECT_NE(second.err.find("witness.held"), std::string::npos) << second.err;
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    ::close(ends[0]);
    ::close(ends[1]);
    // The log never got its line; it is told where the witness stands and asks from there.
    const Ran old = cosign(folder, "macao", key, folder.at("request"));
    EXPECT_EQ(old.exit, 3);
    EXPECT_NE(old.err.find("witness.size_differs (" + size + ")"), std::string::npos) << old.err;
    office.expect({"journal", "witness-request", "--old", size, "--out", folder.at("again")});
    EXPECT_EQ(cosign(folder, "macao", key, folder.at("again")).exit, 0);
    EXPECT_EQ(cosign(folder, "macao", key, folder.at("again")).exit, 0);
    fs::resize_file(folder.path() / "macao" / "state", 100);
    const Ran damaged = cosign(folder, "macao", key, folder.at("again"));
    EXPECT_EQ(damaged.exit, 4);
    EXPECT_NE(damaged.err.find("witness.state_damaged"), std::string::npos) << damaged.err;
}

TEST(PacketsAtTheCommandLine, ComeAfterAWeekInOneFolderAndTheReceiptsGoBack) {
    const Folder folder;
    Office bank(folder, "bank", "bank.example/ledger");
    Office hall(folder, "hall", "conference.example/log");
    bank.trust(hall, "conference.example/log");
    hall.trust(bank, "bank.example/ledger");
    std::vector<std::string> files;
    for (int i = 1; i <= 5; ++i) {
        bank.next_day();
        bank.show_to_everyone(std::to_string(100 + i), "2020-0" + std::to_string(i));
        files.push_back(folder.at("figure-" + std::to_string(i)));
        bank.expect({"publish", "m1.cleared", "--to", "conference.example/log", "--out", files.back(), "--as", "keeper"});
    }
    // Made again, a packet is the same file.
    bank.expect({"publish", "--number", "3", "--to", "conference.example/log", "--out", folder.at("again"), "--as", "keeper"});
    EXPECT_EQ(read_text(folder.at("again")), read_text(files[2]));
    const Ran looked = hall.expect({"packet", files[4], "--key", bank.key()});
    EXPECT_EQ(looked.json().at("kind").as_string(), "figure");

    hall.ponte.clock = "2020-06-08T08:00:00Z";
    const std::string before = hall.size();
    std::vector<std::string> adopt{"adopt", files[3], files[1], files[4], files[0], files[2], "--as", "officer", "--out", folder.at("receipts")};
    hall.expect({"adopt", files[0], "--as", "officer", "--dry-run"});
    EXPECT_EQ(hall.size(), before);
    hall.expect(adopt);
    const std::string after = hall.size();
    const std::string receipt = read_text(folder.path() / "receipts" / "receipt-5");
    hall.expect(adopt);
    EXPECT_EQ(hall.size(), after);
    EXPECT_EQ(read_text(folder.path() / "receipts" / "receipt-5"), receipt);
    EXPECT_EQ(hall.expect({"query", "publication.adopted", "--as", "officer"}).json().at("packets").as_array().size(), 5U);
    EXPECT_EQ(hall.expect({"query", "publication.adopted", "--public"}).json().at("packets").as_array().size(), 0U);

    std::vector<std::string> keep{"receipt", "keep"};
    for (int i = 5; i >= 1; --i) keep.push_back((folder.path() / "receipts" / ("receipt-" + std::to_string(i))).string());
    keep.insert(keep.end(), {"--as", "keeper"});
    bank.expect(keep);
    bank.expect(keep);
    EXPECT_EQ(bank.expect({"query", "publication.published", "without_receipt=true", "--as", "keeper"}).json().at("packets").as_array().size(), 0U);
    EXPECT_EQ(bank.expect({"receipt", "keep", files[0], "--as", "keeper", "--json"}, 3).refusal(), "publication.not_a_receipt");
    for (Office* one : {&bank, &hall}) one->expect({"journal", "verify"});
}

TEST(PacketsAtTheCommandLine, AreRefusedWhenDamagedAndAForkIsRecorded) {
    const Folder folder;
    Office bank(folder, "bank", "bank.example/ledger");
    Office hall(folder, "hall", "conference.example/log");
    bank.trust(hall, "conference.example/log");
    hall.trust(bank, "bank.example/ledger");
    bank.expect({"journal", "backup", folder.at("backup")});
    bank.show_to_everyone("100", "2020-01");
    bank.expect({"publish", "m1.cleared", "--to", "conference.example/log", "--out", folder.at("one"), "--as", "keeper"});
    std::string bad = read_text(folder.at("one"));
    bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 1);
    write_text(folder.at("bad"), bad);
    EXPECT_EQ(hall.expect({"adopt", folder.at("bad"), "--as", "officer", "--json"}, 3).refusal(), "packet.damaged");
    hall.expect({"adopt", folder.at("one"), "--as", "officer"});
    Office other = bank;
    other.ponte.journal = folder.at("other");
    other.expect({"journal", "restore", folder.at("backup")});
    other.show_to_everyone("999", "2020-01");
    other.expect({"publish", "m1.cleared", "--to", "conference.example/log", "--out", folder.at("two"), "--as", "keeper"});
    EXPECT_EQ(hall.expect({"adopt", folder.at("two"), "--as", "officer", "--json"}, 3).refusal(), "publication.fork_detected");
    const auto forks = hall.expect({"query", "publication.forks", "--as", "keeper"}).json().at("forks").as_array();
    ASSERT_EQ(forks.size(), 1U);
    EXPECT_NE(forks[0].at("seen_root"), forks[0].at("shown_root"));
    EXPECT_EQ(hall.expect({"adopt", folder.at("one"), "--as", "officer", "--json"}, 3).refusal(), "publication.fork_detected");
    hall.expect({"ask", "publication.resolve_fork", "publisher=bank.example/ledger", "reason=the second journal was a drill", "--as", "adm.one"});
    hall.expect({"adopt", folder.at("one"), "--as", "officer"});
}

}  // namespace
}  // namespace ponte::run
