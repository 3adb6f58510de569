#ifndef COMMAND_JSON_OUT_H
#define COMMAND_JSON_OUT_H
/* Writing JSON values as Python's json module does by default (ASCII, ", " and ": "). */

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

void json_text(FILE *to, const char *text, size_t size);
void json_string(FILE *to, const char *text); /* NULL: null */
/* Virtual nanoseconds as seconds, as Python writes the float. */
void json_seconds(FILE *to, int64_t ns);

#endif
