#include "command/command.h"

#include <string.h>

#include "command/handout.h"

/* A lesson on paper: HTML or PDF, by the name of the file that is asked for. */

typedef bool (*Write)(const Handout *h, const char *path, char *error, size_t error_size);

static Write writer_for(const char *path) {
    const char *dot = strrchr(path, '.');
    if (dot && strcmp(dot, ".html") == 0) return handout_write_html;
    if (dot && strcmp(dot, ".pdf") == 0) return handout_write_pdf;
    return NULL;
}

static int write_handout(CheckRun *run, const CommandOptions *o, Write write) {
    char error[512];
    size_t count = 0;
    Handout handout;
    Surface *pictures = handout_pictures(o, &count);
    if (!pictures) return EXIT_FAILED;
    handout_build(&handout, run, pictures, count, o->teacher);
    bool written = write(&handout, o->out, error, sizeof error);
    handout_clear(&handout);
    if (!written) fprintf(stderr, "coroscope: %s\n", error);
    return written ? 0 : EXIT_FAILED;
}

int command_handout(const CommandOptions *o) {
    Write write = o->out ? writer_for(o->out) : NULL;
    if (!write) {
        fputs("coroscope: handout wants --out X.pdf or --out X.html\n", stderr);
        return EXIT_USAGE;
    }
    CheckRun run = {0};
    int status = EXIT_FAILED;
    if (check_run_open(&run, o->files[0], o, NULL)) {
        status = write_handout(&run, o, write);
    } else {
        if (run.session.problems.count) lesson_problems_print(&run.session.problems, stderr);
        if (run.session.diag.kind != DIAG_NONE) command_print_diag(&run.session, stderr);
    }
    check_run_close(&run);
    return status;
}
