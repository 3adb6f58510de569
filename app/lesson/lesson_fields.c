#include "lesson/lesson_fields.h"

#include "lesson/lesson_index.h"

/* ---- How a row is written ---------------------------------------------------------------- */

#define FIELDS(array) .fields = (array), .field_count = sizeof(array) / sizeof *(array)
#define FORMS(array)  .forms = (array), .form_count = sizeof(array) / sizeof *(array)

#define TEXT               .type = LESSON_FIELD_TEXT
#define STRING             .type = LESSON_FIELD_STRING
#define FORMAT(name)       .type = LESSON_FIELD_FORMAT, .format = &LESSON_FORMAT_##name
#define THING(name)        .type = LESSON_FIELD_THING, .format = &LESSON_FORMAT_##name
#define WORD(name)         .type = LESSON_FIELD_WORD, .format = &LESSON_FORMAT_##name
#define LEVEL              .type = LESSON_FIELD_LEVEL, .format = &LESSON_FORMAT_LEVEL
#define INTEGER(low, high) .type = LESSON_FIELD_INTEGER, .min = (low), .max = (high)
#define NUMBER(low, high)  .type = LESSON_FIELD_NUMBER, .min = (low), .max = (high)
#define FLAG               .type = LESSON_FIELD_FLAG
#define CONST              .type = LESSON_FIELD_CONST
#define JSON               .type = LESSON_FIELD_JSON
#define OBJECT(name)       .type = LESSON_FIELD_OBJECT, .shape = &(name)

#define REQUIRED         .required = true
#define NULLABLE         .nullable = true
#define EMPTY            .may_be_empty = true
#define ABOVE            .above_min = true
#define MANY             .count = LESSON_MANY
#define SPREAD           .spread = true
#define AT_LEAST(n)      .count = LESSON_MANY, .least = (n)
#define MAP(name)        .count = LESSON_MAP, .format = &LESSON_FORMAT_##name
#define IN(type, member) .offset = offsetof(type, member)
#define ABOUT(text)      .about = (text)
#define EXAMPLE(json)    .example = (json)

#define LONGEST_TIME  1e9 /* seconds; in nanoseconds still far from the end of 64 bits */
#define LARGEST_COUNT 1e9
#define LARGEST_EXACT 1e15 /* far from where doubles skip whole numbers */

/* ---- Selectors: moments of the run ------------------------------------------------------- */

#define HIT_FIELD                                                                                  \
    "hit", INTEGER(1, LARGEST_COUNT), IN(LessonSelector, nth),                                     \
        ABOUT("Which time it is about to run, from 1; 1 if it is not given."), EXAMPLE("3")
#define TASK_FIELD                                                                                 \
    "task", STRING, IN(LessonSelector, task),                                                      \
        ABOUT("Name of the only task that counts; without it all tasks count."),                   \
        EXAMPLE("\"consumer-1\"")

static const LessonField SOURCE_FIELDS[] = {
    {"source", STRING, REQUIRED, IN(LessonSelector, text),
     ABOUT("A piece of one line of the program; the moment is when that line's statement is about "
           "to run."),
     EXAMPLE("\"await q.put(item)\"")},
    {HIT_FIELD},
    {TASK_FIELD}};

static const LessonField LINE_FIELDS[] = {
    {"line", INTEGER(1, LARGEST_COUNT), REQUIRED, IN(LessonSelector, line),
     ABOUT("A line of the program; a piece of source text survives edits better."), EXAMPLE("12")},
    {HIT_FIELD},
    {TASK_FIELD}};

static const LessonField EVENT_FIELDS[] = {
    {"event", STRING, REQUIRED, IN(LessonSelector, text),
     ABOUT("Name of an event of the engine; the moment is when it happens."),
     EXAMPLE("\"task.suspended\"")},
    {TASK_FIELD},
    {"object", STRING, IN(LessonSelector, object),
     ABOUT("Name of the only thing that counts; without it all things count."), EXAMPLE("\"q\"")},
    {"nth", INTEGER(1, LARGEST_COUNT), IN(LessonSelector, nth),
     ABOUT("Which of these events it is, from 1; 1 if it is not given."), EXAMPLE("2")}};

static const LessonField TIME_FIELDS[] = {
    {"time", NUMBER(0, LONGEST_TIME), REQUIRED, IN(LessonSelector, time),
     ABOUT("Virtual seconds; the moment is when the clock has reached them, before anything runs."),
     EXAMPLE("1.5")}};

static const LessonField OUTPUT_FIELDS[] = {
    {"output", STRING, REQUIRED, IN(LessonSelector, text),
     ABOUT("A piece of a printed line; the moment is when that line is complete."),
     EXAMPLE("\"got 3\"")},
    {"nth", INTEGER(1, LARGEST_COUNT), IN(LessonSelector, nth),
     ABOUT("Which of the lines that contain it, from 1; 1 if it is not given."), EXAMPLE("2")}};

static const LessonField END_FIELDS[] = {
    {"end", CONST, REQUIRED, ABOUT("The moment after the last instruction."), EXAMPLE("true")}};

static const LessonShape AT_SOURCE = {.def = "atSource",
                                      .noun = "a moment given by its source text",
                                      .about = "When a line of the program is about to run.",
                                      FIELDS(SOURCE_FIELDS)};
