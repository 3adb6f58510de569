#ifndef SUPPORT_FAKE_FONTS_H
#define SUPPORT_FAKE_FONTS_H
/* Fonts without files: sizes by rule, every glyph a plain bar, so that tests can compute what they
   expect. A capital is 0.7 em wide, a space 0.3, everything else 0.5; mono fonts 0.6 throughout. */

#include "draw/fonts.h"

enum { FAKE_MASK_SIDE = 256 };

typedef struct {
    Fonts base; /* first: hand out &fake.base */
    uint8_t mask[FAKE_MASK_SIDE * FAKE_MASK_SIDE];
} FakeFonts;

void fake_fonts_init(FakeFonts *fake);

#endif
