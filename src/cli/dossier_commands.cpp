// dossier and verify: the paper for the joint conference, and the check that anyone can make.

#include "adapters/bundle/bundle.h"
#include "adapters/bundle/verify.h"
#include "adapters/templates/templates.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/dossier_making.h"
#include "cli/position.h"
#include "cli/voice.h"
#include "house/refusals.h"
#include "journal/tree.h"

#include <charconv>
#include <cstdio>

namespace ponte::cli {

namespace {

struct RootAt {
    std::uint64_t size = 0;
    Digest root;
};

// The root of the first `size` entries of a log, from the leaves that a checked bundle carries.
Outcome<std::optional<RootAt>> root_at(const std::string& bundle_text, const std::optional<std::string>& wanted) {
    if (!wanted) return std::optional<RootAt>();
    RootAt found;
    const auto [end, error] = std::from_chars(wanted->data(), wanted->data() + wanted->size(), found.size);
    if (error != std::errc() || end != wanted->data() + wanted->size()) return refuse(refusals::value_unreadable, wanted->substr(0, 40), "--root-at");
    const bundle::Bundle bundle = TRY(bundle::read(bundle_text));
    if (found.size > bundle.leaves.size()) return refuse(house::refusals::position_unknown, *wanted, "--root-at");
    journal::Tree tree;
    for (std::uint64_t i = 0; i < found.size; ++i) tree.append(bundle.leaves[i]);
    found.root = tree.root();
    return std::optional<RootAt>(found);
}

}  // namespace

int dossier_command(const Arguments& arguments) {
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    Office& own = ***office;
    const auto asker = asker_of(arguments, own);
    if (!asker) return say(asker.error(), arguments);

    DossierWish wish;
    const std::string audience = arguments.option("audience").value_or("public");
    const auto named = audience == "public" ? std::optional(conference::Audience::everyone) : enum_named<conference::Audience>(audience);
    if (!named) return say(Refusal{refusals::value_unreadable, audience, "--audience"}, arguments);
    wish.audience = *named;
    const auto language = language_named(arguments.option("lang").value_or("en"));
    if (!language) return say(Refusal{refusals::value_unreadable, *arguments.option("lang"), "--lang"}, arguments);
    wish.language = *language;
    wish.format = arguments.option("format").value_or("docx");
    wish.plan = conference::PlanId(arguments.option("plan").value_or(""));
    const auto found = standpoint_of(arguments, own.house());
    if (!found) return say(found.error(), arguments);
    if (!*found) return say((*found).error(), arguments);
    if (const std::optional<Standpoint>& standpoint = **found) {
        wish.position = standpoint->position;
        wish.as_at = standpoint->day;
    }
    if (const auto path = arguments.option("template")) {
        const auto layout = read_file(*path, templates::template_bytes_max);
        if (!layout) return say(layout.error(), arguments);
        wish.layout = *layout;
    }
    const auto made = make_dossier(own, *asker, wish);
    if (!made) return say(made.error(), arguments);
    if (!*made) return say((*made).error(), arguments);
    const auto out = arguments.option("out");
    if (!out) {
        std::fwrite((*made)->data(), 1, (*made)->size(), stdout);
        return exit_done;
    }
    const auto written = write_file(*out, **made);
    if (!written) return say(written.error(), arguments);
    if (!arguments.flag("json")) std::printf("%s: %zu bytes, sha256 %s\n", out->c_str(), (*made)->size(), sha256(**made).to_text().c_str());
    return exit_done;
}

int verify_command(const Arguments& arguments) {
    const std::string path = arguments.word(1);
    if (path.empty()) return say(Refusal{refusals::usage, "verify", "verify BUNDLE"}, arguments);
    const auto text = read_file(path, bundle::bytes_max);
    if (!text) return say(text.error(), arguments);
    const auto checked = bundle::verify(*text, arguments.option("key"));
    if (!checked) return say(checked.error(), arguments);
    const auto earlier = root_at(*text, arguments.option("root-at"));
    if (!earlier) return say(earlier.error(), arguments);
    std::string level = "bundle";
    if (arguments.option("journal")) {
        const auto same = is_made_by_journal(arguments, *text);
        if (!same) return say(same.error(), arguments);
        if (!*same) return say((*same).error(), arguments);
        level = "auditor";
    }
    if (arguments.flag("json")) {
        std::printf("{\"verified\":true,\"level\":\"%s\",\"plan\":\"%s\",\"audience\":\"%s\",\"as_at\":\"%s\",\"figures\":%zu,\"rows_shown\":%zu,\"rows_hidden\":%zu,\"origin\":\"%s\",\"size\":\"%llu\",\"root\":\"%s\"%s}\n",
                    level.c_str(), checked->plan.c_str(), checked->audience.c_str(), checked->as_at.to_text().c_str(), checked->figures,
                    checked->rows_shown, checked->rows_hidden, checked->origin.c_str(), static_cast<unsigned long long>(checked->size),
                    checked->root.to_text().c_str(),
                    *earlier ? (",\"root_at\":{\"size\":\"" + std::to_string((*earlier)->size) + "\",\"root\":\"" + (*earlier)->root.to_text() + "\"}").c_str() : "");
        return exit_done;
    }
    std::printf("%s: the figures follow from the record.\n", path.c_str());
    std::printf("  plan %s for %s, as at %s%s\n", checked->plan.c_str(), checked->audience.c_str(), checked->as_at.to_text().c_str(),
                checked->demonstration ? " (a demonstration: simulated clock)" : "");
    std::printf("  %zu figures from %zu rows shown and %zu present as hashes only, in %zu series\n", checked->figures, checked->rows_shown,
                checked->rows_hidden, checked->series);
    std::printf("  log %s, %llu entries, root %s\n", checked->origin.c_str(), static_cast<unsigned long long>(checked->size),
                checked->root.to_text().c_str());
    if (*earlier) std::printf("  its first %llu entries have the root %s\n", static_cast<unsigned long long>((*earlier)->size), (*earlier)->root.to_text().c_str());
    std::printf("  key %s%s\n", checked->log_key.c_str(), checked->key_was_given ? "" : " (taken from the bundle; compare it with one you got another way)");
    std::printf("What this shows: the rows were recorded in this log and have not changed since; the figures follow from them; no row of\n"
                "these series was added, dropped or hidden after the freezing. What it does not show: that a published observation is true\n"
                "in the world. %s\n",
                level == "auditor" ? "Checked as an auditor: refolded from entry 0, hidden rows included."
                                   : "Checked from the bundle alone; with --journal J everything is refolded from entry 0.");
    return exit_done;
}

}  // namespace ponte::cli
