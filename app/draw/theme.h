#ifndef DRAW_THEME_H
#define DRAW_THEME_H
/* The themes: every colour and type size of the visual design by its name. */

#include "draw/draw.h"

enum { THEME_IDENTITIES = 8 };

typedef enum { THEME_DARK, THEME_LIGHT, THEME_CONTRAST, THEME_COUNT } ThemeId;

/* X(field, dark, light, high contrast). */
#define THEME_TOKENS(X)                                                                            \
    X(bg0, 0x0C1019, 0xECEEF2, 0x000000)   /* window */                                            \
    X(bg1, 0x141A26, 0xFFFFFF, 0x000000)   /* panel */                                             \
    X(bg2, 0x1C2434, 0xF4F6F9, 0x0B0B0B)   /* card, button */                                      \
    X(bg3, 0x263146, 0xE3E8EF, 0x262626)   /* selected, just-ran line, popover */                  \
    X(stage, 0x101622, 0xF7F8FA, 0x000000) /* inside the loop */                                   \
    X(band, 0x202A3C, 0xE6EBF2, 0x1F1F1F)  /* instant on the timeline */                           \
    X(text, 0xEEF2F8, 0x0B101A, 0xFFFFFF)                                                          \
    X(text2, 0xB6C1D2, 0x333F52, 0xE6E6E6) /* second voice */                                      \
    X(text3, 0x8F9DB3, 0x4E5B70, 0xCFCFCF) /* line numbers */                                      \
    X(line, 0x2C374C, 0xC6CEDA, 0x8A8A8A)  /* dividers only */                                     \
    X(line2, 0x5C6C88, 0x7A879B, 0xD9D9D9) /* track, outlines */                                   \
    X(created, 0xEEF2F8, 0x0B101A, 0xFFFFFF)                                                       \
    X(ready, 0x79CBFF, 0x0062A8, 0x7FD4FF)                                                         \
    X(running, 0xFFB733, 0xFFB11A, 0xFFC400)     /* fills */                                       \
    X(running_ink, 0x0C1019, 0x0B101A, 0x000000) /* text on the running fill */                    \
    X(runline, 0xFFB733, 0xB86E00, 0xFFC400)     /* amber lines, glyphs, large text */             \
    X(runtext, 0xFFB733, 0x8A5200, 0xFFC400)     /* small amber text */                            \
    X(waiting, 0x8190A9, 0x66738B, 0xC2CAD6)                                                       \
    X(done, 0x2DBE90, 0x00775A, 0x3DF0B0)                                                          \
    X(failed, 0xFF6E4E, 0xC2330D, 0xFFA48C)                                                        \
    X(cancelled, 0xF2A2DC, 0x7E1566, 0xFFB0E8) /* also cancelling */                               \
    X(run_tint, 0x2B2416, 0xFFF0CC, 0x1E1700)                                                      \
    X(ready_tint, 0x142638, 0xE2F1FC, 0x001522)                                                    \
    X(done_tint, 0x11302C, 0xDDF3EC, 0x001A12)                                                     \
    X(fail_tint, 0x351C1A, 0xFBE5DE, 0x220A05)                                                     \
    X(canc_tint, 0x2F1D2E, 0xF8E3F1, 0x1E0A19)                                                     \
    X(frame_tint, 0x43360F, 0xFFD98A, 0x332700) /* the current frame in the running slot */        \
    X(code_keyword, 0xC3A6FF, 0x6B2FC0, 0xD9C2FF)                                                  \
    X(code_string, 0x9FD8A4, 0x1E6B2C, 0xA8F0AE)                                                   \
    X(code_number, 0xF2C68A, 0x8F4E00, 0xFFD79A)                                                   \
    X(code_call, 0x7FC8FF, 0x0058A3, 0x8FD6FF)                                                     \
    X(code_comment, 0x8391A8, 0x5E6A7E, 0xB8C2CE)                                                  \
    X(identity_ink, 0x0C1019, 0xFFFFFF, 0x000000) /* digit on a filled badge */

#define THEME_FIELD(field, dark, light, contrast) DrawColour field;
typedef struct {
    ThemeId id;
    const char *name;
    bool dark;     /* light on dark */
    bool outlined; /* panels have an outline: their fill alone does not tell them apart */
    THEME_TOKENS(THEME_FIELD)
    DrawColour identity[THEME_IDENTITIES];
} Theme;
#undef THEME_FIELD

/* Sizes in logical pixels. The projector's logical pixel is PROJECTOR_SCALE times as large. */
#define PROJECTOR_SCALE 1.35F
typedef struct {
    float clock, question, caption, title, card, code, text, heading;
    float code_line;        /* from baseline to baseline in the source */
    float leading;          /* line height of other text, in ems */
    float heading_tracking; /* ems */
} TypeScale;

/* Lives for ever. */
const Theme *theme_get(ThemeId id);
const TypeScale *theme_type(bool projector);
/* Hue of task number 1, 2, ...; from THEME_IDENTITIES + 1 on they repeat with a ring. */
DrawColour theme_identity(const Theme *theme, int number);
bool theme_identity_ringed(int number);

#endif
