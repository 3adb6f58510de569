#include "scene/scene.h"

#include <stdio.h>

static DrawColour code_colour(Scene *s, int class) {
    const Theme *t = s->theme;
    const DrawColour colours[] = {t->text,      t->code_keyword, t->code_string, t->code_number,
                                  t->code_call, t->code_comment, t->text2};
    return colours[class];
}

/* "step by expression [E]", or its key alone where there is little room. */
static void put_grain(Scene *s, float left, float right, float cy) {
    const char *word = text_get(s->model->words, TEXT_BY_PART);
    float width = scene_measure(s, FONT_UI_SEMIBOLD, 16, word) + 60;
    bool all = left + width <= right;
    if (!all) width = 38;
    if (left + width > right) return;
    DrawRect r = {right - width, cy - 16, width, 32};
    draw_fill(s->list, r, 8, s->theme->bg3);
    scene_key(s, (DrawRect){right - 32, cy - 13, 26, 26}, "E", 0, s->theme->text2);
    if (all) scene_text(s, FONT_UI_SEMIBOLD, 16, r.x + 12, cy + 6, s->theme->text, word);
}

void scene_source_panel(Scene *s, const LayoutItem *item) {
    DrawRect r = item->rect;
    scene_panel(s, r);
    float end = scene_heading(s, r.x + 18, r.y + 30, s->theme->text2,
                              text_get(s->model->words, TEXT_PANEL_SOURCE));
    float right = r.x + r.w - 18;
    float file = scene_measure(s, FONT_MONO_REGULAR, 16, s->model->source.file);
    if (end + 16 + file <= right)
        right = scene_text_right(s, FONT_MONO_REGULAR, 16, right, r.y + 30, s->theme->text2,
                                 s->model->source.file) -
                12;
    if (s->model->source.by_part) put_grain(s, end + 16, right, r.y + 24);
}

/* ---- The two marked lines ------------------------------------------------------------------ */

static float line_end(Scene *s, int line) {
    const SourceText *text = s->model->source.text;
    if (!text || line < 1 || line > text->line_count) return 0;
    return fonts_measure(s->fonts, FONT_MONO_REGULAR, s->type->code, text->lines[line - 1].text,
                         text->lines[line - 1].length);
}

/* The word stands at the right where the line leaves room for it. False: it does not. */
static bool put_say(Scene *s, const LayoutItem *item, const char *word, DrawColour colour) {
    float width = scene_measure(s, FONT_UI_SEMIBOLD, 16, word);
    float code = item->rect.x + layout_code_left(s->view->layout) - 6 + line_end(s, item->index);
    float right = item->rect.x + item->rect.w - 10;
    if (code + 16 > right - width) return false;
    scene_text_right(s, FONT_UI_SEMIBOLD, 16, right,
                     item->rect.y + s->view->layout->code_line / 2 + 6, colour, word);
    return true;
}

static void put_word(Scene *s, const LayoutItem *item, TextKey key, DrawColour colour) {
    put_say(s, item, text_get(s->model->words, key), colour);
}

/* After the last step the line's own words say more than that it was the last. */
static bool has_note(Scene *s, int line) {
    const ModelSource *source = &s->model->source;
    for (int i = 0; i < source->note_count && source->line_next == 0; i++)
        if (source->notes[i].line == line) return true;
    return false;
}

void scene_just_ran(Scene *s, const LayoutItem *item) {
    draw_fill(s->list, item->rect, 4, s->theme->bg3);
    if (s->model->stuck.on)
        put_say(s, item, s->model->stuck.to_go, s->theme->runtext);
    else if (!has_note(s, item->index))
        put_word(s, item, TEXT_JUST_RAN, s->theme->text2);
}

void scene_next_box(Scene *s, const LayoutItem *item) {
    draw_box(s->list, item->rect, 7, s->theme->run_tint, s->theme->runline,
             (DrawStroke){.width = 2});
    if (item->index == s->model->source.open_line) return; /* it says which part is next */
    put_word(s, item, TEXT_RUNS_NEXT, s->theme->runtext);
}

/* ---- Lines --------------------------------------------------------------------------------- */

/* An opened line has a little more air above its text. */
float scene_code_baseline(const Scene *s, int line, float top) {
    float air = line == s->view->layout->open_line ? 3 : 0;
    return top + air + s->view->layout->code_line / 2 + 6;
}

static void put_number(Scene *s, float x, float top, int line) {
    char number[16];
    snprintf(number, sizeof number, "%d", line);
    bool next = line == s->model->source.line_next && s->model->view != VIEW_PREDICT;
    FontId font = next ? FONT_MONO_BOLD : FONT_MONO_REGULAR;
    float air = line == s->view->layout->open_line ? 3 : 0;
    float width = scene_measure(s, font, 16, number);
    DrawColour ink = next ? s->theme->runtext : s->theme->text3;
    ink = scene_break(s, line, x, top + air, width, ink);
    scene_text_right(s, font, 16, x, scene_code_baseline(s, line, top), ink, number);
}

