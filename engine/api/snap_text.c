#include "api/snap.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "object/complex.h"
#include "object/bytes.h"
#include "object/exceptions.h"
#include "object/float.h"
#include "object/function.h"
#include "object/bigint.h"
#include "object/list.h"
#include "object/native.h"
#include "object/range.h"
#include "object/set.h"
#include "object/unicode.h"
#include "object/wrapper.h"

enum { VALUE_DEPTH = 4 };

void *snap_alloc(Snap *b, size_t size) {
    static const char empty[1024];
    void *block = region_alloc(&b->memory, size ? size : 1);
    if (block) return block;
    b->failed = true;
    return (void *)(uintptr_t)empty;
}

enum { LONGEST = 512 };

/* The size without a last character that was cut off. */
static size_t whole(const char *text, size_t size) {
    size_t last = size;
    while (last > 0 && utf8_is_tail(text[last - 1])) last--;
    if (last == 0) return 0;
    unsigned char lead = (unsigned char)text[last - 1];
    size_t wanted = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return last - 1 + wanted <= size ? size : last - 1;
}

/* Text for everybody: a program's names may have lone surrogates. */
static const char *keep(Snap *b, const char *text, size_t size) {
    size = whole(text, size < LONGEST ? size : LONGEST - 1);
    char *copy = region_copy(&b->memory, text, size);
    if (!copy) b->failed = true;
    if (copy) utf8_hide_surrogates(copy, size);
    return copy ? copy : "";
}

const char *snap_text(Snap *b, const char *format, ...) {
    char text[LONGEST];
    va_list args;
    va_start(args, format);
    /* Most texts are names as they are: of ten thousand tasks there are many. */
    bool is_plain = strcmp(format, "%s") == 0;
    const char *plain = is_plain ? va_arg(args, const char *) : NULL;
    int size = is_plain ? 0 : vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (is_plain) return plain ? keep(b, plain, strlen(plain)) : "(null)";
    return size < 0 ? "" : keep(b, text, (size_t)size);
}

const char *snap_lasting(Snap *b, const char *text) {
    return arena_is_sealed(&b->e->arena, text) ? text : snap_text(b, "%s", text);
}

size_t snap_digits(char *to, int64_t number) {
    char digits[SNAP_DIGITS];
    size_t count = 0, size = 0;
    uint64_t rest = number < 0 ? 0u - (uint64_t)number : (uint64_t)number;
    do digits[count++] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0) to[size++] = '-';
    while (count) to[size++] = digits[--count];
    to[size] = 0;
    return size;
}

/* A text of bounded size that remembers when it overflowed. */
typedef struct {
    Engine *e;
    char text[CS_TEXT_MAX + 8];
    size_t size;
    bool full;
} Value;

static void put(Value *v, const char *text, size_t size) {
    if (v->full) return;
    if (v->size + size > CS_TEXT_MAX) {
        size = CS_TEXT_MAX - v->size;
        while (size && ((unsigned char)text[size] & 0xC0) == 0x80) size--; /* whole characters */
        v->full = true;
    }
    memcpy(v->text + v->size, text, size);
    v->size += size;
    if (v->full) {
        memcpy(v->text + v->size, "\xE2\x80\xA6", 3);
        v->size += 3;
    }
}

static void puts_text(Value *v, const char *text) {
    put(v, text, strlen(text));
}

static void put_value(Value *v, const Obj *o, int depth);

static void put_escape(Value *v, uint32_t c) {
    char text[12];
    const char *format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
    snprintf(text, sizeof text, format, (unsigned)c);
    puts_text(v, text);
}

