/* What Ctrl+C takes: the value in hand, the selected thing, else all that was printed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "window/window.h"

enum { COPY_SIZE = 16384 };

typedef struct {
    char text[COPY_SIZE];
    size_t used;
} Copy;

static void put(Copy *c, const char *text) {
    size_t length = strlen(text);
    if (c->used + length >= sizeof c->text) return;
    memcpy(c->text + c->used, text, length + 1);
    c->used += length;
}

static void put_sentence(Copy *c, const ModelText *text) {
    char plain[1024];
    model_text_plain(text, plain, sizeof plain);
    put(c, plain);
}

static void put_field(Copy *c, const InspectField *field) {
    put(c, field->name);
    put(c, field->code ? " = " : ": ");
    put_sentence(c, &field->value);
    put(c, "\n");
}

static void put_frame(Copy *c, const InspectFrame *frame) {
    put(c, frame->name);
    put(c, "\n");
    for (int i = 0; i < frame->local_count; i++) {
        put(c, "    ");
        put(c, frame->locals[i].name);
        put(c, " = ");
        put(c, frame->locals[i].value);
        put(c, "\n");
    }
}

static void put_row(Copy *c, const InspectRow *row) {
    put(c, row->time);
    put(c, *row->word ? " " : "");
    put(c, row->word);
    put(c, " ");
    put_sentence(c, &row->cause);
}

static void put_frame_row(Copy *c, const Inspect *in, int row) {
    int frame, local;
    if (!inspect_frame_row(in, row, &frame, &local)) return;
    if (local < 0)
        put_frame(c, &in->frames[frame]);
    else
        put(c, in->frames[frame].locals[local].value);
}

static void put_item(Copy *c, const Inspect *in, int row) {
    int item = row < inspect_item_rows(in) ? inspect_item_row(in, row) : ITEMS_AFTER;
    if (item >= 0) put(c, in->items[item].value);
}

/* The chosen row of the open inspector: of a field, a local or an item its value alone. */
static void put_chosen(Copy *c, const Mode *m) {
    const Inspect *in = &m->inspect;
    int row = m->rows[m->column];
    if (m->column == COLUMN_FIELDS && row < in->field_count)
        put_sentence(c, &in->fields[row].value);
    if (m->column == COLUMN_FRAMES && in->is_value) put_item(c, in, row);
    if (m->column == COLUMN_FRAMES && !in->is_value) put_frame_row(c, in, row);
    if (m->column == COLUMN_HISTORY && in->is_value) put(c, in->repr);
    if (m->column == COLUMN_HISTORY && row < in->row_count) put_row(c, &in->rows[row]);
}

/* All that is known of a thing. */
static void put_thing(Copy *c, const Inspect *in) {
    put(c, in->name);
    put(c, *in->status_word ? ": " : "");
    put(c, in->status_word);
    put(c, "\n");
    for (int i = 0; i < in->field_count; i++) put_field(c, &in->fields[i]);
    for (int i = 0; i < in->frame_count; i++) put_frame(c, &in->frames[i]);
}

static void put_selected(Copy *c, Window *w) {
    Mode *m = &w->mode;
    const SessionFacts *f = &w->player.facts;
    Inspect in;
    mode_words(m, &w->player);
    InspectMoment moment = {&m->words, f->now, f->before, f->now->event};
    if (inspect_build(&moment, w->player.selected, &in)) put_thing(c, &in);
}

char *window_copy_text(Window *w) {
    static const unsigned playing = IN_STAGE | IN_INSPECT;
    unsigned place = window_place(w);
    if (place == IN_ERROR) return error_card_text(&w->error);
    Copy *c = calloc(1, sizeof *c);
    if (!c) return NULL;
    bool open = w->player.open && w->player.facts.now && (place & playing);
    if (open && place == IN_INSPECT) put_chosen(c, &w->mode);
    if (open && place == IN_STAGE && w->look.line) put(c, w->look.value);
    if (open && place == IN_STAGE && !c->used && w->player.selected) put_selected(c, w);
    char *text = NULL;
    if (c->used) {
        text = malloc(c->used + 1);
        if (text) memcpy(text, c->text, c->used + 1);
    } else if (w->player.open) {
        text = session_output(&w->player.session);
    }
    free(c);
    return text;
}

bool window_copy(Window *w) {
    char *text = window_copy_text(w);
    bool copied = text && platform_set_clipboard(w->platform, text);
    free(text);
    return copied;
}
