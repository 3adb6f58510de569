/* Packed code objects: what is unpacked equals what was compiled. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compile/code_pack.h"
#include "compile/compile.h"
#include "lib/embedded.h"
#include "lib/pack_in_c.h"
#include "object/bigint.h"
#include "object/bytes.h"
#include "object/float.h"
#include "object/str.h"
#include "object/tuple.h"
#include "vm/boot.h"

enum { ARENA = 32 << 20, MAX_PATH = 256, MAX_FILE = 1 << 17 };

typedef struct {
    Engine compiled, unpacked;
    CodePack pack;
} Fixture;

static int setup(void **state) {
    Fixture *f = calloc(1, sizeof *f);
    *state = f;
    if (!f || !engine_boot(&f->compiled, ARENA, 0, 0) || !engine_boot(&f->unpacked, ARENA, 0, 0)) {
        return -1;
    }
    code_pack_init(&f->pack, &f->compiled);
    return 0;
}

static int teardown(void **state) {
    Fixture *f = *state;
    code_pack_clear(&f->pack);
    engine_shutdown(&f->compiled);
    engine_shutdown(&f->unpacked);
    free(f);
    return 0;
}

/* ---- Equality ------------------------------------------------------------------------------ */

static void assert_same_code(const Code *a, const Code *b);

static void assert_same_text(const Str *a, const Str *b) {
    assert_int_equal(a != NULL, b != NULL);
    if (a) assert_true(str_equal(a, b));
}

static void assert_same_texts(Str *const *a, Str *const *b, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) assert_same_text(a[i], b[i]);
}

static void assert_same_bytes(const Bytes *a, const Bytes *b) {
    assert_int_equal(a->size, b->size);
    assert_memory_equal(a->data, b->data, a->size);
}

static void assert_same_float(const Obj *a, const Obj *b) {
    double x = float_value(a), y = float_value(b);
    assert_memory_equal(&x, &y, sizeof x); /* bits: -0.0 is not 0.0, nan is nan */
}

static void assert_same_const(const Obj *a, const Obj *b) {
    assert_string_equal(type_name(a), type_name(b));
    switch (a->type->layout) {
    case LAYOUT_NONE:
    case LAYOUT_ELLIPSIS: break;
    case LAYOUT_INT:
    case LAYOUT_BOOL: assert_int_equal(int_compare(a, b), 0); break;
    case LAYOUT_FLOAT: assert_same_float(a, b); break;
    case LAYOUT_STR: assert_same_text((const Str *)a, (const Str *)b); break;
    case LAYOUT_BYTES: assert_same_bytes((const Bytes *)a, (const Bytes *)b); break;
    case LAYOUT_TUPLE:
        assert_int_equal(TUPLE(a)->size, TUPLE(b)->size);
        for (uint32_t i = 0; i < TUPLE(a)->size; i++) {
            assert_same_const(TUPLE(a)->items[i], TUPLE(b)->items[i]);
        }
        break;
    case LAYOUT_CODE: assert_same_code((const Code *)a, (const Code *)b); break;
    default: fail_msg("a constant of type %s", type_name(a));
    }
}

static void assert_same_array(const void *a, const void *b, size_t count, size_t size) {
    if (count) assert_memory_equal(a, b, count * size);
}

static void assert_same_handlers(const Code *a, const Code *b) {
    for (uint32_t i = 0; i < a->handler_count; i++) {
        const Handler *x = &a->handlers[i], *y = &b->handlers[i];
        assert_int_equal(x->start, y->start);
        assert_int_equal(x->end, y->end);
        assert_int_equal(x->target, y->target);
        assert_int_equal(x->depth, y->depth);
        assert_int_equal(x->push_lasti, y->push_lasti);
    }
}