static const LessonShape AT_LINE = {.def = "atLine",
                                    .noun = "a moment given by its line",
                                    .about = "When a line, by its number, is about to run.",
                                    FIELDS(LINE_FIELDS)};
static const LessonShape AT_EVENT = {.def = "atEvent",
                                     .noun = "a moment given by an event",
                                     .about = "When something happens in the engine.",
                                     FIELDS(EVENT_FIELDS)};
static const LessonShape AT_TIME = {.def = "atTime",
                                    .noun = "a moment given by its time",
                                    .about = "When the virtual clock reaches a time.",
                                    FIELDS(TIME_FIELDS)};
static const LessonShape AT_OUTPUT = {.def = "atOutput",
                                      .noun = "a moment given by its output",
                                      .about = "When the program has printed a line.",
                                      FIELDS(OUTPUT_FIELDS)};
static const LessonShape AT_END = {.def = "atEnd",
                                   .noun = "the last moment",
                                   .about = "When the run is over.",
                                   FIELDS(END_FIELDS)};

static const LessonForm SELECTOR_FORMS[] = {
    {"source", NULL, &AT_SOURCE, LESSON_AT_SOURCE}, {"line", NULL, &AT_LINE, LESSON_AT_LINE},
    {"event", NULL, &AT_EVENT, LESSON_AT_EVENT},    {"time", NULL, &AT_TIME, LESSON_AT_TIME},
    {"output", NULL, &AT_OUTPUT, LESSON_AT_OUTPUT}, {"end", NULL, &AT_END, LESSON_AT_END}};

static const LessonSelector FIRST_TIME = {.nth = 1};
static const LessonShape SELECTOR = {.def = "selector",
                                     .noun = "a selector of a moment",
                                     .about = "Names a moment of the run.",
                                     FORMS(SELECTOR_FORMS),
                                     .size = sizeof(LessonSelector),
                                     .defaults = &FIRST_TIME};

/* ---- Moments ----------------------------------------------------------------------------- */

static const LessonField MOMENT_FIELDS[] = {
    {"at", OBJECT(SELECTOR), REQUIRED, IN(LessonMoment, at), ABOUT("When it is."),
     EXAMPLE("{\"source\": \"await q.put(item)\", \"hit\": 3}")},
    {"say", TEXT, REQUIRED, IN(LessonMoment, say),
     ABOUT("The caption: what happened, and what follows from it; ==words== are lit up."),
     EXAMPLE("\"The queue is full, so put() waits.\"")},
    {"spotlight", THING(SPOTLIGHT), IN(LessonMoment, spotlight),
     ABOUT("The only thing or panel that stays lit."), EXAMPLE("\"queue:q\"")},
    {"pause", FLAG, IN(LessonMoment, pause), ABOUT("Whether playing stops here."), EXAMPLE("true")},
    {"note", TEXT, IN(LessonMoment, note), ABOUT("A note for the teacher, not shown to learners."),
     EXAMPLE("\"Ask the room: who can wake it?\"")}};

static const LessonShape MOMENT = {.def = "moment",
                                   .noun = "a moment",
                                   .about = "A moment of the run and what to tell about it.",
                                   FIELDS(MOMENT_FIELDS),
                                   .size = sizeof(LessonMoment)};

/* ---- Checkpoints ------------------------------------------------------------------------- */

static const LessonField CHOICE_FIELDS[] = {
    {"text", TEXT, REQUIRED, IN(LessonChoice, text), ABOUT("The answer as it is shown."),
     EXAMPLE("\"The producer\"")},
    {"correct", FLAG, IN(LessonChoice, correct), ABOUT("Whether it is right."), EXAMPLE("true")},
    {"because", TEXT, IN(LessonChoice, because), ABOUT("Shown when it was chosen: why it is so."),
     EXAMPLE("\"A slot is free, so put() can go on.\"")}};

static const LessonShape CHOICE = {.def = "choice",
                                   .noun = "a choice",
                                   .about = "One of the answers to choose from.",
                                   FIELDS(CHOICE_FIELDS),
                                   .size = sizeof(LessonChoice)};

static const LessonField ASK_HANDLE_FIELDS[] = {
    {"ask", CONST, REQUIRED, ABOUT("Which handle runs next?"), EXAMPLE("\"next-handle\"")}};
static const LessonField ASK_OUTPUT_FIELDS[] = {
    {"ask", CONST, REQUIRED, ABOUT("What is printed next?"), EXAMPLE("\"next-output\"")}};
static const LessonField ASK_STATE_FIELDS[] = {
    {"ask", CONST, REQUIRED, ABOUT("In which state is it?"), EXAMPLE("\"state\"")},
    {"of", THING(TASK), REQUIRED, IN(LessonCheckpoint, of), ABOUT("The task asked about."),
     EXAMPLE("\"task:consumer-2\"")}};
static const LessonField ASK_VALUE_FIELDS[] = {
    {"ask", CONST, REQUIRED, ABOUT("Which value has it?"), EXAMPLE("\"value\"")},
    {"of", STRING, REQUIRED, IN(LessonCheckpoint, expression),
     ABOUT("A Python expression that changes nothing."), EXAMPLE("\"q.qsize()\"")},
    {"in", THING(SCOPE), IN(LessonCheckpoint, in),
     ABOUT("The task or function that the expression is evaluated in."),
     EXAMPLE("\"function:main\"")}};