/* Words at the right of a line, where it leaves room for them, and their sign in the gutter. */
static void put_note(Scene *s, const ModelLineNote *note, DrawRect code, float top) {
    const ModelSource *source = &s->model->source;
    const StageLayout *layout = s->view->layout;
    LayoutItem item = {.index = note->line, .rect = {code.x, top, code.w, layout->code_line}};
    bool marked = false, told = note->line == source->line_next ||
                                (note->line == source->line_before && source->line_next > 0);
    for (int i = 0; i < source->mark_count; i++) marked |= source->marks[i].line == note->line;
    if (note->sign && !marked)
        draw_icon(s->list, ICON_FAILED, code.x - 6 + layout_badge_middle(layout),
                  top + layout->code_line / 2, 21, s->theme->failed);
    DrawColour ink = note->failed ? s->theme->failed : s->theme->text2;
    if (!told && !put_say(s, &item, note->text, ink)) put_say(s, &item, note->brief, ink);
}

static void put_notes(Scene *s, DrawRect code, int line, float top) {
    const ModelSource *source = &s->model->source;
    for (int i = 0; i < source->note_count; i++)
        if (source->notes[i].line == line) put_note(s, &source->notes[i], code, top);
}

static float put_run(Scene *s, const SourceLine *line, uint32_t from, uint32_t to, int class,
                     float x, float baseline, float right) {
    if (from >= to || x >= right) return x;
    const char *text = line->text + from;
    float size = s->type->code;
    size_t length = fonts_fit(s->fonts, FONT_MONO_REGULAR, size, text, to - from, right - x);
    draw_text(s->list, FONT_MONO_REGULAR, size, x, baseline, code_colour(s, class), text, length);
    x += fonts_measure(s->fonts, FONT_MONO_REGULAR, size, text, length);
    return length < to - from ? right + 1 : x;
}

/* A line wider than the panel ends with an ellipsis, which has a place of its own. */
static void put_line(Scene *s, const SourceText *text, int number, float x, float baseline,
                     float right) {
    const SourceLine *line = &text->lines[number - 1];
    float whole =
        fonts_measure(s->fonts, FONT_MONO_REGULAR, s->type->code, line->text, line->length);
    bool cut = x + whole > right;
    float limit = cut ? right - 20 : right;
    uint32_t at = 0;
    for (uint32_t i = 0; i < line->span_count; i++) {
        const CodeSpan *span = &text->spans[line->first_span + i];
        x = put_run(s, line, at, span->start, CODE_PLAIN, x, baseline, limit);
        x = put_run(s, line, span->start, span->end, span->class, x, baseline, limit);
        at = span->end;
    }
    put_run(s, line, at, line->length, CODE_PLAIN, x, baseline, limit);
    if (cut) scene_text(s, FONT_UI_REGULAR, 16, right - 16, baseline, s->theme->text2, "\u2026");
}

/* Some of a line, from byte to byte; returns where it ends. */
static float put_piece(Scene *s, const SourceLine *source, uint32_t from, uint32_t to, float x,
                       float baseline, float limit) {
    const SourceText *text = s->model->source.text;
    uint32_t at = from;
    for (uint32_t i = 0; i < source->span_count && at < to; i++) {
        const CodeSpan *span = &text->spans[source->first_span + i];
        uint32_t start = span->start < to ? span->start : to, end = span->end < to ? span->end : to;
        if (end <= at) continue;
        if (start > at) x = put_run(s, source, at, start, CODE_PLAIN, x, baseline, limit);
        x = put_run(s, source, start > at ? start : at, end, span->class, x, baseline, limit);
        at = end;
    }
    return put_run(s, source, at, to, CODE_PLAIN, x, baseline, limit);
}

float scene_code_alone(Scene *s, int line, float x, float baseline, float right) {
    size_t length;
    const char *code = layout_code_alone(s->model, line, &length);
    if (length == 0) return x;
    const SourceLine *source = &s->model->source.text->lines[line - 1];
    float whole = fonts_measure(s->fonts, FONT_MONO_REGULAR, s->type->code, code, length);
    bool cut = x + whole > right;
    uint32_t indent = (uint32_t)(code - source->text);
    float end = put_piece(s, source, indent, source->length, x, baseline, cut ? right - 18 : right);
    if (cut) scene_text(s, FONT_UI_REGULAR, 16, right - 16, baseline, s->theme->text2, "\u2026");
    return cut ? right : end;
}

