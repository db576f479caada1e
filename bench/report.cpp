#include "bench/report.h"

#include "base/json.h"

#include <cmath>
#include <cstdio>

namespace ponte::bench {

namespace {

// Enough digits to compare by, and no more than were measured.
std::string shown(double value) {
    char text[64];
    if (std::abs(value) >= 1000) {
        std::snprintf(text, sizeof text, "%.0f", value);
    } else {
        std::snprintf(text, sizeof text, "%.3g", value);
    }
    return text;
}

std::string shown(const std::optional<double>& value) { return value ? shown(*value) : "-"; }

const char* verdict(const Row& row) {
    if (!row.must) return "reported";
    if (!reaches(row, *row.must)) return "NOT MET";
    return row.aim && reaches(row, *row.aim) ? "aim" : "must";
}

std::string number(const std::optional<double>& value) {
    if (!value || !std::isfinite(*value)) return "null";
    char text[64];
    std::snprintf(text, sizeof text, "%.6g", *value);
    return text;
}

}  // namespace

bool reaches(const Row& row, double bound) { return row.better == Better::more ? row.value >= bound : row.value <= bound; }

void print_heads(const Machine& machine) {
    std::printf("%s, %u cores; %s; %s; load %s\n", machine.cpu.c_str(), machine.cores, machine.file_system.c_str(), machine.build.c_str(),
                machine.load.c_str());
    std::printf("file caches warm; medians of several runs; fixed seeds; in one process but where a row says otherwise\n\n");
    std::printf("%-58s %10s %-5s %9s %9s  %s\n", "what", "value", "unit", "must", "aim", "reached");
}

void print(const Row& row) {
    std::printf("%-58s %10s %-5s %9s %9s  %s\n", row.name.c_str(), shown(row.value).c_str(), row.unit.c_str(), shown(row.must).c_str(),
                shown(row.aim).c_str(), verdict(row));
    if (!row.note.empty()) std::printf("    %s\n", row.note.c_str());
    std::fflush(stdout);
}

std::string to_json(const Rows& rows, const Machine& machine) {
    std::string out = "[";
    for (const Row& row : rows) {
        out += out.size() == 1 ? "\n" : ",\n";
        out += "{\"name\":" + ponte::to_json(row.name) + ",\"value\":" + number(row.value) + ",\"unit\":" + ponte::to_json(row.unit) +
               ",\"better\":\"" + (row.better == Better::more ? "more" : "less") + "\",\"must\":" + number(row.must) + ",\"aim\":" + number(row.aim) +
               ",\"reached\":\"" + verdict(row) + "\",\"note\":" + ponte::to_json(row.note) + ",\"machine\":{\"cpu\":" + ponte::to_json(machine.cpu) +
               ",\"cores\":" + std::to_string(machine.cores) + ",\"file_system\":" + ponte::to_json(machine.file_system) +
               ",\"build\":" + ponte::to_json(machine.build) + ",\"load\":" + ponte::to_json(row.load) + "}}";
    }
    return out + "\n]\n";
}

}  // namespace ponte::bench
