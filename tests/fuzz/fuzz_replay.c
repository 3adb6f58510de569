/* Runs a fuzz target on files instead of on random bytes, so that a corpus is tried with any
 * compiler: fuzz_NAME_replay FILE... */
#include <stdio.h>
#include <stdlib.h>

#include "fuzz/fuzz_target.h"
#include "support/lesson_files.h"

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++) {
        size_t length;
        char *text = lesson_files_read(argv[i], &length);
        if (!text) {
            fprintf(stderr, "%s cannot be read\n", argv[i]);
            return EXIT_FAILURE;
        }
        /* Of its exact size, so that a sanitizer sees any reading beyond it. */
        uint8_t *exact = malloc(length + !length);
        if (!exact) return EXIT_FAILURE;
        for (size_t at = 0; at < length; at++) exact[at] = (uint8_t)text[at];
        fprintf(stderr, "%s\n", argv[i]);
        LLVMFuzzerTestOneInput(exact, length);
        free(exact);
        free(text);
    }
    return EXIT_SUCCESS;
}