void scene_code_whole(Scene *s, int line, float x, float baseline, float width) {
    size_t length;
    const char *code = layout_code_alone(s->model, line, &length);
    for (size_t next; length > 0; length -= next, code += next, baseline += s->type->code_line) {
        const SourceLine *source = &s->model->source.text->lines[line - 1];
        size_t fits = layout_code_break(s->fonts, s->type, code, length, width, &next);
        uint32_t from = (uint32_t)(code - source->text);
        put_piece(s, source, from, from + (uint32_t)fits, x, baseline, x + width + 1);
    }
}

void scene_code(Scene *s, const LayoutItem *item) {
    const SourceText *text = s->model->source.text;
    if (!text) return;
    DrawRect r = item->rect;
    float first = item->value > 0 ? item->value : 0;
    int from = (int)first, to = from + item->index + 1;
    draw_clip_push(s->list, r);
    for (int i = from; i <= to && i < text->line_count; i++) {
        float y = r.y + layout_line_top(s->view->layout, i + 1, first);
        if (y >= r.y + r.h) break;
        put_number(s, r.x - 6 + layout_number_right(s->view->layout), y, i + 1);
        put_line(s, text, i + 1, r.x - 6 + layout_code_left(s->view->layout),
                 scene_code_baseline(s, i + 1, y), r.x + r.w);
        put_notes(s, r, i + 1, y);
        if (i + 1 == s->model->source.open_line) scene_open_line(s, item, y);
    }
    scene_chosen_line(s, item);
    if (from == 0) scene_count_note(s, r);
    draw_clip_pop(s->list);
}

void scene_gutter(Scene *s, const LayoutItem *item) {
    const ModelSource *source = &s->model->source;
    if (item->index >= source->mark_count) return;
    const ModelLineMark *mark = &source->marks[item->index];
    float cx = item->rect.x + item->rect.w / 2, cy = item->rect.y + item->rect.h / 2;
    if (item->value >= 0) {
        int k = (int)item->value;
        scene_badge(s, mark->badges[k < MODEL_LINE_BADGES ? k : 0], cx, cy, item->rect.h);
        return;
    }
    char count[24];
    snprintf(count, sizeof count, "\u00D7%d", mark->count);
    draw_box(s->list, item->rect, 7, s->theme->bg1, s->theme->text, (DrawStroke){.width = 1.4F});
    float room = item->rect.w - 4, size = 15;
    float width = scene_measure(s, FONT_MONO_SEMIBOLD, size, count);
    if (width > room) size *= room / width;
    scene_text_centre(s, FONT_MONO_SEMIBOLD, size, cx, cy + size * 0.36F, s->theme->text, count);
}

/* ---- What is out of sight ------------------------------------------------------------------ */

void scene_source_foot(Scene *s, const LayoutItem *item) {
    const ModelSource *source = &s->model->source;
    const Theme *t = s->theme;
    int above = s->view->layout->first_line;
    int below = source->text ? source->text->line_count - above - item->index : 0;
    float x = item->rect.x, cy = item->rect.y + item->rect.h / 2;
    char number[16], words[96];
    const char *arg[] = {number};
    const struct {
        int count;
        TextKey key;
        DrawIcon icon;
    } sides[] = {{below, below == 1 ? TEXT_LINE_BELOW : TEXT_LINES_BELOW, ICON_CHEVRON_DOWN},
                 {above, TEXT_LINES_ABOVE, ICON_CHEVRON_UP}};
    for (int i = 0; i < 2; i++) {
        if (sides[i].count <= 0) continue;
        snprintf(number, sizeof number, "%d", sides[i].count);
        text_format(words, sizeof words, text_get(s->model->words, sides[i].key), arg, 1);
        float end = x + 22 + scene_measure(s, FONT_UI_REGULAR, 16, words);
        if (end > item->rect.x + item->rect.w) return;
        draw_icon(s->list, sides[i].icon, x + 8, cy, 16, t->text2);
        x = scene_text(s, FONT_UI_REGULAR, 16, x + 22, cy + 6, t->text2, words) + 20;
    }
    /* Tasks on lines that cannot be seen are named, from the right. */
    float right = item->rect.x + item->rect.w;
    for (int i = 0; i < source->mark_count; i++) {
        const ModelLineMark *mark = &source->marks[i];
        bool seen = mark->line > above && mark->line <= above + item->index;
        if (seen || mark->badges[0].hollow) continue;
        snprintf(number, sizeof number, "%d", mark->line);
        text_format(words, sizeof words, text_get(s->model->words, TEXT_AT_LINE), arg, 1);
        if (right - scene_measure(s, FONT_UI_REGULAR, 16, words) - 30 < x) return;
        right = scene_text_right(s, FONT_UI_REGULAR, 16, right, cy + 6, t->text2, words);
        scene_badge(s, mark->badges[0], right - 17, cy, 21);
        right -= 42;
    }
}
