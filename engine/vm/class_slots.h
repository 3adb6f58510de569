#ifndef VM_CLASS_SLOTS_H
#define VM_CLASS_SLOTS_H
/* __slots__ of a class statement. */

#include "object/list.h"

typedef struct {
    bool given, dict, weakref; /* __slots__ is there; names __dict__, __weakref__ */
    List *names;               /* owned: the other names, mangled */
} ClassSlots;

/* Reads __slots__ from the class's dict. False: TypeError or ValueError is set. */
bool class_slots_read(Engine *e, Type *type, ClassSlots *slots);
/* Gives each name a place in the instance and a descriptor in the dict. */
bool class_slots_place(Engine *e, Type *type, const ClassSlots *slots);
void class_slots_clear(Engine *e, ClassSlots *slots);

/* A staticmethod or classmethod (TypeId) around the function; owned. */
Obj *class_wrap(Engine *e, int type_id, Obj *function);
/* A function of the program that abstractmethod has marked; NULL is none. */
bool class_is_abstract(const Engine *e, const Obj *function);

#endif
