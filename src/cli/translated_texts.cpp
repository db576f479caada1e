#include "cli/translated_texts.h"

#include "base/json.h"
#include "base/text.h"
#include "house/query_codec.h"

#include <algorithm>
#include <charconv>

namespace ponte::cli {

namespace {

bool is_current(std::string_view state) { return state == "official" || state == "reference" || state == "stated"; }

// Blanks of every kind and number as one: Word and translators' programs change them.
std::string squeezed(std::string_view text) {
    std::string out;
    for (const char c : nfc(text)) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (blank && (out.empty() || out.back() == ' ')) continue;
        out += blank ? ' ' : c;
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::vector<std::string> parts_of(const translation::TextShown& shown) {
    std::vector<std::string> parts{shown.text};
    parts.insert(parts.end(), shown.parts.begin(), shown.parts.end());
    return parts;
}

xliff::State state_going_out(std::string_view state) {
    if (state == "official") return xliff::State::final;
    if (state == "reference" || state == "stated") return xliff::State::reviewed;
    return xliff::State::initial;
}

// "plan/2020/4" -> {"2020", 4}; an id of a plan has no slash.
struct PlanText {
    conference::PlanId plan;
    std::uint16_t measure = 0;
};
std::optional<PlanText> plan_text_of(std::string_view ref) {
    if (!ref.starts_with("plan/")) return std::nullopt;
    const std::size_t slash = ref.rfind('/');
    if (slash <= 5) return std::nullopt;
    PlanText text{.plan = conference::PlanId(std::string(ref.substr(5, slash - 5)))};
    const std::string_view digits = ref.substr(slash + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), text.measure);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return text;
}

// "indicator/m4.total/unit" -> {"m4.total", its units}.
struct IndicatorText {
    conference::IndicatorId indicator;
    bool unit = false;
};
std::optional<IndicatorText> indicator_text_of(std::string_view ref) {
    if (!ref.starts_with("indicator/")) return std::nullopt;
    const bool unit = ref.ends_with("/unit");
    if (!unit && !ref.ends_with("/name")) return std::nullopt;
    return IndicatorText{.indicator = conference::IndicatorId(std::string(ref.substr(10, ref.size() - 15))), .unit = unit};
}

std::string& name_in(Names& names, Language language) {
    switch (language) {
        case Language::zh_hant: return names.zh_hant;
        case Language::zh_hans: return names.zh_hans;
        case Language::pt: return names.pt;
        case Language::en: return names.en;
    }
    return names.en;
}

conference::DefineIndicator as_defined(const conference::IndicatorDefined& now) {
    return {.indicator = now.indicator,
            .plan = now.plan,
            .measure = now.measure,
            .duty = now.duty,
            .names = now.names,
            .units = now.units,
            .kind = now.kind,
            .fold = now.fold,
            .better = now.better,
            .decimals = now.decimals,
            .unit_exponent = now.unit_exponent,
            .tolerance_percent = now.tolerance_percent,
            .trajectory = now.trajectory,
            .trajectory_badge = now.trajectory_badge,
            .statements = now.statements,
            .reason = ""};
}

std::vector<xliff::GlossaryEntry> glossary_of(std::string_view source, Language from, Language to, const std::vector<conversion::Term>& terms) {
    std::vector<xliff::GlossaryEntry> glossary;
    for (const conversion::Term& term : terms) {
        if (term.forbidden) continue;
        std::vector<std::string> translations;
        for (const translation::TermForm& form : term.forms) {
            if (form.language == to) translations.push_back(form.text);
        }
        const auto stands = std::ranges::find_if(term.forms, [&](const translation::TermForm& form) {
            return form.language == from && source.find(form.text) != std::string_view::npos;
        });
        if (stands != term.forms.end() && !translations.empty()) glossary.push_back({.term = stands->text, .translations = std::move(translations)});
    }
    return glossary;
}

}  // namespace

TranslationView::TranslationView(Office& office, const Asker& asker)
    : desks_(&office.house().desks()),
      sight_(house::sight_of(office.house().grant_of(asker.person, asker.asserted))),
      now_(office.house().now()) {}

template <class Query>
Outcome<typename Query::Answer> TranslationView::ask(const Query& query) const {
    const std::string answer = TRY(house::answer_query(*desks_, Query::name, to_json(query), sight_, now_));
    const boost::json::value parsed = TRY(parse_json(answer));
    return JsonReader().read<typename Query::Answer>(parsed);
}

Outcome<translation::TextsAnswer> TranslationView::texts(const std::string& scope) const { return ask(translation::TextsQuery{scope}); }
Outcome<translation::QueueAnswer> TranslationView::queue(const translation::QueueQuery& query) const { return ask(query); }
Outcome<translation::TermsAnswer> TranslationView::terms() const { return ask(translation::TermsQuery{}); }

Outcome<std::vector<translation::TextRow>> TranslationView::all_texts() const {
    std::vector<translation::TextRow> all;
    const translation::ScopesAnswer scopes = TRY(ask(translation::ScopesQuery{}));
    for (const translation::ScopeRow& scope : scopes.scopes) {
        translation::TextsAnswer texts = TRY(this->texts(scope.scope));
        std::ranges::move(texts.texts, std::back_inserter(all));
    }
    return all;
}

Outcome<std::vector<conversion::Term>> TranslationView::agreed_terms() const {
    const translation::TermsAnswer answer = TRY(terms());
    std::vector<conversion::Term> agreed;
    for (const translation::TermRow& row : answer.terms) {
        agreed.push_back({.id = row.term.value, .forbidden = row.kind == translation::TermKind::forbidden_form, .forms = row.forms});
    }
    return agreed;
}

const translation::TextShown& shown_in(const translation::TextRow& row, Language language) {
    return row.languages[static_cast<std::size_t>(std::ranges::find(languages, language) - languages.begin())];
}

std::optional<Language> source_of(const translation::TextRow& row, Language target) {
    if (!row.original.empty()) return language_named(row.original);
    for (const Language language : languages) {
        if (language != target && !shown_in(row, language).text.empty()) return language;
    }
    return std::nullopt;
}

Outcome<xliff::Document> document_for(const translation::TextsAnswer& texts, const std::string& scope, Language target,
                                      std::optional<Language> from, bool all, const std::vector<conversion::Term>& terms) {
    xliff::Document document{.scope = scope, .target = target};
    for (const translation::TextRow& row : texts.texts) {
        if (!from) from = source_of(row, target);
        const std::optional<Language> own = row.original.empty() ? from : language_named(row.original);
        // A name that the chosen language lacks stays for another file: a file has one source language.
        if (!own || own != from || shown_in(row, *own).text.empty()) continue;
        if (*own == target) return refuse(refusals::translation_language, std::string(tag(target)), "--to");
        const translation::TextShown& now = shown_in(row, target);
        if (!all && is_current(now.state)) continue;
        xliff::Text text{.ref = row.text, .digest = row.original.empty() ? "" : row.digest.to_text(), .status = now.state};
        for (const translation::QueueRow& waiting : row.waiting) {
            if (waiting.language != tag(target) || !waiting.assignee) continue;
            text.notes.push_back(waiting.assignee->value + (waiting.due ? ", " + waiting.due->to_text() : ""));
            if (!waiting.note.empty()) text.notes.push_back(waiting.note);
        }
        const std::vector<std::string> sources = parts_of(shown_in(row, *own));
        std::vector<std::string> targets = parts_of(now);
        targets.resize(sources.size());
        for (std::size_t i = 0; i < sources.size(); ++i) {
            // An empty target is nobody's work yet, whatever the rest of the text is worth.
            const xliff::State state = targets[i].empty() ? xliff::State::initial : state_going_out(now.state);
            text.parts.push_back({.source = sources[i], .target = targets[i], .state = state});
        }
        std::string whole;
        for (const std::string& part : sources) whole += part + "\n";
        text.glossary = glossary_of(whole, *own, target, terms);
        document.texts.push_back(std::move(text));
    }
    if (document.texts.empty()) return refuse(refusals::nothing_to_translate, scope, std::string(tag(target)));
    document.source = *from;
    return document;
}

Outcome<std::vector<TextOrder>> orders_for(const house::Desks& desks, const std::vector<NewText>& texts) {
    std::vector<TextOrder> orders;
    std::map<conference::IndicatorId, conference::DefineIndicator> indicators;
    for (const NewText& text : texts) {
        if (const auto plan = plan_text_of(text.ref)) {
            orders.push_back({.text = text.ref,
                              .command = conference::Command(conference::StateText{.plan = plan->plan,
                                                                                   .measure = plan->measure,
                                                                                   .language = text.language,
                                                                                   .status = text.status,
                                                                                   .text = text.text,
                                                                                   .parts = text.parts,
                                                                                   .source = text.source})});
        } else if (const auto named = indicator_text_of(text.ref)) {
            const auto known = desks.conference.indicators.find(named->indicator);
            if (known == desks.conference.indicators.end()) return refuse(refusals::translation_text_unknown, text.ref);
            auto [order, fresh] = indicators.try_emplace(named->indicator, as_defined(known->second.definition));
            name_in(named->unit ? order->second.units : order->second.names, text.language) = text.text;
            order->second.reason = text.source;
        } else {
            return refuse(refusals::text_not_recordable, text.ref);
        }
    }
    for (auto& [id, order] : indicators) orders.push_back({.text = "indicator/" + id.value, .command = conference::Command(std::move(order))});
    return orders;
}

namespace {

// One text that came back; fills the account.
class Judge {
public:
    Judge(const xliff::Document& document, const std::vector<conversion::Term>& terms, const std::string& source, bool changed_is_done, Returned& account)
        : document_(document), terms_(terms), source_(source), changed_is_done_(changed_is_done), account_(account) {}

