#include "command/command.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lesson/lesson_nearest.h"
#include "platform/platform_files.h"

#ifndef COROSCOPE_VERSION
#define COROSCOPE_VERSION "development"
#endif

enum { FILE_LIMIT = 4 << 20 };

typedef enum {
    OPTION_OUT = 1,
    OPTION_OUT_DIR = 2,
    OPTION_SIZE = 4,
    OPTION_THEME = 8,
    OPTION_TIME = 16,
    OPTION_STEP = 32,
    OPTION_MOMENTS = 64,
    OPTION_LANGUAGE = 128,
    OPTION_LOG_ACTIONS = 256,
    OPTION_WORLD = 512,
    OPTION_WATCH = 1 << 10,
    OPTION_EXPLAIN = 1 << 11,
    OPTION_CHECK = 1 << 12,
    OPTION_TEACHER = 1 << 13,
    OPTION_RECORD = 1 << 14,
    OPTION_MODULES = 1 << 16,
    OPTION_ONLY = 1 << 17,
    OPTION_OF = 1 << 18,
    OPTION_EVENT = 1 << 19,
    OPTION_FORMAT = 1 << 20,
    OPTION_JSON = 1 << 21,
    OPTION_VIEW = 1 << 22,
    OPTION_ANSWER = 1 << 23,
    OPTION_VARIANT = 1 << 25,
    OPTION_MOTION = 1 << 24,
    OPTION_PROJECTOR = 1 << 28,
    OPTION_SHEET = 1 << 29
} OptionSet;

typedef struct {
    const char *name, *arguments, *about;
    CommandRun run;
    int files_min, files_max;
    unsigned options; /* OptionSet */
} Command;

static const Command commands[] = {
    {"run", "FILE", "run to the end: output as Python prints it", command_run, 1, 1,
     OPTION_WORLD | OPTION_VARIANT | OPTION_RECORD},
    {"report", "FILE", "output, handle trace and errors as one JSON object", command_report, 1, 1,
     OPTION_WORLD | OPTION_RECORD},
    {"trace", "FILE [--format json | perfetto] [--out FILE]",
     "every record of the run as JSON lines, or for Perfetto's viewer", command_trace, 1, 1,
     OPTION_WORLD | OPTION_FORMAT | OPTION_OUT | OPTION_LANGUAGE | OPTION_RECORD},
    {"why", "FILE --step N | --time T | --event N  --of task:NAME",
     "why a task, queue, lock ... is as it is: state, causes, who wakes it, what comes next",
     command_why, 1, 1,
     OPTION_WORLD | OPTION_STEP | OPTION_TIME | OPTION_EVENT | OPTION_OF | OPTION_JSON |
         OPTION_LANGUAGE | OPTION_RECORD},
    {"check", "FILE|FOLDER... [--watch] [--explain] [--json]",
     "are lessons sound: they load, their moments happen, they do as expected; status 0 or 1",
     command_check, 1, 64, OPTION_LANGUAGE | OPTION_WATCH | OPTION_EXPLAIN | OPTION_JSON},
    {"new", "NAME", "write a small lesson NAME.json with NAME.py and NAME.notes.md", command_new, 1,
     1, 0},
    {"format", "FILE... [--check]", "lay lessons out anew, in the usual order of fields",
     command_format, 1, 64, OPTION_CHECK},
    {"handout", "FILE --out X.pdf | X.html [--teacher]",
     "the lesson on paper: program, pictures of its moments, questions, answers", command_handout,
     1, 1, OPTION_OUT | OPTION_LANGUAGE | OPTION_TEACHER},
    {"transcript", "FILE", "the walk through a lesson as text", command_transcript, 1, 1,
     OPTION_LANGUAGE | OPTION_RECORD},
    {"render", "FILE --step N | --time T | --event N | --moments  --out X.png | --out-dir FOLDER",
     "the picture of a moment without a window", command_render, 1, 1,
     OPTION_OUT | OPTION_OUT_DIR | OPTION_SIZE | OPTION_THEME | OPTION_TIME | OPTION_STEP |
         OPTION_MOMENTS | OPTION_LANGUAGE | OPTION_PROJECTOR | OPTION_SHEET | OPTION_VIEW |
         OPTION_OF | OPTION_ANSWER | OPTION_VARIANT | OPTION_MOTION | OPTION_EVENT | OPTION_RECORD},
    {"unittest", "FILE...", "run the tests of files: one line a test, then the totals",
     command_unittest, 1, 64, OPTION_MODULES | OPTION_ONLY},
};