static void put_str(Value *v, const Str *s) {
    bool has_single = memchr(s->text, '\'', s->size) && !memchr(s->text, '"', s->size);
    const char quote = has_single ? '"' : '\'';
    put(v, &quote, 1);
    for (const char *p = s->text, *end = p + s->size; p < end && !v->full;) {
        const char *start = p;
        uint32_t c = utf8_next(&p);
        switch (c) {
        case '\n': puts_text(v, "\\n"); break;
        case '\t': puts_text(v, "\\t"); break;
        case '\r': puts_text(v, "\\r"); break;
        case '\\': puts_text(v, "\\\\"); break;
        default:
            if (unicode_is_printable(c)) put(v, start, (size_t)(p - start));
            if (!unicode_is_printable(c)) put_escape(v, c);
        }
    }
    put(v, &quote, 1);
}

static void put_items(Value *v, Obj *const *items, uint32_t count, const char *open,
                      const char *close, int depth) {
    puts_text(v, open);
    for (uint32_t i = 0; i < count && !v->full; i++) {
        if (i) puts_text(v, ", ");
        put_value(v, items[i], depth);
    }
    puts_text(v, close);
}

static void put_pairs(Value *v, const Dict *d, const char *between, int depth) {
    Obj *key, *value;
    bool first = true;
    for (uint32_t i = 0; dict_next(d, &i, &key, &value) && !v->full; first = false) {
        if (!first) puts_text(v, ", ");
        if (*between == '=' && HAS_LAYOUT(key, STR)) {
            puts_text(v, STR(key)->text);
        } else {
            put_value(v, key, depth);
        }
        puts_text(v, between);
        put_value(v, value, depth);
    }
}

static void put_set(Value *v, const Set *s, int depth) {
    Obj *key, *value;
    bool first = true;
    if (!s->items->used) return puts_text(v, "set()");
    puts_text(v, "{");
    for (uint32_t i = 0; dict_next(s->items, &i, &key, &value) && !v->full; first = false) {
        if (!first) puts_text(v, ", ");
        put_value(v, key, depth);
    }
    puts_text(v, "}");
}

static void put_exception(Value *v, const Obj *o, int depth) {
    const Tuple *args = EXC(o)->args ? TUPLE(EXC(o)->args) : NULL;
    puts_text(v, type_name(o));
    put_items(v, args ? args->items : NULL, args ? args->size : 0, "(", ")", depth);
}

/* All digits of a few hundred; of more only how many bits: a picture must not take long. Nothing is
 * left in the arena, which a look must not change. */
static void put_large(Value *v, const Obj *o) {
    enum { MOST_BITS = 1024, TEXT_SIZE = 400 };
    char text[TEXT_SIZE];
    BigArg a;
    mpz_srcptr z = big_arg(&a, o);
    size_t bits = big_bits(o);
    if (bits <= MOST_BITS) {
        mpz_get_str(text, 10, z);
    } else {
        snprintf(text, sizeof text, "%san int of %zu bits", int_value(o) < 0 ? "minus " : "", bits);
    }
    puts_text(v, text);
}

static void put_number(Value *v, const Obj *o) {
    char text[FLOAT_REPR_SIZE];
    if (HAS_LAYOUT(o, INT) && int_is_big(o)) {
        put_large(v, o);
        return;
    }
    if (HAS_LAYOUT(o, FLOAT)) {
        float_repr_text(float_value(o), text);
    } else {
        snap_digits(text, int_value(o));
    }
    puts_text(v, text);
}

void snap_members(const Engine *e, Obj *o, const Type *type, SnapMember *visit, void *data) {
    if (!(type->flags & TYPE_HEAP)) return;
    snap_members(e, o, type->base, visit, data);
    Obj *key, *value;
    for (uint32_t i = 0; type->member_count && dict_next(type->dict, &i, &key, &value);) {
        if (!IS(e, value, member_descriptor)) continue;
        Obj **place = obj_place(o, MEMBER(value)->offset);
        if (*place) visit(data, MEMBER(value)->name->text, *place);
    }
}

typedef struct {
    Value *v;
    int depth;
    bool any;
} Members;

static void put_member(void *data, const char *name, Obj *value) {
    Members *m = data;
    if (m->any) puts_text(m->v, ", ");
    m->any = true;
    puts_text(m->v, name);
    puts_text(m->v, "=");
    put_value(m->v, value, m->depth);
}