static void assert_same_code(const Code *a, const Code *b) {
#define SAME_FIELD(field) assert_int_equal(a->field, b->field);
    PACK_FIELDS(SAME_FIELD)
#undef SAME_FIELD
    assert_same_text(a->name, b->name);
    assert_same_text(a->qualname, b->qualname);
    assert_same_text(a->filename, b->filename);
    assert_same_text(a->doc, b->doc);
    assert_same_array(a->instrs, b->instrs, a->instr_count, sizeof *a->instrs);
    assert_same_array(a->positions, b->positions, a->instr_count, sizeof *a->positions);
    assert_same_texts(a->names, b->names, a->name_count);
    assert_same_texts(a->local_names, b->local_names, code_slots(a));
    assert_same_handlers(a, b);
    for (uint32_t i = 0; i < a->const_count; i++) assert_same_const(a->consts[i], b->consts[i]);
}

/* ---- Samples ------------------------------------------------------------------------------- */

static Code *compiled(Engine *e, const char *source, size_t size, const char *file,
                      uint32_t flags) {
    Diag d = {.kind = DIAG_NONE};
    Code *code = compile_text(e, source, size, file, flags, &d);
    if (!code) fail_msg("%s:%d: %s", file, d.line, d.text);
    return code;
}

/* What is left of `source` after being compiled, packed and unpacked. */
static Code *through_pack(Fixture *f, const char *source) {
    Code *code = compiled(&f->compiled, source, strlen(source), "sample.py", 0);
    code_pack(&f->pack, &f->compiled, code);
    assert_false(f->pack.failed);
    PackedTexts texts = {f->pack.texts.data, f->pack.ends, f->pack.text_count};
    Str **made = code_unpack_texts(&f->unpacked, &texts);
    Str *file = str_from(&f->unpacked, "sample.py");
    Code *back =
        code_unpack(&f->unpacked, &texts, made, f->pack.codes.data, f->pack.codes.size, file);
    assert_non_null(back);
    assert_same_code(code, back);
    return back;
}

static void constants_of_every_kind_survive(void **state) {
    through_pack(*state, "x = [None, True, False, ..., 0, 1, -1, 127, 128, 1 << 3, -64, -65]\n"
                         "y = (9223372036854775807, -9223372036854775807, 1025, -6)\n"
                         "z = 0.0, -0.0, 1e308, 1e999, -1e999, 5e-324, 0.1\n"
                         "t = ((), (1, ('a', b'b'), None), '', b'', b'\\x00\\xff', 'a\\x00b')\n"
                         "s = 'caf\\u00e9 \\U0001f40d'\n");
}

static void ints_beyond_64_bits_survive(void **state) {
    through_pack(*state, "a = 9223372036854775808, -9223372036854775808, -9223372036854775809\n"
                         "b = 18446744073709551615, 18446744073709551616, -18446744073709551616\n"
                         "c = 340282366920938463463374607431768211456, 0x8000000000000000\n"
                         "d = -0xffffffffffffffffffffffffffffffffffffffffffffffff\n");
}

static void functions_classes_and_handlers_survive(void **state) {
    through_pack(*state, "def f(a, /, b=1, *c, d, e: int = 2, **g) -> str:\n"
                         "    'Doc.'\n"
                         "    def inner():\n"
                         "        nonlocal b\n"
                         "        b = a, c\n"
                         "    try:\n"
                         "        return inner\n"
                         "    except (ValueError, TypeError) as error:\n"
                         "        raise RuntimeError(f'{error!r:>{b}}') from error\n"
                         "    finally:\n"
                         "        print(d)\n"
                         "class C(object, metaclass=type):\n"
                         "    async def m(self):\n"
                         "        async with self as x, x:\n"
                         "            yield [y async for y in x if y]\n");
}

static void a_line_with_a_large_number_survives(void **state) {
    enum { LINES = 70000 };
    static const char statement[] = "print(1)";
    char *source = malloc(LINES + sizeof statement);
    assert_non_null(source);
    memset(source, '\n', LINES);
    memcpy(source + LINES, statement, sizeof statement);
    Code *code = through_pack(*state, source);
    free(source);
    assert_int_equal(code->positions[code->instr_count - 1].line, LINES + 1);
}

