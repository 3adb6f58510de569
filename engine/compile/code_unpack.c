#include <string.h>

#include "compile/code_pack.h"
#include "object/bigint.h"
#include "object/bytes.h"
#include "object/error.h"
#include "object/float.h"
#include "object/str.h"
#include "object/tuple.h"

typedef struct {
    Engine *e;
    const PackedTexts *texts;
    Str **made;
    const unsigned char *at;
    Str *filename;
} Reader;

static Code *get_code(Reader *r);

/* ---- Numbers and texts --------------------------------------------------------------------- */

static uint64_t get_number(Reader *r) {
    uint64_t value = *r->at & 127u;
    for (unsigned shift = 7; *r->at++ & 128u; shift += 7) {
        value |= (uint64_t)(*r->at & 127u) << shift;
    }
    return value;
}

static uint32_t get_count(Reader *r) {
    return (uint32_t)get_number(r);
}

static int64_t get_signed(Reader *r) {
    uint64_t value = get_number(r);
    return (int64_t)(value & 1 ? ~(value >> 1) : value >> 1);
}

/* Borrowed: `made` keeps one reference. */
static Str *get_numbered(Reader *r, uint32_t number) {
    ASSERT(number < r->texts->count, "packed code names texts that were packed with it");
    if (r->made[number]) return r->made[number];
    uint32_t start = number ? r->texts->ends[number - 1] : 0;
    const char *text = (const char *)r->texts->texts + start;
    return r->made[number] = str_new(r->e, text, r->texts->ends[number] - start);
}

static Str *new_text(Reader *r) {
    Str *text = get_numbered(r, get_count(r));
    return STR(xincref(text));
}

static bool get_texts(Reader *r, Str **texts, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (!(texts[i] = new_text(r))) return false;
    }
    return true;
}

/* ---- Constants ----------------------------------------------------------------------------- */

static Obj *new_const(Reader *r);

static Obj *new_big_int(Reader *r) {
    size_t size = get_count(r);
    r->at += size;
    return big_from_bytes(r->e, r->at - size, size, true, true);
}

static Obj *new_float(Reader *r) {
    uint64_t bits = 0;
    double value;
    for (int i = 0; i < 8; i++) bits |= (uint64_t)*r->at++ << 8 * i;
    memcpy(&value, &bits, sizeof value);
    return float_new(r->e, value);
}

static Obj *new_bytes(Reader *r) {
    size_t size = get_count(r);
    r->at += size;
    return bytes_new(r->e, r->at - size, size);
}

static Obj *new_tuple(Reader *r) {
    uint32_t size = get_count(r);
    Tuple *t = size ? tuple_new(r->e, size) : TUPLE(incref(r->e->empty_tuple));
    for (uint32_t i = 0; t && i < size; i++) {
        if (!(t->items[i] = new_const(r))) return NULL;
    }
    return OBJ(t);
}

static Obj *new_const(Reader *r) {
    Engine *e = r->e;
    switch ((PackConst)*r->at++) {
    case PACK_NONE: return new_none(e);
    case PACK_TRUE: return incref(e->true_);
    case PACK_FALSE: return incref(e->false_);
    case PACK_ELLIPSIS: return incref(e->ellipsis);
    case PACK_INT: return int_new(e, get_signed(r));
    case PACK_BIG_INT: return new_big_int(r);
    case PACK_FLOAT: return new_float(r);
    case PACK_TEXT: return OBJ(new_text(r));
    case PACK_BYTES: return new_bytes(r);
    case PACK_TUPLE: return new_tuple(r);
    case PACK_CODE: return OBJ(get_code(r));
    }
    ASSERT(false, "packed constants are of these kinds");
    return NULL;
}

static bool get_consts(Reader *r, Obj **consts, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        if (!(consts[i] = new_const(r))) return false;
    }
    return true;
}

/* ---- Code ---------------------------------------------------------------------------------- */

