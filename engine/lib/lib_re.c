/* The module _re: matching by PCRE2. Compiled patterns lie in the arena; what one match needs
 * besides is freed before it returns, because history replays the arena and nothing else. The
 * pattern syntax is PCRE2's here: lib/py/re translates Python's. */
#include "lib/lib_parts.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "object/bytes.h"
#include "object/int.h"
#include "object/text.h"
#include "object/tuple.h"

typedef struct {
    Obj h;
    pcre2_code *code; /* owned; in the arena */
    uint32_t groups;
    /* A place in the text that was looked at last, so that a loop over its matches need not count
     * its characters from the start each time. */
    uint32_t text_id;
    int64_t index;
    size_t byte;
} Regex;

#define REGEX(o) ((Regex *)(o))

/* Steps of one match, and what it may need besides: beyond that a pattern is catastrophic. */
enum { MATCH_LIMIT = 2000000, HEAP_LIMIT_KIB = 32 * 1024, FAILED_COST = MATCH_LIMIT };

enum { FLAG_IGNORECASE = 2, FLAG_MULTILINE = 8, FLAG_DOTALL = 16, FLAG_UNICODE = 32 };
enum { HOW_SEARCH, HOW_MATCH, HOW_FULLMATCH, HOW_NOT_EMPTY = 4 }; /* as lib/py/re says */

/* ---- Compiling ----------------------------------------------------------------------------- */

static void *allocate(size_t size, void *engine) {
    return arena_alloc(&((Engine *)engine)->arena, size);
}

static void release_block(void *block, void *engine) {
    arena_free(&((Engine *)engine)->arena, block);
}

static uint32_t options_of(const Obj *pattern, int64_t flags) {
    uint32_t options = PCRE2_ALT_CIRCUMFLEX | PCRE2_NEVER_BACKSLASH_C;
    if (HAS_LAYOUT(pattern, STR)) options |= PCRE2_UTF | PCRE2_NO_UTF_CHECK;
    if (flags & FLAG_UNICODE) options |= PCRE2_UCP;
    if (flags & FLAG_IGNORECASE) options |= PCRE2_CASELESS;
    if (flags & FLAG_MULTILINE) options |= PCRE2_MULTILINE;
    if (flags & FLAG_DOTALL) options |= PCRE2_DOTALL;
    return options;
}

static pcre2_code *compile_text(Engine *e, Obj *pattern, int64_t flags, int *error) {
    TextSpan span = text_span(pattern);
    PCRE2_SIZE place;
    pcre2_code *code = NULL;
    *error = PCRE2_ERROR_NOMEMORY;
    pcre2_general_context *general = pcre2_general_context_create(allocate, release_block, e);
    pcre2_compile_context *context = general ? pcre2_compile_context_create(general) : NULL;
    if (context) {
        pcre2_set_newline(context, PCRE2_NEWLINE_LF);
        code = pcre2_compile((PCRE2_SPTR)span.start, text_size(span), options_of(pattern, flags),
                             error, &place, context);
    }
    if (context) pcre2_compile_context_free(context);
    if (general) pcre2_general_context_free(general);
    return code;
}

/* The translation is right, but PCRE2 has limits of its own. */
static Obj *compile_failed(Engine *e, int error) {
    PCRE2_UCHAR text[256];
    if (error == PCRE2_ERROR_NOMEMORY || error == PCRE2_ERROR_HEAPLIMIT) {
        err_memory(e);
        return NULL;
    }
    pcre2_get_error_message(error, text, sizeof text);
    return err_null(e, T_ValueError, "%s", (const char *)text);
}

static Obj *compile_native(Engine *e, Obj *const *a) {
    int64_t flags;
    int error;
    if (!int_index(e, a[1], &flags)) return NULL;
    Regex *r = REGEX(obj_new(e, TYPE(e, Regex), sizeof(Regex)));
    if (!r) return NULL;
    r->code = compile_text(e, a[0], flags, &error);
    if (!r->code) {
        decref(e, r);
        return compile_failed(e, error);
    }
    pcre2_pattern_info(r->code, PCRE2_INFO_CAPTURECOUNT, &r->groups);
    return OBJ(r);
}

/* ---- Matching ------------------------------------------------------------------------------ */

/* Characters are bytes here. */
static bool is_narrow(const Obj *subject) {
    return !HAS_LAYOUT(subject, STR) || str_is_ascii((const Str *)subject);
}

static void forget_place(Regex *r, const Obj *subject) {
    r->text_id = subject->id;
    r->index = 0;
    r->byte = 0;
}

/* From code points to bytes; goes on from the known place where that lies before. */
static size_t byte_of(Regex *r, const Obj *subject, int64_t index) {
    if (is_narrow(subject)) return (size_t)index;
    if (r->text_id != subject->id || r->index > index) forget_place(r, subject);
    const char *start = text_span(subject).start, *p = start + r->byte;
    for (; r->index < index; r->index++) utf8_next(&p);
    r->byte = (size_t)(p - start);
    return r->byte;
}

