#include "lesson/lesson_format.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define WORDS(array) .words = (array), .word_count = sizeof(array) / sizeof *(array)

enum { MOST_DIGITS = 6 };

static const char *const LEVELS[] = {"beginner", "intermediate", "advanced"};
static const char *const PANELS[] = {"source", "stage", "output", "timeline", "boxes"};
static const char *const SPOTS[] = {"source",  "stage", "running", "ready",  "tasks",
                                    "futures", "queue", "timers",  "output", "timeline"};
static const char *const HTTP_ERRORS[] = {"refused", "unknown-host", "timeout", "disconnected"};
static const char *const SIGNALS[] = {
    "SIGINT",  "SIGTERM", "SIGHUP",  "SIGQUIT", "SIGUSR1", "SIGUSR2",  "SIGALRM",  "SIGCHLD",
    "SIGPIPE", "SIGCONT", "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGWINCH", "SIGABRT",  "SIGKILL",
    "SIGSTOP", "SIGURG",  "SIGXCPU", "SIGXFSZ", "SIGPROF", "SIGPWR",   "SIGVTALRM"};
static const char *const HOST_ERRORS[] = {"refused", "unknown-host", "timeout"};
static const char *const OUTPUTS[] = {"stdout", "stderr"};
static const char *const THINGS[] = {"task",      "future",    "queue",     "lock",    "event",
                                     "timer",     "semaphore", "condition", "barrier", "group",
                                     "generator", "thread",    "panel"};
static const char *const TASKS[] = {"task"};
static const char *const WAITERS[] = {"task", "future"};
static const char *const SLEEPERS[] = {"task", "timer"};
static const char *const SCOPES[] = {"task", "function"};

/* ---- Checks ------------------------------------------------------------------------------ */

static bool is_small(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Words of small letters and digits, parted by single "-" and "/". */
static bool check_id(const char *text) {
    for (const char *at = text; *at; at++) {
        if (is_small(*at)) continue;
        bool parted = at > text && is_small(at[-1]) && is_small(at[1]);
        if (!parted || (*at != '-' && *at != '/')) return false;
    }
    return text[0] != '\0';
}

static bool check_language(const char *text) {
    size_t letters = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    if (letters < 2 || letters > 3) return false;
    const char *at = text + letters;
    while (*at) {
        size_t length = 0;
        if (*at++ != '-') return false;
        while (isalnum((unsigned char)at[length])) length++;
        if (length < 2 || length > 8) return false;
        at += length;
    }
    return true;
}

static bool ends_with(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length > tail && !strcmp(text + length - tail, end);
}

static bool check_program(const char *text) {
    return ends_with(text, ".py");
}
static bool check_lesson_file(const char *text) {
    return ends_with(text, ".json");
}

/* Methods are capital letters. */
static bool check_url(const char *text) {
    size_t method = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (method && text[method] == ' ') text += method + 1;
    const char *rest = strncmp(text, "https://", 8) == 0  ? text + 8
                       : strncmp(text, "http://", 7) == 0 ? text + 7
                                                          : "";
    return rest[0] != '\0';
}

static bool check_header(const char *text) {
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 "0123456789-_");
    return length && !text[length];
}

/* A port has at most five digits and does not begin with 0. */
static bool check_address(const char *text) {
    const char *colon = strchr(text, ':');
    if (!colon || colon == text || strpbrk(text, " \t\r\n/")) return false;
    size_t digits = strspn(colon + 1, "0123456789");
    return digits && digits <= 5 && !colon[1 + digits] && colon[1] != '0';
}

static bool check_line(const char *text) {
    return text[0] && !strpbrk(text, "\r\n");
}

static bool check_command(const char *text) {
    size_t length = strlen(text);
    return length && text[0] != ' ' && text[length - 1] != ' ';
}

/* ---- Things ------------------------------------------------------------------------------ */

static const char *find_word(const char *const *words, size_t count, const char *text,
                             size_t length) {
    for (size_t i = 0; i < count; i++) {
        if (strlen(words[i]) == length && !memcmp(words[i], text, length)) return words[i];
    }
    return NULL;
}

static const char *parse_number(const char *text, int *number) {
    size_t digits = strspn(text, "0123456789");
    if (!digits || text[digits] || text[0] == '0' || digits > MOST_DIGITS)
        return "must have a number from 1 after the \"#\", like queue#2";
    *number = (int)strtol(text, NULL, 10);
    return NULL;
}

const char *lesson_format_thing(const LessonFormat *format, const char *text, LessonThing *thing,
                                bool *listed) {
    size_t length = strcspn(text, ":#");
    const char *kind = find_word(format->words, format->word_count, text, length);
    *thing = (LessonThing){.kind = kind};
    *listed = text[length] && !kind;
    if (!text[length]) return "must be a kind and a name, like task:Ann, or a number, like task#2";
    if (!kind) return "does not begin with the kind of thing that is wanted here";
    const char *rest = text + length + 1;
    bool panel = !strcmp(kind, "panel"), numbered = text[length] == '#';
    if (numbered && (panel || !strcmp(kind, "function"))) return "must have \":\" before the name";
    if (numbered) return parse_number(rest, &thing->number);
    if (!*rest) return "must have a name after the \":\"";
    *listed = panel && !find_word(SPOTS, sizeof SPOTS / sizeof *SPOTS, rest, strlen(rest));
    if (*listed) return "names no panel of the window";
    thing->name = rest;
    return NULL;
}