static const Command window_command = {"",
                                       "[FILE]",
                                       "open the window",
                                       command_window,
                                       0,
                                       1,
                                       OPTION_THEME | OPTION_LANGUAGE | OPTION_LOG_ACTIONS |
                                           OPTION_RECORD};

typedef struct {
    const char *name, *value, *about;
    unsigned bit;
    size_t field; /* of CommandOptions: a const char *, or a bool where there is no value */
} Option;

static const Option options[] = {
    {"--step", "N", "the N-th line about to run, as in the top bar", OPTION_STEP,
     offsetof(CommandOptions, step)},
    {"--time", "T", "the moment at which the virtual clock reached T seconds", OPTION_TIME,
     offsetof(CommandOptions, time)},
    {"--moments", NULL, "one picture for the start, each moment and the end", OPTION_MOMENTS,
     offsetof(CommandOptions, moments)},
    {"--event", "N", "right after the N-th record, as `trace` numbers them", OPTION_EVENT,
     offsetof(CommandOptions, event)},
    {"--of", "NAME", "task:consumer-1, queue:q, queue#2, a variable's name ...", OPTION_OF,
     offsetof(CommandOptions, of)},
    {"--view", "NAME", "what stands over the stage: why, inspect (of --of), predict, finder ...",
     OPTION_VIEW, offsetof(CommandOptions, view)},
    {"--answer", "N", "the answer to the question of --view predict, checked", OPTION_ANSWER,
     offsetof(CommandOptions, answer)},
    {"--variant", "N", "the N-th what-if of the lesson in place of its run", OPTION_VARIANT,
     offsetof(CommandOptions, variant)},
    {"--json", NULL, "the answer as a JSON object", OPTION_JSON, offsetof(CommandOptions, json)},
    {"--format", "NAME", "json or perfetto", OPTION_FORMAT, offsetof(CommandOptions, format)},
    {"--watch", NULL, "check again at every save, until Ctrl+C", OPTION_WATCH,
     offsetof(CommandOptions, watch)},
    {"--explain", NULL, "list moments, checkpoints with their answers, and what variants come to",
     OPTION_EXPLAIN, offsetof(CommandOptions, explain)},
    {"--teacher", NULL, "with the notes for teachers", OPTION_TEACHER,
     offsetof(CommandOptions, teacher)},
    {"--check", NULL, "only say which files are not laid out so", OPTION_CHECK,
     offsetof(CommandOptions, check)},
    {"--out", "FILE", "where the picture or the trace goes", OPTION_OUT,
     offsetof(CommandOptions, out)},
    {"--out-dir", "FOLDER", "where the pictures go", OPTION_OUT_DIR,
     offsetof(CommandOptions, out_dir)},
    {"--size", "WxH", "of the picture in pixels; 1920x1080", OPTION_SIZE,
     offsetof(CommandOptions, size)},
    {"--projector", NULL, "as on a projector: larger, with a layout of its own", OPTION_PROJECTOR,
     offsetof(CommandOptions, projector)},
    {"--motion", "MS", "so many ms after the step to there began, in the midst of its motion",
     OPTION_MOTION, offsetof(CommandOptions, motion)},
    {"--sheet", NULL, "FILE is a list of scenes, each a line; all on one picture, small",
     OPTION_SHEET, offsetof(CommandOptions, sheet)},
    {"--theme", "NAME", "dark, light or contrast", OPTION_THEME, offsetof(CommandOptions, theme)},
    {"--world", "FILE", "what the program finds outside itself, as JSON; see the README",
     OPTION_WORLD, offsetof(CommandOptions, world)},
    {"--language", "CODE", "of the lesson's texts and Coroscope's own; en", OPTION_LANGUAGE,
     offsetof(CommandOptions, language)},
    {"--modules", "FOLDER", "Python files that tests may import", OPTION_MODULES,
     offsetof(CommandOptions, modules)},
    {"--only", "TEXT",
     "the tests with this in their name, file.Class.method; or with one of several: A,B",
     OPTION_ONLY, offsetof(CommandOptions, only)},
    {"--record-mib", "N", "megabytes that the record of a run may take, from 16 to 65536; 512",
     OPTION_RECORD, offsetof(CommandOptions, record_mib)},
    {"--log-actions", NULL,
     "in the window: a line on standard output for each thing done, for scripts",
     OPTION_LOG_ACTIONS, offsetof(CommandOptions, log_actions)},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void print_option(const Option *option) {
    printf("  %s%s%s\n        %s\n", option->name, option->value ? " " : "",
           option->value ? option->value : "", option->about);
}

/* What `coroscope COMMAND --help` says: the command and the options it takes. */
static int print_command_help(const Command *c) {
    printf("  coroscope %s %s\n        %s\n", c->name, c->arguments, c->about);
    if (c->options) printf("\nOptions\n");
    for (size_t i = 0; i < COUNT(options); i++) {
        if (c->options & options[i].bit) print_option(&options[i]);
    }
    return 0;
}

static int print_help(void) {
    printf(
        "Coroscope shows how Python's asyncio works by running it step by step.\n\n"
        "  coroscope [FILE]\n        open the window, with a lesson (.json) or a program (.py)\n");
    for (size_t i = 0; i < COUNT(commands); i++) {
        printf("  coroscope %s %s\n        %s\n", commands[i].name, commands[i].arguments,
               commands[i].about);
    }
    printf("\nOptions\n");
    for (size_t i = 0; i < COUNT(options); i++) print_option(&options[i]);
    printf("  --help, --version\n\nIn the window, press ? for the keys.\n");
    return 0;
}

static int usage(const char *format, const char *what) {
    fputs("coroscope: ", stderr);
    fprintf(stderr, format, what);
    fputc('\n', stderr);
    return EXIT_USAGE;
}

static int unknown_option(const char *given) {
    /* Without their dashes, in which all are alike. */
    const char *names[COUNT(options) + 2] = {"help", "version"};
    for (size_t i = 0; i < COUNT(options); i++)
        names[i + 2] = options[i].name + strspn(options[i].name, "-");
    const char *near = lesson_nearest(given + strspn(given, "-"), names, COUNT(names));
    fprintf(stderr, "coroscope: there is no option \"%s\".", given);
    if (near) fprintf(stderr, " Did you mean \"--%s\"?", near);
    fputs("\n", stderr);
    return EXIT_USAGE;
}

static const Option *find_option(const char *name) {
    for (size_t i = 0; i < COUNT(options); i++) {
        if (strcmp(options[i].name, name) == 0) return &options[i];
    }
    return NULL;
}

/* Takes the option at argv[*i] and its value; 0 or an exit status. */
static int take_option(const Command *c, CommandOptions *o, int argc, char **argv, int *i) {
    const Option *option = find_option(argv[*i]);
    if (!option) return unknown_option(argv[*i]);
    if (!(c->options & option->bit)) {
        fprintf(stderr, "coroscope: %s takes no %s\n", *c->name ? c->name : "the window",
                option->name);
        return EXIT_USAGE;
    }
    unsigned char *field = (unsigned char *)o + option->field;
    if (!option->value) {
        *(bool *)(void *)field = true;
        return 0;
    }
    if (*i + 1 >= argc) return usage("%s needs a value", option->name);
    *(const char **)(void *)field = argv[++*i];
    return 0;
}

/* So much that a run of any use fits, and no more than any machine has. */
enum { RECORD_MIB_MIN = 16, RECORD_MIB_MAX = 65536 };

static bool is_record_size(const char *word) {
    char *end;
    unsigned long mib = strtoul(word, &end, 10);
    return strchr("0123456789", *word) && *word && !*end && mib >= RECORD_MIB_MIN &&
           mib <= RECORD_MIB_MAX;
}

static int run_command(const Command *c, int argc, char **argv, int first) {
    CommandOptions o = {.language = "en"};
    for (int i = first; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0) return *c->name ? print_command_help(c) : print_help();
        if (argv[i][0] == '-' && argv[i][1]) {
            int status = take_option(c, &o, argc, argv, &i);
            if (status) return status;
        } else if (o.file_count < (int)COUNT(o.files)) {
            o.files[o.file_count++] = argv[i];
        }
    }
    if (o.file_count < c->files_min) {
        fprintf(stderr, "coroscope: %s wants %s\n", c->name, c->arguments);
        return EXIT_USAGE;
    }
    if (o.file_count > c->files_max)
        return usage("\"%s\" is one file too many", o.files[c->files_max]);
    if (o.record_mib && !is_record_size(o.record_mib))
        return usage("--record-mib wants megabytes from 16 to 65536, not \"%s\"", o.record_mib);
    return c->run(&o);
}