static const LessonField ASK_CHOICE_FIELDS[] = {
    {"ask", CONST, REQUIRED, ABOUT("Which of these answers is right?"), EXAMPLE("\"choice\"")},
    {"prompt", TEXT, REQUIRED, IN(LessonCheckpoint, prompt), ABOUT("The question."),
     EXAMPLE("\"Who wakes the producer?\"")},
    {"choices", OBJECT(CHOICE), REQUIRED, AT_LEAST(2), IN(LessonCheckpoint, choices),
     ABOUT("The answers; at least one is correct."),
     EXAMPLE("[{\"text\": \"The consumer\", \"correct\": true}, {\"text\": \"Nobody\"}]")}};

static const LessonShape ASK_HANDLE = {.def = "askNextHandle",
                                       .noun = "a question for the next handle",
                                       .about = "Asks which handle the loop runs next.",
                                       FIELDS(ASK_HANDLE_FIELDS)};
static const LessonShape ASK_OUTPUT = {.def = "askNextOutput",
                                       .noun = "a question for the next output",
                                       .about = "Asks what the program prints next.",
                                       FIELDS(ASK_OUTPUT_FIELDS)};
static const LessonShape ASK_STATE = {.def = "askState",
                                      .noun = "a question for a state",
                                      .about = "Asks for the state of a task.",
                                      FIELDS(ASK_STATE_FIELDS)};
static const LessonShape ASK_VALUE = {.def = "askValue",
                                      .noun = "a question for a value",
                                      .about = "Asks for the value of an expression.",
                                      FIELDS(ASK_VALUE_FIELDS)};
static const LessonShape ASK_CHOICE = {.def = "askChoice",
                                       .noun = "a question with choices",
                                       .about = "Asks a question of the lesson's own.",
                                       FIELDS(ASK_CHOICE_FIELDS)};

static const LessonForm CHECKPOINT_FORMS[] = {
    {"ask", "next-handle", &ASK_HANDLE, LESSON_ASK_NEXT_HANDLE},
    {"ask", "next-output", &ASK_OUTPUT, LESSON_ASK_NEXT_OUTPUT},
    {"ask", "state", &ASK_STATE, LESSON_ASK_STATE},
    {"ask", "value", &ASK_VALUE, LESSON_ASK_VALUE},
    {"ask", "choice", &ASK_CHOICE, LESSON_ASK_CHOICE}};

static const LessonField CHECKPOINT_FIELDS[] = {
    {"at", OBJECT(SELECTOR), REQUIRED, IN(LessonCheckpoint, at), ABOUT("When the question comes."),
     EXAMPLE("{\"time\": 2}")},
    {"explain", TEXT, IN(LessonCheckpoint, explain), ABOUT("Shown with the answer: why it is so."),
     EXAMPLE("\"A woken task joins the end of the ready queue.\"")}};

static const LessonShape CHECKPOINT = {.def = "checkpoint",
                                       .noun = "a checkpoint",
                                       .about = "A question; the engine knows the answer.",
                                       FIELDS(CHECKPOINT_FIELDS),
                                       FORMS(CHECKPOINT_FORMS),
                                       .form_at = 1,
                                       .size = sizeof(LessonCheckpoint)};

/* ---- Variants ---------------------------------------------------------------------------- */

static const LessonField EDIT_FIELDS[] = {
    {"find", STRING, REQUIRED, IN(LessonEdit, find),
     ABOUT("A piece of the program that stands there exactly once."), EXAMPLE("\"sleep(0.3)\"")},
    {"put", STRING, REQUIRED, EMPTY, IN(LessonEdit, put), ABOUT("What stands there instead."),
     EXAMPLE("\"sleep(1.0)\"")}};

static const LessonShape EDIT = {.def = "edit",
                                 .noun = "an edit",
                                 .about = "A change of the program's text.",
                                 FIELDS(EDIT_FIELDS),
                                 .size = sizeof(LessonEdit)};

static const LessonField CANCEL_FIELDS[] = {
    {"cancel", THING(TASK), REQUIRED, IN(LessonInjection, target), ABOUT("The task to cancel."),
     EXAMPLE("\"task:consumer-1\"")}};
static const LessonField RAISE_FIELDS[] = {
    {"raise", STRING, REQUIRED, IN(LessonInjection, exception),
     ABOUT("The exception, as Python makes it."), EXAMPLE("\"ValueError('no milk')\"")},
    {"in", THING(WAITER), REQUIRED, IN(LessonInjection, target),
     ABOUT("The task that waits, or the future it waits for."), EXAMPLE("\"task:consumer-1\"")}};
static const LessonField DELAY_FIELDS[] = {
    {"delay", NUMBER(0, LONGEST_TIME), ABOVE, REQUIRED, IN(LessonInjection, delay),
     ABOUT("Virtual seconds by which a sleep gets longer."), EXAMPLE("0.5")},
    {"of", THING(SLEEPER), REQUIRED, IN(LessonInjection, target),
     ABOUT("The task that sleeps, or its timer."), EXAMPLE("\"task:consumer-1\"")}};

