#pragma once

#include "house/desks.h"

// What the publication desk cannot find out itself: how a figure stands for everyone, and whether a packet of
// another journal holds against the key and the roots that the desk names.
namespace ponte::house {

[[nodiscard]] std::optional<publication::FigureFact> figure_fact(const Desks& desks, const publication::PublishFigure& command, Date today);
[[nodiscard]] publication::PacketFact packet_fact(const Desks& desks, const publication::Packet& packet);
[[nodiscard]] std::optional<publication::KeyFact> key_fact(const publication::TrustPublisher& command);

// All of them for one command; the others have none.
struct PublicationFacts {
    std::optional<publication::FigureFact> figure;
    std::optional<publication::PacketFact> packet;
    std::optional<publication::KeyFact> key;
};
[[nodiscard]] PublicationFacts facts_for(const Desks& desks, const publication::Command& command, Date today);

}  // namespace ponte::house
