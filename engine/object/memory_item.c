#include "object/memory_item.h"

#include <string.h>

#include "object/bigint.h"
#include "object/bytes.h"
#include "object/error.h"
#include "object/float.h"
#include "object/int.h"
#include "object/seq.h"

static const MemoryItem items[] = {
    {'B', 1, MEMORY_UNSIGNED}, {'b', 1, MEMORY_SIGNED},   {'c', 1, MEMORY_CHAR},
    {'H', 2, MEMORY_UNSIGNED}, {'h', 2, MEMORY_SIGNED},   {'I', 4, MEMORY_UNSIGNED},
    {'i', 4, MEMORY_SIGNED},   {'L', 8, MEMORY_UNSIGNED}, {'l', 8, MEMORY_SIGNED},
    {'Q', 8, MEMORY_UNSIGNED}, {'q', 8, MEMORY_SIGNED},   {'N', 8, MEMORY_UNSIGNED},
    {'n', 8, MEMORY_SIGNED},   {'P', 8, MEMORY_UNSIGNED}, {'?', 1, MEMORY_BOOL},
    {'f', 4, MEMORY_FLOAT},    {'d', 8, MEMORY_FLOAT},
};

const MemoryItem *memory_item_find(const char *format) {
    if (*format == '@') format++;
    for (size_t i = 0; i < COUNT_OF(items); i++) {
        if (format[0] == items[i].letter && format[1] == '\0') return &items[i];
    }
    return NULL;
}

bool memory_item_is_byte(const MemoryItem *item) {
    return item->letter == 'B' || item->letter == 'b' || item->letter == 'c';
}

/* ---- Reading ------------------------------------------------------------------------------- */

static uint64_t bits_at(const unsigned char *from, size_t size) {
    uint64_t bits = 0;
    for (size_t i = size; i > 0; i--) bits = bits << 8 | from[i - 1];
    return bits;
}

static Obj *read_float(Engine *e, const unsigned char *from, size_t size) {
    uint64_t bits = bits_at(from, size);
    if (size == sizeof(double)) {
        double value;
        memcpy(&value, &bits, sizeof value);
        return float_new(e, value);
    }
    uint32_t low = (uint32_t)bits;
    float value;
    memcpy(&value, &low, sizeof value);
    return float_new(e, (double)value);
}

Obj *memory_item_read(Engine *e, const MemoryItem *item, const unsigned char *from) {
    switch ((MemoryClass)item->class_) {
    case MEMORY_SIGNED:
    case MEMORY_UNSIGNED:
        return big_from_bytes(e, from, item->size, true, item->class_ == MEMORY_SIGNED);
    case MEMORY_CHAR: return bytes_new(e, from, 1);
    case MEMORY_BOOL: return obj_bool(e, *from != 0);
    case MEMORY_FLOAT: return read_float(e, from, item->size);
    }
    return NULL;
}

/* ---- Writing ------------------------------------------------------------------------------- */

static bool refuse(Engine *e, const MemoryItem *item, int type_id) {
    return err_false(e, type_id, "memoryview: invalid %s for format '%c'",
                     type_id == T_TypeError ? "type" : "value", item->letter);
}

static bool fits(Engine *e, const MemoryItem *item, Obj *number) {
    bool is_signed = item->class_ == MEMORY_SIGNED, negative = int_value(number) < 0;
    if (negative && !is_signed) return refuse(e, item, T_ValueError);
    Obj *magnitude = negative ? int_invert(e, number) : incref(number);
    if (!magnitude) return false;
    size_t bits = big_bits(magnitude) + (is_signed ? 1 : 0);
    decref(e, magnitude);
    return bits <= (size_t)item->size * 8 || refuse(e, item, T_ValueError);
}

static bool write_number(Engine *e, const MemoryItem *item, Obj *value, unsigned char *to) {
    if (!seq_is_index(e, value)) return refuse(e, item, T_TypeError);
    Obj *number = int_from_index(e, value);
    bool ok = number && fits(e, item, number);
    if (ok) big_to_bytes(number, to, item->size, true);
    xdecref(e, number);
    return ok;
}

static bool write_char(Engine *e, const MemoryItem *item, Obj *value, unsigned char *to) {
    if (!HAS_LAYOUT(value, BYTES)) return refuse(e, item, T_TypeError);
    if (BYTES(value)->size != 1) return refuse(e, item, T_ValueError);
    *to = BYTES(value)->data[0];
    return true;
}

static bool write_float(Engine *e, const MemoryItem *item, Obj *value, unsigned char *to) {
    double number = 0;
    uint64_t bits = 0;
    if (HAS_LAYOUT(value, FLOAT)) {
        number = float_value(value);
    } else if (!HAS_LAYOUT(value, INT) && !HAS_LAYOUT(value, BOOL)) {
        return refuse(e, item, T_TypeError);
    } else if (!int_to_double(e, value, &number)) {
        err_clear(e);
        return refuse(e, item, T_ValueError);
    }
    if (item->size == sizeof number) {
        memcpy(&bits, &number, sizeof number);
    } else {
        float narrow = (float)number;
        uint32_t low;
        memcpy(&low, &narrow, sizeof low);
        bits = low;
    }
    for (size_t i = 0; i < item->size; i++) to[i] = (unsigned char)(bits >> (8 * i));
    return true;
}

bool memory_item_write(Engine *e, const MemoryItem *item, Obj *value, unsigned char *to) {
    bool truth;
    switch ((MemoryClass)item->class_) {
    case MEMORY_SIGNED:
    case MEMORY_UNSIGNED: return write_number(e, item, value, to);
    case MEMORY_CHAR: return write_char(e, item, value, to);
    case MEMORY_BOOL:
        if (!obj_truth(e, value, &truth)) return false;
        *to = truth;
        return true;
    case MEMORY_FLOAT: return write_float(e, item, value, to);
    }
    return false;
}
