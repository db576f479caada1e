#include "desks/origin/changes.h"

#include <algorithm>
#include <numeric>

namespace ponte::origin {

namespace {

constexpr std::size_t ways_max = 6;

// How a share of value that is too small is mended.
enum class By : std::uint8_t { cost, source };

struct Plan {
    Way way;
    Worked bill;  // As it would be.
};

bool cheaper(const Way& one, const Way& other) {
    if (one.unpriced != other.unpriced) return !one.unpriced;
    if (one.amount != other.amount) return one.amount < other.amount;
    return one.steps.size() < other.steps.size();
}

Wide divided_up(Wide value, Wide by) { return (value + by - 1) / by; }

class Mender {
public:
    Mender(const Setting& setting, const Prepared& good, By by) : setting_(setting), good_(good), by_(by) {}

    std::optional<Plan> mended(const Tests& tests, std::size_t at, Plan plan) const {
        if (told(tests, at, plan.bill).answer == Answer::yes) return plan;
        const Test& test = tests[at];
        switch (test.kind) {
            case TestKind::all: return mended_all(tests, at, std::move(plan));
            case TestKind::any: return mended_any(tests, at, plan);
            case TestKind::originating_materials: return sourced_here(std::move(plan), std::nullopt);
            case TestKind::change_of_chapter:
            case TestKind::change_of_heading:
            case TestKind::change_of_subheading: return sourced_here(std::move(plan), test);
            case TestKind::build_up:
            case TestKind::build_down: return content(test, std::move(plan));
            case TestKind::process: return carried_out(test, std::move(plan));
            case TestKind::wholly_obtained:
            case TestKind::not_known: return std::nullopt;
        }
        return std::nullopt;
    }

    Told told(const Tests& tests, std::size_t at, const Worked& bill) const {
        Prepared changed = good_;
        changed.bill = bill;
        return told_at(tests, at, setting_, changed);
    }

private:
    std::optional<Plan> mended_all(const Tests& tests, std::size_t at, Plan plan) const {
        std::size_t part = at + 1;
        for (std::uint16_t i = 0; i < tests[at].parts; ++i) {
            auto next = mended(tests, part, std::move(plan));
            if (!next) return std::nullopt;
            plan = *std::move(next);
            part = behind(tests, part);
        }
        return plan;
    }

    std::optional<Plan> mended_any(const Tests& tests, std::size_t at, const Plan& plan) const {
        std::optional<Plan> best;
        std::size_t part = at + 1;
        for (std::uint16_t i = 0; i < tests[at].parts; ++i) {
            auto one = mended(tests, part, plan);
            if (one && (!best || cheaper(one->way, best->way))) best = std::move(one);
            part = behind(tests, part);
        }
        return best;
    }

    [[nodiscard]] bool counts_here(const WorkedLine& line) const {
        return line.status == Status::here || (line.status == Status::other_party && setting_.of(Topic::cumulation).holds == Answer::yes);
    }

    // Every material in the way is replaced: by one that originates here, or where a change of classification is
    // asked for by one of another code; the largest first, until what is left is tolerated.
    std::optional<Plan> sourced_here(Plan plan, const std::optional<Test>& change) const {
        std::vector<std::uint32_t> in_the_way;
        for (std::uint32_t i = 0; i < plan.bill.lines.size(); ++i) {
            const WorkedLine& line = plan.bill.lines[i];
            if (!counts_here(line) && (!change || changed(*change, good_.hs, line.hs) != Answer::yes)) in_the_way.push_back(i);
        }
        std::ranges::stable_sort(in_the_way, [&](std::uint32_t a, std::uint32_t b) { return plan.bill.lines[a].value > plan.bill.lines[b].value; });
        const Tests alone{change ? *change : Test{.kind = TestKind::originating_materials}};
        for (const std::uint32_t i : in_the_way) {
            if (told(alone, 0, plan.bill).answer == Answer::yes) break;
            replace(plan, i, change && by_ == By::cost ? ChangeKind::change_heading : ChangeKind::source_here);
        }
        if (told(alone, 0, plan.bill).answer != Answer::yes) return std::nullopt;
        return plan;
    }

    // A material of another heading is foreign still; what it is worth goes on counting as such.
    void replace(Plan& plan, std::uint32_t at, ChangeKind kind) const {
        WorkedLine& line = plan.bill.lines[at];
        if (kind == ChangeKind::change_heading) {
            line.hs = elsewhere();
            line.status = Status::foreign;
        } else {
            line.status = Status::here;
        }
        plan.way.steps.push_back({.kind = kind, .line = at, .amount = line.value, .process = {}});
        plan.way.amount += line.value;
    }

    // Some code of another chapter than the good's.
    [[nodiscard]] Hs elsewhere() const { return {.number = good_.hs.first(2).number == 1 ? 970'190U : 10'121U, .digits = 6}; }

    std::optional<Plan> content(const Test& test, Plan plan) const {
        if (!plan.bill.fob) return std::nullopt;
        const Tests alone{test};
        if (by_ == By::source) return content_by_source(alone, std::move(plan));
        return test.kind == TestKind::build_up ? raised(test, std::move(plan)) : lowered(test, std::move(plan));
    }

    static Wide needed(const Test& test, Wide fob) {
        const Wide places = test.percent->scale == 0 ? 1 : test.percent->scale == 1 ? 10 : 100;
        return divided_up(fob * test.percent->digits, 100 * places);
    }

