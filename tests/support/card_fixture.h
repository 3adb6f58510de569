#ifndef SUPPORT_CARD_FIXTURE_H
#define SUPPORT_CARD_FIXTURE_H
/* A lesson that is open and recorded, and what lies over its stage: cards, popovers, what-ifs. For
   tests of the picture without a window. */

#include "support/fake_fonts.h"
#include "window/mode.h"

typedef struct {
    FakeFonts fonts;
    SessionContext context;
    Player player;
    Mode mode;
    StageView view;
    DrawList list;
    ScreenSpots spots;
} CardFixture;

/* NULL: the lesson does not open. It is shown in 1920x1080, dark. */
CardFixture *card_fixture_create(const char *lesson, const char *language);
void card_fixture_destroy(CardFixture *f);

void card_fixture_view(CardFixture *f, int width, int height, ThemeId theme, bool projector);
/* The cards alone, without the stage behind them; a list that is not sound fails the test. */
void card_fixture_draw(CardFixture *f);
/* Draws, and compares with the record in tests/app/<name>.txt. */
void card_fixture_assert_picture(CardFixture *f, const char *name);
/* Draws, and fails the test where texts touch or leave the window; there are `least` at least. */
void card_fixture_assert_texts_apart(CardFixture *f, const char *what, size_t least);

#endif
