#include "platform/platform_fonts.h"

#include <SDL_ttf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/platform_files.h"
#include "text/text.h"

enum {
    OVERSAMPLE = FONT_PHASES,
    DIRECT = 0x180,       /* code points whose advance lies in a plain table */
    GLYPH_ROOM = 1 << 13, /* a power of two */
    ATLAS_BYTES = 8 << 20,
    FIRST_KERNED = ' ',
    LAST_KERNED = 'z',
    KERNED = LAST_KERNED - FIRST_KERNED + 1,
    LARGEST_PIXELS = 800
};

typedef struct {
    const char *file, *package, *system_folder;
    int em;       /* units of an em in the file: at that size in pixels advances are exact */
    FontId other; /* asked for glyphs that this one does not have */
} FontFile;

#define INTER     "fonts-inter", "/usr/share/fonts/opentype/inter", 2048
#define JETBRAINS "fonts-jetbrains-mono", "/usr/share/fonts/truetype/jetbrains-mono", 1000

static const FontFile font_files[FONT_COUNT] = {
    [FONT_UI_REGULAR] = {"Inter-Regular.otf", INTER, FONT_MONO_REGULAR},
    [FONT_UI_MEDIUM] = {"Inter-Medium.otf", INTER, FONT_MONO_REGULAR},
    [FONT_UI_SEMIBOLD] = {"Inter-SemiBold.otf", INTER, FONT_MONO_SEMIBOLD},
    [FONT_UI_BOLD] = {"Inter-Bold.otf", INTER, FONT_MONO_BOLD},
    [FONT_MONO_REGULAR] = {"JetBrainsMono-Regular.ttf", JETBRAINS, FONT_UI_REGULAR},
    [FONT_MONO_SEMIBOLD] = {"JetBrainsMono-SemiBold.ttf", JETBRAINS, FONT_UI_SEMIBOLD},
    [FONT_MONO_BOLD] = {"JetBrainsMono-Bold.ttf", JETBRAINS, FONT_UI_BOLD},
};

/* Chinese signs, for the light and the heavy fonts; not everybody has them. The files hold the
   signs of several countries. */
enum { HAN_FACES = 2, HAN_MAX_FACES = 16 };

static const char han_name[] = "Noto Sans CJK SC";
static const FontFile han_files[HAN_FACES] = {
    {"NotoSansCJK-Regular.ttc", "fonts-noto-cjk", "/usr/share/fonts/opentype/noto", 1000, 0},
    {"NotoSansCJK-Bold.ttc", "fonts-noto-cjk", "/usr/share/fonts/opentype/noto", 1000, 0},
};

/* Two handles of one file: changing the size of one for drawing keeps the other's metrics. */
typedef struct {
    TTF_Font *ems, *drawn;
    float em;               /* pixels of an em of `ems` */
    int drawn_size;         /* 1/64 px, 0 for none yet */
    float advances[DIRECT]; /* ems; negative: not asked yet */
    float *kerning;         /* KERNED * KERNED, ems; NULL for fonts without */
    float h;                /* advance of the letter that stands around measured pairs */
} Face;

/* A cached mask: in the atlas where it is drawn, nowhere where it has no pixels. */
typedef struct {
    uint64_t key; /* 0: free */
    size_t start;
    int left, top, width, height;
} Glyph;

typedef struct {
    Fonts base; /* first: callers hold a pointer to it */
    Face faces[FONT_COUNT];
    Face han[HAN_FACES]; /* closed where base.has_han is false */
    Glyph *glyphs;       /* open addressing, GLYPH_ROOM entries */
    size_t glyph_count;
    uint8_t *atlas;
    size_t atlas_used;
} PlatformFonts;

/* ---- Finding and opening files ---- */

static bool try_folder(char *path, size_t size, const char *folder, const char *file) {
    return platform_join(path, size, folder, file) && platform_is_file(path);
}

