#include "desks/origin/duty.h"

#include "desks/origin/determine.h"

namespace ponte::origin {

namespace {

bool counts(const TariffLine& line, HsVersion version, Date on) {
    return line.version == version && line.source.confidence != Confidence::unverified && holds_on(line.validity, on) == Answer::yes;
}

// The line of the code itself or the closest above it; else the one duty of all lines below it.
std::optional<Decimal> duty_of(const Tariff& tariff, Hs hs, HsVersion version, Date on) {
    for (std::uint8_t digits = hs.digits; digits >= 2; digits = static_cast<std::uint8_t>(digits - 2)) {
        const auto lines = tariff.find(hs.first(digits));
        if (lines == tariff.end()) continue;
        for (const KeptTariffLine& line : lines->second) {
            if (counts(line.row, version, on)) return line.row.duty_percent;
        }
    }
    std::optional<Decimal> common;
    for (const auto& [code, lines] : tariff) {
        if (code.digits <= hs.digits || !code.starts_with(hs)) continue;
        for (const KeptTariffLine& line : lines) {
            if (!counts(line.row, version, on)) continue;
            if (common && compare(*common, line.row.duty_percent) != 0) return std::nullopt;
            common = line.row.duty_percent;
        }
    }
    return common;
}

}  // namespace

std::optional<Decimal> duty_saved(const Rules& rules, const Certificate& certificate) {
    if (!certificate.issued) return std::nullopt;
    const Date on = certificate.issued->on;
    const Outcome<Setting> setting = setting_of(rules, Goods{.set = certificate.applied.set, .on = on}, "");
    if (!setting || setting->holds != Answer::yes) return std::nullopt;
    const TermOn& preference = setting->of(Topic::preference);
    if (preference.holds != Answer::yes || !preference.term->row.percent) return std::nullopt;
    const auto hs = Hs::from_text(certificate.content.hs);
    for (const JurisdictionId& importer : setting->set->recorded.parties) {
        if (importer == setting->from) continue;
        const auto tariff = rules.tariffs.find(importer);
        if (tariff == rules.tariffs.end() || !hs) continue;
        const auto duty = duty_of(tariff->second, *hs, certificate.content.version, on);
        if (!duty) return std::nullopt;
        const auto less = duty->minus(*preference.term->row.percent);
        if (!less || less->digits < 0) return std::nullopt;
        const Wide per_unit = scaled(Decimal{1, 0}) / scaled(Decimal{1, less->scale});  // Of the percentage's own places.
        const Wide saved = scaled(certificate.content.value) * less->digits / (per_unit * 100);
        return decimal_of(saved, 2);
    }
    return std::nullopt;
}

}  // namespace ponte::origin
