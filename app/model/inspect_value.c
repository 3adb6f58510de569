/* The card of a plain value, and which rows of the others lead to one. */
#include "model/inspect.h"

int inspect_frame_rows(const Inspect *in) {
    int rows = in->frame_count;
    for (int i = 0; i < in->frame_count; i++) rows += in->frames[i].value_count;
    return rows;
}

bool inspect_frame_row(const Inspect *in, int row, int *frame, int *local) {
    for (*frame = 0; row >= 0 && *frame < in->frame_count; (*frame)++) {
        *local = row - 1;
        if (row <= in->frames[*frame].value_count) return true;
        row -= 1 + in->frames[*frame].value_count;
    }
    return false;
}

int inspect_item_rows(const Inspect *in) {
    bool after = in->item_first + in->item_count < in->item_total;
    return (in->item_first > 0) + in->item_count + after;
}

int inspect_item_row(const Inspect *in, int row) {
    if (in->item_first > 0 && row-- == 0) return ITEMS_BEFORE;
    return row < in->item_count ? row : ITEMS_AFTER;
}

static void add_holder(const InspectMoment *m, const CsLookHolder *holder, Inspect *out) {
    TextKey key = *holder->function ? TEXT_VALUE_IN : TEXT_VALUE_IN_PROGRAM;
    const char *text =
        model_fill(m->words->pool, text_get(m->words->words, key), holder->name, holder->function);
    inspect_add(out, m, TEXT_FIELD_HOLDER, sentence_piece(m->words->pool, SPAN_CODE, text));
}

void inspect_value(const InspectMoment *m, const CsLook *look, Inspect *out) {
    ModelPool *pool = m->words->pool;
    *out = (Inspect){.kind = TEXT_FIELD_VALUE, .status_word = "", .is_value = true, .lines = 1};
    out->type = model_copy_z(pool, look->type);
    out->name = model_copy_z(pool, *look->name ? look->name : look->type);
    out->repr = model_copy_z(pool, look->repr);
    inspect_add(out, m, TEXT_VALUE_TYPE, inspect_code(m, look->type));
    if (look->length >= 0)
        inspect_add_code(out, "len()",
                         inspect_code(m, model_print(pool, "%lld", (long long)look->length)));
    for (int i = 0; i < look->holder_count; i++) add_holder(m, &look->holders[i], out);
    out->items = model_array(pool, (size_t)look->item_count + 1, sizeof *out->items);
    out->item_first = look->item_first;
    out->item_total = look->item_total;
    for (int i = 0; i < look->item_count; i++) {
        const CsLookItem *item = &look->items[i];
        out->items[out->item_count++] = (InspectItem){model_copy_z(pool, item->name),
                                                      model_copy_z(pool, item->value), item->thing};
    }
}

void inspect_kept_value(const InspectMoment *m, const CsTask *task, Inspect *out) {
    ModelPool *pool = m->words->pool;
    *out = (Inspect){.kind = TEXT_FIELD_VALUE, .status_word = "", .is_value = true, .lines = 1};
    out->type = "";
    out->name = model_copy_z(pool, task->label);
    out->repr = model_copy_z(pool, task->value);
    inspect_add(out, m, TEXT_VALUE_OBJECT, inspect_word(m, TEXT_VALUE_GONE));
}
