#include "adapters/outbox/letter.h"

#include "adapters/dossier/spelling.h"
#include "adapters/dossier/words.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace ponte::outbox {

namespace {

constexpr std::string_view table = "words/outbox.csv";

// Words of letters, and the spelling of dates, which stands with the dossier's.
struct Speaker {
    explicit Speaker(Language language) : words(language, table), dates(language) {}

    std::string say(std::string_view key) { return std::string(words.say(key)); }
    std::string say(std::string_view key, std::initializer_list<std::string_view> values) { return words.say(key, values); }

    dossier::Words words;
    dossier::Words dates;
};

// A kind of which the handles stand in one line; the others have a date each and a line each.
bool is_counted(Kind kind) {
    return kind == Kind::to_sign_off || kind == Kind::to_verify || kind == Kind::questioned || kind == Kind::wording_to_answer;
}

std::string subject_of(Speaker& speaker, std::string subject, const Letterhead& letterhead) {
    return letterhead.demonstration ? speaker.say("demonstration.subject", {subject}) : subject;
}

void begin(Speaker& speaker, Letter& letter, const Letterhead& letterhead) {
    if (!letterhead.demonstration) return;
    letter.lines.push_back(speaker.say("demonstration.line"));
    letter.lines.emplace_back();
}

void end(Speaker& speaker, Letter& letter, const Letterhead& letterhead) {
    letter.lines.emplace_back();
    if (!letterhead.link.empty()) letter.lines.push_back(speaker.say("end.link", {letterhead.link}));
    letter.lines.push_back(speaker.say("end.origin", {letterhead.origin}));
    letter.lines.push_back(speaker.say("end.automatic"));
}

void write_counted(Speaker& speaker, Letter& letter, Kind kind, const std::vector<const Notice*>& notices) {
    std::string handles;
    for (std::size_t i = 0; i < notices.size() && i < handles_max; ++i) {
        if (i != 0) handles += speaker.say("between");
        handles += notices[i]->about.to_text();
    }
    if (notices.size() > handles_max) handles += speaker.say("more", {std::to_string(notices.size() - handles_max)});
    letter.lines.push_back(speaker.say("notice." + std::string(name_of(kind)), {std::to_string(notices.size()), handles}));
}

void write_dated(Speaker& speaker, Letter& letter, const Notice& notice) {
    const std::string key = "notice." + std::string(name_of(notice.kind));
    const std::string what = speaker.say(key, {notice.about.to_text()});
    letter.lines.push_back(notice.due ? speaker.say("due", {what, dossier::date_text(speaker.dates, *notice.due)}) : what);
}

}  // namespace

Letter digest(const PersonId& person, Language language, Date day, std::span<const Notice> notices, const Letterhead& letterhead) {
    Speaker speaker(language);
    std::map<Kind, std::vector<const Notice*>> counted;
    std::vector<const Notice*> dated;
    for (const Notice& notice : notices) {
        if (is_counted(notice.kind)) counted[notice.kind].push_back(&notice);
        else dated.push_back(&notice);
    }
    const auto by_handle = [](const Notice* one) { return std::pair(one->about.to_text().size(), one->about.to_text()); };
    for (auto& [kind, all] : counted) std::ranges::sort(all, {}, by_handle);
    std::ranges::sort(dated, {}, [&](const Notice* one) {
        return std::tuple(one->due.value_or(dates::last), one->kind, by_handle(one));
    });

    Letter letter{.id = "digest " + day.to_text() + " " + person.value,
                  .person = person,
                  .language = language,
                  .subject = subject_of(speaker, speaker.say("digest.subject", {std::to_string(notices.size()), dossier::date_text(speaker.dates, day)}), letterhead),
                  .lines = {},
                  .attachment = {}};
    begin(speaker, letter, letterhead);
    letter.lines.push_back(speaker.say("digest.lead"));
    letter.lines.emplace_back();
    for (const Notice* notice : dated) write_dated(speaker, letter, *notice);
    for (const auto& [kind, all] : counted) write_counted(speaker, letter, kind, all);
    end(speaker, letter, letterhead);
    return letter;
}

Outcome<Letter> invitation(const PersonId& person, Language language, Said said, const ics::Event& event, const Letterhead& letterhead) {
    const ics::Method method = said == Said::cancelled ? ics::Method::cancel : ics::Method::request;
    const std::string file = TRY(ics::render({.name = {}, .description = {}, .method = method, .language = language, .events = {event}}));
    Speaker speaker(language);
    const std::string kind(name_of(said));
    Letter letter{.id = "invitation " + event.uid + " " + std::to_string(event.sequence) + " " + kind + " " + person.value,
                  .person = person,
                  .language = language,
                  .subject = subject_of(speaker, speaker.say("invitation." + kind, {event.summary}), letterhead),
                  .lines = {},
                  .attachment = Attachment{.name = "invitation.ics", .media_type = ics::media_type(method), .bytes = file}};
    begin(speaker, letter, letterhead);
    letter.lines.push_back(event.summary);
    if (const auto* days = std::get_if<ics::Days>(&event.when)) {
        letter.lines.push_back(dossier::date_text(speaker.dates, days->from));
    } else {
        const ics::Hours& hours = std::get<ics::Hours>(event.when);
        // Both sides keep the same time, so it is written once and said whose it is.
        const std::string clock = Instant{hours.from.micros + std::int64_t{480} * 60'000'000}.to_text().substr(11, 5);
        letter.lines.push_back(speaker.say("invitation.at", {dossier::date_text(speaker.dates, hours.from.date()), clock}));
    }
    if (!event.location.empty()) letter.lines.push_back(event.location);
    if (!event.url.empty()) letter.lines.push_back(event.url);
    end(speaker, letter, letterhead);
    return letter;
}

std::optional<std::uint32_t> sequence_told(std::string_view letter_id, std::string_view uid, const PersonId& person) {
    const std::string before = "invitation " + std::string(uid) + " ";
    const std::string after = " " + person.value;
    if (letter_id.size() <= before.size() + after.size() || !letter_id.starts_with(before) || !letter_id.ends_with(after)) return std::nullopt;
    const std::string_view middle = letter_id.substr(before.size(), letter_id.size() - before.size() - after.size());
    std::uint32_t sequence = 0;
    const auto [end, error] = std::from_chars(middle.data(), middle.data() + middle.size(), sequence);
    const std::string_view kind(end, middle.data() + middle.size());
    if (error != std::errc() || !kind.starts_with(' ') || !enum_named<Said>(kind.substr(1))) return std::nullopt;
    return sequence;
}

}  // namespace ponte::outbox