static const LessonShape CANCEL = {.def = "injectCancel",
                                   .noun = "an injection that cancels",
                                   .about = "Cancels a task.",
                                   FIELDS(CANCEL_FIELDS)};
static const LessonShape RAISE = {.def = "injectRaise",
                                  .noun = "an injection that raises",
                                  .about = "Raises an exception where a task waits.",
                                  FIELDS(RAISE_FIELDS)};
static const LessonShape DELAY = {.def = "injectDelay",
                                  .noun = "an injection that delays",
                                  .about = "Makes a sleep longer.",
                                  FIELDS(DELAY_FIELDS)};

static const LessonForm INJECTION_FORMS[] = {{"cancel", NULL, &CANCEL, LESSON_INJECT_CANCEL},
                                             {"raise", NULL, &RAISE, LESSON_INJECT_RAISE},
                                             {"delay", NULL, &DELAY, LESSON_INJECT_DELAY}};

static const LessonField INJECTION_FIELDS[] = {
    {"at", OBJECT(SELECTOR), REQUIRED, IN(LessonInjection, at),
     ABOUT("After which moment it is done, between two handles."), EXAMPLE("{\"time\": 1}")}};

static const LessonShape INJECTION = {.def = "injection",
                                      .noun = "an injection",
                                      .about = "Something done to the run from outside.",
                                      FIELDS(INJECTION_FIELDS),
                                      FORMS(INJECTION_FORMS),
                                      .size = sizeof(LessonInjection)};

static const LessonField VARIANT_EDIT_FIELDS[] = {
    {"source", OBJECT(EDIT), REQUIRED, IN(LessonVariant, edit), ABOUT("A change of the program."),
     EXAMPLE("{\"find\": \"sleep(0.3)\", \"put\": \"sleep(1.0)\"}")}};
static const LessonField VARIANT_INJECT_FIELDS[] = {
    {"inject", OBJECT(INJECTION), REQUIRED, IN(LessonVariant, inject),
     ABOUT("Something done to the run."),
     EXAMPLE("{\"at\": {\"time\": 1}, \"cancel\": \"task:consumer-1\"}")}};

static const LessonShape VARIANT_EDIT = {.def = "variantByEdit",
                                         .noun = "a variant with an edit",
                                         .about = "The same lesson with a changed program.",
                                         FIELDS(VARIANT_EDIT_FIELDS)};
static const LessonShape VARIANT_INJECT = {.def = "variantByInjection",
                                           .noun = "a variant with an injection",
                                           .about = "The same program with something done to it.",
                                           FIELDS(VARIANT_INJECT_FIELDS)};

static const LessonForm VARIANT_FORMS[] = {
    {"source", NULL, &VARIANT_EDIT, LESSON_VARIANT_EDIT},
    {"inject", NULL, &VARIANT_INJECT, LESSON_VARIANT_INJECT}};

static const LessonField VARIANT_FIELDS[] = {
    {"title", TEXT, REQUIRED, IN(LessonVariant, title), ABOUT("What is different, in a few words."),
     EXAMPLE("\"A slower consumer\"")},
    {"say", TEXT, IN(LessonVariant, say), ABOUT("What comes of it, in a sentence."),
     EXAMPLE("\"The queue is full more often, and the run takes longer.\"")}};

static const LessonShape VARIANT = {.def = "variant",
                                    .noun = "a variant",
                                    .about = "A what-if, shown beside the original run.",
                                    FIELDS(VARIANT_FIELDS),
                                    FORMS(VARIANT_FORMS),
                                    .size = sizeof(LessonVariant)};

/* ---- What the program gets and has ------------------------------------------------------- */

static const LessonField PROGRAM_FILE_FIELDS[] = {
    {"file", FORMAT(PROGRAM), REQUIRED, IN(LessonProgram, file),
     ABOUT("A .py file in the lesson's folder."), EXAMPLE("\"producer_consumer.py\"")}};
static const LessonField PROGRAM_TEXT_FIELDS[] = {
    {"text", STRING, REQUIRED, IN(LessonProgram, text), ABOUT("The program itself."),
     EXAMPLE("\"import asyncio\\n\"")}};
static const LessonShape PROGRAM_FILE = {.def = "programInFile",
                                         .noun = "a program in a file",
                                         .about = "The program stands in a file beside the lesson.",
                                         FIELDS(PROGRAM_FILE_FIELDS)};
static const LessonShape PROGRAM_TEXT = {.def = "programInLesson",
                                         .noun = "a program in the lesson",
                                         .about = "The program stands in the lesson.",
                                         FIELDS(PROGRAM_TEXT_FIELDS)};
static const LessonForm PROGRAM_FORMS[] = {{"file", NULL, &PROGRAM_FILE, LESSON_PROGRAM_FILE},
                                           {"text", NULL, &PROGRAM_TEXT, LESSON_PROGRAM_TEXT}};
static const LessonShape PROGRAM = {.def = "program",
                                    .noun = "a program",
                                    .about = "The Python program that the lesson runs.",
                                    FORMS(PROGRAM_FORMS),
                                    .size = sizeof(LessonProgram)};

