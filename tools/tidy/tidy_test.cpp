// Each rule on a house of a few lines: what it must find, and what it must leave alone.
#include "tidy/rules.h"
#include "tidy/source.h"

#include <gtest/gtest.h>

namespace tidy {
namespace {

constexpr const char* law =
    "# comment\n"
    "base\n"
    "journal base\n"
    "desks/* base desks/*:events,facts\n"
    "adapters/* base desks/*:contract\n";

// "path:line word", which is what a reader looks for.
std::vector<std::string> brief(const Faults& faults) {
    std::vector<std::string> all;
    for (const Fault& fault : faults)
        all.push_back(fault.path + ":" + std::to_string(fault.line) + " " + fault.word);
    return all;
}
using Found = std::vector<std::string>;

TEST(Source, TellsCodeTextAndCommentApart) {
    const Source source = read_source(
        "int a = 1'000; // rand\nauto s = \"throw \\\" x\"; /* double\nfloat */ char c = '\"'; f();");
    EXPECT_EQ(find_word(source.code, "rand"), std::string::npos);
    EXPECT_EQ(find_word(source.code, "throw"), std::string::npos);
    EXPECT_EQ(find_word(source.code, "float"), std::string::npos);
    EXPECT_NE(find_word(source.code, "f"), std::string::npos);
    EXPECT_NE(find_word(source.literals, "throw"), std::string::npos);
    EXPECT_NE(find_word(source.comments, "float"), std::string::npos);
    EXPECT_EQ(line_at(source.code, source.code.find("f()")), 3U);
}

TEST(Source, ReadsRawStringsToTheirEnd) {
    const Source source = read_source("auto s = R\"x(a \" throw )\" y)x\"; double d;");
    EXPECT_EQ(find_word(source.code, "throw"), std::string::npos);
    EXPECT_NE(find_word(source.code, "double"), std::string::npos);
}

TEST(Source, FindsWholeWordsOnly) {
    EXPECT_EQ(find_word("operand random_", "rand"), std::string::npos);
    EXPECT_EQ(find_word("std::unordered_map", "unordered_"), 5U);
    EXPECT_EQ(find_word("reordered_map", "unordered_"), std::string::npos);
}

TEST(Source, FindsNamedStructsAndOnlyThose) {
    const Source source = read_source(
        "struct Plain { std::string_view name; };\n"
        "enum class Kind { a };\n"
        "struct Settle {\n    int first;\n    static constexpr std::string_view name =\n        "
        "\"clearing.settle\";\n};\n");
    const std::vector<NamedStruct> found = named_structs(source);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].type, "Settle");
    EXPECT_EQ(found[0].name, "clearing.settle");
    EXPECT_EQ(found[0].line, 3U);
}

TEST(Source, FindsRefusalCodesHoweverTheyAreBroken) {
    const Source source = read_source(
        "inline constexpr RefusalKind a{\"d.a\", Remedy::ask};\n"
        "inline constexpr RefusalKind a_long_one{\n    \"d.b\", Remedy::ask};\n"
        "return refuse(RefusalKind{\"d.c\", Remedy::ask});\n"
        "void f(RefusalKind kind); RefusalKind kind;\n");
    std::vector<std::string> codes;
    for (const Code& code : refusal_codes(source)) codes.push_back(code.code);
    EXPECT_EQ(codes, (Found{"d.a", "d.b", "d.c"}));
}

TEST(Source, MeasuresFunctionsButNotTheContainersAroundThem) {
    const Source source = read_source(
        "namespace x {\nstruct S {\n  int f() const {\n    return 1;\n  }\n};\n"
        "#define M(x) do { \\\n } while (0)\n"
        "S::S(int a)\n    : a_(a) {\n  auto l = [&](int b) { return b; };\n}\n}\n");
    const std::vector<Function> found = functions(source);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].lines, 3U);
    EXPECT_EQ(found[1].name, "S::S");
    EXPECT_EQ(found[1].line, 9U);
    EXPECT_EQ(found[1].lines, 4U);
}

TEST(Floors, LetARoomIncludeWhatItsLineNames) {
    const Tree tree{
        {"FLOORS", law},
        {"src/base/id.h", ""},
        {"src/desks/a/state.h", "#include \"base/id.h\"\n#include <map>\n#include \"desks/a/events.h\"\n"},
        {"src/desks/a/events.h", ""},
        {"src/desks/b/view.h", "#include \"desks/a/events.h\"\n"},
        {"src/adapters/x/x.h", "#include \"desks/a/commands.h\"\n"},
        {"src/desks/a/commands.h", ""}};
    EXPECT_EQ(brief(floors(tree)), Found{});
}

