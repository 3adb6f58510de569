/* What a person's settings and progress survive: the process killed at any moment while they are
 * written, a disk without room, a home that cannot be written.
 *
 *   test_kept [KILLS]   60 by default; the full number is 1000 */
#define _GNU_SOURCE
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "keep/progress.h"
#include "keep/settings.h"
#include "text/text.h"

enum { LESSONS = 40, ROUNDS = 1000000, PATH_SIZE = 512 };

static int kills = 60;
static char home[] = "/tmp/coroscope-kept-XXXXXX";

/* Shared with the child: what is known to be saved. */
typedef struct {
    volatile uint64_t settings, progress;
    volatile bool writing; /* the child has begun */
} Saved;

static Saved *saved;

static int set_up(void **state) {
    (void)state;
    saved = mmap(NULL, sizeof *saved, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (saved == MAP_FAILED || !mkdtemp(home)) return -1;
    return setenv("XDG_CONFIG_HOME", home, 1);
}

static void path_of(char *path, const char *name) {
    snprintf(path, PATH_SIZE, "%s/coroscope/%s", home, name);
}

/* Everything in the folder, but nothing below it. */
static void empty_folder(void) {
    char path[PATH_SIZE];
    path_of(path, "");
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        char file[PATH_SIZE];
        path_of(file, entry->d_name);
        if (entry->d_name[0] != '.') remove(file);
    }
    if (folder) closedir(folder);
}

static int tear_down(void **state) {
    (void)state;
    char path[PATH_SIZE];
    empty_folder();
    path_of(path, "");
    rmdir(path);
    rmdir(home);
    return munmap(saved, sizeof *saved);
}

/* A round's settings: the number is in them. */
static Settings settings_of(uint64_t round) {
    Settings s = settings_default();
    s.panels = (unsigned)(round % 2);
    s.speed = (int)(round % 3);
    s.theme = (ThemeId)(round / 2 % THEME_COUNT);
    return s;
}

static void progress_of(Progress *p, uint64_t round) {
    char id[PROGRESS_ID];
    p->count = 0;
    for (int i = 0; i < LESSONS; i++) {
        snprintf(id, sizeof id, "a/lesson-with-a-long-name-so-that-the-file-grows/%d", i);
        progress_note(p, id, round, ROUNDS);
    }
}

/* Until it is killed. */
static _Noreturn void write_for_ever(uint64_t round) {
    static Progress progress;
    char notice[KEEP_NOTICE_SIZE];
    saved->writing = true;
    for (;; round++) {
        Settings settings = settings_of(round);
        if (!settings_save(&settings, &text_english, notice, sizeof notice)) _exit(1);
        saved->settings = round;
        progress_of(&progress, round);
        if (!progress_save(&progress, &text_english, notice, sizeof notice)) _exit(1);
        saved->progress = round;
    }
}

/* The last that was saved, or the one that was just being written. */
static void check_files(void) {
    static Progress progress;
    char notice[KEEP_NOTICE_SIZE];
    Settings settings, last = settings_of(saved->settings), next = settings_of(saved->settings + 1);
    if (!settings_load(&settings, &text_english, notice, sizeof notice)) fail_msg("%s", notice);
    assert_true(settings_same(&settings, &last) || settings_same(&settings, &next));
    if (!progress_load(&progress, &text_english, notice, sizeof notice)) fail_msg("%s", notice);
    assert_int_equal(progress.count, LESSONS);
    for (int i = 0; i < LESSONS; i++) {
        uint64_t here = progress.lessons[i].here;
        assert_int_equal(here, progress.lessons[0].here);
        assert_true(here == saved->progress || here == saved->progress + 1);
    }
}

static void kill_after(pid_t child, long microseconds) {
    while (!saved->writing) nanosleep(&(struct timespec){0, 100000}, NULL);
    nanosleep(&(struct timespec){0, microseconds * 1000}, NULL);
    kill(child, SIGKILL);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
}

static void a_kill_at_any_moment_loses_nothing_that_was_saved(void **state) {
    (void)state;
    static Progress progress;
    char notice[KEEP_NOTICE_SIZE];
    Settings first = settings_of(0);
    progress_of(&progress, 0);
    assert_true(settings_save(&first, &text_english, notice, sizeof notice));
    assert_true(progress_save(&progress, &text_english, notice, sizeof notice));
    *saved = (Saved){0};
    uint64_t random = 1, written = 0;
    for (int i = 0; i < kills; i++) {
        uint64_t from = saved->progress < saved->settings ? saved->progress : saved->settings;
        fflush(NULL);
        saved->writing = false;
        pid_t child = fork();
        assert_true(child >= 0);
        /* The round that was cut off is written again, so that both files stay within one of it. */
        if (child == 0) write_for_ever(from + 1);
        random = random * 6364136223846793005u + 1442695040888963407u;
        kill_after(child, (long)((random >> 33) % 40000));
        check_files();
        written = saved->progress;
    }
    print_message("%d kills, %d rounds written\n", kills, (int)written);
    assert_true(written > 0);
}

static int count_parts(void) {
    char path[PATH_SIZE];
    int count = 0;
    path_of(path, "");
    DIR *folder = opendir(path);
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        count += strstr(entry->d_name, ".part") != NULL;
    if (folder) closedir(folder);
    return count;
}

static void what_kills_left_behind_is_cleared_away(void **state) {
    (void)state;
    static Progress progress;
    char notice[KEEP_NOTICE_SIZE];
    progress_of(&progress, 7);
    assert_true(progress_save(&progress, &text_english, notice, sizeof notice));
    assert_true(count_parts() <= 2);
}

/* As on a full disk: no file can grow. */
static void a_disk_without_room_is_told_and_leaves_what_was_saved(void **state) {
    (void)state;
    static Progress progress, again;
    char notice[KEEP_NOTICE_SIZE];
    struct rlimit usual, none = {0, 0};
    progress_of(&progress, 5);
    assert_true(progress_save(&progress, &text_english, notice, sizeof notice));
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &usual), 0);
    none.rlim_max = usual.rlim_max;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
    progress_of(&progress, 6);
    int before = count_parts();
    bool written = progress_save(&progress, &text_english, notice, sizeof notice);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &usual), 0);
    assert_false(written);
    assert_non_null(strstr(notice, "progress"));
    assert_int_equal(count_parts(), before);
    assert_true(progress_load(&again, &text_english, notice, sizeof notice));
    assert_int_equal(again.count, LESSONS);
    assert_int_equal(again.lessons[0].here, 5);
}

/* Also root may make no folder below /proc. */
static void a_home_that_cannot_be_written_is_told_and_read_as_empty(void **state) {
    (void)state;
    char notice[KEEP_NOTICE_SIZE];
    Settings settings, usual = settings_default();
    setenv("XDG_CONFIG_HOME", "/proc/coroscope-has-no-place-here", 1);
    bool read = settings_load(&settings, &text_english, notice, sizeof notice);
    bool silent = !*notice;
    bool written = settings_save(&settings, &text_english, notice, sizeof notice);
    setenv("XDG_CONFIG_HOME", home, 1);
    assert_true(read && silent);
    assert_true(settings_same(&settings, &usual));
    assert_false(written);
    assert_true(*notice);
}

int main(int argc, char **argv) {
    if (argc > 1) kills = atoi(argv[1]);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kill_at_any_moment_loses_nothing_that_was_saved),
        cmocka_unit_test(what_kills_left_behind_is_cleared_away),
        cmocka_unit_test(a_disk_without_room_is_told_and_leaves_what_was_saved),
        cmocka_unit_test(a_home_that_cannot_be_written_is_told_and_read_as_empty),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