static const LessonField INPUT_FIELDS[] = {
    {"at", NUMBER(0, LONGEST_TIME), REQUIRED, IN(LessonInput, at),
     ABOUT("Virtual seconds; not before the piece above."), EXAMPLE("0.5")},
    {"text", STRING, IN(LessonInput, text), ABOUT("What arrives, with its line breaks."),
     EXAMPLE("\"hello\\n\"")},
    {"eof", FLAG, IN(LessonInput, eof),
     ABOUT("The input ends here, instead of text; without it right after the last piece."),
     EXAMPLE("true")}};
static const LessonInput NEVER = {.at = -1};
static const LessonShape INPUT = {.def = "input",
                                  .noun = "a piece of input",
                                  .about = "Something typed at a time.",
                                  FIELDS(INPUT_FIELDS),
                                  .size = sizeof(LessonInput),
                                  .defaults = &NEVER};

/* ---- The world --------------------------------------------------------------------------- */

static const LessonField HEADER_FIELDS[] = {
    {"value", STRING, REQUIRED, EMPTY, IN(LessonHeader, value), ABOUT("What the header says."),
     EXAMPLE("\"text/html\"")}};
static const LessonShape HEADER = {.def = "header",
                                   .noun = "a header",
                                   .about = "A header of an answer.",
                                   FIELDS(HEADER_FIELDS),
                                   .size = sizeof(LessonHeader)};

#define ANSWER_ROWS                                                                                \
    {"after", NUMBER(0, LONGEST_TIME), IN(LessonAnswer, after),                                    \
     ABOUT("Virtual seconds until it comes; at once if it is not given."), EXAMPLE("0.3")},        \
        {"status", INTEGER(100, 599), IN(LessonAnswer, status),                                    \
         ABOUT("The status of HTTP; 200 if it is not given."), EXAMPLE("404")},                    \
        {"text",                                                                                   \
         STRING,                                                                                   \
         EMPTY,                                                                                    \
         IN(LessonAnswer, text),                                                                   \
         ABOUT("The body as text."),                                                               \
         EXAMPLE("\"not found\"")},                                                                \
        {"json", JSON, IN(LessonAnswer, json), ABOUT("The body as JSON, instead of text."),        \
         EXAMPLE("[1, 2]")},                                                                       \
        {"error", WORD(HTTP_ERROR), IN(LessonAnswer, error),                                       \
         ABOUT("How the request fails, instead of an answer."), EXAMPLE("\"refused\"")},           \
    {                                                                                              \
        "headers", OBJECT(HEADER), MAP(HEADER), IN(LessonAnswer, headers),                         \
            ABOUT("Headers of the answer."), EXAMPLE("{\"Server\": {\"value\": \"lesson\"}}")      \
    }

static const LessonField LATER_ANSWER_FIELDS[] = {ANSWER_ROWS};
static const LessonAnswer FOUND = {.status = 200};
static const LessonShape LATER_ANSWER = {.def = "laterAnswer",
                                         .noun = "a later answer",
                                         .about = "What a later request to the same address gets.",
                                         FIELDS(LATER_ANSWER_FIELDS),
                                         .size = sizeof(LessonAnswer),
                                         .defaults = &FOUND};

static const LessonField ANSWER_FIELDS[] = {
    ANSWER_ROWS,
    {"then", OBJECT(LATER_ANSWER), MANY, IN(LessonAnswer, then),
     ABOUT("What the second request gets, the third ...; the last answer stays."),
     EXAMPLE("[{\"status\": 200, \"text\": \"back again\"}]")}};
static const LessonShape ANSWER = {.def = "answer",
                                   .noun = "an answer",
                                   .about = "What an address answers.",
                                   FIELDS(ANSWER_FIELDS),
                                   .size = sizeof(LessonAnswer),
                                   .defaults = &FOUND};

#define SAYING_ROWS                                                                                \
    {"after", NUMBER(0, LONGEST_TIME), IN(LessonSaying, after),                                    \
     ABOUT("Virtual seconds that the host waits before it."), EXAMPLE("0.5")},                     \
        {"text", STRING, IN(LessonSaying, text), ABOUT("What the host sends."),                    \
         EXAMPLE("\"ready\\n\"")},                                                                 \
    {                                                                                              \
        "close", FLAG, IN(LessonSaying, close),                                                    \
            ABOUT("Whether the host then ends the "                                                \
                  "connection."),                                                                  \
            EXAMPLE("true")                                                                        \
    }

static const LessonField SAYING_FIELDS[] = {SAYING_ROWS};
static const LessonShape SAYING = {.def = "saying",
                                   .noun = "a saying",
                                   .about = "Something that a host sends by itself.",
                                   FIELDS(SAYING_FIELDS),
                                   .size = sizeof(LessonSaying)};
static const LessonShape REPLY = {.def = "reply",
                                  .noun = "a reply",
                                  .about = "What a host sends when a line arrived.",
                                  FIELDS(SAYING_FIELDS),
                                  .size = sizeof(LessonSaying)};

