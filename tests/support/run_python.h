#ifndef SUPPORT_RUN_PYTHON_H
#define SUPPORT_RUN_PYTHON_H
/* Runs small programs on the bare VM: no modules, no asyncio. */

#include "object/engine.h"

enum { RUN_PYTHON_OUTPUT = 1 << 16 };

typedef struct {
    Engine e;
    char output[RUN_PYTHON_OUTPUT]; /* what the program printed, NUL-terminated */
    size_t size;
} PythonRun;

/* Boots an engine; the test fails when that does. Released by run_python_clear(). */
void run_python_init(PythonRun *run);
void run_python_clear(PythonRun *run);
/* Compiles, seals and runs to the end; once a PythonRun. The uncaught exception, if there is one,
 * is the last line of the output. */
void run_python(PythonRun *run, const char *source);
/* All of it: the program prints exactly `expected`. */
void assert_prints(const char *source, const char *expected);

#endif
