#include "compile/code_pack.h"

#include <stdlib.h>
#include <string.h>

#include "object/bigint.h"
#include "object/bytes.h"
#include "object/float.h"
#include "object/str.h"
#include "object/tuple.h"

/* ---- Bytes and numbers --------------------------------------------------------------------- */

static void *grow(CodePack *p, void *block, size_t bytes) {
    void *grown = p->failed ? NULL : realloc(block, bytes);
    if (!grown) p->failed = true;
    return grown;
}

static bool make_room(CodePack *p, PackBytes *b, size_t size) {
    if (b->capacity - b->size >= size) return !p->failed;
    size_t capacity = (b->size + size) * 2;
    unsigned char *data = grow(p, b->data, capacity);
    if (!data) return false;
    b->data = data;
    b->capacity = capacity;
    return true;
}

static void put_raw(CodePack *p, PackBytes *b, const void *data, size_t size) {
    if (size == 0 || !make_room(p, b, size)) return;
    memcpy(b->data + b->size, data, size);
    b->size += size;
}

static void put_byte(CodePack *p, unsigned value) {
    put_raw(p, &p->codes, &(unsigned char){(unsigned char)value}, 1);
}

static void put_number(CodePack *p, uint64_t value) {
    for (; value >= 128; value >>= 7) put_byte(p, (unsigned)(value & 127) | 128);
    put_byte(p, (unsigned)value);
}

/* Small numbers of either sign stay short: 0, -1, 1, -2 ... become 0, 1, 2, 3 ... */
static void put_signed(CodePack *p, int64_t value) {
    put_number(p, value < 0 ? ~(uint64_t)value * 2 + 1 : (uint64_t)value * 2);
}

/* ---- Texts --------------------------------------------------------------------------------- */

static uint32_t text_hash(const char *text, size_t size) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < size; i++) hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

static bool is_text(const CodePack *p, uint32_t number, const char *text, size_t size) {
    size_t start = number ? p->ends[number - 1] : 0;
    return p->ends[number] - start == size && memcmp(p->texts.data + start, text, size) == 0;
}

/* The place in the table where this text's number is or belongs. */
static uint32_t *find_text(const CodePack *p, const char *text, size_t size) {
    uint32_t i = text_hash(text, size) & (p->table_size - 1);
    while (p->table[i] && !is_text(p, p->table[i] - 1, text, size)) {
        i = (i + 1) & (p->table_size - 1);
    }
    return &p->table[i];
}

static void enter_text(CodePack *p, uint32_t number) {
    size_t start = number ? p->ends[number - 1] : 0;
    const char *text = (const char *)p->texts.data + start;
    uint32_t *place = find_text(p, text, p->ends[number] - start);
    if (!*place) *place = number + 1; /* of two known names with one text the first counts */
}

static bool make_text_room(CodePack *p) {
    if (p->text_count < p->text_capacity) return !p->failed;
    uint32_t capacity = p->text_capacity ? p->text_capacity * 2 : 1024;
    uint32_t *ends = grow(p, p->ends, capacity * sizeof *ends);
    if (ends) p->ends = ends;
    uint32_t *table = grow(p, p->table, (size_t)capacity * 2 * sizeof *table);
    if (table) p->table = table;
    if (p->failed) return false;
    p->text_capacity = capacity;
    p->table_size = capacity * 2;
    memset(p->table, 0, p->table_size * sizeof *p->table);
    for (uint32_t i = 0; i < p->text_count; i++) enter_text(p, i);
    return true;
}

static uint32_t add_text(CodePack *p, const Str *s) {
    put_raw(p, &p->texts, s->text, s->size);
    if (!make_text_room(p)) return 0;
    p->ends[p->text_count++] = (uint32_t)p->texts.size;
    enter_text(p, p->text_count - 1);
    return p->text_count - 1;
}

static uint32_t text_number(CodePack *p, const Str *s) {
    if (p->failed) return 0;
    uint32_t found = *find_text(p, s->text, s->size);
    return found ? found - 1 : add_text(p, s);
}

static void put_text(CodePack *p, const Str *s) {
    put_number(p, text_number(p, s));
}

/* ---- Constants ----------------------------------------------------------------------------- */

static void put_const(CodePack *p, Engine *e, const Obj *o);

static void put_int(CodePack *p, const Obj *o) {
    if (!int_is_big(o)) {
        put_byte(p, PACK_INT);
        put_signed(p, int_value(o));
        return;
    }
    size_t size = big_bits(o) / 8 + 1; /* one bit more, for the sign */
    put_byte(p, PACK_BIG_INT);
    put_number(p, size);
    if (!make_room(p, &p->codes, size)) return;
    big_to_bytes(o, p->codes.data + p->codes.size, size, true);
    p->codes.size += size;
}

