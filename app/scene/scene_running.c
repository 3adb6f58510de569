/* The running slot with its chain of frames. */
#include "scene/scene.h"

#include <stdio.h>
#include <string.h>

static void put_empty(Scene *s, DrawRect r) {
    const Theme *t = s->theme;
    draw_box(s->list, r, 16, scene_dark(s) ? t->stage : t->bg1, t->line2,
             (DrawStroke){.width = 2, .on = 7, .off = 6});
    scene_text_centre(s, FONT_UI_REGULAR, 16, r.x + r.w / 2, r.y + r.h / 2 + 6, t->text2,
                      text_get(s->model->words, TEXT_RUNNING_NOTHING));
}

/* Who runs, ending at `right`: the handle's name, else that of the task, else its badge alone. */
static void put_name(Scene *s, const ModelRunning *running, float right, float cy, float room) {
    const ModelSeat *seat =
        running->badge.who == WHO_TASK ? model_seat(s->model, running->badge.id) : NULL;
    const char *name = running->name;
    float width = scene_measure(s, FONT_UI_SEMIBOLD, s->type->card, name);
    if (width > room && seat) {
        name = seat->short_label;
        width = scene_measure(s, FONT_UI_SEMIBOLD, s->type->card, name);
    }
    if (width > room && (seat || scene_projected(s))) {
        scene_badge(s, running->badge, right - 13, cy, 26);
        return;
    }
    if (width > room) width = room;
    scene_text_fit(s, FONT_UI_SEMIBOLD, s->type->card, right - width, cy + 6, width + 0.5F,
                   s->theme->text, name);
    scene_badge(s, running->badge, right - width - 22, cy, 26);
}

void scene_running(Scene *s, const LayoutItem *item) {
    const ModelRunning *running = &s->model->running;
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    bool empty = item->style == STYLE_SHORT; /* between two handles */
    if (empty || (running->id == 0 && !running->is_program)) {
        put_empty(s, r);
        return;
    }
    float pad = s->compact ? 16 : 18, cy = r.y + 25;
    glyph_glow(s->list, r, 16, t->running);
    draw_box(s->list, r, 16, t->run_tint, t->runline, (DrawStroke){.width = 3});
    draw_icon(s->list, ICON_RUNNING, r.x + pad + 11, cy, 26, t->runline);
    TextKey key = running->is_program ? TEXT_RUNNING_PROGRAM : TEXT_RUNNING;
    float end =
        scene_heading(s, r.x + pad + 32, cy + 6, t->runtext, text_get(s->model->words, key));
    if (running->is_program) return;
    put_name(s, running, r.x + r.w - pad, cy, r.x + r.w - pad - end - 60);
}

/* ---- Frames -------------------------------------------------------------------------------- */

/* From the frame above down and to the right, with the word between. */
static void put_elbow(Scene *s, const LayoutItem *item, const ModelFrame *frame) {
    DrawRect r = item->rect;
    float gap = item->value, x = r.x - 20, y = r.y + r.h / 2;
    if (gap <= 0 || item->ghost) return;
    const Theme *t = s->theme;
    DrawPoint points[] = {{x, r.y - gap}, {x, y}, {r.x - 1, y}};
    draw_polyline(s->list, points, 3, t->text2, (DrawStroke){.width = 2, .arrow = 9, .bend = 10});
    if (gap < 16 || !frame || frame->blocks) return;
    TextKey key = frame->awaited ? TEXT_AWAIT : TEXT_CALLS;
    scene_text(s, FONT_UI_REGULAR, 16, x + 12, r.y - gap / 2 + 5.5F, t->text2,
               text_get(s->model->words, key));
}

/* Of a value that is cut the first letters are to be read. */
static float least_room(Scene *s, const ModelLocal *local) {
    enum { LETTERS = 8 };
    float letter = scene_measure(s, FONT_MONO_REGULAR, 16, "m");
    size_t length = strlen(local->value);
    return scene_measure(s, FONT_MONO_REGULAR, 16, local->name) +
           letter * (float)(3 + (length < LETTERS ? length : LETTERS));
}

