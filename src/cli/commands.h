#pragma once

#include "cli/arguments.h"

// The subcommands. Each returns the exit code: 0 done, 3 refused, 4 fault.
namespace ponte::cli {

int plan_command(const Arguments& arguments);     // plan read | import | correct | translate
int init_command(const Arguments& arguments);     // init
int ask_command(const Arguments& arguments);      // ask DESK.COMMAND key=value ...
int query_command(const Arguments& arguments);    // query DESK.QUERY key=value ...
int forms_command(const Arguments& arguments);    // commands | queries: what may be asked, with schemas
int import_command(const Arguments& arguments);   // import FILE.csv|xlsx
int journal_command(const Arguments& arguments);  // journal verify | stat | checkpoint | prove | ...
int dossier_command(const Arguments& arguments);  // dossier
int template_command(const Arguments& arguments); // template kinds | sample KIND --out F | check KIND FILE
int compare_command(const Arguments& arguments);  // compare
int session_command(const Arguments& arguments);  // session: papers of a session, its calendar entry, its sealing
int verify_command(const Arguments& arguments);   // verify BUNDLE
int translation_command(const Arguments& arguments);  // translation queue | export | import | convert | check | terms
int sign_in_command(const Arguments& arguments);  // sign-in PERSON
int reset_command(const Arguments& arguments);    // reset PERSON
int orders_command(const Arguments& arguments);   // orders FILE.jsonl
int tracker_command(const Arguments& arguments);  // tracker propose | read | import FILE
int outbox_command(const Arguments& arguments);   // outbox status | queue | send | show
int round_command(const Arguments& arguments);    // round open | list | forms | read | ...: a reporting round
int demo_command(const Arguments& arguments);     // demo
int duties_command(const Arguments& arguments);   // duties
int accords_command(const Arguments& arguments);   // accords import | export | coverage | ics
int accords_ics(const Arguments& arguments);       // accords ics
int origin_command(const Arguments& arguments);    // origin import | export | determine | catalogue
int publish_command(const Arguments& arguments);  // publish INDICATOR --to ORIGIN
int adopt_command(const Arguments& arguments);    // adopt FILE ...
int receipt_command(const Arguments& arguments);  // receipt keep | make
int packet_command(const Arguments& arguments);   // packet FILE
int list_command(const Arguments& arguments);     // list show | propose | agree | export | adopt
int year_command(const Arguments& arguments);     // year closing
int stay_command(const Arguments& arguments);     // stay import | export | check
int match_command(const Arguments& arguments);    // plan match
int withholding_command(const Arguments& arguments);  // withholding import | export | rate | routes | network
int witness_command(const std::vector<std::string>& given);  // witness ...: hands over to ponte_witness
// journal name-witness | witness-request | keep-cosignatures | adopted
int journal_witness_command(const Arguments& arguments);

}  // namespace ponte::cli
