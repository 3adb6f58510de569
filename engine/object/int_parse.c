#include "object/bigint.h"

#include <inttypes.h>

#include "object/error.h"
#include "object/number.h"

static int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 99;
}

/* The base that a prefix such as 0x stands for, or 0. */
static int prefix_base(char letter) {
    switch (letter) {
    case 'b':
    case 'B': return 2;
    case 'o':
    case 'O': return 8;
    case 'x':
    case 'X': return 16;
    default: return 0;
    }
}

/* Passes over 0x and the like where the base allows it; base 0 becomes what the prefix says. False:
 * a number of base 0 begins with a zero and must be all zeros. */
static bool read_prefix(NumberReader *r, int *base) {
    NumberReader next = *r;
    bool zero = number_take(&next, '0');
    int prefixed = zero ? prefix_base(number_peek(&next)) : 0;
    bool free = *base == 0;
    if (free) *base = prefixed ? prefixed : 10;
    if (prefixed == 0 || prefixed != *base) return !(free && zero);
    number_advance(&next);
    number_take(&next, '_');
    *r = next;
    return true;
}

/* No limit of sys.set_int_max_str_digits() is lower. */
enum { LEAST_LIMIT = 640 };

typedef struct {
    uint64_t value;
    bool overflow;
    size_t digits;
    char *copy; /* NULL, or where the digits go, as ASCII */
} Magnitude;

/* Digits with single underscores between them, up to the end. */
static bool read_digits(NumberReader *r, int base, Magnitude *m) {
    bool after_digit = false;
    for (char c; (c = number_peek(r)) != 0; number_advance(r)) {
        if (c == '_' && after_digit) {
            after_digit = false;
            continue;
        }
        int digit = digit_value(c);
        if (digit >= base) return false;
        m->overflow |= __builtin_mul_overflow(m->value, (uint64_t)base, &m->value);
        m->overflow |= __builtin_add_overflow(m->value, (uint64_t)digit, &m->value);
        after_digit = true;
        if (m->copy) m->copy[m->digits] = c;
        m->digits++;
    }
    return after_digit;
}

IntParse int_read(const char *text, size_t length, int base, int64_t *value) {
    NumberReader r = number_reader(text, length);
    bool negative = number_take(&r, '-');
    if (!negative) number_take(&r, '+');
    Magnitude m = {.copy = NULL};
    bool any_digits = read_prefix(&r, &base);
    *value = 0;
    if (!read_digits(&r, base, &m)) return INT_INVALID;
    if (!any_digits && (m.value != 0 || m.overflow)) return INT_INVALID;
    if (m.digits > LEAST_LIMIT) return INT_TOO_LARGE;
    if (m.overflow || m.value > (uint64_t)INT64_MAX + negative) return INT_TOO_LARGE;
    *value = negative ? (int64_t)(0 - m.value) : (int64_t)m.value;
    return INT_PARSED;
}

static bool check_limit(Engine *e, size_t digits, int base) {
    uint32_t limit = *e->int_max_digits;
    bool binary = (base & (base - 1)) == 0;
    if (binary || limit == 0 || digits <= limit) return true;
    return err_false(e, T_ValueError,
                     "Exceeds the limit (%" PRIu32 " digits) for integer string conversion: value "
                     "has %zu digits; use sys.set_int_max_str_digits() to increase the limit",
                     limit, digits);
}

Obj *int_read_big(Engine *e, const char *text, size_t length, int base) {
    NumberReader r = number_reader(text, length);
    bool negative = number_take(&r, '-');
    if (!negative) number_take(&r, '+');
    read_prefix(&r, &base);
    Magnitude m = {.copy = arena_alloc(&e->arena, length + 1)};
    if (!m.copy) {
        err_memory(e);
        return NULL;
    }
    bool read = read_digits(&r, base, &m);
    ASSERT(read, "the text has been read before");
    Obj *result = check_limit(e, m.digits, base)
                      ? big_from_digits(e, m.copy, m.digits, base, negative)
                      : NULL;
    arena_free(&e->arena, m.copy);
    return result;
}
