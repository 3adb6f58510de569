#ifndef OBJECT_FORMAT_FIELDS_H
#define OBJECT_FORMAT_FIELDS_H
/* The texts that str.format() takes, read piece by piece. Nothing is kept between two calls but
 * byte offsets, so that a resumable native can format them while attribute access, indexing and
 * __format__ run Python code:
 *
 *   rest = {0, text->size}
 *   while rest is not empty:
 *       format_fields_next(text, rest, &field); rest.start = field.next
 *       append text[field.literal]
 *       if !field.has_field: continue
 *       format_fields_argument(text, &field, &numbering, &index)
 *       object = index >= 0 ? args[index] (format_fields_no_argument() if there are fewer)
 *                           : kwargs[text[field.name]] (KeyError)
 *       while format_fields_access(text, &field.accessors, &access), access.kind not END:
 *           object = access.kind == ATTRIBUTE ? getattr(object, access.key) : object[access.key]
 *       format_fields_conversion(&field, &conversion)
 *       spec = text[field.spec]; if field.spec_nested: the same loop over rest = field.spec, whose
 *           result is the specification; deeper nesting is format_fields_too_deep()
 *       append format(convert(object), spec): consume_format() of vm/consume.h
 *
 * Messages are CPython's; every error comes when the loop arrives at it, not before. */

#include "object/str.h"

/* Byte offsets in the text. */
typedef struct {
    uint32_t start, end;
} FormatRange;

typedef struct {
    FormatRange literal; /* text in front of the field; doubled braces are one already */
    bool has_field;
    FormatRange name;      /* the argument: nothing, decimal digits or a name */
    FormatRange accessors; /* what follows: ".attribute[index]" */
    FormatRange spec;
    bool spec_nested;    /* the specification has fields of its own (or doubled braces) */
    uint32_t conversion; /* the character behind '!'; 0 = none */
    uint32_t next;       /* where the rest begins */
} FormatField;

/* `rest` must not be empty. False: ValueError. */
bool format_fields_next(Engine *e, const Str *text, FormatRange rest, FormatField *field);

/* *numbering begins as 0 and is for these calls to change; one for the whole text, specifications
 * included. *index = -1: a keyword argument. False: ValueError. */
bool format_fields_argument(Engine *e, const Str *text, const FormatField *field,
                            int64_t *numbering, int64_t *index);
/* IndexError for an index that has no argument; always false. */
bool format_fields_no_argument(Engine *e, int64_t index);
/* "Max string recursion exceeded"; always false. */
bool format_fields_too_deep(Engine *e);

typedef enum { FORMAT_ACCESS_END, FORMAT_ACCESS_ATTRIBUTE, FORMAT_ACCESS_ITEM } FormatAccessKind;
typedef struct {
    FormatAccessKind kind;
    Obj *key; /* owned: a Str, or an int for an item of digits; NULL at the end */
} FormatAccess;

/* Takes the next accessor off the front of *rest. False: an exception is set. */
bool format_fields_access(Engine *e, const Str *text, FormatRange *rest, FormatAccess *access);

/* 0 none, 1 str, 2 repr, 3 ascii. False: ValueError. */
bool format_fields_conversion(Engine *e, const FormatField *field, uint32_t *conversion);

#endif