    void judge(const xliff::Text& text, const translation::TextRow& row) {
        const Language target = document_.target;
        const translation::TextShown& now = shown_in(row, target);
        const std::vector<std::string> sources = parts_of(shown_in(row, document_.source));
        std::vector<std::string> kept = parts_of(now);
        kept.resize(sources.size());
        const auto is_done = [&](std::size_t part) {
            const xliff::Part& one = text.parts[part];
            if (one.state != xliff::State::initial) return true;
            return changed_is_done_ && !one.target.empty() && (part >= kept.size() || squeezed(one.target) != squeezed(kept[part]));
        };
        std::size_t done = 0;
        for (std::size_t part = 0; part < text.parts.size(); ++part) done += is_done(part) ? 1U : 0U;
        if (done == 0) return account_.unfinished.push_back(text.ref);
        if (row.original == tag(target)) return no(text, refusals::translation_language, std::string(tag(target)), 0);
        const bool fresh = text.digest.empty() || text.digest == row.digest.to_text();
        if (!fresh || text.parts.size() != sources.size()) return no(text, refusals::source_changed_since_export, text.ref, 0);
        for (std::size_t part = 0; part < sources.size(); ++part) {
            if (squeezed(text.parts[part].source) == squeezed(sources[part])) continue;
            return no(text, text.digest.empty() ? refusals::source_changed_since_export : refusals::source_altered, text.ref, part);
        }
        std::vector<std::string> said;
        for (std::size_t part = 0; part < sources.size(); ++part) {
            const bool keeps = !is_done(part) && is_current(now.state) && !kept[part].empty();
            if (!is_done(part) && !keeps) return account_.unfinished.push_back(text.ref);
            said.push_back(is_done(part) ? text.parts[part].target : kept[part]);
        }
        if (is_current(now.state) && said == kept) return account_.unchanged.push_back(text.ref);
        if (now.state == "official") return no(text, refusals::official_text_kept, text.ref, 0);
        NewText next{.ref = text.ref, .language = target, .status = TextStatus::reference, .text = said.front(), .source = source_};
        next.parts.assign(said.begin() + 1, said.end());
        for (std::size_t part = 0; part < sources.size(); ++part) {
            for (conversion::TermFault& fault : conversion::check_terms(sources[part], document_.source, said[part], target, terms_)) {
                account_.term_faults.emplace_back(text.ref + "#" + std::to_string(part), std::move(fault));
            }
        }
        account_.changed.push_back(std::move(next));
    }

private:
    void no(const xliff::Text& text, RefusalKind kind, std::string subject, std::size_t part) {
        account_.refused.push_back({.text = text.ref, .refusal = {kind, std::move(subject), text.ref + "#" + std::to_string(part)}});
    }

    const xliff::Document& document_;
    const std::vector<conversion::Term>& terms_;
    const std::string& source_;
    bool changed_is_done_;
    Returned& account_;
};

}  // namespace

Returned returned_from(const xliff::Document& document, const std::vector<translation::TextRow>& kept, const std::vector<conversion::Term>& terms,
                       const std::string& source, bool changed_is_done) {
    Returned account;
    Judge judge(document, terms, source, changed_is_done, account);
    for (const xliff::Text& text : document.texts) {
        const auto row = std::ranges::find(kept, text.ref, &translation::TextRow::text);
        if (row == kept.end()) {
            account.refused.push_back({.text = text.ref, .refusal = {refusals::translation_text_unknown, text.ref, text.ref + "#0"}});
        } else {
            judge.judge(text, *row);
        }
    }
    return account;
}

}  // namespace ponte::cli
