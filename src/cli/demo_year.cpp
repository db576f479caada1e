#include "cli/demo_year.h"

#include "base/check.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/voice.h"
#include "desks/conference/seen.h"
#include "house/query_codec.h"
#include "house/reactions.h"
#include "desks/planning/queries.h"
#include "desks/reporting/queries.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <map>
#include <sys/wait.h>
#include <unistd.h>

namespace ponte::cli {

namespace {

using Done = Outcome<bool>;

const PersonId secretariat_macao{std::string("demo.coordination")};
const PersonId secretariat_mainland{std::string("demo.ndrc_desk")};

// What the commands print goes to a file of the results, so that the demonstration's own page stays readable.
class Quiet {
public:
    explicit Quiet(const std::string& path) {
        std::fflush(stdout);
        kept_ = ::dup(STDOUT_FILENO);
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
        if (file >= 0) {
            ::dup2(file, STDOUT_FILENO);
            ::close(file);
        }
    }
    ~Quiet() {
        std::fflush(stdout);
        ::dup2(kept_, STDOUT_FILENO);
        ::close(kept_);
    }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;

private:
    int kept_ = -1;
};

struct Word {
    std::string_view word;
    int (*run)(const Arguments&);
};
constexpr Word words[] = {{"compare", compare_command}, {"dossier", dossier_command}, {"journal", journal_command}, {"list", list_command},
                          {"round", round_command},     {"session", session_command}, {"year", year_command}};

class Year {
public:
    explicit Year(DemoYear& year) : year_(year) {}

    Attempt<Done> special(const std::string& word, const boost::json::object& line, Kept& kept);

private:
    [[nodiscard]] house::House& house() { return year_.office->house(); }
    [[nodiscard]] Attempt<Done> ask(const PersonId& who, house::AnyCommand command, std::vector<house::AnyEvent>* events = nullptr);
    template <class Query>
    [[nodiscard]] Outcome<typename Query::Answer> asked(const PersonId& who, const Query& query);
    [[nodiscard]] Attempt<Done> run(const boost::json::object& with, const Kept& kept);
    [[nodiscard]] Attempt<Done> return_rest(const boost::json::object& with);
    [[nodiscard]] Attempt<Done> open_list(const planning::ListId& list, std::uint16_t number);
    [[nodiscard]] Attempt<Done> propose_list(const planning::ListId& list);
    [[nodiscard]] Attempt<Done> close_year(const planning::ListId& list);
    [[nodiscard]] Attempt<Done> cosign();
    [[nodiscard]] Attempt<Done> typed(std::vector<std::string> given);
    [[nodiscard]] std::vector<Language> languages_of_plan();
    [[nodiscard]] std::string title_in(Language language, bool area, std::size_t number);

    DemoYear& year_;
};

Attempt<Done> Year::ask(const PersonId& who, house::AnyCommand command, std::vector<house::AnyEvent>* events) {
    auto answer = TRY(year_.office->ask(who, std::move(command)));
    if (!answer) return Done(std::unexpected(answer.error()));
    if (events != nullptr) *events = std::move(answer->events);
    return Done(true);
}

template <class Query>
Outcome<typename Query::Answer> Year::asked(const PersonId& who, const Query& query) {
    const access::Sight sight = house::sight_of(house().grant_of(who, true));
    const std::string answer = TRY(house::answer_query(house().desks(), Query::name, to_json(query), sight, house().now()));
    return JsonReader().read<typename Query::Answer>(TRY(parse_json(answer)));
}

// A command of the program itself, as if it had been typed: the office is closed for it and opened again.
Attempt<Done> Year::run(const boost::json::object& with, const Kept& kept) {
    std::vector<std::string> given;
    for (const boost::json::value& one : with.at("args").as_array()) {
        std::string text(one.as_string());
        for (const auto& [name, value] : kept) {
            const std::string place = "${" + name + "}";
            for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place)) text.replace(at, place.size(), value);
        }
        given.push_back(std::move(text));
    }
    return typed(std::move(given));
}

