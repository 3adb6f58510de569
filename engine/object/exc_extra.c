#include "object/exc_extra.h"

#include <string.h>

#include "object/bytes.h"
#include "object/dict.h"
#include "object/error.h"
#include "object/int.h"
#include "object/str.h"
#include "object/tuple.h"
#include "object/wrapper.h"

/* ---- attributes: one pair of functions for each place in extra[] ---- */

#define EXTRA_ACCESS(n)                                                                            \
    static Obj *get_##n(Engine *e, Obj *o) {                                                       \
        return EXC(o)->extra[n] ? incref(EXC(o)->extra[n]) : e->none;                              \
    }                                                                                              \
    static bool set_##n(Engine *e, Obj *o, Obj *value) {                                           \
        set_ref(e, EXC(o)->extra[n], xincref(value));                                              \
        return true;                                                                               \
    }
EXTRA_ACCESS(0)
EXTRA_ACCESS(1)
EXTRA_ACCESS(2)
EXTRA_ACCESS(3)
EXTRA_ACCESS(4)
EXTRA_ACCESS(5)
EXTRA_ACCESS(6)

static const GetSetDef value_getset[] = {{"value", get_0, set_0}, {0}};
static const GetSetDef code_getset[] = {{"code", get_0, set_0}, {0}};
static const GetSetDef name_getset[] = {{"name", get_0, set_0}, {0}};
static const GetSetDef attribute_getset[] = {{"name", get_0, set_0}, {"obj", get_1, set_1}, {0}};
static const GetSetDef import_getset[] = {{"name", get_0, set_0},
                                          {"path", get_1, set_1},
                                          {"name_from", get_2, set_2},
                                          {"msg", get_3, set_3},
                                          {0}};
static const GetSetDef os_getset[] = {{"errno", get_0, set_0},
                                      {"strerror", get_1, set_1},
                                      {"filename", get_2, set_2},
                                      {"filename2", get_3, set_3},
                                      {0}};
static const GetSetDef syntax_getset[] = {
    {"msg", get_0, set_0},        {"filename", get_1, set_1},
    {"lineno", get_2, set_2},     {"offset", get_3, set_3},
    {"text", get_4, set_4},       {"end_lineno", get_5, set_5},
    {"end_offset", get_6, set_6}, {0}};
static const GetSetDef unicode_getset[] = {{"encoding", get_0, set_0}, {"object", get_1, set_1},
                                           {"start", get_2, set_2},    {"end", get_3, set_3},
                                           {"reason", get_4, set_4},   {0}};
static const GetSetDef group_getset[] = {
    {"message", get_0, getset_readonly}, {"exceptions", get_1, getset_readonly}, {0}};

/* ---- construction ---- */

static void put(Engine *e, Exc *x, int place, Obj *borrowed) {
    set_ref(e, x->extra[place], xincref(borrowed));
}

static bool init_value(Engine *e, Exc *x) {
    const Tuple *args = TUPLE(x->args);
    put(e, x, 0, args->size ? args->items[0] : e->none);
    return true;
}

static bool init_code(Engine *e, Exc *x) {
    const Tuple *args = TUPLE(x->args);
    if (args->size) put(e, x, 0, args->size == 1 ? args->items[0] : OBJ(args));
    return true;
}

static bool init_import(Engine *e, Exc *x) {
    const Tuple *args = TUPLE(x->args);
    put(e, x, 3, args->size == 1 ? args->items[0] : NULL);
    return true;
}

static bool init_os(Engine *e, Exc *x) {
    const Tuple *args = TUPLE(x->args);
    if (args->size < 2 || args->size > 5) return true;
    for (int i = 0; i < 3 && i < (int)args->size; i++) put(e, x, i, args->items[i]);
    if (args->size == 5) put(e, x, 3, args->items[4]);
    if (args->size == 2 || args->items[2] == e->none) return true;
    Tuple *two = tuple_of(e, args->items, 2);
    if (!two) return false;
    set_ref(e, x->args, OBJ(two));
    return true;
}