static void equal_texts_become_one_object(void **state) {
    Fixture *f = *state;
    Code *code = through_pack(f, "def twice(): pass\ntwice = 'twice'\n__init__ = twice\n");
    assert_int_equal(code->name_count, 2);
    const Code *function = NULL;
    for (uint32_t i = 0; i < code->const_count; i++) {
        if (HAS_LAYOUT(code->consts[i], CODE)) function = CODE(code->consts[i]);
    }
    assert_non_null(function);
    assert_ptr_equal(function->name, code->names[0]);
    assert_ptr_equal(code->names[1], N(&f->unpacked, __init__));
}

/* ---- The engine's own modules -------------------------------------------------------------- */

/* Where the module comes from, under engine/lib/py and as tracebacks name it. */
static void module_file(const EmbeddedModule *m, char out[MAX_PATH]) {
    snprintf(out, MAX_PATH, "%s%s", m->name, m->package ? "/__init__.py" : ".py");
    for (char *p = out; *p && p < out + strlen(m->name); p++) {
        if (*p == '.') *p = '/';
    }
}

static size_t read_module(const char *file, char *out) {
    char path[MAX_PATH * 2];
    snprintf(path, sizeof path, "engine/lib/py/%s", file);
    FILE *in = fopen(path, "rb");
    if (!in) fail_msg("%s is not there", path);
    size_t size = fread(out, 1, MAX_FILE, in);
    fclose(in);
    assert_in_range(size, 0, MAX_FILE - 1);
    return size;
}

static void check_module(const EmbeddedModule *m) {
    char file[MAX_PATH];
    char *text = malloc(MAX_FILE);
    Engine e;
    assert_non_null(text);
    assert_true(engine_boot(&e, ARENA, 0, 0));
    module_file(m, file);
    size_t size = read_module(file, text);
    Code *code = compiled(&e, text, size, file, CODE_LIBRARY);
    pack_mark_in_c(code, file);
    Str **made = code_unpack_texts(&e, &embedded_texts);
    Code *back = code_unpack(&e, &embedded_texts, made, m->code, m->size, str_from(&e, file));
    assert_non_null(back);
    assert_same_code(code, back);
    engine_shutdown(&e);
    free(text);
}

static void every_embedded_module_is_what_its_source_compiles_to(void **state) {
    (void)state;
    assert_in_range(embedded_module_count, 100, 1000);
    for (size_t i = 0; i < embedded_module_count; i++) check_module(&embedded_modules[i]);
}

static void embedded_modules_are_sorted_by_name(void **state) {
    (void)state;
    for (size_t i = 1; i < embedded_module_count; i++) {
        assert_true(strcmp(embedded_modules[i - 1].name, embedded_modules[i].name) < 0);
    }
}

static void memory_that_runs_out_is_an_error(void **state) {
    (void)state;
    Engine e;
    assert_true(engine_boot(&e, 2 << 20, 0, 0));
    Str **made = code_unpack_texts(&e, &embedded_texts);
    assert_non_null(made);
    Str *file = str_from(&e, "library.py");
    bool failed = false;
    for (size_t i = 0; i < embedded_module_count && !failed; i++) {
        const EmbeddedModule *m = &embedded_modules[i];
        failed = !code_unpack(&e, &embedded_texts, made, m->code, m->size, file);
    }
    assert_true(failed);
    engine_shutdown(&e);
}

int main(void) {
#define UNIT(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
    const struct CMUnitTest tests[] = {
        UNIT(constants_of_every_kind_survive),
        UNIT(ints_beyond_64_bits_survive),
        UNIT(functions_classes_and_handlers_survive),
        UNIT(a_line_with_a_large_number_survives),
        UNIT(equal_texts_become_one_object),
        cmocka_unit_test(every_embedded_module_is_what_its_source_compiles_to),
        cmocka_unit_test(embedded_modules_are_sorted_by_name),
        cmocka_unit_test(memory_that_runs_out_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
