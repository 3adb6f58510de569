/* What all painters share: texts, sentences, badges, keys. */
#include "scene/scene.h"

#include <stdio.h>
#include <string.h>

#define ELLIPSIS "\u2026"

enum { LONGEST_HEADING = 96 };

float scene_measure(Scene *s, FontId font, float size, const char *text) {
    return fonts_measure_z(s->fonts, font, size, text);
}

float scene_text(Scene *s, FontId font, float size, float x, float baseline, DrawColour colour,
                 const char *text) {
    draw_text_z(s->list, font, size, x, baseline, colour, text);
    return x + scene_measure(s, font, size, text);
}

float scene_text_fit(Scene *s, FontId font, float size, float x, float baseline, float width,
                     DrawColour colour, const char *text) {
    float whole = scene_measure(s, font, size, text);
    if (whole <= width) return scene_text(s, font, size, x, baseline, colour, text);
    float dots = scene_measure(s, font, size, ELLIPSIS);
    if (width < dots) return x;
    size_t length = fonts_fit(s->fonts, font, size, text, strlen(text), width - dots);
    while (length > 0 && text[length - 1] == ' ') length--;
    draw_text(s->list, font, size, x, baseline, colour, text, length);
    x += fonts_measure(s->fonts, font, size, text, length);
    return scene_text(s, font, size, x, baseline, colour, ELLIPSIS);
}

float scene_text_right(Scene *s, FontId font, float size, float x, float baseline,
                       DrawColour colour, const char *text) {
    draw_text_aligned(s->list, font, size, x, baseline, colour, DRAW_ALIGN_RIGHT, 0, text,
                      strlen(text));
    return x - scene_measure(s, font, size, text);
}

void scene_text_centre(Scene *s, FontId font, float size, float x, float baseline,
                       DrawColour colour, const char *text) {
    draw_text_aligned(s->list, font, size, x, baseline, colour, DRAW_ALIGN_CENTRE, 0, text,
                      strlen(text));
}

/* Capitals of ASCII and of the Latin-1 letters, which is what the languages of the tables need. */
static size_t to_capitals(char *out, size_t size, const char *text) {
    size_t at = 0;
    for (const char *p = text; *p && at + 1 < size; p++) {
        unsigned char c = (unsigned char)*p;
        bool latin = at > 0 && (unsigned char)out[at - 1] == 0xC3 && c >= 0xA0 && c != 0xB7;
        if ((c >= 'a' && c <= 'z') || latin) c = (unsigned char)(c - 0x20);
        out[at++] = (char)c;
    }
    out[at] = 0;
    return at;
}

float scene_heading(Scene *s, float x, float baseline, DrawColour colour, const char *text) {
    char capitals[LONGEST_HEADING];
    size_t length = to_capitals(capitals, sizeof capitals, text);
    float size = s->type->heading, tracking = s->type->heading_tracking;
    draw_text_aligned(s->list, FONT_UI_SEMIBOLD, size, x, baseline, colour, DRAW_ALIGN_LEFT,
                      tracking, capitals, length);
    return x + fonts_measure_tracked(s->fonts, FONT_UI_SEMIBOLD, size, tracking, capitals, length);
}

/* ---- Shortening ---------------------------------------------------------------------------- */

/* Characters of UTF-8 begin where no byte continues one. */
static size_t back_to_start(const char *text, size_t at) {
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80) at--;
    return at;
}

/* The head is twice as long as the tail: what is done, then how the value begins and ends. */
void scene_shorten(Scene *s, FontId font, float size, const char *text, float width, char *out,
                   size_t room) {
    size_t length = strlen(text), kept = length;
    snprintf(out, room, "%s", text);
    while (kept > 0 && (scene_measure(s, font, size, out) > width || kept >= room - 4)) {
        kept--;
        size_t head = back_to_start(text, kept - kept / 3);
        size_t tail = back_to_start(text, length - kept / 3);
        snprintf(out, room, "%.*s\u2026%s", (int)head, text, text + tail);
    }
}

/* ---- Badges and states --------------------------------------------------------------------- */