static const LessonField HOST_FIELDS[] = {
    {"latency", NUMBER(0, LONGEST_TIME), IN(LessonHost, latency),
     ABOUT("Virtual seconds that a connection takes, and everything on its way, in either "
           "direction."),
     EXAMPLE("0.05")},
    {"error", WORD(HOST_ERROR), IN(LessonHost, error),
     ABOUT("How every connection fails; a host that is not in the table refuses it."),
     EXAMPLE("\"refused\"")},
    {"say", OBJECT(SAYING), MANY, IN(LessonHost, say),
     ABOUT("What the host sends to everybody who connects, one after the other."),
     EXAMPLE("[{\"text\": \"hello\\n\"}, {\"after\": 1, \"close\": true}]")},
    {"replies", OBJECT(REPLY), MAP(LINE), IN(LessonHost, replies),
     ABOUT("What the host answers to a line; \"*\" to any other line."),
     EXAMPLE("{\"PING\": {\"text\": \"PONG\\n\"}}")},
    {"echo", FLAG, IN(LessonHost, echo), ABOUT("Whether the host sends back what it gets."),
     EXAMPLE("true")}};
static const LessonShape HOST = {.def = "host",
                                 .noun = "a host",
                                 .about = "A machine that the program can connect to.",
                                 FIELDS(HOST_FIELDS),
                                 .size = sizeof(LessonHost)};

static const LessonField PRINT_FIELDS[] = {
    {"after", NUMBER(0, LONGEST_TIME), IN(LessonPrint, after),
     ABOUT("Virtual seconds since the piece above, or since the start."), EXAMPLE("0.2")},
    {"text", STRING, REQUIRED, IN(LessonPrint, text), ABOUT("What the process writes."),
     EXAMPLE("\"working\\n\"")},
    {"to", WORD(OUTPUT), IN(LessonPrint, to), ABOUT("To which stream; stdout if not given."),
     EXAMPLE("\"stderr\"")}};
static const LessonShape PRINT = {.def = "print",
                                  .noun = "a piece of output",
                                  .about = "Something that a process writes at a time.",
                                  FIELDS(PRINT_FIELDS),
                                  .size = sizeof(LessonPrint)};

static const LessonField PROCESS_FIELDS[] = {
    {"stdout", STRING, EMPTY, IN(LessonProcess, stdout_text),
     ABOUT("What it writes when it is done."), EXAMPLE("\"3 files\\n\"")},
    {"stderr", STRING, EMPTY, IN(LessonProcess, stderr_text),
     ABOUT("What it writes to standard error when it is done."), EXAMPLE("\"no such file\\n\"")},
    {"output", OBJECT(PRINT), MANY, IN(LessonProcess, output),
     ABOUT("What it writes while it runs, piece by piece."),
     EXAMPLE("[{\"after\": 0.2, \"text\": \"working\\n\"}]")},
    {"echo", FLAG, IN(LessonProcess, echo),
     ABOUT("Whether it writes what it gets from its input, and ends where that ends."),
     EXAMPLE("true")},
    {"after", NUMBER(0, LONGEST_TIME), IN(LessonProcess, after),
     ABOUT("Virtual seconds until it ends: since its start, or since its last piece of output."),
     EXAMPLE("0.5")},
    {"returncode", INTEGER(0, 255), IN(LessonProcess, returncode),
     ABOUT("The status it ends with; 0 if it is not given."), EXAMPLE("1")}};
static const LessonShape PROCESS = {.def = "process",
                                    .noun = "a process",
                                    .about = "What a command does when the program starts it.",
                                    FIELDS(PROCESS_FIELDS),
                                    .size = sizeof(LessonProcess)};

static const LessonField SIGNAL_FIELDS[] = {
    {"at", NUMBER(0, LONGEST_TIME), REQUIRED, IN(LessonSignal, at), ABOUT("Virtual seconds."),
     EXAMPLE("1.5")},
    {"signal", WORD(SIGNAL), REQUIRED, IN(LessonSignal, signal), ABOUT("Which one."),
     EXAMPLE("\"SIGINT\"")}};
static const LessonShape SIGNAL = {.def = "signal",
                                   .noun = "a signal",
                                   .about = "A signal that the program gets from outside.",
                                   FIELDS(SIGNAL_FIELDS),
                                   .size = sizeof(LessonSignal)};

#define WORLD_ROWS                                                                                 \
    {"http",                                                                                       \
     OBJECT(ANSWER),                                                                               \
     MAP(URL),                                                                                     \
     IN(LessonWorld, http),                                                                        \
     ABOUT("What addresses answer; \"POST https://...\" only to that method."),                    \
     EXAMPLE("{\"https://shop.example/items\": {\"after\": 0.3, \"json\": [1, 2]}}")},             \
        {"hosts",                                                                                  \
         OBJECT(HOST),                                                                             \
         MAP(ADDRESS),                                                                             \
         IN(LessonWorld, hosts),                                                                   \
         ABOUT("Hosts that streams can connect to."),                                              \
         EXAMPLE("{\"echo.example:7\": {\"latency\": 0.05, \"echo\": true}}")},                    \
        {"signals",                                                                                \
         OBJECT(SIGNAL),                                                                           \
         MANY,                                                                                     \
         IN(LessonWorld, signals),                                                                 \
         ABOUT("Signals that come from outside, such as that of Ctrl+C."),                         \
         EXAMPLE("[{\"at\": 1.5, \"signal\": \"SIGINT\"}]")},                                      \
    {                                                                                              \
        "subprocess", OBJECT(PROCESS), MAP(COMMAND), IN(LessonWorld, subprocess),                  \
            ABOUT("What commands do, by the command with its arguments."),                         \
            EXAMPLE("{\"ls -l\": {\"stdout\": \"3 files\\n\"}}")                                   \
    }

