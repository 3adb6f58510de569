#ifndef LESSON_FIELDS_H
#define LESSON_FIELDS_H
/* The format as tables: which fields every object has, their types and limits, what they mean.
   Loading checks against these tables, and scenarios/lesson.schema.json says the same. */

#include "lesson/lesson_format.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct LessonShape LessonShape;

typedef enum {
    LESSON_FIELD_TEXT,    /* LessonText: a string, or a map from language to string */
    LESSON_FIELD_STRING,  /* const char * */
    LESSON_FIELD_FORMAT,  /* const char * that its format's check accepts */
    LESSON_FIELD_THING,   /* LessonThing, of the format's kinds */
    LESSON_FIELD_WORD,    /* const char *, one of the format's words */
    LESSON_FIELD_LEVEL,   /* int64_t, the index of one of the format's words */
    LESSON_FIELD_INTEGER, /* int64_t from min to max */
    LESSON_FIELD_NUMBER,  /* double from min to max */
    LESSON_FIELD_FLAG,    /* bool */
    LESSON_FIELD_CONST,   /* only the example itself can stand there; nothing is kept */
    LESSON_FIELD_JSON,    /* const char *: any value, as the file has it */
    LESSON_FIELD_OBJECT,  /* the struct of `shape` */
    LESSON_FIELD_TYPES
} LessonFieldType;

/* LIST and MAP are kept as a LESSON_LIST of what the type says; a map only of objects, whose struct
   has the key (const char *) right after its place. */
typedef enum { LESSON_ONE, LESSON_MANY, LESSON_MAP } LessonFieldCount;

typedef struct LessonField {
    const char *name;
    LessonFieldType type;
    LessonFieldCount count;
    bool required;
    bool nullable;     /* a string: null is kept as "" */
    bool may_be_empty; /* a string */
    bool above_min;    /* a number: min itself is refused */
    double min, max;   /* of an integer or a number */
    size_t least;      /* items of a list */
    bool spread; /* laid out on several lines even if one would do, and so are its items' fields */
    const LessonFormat *format; /* of FORMAT, THING, WORD, LEVEL; otherwise of a map's keys */
    const LessonShape *shape;   /* of OBJECT */
    size_t offset;              /* in the struct of the object that has the field */
    const char *about;          /* a sentence */
    const char *example;        /* JSON */
} LessonField;

/* One kind of an object: the one whose `key` is there, with `value` where that is set. */
typedef struct LessonForm {
    const char *key, *value;
    const LessonShape *shape; /* the fields that only this kind has */
    int kind;                 /* kept in the int after the struct's place */
} LessonForm;

/* An object: the fields it always has, and those of its kind where there are several kinds. A
   struct filled from it begins with a LessonPlace. */
struct LessonShape {
    const char *def;  /* its name in the schema's $defs */
    const char *noun; /* "a moment" */
    const char *about;
    const LessonField *fields;
    size_t field_count;
    const LessonForm *forms;
    size_t form_count;
    size_t form_at;       /* after so many of `fields` stand those of the kind; 0: after all */
    size_t size;          /* of the struct; 0 for the shape of a form */
    const void *defaults; /* a struct to begin with; NULL: zeroes */
};

enum { LESSON_LONGEST_LIST = 500 };

extern const LessonShape LESSON_SHAPE;       /* Lesson */
extern const LessonShape LESSON_INDEX_SHAPE; /* LessonIndex */
extern const LessonShape LESSON_WORLD_SHAPE; /* LessonWorld, in a file of its own */

#endif