static bool find_font(char *path, size_t size, const char *folder, const FontFile *font) {
    static const char *const beside[] = {"fonts", "../share/coroscope/fonts"};
    char program[PLATFORM_PATH_SIZE], place[PLATFORM_PATH_SIZE];
    if (folder && try_folder(path, size, folder, font->file)) return true;
    if (platform_program_folder(program, sizeof program)) {
        for (size_t i = 0; i < sizeof beside / sizeof beside[0]; i++)
            if (platform_join(place, sizeof place, program, beside[i]) &&
                try_folder(path, size, place, font->file))
                return true;
    }
    return try_folder(path, size, font->system_folder, font->file);
}

static float glyph_advance(const Face *face, uint32_t codepoint) {
    int advance = 0;
    if (TTF_GlyphMetrics32(face->ems, codepoint, NULL, NULL, NULL, NULL, &advance) != 0) return 0;
    return (float)advance / face->em;
}

static float glyph_height(const Face *face, uint32_t codepoint) {
    int top = 0;
    if (TTF_GlyphMetrics32(face->ems, codepoint, NULL, NULL, NULL, &top, NULL) != 0) return 0;
    return (float)top / face->em;
}

/* No hinting where advances are measured, vertical hinting only where glyphs are drawn: their
   shapes keep the widths that layout counted on. */
static bool open_face(PlatformFonts *fonts, FontId id, const char *path) {
    Face *face = &fonts->faces[id];
    face->em = (float)font_files[id].em;
    face->ems = TTF_OpenFont(path, font_files[id].em);
    face->drawn = TTF_OpenFont(path, font_files[id].em);
    if (!face->ems || !face->drawn) return false;
    TTF_SetFontHinting(face->ems, TTF_HINTING_NONE);
    TTF_SetFontHinting(face->drawn, TTF_HINTING_LIGHT);
    for (int i = 0; i < DIRECT; i++) face->advances[i] = -1;
    face->h = glyph_advance(face, 'H');
    fonts->base.metrics[id] = (FontMetrics){
        .ascent = (float)TTF_FontAscent(face->ems) / face->em,
        .descent = -(float)TTF_FontDescent(face->ems) / face->em,
        .line = (float)TTF_FontLineSkip(face->ems) / face->em,
        .cap_height = glyph_height(face, 'H'),
        .x_height = glyph_height(face, 'x'),
    };
    if (TTF_FontFaceIsFixedWidth(face->ems)) return true;
    face->kerning = malloc(sizeof(float) * KERNED * KERNED);
    if (!face->kerning) return false;
    for (int i = 0; i < KERNED * KERNED; i++) face->kerning[i] = -1;
    return true;
}

/* ---- Advances ---- */

static bool is_heavy(FontId font) {
    return font == FONT_UI_SEMIBOLD || font == FONT_UI_BOLD || font == FONT_MONO_SEMIBOLD ||
           font == FONT_MONO_BOLD;
}

/* The font itself, or the other family, or the Chinese one, where only that one has the glyph. */
static Face *face_with(PlatformFonts *fonts, FontId font, uint32_t codepoint) {
    Face *own = &fonts->faces[font], *other = &fonts->faces[font_files[font].other];
    if (TTF_GlyphIsProvided32(own->ems, codepoint)) return own;
    if (TTF_GlyphIsProvided32(other->ems, codepoint)) return other;
    Face *han = &fonts->han[is_heavy(font)];
    bool there = fonts->base.has_han && TTF_GlyphIsProvided32(han->ems, codepoint);
    return there ? han : own;
}

static int extent_of(TTF_Font *font, const char *text) {
    int width = 0, height = 0;
    return TTF_SizeUTF8(font, text, &width, &height) == 0 ? width : 0;
}

/* SDL_ttf tells only how wide a text is, ink included; between two upright letters the ink plays no
   part, and what remains beside the advances is the pair's kerning. */
static float measure_pair(PlatformFonts *fonts, FontId font, char left, char right) {
    Face *face = &fonts->faces[font];
    const char pair[] = {'H', left, right, 'H', '\0'};
    float advances = 2 * face->h + glyph_advance(face, (unsigned char)left) +
                     glyph_advance(face, (unsigned char)right);
    float kerning = (float)extent_of(face->ems, pair) / face->em - advances;
    bool rounding = kerning > -0.0015F && kerning < 0.0015F;
    return rounding || kerning < -0.3F || kerning > 0.3F ? 0 : kerning;
}

