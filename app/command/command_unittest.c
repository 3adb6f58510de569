#include "command/command.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "platform/platform_files.h"

/* Runs the tests of files: an engine of its own for each test, so that none starts in what another
 * left behind, and one that never ends does not keep the others from running. Inside the engine
 * unittest/_single.py tells what there is and how it went, on marked lines of standard output. */

enum { FILE_LIMIT = 4 << 20, TEST_INSTRUCTIONS = 30000000, NAME_SIZE = 256, LINE_SIZE = 2048 };
static const char MARK = '\x1d';

/* The modules that tests can import: the files of --modules, and last the test file itself. */
typedef struct {
    CsModule *items;
    size_t count, capacity;
} Modules;

typedef struct {
    char class_name[NAME_SIZE], method[NAME_SIZE];
} Test;

typedef struct {
    Test *items;
    size_t count, capacity;
} Tests;

typedef struct {
    int passed, failed, skipped;
    size_t found; /* tests in the files, wanted or not */
} Totals;

typedef struct {
    const char *name; /* of the test module */
    const Modules *modules;
    const char *only;
    Totals *totals;
} Suite;

/* ---- Modules ------------------------------------------------------------------------------- */

static void *grown(void *items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) return items;
    *capacity = *capacity ? *capacity * 2 : 16;
    void *more = realloc(items, *capacity * size);
    if (!more) {
        fputs("coroscope: not enough memory\n", stderr);
        exit(EXIT_FAILED);
    }
    return more;
}

static char *copy(const char *text) {
    char *made = malloc(strlen(text) + 1);
    return made ? strcpy(made, text) : NULL;
}

/* "test.support" from "test" and "support.py"; a package from "__init__.py". */
static CsModule module_of(const char *package, const char *file) {
    char name[NAME_SIZE];
    bool init = strcmp(file, "__init__.py") == 0;
    int stem = (int)strlen(file) - 3;
    snprintf(name, sizeof name, "%s%s%.*s", package, *package && !init ? "." : "", init ? 0 : stem,
             file);
    return (CsModule){.name = copy(name), .package = init};
}

static bool add_module(Modules *m, const char *path, CsModule module) {
    char error[256], *text;
    if (!module.name ||
        !platform_read_file(path, FILE_LIMIT, &text, &module.length, error, sizeof error)) {
        fprintf(stderr, "coroscope: %s\n", module.name ? error : "not enough memory");
        free((void *)(uintptr_t)module.name);
        return false;
    }
    module.text = text;
    m->items = grown(m->items, m->count, &m->capacity, sizeof *m->items);
    m->items[m->count++] = module;
    return true;
}

/* All .py files below a folder, as modules of `package` ("" at the top). */
static bool add_folder(Modules *m, const char *folder, const char *package) {
    PlatformNames names = {0};
    char error[256];
    bool ok = platform_list_folder(folder, "", &names, error, sizeof error);
    if (!ok) fprintf(stderr, "coroscope: %s: %s\n", folder, error);
    for (size_t i = 0; ok && i < names.count; i++) {
        char path[PLATFORM_PATH_SIZE], inner[NAME_SIZE];
        const char *name = names.names[i];
        size_t size = strlen(name);
        if (!platform_join(path, sizeof path, folder, name)) continue;
        if (platform_is_folder(path) && *name != '.' && *name != '_') {
            snprintf(inner, sizeof inner, "%s%s%s", package, *package ? "." : "", name);
            ok = add_folder(m, path, inner);
        } else if (size > 3 && strcmp(name + size - 3, ".py") == 0) {
            CsModule module = module_of(package, name);
            module.library = true;
            ok = add_module(m, path, module);
        }
    }
    platform_names_clear(&names);
    return ok;
}

static void drop_last(Modules *m) {
    CsModule *last = &m->items[--m->count];
    free((void *)(uintptr_t)last->name);
    free((void *)(uintptr_t)last->text);
}

static void modules_clear(Modules *m) {
    while (m->count) drop_last(m);
    free(m->items);
}

/* ---- One engine ---------------------------------------------------------------------------- */

/* Loads the program and runs it to its end. NULL: `why` says what kept it from being loaded. */
static CsEngine *run_program(const Modules *m, const char *program, char *why, size_t size) {
    CsConfig config;
    cs_config_init(&config);
    config.max_instructions = TEST_INSTRUCTIONS;
    CsEngine *e = cs_create(&config);
    Diag diag = {0};
    if (!e) {
        snprintf(why, size, "not enough memory");
        return NULL;
    }
    cs_set_modules(e, m->items, m->count);
    if (!cs_load(e, "<unittest>", program, strlen(program), &diag)) {
        snprintf(why, size, "%s", diag.text);
        cs_destroy(e);
        return NULL;
    }
    cs_record_all(e);
    return e;
}

/* How the run ended, for a test that did not come to tell its result. */
static void tell_end(const CsEngine *e, char *why, size_t size) {
    CsResult r = cs_result(e);
    const char *text = r.message && *r.message ? r.message
                       : r.exception           ? r.exception
                                               : "the program ended inside the test";
    snprintf(why, size, "%s", text);
    why[strcspn(why, "\n")] = 0;
}

/* The next marked line after output *at: the words behind the mark, split at tabs; how many. */
static int next_words(const CsEngine *e, size_t *at, char line[LINE_SIZE], char *words[3]) {
    size_t count;
    const CsOutput *o = cs_outputs(e, &count);
    for (; *at < count; ++*at) {
        const char *mark = o[*at].stream == 1 ? memchr(o[*at].text, MARK, o[*at].size) : NULL;
        if (!mark) continue;
        size_t size = o[*at].size - (size_t)(mark + 1 - o[*at].text);
        if (size >= LINE_SIZE) size = LINE_SIZE - 1;
        memcpy(line, mark + 1, size);
        line[size] = 0;
        line[strcspn(line, "\n")] = 0;
        ++*at;
        int n = 0;
        for (char *p = line; p && n < 3; n++) {
            words[n] = p;
            p = n < 2 ? strchr(p, '\t') : NULL;
            if (p) *p++ = 0;
        }
        return n;
    }
    return 0;
}