static void get_place(Reader *r, Position *at, const Position *before) {
    switch ((PackPlace)*r->at++) {
    case PACK_SAME_PLACE: *at = *before; return;
    case PACK_NO_PLACE: return; /* the array is zeroed */
    case PACK_PLACE: break;
    }
    at->line = (uint32_t)(before->line + get_signed(r));
    at->end_line = (uint32_t)(at->line + get_signed(r));
    at->column = (uint16_t)get_number(r);
    at->end_column = (uint16_t)get_number(r);
}

static void get_instrs(Reader *r, Code *code) {
    const Position nowhere = {0, 0, 0, 0}, *before = &nowhere;
    for (uint32_t i = 0; i < code->instr_count; i++) {
        uint32_t op = *r->at++;
        code->instrs[i] = INSTR(op, get_count(r));
        get_place(r, &code->positions[i], before);
        before = &code->positions[i];
    }
}

static void get_handlers(Reader *r, Code *code) {
    for (uint32_t i = 0; i < code->handler_count; i++) {
        Handler *h = &code->handlers[i];
        h->start = get_count(r);
        h->end = get_count(r);
        h->target = get_count(r);
        h->depth = (uint16_t)get_number(r);
        h->push_lasti = (uint16_t)get_number(r);
    }
}

/* Sticky: after the first failure *ok stays false. */
static void *new_array(Engine *e, uint32_t count, size_t size, bool *ok) {
    if (count == 0 || !*ok) return NULL;
    void *block = arena_alloc(&e->arena, count * size);
    if (!block) *ok = false;
    return block;
}

static bool make_arrays(Engine *e, Code *code) {
    bool ok = true;
    code->instrs = new_array(e, code->instr_count, sizeof *code->instrs, &ok);
    code->positions = new_array(e, code->instr_count, sizeof *code->positions, &ok);
    code->consts = new_array(e, code->const_count, sizeof *code->consts, &ok);
    code->names = new_array(e, code->name_count, sizeof *code->names, &ok);
    code->local_names = new_array(e, code_slots(code), sizeof *code->local_names, &ok);
    code->handlers = new_array(e, code->handler_count, sizeof *code->handlers, &ok);
    if (!ok) err_memory(e);
    return ok;
}

static bool get_header(Reader *r, Code *code) {
#define GET_FIELD(field) code->field = get_count(r);
    PACK_FIELDS(GET_FIELD)
#undef GET_FIELD
    code->filename = STR(incref(r->filename));
    code->name = new_text(r);
    code->qualname = new_text(r);
    uint32_t doc = get_count(r);
    Str *text = doc ? get_numbered(r, doc - 1) : NULL;
    code->doc = STR(xincref(text));
    return code->name && code->qualname && (!doc || code->doc);
}

/* Before sealing nothing is ever freed, so a failure has nothing to release. */
static Code *get_code(Reader *r) {
    Code *code = CODE(obj_new(r->e, TYPE(r->e, code), sizeof *code));
    if (!code || !get_header(r, code) || !make_arrays(r->e, code)) return NULL;
    get_instrs(r, code);
    if (!get_consts(r, code->consts, code->const_count) ||
        !get_texts(r, code->names, code->name_count) ||
        !get_texts(r, code->local_names, code_slots(code))) {
        return NULL;
    }
    get_handlers(r, code);
    return code;
}

Str **code_unpack_texts(Engine *e, const PackedTexts *texts) {
    ASSERT(texts->count >= PACK_KNOWN_NAMES, "a pack begins with the known names");
    Str **made = arena_alloc(&e->arena, texts->count * sizeof *made);
    if (!made) {
        err_memory(e);
        return NULL;
    }
    memcpy(made, &e->names, sizeof e->names);
    return made;
}

Code *code_unpack(Engine *e, const PackedTexts *texts, Str **made, const unsigned char *data,
                  size_t size, Str *filename) {
    ASSERT(!e->sealed, "code is unpacked into what is sealed afterwards");
    Reader r = {e, texts, made, data, filename};
    Code *code = get_code(&r);
    ASSERT(!code || r.at == data + size, "a code object is read to its last byte");
    return code;
}