static bool is_letter(uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Only pairs with a letter: beside others the font may choose other forms of a sign by context,
   which drawing glyph by glyph does not show. */
static float kerning_of(PlatformFonts *fonts, FontId font, uint32_t left, uint32_t right) {
    Face *face = &fonts->faces[font];
    bool dotted = right == '.' || right == ',';
    if (!face->kerning || !is_letter(left) || !(is_letter(right) || dotted)) return 0;
    float *known = &face->kerning[(left - FIRST_KERNED) * KERNED + (right - FIRST_KERNED)];
    if (*known <= -1) *known = measure_pair(fonts, font, (char)left, (char)right);
    return *known;
}

static float advance(Fonts *base, FontId font, uint32_t codepoint, uint32_t next) {
    PlatformFonts *fonts = (PlatformFonts *)base;
    if (codepoint >= DIRECT) return glyph_advance(face_with(fonts, font, codepoint), codepoint);
    float *known = &fonts->faces[font].advances[codepoint];
    if (*known < 0) *known = glyph_advance(face_with(fonts, font, codepoint), codepoint);
    return *known + kerning_of(fonts, font, codepoint, next);
}

/* ---- Masks ---- */

static void forget_all(PlatformFonts *fonts) {
    memset(fonts->glyphs, 0, GLYPH_ROOM * sizeof *fonts->glyphs);
    fonts->glyph_count = 0;
    fonts->atlas_used = 0;
}

static Glyph *find_slot(PlatformFonts *fonts, uint64_t key) {
    uint64_t hash = key * UINT64_C(0x9E3779B97F4A7C15);
    size_t at = (size_t)(hash >> 40) & (GLYPH_ROOM - 1);
    while (fonts->glyphs[at].key && fonts->glyphs[at].key != key) at = (at + 1) & (GLYPH_ROOM - 1);
    return &fonts->glyphs[at];
}

/* One point at 72 n dots an inch is n pixels, in steps of 1/64; four times as many dots across. */
static bool set_size(Face *face, int size) {
    if (face->drawn_size == size) return true;
    unsigned dots = (unsigned)((size * 72 + 32) / 64);
    if (TTF_SetFontSizeDPI(face->drawn, 1, dots * OVERSAMPLE, dots) != 0) return false;
    face->drawn_size = size;
    return true;
}

/* The picture that SDL_ttf makes of one glyph, and where its pen and baseline are in it. */
typedef struct {
    SDL_Surface *picture;
    int pen, baseline;
} Rendered;

static bool render(TTF_Font *font, uint32_t codepoint, Rendered *rendered) {
    int left = 0, top = 0;
    if (TTF_GlyphMetrics32(font, codepoint, &left, NULL, NULL, &top, NULL) != 0) return false;
    rendered->picture = TTF_RenderGlyph32_Blended(font, codepoint, (SDL_Color){255, 255, 255, 255});
    if (!rendered->picture) return false;
    int ascent = TTF_FontAscent(font);
    rendered->pen = left < 0 ? -left : 0;
    rendered->baseline = top > ascent ? top : ascent;
    return true;
}

static uint32_t alpha_at(const SDL_Surface *s, int x, int y) {
    const uint8_t *row = (const uint8_t *)s->pixels + (size_t)y * (size_t)s->pitch;
    uint32_t pixel;
    memcpy(&pixel, row + 4 * (size_t)x, sizeof pixel);
    return pixel >> 24;
}

/* Rows and columns that have ink; false when there is none. */
static bool find_ink(const SDL_Surface *s, SDL_Rect *ink) {
    int x0 = s->w, x1 = -1, y0 = s->h, y1 = -1;
    for (int y = 0; y < s->h; y++) {
        for (int x = 0; x < s->w; x++) {
            if (alpha_at(s, x, y) == 0) continue;
            if (x < x0) x0 = x;
            if (x > x1) x1 = x;
            if (y < y0) y0 = y;
            y1 = y;
        }
    }
    *ink = (SDL_Rect){x0, y0, x1 - x0 + 1, y1 - y0 + 1};
    return x1 >= 0;
}

static int floor_div(int a, int b) {
    return a >= 0 ? a / b : -((b - 1 - a) / b);
}

/* Joins OVERSAMPLE columns to one pixel, the pen standing `phase` columns into its first one. */
static void shrink(const Rendered *from, SDL_Rect ink, int phase, const Glyph *glyph, uint8_t *to) {
    for (int y = 0; y < glyph->height; y++) {
        for (int x = 0; x < glyph->width; x++) {
            uint32_t sum = 0;
            for (int i = 0; i < OVERSAMPLE; i++) {
                int column = (glyph->left + x) * OVERSAMPLE + i - phase + from->pen;
                if (column < ink.x || column >= ink.x + ink.w) continue;
                sum += alpha_at(from->picture, column, ink.y + y);
            }
            *to++ = (uint8_t)((sum + OVERSAMPLE / 2) / OVERSAMPLE);
        }
    }
}

/* The mask's place in the atlas; everything is forgotten when the atlas is full. */
static uint8_t *atlas_room(PlatformFonts *fonts, size_t bytes, size_t *start) {
    if (bytes > ATLAS_BYTES) return NULL;
    if (fonts->atlas_used + bytes > ATLAS_BYTES) forget_all(fonts);
    *start = fonts->atlas_used;
    fonts->atlas_used += bytes;
    return fonts->atlas + *start;
}

static bool draw_glyph(PlatformFonts *fonts, TTF_Font *font, uint32_t codepoint, int phase,
                       Glyph *glyph) {
    Rendered rendered;
    SDL_Rect ink;
    if (!render(font, codepoint, &rendered)) return false;
    SDL_LockSurface(rendered.picture);
    bool drawn = find_ink(rendered.picture, &ink);
    if (drawn) {
        int first = ink.x - rendered.pen + phase, last = first + ink.w - 1;
        glyph->left = floor_div(first, OVERSAMPLE);
        glyph->width = floor_div(last, OVERSAMPLE) - glyph->left + 1;
        glyph->top = rendered.baseline - ink.y;
        glyph->height = ink.h;
        size_t bytes = (size_t)glyph->width * (size_t)glyph->height;
        uint8_t *room = atlas_room(fonts, bytes, &glyph->start);
        drawn = room != NULL;
        if (drawn) shrink(&rendered, ink, phase, glyph, room);
    }
    SDL_UnlockSurface(rendered.picture);
    SDL_FreeSurface(rendered.picture);
    return drawn;
}

static bool glyph(Fonts *base, FontId font, float pixels, uint32_t codepoint, int phase,
                  GlyphMask *mask) {
    PlatformFonts *fonts = (PlatformFonts *)base;
    if (!(pixels > 0.5F)) return false;
    int size = (int)((pixels < LARGEST_PIXELS ? pixels : LARGEST_PIXELS) * 64 + 0.5F);
    uint64_t key = 1 | (uint64_t)font << 1 | (uint64_t)phase << 5 | (uint64_t)codepoint << 8 |
                   (uint64_t)size << 32;
    Glyph *known = find_slot(fonts, key);
    if (known->key != key) {
        Glyph made = {.key = key};
        if (fonts->glyph_count >= GLYPH_ROOM * 3 / 4) forget_all(fonts);
        Face *face = face_with(fonts, font, codepoint);
        if (!set_size(face, size) || !draw_glyph(fonts, face->drawn, codepoint, phase, &made))
            made.width = 0;
        known = find_slot(fonts, key); /* the table may have been emptied */
        *known = made;
        fonts->glyph_count++;
    }
    *mask = (GlyphMask){known->left,   known->top,   known->width,
                        known->height, known->width, fonts->atlas + known->start};
    return known->width > 0;
}

/* ---- Creation ---- */

/* The face of this name in a file of several. */
static TTF_Font *open_named(const char *path, int size) {
    for (long i = 0; i < HAN_MAX_FACES; i++) {
        TTF_Font *font = TTF_OpenFontIndex(path, size, i);
        if (!font) return NULL;
        const char *name = TTF_FontFaceFamilyName(font);
        if (name && strcmp(name, han_name) == 0) return font;
        TTF_CloseFont(font);
    }
    return NULL;
}

static void close_face(Face *face) {
    if (face->ems) TTF_CloseFont(face->ems);
    if (face->drawn) TTF_CloseFont(face->drawn);
    free(face->kerning);
    *face = (Face){0};
}

static bool open_han(Face *face, const char *folder, const FontFile *file) {
    char path[PLATFORM_PATH_SIZE];
    if (!find_font(path, sizeof path, folder, file)) return false;
    face->em = (float)file->em;
    face->ems = open_named(path, file->em);
    face->drawn = open_named(path, file->em);
    if (!face->ems || !face->drawn) return false;
    TTF_SetFontHinting(face->ems, TTF_HINTING_NONE);
    TTF_SetFontHinting(face->drawn, TTF_HINTING_LIGHT);
    return true;
}

/* Both or none. */
static void open_all_han(PlatformFonts *fonts, const char *folder) {
    bool ok = true;
    for (int i = 0; ok && i < HAN_FACES; i++) ok = open_han(&fonts->han[i], folder, &han_files[i]);
    fonts->base.has_han = ok;
    for (int i = 0; !ok && i < HAN_FACES; i++) close_face(&fonts->han[i]);
}

const char *platform_fonts_language(const Fonts *fonts, const char *wanted) {
    const TextTable *table = text_table(wanted);
    if (table->script != SCRIPT_HAN || fonts->has_han) return wanted;
    fprintf(
        stderr,
        "coroscope: the signs of %s need the font %s, which is not found; texts are English. On "
        "Debian: apt-get install %s\n",
        table->name, han_name, han_files[0].package);
    return text_english.language;
}

static bool open_all(PlatformFonts *fonts, const char *folder, char *error, size_t error_size) {
    for (FontId id = 0; id < FONT_COUNT; id++) {
        const FontFile *font = &font_files[id];
        char path[PLATFORM_PATH_SIZE];
        if (!find_font(path, sizeof path, folder, font)) {
            snprintf(error, error_size,
                     "The font file %s is missing. On Debian: apt-get install %s", font->file,
                     font->package);
            return false;
        }
        if (!open_face(fonts, id, path)) {
            snprintf(error, error_size, "The font file %s cannot be used: %s", path,
                     TTF_GetError());
            return false;
        }
    }
    return true;
}

Fonts *platform_fonts_create(const char *folder, char *error, size_t error_size) {
    if (TTF_Init() != 0) {
        snprintf(error, error_size, "The font library does not start: %s", TTF_GetError());
        return NULL;
    }
    PlatformFonts *fonts = calloc(1, sizeof *fonts);
    if (fonts) {
        fonts->glyphs = calloc(GLYPH_ROOM, sizeof *fonts->glyphs);
        fonts->atlas = malloc(ATLAS_BYTES);
        fonts->base.advance = advance;
        fonts->base.glyph = glyph;
        if (fonts->glyphs && fonts->atlas && open_all(fonts, folder, error, error_size)) {
            open_all_han(fonts, folder);
            return &fonts->base;
        }
    }
    if (!fonts || !fonts->glyphs || !fonts->atlas)
        snprintf(error, error_size, "Out of memory for fonts");
    if (fonts)
        platform_fonts_destroy(&fonts->base);
    else
        TTF_Quit();
    return NULL;
}

void platform_fonts_destroy(Fonts *base) {
    if (!base) return;
    PlatformFonts *fonts = (PlatformFonts *)base;
    for (int i = 0; i < FONT_COUNT; i++) close_face(&fonts->faces[i]);
    for (int i = 0; i < HAN_FACES; i++) close_face(&fonts->han[i]);
    free(fonts->glyphs);
    free(fonts->atlas);
    free(fonts);
    TTF_Quit();
}
