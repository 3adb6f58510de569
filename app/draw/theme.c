#include "draw/theme.h"

#define OPAQUE(rgb)                            (0xFF000000U | (rgb))
#define DARK(field, dark, light, contrast)     .field = OPAQUE(dark),
#define LIGHT(field, dark, light, contrast)    .field = OPAQUE(light),
#define CONTRAST(field, dark, light, contrast) .field = OPAQUE(contrast),

static const Theme themes[THEME_COUNT] = {
    {
        .id = THEME_DARK,
        .name = "dark",
        .dark = true,
        THEME_TOKENS(DARK).identity =
            {
                OPAQUE(0xB7C4FF),
                OPAQUE(0x86E3D3),
                OPAQUE(0xE2B4FF),
                OPAQUE(0xD5E585),
                OPAQUE(0xFFB0C8),
                OPAQUE(0xA5DDFB),
                OPAQUE(0xFFCBA6),
                OPAQUE(0xE3D3B5),
            },
    },
    {
        .id = THEME_LIGHT,
        .name = "light",
        THEME_TOKENS(LIGHT).identity =
            {
                OPAQUE(0x3346B8),
                OPAQUE(0x00695F),
                OPAQUE(0x7A27B0),
                OPAQUE(0x5B6600),
                OPAQUE(0xB0224F),
                OPAQUE(0x00618C),
                OPAQUE(0xA34700),
                OPAQUE(0x6B5730),
            },
    },
    {
        .id = THEME_CONTRAST,
        .name = "contrast",
        .dark = true,
        .outlined = true,
        THEME_TOKENS(CONTRAST).identity =
            {
                OPAQUE(0xC6D0FF),
                OPAQUE(0x8CF5E2),
                OPAQUE(0xE9C4FF),
                OPAQUE(0xE6F58C),
                OPAQUE(0xFFBCD0),
                OPAQUE(0xB0E6FF),
                OPAQUE(0xFFD2AE),
                OPAQUE(0xF2E2C4),
            },
    },
};

static const TypeScale screen = {
    .clock = 42,
    .question = 27,
    .caption = 22,
    .title = 20,
    .card = 18,
    .code = 17,
    .text = 16,
    .heading = 16,
    .code_line = 23,
    .leading = 1.4F,
    .heading_tracking = 0.07F,
};

#define PROJECTED(physical) ((physical) / PROJECTOR_SCALE)
static const TypeScale projector_screen = {
    .clock = PROJECTED(60),
    .question = PROJECTED(38),
    .caption = PROJECTED(46),
    .title = PROJECTED(30),
    .card = PROJECTED(25),
    .code = PROJECTED(23),
    .text = 16,
    .heading = PROJECTED(23),
    .code_line = PROJECTED(33),
    .leading = 1.4F,
    .heading_tracking = 0.07F,
};

const Theme *theme_get(ThemeId id) {
    return &themes[id];
}

const TypeScale *theme_type(bool projector) {
    return projector ? &projector_screen : &screen;
}

DrawColour theme_identity(const Theme *theme, int number) {
    int index = number > 0 ? (number - 1) % THEME_IDENTITIES : 0;
    return theme->identity[index];
}

bool theme_identity_ringed(int number) {
    return number > THEME_IDENTITIES;
}