const char *const *lesson_format_spots(size_t *count) {
    *count = sizeof SPOTS / sizeof *SPOTS;
    return SPOTS;
}

/* ---- The formats ------------------------------------------------------------------------- */

const LessonFormat LESSON_FORMAT_ID = {.def = "id",
                                       .noun = "an id of small letters, digits, \"-\" and \"/\"",
                                       .pattern = "^[a-z0-9]+([-/][a-z0-9]+)*$",
                                       .check = check_id};
const LessonFormat LESSON_FORMAT_LANGUAGE = {.def = "language",
                                             .noun =
                                                 "the code of a language, like \"en\" or \"pt-BR\"",
                                             .pattern = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
                                             .check = check_language};
const LessonFormat LESSON_FORMAT_PROGRAM = {.def = "programFile",
                                            .noun = "the name of a .py file",
                                            .pattern = ".\\.py$",
                                            .check = check_program};
const LessonFormat LESSON_FORMAT_LESSON_FILE = {.def = "lessonFile",
                                                .noun = "the name of a .json file",
                                                .pattern = ".\\.json$",
                                                .check = check_lesson_file};
const LessonFormat LESSON_FORMAT_URL = {.def = "url",
                                        .noun = "an address that begins with http:// or https://, "
                                                "perhaps after a method and a blank",
                                        .pattern = "^([A-Z]+ )?https?://.",
                                        .check = check_url};

const LessonFormat LESSON_FORMAT_HEADER = {.def = "headerName",
                                           .noun = "the name of a header, like \"Content-Type\"",
                                           .pattern = "^[A-Za-z0-9_-]+$",
                                           .check = check_header};
const LessonFormat LESSON_FORMAT_ADDRESS = {.def = "address",
                                            .noun = "a host and a port, like \"db.example:5432\"",
                                            .pattern = "^[^:/ \t\r\n]+:[1-9][0-9]{0,4}$",
                                            .check = check_address};
const LessonFormat LESSON_FORMAT_LINE = {.def = "line",
                                         .noun = "a line without its end, or \"*\" for any other",
                                         .pattern = "^[^\r\n]+$",
                                         .check = check_line};
const LessonFormat LESSON_FORMAT_COMMAND = {.def = "command",
                                            .noun = "a command with its arguments, like \"ls -l\"",
                                            .pattern = "^[^ ](.*[^ ])?$",
                                            .check = check_command};

#define NUMBERED "#[1-9][0-9]{0,5}"
#define OWNER_KINDS                                                                                \
    "task|future|queue|lock|event|semaphore|condition|barrier|group|generator|thread"

const LessonFormat LESSON_FORMAT_SPOTLIGHT = {
    .def = "spotlight",
    .noun = "a thing or a panel, like \"queue:q\", \"task:main\", \"queue#2\" or \"panel:ready\"",
    .pattern = "^((" OWNER_KINDS "|timer)(:.+|" NUMBERED ")|panel:(source|stage|running|ready|"
               "tasks|futures|queue|timers|output|timeline))$",
    WORDS(THINGS)};
const LessonFormat LESSON_FORMAT_TASK = {.def = "task",
                                         .noun = "a task, like \"task:consumer-1\"",
                                         .pattern = "^task(:.+|" NUMBERED ")$",
                                         WORDS(TASKS)};
const LessonFormat LESSON_FORMAT_WAITER = {.def = "waiter",
                                           .noun = "a task or a future, like \"task:reader\"",
                                           .pattern = "^(task|future)(:.+|" NUMBERED ")$",
                                           WORDS(WAITERS)};
const LessonFormat LESSON_FORMAT_SLEEPER = {.def = "sleeper",
                                            .noun = "a task or a timer, like \"task:reader\"",
                                            .pattern = "^(task|timer)(:.+|" NUMBERED ")$",
                                            WORDS(SLEEPERS)};
const LessonFormat LESSON_FORMAT_SCOPE = {
    .def = "scope",
    .noun = "a task or a function, like \"task:reader\" or \"function:main\"",
    .pattern = "^(task(:.+|" NUMBERED ")|function:.+)$",
    WORDS(SCOPES)};

const LessonFormat LESSON_FORMAT_LEVEL = {.noun = "a level", WORDS(LEVELS)};
const LessonFormat LESSON_FORMAT_HTTP_ERROR = {.noun = "a failure of a request",
                                               WORDS(HTTP_ERRORS)};
const LessonFormat LESSON_FORMAT_SIGNAL = {.noun = "a signal", WORDS(SIGNALS)};
const LessonFormat LESSON_FORMAT_HOST_ERROR = {.noun = "a failure of a connection",
                                               WORDS(HOST_ERRORS)};
const LessonFormat LESSON_FORMAT_OUTPUT = {.noun = "a stream of a process", WORDS(OUTPUTS)};
const LessonFormat LESSON_FORMAT_PANEL = {.noun = "a panel", WORDS(PANELS)};
