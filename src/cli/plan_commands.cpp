// plan read, import, correct, translate: from the file an office was sent to the record.

#include "adapters/plan_text/plan_text.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/office.h"
#include "cli/plan_orders.h"
#include "cli/voice.h"

#include <cstdio>
#include <filesystem>

namespace ponte::cli {

namespace {

void print_plan(const plan_text::Plan& plan) {
    std::printf("%s\n%u, %s, sha256 %s\n", plan.title.c_str(), plan.year, std::string(to_text(plan.language)).c_str(),
                plan.sha256.to_text().c_str());
    std::size_t duties = 0;
    for (const plan_text::Area& area : plan.areas) {
        std::printf("\n%u  %s\n", area.number, area.title.c_str());
        for (const plan_text::Measure& measure : area.measures) {
            std::printf("  %2u  %s\n", measure.number, measure.text.c_str());
            for (std::size_t i = 0; i < measure.duties.size(); ++i) {
                std::printf("      %u.%zu  %s\n", measure.number, i + 1, measure.duties[i].text.c_str());
            }
            duties += measure.duties.size();
            for (const plan_text::OwedNumber& owed : measure.owed_numbers) {
                std::printf("      owed: %s (%s)\n", owed.value.to_text().c_str(), owed.text.c_str());
            }
        }
    }
    std::printf("\n%zu duties; %zu compatibility ideographs of %zu kinds repaired\n", duties, plan.normalised.compatibility.characters,
                plan.normalised.compatibility.kinds.size());
}

template <class Command>
int ask_with(const Arguments& arguments, const Command& order) {
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    const auto asker = asker_of(arguments, ***office);
    if (!asker) return say(asker.error(), arguments);
    auto answer = (**office)->house().ask(
        (**office)->request(asker->person, asker->asserted, CommandId(arguments.option("id").value_or("")), conference::Command(order)));
    if (!answer) return say(answer.error(), arguments);
    if (!*answer) return say((*answer).error(), arguments);
    const house::Receipt& receipt = **answer;
    if (arguments.flag("json")) {
        std::printf("{\"sequence\":\"%llu\",\"parts\":\"%llu\",\"leaf\":\"%s\",\"repeated\":%s}\n", static_cast<unsigned long long>(receipt.first),
                    static_cast<unsigned long long>(receipt.parts), receipt.leaf.to_text().c_str(), receipt.repeated ? "true" : "false");
    } else {
        std::printf("recorded at %llu: %llu entries\n", static_cast<unsigned long long>(receipt.first), static_cast<unsigned long long>(receipt.parts));
    }
    return exit_done;
}

}  // namespace

int plan_command(const Arguments& arguments) {
    if (arguments.word(1) == "match") return match_command(arguments);
    const std::string verb = arguments.word(1);
    const std::string path = arguments.word(2);
    if (path.empty() || (verb != "read" && verb != "import" && verb != "correct")) {
        return say(Refusal{refusals::usage, "plan " + verb, "plan read|import|correct FILE, plan match FILE|PLAN --against PLAN"}, arguments);
    }
    const auto content = read_file(path, plan_text::bytes_max);
    if (!content) return say(content.error(), arguments);
    const auto plan = plan_text::read(view_of(*content), path);
    if (!plan) return say(plan.error(), arguments);
    if (verb == "read") {
        if (arguments.flag("json")) {
            std::printf("%s\n", plan_text::to_json(*plan).c_str());
        } else {
            print_plan(*plan);
        }
        return exit_done;
    }
    const std::string id = arguments.option("plan").value_or(std::to_string(plan->year));
    // Where the file lay on this machine concerns no reader of the record; its name and its digest do.
    const std::string name = std::filesystem::path(path).filename().string();
    if (verb == "import") return ask_with(arguments, import_order(*plan, conference::PlanId(id), arguments.flag("official"), name));
    return ask_with(arguments, correction_order(*plan, conference::PlanId(id), arguments.option("reason").value_or("")));
}

}  // namespace ponte::cli
