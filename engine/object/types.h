#ifndef OBJECT_TYPES_H
#define OBJECT_TYPES_H
/* The list of built-in types, in order of creation: a base stands before its subtypes.
 * X(id, spec): T_id is the TypeId; `spec` is the `const TypeSpec` that describes it, defined in the
 * file of that type. Exceptions come from their own table in object/exceptions.h. */

#include "object/exceptions.h"

#define BUILTIN_TYPES(X)                                                                           \
    X(object, object_spec)                                                                         \
    X(type, type_spec)                                                                             \
    X(NoneType, none_spec)                                                                         \
    X(NotImplementedType, not_implemented_spec)                                                    \
    X(ellipsis, ellipsis_spec)                                                                     \
    X(int, int_spec)                                                                               \
    X(bool, bool_spec)                                                                             \
    X(float, float_spec)                                                                           \
    X(complex, complex_spec)                                                                       \
    X(str, str_spec)                                                                               \
    X(str_iterator, str_iterator_spec)                                                             \
    X(str_ascii_iterator, str_ascii_iterator_spec)                                                 \
    X(bytes, bytes_spec)                                                                           \
    X(bytes_iterator, bytes_iterator_spec)                                                         \
    X(bytearray, bytearray_spec)                                                                   \
    X(bytearray_iterator, bytearray_iterator_spec)                                                 \
    X(memoryview, memoryview_spec)                                                                 \
    X(memory_iterator, memory_iterator_spec)                                                       \
    X(tuple, tuple_spec)                                                                           \
    X(tuple_iterator, tuple_iterator_spec)                                                         \
    X(list, list_spec)                                                                             \
    X(list_iterator, list_iterator_spec)                                                           \
    X(list_reverseiterator, list_reverseiterator_spec)                                             \
    X(dict, dict_spec)                                                                             \
    X(dict_keys, dict_keys_spec)                                                                   \
    X(dict_values, dict_values_spec)                                                               \
    X(dict_items, dict_items_spec)                                                                 \
    X(dict_keyiterator, dict_keyiterator_spec)                                                     \
    X(dict_valueiterator, dict_valueiterator_spec)                                                 \
    X(dict_itemiterator, dict_itemiterator_spec)                                                   \
    X(dict_reversekeyiterator, dict_reversekeyiterator_spec)                                       \
    X(dict_reversevalueiterator, dict_reversevalueiterator_spec)                                   \
    X(dict_reverseitemiterator, dict_reverseitemiterator_spec)                                     \
    X(mappingproxy, mappingproxy_spec)                                                             \
    X(set, set_spec)                                                                               \
    X(frozenset, frozenset_spec)                                                                   \
    X(set_iterator, set_iterator_spec)                                                             \
    X(range, range_spec)                                                                           \
    X(range_iterator, range_iterator_spec)                                                         \
    X(longrange_iterator, longrange_iterator_spec)                                                 \
    X(slice, slice_spec)                                                                           \
    X(iterator, seq_iterator_spec) /* over __getitem__ */                                          \
    X(callable_iterator, callable_iterator_spec)                                                   \
    X(reversed, reversed_spec)                                                                     \
    X(enumerate, enumerate_spec)                                                                   \
    X(zip, zip_spec)                                                                               \
    X(map, map_spec)                                                                               \
    X(filter, filter_spec)                                                                         \
    X(cell, cell_spec)                                                                             \
    X(code, code_spec)                                                                             \
    X(function, function_spec)                                                                     \
    X(method, method_spec)                                                                         \
    X(builtin_function_or_method, native_spec)                                                     \
    X(method_descriptor, method_descriptor_spec)                                                   \
    X(classmethod_descriptor, classmethod_descriptor_spec)                                         \
    X(wrapper_descriptor, wrapper_descriptor_spec)                                                 \
    X(method_wrapper, method_wrapper_spec)                                                         \
    X(getset_descriptor, getset_descriptor_spec)                                                   \
    X(member_descriptor, member_descriptor_spec)                                                   \
    X(property, property_spec)                                                                     \
    X(staticmethod, staticmethod_spec)                                                             \
    X(classmethod, classmethod_spec)                                                               \
    X(super, super_spec)                                                                           \
    X(module, module_spec)                                                                         \
    X(SourceFileLoader, source_file_loader_spec)                                                   \
    X(ExtensionFileLoader, extension_file_loader_spec)                                             \
    X(BuiltinImporter, builtin_importer_spec)                                                      \
    X(FrozenImporter, frozen_importer_spec)                                                        \
    X(ModuleSpec, module_spec_spec)                                                                \
    X(frame, frame_spec)                                                                           \
    X(native_frame, native_frame_spec)                                                             \
    X(generator, generator_spec)                                                                   \
    X(coroutine, coroutine_spec)                                                                   \
    X(coroutine_wrapper, coroutine_wrapper_spec)                                                   \
    X(async_generator, async_generator_spec)                                                       \
    X(async_generator_asend, async_generator_asend_spec)                                           \
    X(async_generator_athrow, async_generator_athrow_spec)                                         \
    X(anext_awaitable, anext_awaitable_spec)                                                       \
    X(traceback, traceback_spec)                                                                   \
    X(GenericAlias, generic_alias_spec)                                                            \
    X(UnionType, union_type_spec)                                                                  \
    X(weakref, weakref_spec)                                                                       \
    X(Future, future_spec)                                                                         \
    X(Task, task_spec)                                                                             \
    X(FutureIter, future_iter_spec)                                                                \
    X(Handle, handle_spec)                                                                         \
    X(TimerHandle, timer_handle_spec)                                                              \
    X(EventLoop, event_loop_spec)                                                                  \
    X(Primitive, primitive_spec)                                                                   \
    X(Context, context_spec)                                                                       \
    X(ContextVar, context_var_spec)                                                                \
    X(ContextToken, context_token_spec)                                                            \
    X(TokenMissing, token_missing_spec)                                                            \
    X(Random, random_spec)                                                                         \
    X(Regex, regex_spec)                                                                           \
    X(HASH, hash_spec)                                                                             \
    X(TextIO, text_io_spec)                                                                        \
    X(partial, partial_spec)                                                                       \
    X(deque, deque_spec)                                                                           \
    X(deque_iterator, deque_iterator_spec)                                                         \
    X(deque_reverse_iterator, deque_reverse_iterator_spec)                                         \
    X(Thread, thread_spec)                                                                         \
    X(ThreadLock, thread_lock_spec)

#define TYPE_ENUM(id, spec)                T_##id,
#define EXC_ENUM(id, base, module, layout) T_##id,
enum TypeId { BUILTIN_TYPES(TYPE_ENUM) EXCEPTIONS(EXC_ENUM) TYPE_COUNT };
#undef TYPE_ENUM
#undef EXC_ENUM

#define TYPE_DECLARE(id, spec) extern const TypeSpec spec;
BUILTIN_TYPES(TYPE_DECLARE)
#undef TYPE_DECLARE

#endif
