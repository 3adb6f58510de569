#include "api/world.h"

#include <string.h>

#include "api/engine_api.h"
#include "api/world_build.h"
#include "lib/lib.h"
#include "object/dict.h"
#include "object/float.h"
#include "object/int.h"
#include "object/list.h"
#include "object/str.h"
#include "vm/signals.h"

void cs_set_world(struct Engine *e, const CsValue *world) {
    ASSERT(!API(e)->loaded, "the world is given before the program");
    ASSERT(world->kind == CS_VALUE_MAP, "a world is a map");
    API(e)->world = world;
}

static Obj *build(Engine *e, const CsValue *value);

static Obj *build_list(Engine *e, const CsValue *value) {
    List *list = list_new(e, value->count);
    for (size_t i = 0; list && i < value->count; i++) {
        Obj *item = build(e, &value->items[i]);
        bool ok = item && list_append(e, list, item);
        xdecref(e, item);
        if (!ok) clear_ref(e, list);
    }
    return OBJ(list);
}

static Obj *build_map(Engine *e, const CsValue *value) {
    Dict *map = dict_new(e);
    for (size_t i = 0; map && i < value->count; i++) {
        Str *key = str_from(e, value->items[i].key);
        Obj *item = key ? build(e, &value->items[i]) : NULL;
        bool ok = item && dict_set_str(e, map, key, item);
        xdecref(e, key);
        xdecref(e, item);
        if (!ok) clear_ref(e, map);
    }
    return OBJ(map);
}

/* Owned; NULL: not enough memory. Nesting is limited by whoever read the data. */
static Obj *build(Engine *e, const CsValue *value) {
    switch (value->kind) {
    case CS_VALUE_NULL: return e->none;
    case CS_VALUE_FALSE: return e->false_;
    case CS_VALUE_TRUE: return e->true_;
    case CS_VALUE_INTEGER: return int_new(e, value->integer);
    case CS_VALUE_NUMBER: return float_new(e, value->number);
    case CS_VALUE_TEXT: return OBJ(str_from(e, value->text));
    case CS_VALUE_LIST: return build_list(e, value);
    case CS_VALUE_MAP: return build_map(e, value);
    }
    return NULL;
}

static const CsValue *field(const CsValue *map, const char *key) {
    for (size_t i = 0; map->kind == CS_VALUE_MAP && i < map->count; i++) {
        if (strcmp(map->items[i].key, key) == 0) return &map->items[i];
    }
    return NULL;
}

static double number_of(const CsValue *value) {
    return value->kind == CS_VALUE_INTEGER ? (double)value->integer : value->number;
}

/* {"signals": [{"at": 1.5, "signal": "SIGINT"}]} */
static bool build_signals(Engine *e, const CsValue *world) {
    const CsValue *all = field(world, "signals");
    for (size_t i = 0; all && i < all->count; i++) {
        const CsValue *at = field(&all->items[i], "at"), *name = field(&all->items[i], "signal");
        ASSERT(at && name, "whoever read the world checked it");
        uint32_t number = signals_number(name->text);
        ASSERT(number, "whoever read the world checked it");
        if (!signals_add(e, aio_nanoseconds(number_of(at)), number)) return false;
    }
    return true;
}

bool world_build(Engine *e) {
    const CsValue *world = API(e)->world;
    API(e)->world = NULL;
    if (!world) return true;
    e->lib->world = build(e, world);
    return e->lib->world && build_signals(e, world);
}