static bool init_syntax(Engine *e, Exc *x) {
    const Tuple *args = TUPLE(x->args);
    if (args->size) put(e, x, 0, args->items[0]);
    if (args->size != 2) return true;
    if (!HAS_LAYOUT(args->items[1], TUPLE)) {
        return err_false(e, T_TypeError, "'%s' object is not iterable", type_name(args->items[1]));
    }
    const Tuple *info = TUPLE(args->items[1]);
    if (info->size < 4 || info->size > 6) {
        return err_false(e, T_TypeError, "function takes at %s %d arguments (%u given)",
                         info->size < 4 ? "least" : "most", info->size < 4 ? 4 : 6, info->size);
    }
    if (info->size == 5) {
        return err_false(e, T_TypeError, "end_offset must be provided when end_lineno is provided");
    }
    for (uint32_t i = 0; i < info->size; i++) put(e, x, (int)i + 1, info->items[i]);
    return true;
}

static bool check_argument(Engine *e, const Tuple *args, uint32_t i, Layout layout,
                           const char *wanted) {
    if (args->items[i]->type->layout == layout) return true;
    return err_false(e, T_TypeError, "argument %u must be %s, not %s", i + 1, wanted,
                     type_name(args->items[i]));
}

/* Of the five places the first, the encoding, is left out where text is translated. */
static bool init_unicode(Engine *e, Exc *x) {
    const Tuple *args = TUPLE(x->args);
    bool decode = obj_is(OBJ(x), TYPE(e, UnicodeDecodeError));
    uint32_t first = obj_is(OBJ(x), TYPE(e, UnicodeTranslateError)) ? 1 : 0;
    if (args->size != 5 - first) {
        return err_false(e, T_TypeError, "function takes exactly %u arguments (%u given)",
                         5 - first, args->size);
    }
    if ((!first && !check_argument(e, args, 0, LAYOUT_STR, "str")) ||
        !check_argument(e, args, 1 - first, decode ? LAYOUT_BYTES : LAYOUT_STR,
                        decode ? "a bytes-like object" : "str") ||
        !check_argument(e, args, 4 - first, LAYOUT_STR, "str")) {
        return false;
    }
    for (uint32_t i = 2 - first; i < 4 - first; i++) {
        if (HAS_LAYOUT(args->items[i], INT)) continue;
        return err_false(e, T_TypeError, "'%s' object cannot be interpreted as an integer",
                         type_name(args->items[i]));
    }
    for (uint32_t i = first; i < 5; i++) put(e, x, (int)i, args->items[i - first]);
    return true;
}

/* ---- str() ---- */

static Str *plain_str(Engine *e, Exc *x) {
    const Tuple *args = TUPLE(x->args);
    if (args->size == 0) return (Str *)incref(e->empty_str);
    return args->size == 1 ? obj_str(e, args->items[0]) : obj_repr(e, x->args);
}

static Str *key_str(Engine *e, Exc *x) {
    const Tuple *args = TUPLE(x->args);
    return args->size == 1 ? obj_repr(e, args->items[0]) : plain_str(e, x);
}

static Str *import_str(Engine *e, Exc *x) {
    if (x->extra[3] && IS(e, x->extra[3], str)) return (Str *)incref(x->extra[3]);
    return plain_str(e, x);
}

/* "[Errno 2] text: 'file' -> 'file2'" */
static Str *os_str(Engine *e, Exc *x) {
    if (!x->extra[0] || !x->extra[1]) return plain_str(e, x);
    StrBuf b;
    strbuf_init(&b, e);
    static const struct {
        int place;
        const char *before;
        bool repr;
    } parts[] = {{0, "[Errno ", false}, {1, "] ", false}, {2, ": ", true}, {3, " -> ", true}};
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        Obj *part = x->extra[parts[i].place];
        if (!part || (part == e->none && i > 1)) break;
        Str *text = parts[i].repr ? obj_repr(e, part) : obj_str(e, part);
        if (!text) {
            strbuf_clear(&b);
            return NULL;
        }
        strbuf_text(&b, parts[i].before);
        strbuf_str(&b, text);
        decref(e, text);
    }
    return strbuf_finish(&b);
}

