#include "cli/translated_texts.h"

#include "base/json.h"
#include "base/text.h"
#include "house/query_codec.h"

#include <algorithm>
#include <array>
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

// "minutes/3/0/12": session, correction, line.
struct LineText {
    meetings::MinutesOf of;
    std::uint16_t line = 0;
};
std::optional<LineText> minutes_text_of(std::string_view ref) {
    if (!ref.starts_with("minutes/")) return std::nullopt;
    std::array<std::uint16_t, 3> numbers{};
    const char* at = ref.data() + 8;
    const char* const end = ref.data() + ref.size();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i > 0 && (at == end || *at++ != '/')) return std::nullopt;
        const auto [next, error] = std::from_chars(at, end, numbers[i]);
        if (error != std::errc()) return std::nullopt;
        at = next;
    }
    if (at != end) return std::nullopt;
    return LineText{.of = {.session = numbers[0], .correction = numbers[1]}, .line = numbers[2]};
}

// "list/2021/l-4" -> {"2021", "l-4"}.
struct ListText {
    planning::ListId list;
    planning::LineId line;
};
std::optional<ListText> list_text_of(std::string_view ref) {
    if (!ref.starts_with("list/")) return std::nullopt;
    const std::size_t slash = ref.rfind('/');
    if (slash <= 5 || slash + 1 == ref.size()) return std::nullopt;
    return ListText{.list = planning::ListId(std::string(ref.substr(5, slash - 5))), .line = planning::LineId(std::string(ref.substr(slash + 1)))};
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

meetings::DecisionGiven as_given(const meetings::DecisionTerms& terms) {
    return {.owner = terms.owner,
            .cooperating = terms.cooperating,
            .due = terms.due,
            .problem = terms.problem,
            .duty = terms.duty,
            .list = terms.list,
            .supersedes = terms.supersedes};
}

// The newest version again, every line as it stands: minutes are drafted as a whole. A translation beside them
// does not make the other languages older, so those that were up to date are confirmed to be.
std::optional<meetings::DraftMinutes> as_drafted(const meetings::State& state, const meetings::MinutesOf& of) {
    const auto known = state.minutes.find(of);
    if (known == state.minutes.end() || known->second.versions.empty()) return std::nullopt;
    meetings::DraftMinutes order{.session = of.session};
    if (of.correction != 0) order.correction = of.correction;
    for (const meetings::MinutesLine& line : known->second.versions.back().lines) {
        meetings::MinutesLineGiven given{.line = line.stated.line, .item = line.stated.item, .texts = line.stated.texts};
        for (const Language language : languages) {
            const bool stale = std::ranges::find(line.stated.stale, language) != line.stated.stale.end();
            if (!stale && !given.texts.in(language).empty()) given.confirmed.push_back(language);
        }
        if (line.stated.decision) given.decision = as_given(*line.stated.decision);
        order.lines.push_back(std::move(given));
    }
    return order;
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
    std::map<meetings::MinutesOf, meetings::DraftMinutes> minutes;
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
        } else if (const auto list = list_text_of(text.ref)) {
            // Between the sides a text is proposed; it becomes the list's when the other side agrees.
            orders.push_back({.text = text.ref,
                              .command = planning::Command(planning::ProposeWording{
                                  .list = list->list, .line = list->line, .language = text.language, .text = text.text, .comment = text.source})});
        } else if (const auto said = minutes_text_of(text.ref)) {
            auto order = minutes.find(said->of);
            if (order == minutes.end()) {
                auto whole = as_drafted(desks.meetings, said->of);
                if (!whole) return refuse(refusals::translation_text_unknown, text.ref);
                order = minutes.emplace(said->of, *std::move(whole)).first;
            }
            const auto line = std::ranges::find(order->second.lines, said->line, &meetings::MinutesLineGiven::line);
            if (line == order->second.lines.end()) return refuse(refusals::translation_text_unknown, text.ref);
            name_in(line->texts, text.language) = text.text;
            if (std::ranges::find(line->confirmed, text.language) == line->confirmed.end()) line->confirmed.push_back(text.language);
        } else {
            return refuse(refusals::text_not_recordable, text.ref);
        }
    }
    for (auto& [of, order] : minutes) {
        orders.push_back({.text = "minutes/" + std::to_string(of.session), .command = meetings::Command(std::move(order))});
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
        // A list's proposal stays unsettled until both sides agree; asking for the same again changes nothing.
        const bool is_proposed = text.ref.starts_with("list/");
        if ((is_current(now.state) || is_proposed) && said == kept) return account_.unchanged.push_back(text.ref);
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
