#ifndef BASE_TINY_H
#define BASE_TINY_H
/* Limits and first sizes that a test build makes as small as they can be (COROSCOPE_TINY): then
 * every program meets the growing of tables and the messages of limits that usually only large ones
 * meet. */

#ifdef COROSCOPE_TINY
#define TINY(usual, tiny) (tiny)
#else
#define TINY(usual, tiny) (usual)
#endif

#endif
