#include "desks/accords/seen.h"

#include <algorithm>

namespace ponte::accords {

namespace {

bool may_see_it(const Seen& seen, const Instrument& one) {
    return access::sees(seen.reader(), one.stage, one.body, one.side) || seen.is_concerned(one);
}

bool sees_every_step(const Seen& seen, const Instrument& instrument) {
    return std::ranges::all_of(instrument.steps, [&](const Step& one) { return seen.may_see(instrument, one); });
}

}  // namespace

const Instrument* Seen::instrument(const InstrumentId& id) const {
    const auto found = known_.instruments.find(id);
    if (found == known_.instruments.end()) return nullptr;
    return may_see_it(*this, found->second) ? &found->second : nullptr;
}

std::vector<std::pair<InstrumentId, const Instrument*>> Seen::instruments() const {
    std::vector<std::pair<InstrumentId, const Instrument*>> seen;
    for (const auto& [id, one] : known_.instruments) {
        if (may_see_it(*this, one)) seen.emplace_back(id, &one);
    }
    return seen;
}

bool Seen::is_concerned(const Instrument& instrument) const {
    if (reader_.auditor) return true;
    if (!reader_.side || reader_.body.value.empty()) return false;
    return reader_.body == instrument.body || std::ranges::find(instrument.concerned, reader_.body) != instrument.concerned.end();
}

bool Seen::may_see(const Instrument& instrument, const Step& step) const {
    return access::sees(reader_, step.stage, instrument.body, instrument.side) || is_concerned(instrument);
}

std::vector<const Step*> Seen::steps(const Instrument& instrument) const {
    std::vector<const Step*> seen;
    for (const Step& one : instrument.steps) {
        if (may_see(instrument, one)) seen.push_back(&one);
    }
    return seen;
}

Standings Seen::standings_on(const Instrument& instrument, Date day) const {
    if (sees_every_step(*this, instrument)) return instrument.life.on(day);
    return accords::standings_on(instrument.record(), steps(instrument), day);
}

Life Seen::life(const Instrument& instrument) const {
    return sees_every_step(*this, instrument) ? instrument.life : life_of(instrument.record(), steps(instrument));
}

const Request* Seen::request(const RequestId& id) const {
    const auto found = known_.requests.find(id);
    if (found == known_.requests.end()) return nullptr;
    const Request& one = found->second;
    return access::sees(reader_, one.stage, one.recorded.body, one.recorded.side) ? &one : nullptr;
}

std::vector<const Request*> Seen::requests() const {
    std::vector<const Request*> seen;
    for (const auto& [id, one] : known_.requests) {
        if (access::sees(reader_, one.stage, one.recorded.body, one.recorded.side)) seen.push_back(&one);
    }
    return seen;
}

bool Seen::may_see_sealed(const Request& request) const {
    return reader_.auditor || access::sees(reader_, Stage::internal, request.recorded.body, request.recorded.side);
}

}  // namespace ponte::accords
