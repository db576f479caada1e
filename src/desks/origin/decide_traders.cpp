#include "desks/origin/decide.h"

#include "desks/origin/counts.h"
#include "desks/origin/determine.h"
#include "desks/origin/rules.h"

// Registers of exporters and of their products.
namespace ponte::origin {

namespace {

// Above this a product's bill does not fit an entry beside its other words.
constexpr std::size_t bill_bytes_max = 56'000;

std::size_t bytes_of(const Goods& goods) {
    std::size_t bytes = 400 + goods.description.size();
    for (const BillLine& line : goods.bill.lines) bytes += 60 + line.hs.size() + line.description.size();
    for (const Rate& rate : goods.bill.rates) bytes += 40 + rate.source.size();
    for (const ProcessId& process : goods.bill.processes) bytes += 4 + process.value.size();
    return bytes;
}

Fault fault_of_span(Date from, const std::optional<Date>& to) {
    if (Fault found = fault_of_day(from, "/from")) return found;
    if (!to) return std::nullopt;
    if (Fault found = fault_of_day(*to, "/to")) return found;
    return *to < from ? Fault(Refusal{refusals::dates_backwards, to->to_text(), "/to"}) : std::nullopt;
}

template <class Kept>
Fault fault_of_end(const Kept& kept, Date on) {
    if (kept.ended) return Refusal{refusals::already_ended, kept.ended->on.to_text(), "/on"};
    if (on < kept.registered.from) return Refusal{refusals::dates_backwards, on.to_text(), "/on"};
    return std::nullopt;
}

}  // namespace

Decision decide(const View& view, const RegisterExporter& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_id(command.exporter.value, "/exporter"));
    REFUSE_FAULT(fault_of_names(command.names, "/names"));
    REFUSE_FAULT(fault_of_text(command.registration, "/registration"));
    REFUSE_FAULT(fault_of_text(command.evidence, "/evidence"));
    REFUSE_FAULT(fault_of_span(command.from, command.to));
    const auto known = view.origin.exporters.find(command.exporter);
    const ExporterRegistered event{.exporter = command.exporter,
                                   .names = command.names,
                                   .registration = command.registration,
                                   .producer = command.producer,
                                   .from = command.from,
                                   .to = command.to,
                                   .evidence = command.evidence,
                                   .body = view.asker.body,
                                   .side = view.asker.side};
    if (known != view.origin.exporters.end()) {
        if (known->second.registered.body != view.asker.body) return refuse(refusals::file_of_another, command.exporter.value, "/exporter");
        if (!known->second.ended && known->second.registered == event) return refuse(refusals::already_recorded, command.exporter.value, "/exporter");
    }
    return and_counted(view.origin, event);
}

Decision decide(const View& view, const EndExporter& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_day(command.on, "/on"));
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.exporter.value, "/reason");
    REFUSE_FAULT(fault_of_text(command.reason, "/reason"));
    const auto known = view.origin.exporters.find(command.exporter);
    if (known == view.origin.exporters.end()) return refuse(refusals::exporter_unknown, command.exporter.value, "/exporter");
    if (known->second.registered.body != view.asker.body) return refuse(refusals::file_of_another, command.exporter.value, "/exporter");
    REFUSE_FAULT(fault_of_end(known->second, command.on));
    return std::vector<Event>{ExporterEnded{.exporter = command.exporter, .on = command.on, .reason = command.reason}};
}

Decision decide(const View& view, const RegisterProduct& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_id(command.product.value, "/product"));
    REFUSE_FAULT(fault_of_text(command.factory, "/factory"));
    REFUSE_FAULT(fault_of_text(command.goods.description, "/goods/description"));
    if (bytes_of(command.goods) > bill_bytes_max) return refuse(refusals::too_many, std::to_string(command.goods.bill.lines.size()), "/goods/bill/lines");
    REFUSE_FAULT(fault_of_span(command.from, command.to));
    const Setting setting = TRY(setting_of(view.origin.rules, command.goods, "/goods"));
    const Prepared good = TRY(prepared(setting, command.goods, "/goods"));
    const auto exporter = view.origin.exporters.find(command.exporter);
    if (exporter == view.origin.exporters.end()) return refuse(refusals::exporter_unknown, command.exporter.value, "/exporter");
    if (exporter->second.registered.body != view.asker.body) return refuse(refusals::file_of_another, command.exporter.value, "/exporter");
    if (!exporter->second.is_registered_on(command.from)) return refuse(refusals::exporter_not_registered, command.exporter.value, "/from");
    const auto known = view.origin.products.find(command.product);
    if (known != view.origin.products.end() && known->second.registered.exporter != command.exporter) return refuse(refusals::product_of_another, command.product.value, "/product");
    const Judged found = judged(setting, good);
    ProductRegistered event{.product = command.product,
                            .exporter = command.exporter,
                            .factory = command.factory,
                            .goods = command.goods,
                            .from = command.from,
                            .to = command.to,
                            .origin = found.origin,
                            .by = found.by,
                            .rule = found.rule != nullptr ? found.rule->row.rule : found.term != nullptr ? found.term->row.term : RuleId()};
    event.goods.hs = good.hs.to_text();
    event.goods.version = good.version;
    if (known != view.origin.products.end() && !known->second.ended && known->second.registered == event) return refuse(refusals::already_recorded, command.product.value, "/product");
    return and_counted(view.origin, std::move(event));
}

Decision decide(const View& view, const EndProduct& command) {
    if (!may_record(view)) return refuse(refusals::not_allowed, view.asker.person.value);
    REFUSE_FAULT(fault_of_day(command.on, "/on"));
    if (command.reason.empty()) return refuse(refusals::reason_missing, command.product.value, "/reason");
    REFUSE_FAULT(fault_of_text(command.reason, "/reason"));
    const auto known = view.origin.products.find(command.product);
    if (known == view.origin.products.end()) return refuse(refusals::product_unknown, command.product.value, "/product");
    const auto exporter = view.origin.exporters.find(known->second.registered.exporter);
    if (exporter == view.origin.exporters.end() || exporter->second.registered.body != view.asker.body) return refuse(refusals::file_of_another, command.product.value, "/product");
    REFUSE_FAULT(fault_of_end(known->second, command.on));
    return std::vector<Event>{ProductEnded{.product = command.product, .on = command.on, .reason = command.reason}};
}

}  // namespace ponte::origin
