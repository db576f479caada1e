#include "base/number_words_han.h"

#include "base/number_words.h"

#include <algorithm>

namespace ponte {

namespace {

constexpr RefusalKind unreadable = refusals::number_words_unreadable;
constexpr RefusalKind ambiguous = refusals::number_words_ambiguous;
constexpr RefusalKind too_large = refusals::number_words_too_large;

// sum += part; false when it does not fit.
bool add(std::optional<Decimal>& sum, Decimal part) {
    const auto total = sum.value_or(Decimal{}).plus(part);
    if (total) sum = *total;
    return total.has_value();
}

}  // namespace

std::optional<Decimal> scaled_up(Decimal value, unsigned exponent) {
    const unsigned shift = std::min<unsigned>(value.scale, exponent);
    value.scale = static_cast<std::uint8_t>(value.scale - shift);
    for (unsigned i = shift; i < exponent; ++i) {
        if (__builtin_mul_overflow(value.digits, std::int64_t{10}, &value.digits)) return std::nullopt;
    }
    return value;
}

HanNumeral::Trouble HanNumeral::begin(Pending pending) {
    pending_ = pending;
    zero_ = false;
    ++pieces_;
    return std::nullopt;
}

HanNumeral::Trouble HanNumeral::literal(Decimal value, unsigned digits) {
    if (decimal_ || pending_ || (value.scale > 0 && anything())) return unreadable;
    decimal_ = value.scale > 0;
    return begin({value, digits, zero_, true});
}

HanNumeral::Trouble HanNumeral::digit(std::int64_t digit) {
    if (decimal_) return unreadable;
    if (pending_) {
        // Digit after digit: 二〇二〇. Units don't mix with that.
        if (section_ || pending_->literal) return unreadable;
        const auto longer = scaled_up(pending_->value, 1);
        const auto sum = longer ? longer->plus(Decimal{digit, 0}) : Outcome<Decimal>(refuse(too_large));
        if (!sum) return too_large;
        pending_->value = *sum;
        ++pending_->digits;
        return std::nullopt;
    }
    if (digit == 0 && anything()) {
        if (zero_) return unreadable;
        zero_ = true;
        return std::nullopt;
    }
    return begin({Decimal{digit, 0}, 1, zero_, false});
}

HanNumeral::Trouble HanNumeral::fraction(Decimal below_one) {
    if (decimal_ || zero_ || (!pending_ && !section_) || (pending_ && pending_->literal)) return unreadable;
    decimal_ = true;
    if (!pending_) {
        in_words_ = true;
        return begin({below_one, 1, true, false});
    }
    const auto sum = pending_->value.plus(below_one);
    if (!sum) return too_large;
    pending_->value = *sum;
    return std::nullopt;
}

HanNumeral::Trouble HanNumeral::unit(unsigned exponent) {
    if (last_unit_ != 0 && exponent >= last_unit_) return unreadable;
    if (!pending_) {
        // 十二 may leave out its one; 百 and 千 may not.
        if (exponent != 1 || zero_) return unreadable;
        in_words_ = true;
        if (const Trouble trouble = begin({Decimal{1, 0}, 1, false, false})) return trouble;
    }
    const Pending pending = *pending_;
    if (pending.value.digits == 0 && !pending.literal) return unreadable;
    if (pending.digits > 1 && (!pending.literal || last_unit_ != 0)) return unreadable;
    const auto part = scaled_up(pending.value, exponent);
    if (!section_) section_after_zero_ = pending.after_zero;
    if (!part || !add(section_, *part)) return too_large;
    if (pieces_ == 1) {
        stated_ = pending.value;
        exponent_ += exponent;
    }
    pending_.reset();
    last_unit_ = exponent;
    return std::nullopt;
}

// `trailing`: no scale follows the part, though one stood before it.
HanNumeral::Trouble HanNumeral::close_section(bool trailing, Decimal& part) {
    if (zero_) return unreadable;
    if (pending_) {
        const unsigned above = last_unit_ != 0 ? last_unit_ : !trailing ? 0U : wan_ ? 4U : 8U;
        // 三百五: fifty or five? Only as many digits as there are places below, or a 零, settle it.
        if (above != 0 && !pending_->after_zero && pending_->digits != above) return ambiguous;
        if (above != 0 && pending_->after_zero && pending_->digits > above) return unreadable;
        if (!add(section_, pending_->value)) return too_large;
        if (pieces_ == 1) stated_ = pending_->value;
    }
    part = section_.value_or(Decimal{});
    section_.reset();
    pending_.reset();
    last_unit_ = 0;
    return std::nullopt;
}

HanNumeral::Trouble HanNumeral::myriad(unsigned exponent) {
    const bool to_yi = exponent == 8;
    if (yi_ && to_yi) return refusals::number_words_conflicting_scales;
    if (wan_ && !to_yi) return refusals::number_words_conflicting_scales;
    if (!pending_ && !section_ && !(to_yi && wan_)) return unreadable;
    const bool empty = !pending_ && !section_;
    Decimal part;
    if (const Trouble trouble = close_section(wan_.has_value() && !empty, part)) return trouble;
    if (!to_yi && yi_ && compare(part, Decimal{10'000, 0}) >= 0) return unreadable;  // 1億20000萬
    std::optional<Decimal> sum = part;
    if (to_yi && wan_ && !add(sum, *wan_)) return too_large;
    const auto scaled = scaled_up(*sum, exponent);
    if (!scaled) return too_large;
    if (to_yi) {
        yi_ = scaled;
        wan_.reset();
    } else {
        wan_ = scaled;
    }
    if (pieces_ == 1) exponent_ += exponent;
    myriads_ = true;
    return std::nullopt;
}

HanNumeral::Trouble HanNumeral::finish() {
    if (!pending_ && !anything()) return unreadable;
    // 三億五千 leaves out its 萬 in speech; written out it would need a 零.
    if (yi_ && !wan_ && section_ && !section_after_zero_) return ambiguous;
    Decimal part;
    if (const Trouble trouble = close_section(anything() && !section_, part)) return trouble;
    std::optional<Decimal> sum = part;
    if (wan_ && !add(sum, *wan_)) return too_large;
    if (yi_ && !add(sum, *yi_)) return too_large;
    value_ = *sum;
    if (pieces_ != 1 || in_words_ || !myriads_) {
        stated_ = value_;
        exponent_ = 0;
    }
    return std::nullopt;
}

}  // namespace ponte
