#include "command/command.h"

#include <string.h>

#include "command/check_explain.h"
#include "command/check_files.h"
#include "command/check_json.h"
#include "command/check_watch.h"
#include "command/json_out.h"
#include "lesson/lesson_index.h"

/* Are lessons sound: they load, their selectors happen, their checkpoints have answers, their runs
 * do what they expect. Exit status: 0 sound, 1 there are problems, 2 the command line is wrong. */

typedef struct {
    const CommandOptions *options;
    const CheckFiles *files;
    const CheckRound *round; /* NULL: all are checked */
    LessonCourse course;
    size_t lessons, unsound, problems;
} Check;

/* ---- In words ------------------------------------------------------------------------------- */

static void print_lesson(Check *c, CheckRun *run, bool sound) {
    Session *s = &run->session;
    if (s->problems.count) lesson_problems_print(&s->problems, stderr);
    if (s->diag.kind != DIAG_NONE) command_print_diag(s, stderr);
    if (sound) {
        printf("%s: sound, %zu moments, %llu steps, %.3f s\n", run->path, s->moment_count,
               (unsigned long long)cs_step_count(s->engine),
               (double)cs_result(s->engine).time_ns / 1e9);
    }
    if (c->options->explain && run->open) check_explain(run, stdout);
}

/* ---- As JSON -------------------------------------------------------------------------------- */

/* Problems are gathered in a file of their own, since they stand behind the lessons. */
static void put_lesson(Check *c, CheckRun *run, bool sound, FILE *problems) {
    printf("%s{\"file\": ", c->lessons ? ",\n  " : "");
    json_string(stdout, run->path);
    printf(", \"sound\": %s", sound ? "true" : "false");
    if (run->open) {
        printf(", \"steps\": %llu, \"time\": ",
               (unsigned long long)cs_step_count(run->session.engine));
        json_seconds(stdout, cs_result(run->session.engine).time_ns);
        if (c->options->explain) check_explain_json(run, stdout);
    }
    putchar('}');
    check_json_problems(&run->session.problems, &c->problems, problems);
    check_json_diag(&run->session, &c->problems, problems);
}

static void copy_file(FILE *from) {
    char buffer[4096];
    size_t size;
    rewind(from);
    while ((size = fread(buffer, 1, sizeof buffer, from)) > 0) fwrite(buffer, 1, size, stdout);
}

/* ---- One, and all --------------------------------------------------------------------------- */

static bool check_lesson(Check *c, const char *path, FILE *problems) {
    CheckRun run = {0};
    bool sound = check_run_open(&run, path, c->options, c->files->folders ? &c->course : NULL);
    if (problems)
        put_lesson(c, &run, sound, problems);
    else
        print_lesson(c, &run, sound);
    c->lessons++;
    if (!sound) c->unsound++;
    check_run_close(&run);
    return sound;
}

/* A lesson that was sound may not be it any more when another one has changed. */
static bool is_left_out(const Check *c, size_t i, const LessonReader *reader) {
    if (!c->round || c->round->wanted[i]) return false;
    return !c->files->folders || lesson_course_fits(&c->course, reader, c->files->lessons[i]);
}

static void check_index(Check *c, const char *path, FILE *problems) {
    SessionContext context = command_context(c->options->language);
    LessonContext load = {.reader = context.reader};
    LessonIndex index;
    LessonProblems found = {0};
    if (!lesson_index_load(&load, path, &index, &found)) {
        c->unsound++;
        if (problems)
            check_json_problems(&found, &c->problems, problems);
        else
            lesson_problems_print(&found, stderr);
    }
    lesson_index_clear(&index);
    lesson_problems_clear(&found);
}

static void check_files(Check *c, FILE *problems) {
    SessionContext context = command_context(c->options->language);
    for (size_t i = 0; c->files->folders && i < c->files->lesson_count; i++)
        lesson_course_add(&c->course, &context.reader, c->files->lessons[i]);
    for (size_t i = 0; i < c->files->lesson_count; i++) {
        if (is_left_out(c, i, &context.reader)) continue;
        bool sound = check_lesson(c, c->files->lessons[i], problems);
        if (c->round) c->round->sound[i] = sound;
    }
    for (size_t i = 0; i < c->files->index_count; i++)
        check_index(c, c->files->indexes[i], problems);
    lesson_course_clear(&c->course);
}

static int check_as_json(Check *c) {
    FILE *problems = tmpfile();
    if (!problems) {
        fputs("coroscope: there is no place for a temporary file\n", stderr);
        return EXIT_FAILED;
    }
    fputs("{\"lessons\": [", stdout);
    check_files(c, problems);
    fputs("],\n \"problems\": [", stdout);
    copy_file(problems);
    printf("],\n \"sound\": %s}\n", c->unsound ? "false" : "true");
    fclose(problems);
    return c->unsound ? EXIT_FAILED : 0;
}

static int check_in_words(Check *c) {
    check_files(c, NULL);
    if (c->files->folders && !c->round)
        printf("%zu lessons, %zu with problems\n", c->lessons, c->unsound);
    return c->unsound ? EXIT_FAILED : 0;
}

static int check_once(const CommandOptions *o, const CheckFiles *files, const CheckRound *round) {
    Check c = {.options = o, .files = files, .round = round};
    int status = o->json ? check_as_json(&c) : check_in_words(&c);
    fflush(stdout);
    return status;
}

int command_check(const CommandOptions *o) {
    if (o->watch) return check_watch(o, check_once);
    CheckFiles files;
    bool found = check_files_find(&files, o->files, o->file_count);
    if (found && files.folders && !files.lesson_count)
        fprintf(stderr, "coroscope: %s holds no lesson\n", o->files[0]);
    int status = found && files.lesson_count ? check_once(o, &files, NULL) : EXIT_FAILED;
    check_files_clear(&files);
    return status;
}
