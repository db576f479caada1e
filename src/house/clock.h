#pragma once

#include "base/date.h"

// The house asks for the time here and nowhere else. A journal's identity says which kind it has.
namespace ponte::house {

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

// Stands where it is put: demonstrations, tests, the simulator.
class SimulatedClock final : public Clock {
public:
    explicit SimulatedClock(Instant at) : at_(at) {}
    [[nodiscard]] Instant now() const override { return at_; }
    void move_to(Instant at) { at_ = at; }

private:
    Instant at_;
};

}  // namespace ponte::house
