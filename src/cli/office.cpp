#include "cli/office.h"

#include "base/check.h"
#include "base/mail_address.h"
#include "desks/access/refusals.h"
#include "cli/tokens.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <sodium.h>

namespace ponte::cli {

namespace {

class SystemClock final : public house::Clock {
public:
    [[nodiscard]] Instant now() const override {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
    }
};

// One digest a line in a file beside the journal; written and synced before the process stops.
class FileQuarantine final : public house::Quarantine {
public:
    explicit FileQuarantine(std::string path) : path_(std::move(path)) {
        std::ifstream file(path_);
        for (std::string line; std::getline(file, line);) {
            if (const auto digest = Digest::from_text(line)) digests_.insert(*digest);
        }
    }
    void keep(const Digest& request) override {
        digests_.insert(request);
        std::ofstream file(path_, std::ios::app);
        file << request.to_text() << '\n';
        file.flush();
    }
    [[nodiscard]] bool holds(const Digest& request) const override { return digests_.contains(request); }

private:
    std::string path_;
    std::set<Digest> digests_;
};

// What is lent on this thread, if anything.
struct Lent {
    Office* office = nullptr;
    std::optional<Asker> asker;
};
Lent lent;

Outcome<std::string> folder_of(const Arguments& arguments) {
    const auto folder = arguments.option("journal");
    if (!folder || folder->empty()) return refuse(refusals::journal_not_named);
    return *folder;
}

Outcome<std::optional<Instant>> clock_option(const Arguments& arguments) {
    const auto text = arguments.option("clock");
    if (!text) return std::optional<Instant>();
    const auto at = Instant::from_text(*text);
    if (!at) return refuse(refusals::value_unreadable, *text, "--clock");
    return std::optional<Instant>(*at);
}

}  // namespace

void OfficeRelease::operator()(Office* office) const {
    if (office != lent.office) delete office;
}

Lending::Lending(Office& office, std::optional<Asker> asker) {
    CHECK(lent.office == nullptr);
    lent = {.office = &office, .asker = std::move(asker)};
}

Lending::~Lending() { lent = {}; }

void Office::move_clock(Instant at) {
    CHECK(simulated_ != nullptr);
    simulated_->move_to(at);
}

void JournalRelease::operator()(journal::Journal* journal) const {
    if (lent.office == nullptr || journal != &lent.office->house().journal()) delete journal;
}

Attempt<Outcome<JournalHeld>> open_journal(const Arguments& arguments, journal::Mode mode) {
    using Result = Outcome<JournalHeld>;
    if (lent.office != nullptr) return Result(JournalHeld(&lent.office->house().journal()));
    const auto folder = folder_of(arguments);
    if (!folder) return Result(std::unexpected(folder.error()));
    if (!std::filesystem::exists(*folder)) return Result(refuse(refusals::journal_not_there, *folder));
    auto journal = TRY(journal::Journal::open(*folder, {.mode = mode, .now = SystemClock().now()}));
    return Result(JournalHeld(new journal::Journal(std::move(journal))));
}

Attempt<Outcome<OfficeHeld>> Office::open(const Arguments& arguments) {
    using Result = Outcome<OfficeHeld>;
    if (lent.office != nullptr) return Result(OfficeHeld(lent.office));
    const auto clock = clock_option(arguments);
    if (!clock) return Result(std::unexpected(clock.error()));
    auto opened = TRY(open_journal(arguments, journal::Mode::write));
    if (!opened) return Result(std::unexpected(opened.error()));
    OfficeHeld office(new Office());
    office->folder_ = *arguments.option("journal");
    office->quarantine_ = std::make_unique<FileQuarantine>(office->folder_ + "/quarantine");
    if ((*opened)->opened().clock == journal::ClockKind::simulated) {
        auto simulated = std::make_unique<house::SimulatedClock>(clock->value_or((*opened)->opened().created));
        office->simulated_ = simulated.get();
        office->clock_ = std::move(simulated);
    } else {
        office->clock_ = std::make_unique<SystemClock>();
    }
    office->vault_ = TRY(journal::Vault::open(office->folder_));
    office->house_ = TRY(house::House::open(std::move(**opened), *office->clock_, *office->quarantine_));
    if (office->simulated_ != nullptr && !*clock) office->simulated_->move_to(office->house_->now());
    TRY(office->house_->record_tails(journal::nonce_at_random()));
    return Result(std::move(office));
}

Attempt<Outcome<OfficeHeld>> Office::found(const Arguments& arguments) {
    using Result = Outcome<OfficeHeld>;
    const auto folder = folder_of(arguments);
    if (!folder) return Result(std::unexpected(folder.error()));
    const auto clock = clock_option(arguments);
    if (!clock) return Result(std::unexpected(clock.error()));
    const auto side = enum_named<access::Side>(arguments.option("side").value_or("macao"));
    if (!side) return Result(refuse(refusals::value_unreadable, *arguments.option("side"), "--side"));
    const std::string origin = arguments.option("origin").value_or("");
    if (origin.empty()) return Result(refuse(refusals::usage, "init needs --origin, the name of this log, such as example.org/conference"));

    OfficeHeld office(new Office());
    office->folder_ = *folder;
    if (*clock) {
        auto simulated = std::make_unique<house::SimulatedClock>(**clock);
        office->simulated_ = simulated.get();
        office->clock_ = std::move(simulated);
    } else {
        office->clock_ = std::make_unique<SystemClock>();
    }
    std::error_code error;
    const std::filesystem::path parent = std::filesystem::path(*folder).parent_path();
    if (!parent.empty()) std::filesystem::create_directories(parent, error);  // The journal says what is wrong, if anything.
    auto journal = TRY(journal::Journal::create(*folder, {.origin = origin,
                                                          .clock = *clock ? journal::ClockKind::simulated : journal::ClockKind::system,
                                                          .created = office->clock_->now(),
                                                          .key = {}}));
    office->quarantine_ = std::make_unique<FileQuarantine>(*folder + "/quarantine");
    office->vault_ = TRY(journal::Vault::open(*folder));
    office->house_ = TRY(house::House::open(std::move(journal), *office->clock_, *office->quarantine_));

    house::Founding founding{.body = BodyId(arguments.option("body").value_or("office_macao")), .side = *side, .body_names = {}, .administrators = {}, .displays = {}};
    founding.body_names.en = founding.body.value;
    std::string names = arguments.option("administrators").value_or("admin.one,admin.two");
    while (!names.empty()) {
        const std::size_t comma = names.find(',');
        const PersonId person(names.substr(0, comma));
        names = comma == std::string::npos ? "" : names.substr(comma + 1);
        founding.displays.push_back(TRY(office->vault_->seal(person, "display", person.value)));
        founding.administrators.push_back(person);
    }
    auto answer = TRY(office->house_->found(founding, journal::nonce_at_random()));
    if (!answer) return Result(std::unexpected(answer.error()));
    return Result(std::move(office));
}

house::PersonSealer Office::sealer() {
    return [this](const PersonId& person, std::string_view field, std::string_view clear) -> Outcome<Sealed> {
        std::string text(clear);
        if (field == "secret") text = TRY(hashed_password(clear));
        if (field == "address" && !clear.empty() && !is_mail_address(clear)) return refuse(access::refusals::address_malformed, {}, "/address");
        auto sealed = vault_->seal(person, field, text);
        if (!sealed) return refuse(refusals::vault_unavailable, sealed.error().where);
        return *sealed;
    };
}

house::Request Office::request(const PersonId& actor, bool asserted, CommandId id, house::AnyCommand command) const {
    return {.actor = actor, .asserted = asserted, .id = std::move(id), .command = std::move(command), .nonce = journal::nonce_at_random()};
}

Attempt<house::Answer> Office::ask(const PersonId& actor, house::AnyCommand command) {
    return house_->ask(request(actor, true, {}, std::move(command)));
}

Outcome<Asker> asker_of(const Arguments& arguments, Office& office) {
    if (lent.asker) return *lent.asker;
    if (const auto token = arguments.option("token")) {
        const PersonId person = TRY(person_of_token(office, *token));
        return Asker{.person = person, .asserted = false};
    }
    return Asker{.person = PersonId(arguments.option("as").value_or("")), .asserted = true};
}

Outcome<std::string> hashed_password(std::string_view clear) {
    if (clear.size() < 12) return refuse(access::refusals::password_too_short, std::to_string(clear.size()) + " octets, at least 12", "/secret");
    CHECK(sodium_init() >= 0);
    std::string hashed(crypto_pwhash_STRBYTES, '\0');
    CHECK(crypto_pwhash_str_alg(hashed.data(), clear.data(), clear.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) == 0);
    hashed.resize(hashed.find('\0'));
    return hashed;
}

bool password_fits(const std::string& hashed, std::string_view clear) {
    CHECK(sodium_init() >= 0);
    return crypto_pwhash_str_verify(hashed.c_str(), clear.data(), clear.size()) == 0;
}

}  // namespace ponte::cli