static const char *base_name(const Str *path) {
    const char *slash = strrchr(path->text, '/');
    return slash ? slash + 1 : path->text;
}

static Str *syntax_str(Engine *e, Exc *x) {
    bool file = x->extra[1] && HAS_LAYOUT(x->extra[1], STR);
    bool line = x->extra[2] && HAS_LAYOUT(x->extra[2], INT);
    Str *message = obj_str(e, x->extra[0] ? x->extra[0] : e->none);
    if (!message || (!file && !line)) return message;
    StrBuf b;
    strbuf_init(&b, e);
    strbuf_printf(&b, "%s (", message->text);
    if (file) strbuf_text(&b, base_name(STR(x->extra[1])));
    if (line) {
        strbuf_printf(&b, "%sline %lld)", file ? ", " : "", (long long)int_value(x->extra[2]));
    } else {
        strbuf_char(&b, ')');
    }
    decref(e, message);
    return strbuf_finish(&b);
}

static Str *decode_str(Engine *e, const Exc *x, int64_t start, int64_t end) {
    const Bytes *object = BYTES(x->extra[1]);
    const char *encoding = STR(x->extra[0])->text, *reason = STR(x->extra[4])->text;
    if (end == start + 1 && start >= 0 && start < (int64_t)object->size) {
        return str_format(e, "'%s' codec can't decode byte 0x%02x in position %lld: %s", encoding,
                          (unsigned)object->data[start], (long long)start, reason);
    }
    return str_format(e, "'%s' codec can't decode bytes in position %lld-%lld: %s", encoding,
                      (long long)start, (long long)end - 1, reason);
}

static uint32_t code_point_at(const Str *s, int64_t index) {
    const char *p = s->text;
    while (index-- > 0) (void)utf8_next(&p);
    return utf8_next(&p);
}

/* \xe4, \u20ac, \U0001f600 */
static Str *shown_character(Engine *e, uint32_t c) {
    return str_format(e, c <= 0xFF ? "\\x%02x" : c <= 0xFFFF ? "\\u%04x" : "\\U%08x", (unsigned)c);
}

/* With an encoding: what can't be encoded; without: what can't be translated. */
static Str *encode_str(Engine *e, const Exc *x, int64_t start, int64_t end) {
    const Str *object = STR(x->extra[1]);
    const char *reason = STR(x->extra[4])->text;
    Str *who = x->extra[0] ? str_format(e, "'%s' codec can't encode", STR(x->extra[0])->text)
                           : str_from(e, "can't translate");
    Str *text = NULL, *shown = NULL;
    if (who && end == start + 1 && start >= 0 && start < (int64_t)object->length) {
        shown = shown_character(e, code_point_at(object, start));
        text = shown ? str_format(e, "%s character '%s' in position %lld: %s", who->text,
                                  shown->text, (long long)start, reason)
                     : NULL;
    } else if (who) {
        text = str_format(e, "%s characters in position %lld-%lld: %s", who->text, (long long)start,
                          (long long)end - 1, reason);
    }
    xdecref(e, who);
    xdecref(e, shown);
    return text;
}

/* The attributes can be set to anything, so they are checked again. */
static Str *unicode_str(Engine *e, Exc *x) {
    bool decode = obj_is(OBJ(x), TYPE(e, UnicodeDecodeError));
    for (int i = obj_is(OBJ(x), TYPE(e, UnicodeTranslateError)) ? 1 : 0; i < 5; i++) {
        if (!x->extra[i]) return (Str *)incref(e->empty_str);
        Layout wanted = i == 1             ? (decode ? LAYOUT_BYTES : LAYOUT_STR)
                        : i == 2 || i == 3 ? LAYOUT_INT
                                           : LAYOUT_STR;
        if (x->extra[i]->type->layout != wanted) return plain_str(e, x);
    }
    int64_t start = int_value(x->extra[2]), end = int_value(x->extra[3]);
    return decode ? decode_str(e, x, start, end) : encode_str(e, x, start, end);
}