/* A word that is no file is perhaps a command that was mistyped. */
static int unknown_command(const char *given) {
    const char *names[COUNT(commands)];
    for (size_t i = 0; i < COUNT(commands); i++) names[i] = commands[i].name;
    const char *near = lesson_nearest(given, names, COUNT(names));
    fprintf(stderr, "coroscope: \"%s\" is neither a command nor a file.", given);
    if (near) fprintf(stderr, " Did you mean \"%s\"?", near);
    fputs(" See coroscope --help.\n", stderr);
    return EXIT_USAGE;
}

int command_main(int argc, char **argv) {
    command_guard_memory();
    if (argc > 1 && strcmp(argv[1], "--help") == 0) return print_help();
    if (argc > 1 && strcmp(argv[1], "--version") == 0) {
        printf("coroscope %s\n", COROSCOPE_VERSION);
        return 0;
    }
    for (size_t i = 0; argc > 1 && i < COUNT(commands); i++) {
        if (strcmp(commands[i].name, argv[1]) == 0) return run_command(&commands[i], argc, argv, 2);
    }
    bool word = argc > 1 && argv[1][0] != '-';
    if (word && !platform_is_file(argv[1]) && !strpbrk(argv[1], "./"))
        return unknown_command(argv[1]);
    return run_command(&window_command, argc, argv, 1);
}

