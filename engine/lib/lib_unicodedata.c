/* The module unicodedata, of Unicode 15.1 as CPython 3.13's. */
#include "lib/lib_parts.h"

#include <string.h>

#include "object/bytes.h"
#include "object/codec.h"
#include "object/float.h"
#include "object/int.h"
#include "object/unicode_info.h"
#include "object/unicode_name.h"
#include "object/unicode_normal.h"
#include "vm/vm.h"

static const char *kind_of(const Engine *e, const Obj *o) {
    return o == e->none ? "None" : type_name(o);
}

/* The argument's only character; `place` is what CPython calls it ("argument", "argument 1"). */
static bool character(Engine *e, const char *function, const char *place, Obj *o, uint32_t *c) {
    if (!HAS_LAYOUT(o, STR) || STR(o)->length != 1) {
        return err_false(e, T_TypeError, "%s() %s must be a unicode character, not %s", function,
                         place, kind_of(e, o));
    }
    const char *text = STR(o)->text;
    *c = utf8_next(&text);
    return true;
}

/* ---- Properties that every character has --------------------------------------------------- */

#define TEXT_PROPERTY(name)                                                                        \
    static Obj *name##_native(Engine *e, Obj *const *a) {                                          \
        uint32_t c;                                                                                \
        if (!character(e, #name, "argument", a[0], &c)) return NULL;                               \
        return OBJ(str_from(e, unicode_##name(c)));                                                \
    }
TEXT_PROPERTY(category)
TEXT_PROPERTY(bidirectional)
TEXT_PROPERTY(east_asian_width)
#undef TEXT_PROPERTY

static Obj *combining_native(Engine *e, Obj *const *a) {
    uint32_t c;
    if (!character(e, "combining", "argument", a[0], &c)) return NULL;
    return int_new(e, unicode_combining(c));
}

static Obj *mirrored_native(Engine *e, Obj *const *a) {
    uint32_t c;
    if (!character(e, "mirrored", "argument", a[0], &c)) return NULL;
    return int_new(e, unicode_is_mirrored(c));
}

/* "<compat> 0020 0308" */
static Obj *decomposition_native(Engine *e, Obj *const *a) {
    uint32_t c;
    if (!character(e, "decomposition", "argument", a[0], &c)) return NULL;
    const UnicodeDecomposition *d = unicode_decomposition(c);
    if (!d) return incref(e->empty_str);
    StrBuf b;
    strbuf_init(&b, e);
    strbuf_text(&b, unicode_tables.tags[d->tag]);
    for (uint32_t i = 0; i < d->count; i++) {
        const char *space = b.size ? " " : "";
        strbuf_printf(&b, "%s%04X", space, unicode_tables.decomposed[d->start + i]);
    }
    return OBJ(strbuf_finish(&b));
}

/* ---- Properties that some have, with a default --------------------------------------------- */

static Obj *or_default(Engine *e, Obj *value, const char *message) {
    return value ? incref(value) : err_null(e, T_ValueError, "%s", message);
}

static Obj *name_native(Engine *e, Obj *const *a) {
    uint32_t c;
    char name[UNICODE_NAME_MAX];
    if (!character(e, "name", "argument 1", a[0], &c)) return NULL;
    return unicode_name(c, name) ? OBJ(str_from(e, name)) : or_default(e, a[1], "no such name");
}

static Obj *decimal_native(Engine *e, Obj *const *a) {
    uint32_t c;
    if (!character(e, "decimal", "argument 1", a[0], &c)) return NULL;
    int value = unicode_decimal(c);
    return value >= 0 ? int_new(e, value) : or_default(e, a[1], "not a decimal");
}

static Obj *digit_native(Engine *e, Obj *const *a) {
    uint32_t c;
    if (!character(e, "digit", "argument 1", a[0], &c)) return NULL;
    int value = unicode_digit(c);
    return value >= 0 ? int_new(e, value) : or_default(e, a[1], "not a digit");
}

static Obj *numeric_native(Engine *e, Obj *const *a) {
    uint32_t c;
    int64_t value;
    int32_t divisor;
    if (!character(e, "numeric", "argument 1", a[0], &c)) return NULL;
    if (!unicode_number(c, &value, &divisor)) return or_default(e, a[1], "not a numeric character");
    return float_new(e, (double)value / divisor);
}

/* ---- Names and normal forms ---------------------------------------------------------------- */

static Obj *raise_key(Engine *e, Str *message) {
    if (message) err_raise_with(e, T_KeyError, OBJ(message));
    xdecref(e, message);
    return NULL;
}

static Obj *sequence(Engine *e, const UnicodeAlias *found) {
    StrBuf b;
    strbuf_init(&b, e);
    for (size_t i = 0; i < COUNT_OF(found->code) && found->code[i]; i++) {
        strbuf_code_point(&b, found->code[i]);
    }
    return OBJ(strbuf_finish(&b));
}

static Obj *lookup_native(Engine *e, Obj *const *a) {
    uint32_t c;
    bool is_text = HAS_LAYOUT(a[0], STR);
    if (!is_text && !HAS_LAYOUT(a[0], BYTES)) {
        return err_null(e, T_TypeError, "a bytes-like object is required, not '%s'",
                        type_name(a[0]));
    }
    Obj *encoded = is_text ? codec_encode(e, STR(a[0]), NULL, NULL) : incref(a[0]);
    if (!encoded) return NULL; /* a lone surrogate */
    decref(e, encoded);
    const char *name = is_text ? STR(a[0])->text : (const char *)BYTES(a[0])->data;
    size_t size = is_text ? STR(a[0])->size : BYTES(a[0])->size;
    if (size > UNICODE_NAME_MAX) return raise_key(e, str_from(e, "name too long"));
    if (unicode_named(name, size, &c)) return OBJ(str_from_code_point(e, c));
    const UnicodeAlias *found = unicode_named_sequence(name, size);
    if (found) return sequence(e, found);
    /* Up to a NUL, as CPython shows it. */
    return raise_key(e, str_format(e, "undefined character name '%s'", name));
}

static bool normal_form(Engine *e, const char *function, Obj *const *a, NormalForm *form) {
    static const char *const names[] = {"NFC", "NFD", "NFKC", "NFKD"};
    for (int i = 0; i < 2; i++) {
        if (HAS_LAYOUT(a[i], STR)) continue;
        return err_false(e, T_TypeError, "%s() argument %d must be str, not %s", function, i + 1,
                         kind_of(e, a[i]));
    }
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        *form = (NormalForm)i;
        if (str_equal_text(STR(a[0]), names[i])) return true;
    }
    return err_false(e, T_ValueError, "invalid normalization form");
}

static void *take(void *arena, size_t size) {
    return arena_alloc(arena, size);
}

static void give(void *arena, void *block) {
    arena_free(arena, block);
}

/* The str itself where it is in this form. */
static Str *to_form(Engine *e, Str *s, NormalForm form) {
    if (str_is_ascii(s)) return STR(incref(s));
    const UnicodeMemory memory = {&e->arena, take, give};
    size_t size;
    char *text = unicode_normalize(&memory, s->text, s->size, form, &size);
    bool same = text && size == s->size && memcmp(text, s->text, size) == 0;
    if (!text) err_memory(e);
    Str *result = !text ? NULL : same ? STR(incref(s)) : str_new(e, text, size);
    if (text) arena_free(&e->arena, text);
    return result;
}

/* Counted against the program's budget by the size of the text. */
static Str *normalized(Engine *e, const char *function, Obj *const *a) {
    enum { BYTES_PER_INSTRUCTION = 4 };
    NormalForm form = 0;
    if (!normal_form(e, function, a, &form)) return NULL;
    if (!vm_charge(e, STR(a[1])->size / BYTES_PER_INSTRUCTION)) return NULL;
    return to_form(e, STR(a[1]), form);
}

static Obj *normalize_native(Engine *e, Obj *const *a) {
    return OBJ(normalized(e, "normalize", a));
}

static Obj *is_normalized_native(Engine *e, Obj *const *a) {
    Str *normal = normalized(e, "is_normalized", a);
    if (!normal) return NULL;
    bool same = str_equal(normal, STR(a[1]));
    decref(e, normal);
    return obj_bool(e, same);
}

static const NativeDef defs[] = {
    {.name = "bidirectional", .signature = "chr, /", .fn = bidirectional_native},
    {.name = "category", .signature = "chr, /", .fn = category_native},
    {.name = "combining", .signature = "chr, /", .fn = combining_native},
    {.name = "decimal", .signature = "chr, default=, /", .fn = decimal_native},
    {.name = "decomposition", .signature = "chr, /", .fn = decomposition_native},
    {.name = "digit", .signature = "chr, default=, /", .fn = digit_native},
    {.name = "east_asian_width", .signature = "chr, /", .fn = east_asian_width_native},
    {.name = "is_normalized", .signature = "form, unistr, /", .fn = is_normalized_native},
    {.name = "lookup", .signature = "name, /", .fn = lookup_native},
    {.name = "mirrored", .signature = "chr, /", .fn = mirrored_native},
    {.name = "name", .signature = "chr, default=, /", .fn = name_native},
    {.name = "normalize", .signature = "form, unistr, /", .fn = normalize_native},
    {.name = "numeric", .signature = "chr, default=, /", .fn = numeric_native},
    {0},
};

bool lib_unicodedata_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, defs) &&
           lib_add(e, module, "unidata_version", OBJ(str_from(e, unicode_tables.version)));
}
