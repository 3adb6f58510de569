#ifndef KEEP_KEEP_MARKS_H
#define KEEP_KEEP_MARKS_H
/* The bookmarks of each lesson, kept from one time to the next. */

#include "keep/keep.h"
#include "session/session.h"

enum { KEEP_MARKS_LESSONS = 256, KEEP_MARKS_ID = 256, KEEP_MARKS_MOST = 64 };

typedef struct {
    char id[KEEP_MARKS_ID]; /* the lesson's "id", or the path of a program */
    Playhead at[KEEP_MARKS_MOST];
    int count;
} KeptMarks;

/* The lesson that changed last comes first; those without bookmarks are not kept. */
typedef struct {
    KeptMarks *lessons; /* owned */
    int count;
} KeepMarks;

bool keep_marks_load(KeepMarks *kept, const TextTable *words, char *notice, size_t size);
bool keep_marks_save(const KeepMarks *kept, const TextTable *words, char *notice, size_t size);
void keep_marks_clear(KeepMarks *kept);
/* NULL: it has none. Borrowed until the next change. */
const KeptMarks *keep_marks_find(const KeepMarks *kept, const char *id);
/* Ids too long to keep, and what there is no memory for, are left out. */
void keep_marks_note(KeepMarks *kept, const char *id, const Playhead *at, int count);

#endif