TEST(Floors, RefuseEveryOtherWay) {
    const Tree tree{{"FLOORS", law},
                    {"src/attic/box.h", ""},
                    {"src/base/id.h", "// \"desks/a/events.h\"\n#include \"journal/log.h\"\n"},
                    {"src/journal/log.h", ""},
                    {"src/desks/a/state.h", "#include \"journal/log.h\"\n"},
                    {"src/desks/a/events.h", ""},
                    {"src/desks/a/commands.h", ""},
                    {"src/desks/b/view.h", "#include \"desks/a/state.h\"\n#include \"desks/a/commands.h\"\n"},
                    {"src/adapters/x/x.h", "#  include \"desks/a/state.h\"\n#include \"no/where.h\"\n"}};
    EXPECT_EQ(brief(floors(tree)),
              (Found{"src/adapters/x/x.h:1 desks/a/state.h", "src/adapters/x/x.h:2 no/where.h",
                     "src/attic/box.h:0 attic", "src/base/id.h:2 journal/log.h",
                     "src/desks/a/state.h:1 journal/log.h", "src/desks/b/view.h:1 desks/a/state.h",
                     "src/desks/b/view.h:2 desks/a/commands.h"}));
}

struct WordCase {
    const char* path;
    const char* text;
    const char* word;  // Empty: no fault.
};

TEST(BannedWords, AreATableOfPlaceAndWord) {
    const WordCase cases[] = {
        {"src/base/a.cpp", "auto t = std::chrono::system_clock::now();", "system_clock"},
        {"src/desks/a/decide.cpp", "double x;", "double"},
        {"src/house/a.cpp", "const char* p = getenv(\"A\");", "getenv"},
        {"src/journal/a.cpp", "int x = rand();", "rand"},
        {"src/ledger/a.cpp", "boost::unordered_flat_map<int, int> m;", "unordered_"},
        {"src/mechanisms/calls/a.cpp", "std::cout << 1;", "std::cout"},
        {"src/desks/a/state.cpp", "float x;", "float"},
        {"src/desks/a/analysis_flows.cpp", "double x;", ""},
        {"src/adapters/pdf/a.cpp", "double x; std::unordered_map<int, int> m;", ""},
        {"src/cli/main.cpp", "std::cout << 1;", ""},
        {"src/base/a_test.cpp", "getenv(\"X\");", ""},
        {"src/adapters/pdf/a.cpp", "throw 1;", "throw"},
        {"src/base/a.cpp", "// we throw nothing, no double\nf(\"double\");", ""},
        {"tests/a_test.cpp", "std::uniform_int_distribution<int> d;", "std::uniform_int_distribution"},
        {"src/cli/a.h", "using namespace std;", "using namespace"},
        {"src/cli/a.cpp", "using namespace std::literals;", ""},
        {"src/cli/a.cpp", "// FIXME #3", "FIXME"},
        {"src/cli/a.cpp", "// TODO: later", "TODO"},
        {"src/cli/a.cpp", "// TODO #12: later", ""},
        {"tests/a.sh", "set -o pipefail\ncurl x | grep -q y", "| grep -q"},
        {"tests/a.sh", "set -o pipefail\nls | head -n 1", "| head"},
        {"tests/a.sh", "set -o pipefail\n# never a | head", ""},
        {"tests/a.sh", "ls | head -n 1", ""},
    };
    for (const WordCase& one : cases) {
        const Faults faults = banned_words({{one.path, one.text}});
        const std::string found = faults.empty() ? "" : faults[0].word;
        EXPECT_EQ(found, one.word) << one.path << ": " << one.text;
    }
}

TEST(FirstComments, AreOwedByHeadersAndByCodeWithoutOne) {
    const std::string far(30, '\n');
    const Tree tree{{"src/base/a.h", "#pragma once\n// Says why it exists.\n"},
                    {"src/base/a.cpp", "int x;"},
                    {"src/base/b.cpp", "int x;" + far + "// Says why it exists, too late.\n"},
                    {"src/base/b_test.cpp", "int x;"},
                    {"src/base/c.h", "// Says why it exists.\n"},
                    {"fuzz/a_fuzz.cpp", "// rooms: base\n"},
                    {"fuzz/b_fuzz.cpp", "// Reads what people write.\n"}};
    EXPECT_EQ(brief(first_comments(tree)),
              (Found{"fuzz/b_fuzz.cpp:1 rooms", "src/base/b.cpp:1 comment", "src/base/c.h:1 pragma"}));
}

TEST(MachinePaths, AreFoundWhereAPathBegins) {
    const std::string home = std::string("/home") + "/";
    const Tree tree{{"README.md", "see https://example.org" + home + "x\n"},
                    {"docs/a.md", "\nlook in " + home + "me\n"},
                    {"src/base/a.cpp", "\"" + home + "\""}};
    EXPECT_EQ(brief(machine_paths(tree)), (Found{"docs/a.md:2 " + home, "src/base/a.cpp:1 " + home}));
}

