#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/describe.h"
#include "base/digest.h"
#include "base/money.h"
#include "base/sealed.h"

// The descriptions of base's values, apart from their headers so that only codecs pay for them.
namespace ponte {

BOOST_DESCRIBE_STRUCT(Date, (), (day))
BOOST_DESCRIBE_STRUCT(Period, (), (from, to))
BOOST_DESCRIBE_STRUCT(Instant, (), (micros))
BOOST_DESCRIBE_STRUCT(Decimal, (), (digits, scale))
BOOST_DESCRIBE_STRUCT(Digest, (), (bytes))
BOOST_DESCRIBE_STRUCT(Sealed, (), (commitment))
BOOST_DESCRIBE_STRUCT(Currency, (), (number))
BOOST_DESCRIBE_STRUCT(Money, (), (minor, currency))

}  // namespace ponte