static DrawColour hue_of(Scene *s, ModelBadge badge) {
    if (badge.who == WHO_GENERATOR) return theme_identity(s->theme, badge.number / 256);
    return badge.who == WHO_TASK ? theme_identity(s->theme, badge.number) : s->theme->text2;
}

static void badge_of(Scene *s, ModelBadge badge, float cx, float cy, float size, float width) {
    char label[16];
    bool task = badge.who == WHO_TASK, thread = badge.who == WHO_THREAD;
    bool generator = badge.who == WHO_GENERATOR;
    snprintf(label, sizeof label, thread ? "T%d" : "%d", badge.number);
    if (generator) snprintf(label, sizeof label, "%c", badge.number % 256);
    Badge b = {
        .kind = task        ? BADGE_TASK
                : thread    ? BADGE_THREAD
                : generator ? BADGE_GENERATOR
                            : BADGE_CALLBACK,
        .label = label,
        .hue = hue_of(s, badge),
        .ink = task || thread || generator ? s->theme->identity_ink : s->theme->text,
        .hollow = badge.hollow,
        /* Three digits need the ring's room, and nobody takes them for one of the first eight. */
        .ringed =
            task && !badge.hollow && badge.number < 100 && theme_identity_ringed(badge.number),
        .width = width,
    };
    if (badge.who == WHO_NOBODY) return;
    /* The ring of later identities stands inside the badge's place. */
    glyph_badge(s->list, &b, cx, cy, b.ringed && width <= 0 ? size - 5 : size);
}

void scene_badge(Scene *s, ModelBadge badge, float cx, float cy, float size) {
    badge_of(s, badge, cx, cy, size, 0);
}

void scene_low_badge(Scene *s, ModelBadge badge, DrawRect r) {
    badge_of(s, badge, r.x + r.w / 2, r.y + r.h / 2, r.h, r.w);
}

DrawIcon scene_state_icon(ModelState state) {
    static const DrawIcon icons[STATE_COUNT] = {ICON_CREATED, ICON_READY,      ICON_RUNNING,
                                                ICON_WAITING, ICON_CANCELLING, ICON_DONE,
                                                ICON_FAILED,  ICON_CANCELLED};
    return icons[state];
}

DrawColour scene_state_colour(Scene *s, ModelState state) {
    const Theme *t = s->theme;
    const DrawColour colours[STATE_COUNT] = {t->created,   t->ready, t->runline, t->waiting,
                                             t->cancelled, t->done,  t->failed,  t->cancelled};
    return colours[state];
}

DrawColour scene_result_colour(Scene *s, ModelResult result) {
    const Theme *t = s->theme;
    const DrawColour colours[] = {t->waiting, t->done, t->failed, t->cancelled};
    return colours[result];
}

bool scene_dark(const Scene *s) {
    return s->theme->dark;
}

void scene_panel(Scene *s, DrawRect r) {
    DrawColour line = s->theme->outlined ? s->theme->line : DRAW_NONE;
    draw_box(s->list, r, 14, s->theme->bg1, line,
             (DrawStroke){.width = s->theme->outlined ? 1.5F : 0});
}

void scene_empty_box(Scene *s, DrawRect r, const char *none, const char *hint) {
    float x = r.x + 14, room = r.w - 28;
    scene_text_fit(s, FONT_UI_REGULAR, 16, x, r.y + 58, room, s->theme->text2, none);
    if (r.h < 96 || s->model->ended || scene_measure(s, FONT_UI_REGULAR, 16, hint) > room) return;
    scene_text(s, FONT_UI_REGULAR, 16, x, r.y + 84, s->theme->text3, hint);
}

void scene_empty_tab(Scene *s, DrawRect r, const char *none, const char *hint) {
    float baseline = r.y + r.h / 2 + 6, room = r.x + r.w - 14;
    float x = scene_text(s, FONT_UI_REGULAR, 16, r.x + 14, baseline, s->theme->text2, none) + 16;
    if (s->model->ended || x + scene_measure(s, FONT_UI_REGULAR, 16, hint) > room) return;
    scene_text(s, FONT_UI_REGULAR, 16, x, baseline, s->theme->text3, hint);
}

