// The lives of whole desks, commands and events: made, copied, moved and ended here and nowhere else (desks.h says why).
#include "house/desks.h"

namespace ponte::house {

Desks::Desks() = default;
Desks::~Desks() = default;
Desks::Desks(const Desks& other) = default;
Desks::Desks(Desks&& other) noexcept = default;
Desks& Desks::operator=(const Desks& other) = default;
Desks& Desks::operator=(Desks&& other) noexcept = default;

AnyCommand::AnyCommand() = default;
AnyCommand::~AnyCommand() = default;
AnyCommand::AnyCommand(const AnyCommand& other) = default;
AnyCommand::AnyCommand(AnyCommand&& other) noexcept = default;
AnyCommand& AnyCommand::operator=(const AnyCommand& other) = default;
AnyCommand& AnyCommand::operator=(AnyCommand&& other) noexcept = default;

AnyEvent::AnyEvent() = default;
AnyEvent::~AnyEvent() = default;
AnyEvent::AnyEvent(const AnyEvent& other) = default;
AnyEvent::AnyEvent(AnyEvent&& other) noexcept = default;
AnyEvent& AnyEvent::operator=(const AnyEvent& other) = default;
AnyEvent& AnyEvent::operator=(AnyEvent&& other) noexcept = default;

}  // namespace ponte::house
