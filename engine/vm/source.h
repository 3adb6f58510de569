#ifndef VM_SOURCE_H
#define VM_SOURCE_H
/* The text of the program, by lines, for tracebacks and warnings. */

#include "object/code.h"
#include "object/str.h"

/* Part of the program's text; borrowed, not NUL-terminated. */
typedef struct {
    const char *text;
    uint32_t size;
} SourceLine;

/* The line (from 1) without its end and without trailing blanks. False: the code is not the
 * program's, or there is no such line. */
bool source_line(const Engine *e, const Code *code, uint32_t number, SourceLine *line);
/* The same without leading blanks. */
bool source_line_stripped(const Engine *e, const Code *code, uint32_t number, SourceLine *line);
/* The same by the name of the file. */
bool source_program_line(const Engine *e, const char *file, uint32_t number, SourceLine *line);
static inline bool source_is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

#endif
