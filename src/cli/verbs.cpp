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
    {"orders", orders_command, "orders FILE.jsonl                                        many commands, one a line, in order; run again, nothing is done twice"},
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
    {"reset", reset_command, "reset PERSON --as ADMINISTRATOR [--hours N]               a one-time secret to set a new password with, printed once"},
    {"outbox", outbox_command, "outbox status | queue | send | show [ID]                 letters to people: what waits, one mail a day (off by default)"},
    {"demo", demo_command, "demo --out DIR [--plan FILE]                             the whole way, on published figures"},
    {"list", list_command, "list [show|propose [--add]|agree|adopt LIST]             next year's list, line by line between the two sides\n"
                           "  ponte list export LIST --against PLAN --format docx|html|pdf|text --out FILE    in the official form, changes tracked"},
    {"year", year_command, "year closing PLAN | year confirm PLAN                     how each duty of a year ended; stand by what the other side proposed"},
    {"accords", accords_command, "accords import FILE.csv ... | export --out DIR | coverage | ics  instruments, their steps and partners by the table; who is covered by what on a day"},
    {"withholding", withholding_command, "withholding import|export|rate|routes|network             tax at source: tables, one payment, the best way, all pairs"},
    {"origin", origin_command, "origin import FILE.csv ... | export TABLE | determine BOM.csv --hs CODE --on DATE | catalogue FILE.csv    CEPA origin of goods"},
    {"stay", stay_command, "stay import FILE.csv ... | export TABLE --out F | check ITINERARY.csv --passport P   who may stay where and how long, by table and dated rule"},
    {"duties", duties_command, "duties                                                   the plan's duties, and how far each is carried out"},
});

// What one verb's line leaves out: its options, and how its parts go together.
struct More {
    std::string_view word;
    std::string_view says;
};