static const LessonField WORLD_FIELDS[] = {WORLD_ROWS};
static const LessonShape WORLD = {.def = "world",
                                  .noun = "a world",
                                  .about = "What the program finds outside itself.",
                                  FIELDS(WORLD_FIELDS),
                                  .size = sizeof(LessonWorld)};

static const LessonField WORLD_FILE_FIELDS[] = {
    {"stdin", OBJECT(INPUT), MANY, IN(LessonWorld, input), ABOUT("What is typed while it runs."),
     EXAMPLE("[{\"at\": 0.5, \"text\": \"hello\\n\"}]")},
    WORLD_ROWS};
const LessonShape LESSON_WORLD_SHAPE = {.def = "worldFile",
                                        .noun = "a world",
                                        .about = "What a program finds outside itself.",
                                        FIELDS(WORLD_FILE_FIELDS),
                                        .size = sizeof(LessonWorld)};

static const LessonField LIMITS_FIELDS[] = {
    {"virtual_seconds", NUMBER(0, LONGEST_TIME), ABOVE, IN(LessonLimits, virtual_seconds),
     ABOUT("How far the virtual clock may go."), EXAMPLE("60")},
    {"instructions", INTEGER(1, 1e12), IN(LessonLimits, instructions),
     ABOUT("How many instructions may run."), EXAMPLE("1000000")},
    {"memory_mib", INTEGER(8, 64), IN(LessonLimits, memory_mib),
     ABOUT("How many MiB of memory the program may have."), EXAMPLE("16")},
    {"output", INTEGER(1, 1 << 24), IN(LessonLimits, output),
     ABOUT("How many characters may be printed."), EXAMPLE("10000")}};
static const LessonShape LIMITS = {.def = "limits",
                                   .noun = "a set of limits",
                                   .about = "Where a run that does not end is stopped.",
                                   FIELDS(LIMITS_FIELDS),
                                   .size = sizeof(LessonLimits)};

static const LessonField VIEW_FIELDS[] = {
    {"panels", WORD(PANEL), AT_LEAST(1), IN(LessonView, panels),
     ABOUT("The panels that are shown; all if it is not given."),
     EXAMPLE("[\"source\", \"stage\", \"timeline\"]")},
    {"follow", STRING, IN(LessonView, follow), ABOUT("Name of the task that stays in sight."),
     EXAMPLE("\"consumer-1\"")},
    {"zoom", NUMBER(0.75, 2), IN(LessonView, zoom),
     ABOUT("How large everything is drawn, times the size that the reader likes."),
     EXAMPLE("1.25")}};
static const LessonView PLAIN_VIEW = {.zoom = 1};
static const LessonShape VIEW = {.def = "view",
                                 .noun = "a view",
                                 .about = "How the window begins.",
                                 FIELDS(VIEW_FIELDS),
                                 .size = sizeof(LessonView),
                                 .defaults = &PLAIN_VIEW};

static const LessonField EXPECT_FIELDS[] = {
    {"stdout", STRING, EMPTY, IN(LessonExpect, stdout_text),
     ABOUT("Everything that the program prints."), EXAMPLE("\"done\\n\"")},
    {"elapsed", NUMBER(0, LONGEST_TIME), IN(LessonExpect, elapsed),
     ABOUT("Virtual seconds until it ends."), EXAMPLE("2.5")},
    {"exception", STRING, NULLABLE, IN(LessonExpect, exception),
     ABOUT("The exception that ends it, with its message; null if none does."),
     EXAMPLE("\"ValueError: no milk\"")}};
static const LessonExpect UNCHECKED = {.elapsed = -1};
static const LessonShape EXPECT = {.def = "expect",
                                   .noun = "an expectation",
                                   .about = "What the run must come to.",
                                   FIELDS(EXPECT_FIELDS),
                                   .size = sizeof(LessonExpect),
                                   .defaults = &UNCHECKED};

/* ---- The lesson -------------------------------------------------------------------------- */

