#ifndef FUZZ_TARGET_H
#define FUZZ_TARGET_H
/* What every fuzz target gives: libFuzzer calls it with random bytes, and the plain main() of
 * fuzz_replay.c with the files it is given. Returns 0; what is wrong ends the process. */

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* For what must hold: prints `why` and aborts, so that the fuzzer keeps the input. */
#define MUST(cond, why) ((cond) ? (void)0 : fuzz_fail(#cond, why))
_Noreturn void fuzz_fail(const char *cond, const char *why);

/* Where this process keeps settings and progress: a folder of its own below $TMPDIR, or /tmp. */
const char *fuzz_config_folder(void);

#endif