    std::vector<std::uint32_t> not_from_here(const Worked& bill) const {
        std::vector<std::uint32_t> lines;
        for (std::uint32_t i = 0; i < bill.lines.size(); ++i) {
            if (bill.lines[i].status != Status::here && bill.lines[i].value > 0) lines.push_back(i);
        }
        std::ranges::stable_sort(lines, [&](std::uint32_t a, std::uint32_t b) { return bill.lines[a].value < bill.lines[b].value; });
        return lines;
    }

    // What is missing, in each way of counting: all that is not certainly from here stands against it.
    Wide missing(const Test& test, const Worked& bill) const {
        const Wide elsewhere_made = bill.sum_of(Status::foreign) + bill.sum_of(Status::unknown) + (floor_is_sure() ? 0 : bill.sum_of(Status::other_party));
        Wide part = *bill.fob - elsewhere_made;
        if (test.kind == TestKind::build_up) {
            part = bill.sum_of(Status::here) + (floor_is_sure() ? bill.sum_of(Status::other_party) : 0) + bill.labour + bill.development;
        }
        return needed(test, *bill.fob) - part;
    }
    [[nodiscard]] bool floor_is_sure() const {
        return setting_.of(Topic::cumulation).holds == Answer::yes && setting_.of(Topic::cumulation_floor).holds == Answer::no;
    }

    std::optional<Plan> lowered(const Test& test, Plan plan) const {
        Wide left = missing(test, plan.bill);
        std::vector<std::uint32_t> lines = not_from_here(plan.bill);
        std::erase_if(lines, [&](std::uint32_t i) { return floor_is_sure() && plan.bill.lines[i].status == Status::other_party; });
        // One material alone where one is dear enough, else the dearest first.
        const auto enough = std::ranges::find_if(lines, [&](std::uint32_t i) { return plan.bill.lines[i].value >= left; });
        if (enough != lines.end()) {
            lines = {*enough};
        } else {
            std::ranges::reverse(lines);
        }
        for (const std::uint32_t i : lines) {
            if (left <= 0) break;
            const Wide by = std::min(left, plan.bill.lines[i].value);
            plan.bill.lines[i].value -= by;
            left -= by;
            plan.way.steps.push_back({.kind = ChangeKind::lower_value, .line = i, .amount = by, .process = {}});
            plan.way.amount += by;
        }
        return told({test}, 0, plan.bill).answer == Answer::yes ? std::optional(std::move(plan)) : std::nullopt;
    }

    std::optional<Plan> raised(const Test& test, Plan plan) const {
        const Wide more = missing(test, plan.bill);
        Wide sum = plan.bill.labour + plan.bill.development + more;
        for (const WorkedLine& line : plan.bill.lines) sum += line.value;
        if (sum > *plan.bill.fob) return std::nullopt;  // It would cost more than it sells for.
        plan.bill.labour += more;
        plan.way.steps.push_back({.kind = ChangeKind::raise_local, .line = {}, .amount = more, .process = {}});
        plan.way.amount += more;
        return told({test}, 0, plan.bill).answer == Answer::yes ? std::optional(std::move(plan)) : std::nullopt;
    }

    // The cheapest single material that is enough, else as few as possible.
    std::optional<Plan> content_by_source(const Tests& alone, Plan plan) const {
        std::vector<std::uint32_t> lines = not_from_here(plan.bill);
        for (const std::uint32_t i : lines) {
            Plan one = plan;
            replace(one, i, ChangeKind::source_here);
            if (told(alone, 0, one.bill).answer == Answer::yes) return one;
        }
        std::ranges::reverse(lines);
        for (const std::uint32_t i : lines) {
            replace(plan, i, ChangeKind::source_here);
            if (told(alone, 0, plan.bill).answer == Answer::yes) return plan;
        }
        return std::nullopt;
    }

    std::optional<Plan> carried_out(const Test& test, Plan plan) const {
        plan.way.steps.push_back({.kind = ChangeKind::carry_out_process, .line = {}, .amount = 0, .process = test.process});
        plan.way.unpriced = true;
        plan.bill.more_processes.push_back(test.process);
        return plan;
    }

    const Setting& setting_;
    const Prepared& good_;
    By by_;
};

// Each alternative at the top of the rule is a way of its own.
void add_ways(std::vector<Way>& ways, const Tests& tests, const Setting& setting, const Prepared& good) {
    for (const By by : {By::cost, By::source}) {
        const Mender mender(setting, good, by);
        const bool choice = tests[0].kind == TestKind::any;
        std::size_t part = choice ? 1 : 0;
        for (std::uint16_t i = 0; i < (choice ? tests[0].parts : 1); ++i) {
            const auto plan = mender.mended(tests, part, {.way = {}, .bill = good.bill});
            if (plan && mender.told(tests, 0, plan->bill).answer == Answer::yes && std::ranges::find(ways, plan->way) == ways.end()) ways.push_back(plan->way);
            part = behind(tests, part);
        }
    }
}

}  // namespace

std::vector<Way> ways_to_meet_one(const std::vector<const Tests*>& rules, const Setting& setting, const Prepared& good) {
    std::vector<Way> ways;
    for (const Tests* tests : rules) {
        if (told_by(*tests, setting, good).answer == Answer::yes) return {};
        add_ways(ways, *tests, setting, good);
    }
    std::ranges::stable_sort(ways, cheaper);
    if (ways.size() > ways_max) ways.resize(ways_max);
    return ways;
}

std::vector<Way> ways_to_meet(const Tests& tests, const Setting& setting, const Prepared& good) { return ways_to_meet_one({&tests}, setting, good); }

}  // namespace ponte::origin
