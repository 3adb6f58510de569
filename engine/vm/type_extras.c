#include "object/type.h"

#include "vm/container_natives.h"
#include "vm/union.h"

/* list[int] and the like. */
static const NativeDef generic_defs[] = {
    {.name = "__class_getitem__",
     .signature = "cls, item, /",
     .fn = generic_alias_class_getitem,
     .flags = NATIVE_CLASS},
    {0},
};

const TypeExtra type_extras[] = {
    {T_list,
     list_native_defs,
     {.construct = construct_list,
      .setitem = list_natives_setitem,
      .inplace = list_natives_inplace}},
    {T_tuple, NULL, {.construct = construct_tuple}},
    {T_dict,
     dict_native_defs,
     {.construct = construct_dict,
      .getitem = dict_natives_getitem,
      .inplace = dict_natives_inplace}},
    {T_dict_keys, view_native_defs, {.binary = view_natives_binary}},
    {T_dict_items, view_native_defs, {.binary = view_natives_binary}},
    {T_set, set_native_defs, {.construct = construct_set}},
    {T_frozenset, frozenset_native_defs, {.construct = construct_frozenset}},
    {T_int, int_native_defs, {0}},
    {T_str, str_native_defs, {.construct = construct_str}},
    {T_bytes, bytes_native_defs, {.construct = construct_bytes}},
    {T_bytearray,
     bytearray_native_defs,
     {.construct = construct_bytearray, .setitem = bytearray_natives_setitem}},
    {T_bool, NULL, {.construct = construct_bool}},
    {T_list, generic_defs, {0}},
    {T_tuple, generic_defs, {0}},
    {T_dict, generic_defs, {0}},
    {T_set, generic_defs, {0}},
    {T_frozenset, generic_defs, {0}},
    {T_enumerate, generic_defs, {0}},
    {T_generator, generic_defs, {0}},
    {T_coroutine, generic_defs, {0}},
    {T_async_generator, generic_defs, {0}},
    {T_weakref, generic_defs, {0}},
    {T_ContextVar, generic_defs, {0}},
    {T_ContextToken, generic_defs, {0}},
    {T_partial, generic_defs, {0}},
    {T_deque, generic_defs, {0}},
    {T_BaseExceptionGroup, generic_defs, {0}},
    {-1, NULL, {0}},
};