constexpr auto details = std::to_array<More>({
    {"plan", "--plan NAME (the year, where absent)  --official  --reason R (of a correction)\n"
             "FILE: text, DOCX or PDF with a text layer; UTF-8, UTF-16, GB18030 or Big5"},
    {"init", "--body B --side macao|mainland|other --administrators A,B  --clock TIME (makes the journal's clock a simulated one)"},
    {"ask", "--dry-run  --id ID\nfields as ponte commands lists them; a text in four languages by titles.en=..., a list or an object as JSON in quotes"},
    {"orders", "{\"as\": WHO, \"ask\": COMMAND, \"with\": {...}, \"keep\": {\"name\": \"field\"}, \"id\": ID}: one a line, ${name} in later lines; {\"say\": REMARK} is passed over\n"
               "A line that was done is not done again, with or without an id of its own; it stops at the first refusal, and what was done stays done\n"
               "--id NAME: the same file for another occasion, such as another year, under another name"},
    {"query", "--at SEQ|DATE  --public (as anybody may read it)"},
    {"import", "--dry-run  --accept-good-rows"},
    {"tracker", "propose FILE --out MAP.json, complete the map, read FILE --map MAP.json, import FILE --map MAP.json --as WHO"},
    {"dossier", "--lang L --audience macao|mainland|public --format docx|xlsx|html|pdf|json|bundle --out FILE [--at SEQ|DATE] [--template FILE.docx]"},
    {"compare", "--lang L --audience macao|mainland|public --format docx|html|pdf --out FILE; a day is the end of that day at +08:00, and --to is now where absent"},
    {"session", "papers: --lang L [--with L2 (minutes, beside)] [--body B (invitation)] [--correction N] [--minutes-version N] --format docx|html|pdf --out FILE [--at SEQ|DATE]\n"
                "everything else of a session is asked: meetings.call_session, invite_body, fix_agenda, record_attendance, hold_session, draft_minutes, circulate_minutes,\n"
                "comment_minutes, approve_minutes, then session seal N where both witnesses have cosigned (see: journal, witness)"},
    {"journal", "name-witness KEY --as ADMINISTRATOR, witness-request --witness NAME --out FILE, keep-cosignatures FILE, adopted: what both have cosigned"},
    {"translation", "queue [SCOPE] [--to L] [--assignee P] | export SCOPE --to L [--from L] [--all] --format xliff|docx --out FILE | import FILE [--dry-run]\n"
                    "convert SCOPE --from zh-Hans --to zh-Hant [--dry-run] | check SCOPE | terms list|import FILE.csv|agree TERM...|agree --all|export --out FILE.csv\n"
                    "SCOPE: plan/2020, session/3, list/2021"},
    {"sign-in", "The password is read from standard input; --password is for scripts and can be seen in the list of processes while it runs\n"
                "A token ends after twelve hours, or when a new password is set"},
    {"reset", "--hours N (24 where absent, at most 168); the person enters the secret with a new password on the sign-in page, or by POST /v1/reset\n"
              "A new password ends all of the person's sessions and keys, however it is set"},
    {"outbox", "queue writes what waits into letters, one a day for each person, and a session's invitation, change or cancelling for each who is to sit there; send\n"
               "sends what is due, when outbox.json in the journal's folder has host, port, security, sender and \"enabled\": true; show is the administrator's"},
    {"list", "list show LIST, propose LIST [--add], agree LIST [LINE] [--lang L], adopt LIST (once from each side); texts by planning.propose_wording"},
    {"year", "outcomes are proposed by planning.close_duty, questioned by planning.question_closing, confirmed here; then planning.close_year"},
    {"accords", "import FILE.csv ... --as WHO [--dry-run: read only] (instruments and ties before steps; what is recorded already is passed over)\n"
                "export --out DIR: all tables as the reader may see them | coverage [--on DATE] [--set SET] [--lang L] [--json: all of it | --out FILE.csv]\n"
                "everything else is asked: queries accords.which_covers, may_exchange, next_partner, requests, counts, measure_figures"},
    {"withholding", "import FILE.csv ... --as WHO [--dry-run]: provisions, own rates, corporate rates, guards, each seen by its columns\n"
                    "export provisions|domestic|corporate|guards --out FILE.csv\n"
                    "rate FROM TO dividends|interest|royalties|technical_services [--on D --amount A --holding % --days-held N --owner C --kind K --beneficial-owner]\n"
                    "routes FROM TO INCOME [--on D --participation --conduit-tax --legs 1..3] | network [INCOME] [--on D --treaties --out FILE.csv]"},
    {"stay", "import FILE.csv ... --as WHO (snapshots, base, zones, zone members, rules; what is recorded already is passed over)\n"
             "export snapshots|base SNAPSHOT|rules|zones|members [--out FILE.csv]\n"
             "check ITINERARY.csv --passport MO [--document home_return_permit:MO,...] [--on DATE: the rules of that day for the whole journey] [--all: every passport]\n"
             "ITINERARY.csv: place,from,to and, where wanted, purpose,group,entry_port,left_through,visa_held,met"},
    {"publish", "--as-at DATE; --number N makes packet N once more, the same bytes. The other journal's key is recorded before: publication.trust_publisher"},
    {"adopt", "--as OFFICER  --body B; a packet that was adopted before changes nothing, a receipt comes all the same"},
});

}  // namespace

int help(const std::vector<std::string_view>& more) {
    std::printf("ponte: the record of the cooperation, and what follows from it.\n\n");
    for (const Verb& verb : verbs) std::printf("  ponte %.*s\n", static_cast<int>(verb.says.size()), verb.says.data());
    for (const std::string_view line : more) std::printf("  ponte %.*s\n", static_cast<int>(line.size()), line.data());
    std::printf("\n  --journal DIR  --as PERSON  --json  --id ID (makes a retry harmless)  --lang zh-Hant|zh-Hans|pt|en\n  ponte VERB --help: its options\n");
    std::printf("  exit 0: done, 3: refused (code, remedy, place), 4: fault\n");
    return exit_done;
}

std::optional<int> run_verb(const Arguments& arguments) {
    for (const Verb& verb : verbs) {
        if (verb.word == arguments.word(0)) return verb.run(arguments);
    }
    return std::nullopt;
}

std::optional<int> help_of(const std::string& word) {
    if (word == "round") return round_command({.words = {"round"}, .options = {}});  // It lists its own parts.
    const auto* const verb = std::ranges::find(verbs, word, &Verb::word);
    if (verb == verbs.end()) return std::nullopt;
    std::printf("  ponte %.*s\n", static_cast<int>(verb->says.size()), verb->says.data());
    for (const More& one : details) {
        if (one.word == verb->word) std::printf("\n%.*s\n", static_cast<int>(one.says.size()), one.says.data());
    }
    std::printf("\n--journal DIR  --as PERSON | --token T  --json  --lang zh-Hant|zh-Hans|pt|en\n");
    return exit_done;
}

}  // namespace ponte::cli
