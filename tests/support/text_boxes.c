#include "support/text_boxes.h"

#include <stdlib.h>
#include <string.h>

static const float CAPITALS = 0.7F; /* height of a capital in ems */
static const float SLACK = 0.75F;   /* rounding of measures */

static DrawRect meet(DrawRect a, DrawRect b) {
    float x = a.x > b.x ? a.x : b.x, y = a.y > b.y ? a.y : b.y;
    float right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    float bottom = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    return (DrawRect){x, y, right > x ? right - x : 0, bottom > y ? bottom - y : 0};
}

static DrawRect extent(const DrawList *list, const DrawCommand *c, Fonts *fonts) {
    float w = fonts_measure_tracked(fonts, (FontId)c->what, c->h, c->from, list->text + c->first,
                                    c->count);
    float x = c->x - (c->align == DRAW_ALIGN_RIGHT ? w : c->align == DRAW_ALIGN_CENTRE ? w / 2 : 0);
    return (DrawRect){x, c->y - c->h * CAPITALS, w, c->h * CAPITALS};
}

static bool is_blank(const DrawList *list, const DrawCommand *c) {
    for (uint32_t i = 0; i < c->count; i++)
        if (list->text[c->first + i] != ' ') return false;
    return true;
}

/* What is painted opaquely takes away what lay under its middle. */
static void cover(TextBoxes *found, const DrawCommand *c, const DrawRect *overlay) {
    DrawRect r = {c->x, c->y, c->w, c->h};
    bool opaque = c->colour >> 24 == 0xFF && c->w > 20 && c->h > 12;
    bool over = overlay && memcmp(overlay, &r, sizeof r) == 0;
    float share = over ? 0.01F : 0.5F;
    size_t kept = 0;
    for (size_t i = 0; opaque && i < found->count; i++) {
        DrawRect t = found->boxes[i].ink, m = meet(t, r);
        bool hidden = m.w * m.h > t.w * t.h * share;
        if (!hidden) found->boxes[kept++] = found->boxes[i];
    }
    if (opaque) found->count = kept;
}

static void add(TextBoxes *found, TextBox box) {
    if (found->count == found->room) {
        found->room = found->room ? found->room * 2 : 256;
        found->boxes = realloc(found->boxes, found->room * sizeof *found->boxes);
        if (!found->boxes) abort();
    }
    found->boxes[found->count++] = box;
}

void text_boxes_find(TextBoxes *found, const DrawList *list, Fonts *fonts,
                     const DrawRect *overlay) {
    DrawRect clips[DRAW_MAX_DEPTH + 1] = {{-1e6F, -1e6F, 2e6F, 2e6F}};
    int depth = 0;
    found->count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const DrawCommand *c = &list->commands[i];
        DrawRect r = {c->x, c->y, c->w, c->h};
        if (c->kind == DRAW_CLIP_PUSH) {
            clips[depth + 1] = meet(clips[depth], r);
            depth++;
        }
        if (c->kind == DRAW_CLIP_POP) depth--;
        if (c->kind == DRAW_BOX) cover(found, c, overlay);
        if (c->kind != DRAW_TEXT || is_blank(list, c)) continue;
        DrawRect ink = meet(extent(list, c, fonts), clips[depth]);
        if (ink.w < 1 || ink.h < 1) continue;
        add(found, (TextBox){ink, list->text + c->first, c->count, i});
    }
}

void text_boxes_clear(TextBoxes *found) {
    free(found->boxes);
    memset(found, 0, sizeof *found);
}

bool text_boxes_touch(const TextBoxes *found, char *out, size_t size) {
    for (size_t i = 0; i < found->count; i++) {
        for (size_t k = i + 1; k < found->count; k++) {
            const TextBox *a = &found->boxes[i], *b = &found->boxes[k];
            DrawRect m = meet(a->ink, b->ink);
            if (m.w <= SLACK || m.h <= SLACK) continue;
            snprintf(out, size, "\"%.*s\" and \"%.*s\" touch at %.0f,%.0f by %.0fx%.0f",
                     (int)a->length, a->text, (int)b->length, b->text, (double)m.x, (double)m.y,
                     (double)m.w, (double)m.h);
            return true;
        }
    }
    return false;
}

/* Parts that are no boxes of their own: they mark a place, or only group others. */
static bool holds_text(const LayoutItem *item) {
    switch ((LayoutPart)item->part) {
    case PART_SLASH:
    case PART_CAPSULE:
    case PART_NEWEST:
    case PART_TRACK:
    case PART_TOKEN:
    case PART_DIVIDER:
    case PART_PLAYHEAD:
    case PART_SEATS:
    case PART_JUST_RAN:
    case PART_NEXT_BOX: return false;
    default: return !item->ghost && item->rect.w > 0;
    }
}

static const LayoutItem *box_of(const StageLayout *layout, DrawRect ink) {
    for (size_t i = layout->count; i-- > 0;) {
        const LayoutItem *item = &layout->items[i];
        if (holds_text(item) && draw_rect_has(item->rect, ink.x + ink.w / 2, ink.y + ink.h / 2))
            return item;
    }
    return NULL;
}

bool text_boxes_leave(const TextBoxes *found, const StageLayout *layout, char *out, size_t size) {
    DrawRect window = {0, 0, layout->width, layout->height};
    for (size_t i = 0; i < found->count; i++) {
        const TextBox *t = &found->boxes[i];
        const LayoutItem *item = box_of(layout, t->ink);
        DrawRect box = item ? item->rect : window;
        bool across = t->ink.x < box.x - SLACK || t->ink.x + t->ink.w > box.x + box.w + SLACK;
        bool down = t->ink.y < box.y - SLACK || t->ink.y + t->ink.h > box.y + box.h + SLACK;
        if (!across && !down) continue;
        snprintf(out, size, "\"%.*s\" at %.0f,%.0f %.0fx%.0f leaves part %d at %.0f,%.0f %.0fx%.0f",
                 (int)t->length, t->text, (double)t->ink.x, (double)t->ink.y, (double)t->ink.w,
                 (double)t->ink.h, item ? item->part : -1, (double)box.x, (double)box.y,
                 (double)box.w, (double)box.h);
        return true;
    }
    return false;
}
