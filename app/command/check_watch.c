#include "command/check_watch.h"

#include <stdlib.h>
#include <string.h>

#include "platform/platform_files.h"
#include "platform/platform_interrupt.h"

enum { POLL_MS = 200 };

/* The files as they were last, with a stamp of each lesson and whether it was sound. */
typedef struct {
    CheckFiles files;
    uint64_t *stamps;
    int *status;
} Watched;

static void clear(Watched *w) {
    check_files_clear(&w->files);
    free(w->stamps);
    free(w->status);
    *w = (Watched){0};
}

static bool look(Watched *w, const CommandOptions *o) {
    *w = (Watched){0};
    if (!check_files_find(&w->files, o->files, o->file_count)) return false;
    size_t count = w->files.lesson_count + 1;
    w->stamps = calloc(count, sizeof *w->stamps);
    w->status = calloc(count, sizeof *w->status);
    if (!w->stamps || !w->status) return false;
    for (size_t i = 0; i < w->files.lesson_count; i++)
        w->stamps[i] = check_files_stamp(w->files.lessons[i]);
    return true;
}

static size_t find(const Watched *w, const char *lesson) {
    size_t i = 0;
    while (i < w->files.lesson_count && strcmp(w->files.lessons[i], lesson) != 0) i++;
    return i;
}

/* Checks the lessons that are not as they were; how many. A folder's lessons are known to each
 * other only where all of them are checked. */
static int check_changed(Watched *now, const Watched *before, const CommandOptions *o,
                         CheckOnce check) {
    int changed = 0;
    for (size_t i = 0; i < now->files.lesson_count; i++) {
        size_t old = find(before, now->files.lessons[i]);
        bool known = old < before->files.lesson_count;
        if (known) now->status[i] = before->status[old];
        if (known && before->stamps[old] == now->stamps[i]) continue;
        CheckFiles one = {.lessons = &now->files.lessons[i], .lesson_count = 1};
        now->status[i] = check(o, &one);
        changed++;
    }
    return changed;
}

static int status_of(const Watched *w) {
    for (size_t i = 0; i < w->files.lesson_count; i++) {
        if (w->status[i]) return w->status[i];
    }
    return 0;
}

static void say_watching(const Watched *w, const CommandOptions *o) {
    if (o->json) return;
    printf("-- %s; watching %zu lesson%s, Ctrl+C ends\n",
           status_of(w) ? "there are problems" : "all sound", w->files.lesson_count,
           w->files.lesson_count == 1 ? "" : "s");
    fflush(stdout);
}

int check_watch(const CommandOptions *o, CheckOnce check) {
    Watched before = {0}, now;
    int status = EXIT_FAILED;
    platform_interrupt_catch();
    bool good = look(&now, o);
    while (good) {
        int changed = check_changed(&now, &before, o, check);
        bool fewer = now.files.lesson_count != before.files.lesson_count;
        status = status_of(&now);
        if (changed || fewer) say_watching(&now, o);
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