static float width_of(Scene *s, const ModelLocal *local) {
    FontId font = local->changed ? FONT_MONO_BOLD : FONT_MONO_REGULAR;
    return scene_measure(s, FONT_MONO_REGULAR, 16, local->name) +
           scene_measure(s, FONT_MONO_REGULAR, 16, " = ") +
           scene_measure(s, font, 16, local->value);
}

/* Some of a frame's values, and how wide each may be. */
typedef struct {
    const ModelLocal *locals[MODEL_FRAME_LOCALS];
    float widths[MODEL_FRAME_LOCALS];
    int count;
} LocalRow;

static float least(Scene *s, const LocalRow *row, int i) {
    float needs = least_room(s, row->locals[i]);
    return row->widths[i] < needs ? row->widths[i] : needs;
}

/* Where not all have room for their first letters: of those that stay as they were the first, else
   the last one. */
static void leave_out(LocalRow *row) {
    int at = 0;
    while (at < row->count && row->locals[at]->changed) at++;
    if (at == row->count) at--;
    row->count--;
    for (int i = at; i < row->count; i++) {
        row->locals[i] = row->locals[i + 1];
        row->widths[i] = row->widths[i + 1];
    }
}

/* Of those from one to another. */
static void choose_locals(Scene *s, const ModelFrame *frame, int from, int to, float room,
                          LocalRow *row) {
    row->count = to - from;
    for (int i = 0; i < row->count; i++) {
        row->locals[i] = &frame->locals[from + i];
        row->widths[i] = width_of(s, row->locals[i]);
    }
    while (row->count > 1) {
        float needs = (float)LOCALS_GAP * (float)(row->count - 1);
        for (int i = 0; i < row->count; i++) needs += least(s, row, i);
        if (needs <= room) return;
        leave_out(row);
    }
}

/* Short ones have what they need, long ones share the rest. */
static void share_room(Scene *s, float room, LocalRow *row) {
    room -= (float)LOCALS_GAP * (float)(row->count - 1);
    for (int i = 0; i < row->count; i++) {
        float others = 0, part = room / (float)(row->count - i); /* others: left to those behind */
        for (int k = i + 1; k < row->count; k++) {
            float most = row->widths[k] < part ? row->widths[k] : part, needs = least(s, row, k);
            others += most > needs ? most : needs;
        }
        if (row->widths[i] > room - others) row->widths[i] = room - others;
        room -= row->widths[i];
    }
}

static void put_locals(Scene *s, const ModelFrame *frame, int from, int to, float x, float baseline,
                       float right) {
    const Theme *t = s->theme;
    LocalRow row;
    choose_locals(s, frame, from, to, right - x, &row);
    share_room(s, right - x, &row);
    for (int i = 0; i < row.count; i++) {
        const ModelLocal *local = row.locals[i];
        FontId font = local->changed ? FONT_MONO_BOLD : FONT_MONO_REGULAR;
        DrawColour colour = local->changed ? t->runtext : t->text2;
        if (i > 0) x += (float)LOCALS_GAP;
        float left = x, end = x + row.widths[i] + 0.5F;
        x = scene_text_fit(s, FONT_MONO_REGULAR, 16, x, baseline, end - x, t->text2, local->name);
        x = scene_text_fit(s, FONT_MONO_REGULAR, 16, x, baseline, end - x, t->text2, " = ");
        const char *value = scene_value_words(s, font, local->value, local->thing, end - x);
        x = scene_text_fit(s, font, 16, x, baseline, end - x, colour, value);
        DrawRect place = {left - 4, baseline - 17, x - left + 8, 23};
        scene_value(s, (SceneValue){place, frame->id, local->name, VALUE_WHOLE, local->thing});
    }
}

