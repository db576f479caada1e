// demo: the main job from end to end on published figures. It does nothing that the commands cannot do.
// The clock is simulated and says so in entry 0, in every bundle and on every paper.

#include "adapters/bundle/verify.h"
#include "adapters/plan_text/plan_text.h"
#include "base/embedded.h"
#include "cli/commands.h"
#include "cli/demo_data.h"
#include "cli/demo_tables.h"
#include "cli/demo_year.h"
#include "cli/dossier_making.h"
#include "cli/plan_orders.h"
#include "cli/voice.h"
#include "desks/conference/queries.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace ponte::cli {

namespace {

// What stops the demonstration: a refusal or a fault, with what was being done.
struct Stopped {
    std::string doing;
    std::optional<Refusal> refusal;
    std::optional<Fault> fault;
};
template <class T>
using Step = std::expected<T, Stopped>;

class Demo {
public:
    Demo(const Arguments& arguments, std::string out) : arguments_(arguments), out_(std::move(out)) {}

    Step<int> run();

private:
    std::unexpected<Stopped> stop(std::string doing, const Refusal& refusal) { return std::unexpected(Stopped{std::move(doing), refusal, {}}); }
    std::unexpected<Stopped> stop(std::string doing, const Fault& fault) { return std::unexpected(Stopped{std::move(doing), {}, fault}); }

    Step<int> read_plans();
    Step<int> open();
    Step<int> furnish();
    Step<int> people();
    Step<int> record_until(Date end);
    Step<int> take_steps(Date day);
    Step<int> load_the_rest();
    Step<int> say_more();
    Step<int> live_on();
    Step<int> stand_at(Date day, bool papers);
    Step<int> write_papers(std::uint64_t position);
    Step<int> check();
    void print_screen() const;

