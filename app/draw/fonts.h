#ifndef DRAW_FONTS_H
#define DRAW_FONTS_H
/* Measuring text and coverage of glyphs, whoever makes them: platform_fonts.c through SDL_ttf, a
   test through a table of its own.

   Advances are a property of the font alone (ems), not of the pixels it is drawn with: a text is
   as wide, in logical pixels, at every scale. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/draw.h"

enum { FONT_PHASES = 4 }; /* glyphs are placed at quarters of a physical pixel */

/* In ems; descent is positive downwards. */
typedef struct {
    float ascent, descent, line; /* line: what the font asks for from baseline to baseline */
    float cap_height, x_height;
} FontMetrics;

/* Coverage 0..255 of one glyph, borrowed until the next call that asks for another size. */
typedef struct {
    int left, top; /* from the pen to the mask's left edge; from the baseline up to its top row */
    int width, height, stride;
    const uint8_t *coverage;
} GlyphMask;

typedef struct Fonts Fonts;
struct Fonts {
    /* Ems from this character to the next; `next` is 0 at the end of the text. */
    float (*advance)(Fonts *fonts, FontId font, uint32_t codepoint, uint32_t next);
    /* False when the glyph has no pixels (a space). `pixels`: physical size of an em; `phase`:
       0..FONT_PHASES-1, how far the pen is to the right of a whole pixel. */
    bool (*glyph)(Fonts *fonts, FontId font, float pixels, uint32_t codepoint, int phase,
                  GlyphMask *mask);
    FontMetrics metrics[FONT_COUNT];
    bool has_han; /* Chinese signs have glyphs */
};

/* Width in logical pixels of `length` bytes of UTF-8, the same as draw_text paints. */
float fonts_measure(Fonts *fonts, FontId font, float size, const char *text, size_t length);
float fonts_measure_z(Fonts *fonts, FontId font, float size, const char *text);
float fonts_measure_tracked(Fonts *fonts, FontId font, float size, float tracking, const char *text,
                            size_t length);
/* How many bytes of the text fit into `width`, whole characters only. To cut a text with an
   ellipsis leave room for fonts_measure_z(..., "\xE2\x80\xA6"). */
size_t fonts_fit(Fonts *fonts, FontId font, float size, const char *text, size_t length,
                 float width);
/* Bytes of the first line when broken at spaces, or between Chinese signs, into lines of `width`;
   at least one character. `*next` is where the second line begins (past the spaces). Ends at a
   newline.
 */
size_t fonts_break(Fonts *fonts, FontId font, float size, const char *text, size_t length,
                   float width, size_t *next);

/* Decodes one code point and moves *at past it; malformed bytes give U+FFFD one at a time. */
uint32_t fonts_decode(const char *text, size_t length, size_t *at);

#endif