Attempt<Done> Year::typed(std::vector<std::string> given) {
    const std::string folder = year_.office->folder();
    const std::string now = house().now().to_text();
    given.insert(given.end(), {"--journal", folder, "--clock", now});
    const auto arguments = parse_arguments(given);
    if (!arguments) return Done(std::unexpected(arguments.error()));
    const auto word = std::ranges::find(words, arguments->word(0), &Word::word);
    if (word == std::end(words)) return Done(refuse(refusals::order_unreadable, arguments->word(0), "/with/args"));
    year_.office.reset();
    int code = exit_done;
    {
        const Quiet quiet(year_.out + "/year.log");
        std::string said = "$ ponte";
        for (std::size_t i = 0; i + 4 < given.size(); ++i) said += " " + given[i];
        std::printf("%s\n", said.c_str());
        code = word->run(*arguments);
    }
    auto opened = TRY(Office::open({.words = {}, .options = {{"journal", folder}, {"clock", now}}}));
    if (!opened) return Done(std::unexpected(opened.error()));
    year_.office = *std::move(opened);
    if (code != exit_done) return Done(refuse(refusals::order_unreadable, "ponte " + given[0] + " ended with " + std::to_string(code), "/with/args"));
    return Done(true);
}

// The witness is a program of its own, and is run as one; what it prints is given back.
Attempt<std::string> witness_says(const std::vector<std::string>& given) {
    std::error_code error;
    const std::string program = (std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "ponte_witness").string();
    int ends[2];
    if (::pipe(ends) != 0) return fail("demo.witness_not_run", program, "no pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        std::vector<std::string> words_given{program};
        words_given.insert(words_given.end(), given.begin(), given.end());
        std::vector<char*> pointers;
        for (std::string& one : words_given) pointers.push_back(one.data());
        pointers.push_back(nullptr);
        ::execv(program.c_str(), pointers.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    std::string said;
    std::array<char, 4096> buffer;
    for (ssize_t count = 0; (count = ::read(ends[0], buffer.data(), buffer.size())) > 0;) said.append(buffer.data(), static_cast<std::size_t>(count));
    ::close(ends[0]);
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        return fail("demo.witness_not_run", program, given.front() + ": " + said);
    }
    return said;
}

// Both sides' witnesses cosign the log as it stands, and their lines are kept: the checkpoint is adopted.
Attempt<Done> Year::cosign() {
    const std::string log = house().journal().log_key().to_text();
    const auto name_of_side = [](const std::string& side) { return "witness." + side + ".example"; };
    // Both are named before either is asked: a naming is an entry, and they are to cosign one size.
    for (const std::string side : {"macao", "mainland"}) {
        const std::string folder = year_.out + "/witnesses/" + side;
        std::error_code error;
        if (std::filesystem::exists(folder, error)) continue;
        std::filesystem::create_directories(year_.out + "/witnesses", error);
        TRY(witness_says({"init", "--name", name_of_side(side), "--folder", folder, "--simulated-clock"}));
        std::string key = TRY(witness_says({"key", "--folder", folder}));
        while (!key.empty() && (key.back() == '\n' || key.back() == ' ')) key.pop_back();
        const auto done = TRY(typed({"journal", "name-witness", key, "--as", "demo.administrator_one"}));
        if (!done) return done;
    }
    for (const std::string side : {"macao", "mainland"}) {
        const std::string folder = year_.out + "/witnesses/" + side;
        const std::string request = folder + ".request";
        const std::string answer = folder + ".cosigned";
        const auto asked_for = TRY(typed({"journal", "witness-request", "--witness", name_of_side(side) + "/simulated", "--out", request}));
        if (!asked_for) return asked_for;
        TRY(witness_says({"cosign", "--folder", folder, "--log", log, "--clock", house().now().to_text(), "--out", answer, request}));
        const auto kept = TRY(typed({"journal", "keep-cosignatures", answer}));
        if (!kept) return kept;
    }
    return Done(true);
}

// What the body has figures for is in the line; of all other lines it says that nothing has been published yet.
Attempt<Done> Year::return_rest(const boost::json::object& with) {
    const auto text = [&](std::string_view key) { return std::string(with.at(key).as_string()); };
    const PersonId officer(text("officer"));
    const BodyId body(text("body"));
    reporting::RecordReturn order{.round = reporting::RoundId(text("round")), .body = body, .generation = {}, .file = {}, .figures = {}, .actions = {}, .nothing = {}};
    if (const auto* figures = with.if_contains("figures")) {
        const auto read = JsonReader().read<std::vector<reporting::FigureReported>>(*figures);
        if (!read) return Done(std::unexpected(read.error()));
        order.figures = *read;
    }
    const auto asked_for = asked(officer, reporting::RequestQuery{.round = order.round, .body = body});
    if (!asked_for) return Done(std::unexpected(asked_for.error()));
    CHECK(!asked_for->request.empty());
    for (const reporting::LineShown& line : asked_for->request.front().lines) {
        const bool given = std::ranges::any_of(order.figures, [&](const auto& one) { return one.indicator == line.indicator; });
        if (!given) order.nothing.push_back({.indicator = line.indicator, .asked = line.period, .because = reporting::NothingBecause::not_yet_published, .note = {}, .place = {}});
    }
    for (const reporting::FigureReported& one : order.figures) {
        year_.recorded({.indicator = one.indicator, .as_published = one.as_published, .period = one.period.value_or(Period{}), .source = one.source});
    }
    return ask(officer, reporting::Command(std::move(order)));
}

std::vector<Language> Year::languages_of_plan() {
    const conference::Plan& plan = house().desks().conference.plans.at(year_.plan);
    std::vector<Language> all;
    for (const Language language : languages) {
        if (language == plan.imported.language || plan.titles.contains(language)) all.push_back(language);
    }
    return all;
}

std::string Year::title_in(Language language, bool area, std::size_t number) {
    const conference::Plan& plan = house().desks().conference.plans.at(year_.plan);
    if (language == plan.imported.language) return area ? plan.imported.areas[number].title : plan.title;
    const conference::TextStated& stated = plan.titles.at(language).stated;
    return area ? stated.parts[number] : stated.text;
}

Attempt<Done> Year::open_list(const planning::ListId& list, std::uint16_t number) {
    const conference::Plan& plan = house().desks().conference.plans.at(year_.plan);
    return ask(secretariat_macao, planning::Command(planning::OpenList{.list = list, .year = number, .from_plan = year_.plan,
                                                                       .original = plan.imported.language, .required = languages_of_plan()}));
}

std::string with_year(std::string title, const std::string& from, const std::string& to) {
    for (std::size_t at = title.find(from); at != std::string::npos; at = title.find(from, at + to.size())) title.replace(at, from.size(), to);
    return title;
}

// An illustration of a change of wording: one clause more.
std::string with_clause(std::string text, Language language, std::uint16_t measure) {
    struct Clause {
        std::uint16_t measure;
        std::string_view zh_hant, zh_hans, pt, en;
    };
    constexpr Clause clauses[] = {
        {4, "每年公佈葡語國家銀行的人民幣清算數字", "每年公布葡语国家银行的人民币清算数字", "publicar todos os anos os valores da compensação em renminbi para bancos dos países de língua portuguesa",
         "publish each year the figures of renminbi clearing for banks of the Portuguese-speaking countries"},
        {22, "例會在當年11月30日或之前召集", "例会在当年11月30日或之前召集", "convocar a reunião ordinária até 30 de Novembro do próprio ano", "call the regular meeting by 30 November of the year"}};
    const auto* found = std::ranges::find(clauses, measure, &Clause::measure);
    if (found == std::end(clauses)) return text;
    const bool chinese = language == Language::zh_hant || language == Language::zh_hans;
    const std::string_view stop = chinese ? "。" : ".";
    if (text.ends_with(stop)) text.resize(text.size() - stop.size());
    const std::string_view clause = language == Language::zh_hant ? found->zh_hant
                                    : language == Language::zh_hans ? found->zh_hans
                                    : language == Language::pt      ? found->pt
                                                                    : found->en;
    return text.append(chinese ? "；" : "; ").append(clause).append(stop);
}

// The Macao side proposes every text: last year's, with the year and two clauses changed; original first, so
// that no translation is older than what it translates.
Attempt<Done> Year::propose_list(const planning::ListId& list) {
    const auto shown = asked(secretariat_macao, planning::ListQuery{list});
    if (!shown) return Done(std::unexpected(shown.error()));
    const conference::Plan& plan = house().desks().conference.plans.at(year_.plan);
    std::vector<Language> order{plan.imported.language};
    for (const Language language : languages_of_plan()) {
        if (language != plan.imported.language) order.push_back(language);
    }
    for (const planning::LineShown& line : shown->lines) {
        for (const Language language : order) {
            std::string text;
            if (line.kind == "title") {
                text = with_year(title_in(language, false, 0), std::to_string(plan.imported.year), shown->list.front().list.value);
            } else if (line.kind == "area") {
                text = title_in(language, true, line.area - 1U);
            } else {
                const std::uint16_t number = line.origins.front().duty->measure;
                const conference::Measure& measure = plan.measures.at(number);
                text = language == plan.imported.language ? measure.now().text : measure.translations.at(language).stated.text;
                text = with_clause(std::move(text), language, number);
            }
            const auto done = TRY(ask(secretariat_macao, planning::Command(planning::ProposeWording{
                                                             .list = list, .line = line.line, .language = language, .text = std::move(text), .comment = {}})));
            if (!done) return Done(std::unexpected(done.error()));
        }
    }
    return Done(true);
}

// How each duty ended, as an illustration: done where a published action stands under it (a few), one merged,
// one dropped, all others carried over to their line of the next list.
Attempt<Done> Year::close_year(const planning::ListId& list) {
    constexpr std::size_t done_max = 8;
    const auto shown = asked(secretariat_macao, planning::ListQuery{list});
    if (!shown) return Done(std::unexpected(shown.error()));
    std::map<std::uint16_t, planning::LineId> lines;
    for (const planning::LineShown& line : shown->lines) {
        for (const planning::Origin& origin : line.origins) {
            if (origin.duty) lines.emplace(origin.duty->measure, line.line);
        }
    }
    const conference::Seen seen(known_of(house().desks().conference), {.body = {}, .side = {}, .auditor = true});
    planning::ConfirmClosing confirm{.plan = year_.plan, .closings = {}, .decision = {}};
    std::size_t done_count = 0;
    for (const auto& [number, measure] : house().desks().conference.plans.at(year_.plan).measures) {
        for (std::uint16_t duty = 1; duty <= measure.now().duties.size(); ++duty) {
            planning::CloseDuty order{.plan = year_.plan, .measure = number, .duty = duty, .outcome = planning::DutyOutcome::carried_over, .evidence = {}, .target = {},
                                      .reason = "Illustration."};
            for (const conference::SeenAction& action : seen.actions(year_.plan, number)) {
                const bool shows = action.event->duty == duty && action.life.stage >= access::Stage::released && action.life.withdrawn == nullptr;
                if (!shows || done_count >= done_max || number == 22) continue;
                order.outcome = planning::DutyOutcome::done;
                order.evidence = {{.item = action.event->item, .milestone = {}, .decision = {}}};
                ++done_count;
                break;
            }
            if (order.outcome == planning::DutyOutcome::carried_over && number == 14 && duty == 3) {
                order.outcome = planning::DutyOutcome::merged;
                order.target = planning::Target{.line = {}, .duty = planning::DutyRef{year_.plan, 14, 2}};
            } else if (order.outcome == planning::DutyOutcome::carried_over && number == 2 && duty == 1) {
                order.outcome = planning::DutyOutcome::dropped;
                order.reason = "Illustration: both sides hold that it no longer applies.";
            } else if (order.outcome == planning::DutyOutcome::carried_over) {
                order.target = planning::Target{.line = planning::LineRef{list, lines.at(number)}, .duty = {}};
            }
            auto answer = TRY(year_.office->ask(secretariat_macao, planning::Command(std::move(order))));
            if (!answer) return Done(std::unexpected(answer.error()));
            confirm.closings.push_back({.measure = number, .duty = duty, .proposal = answer->first + 1});
        }
    }
    const auto confirmed = TRY(ask(secretariat_mainland, planning::Command(std::move(confirm))));
    if (!confirmed) return Done(std::unexpected(confirmed.error()));
    return ask(secretariat_macao, planning::Command(planning::CloseYear{year_.plan}));
}

Attempt<Done> Year::special(const std::string& word, const boost::json::object& line, Kept& kept) {
    const boost::json::object none;
    const auto* given = line.if_contains("with");
    const boost::json::object& with = given != nullptr && given->is_object() ? given->get_object() : none;
    const auto text = [&](std::string_view key) { return std::string(with.at(key).as_string()); };
    if (word == "record_until") return year_.record_until(*Date::from_text(text("day")));
    if (word == "run") return run(with, kept);
    if (word == "cosign") return cosign();
    if (word == "return_rest") return return_rest(with);
    if (word == "list_open") return open_list(planning::ListId(text("list")), static_cast<std::uint16_t>(with.at("year").to_number<int>()));
    if (word == "list_propose") return propose_list(planning::ListId(text("list")));
    if (word == "close_year") return close_year(planning::ListId(text("list")));
    return Done(refuse(refusals::order_unreadable, word, "/do"));
}

}  // namespace

Attempt<Outcome<std::size_t>> live_the_year(DemoYear& year, std::string_view orders) {
    Year lived(year);
    OrdersRun run;
    run.kept["out"] = year.out;
    run.kept["plan"] = year.plan.value;
    run.special = [&](const std::string& word, const std::string& json, Kept& kept) -> Attempt<Outcome<bool>> {
        const auto line = parse_json(json);
        if (!line) return Outcome<bool>(std::unexpected(line.error()));
        return lived.special(word, line->as_object(), kept);
    };
    return run_orders(year.office, orders, run);
}

}  // namespace ponte::cli
