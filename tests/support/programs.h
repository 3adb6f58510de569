#ifndef SUPPORT_PROGRAMS_H
#define SUPPORT_PROGRAMS_H
/* Programs for tests of whole runs: a text in the test, or every file below a folder. */

#include "api/coroscope.h"

/* A new engine that has loaded the program and not recorded it yet; the caller destroys it. NULL
   for a program that is refused. `world` as for cs_set_world(), or NULL. */
CsEngine *load_program(const char *name, const char *text, size_t length, const CsValue *world);
/* A new engine with the whole run; the caller destroys it. A refused program fails the test. */
CsEngine *record_program(const char *name, const char *text, const CsValue *world);
/* Calls for the path of every .py file below the folder, and returns how many there are. */
int each_program(const char *folder, void (*check)(const char *path));

#endif
