#include "cli/demo_data.h"

#include "adapters/csv/csv.h"
#include "cli/voice.h"

#include <algorithm>

namespace ponte::cli {

namespace {

// A file of data/ by the names of its columns.
class Sheet {
public:
    [[nodiscard]] static Outcome<Sheet> read(const std::string& path) {
        const std::string content = TRY(read_file(path, csv::bytes_max));
        Sheet sheet;
        sheet.path_ = path;
        sheet.table_ = TRY(csv::read(view_of(content)));
        return sheet;
    }
    [[nodiscard]] const std::vector<csv::Row>& rows() const { return table_.rows; }
    [[nodiscard]] std::string text(const csv::Row& row, std::string_view column) const {
        const auto found = std::ranges::find(table_.heads, column);
        return found == table_.heads.end() ? "" : row.cells[static_cast<std::size_t>(found - table_.heads.begin())];
    }
    [[nodiscard]] std::optional<Date> date(const csv::Row& row, std::string_view column) const { return Date::from_text(text(row, column)); }
    [[nodiscard]] std::uint16_t number(const csv::Row& row, std::string_view column) const {
        const auto value = Decimal::from_text(text(row, column));
        return value ? static_cast<std::uint16_t>(value->digits) : std::uint16_t{0};
    }
    [[nodiscard]] Names names(const csv::Row& row, const std::string& prefix) const {
        return {text(row, prefix + "_zh_hant"), text(row, prefix + "_zh_hans"), text(row, prefix + "_pt"), text(row, prefix + "_en")};
    }
    template <class Enum>
    [[nodiscard]] Outcome<Enum> one_of(const csv::Row& row, std::string_view column) const {
        const auto value = enum_named<Enum>(text(row, column));
        if (!value) return refuse(refusals::value_unreadable, text(row, column), path_ + " line " + std::to_string(row.line));
        return *value;
    }

private:
    std::string path_;
    csv::Table table_;
};

std::string or_unsourced(const std::string& source) { return source.empty() ? "data of the demonstration" : source; }

Outcome<bool> read_directory(DemoData& data, const std::string& folder) {
    const Sheet jurisdictions = TRY(Sheet::read(folder + "/directory/jurisdictions.csv"));
    for (const csv::Row& row : jurisdictions.rows()) {
        data.directory.emplace_back(directory::NameJurisdiction{.jurisdiction = JurisdictionId(jurisdictions.text(row, "jurisdiction")),
                                                                .names = jurisdictions.names(row, "name"),
                                                                .from = jurisdictions.date(row, "from"),
                                                                .source = or_unsourced(jurisdictions.text(row, "source"))});
    }
    const Sheet sets = TRY(Sheet::read(folder + "/directory/sets.csv"));
    for (const csv::Row& row : sets.rows()) {
        data.directory.emplace_back(directory::DefineJurisdictionSet{.set = directory::SetId(sets.text(row, "set")),
                                                                     .names = sets.names(row, "name"),
                                                                     .kind = TRY(sets.one_of<directory::SetKind>(row, "kind")),
                                                                     .note = sets.text(row, "note"),
                                                                     .source = or_unsourced(sets.text(row, "source"))});
    }
    const Sheet members = TRY(Sheet::read(folder + "/directory/jurisdiction_sets.csv"));
    for (const csv::Row& row : members.rows()) {
        data.directory.emplace_back(directory::AddToJurisdictionSet{.set = directory::SetId(members.text(row, "set")),
                                                                    .jurisdiction = JurisdictionId(members.text(row, "jurisdiction")),
                                                                    .from = members.date(row, "from"),
                                                                    .to = members.date(row, "to"),
                                                                    .source = or_unsourced(members.text(row, "source"))});
    }
    const Sheet bodies = TRY(Sheet::read(folder + "/directory/bodies.csv"));
    for (const csv::Row& row : bodies.rows()) {
        data.directory.emplace_back(directory::NameBody{.body = BodyId(bodies.text(row, "body")),
                                                        .side = TRY(bodies.one_of<access::Side>(row, "side")),
                                                        .names = bodies.names(row, "name"),
                                                        .from = bodies.date(row, "from"),
                                                        .to = bodies.date(row, "to"),
                                                        .kind = bodies.text(row, "kind"),
                                                        .source = or_unsourced(bodies.text(row, "source"))});
    }
    return true;
}

Outcome<bool> read_calendar(DemoData& data, const std::string& folder, const std::string& place) {
    const Sheet days = TRY(Sheet::read(folder + "/calendars/" + place + ".csv"));
    std::map<std::uint16_t, calendar::LoadYear> years;
    for (const csv::Row& row : days.rows()) {
        const auto date = days.date(row, "date");
        if (!date) return refuse(refusals::value_unreadable, days.text(row, "date"), place + " line " + std::to_string(row.line));
        calendar::LoadYear& year = years[static_cast<std::uint16_t>(date->year())];
        year.place = JurisdictionId(place);
        year.year = static_cast<std::uint16_t>(date->year());
        year.official = false;  // Reprints and general knowledge; the officer loads the official notice over it.
        year.source = or_unsourced(days.text(row, "source"));
        const bool worked = days.text(row, "kind") == "extra_workday";
        year.days.push_back({.date = *date,
                             .kind = worked ? calendar::DayKind::extra_workday : calendar::DayKind::holiday,
                             .occasion = days.text(row, "name_en")});
    }
    for (auto& [number, year] : years) data.calendar.emplace_back(std::move(year));
    return true;
}

Outcome<bool> read_people(DemoData& data, const std::string& folder) {
    const Sheet people = TRY(Sheet::read(folder + "/demo/people.csv"));
    for (const csv::Row& row : people.rows()) {
        PersonOfDemo person{.person = PersonId(people.text(row, "person")),
                            .body = BodyId(people.text(row, "body")),
                            .side = TRY(people.one_of<access::Side>(row, "side")),
                            .roles = {},
                            .display = people.text(row, "display")};
        std::string roles = people.text(row, "desk_roles");
        while (!roles.empty()) {
            const std::size_t end = roles.find(';');
            const auto role = enum_named<access::Role>(roles.substr(0, end));
            if (!role) return refuse(refusals::value_unreadable, roles, "people.csv line " + std::to_string(row.line));
            person.roles.push_back(*role);
            roles = end == std::string::npos ? "" : roles.substr(end + 1);
        }
        data.people.push_back(std::move(person));
    }
    return true;
}

std::uint8_t exponent_of(std::string_view unit) {
    if (unit.ends_with(" bn")) return 9;
    if (unit.ends_with(" m")) return 6;
    return 0;
}

Outcome<bool> read_indicators(DemoData& data, const std::string& folder, const conference::PlanId& plan,
                              const std::map<std::uint16_t, std::size_t>& duties) {
    std::map<std::string, std::vector<conference::TrajectoryPoint>> trajectories;
    const Sheet targets = TRY(Sheet::read(folder + "/demo/targets_illustration.csv"));
    for (const csv::Row& row : targets.rows()) {
        auto& points = trajectories[targets.text(row, "indicator")];
        if (points.empty()) {
            points.push_back({.date = targets.date(row, "baseline_date").value_or(Date{}), .value = TRY(Decimal::parse(targets.text(row, "baseline_value")))});
        }
        points.push_back({.date = targets.date(row, "point_date").value_or(Date{}), .value = TRY(Decimal::parse(targets.text(row, "point_value")))});
    }
    const Sheet sheet = TRY(Sheet::read(folder + "/demo/indicators.csv"));
    for (const csv::Row& row : sheet.rows()) {
        const std::string id = sheet.text(row, "indicator");
        conference::DefineIndicator one{.indicator = conference::IndicatorId(id),
                                        .plan = plan,
                                        .measure = sheet.number(row, "measure"),
                                        .duty = sheet.number(row, "duty_number"),
                                        .names = sheet.names(row, "name"),
                                        .units = {sheet.text(row, "unit_zh_hant"), sheet.text(row, "unit_zh_hans"), sheet.text(row, "unit_pt"), sheet.text(row, "unit")},
                                        .kind = TRY(sheet.one_of<conference::Kind>(row, "kind")),
                                        .fold = TRY(sheet.one_of<conference::Fold>(row, "fold")),
                                        .better = TRY(sheet.one_of<conference::Better>(row, "better")),
                                        .decimals = static_cast<std::uint8_t>(sheet.number(row, "decimals")),
                                        .unit_exponent = exponent_of(sheet.text(row, "unit")),
                                        .tolerance_percent = 5,
                                        .trajectory = trajectories[id],
                                        .trajectory_badge = conference::Badge::illustration,
                                        .statements = {.verified = sheet.text(row, "verified_by"),
                                                       .source = sheet.text(row, "source_kept"),
                                                       .accuracy = sheet.text(row, "accuracy"),
                                                       .limits = sheet.text(row, "limits"),
                                                       .compensated = sheet.text(row, "compensated")}};
        const auto known = duties.find(one.measure);
        if (known == duties.end() || one.duty > known->second) one.duty = 0;
        data.indicators.push_back(std::move(one));
    }
    return true;
}

Outcome<bool> read_evidence(DemoData& data, const std::string& folder, const conference::PlanId& plan,
                            const std::map<std::uint16_t, std::size_t>& duties) {
    std::map<std::string, std::uint16_t> measure_of;
    for (const conference::DefineIndicator& one : data.indicators) measure_of[one.indicator.value] = one.measure;
    const Sheet observations = TRY(Sheet::read(folder + "/demo/observations.csv"));
    for (const csv::Row& row : observations.rows()) {
        conference::RecordObservation one{.indicator = conference::IndicatorId(observations.text(row, "indicator")),
                                          .as_published = observations.text(row, "as_published"),
                                          .period = TRY(Period::parse(observations.text(row, "period"))),
                                          .source = observations.text(row, "source"),
                                          .value = TRY(Decimal::parse(observations.text(row, "value"))),
                                          .scale = observations.text(row, "scale"),
                                          .source_title = observations.text(row, "source_title"),
                                          .published = observations.date(row, "published"),
                                          .retrieved = observations.date(row, "retrieved"),
                                          .badge = conference::Badge::published};
        const std::string language = observations.text(row, "language");
        one.language = language == "zh" ? Language::zh_hant : language == "pt" ? Language::pt : Language::en;
        one.body = data.leads[measure_of[one.indicator.value]];
        const Date known = std::max(one.period.to, one.published.value_or(one.period.to));
        data.observations.push_back({.known = known, .command = std::move(one)});
    }
    const Sheet actions = TRY(Sheet::read(folder + "/demo/actions.csv"));
    for (const csv::Row& row : actions.rows()) {
        conference::RecordAction one{.plan = plan,
                                     .measure = actions.number(row, "measure"),
                                     .duty = actions.number(row, "duty_number"),
                                     .on = actions.date(row, "date").value_or(Date{}),
                                     .texts = actions.names(row, "text"),
                                     .source = actions.text(row, "source"),
                                     .published = actions.date(row, "published"),
                                     .badge = conference::Badge::published};
        const auto count = duties.find(one.measure);
        if (count == duties.end() || one.duty > count->second) one.duty = 0;
        one.body = data.leads[one.measure];
        const Date known = std::max(one.on, one.published.value_or(one.on));
        data.actions.push_back({.known = known, .command = std::move(one)});
    }
    const auto earlier = [](const auto& a, const auto& b) { return a.known < b.known; };
    std::ranges::stable_sort(data.observations, earlier);
    std::ranges::stable_sort(data.actions, earlier);
    return true;
}

// A meeting whose date is not known is heard of when the next one is: its span ends the day before.
Outcome<bool> read_sessions(DemoData& data, const std::string& folder) {
    const Sheet sessions = TRY(Sheet::read(folder + "/demo/sessions.csv"));
    for (const csv::Row& row : sessions.rows()) {
        conference::RecordSession one{.number = sessions.number(row, "number"),
                                      .on = sessions.date(row, "date"),
                                      .not_before = sessions.date(row, "not_before"),
                                      .not_after = sessions.date(row, "not_after"),
                                      .place = sessions.text(row, "place"),
                                      .form = sessions.text(row, "form"),
                                      .principals = sessions.text(row, "principals"),
                                      .source = sessions.text(row, "source"),
                                      .badge = conference::Badge::published};
        const Date known = one.on ? *one.on : one.not_after.value_or(Date{}).plus_days(1);
        data.sessions.push_back({.known = known, .command = std::move(one)});
    }
    return true;
}

void add_milestones(DemoData& data, const conference::PlanId& plan) {
    const auto day = [](int year, unsigned month, unsigned d) { return *Date::from_ymd(year, month, d); };
    const auto add = [&](std::string id, std::uint16_t measure, Date due, conference::Badge badge, Names names) {
        data.milestones.push_back({.milestone = conference::MilestoneId(std::move(id)), .plan = plan, .measure = measure, .names = std::move(names), .due = due, .badge = badge});
    };
    add("m22.meeting_2020", 22, day(2020, 12, 31), conference::Badge::configuration,
        {"2020年至少一次例會", "2020年至少一次例会", "Pelo menos uma reunião ordinária em 2020", "At least one regular meeting in 2020"});
    add("m1.terms_reported", 1, day(2020, 6, 30), conference::Badge::illustration,
        {"向秘書處報告專項基金條款（示例）", "向秘书处报告专项基金条款（示例）", "Condições do fundo especial comunicadas ao secretariado (ilustração)",
         "Terms of the special fund reported to the secretariat (illustration)"});
    add("m12.two_more_partners", 12, day(2020, 9, 30), conference::Badge::illustration,
        {"提出下兩個合作夥伴（示例）", "提出下两个合作伙伴（示例）", "Propostos os dois parceiros seguintes (ilustração)", "Next two partners proposed (illustration)"});
    add("m11.training_2021", 11, day(2021, 6, 30), conference::Badge::illustration,
        {"2021年稅務培訓一期（示例）", "2021年税务培训一期（示例）", "Uma acção de formação fiscal em 2021 (ilustração)", "One tax training course in 2021 (illustration)"});
    add("m20.review_rules", 20, day(2021, 3, 31), conference::Badge::illustration,
        {"評審程序修訂稿（示例）", "评审程序修订稿（示例）", "Projecto de revisão do procedimento de avaliação (ilustração)", "Draft of the revised review procedure (illustration)"});
}

}  // namespace

Outcome<DemoData> read_demo_data(const std::string& folder, const conference::PlanId& plan, const std::map<std::uint16_t, std::size_t>& duties) {
    DemoData data;
    TRY(read_directory(data, folder));
    TRY(read_calendar(data, folder, "CN"));
    TRY(read_calendar(data, folder, "MO"));
    TRY(read_people(data, folder));
    const Sheet owners = TRY(Sheet::read(folder + "/directory/owners_illustration.csv"));
    for (const csv::Row& row : owners.rows()) {
        conference::AppointBody one{.plan = plan,
                                    .measure = owners.number(row, "measure"),
                                    .body = BodyId(owners.text(row, "body")),
                                    .role = TRY(owners.one_of<conference::BodyRole>(row, "role")),
                                    .from = owners.date(row, "from"),
                                    .to = owners.date(row, "to"),
                                    .note = owners.text(row, "note")};
        if (one.role == conference::BodyRole::lead && !data.leads.contains(one.measure)) data.leads[one.measure] = one.body;
        data.appointments.push_back(std::move(one));
    }
    TRY(read_indicators(data, folder, plan, duties));
    TRY(read_evidence(data, folder, plan, duties));
    TRY(read_sessions(data, folder));
    add_milestones(data, plan);
    return data;
}

}  // namespace ponte::cli
