/* The whole engine: any bytes as a program that is run to its end within small limits; twice, and
 * the runs are the same. */
#include "api/coroscope.h"
#include "fuzz/fuzz_target.h"

#include <string.h>

enum { ARENA_BYTES = 12 << 20, LONGEST = 1 << 14, INSTRUCTIONS = 200000, STEPS = 20000 };

typedef struct {
    bool loaded;
    CsEnd end;
    uint64_t hash, steps;
} Run;

static Run run(const uint8_t *data, size_t size) {
    CsConfig config;
    Diag diag = {0};
    Run r = {0};
    cs_config_init(&config);
    config.arena_bytes = ARENA_BYTES;
    config.max_instructions = INSTRUCTIONS;
    config.max_steps = config.max_iterations = STEPS;
    config.max_output_bytes = 1 << 16;
    CsEngine *e = cs_create(&config);
    if (!e) return r;
    r.loaded = cs_load(e, "main.py", (const char *)data, size, &diag);
    if (r.loaded) {
        cs_record_all(e);
        CsResult result = cs_result(e);
        MUST(result.end != CS_END_NONE, "a run has an end");
        r.end = result.end;
        r.steps = cs_step_count(e);
        CsSnapshot *shot = cs_snapshot(e);
        cs_snapshot_free(shot);
    }
    cs_destroy(e);
    return r;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > LONGEST) return 0;
    Run first = run(data, size), again = run(data, size);
    MUST(first.loaded == again.loaded && first.end == again.end && first.steps == again.steps,
         "the same program gives the same run");
    return 0;
}