static const LessonField LESSON_FIELDS[] = {
    {"$schema", STRING, IN(Lesson, schema), ABOUT("Where an editor finds this schema."),
     EXAMPLE("\"../lesson.schema.json\"")},
    {"format", INTEGER(LESSON_FORMAT, LESSON_FORMAT), REQUIRED, IN(Lesson, format),
     ABOUT("Version of the lesson format; Coroscope reads version 1."), EXAMPLE("1")},
    {"id", FORMAT(ID), REQUIRED, IN(Lesson, id), ABOUT("The name other lessons know it by."),
     EXAMPLE("\"queues/producer-consumer\"")},
    {"languages", FORMAT(LANGUAGE), AT_LEAST(1), IN(Lesson, languages),
     ABOUT("The languages that every text is in; a plain string is in the first of them."),
     EXAMPLE("[\"en\", \"es\"]")},
    {"title", TEXT, REQUIRED, IN(Lesson, title), ABOUT("The title."),
     EXAMPLE("\"A queue between two speeds\"")},
    {"summary", TEXT, IN(Lesson, summary), ABOUT("What it is about, in a sentence."),
     EXAMPLE("\"One producer, two consumers, and a queue that holds two items.\"")},
    {"level", LEVEL, IN(Lesson, level), ABOUT("For whom it is."), EXAMPLE("\"beginner\"")},
    {"minutes", INTEGER(1, 120), IN(Lesson, minutes), ABOUT("How long it takes."), EXAMPLE("8")},
    {"objectives", TEXT, MANY, SPREAD, IN(Lesson, objectives),
     ABOUT("What a learner can do afterwards."),
     EXAMPLE("[\"See what put() does when the queue is full\"]")},
    {"requires", FORMAT(ID), MANY, IN(Lesson, requires), ABOUT("Ids of lessons to see before."),
     EXAMPLE("[\"tasks/three-sleepers\"]")},
    {"program", OBJECT(PROGRAM), REQUIRED, IN(Lesson, program), ABOUT("The program."),
     EXAMPLE("{\"file\": \"producer_consumer.py\"}")},
    {"seed", INTEGER(-LARGEST_EXACT, LARGEST_EXACT), IN(Lesson, seed),
     ABOUT("Where chance begins; 0 if it is not given."), EXAMPLE("7")},
    {"stdin", OBJECT(INPUT), MANY, IN(Lesson, input), ABOUT("What is typed while it runs."),
     EXAMPLE("[{\"at\": 0.5, \"text\": \"hello\\n\"}]")},
    {"world", OBJECT(WORLD), IN(Lesson, world), ABOUT("What the program finds outside itself."),
     EXAMPLE("{\"http\": {\"https://shop.example/items\": {\"json\": [1, 2]}}}")},
    {"limits", OBJECT(LIMITS), IN(Lesson, limits), ABOUT("Where the run is stopped."),
     EXAMPLE("{\"virtual_seconds\": 60}")},
    {"view", OBJECT(VIEW), IN(Lesson, view), ABOUT("How the window begins."),
     EXAMPLE("{\"panels\": [\"source\", \"stage\"]}")},
    {"moments", OBJECT(MOMENT), MANY, SPREAD, IN(Lesson, moments), ABOUT("What to tell, and when."),
     EXAMPLE("[{\"at\": {\"time\": 1}, \"say\": \"The first sleeper wakes.\"}]")},
    {"checkpoints", OBJECT(CHECKPOINT), MANY, SPREAD, IN(Lesson, checkpoints),
     ABOUT("What to ask."), EXAMPLE("[{\"at\": {\"time\": 1}, \"ask\": \"next-handle\"}]")},
    {"variants", OBJECT(VARIANT), MANY, SPREAD, IN(Lesson, variants),
     ABOUT("What-ifs beside the run."),
     EXAMPLE("[{\"title\": \"Slower\", \"source\": {\"find\": \"sleep(1)\", \"put\": "
             "\"sleep(2)\"}}]")},
    {"expect", OBJECT(EXPECT), SPREAD, IN(Lesson, expect), ABOUT("What the run must come to."),
     EXAMPLE("{\"stdout\": \"done\\n\", \"elapsed\": 2, \"exception\": null}")}};

static const Lesson PLAIN_LESSON = {.view = {.zoom = 1}, .expect = {.elapsed = -1}};

const LessonShape LESSON_SHAPE = {.def = "lesson",
                                  .noun = "a lesson",
                                  .about = "A lesson of Coroscope: a program and what to tell "
                                           "about its run.",
                                  FIELDS(LESSON_FIELDS),
                                  .size = sizeof(Lesson),
                                  .defaults = &PLAIN_LESSON};

/* ---- The index --------------------------------------------------------------------------- */

static const LessonField CHAPTER_FIELDS[] = {
    {"number", INTEGER(1, 999), REQUIRED, IN(LessonChapter, number),
     ABOUT("Its number; chapters stand in order."), EXAMPLE("5")},
    {"title", TEXT, REQUIRED, IN(LessonChapter, title), ABOUT("The title."), EXAMPLE("\"Queues\"")},
    {"lessons", FORMAT(LESSON_FILE), REQUIRED, MANY, IN(LessonChapter, lessons),
     ABOUT("The files of its lessons, in order."), EXAMPLE("[\"queues/producer_consumer.json\"]")}};
static const LessonShape CHAPTER = {.def = "chapter",
                                    .noun = "a chapter",
                                    .about = "A chapter of the course.",
                                    FIELDS(CHAPTER_FIELDS),
                                    .size = sizeof(LessonChapter)};

static const LessonField INDEX_FIELDS[] = {
    {"$schema", STRING, IN(LessonIndex, schema), ABOUT("Where an editor finds this schema."),
     EXAMPLE("\"index.schema.json\"")},
    {"format", INTEGER(LESSON_FORMAT, LESSON_FORMAT), REQUIRED, IN(LessonIndex, format),
     ABOUT("Version of the lesson format; Coroscope reads version 1."), EXAMPLE("1")},
    {"chapters", OBJECT(CHAPTER), REQUIRED, MANY, SPREAD, IN(LessonIndex, chapters),
     ABOUT("The chapters, by their numbers."),
     EXAMPLE("[{\"number\": 5, \"title\": \"Queues\", \"lessons\": []}]")}};

const LessonShape LESSON_INDEX_SHAPE = {.def = "index",
                                        .noun = "an index",
                                        .about = "The chapters of the course and their lessons.",
                                        FIELDS(INDEX_FIELDS),
                                        .size = sizeof(LessonIndex)};