Tree small_desk() {
    return {
        {"src/desks/d/commands.h",
         "struct Settle { static constexpr std::string_view name = \"d.settle\"; };\n"},
        {"src/desks/d/events.h",
         "struct PaymentSettled { static constexpr std::string_view name = \"d.payment_settled/1\"; };\n"},
        {"src/desks/d/refusals.h",
         "inline constexpr RefusalKind unknown{\"d.payment_unknown\", Remedy::correct};\n"},
        {"src/ledger/ledger.h",
         "inline constexpr RefusalKind short{\"ledger.funds_short\", Remedy::wait};\n"},
        {"src/desks/d/README.md",
         "# D\n\n| Ask | Then | Or refused |\n|---|:--|--|\n| Settle | `PaymentSettled` | payment_unknown, "
         "ledger.funds_short, … |\n\n"
         "| Other | Table |\n|---|---|\n| Nothing | here |\n"}};
}

TEST(Desks, AreQuietWhenTheReadmeIsTrue) { EXPECT_EQ(brief(desks(small_desk())), Found{}); }

TEST(Desks, SayWhatTheReadmeHasWrong) {
    Tree tree = small_desk();
    tree["src/desks/d/README.md"] =
        "| Ask | Then | Or refused |\n|---|---|---|\n| Gone | PaymentLost | funds_short, ledger.nothing, "
        "d.payment_unknown |\n";
    EXPECT_EQ(brief(desks(tree)),
              (Found{"src/desks/d/commands.h:1 Settle", "src/desks/d/README.md:3 Gone",
                     "src/desks/d/README.md:3 PaymentLost", "src/desks/d/README.md:3 funds_short",
                     "src/desks/d/README.md:3 ledger.nothing"}));
}

TEST(Desks, HoldOnlyFilesOfTheCommonNames) {
    Tree tree = small_desk();
    for (const char* name : {"state.cpp", "decide_payments.cpp", "state_test.cpp", "analysis_flow.h"})
        tree["src/desks/d/" + std::string(name)] = "";
    EXPECT_EQ(brief(desks(tree)), Found{});
    tree["src/desks/d/helpers.cpp"] = "";
    tree["src/desks/d/more/state.cpp"] = "";
    tree.erase("src/desks/d/README.md");
    EXPECT_EQ(brief(desks(tree)),
              (Found{"src/desks/d/helpers.cpp:0 helpers.cpp", "src/desks/d/more/state.cpp:0 state.cpp",
                     "src/desks/d/README.md:0 README.md"}));
}

// A part of a contract file is held to the same as the file.
TEST(Desks, MayPartALongContractFile) {
    Tree tree = small_desk();
    tree["src/desks/d/commands_refunds.h"] = "struct Refund { static constexpr std::string_view name = \"d.refund\"; };\n";
    tree["src/desks/d/events_refunds.h"] = "struct PaymentRefunded { static constexpr std::string_view name = \"d.payment_refunded/1\"; };\n";
    EXPECT_EQ(brief(desks(tree)), Found{"src/desks/d/commands_refunds.h:1 Refund"});
    tree["src/desks/d/README.md"] += "\n| Ask | Then | Or refused |\n|---|---|---|\n| Refund | PaymentRefunded | payment_unknown |\n";
    EXPECT_EQ(brief(desks(tree)), Found{});
    tree["EVENTS"] = "1 d.payment_settled/1\n";
    tree["tests/golden/events/d.payment_settled_1.hex"] = "00ff\n";
    EXPECT_EQ(brief(events(tree, std::nullopt)),
              (Found{"src/desks/d/events_refunds.h:1 d.payment_refunded/1", "src/desks/d/events_refunds.h:1 d.payment_refunded/1"}));
}

Tree with_events(const std::string& list) {
    Tree tree = small_desk();
    tree["EVENTS"] = list;
    tree["tests/golden/events/d.payment_settled_1.hex"] = "00ff\n";
    return tree;
}

TEST(Events, AreQuietWhenListedWithGoldenBytes) {
    EXPECT_EQ(brief(events(with_events("# ids\n1 d.payment_settled/1\n"), Found{"1 d.payment_settled/1"})),
              Found{});
    EXPECT_EQ(brief(events({{"src/base/a.h", ""}}, std::nullopt)), Found{});
}

