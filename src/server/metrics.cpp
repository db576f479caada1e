#include "server/metrics.h"

#include <fmt/format.h>

namespace ponte::server {

void Metrics::Times::add(std::chrono::nanoseconds took) {
    const double spent = std::chrono::duration<double>(took).count();
    for (std::size_t i = 0; i < bounds.size(); ++i) up_to[i] += spent <= bounds[i] ? 1U : 0U;
    ++count;
    seconds += spent;
}

void Metrics::Times::append(std::string& out, const std::string& name, const std::string& labels) const {
    const std::string comma = labels.empty() ? "" : ",";
    for (std::size_t i = 0; i < bounds.size(); ++i) out += fmt::format("{}_bucket{{{}{}le=\"{}\"}} {}\n", name, labels, comma, bounds[i], up_to[i]);
    out += fmt::format("{}_bucket{{{}{}le=\"+Inf\"}} {}\n", name, labels, comma, count);
    const std::string of = labels.empty() ? "" : "{" + labels + "}";
    out += fmt::format("{}_sum{} {:.6f}\n{}_count{} {}\n", name, of, seconds, name, of, count);
}

void Metrics::count(const std::string& route, unsigned status, std::chrono::nanoseconds took) {
    ++answers_[{route, status}];
    times_[route].add(took);
}

void Metrics::count_block(std::size_t decisions, std::chrono::nanoseconds took) {
    decisions_ += decisions;
    blocks_.add(took);
}

std::string Metrics::text(const Now& now) const {
    std::string out = "# HELP ponte_answers_total Answers by route and status.\n# TYPE ponte_answers_total counter\n";
    for (const auto& [key, count] : answers_) out += fmt::format("ponte_answers_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first, key.second, count);
    out += "# HELP ponte_answer_seconds From the whole request to the answer.\n# TYPE ponte_answer_seconds histogram\n";
    for (const auto& [route, times] : times_) times.append(out, "ponte_answer_seconds", "route=\"" + route + "\"");
    out += "# HELP ponte_block_seconds Deciding, writing and syncing one block.\n# TYPE ponte_block_seconds histogram\n";
    blocks_.append(out, "ponte_block_seconds", "");
    const auto one = [&](const char* name, const char* kind, const char* help, auto value) {
        out += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n{0} {3}\n", name, kind, help, value);
    };
    one("ponte_decisions_total", "counter", "Commands that were decided.", decisions_);
    one("ponte_journal_entries", "gauge", "Entries in the journal.", now.journal_entries);
    one("ponte_stopped", "gauge", "1 after a fault of the store: nothing is answered any more.", now.stopped ? 1 : 0);
    one("ponte_children", "gauge", "Papers and past positions being made.", now.children);
    one("ponte_answers_kept", "gauge", "Answers kept in memory since the last entry.", now.answers_kept);
    one("ponte_connections", "gauge", "Open connections.", now.wire.connections);
    one("ponte_streams", "gauge", "Readers of the stream of events.", now.wire.streams);
    one("ponte_connections_refused_total", "counter", "Connections refused at a limit.", now.wire.refused_connections);
    return out;
}

}  // namespace ponte::server
