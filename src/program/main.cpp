// ponte: one program, one word for each thing it does.

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/verbs.h"
#include "cli/voice.h"
#include "server/beside.h"
#include "server/contract.h"
#include "server/serve.h"

#include <algorithm>
#include <cstdio>

namespace ponte {

namespace {

int run(const std::vector<std::string>& given) {
    if (!given.empty() && given.front() == "witness") return cli::witness_command({given.begin() + 1, given.end()});
    const auto arguments = cli::parse_arguments(given);
    if (!arguments) {
        // What could not be read is answered in the form that was asked for all the same.
        cli::Arguments form;
        if (std::ranges::find(given, "--json") != given.end()) form.options["json"] = "";
        return cli::say(arguments.error(), form);
    }
    const std::string verb = arguments->word(0);
    if (verb.empty() || arguments->flag("help") || verb == "help") {
        if (const auto said = cli::help_of(verb == "help" ? arguments->word(1) : verb)) return *said;
        return cli::help({"serve --journal J [--listen ADDRESS:PORT]                the service: an HTTP interface and the web app\n"
                          "        [--connections N --head-wait SECONDS --body-wait SECONDS]  how many at once, and how long one may take to ask",
                          "contract --openapi | --typescript                        what the service speaks, from the commands and queries",
                          "witness init|cosign|status|key|check                     another program: the other side's half of a checkpoint"});
    }
    if (verb == "serve") return server::serve_command(*arguments);
    if (verb == "contract") return server::contract_command(*arguments);
    // Where a service holds the journal, it does the work: there is one writer.
    if (const auto done = server::asked_beside(*arguments, given)) return *done;
    if (const auto done = cli::run_verb(*arguments)) return *done;
    return cli::say(Refusal{cli::refusals::usage, verb, "see: ponte help"}, *arguments);
}

}  // namespace

}  // namespace ponte

int main(int count, char** values) { return ponte::run(std::vector<std::string>(values + 1, values + count)); }
