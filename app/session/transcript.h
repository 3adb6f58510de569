#ifndef SESSION_TRANSCRIPT_H
#define SESSION_TRANSCRIPT_H
/* The walk through a lesson as text, for those who hear it and for paper: what was printed and what
   is told, in order. */

#include "session/session.h"
#include "text/text.h"

/* Of the recorded run; the caller frees it. NULL: not enough memory. */
char *transcript_text(const Session *s, const TextTable *words, const char *language);
/* What its variants change, where they part from it and what comes of both, with what both print;
   they are run for that. The caller frees it. NULL: not enough memory. */
char *transcript_whatifs(Session *s, const SessionContext *context, const TextTable *words);
/* Both, one after the other. */
char *transcript_all(Session *s, const SessionContext *context, const TextTable *words);
/* The walk through the variant that is on the stage, then that through its original with all of its
   what-ifs; `number` is the variant's, from 0. The caller frees it. NULL: not enough memory. */
char *transcript_staged(Session *original, const Session *variant, int number,
                        const SessionContext *context, const TextTable *words);

#endif
