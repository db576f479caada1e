#include "cli/verbs.h"

#include "cli/commands.h"
#include "cli/voice.h"

#include <algorithm>
#include <cstdio>

namespace ponte::cli {

namespace {

struct Verb {
    std::string_view word;
    int (*run)(const Arguments&);
    std::string_view says;
};

constexpr auto verbs = std::to_array<Verb>({
    {"plan", plan_command, "plan read FILE | plan import FILE | plan correct FILE    read an official plan; keep it; keep its correction\n"
                           "  ponte plan match FILE|PLAN --against PLAN [--confirm]  another year's duties, one by one"},
    {"init", init_command, "init --origin NAME                                       make a journal with two administrators"},
    {"ask", ask_command, "ask DESK.COMMAND key=value ... --as WHO                  decide something (see: commands)"},
    {"orders", orders_command, "orders FILE.jsonl                                        many commands, one a line, in order (see src/cli/orders.h)"},
    {"query", query_command, "query DESK.QUERY key=value ... --as WHO [--at SEQ|DATE]  read something (see: queries)"},
    {"commands", forms_command, "commands                                                 every command with its fields"},
    {"queries", forms_command, "queries                                                  every query with its fields"},
    {"import", import_command, "import FILE.csv|.xlsx --as WHO [--dry-run]               observations by the file"},
    {"tracker", tracker_command, "tracker propose|read|import FILE [--map MAP.json]        somebody's own table, by a map of its columns"},
    {"round", round_command, "round open|list|late|owed|forms|read|sign-off|release|...     a reporting round, from the request to the verdict (see: ponte round)"},
    {"dossier", dossier_command, "dossier --lang L --audience A --format F --out FILE      the paper for the joint conference"},
    {"publish", publish_command, "publish INDICATOR --to ORIGIN --out FILE --as WHO         a figure for another journal, as a signed packet"},
    {"adopt", adopt_command, "adopt FILE ... [--indicator I] [--dry-run] [--out DIR]   take over another journal's figures; receipts into DIR"},
    {"receipt", receipt_command, "receipt keep FILE ... | receipt make ORIGIN N --out F    the other side has recorded our packet"},
    {"packet", packet_command, "packet FILE --key KEY                                    check a packet or receipt, offline"},
    {"template", template_command, "template kinds | sample KIND --out F | check KIND FILE  papers in a layout of your own (then: dossier --template F)"},
    {"compare", compare_command, "compare --from SEQ|DATE [--to SEQ|DATE] --format F --out F   what changed between two positions"},
    {"session", session_command, "session invitation|agenda|minutes|decisions|attendance N --lang L [--with L2] --format F --out FILE [--at SEQ] [--template F]\n"
                                 "        |ics N [--organizer MAIL --attendees MAIL,MAIL] | seal N | paper N ITEM FILE --title T --lang L"},
    {"verify", verify_command, "verify BUNDLE [--journal J] [--key K] [--root-at N]      check a dossier's figures, offline"},
    {"journal", journal_command, "journal verify|stat|show|checkpoint|prove|consistency|export-tiles|backup|restore|rotate-key|confirm-clock\n"
                                 "        |name-witness KEY|witness-request|keep-cosignatures FILE|adopted"},
    {"translation", translation_command, "translation queue|export|import|convert|check|terms          texts to translators and back, and the agreed terms"},
    {"sign-in", sign_in_command, "sign-in PERSON                                           a token for four-eyes work (password on standard input)"},
    {"outbox", outbox_command, "outbox status | queue | send | show [ID]                 letters to people: what waits, one mail a day (off by default)"},
    {"demo", demo_command, "demo --out DIR [--plan FILE]                             the whole way, on published figures"},
    {"list", list_command, "list [show|propose [--add]|agree|adopt LIST]             next year's list, line by line between the two sides\n"
                           "  ponte list export LIST --against PLAN --format docx|html|pdf|text --out FILE    in the official form, changes tracked"},
    {"year", year_command, "year closing PLAN                                        how each duty of a year ended, and what is still open"},
    {"duties", duties_command, "duties                                                   the plan's duties, and how far each is carried out"},
});

}  // namespace

int help(const std::vector<std::string_view>& more) {
    std::printf("ponte: the record of the cooperation, and what follows from it.\n\n");
    for (const Verb& verb : verbs) std::printf("  ponte %.*s\n", static_cast<int>(verb.says.size()), verb.says.data());
    for (const std::string_view line : more) std::printf("  ponte %.*s\n", static_cast<int>(line.size()), line.data());
    std::printf("\n  --journal DIR  --as PERSON  --json  --id ID (makes a retry harmless)  --lang zh-Hant|zh-Hans|pt|en\n");
    std::printf("  exit 0: done, 3: refused (code, remedy, place), 4: fault\n");
    return exit_done;
}

std::optional<int> run_verb(const Arguments& arguments) {
    for (const Verb& verb : verbs) {
        if (verb.word == arguments.word(0)) return verb.run(arguments);
    }
    return std::nullopt;
}

}  // namespace ponte::cli
