// translation queue | export | import | convert | check | terms: texts to translators and back, and the shared terms.

#include "adapters/docx/docx.h"
#include "adapters/docx_read/docx_read.h"
#include "adapters/translation_table/translation_table.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/translated_texts.h"
#include "cli/voice.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>

namespace ponte::cli {

namespace {

// What every verb needs: the office, who asks, and what he may see.
struct Desk {
    OfficeHeld office;
    Asker asker;

    [[nodiscard]] TranslationView view() const { return {*office, asker}; }
    [[nodiscard]] house::Request request(house::AnyCommand command) const {
        return office->request(asker.person, asker.asserted, {}, std::move(command));
    }
};

// Runs `verb` with the office open; says the refusal or fault of opening it.
template <class Verb>
int with_office(const Arguments& arguments, const Verb& verb) {
    auto office = Office::open(arguments);
    if (!office) return say(office.error(), arguments);
    if (!*office) return say((*office).error(), arguments);
    Desk desk{.office = std::move(**office), .asker = {}};
    auto asker = asker_of(arguments, *desk.office);
    if (!asker) return say(asker.error(), arguments);
    desk.asker = *std::move(asker);
    return verb(desk);
}

Outcome<Language> language_option(const Arguments& arguments, const std::string& name) {
    const std::string given = arguments.option(name).value_or("");
    const auto language = language_named(given);
    if (!language) return refuse(refusals::translation_language, given.substr(0, 40), "--" + name);
    return *language;
}

void print(const translation::QueueAnswer& queue) {
    for (const translation::LanguageCount& count : queue.counts) {
        std::printf("%-11s %u current, %u stale, %u missing, %u machine-converted, %u overdue\n", count.language.c_str(), count.current,
                    count.stale, count.missing, count.machine_converted, count.overdue);
    }
    for (const translation::QueueRow& row : queue.rows) {
        const std::string who = row.assignee ? row.assignee->value + (row.due ? " by " + row.due->to_text() : "") : "nobody";
        std::printf("%-17s %-11s %s  %s%s%s  %s\n", row.state.c_str(), row.language.c_str(), row.text.c_str(), who.c_str(),
                    row.overdue ? " OVERDUE" : "", row.required ? "" : " (not required)", row.says.c_str());
    }
}

int queue(const Arguments& arguments) {
    return with_office(arguments, [&](const Desk& desk) {
        translation::QueueQuery query;
        if (!arguments.word(2).empty()) query.scope = arguments.word(2);
        if (arguments.option("to")) {
            const auto language = language_option(arguments, "to");
            if (!language) return say(language.error(), arguments);
            query.language = *language;
        }
        if (const auto assignee = arguments.option("assignee")) query.assignee = PersonId(*assignee);
        const auto answer = desk.view().queue(query);
        if (!answer) return say(answer.error(), arguments);
        if (arguments.flag("json")) {
            std::printf("%s\n", to_json(*answer).c_str());
        } else {
            print(*answer);
        }
        return exit_done;
    });
}

Attempt<std::string> file_of(const xliff::Document& document, const std::string& format, Language words_language) {
    if (format == "xliff") return xliff::write(document);
    dossier::Words words(words_language, "words/translation.csv");
    const Bytes bytes = TRY(docx::render(translation_table::paper_of(document, words)));
    return std::string(bytes.begin(), bytes.end());
}

int export_texts(const Arguments& arguments) {
    const std::string scope = arguments.word(2);
    const std::string format = arguments.option("format").value_or("xliff");
    const std::string out = arguments.option("out").value_or("");
    if (scope.empty() || out.empty() || (format != "xliff" && format != "docx")) {
        return say(Refusal{refusals::usage, "translation export", "translation export SCOPE --to LANG --format xliff|docx --out FILE"}, arguments);
    }
    const auto to = language_option(arguments, "to");
    if (!to) return say(to.error(), arguments);
    std::optional<Language> from;
    if (arguments.option("from")) {
        const auto named = language_option(arguments, "from");
        if (!named) return say(named.error(), arguments);
        from = *named;
    }
    return with_office(arguments, [&](const Desk& desk) {
        const auto texts = desk.view().texts(scope);
        if (!texts) return say(texts.error(), arguments);
        const auto terms = desk.view().agreed_terms();
        if (!terms) return say(terms.error(), arguments);
        const auto document = document_for(*texts, scope, *to, from, arguments.flag("all"), *terms);
        if (!document) return say(document.error(), arguments);
        const Language words_language = arguments.option("lang") ? language_of(arguments) : *to;
        const auto file = file_of(*document, format, words_language);
        if (!file) return say(file.error(), arguments);
        if (const auto written = write_file(out, *file); !written) return say(written.error(), arguments);
        std::size_t parts = 0;
        for (const xliff::Text& text : document->texts) parts += text.parts.size();
        std::printf("%s: %zu texts in %zu parts, %s into %s\n", out.c_str(), document->texts.size(), parts,
                    std::string(tag(document->source)).c_str(), std::string(tag(document->target)).c_str());
        return exit_done;
    });
}

// What each order would be refused for.
std::vector<TextRefused> refused_of(const Desk& desk, const std::vector<TextOrder>& orders) {
    std::vector<TextRefused> refused;
    for (const TextOrder& order : orders) {
        const auto rehearsed = desk.office->house().rehearse(desk.request(order.command));
        if (!rehearsed) refused.push_back({.text = order.text, .refusal = rehearsed.error()});
    }
    return refused;
}

// Rehearses all, then records all in one block: nothing else can be decided between, the journal has one writer.
int record(const Desk& desk, const std::vector<TextOrder>& orders, const Arguments& arguments) {
    const std::vector<TextRefused> refused = refused_of(desk, orders);
    for (const TextRefused& one : refused) {
        std::fprintf(stderr, "%s: ", one.text.c_str());
        say(one.refusal, arguments);
    }
    if (!refused.empty()) return exit_refused;
    std::vector<house::Request> requests;
    for (const TextOrder& order : orders) requests.push_back(desk.request(order.command));
    if (arguments.flag("dry-run") || requests.empty()) return exit_done;
    const auto answers = desk.office->house().ask_many(requests);
    if (!answers) return say(answers.error(), arguments);
    for (const house::Answer& answer : *answers) {
        if (!answer) return say(answer.error(), arguments);
    }
    return exit_done;
}

Outcome<xliff::Document> document_in(const std::string& content, bool& word) {
    word = content.starts_with("PK");
    if (!word) return xliff::read(content);
    const docx_read::Document document = TRY(docx_read::read(view_of(content)));
    return translation_table::from_document(document);
}

void print(const std::pair<std::string, conversion::TermFault>& fault) {
    std::string expected;
    for (const std::string& form : fault.second.expected) expected += (expected.empty() ? "" : " / ") + form;
    if (fault.second.forbidden) {
        std::printf("term  %s: \"%s\" is not to be used (%s)\n", fault.first.c_str(), fault.second.found.c_str(), fault.second.term.c_str());
    } else {
        std::printf("term  %s: %s is agreed to be \"%s\"\n", fault.first.c_str(), fault.second.found.c_str(), expected.c_str());
    }
}

// The same for a screen: what would change, what is refused and why, what is not finished, and where a term differs.
int print_account(const Desk& desk, const Returned& account, const std::vector<TextOrder>& orders, const Arguments& arguments) {
    std::vector<TextRefused> refused = account.refused;
    std::ranges::move(refused_of(desk, orders), std::back_inserter(refused));
    const Language language = language_of(arguments);
    const bool is_recorded = refused.empty() && !orders.empty() && !arguments.flag("dry-run");
    const std::uint64_t before = desk.office->house().journal().size();
    if (is_recorded) {
        if (const int exit = record(desk, orders, arguments); exit != exit_done) return exit;
    }
    const auto joined = [](const auto& all, const auto& said) {
        std::string out;
        for (const auto& one : all) out += (out.empty() ? "" : ",") + said(one);
        return "[" + out + "]";
    };
    const auto line = [&](const TextRefused& one) {
        return "{\"row\":" + to_json(one.text) + ",\"code\":" + to_json(std::string(one.refusal.kind.code)) + ",\"subject\":" + to_json(one.refusal.subject) + ",\"place\":" +
               to_json(one.refusal.place) + ",\"words\":" + to_json(words_of(one.refusal.kind.code, language)) + "}";
    };
    const auto change = [](const NewText& one) {
        return "{\"text\":" + to_json(one.ref) + ",\"language\":" + to_json(std::string(tag(one.language))) + ",\"says\":" + to_json(one.text) + "}";
    };
    const auto remark = [](const std::pair<std::string, conversion::TermFault>& one) {
        return "{\"text\":" + to_json(one.first) + ",\"term\":" + to_json(one.second.term) + ",\"found\":" + to_json(one.second.found) + ",\"expected\":" +
               to_json(one.second.expected) + ",\"forbidden\":" + (one.second.forbidden ? "true" : "false") + "}";
    };
    const std::size_t rows = account.changed.size() + account.unchanged.size() + account.refused.size();
    std::printf("{\"rows\":%zu,\"recorded\":%zu,\"known_before\":%zu,\"changed\":%s,\"unfinished\":%s,\"terms\":%s,\"refused\":%s,\"dry_run\":%s%s}\n", rows,
                refused.empty() ? account.changed.size() : std::size_t{0}, account.unchanged.size(), joined(account.changed, change).c_str(),
                to_json(account.unfinished).c_str(), joined(account.term_faults, remark).c_str(), joined(refused, line).c_str(), arguments.flag("dry-run") ? "true" : "false",
                is_recorded ? (",\"sequence\":" + to_json(before)).c_str() : "");
    return refused.empty() ? exit_done : exit_refused;
}

int import_texts(const Arguments& arguments) {
    const std::string path = arguments.word(2);
    if (path.empty()) return say(Refusal{refusals::usage, "translation import", "translation import FILE.xlf|FILE.docx --as WHO"}, arguments);
    const auto content = read_file(path, xliff::bytes_max);
    if (!content) return say(content.error(), arguments);
    bool word = false;
    const auto document = document_in(*content, word);
    if (!document) return say(document.error(), arguments);
    return with_office(arguments, [&](const Desk& desk) {
        const auto kept = desk.view().all_texts();
        if (!kept) return say(kept.error(), arguments);
        const auto terms = desk.view().agreed_terms();
        if (!terms) return say(terms.error(), arguments);
        // Where the file lay on this machine concerns no reader of the record; its name and its digest do.
        const std::string source = std::filesystem::path(path).filename().string() + ", sha256 " + sha256(*content).to_text();
        const Returned account = returned_from(*document, *kept, *terms, source, word);
        const auto orders = orders_for(desk.office->house().desks(), account.changed);
        if (arguments.flag("json")) return orders ? print_account(desk, account, *orders, arguments) : say(orders.error(), arguments);
        for (const auto& fault : account.term_faults) print(fault);
        for (const TextRefused& one : account.refused) say(one.refusal, arguments);
        if (!orders) return say(orders.error(), arguments);
        for (const NewText& text : account.changed) std::printf("change %s %s: %s\n", text.ref.c_str(), std::string(tag(text.language)).c_str(), text.text.c_str());
        for (const std::string& text : account.unfinished) std::printf("open   %s: not all of it is translated\n", text.c_str());
        if (!account.refused.empty()) return exit_refused;
        const int exit = record(desk, *orders, arguments);
        if (exit != exit_done) return exit;
        std::printf("%s%zu changed, %zu unchanged, %zu not finished, %zu remarks on terms\n", arguments.flag("dry-run") ? "dry run, nothing was recorded: " : "",
                    account.changed.size(), account.unchanged.size(), account.unfinished.size(), account.term_faults.size());
        return exit_done;
    });
}

// The parts of a text by machine, with the terms that were applied.
Attempt<NewText> converted(const conversion::Converter& converter, const translation::TextRow& row, Language from, Language to, std::size_t terms,
                           std::vector<conversion::Applied>& applied) {
    NewText text{.ref = row.text, .language = to, .status = TextStatus::machine_converted};
    const translation::TextShown& shown = shown_in(row, from);
    conversion::Converted whole = TRY(converter.convert(shown.text));
    text.text = std::move(whole.text);
    std::ranges::move(whole.applied, std::back_inserter(applied));
    for (const std::string& part : shown.parts) {
        conversion::Converted one = TRY(converter.convert(part));
        text.parts.push_back(std::move(one.text));
    }
    text.source = std::string(converter.configuration()) + " with " + std::to_string(terms) + " agreed terms";
    return text;
}

// Only where nobody has translated: a person's text, also a stale one, waits for a person.
bool is_for_the_machine(const translation::TextRow& row, Language from, Language to) {
    if (row.original != tag(from)) return false;
    const translation::TextShown& now = shown_in(row, to);
    return now.state == "missing" || (now.state == "stale" && now.status == TextStatus::machine_converted);
}

int convert_texts(const Arguments& arguments) {
    const std::string scope = arguments.word(2);
    if (scope.empty()) return say(Refusal{refusals::usage, "translation convert", "translation convert SCOPE --from zh-Hans --to zh-Hant --as WHO"}, arguments);
    const auto from = language_option(arguments, "from");
    if (!from) return say(from.error(), arguments);
    const auto to = language_option(arguments, "to");
    if (!to) return say(to.error(), arguments);
    const auto is_chinese = [](Language one) { return one == Language::zh_hans || one == Language::zh_hant; };
    if (!is_chinese(*from) || !is_chinese(*to) || *from == *to) return say(Refusal{refusals::translation_language, std::string(tag(*to)), "--to"}, arguments);
    return with_office(arguments, [&](const Desk& desk) {
        const auto texts = desk.view().texts(scope);
        if (!texts) return say(texts.error(), arguments);
        const auto terms = desk.view().agreed_terms();
        if (!terms) return say(terms.error(), arguments);
        const auto converter = conversion::Converter::open(*from, *to, *terms);
        if (!converter) return say(converter.error(), arguments);
        std::vector<NewText> proposed;
        for (const translation::TextRow& row : texts->texts) {
            if (!is_for_the_machine(row, *from, *to)) continue;
            std::vector<conversion::Applied> applied;
            auto text = converted(*converter, row, *from, *to, terms->size(), applied);
            if (!text) return say(text.error(), arguments);
            std::printf("%s: %s\n", text->ref.c_str(), text->text.c_str());
            for (const conversion::Applied& one : applied) std::printf("  term %s: %s -> %s\n", one.term.c_str(), one.found.c_str(), one.written.c_str());
            proposed.push_back(*std::move(text));
        }
        const auto orders = orders_for(desk.office->house().desks(), proposed);
        if (!orders) return say(orders.error(), arguments);
        const int exit = record(desk, *orders, arguments);
        if (exit != exit_done) return exit;
        std::printf("%s%zu proposed by %s; a person confirms them\n", arguments.flag("dry-run") ? "dry run, nothing was recorded: " : "", proposed.size(),
                    std::string(converter->configuration()).c_str());
        return exit_done;
    });
}

int check_texts(const Arguments& arguments) {
    const std::string scope = arguments.word(2);
    const auto to = language_option(arguments, "to");
    if (!to) return say(to.error(), arguments);
    return with_office(arguments, [&](const Desk& desk) {
        const auto texts = desk.view().texts(scope);
        if (!texts) return say(texts.error(), arguments);
        const auto terms = desk.view().agreed_terms();
        if (!terms) return say(terms.error(), arguments);
        std::size_t faults = 0;
        for (const translation::TextRow& row : texts->texts) {
            const auto from = source_of(row, *to);
            if (!from || shown_in(row, *to).text.empty()) continue;
            for (auto& fault : conversion::check_terms(shown_in(row, *from).text, *from, shown_in(row, *to).text, *to, *terms)) {
                print(std::pair{row.text, std::move(fault)});
                ++faults;
            }
        }
        std::printf("%zu remarks on %zu texts\n", faults, texts->texts.size());
        return exit_done;
    });
}

int import_terms(const Arguments& arguments) {
    const auto content = read_file(arguments.word(3), xliff::bytes_max);
    if (!content) return say(content.error(), arguments);
    const auto order = terms_from_csv(view_of(*content), arguments.option("reason").value_or(""));
    if (!order) return say(order.error(), arguments);
    return with_office(arguments, [&](const Desk& desk) {
        const house::Request request = desk.request(translation::Command(*order));
        const auto rehearsed = desk.office->house().rehearse(request);
        if (!rehearsed) return say(rehearsed.error(), arguments);
        const auto account = std::get<translation::TermsImported>(std::get<translation::Event>(rehearsed->front()));
        if (arguments.flag("dry-run") || account.defined == 0) {
            std::printf("%u would be proposed, %u unchanged; nothing was recorded\n", account.defined, account.unchanged);
            return exit_done;
        }
        const auto answer = desk.office->house().ask(request);
        if (!answer) return say(answer.error(), arguments);
        if (!*answer) return say((*answer).error(), arguments);
        std::printf("%u proposed to the other side, %u unchanged\n", account.defined, account.unchanged);
        return exit_done;
    });
}

// All that the other side has proposed, or those named; each is a decision of its own in one block.
int agree_terms(const Arguments& arguments) {
    return with_office(arguments, [&](const Desk& desk) {
        const auto terms = desk.view().terms();
        if (!terms) return say(terms.error(), arguments);
        const access::Side side = desk.office->house().grant_of(desk.asker.person, desk.asker.asserted).side;
        std::vector<TextOrder> orders;
        for (const translation::TermRow& row : terms->proposed) {
            const bool named = std::find(arguments.words.begin() + 3, arguments.words.end(), row.term.value) != arguments.words.end();
            if (!named && !(arguments.flag("all") && row.proposed_by != side)) continue;
            orders.push_back({.text = row.term.value, .command = translation::Command(translation::AgreeTerm{row.term, row.version})});
        }
        const int exit = record(desk, orders, arguments);
        if (exit == exit_done) std::printf("%s%zu terms agreed\n", arguments.flag("dry-run") ? "dry run, nothing was recorded: " : "", orders.size());
        return exit;
    });
}

int list_terms(const Arguments& arguments) {
    return with_office(arguments, [&](const Desk& desk) {
        const auto terms = desk.view().terms();
        if (!terms) return say(terms.error(), arguments);
        if (arguments.word(2) == "export") {
            const auto written = write_file(arguments.option("out").value_or("terms.csv"), terms_to_csv(*terms));
            if (!written) return say(written.error(), arguments);
            std::printf("%zu agreed terms\n", terms->terms.size());
            return exit_done;
        }
        for (const auto* rows : {&terms->terms, &terms->proposed}) {
            for (const translation::TermRow& row : *rows) {
                std::printf("%-8s %s v%u%s:", row.state.c_str(), row.term.value.c_str(), row.version, row.end_proposed ? " (its end is proposed)" : "");
                for (const translation::TermForm& form : row.forms) std::printf("  [%s] %s", std::string(tag(form.language)).c_str(), form.text.c_str());
                std::printf("\n");
            }
        }
        return exit_done;
    });
}

int terms(const Arguments& arguments) {
    const std::string verb = arguments.word(2);
    if (verb == "import" && !arguments.word(3).empty()) return import_terms(arguments);
    if (verb == "agree" && (arguments.flag("all") || !arguments.word(3).empty())) return agree_terms(arguments);
    if (verb == "list" || verb == "export") return list_terms(arguments);
    return say(Refusal{refusals::usage, "translation terms", "translation terms list | import FILE.csv | agree TERM... | agree --all | export --out FILE.csv"}, arguments);
}

}  // namespace

int translation_command(const Arguments& arguments) {
    const std::string verb = arguments.word(1);
    if (verb == "queue") return queue(arguments);
    if (verb == "export") return export_texts(arguments);
    if (verb == "import") return import_texts(arguments);
    if (verb == "convert") return convert_texts(arguments);
    if (verb == "check") return check_texts(arguments);
    if (verb == "terms") return terms(arguments);
    return say(Refusal{refusals::usage, "translation " + verb, "translation queue|export|import|convert|check|terms"}, arguments);
}

}  // namespace ponte::cli