TEST(Events, MustBeListedOnceInOrder) {
    EXPECT_EQ(brief(events(small_desk(), std::nullopt)), Found{"EVENTS:0 EVENTS"});
    EXPECT_EQ(brief(events(with_events("2 d.payment_settled/1\n2 d.payment_settled/1\nx\n"), std::nullopt)),
              (Found{"EVENTS:2 d.payment_settled/1", "EVENTS:2 d.payment_settled/1", "EVENTS:3 "}));
    EXPECT_EQ(brief(events(with_events("1 d.other/1\n"), std::nullopt)),
              (Found{
                  "src/desks/d/events.h:1 d.payment_settled/1",
                  "EVENTS:1 d.other/1",
              }));
}

TEST(Events, AreNeverTakenBack) {
    EXPECT_EQ(brief(events(with_events("2 d.payment_settled/1\n"), Found{"# ids", "1 d.payment_settled/1"})),
              Found{"EVENTS:0 d.payment_settled/1"});
}

TEST(Events, OweGoldenBytesAndNoOthers) {
    Tree tree = with_events("1 d.payment_settled/1\n");
    tree["tests/golden/events/d.stray_1.hex"] = "zz";
    tree.erase("tests/golden/events/d.payment_settled_1.hex");
    EXPECT_EQ(brief(events(tree, std::nullopt)),
              (Found{"src/desks/d/events.h:1 d.payment_settled/1",
                     "tests/golden/events/d.stray_1.hex:0 tests/golden/events/d.stray_1.hex",
                     "tests/golden/events/d.stray_1.hex:0 tests/golden/events/d.stray_1.hex"}));
}

TEST(Refusals, HaveWordsInEachLanguage) {
    Tree tree = small_desk();
    EXPECT_EQ(brief(refusals(tree)), Found{"words/refusals.csv:0 words/refusals.csv"});
    tree["words/refusals.csv"] =
        "code,zh_hant,zh_hans,pt,en\r\nd.payment_unknown,a,b,c,\"d, "
        "\"\"e\"\"\nf\"\r\nledger.funds_short,a,b,c,d\r\n";
    EXPECT_EQ(brief(refusals(tree)), Found{});
    tree["words/refusals.csv"] =
        "code,zh_hant,zh_hans,pt,en\nd.payment_unknown,a,,c,d\nd.payment_unknown,a,b,c,d\nd.gone,a,b,c,d\n";
    EXPECT_EQ(brief(refusals(tree)),
              (Found{"words/refusals.csv:2 d.payment_unknown", "words/refusals.csv:3 d.payment_unknown",
                     "words/refusals.csv:4 d.gone", "src/ledger/ledger.h:1 ledger.funds_short"}));
}

TEST(Refusals, AreDefinedOnceUnderTheNameOfTheirDesk) {
    const Tree tree{{"words/refusals.csv", "code,zh_hant,zh_hans,pt,en\nx.a,a,b,c,d\nNo,a,b,c,d\n"},
                    {"src/base/a.h", "RefusalKind one{\"x.a\", r}; RefusalKind two{\"No\", r};"},
                    {"src/desks/d/refusals.h", "RefusalKind one{\"x.a\", r};"},
                    {"src/desks/d/state_test.cpp", "RefusalKind one{\"x.a\", r};"}};
    EXPECT_EQ(brief(refusals(tree)),
              (Found{"src/base/a.h:1 No", "src/desks/d/refusals.h:1 x.a", "src/desks/d/refusals.h:1 x.a"}));
}

TEST(Lengths, ComplainOnlyOfFilesThatGrewPastTheLine) {
    const std::string long_text(501, '\n');
    Tree tree{{"src/base/a.cpp", long_text},
              {"src/base/b.cpp", std::string(500, '\n')},
              {"docs/long.md", long_text}};
    EXPECT_EQ(brief(lengths(tree)), Found{"src/base/a.cpp:0 src/base/a.cpp"});
    tree["tools/tidy/longest.txt"] = "# known\nsrc/base/a.cpp 501\nsrc/base/b.cpp 600\n";
    EXPECT_EQ(brief(lengths(tree)), Found{"tools/tidy/longest.txt:3 src/base/b.cpp"});
}

TEST(Exceptions, AllowWhatTheyNameAndMustBeNeeded) {
    const Tree tree{{"tools/tidy/exceptions.txt",
                     "# list\nsrc/a.cpp | double | a chart\nsrc/b.cpp | rand | gone\nsrc/c.cpp | rand |\n"}};
    const Faults faults{{"src/a.cpp", 3, "words", "double", ""},
                        {"src/a.cpp", 4, "words", "double", ""},
                        {"src/a.cpp", 5, "words", "rand", ""}};
    EXPECT_EQ(
        brief(without_exceptions(tree, faults)),
        (Found{"src/a.cpp:5 rand", "tools/tidy/exceptions.txt:4 ", "tools/tidy/exceptions.txt:3 rand"}));
}

}  // namespace
}  // namespace tidy
