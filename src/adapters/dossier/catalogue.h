#pragma once

#include "adapters/dossier/words.h"
#include "adapters/templates/templates.h"

#include <string>
#include <string_view>
#include <vector>

// The catalogue of what a kind of paper can fill into an office's own layout, with its words from words/layouts.csv:
// those of "<kind>.<place>", else those that the papers have in common, "paper.<place>".
namespace ponte::dossier {

class CatalogueBuilder {
public:
    explicit CatalogueBuilder(std::string kind);

    // A name that ends in * is one that a template must have (of a list's field: where it shows the list).
    void fields(const std::vector<std::string_view>& names);
    [[nodiscard]] templates::List list(std::string_view name, const std::vector<std::string_view>& fields, std::vector<templates::List> lists = {});
    void add(templates::List list) { catalogue_.lists.push_back(std::move(list)); }

    [[nodiscard]] templates::Catalogue take() && { return std::move(catalogue_); }

private:
    [[nodiscard]] Names say(const std::string& place);
    [[nodiscard]] templates::Field field(const std::string& list, std::string_view name);

    Words zh_hant_, zh_hans_, pt_, en_;
    templates::Catalogue catalogue_;
};

}  // namespace ponte::dossier
