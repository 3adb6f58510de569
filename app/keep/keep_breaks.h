#ifndef KEEP_KEEP_BREAKS_H
#define KEEP_KEEP_BREAKS_H
/* The breakpoints of each lesson, kept from one time to the next. */

#include "keep/keep.h"
#include "session/breaks.h"

enum { KEEP_BREAKS_LESSONS = 256, KEEP_BREAKS_ID = 256 };

typedef struct {
    char id[KEEP_BREAKS_ID]; /* the lesson's "id", or the path of a program */
    Breaks breaks;
} KeptBreaks;

/* The lesson that changed last comes first; those without breakpoints are not kept. */
typedef struct {
    KeptBreaks *lessons; /* owned */
    int count;
} KeepBreaks;

bool keep_breaks_load(KeepBreaks *kept, const TextTable *words, char *notice, size_t size);
bool keep_breaks_save(const KeepBreaks *kept, const TextTable *words, char *notice, size_t size);
void keep_breaks_clear(KeepBreaks *kept);
/* NULL: it has none. Borrowed until the next change. */
const Breaks *keep_breaks_find(const KeepBreaks *kept, const char *id);
/* Ids too long to keep, and what there is no memory for, are left out. */
void keep_breaks_note(KeepBreaks *kept, const char *id, const Breaks *breaks);

#endif
