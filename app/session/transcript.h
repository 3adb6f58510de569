#ifndef SESSION_TRANSCRIPT_H
#define SESSION_TRANSCRIPT_H
/* The walk through a lesson as text, for those who hear it and for paper: what was printed and what
   is told, in order. */

#include <stdio.h>

#include "session/session.h"
#include "text/text.h"

/* Of the recorded run; the caller frees it. NULL: not enough memory. */
char *transcript_text(const Session *s, const TextTable *words, const char *language);
/* What its variants change and what comes of them; they are run for that. */
void transcript_whatifs(Session *s, const SessionContext *context, const TextTable *words,
                        FILE *to);

#endif
