#ifndef API_ASK_H
#define API_ASK_H
/* Asking the present moment something that may run the program's code; private to api/. */

#include "api/engine_api.h"

/* Answers in `text`, or elsewhere outside the arena. False: `text` says why there is no answer. */
typedef bool AskFunction(Engine *e, const void *question, char *text, size_t size);

/* Whatever the function does to the arena is undone, and nothing of it is recorded. */
bool ask_now(Engine *e, AskFunction *answer, const void *question, char *text, size_t size);
/* The exception in flight, or that it took too long. */
void ask_say_error(Engine *e, char *text, size_t size);

#endif
