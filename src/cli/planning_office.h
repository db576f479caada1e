#pragma once

#include "adapters/dossier/words.h"
#include "base/json.h"
#include "cli/office.h"
#include "cli/voice.h"
#include "desks/planning/commands.h"
#include "desks/planning/queries.h"
#include "house/query_codec.h"

#include <cstdio>
#include <memory>

// What the commands about years and lists share: an opened office, who asks, and the words of his language.
namespace ponte::cli {

class PlanningOffice {
public:
    PlanningOffice(OfficeHeld office, Asker asker, Language language)
        : office_(std::move(office)), asker_(std::move(asker)), words(language, "words/planning.csv") {}

    [[nodiscard]] static Attempt<Outcome<std::unique_ptr<PlanningOffice>>> open(const Arguments& arguments) {
        using Result = Outcome<std::unique_ptr<PlanningOffice>>;
        auto opened = TRY(Office::open(arguments));
        if (!opened) return Result(std::unexpected(opened.error()));
        const auto asker = asker_of(arguments, **opened);
        if (!asker) return Result(std::unexpected(asker.error()));
        return Result(std::make_unique<PlanningOffice>(*std::move(opened), *asker, language_of(arguments)));
    }

    // The answer to a question, by the gate through which every question passes.
    template <class Query>
    [[nodiscard]] Outcome<typename Query::Answer> asked(const Query& query) {
        const access::Sight sight = house::sight_of(house().grant_of(asker_.person, asker_.asserted));
        const std::string answer = TRY(house::answer_query(house().desks(), Query::name, to_json(query), sight, house().now()));
        return JsonReader().read<typename Query::Answer>(TRY(parse_json(answer)));
    }

    [[nodiscard]] Attempt<house::Answer> ask(planning::Command command) {
        return house().ask(office_->request(asker_.person, asker_.asserted, {}, std::move(command)));
    }

    [[nodiscard]] house::House& house() { return office_->house(); }
    [[nodiscard]] const Asker& asker() const { return asker_; }

private:
    OfficeHeld office_;
    Asker asker_;

public:
    dossier::Words words;
};

}  // namespace ponte::cli
