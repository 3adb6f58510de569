#include "draw/theme.h"

#define OPAQUE(rgb)               (0xFF000000U | (rgb))
#define DARK(field, dark, light)  .field = OPAQUE(dark),
#define LIGHT(field, dark, light) .field = OPAQUE(light),

static const Theme themes[THEME_COUNT] = {
    {
        .id = THEME_DARK,
        .name = "dark",
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

static const TypeScale projector_screen = {
    .clock = 60,
    .question = 38,
    .caption = 46,
    .title = 30,
    .card = 25,
    .code = 23,
    .text = 22,
    .heading = 23,
    .code_line = 33,
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