static void put_float(CodePack *p, double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    put_byte(p, PACK_FLOAT);
    for (int i = 0; i < 8; i++) put_byte(p, (unsigned)(bits >> 8 * i) & 255);
}

static void put_tuple(CodePack *p, Engine *e, const Tuple *t) {
    put_byte(p, PACK_TUPLE);
    put_number(p, t->size);
    for (uint32_t i = 0; i < t->size; i++) put_const(p, e, t->items[i]);
}

static bool put_singleton(CodePack *p, const Engine *e, const Obj *o) {
    const Obj *const singletons[] = {e->none, e->true_, e->false_, e->ellipsis};
    for (unsigned i = 0; i < COUNT_OF(singletons); i++) {
        if (o != singletons[i]) continue;
        put_byte(p, PACK_NONE + i);
        return true;
    }
    return false;
}

static void put_const(CodePack *p, Engine *e, const Obj *o) {
    if (put_singleton(p, e, o)) return;
    switch (o->type->layout) {
    case LAYOUT_INT: put_int(p, o); break;
    case LAYOUT_FLOAT: put_float(p, float_value(o)); break;
    case LAYOUT_STR:
        put_byte(p, PACK_TEXT);
        put_text(p, (const Str *)o);
        break;
    case LAYOUT_BYTES:
        put_byte(p, PACK_BYTES);
        put_number(p, ((const Bytes *)o)->size);
        put_raw(p, &p->codes, ((const Bytes *)o)->data, ((const Bytes *)o)->size);
        break;
    case LAYOUT_TUPLE: put_tuple(p, e, (const Tuple *)o); break;
    case LAYOUT_CODE:
        put_byte(p, PACK_CODE);
        code_pack(p, e, (const Code *)o);
        break;
    default: ASSERT(false, "the compiler makes no other constants");
    }
}

/* ---- Code ---------------------------------------------------------------------------------- */

static void put_place(CodePack *p, const Position *at, const Position *before) {
    if (memcmp(at, before, sizeof *at) == 0) {
        put_byte(p, PACK_SAME_PLACE);
    } else if (at->line == 0) {
        put_byte(p, PACK_NO_PLACE);
    } else {
        put_byte(p, PACK_PLACE);
        put_signed(p, (int64_t)at->line - before->line);
        put_signed(p, (int64_t)at->end_line - at->line);
        put_number(p, at->column);
        put_number(p, at->end_column);
    }
}

static void put_instrs(CodePack *p, const Code *code) {
    const Position nowhere = {0, 0, 0, 0}, *before = &nowhere;
    for (uint32_t i = 0; i < code->instr_count; i++) {
        put_byte(p, INSTR_OP(code->instrs[i]));
        put_number(p, INSTR_ARG(code->instrs[i]));
        put_place(p, &code->positions[i], before);
        before = &code->positions[i];
    }
}

static void put_handlers(CodePack *p, const Code *code) {
    for (uint32_t i = 0; i < code->handler_count; i++) {
        const Handler *h = &code->handlers[i];
        put_number(p, h->start);
        put_number(p, h->end);
        put_number(p, h->target);
        put_number(p, h->depth);
        put_number(p, h->push_lasti);
    }
}

void code_pack(CodePack *p, Engine *e, const Code *code) {
#define PUT_FIELD(field) put_number(p, code->field);
    PACK_FIELDS(PUT_FIELD)
#undef PUT_FIELD
    put_text(p, code->name);
    put_text(p, code->qualname);
    put_number(p, code->doc ? text_number(p, code->doc) + 1 : 0);
    put_instrs(p, code);
    for (uint32_t i = 0; i < code->const_count; i++) put_const(p, e, code->consts[i]);
    for (uint32_t i = 0; i < code->name_count; i++) put_text(p, code->names[i]);
    for (uint32_t i = 0; i < code_slots(code); i++) put_text(p, code->local_names[i]);
    put_handlers(p, code);
}

void code_pack_init(CodePack *p, Engine *e) {
    *p = (CodePack){.failed = false};
    Str *const *names = (Str *const *)(const void *)&e->names;
    for (uint32_t i = 0; i < PACK_KNOWN_NAMES; i++) add_text(p, names[i]);
}

void code_pack_clear(CodePack *p) {
    free(p->codes.data);
    free(p->texts.data);
    free(p->ends);
    free(p->table);
    *p = (CodePack){.failed = false};
}
