// rooms: adapters.bundle
// Dossier bundles come from strangers: reading and checking never crash, and what reads writes itself
// the same. The last line's digest is put right, or hardly any input would come past it.
#include "adapters/bundle/verify.h"

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string body(ponte::text_of({data, size}));
    for (const std::string& text : {body, body + "end\t" + ponte::sha256(body).to_text() + "\n"}) {
        const auto bundle = ponte::bundle::read(text);
        if (bundle && ponte::bundle::write(*bundle) != text) __builtin_trap();
        static_cast<void>(ponte::bundle::verify(text, {}).has_value());
    }
    return 0;
}
