#include "support/fake_fonts.h"

#include <string.h>

static float fake_advance(Fonts *fonts, FontId font, uint32_t codepoint, uint32_t next) {
    (void)fonts;
    (void)next;
    if (font >= FONT_MONO_REGULAR) return 0.6F;
    if (codepoint == ' ') return 0.3F;
    return codepoint >= 'A' && codepoint <= 'Z' ? 0.7F : 0.5F;
}

/* A bar 0.4 em wide and 0.7 em high that stands on the baseline; its sides show the phase. */
static bool fake_glyph(Fonts *fonts, FontId font, float pixels, uint32_t codepoint, int phase,
                       GlyphMask *mask) {
    FakeFonts *fake = (FakeFonts *)fonts;
    int width = (int)(pixels * 0.4F) + 1, height = (int)(pixels * 0.7F);
    if (codepoint == ' ' || height < 1 || width > FAKE_MASK_SIDE || height > FAKE_MASK_SIDE)
        return false;
    (void)font;
    uint8_t last = (uint8_t)(phase * 255 / FONT_PHASES);
    for (int y = 0; y < height; y++) {
        uint8_t *row = fake->mask + y * width;
        memset(row, 255, (size_t)width);
        row[0] = (uint8_t)(255 - last);
        row[width - 1] = last;
    }
    *mask = (GlyphMask){0, height, width, height, width, fake->mask};
    return true;
}

void fake_fonts_init(FakeFonts *fake) {
    fake->base.advance = fake_advance;
    fake->base.glyph = fake_glyph;
    for (int i = 0; i < FONT_COUNT; i++)
        fake->base.metrics[i] = (FontMetrics){1, 0.25F, 1.25F, 0.7F, 0.5F};
}