/* While the clock runs the stripes fill with it. */
static float share_now(Scene *s, const ModelFrame *frame) {
    int64_t whole = s->model->stuck.whole_ns, shown = s->view->layout->time_ns;
    if (!s->view->layout->time_runs || whole <= 0) return frame->share;
    float share = frame->share - (float)((double)(s->model->time_ns - shown) / (double)whole);
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

/* The call in which the loop's thread stands still: stripes for the time that is over. */
static void put_block(Scene *s, const ModelFrame *frame, DrawRect r, bool both) {
    const Theme *t = s->theme;
    float pad = 14, x = r.x + pad, right = r.x + r.w - pad;
    draw_box(s->list, r, 10, t->frame_tint, t->runline, (DrawStroke){.width = 2});
    float baseline = both ? r.y + 22 : r.y + r.h / 2 + 6;
    float over = right + 12;
    bool room = scene_measure(s, FONT_MONO_SEMIBOLD, s->type->code, frame->call) + 20 +
                    scene_measure(s, FONT_UI_MEDIUM, 16, frame->over) <
                right - x;
    if (room)
        over = scene_text_right(s, FONT_UI_MEDIUM, 16, right, baseline, t->runtext, frame->over);
    scene_text_fit(s, FONT_MONO_SEMIBOLD, s->type->code, x, baseline, over - 12 - x, t->text,
                   frame->call);
    if (!both || !*frame->over) return;
    DrawRect bar = {x, r.y + r.h - 22, right - x, 14};
    draw_outline(s->list, bar, 4, t->runline, (DrawStroke){.width = 1.4F});
    bar.w *= share_now(s, frame);
    if (bar.w > 2) glyph_hazard(s->list, bar, 4, t->running, t->running_ink, bar.x);
}

/* What the task has in hand, at the foot of the frame that runs; the height that this takes. */
static float put_holds(Scene *s, const ModelFrame *frame, const LayoutItem *item, float x,
                       float right) {
    const ModelText *holds = &s->model->running.holds;
    float usual = frame->local_count ? 64 : 44;
    if (!frame->current || holds->count == 0 || item->rect.h < usual + HOLDS_LINE - 16) return 0;
    SentenceStyle style = {FONT_UI_REGULAR, 16, s->theme->text, 22, 0, 1};
    scene_sentence(s, holds, &style, x, item->rect.y + item->rect.h - 16, right - x);
    return HOLDS_LINE;
}

/* The line that runs next, at the frame's foot; the height that this takes. */
static float put_code(Scene *s, const ModelFrame *frame, DrawRect r, float x, float width) {
    float more = layout_code_height(s->model, s->fonts, s->type, frame->line, width) - NEXT_CODE;
    scene_code_whole(s, frame->line, x, r.y + r.h - 15 - more, width);
    return NEXT_CODE + more;
}

/* "readline()" of "StreamReader.readline()". */
static const char *without_class(const char *call) {
    size_t name = strcspn(call, "(");
    for (size_t i = name; i-- > 0;)
        if (call[i] == '.') return call + i + 1;
    return call;
}

/* "line 9 runs next" in the frame that runs, "line 14" in the others. */
static TextKey place_key(Scene *s, const ModelFrame *frame, bool brief) {
    if (!frame->current || brief) return TEXT_LINE_N;
    if (s->model->source.inside) return TEXT_IN_LINE_N;
    return s->compact ? TEXT_LINE_N_NEXT : TEXT_LINE_N_RUNS_NEXT;
}

enum { PLACE_WHOLE, PLACE_BRIEF, PLACE_NONE, PLACES };

/* The words for a frame's place, and how wide they are with the gap before them. */
static float say_place(Scene *s, const ModelFrame *frame, int place, char *words, size_t size) {
    char number[16];
    const char *arg[] = {number};
    words[0] = 0;
    if (place == PLACE_NONE || frame->line == 0) return 0;
    snprintf(number, sizeof number, "%d", frame->line);
    TextKey key = place_key(s, frame, place == PLACE_BRIEF);
    text_format(words, size, text_get(s->model->words, key), arg, 1);
    return 12 + scene_measure(s, frame->current ? FONT_UI_MEDIUM : FONT_UI_REGULAR, 16, words);
}

/* The call and its place. Who is called tells more than where it stands, which the source tells
   too; what it is called with tells least. */
static void put_call(Scene *s, const ModelFrame *frame, float x, float right, float baseline) {
    const Theme *t = s->theme;
    char brief[96], words[96];
    snprintf(brief, sizeof brief, "%.*s(\u2026)", (int)(strcspn(frame->call, "(") % 80),
             frame->call);
    const char *calls[] = {frame->call, frame->library ? without_class(frame->call) : frame->call,
                           strchr(frame->call, '(') ? brief : frame->call};
    int tries = PLACES * (int)(sizeof calls / sizeof *calls), i = 0;
    for (; i < tries; i++) {
        float place = say_place(s, frame, i % PLACES, words, sizeof words);
        float call = scene_measure(s, FONT_MONO_SEMIBOLD, s->type->code, calls[i / PLACES]);
        if (call + place <= right - x) break;
    }
    if (*words)
        scene_text_right(s, frame->current ? FONT_UI_MEDIUM : FONT_UI_REGULAR, 16, right,
                         baseline - 0.5F, frame->current ? t->runtext : t->text2, words);
    scene_text_fit(s, FONT_MONO_SEMIBOLD, s->type->code, x, baseline, right - x,
                   frame->library ? t->text2 : t->text,
                   calls[i < tries ? i / PLACES : (int)(sizeof calls / sizeof *calls) - 1]);
}

void scene_frame(Scene *s, const LayoutItem *item) {
    const ModelFrame *frame = &s->model->running.frames[item->index];
    const Theme *t = s->theme;
    DrawRect r = item->rect;
    put_elbow(s, item, frame);
    if (frame->blocks) {
        put_block(s, frame, r, r.h >= 48);
        return;
    }
    DrawColour fill = frame->current ? t->frame_tint : frame->library ? DRAW_NONE : t->bg2;
    if (!scene_dark(s) && !frame->current && !frame->library) fill = t->bg1;
    DrawStroke stroke = {.width = frame->current ? 2 : 1.4F};
    draw_box(s->list, r, 10, fill, frame->current ? t->runline : t->line2, stroke);
    float pad = 14, x = r.x + pad, right = r.x + r.w - pad;
    r.h -= put_holds(s, frame, item, x, right);
    bool two = item->style == STYLE_TALL || item->style == STYLE_TALL_CODE;
    if (item->style == STYLE_CODE || item->style == STYLE_TALL_CODE)
        r.h -= put_code(s, frame, r, x, right - x);
    if (two) r.h -= LOCALS_LINE;
    bool locals =
        (frame->local_count > 0 || frame->note) && item->style != STYLE_SHORT && r.h >= 50;
    float baseline = locals ? r.y + r.h / 2 - 4 : r.y + r.h / 2 + 6;
    put_call(s, frame, x, right, baseline);
    if (!locals) return;
    float second = baseline + (r.h > 58 ? 24 : 22);
    if (frame->note) {
        scene_text_fit(s, FONT_UI_REGULAR, 16, x, second, right - x, t->text2, frame->note);
        return;
    }
    int count = frame->local_count,
        first = two ? layout_locals_in_line(frame, s->fonts, right - x) : count;
    put_locals(s, frame, 0, first, x, second, right);
    if (first < count) put_locals(s, frame, first, count, x, second + LOCALS_LINE, right);
}

void scene_frames_more(Scene *s, const LayoutItem *item) {
    char number[16], words[64];
    const char *arg[] = {number};
    int shown = s->compact ? 2 : 3;
    snprintf(number, sizeof number, "%d", s->model->running.frame_count - shown);
    bool one = s->model->running.frame_count - shown == 1;
    TextKey key = one ? TEXT_MORE_FRAMES_1 : TEXT_MORE_FRAMES;
    text_format(words, sizeof words, text_get(s->model->words, key), arg, 1);
    put_elbow(s, item, NULL);
    scene_text(s, FONT_UI_MEDIUM, 16, item->rect.x + 6, item->rect.y + item->rect.h / 2 + 6,
               s->theme->text2, words);
}
