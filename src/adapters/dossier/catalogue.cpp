#include "adapters/dossier/catalogue.h"

namespace ponte::dossier {

namespace {

constexpr std::string_view table = "words/layouts.csv";

}  // namespace

CatalogueBuilder::CatalogueBuilder(std::string kind)
    : zh_hant_(Language::zh_hant, table), zh_hans_(Language::zh_hans, table), pt_(Language::pt, table), en_(Language::en, table) {
    catalogue_.kind = std::move(kind);
    catalogue_.says = say("");
}

Names CatalogueBuilder::say(const std::string& place) {
    const std::string own = catalogue_.kind + (place.empty() ? "" : "." + place);
    const std::string key = en_.has(own) ? own : "paper." + place;
    return {.zh_hant = std::string(zh_hant_.say(key)), .zh_hans = std::string(zh_hans_.say(key)), .pt = std::string(pt_.say(key)), .en = std::string(en_.say(key))};
}

templates::Field CatalogueBuilder::field(const std::string& list, std::string_view name) {
    const bool required = name.ends_with('*');
    if (required) name.remove_suffix(1);
    return {.name = std::string(name), .says = say((list.empty() ? "" : list + ".") + std::string(name)), .required = required};
}

void CatalogueBuilder::fields(const std::vector<std::string_view>& names) {
    for (const std::string_view name : names) catalogue_.fields.push_back(field("", name));
}

templates::List CatalogueBuilder::list(std::string_view name, const std::vector<std::string_view>& fields, std::vector<templates::List> lists) {
    templates::List made{.name = std::string(name), .says = say(std::string(name)), .required = false, .fields = {}, .lists = std::move(lists)};
    for (const std::string_view one : fields) made.fields.push_back(field(made.name, one));
    return made;
}

}  // namespace ponte::dossier
