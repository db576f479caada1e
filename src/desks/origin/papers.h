#pragma once

#include "desks/origin/rows.h"

// What traders file and the origin division gives out: certificates, declarations, claims.
namespace ponte::origin {

using ExporterId = Id<struct ExporterTag>;
using ProductId = Id<struct ProductTag>;
using CertificateId = Id<struct CertificateTag>;  // Of the file; the number on the paper is given on issue.
using RequestId = Id<struct RequestTag>;
using SupplierCaseId = Id<struct SupplierCaseTag>;

// By what a good originates, or was found not to.
enum class Criterion : std::uint8_t { wholly_obtained = 1, originating_materials = 2, product_rule = 3, general_rule = 4, waste_and_scrap = 5 };
BOOST_DESCRIBE_ENUM(Criterion, wholly_obtained, originating_materials, product_rule, general_rule, waste_and_scrap)

struct Content {
    ExporterId exporter;
    ProductId product;
    std::string hs;
    HsVersion version{};
    std::string description;
    Decimal quantity;            // Above zero.
    std::string unit;            // "kg"
    Decimal value;               // FOB, above zero.
    Currency currency;
    std::string invoice;

    friend bool operator==(const Content&, const Content&) = default;
};
BOOST_DESCRIBE_STRUCT(Content, (), (exporter, product, hs, version, description, quantity, unit, value, currency, invoice))

enum class CheckKind : std::uint8_t {
    exporter_registered = 1,  // on the day; found by the desk
    product_registered = 2,   // on the day, of this exporter; found by the desk
    hs_code = 3,              // the product's own; found by the desk
    materials_add_up = 4,     // the bill is sound; found by the desk
    origin_criterion = 5,     // determined for the day of the application; found by the desk, or ruled on where it is unknown
    value = 6,                // against the invoice; by the officer, as all below
    quantity = 7,
    documents = 8,            // production records and purchases were seen
    consignment = 9,
};
BOOST_DESCRIBE_ENUM(CheckKind, exporter_registered, product_registered, hs_code, materials_add_up, origin_criterion, value,
                    quantity, documents, consignment)

struct Check {
    CheckKind kind{};
    Answer result{};
    std::string note;

    friend bool operator==(const Check&, const Check&) = default;
};
BOOST_DESCRIBE_STRUCT(Check, (), (kind, result, note))

// The customs declaration that a certificate was used with, as it was declared.
struct Declaration {
    std::string number;
    Date on;
    std::string hs;
    HsVersion version{};
    Decimal quantity;
    std::string unit;
    Decimal value;
    Currency currency;
    ExporterId exporter;
    std::string invoice;

    friend bool operator==(const Declaration&, const Declaration&) = default;
};
BOOST_DESCRIBE_STRUCT(Declaration, (), (number, on, hs, version, quantity, unit, value, currency, exporter, invoice))

// What certificate and declaration say of the same thing, where it is not the same.
struct Difference {
    std::string field;
    std::string certificate;
    std::string declaration;

    friend bool operator==(const Difference&, const Difference&) = default;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (field, certificate, declaration))

struct Claim {
    std::string condition;
    Answer met{};
    std::string evidence;

    friend bool operator==(const Claim&, const Claim&) = default;
};
BOOST_DESCRIBE_STRUCT(Claim, (), (condition, met, evidence))

}  // namespace ponte::origin
