#include "object/type.h"

#include "vm/container_natives.h"

const TypeExtra type_extras[] = {
    {T_list,
     list_native_defs,
     {.construct = construct_list,
      .setitem = list_natives_setitem,
      .inplace = list_natives_inplace}},
    {T_tuple, tuple_native_defs, {.construct = construct_tuple}},
    {T_dict,
     dict_native_defs,
     {.construct = construct_dict,
      .getitem = dict_natives_getitem,
      .inplace = dict_natives_inplace}},
    {T_dict_keys, view_native_defs, {.binary = view_natives_binary}},
    {T_dict_items, view_native_defs, {.binary = view_natives_binary}},
    {T_set, set_native_defs, {.construct = construct_set}},
    {T_frozenset, frozenset_native_defs, {.construct = construct_frozenset}},
    {T_str, str_native_defs, {.construct = construct_str}},
    {T_bytes, bytes_native_defs, {.construct = construct_bytes}},
    {T_bool, NULL, {.construct = construct_bool}},
    {-1, NULL, {0}},
};
