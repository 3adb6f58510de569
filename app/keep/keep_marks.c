#include "keep/keep_marks.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char FILE_NAME[] = "bookmarks";

/* A line: ID STEP RECORD MADE INSTRUCTION END; as in a Playhead, END 0 or 1. */
enum { WORDS = 6, LINE_SIZE = 3 * KEEP_MARKS_ID + 96 };

/* ---- The list ------------------------------------------------------------------------------- */

static int index_of(const KeepMarks *kept, const char *id) {
    int at = 0;
    while (at < kept->count && strcmp(kept->lessons[at].id, id) != 0) at++;
    return at;
}

const KeptMarks *keep_marks_find(const KeepMarks *kept, const char *id) {
    int at = index_of(kept, id);
    return at < kept->count ? &kept->lessons[at] : NULL;
}

/* One more at the end; the last one gives way where there are too many. NULL: no memory. */
static KeptMarks *add_lesson(KeepMarks *kept, const char *id) {
    if (kept->count == KEEP_MARKS_LESSONS) kept->count--;
    KeptMarks *lessons = realloc(kept->lessons, (size_t)(kept->count + 1) * sizeof *lessons);
    if (!lessons) return NULL;
    kept->lessons = lessons;
    KeptMarks *lesson = &lessons[kept->count++];
    memset(lesson, 0, sizeof *lesson);
    snprintf(lesson->id, sizeof lesson->id, "%s", id);
    return lesson;
}

static void remove_lesson(KeepMarks *kept, int at) {
    kept->count--;
    memmove(&kept->lessons[at], &kept->lessons[at + 1],
            (size_t)(kept->count - at) * sizeof *kept->lessons);
}

void keep_marks_note(KeepMarks *kept, const char *id, const Playhead *at, int count) {
    int before = index_of(kept, id);
    if (!*id || strlen(id) >= KEEP_MARKS_ID) return;
    if (before < kept->count) remove_lesson(kept, before);
    if (count == 0 || !add_lesson(kept, id)) return;
    KeptMarks last = kept->lessons[kept->count - 1];
    last.count = count < KEEP_MARKS_MOST ? count : KEEP_MARKS_MOST;
    memcpy(last.at, at, (size_t)last.count * sizeof *at);
    memmove(&kept->lessons[1], &kept->lessons[0], (size_t)(kept->count - 1) * sizeof last);
    kept->lessons[0] = last;
}

void keep_marks_clear(KeepMarks *kept) {
    free(kept->lessons);
    *kept = (KeepMarks){0};
}

/* ---- The file ------------------------------------------------------------------------------- */

static bool read_number(const char *word, uint64_t most, uint64_t *out) {
    char *end;
    if (*word < '0' || *word > '9' || strlen(word) > 18) return false;
    *out = (uint64_t)strtoull(word, &end, 10);
    return *end == 0 && *out <= most;
}

static bool read_line(void *user, char *const *words, int count) {
    static const uint64_t most[WORDS] = {0, UINT64_MAX, UINT32_MAX, UINT32_MAX, UINT64_MAX, 1};
    KeepMarks *kept = user;
    char id[KEEP_MARKS_ID];
    uint64_t numbers[WORDS];
    if (count != WORDS || !keep_get_word(id, sizeof id, words[0])) return false;
    for (int i = 1; i < WORDS; i++)
        if (!read_number(words[i], most[i], &numbers[i])) return false;
    int at = index_of(kept, id);
    if (at == kept->count && at == KEEP_MARKS_LESSONS) return true;
    if (at == kept->count && !add_lesson(kept, id)) return true;
    KeptMarks *lesson = &kept->lessons[at];
    if (lesson->count == KEEP_MARKS_MOST) return true;
    lesson->at[lesson->count++] = (Playhead){.step = numbers[1],
                                             .event = (uint32_t)numbers[2],
                                             .made = (uint32_t)numbers[3],
                                             .instruction = numbers[4],
                                             .end = numbers[5] != 0};
    return true;
}

bool keep_marks_load(KeepMarks *kept, const TextTable *words, char *notice, size_t size) {
    keep_marks_clear(kept);
    if (keep_read(FILE_NAME, read_line, kept, words, notice, size)) return true;
    keep_marks_clear(kept);
    return false;
}

static size_t put_mark(char *out, const char *id, const Playhead *at) {
    size_t used = keep_put_word(out, id);
    used += (size_t)sprintf(out + used, " %" PRIu64 " %" PRIu32 " %" PRIu32 " %" PRIu64 " %d\n",
                            at->step, at->event, at->made, at->instruction, at->end ? 1 : 0);
    return used;
}

bool keep_marks_save(const KeepMarks *kept, const TextTable *words, char *notice, size_t size) {
    size_t lines = 0, used = 0;
    for (int i = 0; i < kept->count; i++) lines += (size_t)kept->lessons[i].count;
    char *text = malloc(lines * LINE_SIZE + 1);
    if (!text) return false;
    for (int i = 0; i < kept->count; i++) {
        const KeptMarks *lesson = &kept->lessons[i];
        for (int k = 0; k < lesson->count; k++)
            used += put_mark(text + used, lesson->id, &lesson->at[k]);
    }
    bool written = keep_write(FILE_NAME, text, used, words, notice, size);
    free(text);
    return written;
}
