/* What the program has written: the newest rows, long ones on several lines. */
#include "layout/layout.h"

#include <string.h>

typedef struct {
    StageLayout *layout;
    const Model *model;
    const LayoutView *view;
    DrawRect first; /* of a row in the panel's first line */
    int room;       /* lines of the panel */
} Output;

float layout_output_text(const StageLayout *layout, const ModelOutput *row) {
    return (layout->compact ? 131 : 114) + (row->is_error ? 26.0F : 0);
}

FontId layout_output_font(const ModelOutput *row, float *size) {
    /* What the program did not write is not set as its words are. */
    *size = row->verdict ? 16 : 17;
    return row->verdict ? FONT_UI_MEDIUM : FONT_MONO_REGULAR;
}

/* In a small window the text has the room that short times leave beside the heading; the last time
   is the longest. */
static float room_before(const Output *o, float x) {
    const float most = 20;
    const ModelOutput *last = &o->model->outputs[o->model->output_count - 1];
    const char *heading = text_get(o->model->words, TEXT_PANEL_OUTPUT_SHORT);
    Fonts *fonts = o->view->fonts;
    float end = x - 44 + fonts_measure_z(fonts, FONT_UI_SEMIBOLD, 16, heading) * 1.2F;
    float widest = fonts_measure_z(fonts, FONT_MONO_REGULAR, 17, "00.000");
    float room = x + 82 - widest - 6 - end;
    if (!o->layout->compact || strlen(last->time) > 6 || room < 0) return 0;
    return room < most ? room : most;
}

/* On how many lines the row's text can be read whole; at most as many as there are. */
static int lines_of(const Output *o, const ModelOutput *row) {
    float size, room = o->first.w - layout_output_text(o->layout, row);
    FontId font = layout_output_font(row, &size);
    size_t length = strlen(row->text), at = 0;
    int lines = 0;
    do {
        size_t next = length - at;
        fonts_break(o->view->fonts, font, size, row->text + at, length - at, room, &next);
        at += next;
        lines++;
    } while (at < length && lines < o->room);
    return lines;
}

void layout_output(StageLayout *layout, const Model *model, const LayoutView *view) {
    DrawRect panel = layout->grid.output;
    if (panel.w <= 0) return;
    layout_add(layout, PART_OUTPUT_PANEL, 0, 0, panel);
    if (model->output_count == 0) return;
    float top = layout->compact ? 10 : 42, x = panel.x + (layout->compact ? 60 : 18);
    Output o = {.layout = layout, .model = model, .view = view};
    o.room = (int)((panel.h - top - 2) / OUTPUT_LINE);
    if (o.room < 1) return;
    x -= room_before(&o, x);
    o.first = (DrawRect){x, panel.y + top, panel.x + panel.w - 12 - x, OUTPUT_LINE};
    int first = model->output_count, left = o.room, lines[MODEL_OUTPUT_ROWS];
    /* From the newest on; the oldest that is seen may have fewer lines than it needs. */
    while (first > 0 && left > 0) {
        int needs = lines_of(&o, &model->outputs[--first]);
        lines[first] = needs < left ? needs : left;
        left -= lines[first];
    }
    DrawRect r = o.first;
    for (int i = first; i < model->output_count; i++, r.y += r.h) {
        r.h = OUTPUT_LINE * (float)lines[i];
        /* One write may have several lines: rows of a record are told apart by their order. */
        LayoutItem *item = layout_add(layout, PART_OUTPUT_ROW, model->outputs[i].event, i, r);
        item->value = (float)lines[i];
        for (int k = i; k > 0 && model->outputs[k - 1].event == item->id; k--) item->sub++;
    }
}
