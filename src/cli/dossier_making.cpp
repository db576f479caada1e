#include "cli/dossier_making.h"

#include "adapters/bundle/bundle.h"
#include "adapters/docx/docx.h"
#include "adapters/dossier/dossier.h"
#include "adapters/dossier/layout.h"
#include "adapters/dossier/workbook.h"
#include "adapters/html/html.h"
#include "adapters/pdf/pdf.h"
#include "base/canonical.h"
#include "base/json.h"
#include "cli/occasion.h"
#include "cli/since.h"
#include "desks/access/refusals.h"
#include "desks/conference/queries.h"
#include "desks/conference/refusals.h"
#include "house/answers.h"
#include "house/contributions.h"
#include "house/event_codec.h"
#include "house/refusals.h"

#include <algorithm>
#include <set>

namespace ponte::cli {

namespace {

using Text = Outcome<std::string>;

std::string text_of_bytes(const Bytes& bytes) { return {bytes.begin(), bytes.end()}; }

}  // namespace

Attempt<Outcome<std::string>> render(house::House& house, const house::Past& past, const DossierWish& wish, std::optional<std::uint64_t> frozen) {
    journal::Journal& journal = house.journal();
    const conference::Seen seen(conference::known_of(past.desks.conference), conference::sight_of(wish.audience));
    const Date as_at = wish.as_at.value_or(past.time.date());
    conference::DossierAnswer answer = conference::dossier_of(seen, wish.plan, wish.audience, as_at);
    for (const Contribution& one : house::contributions_of(past.desks, wish.plan, wish.audience, as_at)) {
        answer.figures.insert(answer.figures.end(), one.figures.begin(), one.figures.end());
    }
    dossier::Business business = business_of(past, wish.plan, conference::sight_of(wish.audience));
    business.changes = TRY(changes_since_last_session(house, past, wish.plan, wish.audience, as_at, business));
    if (wish.format == "json") {
        std::string out = "{\"origin\":" + to_json(journal.opened().origin) + ",\"position\":" + to_json(past.position) +
                          ",\"root\":" + to_json(journal.tree().root_at(past.position)) + ",\"dossier\":";
        append_json(out, answer);
        return Text(out + ",\"business\":" + to_json(business) + "}\n");
    }
    const dossier::Occasion occasion = occasion_of(journal, past, frozen);
    if (wish.layout) {
        const auto filled = templates::fill(view_of(*wish.layout), dossier::layout_catalogue(),
                                            dossier::layout_values(answer, wish.language, occasion, business), std::string(tag(wish.language)));
        if (!filled) return Text(std::unexpected(filled.error()));
        return Text(text_of_bytes(*filled));
    }
    if (wish.format == "xlsx") {
        return Text(text_of_bytes(TRY(xlsx::write(dossier::sheets_of(answer, wish.language, occasion, business), past.time.micros / 1'000'000))));
    }
    const paper::Paper paper = dossier::paper_of(answer, wish.language, occasion, business);
    if (wish.format == "html") return Text(html::render(paper));
    if (wish.format == "pdf") return Text(text_of_bytes(TRY(pdf::render(paper))));
    if (wish.format == "docx") return Text(text_of_bytes(TRY(docx::render(paper))));
    return Text(refuse(refusals::value_unreadable, wish.format, "--format"));
}

Attempt<Outcome<std::string>> bundle_of(journal::Journal& journal, std::uint64_t frozen_at) {
    const auto frozen_entry = TRY(journal.read_entry(frozen_at));
    const auto event = house::decode_event(frozen_entry.view().type, frozen_entry.view().version, frozen_entry.view().payload);
    const auto* of_desk = event ? std::get_if<conference::Event>(&*event) : nullptr;
    const auto* frozen = of_desk != nullptr ? std::get_if<conference::DossierFrozen>(of_desk) : nullptr;
    if (frozen == nullptr) return Text(refuse(refusals::not_frozen, std::to_string(frozen_at)));

    const house::Past past = TRY(house::fold_until(journal, frozen->position));
    const conference::Proof proof =
        conference::proof_of(conference::known_of(past.desks.conference), frozen->plan, frozen->audience, frozen->as_at,
                             house::contributions_of(past.desks, frozen->plan, frozen->audience, frozen->as_at));

    // One pass over the log for the entries that are shown.
    std::map<std::uint64_t, Bytes> entries;
    for (const SeriesShown& series : proof.series) {
        for (const SeriesRow& row : series.rows) {
            if (row.shown) entries.emplace(row.sequence, Bytes());
        }
    }
    TRY(journal.for_each_entry(0, frozen->position, [&](const journal::StoredEntry& stored) {
        const auto wanted = entries.find(stored.sequence);
        if (wanted != entries.end()) wanted->second.assign(stored.entry.bytes.begin(), stored.entry.bytes.end());
        return true;
    }));

    const std::uint64_t size = frozen_at + 1;
    bundle::Bundle made{.plan = frozen->plan.value,
                        .audience = std::string(name_of(frozen->audience)),
                        .as_at = frozen->as_at,
                        .position = frozen->position,
                        .frozen = frozen_at,
                        .demonstration = journal.opened().clock == journal::ClockKind::simulated,
                        .opened_entry = TRY(journal.read_entry(0)).bytes,
                        .frozen_entry = frozen_entry.bytes,
                        .log_key = journal.log_key().to_text(),
                        .checkpoint = TRY(journal.checkpoint_at(size))};
    for (const conference::Figure& figure : proof.figures) made.figure_lines.push_back(figure.line());
    for (std::size_t i = 0; i < proof.commitments.size(); ++i) {
        const conference::Commitment& commitment = proof.commitments[i];
        bundle::BundleSeries series{.name = commitment.series,
                                    .rows = commitment.rows,
                                    .chain = commitment.chain,
                                    .shown = commitment.shown,
                                    .chain_shown = commitment.chain_shown};
        for (const SeriesRow& row : proof.series[i].rows) {
            bundle::BundleRow one{.sequence = row.sequence};
            if (row.shown) one.entry = entries.at(row.sequence);
            series.rows_in_order.push_back(std::move(one));
        }
        made.series.push_back(std::move(series));
    }
    for (std::uint64_t i = 0; i < size; ++i) made.leaves.push_back(journal.tree().leaf(i));
    return Text(bundle::write(made));
}

Attempt<Outcome<std::string>> make_dossier(Office& office, const Asker& asker, const DossierWish& asked) {
    journal::Journal& journal = office.house().journal();
    DossierWish wish = asked;
    // Only Word files have places to fill.
    if (wish.layout && wish.format != "docx") return Text(refuse(refusals::value_unreadable, wish.format, "--format"));
    if (wish.position && *wish.position > journal.size()) {
        return Text(refuse(house::refusals::position_unknown, std::to_string(*wish.position), "--at"));
    }
    const std::uint64_t position = wish.position.value_or(journal.size());
    const house::Past past = TRY(office.house().at(position));
    if (wish.plan.value.empty()) wish.plan = newest_plan(past.desks.conference);
    if (!past.desks.conference.plans.contains(wish.plan)) {
        return Text(refuse(conference::refusals::plan_unknown, wish.plan.value, "--plan"));
    }
    // Whose dossier it is, is a question to the roles of today and not of then.
    if (!audience_is_open_to(office.house().desks(), asker, wish.audience, office.house().now().date())) {
        return Text(refuse(access::refusals::not_allowed, asker.person.value, "--audience"));
    }
    auto frozen = newest_freezing(past.desks.conference, wish.plan, wish.audience);
    if (wish.format != "bundle") return render(office.house(), past, wish, frozen);

    const bool stands_at_the_end = frozen && *frozen + 1 == past.position;
    if (!stands_at_the_end && !wish.position) {
        const auto answer = TRY(office.house().ask(office.request(
            asker.person, asker.asserted, {}, conference::Command(conference::FreezeDossier{.plan = wish.plan, .audience = wish.audience}))));
        if (!answer) return Text(std::unexpected(answer.error()));
        frozen = answer->first + 1;
    }
    if (!frozen) return Text(refuse(refusals::not_frozen, wish.plan.value, "--at"));
    return bundle_of(journal, *frozen);
}

Attempt<Outcome<bool>> is_made_by_journal(const Arguments& arguments, const std::string& bundle_text) {
    auto opened = TRY(open_journal(arguments, journal::Mode::write));
    if (!opened) return Outcome<bool>(std::unexpected(opened.error()));
    TRY((*opened)->verify());
    const auto bundle = bundle::read(bundle_text);
    if (!bundle) return Outcome<bool>(std::unexpected(bundle.error()));
    if (bundle->frozen >= (*opened)->size()) return Outcome<bool>(refuse(refusals::bundle_of_another_journal, std::to_string(bundle->frozen)));
    const auto made = TRY(bundle_of(**opened, bundle->frozen));
    if (!made) return Outcome<bool>(std::unexpected(made.error()));
    if (*made == bundle_text) return Outcome<bool>(true);
    const auto differs = std::ranges::mismatch(*made, bundle_text).in1 - made->begin();
    return Outcome<bool>(refuse(refusals::bundle_of_another_journal, "", "byte " + std::to_string(differs)));
}

}  // namespace ponte::cli