static int64_t index_of(const Regex *r, const Obj *subject, size_t byte) {
    if (is_narrow(subject)) return (int64_t)byte;
    const char *start = text_span(subject).start;
    if (byte < r->byte) return (int64_t)utf8_count(start, byte);
    return r->index + (int64_t)utf8_count(start + r->byte, byte - r->byte);
}

static Obj *spans_of(Engine *e, const Regex *r, const Obj *subject, pcre2_match_data *data) {
    const PCRE2_SIZE *place = pcre2_get_ovector_pointer(data);
    uint32_t count = (r->groups + 1) * 2;
    Tuple *spans = tuple_new(e, count);
    for (uint32_t i = 0; spans && i < count; i++) {
        spans->items[i] =
            int_new(e, place[i] == PCRE2_UNSET ? -1 : index_of(r, subject, (size_t)place[i]));
        if (!spans->items[i]) clear_ref(e, spans);
    }
    return OBJ(spans);
}

/* What was looked at counts against the budget. */
static bool charge(Engine *e, size_t start, size_t end) {
    enum { BYTES_PER_INSTRUCTION = 32 };
    return vm_charge(e, (end > start ? end - start : 0) / BYTES_PER_INSTRUCTION + 1);
}

static Obj *match_failed(Engine *e, int error, size_t start, size_t end) {
    if (error == PCRE2_ERROR_NOMATCH) return charge(e, start, end) ? e->none : NULL;
    if (error == PCRE2_ERROR_NOMEMORY) {
        e->starved = true;
        err_memory(e);
        return NULL;
    }
    if (!vm_charge(e, FAILED_COST)) return NULL;
    return err_null(e, T_RuntimeError,
                    "this pattern tries too many ways to match here: nested repetitions such as "
                    "(a+)+ do that; use an atomic group (?>...) or a possessive a++");
}

static uint32_t match_options(int64_t how) {
    uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT;
    if (how & HOW_NOT_EMPTY) options |= PCRE2_NOTEMPTY_ATSTART;
    if ((how & 3) != HOW_SEARCH) options |= PCRE2_ANCHORED;
    if ((how & 3) == HOW_FULLMATCH) options |= PCRE2_ENDANCHORED;
    return options;
}

static Obj *run_match(Engine *e, const Regex *r, const Obj *subject, size_t start, size_t end,
                      int64_t how) {
    pcre2_match_data *data = pcre2_match_data_create(r->groups + 1, NULL);
    pcre2_match_context *context = pcre2_match_context_create(NULL);
    Obj *result = NULL;
    if (data && context) {
        pcre2_set_match_limit(context, MATCH_LIMIT);
        pcre2_set_heap_limit(context, HEAP_LIMIT_KIB);
        int found = pcre2_match(r->code, (PCRE2_SPTR)text_span(subject).start, end, start,
                                match_options(how), data, context);
        bool ok = found >= 0 && charge(e, start, pcre2_get_ovector_pointer(data)[1]);
        result = ok          ? spans_of(e, r, subject, data)
                 : found < 0 ? match_failed(e, found, start, end)
                             : NULL;
    } else {
        e->starved = true;
        err_memory(e);
    }
    pcre2_match_context_free(context);
    pcre2_match_data_free(data);
    return result;
}

/* (start, end) of the match and of each group, -1 where a group has none; or None. */
static Obj *match_native(Engine *e, Obj *const *a) {
    int64_t start, end, how;
    if (!IS(e, a[0], Regex) || !(HAS_LAYOUT(a[1], STR) || HAS_LAYOUT(a[1], BYTES))) {
        return err_null(e, T_TypeError, "a compiled pattern and a text are wanted");
    }
    if (!int_clamp(e, a[2], &start) || !int_clamp(e, a[3], &end) || !int_index(e, a[4], &how)) {
        return NULL;
    }
    int64_t length = text_length(a[1]);
    if (end > length) end = length;
    if (start < 0 || end < start) return e->none;
    Regex *r = REGEX(a[0]);
    size_t to = end == length ? text_size(text_span(a[1])) : byte_of(r, a[1], end);
    return run_match(e, r, a[1], byte_of(r, a[1], start), to, how);
}

/* ---- The module ---------------------------------------------------------------------------- */

static void release(Engine *e, Obj *o) {
    (void)e;
    pcre2_code_free(REGEX(o)->code);
    REGEX(o)->code = NULL;
}

const TypeSpec regex_spec = {
    .name = "Regex",
    .module = "_re",
    .base = T_object,
    .layout = LAYOUT_OTHER,
    .size = sizeof(Regex),
    .flags = TYPE_NO_NEW,
    .slots = {.release = release},
    .doc = "A compiled pattern.",
};

static const NativeDef defs[] = {
    {.name = "compile", .signature = "pattern, flags, /", .fn = compile_native},
    {.name = "match", .signature = "regex, subject, start, end, how, /", .fn = match_native},
    {0},
};

bool lib_re_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, defs);
}