/* ---- Tests --------------------------------------------------------------------------------- */

static void tell(Suite *s, const char *word, const Test *test, const char *why) {
    int *count = strcmp(word, "ok") == 0     ? &s->totals->passed
                 : strcmp(word, "skip") == 0 ? &s->totals->skipped
                                             : &s->totals->failed;
    ++*count;
    printf("%-5s %s", word, s->name);
    if (test) printf(".%s.%s", test->class_name, test->method);
    if (*why) printf("  %s", why);
    putchar('\n');
    fflush(stdout);
}

static bool list_tests(Suite *s, Tests *tests) {
    char program[NAME_SIZE * 3], why[LINE_SIZE] = "", line[LINE_SIZE], *words[3];
    snprintf(program, sizeof program,
             "import %s\nfrom unittest import _single\n"
             "_single.list_tests(%s)\n",
             s->name, s->name);
    CsEngine *e = run_program(s->modules, program, why, sizeof why);
    CsResult r = e ? cs_result(e) : (CsResult){0};
    bool ok = e && r.end == CS_END_NORMAL;
    if (e && !ok) tell_end(e, why, sizeof why);
    for (size_t at = 0; ok && next_words(e, &at, line, words) == 3;) {
        tests->items = grown(tests->items, tests->count, &tests->capacity, sizeof *tests->items);
        Test *test = &tests->items[tests->count++];
        snprintf(test->class_name, sizeof test->class_name, "%s", words[1]);
        snprintf(test->method, sizeof test->method, "%s", words[2]);
    }
    if (!ok) tell(s, "ERROR", NULL, why);
    cs_destroy(e);
    return ok;
}

static void run_test(Suite *s, const Test *test) {
    char program[NAME_SIZE * 5], why[LINE_SIZE] = "", line[LINE_SIZE], *words[3];
    snprintf(program, sizeof program,
             "import %s\nfrom unittest import _single\n"
             "_single.run_test(%s, '%s', '%s')\n",
             s->name, s->name, test->class_name, test->method);
    CsEngine *e = run_program(s->modules, program, why, sizeof why);
    size_t at = 0;
    if (e && next_words(e, &at, line, words) == 3) {
        tell(s, words[1], test, words[2]);
    } else {
        if (e) tell_end(e, why, sizeof why);
        tell(s, "ERROR", test, why);
    }
    cs_destroy(e);
}

static bool is_wanted(const Suite *s, const Test *test) {
    char name[NAME_SIZE * 3];
    if (!s->only) return true;
    snprintf(name, sizeof name, "%s.%s.%s", s->name, test->class_name, test->method);
    for (const char *p = s->only; p; p = strchr(p, ',') ? strchr(p, ',') + 1 : NULL) {
        char part[NAME_SIZE];
        snprintf(part, sizeof part, "%.*s", (int)strcspn(p, ","), p);
        if (strstr(name, part)) return true;
    }
    return false;
}

static bool is_identifier(const char *name) {
    for (const char *p = name; *p; p++) {
        if (!isalnum((unsigned char)*p) && *p != '_') return false;
    }
    return *name && !isdigit((unsigned char)*name);
}

static bool run_file(Modules *modules, const char *path, const char *only, Totals *totals) {
    const char *slash = strrchr(path, '/'), *file = slash ? slash + 1 : path;
    size_t size = strlen(file);
    if (size <= 3 || strcmp(file + size - 3, ".py") != 0) {
        fprintf(stderr, "coroscope: %s: a file of tests ends in .py\n", path);
        return false;
    }
    CsModule module = module_of("", file);
    if (module.name && !is_identifier(module.name)) {
        fprintf(stderr, "coroscope: %s: its name is no name of a module\n", path);
        free((void *)(uintptr_t)module.name);
        return false;
    }
    if (!add_module(modules, path, module)) return false;
    Suite s = {modules->items[modules->count - 1].name, modules, only, totals};
    Tests tests = {0};
    list_tests(&s, &tests);
    totals->found += tests.count;
    for (size_t i = 0; i < tests.count; i++) {
        if (is_wanted(&s, &tests.items[i])) run_test(&s, &tests.items[i]);
    }
    free(tests.items);
    drop_last(modules);
    return true;
}

/* A run without a test proves nothing. True: some ran. */
static bool tell_nothing_ran(const Totals *t, const char *only) {
    if (t->passed + t->failed + t->skipped) return true;
    if (only && t->found) {
        fprintf(stderr, "coroscope: none of %zu tests has \"%s\" in its name\n", t->found, only);
    } else {
        fputs("coroscope: there is no test here: a class derived from unittest.TestCase has them, "
              "in methods whose names begin with test\n",
              stderr);
    }
    return false;
}

int command_unittest(const CommandOptions *o) {
    Modules modules = {0};
    Totals totals = {0};
    bool ok = !o->modules || add_folder(&modules, o->modules, "");
    for (int i = 0; ok && i < o->file_count; i++) {
        if (!run_file(&modules, o->files[i], o->only, &totals)) totals.failed++;
    }
    modules_clear(&modules);
    if (!ok) return EXIT_FAILED;
    printf("%d passed, %d failed, %d skipped\n", totals.passed, totals.failed, totals.skipped);
    return totals.failed || !tell_nothing_ran(&totals, o->only) ? EXIT_FAILED : 0;
}