/* The arrow stands after the name; 1 right, -1 left. */
void scene_key(Scene *s, DrawRect r, const char *name, int arrow, DrawColour colour) {
    draw_outline(s->list, r, 6, draw_fade(colour, 0.6F), (DrawStroke){.width = 1.4F});
    float cy = r.y + r.h / 2, cx = r.x + r.w / 2;
    if (arrow && *name) cx = r.x + r.w - 15;
    if (arrow) draw_icon(s->list, arrow > 0 ? ICON_RIGHT : ICON_LEFT, cx, cy, 15, colour);
    if (!*name) return;
    if (arrow)
        scene_text(s, FONT_MONO_REGULAR, 16, r.x + 7, cy + 5.5F, colour, name);
    else
        scene_text_centre(s, FONT_MONO_REGULAR, 16, cx, cy + 5.5F, colour, name);
}

/* ---- Sentences ----------------------------------------------------------------------------- */

typedef struct {
    Scene *s;
    const SentenceStyle *style;
    float left, width, x, baseline;
    float tail; /* of the punctuation that must not begin a line of its own */
    int line;
    int badges; /* from the one in hand on, side by side */
    bool cut;   /* no room is left */
} Pen;

static FontId span_font(const Pen *p, const ModelSpan *span) {
    /* Beside semibold words plain code would look thin. */
    bool heavy = p->style->font == FONT_UI_SEMIBOLD;
    if (span->kind == SPAN_CODE) return heavy ? FONT_MONO_SEMIBOLD : FONT_MONO_REGULAR;
    if (span->kind == SPAN_STATE) return FONT_UI_SEMIBOLD;
    return p->style->font;
}

static DrawColour span_colour(const Pen *p, const ModelSpan *span) {
    Scene *s = p->s;
    if (span->kind == SPAN_QUIET) return s->theme->text2;
    if (span->kind != SPAN_STATE) return p->style->colour;
    ModelState state = (ModelState)span->state;
    return state == STATE_RUNNING ? s->theme->runtext : scene_state_colour(s, state);
}

static bool next_line(Pen *p) {
    if (p->line + 1 >= p->style->lines) {
        p->cut = true;
        return false;
    }
    p->line++;
    p->x = p->left;
    p->baseline += p->style->leading;
    return true;
}

static float room(const Pen *p) {
    return p->left + p->width - p->x;
}

static int badges_from(const ModelText *text, int i) {
    int count = 0;
    while (i + count < text->count && text->spans[i + count].kind == SPAN_BADGE) count++;
    return count;
}

/* How wide the punctuation is that follows a piece without a space. */
static float tail_after(const Pen *p, const ModelText *text, int i) {
    if (i + 1 >= text->count || text->spans[i + 1].kind == SPAN_BADGE) return 0;
    const ModelSpan *next = &text->spans[i + 1];
    size_t length = strspn(next->text, ".,:;!?)");
    if (length == 0 || (next->text[length] && next->text[length] != ' ')) return 0;
    return fonts_measure(p->s->fonts, span_font(p, next), p->style->size, next->text, length);
}

/* "+2" in place of the badges that have no room, or that there are more. */
static void put_badges_left(Pen *p) {
    char more[16];
    snprintf(more, sizeof more, "+%d", p->badges);
    bool fits = scene_measure(p->s, FONT_UI_REGULAR, p->style->size, more) <= room(p);
    if (!fits && room(p) < 6) return;
    scene_text(p->s, FONT_UI_REGULAR, p->style->size, p->x, p->baseline, p->style->colour,
               fits ? more : ELLIPSIS);
}

/* Whether those behind this one have room on its line, or what says how many they are. */
static bool rest_fits(const Pen *p, float size) {
    char more[16];
    int rest = p->badges - 1;
    bool last_line = p->line + 1 >= p->style->lines;
    float left = room(p) - size - 4;
    if (rest == 0 || !last_line || (float)rest * (size + 4) - 4 <= left) return true;
    snprintf(more, sizeof more, "+%d", rest);
    return scene_measure(p->s, FONT_UI_REGULAR, p->style->size, more) <= left;
}