static Str *group_str(Engine *e, Exc *x) {
    uint32_t count = TUPLE(x->extra[1])->size;
    return str_format(e, "%s (%u sub-exception%s)", STR(x->extra[0])->text, count,
                      count == 1 ? "" : "s");
}

/* ---- the rules by kind ---- */

static const struct {
    bool (*init)(Engine *e, Exc *x);
    Str *(*str)(Engine *e, Exc *x);
    const GetSetDef *getset;
    const char *keywords[3]; /* the keyword for extra[i] */
} kinds[] = {
    [EXC_PLAIN] = {NULL, plain_str, NULL, {0}},
    [EXC_VALUE] = {init_value, plain_str, value_getset, {0}},
    [EXC_CODE] = {init_code, plain_str, code_getset, {0}},
    [EXC_NAME] = {NULL, plain_str, name_getset, {"name"}},
    [EXC_ATTRIBUTE] = {NULL, plain_str, attribute_getset, {"name", "obj"}},
    [EXC_IMPORT] = {init_import, import_str, import_getset, {"name", "path", "name_from"}},
    [EXC_OS] = {init_os, os_str, os_getset, {0}},
    [EXC_SYNTAX] = {init_syntax, syntax_str, syntax_getset, {0}},
    [EXC_UNICODE] = {init_unicode, unicode_str, unicode_getset, {0}},
    [EXC_GROUP] = {NULL, group_str, group_getset, {0}},
    [EXC_KEY] = {NULL, key_str, NULL, {0}},
};

static bool init_keyword(Engine *e, Exc *x, const Str *name, Obj *value) {
    uint8_t kind = x->h.type->exc_extra;
    for (int i = 0; i < (int)COUNT_OF(kinds[0].keywords) && kinds[kind].keywords[i]; i++) {
        if (!str_equal_text(name, kinds[kind].keywords[i])) continue;
        put(e, x, i, value);
        return true;
    }
    if (!kinds[kind].keywords[0]) {
        return err_false(e, T_TypeError, "%s() takes no keyword arguments", x->h.type->name->text);
    }
    return err_false(e, T_TypeError, "%s() got an unexpected keyword argument '%s'",
                     kind == EXC_IMPORT ? "ImportError" : x->h.type->name->text, name->text);
}

bool exc_extra_init(Engine *e, Exc *x, Dict *keywords) {
    Obj *name, *value;
    for (uint32_t i = 0; keywords && dict_next(keywords, &i, &name, &value);) {
        if (!init_keyword(e, x, STR(name), value)) return false;
    }
    uint8_t kind = x->h.type->exc_extra;
    return !kinds[kind].init || kinds[kind].init(e, x);
}

Str *exc_extra_str(Engine *e, Exc *x) {
    return kinds[x->h.type->exc_extra].str(e, x);
}

const GetSetDef *exc_extra_getset(ExcExtra extra) {
    return kinds[extra].getset;
}

Type *exc_os_type(Engine *e, Obj *const *args, int count) {
    static const struct {
        int number, type;
    } by_errno[] = {
        {1, T_PermissionError},          {2, T_FileNotFoundError},  {3, T_ProcessLookupError},
        {4, T_InterruptedError},         {10, T_ChildProcessError}, {11, T_BlockingIOError},
        {13, T_PermissionError},         {17, T_FileExistsError},   {20, T_NotADirectoryError},
        {21, T_IsADirectoryError},       {32, T_BrokenPipeError},   {103, T_ConnectionAbortedError},
        {104, T_ConnectionResetError},   {108, T_BrokenPipeError},  {110, T_TimeoutError},
        {111, T_ConnectionRefusedError}, {114, T_BlockingIOError},  {115, T_BlockingIOError}};
    if (count < 2 || count > 5 || !HAS_LAYOUT(args[0], INT)) return TYPE(e, OSError);
    for (size_t i = 0; i < COUNT_OF(by_errno); i++) {
        if (int_value(args[0]) == by_errno[i].number) return e->types[by_errno[i].type];
    }
    return TYPE(e, OSError);
}