static void put_instance(Value *v, Obj *o, int depth) {
    Dict **dict = obj_dict_slot(o);
    Members members = {v, depth, false};
    puts_text(v, type_name(o));
    puts_text(v, "(");
    snap_members(v->e, o, o->type, put_member, &members);
    bool more = dict && *dict && (*dict)->used;
    if (more && members.any) puts_text(v, ", ");
    if (more) put_pairs(v, *dict, "=", depth);
    puts_text(v, ")");
}

static void put_callable(Value *v, const Obj *o) {
    const Obj *fn = HAS_LAYOUT(o, METHOD) ? METHOD(o)->function : o;
    if (HAS_LAYOUT(fn, FUNCTION)) return puts_text(v, FUNCTION(fn)->qualname->text);
    if (HAS_LAYOUT(fn, NATIVE)) return puts_text(v, NATIVE(fn)->name->text);
    puts_text(v, type_name(o));
}

static void put_big_range(Value *v, const Range *r, int depth) {
    puts_text(v, "range(");
    put_value(v, r->big->items[0], depth);
    puts_text(v, ", ");
    put_value(v, r->big->items[1], depth);
    puts_text(v, ")");
}

static void put_value(Value *v, const Obj *o, int depth) {
    Engine *e = v->e;
    if (o == e->none) return puts_text(v, "None");
    if (o == e->true_ || o == e->false_) return puts_text(v, o == e->true_ ? "True" : "False");
    if (depth <= 0) return puts_text(v, "\xE2\x80\xA6");
    switch (o->type->layout) {
    case LAYOUT_INT:
    case LAYOUT_FLOAT: return put_number(v, o);
    case LAYOUT_COMPLEX: {
        char text[COMPLEX_TEXT_SIZE];
        complex_text(((const Complex *)o)->value, text);
        return puts_text(v, text);
    }
    case LAYOUT_STR: return put_str(v, STR(o));
    case LAYOUT_TUPLE:
        return put_items(v, TUPLE(o)->items, TUPLE(o)->size, "(", TUPLE(o)->size == 1 ? ",)" : ")",
                         depth - 1);
    case LAYOUT_LIST: return put_items(v, LIST(o)->items, LIST(o)->size, "[", "]", depth - 1);
    case LAYOUT_DICT:
        puts_text(v, "{");
        put_pairs(v, (const Dict *)o, ": ", depth - 1);
        return puts_text(v, "}");
    case LAYOUT_SET:
    case LAYOUT_FROZENSET: return put_set(v, (const Set *)o, depth - 1);
    case LAYOUT_EXC: return put_exception(v, o, depth - 1);
    case LAYOUT_FUNCTION:
    case LAYOUT_NATIVE:
    case LAYOUT_METHOD: return put_callable(v, o);
    case LAYOUT_TYPE: return puts_text(v, ((const Type *)o)->qualname->text);
    case LAYOUT_GEN: puts_text(v, GEN(o)->qualname->text); return puts_text(v, "()");
    case LAYOUT_FUTURE:
        return puts_text(v, aio_is_task(e, o) && TASK(o)->name ? TASK(o)->name->text : "Future");
    case LAYOUT_RANGE: {
        char text[64];
        const Range *r = (const Range *)o;
        if (r->big) return put_big_range(v, r, depth);
        snprintf(text, sizeof text, "range(%lld, %lld)", (long long)r->start, (long long)r->stop);
        return puts_text(v, text);
    }
    case LAYOUT_OBJECT: return put_instance(v, (Obj *)(uintptr_t)o, depth - 1);
    default:
        puts_text(v, "<");
        puts_text(v, type_name(o));
        puts_text(v, ">");
    }
}

const char *snap_value(Snap *b, const Obj *o) {
    Value v = {.e = b->e};
    if (!o) return "";
    if (o == b->e->none) return "None";
    put_value(&v, o, VALUE_DEPTH);
    return keep(b, v.text, v.size);
}
