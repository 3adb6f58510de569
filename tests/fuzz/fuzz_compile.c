/* From the lexer to the compiler: any bytes as a program. It compiles, or there is one message. */
#include "api/coroscope.h"
#include "fuzz/fuzz_target.h"

enum { ARENA_BYTES = 16 << 20, LONGEST = 1 << 16 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > LONGEST) return 0;
    CsConfig config;
    Diag diag = {0};
    cs_config_init(&config);
    config.arena_bytes = ARENA_BYTES;
    CsEngine *e = cs_create(&config);
    if (!e) return 0;
    bool good = cs_load(e, "main.py", (const char *)data, size, &diag);
    MUST(good == (diag.kind == DIAG_NONE), "what is refused has a reason");
    MUST(good || (diag.text[0] && diag.line >= 1), "a message has words and a place");
    cs_destroy(e);
    return 0;
}