static void put_badge(Pen *p, ModelBadge badge) {
    float size = p->style->badge;
    if (!rest_fits(p, size)) {
        p->cut = true;
        put_badges_left(p);
        return;
    }
    if (size + p->tail > room(p) && !next_line(p)) {
        put_badges_left(p);
        return;
    }
    float cy = p->baseline - p->style->size * 0.36F;
    scene_badge(p->s, badge, p->x + size / 2, cy, size);
    p->x += size;
}

/* Bytes up to and with the spaces after the next word. */
static size_t word_length(const char *text, size_t *with_space) {
    size_t length = strcspn(text, " ");
    *with_space = length + strspn(text + length, " ");
    return length;
}

/* Words of one line; behind those that are lit up lies a patch. */
static void put_run(Pen *p, const ModelSpan *span, float x, const char *run, size_t length) {
    FontId font = span_font(p, span);
    float size = p->style->size;
    while (span->kind == SPAN_LIT && length && run[length - 1] == ' ') length--;
    if (!length) return;
    if (span->kind == SPAN_LIT) {
        float w = fonts_measure(p->s->fonts, font, size, run, length), h = size * 1.3F;
        DrawRect patch = {x - 4, p->baseline - size * 0.36F - h / 2, w + 8, h};
        draw_fill(p->s->list, patch, 6, p->s->theme->frame_tint);
    }
    draw_text(p->s->list, font, size, x, p->baseline, span_colour(p, span), run, length);
}

static void put_words(Pen *p, const ModelSpan *span) {
    FontId font = span_font(p, span);
    float size = p->style->size;
    const char *text = span->text;
    Fonts *fonts = p->s->fonts;
    const char *run = text; /* words of this line that are drawn at once */
    float run_x = p->x;
    while (*text && !p->cut) {
        size_t with_space, length = word_length(text, &with_space);
        float wide = fonts_measure(fonts, font, size, text, length);
        float whole = wide + (text[with_space] ? 0 : p->tail);
        if (whole > room(p) && p->x > p->left + 0.5F && p->line + 1 < p->style->lines) {
            put_run(p, span, run_x, run, (size_t)(text - run));
            next_line(p);
            run = text;
            run_x = p->x;
        }
        if (wide > room(p)) {
            float left = p->left + p->width - run_x;
            scene_text_fit(p->s, font, size, run_x, p->baseline, left, span_colour(p, span), run);
            p->cut = true;
            return;
        }
        p->x += fonts_measure(fonts, font, size, text, with_space);
        text += with_space;
    }
    put_run(p, span, run_x, run, (size_t)(text - run));
}

void scene_sentence(Scene *s, const ModelText *text, const SentenceStyle *style, float x,
                    float baseline, float width) {
    Pen pen = {s, style, x, width, x, baseline, 0, 0, 0, false};
    for (int i = 0; i < text->count && !pen.cut; i++) {
        const ModelSpan *span = &text->spans[i];
        bool badge = span->kind == SPAN_BADGE;
        bool beside = i > 0 && text->spans[i - 1].kind == SPAN_BADGE;
        if (badge && beside) pen.x += 4;
        pen.tail = tail_after(&pen, text, i);
        pen.badges = badges_from(text, i);
        if (badge)
            put_badge(&pen, span->badge);
        else
            put_words(&pen, span);
    }
}

float scene_sentence_width(Scene *s, const ModelText *text, const SentenceStyle *style) {
    Pen pen = {s, style, 0, 0, 0, 0, 0, 0, 0, false};
    for (int i = 0; i < text->count; i++) {
        const ModelSpan *span = &text->spans[i];
        bool badge = span->kind == SPAN_BADGE;
        if (badge && i > 0 && text->spans[i - 1].kind == SPAN_BADGE) pen.x += 4;
        pen.x +=
            badge ? style->badge : scene_measure(s, span_font(&pen, span), style->size, span->text);
    }
    return pen.x;
}
