#include "desks/access/decide.h"

#include "desks/access/refusals.h"

#include <algorithm>
#include <array>

// Rules run from the cheapest to the dearest: who asks, then the words, then the world.
namespace ponte::access {

namespace {

constexpr std::array<std::string_view, 16> desks{"*",       "access",   "accords",  "calendar",    "conference", "directory", "ledger",      "meetings",
                                                 "origin",  "planning", "publication", "reporting", "stay",       "training",  "translation", "withholding"};

bool is_administrator(const View& view) { return view.asker.has("access", Role::administrator); }

const Person* present(const View& view, const PersonId& person) {
    const auto found = view.access.people.find(person);
    return found == view.access.people.end() ? nullptr : &found->second;
}

// Said by the process that holds the journal, in the name of the person it is about. Over HTTP everybody is signed in.
bool is_word_of_the_service(const View& view, const PersonId& person) { return view.asker.asserted && view.asker.person == person; }

bool is_well_formed(std::string_view id) {
    return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

bool holds(const Person& person, std::string_view desk, Role role, Date day) {
    return std::ranges::any_of(person.roles, [&](const Held& held) {
        return held.desk == desk && held.role == role && held.from <= day && (!held.to || day <= *held.to);
    });
}

}  // namespace

Decision decide(const View& view, const RegisterPerson& command) {
    if (!is_administrator(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.person.value)) return refuse(refusals::id_malformed, command.person.value.substr(0, 80), "/person");
    if (present(view, command.person) != nullptr) return refuse(refusals::person_known, command.person.value, "/person");
    const directory::Body* body = view.bodies.find(command.body);
    if (body == nullptr) return refuse(refusals::body_unknown, command.body.value, "/body");
    return std::vector<Event>{PersonRegistered{.person = command.person,
                                               .body = command.body,
                                               .side = body->side,
                                               .display = command.display,
                                               .from = command.from.value_or(view.now.date())}};
}

// The roles that can undo the others take two people: one asks, another confirms.
Decision decide(const View& view, const GrantRole& command) {
    if (!is_administrator(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (std::ranges::find(desks, command.desk) == desks.end()) return refuse(refusals::desk_unknown, command.desk.substr(0, 80), "/desk");
    const Date from = command.from.value_or(view.now.date());
    if (command.to && *command.to < from) return refuse(refusals::dates_backwards, command.to->to_text(), "/to");
    const Person* person = present(view, command.person);
    if (person == nullptr) return refuse(refusals::person_unknown, command.person.value, "/person");
    if (person->left) return refuse(refusals::person_has_left, command.person.value, "/person");
    if (holds(*person, command.desk, command.role, from)) return refuse(refusals::role_held, command.person.value, "/role");

    if (command.role == Role::administrator || command.role == Role::secretariat) {
        return std::vector<Event>{RoleProposed{.proposal = view.access.proposals_made + 1,
                                               .person = command.person,
                                               .desk = command.desk,
                                               .role = command.role,
                                               .from = from,
                                               .to = command.to}};
    }
    return std::vector<Event>{RoleGranted{.person = command.person,
                                          .desk = command.desk,
                                          .role = command.role,
                                          .from = from,
                                          .to = command.to,
                                          .second_pair_of_eyes = false}};
}

Decision decide(const View& view, const ConfirmRole& command) {
    if (!is_administrator(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const auto open = view.access.proposals.find(command.proposal);
    if (open == view.access.proposals.end()) {
        return refuse(refusals::proposal_unknown, std::to_string(command.proposal), "/proposal");
    }
    if (open->second.by == view.asker.person) return refuse(refusals::confirms_himself, view.asker.person.value, "/proposal");
    const RoleProposed& asked = open->second.asked;
    return std::vector<Event>{RoleGranted{.person = asked.person,
                                          .desk = asked.desk,
                                          .role = asked.role,
                                          .from = asked.from,
                                          .to = asked.to,
                                          .second_pair_of_eyes = true}};
}

Decision decide(const View& view, const WithdrawRole& command) {
    if (!is_administrator(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Person* person = present(view, command.person);
    if (person == nullptr) return refuse(refusals::person_unknown, command.person.value, "/person");
    const Date today = view.now.date();
    if (!holds(*person, command.desk, command.role, today)) return refuse(refusals::role_not_held, command.person.value, "/role");
    const bool administers = command.role == Role::administrator && (command.desk == "access" || command.desk == "*");
    if (administers && !another_administrator_stays(view.access, command.person, today)) {
        return refuse(refusals::last_administrator, command.person.value, "/person");
    }
    return std::vector<Event>{RoleWithdrawn{
        .person = command.person, .desk = command.desk, .role = command.role, .on = today, .reason = command.reason}};
}

Decision decide(const View& view, const NameDeputy& command) {
    const bool own = view.asker.person == command.principal;
    if (!own && !is_administrator(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (command.to < command.from) return refuse(refusals::dates_backwards, command.to.to_text(), "/to");
    if (command.principal == command.deputy) return refuse(refusals::deputises_himself, command.deputy.value, "/deputy");
    const Person* principal = present(view, command.principal);
    if (principal == nullptr) return refuse(refusals::person_unknown, command.principal.value, "/principal");
    const Person* deputy = present(view, command.deputy);
    if (deputy == nullptr) return refuse(refusals::person_unknown, command.deputy.value, "/deputy");
    if (deputy->left) return refuse(refusals::person_has_left, command.deputy.value, "/deputy");
    if (deputy->body != principal->body) return refuse(refusals::deputy_of_other_body, command.deputy.value, "/deputy");
    return std::vector<Event>{
        DeputyNamed{.principal = command.principal, .deputy = command.deputy, .from = command.from, .to = command.to}};
}

Decision decide(const View& view, const SetPassword& command) {
    if (view.asker.person != command.person && !is_administrator(view)) {
        return refuse(refusals::not_allowed, view.asker.person.value);
    }
    const Person* person = present(view, command.person);
    if (person == nullptr) return refuse(refusals::person_unknown, command.person.value, "/person");
    if (person->left) return refuse(refusals::person_has_left, command.person.value, "/person");
    return std::vector<Event>{PasswordSet{.person = command.person, .secret = command.secret}};
}

Decision decide(const View& view, const SetAddress& command) {
    if (view.asker.person != command.person && !is_administrator(view)) {
        return refuse(refusals::not_allowed, view.asker.person.value);
    }
    const Person* person = present(view, command.person);
    if (person == nullptr) return refuse(refusals::person_unknown, command.person.value, "/person");
    if (person->left) return refuse(refusals::person_has_left, command.person.value, "/person");
    return std::vector<Event>{AddressSet{.person = command.person, .address = command.address, .language = command.language}};
}

Decision decide(const View& view, const RecordLeaver& command) {
    if (!is_administrator(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    const Person* person = present(view, command.person);
    if (person == nullptr) return refuse(refusals::person_unknown, command.person.value, "/person");
    if (person->left) return refuse(refusals::person_has_left, command.person.value, "/person");
    const Date today = view.now.date();
    const bool administers = holds(*person, "*", Role::administrator, today) || holds(*person, "access", Role::administrator, today);
    if (administers && !another_administrator_stays(view.access, command.person, today)) {
        return refuse(refusals::last_administrator, command.person.value, "/person");
    }
    return std::vector<Event>{PersonLeft{.person = command.person, .on = command.on, .reason = command.reason}};
}

Decision decide(const View& view, const IssueReset& command) {
    if (!is_administrator(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    constexpr std::int64_t micros_max = std::int64_t{7} * 86'400 * 1'000'000;
    if (command.until <= view.now || command.until.micros - view.now.micros > micros_max) {
        return refuse(refusals::expiry_out_of_range, command.until.to_text(), "/until");
    }
    const Person* person = present(view, command.person);
    if (person == nullptr) return refuse(refusals::person_unknown, command.person.value, "/person");
    if (person->left) return refuse(refusals::person_has_left, command.person.value, "/person");
    return std::vector<Event>{ResetIssued{.person = command.person, .one_time = command.one_time, .until = command.until}};
}

// Wrong, used, replaced, expired, never issued: one answer, so that a guess learns nothing.
Decision decide(const View& view, const UseReset& command) {
    if (view.asker.person != command.person) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!fits_reset(view.access, command.person, command.one_time, view.now)) return refuse(refusals::reset_wrong, command.person.value, "/one_time");
    return std::vector<Event>{PasswordSet{.person = command.person, .secret = command.secret}};
}

Decision decide(const View& view, const NoteSession& command) {
    if (!is_word_of_the_service(view, command.person)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (!is_well_formed(command.means)) return refuse(refusals::id_malformed, command.means.substr(0, 80), "/means");
    return std::vector<Event>{SessionBegun{.person = command.person, .means = command.means, .key = command.key, .until = command.until}};
}

Decision decide(const View& view, const NoteFailedSignIns& command) {
    if (!is_word_of_the_service(view, command.person)) return refuse(refusals::not_allowed, view.asker.person.value);
    if (present(view, command.person) == nullptr) return refuse(refusals::person_unknown, "", "/person");
    return std::vector<Event>{SignInsFailed{.person = command.person, .minute = command.minute, .attempts = command.attempts}};
}

}  // namespace ponte::access
