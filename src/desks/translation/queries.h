#pragma once

#include "desks/translation/facts.h"

// Questions to the translation desk.
namespace ponte::translation {

struct Looking;  // view.h

struct TermsAnswer {
    std::vector<std::string> terms;
};
BOOST_DESCRIBE_STRUCT(TermsAnswer, (), (terms))

struct TermsQuery {
    static constexpr std::string_view name = "translation.terms";
    using Answer = TermsAnswer;

    std::optional<std::string> starting_with;
};
BOOST_DESCRIBE_STRUCT(TermsQuery, (), (starting_with))

using Query = std::variant<TermsQuery>;

[[nodiscard]] TermsAnswer answer(const Looking& looking, const TermsQuery& query);

}  // namespace ponte::translation