    // Asks many as one person, in one block; every one must be accepted.
    Step<std::vector<house::Receipt>> ask(const std::string& doing, const PersonId& person, const std::vector<house::AnyCommand>& commands);
    Step<int> take_its_way(const std::vector<house::Receipt>& receipts);
    void move_to(Date day, int hour) { office_->move_clock({(std::int64_t{day.day} * 24 + hour - 8) * 3'600'000'000}); }

    const Arguments& arguments_;
    std::string out_;
    OfficeHeld office_;
    std::vector<plan_text::Plan> plans_;  // the original first
    bool official_ = false;
    std::string plan_source_;
    conference::PlanId plan_{std::string("2020")};
    DemoData data_;
    DemoTables tables_;
    std::map<BodyId, PersonId> officers_;
    std::map<BodyId, PersonId> heads_;
    std::vector<PersonId> verifiers_;
    std::size_t next_observation_ = 0;
    std::size_t next_action_ = 0;
    std::size_t next_session_ = 0;
    std::vector<conference::RecordObservation> returned_;  // figures that a return of the round has brought
    std::size_t moved_ = 0;
    struct Position {
        Date day;
        std::uint64_t size;
        std::uint64_t frozen;
    };
    std::vector<Position> positions_;
    std::vector<std::pair<std::string, std::string>> logins_;
    std::string caught_;
};

const PersonId administrator_one{std::string("demo.administrator_one")};
const PersonId administrator_two{std::string("demo.administrator_two")};
const PersonId secretariat_macao{std::string("demo.coordination")};
const PersonId secretariat_mainland{std::string("demo.ndrc_desk")};
const BodyId office_macao{std::string("office_macao")};
constexpr std::uint16_t session_lived = 3;
constexpr Date found_on = dates::of(std::chrono::year(2026) / 6 / 1);  // By then the tables of data/ had been read from their sources.

std::string data_folder() {
    const char* named = std::getenv("PONTE_DATA");
    return named != nullptr ? named : PONTE_SOURCE_DIR "/data";
}

#define STEP(...)                                                             \
    __extension__({                                                           \
        auto step_ = (__VA_ARGS__);                                           \
        if (!step_.has_value()) return std::unexpected(std::move(step_).error()); \
        *std::move(step_);                                                    \
    })

Step<std::vector<house::Receipt>> Demo::ask(const std::string& doing, const PersonId& person, const std::vector<house::AnyCommand>& commands) {
    std::vector<house::Request> requests;
    for (const house::AnyCommand& command : commands) requests.push_back(office_->request(person, true, {}, command));
    auto answers = office_->house().ask_many(requests);
    if (!answers) return stop(doing, answers.error());
    std::vector<house::Receipt> receipts;
    for (std::size_t i = 0; i < answers->size(); ++i) {
        if (!(*answers)[i]) return stop(doing + ", " + std::to_string(i + 1) + " of " + std::to_string(commands.size()), (*answers)[i].error());
        receipts.push_back(*std::move((*answers)[i]));
    }
    return receipts;
}

Step<int> Demo::read_plans() {
    std::vector<std::string> files;
    if (const auto given = arguments_.option("plan")) {
        files = {*given};
        official_ = true;
        plan_source_ = std::filesystem::path(*given).filename().string();
    } else {
        for (const char* tag : {"zh-Hans-CN", "zh-Hant-MO", "pt-PT", "en"}) files.push_back(data_folder() + "/plans/own-words-2020." + tag + ".txt");
        plan_source_ = "data/plans: a plan in ponte's own words, not the official text";
    }
    for (const std::string& file : files) {
        const auto content = read_file(file, plan_text::bytes_max);
        if (!content) return stop("reading " + file, content.error());
        auto plan = plan_text::read(view_of(*content), file);
        if (!plan) return stop("reading " + file, plan.error());
        plans_.push_back(*std::move(plan));
    }
    plan_ = conference::PlanId(std::to_string(plans_.front().year));
    return 0;
}

Step<int> Demo::open() {
    std::error_code error;
    const std::string folder = out_ + "/demo.journal";
    if (std::filesystem::exists(folder + "/identity", error)) std::filesystem::remove_all(folder, error);
    Arguments founding{.words = {},
                       .options = {{"journal", folder},
                                   {"origin", "ponte.example/joint-conference-demonstration"},
                                   {"clock", "2020-01-02T01:00:00Z"},
                                   {"body", "ponte_operator"},
                                   {"side", "other"},
                                   {"administrators", administrator_one.value + "," + administrator_two.value}}};
    auto office = Office::found(founding);
    if (!office) return stop("making the journal", office.error());
    if (!*office) return stop("making the journal", (*office).error());
    office_ = std::move(**office);
    return 0;
}

// What the desks stand on: names, sets, calendars, then the plan in its languages.
Step<int> Demo::furnish() {
    std::vector<house::AnyCommand> orders;
    for (const directory::Command& one : data_.directory) orders.emplace_back(one);
    for (const calendar::Command& one : data_.calendar) orders.emplace_back(one);
    STEP(ask("loading the directory and calendars", administrator_one, orders));
    STEP(people());
    orders = {house::AnyCommand(conference::Command(import_order(plans_.front(), plan_, official_, plan_source_)))};
    STEP(ask("importing the plan", secretariat_macao, orders));
    orders.clear();
    for (std::size_t i = 1; i < plans_.size(); ++i) {
        for (conference::StateText& one : translation_orders(plans_[i], plan_, TextStatus::reference, plan_source_)) {
            orders.emplace_back(conference::Command(std::move(one)));
        }
    }
    for (const conference::AppointBody& one : data_.appointments) orders.emplace_back(conference::Command(one));
    for (const conference::DefineIndicator& one : data_.indicators) orders.emplace_back(conference::Command(one));
    for (const conference::SetMilestone& one : data_.milestones) orders.emplace_back(conference::Command(one));
    STEP(ask("configuring the plan", secretariat_macao, orders));
    STEP(ask("registering the instruments", secretariat_macao, tables_.instruments));
    return 0;
}

Step<int> Demo::people() {
    std::vector<house::AnyCommand> orders;
    const house::PersonSealer seal = office_->sealer();
    for (const PersonOfDemo& person : data_.people) {
        auto display = seal(person.person, "display", person.display);
        if (!display) return stop("sealing a name", display.error());
        orders.emplace_back(access::Command(access::RegisterPerson{.person = person.person, .body = person.body, .display = *display}));
        for (const access::Role role : person.roles) {
            orders.emplace_back(access::Command(access::GrantRole{
                .person = person.person, .desk = role == access::Role::administrator ? "*" : "conference", .role = role}));
            if (person.person == secretariat_macao && role != access::Role::administrator) {
                for (const char* desk : {"accords", "withholding", "training", "stay", "origin"}) {
                    orders.emplace_back(access::Command(access::GrantRole{.person = person.person, .desk = desk, .role = role}));
                }
            }
            if (role == access::Role::officer) officers_[person.body] = person.person;
            if (role == access::Role::head) heads_[person.body] = person.person;
            if (role == access::Role::verifier) verifiers_.push_back(person.person);
        }
    }
    STEP(ask("registering people", administrator_one, orders));
    orders.clear();
    for (const auto& [number, proposal] : office_->house().desks().access.proposals) {
        orders.emplace_back(access::Command(access::ConfirmRole{.proposal = number}));
    }
    STEP(ask("confirming roles, second pair of eyes", administrator_two, orders));
    // A login for everyone; the secrets are made now, and lie beside the journal of the demonstration.
    orders.clear();
    std::string logins = "# The demonstration's people and their secrets, made when it was run. Illustration.\n";
    for (const PersonOfDemo& person : data_.people) {
        const std::string password = hex(journal::nonce_at_random().bytes).substr(0, 16);
        auto secret = seal(person.person, "secret", password);
        if (!secret) return stop("setting a password", secret.error());
        orders.emplace_back(access::Command(access::SetPassword{.person = person.person, .secret = *secret}));
        logins += person.person.value + " " + password + "\n";
        if (person.person == secretariat_macao || person.person == secretariat_mainland) logins_.emplace_back(person.person.value, password);
    }
    STEP(ask("setting passwords", administrator_one, orders));
    if (const auto written = write_file(out_ + "/logins.txt", logins); !written) return stop("writing the logins", written.error());
    return 0;
}

// Each item goes the way of a real one: signed off by a head who did not record it, released by the
// secretariat, published. A few stay behind, so that every stage is to be seen.
Step<int> Demo::take_its_way(const std::vector<house::Receipt>& receipts) {
    std::map<PersonId, std::vector<house::AnyCommand>> sign_offs;
    std::map<PersonId, std::vector<house::AnyCommand>> verdicts;
    std::vector<house::AnyCommand> released;
    std::vector<house::AnyCommand> published;
    const conference::State& state = office_->house().desks().conference;
    for (const house::Receipt& receipt : receipts) {
        for (const house::AnyEvent& any : receipt.events) {
            const auto& event = std::get<conference::Event>(any);
            const auto* observation = std::get_if<conference::ObservationRecorded>(&event);
            const auto* action = std::get_if<conference::ActionRecorded>(&event);
            const conference::ItemId item = observation != nullptr ? observation->item : action->item;
            const BodyId body = observation != nullptr ? observation->body : action->body;
            const bool has_target = observation != nullptr && !state.indicators.find(observation->indicator)->second.definition.trajectory.empty();
            const std::size_t turn = has_target ? 1 : ++moved_;
            const bool stays_internal = turn % 23 == 0;
            const bool stays_signed = turn % 23 == 7;
            const bool stays_released = turn % 23 == 15;
            if (stays_internal) continue;
            sign_offs[heads_.at(heads_.contains(body) ? body : office_macao)].emplace_back(conference::Command(conference::SignOffItem{.item = item}));
            if (stays_signed) continue;
            released.emplace_back(conference::Command(conference::MoveItem{.item = item, .stage = access::Stage::released}));
            if (!stays_released) published.emplace_back(conference::Command(conference::MoveItem{.item = item, .stage = access::Stage::published}));
            if (turn % 3 == 1 && observation != nullptr) {
                for (const PersonId& verifier : verifiers_) {
                    const access::Person& person = office_->house().desks().access.people.find(verifier)->second;
                    if (person.body == body) continue;
                    const bool doubtful = observation->indicator.value == "m19.thousand_talents";
                    verdicts[verifier].emplace_back(conference::Command(conference::VerifyItem{
                        .item = item,
                        .verdict = doubtful ? conference::Verdict::questioned : conference::Verdict::accepted,
                        .reason = doubtful ? "Two sources give different totals for the same programme. (illustrative verdict)" : ""}));
                    break;
                }
            }
        }
    }
    for (const auto& [head, orders] : sign_offs) STEP(ask("signing off", head, orders));
    if (!released.empty()) STEP(ask("releasing", secretariat_macao, released));
    if (!published.empty()) STEP(ask("publishing", secretariat_macao, published));
    for (const auto& [verifier, orders] : verdicts) STEP(ask("verifying", verifier, orders));
    return 0;
}

Step<int> Demo::record_until(Date end) {
    const Date begin = *Date::from_ymd(2020, 1, 3);
    while (true) {
        // The next month of what became known, body by body.
        Date from = dates::last;
        if (next_observation_ < data_.observations.size()) from = std::min(from, data_.observations[next_observation_].known);
        if (next_action_ < data_.actions.size()) from = std::min(from, data_.actions[next_action_].known);
        if (next_session_ < data_.sessions.size()) from = std::min(from, data_.sessions[next_session_].known);
        if (from > end) return take_steps(end);
        const Date day = std::max(begin, from);
        const Date month_end = std::min(end, std::max(begin, from.plus_days(30)));
        move_to(std::max(day, month_end), 9);
        std::map<PersonId, std::vector<house::AnyCommand>> records;
        const auto recorder = [&](std::optional<BodyId>& body) {
            const auto officer = officers_.find(*body);
            if (officer != officers_.end() && heads_.contains(*body)) return officer->second;
            body = office_macao;  // No login of its own here: the secretariat records it as its own paper.
            return secretariat_macao;
        };
        for (; next_observation_ < data_.observations.size() && data_.observations[next_observation_].known <= month_end; ++next_observation_) {
            conference::RecordObservation one = data_.observations[next_observation_].command;
            const bool known = std::ranges::any_of(returned_, [&](const auto& other) { return other.indicator == one.indicator && other.period == one.period; });
            if (known) continue;
            const PersonId who = recorder(one.body);
            records[who].emplace_back(conference::Command(std::move(one)));
        }
        for (; next_action_ < data_.actions.size() && data_.actions[next_action_].known <= month_end; ++next_action_) {
            conference::RecordAction one = data_.actions[next_action_].command;
            const PersonId who = recorder(one.body);
            records[who].emplace_back(conference::Command(std::move(one)));
        }
        std::vector<house::Receipt> receipts;
        for (const auto& [person, orders] : records) {
            auto some = STEP(ask("recording evidence", person, orders));
            receipts.insert(receipts.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
        }
        STEP(take_its_way(receipts));
        for (; next_session_ < data_.sessions.size() && data_.sessions[next_session_].known <= month_end; ++next_session_) {
            // The third session is called, held and minuted here; its record follows from that.
            if (data_.sessions[next_session_].command.number == session_lived) continue;
            STEP(ask("recording a session", secretariat_macao, {house::AnyCommand(conference::Command(data_.sessions[next_session_].command))}));
        }
    }
}

// The steps of agreements that were known by the day, each instrument's in their order.
Step<int> Demo::take_steps(Date day) {
    std::vector<house::AnyCommand> orders;
    for (auto& steps : tables_.steps) {
        const auto later = std::ranges::find_if(steps, [&](const auto& one) { return one.known > day; });
        for (auto one = steps.begin(); one != later; ++one) orders.emplace_back(std::move(one->command));
        steps.erase(steps.begin(), later);
    }
    if (orders.empty()) return 0;
    move_to(std::min(day, found_on), 10);
    STEP(ask("recording steps of agreements", secretariat_macao, orders));
    return 0;
}

// Rates, visas and rules of origin as they were found, and the steps that are known since or lie ahead.
Step<int> Demo::load_the_rest() {
    move_to(found_on, 9);
    STEP(ask("loading the tables of listings, rates, visas and origin", secretariat_macao, tables_.rest));
    return take_steps(dates::last);
}

// What people say beside the figures: one forecast, one judgement, one status set aside; illustrations.
Step<int> Demo::say_more() {
    move_to(*Date::from_ymd(2020, 12, 30), 10);
    const auto id = [](const char* text) { return conference::IndicatorId(std::string(text)); };
    STEP(ask("stating a forecast", secretariat_macao,
             {house::AnyCommand(conference::Command(conference::StateForecast{.indicator = id("m12.fiu_agreements"),
                                                                              .for_date = *Date::from_ymd(2021, 12, 31),
                                                                              .value = {30, 0},
                                                                              .reason = "Illustration: two partners are in talks.",
                                                                              .stage = access::Stage::published})),
              house::AnyCommand(conference::Command(conference::StateJudgement{.indicator = id("m4.psc_clearing"),
                                                                               .status = conference::Status::behind,
                                                                               .reason = "Illustration: nothing has been published since 2017.",
                                                                               .stage = access::Stage::released})),
              house::AnyCommand(conference::Command(conference::OverrideStatus{.indicator = id("m9.cepa_certificates"),
                                                                               .status = conference::Status::behind,
                                                                               .reason = "Illustration: certificates of the last months are not counted yet.",
                                                                               .stage = access::Stage::signed_off}))}));
    return 0;
}

// From the new year to the session of 28 December 2021: data/demo/year.jsonl.
Step<int> Demo::live_on() {
    const auto orders = read_file(data_folder() + "/demo/year.jsonl", std::size_t{16} << 20U);
    if (!orders) return stop("reading the year", orders.error());
    std::optional<Stopped> stopped;
    DemoYear year{.office = office_,
                  .out = out_,
                  .plan = plan_,
                  .record_until = [&](Date day) -> Attempt<Outcome<bool>> {
                      auto done = record_until(day);
                      if (done) return Outcome<bool>(true);
                      stopped = std::move(done).error();
                      if (stopped->refusal) return Outcome<bool>(std::unexpected(*stopped->refusal));
                      return std::unexpected(*stopped->fault);
                  },
                  .recorded = [&](const conference::RecordObservation& one) { returned_.push_back(one); }};
    const auto lived = live_the_year(year, *orders);
    if (stopped) return std::unexpected(*stopped);
    if (!lived) return stop("living through the year", lived.error());
    if (!*lived) return stop("living through the year", (*lived).error());
    return 0;
}

Step<int> Demo::stand_at(Date day, bool papers) {
    move_to(day, 18);
    const std::vector<std::pair<conference::Audience, PersonId>> sides{{conference::Audience::macao, secretariat_macao},
                                                                       {conference::Audience::mainland, secretariat_mainland},
                                                                       {conference::Audience::everyone, secretariat_macao}};
    for (const auto& [audience, who] : sides) {
        STEP(ask("freezing the dossier", who, {house::AnyCommand(conference::Command(conference::FreezeDossier{.plan = plan_, .audience = audience}))}));
    }
    const std::uint64_t size = office_->house().journal().size();
    positions_.push_back({.day = day, .size = size, .frozen = size - 1});
    if (papers) STEP(write_papers(size));
    return 0;
}

Step<int> Demo::write_papers(std::uint64_t position) {
    journal::Journal& journal = office_->house().journal();
    const auto past = office_->house().at(position);
    if (!past) return stop("folding the journal", past.error());
    const auto put = [&](const std::string& name, const Attempt<Outcome<std::string>>& made) -> Step<int> {
        if (!made) return stop("making " + name, made.error());
        if (!*made) return stop("making " + name, (*made).error());
        const auto written = write_file(out_ + "/" + name, **made);
        if (!written) return stop("writing " + name, written.error());
        return 0;
    };
    struct Paper {
        std::string name;
        conference::Audience audience;
        Language language;
    };
    std::vector<Paper> papers;
    for (const Language language : languages) papers.push_back({"dossier." + std::string(tag(language)), conference::Audience::everyone, language});
    papers.push_back({"dossier.macao.zh-Hant-MO", conference::Audience::macao, Language::zh_hant});
    papers.push_back({"dossier.mainland.zh-Hans-CN", conference::Audience::mainland, Language::zh_hans});
    for (const Paper& paper : papers) {
        for (const char* format : {"docx", "html", "pdf"}) {
            const DossierWish wish{.plan = plan_, .audience = paper.audience, .language = paper.language, .format = format};
            STEP(put(paper.name + "." + format, render(office_->house(), *past, wish, positions_.back().frozen)));
        }
    }
    const std::uint64_t frozen = positions_.back().frozen;  // everyone's; before it stand Mainland's and Macao's
    STEP(put("dossier.bundle", bundle_of(journal, frozen)));
    STEP(put("dossier.mainland.bundle", bundle_of(journal, frozen - 2)));
    STEP(put("dossier.macao.bundle", bundle_of(journal, frozen - 4)));
    if (const auto page = embedded("verifier/verify.html")) {
        const auto written = write_file(out_ + "/verify.html", *page);
        if (!written) return stop("writing verify.html", written.error());
    }
    return 0;
}

// The bundle is checked; then one digit of one figure is changed in a copy. The slip is found by the last
// line; a forger who makes that line anew is found by the figures that the journal froze.
Step<int> Demo::check() {
    const auto text = read_file(out_ + "/dossier.bundle", std::size_t{256} << 20U);
    if (!text) return stop("reading the bundle", text.error());
    const auto checked = bundle::verify(*text, office_->house().journal().log_key().to_text());
    if (!checked) return stop("verifying the bundle", checked.error());
    std::string forged = *text;
    const std::size_t line = forged.find("\tnow\tindicator/");
    const std::size_t digit = forged.find_first_of("0123456789", forged.find('\t', line + 5) + 1);
    forged[digit] = forged[digit] == '9' ? '8' : static_cast<char>(forged[digit] + 1);
    const auto slip = bundle::verify(forged, {});
    const std::size_t last = forged.rfind('\n', forged.size() - 2) + 1;
    forged.replace(forged.size() - 65, 64, sha256(std::string_view(forged).substr(0, last)).to_text());
    const auto written = write_file(out_ + "/dossier.forged.bundle", forged);
    if (!written) return stop("writing the forged bundle", written.error());
    const auto forgery = bundle::verify(forged, {});
    if (slip || forgery) return stop("catching the forgery", Fault{"demo.forgery_not_caught", "byte " + std::to_string(digit), "the forged bundle passed"});
    caught_ = std::string(slip.error().kind.code) + "; with the file's own digest made anew: caught, " + std::string(forgery.error().kind.code) +
              " at " + forgery.error().place;
    return 0;
}

void Demo::print_screen() const {
    const Position& first = positions_.front();
    const auto past = office_->house().at(first.size);
    std::printf("\nPONTE: a demonstration with a simulated clock, standing at %s.\n", first.day.to_text().c_str());
    std::printf("Observations, actions and sessions are published ones with their sources; owners, targets, verdicts and\nlogins are illustrations, and say so.\n\n");
    std::printf("Plan %s, %s\n", plan_.value.c_str(), plans_.front().title.c_str());
    if (past) {
        const conference::Seen seen(conference::known_of(past->desks.conference), conference::sight_of(conference::Audience::everyone));
        const conference::DossierAnswer dossier = conference::dossier_of(seen, plan_, conference::Audience::everyone, first.day);
        std::map<std::string, std::string> figure;
        for (const conference::Figure& one : dossier.figures) figure[one.id] = one.value;
        std::printf("  %s measures, %s duties; with a target: %s done, %s ahead, %s on course, %s behind; %s contradictory,\n  %s without evidence, %s observed without a target\n",
                    figure["plan.measures"].c_str(), figure["plan.duties"].c_str(), figure["summary.done"].c_str(), figure["summary.ahead"].c_str(),
                    figure["summary.on_course"].c_str(), figure["summary.behind"].c_str(), figure["summary.contradictory"].c_str(),
                    figure["summary.no_evidence"].c_str(), figure["summary.no_target"].c_str());
        std::printf("  meeting owed each year:");
        for (const conference::YearShown& year : dossier.years) std::printf("  %u %s", year.year, year.state.c_str());
        std::printf("\n");
    }
    std::printf("\nPositions to stand at (--at): ");
    for (const Position& one : positions_) std::printf(" %s = %llu ", one.day.to_text().c_str(), static_cast<unsigned long long>(one.size));
    std::printf("\nLogins of the two sides: ");
    for (const auto& [person, password] : logins_) std::printf(" %s / %s ", person.c_str(), password.c_str());
    std::printf("(all of them: %s/logins.txt)", out_.c_str());
    std::printf("\nVerified: %s/dossier.bundle. One digit changed in a copy: caught, %s.\n", out_.c_str(), caught_.c_str());
    std::printf("\nIn %s/: dossier.{zh-Hant-MO,zh-Hans-CN,pt-PT,en}.{docx,html,pdf}, dossier.bundle, verify.html, demo.journal\n", out_.c_str());
    std::printf("\nThe web app on this journal: make serve, then http://127.0.0.1:8480\n");
    std::printf("\nThree things to try:\n");
    std::printf("  1. Open %s/dossier.zh-Hant-MO.docx; then %s/verify.html in a browser, and drop dossier.bundle on it.\n", out_.c_str(), out_.c_str());
    std::printf("  2. ./ponte --journal %s/demo.journal query conference.measure plan=%s measure=4 --as demo.coordination\n", out_.c_str(), plan_.value.c_str());
    std::printf("  3. ./ponte --journal %s/demo.journal dossier --lang pt --audience public --format html --out %s/later.html --at %llu\n", out_.c_str(),
                out_.c_str(), static_cast<unsigned long long>(positions_.back().size));
}

Step<int> Demo::run() {
    STEP(read_plans());
    std::map<std::uint16_t, std::size_t> duties;
    for (const plan_text::Area& area : plans_.front().areas) {
        for (const plan_text::Measure& measure : area.measures) duties[static_cast<std::uint16_t>(measure.number)] = measure.duties.size();
    }
    auto data = read_demo_data(data_folder(), plan_, duties);
    if (!data) return stop("reading the data", data.error());
    data_ = *std::move(data);
    auto tables = read_demo_tables(data_folder());
    if (!tables) return stop("reading the tables of agreements, rates, visas and origin", tables.error());
    tables_ = *std::move(tables);
    STEP(open());
    STEP(furnish());
    STEP(record_until(*Date::from_ymd(2020, 12, 29)));
    STEP(say_more());
    STEP(record_until(*Date::from_ymd(2020, 12, 31)));
    STEP(stand_at(*Date::from_ymd(2020, 12, 31), true));
    STEP(live_on());
    for (const int year : {2021, 2022, 2023, 2024, 2025}) {
        STEP(record_until(*Date::from_ymd(year, 12, 31)));
        STEP(stand_at(*Date::from_ymd(year, 12, 31), false));
    }
    STEP(load_the_rest());
    STEP(check());
    print_screen();
    return exit_done;
}

}  // namespace

int demo_command(const Arguments& arguments) {
    Demo demo(arguments, arguments.option("out").value_or("out"));
    const auto done = demo.run();
    if (done) return *done;
    std::fprintf(stderr, "the demonstration stopped while %s\n", done.error().doing.c_str());
    if (done.error().refusal) return say(*done.error().refusal, arguments);
    return say(*done.error().fault, arguments);
}

}  // namespace ponte::cli
