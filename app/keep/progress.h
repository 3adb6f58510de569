#ifndef KEEP_PROGRESS_H
#define KEEP_PROGRESS_H
/* How far a person got in each lesson, and where to go on. */

#include <stdint.h>

#include "keep/keep.h"

enum { PROGRESS_ID = 96, PROGRESS_LESSONS = 512 };

typedef struct {
    char id[PROGRESS_ID]; /* the lesson's "id" */
    uint64_t here;        /* the step to go on at */
    uint64_t furthest;    /* the last step seen */
    uint64_t steps;       /* of the whole run; 0 = not known */
    int answered, right;  /* checkpoints, the first answers */
} ProgressLesson;

/* The lesson that was open last comes first. */
typedef struct {
    ProgressLesson lessons[PROGRESS_LESSONS];
    int count;
} Progress;

bool progress_load(Progress *progress, const TextTable *words, char *notice, size_t size);
bool progress_save(const Progress *progress, const TextTable *words, char *notice, size_t size);
/* Notes where a lesson stands and brings it to the front. Ids too long to keep are left out. */
void progress_note(Progress *progress, const char *id, uint64_t here, uint64_t steps);
void progress_answer(Progress *progress, const char *id, bool right);
/* NULL: never opened. Borrowed until the next change. */
const ProgressLesson *progress_find(const Progress *progress, const char *id);
/* 0 .. 1: the part of the run that was seen. */
float progress_share(const ProgressLesson *lesson);

#endif
