#include "command/check_watch.h"

#include <stdlib.h>
#include <string.h>

#include "platform/platform_files.h"
#include "platform/platform_interrupt.h"

enum { POLL_MS = 200 };

/* The files as they were last, with a stamp of each lesson and whether it was sound. */
typedef struct {
    CheckFiles files;
    uint64_t *stamps, indexes; /* of each lesson, and of all indexes */
    bool *sound, *wanted;
} Watched;

static void clear(Watched *w) {
    check_files_clear(&w->files);
    free(w->stamps);
    free(w->sound);
    free(w->wanted);
    *w = (Watched){0};
}

static bool look(Watched *w, const CommandOptions *o) {
    *w = (Watched){0};
    if (!check_files_find(&w->files, o->files, o->file_count)) return false;
    size_t count = w->files.lesson_count + 1;
    w->stamps = calloc(count, sizeof *w->stamps);
    w->sound = calloc(count, sizeof *w->sound);
    w->wanted = calloc(count, sizeof *w->wanted);
    if (!w->stamps || !w->sound || !w->wanted) return false;
    for (size_t i = 0; i < w->files.lesson_count; i++)
        w->stamps[i] = check_files_stamp(w->files.lessons[i]);
    for (size_t i = 0; i < w->files.index_count; i++)
        w->indexes = w->indexes * 31 + platform_file_stamp(w->files.indexes[i]);
    return true;
}

static size_t find(const Watched *w, const char *lesson) {
    size_t i = 0;
    while (i < w->files.lesson_count && strcmp(w->files.lessons[i], lesson) != 0) i++;
    return i;
}

/* Wanted are lessons that are not as they were, and those that had problems, which may have been
   with the others. False: nothing changed at all. */
static bool compare(Watched *now, const Watched *before) {
    bool changed = !before->stamps || now->files.lesson_count != before->files.lesson_count;
    changed = changed || now->files.index_count != before->files.index_count ||
              now->indexes != before->indexes;
    for (size_t i = 0; i < now->files.lesson_count; i++) {
        size_t old = find(before, now->files.lessons[i]);
        bool known = old < before->files.lesson_count;
        bool same = known && before->stamps[old] == now->stamps[i];
        now->sound[i] = known && before->sound[old];
        now->wanted[i] = !same || !now->sound[i];
        changed = changed || !same;
    }
    return changed;
}

static void say_watching(const Watched *w, const CommandOptions *o, int status) {
    if (o->json) return;
    printf("-- %s; watching %zu lesson%s, Ctrl+C ends\n",
           status ? "there are problems" : "all sound", w->files.lesson_count,
           w->files.lesson_count == 1 ? "" : "s");
    fflush(stdout);
}

int check_watch(const CommandOptions *o, CheckOnce check) {
    Watched before = {0}, now;
    int status = EXIT_FAILED;
    platform_interrupt_catch();
    bool good = look(&now, o);
    while (good) {
        if (compare(&now, &before)) {
            CheckRound round = {now.wanted, now.sound};
            status = check(o, &now.files, &round);
            say_watching(&now, o, status);
        }
        clear(&before);
        before = now;
        now = (Watched){0};
        platform_sleep_ms(POLL_MS);
        if (platform_interrupted()) break;
        good = look(&now, o);
    }
    clear(&before);
    clear(&now);
    return status;
}
