/* The files of settings, progress, bookmarks, stops and recent files: any bytes in the place of
 * each. What is read is in its bounds; what is broken is set aside and told; and saving gives back
 * the same. */
#define _XOPEN_SOURCE 700
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz_target.h"
#include "keep/keep_breaks.h"
#include "keep/keep_files.h"
#include "keep/keep_marks.h"
#include "keep/progress.h"
#include "keep/settings.h"
#include "text/text.h"

static const char *const names[] = {"settings", "progress", "files", "breakpoints", "bookmarks"};
enum { PATH_SIZE = 512 };

static void put(const char *name, const uint8_t *data, size_t size) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/coroscope/%s", fuzz_config_folder(), name);
    FILE *file = fopen(path, "wb");
    if (!file) return;
    if (size) fwrite(data, 1, size, file);
    fclose(file);
}

static void check_settings(char *notice) {
    Settings first, again;
    bool good = settings_load(&first, &text_english, notice, KEEP_NOTICE_SIZE);
    MUST(good == !*notice, "what is broken is told");
    MUST(first.theme < THEME_COUNT && first.zoom >= 0.75f && first.zoom <= 2,
         "settings are in bounds");
    MUST(settings_save(&first, &text_english, notice, KEEP_NOTICE_SIZE), "settings are written");
    MUST(settings_load(&again, &text_english, notice, KEEP_NOTICE_SIZE),
         "what is written can be read");
    MUST(settings_same(&first, &again), "what is read is what was written");
}

static void check_progress(char *notice) {
    static Progress first, again;
    progress_load(&first, &text_english, notice, KEEP_NOTICE_SIZE);
    MUST(first.count >= 0 && first.count <= PROGRESS_LESSONS, "progress is in bounds");
    MUST(progress_save(&first, &text_english, notice, KEEP_NOTICE_SIZE), "progress is written");
    MUST(progress_load(&again, &text_english, notice, KEEP_NOTICE_SIZE),
         "what is written can be read");
    MUST(first.count == again.count, "what is read is what was written");
    for (int i = 0; i < first.count; i++) {
        float share = progress_share(&first.lessons[i]);
        MUST(share >= 0 && share <= 1, "a share is one");
        MUST(!strcmp(first.lessons[i].id, again.lessons[i].id), "what is read is what was written");
    }
}

static void check_others(char *notice) {
    static KeepFiles files;
    KeepBreaks breaks = {0};
    KeepMarks marks = {0};
    keep_files_load(&files, &text_english, notice, KEEP_NOTICE_SIZE);
    MUST(keep_files_save(&files, &text_english, notice, KEEP_NOTICE_SIZE), "files are written");
    keep_breaks_load(&breaks, &text_english, notice, KEEP_NOTICE_SIZE);
    MUST(keep_breaks_save(&breaks, &text_english, notice, KEEP_NOTICE_SIZE), "stops are written");
    keep_marks_load(&marks, &text_english, notice, KEEP_NOTICE_SIZE);
    MUST(keep_marks_save(&marks, &text_english, notice, KEEP_NOTICE_SIZE), "bookmarks are written");
    keep_breaks_clear(&breaks);
    keep_marks_clear(&marks);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static bool made;
    char notice[KEEP_NOTICE_SIZE], path[PATH_SIZE];
    if (!made) {
        fuzz_config_folder();
        keep_read("settings", NULL, NULL, &text_english, notice, sizeof notice);
        made = true;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) put(names[i], data, size);
    check_settings(notice);
    check_progress(notice);
    check_others(notice);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/coroscope/%s.broken", fuzz_config_folder(), names[i]);
        remove(path);
    }
    return 0;
}
