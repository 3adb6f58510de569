#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H
/* The command line: one function a command, found in one table (command.c). */

#include <stdbool.h>
#include <stdio.h>

#include "draw/theme.h"
#include "session/session.h"

enum { EXIT_FAILED = 1, EXIT_USAGE = 2 };

/* What stands after the command's name. Options that a command does not take are refused. */
typedef struct {
    const char *files[64];
    int file_count;
    const char *out, *out_dir, *size, *theme, *time, *step, *language, *world, *modules, *only;
    const char *of, *event, *format, *view, *answer, *motion, *variant, *record_mib;
    bool moments, log_actions, json, projector, sheet, watch, explain, check, teacher;
} CommandOptions;

typedef int (*CommandRun)(const CommandOptions *options);

int command_run(const CommandOptions *o);        /* command_run.c */
int command_report(const CommandOptions *o);     /* command_report.c */
int command_trace(const CommandOptions *o);      /* command_trace.c */
int command_check(const CommandOptions *o);      /* command_check.c */
int command_render(const CommandOptions *o);     /* command_render.c */
int command_transcript(const CommandOptions *o); /* command_transcript.c */
int command_unittest(const CommandOptions *o);   /* command_unittest.c */
int command_format(const CommandOptions *o);     /* command_format.c */
int command_handout(const CommandOptions *o);    /* command_handout.c */
int command_new(const CommandOptions *o);        /* command_new.c */
int command_why(const CommandOptions *o);        /* command_why.c */
int command_window(const CommandOptions *o);     /* command_window.c */

/* Reads the words of the command line and runs what they ask for; the process's exit status. */
int command_main(int argc, char **argv);
/* From now on large numbers that find no memory end the process with a message, not a signal.
   Before the first engine is made. */
void command_guard_memory(void);

/* Opens a lesson or program, and prints to standard error what keeps it from being opened. */
bool command_open(Session *s, const CommandOptions *o);
/* The variant that --variant names, in the session's place: recorded, once the original is. False:
   there is none, or it does not run, as standard error says. */
bool command_variant(Session *s, const CommandOptions *o);
/* The number of it, from 0; -1 where there is none, as standard error says. */
int command_variant_number(const Session *s, const char *text);
/* NULL leaves the theme as it is. False: there is none of that name, as standard error says. */
bool command_theme(const char *name, ThemeId *theme);
/* The reader of files that all commands use. */
SessionContext command_context(const char *language);
/* The same, with the language and the memory that the options give. */
SessionContext command_context_of(const CommandOptions *o);
/* Prints a program's mistake as CPython would: file, line, the line itself, a caret, the kind. */
void command_print_diag(const Session *s, FILE *to);

#endif
