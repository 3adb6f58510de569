#include "keep/progress.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char FILE_NAME[] = "progress";

enum { LINE_SIZE = PROGRESS_ID + 100, LINE_WORDS = 6 };

/* ---- Reading: ID HERE FURTHEST STEPS ANSWERED RIGHT ----------------------------------------- */

static bool read_number(uint64_t *out, const char *word) {
    char *end;
    *out = strtoull(word, &end, 10);
    return *word >= '0' && *word <= '9' && *end == 0;
}

static bool read_line(void *user, char *const *words, int count) {
    Progress *p = user;
    uint64_t numbers[LINE_WORDS - 1];
    if (count != LINE_WORDS || strlen(words[0]) >= PROGRESS_ID) return false;
    if (words[0][0] == '#') return false; /* written again it would be a comment */
    for (int i = 0; i < LINE_WORDS - 1; i++) {
        if (!read_number(&numbers[i], words[i + 1])) return false;
    }
    if (numbers[3] > INT_MAX || numbers[4] > numbers[3]) return false;
    if (p->count == PROGRESS_LESSONS || progress_find(p, words[0])) return true;
    ProgressLesson *lesson = &p->lessons[p->count++];
    *lesson = (ProgressLesson){.here = numbers[0],
                               .furthest = numbers[1],
                               .steps = numbers[2],
                               .answered = (int)numbers[3],
                               .right = (int)numbers[4]};
    memcpy(lesson->id, words[0], strlen(words[0]) + 1);
    return true;
}

bool progress_load(Progress *progress, const TextTable *words, char *notice, size_t size) {
    progress->count = 0;
    if (keep_read(FILE_NAME, read_line, progress, words, notice, size)) return true;
    progress->count = 0;
    return false;
}

bool progress_save(const Progress *progress, const TextTable *words, char *notice, size_t size) {
    char *text = malloc((size_t)progress->count * LINE_SIZE + 1);
    if (!text) return false;
    size_t used = 0;
    for (int i = 0; i < progress->count; i++) {
        const ProgressLesson *l = &progress->lessons[i];
        used += (size_t)snprintf(text + used, LINE_SIZE,
                                 "%s %" PRIu64 " %" PRIu64 " %" PRIu64 " %d %d\n", l->id, l->here,
                                 l->furthest, l->steps, l->answered, l->right);
    }
    bool written = keep_write(FILE_NAME, text, used, words, notice, size);
    free(text);
    return written;
}

/* ---- Noting --------------------------------------------------------------------------------- */

const ProgressLesson *progress_find(const Progress *progress, const char *id) {
    for (int i = 0; i < progress->count; i++) {
        if (strcmp(progress->lessons[i].id, id) == 0) return &progress->lessons[i];
    }
    return NULL;
}

/* The lesson at the front, made when it is new; the one that was not open for longest gives way. */
static ProgressLesson *bring_to_front(Progress *p, const char *id) {
    const ProgressLesson *found = progress_find(p, id);
    ProgressLesson lesson = {0};
    int at = found ? (int)(found - p->lessons) : p->count;
    if (found) lesson = *found;
    if (at == PROGRESS_LESSONS) at--;
    if (!found) {
        snprintf(lesson.id, sizeof lesson.id, "%s", id);
        if (p->count < PROGRESS_LESSONS) p->count++;
    }
    memmove(&p->lessons[1], &p->lessons[0], (size_t)at * sizeof *p->lessons);
    p->lessons[0] = lesson;
    return &p->lessons[0];
}

static bool can_keep(const char *id) {
    return *id && *id != '#' && strlen(id) < PROGRESS_ID && !strpbrk(id, " \t\r\n");
}

void progress_note(Progress *progress, const char *id, uint64_t here, uint64_t steps) {
    if (!can_keep(id)) return;
    ProgressLesson *lesson = bring_to_front(progress, id);
    lesson->here = here;
    lesson->steps = steps;
    if (here > lesson->furthest) lesson->furthest = here;
}

void progress_answer(Progress *progress, const char *id, bool right) {
    if (!can_keep(id)) return;
    ProgressLesson *lesson = bring_to_front(progress, id);
    lesson->answered++;
    lesson->right += right;
}

float progress_share(const ProgressLesson *lesson) {
    if (!lesson || !lesson->steps) return 0;
    return lesson->furthest >= lesson->steps ? 1 : (float)lesson->furthest / (float)lesson->steps;
}
