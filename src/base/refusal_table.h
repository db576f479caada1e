#pragma once

#include "base/outcome.h"

#include <functional>
#include <gtest/gtest.h>
#include <string>
#include <vector>

// For tests: the refusals of a command as a table, a row a reason, in the documented order. The order is
// contract, so any two faults at once must give the refusal of the earlier row.
namespace ponte {

template <class Request>
struct RefusalRow {
    RefusalKind kind;
    std::function<void(Request&)> fault;  // What makes the good request a bad one.
};

// `decided(request)` gives the Outcome. The good request is accepted, each row's fault refuses it, and of
// two faults the earlier row speaks.
template <class Request, class Decided>
void expect_refusals(const Request& good, const std::vector<RefusalRow<Request>>& rows, const Decided& decided) {
    const auto code_of = [&](const Request& request) {
        const auto outcome = decided(request);
        return outcome ? std::string("accepted") : std::string(outcome.error().kind.code);
    };
    EXPECT_EQ(code_of(good), "accepted");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Request one = good;
        rows[i].fault(one);
        EXPECT_EQ(code_of(one), rows[i].kind.code) << "row " << i;
        for (std::size_t j = i + 1; j < rows.size(); ++j) {
            Request both = good;
            rows[j].fault(both);  // The earlier fault last, so that the later one cannot cover it.
            rows[i].fault(both);
            EXPECT_EQ(code_of(both), rows[i].kind.code) << "rows " << i << " and " << j;
        }
    }
}

}  // namespace ponte
