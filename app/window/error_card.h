#ifndef WINDOW_ERROR_CARD_H
#define WINDOW_ERROR_CARD_H
/* The card that shows what keeps a lesson or a program from being shown, over what was there. */

#include "session/session.h"
#include "window/screen.h"

/* Owns its problems. Zeroed: nothing is wrong. */
typedef struct {
    LessonProblems problems;
    TextKey
        title; /* of a program or an index; TEXT_COUNT for a lesson, which counts its mistakes */
    size_t current;
} ErrorCard;

/* Takes over (and zeroes) a lesson's or an index's problems. */
void error_card_take(ErrorCard *card, LessonProblems *problems, TextKey title);
/* Copies what is wrong with the session's lesson or with its program. */
void error_card_take_session(ErrorCard *card, Session *session, const TextTable *words);
void error_card_clear(ErrorCard *card);
bool error_card_is_open(const ErrorCard *card);
/* To the next mistake (1) or the one before (-1), around the end. */
void error_card_move(ErrorCard *card, int by);
/* The mistake in hand as text for the clipboard; the caller frees it. NULL: not enough memory. */
char *error_card_text(const ErrorCard *card);

/* What lies behind the card, and so comes back when it is closed. */
typedef enum {
    BEHIND_LESSONS,   /* their list */
    BEHIND_LAST_GOOD, /* the lesson that could be read last */
    BEHIND_ITSELF     /* the lesson with the mistakes, which runs all the same */
} ErrorBehind;

void error_card_draw(DrawList *list, const ScreenView *view, ScreenSpots *spots,
                     const ErrorCard *card, ErrorBehind behind);

#endif
