#include "object/str.h"

#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/str_methods.h"
#include "object/type.h"
#include "object/unicode.h"

/* ---- translate ----------------------------------------------------------------------------- */

/* A class that takes parameters gives one of its generic forms. */
static void refuse_table(Engine *e, Obj *table) {
    if (!HAS_LAYOUT(table, TYPE)) {
        err_null(e, T_TypeError, "'%s' object is not subscriptable", type_name(table));
        return;
    }
    const Type *class = TYPE_OF(table);
    if (class == TYPE(e, type) || type_lookup(e, class, N(e, __class_getitem__))) {
        err_null(e, T_TypeError, "character mapping must return integer, None or str");
        return;
    }
    err_null(e, T_TypeError, "type '%s' is not subscriptable", class->full_name->text);
}

/* What table[c] gives: owned, NULL when the table has no entry. A table that is no plain dict is
 * asked by its __getitem__, where LookupError means no entry. */
static bool look_up(Engine *e, Obj *table, uint32_t c, Obj **found) {
    Obj *key = int_new(e, c);
    if (!key) return false;
    bool ok = true, has = true;
    if (IS(e, table, dict)) {
        ok = dict_get(e, DICT(table), key, found);
        if (ok && *found) incref(*found);
    } else {
        *found = vm_special_nested(e, table, N(e, __getitem__), &key, 1, &has);
        if (!has) refuse_table(e, table);
        if (!*found && has && err_matches(e, T_LookupError)) {
            err_clear(e);
        } else {
            ok = *found != NULL;
        }
    }
    decref(e, key);
    return ok;
}

static bool put_translated(Engine *e, StrBuf *b, Obj *value) {
    int64_t c;
    if (value == e->none) return true;
    if (HAS_LAYOUT(value, STR)) {
        strbuf_str(b, STR(value));
        return true;
    }
    if (!HAS_LAYOUT(value, INT) && !HAS_LAYOUT(value, BOOL)) {
        return err_false(e, T_TypeError, "character mapping must return integer, None or str");
    }
    c = int_value(value);
    if (c < 0 || c > UNICODE_MAX) {
        return err_false(e, T_ValueError, "character mapping must be in range(0x110000)");
    }
    strbuf_code_point(b, (uint32_t)c);
    return true;
}

Obj *str_native_translate(Engine *e, Obj *const *a) {
    StrBuf b;
    strbuf_init(&b, e);
    const Str *s = STR(a[0]);
    for (const char *p = s->text; p < s->text + s->size && !b.failed;) {
        uint32_t c = utf8_next(&p);
        Obj *value = NULL;
        bool ok = look_up(e, a[1], c, &value);
        if (ok && value) ok = put_translated(e, &b, value);
        if (ok && !value) strbuf_code_point(&b, c);
        xdecref(e, value);
        if (!ok) {
            strbuf_clear(&b);
            return NULL;
        }
    }
    return OBJ(strbuf_finish(&b));
}

/* ---- maketrans ----------------------------------------------------------------------------- */

/* table[c] = value (borrowed). */
static bool set_entry(Engine *e, Dict *table, uint32_t c, Obj *value) {
    Obj *key = int_new(e, c);
    if (!key) return false;
    bool ok = dict_set(e, table, key, value);
    decref(e, key);
    return ok;
}

static bool add_pairs(Engine *e, Dict *table, const Str *from, const Str *to) {
    const char *p = from->text, *q = to->text;
    while (p < from->text + from->size) {
        uint32_t c = utf8_next(&p);
        Obj *value = int_new(e, utf8_next(&q));
        if (!value) return false;
        bool ok = set_entry(e, table, c, value);
        decref(e, value);
        if (!ok) return false;
    }
    return true;
}

static bool add_deletions(Engine *e, Dict *table, const Str *chars) {
    for (const char *p = chars->text; p < chars->text + chars->size;) {
        if (!set_entry(e, table, utf8_next(&p), e->none)) return false;
    }
    return true;
}

static bool add_texts(Engine *e, Dict *table, Obj *const *a) {
    for (int i = 1; i < 3; i++) {
        if (!a[i] || HAS_LAYOUT(a[i], STR)) continue;
        return err_false(e, T_TypeError, "maketrans() argument %d must be str, not %s", i + 1,
                         a[i] == e->none ? "None" : type_name(a[i]));
    }
    if (!HAS_LAYOUT(a[0], STR)) {
        return err_false(e, T_TypeError,
                         "first maketrans argument must be a string if there is a second argument");
    }
    if (STR(a[0])->length != STR(a[1])->length) {
        return err_false(e, T_ValueError,
                         "the first two maketrans arguments must have equal length");
    }
    if (!add_pairs(e, table, STR(a[0]), STR(a[1]))) return false;
    return !a[2] || add_deletions(e, table, STR(a[2]));
}

static bool add_dict(Engine *e, Dict *table, Dict *from) {
    Obj *key, *value;
    for (uint32_t i = 0; dict_next(from, &i, &key, &value);) {
        bool ok;
        if (HAS_LAYOUT(key, STR)) {
            if (STR(key)->length != 1) {
                return err_false(e, T_ValueError,
                                 "string keys in translate table must be of length 1");
            }
            const char *p = STR(key)->text;
            ok = set_entry(e, table, utf8_next(&p), value);
        } else if (HAS_LAYOUT(key, INT) || HAS_LAYOUT(key, BOOL)) {
            ok = dict_set(e, table, key, value);
        } else {
            return err_false(e, T_TypeError, "keys in translate table must be strings or integers");
        }
        if (!ok) return false;
    }
    return true;
}

Obj *str_native_maketrans(Engine *e, Obj *const *a) {
    if (!a[1] && !HAS_LAYOUT(a[0], DICT)) {
        return err_null(e, T_TypeError,
                        "if you give only one argument to maketrans it must be a dict");
    }
    Dict *table = dict_new(e);
    if (!table) return NULL;
    if (a[1] ? add_texts(e, table, a) : add_dict(e, table, DICT(a[0]))) return OBJ(table);
    decref(e, table);
    return NULL;
}