/* ---- Opening -------------------------------------------------------------------------------- */

static bool read_file(void *user, const char *path, char **text, size_t *length) {
    (void)user;
    char error[256];
    errno = 0;
    if (platform_read_file(path, FILE_LIMIT, text, length, error, sizeof error)) return true;
    if (errno != ENOMEM) return false;
    fputs("coroscope: not enough memory to load the lesson\n", stderr);
    exit(EXIT_FAILED);
}

static void list_files(void *user, const char *folder, void (*each)(void *to, const char *name),
                       void *to) {
    (void)user;
    char error[256];
    PlatformNames names = {0};
    if (platform_list_folder(folder, "", &names, error, sizeof error)) {
        for (size_t i = 0; i < names.count; i++) each(to, names.names[i]);
    }
    platform_names_clear(&names);
}

static bool is_inside(void *user, const char *folder, const char *path) {
    (void)user;
    return platform_is_inside(folder, path);
}

SessionContext command_context(const char *language) {
    return (SessionContext){.reader = {NULL, read_file, list_files, is_inside},
                            .language = language};
}

SessionContext command_context_of(const CommandOptions *o) {
    SessionContext context = command_context(o->language);
    context.record_mib = o->record_mib ? (size_t)strtoul(o->record_mib, NULL, 10) : 0;
    return context;
}

bool command_theme(const char *name, ThemeId *theme) {
    if (!name) return true;
    for (int i = 0; i < THEME_COUNT; i++) {
        if (strcmp(theme_get((ThemeId)i)->name, name) != 0) continue;
        *theme = (ThemeId)i;
        return true;
    }
    fprintf(stderr, "coroscope: there is no theme \"%s\"; there are dark, light and contrast\n",
            name);
    return false;
}

bool command_open(Session *s, const CommandOptions *o) {
    SessionContext context = command_context_of(o);
    context.world = o->world;
    if (session_open(s, &context, o->files[0])) return true;
    if (s->problems.count) lesson_problems_print(&s->problems, stderr);
    if (s->diag.kind != DIAG_NONE) command_print_diag(s, stderr);
    return false;
}
