// The dossier of all measures over many published observations, from the journal to each file, and the
// bundle checked as a stranger would check it.

#include "adapters/bundle/verify.h"
#include "adapters/csv/csv.h"
#include "adapters/observations/observations.h"
#include "bench/office_at_work.h"
#include "cli/dossier_making.h"

namespace ponte::bench {

namespace {

// Every observation goes the whole way: recorded, signed off by another, released, published.
Attempt<bool> publish(OfficeAtWork& office, std::size_t count) {
    const std::string file = observations_csv(count, 7);
    const csv::Table table = TRY(unrefused(csv::read(view_of(file))));
    auto order = TRY(unrefused(observations::from_table(table, sha256(file), false)));
    const house::Receipt receipt = TRY(office.ask(officer, conference::Command(std::move(order))));
    std::vector<house::AnyCommand> signed_off;
    std::vector<house::AnyCommand> released;
    std::vector<house::AnyCommand> published;
    for (const house::AnyEvent& any : receipt.events) {
        const auto* one = std::get_if<conference::ObservationRecorded>(&std::get<conference::Event>(any));
        if (one == nullptr) continue;
        signed_off.emplace_back(conference::Command(conference::SignOffItem{.item = one->item}));
        released.emplace_back(conference::Command(conference::MoveItem{.item = one->item, .stage = access::Stage::released}));
        published.emplace_back(conference::Command(conference::MoveItem{.item = one->item, .stage = access::Stage::published}));
    }
    TRY(office.ask_all(head, signed_off));
    TRY(office.ask_all(officer, released));
    return office.ask_all(officer, published);
}

struct Seconds {
    std::vector<double> fold, html_and_bundle, pdf, docx, check;
};

}  // namespace

Measured measure_dossier(const Bench& bench) {
    const std::size_t count = bench.sized(20'000, 200);
    OfficeAtWork office = TRY(OfficeAtWork::founded(bench, "dossier.journal"));
    TRY(publish(office, count));
    const conference::FreezeDossier freeze{.plan = office.plan(), .audience = conference::Audience::everyone};
    const std::uint64_t frozen = TRY(office.ask(officer, conference::Command(freeze))).first + 1;
    journal::Journal& journal = office.house().journal();
    const std::string key = journal.log_key().to_text();

    Seconds took;
    std::size_t bundle_bytes = 0;
    cli::DossierWish wish{.plan = office.plan(), .audience = conference::Audience::everyone, .language = Language::zh_hant};
    for (std::size_t i = 0; i < bench.sized(3, 1); ++i) {
        const Stopwatch folding;
        const house::Past past = TRY(house::fold_until(journal, journal.size()));
        took.fold.push_back(folding.seconds());

        // The bundle folds the journal itself, so the fold is in this row once.
        const Stopwatch html;
        wish.format = "html";
        TRY(unrefused(cli::render(office.house(), past, wish, frozen)));
        const std::string bundle = TRY(unrefused(cli::bundle_of(journal, frozen)));
        took.html_and_bundle.push_back(html.seconds());
        bundle_bytes = bundle.size();

        const Stopwatch pdf;
        wish.format = "pdf";
        TRY(unrefused(cli::render(office.house(), past, wish, frozen)));
        took.pdf.push_back(pdf.seconds());
        const Stopwatch docx;
        wish.format = "docx";
        TRY(unrefused(cli::render(office.house(), past, wish, frozen)));
        took.docx.push_back(docx.seconds());

        const Stopwatch check;
        const auto checked = TRY(unrefused(bundle::verify(bundle, key)));
        took.check.push_back(check.seconds());
        if (checked.rows_shown < count) return fail("bench.rows_missing", "bundle", std::to_string(checked.rows_shown));
    }
    const std::string over = std::to_string(count) + " observations, " + std::to_string(indicators_count) + " indicators, " +
                             std::to_string(journal.size()) + " entries; zh-Hant-MO";
    const std::string folded = "journal folded before";
    return Rows{{.name = "dossier: HTML and bundle, with the fold", .value = median(took.html_and_bundle), .unit = "s", .better = Better::less, .must = 1, .aim = 0.3, .note = over},
                {.name = "dossier: PDF", .value = median(took.pdf), .unit = "s", .better = Better::less, .must = 2, .aim = 1, .note = folded},
                {.name = "dossier: DOCX", .value = median(took.docx), .unit = "s", .better = Better::less, .must = 1, .aim = 0.3, .note = folded},
                {.name = "fold of that journal alone", .value = median(took.fold), .unit = "s", .better = Better::less},
                {.name = "bundle verified, " + std::to_string(count) + " rows shown", .value = median(took.check) * 1e3, .unit = "ms", .better = Better::less,
                 .note = std::to_string(bundle_bytes / 1000) + " kB"}};
}

}  // namespace ponte::bench
