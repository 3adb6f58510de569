#include "keep/keep_breaks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char FILE_NAME[] = "breakpoints";

/* A line: ID LINE [CONDITION]. */
enum { WORDS_LEAST = 2, WORDS_MOST = 3, LINE_SIZE = 3 * (KEEP_BREAKS_ID + BREAK_CONDITION) + 32 };

/* ---- The list ------------------------------------------------------------------------------- */

static int index_of(const KeepBreaks *kept, const char *id) {
    int at = 0;
    while (at < kept->count && strcmp(kept->lessons[at].id, id) != 0) at++;
    return at;
}

const Breaks *keep_breaks_find(const KeepBreaks *kept, const char *id) {
    int at = index_of(kept, id);
    return at < kept->count ? &kept->lessons[at].breaks : NULL;
}

/* One more at the end; the last one gives way where there are too many. NULL: no memory. */
static KeptBreaks *add_lesson(KeepBreaks *kept, const char *id) {
    if (kept->count == KEEP_BREAKS_LESSONS) kept->count--;
    KeptBreaks *lessons = realloc(kept->lessons, (size_t)(kept->count + 1) * sizeof *lessons);
    if (!lessons) return NULL;
    kept->lessons = lessons;
    KeptBreaks *lesson = &lessons[kept->count++];
    memset(lesson, 0, sizeof *lesson);
    snprintf(lesson->id, sizeof lesson->id, "%s", id);
    return lesson;
}

static void remove_lesson(KeepBreaks *kept, int at) {
    kept->count--;
    memmove(&kept->lessons[at], &kept->lessons[at + 1],
            (size_t)(kept->count - at) * sizeof *kept->lessons);
}

void keep_breaks_note(KeepBreaks *kept, const char *id, const Breaks *breaks) {
    int at = index_of(kept, id);
    if (!*id || strlen(id) >= KEEP_BREAKS_ID) return;
    if (at < kept->count) remove_lesson(kept, at);
    if (breaks->count == 0 || !add_lesson(kept, id)) return;
    KeptBreaks last = kept->lessons[kept->count - 1];
    last.breaks = *breaks;
    memmove(&kept->lessons[1], &kept->lessons[0], (size_t)(kept->count - 1) * sizeof last);
    kept->lessons[0] = last;
}

void keep_breaks_clear(KeepBreaks *kept) {
    free(kept->lessons);
    *kept = (KeepBreaks){0};
}

/* ---- The file ------------------------------------------------------------------------------- */

static bool read_line(void *user, char *const *words, int count) {
    KeepBreaks *kept = user;
    char id[KEEP_BREAKS_ID], condition[BREAK_CONDITION] = "", *end;
    if (count < WORDS_LEAST || count > WORDS_MOST) return false;
    long line = strtol(words[1], &end, 10);
    if (*end || line < 1 || line > 1000000 || !keep_get_word(id, sizeof id, words[0])) return false;
    if (count == WORDS_MOST && !keep_get_word(condition, sizeof condition, words[2])) return false;
    int at = index_of(kept, id);
    if (at == kept->count && at == KEEP_BREAKS_LESSONS) return true;
    if (at == kept->count && !add_lesson(kept, id)) return true;
    breaks_set(&kept->lessons[at].breaks, (int)line, condition);
    return true;
}

bool keep_breaks_load(KeepBreaks *kept, const TextTable *words, char *notice, size_t size) {
    keep_breaks_clear(kept);
    if (keep_read(FILE_NAME, read_line, kept, words, notice, size)) return true;
    keep_breaks_clear(kept);
    return false;
}

static size_t put_break(char *out, const char *id, const Break *b) {
    size_t used = keep_put_word(out, id);
    used += (size_t)sprintf(out + used, " %d", b->line);
    if (*b->condition) {
        out[used++] = ' ';
        used += keep_put_word(out + used, b->condition);
    }
    out[used++] = '\n';
    return used;
}

bool keep_breaks_save(const KeepBreaks *kept, const TextTable *words, char *notice, size_t size) {
    size_t lines = 0, used = 0;
    for (int i = 0; i < kept->count; i++) lines += (size_t)kept->lessons[i].breaks.count;
    char *text = malloc(lines * LINE_SIZE + 1);
    if (!text) return false;
    for (int i = 0; i < kept->count; i++) {
        const KeptBreaks *lesson = &kept->lessons[i];
        for (int k = 0; k < lesson->breaks.count; k++)
            used += put_break(text + used, lesson->id, &lesson->breaks.items[k]);
    }
    bool written = keep_write(FILE_NAME, text, used, words, notice, size);
    free(text);
    return written;
}
