/* The module _codecs: what lib/py/codecs.py needs of the encodings in C. */
#include "lib/lib_parts.h"

#include "object/bytes.h"
#include "object/codec.h"
#include "object/int.h"
#include "object/tuple.h"

static bool is_text(Engine *e, Obj *o, const char *what) {
    if (HAS_LAYOUT(o, STR)) return true;
    return err_false(e, T_TypeError, "%s must be str, not %s", what, type_name(o));
}

/* decode_part(data, encoding, errors): the text and how many bytes it took; a character that is cut
 * off at the end is left. */
static Obj *decode_part_native(Engine *e, Obj *const *a) {
    if (!is_text(e, a[1], "encoding") || !is_text(e, a[2], "errors")) return NULL;
    if (!HAS_LAYOUT(a[0], BYTES)) {
        return err_null(e, T_TypeError, "a bytes-like object is required, not '%s'",
                        type_name(a[0]));
    }
    size_t used;
    Obj *text = codec_decode_part(e, a[0], STR(a[1]), STR(a[2]), &used);
    Obj *count = text ? int_new(e, (int64_t)used) : NULL;
    Tuple *pair = count ? tuple_pack(e, 2, text, count) : NULL;
    xdecref(e, text);
    xdecref(e, count);
    return OBJ(pair);
}

/* name(encoding): "utf-8" for "UTF8"; LookupError. */
static Obj *name_native(Engine *e, Obj *const *a) {
    if (!is_text(e, a[0], "encoding")) return NULL;
    const char *name = codec_canonical(e, STR(a[0]));
    return name ? OBJ(str_from(e, name)) : NULL;
}

static const NativeDef defs[] = {
    {.name = "decode_part", .signature = "data, encoding, errors, /", .fn = decode_part_native},
    {.name = "name", .signature = "encoding, /", .fn = name_native},
    {0},
};

bool lib_codecs_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, defs);
}
